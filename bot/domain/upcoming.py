"""When a rule reminds next, as far as an event's calendar knows."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.due import DUE_BY_KIND
from bot.domain.reminder import NEVER_QUIET, Calendar, Kind, Rule, local_instant


def next_at(calendar: Calendar, rule: Rule, now: datetime) -> datetime | None:
    """Return when a rule is due next, as far as the calendar knows."""
    if rule.kind is Kind.CONSENT_MISSING:
        today = now.astimezone(calendar.zone).date()
        days = (local_instant(today + timedelta(days=more), rule.at, calendar.zone) for more in (0, 1))
        return next(at for at in days if at > now)
    found = (due.due_at for due in DUE_BY_KIND[rule.kind](calendar, rule, now, NEVER_QUIET))
    return min((at for at in found if at > now), default=None)
