"""What organizers do about speakers: invite one by a link, see who confirmed and who is silent, part with one.

Always true: only organizers of the whole programme do it; a link is good once, for a day, for one session's speaker.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.actions.rescheduling import take
from bot.domain.access import Actor
from bot.domain.errors import StaleError
from bot.domain.event import Event
from bot.domain.speaker import Speaker, can_be_asked
from bot.domain.timetable import Session
from storage import audit, events, links, speakers, timetables
from storage.database import Transaction

LINK_LIFE: Final = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """What a fresh link is for."""

    event: Event
    session: Session


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakersPage:
    """Every session of an event that somebody is named for and that is still to come, with the accounts behind."""

    event: Event
    sessions: tuple[tuple[Session, tuple[Speaker, ...]], ...]


def invite(tx: Transaction, *, actor: Actor, now: datetime, session_id: int, token_hash: str) -> Invited:
    """Make a link for a session's speaker; the one before it, unused, is good no more."""
    event, session = take(tx, actor, session_id)
    if session.speaker is None or not can_be_asked(session, now):
        raise StaleError
    expires_at = min(now + LINK_LIFE, session.ends_at)
    links.add_speaker_link(
        tx, token_hash=token_hash, session_id=session_id, created_by=actor.account_id, now=now, expires_at=expires_at
    )
    audit.record(tx, actor=actor, action="speaker.invite", subject="session", subject_id=session_id, now=now)
    return Invited(event=event, session=session)


def part(tx: Transaction, *, actor: Actor, now: datetime, session_id: int, account_id: int) -> None:
    """Let an account speak at a session no more."""
    take(tx, actor, session_id)
    if not speakers.drop(tx, session_id, account_id):
        raise StaleError
    audit.record(tx, actor=actor, action="speaker.part", subject="session", subject_id=session_id, now=now)


def read_speakers(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> SpeakersPage:
    """Return who speaks at what is still to come."""
    event = events.get(tx, event_id)
    actor.must_run(event.programme_id)
    known = speakers.list_of_event(tx, event_id)
    found = (one for one in timetables.list_all(tx, event_id) if one.speaker and can_be_asked(one, now))
    return SpeakersPage(
        event=event,
        sessions=tuple((one, tuple(who for who in known if who.session_id == one.id)) for one in found),
    )
