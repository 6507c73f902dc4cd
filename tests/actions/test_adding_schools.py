"""Schools from a table: written as shown, for who runs the programme only, taken back while nobody uses them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import adding_schools, loading
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.school_rows import SchoolRow, Verdict
from storage import events
from storage.database import Database, Transaction
from tests.actions.test_admitting import checker
from tests.seed import NOW, meet, open_database, programme, register, said


def content() -> dict[str, Any]:
    found = programme()
    found["units"][0]["units"] = [{"code": "school-1", "kind": "school", "title": said("School 1")}]
    return found


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path, content()) as opened:
        yield opened


ROWS = (SchoolRow(number=2, place="north", ru="Школа 2"), SchoolRow(number=3, place="South", en="School 3"))


def check(tx: Transaction, rows: tuple[SchoolRow, ...] = ROWS, **more: Any) -> adding_schools.SchoolPlan:
    return adding_schools.check(
        tx, **{"actor": meet(tx, 99, is_owner=True), "now": NOW, "event_id": 1, **more}, rows=rows
    )


def write(tx: Transaction, rows: tuple[SchoolRow, ...] = ROWS, **more: Any) -> adding_schools.SchoolsWritten:
    of = {"actor": meet(tx, 99, is_owner=True), "now": NOW, "event_id": 1, "seen": check(tx, rows).seen, **more}
    return adding_schools.apply(tx, rows=rows, **of)


def undo(tx: Transaction, **more: Any) -> adding_schools.SchoolsWritten:
    of = {"actor": meet(tx, 99, is_owner=True), "now": NOW + timedelta(minutes=1), "event_id": 1, "at": NOW, **more}
    return adding_schools.undo(tx, **of)


def known(tx: Transaction) -> list[str]:
    return [one.title.ru for one in events.get_units(tx, 1) if one.kind == "school"]


async def test_what_was_shown_is_written_once_chosen_by_people_and_kept_by_the_file(database: Database) -> None:
    def work(tx: Transaction) -> None:
        assert [one.verdict for one in check(tx).lines] == [Verdict.NEW, Verdict.NEW]
        assert known(tx) == ["School 1"]
        assert write(tx).number == 2
        assert known(tx) == ["School 1", "Школа 2", "School 3"]
        assert [one.verdict for one in check(tx).lines] == [Verdict.SAME, Verdict.SAME]
        loading.load(tx, content=content(), now=NOW + timedelta(days=1))
        assert known(tx) == ["School 1", "Школа 2", "School 3"]
        (added,) = [one for one in events.get_units(tx, 1) if one.title.ru == "Школа 2"]
        renamed = (SchoolRow(number=2, code=added.code, ru="Лицей 2"),)
        assert write(tx, renamed, now=NOW + timedelta(hours=1)).number == 1
        assert "Лицей 2" in known(tx)
        undo(tx, at=NOW + timedelta(hours=1), now=NOW + timedelta(hours=1))
        assert "Школа 2" in known(tx)
        with pytest.raises(StaleError):
            undo(tx, at=NOW + timedelta(hours=1), now=NOW + timedelta(hours=1))

    await database.write(work)


async def test_a_wrong_row_another_table_or_another_person_writes_nothing(database: Database) -> None:
    def work(tx: Transaction) -> None:
        wrong = (*ROWS, SchoolRow(number=4, place="West", ru="Школа 4"))
        for rows, seen in ((wrong, check(tx, wrong).seen), (ROWS, check(tx, wrong).seen), (ROWS[:1], check(tx).seen)):
            with pytest.raises(StaleError):
                write(tx, rows, seen=seen)
        for stranger in (meet(tx, 1), checker(tx)):
            with pytest.raises(NotAvailableError):
                write(tx, actor=stranger)
            with pytest.raises(NotAvailableError):
                check(tx, actor=stranger)
            with pytest.raises(NotAvailableError):
                undo(tx, actor=stranger)
        assert known(tx) == ["School 1"]

    await database.write(work)


async def test_it_is_taken_back_unless_it_is_late_or_somebody_has_chosen_one(database: Database) -> None:
    def work(tx: Transaction) -> None:
        write(tx)
        with pytest.raises(StaleError):
            undo(tx, now=NOW + timedelta(minutes=11))
        assert undo(tx).number == 2
        assert known(tx) == ["School 1"]
        later = NOW + timedelta(minutes=2)
        write(tx, now=later)
        (added,) = [one for one in events.get_units(tx, 1) if one.title.ru == "Школа 2"]
        claim = register(tx, 1, answers=[])
        tx.connection.execute("UPDATE registrations SET unit_id = ? WHERE id = ?", (added.id, claim.id))
        with pytest.raises(StaleError):
            undo(tx, at=later, now=later)
        assert "Школа 2" in known(tx)

    await database.write(work)
