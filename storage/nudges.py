"""Nudges about unfinished drafts: which are due, which are done, and who wants none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.nudge import REST, STEPS
from storage import notices
from storage.database import Transaction
from storage.values import instant, micros

SLACK: Final = timedelta(days=1)
"""Wider than any offset of a zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Untouched:
    """A draft whose next nudge is due; `step` is the last one that was sent (0: none)."""

    draft_id: int
    changed_at: datetime
    step: int


def list_event_ids(tx: Transaction, now: datetime) -> tuple[int, ...]:
    """Return the events that may take registrations around now; the caller looks at their local date."""
    first_on, last_on = (now - SLACK).date().isoformat(), (now + SLACK).date().isoformat()
    return tuple(row["id"] for row in tx.list_("nudges.events", first_on=first_on, last_on=last_on))


def list_due(tx: Transaction, event_id: int, now: datetime, *, limit: int) -> tuple[Untouched, ...]:
    """Return the drafts of an event that are to be nudged about, longest untouched first."""
    first, second, third = (micros(now - untouched) for untouched in STEPS)
    rows = tx.list_(
        "nudges.due",
        event_id=event_id,
        first_before=first,
        second_before=second,
        third_before=third,
        rested_before=micros(now - REST),
        most=limit,
    )
    return tuple(Untouched(draft_id=row["id"], changed_at=instant(row["changed_at"]), step=row["step"]) for row in rows)


def record(tx: Transaction, draft_id: int, step: int, now: datetime) -> bool:
    """Write down that a nudge is sent; False when it was sent before or none are wanted."""
    return tx.run("nudges.record", draft_id=draft_id, step=step, now=micros(now)) == 1


def stop(tx: Transaction, draft_id: int, now: datetime) -> None:
    """Never nudge about a draft again; what has not left yet does not leave."""
    tx.run("nudges.stop", draft_id=draft_id, now=micros(now))
    take_back(tx, draft_id, now)


def take_back(tx: Transaction, draft_id: int, now: datetime) -> None:
    """Stop the nudges about a draft that have not left yet, because it is not unfinished any more."""
    for step in range(1, len(STEPS) + 1):
        notices.stop(tx, dedup_key(draft_id, step), now)


def dedup_key(draft_id: int, step: int) -> str:
    """Return what makes a second message of one nudge impossible."""
    return f"nudge:{draft_id}:{step}"
