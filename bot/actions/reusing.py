"""Audiences with a name: kept as what they are chosen by, used again for another announcement.

Always true: who runs less than a programme sees, uses and changes only audiences all of which one may write to, and
whoever uses one writes to nobody beyond one's own part.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.actions import addressing, composing
from bot.actions.composing import Draft, take
from bot.domain.access import Actor
from bot.domain.audience import FAMILY, Saved
from bot.domain.broadcast import Broadcast, State
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.names import clean
from storage import accounts, audiences, audit, broadcasts
from storage.database import Transaction

NAME: Final = "audience-name"
"""The screen on which the name of an audience is typed."""
PAGE: Final = 8
LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """One page of the audiences with a name; `dropped` was deleted just now and can be brought back."""

    broadcast: Broadcast
    shown: tuple[Saved, ...]
    page: int
    has_more: bool
    dropped: Saved | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One audience with a name: a draft as it would be for it."""

    saved: Saved
    draft: Draft


def list_saved(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, page: int) -> Shelf:
    """Come to the audiences that may be used for a draft and return one page of them."""
    del now
    broadcast = take(tx, actor, broadcast_id, State.COMPOSING)
    if page < 0:
        raise StaleError
    composing.arrive(tx, actor, broadcast)
    return _shelf(tx, actor, broadcast, page)


def read_saved(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, saved_id: int) -> Taken:
    """Return one audience as it would be for a draft: whom it is for, and how many that is now."""
    broadcast = take(tx, actor, broadcast_id, State.COMPOSING)
    saved = _take(tx, actor, broadcast, saved_id)
    would_be = _with(tx, actor, broadcast, saved)
    draft = composing.counted(tx, composing.view_of(tx, actor, would_be), now)
    return Taken(saved=saved, draft=draft)


def use(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, saved_id: int) -> Draft:
    """Let a draft be for an audience with a name."""
    broadcast = take(tx, actor, broadcast_id, State.COMPOSING)
    saved = _take(tx, actor, broadcast, saved_id)
    changed = broadcasts.update(tx, _with(tx, actor, broadcast, saved))
    return composing.counted(tx, composing.arrive(tx, actor, changed), now)


def ask_name(
    tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, saved_id: int | None
) -> tuple[Broadcast, Saved | None]:
    """Go where a name is typed: for whom the draft is for (None), or for an audience that has one already."""
    del now
    broadcast = take(tx, actor, broadcast_id, State.COMPOSING)
    saved = None if saved_id is None else _take(tx, actor, broadcast, saved_id)
    accounts.set_place(tx, actor.account_id, NAME, {"broadcast": broadcast_id, "saved": saved_id})
    return broadcast, saved


def name(tx: Transaction, *, actor: Actor, now: datetime, typed: str) -> Shelf | None:
    """Save the draft's audience under a name, or rename one; None when nothing was typed."""
    if actor.place != NAME:
        raise StaleError
    broadcast = take(tx, actor, actor.place_args["broadcast"], State.COMPOSING)
    called, saved_id = clean(typed)[:LONGEST_NAME].strip(), actor.place_args["saved"]
    if not called:
        return None
    if saved_id is None:
        about = (broadcast.programme_id, broadcast.audience)
        saved_id = audiences.save(tx, *about, made_by=actor.account_id, name=called, now=now).id
    else:
        audiences.rename(tx, _take(tx, actor, broadcast, saved_id).id, called)
    _record(tx, actor, "audience.name", saved_id, now)
    composing.arrive(tx, actor, broadcast)
    return _shelf(tx, actor, broadcast, 0)


def drop(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, saved_id: int) -> Shelf:
    """Delete an audience's name; drafts that used it keep whom they are for."""
    broadcast = take(tx, actor, broadcast_id, State.COMPOSING)
    saved = _take(tx, actor, broadcast, saved_id)
    audiences.drop(tx, saved.id, now)
    _record(tx, actor, "audience.drop", saved.id, now)
    return replace(_shelf(tx, actor, broadcast, 0), dropped=saved)


def restore(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, saved_id: int) -> Shelf:
    """Bring a deleted audience back."""
    broadcast = take(tx, actor, broadcast_id, State.COMPOSING)
    saved = _take(tx, actor, broadcast, saved_id, may_be_dropped=True)
    audiences.restore(tx, saved.id)
    _record(tx, actor, "audience.restore", saved.id, now)
    return _shelf(tx, actor, broadcast, 0)


def _take(tx: Transaction, actor: Actor, broadcast: Broadcast, saved_id: int, *, may_be_dropped: bool = False) -> Saved:
    """Return an audience of the draft's programme all of which this person may write to."""
    saved = audiences.get_saved(tx, saved_id)
    if saved.programme_id != broadcast.programme_id or (saved.is_dropped and not may_be_dropped):
        raise NotAvailableError
    if not addressing.reaches(tx, actor, saved.programme_id, saved.audience):
        raise NotAvailableError
    return saved


def _with(tx: Transaction, actor: Actor, broadcast: Broadcast, saved: Saved) -> Broadcast:
    audience = addressing.narrow(tx, actor, broadcast.programme_id, saved.audience)
    if broadcast.is_emergency:
        audience = replace(audience.choosing("language", "all"), roles=audience.roles | FAMILY)
    return replace(broadcast, audience=audience)


def _shelf(tx: Transaction, actor: Actor, broadcast: Broadcast, page: int) -> Shelf:
    found = [
        one
        for one in audiences.list_saved(tx, broadcast.programme_id)
        if addressing.reaches(tx, actor, broadcast.programme_id, one.audience)
    ]
    shown = tuple(found[page * PAGE : (page + 1) * PAGE])
    return Shelf(broadcast=broadcast, shown=shown, page=page, has_more=len(found) > (page + 1) * PAGE)


def _record(tx: Transaction, actor: Actor, action: str, saved_id: int, now: datetime) -> None:
    audit.record(tx, actor=actor, action=action, subject="audience", subject_id=saved_id, now=now)
