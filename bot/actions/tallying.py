"""What became of a poll: the figures, its end, and telling them to those who were asked.

Always true: of an anonymous poll nobody learns who chose what, nor the figures of fewer than five people; results are
told only when nobody can answer any more, and once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from bot.actions import addressing, succeeding
from bot.actions.composing import take
from bot.domain.access import Actor
from bot.domain.broadcast import Broadcast, Report, State
from bot.domain.errors import StaleError
from bot.domain.event import Event
from bot.domain.language import Language, Localized
from bot.domain.notice import Notice
from bot.domain.poll import Poll, Tally, chosen_of, may_show, shown_parts
from storage import accounts, audit, broadcasts, events, outbox, polls
from storage.database import Transaction
from storage.polls import Voter

GONE: Final = (State.SENDING, State.PAUSED, State.STOPPED, State.SENT, State.REMOVING, State.REMOVED)
PUBLISH: Final = "poll-publish"
"""Where somebody has seen the pictures that are to be told."""
LIFE: Final = timedelta(days=3)
PAGE: Final = 20
MOST_PARTS: Final = 20
REGION: Final = "region"
"""The kind of org unit by which figures are told; where there is none, the highest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """A poll that was sent, and what was chosen so far."""

    broadcast: Broadcast
    poll: Poll
    tally: Tally
    report: Report
    event: Event
    is_open: bool
    read_at: datetime

    @property
    def is_shown(self) -> bool:
        """Tell whether its figures are told."""
        return may_show(self.poll, self.tally.people)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The figures by region, as far as they are told; `rest` is how many people answered in the others."""

    results: Results
    shown: tuple[tuple[Localized, Tally], ...]
    rest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Voters:
    """One page of who chose an option."""

    results: Results
    option: int
    shown: tuple[Voter, ...]
    page: int
    has_more: bool


def read_results(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int) -> Results:
    """Return what was chosen so far."""
    return _results(tx, actor, take(tx, actor, broadcast_id, *GONE), now)


def read_parts(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int) -> Parts:
    """Return the figures by region, those who answered most first."""
    results = read_results(tx, actor=actor, now=now, broadcast_id=broadcast_id)
    units = events.get_units(tx, results.broadcast.programme_id)
    votes: dict[int, dict[int, int]] = defaultdict(dict)
    for one in polls.list_by_unit(tx, results.broadcast, now):
        unit = units.with_id(one.unit_id)
        way = units.path(unit.code) if unit is not None else ()
        if way:
            votes[next((one for one in way if one.kind == REGION), way[0]).id][one.account_id] = one.chosen
    told, rest = shown_parts(results.poll, {part: len(found) for part, found in votes.items()})
    tallies = {part: _tally(results.poll, votes[part]) for part in told}
    ordered = sorted(tallies, key=lambda part: (-tallies[part].people, part))
    named = [(unit.title, tallies[part]) for part in ordered if (unit := units.with_id(part)) is not None]
    return Parts(results=results, shown=tuple(named[:MOST_PARTS]), rest=rest)


def list_voters(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, option: int, page: int) -> Voters:
    """Return one page of who chose an option; StaleError for an anonymous poll."""
    results = read_results(tx, actor=actor, now=now, broadcast_id=broadcast_id)
    if not results.poll.is_named or not 0 <= option < results.poll.number or page < 0:
        raise StaleError
    found = polls.list_voters(tx, results.broadcast, option, limit=PAGE + 1, skipped=page * PAGE)
    return Voters(results=results, option=option, shown=found[:PAGE], page=page, has_more=len(found) > PAGE)


def close(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int) -> Results:
    """Take no more answers; to close twice changes nothing."""
    broadcast = take(tx, actor, broadcast_id, *GONE)
    poll = polls.get(tx, broadcast_id)
    if poll.closed_at is None:
        _change(tx, actor, replace(poll, closed_at=now), "poll.close", now)
    return _results(tx, actor, broadcast, now)


def reopen(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int) -> Results:
    """Take answers again, until somebody closes it by hand; StaleError when the results have been told."""
    broadcast = take(tx, actor, broadcast_id, *GONE)
    poll = polls.get(tx, broadcast_id)
    if poll.is_open(now) or poll.published_at is not None:
        raise StaleError
    _change(tx, actor, replace(poll, closed_at=None, closes_at=None), "poll.reopen", now)
    return _results(tx, actor, broadcast, now)


def prepare(
    tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, photos: Mapping[Language, str]
) -> Results:
    """Remember the pictures that somebody has just seen, Telegram's file ids by language."""
    results = _to_publish(tx, actor, broadcast_id, now)
    kept = {language.value: photo for language, photo in photos.items()}
    accounts.set_place(tx, actor.account_id, PUBLISH, {"broadcast": broadcast_id, "photos": kept})
    return results


def publish(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int) -> int:
    """Tell everybody who was asked, with the pictures seen before, and return how many these are."""
    results = _to_publish(tx, actor, broadcast_id, now)
    if actor.place != PUBLISH or actor.place_args["broadcast"] != broadcast_id:
        raise StaleError
    texts = {language.value: text for language, text in results.broadcast.texts.items()}
    data = {"photos": dict(actor.place_args["photos"]), "people": results.tally.people, "texts": texts}
    number = polls.publish(tx, broadcast_id, data, now=now, not_after=now + LIFE)
    _change(tx, actor, replace(results.poll, published_at=now), "poll.publish", now)
    accounts.set_place(tx, actor.account_id, "desk", {"event": results.event.id})
    return number


def count_asked(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int) -> int:
    """Return how many got the question."""
    del now
    return polls.count_asked(tx, take(tx, actor, broadcast_id, *GONE).id)


def tick(tx: Transaction, *, now: datetime) -> int:
    """Close what is over and tell who sent it; return how many messages are owed from now on."""
    return sum(_end(tx, poll, now) for poll in polls.list_due(tx, now))


def _end(tx: Transaction, poll: Poll, now: datetime) -> int:
    polls.update(tx, replace(poll, closed_at=poll.closes_at))
    told = succeeding.responsible(tx, broadcasts.get(tx, poll.broadcast_id), now)
    data = {"broadcast": poll.broadcast_id, "people": polls.count(tx, poll).people}
    key = f"poll-closed:{poll.broadcast_id}:{poll.changes}"
    notices = [Notice(account_id=one, template="poll-closed", data=data, dedup_key=f"{key}:{one}") for one in told]
    return outbox.put_many(tx, notices, now)


def _to_publish(tx: Transaction, actor: Actor, broadcast_id: int, now: datetime) -> Results:
    results = _results(tx, actor, take(tx, actor, broadcast_id, *GONE), now)
    if results.is_open or results.poll.published_at is not None or not results.is_shown:
        raise StaleError
    return results


def _results(tx: Transaction, actor: Actor, broadcast: Broadcast, now: datetime) -> Results:
    poll = polls.get(tx, broadcast.id)
    found = addressing.list_events(tx, actor, broadcast.programme_id)
    return Results(
        broadcast=broadcast,
        poll=poll,
        tally=polls.count(tx, poll),
        report=broadcasts.report(tx, broadcast),
        event=next((one for one in found if one.id == broadcast.audience.event_id), found[0]),
        is_open=poll.is_open(now),
        read_at=now,
    )


def _tally(poll: Poll, votes: Mapping[int, int]) -> Tally:
    chosen = [chosen_of(mask) for mask in votes.values()]
    counts = tuple(sum(option in one for one in chosen) for option in range(poll.number))
    return Tally(counts=counts, people=len(votes))


def _change(tx: Transaction, actor: Actor, poll: Poll, action: str, now: datetime) -> None:
    polls.update(tx, poll)
    audit.record(tx, actor=actor, action=action, subject="broadcast", subject_id=poll.broadcast_id, now=now)
