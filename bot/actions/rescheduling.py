"""Changing the timetable of an event: looked at old beside new, saved, taken back within a minute.

Always true: only organizers of the whole programme change a timetable; nothing is saved that was not shown; what is in
the way of something else is saved only after a second press; a change is told (`notifying`) only when the minute in
which it can be taken back is over.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Final

from bot.domain import timetable_edits as edits
from bot.domain import typed_sessions as typed
from bot.domain.access import Actor
from bot.domain.errors import SessionTextError, SessionUndoOverError, StaleError
from bot.domain.event import Event
from bot.domain.speaker import Answer, Speaker, can_be_asked
from bot.domain.squad import Squad
from bot.domain.timetable import Session
from bot.domain.timetable_edits import Clash, What
from storage import accounts, audit, events, sessions, speakers, squads, timetables
from storage.database import Transaction

EDIT: Final = "timetable-edit"
"""The screen on which a typed text changes a session, or makes a new one."""
HOLD: Final = timedelta(seconds=60)
"""How long a change can be taken back; only then those concerned are told."""
NEW: Final = "new"
SHOWN: Final = "shown"
"""What is typed on the screen: a new session, or nothing because a button has said all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPage:
    """One day of a timetable as organizers see it, cancelled sessions too."""

    event: Event
    days: tuple[date, ...]
    on: date
    sessions: tuple[Session, ...]
    without_speaker: frozenset[int] = frozenset()
    """Sessions whose speaker cannot come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPage:
    """A session, what is in its way, and the change (if any) that can be taken back now."""

    event: Event
    session: Session
    clashes: tuple[Clash, ...]
    undo_id: int | None
    speakers: tuple[Speaker, ...] = ()
    can_invite: bool = False
    """Whether somebody is named as the speaker whose account is not known."""
    squads: tuple[Squad, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A change that is not saved yet; `was` is None for a new session."""

    event: Event
    was: Session | None
    became: Session
    clashes: tuple[Clash, ...]
    """What comes into the way of something by this change."""
    squads: tuple[Squad, ...] = ()


def read_day(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, on: date | None) -> DayPage:
    """Return one day of a timetable, the nearest one with sessions when none is named."""
    event = _event(tx, actor, event_id)
    days = timetables.list_days(tx, event_id)
    chosen = on or _nearest(days, event.today(now), event.starts_on)
    return DayPage(
        event=event,
        days=days,
        on=chosen,
        sessions=timetables.list_day(tx, event_id, chosen),
        without_speaker=frozenset(
            one.session_id for one in speakers.list_of_event(tx, event_id) if one.answer is Answer.CANNOT
        ),
    )


def read_session(tx: Transaction, *, actor: Actor, now: datetime, session_id: int) -> SessionPage:
    """Return a session for its organizers."""
    event, session = take(tx, actor, session_id)
    return _page(tx, event, session, now)


def ask(tx: Transaction, *, actor: Actor, now: datetime, session_id: int, what: What) -> SessionPage:
    """Let the new value of one thing be typed."""
    event, session = take(tx, actor, session_id)
    accounts.set_place(tx, actor.account_id, EDIT, {"event": event.id, "session": session_id, "what": what.value})
    return _page(tx, event, session, now)


def ask_new(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, on: date) -> Event:
    """Let a new session of a day be typed."""
    del now
    event = _event(tx, actor, event_id)
    place = {"event": event_id, "session": 0, "what": NEW, "on": on.isoformat()}
    accounts.set_place(tx, actor.account_id, EDIT, place)
    return event


def propose_typed(tx: Transaction, *, actor: Actor, now: datetime, text: str) -> Proposal:
    """Show what a typed text would change."""
    del now
    args = actor.place_args
    if args["what"] == NEW:
        event = _event(tx, actor, int(args["event"]))
        return _propose(tx, actor, event, None, typed.read_session(event, date.fromisoformat(args["on"]), text), NEW)
    event, session = take(tx, actor, int(args["session"]))
    return _propose(tx, actor, event, session, typed.with_text(event, session, What(args["what"]), text), args["what"])


def propose(tx: Transaction, *, actor: Actor, now: datetime, session_id: int, what: What, value: str) -> Proposal:
    """Show what a button would change."""
    del now
    event, session = take(tx, actor, session_id)
    known = squads.list_of_event(tx, event.id)
    shown = _shown(actor, session) if what is What.SQUADS else session
    return _propose(tx, actor, event, session, typed.with_value(event, shown, what, value, known), SHOWN)


def pick_squads(tx: Transaction, *, actor: Actor, now: datetime, session_id: int) -> Proposal:
    """Let the squads of a session be chosen one after the other."""
    del now
    event, session = take(tx, actor, session_id)
    return _propose(tx, actor, event, session, session, SHOWN)


def _shown(actor: Actor, session: Session) -> Session:
    """Return a session as somebody is changing it, if the change is not saved yet."""
    args = actor.place_args
    is_shown = actor.place == EDIT and "became" in args and args["session"] == session.id
    return edits.as_it_was(session, args["became"]) if is_shown and args["revision"] == session.revision else session


def read_proposal(tx: Transaction, *, actor: Actor, now: datetime) -> Proposal:
    """Return the change that was shown; StaleError when there is none, or the session has been changed since."""
    del now
    args = actor.place_args
    if actor.place != EDIT or "became" not in args:
        raise StaleError
    event = _event(tx, actor, int(args["event"]))
    was = sessions.get(tx, int(args["session"])) if args["session"] else None
    if was is not None and was.revision != args["revision"]:
        raise StaleError
    became = edits.as_it_was(was or typed.blank(event), args["became"])
    return _proposal(tx, event, was, became)


def save(tx: Transaction, *, actor: Actor, now: datetime, session_id: int, is_sure: bool) -> Proposal | SessionPage:
    """Save the change that was shown; what is in the way of something is asked about first."""
    shown = read_proposal(tx, actor=actor, now=now)
    if actor.place_args["session"] != session_id:
        raise StaleError
    if shown.clashes and not is_sure:
        return shown
    saved_id = _save(tx, actor, shown.was, shown.became, now)
    accounts.set_place(tx, actor.account_id, "timetable", {"event": shown.event.id, "session": saved_id})
    return _page(tx, shown.event, sessions.get(tx, saved_id), now)


def undo(tx: Transaction, *, actor: Actor, now: datetime, session_id: int, change_id: int) -> SessionPage:
    """Take the newest change of a session back; nobody has been told of it."""
    event, session = take(tx, actor, session_id)
    newest = timetables.find_newest(tx, session_id)
    if newest is None or newest.id != change_id:
        raise StaleError
    if newest.is_told or now > newest.changed_at + HOLD:
        raise SessionUndoOverError
    before = replace(session, is_cancelled=True) if newest.was is None else edits.as_it_was(session, newest.was)
    _must_hold(before)
    timetables.save(tx, before)
    timetables.undo(tx, change_id, now)
    _record(tx, actor, "session.undo", session_id, now)
    return _page(tx, event, sessions.get(tx, session_id), now)


def take(tx: Transaction, actor: Actor, session_id: int) -> tuple[Event, Session]:
    """Return a session and its event for somebody who may change it, once nobody else does."""
    session = sessions.lock(tx, session_id)
    return _event(tx, actor, session.event_id), session


def _event(tx: Transaction, actor: Actor, event_id: int) -> Event:
    event = events.get(tx, event_id)
    actor.must_run(event.programme_id)
    return event


def _page(tx: Transaction, event: Event, session: Session, now: datetime) -> SessionPage:
    newest = timetables.find_newest(tx, session.id)
    can_undo = newest is not None and not newest.is_told and now <= newest.changed_at + HOLD
    speaking = speakers.list_of_session(tx, session.id)
    return SessionPage(
        event=event,
        session=session,
        clashes=edits.clashes(session, timetables.list_around(tx, session)),
        undo_id=newest.id if newest is not None and can_undo else None,
        speakers=speaking,
        can_invite=session.speaker is not None and not speaking and can_be_asked(session, now),
        squads=squads.list_of_event(tx, event.id),
    )


def _propose(tx: Transaction, actor: Actor, event: Event, was: Session | None, became: Session, what: str) -> Proposal:
    _must_fit(event, became)
    place: dict[str, Any] = {
        "event": event.id,
        "session": was.id if was else 0,
        "what": what,
        "revision": became.revision,
        "became": edits.as_document(became),
    }
    if was is None:
        place["on"] = became.held_on.isoformat()
    accounts.set_place(tx, actor.account_id, EDIT, place)
    return _proposal(tx, event, was, became)


def _proposal(tx: Transaction, event: Event, was: Session | None, became: Session) -> Proposal:
    known = edits.clashes(was, timetables.list_around(tx, was)) if was else ()
    before = {(one.against, one.session.id) for one in known}
    found = edits.clashes(became, timetables.list_around(tx, became))
    found = tuple(one for one in found if (one.against, one.session.id) not in before)
    known_squads = squads.list_of_event(tx, event.id)
    return Proposal(event=event, was=was, became=became, clashes=found, squads=known_squads)


def _save(tx: Transaction, actor: Actor, was: Session | None, became: Session, now: datetime) -> int:
    _must_hold(became)
    if was is None:
        session_id = timetables.add(tx, became)
    else:
        session_id = was.id
        timetables.save(tx, became)
    timetables.record(tx, session_id, was, became, account_id=actor.account_id, now=now)
    _record(tx, actor, "session.add" if was is None else "session.change", session_id, now)
    return session_id


def _record(tx: Transaction, actor: Actor, action: str, session_id: int, now: datetime) -> None:
    audit.record(tx, actor=actor, action=action, subject="session", subject_id=session_id, now=now)


def _must_hold(session: Session) -> None:
    """Refuse fewer places than are taken."""
    if session.capacity is not None and session.taken > session.capacity:
        raise SessionTextError("taken")


def _must_fit(event: Event, session: Session) -> None:
    """Refuse a session on a day on which nobody it is for is there."""
    span = event.stream_with(session.stream_id) if session.stream_id else event
    if not session.is_cancelled and not span.starts_on <= session.held_on <= span.ends_on:
        raise SessionTextError("days")
    _must_hold(session)


def _nearest(days: tuple[date, ...], today: date, otherwise: date) -> date:
    """Return today or the first day after it that has sessions, else the last one."""
    return next((day for day in days if day >= today), days[-1] if days else otherwise)
