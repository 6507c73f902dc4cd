"""Places that a school or a district did not use go back to the pool of the quota above, at a day or by hand.

Always true: nobody who has a place loses it by a recall; the quotas inside go first, so that a district gives back what
its schools gave it; whoever waited for a place that this freed is given it in the same transaction; coordinators are
told a week and a day before and afterwards, once each.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from bot.actions.seating import promote
from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.notice import Notice
from bot.domain.quota import Quota
from bot.domain.reminder import NEVER_QUIET, Quiet
from storage import audit, events, outbox, quotas, registrations, schools
from storage.database import Transaction

WARNED: Final = (1, 7)
"""Days before a recall on which coordinators are told of it, the nearest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """What a recall by hand gave back; `recall_id` None when there was nothing to recall."""

    recall_id: int | None
    amount: int
    seated: int


def tick(tx: Transaction, *, now: datetime, quiet: Quiet = NEVER_QUIET) -> int:
    """Recall what is due, tell of what soon will be; return how many quotas that was."""
    done = 0
    due = quotas.list_due(tx, now.date() + timedelta(days=max(WARNED) + 1))
    for event_id in dict.fromkeys(row["event_id"] for row in due):
        event = events.get(tx, event_id)
        if quiet.ends_at(now, event.zone) is not None:
            continue
        theirs = {row["id"]: date.fromisoformat(row["due_on"]) for row in due if row["event_id"] == event_id}
        done += _recall_due(tx, event, [one for one, on in theirs.items() if on <= event.today(now)], now)
        for quota_id, on in theirs.items():
            _warn(tx, event, quotas.get(tx, quota_id), on, now)
    return done


def recall(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, unit_id: int) -> Recalled:
    """Recall a unit's unused places in every stream, now."""
    event = events.get(tx, event_id)
    actor.must_run(event.programme_id)
    found = [one for one in quotas.list_of_event(tx, event_id) if one.unit_id == unit_id and one.above_id]
    if not found:
        raise NotAvailableError
    amount, seated, last = 0, 0, None
    for quota in found:
        registrations.lock_stream(tx, quota.stream_id)
        fresh = quotas.get(tx, quota.id)
        if not fresh.is_recalled:
            amount += max(fresh.pool, 0)
            last = quotas.add_recall(tx, fresh, recalled_by=actor.account_id, now=now)
            seated += len(promote(tx, quota.stream_id, event, now=now))
    audit.record(tx, actor=actor, action="quota.recall", subject="unit", subject_id=unit_id, now=now, amount=amount)
    return Recalled(recall_id=last, amount=amount, seated=seated)


def undo(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, unit_id: int, recall_id: int) -> int:
    """Give a unit its recalled places again, as far as nobody has taken them; return how many."""
    event = events.get(tx, event_id)
    actor.must_run(event.programme_id)
    own = {one.id for one in quotas.list_of_event(tx, event_id) if one.unit_id == unit_id}
    found = quotas.list_recalls_like(tx, recall_id)
    if not found or any(row["quota_id"] not in own for row in found):
        raise NotAvailableError
    restored = 0
    for row in found:
        if not quotas.undo_recall(tx, row["id"], now):
            raise StaleError
        quota = quotas.get(tx, row["quota_id"])
        registrations.lock_stream(tx, quota.stream_id)
        room = max(quotas.get(tx, quota.above_id).pool, 0) if quota.above_id else 0
        places = min(row["amount"], room)
        quotas.resize(tx, quota.id, quota.capacity + places, now=now)
        restored += places
        promote(tx, quota.stream_id, event, now=now)
    audit.record(tx, actor=actor, action="quota.recall_undo", subject="unit", subject_id=unit_id, now=now)
    return restored


def _recall_due(tx: Transaction, event: Event, quota_ids: list[int], now: datetime) -> int:
    found = [quotas.get(tx, quota_id) for quota_id in quota_ids]
    for stream_id in dict.fromkeys(quota.stream_id for quota in found):
        registrations.lock_stream(tx, stream_id)
        for quota in _deepest_first(one for one in found if one.stream_id == stream_id):
            fresh = quotas.get(tx, quota.id)
            quotas.add_recall(tx, fresh, recalled_by=None, now=now)
            _tell(tx, event, fresh, "recall-done", now, event.today(now), key="done")
        promote(tx, stream_id, event, now=now)
    return len(found)


def _deepest_first(found: Iterable[Quota]) -> list[Quota]:
    by_id = {quota.id: quota for quota in found}

    def depth(quota: Quota) -> int:
        return 1 + depth(by_id[quota.above_id]) if quota.above_id in by_id else 0

    return sorted(by_id.values(), key=lambda quota: (-depth(quota), quota.id))


def _warn(tx: Transaction, event: Event, quota: Quota, on: date, now: datetime) -> None:
    days = (on - event.today(now)).days
    step = next((one for one in WARNED if days <= one), None)
    if days > 0 and step is not None and quota.pool > 0:
        _tell(tx, event, quota, "recall-soon", now, on, key=str(step))


def _tell(tx: Transaction, event: Event, quota: Quota, template: str, now: datetime, on: date, *, key: str) -> None:
    if quota.pool <= 0:
        return
    unit = events.get_units(tx, event.programme_id).with_id(quota.unit_id)
    for row in schools.list_coordinators(tx, quota.unit_id, now):
        data = {
            "unit": unit.title.as_dict() if unit else {},
            "event": event.title.as_dict(),
            "number": quota.pool,
            "on": on.isoformat(),
            "event_id": event.id,
            "unit_id": quota.unit_id,
        }
        dedup_key = f"recall-{quota.id}-{on}-{key}-{row['account_id']}"
        outbox.put(tx, Notice(account_id=row["account_id"], template=template, data=data, dedup_key=dedup_key), now)
