"""Answers in progress: every answer is on disk before the next question is shown."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain.draft import Draft
from bot.domain.errors import NotAvailableError
from storage.database import Row, Transaction
from storage.values import from_json, micros, to_json


def get(tx: Transaction, draft_id: int) -> Draft:
    """Return a draft with its answers, locked until the transaction ends."""
    row = tx.find("drafts.lock", draft_id=draft_id)
    if row is None:
        raise NotAvailableError
    return _draft(tx, row)


def find_open(tx: Transaction, account_id: int, event_id: int) -> Draft | None:
    """Return the draft a person has open for an event."""
    row = tx.find("drafts.find_open", account_id=account_id, event_id=event_id)
    return None if row is None else _draft(tx, row)


def list_open(tx: Transaction, account_id: int) -> tuple[Draft, ...]:
    """Return every draft a person has open, newest first."""
    return tuple(_draft(tx, row) for row in tx.list_("drafts.list_open", account_id=account_id))


def add(
    tx: Transaction, *, account_id: int, event_id: int, form_version_id: int, question: str, now: datetime
) -> Draft:
    """Begin a draft at its first question."""
    row = tx.one(
        "drafts.add",
        account_id=account_id,
        event_id=event_id,
        form_version_id=form_version_id,
        question=question,
        now=micros(now),
    )
    return get(tx, row["id"])


def save_answer(tx: Transaction, draft_id: int, question: str, value: Any, now: datetime) -> None:  # noqa: ANN401
    """Save one answer (None: skipped)."""
    tx.run("drafts.save_answer", draft_id=draft_id, question=question, value=to_json(value), now=micros(now))


def update(tx: Transaction, draft: Draft, now: datetime) -> None:
    """Save where a draft stands; its answers are saved one by one."""
    tx.run(
        "drafts.update",
        draft_id=draft.id,
        question=draft.question,
        revision=draft.revision,
        state=draft.state,
        now=micros(now),
    )


def _draft(tx: Transaction, row: Row) -> Draft:
    answers = tx.list_("drafts.answers", draft_id=row["id"])
    return Draft(
        id=row["id"],
        account_id=row["account_id"],
        event_id=row["event_id"],
        form_version_id=row["form_version_id"],
        question=row["question"],
        revision=row["revision"],
        state=row["state"],
        answers={answer["question"]: from_json(answer["value"]) for answer in answers},
    )
