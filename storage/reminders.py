"""What reminders are about, whom they concern, and which are done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from bot.domain.consent import ConsentRules
from bot.domain.language import Localized
from bot.domain.reminder import LOOKBACK, Calendar, Due, Held, Rule, Slot, Span
from storage.database import Transaction
from storage.engine import Row
from storage.values import day, from_json, instant, micros, to_json

SLACK: Final = timedelta(days=2)
"""Wider than any offset of a zone and any rule's lead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventReminders:
    """An event as reminders see it; `done` holds (rule, subject)."""

    event_id: int
    title: Localized
    place: Localized
    calendar: Calendar
    consent_days: tuple[int, ...]
    """Days after which a missing consent is asked for."""
    done: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """One account to be reminded of one registration: its own, or a child's."""

    account_id: int
    registration_id: int
    name: str
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A registration that waits for a consent, since when, and the guardian (if any) who has not answered."""

    waits_since: datetime
    recipient: Recipient
    awaits_call: bool


def list_events(tx: Transaction, now: datetime) -> Iterator[EventReminders]:
    """Yield the events that have something to be reminded of around now."""
    first_on, last_on = (now - LOOKBACK - SLACK).date().isoformat(), (now + SLACK).date().isoformat()
    for row in tx.list_("reminders.events", first_on=first_on, last_on=last_on):
        slots = tx.list_("reminders.slots", event_id=row["id"], first_on=first_on, last_on=last_on)
        runs = tx.list_("reminders.runs", event_id=row["id"], since=micros(now - LOOKBACK - SLACK))
        yield EventReminders(
            event_id=row["id"],
            title=Localized.of(from_json(row["title"])),
            place=Localized.of(from_json(row["place"])),
            calendar=_calendar(tx, row, slots),
            consent_days=ConsentRules.of(from_json(row["consent_rules"])).remind_after_days,
            done=frozenset((run["rule"], run["subject"]) for run in runs),
        )


def record(tx: Transaction, event_id: int, due: Due, now: datetime, *, is_sent: bool) -> bool:
    """Write down that a reminder is done; False when it was done before."""
    touched = tx.run(
        "reminders.record",
        event_id=event_id,
        rule=due.rule.code,
        subject=due.subject,
        due_at=micros(due.due_at),
        now=micros(now),
        outcome="sent" if is_sent else "expired",
    )
    return touched == 1


def count_recipients(tx: Transaction, event_id: int, due: Due, recipients: int) -> None:
    """Write down how many were reminded."""
    tx.run(
        "reminders.count_recipients",
        event_id=event_id,
        rule=due.rule.code,
        subject=due.subject,
        recipients=recipients,
    )


def list_participants(tx: Transaction, stream_id: int) -> tuple[Recipient, ...]:
    """Return who takes part in a stream, confirmed; for whoever has no account their guardians."""
    rows = tx.list_("reminders.participants", stream_id=stream_id)
    return tuple(_recipient(row, is_own=bool(row["is_own"])) for row in rows)


def list_guardians(tx: Transaction, stream_id: int) -> tuple[Recipient, ...]:
    """Return the guardians of those who take part in a stream, confirmed."""
    return tuple(_recipient(row, is_own=False) for row in tx.list_("reminders.guardians", stream_id=stream_id))


def list_pending(tx: Transaction, stream_id: int) -> tuple[Pending, ...]:
    """Return what waits for a consent: one entry for each guardian who joined, or one for the child alone."""
    return tuple(_pending(row) for row in tx.list_("reminders.pending", stream_id=stream_id))


def list_offered(tx: Transaction, registration_id: int) -> tuple[Recipient, ...]:
    """Return the family of a registration that a place is offered to: whoever listens and the guardians."""
    rows = tx.list_("reminders.offered", registration_id=registration_id)
    return tuple(_recipient(row, is_own=bool(row["is_own"])) for row in rows)


def list_behind(tx: Transaction, stream_id: int, form_version_id: int) -> tuple[tuple[Recipient, int], ...]:
    """Return (whoever registered, their draft) of each registration that answers an older form."""
    rows = tx.list_("reminders.behind", stream_id=stream_id, form_version_id=form_version_id)
    return tuple((_recipient(row, is_own=bool(row["is_own"])), row["draft_id"]) for row in rows)


def read_calendar(tx: Transaction, event_id: int) -> Calendar:
    """Return everything an event's rules are due by, from its first day to its last."""
    row = tx.one("reminders.event", event_id=event_id)
    return _calendar(
        tx, row, tx.list_("reminders.slots", event_id=event_id, first_on="0001-01-01", last_on="9999-12-31")
    )


def read_rules(tx: Transaction, event_id: int) -> list[dict[str, Any]]:
    """Return an event's rules as they are kept; one that is off says so."""
    found: list[dict[str, Any]] = from_json(tx.one("reminders.event", event_id=event_id)["reminders"])
    return found


def save_rules(tx: Transaction, event_id: int, rules: list[dict[str, Any]]) -> None:
    """Keep an event's rules as they were changed."""
    tx.run("reminders.save_rules", event_id=event_id, reminders=to_json(rules))


def _calendar(tx: Transaction, row: Row, slots: tuple[Row, ...]) -> Calendar:
    return Calendar(
        zone=ZoneInfo(row["timezone"]),
        opens_on=day(row["opens_on"]),
        known_at=instant(row["known_at"] or 0),
        rules=tuple(Rule.of(rule) for rule in from_json(row["reminders"]) if not rule.get("is_off")),
        spans=tuple(_span(span) for span in tx.list_("reminders.spans", event_id=row["id"])),
        slots=tuple(_slot(slot) for slot in slots),
        held=tuple(_held(one) for one in tx.list_("reminders.held", event_id=row["id"])),
    )


def _held(row: Row) -> Held:
    return Held(
        registration_id=row["id"],
        stream_id=row["stream_id"],
        since=instant(row["changed_at"]),
        until=instant(row["offered_until"]),
    )


def _span(row: Row) -> Span:
    return Span(id=row["id"], code=row["code"], starts_on=day(row["starts_on"]), ends_on=day(row["ends_on"]))


def _slot(row: Row) -> Slot:
    return Slot(
        id=row["id"],
        code=row["code"],
        stream_id=row["stream_id"],
        kind=row["kind"],
        held_on=day(row["held_on"]),
        starts_at=instant(row["starts_at"]),
    )


def _recipient(row: Row, *, is_own: bool) -> Recipient:
    return Recipient(
        account_id=row["account_id"], registration_id=row["registration_id"], name=row["full_name"], is_own=is_own
    )


def _pending(row: Row) -> Pending:
    guardian_id = row["guardian_id"]
    recipient = Recipient(
        account_id=guardian_id or row["account_id"],
        registration_id=row["registration_id"],
        name=row["full_name"],
        is_own=guardian_id is None,
    )
    return Pending(waits_since=instant(row["waits_since"]), recipient=recipient, awaits_call=bool(row["awaits_call"]))
