"""A family asks the camp: frequent answers first, then people.

Always true: a person has one open conversation about an event; what is written to a closed one opens it again; a
child's words reach its guardians too, and nobody when fewer than two adults of the camp would read them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from bot.actions.belonging import must_belong
from bot.actions.hearing import (
    THREAD,
    ThreadPage,
    guardians_of,
    is_child,
    must_be_asker,
    must_be_family,
    must_be_heard_by_two,
    staff_of,
    tell,
    thread_page,
)
from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.thread import MOST_IN_A_ROW, Entry, State, Thread, Words, checked, find_entries
from bot.domain.thread_errors import ThreadFullError
from storage import accounts, audit, events, faq, participants, registrations, staffrooms, threads
from storage.database import Transaction
from storage.threads import SAID

ASK: Final = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPage:
    """Where a question is asked: about an event, perhaps about a registration (0: none)."""

    event: Event
    registration_id: int
    is_child: bool
    has_guardians: bool
    entries: tuple[Entry, ...] = ()
    asked: str | None = None
    """What was typed and found answers, until the person says whether they help."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """Whom one may ask about what: one's conversations, and the events to ask about."""

    threads: tuple[tuple[Thread, Event], ...]
    events: tuple[tuple[Event, int], ...]
    """With the registration the question would be about; 0: none."""


def read_rooms(tx: Transaction, *, actor: Actor, now: datetime) -> Rooms:
    """Return a person's conversations and the events to ask about."""
    del now
    found = threads.list_of_account(tx, actor.account_id)
    mine = registrations.list_by_account(tx, actor.account_id)
    children = registrations.list_by_guardian(tx, actor.account_id)
    about = {claim.event_id: claim.id for claim in (*children, *mine)}
    everything = [event for one in events.list_programmes(tx) for event in events.list_events(tx, one.id)]
    seen = [event for event in everything if not event.is_hidden]
    chosen = [event for event in seen if event.id in about] or seen
    return Rooms(
        threads=tuple((one, events.get(tx, one.event_id)) for one in found if _may_read(tx, actor, one)),
        events=tuple((event, about.get(event.id, 0)) for event in chosen),
    )


def begin(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, registration_id: int) -> AskPage | ThreadPage:
    """Stand where a question is typed, or in the conversation about this event that goes on."""
    page = _page(tx, actor, event_id, registration_id, now)
    going_on = threads.find_open(tx, actor.account_id, event_id)
    if going_on is not None:
        return open_thread(tx, actor=actor, now=now, thread_id=going_on.id)
    accounts.set_place(tx, actor.account_id, ASK, {"event": event_id, "registration": registration_id})
    return page


def read_page(tx: Transaction, *, actor: Actor, now: datetime) -> AskPage:
    """Return the page a person is on, with the answers that were found for what was typed."""
    args = actor.place_args
    page = _page(tx, actor, args["event"], args["registration"], now)
    asked = args.get("asked")
    return page if asked is None else replace(page, asked=asked, entries=_found(tx, actor, page.event, asked))


def list_entries(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> AskPage:
    """Return every frequent answer of an event's programme."""
    page = _page(tx, actor, event_id, 0, now)
    return replace(page, entries=faq.list_shown(tx, page.event.programme_id))


def type_question(tx: Transaction, *, actor: Actor, now: datetime, words: Words) -> AskPage | ThreadPage:
    """Take a typed question: show the answers that are known, or begin the conversation: at once if there is a file."""
    args = actor.place_args
    page = _page(tx, actor, args["event"], args["registration"], now)
    said = checked(words)
    found = () if said.has_file else _found(tx, actor, page.event, said.text)
    if not found:
        return _ask(tx, actor, page, said, now)
    place = {"event": page.event.id, "registration": page.registration_id, "asked": said.text}
    accounts.set_place(tx, actor.account_id, ASK, place)
    return replace(page, asked=said.text, entries=found)


def ask_people(tx: Transaction, *, actor: Actor, now: datetime) -> ThreadPage:
    """Begin the conversation with the question that was typed."""
    asked = actor.place_args.get("asked") if actor.place == ASK else None
    if asked is None:
        raise StaleError
    args = actor.place_args
    return _ask(tx, actor, _page(tx, actor, args["event"], args["registration"], now), Words(text=asked), now)


def say_helped(tx: Transaction, *, actor: Actor, now: datetime) -> None:
    """Remember that a found answer helped, and leave."""
    if actor.place != ASK or "asked" not in actor.place_args:
        raise StaleError
    for entry in read_page(tx, actor=actor, now=now).entries[:1]:
        faq.count_help(tx, entry.id)
    accounts.set_place(tx, actor.account_id, "home")


def open_thread(tx: Transaction, *, actor: Actor, now: datetime, thread_id: int) -> ThreadPage:
    """Show a conversation; whoever asked stands in it, so that the next typed words belong to it."""
    del now
    thread = threads.get(tx, thread_id)
    if must_be_family(tx, actor, thread):
        accounts.set_place(tx, actor.account_id, THREAD, {"thread": thread.id})
    return thread_page(tx, actor, thread)


def write(tx: Transaction, *, actor: Actor, now: datetime, words: Words) -> ThreadPage:
    """Add to the conversation one stands in; a closed one is opened again."""
    thread = threads.get(tx, actor.place_args["thread"])
    must_be_asker(tx, actor, thread)
    newer = threads.find_open(tx, actor.account_id, thread.event_id)
    thread = newer or thread
    if threads.count_unanswered(tx, thread.id) >= MOST_IN_A_ROW:
        raise ThreadFullError
    is_new = thread.waits_since is None
    waiting = replace(
        thread,
        state=State.OPEN,
        rating=None,
        waits_since=thread.waits_since or now,
        warned=0 if is_new else thread.warned,
    )
    return _say(tx, actor, waiting, checked(words), now, is_first=False)


def _told(tx: Transaction, thread: Thread, staff: tuple[int, ...]) -> tuple[int, ...]:
    """Return who of the staff is told in private: whoever took it; nobody yet where their group shows it to all."""
    if thread.owner_id in staff:
        return tuple(one for one in staff if one == thread.owner_id)
    return staff if staffrooms.find_of_event(tx, thread.event_id) is None else ()


def _may_read(tx: Transaction, actor: Actor, thread: Thread) -> bool:
    try:
        must_be_family(tx, actor, thread)
    except NotAvailableError:
        return False
    return True


def _page(tx: Transaction, actor: Actor, event_id: int, registration_id: int, now: datetime) -> AskPage:
    """Return where a question is asked; NotAvailableError for a hidden event and for somebody else's registration."""
    event = events.get(tx, event_id)
    if event.is_hidden and not actor.runs(event.programme_id):
        raise NotAvailableError
    if registration_id:
        claim = registrations.get(tx, registration_id)
        must_belong(tx, actor, claim)
        if claim.event_id != event_id:
            raise NotAvailableError
    own = participants.find_by_account(tx, actor.account_id)
    return AskPage(
        event=event,
        registration_id=registration_id,
        is_child=is_child(tx, actor.account_id, event, now),
        has_guardians=own is not None and bool(participants.list_knowing(tx, own.id)),
    )


def _found(tx: Transaction, actor: Actor, event: Event, asked: str) -> tuple[Entry, ...]:
    return find_entries(faq.list_shown(tx, event.programme_id), asked, actor.language)


def _ask(tx: Transaction, actor: Actor, page: AskPage, said: Words, now: datetime) -> ThreadPage:
    going_on = threads.find_open(tx, actor.account_id, page.event.id)
    if going_on is not None:
        accounts.set_place(tx, actor.account_id, THREAD, {"thread": going_on.id})
        waiting = replace(going_on, waits_since=going_on.waits_since or now)
        return _say(tx, actor, waiting, said, now, is_first=False)
    own = participants.find_by_account(tx, actor.account_id)
    claim = registrations.get(tx, page.registration_id) if page.registration_id else None
    new = Thread(
        id=0,
        event_id=page.event.id,
        registration_id=claim.id if claim else None,
        unit_id=claim.unit_id if claim else None,
        account_id=actor.account_id,
        participant_id=own.id if own is not None and page.is_child else None,
        is_of_child=page.is_child,
        state=State.OPEN,
        owner_id=None,
        is_urgent=False,
        asked_at=now,
        waits_since=now,
        warned=0,
        rating=None,
        is_flagged=False,
        revision=0,
    )
    must_be_heard_by_two(tx, new, page.event, now)
    thread = threads.add(tx, new, now)
    audit.record(tx, actor=actor, action="thread.ask", subject="thread", subject_id=thread.id, now=now)
    return _say(tx, actor, thread, said, now, is_first=True)


def _say(tx: Transaction, actor: Actor, thread: Thread, said: Words, now: datetime, *, is_first: bool) -> ThreadPage:
    """Write it down and tell everybody who reads along."""
    event = events.get(tx, thread.event_id)
    must_be_heard_by_two(tx, thread, event, now)
    message_id = threads.say(tx, thread, actor.account_id, said, is_staff=False, now=now)
    kept = threads.update(tx, thread, now)
    accounts.set_place(tx, actor.account_id, THREAD, {"thread": thread.id})
    to = _told(tx, kept, staff_of(tx, kept, event, now))
    told: dict[str, Any] = {"now": now, "key": f"m{message_id}", "event": event.title.as_dict(), SAID: message_id}
    tell(tx, to, kept, "thread-asked", is_first=is_first, is_child=kept.is_of_child, **told)
    tell(tx, guardians_of(tx, kept), kept, "thread-overheard", **told)
    return thread_page(tx, actor, kept)
