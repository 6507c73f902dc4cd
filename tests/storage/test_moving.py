"""Moving from SQLite to PostgreSQL: everything arrives, or nothing does."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from storage import moving
from storage.database import Database
from storage.engine import DatabaseError
from storage.migrating import migrate
from storage.moving import move
from tests import databases
from tests.journeys import story
from tests.world import STUDENT, World, new_world

pytestmark = pytest.mark.skipif(databases.find_binaries() is None, reason="there is no PostgreSQL on this machine")


async def lived_in(world: World) -> Path:
    """Let somebody register, and stop."""
    _, link = await story.register_student(world)
    await story.consent(world, link)
    await world.stop()
    return world.folder / "jazyl.db"


def count(url: str, table: str) -> int:
    with psycopg.connect(url) as connection:
        found = connection.execute(f"SELECT count(*) FROM {table}".encode()).fetchone()  # noqa: S608 - names of tests
        return int(found[0]) if found else -1


async def test_a_registration_goes_on_in_the_other_database(tmp_path: Path) -> None:
    async with new_world(tmp_path) as world:
        old = await lived_in(world)
        url = databases.fresh_postgres()
        rows = move(old, url)
        assert rows["registrations"] == 1
        assert rows["answers"] == count(url, "answers") == 14
        world.more_settings["database_url"] = url
        await world.start()
        student = world.person(STUDENT)
        await student.say("/status")
        assert student.has_button("Jas Leader")
        assert world.running.intake is not None
        assert world.running.intake.counts["quarantined"] == 0


async def test_a_target_that_holds_somebody_is_refused_and_left_alone(tmp_path: Path) -> None:
    async with new_world(tmp_path) as world:
        old = await lived_in(world)
    url = databases.fresh_postgres()
    move(old, url)
    before = count(url, "answers")
    with pytest.raises(DatabaseError, match="not empty"):
        move(old, url)
    assert count(url, "answers") == before


async def test_a_row_that_does_not_arrive_undoes_the_whole_move(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with new_world(tmp_path) as world:
        old = await lived_in(world)
    url = databases.fresh_postgres()
    whole = moving._copy
    monkeypatch.setattr(moving, "_copy", lambda old, new, table: whole(old, new, table) + (table == "answers"))
    with pytest.raises(DatabaseError, match="answers"):
        move(old, url)
    assert count(url, "programmes") == 0


def test_only_a_current_sqlite_database_is_moved(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="newest schema"):
        move(tmp_path / "none.db", "postgresql://jazyl@127.0.0.1:1/x")
    migrate(tmp_path / "jazyl.db")
    with pytest.raises(DatabaseError, match="postgresql://"):
        move(tmp_path / "jazyl.db", "sqlite:///other.db")


def test_a_server_needs_a_place_for_the_keys() -> None:
    with pytest.raises(DatabaseError, match="DATA_KEY_FILE"):
        Database("postgresql://jazyl@127.0.0.1:1/x")
