"""Newer words of a consent: who agreed to older ones is asked anew, and what happens when nobody answers.

Always true: nobody is confirmed by words that have been replaced, but for who was confirmed before, until the deadline;
then the seat is kept and staff has to speak to the family; guardians who differ too long lose the seat; a yes of
somebody who may not decide any more carries nothing for longer than a minute.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from bot.actions.settling import end, lapse, settle, tell_staff
from bot.actions.telling import tell, tell_family
from bot.domain.event import Event
from bot.domain.registration import Status
from storage import audit, events, holds, registrations
from storage.database import Transaction
from storage.holds import Hold, HoldKind

BATCH: Final = 50
"""Deadlines that one tick deals with, so that nobody waits long for it."""


def renew(tx: Transaction, event: Event, newer: Sequence[Mapping[str, Any]], *, now: datetime) -> None:
    """Let texts that an event has just got count from now on; whoever agreed to older words is told what changed."""
    required = [consent for consent in newer if consent["required"]]
    if event.needs_guardian and required:
        holds.renew(tx, event.id, now, now + event.consent_rules.renew_within)
        for one in holds.list_renewals(tx, event.id):
            registration = registrations.get(tx, one.registration_id)
            until: dict[str, Any] = {"until": one.due_at.isoformat(), "zone": event.zone.key}
            tell(tx, one.account_id, registration, event, "consent-renew", now=now, changes=_changes(required), **until)
    for consent in newer:
        if not consent["required"]:
            _ask_again(tx, event, consent, now)


def tick(tx: Transaction, *, now: datetime) -> int:
    """Deal with what was waited for in vain and with answers that lost their voice; return how much that was."""
    found = holds.list_due(tx, now, limit=BATCH)
    for hold in found:
        _pass(tx, hold, now)
    silenced = holds.list_without_voice(tx, limit=BATCH)
    for registration_id in silenced:
        registration = registrations.get(tx, registration_id)
        settle(tx, registration, events.get(tx, registration.event_id), now=now)
    return len(found) + len(silenced)


def _ask_again(tx: Transaction, event: Event, consent: Mapping[str, Any], now: datetime) -> None:
    for registration_id, account_id in holds.list_given_before(tx, event.id, consent["purpose"], consent["version"]):
        registration = registrations.get(tx, registration_id)
        tell(tx, account_id, registration, event, "consent-ask-again", now=now, changes=_changes([consent]))


def _changes(newer: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return what is new, text by text, in every language."""
    return [{"title": consent["title"], "change": consent.get("change")} for consent in newer]


def _pass(tx: Transaction, hold: Hold, now: datetime) -> None:
    registration = registrations.get(tx, hold.registration_id)
    event = events.get(tx, registration.event_id)
    holds.pass_by(tx, hold, now)
    if not registration.is_active:
        holds.close(tx, registration.id, now)
        return
    if hold.kind is HoldKind.DISPUTE:
        ended = end(tx, registration, event, now=now, reason=None)
        tell_family(tx, ended, event, "consent-refused", now=now)
        what = "consent.unresolved"
    elif registration.status is Status.CONFIRMED:
        lapsed = lapse(tx, registration, now)
        tell_family(tx, lapsed, event, "consent-lapsed", now=now)
        tell_staff(tx, lapsed, event, "consent-lapsed-staff", now=now)
        what = "consent.lapse"
    else:
        return
    audit.record(tx, actor=None, action=what, subject="registration", subject_id=registration.id, now=now)
