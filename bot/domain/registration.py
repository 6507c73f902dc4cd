"""One participant's claim on one stream, and the only moves it may make."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.domain.behalf import Behalf
from bot.domain.errors import StaleError
from bot.domain.event import Event, Mode, Stage


class Status(StrEnum):
    """Where a registration stands."""

    AWAITING_GUARDIAN = "awaiting_guardian"
    PENDING = "pending"
    RETURNED = "returned"
    CONFIRMED = "confirmed"
    WAITLISTED = "waitlisted"
    OFFERED = "offered"
    DECLINED = "declined"
    REFUSED = "refused"
    CANCELLED = "cancelled"


SEATED: Final = frozenset({Status.AWAITING_GUARDIAN, Status.PENDING, Status.RETURNED, Status.CONFIRMED, Status.OFFERED})
"""Statuses that hold a seat; the schema says the same."""

ENDED: Final = frozenset({Status.DECLINED, Status.REFUSED, Status.CANCELLED})
"""Statuses after which the same participant may register anew."""

MOVES: Final[dict[Status, frozenset[Status]]] = {
    Status.AWAITING_GUARDIAN: frozenset(
        {Status.PENDING, Status.CONFIRMED, Status.REFUSED, Status.RETURNED, Status.DECLINED, Status.CANCELLED}
    ),
    Status.PENDING: frozenset(
        {
            Status.CONFIRMED,
            Status.RETURNED,
            Status.DECLINED,
            Status.CANCELLED,
            Status.AWAITING_GUARDIAN,
            Status.REFUSED,
            Status.WAITLISTED,
        }
    ),
    Status.RETURNED: frozenset(
        {Status.AWAITING_GUARDIAN, Status.PENDING, Status.CONFIRMED, Status.DECLINED, Status.CANCELLED, Status.REFUSED}
    ),
    Status.CONFIRMED: frozenset(
        {
            Status.PENDING,
            Status.RETURNED,
            Status.DECLINED,
            Status.CANCELLED,
            Status.REFUSED,
            Status.AWAITING_GUARDIAN,
        }
    ),
    Status.WAITLISTED: frozenset(
        {
            Status.OFFERED,
            Status.AWAITING_GUARDIAN,
            Status.PENDING,
            Status.CONFIRMED,
            Status.DECLINED,
            Status.CANCELLED,
            Status.REFUSED,
        }
    ),
    Status.OFFERED: frozenset(
        {
            Status.AWAITING_GUARDIAN,
            Status.PENDING,
            Status.CONFIRMED,
            Status.WAITLISTED,
            Status.DECLINED,
            Status.CANCELLED,
            Status.REFUSED,
        }
    ),
    Status.DECLINED: frozenset(),
    Status.REFUSED: frozenset(),
    Status.CANCELLED: frozenset(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """A claim on a stream; `seat_number` is held exactly in the seated statuses.

    `queued_at` is what the waitlist is ordered by once it is not the time of submission, `offered_until` the deadline
    of an open offer; who let an offer pass `rests` on the waitlist until the family asks for a place again.
    """

    id: int
    event_id: int
    stream_id: int
    participant_id: int
    account_id: int
    draft_id: int
    form_version_id: int
    unit_id: int | None
    status: Status
    seat_number: int | None
    needs_consent: bool
    consent_id: int | None
    reason: str | None
    revision: int
    submitted_at: datetime
    changed_at: datetime
    queued_at: datetime | None = None
    offered_until: datetime | None = None
    rests: bool = False
    on_behalf: Behalf = Behalf.OWN
    acted_by: int | None = None
    """The account that registered somebody else, even after that one took over."""

    @property
    def is_active(self) -> bool:
        """Tell whether the claim still stands."""
        return self.status not in ENDED

    @property
    def takes_part(self) -> bool:
        """Tell whether the participant is expected at the event."""
        return self.status is Status.CONFIRMED

    @property
    def has_consent(self) -> bool:
        """Tell whether nothing is missing from a guardian."""
        return not self.needs_consent or self.consent_id is not None

    def must_move_to(self, status: Status) -> None:
        """Refuse a move the table does not have."""
        if status not in MOVES[self.status]:
            raise StaleError


def status_with_seat(event: Event, *, has_consent: bool) -> Status:
    """Return where a registration stands once it holds a seat and its answers are complete."""
    if event.needs_guardian and not has_consent:
        return Status.AWAITING_GUARDIAN
    return Status.CONFIRMED if event.mode is Mode.FIRST_COME else Status.PENDING


def status_when_moved_up(event: Event, stream_id: int, *, has_consent: bool) -> Status:
    """Return where a registration stands that got its seat from the waitlist: after a choice nobody decides again."""
    status = status_with_seat(event, has_consent=has_consent)
    is_chosen = event.stream_with(stream_id).stage is Stage.CHOSEN
    return Status.CONFIRMED if is_chosen and status is Status.PENDING else status
