"""Who confirmed an announcement, and who is silent.

Always true: only who was owed a copy confirms, and once; confirmed and silent together are all the people it was for.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from bot.domain.acknowledgement import Call, Part, Reader
from bot.domain.broadcast import Broadcast
from storage import audiences, broadcasts
from storage.database import Transaction
from storage.engine import Row
from storage.values import instant, micros

PARTS: Final = {"stream": "acknowledgements.by_stream", "unit": "acknowledgements.by_unit"}


def was_due(tx: Transaction, broadcast_id: int, account_id: int) -> bool:
    """Tell whether an account was owed a copy that was not stopped."""
    return tx.find("acknowledgements.find_copy", dedup_key=f"broadcast:{broadcast_id}:{account_id}") is not None


def add(tx: Transaction, broadcast_id: int, account_id: int, now: datetime) -> bool:
    """Remember that somebody confirmed; False when that was known."""
    given = {"broadcast_id": broadcast_id, "account_id": account_id}
    if not tx.run("acknowledgements.add", now=micros(now), **given):
        return False
    tx.run("acknowledgements.show_again", broadcast_id=broadcast_id)
    return True


def count(tx: Transaction, broadcast_id: int) -> int:
    """Return how many have confirmed."""
    return int(tx.one("acknowledgements.count", broadcast_id=broadcast_id)["number"])


def list_parts(tx: Transaction, broadcast: Broadcast, by: str, now: datetime) -> tuple[Part, ...]:
    """Return the figures of each «stream» or «unit»; somebody with children in two parts is counted in both."""
    rows = tx.list_(PARTS[by], broadcast_id=broadcast.id, **_whom(tx, broadcast, now))
    return tuple(Part(id=row["part_id"], number=row["number"], confirmed=row["confirmed"]) for row in rows)


def list_people(
    tx: Transaction,
    broadcast: Broadcast,
    *,
    has_confirmed: bool,
    stream_id: int | None,
    unit_id: int | None,
    limit: int,
    skipped: int,
    now: datetime,
) -> tuple[Reader, ...]:
    """Return one page of those who confirmed, or of the silent, of one part or of all."""
    rows = tx.list_(
        "acknowledgements.people",
        broadcast_id=broadcast.id,
        has_confirmed=int(has_confirmed),
        in_stream=stream_id,
        in_unit=unit_id,
        limit=limit,
        skipped=skipped,
        **_whom(tx, broadcast, now),
    )
    return tuple(_reader(row) for row in rows)


def list_calls(tx: Transaction, broadcast: Broadcast, *, limit: int, skipped: int, now: datetime) -> tuple[Call, ...]:
    """Return one page of the registrations about which somebody is to be called."""
    whom = _whom(tx, broadcast, now)
    rows = tx.list_("acknowledgements.calls", broadcast_id=broadcast.id, limit=limit, skipped=skipped, **whom)
    return tuple(
        Call(
            registration_id=row["registration_id"],
            participant_id=row["participant_id"],
            name=row["full_name"],
            phone=row["phone"],
        )
        for row in rows
    )


def list_to_repeat(tx: Transaction, now: datetime) -> tuple[Broadcast, ...]:
    """Return the announcements whose silent are to be asked once more."""
    return tuple(broadcasts.of_row(row) for row in tx.list_("acknowledgements.to_repeat", now=micros(now)))


def list_to_escalate(tx: Transaction, now: datetime, *, sent_before: datetime) -> tuple[Broadcast, ...]:
    """Return the announcements whose silent are to be called; an emergency that was sent before an instant too."""
    rows = tx.list_("acknowledgements.to_escalate", now=micros(now), sent_before=micros(sent_before))
    return tuple(broadcasts.of_row(row) for row in rows)


def repeat(tx: Transaction, broadcast: Broadcast, *, now: datetime, not_after: datetime) -> int:
    """Owe the silent another copy and return how many there are."""
    return tx.run("acknowledgements.repeat", broadcast_id=broadcast.id, now=micros(now), not_after=micros(not_after))


def _reader(row: Row) -> Reader:
    return Reader(
        account_id=row["id"],
        name=row["full_name"] or row["display_name"],
        is_guardian=bool(row["is_guardian"]),
        has_it=row["state"] in ("sent", "unknown") and row["reach"] == "reachable",
        confirmed_at=None if row["confirmed_at"] is None else instant(row["confirmed_at"]),
    )


def _whom(tx: Transaction, broadcast: Broadcast, now: datetime) -> dict[str, Any]:
    """Return the audience's parameters; its languages are those of the copies."""
    return audiences.whom(tx, broadcast.programme_id, broadcast.audience, now)
