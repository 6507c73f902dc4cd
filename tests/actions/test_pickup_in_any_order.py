"""Hundreds of short lives of a camp's pick-up: whatever anybody does, no child leaves with anybody but who may.

Guardians change lists and are limited, staff types, presses old buttons, asks and confirms for each other, bars people;
strangers press everything. What may be is counted here anew, and not by what is tested.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import barring, collecting, exempting, guarding, releasing
from bot.domain.access import Actor, Role
from bot.domain.errors import DomainError
from bot.domain.guardian import Limit
from bot.domain.language import Language
from bot.domain.pickup import Proof
from storage import accounts, participants, registrations
from storage.database import Database, Transaction
from tests import databases
from tests.actions.camp import bring_guardian
from tests.seed import NOW, meet, open_database, programme, register

SCENARIOS = int(os.environ.get("SCENARIOS", "40"))
CONTROLS = 60
STEPS = 30
CHILDREN, GUARDIANS, STAFF, CHECKER, STRANGERS = (1, 2), (501, 502), (901, 902, 903), 904, (801, 802)
NAMES = ("Saule Akhmetova", "Daulet Omarov", "Arman Seitov")
BARRED = {"Saule Akhmetova": "Ахметова Сауле", "Daulet Omarov": "Омаров Даулет", "Arman Seitov": "Сейтов Арман"}
HOUR = timedelta(hours=1)


class Over(Exception):
    """A life is over: what it did is undone."""


@dataclass
class Life:
    """What may be in one life, as this file knows it."""

    claims: dict[int, int] = field(default_factory=dict)
    ids: dict[int, int] = field(default_factory=dict)
    deciding: dict[int, set[int]] = field(default_factory=dict)
    knowing: dict[int, set[int]] = field(default_factory=dict)
    listed: dict[int, tuple[int, int, str]] = field(default_factory=dict)
    """Collector -> child, the guardian who named it, the name."""
    gone: dict[int, tuple[int, int, str]] = field(default_factory=dict)
    codes: dict[int, str] = field(default_factory=dict)
    asked: dict[int, tuple[int, int, str]] = field(default_factory=dict)
    """Outsider -> child, the member of staff who asked, the name."""
    called: dict[int, int] = field(default_factory=dict)
    seconds: dict[int, tuple[int, datetime]] = field(default_factory=dict)
    barred: dict[int, dict[int, str]] = field(default_factory=dict)
    """Child -> bar -> the name."""
    is_asked: set[int] = field(default_factory=set)
    out: dict[int, int] = field(default_factory=dict)
    released: int = 0
    outsiders: int = 0
    refused: int = 0


async def test_no_child_leaves_with_anybody_but_who_may(tmp_path: Path) -> None:
    released = outsiders = refused = 0
    async with open_database(tmp_path, programme(audience="minors")) as database:
        for seed in range(SCENARIOS):
            life = Life()
            with pytest.raises(Over):
                await database.write(lambda tx, seed=seed, life=life: live(tx, random.Random(seed), life))  # type: ignore[misc]
            released, outsiders, refused = released + life.released, outsiders + life.outsiders, refused + life.refused
    print(f"{SCENARIOS} lives: {released} handed over, {outsiders} of them to outsiders, {refused} deeds refused")
    assert released > SCENARIOS
    assert outsiders > SCENARIOS / 20
    assert refused > SCENARIOS


async def test_without_the_list_being_looked_at_others_are_released(tmp_path_factory: pytest.TempPathFactory) -> None:
    everybody = "SELECT * FROM collectors c WHERE c.registration_id = :registration_id AND c.kind <> 'outsider'"
    whole, again = tmp_path_factory.mktemp("whole"), tmp_path_factory.mktemp("again")
    assert not await found_in_lives(whole, careless={"collectors.standing": lambda _: everybody}, lives=10)
    # the statement that writes a leaving looks too; without both it happens
    careless = {"collectors.standing": lambda _: everybody, "leavings.add": without_standing}
    assert await found_in_lives(again, careless=careless)


async def test_without_the_bars_whoever_must_not_collect_gets_the_child(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(releasing, "must_not_be_barred", lambda *_: None)
    assert await found_in_lives(tmp_path)


async def test_without_the_right_strangers_hand_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Actor, "must_reach", lambda self, right, programme_id, event_id=None: None)
    assert await found_in_lives(tmp_path)


async def test_without_who_may_know_others_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(participants, "list_knowing", participants.list_guardians)
    assert await found_in_lives(tmp_path)


@databases.only_sqlite
async def test_without_the_schemas_word_a_child_leaves_twice_at_once(tmp_path: Path) -> None:
    once = "ON CONFLICT (registration_id) WHERE returned_at IS NULL AND undone_at IS NULL DO NOTHING"
    careless = {"leavings.add": lambda query: query.replace(once, "")}
    assert await found_in_lives(
        tmp_path, lambda tx: tx.connection.execute("DROP INDEX leaving_once_at_a_time"), careless
    )


def without_standing(query: str) -> str:
    """Return the statement that writes a leaving without its look at the list."""
    head, _, rest = query.partition("AND c.ended_at IS NULL")
    return head + rest[rest.index("ON CONFLICT") :]


async def found_in_lives(
    folder: Path,
    prepare: Callable[[Transaction], Any] = lambda _: None,
    careless: dict[str, Callable[[str], str]] | None = None,
    *,
    lives: int = CONTROLS,
) -> bool:
    """Tell whether the count finds something in some of the lives."""
    async with open_database(folder, programme(audience="minors")) as database:
        forget_rules(database, careless or {})
        await database.write(prepare)
        for seed in range(lives):
            try:
                await database.write(lambda tx, seed=seed: live(tx, random.Random(seed), Life()))  # type: ignore[misc]
            except AssertionError:
                return True
            except Over:
                pass
    return False


def forget_rules(database: Database, careless: dict[str, Callable[[str], str]]) -> None:
    """Change statements of an open database."""
    changed = {name: change(database._queries[name]) for name, change in careless.items()}
    database._queries = {**database._queries, **changed}


def live(tx: Transaction, dice: random.Random, life: Life) -> None:
    """Live through one life and look at what left after every step."""
    settle(tx, life)
    now = NOW
    for _ in range(STEPS):
        now += timedelta(minutes=dice.choice((0, 0, 1, 1, 1, 10, 50)))
        before = count(tx, "leavings"), count(tx, "outbox")
        tx.connection.execute("SAVEPOINT deed")
        try:
            dice.choice(DEEDS)(tx, dice, life, now)
        except DomainError:
            tx.connection.execute("ROLLBACK TO SAVEPOINT deed")
            life.refused += 1
        tx.connection.execute("RELEASE SAVEPOINT deed")
        look(tx, life, now, *before)
    raise Over


def count(tx: Transaction, table: str) -> int:
    return int(tx.connection.execute(f"SELECT COALESCE(max(id), 0) AS id FROM {table}").fetchone()["id"])  # noqa: S608


def settle(tx: Transaction, life: Life) -> None:
    """Let two children come whose guardians are the same two people, and the staff."""
    for telegram_id in (*STAFF, *STRANGERS, CHECKER):
        life.ids[telegram_id] = meet(tx, telegram_id).account_id
    for telegram_id in STAFF:
        grant(tx, life, telegram_id, Role.ORGANIZER if telegram_id != STAFF[-1] else Role.CHECKER)
    accounts.let_release(tx, accounts.newest_grant(tx, life.ids[STAFF[-1]]), may=True)
    grant(tx, life, CHECKER, Role.CHECKER)
    for child in CHILDREN:
        claim = register(tx, child)
        life.ids[child] = claim.account_id
        for guardian in GUARDIANS:
            life.ids[guardian] = bring_guardian(tx, claim, guardian, agrees=True)
        life.claims[child] = claim.id
        life.deciding[child], life.knowing[child] = set(GUARDIANS), set(GUARDIANS)
        life.barred[child] = {}
        for full_name in NAMES[:2]:
            add(tx, life, child, GUARDIANS[0], full_name, 1000 * child + len(life.listed))


def add(tx: Transaction, life: Life, child: int, guardian: int, full_name: str, number: int) -> None:
    """Let a guardian put somebody on the list by name."""
    of: dict[str, Any] = {"actor": actor(tx, guardian), "now": NOW, "registration_id": life.claims[child]}
    _, added = collecting.name(tx, full_name=full_name, number=number, **of)
    life.listed[added.id] = (child, guardian, full_name)
    life.codes[added.id] = added.person.code


def grant(tx: Transaction, life: Life, telegram_id: int, role: Role) -> None:
    given: dict[str, Any] = {"account_id": life.ids[telegram_id], "programme_id": 1, "granted_by": None, "now": NOW}
    accounts.add_grant(tx, role=role, **given)


def actor(tx: Transaction, telegram_id: int) -> Actor:
    found = accounts.find_actor(tx, telegram_id, offered=Language.EN, now=NOW)
    assert found is not None
    return found


def anybody(dice: random.Random, *likely: int) -> int:
    """Return one of those whose deed it is, or now and then anybody else."""
    return dice.choice(likely if dice.random() < 0.8 else (*CHILDREN, *GUARDIANS, *STAFF, CHECKER, *STRANGERS))


def name(tx: Transaction, dice: random.Random, life: Life, now: datetime) -> None:
    child, who, full_name = dice.choice(CHILDREN), anybody(dice, *GUARDIANS), dice.choice(NAMES)
    of: dict[str, Any] = {
        "actor": actor(tx, who),
        "now": now,
        "registration_id": life.claims[child],
        "number": dice.randrange(10**6),
    }
    if dice.random() < 0.3:
        _, added = collecting.collect_myself(tx, **of)
    else:
        _, added = collecting.name(tx, full_name=full_name, **of)
    assert who in life.deciding[child], f"{who} changes the list of {child}"
    life.listed[added.id] = (child, who, added.person.name)
    life.codes[added.id] = added.person.code


def let_alone(tx: Transaction, dice: random.Random, life: Life, now: datetime) -> None:
    child, who, may = dice.choice(CHILDREN), anybody(dice, *GUARDIANS), dice.random() < 0.6
    of: dict[str, Any] = {"actor": actor(tx, who), "now": now, "registration_id": life.claims[child]}
    page = collecting.let_go_alone(tx, may=may, **of)
    assert who in life.deciding[child], f"{who} lets {child} go alone"
    for one in [one for one, (whose, _, called) in life.listed.items() if whose == child and not called]:
        life.gone[one] = life.listed.pop(one)
    if page.alone is not None:
        life.listed[page.alone.id] = (child, who, "")


def remove(tx: Transaction, dice: random.Random, life: Life, now: datetime) -> None:
    if not life.listed:
        return
    one, who = dice.choice(sorted(life.listed)), anybody(dice, *GUARDIANS)
    child = life.listed[one][0]
    of: dict[str, Any] = {"actor": actor(tx, who), "now": now, "registration_id": life.claims[child]}
    collecting.remove(tx, collector_id=one, **of)
    assert who in life.deciding[child], f"{who} takes {one} off"
    life.gone[one] = life.listed.pop(one)
    if dice.random() < 0.2 and life.gone[one][2] in NAMES:
        collecting.restore(tx, collector_id=one, **of)
        life.listed[one] = life.gone.pop(one)


def limit(tx: Transaction, dice: random.Random, life: Life, now: datetime) -> None:
    child, who, guardian = dice.choice(CHILDREN), anybody(dice, *STAFF[:2]), dice.choice(GUARDIANS)
    claim = registrations.get(tx, life.claims[child])
    link = next(
        one for one in participants.list_guardians(tx, claim.participant_id) if one.account_id == life.ids[guardian]
    )
    of: dict[str, Any] = {"actor": actor(tx, who), "now": now, "registration_id": claim.id, "link_id": link.link_id}
    if dice.random() < 0.5:
        guarding.lift(tx, **of)
        life.deciding[child].add(guardian)
        life.knowing[child].add(guardian)
        return
    what = dice.choice(list(Limit))
    guarding.limit(tx, what=what, reason="court", **of)
    life.deciding[child].discard(guardian)
    life.knowing[child].add(guardian)
    if what is Limit.MAY_NOT_KNOW:
        life.knowing[child].discard(guardian)


def press(tx: Transaction, dice: random.Random, life: Life, now: datetime) -> None:
    """Press a button of some screen, old or new, of this child or of the other."""
    child, who = dice.choice(CHILDREN), anybody(dice, *STAFF)
    shown = sorted({**life.listed, **life.gone, **life.asked})
    one, proof = dice.choice(shown), dice.choice(list(Proof))
    if life.seconds and dice.random() < 0.7:
        one = max(life.seconds)
        child, who, proof = life.asked[one][0], anybody(dice, life.asked[one][1]), Proof.DOCUMENT
    elif dice.random() < 0.7:
        one = dice.choice([one for one, (whose, _, _) in {**life.listed, **life.gone}.items() if whose == child])
        proof = Proof.CONSENT if not {**life.listed, **life.gone}[one][2] else Proof.DOCUMENT
    seen = tx.connection.execute(
        "SELECT count(*) AS number FROM leavings WHERE registration_id = ?", (life.claims[child],)
    ).fetchone()["number"]
    of: dict[str, Any] = {"actor": actor(tx, who), "now": now, "registration_id": life.claims[child]}
    releasing.hand_over(tx, collector_id=one, proof=proof, seen=seen, **of)


def type_code(tx: Transaction, dice: random.Random, life: Life, now: datetime) -> None:
    child, who = dice.choice(CHILDREN), anybody(dice, *STAFF)
    accounts.set_place(tx, life.ids[who], releasing.CODE, {"registration": life.claims[child]})
    own = [code for one, code in life.codes.items() if life.listed.get(one, (0,))[0] == child]
    text = dice.choice([*own, *own, *life.codes.values(), "000000", "hello"])
    releasing.hand_over_by_code(tx, actor=actor(tx, who), now=now, text=text)


def come_back(tx: Transaction, dice: random.Random, life: Life, now: datetime) -> None:
    child, who = dice.choice(CHILDREN), anybody(dice, *STAFF)
    if child not in life.out:
        return
    of: dict[str, Any] = {"actor": actor(tx, who), "now": now, "registration_id": life.claims[child]}
    dice.choice((releasing.undo, releasing.take_in, releasing.take_in))(tx, leaving_id=life.out[child], **of)
    assert who in STAFF, f"{who} takes {child} in"
    del life.out[child]


def ask(tx: Transaction, dice: random.Random, life: Life, now: datetime) -> None:
    child, who, full_name = dice.choice(CHILDREN), anybody(dice, *STAFF), dice.choice(NAMES)
    of: dict[str, Any] = {"now": now}
    exempting.begin(tx, actor=actor(tx, who), registration_id=life.claims[child], **of)
    _, added = exempting.ask(tx, actor=actor(tx, who), full_name=full_name, **of)
    assert full_name not in life.barred[child].values(), f"{full_name} is barred and asked for"
    life.asked[added.id] = (child, who, full_name)
    if dice.random() < 0.8:
        guardian = dice.choice(GUARDIANS)
        about: dict[str, Any] = {"registration_id": life.claims[child], "collector_id": added.id}
        exempting.note_call(tx, actor=actor(tx, who), account_id=life.ids[guardian], **about, **of)
        assert guardian in life.deciding[child], f"{guardian} was called"
        life.called[added.id] = guardian


def confirm(tx: Transaction, dice: random.Random, life: Life, now: datetime) -> None:
    if not life.asked:
        return
    one, who = max(life.asked) if dice.random() < 0.7 else dice.choice(sorted(life.asked)), anybody(dice, *STAFF)
    about: dict[str, Any] = {"registration_id": life.claims[life.asked[one][0]], "collector_id": one}
    deed = exempting.refuse if dice.random() < 0.1 else exempting.confirm
    deed(tx, actor=actor(tx, who), now=now, **about)
    if deed is exempting.confirm:
        life.seconds[one] = (who, now)


def bar(tx: Transaction, dice: random.Random, life: Life, now: datetime) -> None:
    child, who, full_name = dice.choice(CHILDREN), anybody(dice, *STAFF[:2]), dice.choice(NAMES)
    of: dict[str, Any] = {"now": now}
    if life.barred[child] and dice.random() < 0.5:
        one = dice.choice(sorted(life.barred[child]))
        about: dict[str, Any] = {"registration_id": life.claims[child], "bar_id": one}
        if dice.random() < 0.5:
            barring.ask_lift(tx, actor=actor(tx, who), **about, **of)
            life.is_asked.add(one)
            return
        guardian = anybody(dice, *GUARDIANS)
        barring.answer_lift(tx, actor=actor(tx, guardian), may_collect=True, **about, **of)
        assert one in life.is_asked, "nobody asked"
        assert guardian in life.deciding[child], f"{guardian} lifts a bar"
        del life.barred[child][one]
        return
    barring.begin(tx, actor=actor(tx, who), registration_id=life.claims[child], **of)
    _, added = barring.bar(tx, actor=actor(tx, who), full_name=BARRED[full_name], **of)
    assert who in STAFF[:2], f"{who} bars somebody"
    life.barred[child][added.id] = full_name


DEEDS = (
    name,
    name,
    let_alone,
    remove,
    limit,
    *(press,) * 5,
    type_code,
    type_code,
    *(come_back,) * 5,
    *(ask,) * 4,
    *(confirm,) * 5,
    bar,
)


def look(tx: Transaction, life: Life, now: datetime, left: int, told: int) -> None:
    """Compare every child that has just left with what may be."""
    children = {claim_id: child for child, claim_id in life.claims.items()}
    people = {account_id: telegram_id for telegram_id, account_id in life.ids.items()}
    for row in tx.connection.execute("SELECT * FROM leavings WHERE id > ? ORDER BY id", (left,)).fetchall():
        child, one = children[row["registration_id"]], row["collector_id"]
        assert people[row["released_by"]] in STAFF, "somebody else handed a child over"
        assert child not in life.out, "a child left twice"
        if row["kind"] == "outsider":
            must_stand_for(life, row, people, child, now)
        else:
            whose, namer, called = life.listed.get(one, (0, 0, ""))
            assert whose == child, f"{child} left with {one}, who is not on its list"
            assert namer in life.deciding[child], f"{namer} named {one} and may not decide"
            assert called not in life.barred[child].values(), f"{called} is barred"
        life.out[child] = row["id"]
        life.released += 1
        must_be_told(tx, life, child, told, people)


def must_stand_for(life: Life, row: Any, people: dict[int, int], child: int, now: datetime) -> None:
    """Look at a child that left with an outsider."""
    one = row["collector_id"]
    whose, asked_by, called = life.asked[one]
    second, at = life.seconds[one]
    assert (whose, asked_by) == (child, people[row["released_by"]])
    assert second in STAFF, "the second is none of the staff"
    assert second != asked_by, "one of the staff alone"
    assert now - at < HOUR, "confirmed long ago"
    assert one in life.called, "nobody was called"
    assert called not in life.barred[child].values(), f"{called} is barred"
    life.outsiders += 1


def must_be_told(tx: Transaction, life: Life, child: int, told: int, people: dict[int, int]) -> None:
    """Look at who is told of a child that has just left, and how urgently."""
    rows = tx.connection.execute(
        "SELECT account_id, priority FROM outbox WHERE id > ? AND template = 'pickup-left'", (told,)
    ).fetchall()
    assert {people[row["account_id"]] for row in rows} == life.knowing[child], "others are told than those who may know"
    assert {row["priority"] for row in rows} <= {1}, "what can wait goes first"
