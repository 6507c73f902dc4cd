"""Questions of participants about sessions, and who presses «me too»."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.session_question import SessionQuestion, State
from bot.domain.speaker_errors import AskedAlreadyError
from storage.database import Transaction
from storage.engine import Row
from storage.values import micros

KEPT: Final = timedelta(days=90)
"""How long after a session the questions about it are kept."""


def get(tx: Transaction, question_id: int) -> SessionQuestion:
    """Return one question."""
    row = tx.find("session_questions.get", question_id=question_id)
    if row is None:
        raise NotAvailableError
    return _question(row)


def list_of_session(tx: Transaction, session_id: int) -> tuple[SessionQuestion, ...]:
    """Return the questions about a session, what most people want to know first."""
    return tuple(_question(row) for row in tx.list_("session_questions.of_session", session_id=session_id))


def list_of_event(tx: Transaction, event_id: int) -> tuple[SessionQuestion, ...]:
    """Return the questions about an event's sessions, those nobody has looked at first."""
    return tuple(_question(row) for row in tx.list_("session_questions.of_event", event_id=event_id))


def ask(tx: Transaction, session_id: int, registration_id: int, account_id: int, words: str, now: datetime) -> None:
    """Keep a question, or its newer words; AskedAlreadyError when it was looked at."""
    ids = {"session_id": session_id, "registration_id": registration_id, "account_id": account_id}
    if not tx.run("session_questions.add", words=words, now=micros(now), **ids):
        raise AskedAlreadyError


def take_back(tx: Transaction, session_id: int, registration_id: int) -> bool:
    """Drop a question that nobody has looked at; False when there is none."""
    return tx.run("session_questions.drop", session_id=session_id, registration_id=registration_id) == 1


def decide(tx: Transaction, question: SessionQuestion, state: State, account_id: int, now: datetime) -> None:
    """Show or hide a question; StaleError when it is another one by now, or answered."""
    ids = {"question_id": question.id, "revision": question.revision, "account_id": account_id}
    if not tx.run("session_questions.decide", state=state.value, now=micros(now), **ids):
        raise StaleError


def answer(tx: Transaction, question: SessionQuestion, words: str, account_id: int, now: datetime) -> None:
    """Answer a question in the open; StaleError when it is another one by now."""
    ids = {"question_id": question.id, "revision": question.revision, "account_id": account_id}
    if not tx.run("session_questions.answer", answer=words, now=micros(now), **ids):
        raise StaleError


def vote(tx: Transaction, question_id: int, registration_id: int, account_id: int, now: datetime) -> None:
    """Let a registration want to know it too, once."""
    ids = {"question_id": question_id, "registration_id": registration_id, "account_id": account_id}
    tx.run("session_questions.vote", now=micros(now), **ids)


def unvote(tx: Transaction, question_id: int, registration_id: int) -> None:
    """Let a registration not want to know it any more."""
    tx.run("session_questions.unvote", question_id=question_id, registration_id=registration_id)


def list_voted(tx: Transaction, registration_id: int) -> frozenset[int]:
    """Return the questions that a registration wants to know too."""
    rows = tx.list_("session_questions.voted", registration_id=registration_id)
    return frozenset(row["question_id"] for row in rows)


def list_curious(tx: Transaction, question_id: int) -> tuple[tuple[int, int], ...]:
    """Return (registration, account) of everybody who asked a question or wants to know it too."""
    rows = tx.list_("session_questions.curious", question_id=question_id)
    return tuple((row["registration_id"], row["account_id"]) for row in rows)


def drop_old(tx: Transaction, now: datetime, most: int) -> int:
    """Delete questions about sessions that ended a quarter ago; return how many."""
    rows = tx.list_("session_questions.old", before=micros(now - KEPT), most=most)
    for row in rows:
        tx.run("session_questions.drop_votes", question_id=row["id"])
        tx.run("session_questions.drop_question", question_id=row["id"])
    return len(rows)


def count_old(tx: Transaction, now: datetime) -> int:
    """Return how many questions are still there past their time."""
    return int(tx.one("session_questions.count_old", before=micros(now - KEPT))["number"])


def _question(row: Row) -> SessionQuestion:
    return SessionQuestion(
        id=row["id"],
        session_id=row["session_id"],
        registration_id=row["registration_id"],
        account_id=row["account_id"],
        words=row["words"],
        state=State(row["state"]),
        answer=row["answer"],
        votes=row["votes"],
        revision=row["revision"],
    )
