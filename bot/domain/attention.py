"""What reaches a person at once, in the evening, or only when it is looked for.

Always true: every template has one weight; what is urgent, and what answers the person, waits for nothing; an
announcement that asks for «Got it» does not wait either, because somebody counts who is silent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any, Final
from zoneinfo import ZoneInfo

from bot.domain.notice import Priority
from bot.domain.reminder import local_instant

HOURS: Final = (18, 19, 20, 21)
"""Local hours at which an evening digest may come."""
USUAL_HOUR: Final = 19
NIGHT: Final = time(22)
"""When an evening is over."""
DIGEST: Final = "digest"
DIGEST_EDIT: Final = "digest-edit"
"""Template of what is no message: a digest no longer names what was deleted."""
"""The template of the one message that stands for what waited."""
_LASTING: Final = timedelta(hours=6)
"""What comes after the digest and is of use for so long still comes this evening."""
_SLACK: Final = timedelta(minutes=10)
"""By how much a digest may be late and still be in time for what is in it."""
_DAY: Final = timedelta(days=1)


class Attention(StrEnum):
    """What a person wants to be told at once."""

    EVERYTHING = "everything"
    EVENING = "evening"
    URGENT = "urgent"


class Weight(StrEnum):
    """How much harm it does when a message is not seen at once."""

    URGENT = "urgent"
    PERSONAL = "personal"
    ORDINARY = "ordinary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a person chose, and at which local hour the digest comes."""

    attention: Attention = Attention.EVERYTHING
    hour: int = USUAL_HOUR


_BY_WEIGHT: Final[Mapping[Weight, str]] = {
    Weight.URGENT: """
        broadcast-calls broadcast-left choice-offer consent-ask-again consent-renew form-asks
        headcount headcount-calls headcount-late incident-told incident-untold offer reminder-consent
        pickup-left pickup-undone pickup-back pickup-asked pickup-vouched pickup-refused pickup-lift
        pickup-list-name pickup-list-remove pickup-list-alone pickup-list-not-alone
        reminder-departure reminder-document reminder-offer reminder-pickup
        school-reminder speaker-changed staffroom-leaver stream-days timetable-changed""",
    Weight.PERSONAL: """
        answers-changed answers-objected answers-put-back broadcast-again broadcast-again-edit broadcast-edit
        call-asked checked-in choice-waits choice-won consent-differ consent-differ-staff consent-given consent-lapsed
        consent-lapsed-staff consent-less consent-refused consent-settled coordinator-joined data-erased
        letter letter-asked letter-confirmed letter-expired letter-missed letter-near letter-photo
        letter-photo-dropped letter-returned letter-sent letter-waiting
        decision-undone digest digest-edit duplicates-found leader-joined many-children not-checked-in
        offer-expired offer-taken poll-closed
        question-answered session-asked
        purge-report recall-done recall-soon registration-cancelled registration-confirmed registration-declined
        registration-reopened registration-returned registration-stays registration-twice role-ending session-place
        speaker-can speaker-cannot speaker-joined staff-joined staff-left staffroom-lost takeover-asked
        takeover-confirmed
        thread-answered thread-asked thread-closed thread-flagged thread-handed thread-overheard thread-taken
        thread-urgent thread-waits vouch-asked vouch-confirmed vouch-declined vouch-expired waitlist-promoted""",
    Weight.ORDINARY: """
        broadcast feedback-asked lottery-opened nudge poll-results reminder-day reminder-opinion reminder-packing
        reminder-session school-unfinished""",
}
WEIGHTS: Final[Mapping[str, Weight]] = {
    template: weight for weight, templates in _BY_WEIGHT.items() for template in templates.split()
}
"""The weight of every template."""


def may_wait(template: str, data: Mapping[str, Any], priority: Priority) -> bool:
    """Tell whether a message is one that a person may choose not to get at once."""
    is_counted = "asks" in data
    is_ordinary = WEIGHTS.get(template) is Weight.ORDINARY
    return is_ordinary and not is_counted and priority is not Priority.EMERGENCY


def next_digest(hour: int, now: datetime, zone: ZoneInfo) -> datetime:
    """Return when the next digest comes after an instant."""
    today = now.astimezone(zone).date()
    at = local_instant(today, time(hour), zone)
    return at if at > now else local_instant(today + _DAY, time(hour), zone)


def digest_for(hour: int, now: datetime, not_after: datetime | None, zone: ZoneInfo) -> datetime | None:
    """Return when a digest can hold a message that is due now, None when none is in time for it.

    What comes after today's digest and is of no use by tomorrow's (tomorrow's programme) still comes this evening.
    """
    at = next_digest(hour, now, zone)
    if not_after is None or at + _SLACK < not_after:
        return at
    is_evening = time(hour) <= now.astimezone(zone).time() < NIGHT
    return now if is_evening and now + _LASTING <= not_after else None
