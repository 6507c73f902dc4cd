"""Whatever camp and whatever audience: everybody in it is owed one copy in their own language, nobody else anything.

`HISTORIES=5000 python -m pytest <this file>` plays many more camps.
"""

from __future__ import annotations

import os
import random
import re
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.actions import broadcasting, erasing, loading, postponing
from bot.domain.audience import Audience, Role
from bot.domain.broadcast import FALLBACK, Broadcast, State
from bot.domain.errors import StaleError, TooFewLanguagesError
from bot.domain.language import Language
from bot.domain.vouch import Rules
from bot.texts import translators
from handlers.broadcast_copy import copy
from handlers.organizer.broadcast_audience import people as people_said
from storage import accounts, acknowledgements, broadcasts
from storage.database import Transaction, read_queries
from storage.migrating import migrate
from storage.sqlite import Sqlite, connect
from storage.values import from_json
from storage.vault import Vault
from tests.actions.any_camp import Camp, Claim, Grant, contents
from tests.actions.audience_model import members
from tests.databases import only_sqlite
from tests.seed import NOW, meet

HISTORIES = int(os.environ.get("HISTORIES", "300"))
LATER = NOW + broadcasting.TIME_TO_UNDO
TEXTS = {Language.KK: "Сәлем", Language.RU: "Привет", Language.EN: "Hello"}
STRICT = translators(strict=True)
pytestmark = only_sqlite


@cache
def prepared() -> Transaction:
    """Return a database in memory in which every history begins, and to which it is rolled back."""
    path = Path(tempfile.mkdtemp(prefix="audiences-")) / "jazyl.db"
    migrate(path)
    vault = Vault(path.parent / "keys" / "data.key")
    vault.open(set())
    connection, queries = connect(path), read_queries(Sqlite(path))
    for content in contents():
        loading.load(Transaction(connection, queries, {}, vault), content=content, now=NOW)
    kept = sqlite3.connect(":memory:", check_same_thread=False)
    connection.backup(kept)
    connection.close()
    kept.isolation_level, kept.row_factory = None, sqlite3.Row
    kept.execute("PRAGMA foreign_keys = ON")
    return Transaction(kept, queries, {}, vault)


class History:
    """One camp, one announcement, and what the model expects of it."""

    def __init__(self, number: int, queries: Mapping[str, str] | None = None) -> None:
        ready = prepared()
        self.connection: Any = ready.connection
        self.connection.execute("BEGIN")
        self.tx = replace(ready, queries=queries or ready.queries)
        self.dice = random.Random(number)
        self.actor = meet(self.tx, 900, is_owner=True)
        self.camp = Camp(connection=self.connection, dice=self.dice)
        self.camp.languages[self.actor.account_id] = "kk"
        whole: dict[str, Any] = dict.fromkeys(("programme", "event", "unit", "squad"))
        self.camp.grants.append(Grant(account=self.actor.account_id, role="owner", counts=True, **whole))

    def play(self) -> None:
        """Fill the camp, write, count, send, let people join, and compare at every step."""
        self.camp.fill()
        if self.dice.random() < 0.3:
            self.forget_somebody()
        draft = self.written(self.camp.any_audience())
        expected = members(self.camp, draft.audience)
        self.compare_count(draft, expected)
        may_fall_back = self.dice.random() < 0.5
        missing = {self.camp.languages[one] for one in expected} - {one.value for one in draft.texts}
        claim: dict[str, Any] = {"broadcast_id": draft.id, "revision": draft.revision, "message_id": 1}
        given: dict[str, Any] = {"may_fall_back": may_fall_back, "rules": Rules(send_above=10**6)}
        is_refused: bool | None = None
        try:
            broadcasting.send(self.tx, actor=self.actor, now=NOW, **claim, **given)
        except StaleError:
            is_refused = not expected
        except TooFewLanguagesError:
            is_refused = bool(missing) and not may_fall_back
        assert is_refused is not False
        if is_refused:
            assert self.owed() == {}
            return
        assert expected
        assert may_fall_back or not missing
        broadcasting.tick(self.tx, now=LATER)
        sent = broadcasts.get(self.tx, draft.id)
        self.compare(sent, set(expected), may_differ=may_fall_back)
        self.compare_parts(sent, expected)
        self.let_people_join(sent, set(expected))

    def written(self, audience: Audience) -> Broadcast:
        texts = {one: TEXTS[one] for one in self.dice.sample(list(Language), self.dice.choice([1, 2, 3, 3]))}
        draft = broadcasts.add(self.tx, programme_id=1, author_id=self.actor.account_id, audience=audience, now=NOW)
        joins = NOW.replace(year=NOW.year + 1)
        saved = broadcasts.update(self.tx, replace(draft, texts=texts, joins_until=joins))
        kept = broadcasts.get(self.tx, saved.id)
        assert kept.audience == audience
        return kept

    def compare_count(self, draft: Broadcast, expected: Mapping[int, set[Role]]) -> None:
        view = broadcasting.read_preview(self.tx, actor=self.actor, now=NOW, broadcast_id=draft.id)
        counted = Counter({(one.language.value, one.roles): one.number for one in view.counts})
        people = ((self.camp.languages[one], frozenset(roles)) for one, roles in expected.items())
        assert counted == Counter(people)
        if expected:
            said = people_said(STRICT[Language.EN], view)
            assert sum(map(int, re.findall(r"^• .*?: (\d+)", said, re.MULTILINE))) == len(expected)
        assert len(view.names) == min(len(expected), broadcasting.SAMPLES)

    def owed(self) -> dict[int, dict[str, Any]]:
        rows = self.connection.execute("SELECT account_id, data FROM outbox WHERE template = 'broadcast'").fetchall()
        assert len(rows) == len({row["account_id"] for row in rows}), "two copies for one person"
        return {row["account_id"]: from_json(row["data"]) for row in rows}

    def compare(self, sent: Broadcast, expected: set[int], *, may_differ: bool) -> None:
        """Another language is marked always, and there only if its sender chose so or the reader joined later."""
        owed = self.owed()
        assert set(owed) == expected
        assert sent.recipients == len(expected)
        for account, data in owed.items():
            reader = Language(self.camp.languages[account])
            written = next(one for one in FALLBACK[reader] if one in sent.texts)
            assert (data["language"], data["text"]) == (written.value, TEXTS[written])
            assert written is reader or may_differ
            is_marked = STRICT[reader](f"broadcast-mark-{written.value}") in copy(STRICT[reader], data).text
            assert is_marked == (written is not reader)

    def compare_parts(self, sent: Broadcast, expected: Mapping[int, set[Role]]) -> None:
        """Who confirmed is told by streams: everybody is in those of their registrations in the audience, no other."""
        found = {one.id: one.number for one in acknowledgements.list_parts(self.tx, sent, "stream", LATER)}
        people: dict[int, set[int]] = {}
        for claim in self.camp.claims:
            alone = replace_claims(self.camp, claim)
            for account in set(members(alone, sent.audience)) & set(expected):
                people.setdefault(claim.stream, set()).add(account)
        assert found == {stream: len(accounts_) for stream, accounts_ in people.items()}

    def let_people_join(self, sent: Broadcast, had: set[int]) -> None:
        self.camp.add_family()
        for claim in [one for one in self.camp.claims if one.status == "waitlisted"][:1]:
            seat = 60 - claim.stream
            self.connection.execute(
                "UPDATE registrations SET status = 'confirmed', seat_number = ? WHERE id = ?", (seat, claim.id)
            )
            claim.status, claim.squad = "confirmed", self.squad_of(claim)
        for _ in range(2):
            broadcasting.tick(self.tx, now=LATER)
            postponing.tick_late(self.tx, now=LATER)
            sent = broadcasts.get(self.tx, sent.id)
            self.compare(sent, had | set(members(self.camp, sent.audience)), may_differ=True)
        assert sent.state is State.SENDING

    def squad_of(self, claim: Claim) -> int | None:
        row = self.connection.execute("SELECT squad_id FROM squad_members WHERE registration_id = ?", (claim.id,))
        found = row.fetchone()
        return None if found is None else int(found[0])

    def forget_somebody(self) -> None:
        """Let a student who is nothing else ask to be forgotten."""
        camp = self.camp
        busy = {one.account for one in camp.links} | {one.account for one in camp.grants}
        own = {own: one for one, own in camp.participants.items() if own and own not in busy}
        made = {one.maker for one in camp.claims if camp.participants[one.participant] is None}
        free = sorted(set(own) - made)
        if not free:
            return
        account = self.dice.choice(free)
        for step in (erasing.ask, erasing.ask_again, erasing.erase):
            telegram_id = accounts.get_row(self.tx, account)["telegram_id"]
            actor = accounts.find_actor(self.tx, telegram_id, offered=Language.EN, now=NOW)
            assert actor is not None
            step(self.tx, actor=actor, now=NOW, subject_id=erasing.MYSELF)
        camp.participants[own[account]] = None
        camp.claims = [one for one in camp.claims if one.participant != own[account]]
        for one in camp.claims:
            self.follow(one)

    def follow(self, claim: Claim) -> None:
        """Take over what leaving has handed on to others: places of the stream and of sessions."""
        (claim.status,) = self.ids("SELECT status FROM registrations WHERE id = ?", claim)
        claim.seated = self.ids("SELECT session_id FROM session_seats WHERE registration_id = ?", claim)
        claim.waiting = self.ids("SELECT session_id FROM session_queue WHERE registration_id = ?", claim)
        claim.squad = self.squad_of(claim) if claim.status == "confirmed" else None

    def ids(self, query: str, claim: Claim) -> set[Any]:
        return {row[0] for row in self.connection.execute(query, (claim.id,))}


def replace_claims(camp: Camp, claim: Claim) -> Camp:
    """Return a camp with one registration and nobody with a role."""
    return replace(camp, claims=[claim], grants=[])


def play(histories: int, queries: Mapping[str, str] | None = None) -> None:
    for number in range(histories):
        history = History(number, queries)
        try:
            history.play()
        finally:
            history.connection.execute("ROLLBACK")


def test_whatever_the_audience_everybody_in_it_gets_one_copy_and_nobody_else_any() -> None:
    play(HISTORIES)


SPOILED = {
    "the event": (":event_id IS NULL OR f.event_id = :event_id", "1 = 1"),
    "the programme": ("f.programme_id = :programme_id", "1 = 1"),
    "the stream": (":stream_id IS NULL OR f.stream_id = :stream_id", "1 = 1"),
    "the status": (":statuses LIKE '%,' || f.status || ',%'", "1 = 1"),
    "the role": (":roles LIKE '%,' || f.role || ',%'", "1 = 1"),
    "the bound": (":within IS NULL OR :within LIKE '%,' || f.unit_id || ',%'", "1 = 1"),
    "the unit": (":units IS NULL OR :units LIKE '%,' || f.unit_id || ',%'", "1 = 1"),
    "the session": (":sessions IS NULL AND :waiting IS NULL)\n", "1 = 1)\n"),
    "who waits": (
        "SELECT w.registration_id FROM session_queue w WHERE :waiting",
        "SELECT 0 FROM session_queue w WHERE :waiting",
    ),
    "the squad": (":squads IS NULL OR f.registration_id", "1 = 1 OR f.registration_id"),
    "the people": (":people LIKE '%,' || f.participant_id || ',%' AND", "1 = 0 AND"),
    "that people left": ("AND :reached LIKE '%,' || f.status || ',%'", ""),
    "only the people": (":is_only_picked = 0", "1 = 1"),
    "no people": (":no_people IS NULL OR", "1 = 1 OR"),
    "no units": (":no_units IS NULL OR f.unit_id", "1 = 1 OR f.unit_id"),
    "no sessions": (":no_sessions IS NULL OR", "1 = 1 OR"),
    "nobody who waits": (":no_waiting IS NULL OR", "1 = 1 OR"),
    "no squads": (":no_squads IS NULL OR f.", "1 = 1 OR f."),
    "that a role ended": ("g.expires_at IS NULL OR g.expires_at > :now", "1 = 1"),
    "that a role was taken": ("g.revoked_at IS NULL AND", ""),
    "the language": (":languages LIKE '%,' || COALESCE(a.language, 'kk') || ',%'", "1 = 1"),
    "whose text it is": ("WHEN 'kk' THEN :kk WHEN 'ru' THEN :ru", "WHEN 'kk' THEN :ru WHEN 'ru' THEN :kk"),
}
"""Each dimension left out, and two languages mixed up."""


@pytest.mark.parametrize("ignored", SPOILED)
def test_an_audience_that_ignores_something_is_found_out(ignored: str) -> None:
    was, becomes = SPOILED[ignored]
    own = prepared().queries
    spoiled = {name: text.replace(was, becomes) for name, text in own.items()}
    assert spoiled != own
    with pytest.raises(AssertionError):
        play(500, spoiled)
