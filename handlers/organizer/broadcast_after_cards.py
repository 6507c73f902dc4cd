"""The screens of what has been sent already: changing its text, deleting it from people's chats."""

from __future__ import annotations

from typing import Final

from bot.actions.broadcasting import Progress
from bot.actions.correcting import Proposal
from bot.actions.removing import Question
from bot.domain.broadcast import Broadcast
from bot.domain.language import Language
from bot.domain.parts import length, split
from bot.domain.removal import SENT_STATES, Removal
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.broadcast_callbacks import AfterPress
from handlers.callbacks import BroadcastPress

Row = tuple[Button, ...]
REASONS: Final = ("too_old", "gone", "blocked", "unconfirmed", "refused")
ROOM: Final = 3600
"""Characters of the old and the new text that fit on one screen."""


def rows(t: Translator, view: Progress) -> list[Row]:
    """What can be done with what was delivered; in the end also the figures as a table."""
    table: list[Row] = [(_to(t("button-report"), view.broadcast, "table"),)] if view.broadcast.finished_at else []
    if view.broadcast.state not in SENT_STATES or not view.report.sent:
        return table
    correction = (_to(t("button-correction"), view.broadcast, "correct"),)
    return [*([correction] if view.poll is None else []), (_to(t("button-removal"), view.broadcast, "remove"),), *table]


def lines(t: Translator, view: Progress) -> list[str]:
    """What became of changing or deleting it; the figures add up to the people it concerned."""
    if view.removal is not None:
        return [_removal(t, view.removal)]
    made = view.correction
    if made is None:
        return []
    if not made.concerned:
        return [t("correction-nobody")]
    found = [t("correction-changed", number=made.changed, concerned=made.concerned)]
    if made.waiting:
        found.append(t("correction-waiting", number=made.waiting))
    if made.left:
        found.append(t("correction-left", number=made.left))
    return ["\n".join([*found, *_reasons(t, made)])]


def removal_question(t: Translator, view: Question, start: Html) -> Outgoing:
    """Ask whether what was delivered is really to be deleted."""
    delivered = view.delivered
    notes = [t("removal-delivered", number=delivered.delivered)]
    if view.report.waiting:
        notes.append(t("removal-stops", number=view.report.waiting))
    if view.too_old:
        notes.append(t("removal-older", number=view.too_old))
    if delivered.unconfirmed:
        notes.append(t("removal-doubtful", number=delivered.unconfirmed))
    return Outgoing(
        text="\n\n".join([t("removal-question"), start, "\n".join(notes), t("removal-final")]),
        keyboard=(
            (_to(t("button-removal-yes"), view.broadcast, "remove-yes", style="danger"),),
            _leave(t, view.broadcast),
        ),
    )


def correction_languages(t: Translator, broadcast: Broadcast) -> Outgoing:
    """Ask in which language the text is to be changed."""
    choices = tuple(
        (_to(_label(t, broadcast, language), broadcast, "correct-in", language.value),) for language in Language
    )
    return Outgoing(text=t("correction-which"), keyboard=(*choices, _leave(t, broadcast)))


def correction_text(t: Translator, view: Proposal) -> Outgoing:
    """Ask for the new text; what it says now stands below."""
    broadcast = view.broadcast
    parts: list[str] = [t(f"broadcast-ask-{view.language.value}")]
    parts.append(t("correction-how", longest=broadcast.room_for("", view.language)))
    if view.language in broadcast.texts:
        parts += [t("broadcast-now"), Html(_cut(t, broadcast.texts[view.language], ROOM))]
    return Outgoing(text="\n\n".join(parts), keyboard=(_leave(t, broadcast),))


def correction_question(t: Translator, view: Proposal) -> tuple[Outgoing, ...]:
    """Show the old text beside the new one and ask; a new one for which there is no room comes before, whole."""
    broadcast, new = view.broadcast, view.text or ""
    parts = [t("correction-question", language=t(f"language-{view.language.value}"))]
    parts += [*both(t, broadcast.texts.get(view.language), new), t("correction-concerned", number=view.concerned)]
    yes = _to(t("button-correction-yes"), broadcast, "correct-yes", view.mark, style="success")
    again = _to(t("button-correction-again"), broadcast, "correct-in", view.language.value)
    question = Outgoing(text="\n\n".join(parts), keyboard=((yes,), (again,), _leave(t, broadcast)))
    return (*whole(new), question)


def both(t: Translator, old: str | None, new: str) -> list[Html]:
    """The old text and the new one, as far as there is room for them."""
    shown = _cut(t, new, ROOM)
    parts = [] if old is None else [Html(f"{t('correction-was')}\n{_cut(t, old, ROOM - length(shown))}")]
    return [*parts, Html(f"{t('correction-will-be')}\n{shown}")]


def whole(new: str, room: int = ROOM) -> tuple[Outgoing, ...]:
    """A text for which there is no room beside another one, in messages of its own."""
    return tuple(Outgoing(text=part) for part in split(new)) if length(new) > room else ()


def _cut(t: Translator, text: str, room: int) -> str:
    """Return a text whole, or its beginning without formatting when there is no room for it."""
    if length(text) <= room:
        return text
    return t("correction-cut", text=plain(text)[: max(0, min(room, ROOM // 2) // 2)])


def _label(t: Translator, broadcast: Broadcast, language: Language) -> str:
    icon = "✏️" if language in broadcast.texts else "✍️"
    return f"{icon} {plain(t(f'language-{language.value}'))}"


def _removal(t: Translator, removal: Removal) -> str:
    found = [t("removal-removed", number=removal.removed, delivered=removal.delivered)]
    if removal.waiting:
        found.append(t("removal-waiting", number=removal.waiting))
    if removal.left:
        found.append(t("removal-left", number=removal.left))
    return "\n".join([*found, *_reasons(t, removal)])


def _reasons(t: Translator, figures: object) -> list[Html]:
    """Why something could not be done, for how many."""
    found = [(reason.replace("_", "-"), getattr(figures, reason, 0)) for reason in REASONS]
    return [t(f"removal-left-{reason}", number=number) for reason, number in found if number]


def _leave(t: Translator, broadcast: Broadcast) -> Row:
    press = BroadcastPress(broadcast_id=broadcast.id, revision=broadcast.revision, do="open").pack()
    return (Button(text=t("button-removal-no"), data=press),)


def _to(label: str, broadcast: Broadcast, do: str, value: str = "", *, style: str | None = None) -> Button:
    return Button(text=label, data=AfterPress(broadcast_id=broadcast.id, do=do, value=value).pack(), style=style)
