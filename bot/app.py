"""The composition root: what each command of `python -m bot` does. Every function returns an exit code."""

from __future__ import annotations

import asyncio
import signal
import sys
from contextlib import suppress
from pathlib import Path

from bot import commands
from bot.actions import loading
from bot.actions.loading import Rehearsed, Shift
from bot.checks import findings
from bot.clock import Clock
from bot.domain.errors import DomainError
from bot.log import get_logger
from bot.program import Program
from bot.programmes.reading import ProgrammeProblems, read_file
from bot.settings import Settings
from bot.telegram import TelegramError, Unauthorized
from storage.backup import back_up
from storage.database import Database
from storage.engine import DatabaseError
from storage.migrating import migrate as migrate_database
from storage.rotation import Rotated, rotate
from storage.vault import VaultError

log = get_logger(__name__)


def run(settings: Settings) -> int:
    """Serve real Telegram until the process is told to end."""
    return asyncio.run(_run(settings))


async def _run(settings: Settings) -> int:
    program = Program(settings)
    try:
        await program.start()
        await _until_told(program)
    except Unauthorized:
        print("BOT_TOKEN is not accepted by Telegram: ask @BotFather for the current one.", file=sys.stderr)
        return 1
    except TelegramError as error:
        print(f"Telegram cannot be reached ({error.kind}): check TELEGRAM_API_BASE and the network.", file=sys.stderr)
        return 1
    except DatabaseError as error:
        print(f"{error}.", file=sys.stderr)
        return 1
    finally:
        await program.stop()
    return 0


async def _until_told(program: Program) -> None:
    """Wait for SIGTERM, Ctrl-C or an end of its own."""
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):
            loop.add_signal_handler(number, told.set)
    ended = asyncio.ensure_future(program.wait())  # noqa: TID251 - awaited below
    waiting = asyncio.ensure_future(told.wait())  # noqa: TID251 - awaited below
    await asyncio.wait((ended, waiting), return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    if ended.done():
        ended.result()
    else:
        ended.cancel()


def playground(settings: Settings, *, host: str, port: int, data: Path | None, browser: bool) -> int:
    """Serve the local Telegram with its browser page and the bot beside it."""
    from bot.demo import Demo  # noqa: PLC0415 - a bot that serves people needs no playground

    folder = data or settings.data_dir / "playground"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        return asyncio.run(Demo(settings, folder).run(host=host, port=port, browser=browser))
    except DatabaseError as error:
        print(f"{error}.", file=sys.stderr)
        return 1


def load(settings: Settings, path: Path, *, is_rehearsal: bool = False) -> int:
    """Load one programme file; a wrong file gets every problem listed and nothing is loaded.

    A rehearsal says what would become of the timetables and leaves nothing behind.
    """
    try:
        content = read_file(path).model_dump(mode="json", by_alias=True)
    except (ProgrammeProblems, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    try:
        migrate_database(settings.database_url)
        shifts = asyncio.run(_load(settings, content, is_rehearsal=is_rehearsal))
    except DomainError as error:
        print(f"{path.name}: {error}", file=sys.stderr)
        return 1
    except DatabaseError as error:
        print(f"{error}.", file=sys.stderr)
        return 1
    for line in commands.told_shifts(shifts):
        print(line)
    if is_rehearsal:
        print(f"{path.name} would be loaded; nothing is changed yet.")
        return 0
    if shifts:
        print("Those whom this concerns are told within two minutes, once the bot runs.")
    print(f"{path.name} is loaded.")
    return 0


async def _load(settings: Settings, content: dict[str, object], *, is_rehearsal: bool) -> tuple[Shift, ...]:
    database = _database(settings)
    database.open()
    work = loading.rehearse if is_rehearsal else loading.load_and_tell
    try:
        now = Clock().now()
        return await database.write(lambda tx: work(tx, content=content, now=now))
    except Rehearsed as seen:
        return seen.shifts
    finally:
        await database.close()


def _database(settings: Settings) -> Database:
    return Database(settings.database_url, key_file=settings.data_key_file)


def migrate(settings: Settings) -> int:
    """Bring the database to the newest schema."""
    try:
        done = migrate_database(settings.database_url)
    except DatabaseError as error:
        print(f"{error}.", file=sys.stderr)
        return 1
    print(f"Applied: {', '.join(map(str, done))}." if done else "The schema is current.")
    return 0


def backup(settings: Settings, path: Path) -> int:
    """Write a consistent copy of the database, also while the bot runs, and check it."""
    try:
        size = back_up(settings.database_url, path)
    except DatabaseError as error:
        print(f"{error}.", file=sys.stderr)
        return 1
    print(f"{path}: {size:,} bytes, checked.")
    return 0


def move(settings: Settings, target: str) -> int:
    """Copy the database of the settings into a PostgreSQL one; the bot must not run meanwhile."""
    from storage.moving import move as move_database  # noqa: PLC0415 - it needs PostgreSQL's driver, which is large

    try:
        rows = move_database(settings.database_url, target)
    except DatabaseError as error:
        print(f"{error}.", file=sys.stderr)
        return 1
    for table, number in rows.items():
        print(f"{number:>9,}  {table}")
    print(f"{sum(rows.values()):>9,}  rows are there. Now set DATABASE_URL (and DATA_KEY_FILE to where the keys are).")
    return 0


def rotate_key(settings: Settings) -> int:
    """Seal everything with a new key, also while the bot runs; what a kill cut off goes on at the next call."""
    try:
        migrate_database(settings.database_url)
        done = asyncio.run(_rotate(settings))
    except (DatabaseError, VaultError) as error:
        print(f"{error}.", file=sys.stderr)
        return 1
    print(f"{done.resealed:,} rows are sealed with the new key.")
    if done.broken:
        print(f"{done.broken:,} rows do not open (see the log), so their key is kept.", file=sys.stderr)
        return 1
    print("The old key is gone: copy the key file away, and make a new backup, for older ones need the old key.")
    return 0


async def _rotate(settings: Settings) -> Rotated:
    database = _database(settings)
    database.open()
    try:
        return await rotate(database)
    finally:
        await database.close()


def check(settings: Settings) -> int:
    """Look at everything a start depends on and say a line about each."""
    found = findings(settings)
    for is_good, line in found:
        print(f"{'ok     ' if is_good else 'PROBLEM'}  {line}")
    return 0 if all(is_good for is_good, _ in found) else 1
