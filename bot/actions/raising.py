"""Raising an emergency: everybody of the audience and every guardian at once, before everything else, at any hour.

Always true: nothing lies between the second press and the first copy; nobody chooses who of a family is told; whoever
gets it is asked to confirm; a missing language never holds it back, it is marked.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.actions import broadcasting, composing
from bot.actions.broadcasting import Preview, Progress
from bot.actions.composing import Draft, take
from bot.domain.access import Actor
from bot.domain.audience import FAMILY
from bot.domain.broadcast import State
from bot.domain.errors import StaleError
from storage import broadcasts, polls
from storage.database import Transaction


def choose(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, is_emergency: bool) -> Draft:
    """Make a draft an emergency, or an announcement like others again."""
    del now
    draft = take(tx, actor, broadcast_id, State.COMPOSING)
    if polls.find(tx, broadcast_id) is not None:
        raise StaleError
    audience = draft.audience.choosing("language", "all") if is_emergency else draft.audience
    if is_emergency:
        audience = replace(audience, roles=audience.roles | FAMILY)
    changed = replace(draft, is_emergency=is_emergency, asks_reply=is_emergency or draft.asks_reply, audience=audience)
    return composing.arrive(tx, actor, broadcasts.update(tx, changed))


def read_question(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, revision: int) -> Preview:
    """Return whom an emergency reaches, for the question before it is raised."""
    draft = take(tx, actor, broadcast_id, State.COMPOSING, revision=revision)
    view = broadcasting.preview(tx, draft, now)
    if not draft.is_emergency or not draft.texts or not view.total:
        raise StaleError
    return view


def send_now(
    tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, revision: int, message_id: int | None
) -> Progress:
    """Owe everybody their copy in this very moment."""
    view = read_question(tx, actor=actor, now=now, broadcast_id=broadcast_id, revision=revision)
    raised = replace(
        view.broadcast,
        state=State.SCHEDULED,
        may_fall_back=True,
        sender_id=actor.account_id,
        send_at=now,
        progress_message_id=message_id,
    )
    scheduled = broadcasting.change(tx, actor, raised, "broadcast.emergency", now).broadcast
    broadcasting.begin(tx, scheduled, now)
    return broadcasting.progress(tx, broadcasts.get(tx, broadcast_id))
