"""Counting a squad: who is missing, who was seen, and that everybody was looked for.

Always true: only leaders of the squad and those who run the whole event mark; a tap changes one child's row, so two
people who tap at once lose nothing; what is pressed about a count that is over changes nothing; a squad that is done
has nobody who is not marked, and can still be corrected until the count is over.
"""

from __future__ import annotations

from datetime import datetime

from bot.actions.tracking import ROLL, Roll, must_run, reach_roll, roll_of
from bot.domain.access import Actor
from bot.domain.errors import StaleError
from bot.domain.headcount import Headcount, Mark
from storage import accounts, audit, headcounts
from storage.database import Transaction


def read_roll(tx: Transaction, *, actor: Actor, now: datetime, headcount_id: int, squad_id: int) -> Roll:
    """Return how a squad stands in a count."""
    headcount, event = reach_roll(tx, actor, headcount_id, squad_id)
    return roll_of(tx, actor, headcount, event, squad_id, now)


def read_current(tx: Transaction, *, actor: Actor, now: datetime) -> Roll:
    """Return the squad that somebody is counting."""
    about = {"headcount_id": actor.place_args["headcount"], "squad_id": actor.place_args["squad"]}
    return read_roll(tx, actor=actor, now=now, **about)


def mark(
    tx: Transaction,
    *,
    actor: Actor,
    now: datetime,
    headcount_id: int,
    squad_id: int,
    registration_id: int,
    mark: Mark,
) -> Roll:
    """Mark one child as seen, as missing, or as not marked; the same tap twice is one."""
    headcount, event = reach_roll(tx, actor, headcount_id, squad_id)
    must_run(headcount)
    before = roll_of(tx, actor, headcount, event, squad_id, now)
    is_known = any(one.registration_id == registration_id for one in before.part.children)
    if not is_known or mark is Mark.AWAY or (mark is Mark.OPEN and before.part.finished_at is not None):
        raise StaleError
    headcounts.mark(tx, headcount_id, squad_id, registration_id, mark, account_id=actor.account_id, now=now)
    _stand(tx, actor, headcount, squad_id)
    return roll_of(tx, actor, headcount, event, squad_id, now)


def finish(tx: Transaction, *, actor: Actor, now: datetime, headcount_id: int, squad_id: int, rest: Mark) -> Roll:
    """Say that a squad is done: whoever is not marked was seen, or is missing; a second press changes nothing."""
    headcount, event = reach_roll(tx, actor, headcount_id, squad_id)
    must_run(headcount)
    before = roll_of(tx, actor, headcount, event, squad_id, now)
    if rest not in (Mark.PRESENT, Mark.MISSING):
        raise StaleError
    if before.part.finished_at is None:
        headcounts.mark_rest(tx, headcount_id, squad_id, rest, account_id=actor.account_id, now=now)
        headcounts.finish(tx, headcount_id, squad_id, account_id=actor.account_id, now=now)
        audit.record(
            tx,
            actor=actor,
            action="headcount.done",
            subject="squad",
            subject_id=squad_id,
            now=now,
            headcount=headcount_id,
        )
    _stand(tx, actor, headcount, squad_id)
    return roll_of(tx, actor, headcounts.get(tx, headcount_id), event, squad_id, now)


def _stand(tx: Transaction, actor: Actor, headcount: Headcount, squad_id: int) -> None:
    """Remember that somebody counts a squad, so that its list is shown again after a restart."""
    args = {"headcount": headcount.id, "squad": squad_id}
    if actor.place != ROLL or dict(actor.place_args) != args:
        accounts.set_place(tx, actor.account_id, ROLL, args)
