"""What reaches a person at once and what waits: their choice, the evening digest, and what they missed.

Always true: everything that waited until an evening becomes one message then, never at night; a person reads what was
kept or held only of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.domain.access import Actor
from bot.domain.attention import HOURS, Attention, Choice
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.reminder import NEVER_QUIET, Quiet
from storage import audit, digests, outbox
from storage.database import Transaction
from storage.digests import Missed

__all__ = ["PAGE", "Missed", "Page", "Settings", "choose", "list_missed", "open_missed", "read_settings", "tick"]

PAGE: Final = 8
"""Missed messages on one screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a person chose, and how much waits or is kept for them."""

    choice: Choice
    missed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of what a person was not told at once; `number` counts from 0."""

    messages: tuple[Missed, ...]
    number: int
    total: int


def read_settings(tx: Transaction, *, actor: Actor, now: datetime) -> Settings:
    """Return what a person chose."""
    del now
    return Settings(choice=digests.read(tx, actor.account_id), missed=digests.count_missed(tx, actor.account_id))


def choose(
    tx: Transaction, *, actor: Actor, now: datetime, attention: Attention | None = None, hour: int | None = None
) -> Settings:
    """Change what reaches a person, or the hour of their digest; what waits already follows at once."""
    was = digests.read(tx, actor.account_id)
    wanted = was if attention is None else replace(was, attention=attention)
    if hour is not None:
        if hour not in HOURS:
            raise StaleError
        wanted = Choice(attention=Attention.EVENING, hour=hour)
    if wanted != was:
        digests.save(tx, actor.account_id, wanted, now)
        audit.record(
            tx,
            actor=actor,
            action="attention.choose",
            subject="account",
            subject_id=actor.account_id,
            now=now,
            attention=wanted.attention.value,
        )
    return read_settings(tx, actor=actor, now=now)


def tick(tx: Transaction, *, now: datetime, quiet: Quiet = NEVER_QUIET) -> int:
    """Owe the digests that are due and return how many there are."""
    owed = 0
    for account_id in digests.list_ready(tx, now):
        if quiet.ends_at(now, digests.find_zone(tx, account_id)) is None:
            outbox.put(tx, digests.digest_notice(account_id, now), now)
            owed += bool(digests.collect(tx, account_id, now))
    return owed


def list_missed(tx: Transaction, *, actor: Actor, now: datetime, page: int = 0) -> Page:
    """Return a page of what a person was not told at once."""
    del now
    total = digests.count_missed(tx, actor.account_id)
    number = min(max(page, 0), max(total - 1, 0) // PAGE)
    found = digests.list_missed(tx, actor.account_id, limit=PAGE, skipped=number * PAGE)
    return Page(messages=found, number=number, total=total)


def open_missed(tx: Transaction, *, actor: Actor, now: datetime, message_id: int) -> Missed:
    """Return one message that a person was not told at once, or got in a digest."""
    del now
    found = digests.find_missed(tx, actor.account_id, message_id)
    if found is None:
        raise NotAvailableError
    return found
