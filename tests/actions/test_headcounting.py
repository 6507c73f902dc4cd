"""Head counts: how many presses they take, that no tap is lost, that nobody else's or an old button changes one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import headcounting, marking, mustering, registering, spreading
from bot.domain.access import Actor, Role
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.headcount import LIFE, Mark
from bot.domain.language import Language
from bot.domain.squad import Schools
from storage import accounts, events, headcounts, registrations, squads
from storage.database import Database, Transaction
from storage.values import from_json, micros
from tests.actions.camp import query
from tests.seed import NOW, fill_in, meet, open_database, programme, submit

MINUTE = timedelta(seconds=60)
OWNER, FIRST_LEADER = 9_000, 9_001


class Camp:
    """A camp in squads, each with a leader, whose owner counts heads; every press is counted."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.presses = 0
        self.now = NOW

    async def press(self, who: int, action: Any, **arguments: Any) -> Any:
        """Let somebody press once."""
        self.presses += 1
        return await self.database.write(
            lambda tx: action(tx, actor=meet(tx, who, is_owner=who == OWNER), now=self.now, **arguments)
        )

    async def begin(self) -> Any:
        return await self.press(OWNER, headcounting.begin, event_id=1, is_chosen=False, message_id=7)

    async def tap(self, squad_id: int, child: int, mark: Mark, *, by: int | None = None, count: int = 1) -> Any:
        about = {"headcount_id": count, "squad_id": squad_id, "registration_id": child}
        return await self.press(by or FIRST_LEADER - 1 + squad_id, marking.mark, mark=mark, **about)

    async def done(self, squad_id: int, rest: Mark = Mark.PRESENT, *, by: int | None = None, count: int = 1) -> Any:
        about = {"headcount_id": count, "squad_id": squad_id, "rest": rest}
        return await self.press(by or FIRST_LEADER - 1 + squad_id, marking.finish, **about)

    async def live(self) -> Any:
        return await self.database.read(
            lambda tx: headcounting.read_live(tx, actor=meet_owner(tx), now=self.now, headcount_id=1)
        )

    async def tick(self, now: datetime) -> int:
        return await self.database.write(lambda tx: headcounting.tick(tx, now=now))

    async def told(self, template: str) -> list[int]:
        """Return who was told something, in order."""
        rows = await query(self.database, "SELECT account_id, template FROM outbox ORDER BY id")
        return [row["account_id"] for row in rows if row["template"] == template]


def meet_owner(tx: Transaction) -> Actor:
    actor = accounts.find_actor(tx, OWNER, offered=Language.EN, now=NOW)
    assert actor is not None
    return actor


def settle(tx: Transaction, children: int, leaders: Sequence[int], owner_id: int = OWNER, event_id: int = 1) -> None:
    """Register children for one stream, spread them evenly over as many squads as there are leaders."""
    owner, event = meet(tx, owner_id, is_owner=True), events.get(tx, event_id)
    about: dict[str, Any] = {"actor": owner, "now": NOW, "event_id": event_id}
    for number in range(1, children + 1):
        actor = meet(tx, number)
        submit(tx, actor, fill_in(tx, actor, event_id))
    mustering.make(tx, stream_id=event.streams[0].id, count=len(leaders), **about)
    spreading.distribute(tx, schools=Schools.MIXED, placed=children, **about)
    for squad, leader in zip(squads.list_of_event(tx, event_id), leaders, strict=True):
        lead(tx, squad.id, leader, event)


def lead(tx: Transaction, squad_id: int, telegram_id: int, event: Event | None = None) -> None:
    """Let somebody lead a squad."""
    about: dict[str, Any] = {"role": Role.LEADER, "granted_by": None, "now": NOW}
    whose: dict[str, Any] = {"programme_id": event.programme_id if event else 1, "event_id": event.id if event else 1}
    accounts.add_grant(tx, account_id=meet(tx, telegram_id).account_id, squad_id=squad_id, **whose, **about)


@asynccontextmanager
async def camp(folder: Path, children: int, count: int) -> AsyncIterator[Camp]:
    async with open_database(folder, programme(capacity=children)) as database:
        leaders = range(FIRST_LEADER, FIRST_LEADER + count)
        await database.write(lambda tx: settle(tx, children, leaders))
        yield Camp(database)


async def roll(own: Camp, squad_id: int) -> list[int]:
    """Return the children of a squad."""
    rows = await query(own.database, "SELECT registration_id, squad_id FROM squad_members ORDER BY registration_id")
    return [row["registration_id"] for row in rows if row["squad_id"] == squad_id]


async def test_three_hundred_children_are_counted_with_one_press_a_squad_and_one_for_each_who_is_missing(
    tmp_path: Path,
) -> None:
    async with camp(tmp_path, 300, 10) as own:
        live = await own.begin()
        assert (live.figures.expected, live.figures.open, len(live.late)) == (300, 300, 10)
        lists = await query(own.database, "SELECT data FROM outbox WHERE template = 'headcount'")
        assert sum(len(from_json(row["data"])["children"]) for row in lists) == 300
        assert len(await own.told("headcount")) == 10
        lost = (await roll(own, 4))[:2]
        for child in lost:
            await own.tap(4, child, Mark.MISSING)
        own.now = NOW + timedelta(seconds=100)
        for squad_id in range(1, 11):
            await own.done(squad_id)
        assert own.presses == 1 + 10 + 2
        live = await own.live()
        assert (live.figures.present, live.figures.missing, live.figures.open) == (298, 2, 0)
        assert live.headcount.took == timedelta(seconds=100)
        assert [(part.squad.number, child.registration_id, child.marked_at) for part, child in live.missing] == [
            (4, child, NOW) for child in lost
        ]
        found = await own.tap(4, lost[0], Mark.PRESENT)
        assert found.part.figures.missing == 1


async def test_two_leaders_who_tap_at_once_lose_no_tap_and_a_late_green_button_finds_nobody(tmp_path: Path) -> None:
    async with camp(tmp_path, 12, 2) as own:
        await own.database.write(lambda tx: lead(tx, 1, 9_500))
        await own.begin()
        children = await roll(own, 1)
        for first, second in zip(children[:3], children[3:], strict=True):
            await own.tap(1, first, Mark.MISSING)
            await own.tap(1, second, Mark.MISSING, by=9_500)
        await own.tap(1, children[0], Mark.OPEN)
        await own.tap(1, children[1], Mark.MISSING, by=9_500)
        done = await own.done(1)
        assert (done.part.figures.present, done.part.figures.missing) == (1, 5)
        late = await own.tap(1, children[0], Mark.MISSING, by=9_500)
        assert late.part.figures.missing == 6
        again = await own.done(1, Mark.PRESENT, by=9_500)
        assert again.part.figures.missing == 6
        with pytest.raises(StaleError):
            await own.tap(1, children[0], Mark.OPEN)
        one_by_one = await own.done(2, Mark.MISSING)
        assert one_by_one.part.figures.missing == 6


async def test_buttons_of_an_earlier_count_and_of_another_squad_change_nothing(tmp_path: Path) -> None:
    async with camp(tmp_path, 6, 2) as own:
        await own.begin()
        assert (await own.begin()).headcount.id == 1
        children = await roll(own, 1)
        await own.press(OWNER, headcounting.close, headcount_id=1)
        second = await own.begin()
        assert second.headcount.id == 2
        before = await query(own.database, "SELECT * FROM headcount_children ORDER BY headcount_id, registration_id")
        for stale in (own.tap(1, children[0], Mark.MISSING), own.done(1)):
            with pytest.raises(StaleError):
                await stale
        for foreign in (
            own.tap(1, children[0], Mark.MISSING, by=FIRST_LEADER + 1, count=2),
            own.done(1, by=FIRST_LEADER + 1, count=2),
            own.tap(1, children[0], Mark.MISSING, by=1, count=2),
            own.press(FIRST_LEADER, headcounting.close, headcount_id=2),
            own.press(FIRST_LEADER, headcounting.take_calls, headcount_id=2),
            own.press(FIRST_LEADER, headcounting.begin, event_id=1, is_chosen=False, message_id=None),
        ):
            with pytest.raises(NotAvailableError):
                await foreign
        for forged in (
            own.tap(1, (await roll(own, 2))[0], Mark.MISSING, count=2),
            own.tap(1, 999, Mark.PRESENT, count=2),
        ):
            with pytest.raises(StaleError):
                await forged
        rows = await query(own.database, "SELECT * FROM headcount_children ORDER BY headcount_id, registration_id")
        assert [tuple(row) for row in rows] == [tuple(row) for row in before]


async def test_chosen_squads_are_counted_and_whoever_gives_the_place_up_is_not_asked_for_next_time(
    tmp_path: Path,
) -> None:
    async with camp(tmp_path, 6, 2) as own:
        picks = [
            await own.press(OWNER, headcounting.choose, event_id=1, squad_id=squad_id, is_in=is_in)
            for squad_id, is_in in ((1, True), (2, True), (1, False))
        ]
        assert [one.chosen for one in picks] == [{1}, {1, 2}, {2}]
        live = await own.press(OWNER, headcounting.begin, event_id=1, is_chosen=True, message_id=None)
        assert [part.squad.id for part in live.parts] == [2]
        await own.done(2)
        await own.press(OWNER, headcounting.close, headcount_id=1)
        gone = (await roll(own, 2))[0]
        await own.database.write(
            lambda tx: registering.cancel(
                tx,
                actor=meet(tx, gone),
                now=NOW,
                registration_id=gone,
                revision=registrations.get(tx, gone).revision,
            )
        )
        assert (await own.begin()).figures.expected == 5


async def test_a_child_that_was_handed_over_is_neither_expected_nor_missing_until_it_is_back(tmp_path: Path) -> None:
    async with camp(tmp_path, 6, 2) as own:
        first, second, third = await roll(own, 1)
        await own.database.write(lambda tx: hand_over(tx, first))
        live = await own.begin()
        assert (live.figures.expected, live.figures.away) == (5, 1)
        await own.tap(1, second, Mark.MISSING)
        await own.tap(1, third, Mark.MISSING)
        await own.database.write(lambda tx: hand_over(tx, second))
        figures = (await own.done(1)).part.figures
        assert (figures.expected, figures.present, figures.missing, figures.away) == (1, 0, 1, 2)
        await own.database.write(come_back)
        assert (await own.live()).figures.away == 0
        assert (await own.tap(1, first, Mark.PRESENT)).part.figures.present == 1


def hand_over(tx: Transaction, registration_id: int) -> None:
    """Let a child leave the camp with somebody its guardians named."""
    owner = meet_owner(tx).account_id
    tx.connection.execute(
        "INSERT INTO collectors (registration_id, kind, named_by, named_at) "  # noqa: S608 - numbers
        f"VALUES ({registration_id}, 'named', {owner}, 1)"
    )
    tx.connection.execute(
        "INSERT INTO leavings (registration_id, collector_id, kind, proof, released_by, left_at) "
        "SELECT registration_id, id, kind, 'code', named_by, 1 FROM collectors ORDER BY id DESC LIMIT 1"
    )


def come_back(tx: Transaction) -> None:
    """Let every child that was handed over be back."""
    tx.connection.execute("UPDATE leavings SET returned_at = 2, returned_by = released_by")


async def test_who_is_not_done_is_reminded_once_then_organizers_are_told_once_whom_to_call(tmp_path: Path) -> None:
    async with camp(tmp_path, 6, 3) as own:
        await own.press(OWNER, headcounting.set_minutes, event_id=1, minutes=3)
        await own.begin()
        await own.done(2)
        assert await own.tick(NOW + 3 * MINUTE - timedelta(seconds=1)) == 0
        assert await own.tick(NOW + 3 * MINUTE) == 2
        assert await own.tick(NOW + 5 * MINUTE) == 0
        leaders = await query(own.database, "SELECT account_id, squad_id FROM grants WHERE role = 'leader'")
        late = {row["account_id"] for row in leaders if row["squad_id"] != 2}
        assert set(await own.told("headcount-late")) == late
        assert await own.tick(NOW + 6 * MINUTE) == 1
        assert await own.tick(NOW + 7 * MINUTE) == 0
        live, calls = await own.press(OWNER, headcounting.take_calls, headcount_id=1)
        assert {squad_id: [one.name for one in found] for squad_id, found in calls.items()} == {
            1: [f"Person {FIRST_LEADER}"],
            3: [f"Person {FIRST_LEADER + 2}"],
        }
        assert len(live.late) == 2
        for squad_id in (1, 3):
            await own.done(squad_id)
        await own.tick(NOW + 14 * MINUTE)
        assert (await own.live()).headcount.ended_at is None
        await own.tick(NOW + 15 * MINUTE)
        assert (await own.live()).headcount.ended_at == NOW + 15 * MINUTE


async def test_a_count_that_was_slept_through_is_called_about_at_once_and_closed_by_itself(tmp_path: Path) -> None:
    async with camp(tmp_path, 4, 2) as own:
        await own.begin()
        assert await own.tick(NOW + timedelta(hours=2)) == 1
        assert await own.told("headcount-late") == []
        await own.tick(NOW + timedelta(hours=12))
        assert (await own.live()).headcount.ended_at is not None


async def test_without_a_row_for_each_child_a_second_tap_would_overwrite_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A screen that is saved whole, as lists in one document are, loses what another leader tapped meanwhile."""

    def save_screen(tx: Transaction, headcount_id: int, squad_id: int, child: int, mark: Mark, **by: Any) -> bool:
        tx.connection.execute("UPDATE headcount_children SET is_present = NULL WHERE squad_id = ?", (squad_id,))
        return real(tx, headcount_id, squad_id, child, mark, **by)

    real = headcounts.mark
    monkeypatch.setattr(headcounts, "mark", save_screen)
    async with camp(tmp_path, 4, 1) as own:
        await own.begin()
        first, second, *_ = await roll(own, 1)
        await own.tap(1, first, Mark.MISSING)
        done = await own.tap(1, second, Mark.MISSING)
        assert done.part.figures.missing == 1


async def test_whoever_began_a_count_and_lost_the_role_sees_no_figures_any_more(tmp_path: Path) -> None:
    async with camp(tmp_path, 4, 2) as own:
        await own.begin()
        assert len(await own.database.read(lambda tx: headcounting.list_watched(tx, NOW))) == 1

        def dismiss(tx: Transaction) -> None:
            owner = meet_owner(tx).account_id
            tx.connection.execute("UPDATE grants SET revoked_at = ? WHERE account_id = ?", (micros(NOW), owner))

        await own.database.write(dismiss)
        assert await own.database.read(lambda tx: headcounting.list_watched(tx, NOW)) == ()
        await own.tick(NOW + LIFE)
        assert await own.database.read(headcounts.list_unreported) == (), "nobody waits for the last figures"


async def test_a_count_does_not_close_itself_over_a_child_that_came_back_after_its_squad_was_done(
    tmp_path: Path,
) -> None:
    async with camp(tmp_path, 4, 2) as own:
        first = (await roll(own, 1))[0]
        await own.database.write(lambda tx: hand_over(tx, first))
        await own.begin()
        await own.done(1)
        await own.done(2)
        await own.database.write(come_back)
        later = NOW + headcounting.CORRECTED_WITHIN
        await own.tick(later)
        assert (await own.live()).headcount.ended_at is None, "nobody has seen this child yet"
        await own.tap(1, first, Mark.PRESENT)
        await own.tick(later)
        assert (await own.live()).headcount.ended_at is not None
