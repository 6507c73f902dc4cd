"""A timetable from a file: a report first, then all at once, told in one message each, and back within a minute."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.actions import importing
from bot.domain.errors import SessionUndoOverError, StaleError
from bot.domain.timetable_rows import Row
from bot.programmes.sessions import SessionsRefused, read_sessions
from storage.database import Database
from tests.actions.camp import camp, people, query, session, stream
from tests.actions.test_rescheduling import MINUTE, refreshed, take, tick, told
from tests.seed import NOW, open_database

TAU, SAMAL = stream("tau", "2027-07-06", "2027-07-16"), stream("samal", "2027-07-06", "2027-07-16")
CONTENT = camp(
    [
        session("talk", "2027-07-07", "15:00", "16:00", stream="tau"),
        session("club", "2027-07-07", "17:00", "18:00", capacity=5),
        session("opening", "2027-07-06", "10:00", "11:00"),
    ],
    [],
    streams=[TAU, SAMAL],
)
YAML = """
sessions:
  - {code: talk, kind: lecture, on: 2027-07-07, starts: "16:00", ends: "17:00", stream: tau,
     title: {kk: talk, ru: talk, en: talk}, place: {kk: Hall, ru: Hall, en: Hall}}
  - {code: club, kind: lecture, on: 2027-07-07, starts: "17:00", ends: "18:00", capacity: 5,
     title: {kk: club, ru: club, en: club}, place: {kk: Hall, ru: Hall, en: Hall}}
  - {kind: contest, on: 2027-07-08, starts: "10:00", ends: "12:00",
     title: {kk: Ойын, ru: Игра, en: Game}, place: {kk: Field, ru: Field, en: Field}}
"""
ROWS = read_sessions(YAML.encode())


async def check(database: Database, rows: Sequence[Row] = ROWS) -> importing.Plan:
    actor = await refreshed(database)
    return await database.read(lambda tx: importing.check(tx, actor=actor, now=NOW, event_id=1, rows=rows))


async def apply(database: Database, seen: str, *, is_whole: bool = False, rows: Sequence[Row] = ROWS) -> Any:
    actor = await refreshed(database)
    return await database.write(
        lambda tx: importing.apply(tx, actor=actor, now=NOW, event_id=1, rows=rows, seen=seen, is_whole=is_whole)
    )


async def timetable(database: Database) -> list[tuple[str, int, int]]:
    rows = await query(database, "SELECT code, starts_at, is_cancelled FROM sessions ORDER BY id")
    return [(row["code"], row["starts_at"], row["is_cancelled"]) for row in rows]


async def test_the_report_says_what_every_row_would_do_and_writes_nothing(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        before = await timetable(database)
        plan = await check(database)
        assert [one.verdict for one in plan.lines] == ["changed", "same", "new"]
        assert [one.code for one in plan.gone] == ["opening"]
        assert plan.is_good
        assert await timetable(database) == before


async def test_a_file_is_told_to_each_in_one_message(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        (tau,), (samal,) = await people(database, 1, ["tau"]), await people(database, 1, ["samal"])
        await apply(database, (await check(database)).seen, is_whole=True)
        assert await tick(database, NOW + MINUTE) == 2
        news = await told(database)
        assert sorted(item["kind"] for item in news[tau.account_id]) == ["changed", "gone", "new"]
        assert sorted(item["kind"] for item in news[samal.account_id]) == ["gone", "new"]


async def test_what_the_file_does_not_name_stays_unless_asked(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        await apply(database, (await check(database)).seen)
        assert [one[2] for one in await timetable(database)] == [0, 0, 0, 0]


async def test_an_undo_brings_the_whole_timetable_back_and_nobody_is_told(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        (one,) = await people(database, 1, ["tau"])
        await take(database, one, 2)
        before = await timetable(database)
        done = await apply(database, (await check(database)).seen, is_whole=True)
        actor = await refreshed(database)
        await database.write(lambda tx: importing.undo(tx, actor=actor, now=NOW + MINUTE, event_id=1, at=done.at))
        assert (await timetable(database))[:3] == before
        assert (await timetable(database))[3][2] == 1
        assert await tick(database, NOW + 2 * MINUTE) == 0
        with pytest.raises(StaleError):
            await database.write(lambda tx: importing.undo(tx, actor=actor, now=NOW + MINUTE, event_id=1, at=done.at))


async def test_after_the_minute_a_file_stays(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        done = await apply(database, (await check(database)).seen)
        actor = await refreshed(database)
        with pytest.raises(SessionUndoOverError):
            await database.write(
                lambda tx: importing.undo(tx, actor=actor, now=NOW + 2 * MINUTE, event_id=1, at=done.at)
            )


async def test_what_changed_since_the_report_is_not_overwritten(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        plan = await check(database)
        await database.write(lambda tx: tx.connection.execute("UPDATE sessions SET revision = 7 WHERE id = 1"))
        with pytest.raises(StaleError):
            await apply(database, plan.seen)


async def test_with_one_wrong_row_nothing_is_written(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        wrong = {
            "order": {"ends": "09:00"},
            "days": {"on": "2027-08-01"},
            "date": {"on": "someday"},
            "time": {"starts": "noon"},
            "kind": {"kind": "party"},
            "stream": {"stream": "nobody"},
            "languages": {"title-en": ""},
            "places": {"capacity": "=1+1"},
            "code": {"code": "unheard-of"},
        }
        for why, cells in wrong.items():
            rows = (replace(ROWS[0], cells={**ROWS[0].cells, **cells}), *ROWS[1:])
            plan = await check(database, rows)
            assert (plan.lines[0].problem, plan.is_good) == (why, False)
            with pytest.raises(StaleError):
                await apply(database, plan.seen, rows=rows)
        twice = await check(database, (*ROWS, replace(ROWS[0], number=9)))
        assert twice.lines[-1].problem == "twice"


async def test_what_a_file_puts_in_the_way_of_something_is_named(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        late = replace(ROWS[0], cells={**ROWS[0].cells, "starts": "17:30", "ends": "18:30"})
        plan = await check(database, (late, *ROWS[1:]))
        assert [(one.against, one.session.code) for one in plan.lines[0].clashes] == [("place", "club")]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"\xff\xfe\x00", "not-yaml"),
        (b"just words", "not-yaml"),
        (b"sessions: []", "empty"),
        (b"a: &a [1]\nsessions: [*a, *a]", "not-yaml"),
        (b"- {code: x}\n" * 1001, "too-many"),
        (b" " * 1_000_001, "too-large"),
    ],
)
def test_a_file_that_is_no_timetable_is_refused(content: bytes, problem: str) -> None:
    with pytest.raises(SessionsRefused, match=problem):
        read_sessions(content)
