"""Guardians are told of an incident about health or of an accident: words that were shown first, or that they may call.

Always true: only guardians who may know are told, once, of the words that whoever sends has seen; the words lie sealed
under the incident's own key, the message that is owed holds ids only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.actions.chronicling import PLACE, TELLING, Page, Reach, must_read, page_of
from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.incident import LONGEST_TELLING, TOLD, Incident
from bot.domain.incident_errors import IncidentTextError
from bot.domain.language import Language
from bot.domain.notice import Notice
from storage import accounts, audit, events, incidents, outbox, participants, registrations, squads
from storage.database import Transaction
from storage.incidents import Listed
from storage.values import to_json

PATIENCE: Final = timedelta(minutes=30)
"""So long after an entry its author is asked whether guardians should know."""
USE: Final = timedelta(hours=3)
"""So long it is of use to ask."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowing:
    """A guardian who may know, and the language they read; None before they chose one."""

    account_id: int
    name: str
    language: Language | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TellPage:
    """What guardians would be told now; no `texts` before anything is chosen, empty ones ask them to call."""

    incident: Incident
    event: Event
    name: str
    guardians: tuple[Knowing, ...]
    texts: Mapping[Language, str] | None
    asked: Language | None = None
    """The language in which the words are to be typed now."""

    @property
    def seal(self) -> str:
        """Return what tells these words from any others."""
        return seal_of(self.texts or {})


def read(tx: Transaction, *, actor: Actor, now: datetime, incident_id: int) -> TellPage:
    """Return what guardians would be told now."""
    del now
    incident, reach = _take(tx, actor, incident_id)
    accounts.set_place(tx, actor.account_id, PLACE, {"event": reach.event.id})
    return _page(tx, incident, reach)


def read_current(tx: Transaction, *, actor: Actor, now: datetime) -> TellPage:
    """Return what somebody is asked to type."""
    del now
    incident, reach = _take(tx, actor, actor.place_args["incident"])
    return _page(tx, incident, reach, Language(actor.place_args["language"]))


def ask(tx: Transaction, *, actor: Actor, now: datetime, incident_id: int, language: Language) -> TellPage:
    """Let the words be typed in one language."""
    del now
    incident, reach = _take(tx, actor, incident_id)
    accounts.set_place(tx, actor.account_id, TELLING, {"incident": incident_id, "language": language.value})
    return _page(tx, incident, reach, language)


def write(tx: Transaction, *, actor: Actor, now: datetime, text: str) -> TellPage:
    """Take the typed words; they are shown before they are sent."""
    del now
    if actor.place != TELLING:
        raise StaleError
    incident, reach = _take(tx, actor, actor.place_args["incident"])
    words = text.strip()
    if not 0 < len(words) <= LONGEST_TELLING:
        raise IncidentTextError
    before = incidents.find_telling(tx, incident)
    texts = {**(before.texts if before else {}), Language(actor.place_args["language"]): words}
    incidents.save_telling(tx, incident, texts, actor.account_id)
    accounts.set_place(tx, actor.account_id, PLACE, {"event": reach.event.id})
    return _page(tx, incident, reach)


def choose_call(tx: Transaction, *, actor: Actor, now: datetime, incident_id: int) -> TellPage:
    """Let guardians only be asked to call; it is shown before it is sent."""
    del now
    incident, reach = _take(tx, actor, incident_id)
    incidents.save_telling(tx, incident, {}, actor.account_id)
    return _page(tx, incident, reach)


def send(tx: Transaction, *, actor: Actor, now: datetime, incident_id: int, seal: str) -> Page:
    """Tell the guardians now; StaleError when the words are not those that were shown, or they were told before."""
    incident, reach = _take(tx, actor, incident_id)
    found = _page(tx, incident, reach)
    if found.texts is None or not found.guardians or found.seal != seal:
        raise StaleError
    if not incidents.mark_told(tx, incident_id, len(found.guardians), now):
        raise StaleError
    outbox.put_many(tx, [_notice(found, one) for one in found.guardians], now)
    audit.record(
        tx,
        actor=actor,
        action="incident.tell",
        subject="registration",
        subject_id=incident.registration_id or 0,
        now=now,
        incident=incident_id,
        told=len(found.guardians),
    )
    return page_of(tx, actor, incident, reach, now)


def tick(tx: Transaction, *, now: datetime) -> int:
    """Remind whoever wrote of an accident or an illness, once, that guardians do not know; return how many are."""
    due = incidents.list_untold(tx, after=now - USE, before=now - PATIENCE)
    return outbox.put_many(tx, [one for listed in due if (one := _reminder(tx, listed, now)) is not None], now)


def _reminder(tx: Transaction, listed: Listed, now: datetime) -> Notice | None:
    """Return what reminds an author; None when they are of the staff no more."""
    incident, event = listed.incident, events.get(tx, listed.incident.event_id)
    leaders = (one.account_id for one in squads.list_leaders(tx, event.id, now))
    if incident.author_id not in {*accounts.list_organizers(tx, event, None, now=now), *leaders}:
        return None
    data = {
        "event": event.title.as_dict(),
        "name": listed.name,
        "number": incident.number,
        "incident": incident.id,
        "registration": incident.registration_id,
    }
    return Notice(
        account_id=incident.author_id,
        template="incident-untold",
        data=data,
        not_after=now + USE,
        dedup_key=f"incident-untold:{incident.id}",
    )


def seal_of(texts: Mapping[Language, str]) -> str:
    """Return a few letters that other words have not."""
    said = to_json({language.value: text for language, text in texts.items()})
    return hashlib.sha256(said.encode()).hexdigest()[:8]


def _notice(found: TellPage, guardian: Knowing) -> Notice:
    incident = found.incident
    data = {
        "event": found.event.title.as_dict(),
        "event_id": found.event.id,
        "name": found.name,
        "registration": incident.registration_id,
        incidents.TELLING: incident.id,
    }
    key = f"incident-told:{incident.id}:{guardian.account_id}"
    return Notice(account_id=guardian.account_id, template="incident-told", data=data, dedup_key=key)


def _take(tx: Transaction, actor: Actor, incident_id: int) -> tuple[Incident, Reach]:
    """Return an entry of which guardians can still be told."""
    incident, reach = must_read(tx, actor, incident_id)
    if incident.registration_id is None or incident.kind not in TOLD:
        raise NotAvailableError
    telling = incidents.find_telling(tx, incident)
    if telling is not None and telling.told_at is not None:
        raise StaleError
    return incident, reach


def _page(tx: Transaction, incident: Incident, reach: Reach, asked: Language | None = None) -> TellPage:
    participant_id = registrations.get(tx, incident.registration_id or 0).participant_id
    telling = incidents.find_telling(tx, incident)
    knowing = participants.list_knowing(tx, participant_id)
    return TellPage(
        incident=incident,
        event=reach.event,
        name=participants.get(tx, participant_id).full_name,
        guardians=tuple(
            Knowing(account_id=one.account_id, name=one.name, language=accounts.find_language(tx, one.account_id))
            for one in knowing
        ),
        texts=None if telling is None else telling.texts,
        asked=asked,
    )
