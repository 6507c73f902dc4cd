"""Who may be registered twice: every pair of an event, two registrations side by side, and what is known of them.

Always true: what somebody does not run is as if it were not there; a pair that was found to be two people is not shown
again until that is taken back; nothing else is changed here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.actions.reaching import reach_event, reach_registration
from bot.domain.access import Actor, Right, Scope
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event, Stream
from bot.domain.language import Localized
from bot.domain.likeness import Pair, compare, find_pairs
from bot.domain.registration import Registration
from storage import accounts, audit, duplicates, events, participants, registrations, scopes
from storage.database import Transaction
from storage.duplicates import MergeLine
from storage.participants import Participant

PAGE: Final = 6
"""Pairs on one page."""
SHORT_HISTORY: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A pair with the names as they were written."""

    pair: Pair
    names: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairsPage:
    """One page of the pairs of an event, the surest first; pages count from 0."""

    event: Event
    rows: tuple[Named, ...]
    total: int
    page: int
    pages: int
    has_history: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two registrations, as an organizer compares it with the other."""

    registration: Registration
    participant: Participant
    stream: Stream
    units: tuple[Localized, ...]
    """The org unit and those above it, the highest first."""
    guardians: tuple[str, ...]
    registered_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PairPage:
    """Two registrations side by side, the earlier one first; `pair` None when they are not alike any more."""

    event: Event
    one: Side
    other: Side
    pair: Pair | None
    shares_guardians: bool
    """Whether the guardians of both will know the one that stays, instead of each account keeping what it has."""
    may_decide: bool

    @property
    def revision(self) -> int:
        """Return a number that changes whenever one of the two changes."""
        return self.one.registration.revision + self.other.registration.revision

    def side(self, registration_id: int) -> Side:
        """Return the side of one of the two registrations."""
        return self.one if self.one.registration.id == registration_id else self.other


@dataclass(frozen=True, slots=True, kw_only=True)
class MergesPage:
    """What was merged in an event, newest first."""

    event: Event
    merges: tuple[MergeLine, ...]


def read_count(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> int:
    """Return how many pairs of an event wait to be looked at."""
    del now
    _, scope = reach_event(tx, actor, event_id, Right.SEE)
    return len(_open_pairs(tx, scope))


def read_pairs(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, page: int = 0) -> PairsPage:
    """Return one page of those who may be registered twice; a page that is gone is the last one."""
    del now
    event, scope = reach_event(tx, actor, event_id, Right.DECIDE)
    pairs = _open_pairs(tx, scope)
    pages = max(1, -(-len(pairs) // PAGE))
    shown = min(max(page, 0), pages - 1)
    return PairsPage(
        event=event,
        rows=tuple(_named(tx, pair) for pair in pairs[shown * PAGE : (shown + 1) * PAGE]),
        total=len(pairs),
        page=shown,
        pages=pages,
        has_history=bool(duplicates.list_merges(tx, scope, limit=1)),
    )


def read_pair(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, one_id: int, other_id: int) -> PairPage:
    """Return two registrations of an event side by side."""
    del now
    event, one, other = reach_two(tx, actor, event_id, min(one_id, other_id), max(one_id, other_id), Right.DECIDE)
    scope = scopes.of_event(tx, actor, event, Right.DECIDE)
    profiles = {one.registration_id: one for one in duplicates.list_profiles(tx, scope)}
    known = [profiles.get(claim.id) for claim in (one, other)]
    return PairPage(
        event=event,
        one=_side(tx, event, one),
        other=_side(tx, event, other),
        pair=compare(known[0], known[1]) if known[0] and known[1] else None,
        shares_guardians=can_share(tx, actor, one.participant_id, other.participant_id),
        may_decide=actor.may(Right.DECIDE, event.programme_id, event.id),
    )


def read_history(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> MergesPage:
    """Return what was merged in an event."""
    del now
    event, scope = reach_event(tx, actor, event_id, Right.DECIDE)
    return MergesPage(event=event, merges=duplicates.list_merges(tx, scope, limit=SHORT_HISTORY))


def set_apart(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, one_id: int, other_id: int) -> None:
    """Remember that two registrations are two people's."""
    pair = _participants(tx, actor, event_id, one_id, other_id)
    duplicates.add_different(tx, event_id, *pair, account_id=actor.account_id, now=now)
    record(tx, actor, "duplicate.apart", one_id, now, other=other_id)


def undo_apart(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, one_id: int, other_id: int) -> None:
    """Forget that two registrations are two people's; the pair is shown again."""
    pair = _participants(tx, actor, event_id, one_id, other_id)
    if not duplicates.undo_different(tx, event_id, *pair, now):
        raise StaleError
    record(tx, actor, "duplicate.apart-undo", one_id, now, other=other_id)


def reach_two(
    tx: Transaction, actor: Actor, event_id: int, one_id: int, other_id: int, right: Right
) -> tuple[Event, Registration, Registration]:
    """Return an event and two of its registrations, all of which a right reaches."""
    one, event, scope = reach_registration(tx, actor, one_id, right)
    other = registrations.get(tx, other_id)
    if {one.event_id, other.event_id} != {event_id}:
        raise NotAvailableError
    scope.must_cover(other.unit_id)
    return event, one, other


def can_share(tx: Transaction, actor: Actor, one: int, other: int) -> bool:
    """Tell whether the guardians of two records may be shared: some account knows both, and nobody was ever limited."""
    owners = duplicates.find_owner(tx, one), duplicates.find_owner(tx, other)
    know_both = duplicates.list_accounts(tx, one) & duplicates.list_accounts(tx, other)
    if None not in owners or not know_both or duplicates.has_limits(tx, one, other):
        return False
    return all(actor.runs(programme_id) for programme_id in duplicates.list_programme_ids(tx, one, other))


def record(tx: Transaction, actor: Actor, action: str, claim_id: int, now: datetime, **more: int) -> None:
    """Put what was done to a registration on its trail."""
    audit.record(tx, actor=actor, action=action, subject="registration", subject_id=claim_id, now=now, **more)


def _open_pairs(tx: Transaction, scope: Scope) -> tuple[Pair, ...]:
    different = duplicates.list_different(tx, scope.event_id)
    return tuple(pair for pair in find_pairs(duplicates.list_profiles(tx, scope)) if _key_of(pair) not in different)


def _key_of(pair: Pair) -> tuple[int, int]:
    one, other = sorted((pair.one.participant_id, pair.other.participant_id))
    return one, other


def _named(tx: Transaction, pair: Pair) -> Named:
    one, other = (participants.get(tx, profile.participant_id).full_name for profile in (pair.one, pair.other))
    return Named(pair=pair, names=(one, other))


def _side(tx: Transaction, event: Event, claim: Registration) -> Side:
    units = events.get_units(tx, event.programme_id)
    unit = units.with_id(claim.unit_id) if claim.unit_id else None
    guardians = participants.list_guardians(tx, claim.participant_id)
    return Side(
        registration=claim,
        participant=participants.get(tx, claim.participant_id),
        stream=next(stream for stream in event.streams if stream.id == claim.stream_id),
        units=tuple(one.title for one in units.path(unit.code)) if unit else (),
        guardians=tuple(guardian.name for guardian in guardians),
        registered_by=str(accounts.get_row(tx, claim.account_id)["display_name"]),
    )


def _participants(tx: Transaction, actor: Actor, event_id: int, one_id: int, other_id: int) -> tuple[int, int]:
    _, one, other = reach_two(tx, actor, event_id, one_id, other_id, Right.DECIDE)
    if one.participant_id == other.participant_id:
        raise StaleError
    return one.participant_id, other.participant_id
