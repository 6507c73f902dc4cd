"""Organizers change an event's reminders in the chat: off and on, the hour, how long before.

Always true: what was changed stays although the programme file is loaded at every start, until the file itself says
something else; a reminder that went out is never sent again because its rule was changed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from bot.actions.reminding import list_meant, list_without_document
from bot.domain.access import Actor
from bot.domain.errors import StaleError
from bot.domain.event import Event
from bot.domain.reminder import BY_DAYS, BY_MINUTES, Kind, Rule, To
from bot.domain.upcoming import next_at
from storage import audit, events, reminders
from storage.database import Transaction

HOURS: Final = ("07:00", "08:00", "09:00", "12:00", "15:00", "18:00", "19:00", "20:00", "21:00")
MINUTES: Final = (10, 15, 30, 60, 120, 180, 360, 720)
LONGEST_BEFORE: Final = 1440
"""Minutes; a programme file may say as much."""
DAYS: Final = (1, 2, 3, 5, 7, 14)
MOST_DAYS: Final = 60
"""Days before a stream begins; a programme file may say as much."""
ADDED: Final[Mapping[Kind, Mapping[str, Any]]] = {
    Kind.OFFER_LAPSING: {"to": To.FAMILY.value, "minutes": 180, "at": None},
    Kind.DOCUMENT_MISSING: {"to": To.FAMILY.value, "at": "18:00", "days": 7},
    Kind.PACKING: {"to": To.FAMILY.value, "at": "18:00", "days": 3},
    Kind.PICKUP_DAY: {"to": To.GUARDIANS.value, "at": "08:00"},
    Kind.OPINION: {"to": To.FAMILY.value, "at": "18:00"},
    Kind.FEEDBACK: {"to": To.PARTICIPANTS.value, "at": "21:00"},
}
"""What can be added by a press, as it is added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One rule as organizers see it; `people` is whom it would reach today."""

    rule: Rule
    is_off: bool
    people: int
    next_at: datetime | None

    @property
    def setting(self) -> str:
        """What a button sets: the hour, or the minutes."""
        return str(self.rule.minutes) if self.rule.kind in BY_MINUTES else f"{self.rule.at:%H:%M}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """An event's rules; `may_add` are the kinds it has none of and could have."""

    event: Event
    lines: tuple[Line, ...]
    may_add: tuple[Kind, ...]


def read_rules(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Rules:
    """Return an event's rules to whoever runs its programme."""
    event = _must_run(tx, actor, event_id)
    calendar, kept = reminders.read_calendar(tx, event_id), reminders.read_rules(tx, event_id)
    lines = []
    for content in kept:
        rule = Rule.of(content)
        is_off = bool(content.get("is_off"))
        at = None if is_off else next_at(calendar, rule, now)
        lines.append(Line(rule=rule, is_off=is_off, people=_count(tx, event, rule), next_at=at))
    has = {line.rule.kind for line in lines}
    offers = event.offered_for is not None
    may_add = tuple(kind for kind in ADDED if kind not in has and (offers or kind is not Kind.OFFER_LAPSING))
    return Rules(event=event, lines=tuple(lines), may_add=may_add)


def switch(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, code: str, is_off: bool) -> Rules:
    """Turn a rule off or on."""
    return _change(tx, actor, event_id, code, {"is_off": is_off}, now)


def set_time(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, code: str, setting: str) -> Rules:
    """Change the hour (HHMM) of a rule, or how many days (d3) or minutes before it tells."""
    if setting[:1] == "d" and setting[1:].isdecimal() and 0 < int(setting[1:4]) <= MOST_DAYS:
        return _change(tx, actor, event_id, code, {"days": int(setting[1:4])}, now)
    if re.fullmatch("([01][0-9]|2[0-3])[0-5][0-9]", setting):
        return _change(tx, actor, event_id, code, {"at": f"{setting[:2]}:{setting[2:]}"}, now)
    if setting.isdecimal() and 0 < int(setting[:5]) <= LONGEST_BEFORE:
        return _change(tx, actor, event_id, code, {"minutes": int(setting)}, now)
    raise StaleError


def add(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, kind: Kind) -> Rules:
    """Add a rule of a kind the event has none of."""
    event = _must_run(tx, actor, event_id)
    kept = reminders.read_rules(tx, event_id)
    if kind not in ADDED or any(rule["kind"] == kind for rule in kept):
        raise StaleError
    code = f"chat-{kind.value.replace('_', '-')}"
    new = {"code": code, "kind": kind.value, **ADDED[kind]}
    reminders.save_rules(tx, event_id, [*kept, new])
    audit.record(tx, actor=actor, action="reminder.add", subject="event", subject_id=event.id, now=now, rule=code)
    return read_rules(tx, actor=actor, now=now, event_id=event_id)


def _change(tx: Transaction, actor: Actor, event_id: int, code: str, changed: dict[str, Any], now: datetime) -> Rules:
    event = _must_run(tx, actor, event_id)
    kept = reminders.read_rules(tx, event_id)
    found = next((rule for rule in kept if rule["code"] == code), None)
    by_minutes = found is not None and found["kind"] in BY_MINUTES
    if found is None or ("at" in changed and by_minutes) or ("minutes" in changed and not by_minutes):
        raise StaleError
    if "days" in changed and found["kind"] not in BY_DAYS:
        raise StaleError
    reminders.save_rules(tx, event_id, [{**rule, **changed} if rule is found else rule for rule in kept])
    audit.record(tx, actor=actor, action="reminder.change", subject="event", subject_id=event.id, now=now, rule=code)
    return read_rules(tx, actor=actor, now=now, event_id=event_id)


def _count(tx: Transaction, event: Event, rule: Rule) -> int:
    """Return how many accounts a rule would reach today."""
    found: set[int] = set()
    for stream in event.streams:
        if rule.kind is Kind.CONSENT_MISSING:
            found |= {one.recipient.account_id for one in reminders.list_pending(tx, stream.id)}
        elif rule.kind is Kind.DOCUMENT_MISSING:
            found |= {one.account_id for one in list_without_document(tx, event.id, stream.id)}
        elif rule.kind is not Kind.OFFER_LAPSING:
            found |= {one.account_id for one in list_meant(tx, rule.to, stream.id)}
    if rule.kind is Kind.OFFER_LAPSING:
        held = reminders.read_calendar(tx, event.id).held
        found |= {one.account_id for each in held for one in reminders.list_offered(tx, each.registration_id)}
    return len(found)


def _must_run(tx: Transaction, actor: Actor, event_id: int) -> Event:
    event = events.get(tx, event_id)
    actor.must_run(event.programme_id)
    return event
