"""Reminding people: what became due is told once to each person it concerns, or recorded as expired.

Always true: the record that a reminder is done and the messages that it owes are one transaction, and the record can be
made once; a late reminder is sent as long as it is of use; a message is not sent after that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from bot.domain.draft import missing
from bot.domain.due import list_due
from bot.domain.feedback import is_rated
from bot.domain.form import Form, Json
from bot.domain.form import Kind as QuestionKind
from bot.domain.form_changes import fitting
from bot.domain.notice import Notice, Priority
from bot.domain.reminder import NEVER_QUIET, Due, Kind, Quiet, To, Verdict, is_listed
from bot.domain.timetable import Session
from storage import drafts, events, outbox, reminders, sessions, squads
from storage.database import Transaction
from storage.reminders import EventReminders, Recipient

PRIORITIES: Final = {
    Kind.BEFORE_SESSION: Priority.NOTICE,
    Kind.DEPARTURE_DAY: Priority.NOTICE,
    Kind.EVENING_BEFORE: Priority.BULK,
    Kind.CONSENT_MISSING: Priority.BULK,
    Kind.OFFER_LAPSING: Priority.NOTICE,
    Kind.DOCUMENT_MISSING: Priority.BULK,
    Kind.PACKING: Priority.BULK,
    Kind.PICKUP_DAY: Priority.NOTICE,
    Kind.OPINION: Priority.BULK,
    Kind.FEEDBACK: Priority.BULK,
}
TEMPLATES: Final = {
    Kind.BEFORE_SESSION: "reminder-session",
    Kind.DEPARTURE_DAY: "reminder-departure",
    Kind.EVENING_BEFORE: "reminder-day",
    Kind.CONSENT_MISSING: "reminder-consent",
    Kind.OFFER_LAPSING: "reminder-offer",
    Kind.DOCUMENT_MISSING: "reminder-document",
    Kind.PACKING: "reminder-packing",
    Kind.PICKUP_DAY: "reminder-pickup",
    Kind.OPINION: "reminder-opinion",
    Kind.FEEDBACK: "feedback-asked",
}
FIRST_SESSIONS: Final = 3
"""How many sessions of the first day a departure reminder names."""

_BARE: Final = frozenset({Kind.CONSENT_MISSING, Kind.DOCUMENT_MISSING, Kind.PACKING, Kind.OPINION})
"""Kinds that say nothing of a day."""

_OF_SESSIONS: Final = frozenset({Kind.FEEDBACK, Kind.EVENING_BEFORE})
"""Kinds that say nothing to whoever goes to nothing that day."""

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
        known = found.get(recipient.account_id, ())
        if all(one.registration_id != recipient.registration_id for one in known):
            found[recipient.account_id] = (*known, recipient)
    return found


def _recipients(tx: Transaction, event: EventReminders, due: Due) -> Iterable[Recipient]:
    if due.rule.kind is Kind.CONSENT_MISSING:
        return _pending(tx, event, due)
    if due.registration_id is not None:
        return reminders.list_offered(tx, due.registration_id)
    if due.rule.kind is Kind.DOCUMENT_MISSING:
        return [one for stream_id in due.stream_ids for one in list_without_document(tx, event.event_id, stream_id)]
    everybody = [one for stream_id in due.stream_ids for one in list_meant(tx, due.rule.to, stream_id)]
    if due.rule.kind is Kind.FEEDBACK:
        return [recipient for recipient in everybody if recipient.is_own]
    return everybody if due.session_id is None else _going(tx, sessions.get(tx, due.session_id), everybody)


def _going(tx: Transaction, session: Session, everybody: Iterable[Recipient]) -> Iterable[Recipient]:
    """Return those of a session's streams who go to it: in one of its squads, or with a place."""
    if session.squad_ids:
        placed = squads.read_placed(tx, session.event_id)
        everybody = [one for one in everybody if placed.get(one.registration_id) in session.squad_ids]
    if session.capacity is None:
        return everybody
    holders = sessions.list_holders(tx, session.id)
    return [one for one in everybody if one.registration_id in holders]


def list_meant(tx: Transaction, to: To, stream_id: int) -> tuple[Recipient, ...]:
    """Return who of a stream a rule tells: those who take part, their guardians, or both."""
    students = () if to is To.GUARDIANS else reminders.list_participants(tx, stream_id)
    guardians = () if to is To.PARTICIPANTS else reminders.list_guardians(tx, stream_id)
    return (*students, *guardians)


def list_without_document(tx: Transaction, event_id: int, stream_id: int) -> Iterator[Recipient]:
    """Yield who registered without a file that the newest form needs."""
    version_id, form = events.newest_form(tx, event_id)
    if any(one.kind is QuestionKind.FILE and one.required for one in form.questions):
        for recipient, draft_id in reminders.list_behind(tx, stream_id, version_id):
            if _lacks_file(form, drafts.get(tx, draft_id).answers):
                yield recipient


def _lacks_file(form: Form, answers: Mapping[str, Json]) -> bool:
    return any(one.kind is QuestionKind.FILE for one in missing(form, fitting(form, answers)))


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
        said = content(recipients)
        if due.rule.kind in _OF_SESSIONS and not said["sessions"] and not said.get("has_choice"):
            continue
        yield Notice(
            account_id=account_id,
            template=TEMPLATES[due.rule.kind],
            data={
                "event": event.title.as_dict(),
                "event_id": event.event_id,
                "on": due.on.isoformat(),
                "is_own": recipients[0].is_own,
                "about": [[recipient.registration_id, recipient.name] for recipient in recipients],
                **({"own": due.rule.text.as_dict()} if due.rule.text else {}),
                **said,
            },
            priority=PRIORITIES[due.rule.kind],
            not_after=due.useful_until,
            dedup_key=f"reminder:{event.event_id}:{due.rule.code}:{due.subject}:{account_id}",
        )


def _content(tx: Transaction, event: EventReminders, due: Due) -> Content:
    """Return what a reminder says, as a function of the registrations one account is reminded of."""
    zone = event.calendar.zone
    if due.rule.kind in _BARE:
        return lambda _recipients: {}
    if due.registration_id is not None:
        until = due.useful_until.astimezone(zone).isoformat()
        return lambda _recipients: {"until": until}
    if due.session_id is not None:
        line = _line(sessions.get(tx, due.session_id), zone)
        return lambda _recipients: {"session": line}
    if due.rule.kind is Kind.FEEDBACK:
        return _to_rate(tx, event, due)
    listed, placed = _listed(tx, event, due), squads.read_placed(tx, event.event_id)
    holders = sessions.list_holders_on(tx, event.event_id, due.on)
    place = event.place.as_dict()

    def of_day(recipients: tuple[Recipient, ...]) -> Mapping[str, Any]:
        held = {session_id for one in recipients for session_id in holders.get(one.registration_id, ())}
        theirs = _worth(due, _for_squads(listed, recipients, placed))
        own = [session for session in theirs if session.capacity is None or session.id in held]
        return {
            "place": place,
            "sessions": [_line(session, zone) for session in own],
            "has_choice": any(session.capacity is not None and session.id not in held for session in theirs),
        }

    return of_day


def _to_rate(tx: Transaction, event: EventReminders, due: Due) -> Content:
    """Return what of a day was over when it was asked about, as far as each one was in it."""
    (stream_id,) = due.stream_ids
    found = events.list_sessions(tx, event.event_id, stream_id, due.on)
    over = tuple(one for one in found if is_rated(one) and one.ends_at <= due.due_at)
    holders, placed = sessions.list_holders_on(tx, event.event_id, due.on), squads.read_placed(tx, event.event_id)

    def of_day(recipients: tuple[Recipient, ...]) -> Mapping[str, Any]:
        held = {session_id for one in recipients for session_id in holders.get(one.registration_id, ())}
        own = [one for one in _for_squads(over, recipients, placed) if one.capacity is None or one.id in held]
        return {"sessions": [{"id": one.id, **_line(one, event.calendar.zone)} for one in own]}

    return of_day


def _listed(tx: Transaction, event: EventReminders, due: Due) -> tuple[Session, ...]:
    """Return the sessions of a stream's day worth a line, those of every squad."""
    (stream_id,) = due.stream_ids
    found = events.list_sessions(tx, event.event_id, stream_id, due.on)
    return tuple(session for session in found if is_listed(session.kind))


def _for_squads(
    found: tuple[Session, ...], recipients: tuple[Recipient, ...], placed: Mapping[int, int]
) -> tuple[Session, ...]:
    """Return what is for everybody, or for the squad of somebody one is reminded of."""
    theirs = {placed.get(one.registration_id, 0) for one in recipients}
    return tuple(one for one in found if not one.squad_ids or theirs & set(one.squad_ids))


def _worth(due: Due, listed: tuple[Session, ...]) -> tuple[Session, ...]:
    """Return what a reminder names: of a departure how the day begins, of a pick-up its end."""
    match due.rule.kind:
        case Kind.DEPARTURE_DAY:
            return listed[:FIRST_SESSIONS]
        case Kind.PICKUP_DAY:
            return listed[-1:]
        case _:
            return listed


def _line(session: Session, zone: ZoneInfo) -> dict[str, Any]:
    """Return a session as texts show it, in the event's local time."""
    return {
        "starts": f"{session.starts_at.astimezone(zone):%H:%M}",
        "kind": session.kind,
        "title": session.title.as_dict(),
        "place": session.place.as_dict(),
        "is_chosen": session.capacity is not None,
    }
