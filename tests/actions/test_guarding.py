"""Limits and links of guardians: nothing reaches a limited one, nobody guesses a link, nobody collects children."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.actions import consenting, deciding, drafting, guarding, guessing, offering, registering, telling
from bot.domain.access import Actor
from bot.domain.behalf import Behalf
from bot.domain.errors import DomainError, LinksPausedError, LinkUnusableError, NotAvailableError, TooManyChildrenError
from bot.domain.form import TextGiven
from bot.domain.guardian import MOST_CHILDREN, Limit
from bot.domain.registration import Registration
from bot.domain.tokens import hash_of
from storage import accounts, links, participants, registrations
from storage.database import Database, Transaction
from tests.actions.camp import bring_guardian, query
from tests.seed import NOW, meet, open_database, programme, register

MOTHER, FATHER, OWNER = 50, 51, 99


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """A database with one event for minors."""
    async with open_database(tmp_path, programme(audience="minors", capacity=100)) as opened:
        yield opened


def again(tx: Transaction, telegram_id: int) -> Actor:
    """Return somebody as they stand now."""
    return meet(tx, telegram_id, is_owner=telegram_id == OWNER)


def link_of(tx: Transaction, registration: Registration, telegram_id: int) -> int:
    """Return the link between a child and a guardian."""
    account_id = again(tx, telegram_id).account_id
    return next(
        one.link_id
        for one in participants.list_guardians(tx, registration.participant_id)
        if one.account_id == account_id
    )


Step = Callable[[Transaction, Registration, datetime, random.Random], object]


def _decide(verb: str) -> Step:
    def step(tx: Transaction, claim: Registration, now: datetime, chance: random.Random) -> object:
        at = {"registration_id": claim.id, "revision": claim.revision}
        reason = {} if verb in ("confirm", "undo") else {"reason": "why"}
        del chance
        return getattr(deciding, verb)(tx, actor=again(tx, OWNER), now=now, **at, **reason)

    return step


def _consent(tx: Transaction, claim: Registration, now: datetime, chance: random.Random) -> object:
    who = again(tx, chance.choice((MOTHER, FATHER)))
    return consenting.give(tx, actor=who, now=now, registration_id=claim.id, revision=claim.revision)


def _refuse(tx: Transaction, claim: Registration, now: datetime, chance: random.Random) -> object:
    who = again(tx, chance.choice((MOTHER, FATHER)))
    return consenting.refuse(tx, actor=who, now=now, registration_id=claim.id, revision=claim.revision, reason="dates")


def _offer(tx: Transaction, claim: Registration, now: datetime, chance: random.Random) -> object:
    who = again(tx, chance.choice((MOTHER, FATHER)))
    return offering.accept(tx, actor=who, now=now, registration_id=claim.id, revision=claim.revision)


def _cancel(tx: Transaction, claim: Registration, now: datetime, chance: random.Random) -> object:
    del chance
    child = accounts.get_row(tx, claim.account_id)["telegram_id"]
    return registering.cancel(tx, actor=again(tx, child), now=now, registration_id=claim.id, revision=claim.revision)


def _limit(tx: Transaction, claim: Registration, now: datetime, chance: random.Random) -> object:
    link_id, what = link_of(tx, claim, FATHER), chance.choice(tuple(Limit))
    where = {"registration_id": claim.id, "link_id": link_id}
    return guarding.limit(tx, actor=again(tx, OWNER), now=now, **where, what=what, reason="court")


def _lift(tx: Transaction, claim: Registration, now: datetime, chance: random.Random) -> object:
    del chance
    where = {"registration_id": claim.id, "link_id": link_of(tx, claim, FATHER)}
    return guarding.lift(tx, actor=again(tx, OWNER), now=now, **where)


STEPS: tuple[Step, ...] = (
    *(_decide(verb) for verb in ("confirm", "return_for_correction", "decline", "undo")),
    *(_consent, _consent, _refuse, _offer, _cancel, _limit, _limit, _lift),
)


async def _history(database: Database, seed: int, first: int) -> int:
    """Play one history; return how often somebody was told while the father might not know."""
    chance, now, told = random.Random(seed), NOW, 0
    claim = await database.write(lambda tx: register(tx, first))
    for telegram_id in (MOTHER, FATHER):
        await database.write(lambda tx, who=telegram_id: _allow_all(tx, who))  # type: ignore[misc]
        await database.write(lambda tx, who=telegram_id: bring_guardian(tx, claim, who, agrees=False))  # type: ignore[misc]
    for _ in range(14):
        now += timedelta(seconds=chance.choice((1, 30, 3600)))
        step = chance.choice(STEPS)
        try:
            await database.write(lambda tx: step(tx, registrations.get(tx, claim.id), now, chance))  # noqa: B023
        except (DomainError, KeyError, StopIteration):
            continue
        told += await _check(database, claim, now)
    return told


def _allow_all(tx: Transaction, telegram_id: int) -> None:
    account_id = again(tx, telegram_id).account_id
    participants.allow_children(tx, account_id, 1000, by=account_id, now=NOW)


async def _play_all(database: Database) -> int:
    """Play all histories; return how often others were told."""
    return sum([await _history(database, seed, 100 + seed) for seed in range(60)])


async def _check(database: Database, claim: Registration, now: datetime) -> int:
    """Fail when the father may not know and anything about the child is owed to him; return what is owed to others."""
    father = await database.write(lambda tx: again(tx, FATHER).account_id)
    knows = await database.read(lambda tx: participants.is_guardian(tx, claim.participant_id, father))
    if knows:
        return 0
    owed = await query(database, "SELECT account_id, data FROM outbox WHERE state = 'due'")
    about = [row["account_id"] for row in owed if f'"registration":{claim.id},' in row["data"]]
    assert father not in about, now
    return len(about)


async def test_a_guardian_who_may_not_know_is_never_owed_a_notice_in_any_history(database: Database) -> None:
    assert await _play_all(database) > 20


async def test_without_the_limits_the_same_histories_tell_the_guardian(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(participants, "list_knowing", participants.list_guardians)
    monkeypatch.setattr(telling, "participants", participants)
    monkeypatch.setattr(guarding, "_stop_notices", lambda tx, guardian, now: None)
    with pytest.raises(AssertionError):
        await _play_all(database)


async def test_a_hundred_thousand_guesses_find_nothing_and_are_hardly_ever_looked_up(database: Database) -> None:
    def guess(tx: Transaction) -> tuple[int, int]:
        guesser, now, looked_up, paused = again(tx, 7), NOW, 0, 0
        for number in range(100_000):
            now += timedelta(seconds=1)
            try:
                consenting.open_link(tx, actor=guesser, now=now, token_hash=hash_of(str(number)))
            except LinksPausedError:
                paused += 1
            except LinkUnusableError:
                looked_up += 1
                guessing.record_miss(tx, actor=guesser, now=now)
        return looked_up, paused

    looked_up, paused = await database.write(guess)
    assert looked_up + paused == 100_000
    assert looked_up < 25
    assert (await query(database, "SELECT count(*) AS n FROM guardian_links"))[0]["n"] == 0


async def test_a_day_of_rest_begins_the_count_anew(database: Database) -> None:
    def rest(tx: Transaction) -> None:
        person = again(tx, 7)
        for _ in range(guessing.FREE_MISSES + 1):
            guessing.record_miss(tx, actor=person, now=NOW)
        with pytest.raises(LinksPausedError):
            guessing.must_not_be_paused(tx, person, NOW)
        later = NOW + links.MEMORY + timedelta(seconds=1)
        assert links.count_misses(tx, person.account_id, later) == 0
        guessing.must_not_be_paused(tx, person, later)

    await database.write(rest)


def register_child(tx: Transaction, mother: Actor, name: str) -> Registration:
    """Let a guardian register a child with this name."""
    page = drafting.begin(tx, actor=mother, now=NOW, event_id=1, on_behalf=Behalf.CHILD)
    page = drafting.answer(
        tx, actor=mother, now=NOW, draft_id=page.draft.id, revision=None, given=TextGiven(f"Child {name}")
    )
    draft = page.draft
    return registering.submit(
        tx, actor=mother, now=NOW, draft_id=draft.id, revision=draft.revision, token_hash=f"t{draft.id}"
    ).registration


async def test_an_account_has_so_many_children_until_staff_allows_more(database: Database) -> None:
    def collect(tx: Transaction) -> None:
        mother, owner = again(tx, MOTHER), again(tx, OWNER)
        made = [register_child(tx, mother, "abcdefghij"[number] * 4) for number in range(MOST_CHILDREN)]
        with pytest.raises(TooManyChildrenError) as refused:
            register_child(tx, mother, "zzzz")
        guarding.report_many(tx, actor=mother, now=NOW, event_id=refused.value.event_id)
        where = {"registration_id": made[0].id, "link_id": link_of(tx, made[0], MOTHER)}
        assert guarding.read_ward(tx, actor=owner, now=NOW, **where).has_many
        with pytest.raises(NotAvailableError):
            guarding.allow_more(tx, actor=mother, now=NOW, **where)
        guarding.allow_more(tx, actor=owner, now=NOW, **where)

    await database.write(collect)
    told = await query(database, "SELECT account_id FROM outbox WHERE template = 'many-children'")
    owner_id = await database.write(lambda tx: again(tx, OWNER).account_id)
    assert [row["account_id"] for row in told] == [owner_id]
    await database.write(lambda tx: register_child(tx, again(tx, MOTHER), "yyyy"))


async def test_a_guardian_who_registered_and_was_limited_does_not_act_any_more(database: Database) -> None:
    def limited(tx: Transaction) -> None:
        claim = register_child(tx, again(tx, FATHER), "only")
        where = {"registration_id": claim.id, "link_id": link_of(tx, claim, FATHER)}
        guarding.limit(tx, actor=again(tx, OWNER), now=NOW, **where, what=Limit.MAY_NOT_KNOW, reason="court")
        for verb in (registering.read_card, guarding.read_circle):
            with pytest.raises(NotAvailableError):
                verb(tx, actor=again(tx, FATHER), now=NOW, registration_id=claim.id)
        assert telling.family_of(tx, registrations.get(tx, claim.id)) == ()
        assert accounts.get_row(tx, claim.account_id)["telegram_id"] == FATHER

    await database.write(limited)


async def test_when_the_acting_guardian_leaves_the_next_one_acts(database: Database) -> None:
    def leaves(tx: Transaction) -> None:
        claim = register_child(tx, again(tx, FATHER), "heir")
        bring_guardian(tx, claim, MOTHER, agrees=False)
        guarding.leave(tx, actor=again(tx, FATHER), now=NOW, registration_id=claim.id)
        found = registrations.get(tx, claim.id)
        assert found.account_id == again(tx, MOTHER).account_id
        assert found.acted_by == again(tx, FATHER).account_id
        assert participants.list_guardians(tx, claim.participant_id)[0].is_primary
        registering.cancel(tx, actor=again(tx, MOTHER), now=NOW, registration_id=claim.id, revision=found.revision)

    await database.write(leaves)
