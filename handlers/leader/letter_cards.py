"""The screens of a letter to families: what is asked, who is on a photo, the whole, and what happens with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bot.actions.vetting import Face, Page
from bot.domain.letter import LONGEST, MOST_PHOTOS, PARTS, Kind, Photo, State
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import DeskPress
from handlers.cards import home_button
from handlers.form.answers import short
from handlers.letter_words import about, parts
from handlers.squad_callbacks import LeaderPress, LetterPress

Row = tuple[Button, ...]

LONGEST_LABEL: Final = 60


def page(t: Translator, found: Page) -> Outgoing:
    """What is asked now, or the whole."""
    match found.part:
        case "photos":
            return photos(t, found)
        case "mark":
            return mark(t, found)
        case "whole":
            return whole(t, found)
        case part:
            return ask(t, found, part)


def ask(t: Translator, found: Page, part: str) -> Outgoing:
    """Ask for one part."""
    lines = [_head(t, found), t(f"letter-ask-{part}", longest=LONGEST[part])]
    if now := found.letter.texts.get(part):
        lines.append(t("letter-ask-now", text=now))
    rows = [(_press(t("button-letter-whole"), found, "whole"),)] if found.letter.texts else []
    return Outgoing(text="\n\n".join(lines), keyboard=(*rows, _leave_row(t, found)))


def photos(t: Translator, found: Page) -> Outgoing:
    """Ask for photos, or for one more."""
    count = len(found.letter.photos)
    lines = [_head(t, found), *_refused(t, found)]
    lines.append(
        t("letter-photos", most=MOST_PHOTOS) if not count else t("letter-photos-more", count=count, most=MOST_PHOTOS)
    )
    label = t("button-letter-done" if count else "button-letter-no-photos")
    return Outgoing(text="\n\n".join(lines), keyboard=((_press(label, found, "whole", style="success"),),))


def mark(t: Translator, found: Page) -> Outgoing:
    """Ask who is on a photo."""
    photo = found.letter.photo(found.photo_id)
    if photo is None:
        return photos(t, found)
    rows: list[Row] = list(_face_rows(t, found, photo))
    marked = t("button-letter-marked", count=len(photo.faces))
    rows.append((_of_photo(marked, found, "marked", photo, style="success"),) if photo.faces else ())
    rows.append((_of_photo(t("button-letter-nobody"), found, "nobody", photo),))
    rows.append((_of_photo(t("button-letter-unphoto"), found, "unphoto", photo),))
    number = found.letter.photos.index(photo) + 1
    lines = [*_refused(t, found), t("letter-who", number=number)]
    return Outgoing(text="\n\n".join(lines), keyboard=tuple(row for row in rows if row))


def whole(t: Translator, found: Page) -> Outgoing:
    """The whole letter as families will read it, and what this person may do with it."""
    letter = found.letter
    lines: list[str] = [*_refused(t, found), _stands(t, found)]
    if letter.reason and letter.state is State.WRITING:
        lines.append(t("letter-reason", reason=letter.reason))
    if letter.texts:
        lines.append(f"<blockquote>{parts(t, letter.kind, letter.texts)}</blockquote>")
    if letter.photos:
        lines.append("\n".join(_photo_line(t, found, number) for number in range(len(letter.photos))))
    rows = _own_rows(t, found) if found.is_author else _other_rows(t, found)
    return Outgoing(text="\n\n".join(lines)[:4090], keyboard=(*rows, _leave_row(t, found)))


def look(t: Translator, found: Page) -> Iterator[Outgoing]:
    """Each photo with who is on it."""
    for number, photo in enumerate(found.letter.photos):
        yield Outgoing(text=_photo_line(t, found, number), photo=photo.file_id)


def ask_reason(t: Translator, found: Page) -> Outgoing:
    """Ask why a letter goes back."""
    text = f"{_head(t, found)}\n\n{t('letter-ask-reason', name=found.author or '')}"
    return Outgoing(text=text, keyboard=((_press(t("button-back"), found, "whole"),),))


def drop_question(t: Translator, found: Page) -> Outgoing:
    """Ask before something written is thrown away."""
    rows = ((_press(t("button-letter-drop-yes"), found, "drop-yes", style="danger"),),)
    return Outgoing(text=t("letter-drop"), keyboard=(*rows, (_press(t("button-back"), found, "whole"),)))


def _own_rows(t: Translator, found: Page) -> list[Row]:
    letter = found.letter
    if letter.state in (State.WAITING, State.CONFIRMED):
        return [*_look_row(t, found), (_press(t("button-letter-back"), found, "back"),)]
    if letter.state is not State.WRITING:
        return []
    rows: list[Row] = list(_look_row(t, found))
    if letter.is_whole:
        rows.append((_press(t("button-letter-submit"), found, "submit", style="success"),))
    rows.extend((_press(t(f"button-letter-{part}"), found, part),) for part in PARTS[letter.kind])
    if letter.kind is Kind.DAY:
        rows.append((_press(t("button-letter-photos"), found, "photos"),))
    rows.extend(
        (_of_photo(t("button-letter-unphoto-of", number=number), found, "unphoto", photo),)
        for number, photo in enumerate(letter.photos, start=1)
    )
    return [*rows, (_press(t("button-letter-drop"), found, "drop"),)]


def _other_rows(t: Translator, found: Page) -> list[Row]:
    letter = found.letter
    if found.may_confirm:
        return [
            *_look_row(t, found),
            (_press(t("button-letter-confirm"), found, "confirm", style="success"),),
            (_press(t("button-letter-return"), found, "return"),),
        ]
    if letter.state is State.CONFIRMED:
        return [(_press(t("button-letter-undo"), found, "undo"),)]
    if letter.state is State.WRITING and found.is_leader:
        return [(_press(t("button-letter-begin"), found, "begin"),)]
    return []


def _look_row(t: Translator, found: Page) -> tuple[Row, ...]:
    count = len(found.letter.photos)
    return ((_press(t("button-letter-look", count=count), found, "look"),),) if count else ()


def _leave_row(t: Translator, found: Page) -> Row:
    """The way out: to the squad for its leaders, to the desk for others."""
    if found.is_leader:
        back = LeaderPress(do="open", squad_id=found.squad.id).pack()
    else:
        back = DeskPress(do="event", id=found.event.id).pack()
    return (Button(text=t("button-back"), data=back), home_button(t))


def _face_rows(t: Translator, found: Page, photo: Photo) -> Iterator[Row]:
    """A button for each child of the squad, two in a row; whom no photo may show is marked."""
    buttons = [_face(t, found, photo, face) for face in found.faces]
    for start in range(0, len(buttons), 2):
        yield tuple(buttons[start : start + 2])


def _face(t: Translator, found: Page, photo: Photo, face: Face) -> Button:
    del t
    is_there = face.registration_id in photo.faces
    mark_ = "☑️" if is_there else "▫️" if face.is_allowed else "🚫"
    data = LetterPress(
        letter_id=found.letter.id,
        revision=found.letter.revision,
        do="off" if is_there else "on",
        photo=photo.id,
        id=face.registration_id,
    ).pack()
    return Button(text=short(f"{mark_} {face.name}", LONGEST_LABEL), data=data)


def _photo_line(t: Translator, found: Page, number: int) -> Html:
    photo = found.letter.photos[number]
    names = ", ".join(name for photo_id, name in found.names if photo_id == photo.id)
    if not photo.is_marked:
        return t("letter-photo-unmarked", number=number + 1)
    return (
        t("letter-photo-line", number=number + 1, names=names) if names else t("letter-photo-nobody", number=number + 1)
    )


def _refused(t: Translator, found: Page) -> list[Html]:
    return [t("letter-photo-refused", names=", ".join(found.refused))] if found.refused else []


def _stands(t: Translator, found: Page) -> Html:
    letter, zone = found.letter, found.event.zone
    state = letter.state.value
    if letter.state is State.CONFIRMED:
        line = t("letter-state-confirmed", time=t.time(letter.send_at, zone))
    elif letter.state is State.SENT:
        line = t("letter-state-sent", count=letter.recipients or 0)
    elif letter.state is State.WAITING:
        line = t("letter-state-waiting", name=found.author or "")
    else:
        line = t(f"letter-state-{state}")
    return Html(f"{_head(t, found)}\n{line}")


def _head(t: Translator, found: Page) -> Html:
    data = {"squad_name": found.squad.name, "squad_number": found.squad.number, "kind": found.letter.kind.value}
    return about(t, {**data, "on": found.letter.held_on.isoformat()})


def _of_photo(label: str, found: Page, do: str, photo: Photo, *, style: str | None = None) -> Button:
    data = LetterPress(letter_id=found.letter.id, revision=found.letter.revision, do=do, photo=photo.id).pack()
    return Button(text=short(plain(label), LONGEST_LABEL), data=data, style=style)


def _press(label: str, found: Page, do: str, *, style: str | None = None) -> Button:
    data = LetterPress(letter_id=found.letter.id, revision=found.letter.revision, do=do).pack()
    return Button(text=short(plain(label), LONGEST_LABEL), data=data, style=style)
