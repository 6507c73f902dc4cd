"""Buttons under an announcement that lead somewhere.

Always true: at most three; only a draft's are changed; none stand under a poll.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.actions.composing import DRAFT, take
from bot.domain.access import Actor
from bot.domain.broadcast import Broadcast, State
from bot.domain.errors import StaleError
from bot.domain.link import MOST_LINKS, Link
from storage import accounts, broadcasts, polls
from storage.database import Transaction

PLACE: Final = "announcement-link"


def read(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int) -> Broadcast:
    """Return a draft with its links."""
    del now
    return take(tx, actor, broadcast_id, State.COMPOSING)


def ask(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int) -> Broadcast:
    """Let one more link be typed."""
    del now
    draft = _with_room(tx, take(tx, actor, broadcast_id, State.COMPOSING))
    accounts.set_place(tx, actor.account_id, PLACE, {"broadcast": broadcast_id})
    return draft


def add(tx: Transaction, *, actor: Actor, now: datetime, typed: str) -> Broadcast:
    """Add a typed link; LinkError says what is wrong with it."""
    del now
    if actor.place != PLACE:
        raise StaleError
    draft = _with_room(tx, take(tx, actor, actor.place_args["broadcast"], State.COMPOSING))
    return _save(tx, actor, draft, (*draft.links, Link.typed(typed)))


def drop(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, revision: int, number: int) -> Broadcast:
    """Take one link away, counted from naught."""
    del now
    draft = take(tx, actor, broadcast_id, State.COMPOSING, revision=revision)
    if not 0 <= number < len(draft.links):
        raise StaleError
    return _save(tx, actor, draft, draft.links[:number] + draft.links[number + 1 :])


def _with_room(tx: Transaction, draft: Broadcast) -> Broadcast:
    if len(draft.links) >= MOST_LINKS or polls.find(tx, draft.id) is not None:
        raise StaleError
    return draft


def _save(tx: Transaction, actor: Actor, draft: Broadcast, links: tuple[Link, ...]) -> Broadcast:
    accounts.set_place(tx, actor.account_id, DRAFT, {"broadcast": draft.id})
    return broadcasts.update(tx, replace(draft, links=links))
