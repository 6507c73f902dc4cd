"""Sessions for squads: on the timetable of those squads, told to them, their guardians and leaders, and nobody else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.actions import importing, leading, loading, mustering, notifying, rescheduling, weeks
from bot.commands import told_shifts
from bot.domain.access import Role
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.squad_errors import SquadUnknownError
from bot.domain.timetable_edits import What
from bot.domain.timetable_rows import Row
from storage import accounts, sessions, timetables
from storage.database import Database, Transaction
from storage.values import from_json
from tests.actions.camp import SOON, TOMORROW, at, bring_guardian, camp, people, query, session, stream
from tests.actions.camp import tick as remind
from tests.actions.test_rescheduling import change, propose, refreshed, save, take, tick, told
from tests.seed import NOW, meet, open_database, said

MINUTE = timedelta(seconds=60)
TAU, SAMAL = stream("tau", "2027-07-06", "2027-07-16"), stream("samal", "2027-07-06", "2027-07-16")
HIKE = session("hike", "2027-07-07", "15:00", "16:00", stream="tau")
SWIM = session("swim", "2027-07-07", "15:00", "16:00", stream="tau", place={"kk": "Lake", "ru": "Lake", "en": "Lake"})
EVENING = session("evening", "2027-07-07", "20:00", "21:00")
HIKE_ID, SWIM_ID, EVENING_ID = 1, 2, 3
CONTENT = camp([HIKE, SWIM, EVENING], [TOMORROW, SOON], audience="minors", streams=[TAU, SAMAL])
LEADERS = {1: 701, 2: 702, 3: 703}
"""Squad -> the Telegram id of its leader; the third squad is of the other stream."""


class Squads:
    """Four children of one stream in two squads and one in none, one child of the other stream; each has a mother."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.children: list[Any] = []
        self.mothers: dict[int, int] = {}
        self.leaders: dict[int, int] = {}
        self.squad_of = {1: 1, 2: 1, 3: 2, 4: 2, 5: 0, 6: 3}

    def of(self, *squad_ids: int) -> set[int]:
        """Return the accounts of squads: children, mothers, leaders."""
        found = {self.leaders[one] for one in squad_ids}
        for child in self.children:
            if self.squad_of[child.id] in squad_ids:
                found |= {child.account_id, self.mothers[child.id]}
        return found

    async def meant(self, session_id: int, *squad_ids: int) -> None:
        """Write down for whom a session is, with nobody told."""
        await self.database.write(lambda tx: mean(tx, session_id, squad_ids))

    async def week_of(self, child: Any) -> set[str]:
        """Return the codes of what is on a child's own timetable."""
        actor = await self.database.write(lambda tx: meet(tx, child.id))
        own = await self.database.read(lambda tx: weeks.read_own(tx, actor=actor, now=NOW, registration_id=child.id))
        return {one.code for one in own.sessions}


def mean(tx: Transaction, session_id: int, squad_ids: tuple[int, ...]) -> None:
    timetables.save(tx, replace(sessions.get(tx, session_id), squad_ids=squad_ids))


@asynccontextmanager
async def squads(folder: Path) -> AsyncIterator[Squads]:
    async with open_database(folder, CONTENT) as database:
        made = Squads(database)
        made.children = [*await people(database, 5, ["tau"]), *await people(database, 1, ["samal"])]

        def settle(tx: Transaction) -> None:
            owner = meet(tx, 900, is_owner=True)
            for child in made.children:
                made.mothers[child.id] = bring_guardian(tx, child, 50 + child.id, agrees=True)
            for stream_id, count in ((1, 2), (2, 1)):
                mustering.make(tx, actor=owner, now=NOW, event_id=1, stream_id=stream_id, count=count)
            for child_id, squad_id in made.squad_of.items():
                if squad_id:
                    mustering.move(tx, actor=owner, now=NOW, registration_id=child_id, squad_id=squad_id)
            about: dict[str, Any] = {"role": Role.LEADER, "programme_id": 1, "event_id": 1, "granted_by": None}
            for squad_id, leader in LEADERS.items():
                made.leaders[squad_id] = meet(tx, leader).account_id
                accounts.add_grant(tx, account_id=made.leaders[squad_id], squad_id=squad_id, now=NOW, **about)

        await database.write(settle)
        yield made


async def test_a_change_of_a_squads_session_reaches_exactly_its_children_guardians_and_leaders(tmp_path: Path) -> None:
    dice = Random(28)
    every = [pick for count in (1, 2, 3) for pick in combinations(LEADERS, count)]
    async with squads(tmp_path) as own:
        for turn, meant in enumerate(dice.sample(every, 5)):
            now = NOW + timedelta(hours=turn)
            stream_id = 2 if meant == (3,) else 1 if 3 not in meant else None
            await own.database.write(
                lambda tx, meant=meant, stream_id=stream_id: timetables.save(  # type: ignore[misc]
                    tx, replace(sessions.get(tx, EVENING_ID), stream_id=stream_id, squad_ids=meant)
                )
            )
            before = {account: len(items) for account, items in (await told(own.database)).items()}
            await change(own.database, EVENING_ID, What.TIME, dice.choice(("15", "30")), now=now)
            await tick(own.database, now + MINUTE)
            after = {account: len(items) for account, items in (await told(own.database)).items()}
            assert {one for one, count in after.items() if count > before.get(one, 0)} == own.of(*meant)
            assert all(count - before.get(one, 0) <= 1 for one, count in after.items())


async def test_a_session_for_everybody_given_to_one_squad_is_gone_for_the_others_only(tmp_path: Path) -> None:
    async with squads(tmp_path) as own:
        await change(own.database, HIKE_ID, What.SQUADS, "1")
        await tick(own.database, NOW + MINUTE)
        gone = own.of(2) | {own.children[4].account_id, own.mothers[5]}
        news = await told(own.database)
        assert {one: items[0]["kind"] for one, items in news.items()} == dict.fromkeys(gone, "gone")


async def test_without_the_narrowing_the_same_change_reaches_other_squads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notifying, "_of_squads", lambda tx, session, found: found)
    async with squads(tmp_path) as own:
        await own.meant(HIKE_ID, 1)
        await change(own.database, HIKE_ID, What.TIME, "60")
        await tick(own.database, NOW + MINUTE)
        assert set(await told(own.database)) > own.of(1)


async def test_a_session_given_to_another_squad_is_gone_for_the_one_and_new_to_the_other(tmp_path: Path) -> None:
    async with squads(tmp_path) as own:
        await own.meant(HIKE_ID, 1)
        await propose(own.database, HIKE_ID, What.SQUADS, "1")
        shown = await propose(own.database, HIKE_ID, What.SQUADS, "2")
        assert (shown.was.squad_ids, shown.became.squad_ids, shown.became.stream_id) == ((1,), (2,), 1)
        with pytest.raises(StaleError):
            await propose(own.database, HIKE_ID, What.SQUADS, "9")
        page = await save(own.database, HIKE_ID)
        assert page.session.squad_ids == (2,)
        await tick(own.database, NOW + MINUTE)
        kinds = {account: [item["kind"] for item in items] for account, items in (await told(own.database)).items()}
        assert kinds == {one: ["gone"] for one in own.of(1)} | {one: ["new"] for one in own.of(2)}


async def test_two_squads_may_be_busy_at_the_same_time_and_one_squad_may_not(tmp_path: Path) -> None:
    async with squads(tmp_path) as own:
        await own.meant(HIKE_ID, 1)
        for meant, against in (((), ["stream"]), ((2,), []), ((1, 2), ["squad"])):
            await own.meant(SWIM_ID, *meant)
            assert [one.against for one in await clashes_of(own, HIKE_ID)] == against


async def clashes_of(own: Squads, session_id: int) -> Any:
    actor = await refreshed(own.database)
    page = await own.database.read(
        lambda tx: rescheduling.read_session(tx, actor=actor, now=NOW, session_id=session_id)
    )
    return page.clashes


async def test_a_rehearsed_programme_file_names_its_clashes_and_keeps_the_squads(tmp_path: Path) -> None:
    async with squads(tmp_path) as own:
        await own.meant(HIKE_ID, 1)
        await own.meant(SWIM_ID, 2)
        later = {"starts": "20:30", "ends": "21:30", "place": HIKE["place"]}
        for moved in (HIKE | later, SWIM | later):
            content = camp([moved if one["code"] == moved["code"] else one for one in (HIKE, SWIM, EVENING)], [])
            content["events"][0] |= {"streams": [TAU, SAMAL], "form": CONTENT["events"][0]["form"]}
            with pytest.raises(loading.Rehearsed) as seen:
                await own.database.write(lambda tx, content=content: loading.rehearse(tx, content=content, now=NOW))  # type: ignore[misc]
            head, *rest = told_shifts(seen.value.shifts)
            assert head.startswith(f"changed    small-2027/{moved['code']}: 2027-07-07 15:00-16:00 ->")
            assert rest == [
                f"  clash    evening: 2027-07-07 20:00-21:00 ({why})"
                for why in ("in the same place", "for the same people")
            ]
            assert seen.value.shifts[0].became.squad_ids == ((1,) if moved["code"] == "hike" else (2,))


async def test_a_programme_file_names_squads_that_are_there_and_is_refused_with_a_sentence_otherwise(
    tmp_path: Path,
) -> None:
    async with squads(tmp_path) as own:
        await own.database.write(lambda tx: tx.connection.execute("UPDATE squads SET name = 'Qyran' WHERE id = 2"))

        async def load(names: list[str], title: str) -> tuple[int, ...]:
            content = camp([HIKE | {"squads": names, "title": said(title)}, SWIM, EVENING], [])
            content["events"][0] |= {"streams": [TAU, SAMAL], "form": CONTENT["events"][0]["form"]}
            await own.database.write(lambda tx: loading.load(tx, content=content, now=NOW))
            return await own.database.read(lambda tx: sessions.get(tx, HIKE_ID).squad_ids)

        assert await load(["qyran"], "one") == (2,)
        assert await load(["Qyran", "1"], "two") == (1, 2)
        assert await load([], "three") == (1, 2)
        for wrong in ("Nobody", "3"):
            with pytest.raises(SquadUnknownError, match=f"small-2027/hike: .*{wrong}"):
                await load([wrong], "four")
        assert await own.week_of(own.children[0]) == {"hike", "swim", "evening"}


async def test_a_timetable_is_that_of_the_squad_one_is_in_now(tmp_path: Path) -> None:
    async with squads(tmp_path) as own:
        await own.meant(HIKE_ID, 1)
        await own.meant(SWIM_ID, 2)
        first, alone = own.children[0], own.children[4]
        await own.database.write(lambda tx: tx.connection.execute("UPDATE sessions SET capacity = 1 WHERE id = 1"))
        assert await own.week_of(first) == {"evening"}
        await take(own.database, first, HIKE_ID)
        assert await own.week_of(first) == {"hike", "evening"}
        with pytest.raises(NotAvailableError):
            await take(own.database, own.children[2], HIKE_ID)
        assert await own.week_of(alone) == {"evening"}
        actor = await refreshed(own.database)
        await own.database.write(
            lambda tx: mustering.move(tx, actor=actor, now=NOW, registration_id=first.id, squad_id=2)
        )
        assert await own.week_of(first) == {"swim", "evening"}
        assert (await query(own.database, "SELECT taken FROM sessions WHERE id = 1"))[0]["taken"] == 0
        leader = await own.database.write(lambda tx: meet(tx, LEADERS[2]))
        on = date(2027, 7, 7)
        page = await own.database.read(lambda tx: leading.read_day(tx, actor=leader, now=NOW, squad_id=2, on=on))
        assert [one.code for one in page.sessions] == ["swim", "evening"]
        with pytest.raises(NotAvailableError):
            await own.database.read(lambda tx: leading.read_day(tx, actor=leader, now=NOW, squad_id=1, on=on))


async def test_reminders_speak_of_the_own_squads_sessions_only(tmp_path: Path) -> None:
    async with squads(tmp_path) as own:
        await own.meant(HIKE_ID, 1)
        await own.meant(SWIM_ID, 2)
        await remind(own.database, at("2027-07-06", "20:00"))
        rows = await query(own.database, "SELECT account_id, data FROM outbox WHERE template = 'reminder-day'")
        said = {row["account_id"]: [one["title"]["en"] for one in from_json(row["data"])["sessions"]] for row in rows}
        theirs = [["hike", "evening"]] * 2 + [["swim", "evening"]] * 2 + [["evening"]] * 2
        assert [said[child.account_id] for child in own.children] == theirs
        await remind(own.database, at("2027-07-07", "14:45"))
        rows = await query(own.database, "SELECT account_id, data FROM outbox WHERE template = 'reminder-session'")
        soon = {row["account_id"]: from_json(row["data"])["session"]["title"]["en"] for row in rows}
        wanted = zip(own.children, ["hike", "hike", "swim", "swim"], strict=False)
        assert soon == {child.account_id: title for child, title in wanted}


async def test_a_file_names_squads_by_name_or_number_and_an_unknown_one_is_refused(tmp_path: Path) -> None:
    async with squads(tmp_path) as own:
        await own.database.write(lambda tx: tx.connection.execute("UPDATE squads SET name = 'Qyran' WHERE id = 2"))
        cells = {"code": "hike", "on": "2027-07-07", "starts": "15:00", "ends": "16:00", "stream": "tau"}
        cells |= {f"title-{one}": "hike" for one in ("kk", "ru", "en")} | {
            f"place-{one}": "P" for one in ("kk", "ru", "en")
        }
        actor = await refreshed(own.database)

        async def check(named: str) -> Any:
            rows = (Row(number=1, cells=cells | {"squads": named}),)
            plan = await own.database.read(lambda tx: importing.check(tx, actor=actor, now=NOW, event_id=1, rows=rows))
            return plan.lines[0]

        assert (await check("qyran; 1")).became.squad_ids == (1, 2)
        assert (await check("")).became.squad_ids == ()
        for wrong in ("Nobody", "3", "1, 9"):
            line = await check(wrong)
            assert (line.verdict, line.problem) == (importing.WRONG, "squads")
