"""Polls under announcements, and the votes.

Always true: an account has one vote in a poll, which the newest press replaces; figures are counted from the votes each
time; names of voters are read only of a poll that said so before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from bot.domain.broadcast import Broadcast
from bot.domain.errors import NotAvailableError
from bot.domain.language import Language
from bot.domain.notice import Priority
from bot.domain.poll import MOST_OPTIONS, Poll, Tally, bit
from storage import audiences
from storage.database import Transaction
from storage.engine import Row
from storage.values import from_json, instant, micros, to_json

KEPT: Final = timedelta(days=365)
"""For so long after a poll is over it is kept who chose what."""
EVERY: Final = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Voter:
    """Somebody who answered a poll with names."""

    name: str
    is_guardian: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitVote:
    """What somebody of an org unit chose."""

    account_id: int
    unit_id: int
    chosen: int


def add(tx: Transaction, broadcast_id: int) -> Poll:
    """Put a poll under an announcement."""
    tx.run("polls.add", broadcast_id=broadcast_id)
    return get(tx, broadcast_id)


def find(tx: Transaction, broadcast_id: int) -> Poll | None:
    """Return the poll of an announcement."""
    row = tx.find("polls.find", broadcast_id=broadcast_id)
    return None if row is None else _poll(row)


def get(tx: Transaction, broadcast_id: int) -> Poll:
    """Return the poll of an announcement; NotAvailableError when it has none."""
    poll = find(tx, broadcast_id)
    if poll is None:
        raise NotAvailableError
    return poll


def update(tx: Transaction, poll: Poll) -> None:
    """Save a poll; figures that are shown are shown again."""
    tx.run(
        "polls.update",
        broadcast_id=poll.broadcast_id,
        options=to_json({language.value: list(texts) for language, texts in poll.options.items()}),
        has_many=int(poll.has_many),
        is_named=int(poll.is_named),
        closes_at=_micros(poll.closes_at),
        zone=poll.zone,
        closed_at=_micros(poll.closed_at),
        published_at=_micros(poll.published_at),
    )
    tx.run("acknowledgements.show_again", broadcast_id=poll.broadcast_id)


def list_newest(tx: Transaction, programme_id: int, *, limit: int) -> tuple[Row, ...]:
    """Return the announcements' rows of a programme's polls, newest first."""
    return tuple(tx.list_("polls.list_newest", programme_id=programme_id, limit=limit))


def find_empty_draft(tx: Transaction, programme_id: int, author_id: int) -> Row | None:
    """Return the announcement's row of a person's poll in which nothing is written yet."""
    return tx.find("polls.empty_draft", programme_id=programme_id, author_id=author_id)


def list_due(tx: Transaction, now: datetime) -> tuple[Poll, ...]:
    """Return the polls whose time is over and which nobody has closed."""
    return tuple(_poll(row) for row in tx.list_("polls.due", now=micros(now)))


def find_vote(tx: Transaction, broadcast_id: int, account_id: int) -> int:
    """Return what an account chose, 0 for nothing."""
    row = tx.find("polls.vote_of", broadcast_id=broadcast_id, account_id=account_id)
    return 0 if row is None else int(row["chosen"])


def vote(tx: Transaction, poll: Poll, account_id: int, chosen: int, now: datetime) -> None:
    """Remember what an account chooses now; 0 takes the vote back."""
    given = {"broadcast_id": poll.broadcast_id, "account_id": account_id}
    if chosen:
        tx.run("polls.vote", has_many=int(poll.has_many), chosen=chosen, now=micros(now), **given)
    else:
        tx.run("polls.retract", **given)
    tx.run("polls.touch", broadcast_id=poll.broadcast_id)
    tx.run("acknowledgements.show_again", broadcast_id=poll.broadcast_id)


def count(tx: Transaction, poll: Poll) -> Tally:
    """Return what was chosen so far; votes that are kept no longer count on."""
    row, kept = (
        tx.one("polls.count", broadcast_id=poll.broadcast_id),
        tx.one("polls.find", broadcast_id=poll.broadcast_id),
    )
    before = from_json(kept["final"] or '{"counts":[],"people":0}')
    counts = [int(row[f"option_{option}"]) for option in range(MOST_OPTIONS)]
    for option, number in enumerate(before["counts"]):
        counts[option] += number
    return Tally(counts=tuple(counts[: poll.number]), people=int(row["people"]) + before["people"])


def list_by_unit(tx: Transaction, broadcast: Broadcast, now: datetime) -> tuple[UnitVote, ...]:
    """Return what those who are in the audience now chose in which org unit."""
    whom = audiences.whom(tx, broadcast.programme_id, broadcast.audience, now)
    rows = tx.list_("polls.votes_by_unit", broadcast_id=broadcast.id, **whom)
    return tuple(UnitVote(account_id=row["account_id"], unit_id=row["unit_id"], chosen=row["chosen"]) for row in rows)


def list_voters(tx: Transaction, broadcast: Broadcast, option: int, *, limit: int, skipped: int) -> tuple[Voter, ...]:
    """Return one page of who chose an option; nobody when the poll is anonymous."""
    of = {"broadcast_id": broadcast.id, "programme_id": broadcast.programme_id, "chosen": bit(option)}
    rows = tx.list_("polls.voters", limit=limit, skipped=skipped, **of)
    return tuple(
        Voter(name=row["full_name"] or row["display_name"], is_guardian=bool(row["is_guardian"])) for row in rows
    )


def count_asked(tx: Transaction, broadcast_id: int) -> int:
    """Return how many got the question."""
    return int(tx.one("polls.count_asked", broadcast_id=broadcast_id)["number"])


def publish(tx: Transaction, broadcast_id: int, data: Mapping[str, Any], *, now: datetime, not_after: datetime) -> int:
    """Owe the results to everybody who got the question and return how many there are."""
    given = {"now": micros(now), "not_after": micros(not_after), "priority": int(Priority.BULK)}
    return tx.run("polls.publish", broadcast_id=broadcast_id, data=to_json(dict(data)), **given)


def forget(tx: Transaction, account_id: int) -> int:
    """Drop what an account chose and return in how many polls."""
    tx.run("polls.touch_votes_of", account_id=account_id)
    return tx.run("polls.forget", account_id=account_id)


def drop_old(tx: Transaction, now: datetime, most: int) -> int:
    """Forget who chose what in polls that were over a year ago; the figures stay. Return how many polls these are."""
    old = _old(tx, now, most)
    for poll in old:
        tally = count(tx, poll)
        final = to_json({"counts": list(tally.counts), "people": tally.people})
        tx.run("polls.keep_figures", broadcast_id=poll.broadcast_id, final=final, now=micros(now))
        tx.run("polls.drop_votes", broadcast_id=poll.broadcast_id)
    return len(old)


def count_old(tx: Transaction, now: datetime) -> int:
    """Return in how many polls who chose what is still there past its time."""
    return len(_old(tx, now, EVERY))


def _old(tx: Transaction, now: datetime, most: int) -> tuple[Poll, ...]:
    return tuple(map(_poll, tx.list_("polls.old", before=micros(now - KEPT), most=most)))


def _poll(row: Row) -> Poll:
    return Poll(
        broadcast_id=row["broadcast_id"],
        options={Language(code): tuple(texts) for code, texts in from_json(row["options"]).items()},
        has_many=bool(row["has_many"]),
        is_named=bool(row["is_named"]),
        closes_at=_instant(row["closes_at"]),
        zone=row["zone"],
        closed_at=_instant(row["closed_at"]),
        published_at=_instant(row["published_at"]),
        changes=row["changes"],
    )


def _micros(at: datetime | None) -> int | None:
    return None if at is None else micros(at)


def _instant(value: int | None) -> datetime | None:
    return None if value is None else instant(value)
