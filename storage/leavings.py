"""That children left the camp, with whom, and came back.

Always true: a child is out once at a time, with somebody of its own list as it stood at that moment, or with an
outsider for whom two members of staff stand: the statement that writes it looks, and the schema refuses the rest.
"""

from __future__ import annotations

from datetime import date, datetime

from bot.domain.access import Scope
from bot.domain.pickup import ASKING_LIFE, Collector, Kind, Leaving, Proof, Whereabouts
from storage.database import Transaction
from storage.engine import Row
from storage.scopes import within
from storage.values import instant, micros


def add(tx: Transaction, collector: Collector, proof: Proof, *, by: int, now: datetime) -> bool:
    """Let a child leave with somebody; False when it has left already, or this person may not collect it now."""
    where = {"collector_id": collector.id, "registration_id": collector.registration_id}
    when = {"now": micros(now), "second_after": micros(now - ASKING_LIFE)}
    return tx.run("leavings.add", proof=proof.value, account_id=by, **where, **when) == 1


def list_of(tx: Transaction, registration_id: int) -> tuple[Leaving, ...]:
    """Return every time a child left, the newest first; slips too."""
    return tuple(_leaving(row) for row in tx.list_("leavings.of_registration", registration_id=registration_id))


def undo(tx: Transaction, leaving: Leaving, *, by: int, now: datetime) -> bool:
    """Say that it was a slip; False when it is not open or another's deed."""
    where = {"leaving_id": leaving.id, "registration_id": leaving.registration_id}
    return tx.run("leavings.undo", account_id=by, now=micros(now), **where) == 1


def come_back(tx: Transaction, leaving: Leaving, *, by: int, now: datetime) -> bool:
    """Say that a child is back; False when it was not out."""
    where = {"leaving_id": leaving.id, "registration_id": leaving.registration_id}
    return tx.run("leavings.come_back", account_id=by, now=micros(now), **where) == 1


def list_whereabouts(tx: Transaction, scope: Scope, today: date, squad_id: int = 0) -> tuple[Whereabouts, ...]:
    """Return every child whose stream is under way on a day, or those of one squad, and where it is."""
    rows = tx.list_("leavings.whereabouts", squad_id=squad_id, today=today.isoformat(), **within(scope))
    return tuple(_whereabouts(row) for row in rows)


def _whereabouts(row: Row) -> Whereabouts:
    is_out = row["leaving_id"] is not None
    return Whereabouts(
        registration_id=row["id"],
        name=row["full_name"],
        squad_id=row["squad_id"],
        was_met=bool(row["was_met"]),
        left_at=instant(row["left_at"]) if is_out else None,
        kind=Kind(row["kind"]) if is_out else None,
        proof=Proof(row["proof"]) if is_out else None,
        by=row["released_name"],
    )


def _leaving(row: Row) -> Leaving:
    return Leaving(
        id=row["id"],
        registration_id=row["registration_id"],
        collector_id=row["collector_id"],
        kind=Kind(row["kind"]),
        proof=Proof(row["proof"]),
        released_by=row["released_by"],
        by=row["released_name"],
        second_by=row["second_by"],
        second=row["second_name"],
        left_at=instant(row["left_at"]),
        returned_at=None if row["returned_at"] is None else instant(row["returned_at"]),
        undone_at=None if row["undone_at"] is None else instant(row["undone_at"]),
    )
