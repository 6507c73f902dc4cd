"""Preparing a poll: an announcement with options below it. Every step is saved when it is made.

Always true: only who may send the announcement prepares its poll; once it is sent nothing of it changes but its end.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Final

from bot.actions import addressing, composing
from bot.actions.composing import Draft, take
from bot.actions.reaching import reach_event
from bot.domain.access import Actor, Right
from bot.domain.audience import Audience
from bot.domain.broadcast import Broadcast, State, asking_order
from bot.domain.errors import StaleError
from bot.domain.event import Event
from bot.domain.language import Language
from bot.domain.plan import Plan
from bot.domain.poll import OptionsError, Poll, Tally, read_options
from bot.domain.reminder import local_instant
from storage import accounts, audit, broadcasts, polls
from storage.database import Transaction

OPTIONS: Final = "poll-options"
TIME: Final = "poll-time"
MOST_SHOWN: Final = 8
MOST_LOOKED_AT: Final = 200
EVENING: Final = time(21)
DAYS: Final = (0, 1, 3, 7)
"""Days from today on whose evening a poll may end by one press."""
FARTHEST: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Polls:
    """The newest polls of an event with what was chosen so far."""

    event: Event
    shown: tuple[tuple[Broadcast, Poll, Tally], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A poll whose options, or whose end, are asked for."""

    broadcast: Broadcast
    poll: Poll
    event: Event
    language: Language


def list_polls(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Polls:
    """Return the newest polls of an event that somebody may read."""
    del now
    event, _ = reach_event(tx, actor, event_id, Right.DECIDE)
    found = map(broadcasts.of_row, polls.list_newest(tx, event.programme_id, limit=MOST_LOOKED_AT))
    own = [
        one
        for one in found
        if one.audience.event_id in (None, event_id) and addressing.reaches(tx, actor, event.programme_id, one.audience)
    ]
    kept = [(one, polls.get(tx, one.id)) for one in own[:MOST_SHOWN]]
    return Polls(event=event, shown=tuple((one, poll, polls.count(tx, poll)) for one, poll in kept))


def begin(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Draft:
    """Begin a poll for an event, or go on with one's own in which nothing is written yet."""
    event, _ = reach_event(tx, actor, event_id, Right.DECIDE)
    audience = addressing.narrow(tx, actor, event.programme_id, Audience(event_id=event_id))
    row = polls.find_empty_draft(tx, event.programme_id, actor.account_id)
    if row is not None:
        draft = broadcasts.update(tx, replace(broadcasts.of_row(row), audience=audience))
        return composing.ask(tx, actor, draft)
    draft = broadcasts.add(tx, programme_id=event.programme_id, author_id=actor.account_id, audience=audience, now=now)
    polls.add(tx, draft.id)
    audit.record(tx, actor=actor, action="poll.begin", subject="broadcast", subject_id=draft.id, now=now)
    return composing.ask(tx, actor, draft)


def ask_options(
    tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, language: Language | None = None
) -> Question:
    """Let the options be typed in a language, now or again; one's own when none is named."""
    del now
    return _ask(tx, actor, _take(tx, actor, broadcast_id), language or actor.language)


def write_options(tx: Transaction, *, actor: Actor, now: datetime, text: str) -> Question | Draft:
    """Keep the options of the language somebody was asked for; OptionsError names what is wrong with them.

    A changed number of options in one language makes the others be asked for again.
    """
    del now
    draft, language = _take(tx, actor, _place(actor, OPTIONS)), Language(actor.place_args["language"])
    poll = polls.get(tx, draft.id)
    others = {code: texts for code, texts in poll.options.items() if code is not language}
    number = None if language in poll.options else next((len(texts) for texts in others.values()), None)
    options = read_options(text, number)
    kept = {code: texts for code, texts in others.items() if len(texts) == len(options)}
    changed = replace(poll, options={**kept, language: options})
    draft = _save(tx, draft, changed)
    order = asking_order(actor.language)
    lacking = [one for one in order if one in changed.lacks(draft.texts)]
    return _ask(tx, actor, draft, lacking[0]) if lacking else composing.arrive(tx, actor, draft)


def choose(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, part: str, choice: str) -> Draft:
    """Choose one or several answers («many»), with names or not («named»), the end («days» from today, or «hand»)."""
    draft = _take(tx, actor, broadcast_id)
    poll = polls.get(tx, broadcast_id)
    match part, choice:
        case "many", "0" | "1":
            changed = replace(poll, has_many=choice == "1")
        case "named", "0" | "1":
            changed = replace(poll, is_named=choice == "1")
        case "days", _ if choice in {str(days) for days in DAYS}:
            event = _event(tx, actor, draft)
            changed = replace(poll, closes_at=_evening(event, now, int(choice)), zone=event.zone.key)
        case "days", "hand":
            changed = replace(poll, closes_at=None)
        case _:
            raise StaleError
    if changed.closes_at is not None and changed.closes_at <= now:
        raise OptionsError("past")
    return composing.arrive(tx, actor, _save(tx, draft, changed))


def ask_time(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int) -> Question:
    """Let the end be chosen or typed."""
    del now
    draft = _take(tx, actor, broadcast_id)
    accounts.set_place(tx, actor.account_id, TIME, {"broadcast": draft.id})
    return _question(tx, actor, draft, actor.language)


def write_time(tx: Transaction, *, actor: Actor, now: datetime, text: str) -> Draft:
    """Keep a typed end («12.07.2027 18:00», local); OptionsError names what is wrong with it."""
    draft = _take(tx, actor, _place(actor, TIME))
    event = _event(tx, actor, draft)
    try:
        closes_at = Plan.typed(text, event.zone).at
    except (ValueError, OverflowError):
        raise OptionsError("time") from None
    if closes_at is None:
        raise OptionsError("time")
    if not now < closes_at < now + FARTHEST:
        raise OptionsError("past")
    changed = replace(polls.get(tx, draft.id), closes_at=closes_at, zone=event.zone.key)
    return composing.arrive(tx, actor, _save(tx, draft, changed))


def read_question(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int) -> Question:
    """Return what somebody was asked for."""
    del now
    language = Language(actor.place_args.get("language", actor.language))
    return _question(tx, actor, _take(tx, actor, broadcast_id), language)


def _take(tx: Transaction, actor: Actor, broadcast_id: int) -> Broadcast:
    """Return a draft that is a poll."""
    draft = take(tx, actor, broadcast_id, State.COMPOSING)
    polls.get(tx, broadcast_id)
    return draft


def _place(actor: Actor, place: str) -> int:
    if actor.place != place:
        raise StaleError
    return int(actor.place_args["broadcast"])


def _ask(tx: Transaction, actor: Actor, draft: Broadcast, language: Language) -> Question:
    accounts.set_place(tx, actor.account_id, OPTIONS, {"broadcast": draft.id, "language": language.value})
    return _question(tx, actor, draft, language)


def _question(tx: Transaction, actor: Actor, draft: Broadcast, language: Language) -> Question:
    event = _event(tx, actor, draft)
    return Question(broadcast=draft, poll=polls.get(tx, draft.id), event=event, language=language)


def _event(tx: Transaction, actor: Actor, draft: Broadcast) -> Event:
    """Return the event whose local time counts."""
    found = addressing.list_events(tx, actor, draft.programme_id)
    return next((one for one in found if one.id == draft.audience.event_id), found[0])


def _evening(event: Event, now: datetime, days: int) -> datetime:
    return local_instant(event.today(now) + timedelta(days=days), EVENING, event.zone)


def _save(tx: Transaction, draft: Broadcast, poll: Poll) -> Broadcast:
    """Save a poll; the announcement counts as changed, so that nobody sends what was not shown."""
    polls.update(tx, poll)
    return broadcasts.update(tx, draft)
