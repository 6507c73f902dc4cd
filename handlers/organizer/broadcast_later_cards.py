"""The screens of announcements that go out later, are held back, or go to latecomers too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bot.actions.broadcasting import Progress
from bot.actions.composing import Draft
from bot.actions.postponing import Question
from bot.domain.broadcast import FALLBACK, Broadcast, State
from bot.domain.event import Event
from bot.domain.language import Language
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.broadcast_callbacks import LaterPress
from handlers.callbacks import BroadcastPress

Row = tuple[Button, ...]
READY: Final = {"before": "-1d18h00", "morning": "0d08h00"}
"""The evening before the start, and its morning."""
START: Final = 60
"""Characters of a text that stand for it in a message."""


def check_row(t: Translator, broadcast: Broadcast, *, is_marked: bool) -> Row:
    """The way from the check to sending it later."""
    return (_to(t("button-broadcast-later"), broadcast, "when", "marked" if is_marked else ""),)


def draft_row(t: Translator, view: Draft) -> list[Row]:
    """The way to letting latecomers have it; it needs an event."""
    if view.broadcast.audience.event_id is None:
        return []
    return [(_to(t("button-broadcast-joins"), view.broadcast, "joins"),)]


def draft_lines(t: Translator, view: Draft) -> list[Html]:
    """Until when latecomers get it too."""
    until = view.broadcast.joins_until
    event = next((one for one in view.events if one.id == view.broadcast.audience.event_id), None)
    if until is None or event is None:
        return []
    return [t("broadcast-joins-until", day=t.day(until.astimezone(event.zone).date()))]


def ask_time(t: Translator, view: Question) -> Outgoing:
    """Ask when it is to go out."""
    broadcast = view.broadcast
    rows: list[Row] = []
    if view.event is not None:
        rows = [(_to(t(f"button-plan-{name}"), broadcast, "at", value),) for name, value in READY.items()]
    back = BroadcastPress(broadcast_id=broadcast.id, revision=broadcast.revision, do="check").pack()
    how = [t("plan-ask", zone=view.zone_of.zone.key)]
    if view.event is not None:
        how.append(t("plan-ask-days"))
    return Outgoing(text="\n\n".join(how), keyboard=(*rows, (Button(text=t("button-back"), data=back),)))


def choose_joining(t: Translator, view: Draft) -> Outgoing:
    """Until when latecomers get it too."""
    broadcast = view.broadcast
    rows = tuple((_to(t(f"joins-{value}"), broadcast, "join", value),) for value in ("off", "start", "end"))
    back = BroadcastPress(broadcast_id=broadcast.id, revision=broadcast.revision, do="open").pack()
    return Outgoing(text=t("joins-choose"), keyboard=(*rows, (Button(text=t("button-back"), data=back),)))


def head(t: Translator, view: Progress) -> Html | None:
    """When a planned announcement goes out; None for others."""
    broadcast = view.broadcast
    if broadcast.state is not State.SCHEDULED or broadcast.plan is None or broadcast.send_at is None:
        return None
    moment = t.moment(broadcast.send_at, _zone_of(view).zone)
    return t("plan-head-moving" if broadcast.plan.is_relative else "plan-head", moment=moment)


def hold_button(t: Translator, broadcast: Broadcast) -> Button:
    """Hold it back, or go on."""
    if broadcast.state is State.PAUSED:
        return _to(t("button-broadcast-resume"), broadcast, "resume", style="success")
    return _to(t("button-broadcast-pause"), broadcast, "pause")


def left_lines(t: Translator, broadcast: Broadcast) -> list[Html]:
    """That nobody answers for an announcement any more, where that holds it back."""
    return [t(f"broadcast-left-{broadcast.state.value}")] if _is_left(broadcast) else []


def left_rows(t: Translator, broadcast: Broadcast) -> list[Row]:
    """The ways out of that: taking it over or throwing it away."""
    if not _is_left(broadcast):
        return []
    rows: list[Row] = [(_to(t("button-broadcast-inherit"), broadcast, "inherit", style="success"),)]
    if broadcast.state is not State.SENDING:
        rows.append((_to(t("button-broadcast-discard"), broadcast, "discard"),))
    return rows


def discard_question(t: Translator, view: Progress, start: Html) -> Outgoing:
    """Ask whether what waits for a sender is really to go no further."""
    broadcast = view.broadcast
    key = "paused" if broadcast.state is State.PAUSED else "scheduled"
    text = t(f"broadcast-discard-{key}", start=start, number=view.report.waiting)
    back = BroadcastPress(broadcast_id=broadcast.id, revision=broadcast.revision, do="open").pack()
    yes = _to(t("button-broadcast-discard-yes"), broadcast, "discard-yes", style="danger")
    return Outgoing(text=text, keyboard=((yes,), (Button(text=t("button-back"), data=back),)))


def left_notice(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Tell who may take an announcement over that its sender has lost the role, and what that means for it."""
    fate, which = data["fate"], {"broadcast_id": data["broadcast"], "revision": data["revision"]}
    text = t(f"notice-broadcast-left-{fate}", name=data["name"], start=_start_of(t, data["texts"]))
    look = Button(text=t("button-open"), data=BroadcastPress(**which, do="open").pack())
    if fate in ("draft", "yours"):
        return Outgoing(text=text, keyboard=((look,),))
    mine = LaterPress(**which, do="inherit").pack()
    rows: list[Row] = [(Button(text=t("button-broadcast-inherit"), data=mine, style="success"),)]
    if fate != "going":
        drop = LaterPress(**which, do="discard").pack()
        rows.append((Button(text=t("button-broadcast-discard"), data=drop),))
    return Outgoing(text=text, keyboard=(*rows, (look,)))


def _start_of(t: Translator, texts: Mapping[str, str]) -> str:
    """Return the first words of an announcement, in the reader's language if it has one."""
    written: list[Language] = [language for language in FALLBACK[t.language] if language.value in texts]
    words = " ".join(plain(texts[written[0].value]).split()) if written else ""
    return words if len(words) <= START else words[: START - 1].rstrip() + "…"


def _is_left(broadcast: Broadcast) -> bool:
    return broadcast.left_at is not None and broadcast.state in (State.SCHEDULED, State.SENDING, State.PAUSED)


def _zone_of(view: Progress) -> Event:
    return next((one for one in view.events if one.id == view.broadcast.audience.event_id), view.events[0])


def _to(label: str, broadcast: Broadcast, do: str, value: str = "", *, style: str | None = None) -> Button:
    data = LaterPress(broadcast_id=broadcast.id, revision=broadcast.revision, do=do, value=value).pack()
    return Button(text=label, data=data, style=style)
