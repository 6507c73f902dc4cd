"""Thousands of short lives of a camp: whatever happens, a conversation is read by those who may and by nobody else.

Some camps have a staff group: what goes there and what comes from there is counted with the rest.

The figures are counted here anew, out of the roles and links as this file made them, and not by what is tested.
"""

from __future__ import annotations

import json
import os
import random
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import answering, asking, concluding, connecting, hearing, pressing, relaying
from bot.domain.access import Actor, Role
from bot.domain.errors import DomainError
from bot.domain.language import Language
from bot.domain.thread import Words
from storage import accounts, participants
from storage.database import Transaction
from tests.actions.camp import bring_guardian, camp
from tests.seed import NOW, meet, open_database, register

SCENARIOS = int(os.environ.get("SCENARIOS", "100"))
STEPS = 14
GROUP = -1_001_000_000_001
OWNER, STAFF, CHILDREN, GUARDIANS, STRANGERS = 900, range(901, 905), range(1, 4), range(501, 505), (801, 802)


class Over(Exception):
    """A scenario is over: what it did is undone."""


@dataclass
class Life:
    """Who is who in one scenario, as it was made here."""

    ids: dict[int, int] = field(default_factory=dict)
    staff: set[int] = field(default_factory=set)
    knowing: dict[int, set[int]] = field(default_factory=dict)
    relayed: int = 0
    refused: int = 0
    grouped: int = 0


async def test_no_word_passes_between_a_child_and_an_adult_unseen_and_none_reaches_a_stranger(tmp_path: Path) -> None:
    relayed = refused = grouped = 0
    async with open_database(tmp_path, camp([], [], audience="minors")) as database:
        for seed in range(SCENARIOS):
            life = Life()
            with pytest.raises(Over):
                await database.write(lambda tx, seed=seed, life=life: live(tx, random.Random(seed), life))  # type: ignore[misc]
            relayed, refused, grouped = relayed + life.relayed, refused + life.refused, grouped + life.grouped
    assert relayed > SCENARIOS / 2, "the scenarios must really pass words on"
    assert grouped > SCENARIOS / 4, "and some of them through a group"
    print(f"{SCENARIOS} scenarios: {relayed} words passed on, {grouped} shown in a group, {refused} steps refused")
    assert refused > SCENARIOS / 10, "and there must be some that had to be refused"


async def test_the_count_finds_a_camp_that_lets_one_adult_talk_to_a_child(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (asking, hearing):
        monkeypatch.setattr(module, "must_be_heard_by_two", lambda *_: None)
    assert await found_in_lives(tmp_path)


async def test_the_count_finds_a_camp_that_tells_guardians_who_may_not_know(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(participants, "list_knowing", participants.list_guardians)
    assert await found_in_lives(tmp_path)


async def test_the_count_finds_a_group_that_shows_a_child_to_one_adult(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relaying, "_may_show", lambda *_: True)
    assert await found_in_lives(tmp_path)


async def test_the_count_finds_a_group_that_passes_on_what_anybody_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relaying, "may_speak", lambda *_: True)
    assert await found_in_lives(tmp_path)


async def found_in_lives(folder: Path) -> int:
    """Return in how many of sixty lives the count finds something."""
    found = 0
    async with open_database(folder, camp([], [], audience="minors")) as database:
        for seed in range(60):
            try:
                await database.write(lambda tx, seed=seed: live(tx, random.Random(seed), Life()))  # type: ignore[misc]
            except AssertionError:
                found += 1
            except Over:
                pass
    return found


def live(tx: Transaction, dice: random.Random, life: Life) -> None:
    """Live through one scenario and look at what went out after every step."""
    settle(tx, dice, life)
    for step in range(STEPS):
        now = NOW + timedelta(minutes=step * dice.choice((1, 20, 90)))
        before = tx.connection.execute("SELECT COALESCE(max(id), 0) AS id FROM outbox").fetchone()["id"]
        said = tx.connection.execute("SELECT COALESCE(max(id), 0) AS id FROM thread_messages").fetchone()["id"]
        try:
            act(tx, dice, life, now)
        except DomainError:
            life.refused += 1
        look(tx, life, before, said)
        if dice.random() < 0.4:
            show(tx, life, now)
    raise Over


def show(tx: Transaction, life: Life, now: datetime) -> None:
    """Put into the group what it lacks, as the watch does, and look at what that is."""
    names = {account_id: telegram_id for telegram_id, account_id in life.ids.items()}
    for owing in relaying.list_owing(tx, now=now):
        for lack in owing.lacks:
            thread = lack.thread
            asker = names[thread.account_id]
            readers = life.staff - {asker}
            assert asker not in CHILDREN or len(readers) >= 2, f"the group shows {asker} to {readers} only"
            life.grouped += len(lack.messages)
            topic = replace(lack.topic, topic_id=1000 + thread.id, card_id=1, shown=thread.revision)
            relaying.keep_topic(tx, topic=topic)
            for said in lack.messages:
                relaying.post(tx, message_id=said.id, telegram_id=said.id)


def settle(tx: Transaction, dice: random.Random, life: Life) -> None:
    """Let people come: one owner or none, a few organizers, children, guardians of whom some may not know."""
    for telegram_id in (*STAFF, *STRANGERS, OWNER):
        life.ids[telegram_id] = meet(tx, telegram_id, is_owner=telegram_id == OWNER and dice.random() < 0.7).account_id
    if actor(tx, OWNER).is_owner:
        life.staff.add(OWNER)
    for child in CHILDREN:
        claim = register(tx, child)
        life.ids[child] = claim.account_id
        life.knowing[child] = set()
        for guardian in dice.sample(GUARDIANS, dice.randint(0, 2)):
            life.ids[guardian] = bring_guardian(tx, claim, guardian, agrees=False)
            life.knowing[child].add(guardian)
    for telegram_id in STAFF:
        if dice.random() < 0.4:
            enlist(tx, life, telegram_id)
    for telegram_id in dice.sample([*life.ids], len(life.ids)):
        gather(tx, life, telegram_id)


def gather(tx: Transaction, life: Life, telegram_id: int) -> None:
    """Let somebody try to connect the group: staff may."""
    person = actor(tx, telegram_id)
    try:
        room = connecting.ask(tx, actor=person, now=NOW, chat_id=GROUP).room
        connecting.connect(tx, actor=person, now=NOW, room_id=room.id, event_id=1)
    except DomainError:
        return
    assert telegram_id in life.staff, f"{telegram_id} has connected a group"


def act(tx: Transaction, dice: random.Random, life: Life, now: datetime) -> None:
    """Let somebody do something, whether or not it is theirs to do."""
    who = dice.choice([*life.ids])
    person, deed = actor(tx, who), dice.randrange(14)
    rows = tx.connection.execute("SELECT id, revision FROM threads").fetchall()
    chosen = dice.choice(rows) if rows else {"id": 1, "revision": 0}
    about = {"thread_id": chosen["id"]}
    match deed:
        case 0 | 1 | 2:
            asking.begin(tx, actor=person, now=now, event_id=1, registration_id=0)
            person = actor(tx, who)
            if person.place == asking.ASK:
                asking.type_question(tx, actor=person, now=now, words=Words(text="Where is the gate?"))
        case 3 | 4:
            asking.open_thread(tx, actor=person, now=now, **about)
            person = actor(tx, who)
            if person.place == hearing.THREAD:
                asking.write(tx, actor=person, now=now, words=Words(text="And when?"))
        case 5 | 6:
            answering.claim(tx, actor=person, now=now, revision=chosen["revision"], **about)
        case 7 | 8:
            answering.begin_answer(tx, actor=person, now=now, **about)
            answering.answer(tx, actor=actor(tx, who), now=now, words=Words(text="At ten"))
        case 9:
            concluding.flag(tx, actor=person, now=now, **about)
            pressing.tick(tx, now=now)
        case 10 | 11:
            place = {"chat_id": GROUP, "topic_id": 1000 + chosen["id"], "telegram_id": 5000 + dice.randrange(10**6)}
            relaying.say(tx, actor=person, now=now, words=Words(text="In the topic"), **place)
        case 12:
            change_staff(tx, dice, life, now)
        case _:
            change_family(tx, dice, life)


def look(tx: Transaction, life: Life, before: int, said: int) -> None:
    """Compare what went out with who may read it."""
    names = {account_id: telegram_id for telegram_id, account_id in life.ids.items()}
    threads = {row["id"]: row for row in tx.connection.execute("SELECT * FROM threads").fetchall()}
    sent = tx.connection.execute(
        "SELECT account_id, template, data FROM outbox WHERE id > ? AND template LIKE 'thread-%'", (before,)
    ).fetchall()
    for row in sent:
        thread = threads[thread_of(row["data"])]
        asker, reader = names[thread["account_id"]], names[row["account_id"]]
        may = {asker} | (life.staff - {asker}) | life.knowing.get(asker, set())
        assert reader in may, f"{row['template']} of {asker} reached {reader}"
    new = "SELECT thread_id, account_id, is_staff FROM thread_messages WHERE id > ?"
    for row in tx.connection.execute(new, (said,)).fetchall():
        asker, writer = names[threads[row["thread_id"]]["account_id"]], names[row["account_id"]]
        assert not row["is_staff"] or writer in life.staff, f"{writer} speaks for the camp"
        assert not row["is_staff"] or threads[row["thread_id"]]["owner_id"] == row["account_id"], (
            f"{writer} took nothing"
        )
        readers = {one for one in life.staff - {asker} if may_open(tx, one, row["thread_id"])}
        life.relayed += 1
        assert asker not in CHILDREN or len(readers) >= 2, f"{asker} talks to {readers} only"
    for thread_id, thread in threads.items():
        asker = names[thread["account_id"]]
        for one in life.ids:
            is_reader = one in life.staff and one != asker
            assert may_open(tx, one, thread_id) is is_reader, f"{one} opens the question of {asker}: {not is_reader}"


def may_open(tx: Transaction, telegram_id: int, thread_id: int) -> bool:
    """Tell whether somebody opens a conversation as staff."""
    try:
        answering.read_case(tx, actor=actor(tx, telegram_id), now=NOW, thread_id=thread_id)
    except DomainError:
        return False
    return True


def thread_of(data: str) -> int:
    return int(json.loads(data)["thread"])


def actor(tx: Transaction, telegram_id: int) -> Actor:
    """Return somebody as they stand now."""
    found = accounts.find_actor(tx, telegram_id, offered=Language.EN, now=NOW)
    assert found is not None
    return found


def enlist(tx: Transaction, life: Life, telegram_id: int) -> None:
    """Make somebody an organizer of the programme."""
    given: dict[str, Any] = {"account_id": life.ids[telegram_id], "programme_id": 1, "granted_by": None, "now": NOW}
    accounts.add_grant(tx, role=Role.ORGANIZER, **given)
    life.staff.add(telegram_id)


def change_staff(tx: Transaction, dice: random.Random, life: Life, now: datetime) -> None:
    """Let an organizer come or go."""
    telegram_id = dice.choice(STAFF)
    if telegram_id in life.staff:
        for row in accounts.list_grants(tx, life.ids[telegram_id], now=now):
            accounts.revoke_grant(tx, row["id"], now)
        life.staff.discard(telegram_id)
    else:
        enlist(tx, life, telegram_id)


def change_family(tx: Transaction, dice: random.Random, life: Life) -> None:
    """Let a guardian lose the right to know."""
    child = dice.choice(CHILDREN)
    for guardian in sorted(life.knowing[child])[:1]:
        tx.connection.execute(
            "UPDATE guardian_links SET may_decide = 0, may_know = 0, limited_at = 1, is_primary = 0 "
            "WHERE account_id = ? AND participant_id = (SELECT id FROM participants WHERE account_id = ?)",
            (life.ids[guardian], life.ids[child]),
        )
        life.knowing[child].discard(guardian)
