"""Guardians' decisions, append-only: who, about which text and version, in which language, by which route."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Scope
from bot.domain.consent import Decision
from bot.domain.errors import NotAvailableError
from bot.domain.language import Language
from storage.database import Transaction
from storage.scopes import within
from storage.values import instant, micros


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRecord:
    """The newest decision about one purpose."""

    id: int
    purpose: str
    version: int
    is_required: bool
    decision: Decision
    reason: str | None
    account_id: int
    decided_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRequest:
    """A guardian who waits for a call."""

    id: int
    registration_id: int
    guardian_name: str
    phone: str | None
    participant_name: str
    asked_at: datetime


def add(
    tx: Transaction,
    *,
    participant_id: int,
    event_id: int,
    consent_text_id: int,
    account_id: int,
    decision: Decision,
    reason: str | None,
    language: Language,
    now: datetime,
) -> int:
    """Record one decision made in the chat and return its id."""
    row = tx.one(
        "consents.add",
        participant_id=participant_id,
        event_id=event_id,
        consent_text_id=consent_text_id,
        account_id=account_id,
        decision=decision.value,
        reason=reason,
        route="chat",
        language=language.value,
        now=micros(now),
    )
    consent_id: int = row["id"]
    return consent_id


def list_latest(tx: Transaction, participant_id: int, event_id: int) -> tuple[ConsentRecord, ...]:
    """Return the newest decision about each purpose."""
    return tuple(
        ConsentRecord(
            id=row["id"],
            purpose=row["purpose"],
            version=row["version"],
            is_required=bool(row["is_required"]),
            decision=Decision(row["decision"]),
            reason=row["reason"],
            account_id=row["account_id"],
            decided_at=instant(row["decided_at"]),
        )
        for row in tx.list_("consents.latest", participant_id=participant_id, event_id=event_id)
    )


def add_call_request(tx: Transaction, registration_id: int, account_id: int, now: datetime) -> bool:
    """Remember that a guardian asks to be called; False when that is known already."""
    return (
        tx.run("consents.add_call_request", registration_id=registration_id, account_id=account_id, now=micros(now)) > 0
    )


def list_call_requests(tx: Transaction, scope: Scope) -> tuple[CallRequest, ...]:
    """Return the guardians of an event who wait for a call, longest first."""
    return tuple(
        CallRequest(
            id=row["id"],
            registration_id=row["registration_id"],
            guardian_name=row["display_name"],
            phone=row["phone"],
            participant_name=row["full_name"],
            asked_at=instant(row["asked_at"]),
        )
        for row in tx.list_("consents.open_call_requests", **within(scope))
    )


def call_request_registration(tx: Transaction, call_request_id: int) -> int:
    """Return the registration a call request is about."""
    row = tx.find("consents.call_request_registration", call_request_id=call_request_id)
    if row is None:
        raise NotAvailableError
    registration_id: int = row["registration_id"]
    return registration_id


def close_call_request(tx: Transaction, call_request_id: int, account_id: int, now: datetime) -> bool:
    """Remember that somebody has called; False when somebody had before."""
    return (
        tx.run("consents.close_call_request", call_request_id=call_request_id, account_id=account_id, now=micros(now))
        > 0
    )


def count_call_requests(tx: Transaction, scope: Scope) -> int:
    """Return how many guardians of an event wait for a call."""
    number: int = tx.one("consents.count_call_requests", **within(scope))["number"]
    return number
