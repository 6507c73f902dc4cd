"""The screens of announcements: the draft, the check, the progress; and the message people get."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import Any, Final

from bot.actions.broadcasting import TIME_TO_UNDO, Preview, Progress
from bot.actions.composing import Draft
from bot.domain.broadcast import LONGEST_TEXT, Broadcast, Report, State
from bot.domain.language import Language
from bot.domain.parts import length
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.broadcast_copy import tried
from handlers.callbacks import BroadcastPress, BroadcastsPress
from handlers.cards import home_button
from handlers.organizer import broadcast_after_cards as after_cards
from handlers.organizer import broadcast_content_cards as content_cards
from handlers.organizer import broadcast_later_cards as later_cards
from handlers.organizer import broadcast_reply_cards as reply_cards
from handlers.organizer import poll_cards
from handlers.organizer.broadcast_audience import audience_lines, people

Row = tuple[Button, ...]

START: Final = 40
"""Characters of a text that stand for it."""
ROOM_FOR_TEXTS: Final = 2800
"""Characters of texts that fit into the screen on which they are checked."""
FIGURES: Final = ("sent", "waiting", "unreachable", "unknown", "failed", "expired", "stopped", "held", "kept")
WIDTH: Final = 12
"""Squares of the bar."""
SECONDS: Final = 60


def ask_text(t: Translator, view: Draft, language: Language) -> Outgoing:
    """Ask for the text in one language; what it says now stands below."""
    broadcast = view.broadcast
    ask = t(f"broadcast-ask-{language.value}") if view.poll is None else t(f"poll-ask-{language.value}")
    parts = [ask, t("broadcast-how", longest=LONGEST_TEXT)]
    parts += content_cards.lines(t, broadcast)
    if view.goes_on:
        return _ask_rest(t, broadcast, language)
    if language in broadcast.texts:
        is_short = length(broadcast.texts[language]) <= ROOM_FOR_TEXTS
        now = Html(broadcast.texts[language]) if is_short else _start(t, broadcast, language)
        parts += [t("broadcast-now"), now]
    rows: list[Row] = []
    if language not in broadcast.texts:
        rows.append((_to(t("button-skip-language"), broadcast, "skip", language.value),))
    rows.append((_to(t("button-broadcast-draft"), broadcast, "open"),))
    return Outgoing(text="\n\n".join(parts), keyboard=tuple(rows))


def _ask_rest(t: Translator, broadcast: Broadcast, language: Language) -> Outgoing:
    """Ask whether more of a long text comes, or whether that was all."""
    there = length(broadcast.texts[language])
    text = t("broadcast-taken", length=there, longest=LONGEST_TEXT, messages=broadcast.messages_in(language))
    rows = (
        (_to(t("button-broadcast-all-of-it"), broadcast, "skip", language.value, style="success"),),
        (_to(t("button-broadcast-anew"), broadcast, "text", language.value),),
    )
    return Outgoing(text=text, keyboard=rows)


def draft(t: Translator, view: Draft) -> Outgoing:
    """A draft: what is written, whom it is for, and what to do next."""
    broadcast = view.broadcast
    texts = "\n".join(_text_line(t, broadcast, language) for language in Language)
    photo = content_cards.lines(t, broadcast)
    photo += [*reply_cards.draft_lines(t, broadcast), *later_cards.draft_lines(t, view)]
    photo += poll_cards.draft_lines(t, view.poll, view.events, broadcast)
    head = t("broadcast-draft" if view.poll is None else "poll-draft")
    parts = [head, "\n".join([texts, *photo]), t("broadcast-whom"), audience_lines(t, view)]
    rows: list[Row] = [tuple(_text_button(t, broadcast, language) for language in Language)]
    reply = poll_cards.draft_rows(t, view)
    if view.poll is None:
        reply = [reply_cards.draft_row(t, broadcast), *content_cards.draft_row(t, broadcast)]
    rows += [(_to(t("button-audience"), broadcast, "whom", "0"),), *reply, *later_cards.draft_row(t, view)]
    if not broadcast.is_empty:
        rows.append((_to(t("button-broadcast-bare"), broadcast, "bare"),))
    if broadcast.texts:
        rows.append((_to(t("button-broadcast-check"), broadcast, "check", style="primary"),))
    rows.append((_to(t("button-broadcast-drop"), broadcast, "drop"), _all(t, broadcast)))
    return Outgoing(text="\n\n".join(parts), keyboard=tuple(rows))


def drop_question(t: Translator, broadcast: Broadcast) -> Outgoing:
    """Ask whether a draft is really to be thrown away."""
    rows = (
        (_to(t("button-broadcast-drop-yes"), broadcast, "drop-yes", style="danger"),),
        (_to(t("button-back"), broadcast, "open"),),
    )
    return Outgoing(text=t("broadcast-drop-question", start=start_of(t, broadcast)), keyboard=rows)


def preview(t: Translator, view: Preview, per_second: float) -> Outgoing:
    """What a sender checks: whom it reaches, how many, how long it takes, how it looks."""
    broadcast = view.broadcast
    parts: list[str] = [t("broadcast-check"), audience_lines(t, view), people(t, view)]
    if view.total:
        parts[-1] += "\n" + t("broadcast-takes", duration=duration(t, view.total * _most_messages(view) / per_second))
    parts += [t(f"broadcast-missing-{language.value}", number=number) for language, number in view.missing.items()]
    if view.missing:
        parts.append(t("broadcast-missing-remedy"))
    parts += [*content_cards.lines(t, broadcast), *reply_cards.draft_lines(t, broadcast)]
    if (most := _most_messages(view)) > 1:
        parts.append(t("broadcast-in-parts", number=most))
    asked = poll_cards.draft_lines(t, view.poll, view.events, broadcast)
    parts += [Html("\n".join(asked))] if asked else []
    if broadcast.length * len(broadcast.texts) + sum(map(len, asked)) <= ROOM_FOR_TEXTS:
        parts += [Html(f"<b>— {t(f'language-{code.value}')} —</b>\n{text}") for code, text in _written(broadcast)]
    return Outgoing(text="\n\n".join(parts), keyboard=(*_preview_rows(t, view), _back(t, broadcast)))


def _most_messages(view: Preview) -> int:
    """Return as how many messages the longest of its texts goes out."""
    broadcast = view.broadcast
    return max(broadcast.messages_in(one, has_poll=view.poll is not None) for one in broadcast.texts)


def _preview_rows(t: Translator, view: Preview) -> list[Row]:
    broadcast = view.broadcast
    looks = tuple(
        _to(plain(t("button-broadcast-look", language=t(f"language-{reader.value}"))), broadcast, "look", reader.value)
        for reader in Language
        if reader in broadcast.texts or reader in view.missing
    )
    rows: list[Row] = [looks]
    rows += [(_text_button(t, broadcast, language),) for language in view.missing]
    if poll_cards.lacks(view):
        return rows
    if view.total and broadcast.is_emergency:
        rows.append(reply_cards.raise_row(t, broadcast, view.total))
    elif view.total:
        key, value, style = ("marked", "marked", None) if view.missing else ("send", "plain", "success")
        label = t(f"button-broadcast-{key}", number=view.total)
        rows.append((_to(label, broadcast, "send", value, style=style),))
        rows.append(later_cards.check_row(t, broadcast, is_marked=bool(view.missing)))
    return rows


def progress(t: Translator, view: Progress, per_second: float) -> Outgoing:
    """Where a sending stands, and in the end what became of it."""
    broadcast, report = view.broadcast, view.report
    parts: list[str] = [
        later_cards.head(t, view) or t(f"broadcast-head-{_phase(broadcast)}", seconds=TIME_TO_UNDO.seconds),
        *later_cards.left_lines(t, broadcast),
        start_of(t, broadcast),
        audience_lines(t, view),
    ]
    if broadcast.state is not State.SCHEDULED:
        parts.append(_figures(t, report, has_ended=broadcast.finished_at is not None or broadcast.state is State.SENT))
        asked = [*reply_cards.progress_lines(t, view), *poll_cards.progress_lines(t, view)]
        parts += [*after_cards.lines(t, view), *asked]
    if broadcast.state is State.SENDING and report.waiting:
        parts.append(t("broadcast-left", duration=duration(t, report.waiting / per_second)))
    more = (*reply_cards.progress_rows(t, view), *poll_cards.progress_rows(t, view))
    return Outgoing(
        text="\n\n".join(parts),
        keyboard=(*_progress_rows(t, view), *after_cards.rows(t, view), *more, _ways_out(t, view)),
    )


def _ways_out(t: Translator, view: Progress) -> Row:
    """The way to the list: while figures are kept true in this message, it leads to a message of its own."""
    broadcast = view.broadcast
    if broadcast.finished_at is None or broadcast.asks_reply or view.poll is not None:
        return (Button(text=t("button-broadcasts"), data=_list(broadcast.programme_id, "apart")),)
    return (_all(t, broadcast), home_button(t))


def _phase(broadcast: Broadcast) -> str:
    if broadcast.edition and broadcast.state in (State.SENT, State.STOPPED) and broadcast.finished_at is None:
        return "correcting"
    if broadcast.state is State.STOPPED and broadcast.finished_at is None:
        return "stopping"
    return broadcast.state.value


def _progress_rows(t: Translator, view: Progress) -> list[Row]:
    broadcast = view.broadcast
    refresh = _to(t("button-broadcast-refresh"), broadcast, "open")
    if left := later_cards.left_rows(t, broadcast):
        return [*left, (refresh,)]
    match broadcast.state:
        case State.SCHEDULED:
            return [(_to(t("button-broadcast-undo"), broadcast, "undo", style="danger"),)]
        case State.SENDING | State.PAUSED:
            stop = _to(t("button-broadcast-stop"), broadcast, "stop", style="danger")
            return [(stop, later_cards.hold_button(t, broadcast)), (refresh,)]
        case _ if broadcast.finished_at is None:
            return [(refresh,)]
        case State.SENT | State.STOPPED if view.report.to_retry:
            return [(_to(t("button-broadcast-retry", number=view.report.to_retry), broadcast, "retry"),)]
        case _:
            return []


def _figures(t: Translator, report: Report, *, has_ended: bool) -> str:
    """Every figure that is not naught, and always those one looks for; they add up to the recipients."""
    done = report.settled / report.recipients if report.recipients else 1.0
    full = int(done * WIDTH)
    bar = [] if has_ended else [f"{'▓' * full}{'░' * (WIDTH - full)} {int(done * 100)} %"]
    numbers: dict[str, int] = {name: getattr(report, name) for name in FIGURES}
    always = {"sent", "unreachable"} if has_ended else {"sent", "waiting"}
    lines = [t("broadcast-figure-recipients", number=report.recipients)]
    lines += [t(f"broadcast-figure-{name}", number=n) for name, n in numbers.items() if n or name in always]
    return "\n".join([*bar, *lines])


def look(t: Translator, broadcast: Broadcast, reader: Translator, data: Mapping[str, Any]) -> tuple[Outgoing, ...]:
    """The message exactly as a reader gets it, with the way back to the check; below an album, which has no buttons."""
    back = (_to(t("button-back"), broadcast, "check"),)
    screen = tried(reader, data)
    if screen.album and not screen.rest:
        return screen, Outgoing(text=t("broadcast-album-above"), keyboard=(back,))
    return (screen.plus(back),)


def duration(t: Translator, seconds: float) -> Html:
    """How long something takes, in whole minutes."""
    return t("broadcast-minutes", minutes=ceil(seconds / SECONDS)) if seconds >= SECONDS else t("broadcast-a-minute")


def start_of(t: Translator, broadcast: Broadcast) -> Html:
    """The first words of an announcement, in the reader's language if it has one."""
    if not broadcast.texts:
        return t("broadcast-empty")
    return _start(t, broadcast, broadcast.language_for(t.language))


def _start(t: Translator, broadcast: Broadcast, language: Language) -> Html:
    words = " ".join(plain(broadcast.texts[language]).split())
    return t("broadcast-start", text=words if len(words) <= START else words[: START - 1].rstrip() + "…")


def _text_line(t: Translator, broadcast: Broadcast, language: Language) -> Html:
    is_written = language in broadcast.texts
    text = _start(t, broadcast, language) if is_written else t("broadcast-no-text-yet")
    return Html(f"{'✅' if is_written else '▫️'} {t(f'language-{language.value}')}: {text}")


def _text_button(t: Translator, broadcast: Broadcast, language: Language) -> Button:
    icon = "✏️" if language in broadcast.texts else "✍️"
    return _to(f"{icon} {t(f'language-{language.value}')}", broadcast, "text", language.value)


def _written(broadcast: Broadcast) -> list[tuple[Language, str]]:
    return [(language, broadcast.texts[language]) for language in Language if language in broadcast.texts]


def _back(t: Translator, broadcast: Broadcast) -> Row:
    return (_to(t("button-back"), broadcast, "open"), home_button(t))


def _all(t: Translator, broadcast: Broadcast) -> Button:
    return Button(text=t("button-broadcasts"), data=_list(broadcast.programme_id, "list"))


def _list(programme_id: int, do: str, page: int = 0) -> str:
    return BroadcastsPress(programme_id=programme_id, do=do, page=page).pack()


def _to(label: str, broadcast: Broadcast, do: str, value: str = "", *, style: str | None = None) -> Button:
    data = BroadcastPress(broadcast_id=broadcast.id, revision=broadcast.revision, do=do, value=value).pack()
    return Button(text=label, data=data, style=style)
