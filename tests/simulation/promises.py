"""What must be true of the database after every step of every season, and what must be true when all is said.

Each check returns the sentences of what is broken; it knows only the tables, not how they came to be.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from bot.domain.event import Stage
from storage import events, quotas, registrations
from storage.database import Transaction
from tests.actions.test_consents_in_depth import LACKING

Ask = Callable[..., list[tuple[Any, ...]]]

SEATS = """
SELECT s.id, s.capacity, count(t.number), coalesce(sum(1 - t.is_free), 0),
    (SELECT count(*) FROM registrations r WHERE r.stream_id = s.id AND r.seat_number IS NOT NULL)
FROM streams s LEFT JOIN seats t ON t.stream_id = s.id GROUP BY s.id
"""
QUOTAS = """
SELECT q.id, q.capacity, q.taken, (SELECT count(*) FROM registration_quotas c WHERE c.quota_id = q.id),
    (SELECT count(*) FROM registration_quotas c JOIN registrations r ON r.id = c.registration_id
        WHERE c.quota_id = q.id AND r.seat_number IS NULL)
FROM quotas q
"""
STRANGERS = """
SELECT o.id FROM outbox o JOIN broadcasts b ON b.id = o.broadcast_id
WHERE o.template = 'broadcast' AND NOT EXISTS (
    SELECT 1 FROM registrations r JOIN events e ON e.id = r.event_id AND e.programme_id = b.programme_id
    LEFT JOIN guardian_links g ON g.participant_id = r.participant_id
    WHERE r.account_id = o.account_id OR r.acted_by = o.account_id OR g.account_id = o.account_id)
"""
LIMITED = """
SELECT o.id FROM outbox o JOIN guardian_links g ON g.account_id = o.account_id AND g.may_know = 0
JOIN registrations r ON r.participant_id = g.participant_id
WHERE o.state IN ('due', 'sending') AND o.created_at > g.limited_at AND g.ended_at IS NULL
    AND o.data LIKE '%"registration":' || r.id || ',%' AND r.account_id <> o.account_id
"""
DOUBLE_OFFERS = """
SELECT min(id) FROM outbox WHERE template IN ('offer', 'choice-offer') AND state <> 'stopped'
GROUP BY account_id, json_extract(data, '$.registration'), json_extract(data, '$.revision') HAVING count(*) > 1
"""


def broken(tx: Transaction, ask: Ask) -> list[str]:
    """Return what is broken at this moment."""
    found = [*_places(ask), *_waiting(tx), *(f"update {one[0]} acted twice" for one in _twice(ask))]
    for sentence, query in (
        ("registration {} is confirmed without a consent it needs", LACKING),
        ("message {} of an announcement is for somebody outside its programme", STRANGERS),
        ("message {} tells a guardian who may not know", LIMITED),
        ("the offer in message {} was told twice", DOUBLE_OFFERS),
        ("update {} was put aside", "SELECT update_id FROM inbox WHERE state = 'quarantined'"),
        ("message {} can never be sent", "SELECT id FROM outbox WHERE state = 'failed'"),
    ):
        found += [sentence.format(*row) for row in ask(query)]
    return found


def _places(ask: Ask) -> Iterator[str]:
    for stream_id, capacity, seats, taken, held in ask(SEATS):
        if not held == taken <= capacity == seats:
            yield f"stream {stream_id}: {capacity} places, {seats} seats, {taken} taken, {held} held"
    for quota_id, capacity, taken, counted, seatless in ask(QUOTAS):
        if seatless or not counted == taken <= capacity:
            yield f"quota {quota_id}: {taken} of {capacity} taken, {counted} counted, {seatless} without a seat"


def _waiting(tx: Transaction) -> Iterator[str]:
    for event_id in (row[0] for row in tx.connection.execute("SELECT id FROM events").fetchall()):
        for stream in events.get(tx, event_id).streams:
            if stream.stage is Stage.DRAWING or not registrations.has_free_seat(tx, stream.id):
                continue
            for one in registrations.list_waiting(tx, stream.id):
                if quotas.is_open(tx, stream.id, one.unit_id):
                    yield f"registration {one.id} waits although a place is free"


def _twice(ask: Ask) -> list[tuple[Any, ...]]:
    return ask("SELECT update_id FROM deeds GROUP BY update_id HAVING count(*) > 1")


def unfinished(ask: Ask, now: int, brought: Sequence[int]) -> list[str]:
    """Return what is missing when everybody has been served and all that was due has been said."""
    kept = {row[0]: row[1] for row in ask("SELECT update_id, state FROM inbox")}
    lost = [f"update {one} was lost" for one in brought if one not in kept]
    stuck = [f"update {one} is still {state}" for one, state in kept.items() if state in ("received", "effected")]
    owed = ask("SELECT id, state FROM outbox WHERE state = 'sending' OR (state = 'due' AND not_before <= ?)", now)
    sums = ask(
        "SELECT b.id, b.recipients, count(o.id) FROM broadcasts b"
        " LEFT JOIN outbox o ON o.broadcast_id = b.id AND o.template = 'broadcast'"
        " WHERE b.recipients IS NOT NULL GROUP BY b.id HAVING count(o.id) <> b.recipients"
    )
    said = [f"message {row[0]} is still {row[1]}" for row in owed]
    return [*lost, *stuck, *said, *(f"announcement {row[0]} is for {row[1]} and was owed to {row[2]}" for row in sums)]


def fingerprint(connection: sqlite3.Connection) -> str:
    """Return the hash of everything in the database."""
    digest = hashlib.sha256()
    for line in connection.iterdump():
        digest.update(line.encode())
    return digest.hexdigest()
