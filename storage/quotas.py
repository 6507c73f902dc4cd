"""Quotas of streams: places are taken, given back and moved between quotas only here.

Always true: the stream's row is locked by whoever changes a quota; the places a registration takes are counted in every
quota above its unit; a quota never has more taken than it has (the schema says so too).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from bot.domain.access import Scope
from bot.domain.errors import NotAvailableError
from bot.domain.quota import Quota, source_of
from bot.domain.registration import Status
from storage.database import Transaction
from storage.engine import Row
from storage.scopes import within
from storage.values import day, micros


def list_path(tx: Transaction, stream_id: int, unit_id: int) -> tuple[Quota, ...]:
    """Return the quotas on a unit and above it, nearest first."""
    return tuple(_quota(row) for row in tx.list_("quotas.path", stream_id=stream_id, unit_id=unit_id))


def list_of_event(tx: Transaction, event_id: int) -> tuple[Quota, ...]:
    """Return every quota of an event."""
    return tuple(_quota(row) for row in tx.list_("quotas.of_event", event_id=event_id))


def get(tx: Transaction, quota_id: int) -> Quota:
    """Return one quota."""
    row = tx.find("quotas.get", quota_id=quota_id)
    if row is None:
        raise NotAvailableError
    return _quota(row)


def find(tx: Transaction, stream_id: int, unit_id: int) -> Quota | None:
    """Return the quota of exactly this unit."""
    row = tx.find("quotas.find", stream_id=stream_id, unit_id=unit_id)
    return None if row is None else get(tx, row["id"])


def is_open(tx: Transaction, stream_id: int, unit_id: int | None) -> bool:
    """Tell whether the quotas above a unit let one more in."""
    way = list_path(tx, stream_id, unit_id) if unit_id is not None else ()
    return not way or source_of(way) is not None


def claim(tx: Transaction, stream_id: int, unit_id: int | None) -> tuple[int, ...] | None:
    """Take a place of every quota above a unit and return their ids, or None when one of them lets nobody in."""
    way = list_path(tx, stream_id, unit_id) if unit_id is not None else ()
    source = source_of(way)
    if way and source is None:
        return None
    for position, quota in enumerate(way):
        tx.run("quotas.take", quota_id=quota.id, grown=int(position < (source or 0)))
    return tuple(quota.id for quota in way)


def hold(tx: Transaction, registration_id: int, quota_ids: tuple[int, ...]) -> None:
    """Remember which quotas a registration takes a place of."""
    for quota_id in quota_ids:
        tx.run("quotas.hold", registration_id=registration_id, quota_id=quota_id)


def release(tx: Transaction, registration_id: int) -> None:
    """Give a registration's places back; those of recalled quotas go to the quota above."""
    held = {row["id"]: row for row in tx.list_("quotas.held", registration_id=registration_id)}
    above = {row["above_id"] for row in held.values()}
    next_id = next((quota_id for quota_id in held if quota_id not in above), None)
    shrinks = True
    while next_id in held:
        row = held[next_id]
        shrinks = shrinks and bool(row["is_recalled"])
        tx.run("quotas.give_back", quota_id=next_id, shrunk=int(shrinks))
        next_id = row["above_id"]
    tx.run("quotas.drop_held", registration_id=registration_id)


def add(tx: Transaction, stream_id: int, unit_id: int, *, now: datetime | None) -> Quota:
    """Make a quota of what its branch has already; `now` only when a person made it."""
    seated = tx.list_("quotas.seated_in_branch", stream_id=stream_id, unit_id=unit_id)
    quota_id: int = tx.one(
        "quotas.add",
        stream_id=stream_id,
        unit_id=unit_id,
        taken=len(seated),
        now=None if now is None else micros(now),
    )["id"]
    for row in seated:
        hold(tx, row["id"], (quota_id,))
    relink(tx, stream_id)
    found = get(tx, quota_id)
    resize(tx, quota_id, found.least, now=None)
    return get(tx, quota_id)


def least_of_new(tx: Transaction, stream_id: int, unit_id: int, *, above: Quota | None) -> int:
    """Return the smallest capacity that a unit's first quota may have: what is taken and kept inside it already."""
    seated = tx.list_("quotas.seated_in_branch", stream_id=stream_id, unit_id=unit_id)
    above_id = above.id if above else 0
    kept: int = tx.one("quotas.kept_in_branch", stream_id=stream_id, unit_id=unit_id, above_id=above_id)["number"]
    return len(seated) + kept


def remove(tx: Transaction, quota: Quota) -> None:
    """Take a quota away; those right below stand under the one above it."""
    tx.run("quotas.lift", quota_id=quota.id, above_id=quota.above_id)
    tx.run("quotas.drop_recalls", quota_id=quota.id)
    tx.run("quotas.drop_holds", quota_id=quota.id)
    tx.run("quotas.remove", quota_id=quota.id)


def resize(tx: Transaction, quota_id: int, capacity: int, *, now: datetime | None, is_recalled: bool = False) -> None:
    """Change how many places a quota has; `now` only when a person did."""
    moment = None if now is None else micros(now)
    tx.run("quotas.resize", quota_id=quota_id, capacity=capacity, is_recalled=int(is_recalled), now=moment)


def relink(tx: Transaction, stream_id: int) -> None:
    """Put every quota of a stream under the nearest one above it, after one came or a unit moved."""
    nearest: dict[int, int] = {}
    for row in tx.list_("quotas.unlinked", stream_id=stream_id):
        nearest.setdefault(row["quota_id"], row["above_id"])
    tx.run("quotas.unlink", stream_id=stream_id)
    for quota_id, above_id in nearest.items():
        tx.run("quotas.link", quota_id=quota_id, above_id=above_id)


def save_from_file(tx: Transaction, stream_id: int, unit_id: int, capacity: int, recall_on: str | None) -> None:
    """Create a quota or change it as a programme file says, as far as what is taken lets it; a person's number stays.

    Quotas above come first.
    """
    row = tx.find("quotas.find", stream_id=stream_id, unit_id=unit_id)
    quota = add(tx, stream_id, unit_id, now=None) if row is None else get(tx, row["id"])
    if (row is None or row["changed_at"] is None) and not quota.is_recalled:
        room = capacity if quota.above_id is None else quota.capacity + max(get(tx, quota.above_id).pool, 0)
        resize(tx, quota.id, max(min(capacity, room), quota.least), now=None)
    tx.run("quotas.set_recall_day", stream_id=stream_id, unit_id=unit_id, recall_on=recall_on)


def list_due(tx: Transaction, until_on: date) -> tuple[Row, ...]:
    """Return (id, due_on, event_id) of the quotas whose unused places go back by a day."""
    return tx.list_("quotas.due", until_on=until_on.isoformat())


def add_recall(tx: Transaction, quota: Quota, *, recalled_by: int | None, now: datetime) -> int:
    """Move what a quota does not use to the quota above, write that down and return its number."""
    resize(tx, quota.id, quota.capacity - max(quota.pool, 0), now=None, is_recalled=True)
    row = tx.one(
        "quotas.add_recall", quota_id=quota.id, amount=max(quota.pool, 0), recalled_by=recalled_by, now=micros(now)
    )
    return int(row["id"])


def list_recalls_like(tx: Transaction, recall_id: int) -> tuple[Row, ...]:
    """Return a recall with those made by the same hand at the same moment, undone or not."""
    return tx.list_("quotas.recalls_like", recall_id=recall_id)


def undo_recall(tx: Transaction, recall_id: int, now: datetime) -> bool:
    """Write down that a recall is undone; False when it was undone already."""
    return tx.run("quotas.undo_recall", recall_id=recall_id, now=micros(now)) > 0


def counts(tx: Transaction, scope: Scope) -> Mapping[tuple[int, int, Status], int]:
    """Return how many registrations stand where, by (unit, stream, status)."""
    rows = tx.list_("quotas.counts", **within(scope))
    return {(row["unit_id"], row["stream_id"], Status(row["status"])): row["number"] for row in rows}


def _quota(row: Row) -> Quota:
    return Quota(
        id=row["id"],
        stream_id=row["stream_id"],
        unit_id=row["unit_id"],
        above_id=row["above_id"],
        capacity=row["capacity"],
        taken=row["taken"],
        reserved=row["reserved"],
        is_recalled=bool(row["is_recalled"]),
        recall_on=day(row["recall_on"]) if row["recall_on"] else None,
    )
