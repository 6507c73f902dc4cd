"""A timetable as its organizers change it: every session of a day, and each change until it has been told."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.domain.errors import StaleError
from bot.domain.timetable import Session
from bot.domain.timetable_edits import as_document
from storage import events
from storage.database import Transaction
from storage.engine import Row
from storage.values import day, from_json, instant, micros, to_ids, to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of a session; `was` is None when it was added, `changed_by` when a programme file said so."""

    id: int
    session_id: int
    changed_by: int | None
    changed_at: datetime
    was: Any
    became: Any
    is_told: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Untold:
    """The changes of a session that nobody was told: `was` before the first of them, None when it was added."""

    session_id: int
    was: Any
    last_id: int
    last_at: datetime


def list_days(tx: Transaction, event_id: int) -> tuple[date, ...]:
    """Return the local days that have sessions, cancelled ones too."""
    return tuple(day(row["held_on"]) for row in tx.list_("timetables.days", event_id=event_id))


def list_day(tx: Transaction, event_id: int, on: date) -> tuple[Session, ...]:
    """Return every session of a local day, cancelled ones too."""
    rows = tx.list_("timetables.on_day", event_id=event_id, held_on=on.isoformat())
    return tuple(events.session(row) for row in rows)


def list_all(tx: Transaction, event_id: int) -> tuple[Session, ...]:
    """Return every session of an event, cancelled ones too."""
    return tuple(events.session(row) for row in tx.list_("timetables.all", event_id=event_id))


def list_made(tx: Transaction, event_id: int, account_id: int, at: datetime) -> tuple[Change, ...]:
    """Return the changes somebody made at one instant and did not take back."""
    rows = tx.list_("timetables.made", event_id=event_id, changed_by=account_id, at=micros(at))
    return tuple(_change(row) for row in rows)


def list_around(tx: Transaction, session: Session) -> tuple[Session, ...]:
    """Return what else is held while a session is."""
    starts_at, ends_at = micros(session.starts_at), micros(session.ends_at)
    rows = tx.list_(
        "timetables.around", event_id=session.event_id, session_id=session.id, starts_at=starts_at, ends_at=ends_at
    )
    return tuple(events.session(row) for row in rows)


def save(tx: Transaction, session: Session) -> None:
    """Change a session; StaleError when it is not any more what it was changed from."""
    if not tx.run("timetables.set", session_id=session.id, revision=session.revision, **_columns(session)):
        raise StaleError


def add(tx: Transaction, session: Session) -> int:
    """Keep a new session and return its id."""
    columns = _columns(session)
    del columns["is_cancelled"]
    row = tx.one("timetables.add", event_id=session.event_id, code=_free_code(tx, session.event_id), **columns)
    return int(row["id"])


def record(
    tx: Transaction, session_id: int, was: Session | None, became: Session, *, account_id: int | None, now: datetime
) -> int:
    """Remember a change and return its id; without an account a programme file made it."""
    row = tx.one(
        "timetables.record",
        session_id=session_id,
        changed_by=account_id,
        was=None if was is None else to_json(as_document(was)),
        became=to_json(as_document(became)),
        now=micros(now),
    )
    return int(row["id"])


def list_gone(tx: Transaction, event_id: int, codes: Collection[str]) -> tuple[Session, ...]:
    """Return the sessions that the programme file named before and does not name any more."""
    rows = tx.list_("timetables.filed", event_id=event_id)
    return tuple(events.session(row) for row in rows if row["code"] not in codes)


def strike(tx: Transaction, session_id: int) -> None:
    """Cancel a session that its programme file does not name any more; held again in the chat, it stays."""
    tx.run("timetables.strike", session_id=session_id)


def find_newest(tx: Transaction, session_id: int) -> Change | None:
    """Return the newest change of a session that stands."""
    row = tx.find("timetables.newest", session_id=session_id)
    return None if row is None else _change(row)


def undo(tx: Transaction, change_id: int, now: datetime) -> None:
    """Remember that a change was taken back; StaleError when it was before."""
    if not tx.run("timetables.undo", change_id=change_id, now=micros(now)):
        raise StaleError


def list_untold(tx: Transaction) -> tuple[Untold, ...]:
    """Return what nobody was told yet, session by session."""
    return tuple(
        Untold(
            session_id=row["session_id"],
            was=_document(tx.one("timetables.change", change_id=row["first_id"])["was"]),
            last_id=row["last_id"],
            last_at=instant(row["last_at"]),
        )
        for row in tx.list_("timetables.untold")
    )


def settle(tx: Transaction, untold: Untold, now: datetime) -> None:
    """Remember that those concerned have been told."""
    tx.run("timetables.settle", session_id=untold.session_id, last_id=untold.last_id, now=micros(now))


def free_places(tx: Transaction, session_id: int) -> None:
    """Take every place of a session back."""
    tx.run("timetables.free_all", session_id=session_id)
    tx.run("timetables.forget_taken", session_id=session_id)


def _columns(session: Session) -> dict[str, object]:
    return {
        "stream_id": session.stream_id,
        "squads": to_ids(session.squad_ids),
        "kind": session.kind,
        "title": to_json(session.title.as_dict()),
        "place": to_json(session.place.as_dict()),
        "speaker": to_json(session.speaker.as_dict()) if session.speaker else None,
        "held_on": session.held_on.isoformat(),
        "starts_at": micros(session.starts_at),
        "ends_at": micros(session.ends_at),
        "capacity": session.capacity,
        "is_cancelled": int(session.is_cancelled),
    }


def _free_code(tx: Transaction, event_id: int) -> str:
    taken = {row["code"] for row in tx.list_("timetables.codes", event_id=event_id)}
    number = len(taken) + 1
    while f"added-{number}" in taken:
        number += 1
    return f"added-{number}"


def _change(row: Row) -> Change:
    return Change(
        id=row["id"],
        session_id=row["session_id"],
        changed_by=row["changed_by"],
        changed_at=instant(row["changed_at"]),
        was=_document(row["was"]),
        became=_document(row["became"]),
        is_told=row["told_at"] is not None,
    )


def _document(text: str | None) -> Any:  # noqa: ANN401 - what `as_document` made
    return None if text is None else from_json(text)
