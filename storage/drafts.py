"""Answers in progress: every answer is on disk before the next question is shown.

Always true: answers about identity and health lie there sealed for their draft and question.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from bot.domain.behalf import Behalf
from bot.domain.draft import Draft
from bot.domain.errors import NotAvailableError
from bot.domain.form import Question, Sensitivity
from storage.database import Transaction
from storage.engine import Row
from storage.values import from_json, micros, to_json

SEALED: Final = frozenset({Sensitivity.IDENTITY, Sensitivity.HEALTH})


def get(tx: Transaction, draft_id: int) -> Draft:
    """Return a draft with its answers, locked until the transaction ends."""
    row = tx.find("drafts.lock", draft_id=draft_id)
    if row is None:
        raise NotAvailableError
    return _draft(tx, row)


def find_open(tx: Transaction, account_id: int, event_id: int, on_behalf: Behalf = Behalf.OWN) -> Draft | None:
    """Return the draft a person has open for an event; of those for others the newest that was not submitted."""
    row = tx.find("drafts.find_open", account_id=account_id, event_id=event_id, on_behalf=on_behalf.value)
    return None if row is None else _draft(tx, row)


def find_submitted(tx: Transaction, account_id: int, event_id: int, on_behalf: Behalf) -> Draft | None:
    """Return the newest draft a person submitted for somebody else, for an event of the same programme."""
    row = tx.find("drafts.find_submitted", account_id=account_id, event_id=event_id, on_behalf=on_behalf.value)
    return None if row is None else _draft(tx, row)


def find_earlier(tx: Transaction, account_id: int, event_id: int) -> Draft | None:
    """Return the newest draft a person submitted for themselves, for another event of any programme."""
    row = tx.find("drafts.find_earlier", account_id=account_id, event_id=event_id)
    return None if row is None else _draft(tx, row)


def list_open(tx: Transaction, account_id: int) -> tuple[Draft, ...]:
    """Return every draft a person has open, newest first."""
    return tuple(_draft(tx, row) for row in tx.list_("drafts.list_open", account_id=account_id))


def add(
    tx: Transaction,
    *,
    account_id: int,
    event_id: int,
    form_version_id: int,
    question: str,
    now: datetime,
    on_behalf: Behalf = Behalf.OWN,
) -> Draft:
    """Begin a draft at its first question."""
    return get(tx, add_row(tx, account_id, event_id, form_version_id, question, on_behalf, now, state="open"))


def add_row(
    tx: Transaction,
    account_id: int,
    event_id: int,
    form_version_id: int,
    question: str | None,
    on_behalf: Behalf,
    now: datetime,
    *,
    state: str,
) -> int:
    """Write a fresh draft down in a state and return its id."""
    row = tx.one(
        "drafts.add",
        account_id=account_id,
        event_id=event_id,
        form_version_id=form_version_id,
        question=question,
        on_behalf=on_behalf.value,
        state=state,
        now=micros(now),
    )
    return int(row["id"])


def save_answer(tx: Transaction, draft_id: int, question: Question, value: Any, now: datetime) -> None:  # noqa: ANN401
    """Save one answer (None: skipped), sealed if the question asks about identity or health."""
    text = to_json(value)
    if question.sensitivity in SEALED:
        text = tx.vault.seal(text, "answers", "value", draft_id, question.code)
    tx.run("drafts.save_answer", draft_id=draft_id, question=question.code, value=text, now=micros(now))


def find_answer(tx: Transaction, draft_id: int, question: str) -> Any:  # noqa: ANN401 - a value has its kind's shape
    """Return one answer without opening the others; None when it was skipped or not given."""
    row = tx.find("drafts.answer", draft_id=draft_id, question=question)
    return None if row is None else _value(tx, draft_id, row)


def has_changed(tx: Transaction, draft_id: int, since: datetime) -> bool:
    """Tell whether an answer was given after an instant."""
    return tx.find("drafts.changed_since", draft_id=draft_id, since=micros(since)) is not None


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


def close(tx: Transaction, draft: Draft, now: datetime) -> None:
    """End a draft that will not be sent."""
    update(tx, replace(draft, state="cancelled", revision=draft.revision + 1), now)


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
        answers={answer["question"]: _value(tx, row["id"], answer) for answer in answers},
        on_behalf=Behalf(row["on_behalf"]),
        known=_known(tx, row["id"]) if row["state"] == "supplementing" else frozenset(),
    )


def _known(tx: Transaction, draft_id: int) -> frozenset[str]:
    return frozenset(from_json(tx.one("drafts.known", draft_id=draft_id)["known"]))


def _value(tx: Transaction, draft_id: int, row: Row) -> Any:  # noqa: ANN401 - a value has its kind's shape
    return from_json(tx.vault.unseal(row["value"], "answers", "value", draft_id, row["question"]))
