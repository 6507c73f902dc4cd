"""Changes of submitted answers: what a person has begun to change, what was, what it became, what guardians say.

Always true: values of questions about identity and health lie here sealed for their row and column.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.errors import NotAvailableError
from bot.domain.form import Json, Question
from bot.domain.registration import Status
from storage.database import Transaction
from storage.drafts import SEALED
from storage.engine import Row
from storage.values import from_json, instant, micros, to_json


class State(StrEnum):
    """How far a change is: begun, saved and waiting for an organizer, accepted by one, taken back by one."""

    OPEN = "open"
    SAVED = "saved"
    SETTLED = "settled"
    PUT_BACK = "put_back"


class Reply(StrEnum):
    """What a guardian says to a change."""

    FINE = "fine"
    OBJECTS = "objects"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """One change of one answer; `is_answered` tells None that was chosen from nothing chosen yet."""

    id: int
    registration_id: int
    account_id: int
    question: str
    state: State
    was: Json
    becomes: Json
    is_answered: bool
    matters: bool
    status_before: Status | None
    saved_at: datetime | None


def get(tx: Transaction, amendment_id: int) -> Amendment:
    """Return one change, locked until the transaction ends."""
    row = tx.find("amendments.get", amendment_id=amendment_id)
    if row is None:
        raise NotAvailableError
    return of_row(tx, row)


def begin(tx: Transaction, *, registration_id: int, account_id: int, question: str, now: datetime) -> Amendment:
    """Return the change of an answer that a person has begun, or begin it."""
    place = {"registration_id": registration_id, "account_id": account_id, "question": question}
    row = tx.find("amendments.find_open", **place)
    if row is not None:
        return of_row(tx, row)
    return get(tx, tx.one("amendments.add", **place, now=micros(now))["id"])


def list_open(tx: Transaction, registration_id: int, account_id: int) -> tuple[Amendment, ...]:
    """Return everything a person has begun to change, in order."""
    rows = tx.list_("amendments.open", registration_id=registration_id, account_id=account_id)
    return tuple(of_row(tx, row) for row in rows)


def list_saved(tx: Transaction, registration_id: int) -> tuple[Amendment, ...]:
    """Return every change of a registration's answers, oldest first."""
    return tuple(of_row(tx, row) for row in tx.list_("amendments.saved", registration_id=registration_id))


def list_waiting(tx: Transaction, registration_id: int) -> tuple[Amendment, ...]:
    """Return the changes that no organizer has decided about, oldest first."""
    return tuple(one for one in list_saved(tx, registration_id) if one.state is State.SAVED)


def answer(tx: Transaction, amendment: Amendment, question: Question, value: Json) -> None:
    """Remember what an answer is to become."""
    becomes = _sealed(tx, question, value, "becomes", amendment.id)
    tx.run("amendments.answer", amendment_id=amendment.id, becomes=becomes)


def save(
    tx: Transaction,
    amendment: Amendment,
    question: Question,
    *,
    was: Json,
    matters: bool,
    status_before: Status,
    now: datetime,
) -> None:
    """Write down that an answer was changed, and what it was before."""
    tx.run(
        "amendments.save",
        amendment_id=amendment.id,
        was=_sealed(tx, question, was, "was", amendment.id),
        matters=int(matters),
        status_before=status_before.value,
        now=micros(now),
    )


def drop_open(tx: Transaction, registration_id: int, account_id: int) -> None:
    """Forget what a person has begun to change and not saved."""
    tx.run("amendments.drop_open", registration_id=registration_id, account_id=account_id)


def settle(tx: Transaction, registration_id: int, state: State, now: datetime) -> None:
    """Say what an organizer decided about the changes that waited."""
    tx.run("amendments.settle", registration_id=registration_id, state=state.value, now=micros(now))


def unsettle(tx: Transaction, registration_id: int, settled_at: datetime) -> None:
    """Let the changes wait again that were settled at this instant."""
    tx.run("amendments.unsettle", registration_id=registration_id, settled_at=micros(settled_at))


def reply(tx: Transaction, registration_id: int, account_id: int, said: Reply, now: datetime) -> bool:
    """Remember what a guardian says to the changes that wait; False when somebody else made none."""
    place = {"registration_id": registration_id, "account_id": account_id}
    return bool(tx.run("amendments.reply", **place, reply=said.value, now=micros(now)))


def replies(tx: Transaction, registration_id: int) -> Mapping[int, Reply]:
    """Return what guardians (by account) say to the changes that wait."""
    rows = tx.list_("amendments.replies", registration_id=registration_id)
    return {row["account_id"]: Reply(row["reply"]) for row in rows}


def _sealed(tx: Transaction, question: Question, value: Json, column: str, amendment_id: int) -> str:
    text = to_json(value)
    return tx.vault.seal(text, "amendments", column, amendment_id) if question.sensitivity in SEALED else text


def _opened(tx: Transaction, row: Row, column: str) -> Json:
    if row[column] is None:
        return None
    value: Json = from_json(tx.vault.unseal(row[column], "amendments", column, row["id"]))
    return value


def of_row(tx: Transaction, row: Row) -> Amendment:
    """Return the change of a row."""
    return Amendment(
        id=row["id"],
        registration_id=row["registration_id"],
        account_id=row["account_id"],
        question=row["question"],
        state=State(row["state"]),
        was=_opened(tx, row, "was"),
        becomes=_opened(tx, row, "becomes"),
        is_answered=row["becomes"] is not None,
        matters=bool(row["matters"]),
        status_before=None if row["status_before"] is None else Status(row["status_before"]),
        saved_at=None if row["saved_at"] is None else instant(row["saved_at"]),
    )
