"""Guardians' decisions, append-only: who, about which exact text, in which language, by which route."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Scope
from bot.domain.consent import Answer, Decision, Resolution, Route
from bot.domain.errors import NotAvailableError
from bot.domain.language import Language
from storage.database import Transaction
from storage.engine import Row
from storage.scopes import within
from storage.values import instant, micros


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A decision that staff wrote down: whose it is (a signer's row), who entered it, and how it came."""

    signer_id: int
    entered_by: int
    route: Route


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRequest:
    """A guardian who waits for a call."""

    id: int
    registration_id: int
    guardian_name: str
    phone: str | None
    participant_name: str
    asked_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ToCall:
    """A family that nobody can reach by messages any more, and why; nobody's name when no guardian has come yet."""

    registration_id: int
    participant_name: str
    guardian_name: str | None
    phone: str | None
    cause: str
    since: datetime


def add(
    tx: Transaction,
    *,
    participant_id: int,
    consent_text_id: int,
    by: int | Signed,
    decision: Decision,
    level: str = "",
    reason: str | None = None,
    language: Language,
    decided_at: datetime,
    now: datetime,
) -> int:
    """Record one decision, of an account in the chat or as staff wrote it down, hold it in place, return its id.

    What is decided now comes after what was decided before, even when the clock was moved back meanwhile.
    """
    if decided_at >= now:
        decided_at = now = max(now, instant(tx.one("consents.latest", participant_id=participant_id)["decided_at"]))
    signed = by if isinstance(by, Signed) else None
    giver = f"account:{by}" if signed is None else f"signer:{signed.signer_id}:entered:{signed.entered_by}"
    row = tx.one(
        "consents.add",
        participant_id=participant_id,
        consent_text_id=consent_text_id,
        account_id=by if signed is None else None,
        signer_id=signed.signer_id if signed else None,
        entered_by=signed.entered_by if signed else None,
        giver=giver,
        decision=decision.value,
        level=level,
        reason=reason,
        route=(signed.route if signed else Route.CHAT).value,
        language=language.value,
        decided_at=micros(decided_at),
        now=micros(now),
    )
    tx.run("consents.seal", consent_id=row["id"])
    consent_id: int = row["id"]
    return consent_id


def list_answers(tx: Transaction, participant_id: int, event_id: int) -> tuple[Answer, ...]:
    """Return every decision that counts, oldest first."""
    rows = tx.list_("consents.answers", participant_id=participant_id, event_id=event_id)
    return tuple(_answer(row) for row in rows)


def list_resolutions(tx: Transaction, participant_id: int, event_id: int) -> tuple[Resolution, ...]:
    """Return what staff settled between a participant's guardians."""
    return tuple(
        Resolution(
            purpose=row["purpose"],
            version=row["version"],
            decision=Decision(row["decision"]),
            level=row["level"],
            upto_id=row["upto_id"],
            reason=row["reason"],
            resolved_at=instant(row["resolved_at"]),
        )
        for row in tx.list_("consents.resolutions", participant_id=participant_id, event_id=event_id)
    )


def add_resolution(
    tx: Transaction,
    *,
    participant_id: int,
    consent_text_id: int,
    decision: Decision,
    level: str,
    upto_id: int,
    reason: str,
    account_id: int,
    now: datetime,
) -> None:
    """Record what somebody settled between guardians, for the answers up to one."""
    tx.run(
        "consents.add_resolution",
        participant_id=participant_id,
        consent_text_id=consent_text_id,
        decision=decision.value,
        level=level,
        upto_id=upto_id,
        reason=reason,
        account_id=account_id,
        now=micros(now),
    )


def add_signer(
    tx: Transaction, *, participant_id: int, full_name: str, relation: str, phone: str, now: datetime
) -> int:
    """Write down a guardian who signed on paper or spoke by phone, and return the id."""
    row = tx.one(
        "consents.add_signer",
        participant_id=participant_id,
        full_name=full_name,
        relation=relation,
        phone=phone,
        now=micros(now),
    )
    signer_id: int = row["id"]
    return signer_id


def void_entered(
    tx: Transaction,
    *,
    participant_id: int,
    event_id: int,
    account_id: int,
    entered_at: datetime,
    since: datetime,
    now: datetime,
) -> int:
    """Let what one account entered at one instant count no more, if that was not before `since`; return how many."""
    return tx.run(
        "consents.void",
        participant_id=participant_id,
        event_id=event_id,
        account_id=account_id,
        entered_at=micros(entered_at),
        since=micros(since),
        now=micros(now),
    )


def _answer(row: Row) -> Answer:
    account, phone = row["voice_account"], row["signer_phone"]
    return Answer(
        id=row["id"],
        purpose=row["purpose"],
        version=row["version"],
        voice=f"account:{account}" if account else f"phone:{phone}",
        account_id=row["account_id"],
        name=row["name"],
        decision=Decision(row["decision"]),
        level=row["level"],
        reason=row["reason"],
        route=Route(row["route"]),
        language=Language(row["language"]),
        decided_at=instant(row["decided_at"]),
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


def list_to_call(tx: Transaction, scope: Scope, *, silent_since: datetime) -> tuple[ToCall, ...]:
    """Return whom staff must call about a consent, longest first; reminders end before `silent_since`."""
    return tuple(
        ToCall(
            registration_id=row["registration_id"],
            participant_name=row["full_name"],
            guardian_name=row["guardian_name"],
            phone=row["phone"] or row["child_phone"],
            cause=row["cause"],
            since=instant(row["since"]),
        )
        for row in tx.list_("consents.to_call", silent_since=micros(silent_since), **within(scope))
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
