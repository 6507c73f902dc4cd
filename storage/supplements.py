"""Answers to the questions that a newer version of a form added, beside what was answered before.

Always true: a registration has one unfinished supplement at most; the answers it began from stay as they were.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bot.domain.draft import Draft
from bot.domain.errors import StaleError
from bot.domain.registration import Registration
from storage.database import Transaction
from storage.engine import Row
from storage.values import instant, micros, to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplement:
    """Which draft renews which registration, and the draft it began from."""

    draft_id: int
    registration_id: int
    before_draft_id: int
    begun_at: datetime


def find_open(tx: Transaction, registration_id: int) -> Supplement | None:
    """Return the supplement of a registration that is not finished."""
    row = tx.find("supplements.open", registration_id=registration_id)
    return None if row is None else _supplement(row)


def find_by_draft(tx: Transaction, draft_id: int) -> Supplement | None:
    """Return the supplement that a draft belongs to."""
    row = tx.find("supplements.by_draft", draft_id=draft_id)
    return None if row is None else _supplement(row)


def add(tx: Transaction, draft_id: int, registration: Registration, known: Collection[str], now: datetime) -> None:
    """Make a fresh draft one that answers only what is new of a registration."""
    tx.run(
        "supplements.add",
        draft_id=draft_id,
        registration_id=registration.id,
        before_draft_id=registration.draft_id,
        known=to_json(sorted(known)),
        now=micros(now),
    )


def know(tx: Transaction, draft_id: int, known: Collection[str]) -> None:
    """Say anew what is not asked again."""
    tx.run("supplements.know", draft_id=draft_id, known=to_json(sorted(known)))


def finish(tx: Transaction, draft: Draft, registration: Registration, now: datetime) -> None:
    """Let a registration stand on the newer answers; StaleError when it has moved in between."""
    touched = tx.run(
        "supplements.replace",
        draft_id=draft.id,
        form_version_id=draft.form_version_id,
        registration_id=registration.id,
        revision=registration.revision,
        now=micros(now),
    )
    if not touched:
        raise StaleError
    tx.run("supplements.finish", draft_id=draft.id, now=micros(now))


def drop(tx: Transaction, draft_id: int) -> None:
    """Forget a supplement that came to nothing."""
    tx.run("supplements.drop", draft_id=draft_id)


def _supplement(row: Row) -> Supplement:
    return Supplement(
        draft_id=row["draft_id"],
        registration_id=row["registration_id"],
        before_draft_id=row["before_draft_id"],
        begun_at=instant(row["begun_at"]),
    )
