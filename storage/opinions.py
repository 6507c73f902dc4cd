"""What families say of a whole event when it is over."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from bot.domain.opinion import Again, Opinion, Results
from storage.database import Transaction
from storage.values import micros


def may_say(tx: Transaction, event_id: int, account_id: int) -> bool:
    """Tell whether an account belongs to the family of somebody who took part."""
    return tx.find("opinions.may_say", event_id=event_id, account_id=account_id) is not None


def find(tx: Transaction, event_id: int, account_id: int) -> Opinion | None:
    """Return what an account said, if anything."""
    row = tx.find("opinions.find", event_id=event_id, account_id=account_id)
    if row is None:
        return None
    return Opinion(stars=row["stars"], again=Again(row["again"]) if row["again"] else None, words=row["words"])


def set_stars(tx: Transaction, event_id: int, account_id: int, stars: int, now: datetime) -> None:
    """Write down the stars an account gives; the newest count."""
    tx.run("opinions.set_stars", event_id=event_id, account_id=account_id, stars=stars, now=micros(now))


def set_again(tx: Transaction, event_id: int, account_id: int, again: Again, now: datetime) -> None:
    """Write down whether they would come again."""
    tx.run("opinions.set_again", event_id=event_id, account_id=account_id, again=again.value, now=micros(now))


def set_words(tx: Transaction, event_id: int, account_id: int, words: str, now: datetime) -> None:
    """Write down what they say in their own words."""
    tx.run("opinions.set_words", event_id=event_id, account_id=account_id, words=words, now=micros(now))


def read_results(tx: Transaction, event_id: int, *, limit: int) -> Results:
    """Return the counts of an event and the newest words, without names."""
    stars: Counter[int] = Counter()
    again: Counter[Again] = Counter()
    for row in tx.list_("opinions.count", event_id=event_id):
        stars[row["stars"]] += row["number"]
        if row["again"]:
            again[Again(row["again"])] += row["number"]
    words = tuple((row["stars"], row["words"]) for row in tx.list_("opinions.words", event_id=event_id, limit=limit))
    return Results(stars=stars, again=again, words=words)


def forget(tx: Transaction, account_id: int) -> None:
    """Forget what an account said."""
    tx.run("opinions.forget", account_id=account_id)


def blank(tx: Transaction, before: datetime) -> int:
    """Forget words that were said before an instant; return how many there were."""
    return tx.run("opinions.blank", before=micros(before))
