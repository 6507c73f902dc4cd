"""What one organizer may only do after another one has agreed."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.vouch import LIFE, REPEATED, Deed, Matter, State, Vouch
from storage.database import Transaction
from storage.engine import Row
from storage.values import from_json, instant, micros, to_json


def add(tx: Transaction, matter: Matter, *, asked_by: int, now: datetime) -> Vouch:
    """Save a request and return it."""
    row = tx.one(
        "vouches.add",
        deed=matter.deed,
        programme_id=matter.programme_id,
        event_id=matter.event_id,
        what=_what(matter),
        amount=matter.amount,
        asked_by=asked_by,
        now=micros(now),
        expires_at=micros(now + LIFE),
    )
    return get(tx, row["id"])


def get(tx: Transaction, vouch_id: int) -> Vouch:
    """Return a request."""
    row = tx.find("vouches.get", vouch_id=vouch_id)
    if row is None:
        raise NotAvailableError
    return _vouch(row)


def find_live(tx: Transaction, matter: Matter, *, asked_by: int, now: datetime) -> Vouch | None:
    """Return somebody's newest request for this very deed, if it is still alive."""
    row = tx.find(
        "vouches.live",
        asked_by=asked_by,
        deed=matter.deed,
        what=_what(matter),
        programme_id=matter.programme_id,
        now=micros(now),
    )
    return None if row is None else _vouch(row)


def list_lapsed(tx: Transaction, now: datetime) -> tuple[Vouch, ...]:
    """Return the requests whose time is over and that nobody has ended."""
    return tuple(_vouch(row) for row in tx.list_("vouches.lapsed", now=micros(now)))


def list_doubtful(tx: Transaction, now: datetime) -> tuple[Vouch, ...]:
    """Return the requests about announcements whose asker runs less than the programme by now, if anything."""
    return tuple(_vouch(row) for row in tx.list_("vouches.doubtful", now=micros(now)))


def find_agreed(tx: Transaction, broadcast_id: int) -> int | None:
    """Return which other organizer agreed that an announcement goes out, if that was done."""
    row = tx.find("vouches.agreed", about=f'{{"broadcast_id":{broadcast_id},"revision":%')
    return None if row is None else int(row["settled_by"])


def settle(tx: Transaction, vouch: Vouch, state: State, *, by: int | None, now: datetime) -> None:
    """Bring a request to another state; StaleError when somebody was quicker."""
    ends_at = now + LIFE if state is State.CONFIRMED else vouch.expires_at
    given = {"vouch_id": vouch.id, "was": vouch.state, "state": state, "settled_by": by, "now": micros(now)}
    if not tx.run("vouches.settle", expires_at=micros(ends_at), **given):
        raise StaleError


def use(tx: Transaction, vouch: Vouch, now: datetime) -> None:
    """Remember that what was confirmed is done: once, or for a little while."""
    again = REPEATED.get(vouch.matter.deed, timedelta())
    if vouch.used_at is None:
        state = State.CONFIRMED if again else State.USED
        tx.run("vouches.use", vouch_id=vouch.id, state=state, now=micros(now), expires_at=micros(now + again))


def list_confirmers(tx: Transaction, matter: Matter, *, asked_by: int, now: datetime) -> dict[int, str]:
    """Return who else may agree to a deed: the names by account."""
    place = {"programme_id": matter.programme_id, "event_id": matter.event_id}
    rows = tx.list_("vouches.confirmers", asked_by=asked_by, now=micros(now), **place)
    return {row["id"]: row["display_name"] for row in rows}


def _what(matter: Matter) -> str:
    return to_json(dict(sorted(matter.what.items())))


def _vouch(row: Row) -> Vouch:
    matter = Matter(
        deed=Deed(row["deed"]),
        programme_id=row["programme_id"],
        event_id=row["event_id"],
        what=from_json(row["what"]),
        amount=row["amount"],
    )
    return Vouch(
        id=row["id"],
        matter=matter,
        asked_by=row["asked_by"],
        asked_at=instant(row["asked_at"]),
        expires_at=instant(row["expires_at"]),
        state=State(row["state"]),
        settled_by=row["settled_by"],
        used_at=None if row["used_at"] is None else instant(row["used_at"]),
    )
