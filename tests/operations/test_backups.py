"""Backups are sealed, verified by restoring them, kept by age; what is restored says nothing until it is released."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp
import psycopg
import pytest

from bot import commands, holding
from bot.backups import OLDEST, house_of, list_made, name_at, take_away_old
from bot.clock import Clock
from bot.domain.keeping import Keeping, due_moment, kept, rest_after
from bot.settings import Settings
from bot.ticks import everything_due
from storage import archives, backups, copies, safekeeping
from storage.database import Database
from storage.engine import DatabaseError
from storage.migrating import migrate
from storage.safekeeping import House
from storage.vault import Key
from tests import databases
from tests.world import ORGANIZER, World, new_world

ALMATY = ZoneInfo("Asia/Almaty")
NOW = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
CANARY = "Canary Diagnosis"


def house_in(folder: Path, database: str | Path | None = None) -> House:
    return House(
        database=database or folder / "jazyl.db",
        data_key_file=folder / "keys" / "data.key",
        backup_key_file=folder / "keys" / "backup.key",
        data_dir=folder,
    )


async def fill(house: House) -> None:
    """Make a database with a sealed text and a file that somebody sent."""
    migrate(house.database)
    database = Database(house.database, key_file=house.data_key_file)
    database.open()

    def write(tx: Any) -> None:
        raw = tx.vault.seal(f'{{"text": "{CANARY}"}}', "inbox", "raw", 7)
        tx.run("inbox.add", update_id=7, chat_id=1, kind="message", raw=raw, state="received", received_at=0)

    await database.write(write)
    await database.close()
    house.uploads.mkdir(mode=0o700)
    (house.uploads / "00ff").write_bytes(os.urandom(3 * archives.PIECE))


@pytest.fixture
async def house(tmp_path: Path) -> House:
    made = house_in(tmp_path / "data")
    await fill(made)
    return made


def keys_of(house: House, folder: Path) -> House:
    """Return an empty place that has the keys of another."""
    (folder / "keys").mkdir(parents=True, mode=0o700)
    for name in ("data.key", "backup.key"):
        (folder / "keys" / name).write_bytes((house.data_dir / "keys" / name).read_bytes())
        (folder / "keys" / name).chmod(0o600)
    return house_in(folder)


# ── The archive ─────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def sealed(tmp_path: Path) -> tuple[Path, Key]:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "words").write_text(CANARY * 10)
    (tmp_path / "in" / "noise").write_bytes(os.urandom(5 * archives.PIECE // 2))
    key = Key.new()
    archives.pack(tmp_path / "in", tmp_path / "none", tmp_path / "one.backup", key)
    return tmp_path / "one.backup", key


def test_what_is_packed_comes_out_unchanged_and_is_not_readable_before(
    sealed: tuple[Path, Key], tmp_path: Path
) -> None:
    path, key = sealed
    assert CANARY.encode() not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0
    archives.unpack(path, tmp_path / "out", [Key.new(), key])
    for name in ("words", "noise"):
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "in" / name).read_bytes()


def flip(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def swap(content: bytes) -> bytes:
    piece, head = archives.PIECE + archives.TAG, archives.HEAD
    return (
        content[:head]
        + content[head + piece : head + 2 * piece]
        + content[head : head + piece]
        + content[head + 2 * piece :]
    )


@pytest.mark.parametrize(
    "harm",
    [
        lambda content: flip(content, archives.HEAD - 1),
        lambda content: flip(content, archives.HEAD + 5),
        lambda content: flip(content, len(content) - 1),
        lambda content: content[: archives.HEAD + archives.PIECE + archives.TAG],
        lambda content: content[:-1],
        lambda content: content[: archives.HEAD],
        lambda content: b"something else" + content,
        swap,
    ],
)
def test_a_harmed_archive_does_not_open(sealed: tuple[Path, Key], harm: Any, tmp_path: Path) -> None:
    path, key = sealed
    path.write_bytes(harm(path.read_bytes()))
    with pytest.raises(DatabaseError):
        archives.unpack(path, tmp_path / "out", [key])


def test_another_key_opens_nothing_and_is_named(sealed: tuple[Path, Key], tmp_path: Path) -> None:
    path, key = sealed
    with pytest.raises(DatabaseError, match=f"BACKUP_KEY_FILE lacks the key {key.id}"):
        archives.unpack(path, tmp_path / "out", [Key.new()])


# ── Making and restoring ────────────────────────────────────────────────────────────────────────


def test_a_backup_comes_back_whole_with_its_files_and_is_held(house: House, tmp_path: Path) -> None:
    target = tmp_path / name_at(NOW)
    seen = safekeeping.make(house, target, NOW)
    assert seen.rows > 0
    assert seen.unsealed == 1
    place = keys_of(house, tmp_path / "empty")
    made_at, again = safekeeping.restore(place, target, NOW + timedelta(hours=1))
    assert (made_at, again.rows) == (NOW, seen.rows)
    assert [p.read_bytes() for p in place.uploads.iterdir()] == [p.read_bytes() for p in house.uploads.iterdir()]
    with closing(sqlite3.connect(place.database)) as connection:
        assert connection.execute("SELECT raw FROM inbox").fetchone()[0].startswith("~")
        assert connection.execute("SELECT released_at FROM restores").fetchall() == [(None,)]
    assert Path(place.database).stat().st_mode & 0o077 == 0
    assert [path.name for path in house.data_dir.iterdir() if path.name.startswith(".")] == []


def test_a_copy_that_is_not_the_database_is_no_backup(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = copies.take

    def lose_a_row(where: str | Path, folder: Path) -> Any:
        rows = whole(where, folder)
        with closing(sqlite3.connect(folder / copies.SQLITE_COPY)) as connection:
            connection.execute("DELETE FROM inbox")
            connection.commit()
        return rows

    monkeypatch.setattr(copies, "take", lose_a_row)
    with pytest.raises(DatabaseError, match="inbox"):
        safekeeping.make(house, tmp_path / "one.backup", NOW)
    assert list(tmp_path.glob("*.backup")) == []
    monkeypatch.setattr(copies, "look_through", lambda *_: copies.Seen(rows=0, unsealed=0))
    safekeeping.make(house, tmp_path / "one.backup", NOW)


def test_a_restore_goes_only_into_an_empty_place_with_the_keys(house: House, tmp_path: Path) -> None:
    target = tmp_path / "one.backup"
    safekeeping.make(house, target, NOW)
    with pytest.raises(DatabaseError, match="something already"):
        safekeeping.restore(house, target, NOW)
    place = keys_of(house, tmp_path / "empty")
    place.data_key_file.unlink()
    with pytest.raises(DatabaseError, match="DATA_KEY_FILE"):
        safekeeping.restore(place, target, NOW)
    assert not Path(place.database).exists()


@pytest.mark.skipif(databases.find_binaries() is None, reason="there is no PostgreSQL on this machine")
async def test_postgresql_is_backed_up_and_restored_too(tmp_path: Path) -> None:
    house = house_in(tmp_path / "data", databases.fresh_postgres())
    await fill(house)
    target = tmp_path / "one.backup"
    seen = safekeeping.make(house, target, NOW)
    empty = databases.fresh_postgres()
    with psycopg.connect(empty, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    keys = keys_of(house, tmp_path / "empty")
    place = House(
        database=empty, data_key_file=keys.data_key_file, backup_key_file=keys.backup_key_file, data_dir=keys.data_dir
    )
    assert safekeeping.restore(place, target, NOW)[1].rows == seen.rows
    with psycopg.connect(empty) as connection:
        assert connection.execute("SELECT count(*) FROM restores WHERE released_at IS NULL").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM pg_database WHERE datname LIKE 'jazyl_check%'").fetchone() == (
            0,
        )
    other = keys_of(house, tmp_path / "other")
    with pytest.raises(DatabaseError, match="not of a SQLite"):
        safekeeping.restore(other, target, NOW)


def test_whoever_was_killed_at_a_backup_leaves_no_copy_of_the_database_behind(house: House, tmp_path: Path) -> None:
    left, young = house.data_dir / ".backup-killed", house.data_dir / ".backup-other"
    for folder in (left, young):
        folder.mkdir()
        (folder / copies.SQLITE_COPY).write_bytes(b"everybody")
    hours_ago = left.stat().st_mtime - (backups.LONGEST + timedelta(minutes=1)).total_seconds()
    os.utime(left, (hours_ago, hours_ago))
    safekeeping.make(house, tmp_path / "one.backup", NOW)
    assert [path.name for path in house.data_dir.glob(".backup-*")] == [young.name]


@pytest.mark.skipif(databases.find_binaries() is None, reason="there is no PostgreSQL on this machine")
async def test_whoever_was_killed_while_looking_leaves_no_database_behind(tmp_path: Path) -> None:
    house = house_in(tmp_path / "data", databases.fresh_postgres())
    await fill(house)
    prefix = copies.prefix_of(str(house.database))
    with psycopg.connect(str(house.database), autocommit=True) as other:
        other.execute("SELECT pg_advisory_lock(hashtext(%s))", (f"{prefix}busy",))
        for name in ("left", "busy"):
            other.execute(f"CREATE DATABASE {prefix}{name} STRATEGY FILE_COPY")
        safekeeping.make(house, tmp_path / "one.backup", NOW)
        found = other.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", (prefix,)).fetchall()
        other.execute(f"DROP DATABASE {prefix}busy")
    assert found == [(f"{prefix}busy",)]


# ── When, and which stay ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2026, 11, 22, 1, 0, tzinfo=UTC), datetime(2026, 11, 22, 3, 0, tzinfo=ALMATY)),
        (datetime(2026, 11, 21, 21, 59, tzinfo=UTC), datetime(2026, 11, 21, 3, 0, tzinfo=ALMATY)),
        (datetime(2026, 11, 21, 22, 0, tzinfo=UTC), datetime(2026, 11, 22, 3, 0, tzinfo=ALMATY)),
    ],
)
def test_a_backup_is_due_at_the_local_hour(now: datetime, expected: datetime) -> None:
    assert due_moment(now, hour=3, zone=ALMATY) == expected


def test_a_backup_may_be_due_every_five_minutes() -> None:
    now = datetime(2026, 11, 22, 1, 13, 44, tzinfo=UTC)
    assert due_moment(now, hour=3, zone=ALMATY, minutes=5) == now.replace(minute=10, second=0)


def test_backups_take_a_twentieth_of_the_time_and_come_twice_a_day_at_least() -> None:
    assert rest_after(timedelta(seconds=4)) == timedelta(seconds=80)
    assert rest_after(timedelta(minutes=10)) == timedelta(minutes=200)
    assert rest_after(timedelta(hours=2)) == timedelta(hours=12)


def test_a_year_of_nights_keeps_seven_days_four_weeks_twelve_months() -> None:
    made: set[datetime] = set()
    for night in range(400):
        made.add(NOW + timedelta(days=night))
        made = set(kept(made, Keeping(days=7, weeks=4, months=12)))
    last = NOW + timedelta(days=399)
    assert {last - timedelta(days=days) for days in range(7)} <= made
    assert len({at.isocalendar()[:2] for at in made}) >= 4
    assert len({(at.year, at.month) for at in made}) == 12
    assert len(made) <= 7 + 4 + 12
    assert kept({NOW}, Keeping(days=0, weeks=0, months=0)) == {NOW}, "the newest stays"


def test_only_backups_are_taken_away(tmp_path: Path) -> None:
    for hours in range(10):
        (tmp_path / name_at(NOW - timedelta(hours=hours))).touch()
    (tmp_path / "jazyl-mine.backup").touch()
    assert take_away_old(tmp_path, Keeping(days=1, weeks=0, months=0)) == 7
    assert (tmp_path / "jazyl-mine.backup").exists()


# ── In the running bot ──────────────────────────────────────────────────────────────────────────


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Move the machine's clock."""
    right = Clock.now

    def move(by: timedelta) -> None:
        monkeypatch.setattr(Clock, "now", lambda clock: right(clock) + by)

    return move


async def test_the_night_makes_one_backup_whoever_looks(tmp_path: Path, later: Any) -> None:
    async with new_world(tmp_path) as world:
        backups_of = world.running.backups
        assert await backups_of.look() is None, "nothing was due since the start"
        later(timedelta(days=1))
        seen = await asyncio.gather(backups_of.look(), backups_of.look())
        assert [one is not None for one in seen].count(True) == 1
        assert len(list_made(tmp_path / "backups")) == 1
        assert await backups_of.look() is None


async def test_a_long_backup_is_followed_by_a_long_rest(
    tmp_path: Path, later: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = safekeeping.make

    def dawdle(*given: Any) -> Any:
        seen = whole(*given)
        later(timedelta(minutes=6, seconds=20))
        return seen

    monkeypatch.setattr(safekeeping, "make", dawdle)
    async with new_world(tmp_path, backup_every_minutes=5) as world:
        backups_of = world.running.backups
        later(timedelta(minutes=6))
        assert await backups_of.look() is not None
        monkeypatch.setattr(safekeeping, "make", whole)
        for minutes in (11, 12):
            later(timedelta(minutes=minutes))
            assert await backups_of.look() is None, "twenty times as long as it took is a rest of almost seven minutes"
        later(timedelta(minutes=18))
        assert await backups_of.look() is not None


async def test_a_failing_backup_is_told_and_tried_again_an_hour_later(
    tmp_path: Path, later: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with new_world(tmp_path) as world:
        await world.person(ORGANIZER).start()
        (tmp_path / "backups").rmdir()
        (tmp_path / "backups").write_text("not a folder")
        later(OLDEST)
        assert await world.running.backups.look() is None
        assert await world.running.backups.look() is None
        told = [text for text in world.person(ORGANIZER).texts() if text.startswith("🗄")]
        assert len(told) == 1
        (tmp_path / "backups").unlink()
        later(OLDEST + timedelta(hours=1, minutes=1))
        assert await world.running.backups.look() is not None
        assert world.person(ORGANIZER).screen().startswith("✅")


# ── Nothing is sent until released ──────────────────────────────────────────────────────────────


OWED = (
    "INSERT INTO outbox (account_id, priority, template, data, not_before, not_after, created_at) "
    "SELECT id, 2, 'data-erased', '{}', met_at + {}, {}, met_at FROM accounts WHERE telegram_id = {}"
)
EVENT = '{"event": {"kk": "Лагерь", "ru": "Лагерь", "en": "Camp"}}'


async def lost_world(world: World, tmp_path: Path) -> tuple[Path, int]:
    """Let somebody be owed a message that is due, one that is too late and one for tomorrow; make a backup; end."""
    student = world.newcomer("Aruzhan")
    await student.start()
    await world.running.scheduler.stop()
    await world.running.delivery.stop()

    def owe(tx: Any) -> None:
        for after, until in (("0", "NULL"), ("0", "met_at + 1"), ("86400000000", "NULL")):
            tx.connection.execute(OWED.format(EVENT, after, until, student.id))

    await world.running.database.write(owe)
    target = tmp_path / "one.backup"
    safekeeping.make(house_of(world.settings()), target, Clock().now())
    await world.stop()
    return target, student.id


@pytest.mark.parametrize(("is_dropped", "sent"), [(False, 1), (True, 0)])
async def test_what_is_restored_sends_nothing_until_it_is_released(tmp_path: Path, is_dropped: bool, sent: int) -> None:
    async with new_world(tmp_path / "lost") as world:
        target, person = await lost_world(world, tmp_path)
        settings = world.settings()
        for path in [*settings.data_dir.glob("jazyl.db*")]:
            path.unlink()
        safekeeping.restore(house_of(settings), target, Clock().now())
        before = len(world.telegram.messages(person))
        starting = asyncio.ensure_future(world.start())
        world.telegram.send_text(person, "/status")
        await asyncio.sleep(1.5)
        assert len(world.telegram.messages(person)) == before + 1, "their own words, and no answer"
        assert not starting.done()
        await count_then_release(settings, is_dropped=is_dropped)
        await starting
        await world.idle()
        texts = world.person(person).texts()
        assert sum("Лагерь" in text or "Camp" in text for text in texts) == sent
        states = await world.running.database.read(
            lambda tx: [row[0] for row in tx.connection.execute("SELECT state FROM outbox ORDER BY id")]
        )
        assert states == ["stopped" if is_dropped else "sent", "expired", "due"]


async def count_then_release(settings: Settings, *, is_dropped: bool) -> None:
    database = Database(settings.database_url, key_file=settings.data_key_file)
    database.open()
    ticks = everything_due(settings)
    for _ in range(2):
        due = await holding.count_due(database, ticks, Clock())
        assert (dict(due.messages), due.expired) == ({"data-erased": 1}, 1), "counting changes nothing"
    assert await database.read(backups.find_hold) is not None
    await holding.release(database, ticks, Clock(), is_dropped=is_dropped)
    await database.close()


async def test_without_the_hold_a_restored_bot_would_speak_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def wait_for_nothing(*_: object) -> None:
        return

    monkeypatch.setattr("bot.program.wait_for_release", wait_for_nothing)
    with pytest.raises(AssertionError), suppress(asyncio.CancelledError):
        await test_what_is_restored_sends_nothing_until_it_is_released(tmp_path, is_dropped=False, sent=1)


async def test_a_held_bot_says_why_it_is_not_ready(tmp_path: Path) -> None:
    async with new_world(tmp_path, http_port=databases._free_port()) as world:
        now = Clock().now()
        await world.running.database.write(lambda tx: backups.hold(tx, made_at=now, now=now))
        await world.stop()
        starting = asyncio.ensure_future(world.start())
        await asyncio.sleep(1)
        address = f"http://127.0.0.1:{world.settings().http_port}/readyz"
        async with aiohttp.ClientSession() as session, session.get(address) as response:
            assert (response.status, await response.json()) == (503, {"status": "unready", "reason": "held"})
        database = world.running.database
        await database.write(lambda tx: backups.release(tx, now))
        await starting
        async with aiohttp.ClientSession() as session, session.get(address) as response:
            assert response.status == 200


def test_the_drill_tells_what_would_be_lost_and_how_long_it_takes(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(data_dir=house.data_dir, database_url=f"sqlite:///{house.database}")
    assert commands.drill(settings) == 0
    told = capsys.readouterr().out
    assert "RTO" in told
    assert "RPO: up to 5 min" in told
    assert commands.backup(settings) == 0
    assert len(list_made(settings.backup_dir)) == 1
    assert commands.release(settings, is_sent=False, is_dropped=False) == 0
    assert "Nothing is held" in capsys.readouterr().out
