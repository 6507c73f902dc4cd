"""Sending an announcement later, holding one back for a while, and letting who joins later have it too.

Always true: what is planned by days from a start moves with it until it begins; a pause keeps everybody's copy owed;
who joins later gets one copy, as everybody.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import Final

from bot.actions import broadcasting, composing
from bot.actions.broadcasting import LIFE, TIME_TO_UNDO, Progress
from bot.actions.composing import Draft, take
from bot.domain.access import Actor
from bot.domain.broadcast import Broadcast, State
from bot.domain.errors import StaleError, TooFewLanguagesError
from bot.domain.event import Event
from bot.domain.plan import Plan, PlanError
from bot.domain.reminder import Quiet, local_instant
from bot.domain.vouch import Rules
from storage import accounts, broadcasts, events
from storage.database import Transaction

PLACE: Final = "announcement-time"
FARTHEST: Final = timedelta(days=400)
LAST_MINUTE: Final = time(23, 59)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A draft for which a time is to be typed; `event` is the one whose start days are counted from."""

    broadcast: Broadcast
    event: Event | None
    zone_of: Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A planned announcement; `is_quiet` when its time is one at which people sleep."""

    progress: Progress
    is_quiet: bool


def ask_time(
    tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, revision: int, may_fall_back: bool
) -> Question:
    """Let the time be typed at which a draft is to go out."""
    del now
    draft = take(tx, actor, broadcast_id, State.COMPOSING, revision=revision)
    if draft.is_emergency or not draft.texts:
        raise StaleError
    accounts.set_place(tx, actor.account_id, PLACE, {"broadcast": broadcast_id, "may_fall_back": may_fall_back})
    return _question(tx, draft)


def read_question(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int) -> Question:
    """Return the draft for which a time is to be typed."""
    del now
    return _question(tx, take(tx, actor, broadcast_id, State.COMPOSING))


def plan(tx: Transaction, *, actor: Actor, now: datetime, typed: str, quiet: Quiet, rules: Rules) -> Planned:
    """Send a draft at a typed time; PlanError names what is wrong with it."""
    if actor.place != PLACE:
        raise StaleError
    draft = take(tx, actor, actor.place_args["broadcast"], State.COMPOSING)
    may_fall_back = bool(actor.place_args["may_fall_back"])
    view = broadcasting.preview(tx, draft, now)
    if view.missing and not may_fall_back:
        raise TooFewLanguagesError
    zone = _question(tx, draft).zone_of.zone
    try:
        made = Plan.typed(typed, zone)
        send_at = _due_at(tx, draft, made)
    except (ValueError, OverflowError):
        raise PlanError("form") from None
    if not now + TIME_TO_UNDO < send_at < now + FARTHEST:
        raise PlanError("past")
    if view.poll is not None and view.poll.closes_at is not None and view.poll.closes_at <= send_at:
        raise PlanError("poll")
    broadcasting.must_be_agreed(tx, actor, view, rules, now)
    planned = replace(
        draft,
        state=State.SCHEDULED,
        plan=made,
        send_at=send_at,
        sender_id=actor.account_id,
        may_fall_back=may_fall_back,
    )
    progress = broadcasting.change(tx, actor, planned, "broadcast.plan", now)
    return Planned(progress=progress, is_quiet=quiet.ends_at(send_at, zone) is not None)


def let_join(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, until: str) -> Draft:
    """Let who joins the audience later have it too: until the start, until the end, or not («off»)."""
    del now
    draft = take(tx, actor, broadcast_id, State.COMPOSING)
    event = _question(tx, draft).event
    if until not in {"off", "start", "end"} or (event is None and until != "off"):
        raise StaleError
    joins_until = None
    if event is not None and until != "off":
        on = event.starts_on if until == "start" else event.ends_on
        joins_until = local_instant(on, LAST_MINUTE, event.zone)
    return composing.arrive(tx, actor, broadcasts.update(tx, replace(draft, joins_until=joins_until)))


def pause(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, revision: int) -> Progress:
    """Hold back what has not left; it stays owed."""
    sending = take(tx, actor, broadcast_id, State.SENDING, revision=revision)
    held = broadcasting.change(tx, actor, replace(sending, state=State.PAUSED), "broadcast.pause", now)
    broadcasts.hold(tx)
    return held


def resume(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, revision: int) -> Progress:
    """Go on with what was held back; what nobody answers for has to be taken over."""
    paused = take(tx, actor, broadcast_id, State.PAUSED, revision=revision)
    if paused.left_at is not None:
        raise StaleError
    broadcasts.release(tx, broadcast_id, now=now, not_after=now + LIFE)
    return broadcasting.change(tx, actor, replace(paused, state=State.SENDING), "broadcast.resume", now)


def tick(tx: Transaction, *, now: datetime) -> int:
    """Move plans whose start has moved, and hold back what came back into a pause."""
    del now
    broadcasts.hold(tx)
    for one in broadcasts.list_planned(tx):
        try:
            due_at = _due_at(tx, one, one.plan or Plan(at=one.send_at))
        except ValueError:
            continue
        if due_at != one.send_at:
            broadcasts.update(tx, replace(one, send_at=due_at))
    return 0


def tick_late(tx: Transaction, *, now: datetime) -> int:
    """Owe a copy to everybody who has joined an audience since; return how many there are."""
    return sum(_send_late(tx, one, now) for one in broadcasts.list_joinable(tx, now))


def _send_late(tx: Transaction, broadcast: Broadcast, now: datetime) -> int:
    joined = broadcasts.fan_out(tx, broadcast, now=now, not_after=now + LIFE)
    if joined:
        recipients = (broadcast.recipients or 0) + joined
        broadcasts.update(tx, replace(broadcast, state=State.SENDING, recipients=recipients, finished_at=None))
    return joined


def _question(tx: Transaction, draft: Broadcast) -> Question:
    found = events.list_events(tx, draft.programme_id)
    event = next((one for one in found if one.id == draft.audience.event_id), None)
    return Question(broadcast=draft, event=event, zone_of=event or found[0])


def _due_at(tx: Transaction, draft: Broadcast, made: Plan) -> datetime:
    question = _question(tx, draft)
    starts_on = None
    if question.event is not None:
        streams = {stream.id: stream.starts_on for stream in question.event.streams}
        starts_on = streams.get(draft.audience.stream_id or 0, question.event.starts_on)
    return made.due_at(starts_on, question.zone_of.zone).astimezone(UTC)
