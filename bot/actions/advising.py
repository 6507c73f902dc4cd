"""Organizers change the answers to frequent questions in the chat.

Always true: families find an entry only while it is whole in every language and not hidden;
nothing is deleted: what is hidden can be brought back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.language import Language
from bot.domain.names import clean
from bot.domain.thread import Kept
from bot.domain.thread_errors import FaqTextError
from storage import accounts, audit, events, faq
from storage.database import Transaction

TEXT: Final = "faq-text"
LONGEST: Final = {"question": 200, "answer": 600}
"""Characters of each part; a programme file may say as much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The frequent answers of an event's programme, as organizers see them."""

    event: Event
    entries: tuple[Kept, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One entry; `asks` is the text that is to be typed now."""

    event: Event
    entry: Kept
    asks: tuple[str, Language] | None = None


def read_shelf(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Shelf:
    """Return every entry of an event's programme to whoever runs it."""
    del now
    event = _must_run(tx, actor, event_id)
    return Shelf(event=event, entries=faq.list_(tx, event.programme_id))


def read_leaf(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, entry_id: int) -> Leaf:
    """Return one entry."""
    del now
    return _leaf(tx, actor, event_id, entry_id)


def begin(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Leaf:
    """Make an empty entry and ask for its question in one's own language."""
    event = _must_run(tx, actor, event_id)
    entry_id = faq.add(tx, event.programme_id)
    audit.record(tx, actor=actor, action="faq.add", subject="faq", subject_id=entry_id, now=now)
    return ask(tx, actor=actor, now=now, event_id=event_id, entry_id=entry_id, part="question", language=actor.language)


def ask(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int, entry_id: int, part: str, language: Language
) -> Leaf:
    """Stand where one text of an entry is typed."""
    del now
    if part not in LONGEST:
        raise StaleError
    leaf = _leaf(tx, actor, event_id, entry_id)
    args = {"event": event_id, "entry": entry_id, "part": part, "language": language.value}
    accounts.set_place(tx, actor.account_id, TEXT, args)
    return replace(leaf, asks=(part, language))


def read_asked(tx: Transaction, *, actor: Actor, now: datetime) -> Leaf:
    """Return the entry and the text that is to be typed."""
    del now
    args = actor.place_args
    leaf = _leaf(tx, actor, args["event"], args["entry"])
    return replace(leaf, asks=(args["part"], Language(args["language"])))


def write(tx: Transaction, *, actor: Actor, now: datetime, text: str) -> Leaf:
    """Take a typed text; while the entry has gaps the next one is asked for."""
    args = actor.place_args
    leaf, language = _leaf(tx, actor, args["event"], args["entry"]), Language(args["language"])
    said = clean(text, keep_lines=args["part"] == "answer")
    if not said or len(said) > LONGEST[args["part"]]:
        raise FaqTextError
    entry = faq.update(tx, leaf.entry.with_text(args["part"], language, said))
    audit.record(tx, actor=actor, action="faq.write", subject="faq", subject_id=entry.id, now=now)
    if entry.gaps:
        part, missing = next((gap for gap in entry.gaps if gap[1] is language), entry.gaps[0])
        about = {"event_id": leaf.event.id, "entry_id": entry.id}
        return ask(tx, actor=actor, now=now, part=part, language=missing, **about)
    accounts.set_place(tx, actor.account_id, "desk", {"event": leaf.event.id})
    return replace(leaf, entry=entry)


def show_or_hide(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int, entry_id: int, is_hidden: bool
) -> Leaf:
    """Take an entry out of families' sight, or bring it back."""
    leaf = _leaf(tx, actor, event_id, entry_id)
    entry = faq.update(tx, replace(leaf.entry, is_hidden=is_hidden))
    audit.record(tx, actor=actor, action="faq.hide", subject="faq", subject_id=entry.id, now=now, hidden=is_hidden)
    return replace(leaf, entry=entry)


def _must_run(tx: Transaction, actor: Actor, event_id: int) -> Event:
    event = events.get(tx, event_id)
    actor.must_run(event.programme_id)
    return event


def _leaf(tx: Transaction, actor: Actor, event_id: int, entry_id: int) -> Leaf:
    event, entry = _must_run(tx, actor, event_id), faq.get(tx, entry_id)
    if entry.programme_id != event.programme_id:
        raise NotAvailableError
    return Leaf(event=event, entry=entry)
