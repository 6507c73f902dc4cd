"""Reminding people: what became due is told once to each person it concerns, or recorded as expired.

Always true: the record that a reminder is done and the messages that it owes are one transaction, and the record can be
made once; a late reminder is sent as long as it is of use; a message is not sent after that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from bot.domain.notice import Notice, Priority
from bot.domain.reminder import NEVER_QUIET, Due, Kind, Quiet, To, Verdict, is_listed, list_due
from bot.domain.timetable import Session
from storage import events, outbox, reminders, sessions
from storage.database import Transaction
from storage.reminders import EventReminders, Recipient

PRIORITIES: Final = {
    Kind.BEFORE_SESSION: Priority.NOTICE,
    Kind.DEPARTURE_DAY: Priority.NOTICE,
    Kind.EVENING_BEFORE: Priority.BULK,
    Kind.CONSENT_MISSING: Priority.BULK,
    Kind.OFFER_LAPSING: Priority.NOTICE,
}
TEMPLATES: Final = {
    Kind.BEFORE_SESSION: "reminder-session",
    Kind.DEPARTURE_DAY: "reminder-departure",
    Kind.EVENING_BEFORE: "reminder-day",
    Kind.CONSENT_MISSING: "reminder-consent",
    Kind.OFFER_LAPSING: "reminder-offer",
}
FIRST_SESSIONS: Final = 3
"""How many sessions of the first day a departure reminder names."""

People = Mapping[int, tuple[Recipient, ...]]
"""Account -> the registrations it is reminded of, in one message."""
Content = Callable[[tuple[Recipient, ...]], Mapping[str, Any]]


def tick(tx: Transaction, *, now: datetime, quiet: Quiet = NEVER_QUIET) -> int:
    """Deal with every reminder that became due and return how many messages are owed for it."""
    owed = 0
    for event in reminders.list_events(tx, now):
        for due in list_due(event.calendar, now, quiet):
            if (due.rule.code, due.subject) in event.done:
                continue
            verdict = due.judge(now, quiet, event.calendar.zone)
            if verdict is not Verdict.WAIT:
                owed += _deal_with(tx, event, due, verdict, now)
    return owed


def _deal_with(tx: Transaction, event: EventReminders, due: Due, verdict: Verdict, now: datetime) -> int:
    is_sent = verdict is Verdict.SEND
    if not reminders.record(tx, event.event_id, due, now, is_sent=is_sent) or not is_sent:
        return 0
    people = _people(tx, event, due)
    owed = outbox.put_many(tx, _notices(tx, event, due, people), now)
    reminders.count_recipients(tx, event.event_id, due, owed)
    return owed


def _people(tx: Transaction, event: EventReminders, due: Due) -> People:
    """Return whom a reminder concerns, each account once."""
    found: dict[int, tuple[Recipient, ...]] = {}
    for recipient in _recipients(tx, event, due):
        found[recipient.account_id] = (*found.get(recipient.account_id, ()), recipient)
    return found


def _recipients(tx: Transaction, event: EventReminders, due: Due) -> Iterable[Recipient]:
    if due.rule.kind is Kind.CONSENT_MISSING:
        return _pending(tx, event, due)
    if due.registration_id is not None:
        return reminders.list_offered(tx, due.registration_id)
    read = reminders.list_participants if due.rule.to is To.PARTICIPANTS else reminders.list_guardians
    everybody = [recipient for stream_id in due.stream_ids for recipient in read(tx, stream_id)]
    if due.session_id is None or sessions.get(tx, due.session_id).capacity is None:
        return everybody
    holders = sessions.list_holders(tx, due.session_id)
    return [recipient for recipient in everybody if recipient.registration_id in holders]


def _pending(tx: Transaction, event: EventReminders, due: Due) -> Iterator[Recipient]:
    """Yield who must act for a consent, on the event's days only; whoever asked to be called is left in peace."""
    for stream_id in due.stream_ids:
        for pending in reminders.list_pending(tx, stream_id):
            waits_since = pending.waits_since.astimezone(event.calendar.zone).date()
            if (due.on - waits_since).days in event.consent_days and not pending.awaits_call:
                yield pending.recipient


def _notices(tx: Transaction, event: EventReminders, due: Due, people: People) -> Iterator[Notice]:
    content = _content(tx, event, due)
    for account_id, recipients in people.items():
        yield Notice(
            account_id=account_id,
            template=TEMPLATES[due.rule.kind],
            data={
                "event": event.title.as_dict(),
                "event_id": event.event_id,
                "on": due.on.isoformat(),
                "is_own": recipients[0].is_own,
                "about": [[recipient.registration_id, recipient.name] for recipient in recipients],
                **content(recipients),
            },
            priority=PRIORITIES[due.rule.kind],
            not_after=due.useful_until,
            dedup_key=f"reminder:{event.event_id}:{due.rule.code}:{due.subject}:{account_id}",
        )


def _content(tx: Transaction, event: EventReminders, due: Due) -> Content:
    """Return what a reminder says, as a function of the registrations one account is reminded of."""
    zone = event.calendar.zone
    if due.rule.kind is Kind.CONSENT_MISSING:
        return lambda _recipients: {}
    if due.registration_id is not None:
        until = due.useful_until.astimezone(zone).isoformat()
        return lambda _recipients: {"until": until}
    if due.session_id is not None:
        line = _line(sessions.get(tx, due.session_id), zone)
        return lambda _recipients: {"session": line}
    listed = _listed(tx, event, due)
    holders = sessions.list_holders_on(tx, event.event_id, due.on)
    place = event.place.as_dict()

    def of_day(recipients: tuple[Recipient, ...]) -> Mapping[str, Any]:
        held = {session_id for one in recipients for session_id in holders.get(one.registration_id, ())}
        own = [session for session in listed if session.capacity is None or session.id in held]
        return {
            "place": place,
            "sessions": [_line(session, zone) for session in own],
            "has_choice": any(session.capacity is not None and session.id not in held for session in listed),
        }

    return of_day


def _listed(tx: Transaction, event: EventReminders, due: Due) -> tuple[Session, ...]:
    """Return the sessions of a stream's day that are worth a line; for a departure only how the day begins."""
    (stream_id,) = due.stream_ids
    found = events.list_sessions(tx, event.event_id, stream_id, due.on)
    listed = tuple(session for session in found if is_listed(session.kind))
    return listed[:FIRST_SESSIONS] if due.rule.kind is Kind.DEPARTURE_DAY else listed


def _line(session: Session, zone: ZoneInfo) -> dict[str, Any]:
    """Return a session as texts show it, in the event's local time."""
    return {
        "starts": f"{session.starts_at.astimezone(zone):%H:%M}",
        "kind": session.kind,
        "title": session.title.as_dict(),
        "place": session.place.as_dict(),
        "is_chosen": session.capacity is not None,
    }
