"""Score cards: what each reviewer says about each registration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.scoring import Card, Method
from storage.database import Transaction
from storage.engine import Row
from storage.values import from_json, micros, to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCard:
    """One reviewer's card, perhaps begun only, or a refusal to judge somebody they know."""

    registration_id: int
    account_id: int
    marks: Mapping[str, int] = field(default_factory=dict)
    comment: str | None = None
    is_conflict: bool = False
    is_whole: bool = False


def get_method(tx: Transaction, event_id: int) -> Method:
    """Return how an event marks."""
    return Method.of(from_json(tx.one("scores.method", event_id=event_id)["selection"]))


def list_candidates(tx: Transaction, stream_id: int) -> tuple[int, ...]:
    """Return who may be chosen in a stream, in the order they came."""
    return tuple(row["id"] for row in tx.list_("scores.candidates", stream_id=stream_id))


def list_cards(tx: Transaction, stream_id: int) -> tuple[Card, ...]:
    """Return the whole cards of a stream."""
    return tuple(
        Card(registration_id=row["registration_id"], reviewer_id=row["account_id"], marks=from_json(row["marks"]))
        for row in tx.list_("scores.cards", stream_id=stream_id)
    )


def get_card(tx: Transaction, registration_id: int, account_id: int) -> KeptCard:
    """Return a reviewer's card; an empty one when it was not begun."""
    row = tx.find("scores.find", registration_id=registration_id, account_id=account_id)
    return KeptCard(registration_id=registration_id, account_id=account_id) if row is None else _card(row)


def save_card(tx: Transaction, card: KeptCard, now: datetime) -> None:
    """Keep what a reviewer says."""
    tx.run(
        "scores.save",
        registration_id=card.registration_id,
        account_id=card.account_id,
        marks=to_json(dict(card.marks)),
        comment=card.comment,
        is_conflict=int(card.is_conflict),
        is_whole=int(card.is_whole),
        now=micros(now),
    )


def find_next(tx: Transaction, stream_id: int, account_id: int, *, reviewers_per: int) -> int | None:
    """Return the registration a reviewer looks at next."""
    row = tx.find("scores.next", stream_id=stream_id, account_id=account_id, reviewers_per=reviewers_per)
    return None if row is None else int(row["id"])


def list_own(tx: Transaction, stream_id: int, account_id: int, *, limit: int) -> tuple[KeptCard, ...]:
    """Return a reviewer's cards, newest first."""
    rows = tx.list_("scores.own", stream_id=stream_id, account_id=account_id, limit=limit)
    return tuple(_card(row) for row in rows)


def _card(row: Row) -> KeptCard:
    return KeptCard(
        registration_id=row["registration_id"],
        account_id=row["account_id"],
        marks=from_json(row["marks"]),
        comment=row["comment"],
        is_conflict=bool(row["is_conflict"]),
        is_whole=bool(row["is_whole"]),
    )
