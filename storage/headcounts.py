"""Head counts: which squads are counted, who was seen, who is missing.

Always true: each child of a count has a row of its own, so two people who mark at the same moment lose nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bot.domain.errors import NotAvailableError
from bot.domain.headcount import USUAL_MINUTES, Child, Headcount, Mark
from bot.domain.squad import Squad
from storage.database import Transaction
from storage.engine import Row
from storage.values import instant, micros

STORED = {Mark.PRESENT: 1, Mark.MISSING: 0, Mark.OPEN: None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A squad of a count as it is stored."""

    squad: Squad
    children: tuple[Child, ...]
    reminded_at: datetime | None
    finished_at: datetime | None


def add(
    tx: Transaction,
    event_id: int,
    squad_ids: Collection[int],
    *,
    started_by: int,
    remind_minutes: int,
    message_id: int | None,
    now: datetime,
) -> Headcount:
    """Begin a count of everybody who is in these squads now."""
    headcount_id: int = tx.one(
        "headcounts.add",
        event_id=event_id,
        started_by=started_by,
        remind_minutes=remind_minutes,
        message_id=message_id,
        now=micros(now),
    )["id"]
    for squad_id in sorted(squad_ids):
        tx.run("headcounts.add_squad", headcount_id=headcount_id, squad_id=squad_id)
        tx.run("headcounts.add_children", headcount_id=headcount_id, squad_id=squad_id)
    return get(tx, headcount_id)


def get(tx: Transaction, headcount_id: int) -> Headcount:
    """Return a count."""
    row = tx.find("headcounts.get", headcount_id=headcount_id)
    if row is None:
        raise NotAvailableError
    return _headcount(row)


def find_running(tx: Transaction, event_id: int) -> Headcount | None:
    """Return the count of an event that is not over."""
    row = tx.find("headcounts.running", event_id=event_id)
    return None if row is None else _headcount(row)


def find_running_of(tx: Transaction, squad_id: int) -> int | None:
    """Return the id of the count that is not over and counts a squad."""
    row = tx.find("headcounts.running_of_squad", squad_id=squad_id)
    return None if row is None else int(row["id"])


def list_unreported(tx: Transaction) -> tuple[Headcount, ...]:
    """Return the counts under way, and those whose last figures were not shown yet."""
    return tuple(_headcount(row) for row in tx.list_("headcounts.unreported"))


def list_ended(tx: Transaction, event_id: int, most: int) -> tuple[Headcount, ...]:
    """Return the last counts of an event that are over, the newest first."""
    return tuple(_headcount(row) for row in tx.list_("headcounts.ended", event_id=event_id, most=most))


def list_counted(tx: Transaction, headcount: Headcount) -> tuple[Counted, ...]:
    """Return the squads of a count with their children."""
    children: dict[int, list[Child]] = defaultdict(list)
    for row in tx.list_("headcounts.children", headcount_id=headcount.id):
        children[row["squad_id"]].append(_child(row))
    return tuple(
        Counted(
            squad=_squad(row, len(children[row["id"]])),
            children=tuple(children[row["id"]]),
            reminded_at=_instant(row["reminded_at"]),
            finished_at=_instant(row["finished_at"]),
        )
        for row in tx.list_("headcounts.squads", headcount_id=headcount.id)
    )


def mark(
    tx: Transaction,
    headcount_id: int,
    squad_id: int,
    registration_id: int,
    mark_: Mark,
    *,
    account_id: int,
    now: datetime,
) -> bool:
    """Mark one child of a squad; False when it is marked so already, or is not of this squad in this count."""
    touched = tx.run(
        "headcounts.mark",
        headcount_id=headcount_id,
        squad_id=squad_id,
        registration_id=registration_id,
        is_present=STORED[mark_],
        account_id=account_id,
        now=micros(now),
    )
    return touched == 1


def mark_rest(tx: Transaction, headcount_id: int, squad_id: int, mark_: Mark, *, account_id: int, now: datetime) -> int:
    """Mark everybody of a squad who is not marked yet; return how many."""
    where = {"headcount_id": headcount_id, "squad_id": squad_id}
    return tx.run("headcounts.mark_rest", is_present=STORED[mark_], account_id=account_id, now=micros(now), **where)


def finish(tx: Transaction, headcount_id: int, squad_id: int, *, account_id: int, now: datetime) -> None:
    """Let a squad be done, and the count be complete when it was the last."""
    where = {"headcount_id": headcount_id, "now": micros(now)}
    tx.run("headcounts.finish", squad_id=squad_id, account_id=account_id, **where)
    tx.run("headcounts.complete", **where)


def end(tx: Transaction, headcount_id: int, now: datetime) -> bool:
    """Let a count be over; False when it was."""
    return tx.run("headcounts.end", headcount_id=headcount_id, now=micros(now)) == 1


def end_old(tx: Transaction, before: datetime, now: datetime) -> int:
    """Let counts be over that began before an instant; return how many."""
    return tx.run("headcounts.end_old", before=micros(before), now=micros(now))


def mark_reported(tx: Transaction, headcount_id: int, now: datetime) -> None:
    """Remember that the last figures of a count that is over were shown."""
    tx.run("headcounts.mark_reported", headcount_id=headcount_id, now=micros(now))


def set_message(tx: Transaction, headcount_id: int, message_id: int) -> None:
    """Show the figures of a count in this message from now on."""
    tx.run("headcounts.set_message", headcount_id=headcount_id, message_id=message_id)


def mark_reminded(tx: Transaction, headcount_id: int, squad_id: int, now: datetime) -> None:
    """Remember that the leaders of a squad were reminded."""
    tx.run("headcounts.mark_reminded", headcount_id=headcount_id, squad_id=squad_id, now=micros(now))


def mark_called(tx: Transaction, headcount_id: int, now: datetime) -> None:
    """Remember that organizers were told whom to call."""
    tx.run("headcounts.mark_called", headcount_id=headcount_id, now=micros(now))


def read_minutes(tx: Transaction, event_id: int) -> int:
    """Return after how many minutes leaders are reminded at an event."""
    row = tx.find("headcounts.rule", event_id=event_id)
    return USUAL_MINUTES if row is None else int(row["remind_minutes"])


def save_minutes(tx: Transaction, event_id: int, minutes: int, *, account_id: int, now: datetime) -> None:
    """Set after how many minutes leaders are reminded at an event."""
    tx.run("headcounts.save_rule", event_id=event_id, remind_minutes=minutes, account_id=account_id, now=micros(now))


def _headcount(row: Row) -> Headcount:
    return Headcount(
        id=row["id"],
        event_id=row["event_id"],
        started_by=row["started_by"],
        started_at=instant(row["started_at"]),
        remind_minutes=row["remind_minutes"],
        message_id=row["message_id"],
        called_at=_instant(row["called_at"]),
        completed_at=_instant(row["completed_at"]),
        ended_at=_instant(row["ended_at"]),
    )


def _squad(row: Row, members: int) -> Squad:
    return Squad(
        id=row["id"],
        event_id=row["event_id"],
        stream_id=row["stream_id"],
        number=row["number"],
        name=row["name"],
        places=row["places"],
        members=members,
    )


def _child(row: Row) -> Child:
    return Child(
        registration_id=row["registration_id"],
        squad_id=row["squad_id"],
        name=row["full_name"],
        mark=_mark(row),
        marked_at=_instant(row["marked_at"]),
    )


def _mark(row: Row) -> Mark:
    """Return how a child stands; whoever was handed over and not seen since is away."""
    if row["is_present"]:
        return Mark.PRESENT
    if row["is_away"]:
        return Mark.AWAY
    return Mark.OPEN if row["is_present"] is None else Mark.MISSING


def _instant(value: int | None) -> datetime | None:
    return None if value is None else instant(value)
