"""What is kept, in full: one registration for paper, or everything about a person for a look and an export.

Always true: nothing here changes anything; a registration is shown to whoever made it and to its guardians only, and a
person's export holds what this person may see and nothing of anybody else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.actions.drafting import context_of
from bot.actions.registering import RegistrationCard, card_of, read_card
from bot.domain.access import Actor
from bot.domain.draft import kept_answers
from bot.domain.event import Event
from bot.domain.form import Context, Form, Json
from bot.domain.language import Language
from storage import accounts, amendments, drafts, erasing, events, participants, registrations, trails
from storage.amendments import Amendment
from storage.database import Transaction
from storage.erasing import Decided
from storage.trails import Seen
from storage.values import instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """The answers to a form, and what is needed to show them."""

    event: Event
    form: Form
    answers: Mapping[str, Json]
    context: Context


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One registration with its answers and every decision about it."""

    card: RegistrationCard
    filled: Filled
    decisions: tuple[Decided, ...]
    amendments: tuple[Amendment, ...]
    """What answers were before they were changed, oldest first."""
    views: tuple[Seen, ...]
    """Who of the staff looked at it: by which role and when, newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Everything that is kept about a person and about the children whose guardian this person is."""

    actor: Actor
    phone: str | None
    met_at: datetime
    read_at: datetime
    own: tuple[Dossier, ...]
    drafts: tuple[Filled, ...]
    children: tuple[Dossier, ...]
    child_names: tuple[str, ...]
    consents: int
    sent: int
    received: int

    @property
    def answers(self) -> int:
        """How many answers there are in all."""
        filled = [*(dossier.filled for dossier in (*self.own, *self.children)), *self.drafts]
        return sum(len(one.answers) for one in filled)


def read(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> Dossier:
    """Return one registration in full to whoever made it or to a guardian."""
    return _dossier(tx, read_card(tx, actor=actor, now=now, registration_id=registration_id), now)


def read_kept(tx: Transaction, *, actor: Actor, now: datetime) -> Kept:
    """Return everything that is kept about a person."""
    row = accounts.get_row(tx, actor.account_id)
    own_id = erasing.find_own_participant(tx, actor.account_id) or erasing.NOBODY
    own = erasing.list_registration_ids(tx, participant_id=own_id, account_id=actor.account_id)
    children = erasing.list_children(tx, actor.account_id)
    theirs = [
        registration_id
        for child_id, _ in children
        for registration_id in erasing.list_registration_ids(tx, participant_id=child_id, account_id=erasing.NOBODY)
        if registration_id not in own
    ]
    counts = erasing.count_kept(tx, account_id=actor.account_id, telegram_id=actor.telegram_id)
    return Kept(
        actor=actor,
        phone=row["phone"],
        met_at=instant(row["met_at"]),
        read_at=now,
        own=tuple(_of_id(tx, one, now, is_own=True) for one in own),
        drafts=tuple(_filled(tx, draft_id, now) for draft_id in erasing.list_draft_ids(tx, actor.account_id)),
        children=tuple(_of_id(tx, one, now, is_own=False) for one in theirs),
        child_names=tuple(name for _, name in children),
        consents=counts["consents"],
        sent=counts["sent"],
        received=counts["received"],
    )


def as_json(kept: Kept, language: Language) -> dict[str, Any]:
    """Return an export as a JSON document; texts that exist in several languages are in this one."""
    return {
        "format": "jazyl-export-1",
        "exported_at": kept.read_at.isoformat(),
        "account": {
            "telegram_id": kept.actor.telegram_id,
            "name": kept.actor.display_name,
            "language": kept.actor.language.value,
            "phone": kept.phone,
            "since": kept.met_at.isoformat(),
        },
        "registrations": [_registration_json(dossier, language) for dossier in kept.own],
        "drafts": [_filled_json(filled, language) for filled in kept.drafts],
        "children": [_registration_json(dossier, language) for dossier in kept.children],
        "consents_given": kept.consents,
        "messages": {"sent_to_you": kept.sent, "received_from_you": kept.received},
    }


def _of_id(tx: Transaction, registration_id: int, now: datetime, *, is_own: bool) -> Dossier:
    return _dossier(tx, card_of(tx, registrations.get(tx, registration_id), is_own=is_own), now)


def _dossier(tx: Transaction, card: RegistrationCard, now: datetime) -> Dossier:
    claim = card.registration
    return Dossier(
        card=card,
        filled=_filled(tx, claim.draft_id, now, form_version_id=claim.form_version_id),
        decisions=erasing.list_decisions(tx, claim.participant_id, claim.event_id),
        amendments=amendments.list_saved(tx, claim.id),
        views=trails.list_views(tx, claim.id),
    )


def _filled(tx: Transaction, draft_id: int, now: datetime, form_version_id: int | None = None) -> Filled:
    draft = drafts.get(tx, draft_id)
    event = events.get(tx, draft.event_id)
    form = events.get_form(tx, form_version_id or draft.form_version_id)
    return Filled(event=event, form=form, answers=kept_answers(form, draft.answers), context=context_of(tx, event, now))


def _registration_json(dossier: Dossier, language: Language) -> dict[str, Any]:
    card = dossier.card
    return {
        "number": card.registration.id,
        "participant": _participant_json(card.participant),
        "stream": card.stream.title.within(language),
        "starts_on": card.stream.starts_on.isoformat(),
        "ends_on": card.stream.ends_on.isoformat(),
        "status": card.registration.status.value,
        "reason": card.registration.reason,
        "submitted_at": card.registration.submitted_at.isoformat(),
        "changed_at": card.registration.changed_at.isoformat(),
        **_filled_json(dossier.filled, language),
        "changed_answers": [_amendment_json(one) for one in dossier.amendments],
        "consents": [_decided_json(decided, language) for decided in dossier.decisions],
        "seen_by": [{"what": one.action, "role": one.role, "at": one.at.isoformat()} for one in dossier.views],
    }


def _participant_json(participant: participants.Participant) -> dict[str, Any]:
    return {
        "full_name": participant.full_name,
        "born_on": participant.born_on.isoformat() if participant.born_on else None,
        "phone": participant.phone,
    }


def _filled_json(filled: Filled, language: Language) -> dict[str, Any]:
    return {
        "event": filled.event.title.within(language),
        "event_code": filled.event.code,
        "answers": [
            {"question": code, "title": filled.form.question(code).title.within(language), "value": _without_key(value)}
            for code, value in filled.answers.items()
        ],
    }


def _without_key(value: Json) -> Json:
    """Return an answer without what opens the file it names."""
    if not isinstance(value, Mapping):
        return value
    return {name: one for name, one in value.items() if name != "key"}


def _amendment_json(amendment: Amendment) -> dict[str, Any]:
    return {
        "question": amendment.question,
        "was": _without_key(amendment.was),
        "became": _without_key(amendment.becomes),
        "changed_at": amendment.saved_at.isoformat() if amendment.saved_at else None,
        "state": amendment.state.value,
    }


def _decided_json(decided: Decided, language: Language) -> dict[str, Any]:
    return {
        "purpose": decided.purpose,
        "title": decided.title.within(language),
        "version": decided.version,
        "decision": decided.decision.value,
        "level": decided.level.within(language) if decided.level else None,
        "reason": decided.reason,
        "by": decided.by,
        "route": decided.route,
        "language": decided.language.value,
        "decided_at": decided.decided_at.isoformat(),
    }
