"""What participants think of sessions: one's own, and figures of everybody's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Final

from bot.domain.feedback import STARS, Feedback, Figures, Tag
from storage.database import Transaction
from storage.engine import Row
from storage.values import micros

KEPT: Final = timedelta(days=90)
"""How long after a session the lines about it are kept."""


def rate(tx: Transaction, session_id: int, registration_id: int, stars: int, now: datetime) -> None:
    """Keep how many stars a registration gives a session."""
    tx.run("feedback.rate", session_id=session_id, registration_id=registration_id, stars=stars, now=micros(now))


def tag(tx: Transaction, session_id: int, registration_id: int, word: Tag, now: datetime) -> bool:
    """Keep the one word; False when there are no stars yet."""
    ids = {"session_id": session_id, "registration_id": registration_id}
    return tx.run("feedback.tag", tag=word.value, now=micros(now), **ids) == 1


def say(tx: Transaction, session_id: int, registration_id: int, words: str, now: datetime) -> bool:
    """Keep the line; False when there are no stars yet."""
    ids = {"session_id": session_id, "registration_id": registration_id}
    return tx.run("feedback.say", words=words, now=micros(now), **ids) == 1


def read_own(tx: Transaction, registration_id: int) -> Mapping[int, Feedback]:
    """Return what a registration thinks, by session."""
    rows = tx.list_("feedback.own", registration_id=registration_id)
    return {
        row["session_id"]: Feedback(
            session_id=row["session_id"], stars=row["stars"], tag=_tag(row["tag"]), words=row["words"]
        )
        for row in rows
    }


def read_figures(tx: Transaction, event_id: int) -> Mapping[int, Figures]:
    """Return what everybody thinks of an event's sessions, those that anybody rated."""
    by_session: defaultdict[int, list[Row]] = defaultdict(list)
    for row in tx.list_("feedback.counts", event_id=event_id):
        by_session[row["session_id"]].append(row)
    return {session_id: _figures(rows) for session_id, rows in by_session.items()}


def read_figures_of(tx: Transaction, session_id: int) -> Figures:
    """Return what everybody thinks of one session."""
    return _figures(tx.list_("feedback.counts_of", session_id=session_id))


def list_words(tx: Transaction, event_id: int) -> Mapping[int, tuple[str, ...]]:
    """Return the lines about an event's sessions, by session."""
    found: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    for row in tx.list_("feedback.words", event_id=event_id):
        found[row["session_id"]] += (row["words"],)
    return dict(found)


def drop_old(tx: Transaction, now: datetime, most: int) -> int:
    """Delete lines about sessions that ended a quarter ago; return how many."""
    return tx.run("feedback.drop_old", before=micros(now - KEPT), most=most)


def count_old(tx: Transaction, now: datetime) -> int:
    """Return how many lines are still there past their time."""
    return int(tx.one("feedback.count_old", before=micros(now - KEPT))["number"])


def _figures(rows: Iterable[Row]) -> Figures:
    stars, tags = dict.fromkeys(STARS, 0), dict.fromkeys(Tag, 0)
    for row in rows:
        stars[row["stars"]] += row["number"]
        if row["tag"] is not None:
            tags[Tag(row["tag"])] += row["number"]
    return Figures(stars=tuple(stars.values()), tags=tags)


def _tag(word: str | None) -> Tag | None:
    return None if word is None else Tag(word)
