"""Nudges about an unfinished draft: how long it must lie untouched for each, and until when one is of use.

Always true: the steps only grow; of several that were missed only the last is told.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.draft import Draft, asked, is_answered
from bot.domain.form import Form
from bot.domain.reminder import Quiet, local_instant

STEPS: Final = (timedelta(hours=1), timedelta(days=1), timedelta(days=3))
"""How long a draft lies untouched before the first, the second and the third nudge."""
REST: Final = timedelta(hours=12)
"""Between two nudges about one draft, however late the first of them was."""
SECONDS_A_QUESTION: Final = 20
_DAY: Final = timedelta(days=1)


def step_due(changed_at: datetime, now: datetime) -> int:
    """Return the number (from 1) of the last nudge that is due, 0 when none is."""
    return sum(now >= changed_at + untouched for untouched in STEPS)


def minutes_left(form: Form, draft: Draft) -> int:
    """Return about how many minutes the questions without an answer take, at least one."""
    left = sum(not is_answered(question, draft.answers) for question in asked(form, draft.answers))
    return max(1, -(-left * SECONDS_A_QUESTION // 60))


def useful_until(closes_on: date, now: datetime, quiet: Quiet, zone: ZoneInfo) -> datetime:
    """Return when a nudge must not be sent any more: registration has closed, or quiet hours begin."""
    closed_at = local_instant(closes_on + _DAY, time(0), zone)
    if quiet.starts == quiet.ends:
        return closed_at
    today = now.astimezone(zone).date()
    begins = (local_instant(on, quiet.starts, zone) for on in (today, today + _DAY))
    return min(closed_at, *(at for at in begins if at > now))
