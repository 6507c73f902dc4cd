"""Each chooses what reaches them: everything ordinary once, in a digest or in the list; emergencies at once."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import digesting
from bot.domain.attention import DIGEST, WEIGHTS, Attention, Weight, digest_for, may_wait
from bot.domain.errors import NotAvailableError
from bot.domain.notice import Notice, Priority
from storage import digests, outbox
from storage.database import Database, Transaction
from storage.outbox import Ended, Owed, State
from tests.actions.camp import ALMATY, NIGHT, at, camp
from tests.seed import meet, open_database

LEASE = timedelta(seconds=45)
EVENING, URGENT, EVERYTHING = Attention.EVENING, Attention.URGENT, Attention.EVERYTHING
ORDINARY = sorted(one for one, weight in WEIGHTS.items() if weight is Weight.ORDINARY)
NEWS = {"text": "News", "language": "en"}


class KilledError(Exception):
    """The program died here."""


@dataclass
class Life:
    """A database, its clock, and everything that arrived: (when, own id, ids inside)."""

    database: Database
    now: datetime
    dice: random.Random = field(default_factory=lambda: random.Random(0))
    deadliness: float = 0.0
    arrived: list[tuple[datetime, Owed, tuple[int, ...]]] = field(default_factory=list)
    put: dict[str, tuple[datetime, str]] = field(default_factory=dict)
    """Dedup key -> when, and what."""

    async def write(self, work: Any) -> Any:
        """Do something in one transaction, unless the program dies before it is committed."""

        def deadly(tx: Transaction) -> Any:
            done = work(tx)
            if self.dies():
                raise KilledError
            return done

        try:
            return await self.database.write(deadly)
        except KilledError:
            return None

    def dies(self) -> bool:
        return self.dice.random() < self.deadliness

    async def meet(self, number: int) -> Any:
        return await self.database.write(lambda tx: meet(tx, number))

    async def choose(self, actor: Any, **what: Any) -> None:
        await self.write(lambda tx: digesting.choose(tx, actor=actor, now=self.now, **what))

    async def owe(self, account_id: int, template: str = "broadcast", **more: Any) -> str:
        """Owe one message; it is owed however often the program dies."""
        key = f"n{len(self.put)}"
        notice = Notice(account_id=account_id, template=template, dedup_key=key, **{"data": NEWS, **more})
        await self.database.write(lambda tx: outbox.put(tx, notice, self.now))
        self.put[key] = (self.now, template if notice.priority is not Priority.EMERGENCY else "emergency")
        return key

    async def look(self) -> None:
        """Let the digests and the sender look once; the sender may die at any step."""
        await self.write(lambda tx: digesting.tick(tx, now=self.now, quiet=NIGHT))
        claimed: tuple[Owed, ...] = ()

        def claim(tx: Transaction) -> tuple[Owed, ...]:
            outbox.recover(tx, self.now)
            return outbox.claim(tx, self.now, 10, LEASE).owed

        claimed = await self.write(claim) or ()
        for owed in claimed:
            if self.dies():
                continue
            self.arrived.append((self.now, owed, tuple(one[0] for one in owed.data.get("items", ()))))
            if not self.dies():
                ended = Ended(owed=owed, state=State.SENT, message_id=len(self.arrived))
                await self.write(lambda tx, ended=ended: outbox.settle(tx, [ended], self.now))

    async def rows(self) -> dict[str, Any]:
        def read(tx: Transaction) -> dict[str, Any]:
            found = tx.connection.execute("SELECT * FROM outbox ORDER BY id").fetchall()
            return {row["dedup_key"]: row for row in found}

        return await self.database.read(read)

    def templates(self) -> list[str]:
        return [owed.template for _, owed, _ in self.arrived]


def test_what_is_counted_and_what_is_an_emergency_never_waits() -> None:
    assert may_wait("broadcast", NEWS, Priority.BULK)
    assert not may_wait("broadcast", {**NEWS, "asks": 7}, Priority.BULK)
    assert not may_wait("broadcast", NEWS, Priority.EMERGENCY)


def test_what_no_digest_is_in_time_for_is_kept_but_tomorrows_programme_still_comes() -> None:
    noon, evening = at("2027-07-06", "12:00"), at("2027-07-06", "20:00")
    assert digest_for(19, noon, None, ALMATY) == at("2027-07-06", "19:00")
    assert digest_for(19, noon, at("2027-07-06", "12:15"), ALMATY) is None
    assert digest_for(19, evening, at("2027-07-07", "18:00"), ALMATY) == evening
    assert digest_for(19, evening, at("2027-07-06", "20:15"), ALMATY) is None
    assert digest_for(18, evening, None, ALMATY) == at("2027-07-07", "18:00")


async def test_ordinary_messages_of_a_day_become_one_digest_and_urgent_ones_do_not_wait(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([], [])) as database:
        life = Life(database, at("2027-07-06", "10:00"))
        aru, bek = await life.meet(1), await life.meet(2)
        await life.choose(aru, attention=EVENING)
        for _ in range(3):
            await life.owe(aru.account_id)
        await life.owe(aru.account_id, "offer")
        await life.owe(aru.account_id, data={**NEWS, "asks": 1})
        await life.owe(aru.account_id, priority=Priority.EMERGENCY)
        await life.owe(bek.account_id)
        for _ in range(3):
            await life.look()
        assert sorted(life.templates()) == ["broadcast", "broadcast", "broadcast", "offer"]
        missed = await database.read(lambda tx: digesting.list_missed(tx, actor=aru, now=life.now))
        assert missed.total == 3
        life.now = at("2027-07-06", "18:59")
        await life.look()
        assert DIGEST not in life.templates()
        life.now = at("2027-07-06", "19:01")
        for _ in range(2):
            await life.look()
        assert [len(inside) for _, owed, inside in life.arrived if owed.template == DIGEST] == [3]
        rows = await life.rows()
        assert {row["state"] for row in rows.values()} == {"sent"}
        first = life.arrived[-1][2][0]
        opened = await database.read(lambda tx: digesting.open_missed(tx, actor=aru, now=life.now, message_id=first))
        assert opened.data == NEWS
        with pytest.raises(NotAvailableError):
            await database.read(lambda tx: digesting.open_missed(tx, actor=bek, now=life.now, message_id=first))


async def test_a_changed_choice_counts_at_once_also_for_what_waits(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([], [])) as database:
        life = Life(database, at("2027-07-06", "10:00"))
        aru = await life.meet(1)
        await life.choose(aru, hour=21)
        keys = [await life.owe(aru.account_id) for _ in range(2)]
        await life.look()
        await life.choose(aru, hour=18)
        life.now = at("2027-07-06", "18:00")
        await life.look()
        assert [(await life.rows())[key]["state"] for key in keys] == ["sent", "sent"]
        keys = [await life.owe(aru.account_id) for _ in range(2)]
        await life.look()
        await life.choose(aru, attention=URGENT)
        assert [(await life.rows())[key]["state"] for key in keys] == ["kept", "kept"]
        late = await life.owe(aru.account_id)
        await life.look()
        assert (await life.rows())[late]["state"] == "kept"
        await life.choose(aru, attention=EVERYTHING)
        at_once = await life.owe(aru.account_id)
        await life.look()
        assert (await life.rows())[at_once]["state"] == "sent"
        assert life.templates() == [DIGEST, "broadcast"]


async def test_a_digest_that_cannot_be_sent_takes_everything_in_it_along(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([], [])) as database:
        life = Life(database, at("2027-07-06", "10:00"))
        aru = await life.meet(1)
        await life.choose(aru, attention=EVENING)
        key = await life.owe(aru.account_id)
        await life.look()
        await database.write(lambda tx: tx.connection.execute("UPDATE accounts SET reach = 'blocked'"))
        life.now = at("2027-07-06", "19:00")
        await life.look()
        rows = await life.rows()
        assert {row["state"] for row in rows.values()} == {"unreachable"}, rows[key]["state"]


@pytest.mark.parametrize("seed", range(3))
async def test_whatever_dies_everything_ordinary_is_told_once_and_emergencies_at_once(
    tmp_path: Path, seed: int
) -> None:
    await check(await live(tmp_path, seed))


@pytest.mark.parametrize("name", ["end", "give_back", "collect"])
async def test_without_its_parts_the_same_life_would_lose_or_repeat_something(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    if name == "collect":
        real = digests.collect

        def again(tx: Transaction, account_id: int, now: datetime) -> int:
            tx.connection.execute("UPDATE outbox SET state = 'held', digest_id = NULL WHERE digest_id IS NOT NULL")
            return real(tx, account_id, now)

        monkeypatch.setattr(digests, name, again)
    else:
        monkeypatch.setattr(digests, name, lambda *_, **_more: None)
    with pytest.raises(AssertionError):
        await check(await live(tmp_path, 0))


async def live(folder: Path, seed: int) -> tuple[Life, dict[str, Any]]:
    """Live eight days with changing choices, and three more in which nothing dies."""
    dice = random.Random(seed)
    async with open_database(folder, camp([], [])) as database:
        life = Life(database, at("2027-07-06", "06:00"), dice, deadliness=0.1)
        actors = [await life.meet(number) for number in range(1, 5)]
        for _ in range(160):
            life.now += timedelta(minutes=dice.randint(1, 100))
            await step(life, dice.choice(actors))
            await life.look()
        life.deadliness = 0.0
        for _ in range(40):
            life.now += timedelta(hours=2)
            await life.look()
        return life, await life.rows()


async def step(life: Life, actor: Any) -> None:
    dice = life.dice
    match dice.randrange(6):
        case 0:
            await life.choose(actor, attention=dice.choice(list(Attention)))
        case 1:
            await life.choose(actor, hour=dice.choice((18, 19, 20, 21)))
        case 2:
            await life.owe(actor.account_id, priority=Priority.EMERGENCY)
            for _ in range(12):
                await life.look()
                life.now += timedelta(minutes=1)
        case _:
            more = {} if dice.random() < 0.6 else {"not_after": life.now + timedelta(hours=dice.randint(30, 60))}
            await life.owe(actor.account_id, dice.choice([*ORDINARY, "offer"]), **more)


async def check(lived: tuple[Life, dict[str, Any]]) -> None:
    """Compare what was owed with what arrived and what is kept."""
    life, rows = lived
    carriers: dict[int, set[int]] = defaultdict(set)
    first_at: dict[int, datetime] = {}
    for when, owed, inside in life.arrived:
        for one in inside or (owed.id,):
            carriers[one].add(owed.id)
            first_at.setdefault(one, when)
    seen: dict[str, int] = defaultdict(int)
    for key, (put_at, template) in life.put.items():
        row = rows[key]
        kept = row["state"] == "kept"
        is_lost = row["state"] == "unknown"  # its sender died eight times
        assert is_lost or row["state"] in {"sent", "kept"}, (key, template, row["state"])
        assert is_lost or len(carriers[row["id"]]) + kept == 1, (key, template, row["state"], carriers[row["id"]])
        if template == "emergency":
            assert first_at[row["id"]] - put_at <= timedelta(minutes=12), key
        waited = carriers[row["id"]] != {row["id"]}
        assert not waited or template in ORDINARY, (key, template)
        seen["kept" if kept else "digest" if waited else "alone"] += 1
    assert min(seen["kept"], seen["digest"], seen["alone"]) > 5, dict(seen)
