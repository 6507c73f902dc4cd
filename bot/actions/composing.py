"""Writing an announcement: its texts, its photo and whom it is for. Every step is saved when it is made.

Always true: only organizers of the programme read or change it; what has been sent is not changed any more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from bot.actions import addressing
from bot.actions.addressing import Named
from bot.actions.piecing import TEXT, is_rest_of_refused, refuse
from bot.domain.access import Actor
from bot.domain.audience import Audience, Kind
from bot.domain.broadcast import LONGEST_TEXT, Broadcast, Count, State, asking_order
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.language import Language, Localized
from bot.domain.parts import LONGEST_PART, joined, length
from bot.domain.poll import Poll
from storage import accounts, audiences, audit, broadcasts, events, polls
from storage.database import Transaction

LIST: Final = "announcements"
DRAFT: Final = "announcement"
PERSON: Final = "announcement-person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An announcement being written; `asks` is the language whose text is typed next."""

    broadcast: Broadcast
    events: tuple[Event, ...]
    asks: Language | None = None
    goes_on: bool = False
    """Whether what comes next is taken for the rest of the text in that language."""
    is_more: bool = False
    """Whether this is what came with an album that was answered already."""
    branches: tuple[Localized, ...] = ()
    """The branches beyond which its author may not reach; none are named when there is no such bound."""
    chosen: tuple[Named, ...] = ()
    """What whom it is for is chosen by."""
    counts: tuple[Count, ...] = ()
    """How many people get it now, where that is shown."""
    poll: Poll | None = None
    """What is asked below its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TooLong:
    """A text that does not fit; nothing was changed."""

    length: int
    longest: int
    is_rest: bool
    """Whether it is the rest of a text that was refused a moment ago."""


def begin(tx: Transaction, *, actor: Actor, now: datetime, programme_id: int) -> Draft:
    """Begin an announcement, or go on with one's own in which nothing is written yet."""
    its_events = addressing.list_events(tx, actor, programme_id)
    broadcast = broadcasts.find_empty_draft(tx, programme_id, actor.account_id)
    if broadcast is None or not addressing.reaches(tx, actor, programme_id, broadcast.audience):
        audience = Audience(event_id=its_events[0].id if len(its_events) == 1 else None)
        audience = addressing.narrow(tx, actor, programme_id, audience)
        broadcast = broadcasts.add(
            tx, programme_id=programme_id, author_id=actor.account_id, audience=audience, now=now
        )
        _record(tx, actor, broadcast, "broadcast.begin", now)
    return _ask(tx, actor, broadcast, actor.language)


def ask_text(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, language: Language) -> Draft:
    """Let the text in one language be typed, now or again."""
    del now
    return _ask(tx, actor, take(tx, actor, broadcast_id, State.COMPOSING), language, is_alone=True)


def skip(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, language: Language) -> Draft:
    """Go on to the next language without a text in this one, or with the one that is there."""
    del now
    draft = take(tx, actor, broadcast_id, State.COMPOSING)
    is_alone = actor.place == TEXT and actor.place_args.get("is_alone") and language in draft.texts
    return arrive(tx, actor, draft) if is_alone else _go_on(tx, actor, draft, language)


def write(
    tx: Transaction,
    *,
    actor: Actor,
    now: datetime,
    text: str | None,
    said_at: datetime,
    photo: str | None = None,
    document: str | None = None,
    group: str | None = None,
) -> Draft | TooLong:
    """Keep a text (safe HTML), a file or both; the text is in the language the person was asked for.

    After a piece as long as a client cuts one off, the next one is the rest of that text until the person goes on.
    One for which there is no room any more is refused with all the others, so that no text has a hole or no end.
    """
    del now
    broadcast, language = _asked(tx, actor)
    before = broadcast.texts.get(language) if actor.place_args.get("goes_on") else None
    texts = broadcast.texts if text is None else {**broadcast.texts, language: joined(before, text)}
    changed = replace(broadcast.with_files(photo, document), texts=texts)
    is_rest = photo is None and document is None and is_rest_of_refused(actor, said_at)
    longest = LONGEST_PART if polls.find(tx, broadcast.id) else LONGEST_TEXT
    is_piece = text is not None and length(text) >= LONGEST_PART
    if is_rest or changed.length > longest:
        refuse(tx, actor, broadcast, language, said_at, is_cut=is_rest or is_piece or before is not None)
        return TooLong(length=changed.length, longest=longest, is_rest=is_rest)
    broadcast = broadcasts.update(tx, changed)
    is_alone = bool(actor.place_args.get("is_alone"))
    if text is None or is_piece:
        shown = _ask(tx, actor, broadcast, language, is_alone=is_alone, goes_on=is_piece)
    else:
        shown = arrive(tx, actor, broadcast) if is_alone else _go_on(tx, actor, broadcast, language)
    return in_group(tx, actor, shown, group)


def attach(
    tx: Transaction, *, actor: Actor, now: datetime, photo: str | None, document: str | None, group: str | None
) -> Draft:
    """Add a file to the draft a person is on."""
    del now
    if actor.place != DRAFT:
        raise StaleError
    changed = take(tx, actor, actor.place_args["broadcast"], State.COMPOSING).with_files(photo, document)
    return in_group(tx, actor, arrive(tx, actor, broadcasts.update(tx, changed)), group)


def in_group(tx: Transaction, actor: Actor, shown: Draft, group: str | None) -> Draft:
    """Remember which album a file came in; what comes in the same one needs no answer of its own."""
    if group is None:
        return shown
    args: dict[str, Any] = {"broadcast": shown.broadcast.id, "group": group}
    if shown.asks is not None:
        args |= {"language": shown.asks.value, "is_alone": bool(actor.place_args.get("is_alone"))}
    accounts.set_place(tx, actor.account_id, DRAFT if shown.asks is None else TEXT, args)
    return replace(shown, is_more=actor.place_args.get("group") == group)


def detach(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int) -> Draft:
    """Take the photos or the document away."""
    del now
    broadcast = take(tx, actor, broadcast_id, State.COMPOSING)
    return arrive(tx, actor, broadcasts.update(tx, broadcast.bare()))


def choose(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, part: str, choice: str) -> Draft:
    """Choose one part of the audience; to choose it twice changes nothing. Who types names goes on typing them."""
    broadcast = take(tx, actor, broadcast_id, State.COMPOSING)
    audience = broadcast.audience.choosing(part, choice)
    if broadcast.is_emergency and audience.leaves_families_out:
        raise StaleError
    if audience.event_id is not None:
        event = events.get(tx, audience.event_id)
        if event.programme_id != broadcast.programme_id:
            raise NotAvailableError
        if audience.stream_id is not None and audience.stream_id not in {stream.id for stream in event.streams}:
            raise NotAvailableError
    elif audience.stream_id is not None:
        raise NotAvailableError
    audience = addressing.narrow(tx, actor, broadcast.programme_id, audience)
    addressing.must_know(tx, actor, broadcast.programme_id, audience, broadcast.audience)
    changed = broadcasts.update(tx, replace(broadcast, audience=audience))
    goes_on = actor.place == PERSON and choice.startswith(Kind.PERSON.value)
    return counted(tx, view_of(tx, actor, changed) if goes_on else arrive(tx, actor, changed), now)


def open_whom(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int) -> Draft:
    """Come to whom a draft is for, with how many people that is."""
    return counted(tx, arrive(tx, actor, take(tx, actor, broadcast_id, State.COMPOSING)), now)


def discard(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, revision: int) -> int:
    """Throw a draft away and return its programme."""
    broadcast = take(tx, actor, broadcast_id, State.COMPOSING, revision=revision)
    broadcasts.update(tx, replace(broadcast, state=State.CANCELLED))
    accounts.set_place(tx, actor.account_id, LIST, {"programme": broadcast.programme_id})
    _record(tx, actor, broadcast, "broadcast.discard", now)
    return broadcast.programme_id


def open_draft(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int) -> Draft:
    """Come to an announcement; a draft can be gone on with, of others only the figures are shown."""
    del now
    return arrive(tx, actor, take(tx, actor, broadcast_id))


def read_draft(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int) -> Draft:
    """Return an announcement, and the language whose text the person was asked for."""
    del now
    broadcast = take(tx, actor, broadcast_id)
    if actor.place != TEXT or broadcast.state is not State.COMPOSING:
        return view_of(tx, actor, broadcast)
    view = view_of(tx, actor, broadcast, Language(actor.place_args["language"]))
    return replace(view, goes_on=bool(actor.place_args.get("goes_on")))


def take(tx: Transaction, actor: Actor, broadcast_id: int, *states: State, revision: int | None = None) -> Broadcast:
    """Return an announcement of a programme one runs; StaleError when it is not as the button's screen showed it."""
    broadcast = broadcasts.get(tx, broadcast_id)
    if not addressing.reaches(tx, actor, broadcast.programme_id, broadcast.audience):
        raise NotAvailableError
    if broadcast.state is State.CANCELLED:
        raise NotAvailableError
    if states:
        broadcast.must_be(*states)
    if revision is not None and broadcast.revision != revision:
        raise StaleError
    return broadcast


def copy_for(broadcast: Broadcast, reader: Language, poll: Poll | None = None) -> Mapping[str, Any]:
    """Return what the message to a reader of this language is made of."""
    return broadcasts.copy_for(broadcast, reader, poll)


def ask(tx: Transaction, actor: Actor, broadcast: Broadcast) -> Draft:
    """Leave the person where the texts are typed, one's own language first, and return the draft."""
    return _ask(tx, actor, broadcast, actor.language)


def _asked(tx: Transaction, actor: Actor) -> tuple[Broadcast, Language]:
    if actor.place != TEXT:
        raise StaleError
    broadcast = take(tx, actor, actor.place_args["broadcast"], State.COMPOSING)
    return broadcast, Language(actor.place_args["language"])


def _go_on(tx: Transaction, actor: Actor, broadcast: Broadcast, after: Language) -> Draft:
    """Ask for the next language that has no text, or show the draft."""
    order = asking_order(actor.language)
    for language in order[order.index(after) + 1 :]:
        if language not in broadcast.texts:
            return _ask(tx, actor, broadcast, language)
    return arrive(tx, actor, broadcast)


def _ask(
    tx: Transaction,
    actor: Actor,
    broadcast: Broadcast,
    language: Language,
    *,
    is_alone: bool = False,
    goes_on: bool = False,
) -> Draft:
    args = {"broadcast": broadcast.id, "language": language.value, "is_alone": is_alone}
    accounts.set_place(tx, actor.account_id, TEXT, args | ({"goes_on": True} if goes_on else {}))
    return replace(view_of(tx, actor, broadcast, language), goes_on=goes_on)


def arrive(tx: Transaction, actor: Actor, broadcast: Broadcast) -> Draft:
    """Leave the person on an announcement and return it."""
    accounts.set_place(tx, actor.account_id, DRAFT, {"broadcast": broadcast.id})
    return view_of(tx, actor, broadcast)


def view_of(tx: Transaction, actor: Actor, broadcast: Broadcast, asks: Language | None = None) -> Draft:
    """Return what the screen of a draft shows."""
    return Draft(
        broadcast=broadcast,
        events=addressing.list_events(tx, actor, broadcast.programme_id),
        asks=asks,
        branches=addressing.titles(tx, broadcast.programme_id, broadcast.audience),
        chosen=addressing.names(tx, broadcast.programme_id, broadcast.audience),
        poll=polls.find(tx, broadcast.id),
    )


def counted(tx: Transaction, view: Draft, now: datetime) -> Draft:
    """Return a draft with how many people it is for now."""
    return replace(view, counts=audiences.count(tx, view.broadcast.programme_id, view.broadcast.audience, now))


def _record(tx: Transaction, actor: Actor, broadcast: Broadcast, action: str, now: datetime) -> None:
    audit.record(tx, actor=actor, action=action, subject="broadcast", subject_id=broadcast.id, now=now)
