"""Announcements that nobody answers for: taken over by somebody who may send them, or thrown away.

Always true: only who may write to everybody in the audience takes one over or throws it away, once; whoever took it
over is its sender; one whose time is over meanwhile leaves a moment to take it back.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.actions.broadcasting import LIFE, TIME_TO_UNDO, Progress, change, progress
from bot.actions.composing import take
from bot.domain.access import Actor
from bot.domain.broadcast import Broadcast, State
from bot.domain.errors import StaleError
from storage import broadcasts, outbox, polls
from storage.database import Transaction

HELD = (State.SCHEDULED, State.SENDING, State.PAUSED)


def take_over(
    tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, revision: int, message_id: int | None
) -> Progress:
    """Become the sender of what waits for one: it goes out at its time, or goes on; StaleError when it waits no more.

    StaleError too for a poll that nobody could answer any more.
    """
    held = _held(tx, actor, broadcast_id, revision)
    mine = replace(held, sender_id=actor.account_id, left_at=None, progress_message_id=message_id)
    if held.state is State.SCHEDULED:
        mine = _at_its_time(tx, mine, now)
    elif held.state is State.PAUSED:
        mine = replace(mine, state=State.SENDING)
        broadcasts.release(tx, held.id, now=now, not_after=now + LIFE)
    return change(tx, actor, mine, "broadcast.inherit", now)


def read_question(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, revision: int) -> Progress:
    """Return what waits for a sender, for the question whether it is to be thrown away."""
    del now
    return progress(tx, _held(tx, actor, broadcast_id, revision))


def discard(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, revision: int) -> int:
    """Let what waits for a sender go no further and return its programme; what was delivered stays delivered."""
    held = _held(tx, actor, broadcast_id, revision)
    state = State.CANCELLED if held.state is State.SCHEDULED else State.STOPPED
    change(tx, actor, replace(held, state=state, sender_id=actor.account_id, left_at=None), "broadcast.discard", now)
    outbox.stop_broadcast(tx, broadcast_id, now)
    return held.programme_id


def _held(tx: Transaction, actor: Actor, broadcast_id: int, revision: int) -> Broadcast:
    held = take(tx, actor, broadcast_id, *HELD, revision=revision)
    if held.left_at is None:
        raise StaleError
    return held


def _at_its_time(tx: Transaction, mine: Broadcast, now: datetime) -> Broadcast:
    """Keep the time it was planned for; when that is over it goes out as if it were sent now."""
    poll = polls.find(tx, mine.id)
    if poll is not None and not poll.is_ready(mine.texts, now):
        raise StaleError
    if mine.send_at is not None and mine.send_at > now + TIME_TO_UNDO:
        return mine
    return replace(mine, send_at=now + TIME_TO_UNDO, plan=None)
