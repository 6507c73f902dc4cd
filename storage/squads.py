"""Squads of a stream, who is in them and who leads them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Scope
from bot.domain.errors import NotAvailableError
from bot.domain.squad import Squad
from storage.database import Transaction
from storage.engine import Row
from storage.scopes import within
from storage.values import micros


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A confirmed registration as squads see it; `stream_id` is known of those who wait for a squad."""

    registration_id: int
    participant_id: int
    full_name: str
    unit_id: int | None
    draft_id: int
    form_version_id: int
    stream_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """Somebody who leads a squad, by which grant."""

    grant_id: int
    squad_id: int
    account_id: int
    name: str
    is_reachable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A child of a squad and one guardian to call; nobody's name when no guardian is known."""

    registration_id: int
    child: str
    guardian: str | None
    phone: str | None


def add(tx: Transaction, event_id: int, stream_id: int, *, count: int, places: int, now: datetime) -> tuple[int, ...]:
    """Make so many squads, numbered on from the last, and return their ids."""
    first = int(tx.one("squads.highest", event_id=event_id)["number"]) + 1
    made = {"event_id": event_id, "stream_id": stream_id, "places": places, "now": micros(now)}
    return tuple(tx.one("squads.add", number=number, **made)["id"] for number in range(first, first + count))


def get(tx: Transaction, squad_id: int) -> Squad:
    """Return a squad that has not ended."""
    row = tx.find("squads.get", squad_id=squad_id)
    if row is None:
        raise NotAvailableError
    return _squad(row)


def find(tx: Transaction, squad_id: int) -> Squad | None:
    """Return a squad, None when it has ended."""
    row = tx.find("squads.get", squad_id=squad_id)
    return None if row is None else _squad(row)


def list_of_event(tx: Transaction, event_id: int) -> tuple[Squad, ...]:
    """Return the squads of an event by their numbers."""
    return tuple(_squad(row) for row in tx.list_("squads.of_event", event_id=event_id))


def find_of(tx: Transaction, registration_id: int) -> Squad | None:
    """Return the squad a registration is in now."""
    row = tx.find("squads.of_registration", registration_id=registration_id)
    return None if row is None else get(tx, row["squad_id"])


def id_of(tx: Transaction, registration_id: int) -> int:
    """Return the id of the squad a registration is in now, 0 when it is in none."""
    row = tx.find("squads.of_registration", registration_id=registration_id)
    return 0 if row is None else int(row["squad_id"])


def read_placed(tx: Transaction, event_id: int) -> dict[int, int]:
    """Return registration -> squad of everybody who is in one at an event."""
    return {row["registration_id"]: row["squad_id"] for row in tx.list_("squads.placed", event_id=event_id)}


def list_made_at(tx: Transaction, event_id: int, made_at: int) -> tuple[tuple[int, int], ...]:
    """Return (squad, rows of members) of the squads that were made at an instant (microseconds)."""
    rows = tx.list_("squads.made_at", event_id=event_id, made_at=made_at)
    return tuple((row["id"], row["members"]) for row in rows)


def change(tx: Transaction, squad: Squad, *, name: str, places: int) -> None:
    """Give a squad another name or number of places."""
    tx.run("squads.change", squad_id=squad.id, called=name, places=places)


def end(tx: Transaction, squad_id: int, now: datetime) -> None:
    """Let a squad be no more."""
    tx.run("squads.end", squad_id=squad_id, now=micros(now))


def list_roll(tx: Transaction, squad_id: int) -> tuple[Member, ...]:
    """Return who is in a squad, by name."""
    return tuple(_member(row) for row in tx.list_("squads.roll", squad_id=squad_id))


def list_waiting(tx: Transaction, scope: Scope) -> tuple[Member, ...]:
    """Return who takes part in an event and is in no squad, by name."""
    return tuple(_member(row, row["stream_id"]) for row in tx.list_("squads.waiting", **within(scope)))


def place(tx: Transaction, registration_id: int, squad_id: int, now: datetime) -> None:
    """Put a registration into a squad, out of any other; the caller has counted the places."""
    tx.run("squads.place", registration_id=registration_id, squad_id=squad_id, now=micros(now))


def leave(tx: Transaction, registration_id: int) -> None:
    """Take a registration out of its squad."""
    tx.run("squads.leave", registration_id=registration_id)


def take_out(tx: Transaction, event_id: int, placed_at: int) -> int:
    """Take those out who were put into squads at an instant (microseconds); return how many."""
    return tx.run("squads.take_out", event_id=event_id, placed_at=placed_at)


def list_leaders(tx: Transaction, event_id: int, now: datetime) -> tuple[Leader, ...]:
    """Return who leads the squads of an event now."""
    return tuple(
        Leader(
            grant_id=row["id"],
            squad_id=row["squad_id"],
            account_id=row["account_id"],
            name=row["display_name"],
            is_reachable=row["reach"] == "reachable",
        )
        for row in tx.list_("squads.leaders", event_id=event_id, now=micros(now))
    )


def list_calls(tx: Transaction, squad_id: int) -> tuple[Call, ...]:
    """Return every child of a squad with each guardian who may know."""
    return tuple(
        Call(
            registration_id=row["registration_id"],
            child=row["full_name"],
            guardian=row["display_name"],
            phone=row["phone"],
        )
        for row in tx.list_("squads.phones", squad_id=squad_id)
    )


def list_guardians(tx: Transaction, squad_id: int) -> tuple[int, ...]:
    """Return the accounts of the guardians of a squad's children who may know."""
    return tuple(row["account_id"] for row in tx.list_("squads.guardians", squad_id=squad_id))


def _squad(row: Row) -> Squad:
    return Squad(
        id=row["id"],
        event_id=row["event_id"],
        stream_id=row["stream_id"],
        number=row["number"],
        name=row["name"],
        places=row["places"],
        members=row["members"],
    )


def _member(row: Row, stream_id: int | None = None) -> Member:
    return Member(
        registration_id=row["registration_id"],
        participant_id=row["participant_id"],
        full_name=row["full_name"],
        unit_id=row["unit_id"],
        draft_id=row["draft_id"],
        form_version_id=row["form_version_id"],
        stream_id=stream_id,
    )
