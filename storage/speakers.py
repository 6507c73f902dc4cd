"""Whose accounts speak at which sessions, and what they answer."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from bot.domain.errors import NotAvailableError
from bot.domain.language import Language, Localized
from bot.domain.speaker import Answer, Speaker
from bot.domain.timetable import Session
from storage import events
from storage.database import Transaction
from storage.engine import Row
from storage.values import instant, micros, to_json

KEPT: Final = timedelta(days=30)
"""How long after its end a speaker still sees a session."""


def add(tx: Transaction, session_id: int, account_id: int, known_as: Localized, now: datetime) -> None:
    """Let an account speak at a session under a name; a second time changes nothing."""
    name = to_json(known_as.as_dict())
    tx.run("speakers.add", session_id=session_id, account_id=account_id, known_as=name, now=micros(now))


def drop(tx: Transaction, session_id: int, account_id: int) -> bool:
    """Let an account speak at a session no more; False when it did not."""
    return tx.run("speakers.drop", session_id=session_id, account_id=account_id) == 1


def get(tx: Transaction, session_id: int, account_id: int) -> Speaker:
    """Return an account as a speaker of a session."""
    found = next((one for one in list_of_session(tx, session_id) if one.account_id == account_id), None)
    if found is None:
        raise NotAvailableError
    return found


def list_of_session(tx: Transaction, session_id: int) -> tuple[Speaker, ...]:
    """Return the accounts that speak at a session."""
    return tuple(_speaker(row) for row in tx.list_("speakers.of_session", session_id=session_id))


def list_of_event(tx: Transaction, event_id: int) -> tuple[Speaker, ...]:
    """Return the accounts that speak at an event, session by session in their order."""
    return tuple(_speaker(row) for row in tx.list_("speakers.of_event", event_id=event_id))


def list_sessions(tx: Transaction, account_id: int, now: datetime) -> tuple[Session, ...]:
    """Return the sessions at which an account speaks, in order, those over for a month no more."""
    rows = tx.list_("speakers.sessions", account_id=account_id, since=micros(now - KEPT))
    return tuple(events.session(row) for row in rows)


def speaks(tx: Transaction, account_id: int, now: datetime) -> bool:
    """Tell whether an account has sessions to see as a speaker."""
    return tx.find("speakers.speaks", account_id=account_id, since=micros(now - KEPT)) is not None


def answer(tx: Transaction, session_id: int, account_id: int, said: Answer, now: datetime) -> None:
    """Keep what a speaker says about coming."""
    tx.run("speakers.answer", session_id=session_id, account_id=account_id, answer=said.value, now=micros(now))


def ask_again(tx: Transaction, session_id: int, *, before: datetime) -> None:
    """Take what a session's speakers said up to an instant for said about something else."""
    tx.run("speakers.ask_again", session_id=session_id, before=micros(before))


def count_expected(tx: Transaction, session: Session) -> int:
    """Return how many will come: those who have a place, else all who take part in what it is for."""
    if session.capacity is not None:
        return session.taken
    return int(tx.one("speakers.expected", session_id=session.id)["number"])


def _speaker(row: Row) -> Speaker:
    return Speaker(
        session_id=row["session_id"],
        account_id=row["account_id"],
        name=row["display_name"],
        known_as=events.localized(row["known_as"]),
        since_at=instant(row["since_at"]),
        language=None if row["language"] is None else Language(row["language"]),
        answer=None if row["answer"] is None else Answer(row["answer"]),
        answered_at=None if row["answered_at"] is None else instant(row["answered_at"]),
    )
