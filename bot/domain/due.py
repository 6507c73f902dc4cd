"""Which reminders are due: one function for each kind, out of an event's rules and its calendar.

Always true: a reminder's subject names it by local days and hours for ever; nothing is due before it was known.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.domain.reminder import LOOKBACK, NO_EVENT, Calendar, Due, Kind, Quiet, Rule, Slot, Span, local_instant

_DAY: Final = timedelta(days=1)
_NO_SESSION: Final = NO_EVENT | {"travel"}


def list_due(calendar: Calendar, now: datetime, quiet: Quiet) -> Iterator[Due]:
    """Yield every reminder that became due by now, as far as it is looked for; the caller knows which are done."""
    since = max(calendar.known_at, now - LOOKBACK)
    for rule in calendar.rules:
        for due in DUE_BY_KIND[rule.kind](calendar, rule, now, quiet):
            if since <= due.due_at <= now:
                yield due


def _evenings(calendar: Calendar, rule: Rule, now: datetime, quiet: Quiet) -> Iterator[Due]:
    """Tomorrow's programme: of use until the last session of that day begins."""
    del now, quiet
    for span, on, last_at in _days(calendar):
        yield _of_day(rule, span, on, local_instant(on - _DAY, rule.at, calendar.zone), last_at)


def _departures(calendar: Calendar, rule: Rule, now: datetime, quiet: Quiet) -> Iterator[Due]:
    """The first day of a stream: of use until its last session begins (without sessions, until the day ends)."""
    del now, quiet
    lasts = {span.id: last_at for span, on, last_at in _days(calendar) if on == span.starts_on}
    for span in calendar.spans:
        on = span.starts_on
        until = lasts.get(span.id) or local_instant(on + _DAY, time(0), calendar.zone)
        yield _of_day(rule, span, on, local_instant(on, rule.at, calendar.zone), until, is_urgent=True)


def _sessions(calendar: Calendar, rule: Rule, now: datetime, quiet: Quiet) -> Iterator[Due]:
    """A session that begins soon: of use until it begins; meals, free time and travel are not announced."""
    del now
    for slot in calendar.slots:
        if slot.kind not in _NO_SESSION:
            local = slot.starts_at.astimezone(calendar.zone)
            yield Due(
                rule=rule,
                subject=f"{slot.code}:{local:%Y-%m-%dT%H:%M}",
                due_at=slot.starts_at - timedelta(minutes=rule.minutes),
                useful_until=slot.starts_at,
                on=slot.held_on,
                stream_ids=tuple(span.id for span in calendar.spans if _concerns(slot, span)),
                session_id=slot.id,
                is_urgent=quiet.wakes_nobody(slot.starts_at, calendar.zone),
            )


def _consents(calendar: Calendar, rule: Rule, now: datetime, quiet: Quiet) -> Iterator[Due]:
    """A consent that is missing: once a day while registration makes sense, of use until the next one is due."""
    del quiet
    today = now.astimezone(calendar.zone).date()
    on = max(calendar.opens_on, today - LOOKBACK)
    while on <= today:
        waiting = tuple(span.id for span in calendar.spans if on < span.starts_on)
        if waiting:
            yield Due(
                rule=rule,
                subject=str(on),
                due_at=local_instant(on, rule.at, calendar.zone),
                useful_until=local_instant(on + _DAY, rule.at, calendar.zone),
                on=on,
                stream_ids=waiting,
            )
        on += _DAY


def _offers(calendar: Calendar, rule: Rule, now: datetime, quiet: Quiet) -> Iterator[Due]:
    """An offer that is about to lapse: of use until it does; one held for less than the rule's time is not told of."""
    del now, quiet
    for one in calendar.held:
        due_at = one.until - timedelta(minutes=rule.minutes)
        if due_at > one.since:
            yield Due(
                rule=rule,
                subject=f"{one.registration_id}:{one.until:%Y-%m-%dT%H:%M}",
                due_at=due_at,
                useful_until=one.until,
                on=one.until.astimezone(calendar.zone).date(),
                stream_ids=(one.stream_id,),
                registration_id=one.registration_id,
            )


def _before_start(calendar: Calendar, rule: Rule, now: datetime, quiet: Quiet) -> Iterator[Due]:
    """So many days before a stream begins: of use until its first day does."""
    del now, quiet
    for span in calendar.spans:
        on = span.starts_on
        due_at = local_instant(on - rule.days * _DAY, rule.at, calendar.zone)
        yield _of_day(rule, span, on, due_at, local_instant(on + _DAY, time(0), calendar.zone))


def _pickups(calendar: Calendar, rule: Rule, now: datetime, quiet: Quiet) -> Iterator[Due]:
    """The last day of a stream, on which children are fetched: of use until the day ends."""
    del now, quiet
    for span in calendar.spans:
        on = span.ends_on
        until = local_instant(on + _DAY, time(0), calendar.zone)
        yield _of_day(rule, span, on, local_instant(on, rule.at, calendar.zone), until, is_urgent=True)


def _feedbacks(calendar: Calendar, rule: Rule, now: datetime, quiet: Quiet) -> Iterator[Due]:
    """What one thinks of a day: asked in its evening, of use for a day."""
    del now, quiet
    for span, on, _ in _days(calendar):
        due_at = local_instant(on, rule.at, calendar.zone)
        yield _of_day(rule, span, on, due_at, due_at + _DAY)


def _opinions(calendar: Calendar, rule: Rule, now: datetime, quiet: Quiet) -> Iterator[Due]:
    """The day after a stream, when families are asked how it was: of use for a week."""
    del now, quiet
    for span in calendar.spans:
        on = span.ends_on
        due_at = local_instant(on + _DAY, rule.at, calendar.zone)
        yield _of_day(rule, span, on, due_at, local_instant(on + 8 * _DAY, time(0), calendar.zone))


def _of_day(rule: Rule, span: Span, on: date, due_at: datetime, until: datetime, *, is_urgent: bool = False) -> Due:
    """Return a reminder about one day of one stream, of use until an instant."""
    return Due(
        rule=rule,
        subject=f"{span.code}:{on}",
        due_at=due_at,
        useful_until=until,
        on=on,
        stream_ids=(span.id,),
        is_urgent=is_urgent,
    )


def _days(calendar: Calendar) -> Iterator[tuple[Span, date, datetime]]:
    """Yield each day of each stream that has a programme, with the start of its last session."""
    for span in calendar.spans:
        lasts: dict[date, datetime] = {}
        for slot in calendar.slots:
            if slot.kind not in NO_EVENT and _concerns(slot, span):
                lasts[slot.held_on] = max(slot.starts_at, lasts.get(slot.held_on, slot.starts_at))
        yield from ((span, on, last_at) for on, last_at in lasts.items())


def _concerns(slot: Slot, span: Span) -> bool:
    """Tell whether a session is one of a stream: its own, or everybody's on one of the stream's days."""
    return slot.stream_id == span.id or (slot.stream_id is None and span.includes(slot.held_on))


DUE_BY_KIND: Final = {
    Kind.EVENING_BEFORE: _evenings,
    Kind.BEFORE_SESSION: _sessions,
    Kind.DEPARTURE_DAY: _departures,
    Kind.CONSENT_MISSING: _consents,
    Kind.OFFER_LAPSING: _offers,
    Kind.DOCUMENT_MISSING: _before_start,
    Kind.PACKING: _before_start,
    Kind.PICKUP_DAY: _pickups,
    Kind.FEEDBACK: _feedbacks,
    Kind.OPINION: _opinions,
}
