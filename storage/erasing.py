"""What is kept about a person, read in full, and its erasure.

Always true: after an erasure no name, phone, birth date, answer, typed reason or message of the person is in any row;
rows that must stay (who consented to what and when, the trail of changes) hold numbers that lead to nobody.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.domain.consent import Decision
from bot.domain.language import Language, Localized
from storage import admissions, collectors, incidents, letters, offline, polls, threads
from storage.database import Transaction
from storage.engine import Row
from storage.values import from_json, instant, micros, to_json

BLANK: Final = "—"
"""What stands where a name stood: lists and buttons need a text."""
NOBODY: Final = 0
"""An id that no row has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One decision about one text; `by` is the name that Telegram shows of who made it."""

    purpose: str
    version: int
    title: Localized
    decision: Decision
    reason: str | None
    route: str
    language: Language
    decided_at: datetime
    by: str
    level: Localized | None = None


def list_registration_ids(tx: Transaction, *, participant_id: int, account_id: int) -> tuple[int, ...]:
    """Return every registration of a participant, or that an account made, newest first."""
    rows = tx.list_("erasing.registration_ids", participant_id=participant_id, account_id=account_id)
    return tuple(row["id"] for row in rows)


def find_own_participant(tx: Transaction, account_id: int) -> int | None:
    """Return the participant who is the owner of an account."""
    row = tx.find("erasing.own_participant", account_id=account_id)
    return None if row is None else int(row["id"])


def list_children(tx: Transaction, account_id: int) -> tuple[tuple[int, str], ...]:
    """Return (participant, name) of everybody whose guardian an account is."""
    return tuple((row["id"], row["full_name"]) for row in tx.list_("erasing.children", account_id=account_id))


def list_draft_ids(tx: Transaction, account_id: int) -> tuple[int, ...]:
    """Return the drafts of an account that were not submitted."""
    return tuple(row["id"] for row in tx.list_("erasing.draft_ids", account_id=account_id))


def list_decisions(tx: Transaction, participant_id: int, event_id: int) -> tuple[Decided, ...]:
    """Return every decision about a participant's part in an event, oldest first."""
    rows = tx.list_("erasing.consents", participant_id=participant_id, event_id=event_id)
    return tuple(
        Decided(
            purpose=row["purpose"],
            version=row["version"],
            title=Localized.of(from_json(row["title"])),
            decision=Decision(row["decision"]),
            reason=row["reason"],
            route=row["route"],
            language=Language(row["language"]),
            decided_at=instant(row["decided_at"]),
            by=row["display_name"],
            level=_level(row),
        )
        for row in rows
    )


def _level(row: Row) -> Localized | None:
    """Return the title of the level that was chosen."""
    found = (Localized.of(one["title"]) for one in from_json(row["levels"]) if one["code"] == row["level"])
    return next(found, None)


def count_kept(tx: Transaction, *, account_id: int, telegram_id: int) -> Row:
    """Return how many consents an account gave, messages it was sent, and messages came from its chat."""
    return tx.one("erasing.count_kept", account_id=account_id, telegram_id=telegram_id)


def has_role(tx: Transaction, account_id: int, *, now: datetime) -> bool:
    """Tell whether an account holds a role now."""
    return tx.find("erasing.has_role", account_id=account_id, now=micros(now)) is not None


def acts_for_others(tx: Transaction, account_id: int, *, participant_id: int, now: datetime) -> bool:
    """Tell whether an account holds a role, is a guardian, or registered somebody but this participant."""
    who = {"account_id": account_id, "participant_id": participant_id}
    return tx.find("erasing.acts_for_others", now=micros(now), **who) is not None


def erase_participant(tx: Transaction, participant_id: int, now: datetime) -> dict[str, int]:
    """Erase what is kept of a participant whose registrations have ended; return how much that was."""
    owner = {"participant_id": participant_id}
    names = [row["full_name"] for row in tx.list_("participants.get", participant_id=participant_id)]
    found = {
        "registrations": len(list_registration_ids(tx, participant_id=participant_id, account_id=NOBODY)),
        "answers": tx.run("erasing.drop_answers", **owner),
        "messages": sum(_blank_notices(tx, registration_id=one, now=now) for one in _registrations(tx, participant_id))
        + sum(_blank_naming(tx, name) for name in names),
    }
    found["messages"] += threads.forget(tx, account_id=NOBODY, now=now, **owner)
    tx.run("erasing.drop_replies", **owner)
    tx.run("erasing.drop_amendments", **owner)
    tx.run("erasing.close_drafts", **owner)
    tx.run("erasing.forget_reasons", **owner)
    tx.run("erasing.drop_scores", **owner)
    tx.run("erasing.drop_feedback", **owner)
    tx.run("squads.forget", **owner)
    incidents.forget(tx, participant_id)
    letters.forget_faces(tx, participant_id, now)
    admissions.forget(tx, participant_id)
    offline.forget(tx, participant_id)
    collectors.forget_child(tx, participant_id)
    tx.run("erasing.revoke_tickets", **owner, now=micros(now))
    tx.run("erasing.forget_signers", **owner, blank=BLANK)
    tx.run("erasing.forget_resolutions", **owner)
    _end_ties(tx, participant_id=participant_id, account_id=NOBODY, now=now)
    tx.run("erasing.blank_participant", **owner, blank=BLANK)
    return found


def erase_account(tx: Transaction, account_id: int, now: datetime) -> dict[str, int]:
    """Erase what is kept of an account; return how much that was."""
    row = tx.one("accounts.by_id", account_id=account_id)
    found = {
        "answers": tx.run("erasing.drop_draft_answers", account_id=account_id),
        "messages": _blank_notices(tx, account_id=account_id, now=now)
        + _blank_naming(tx, row["display_name"])
        + tx.run("erasing.blank_inbox", telegram_id=row["telegram_id"], now=micros(now)),
    }
    found["messages"] += threads.forget(tx, account_id=account_id, participant_id=NOBODY, now=now)
    tx.run("erasing.drop_begun_amendments", account_id=account_id)
    tx.run("erasing.close_own_drafts", account_id=account_id)
    letters.forget_author(tx, account_id, now)
    incidents.drop_draft(tx, account_id)
    tx.run("erasing.forget_misses", account_id=account_id)
    tx.run("erasing.drop_menu", account_id=account_id)
    tx.run("acknowledgements.forget", account_id=account_id)
    polls.forget(tx, account_id)
    tx.run("digests.forget", account_id=account_id)
    tx.run("staffrooms.forget_leaver", account_id=account_id)
    tx.run("opinions.forget", account_id=account_id)
    collectors.forget_account(tx, account_id, now)
    _end_ties(tx, participant_id=NOBODY, account_id=account_id, now=now)
    tx.run("erasing.drop_arrivals", account_id=account_id)
    tx.run("erasing.drop_speaking", account_id=account_id)
    tx.run("erasing.blank_nominees", account_id=account_id, blank=BLANK)
    tx.run("erasing.blank_account", account_id=account_id, blank=BLANK)
    return found


def add_record(
    tx: Transaction,
    *,
    asked_by: int,
    account_id: int | None,
    participant_id: int | None,
    counts: Mapping[str, int],
    now: datetime,
) -> tuple[int, str]:
    """Record an erasure; return its id and its proof, which is `proof_of` the record."""
    proof = proof_of(account_id=account_id, participant_id=participant_id, counts=counts, erased_at=now)
    row = tx.one(
        "erasing.add",
        asked_by=asked_by,
        account_id=account_id,
        participant_id=participant_id,
        counts=to_json(dict(counts)),
        proof=proof,
        now=micros(now),
    )
    return row["id"], proof


def proof_of(
    *, account_id: int | None, participant_id: int | None, counts: Mapping[str, int], erased_at: datetime
) -> str:
    """Return the SHA-256 (hexadecimal) of what an erasure's record says."""
    record = {
        "account": account_id,
        "participant": participant_id,
        "counts": dict(counts),
        "erased_at": micros(erased_at),
    }
    return hashlib.sha256(to_json(record).encode()).hexdigest()


def _registrations(tx: Transaction, participant_id: int) -> tuple[int, ...]:
    return list_registration_ids(tx, participant_id=participant_id, account_id=NOBODY)


def _end_ties(tx: Transaction, *, participant_id: int, account_id: int, now: datetime) -> None:
    ids = {"participant_id": participant_id, "account_id": account_id}
    tx.run("erasing.forget_consent_reasons", **ids)
    tx.run("erasing.drop_wishes", **ids)
    tx.run("erasing.drop_questions", **ids)
    tx.run("erasing.forget_limits", **ids)
    for query in ("end_guardians", "close_calls", "revoke_links"):
        tx.run(f"erasing.{query}", **ids, now=micros(now))


def _blank_notices(tx: Transaction, *, now: datetime, account_id: int = NOBODY, registration_id: int = NOBODY) -> int:
    """Stop and blank messages to an account or about a registration: their JSON names it in one of three ways."""
    where = {
        "account_id": account_id,
        "about": f'%"registration":{registration_id},%',
        "about_last": f'%"registration":{registration_id}}}%',
        "listed": f'%[{registration_id},"%',
    }
    tx.run("erasing.stop_notices", **where, now=micros(now))
    return tx.run("erasing.blank_notices", **where)


def _blank_naming(tx: Transaction, name: str) -> int:
    """Blank ended messages that name somebody, wherever they went."""
    quoted = to_json(name)
    for mark in "!%_":
        quoted = quoted.replace(mark, "!" + mark)
    return tx.run("erasing.blank_notices_naming", named=quoted)
