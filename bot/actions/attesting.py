"""What staff does about a consent: write down one on paper or by phone, and settle what guardians differ about.

Always true: what is written down names who decided, how, when, in which language, and who wrote it; nothing is ever
deleted: a slip is taken back within `UNDO_LIFE` by a row that says so, a dispute ends by a row with its reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.actions.reaching import reach_registration
from bot.actions.settling import settle, standings
from bot.actions.telling import family_of, tell_family
from bot.domain.access import Actor, Right
from bot.domain.consent import Decision, Route, Standing
from bot.domain.errors import StaleError, UndoExpiredError
from bot.domain.event import Event
from bot.domain.guardian import Relation
from bot.domain.language import Language
from bot.domain.registration import Registration
from storage import accounts, audit, consents, notices, participants
from storage.consents import Signed
from storage.database import Transaction
from storage.participants import Participant
from storage.values import instant, micros

UNDO_LIFE: Final = timedelta(seconds=30)
OLDEST: Final = timedelta(days=365)
"""How long ago a paper may have been signed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPage:
    """All that is needed to write a consent down, or to settle one."""

    registration: Registration
    event: Event
    participant: Participant
    standings: tuple[Standing, ...]
    today: date
    entered_at: int | None = None
    """Microseconds; names what was just written down, so that it can be taken back."""

    @property
    def disputed(self) -> tuple[Standing, ...]:
        """What guardians differ about."""
        return tuple(one for one in self.standings if one.is_disputed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a guardian said, as staff writes it down; `ranks` holds an answer for each text by its id."""

    route: Route
    full_name: str
    relation: Relation
    phone: str
    decided_on: date
    language: Language
    ranks: Mapping[int, int]


def read_entry(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> EntryPage:
    """Return what stands about the consents of a registration that waits for them or has them."""
    registration, event, _ = reach_registration(tx, actor, registration_id, Right.DECIDE)
    if not registration.needs_consent or not registration.is_active:
        raise StaleError
    return _page(tx, registration, event, now)


def leave(tx: Transaction, *, account_id: int, at: Mapping[str, int]) -> None:
    """Forget what was typed by somebody who went to another screen."""
    accounts.set_place(tx, account_id, "desk", at)


def record(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, revision: int, entry: Entry
) -> EntryPage:
    """Write down what a guardian signed or said; the family is told once it cannot be taken back any more."""
    page = _current(tx, actor, now, registration_id, revision)
    _check(page, entry)
    signer_id = consents.add_signer(
        tx,
        participant_id=page.participant.id,
        full_name=entry.full_name,
        relation=entry.relation.value,
        phone=entry.phone,
        now=now,
    )
    by = Signed(signer_id=signer_id, entered_by=actor.account_id, route=entry.route)
    for one in page.standings:
        if one.text.id in entry.ranks:
            _add(tx, page, one, entry, by, now)
    moved = settle(tx, page.registration, page.event, now=now)
    _arrive(tx, actor, moved, "consent.enter", now)
    key = _notice_key(moved, micros(now))
    template = "consent-given" if moved.has_consent else "consent-refused"
    if moved.has_consent or not moved.is_active:
        tell_family(tx, moved, page.event, template, now=now, not_before=now + UNDO_LIFE, dedup_key=key)
    return replace(_page(tx, moved, page.event, now), entered_at=micros(now))


def undo(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, entered_at: int) -> EntryPage:
    """Let what one has just written down (at an instant in microseconds) count no more; the rows stay."""
    registration, event, _ = reach_registration(tx, actor, registration_id, Right.DECIDE)
    if now > instant(entered_at) + UNDO_LIFE:
        raise UndoExpiredError
    voided = consents.void_entered(
        tx,
        participant_id=registration.participant_id,
        event_id=event.id,
        account_id=actor.account_id,
        entered_at=instant(entered_at),
        since=now - UNDO_LIFE,
        now=now,
    )
    if not voided or not registration.is_active:
        raise StaleError
    for account_id in family_of(tx, registration):
        notices.stop(tx, f"{_notice_key(registration, entered_at)}-{account_id}", now)
    moved = settle(tx, registration, event, now=now)
    _arrive(tx, actor, moved, "consent.void", now)
    return _page(tx, moved, event, now)


def resolve(
    tx: Transaction,
    *,
    actor: Actor,
    now: datetime,
    registration_id: int,
    revision: int,
    consent_text_id: int,
    rank: int,
    reason: str,
) -> EntryPage:
    """Settle what guardians differ about, after speaking to them; text 0 means every required one at once."""
    page = _current(tx, actor, now, registration_id, revision)
    settled = [one for one in page.disputed if one.text.id == consent_text_id or _is_one_of(one, consent_text_id)]
    if not settled:
        raise StaleError
    for one in settled:
        _resolve(tx, actor, page, one, rank, reason, now)
    moved = settle(tx, page.registration, page.event, now=now, reason=reason)
    _arrive(tx, actor, moved, "consent.resolve", now)
    if page.registration.is_active and not moved.is_active:
        tell_family(tx, moved, page.event, "consent-refused", now=now)
    else:
        tell_family(tx, moved, page.event, "consent-settled", now=now)
    return _page(tx, moved, page.event, now)


def _is_one_of(about: Standing, consent_text_id: int) -> bool:
    return consent_text_id == 0 and about.text.is_required


def _resolve(
    tx: Transaction, actor: Actor, page: EntryPage, about: Standing, rank: int, reason: str, now: datetime
) -> None:
    """Record one answer that somebody gave to these very words, or a no."""
    said = {about.text.rank(one.decision, one.level) for one in about.answers if one.version == about.text.version}
    if rank not in {0, *said}:
        raise StaleError
    level = about.text.level(rank)
    consents.add_resolution(
        tx,
        participant_id=page.participant.id,
        consent_text_id=about.text.id,
        decision=Decision.GIVEN if rank else Decision.REFUSED,
        level=level.code if level else "",
        upto_id=max(one.id for one in about.answers),
        reason=reason,
        account_id=actor.account_id,
        now=now,
    )


def _add(tx: Transaction, page: EntryPage, about: Standing, entry: Entry, by: Signed, now: datetime) -> None:
    rank = entry.ranks[about.text.id]
    level = about.text.level(rank)
    noon = datetime.combine(entry.decided_on, time(12), page.event.zone)
    consents.add(
        tx,
        participant_id=page.participant.id,
        consent_text_id=about.text.id,
        by=by,
        decision=Decision.GIVEN if rank else Decision.REFUSED,
        level=level.code if level else "",
        language=entry.language,
        decided_at=now if entry.decided_on == page.today else min(noon, now),
        now=now,
    )


def _check(page: EntryPage, entry: Entry) -> None:
    """Refuse what no screen offers: an answer that is missing or unknown, another route, a day that is not yet."""
    by_id = {one.text.id: one.text for one in page.standings}
    required = {one.text.id for one in page.standings if one.text.is_required}
    if not required <= entry.ranks.keys() <= by_id.keys() or entry.route is Route.CHAT:
        raise StaleError
    if any(not 0 <= rank <= by_id[text_id].freest for text_id, rank in entry.ranks.items()):
        raise StaleError
    if not page.today - OLDEST <= entry.decided_on <= page.today:
        raise StaleError


def _current(tx: Transaction, actor: Actor, now: datetime, registration_id: int, revision: int) -> EntryPage:
    page = read_entry(tx, actor=actor, now=now, registration_id=registration_id)
    if page.registration.revision != revision:
        raise StaleError
    return page


def _page(tx: Transaction, registration: Registration, event: Event, now: datetime) -> EntryPage:
    return EntryPage(
        registration=registration,
        event=event,
        participant=participants.get(tx, registration.participant_id),
        standings=standings(tx, registration.participant_id, event.id),
        today=event.today(now),
    )


def _notice_key(registration: Registration, entered_at: int) -> str:
    return f"entered-{registration.id}-{entered_at}"


def _arrive(tx: Transaction, actor: Actor, registration: Registration, action: str, now: datetime) -> None:
    accounts.set_place(tx, actor.account_id, "desk", {"registration": registration.id})
    audit.record(tx, actor=actor, action=action, subject="registration", subject_id=registration.id, now=now)
