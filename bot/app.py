"""The composition root: what each command of `python -m bot` does. Every function returns an exit code."""

from __future__ import annotations

import asyncio
import shutil
import signal
import sys
import webbrowser
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from bot import rehearsal
from bot.actions import loading
from bot.clock import Clock
from bot.domain.errors import DomainError
from bot.domain.language import Language
from bot.log import get_logger
from bot.playground import Playground, Scenario
from bot.program import Program
from bot.programmes.reading import ProgrammeProblems, read_file
from bot.settings import Settings
from bot.telegram import TelegramError, Unauthorized
from storage.backup import back_up
from storage.database import Database, DatabaseError, sqlite_path
from storage.migrating import is_current
from storage.migrating import migrate as migrate_database

log = get_logger(__name__)

ORGANIZER_ID: Final = 103
"""The playground's organizer, who owns the demo."""


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
    folder = data or settings.data_dir / "playground"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return asyncio.run(Demo(settings, folder).run(host=host, port=port, browser=browser))


class Demo:
    """The playground and the bot in one process, speaking real HTTP with each other."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        """Keep the demo's data in one folder, apart from real data."""
        self.folder = folder
        self.clock = Clock()
        self.telegram = Playground(state_file=folder / "telegram.json", on_reset=self.reset, on_clock=self.move_clock)
        self.plain_settings = settings
        self.program: Program | None = None

    async def run(self, *, host: str, port: int, browser: bool) -> int:
        """Start both, tell the address, wait for the end."""
        address = await self.telegram.start(host, port)
        try:
            self.program = await self._start_program()
            print(f"Jazyl is ready: {address}\nPress Ctrl-C to stop.", flush=True)
            if browser:
                await asyncio.to_thread(webbrowser.open, address)
            await _until_stopped()
        finally:
            if self.program is not None:
                await self.program.stop()
            await self.telegram.stop()
        return 0

    async def reset(self) -> None:
        """Begin anew: an empty database, the machine's time."""
        if self.program is not None:
            await self.program.stop()
        for path in self.folder.glob("jazyl.db*"):
            path.unlink()
        self.clock.offset = timedelta()
        self.program = await self._start_program()

    def _scenes(self) -> tuple[Scenario, ...]:
        titles = {code: title["en"] for code, title in rehearsal.PEOPLE["title"].items()}
        return (
            Scenario(code="camp-20", title=titles["camp-20"], run=self.fill_camp),
            Scenario(code="waitlist", title=titles["waitlist"], run=self.fill_waitlist),
        )

    async def fill_camp(self, telegram: Playground) -> None:
        """Let twenty invented students register for the forum and stop at different stages."""
        if self.program is None:
            return
        now = self.clock.now()
        extras = [self._extra(telegram, *person) for person in rehearsal.PEOPLE["students"]]
        event_id = await self.program.database.read(rehearsal.forum_id)
        await rehearsal.seat_students(self.program.database, extras, event_id=event_id, owner_id=ORGANIZER_ID, now=now)
        self.program.delivery.wake()

    async def fill_waitlist(self, telegram: Playground) -> None:
        """The same with ten places in the first stream, so that half of them wait."""
        if self.program is None:
            return
        content = read_file(self.plain_settings.programmes / rehearsal.FORUM_FILE).model_dump(
            mode="json", by_alias=True
        )
        await rehearsal.shrink(self.program.database, content, capacity=10, now=self.clock.now())
        await self.fill_camp(telegram)

    def _extra(self, telegram: Playground, last_name: str, first_name: str, language: str) -> rehearsal.Extra:
        student, guardian = (
            telegram.telegram.create_user(first_name=name, last_name=last_name, language_code=code, role="other")
            for name, code in ((first_name, language), ("·", "ru"))
        )
        for person in (student, guardian):
            person.started = True
        return rehearsal.Extra(
            telegram_id=student.id,
            guardian_id=guardian.id,
            last_name=last_name,
            first_name=first_name,
            language=Language(language),
        )

    def move_clock(self, offset: float) -> None:
        """Travel in time together with the playground."""
        self.clock.offset = timedelta(seconds=offset)
        if self.program is not None:
            self.program.move_clock(offset)

    async def _start_program(self) -> Program:
        program = Program(demo_settings(self.plain_settings, self.telegram, self.folder), self.clock)
        await program.start()
        return program


def demo_settings(settings: Settings, telegram: Playground, folder: Path) -> Settings:
    """Return settings that touch nothing real: the playground's token, address and database."""
    return Settings(
        bot_token=telegram.token,
        telegram_api_base=telegram.url,
        data_dir=folder,
        database_url=f"sqlite:///{(folder / 'jazyl.db').resolve()}",
        owner_ids=(ORGANIZER_ID,),
        http_port=0,
        default_language=settings.default_language,
        timezone=settings.timezone,
        quiet_hours=settings.quiet_hours,
        programmes=settings.programmes,
        log_level=settings.log_level,
        log_format=settings.log_format,
    )


async def _until_stopped() -> None:
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):
            loop.add_signal_handler(number, told.set)
    await told.wait()


def load(settings: Settings, path: Path) -> int:
    """Load one programme file; a wrong file gets every problem listed and nothing is loaded."""
    try:
        content = read_file(path).model_dump(mode="json", by_alias=True)
    except (ProgrammeProblems, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    migrate_database(sqlite_path(settings.database_url))
    try:
        asyncio.run(_load(settings, content))
    except DomainError as error:
        print(f"{path.name}: {error}", file=sys.stderr)
        return 1
    print(f"{path.name} is loaded.")
    return 0


async def _load(settings: Settings, content: dict[str, object]) -> None:
    database = Database(settings.database_url)
    database.open()
    try:
        now = Clock().now()
        await database.write(lambda tx: loading.load(tx, content=content, now=now))
    finally:
        await database.close()


def migrate(settings: Settings) -> int:
    """Bring the database to the newest schema."""
    try:
        done = migrate_database(sqlite_path(settings.database_url))
    except DatabaseError as error:
        print(f"{error}.", file=sys.stderr)
        return 1
    print(f"Applied: {', '.join(map(str, done))}." if done else "The schema is current.")
    return 0


def backup(settings: Settings, path: Path) -> int:
    """Write a consistent copy of the database, also while the bot runs, and check it."""
    try:
        size = back_up(sqlite_path(settings.database_url), path)
    except DatabaseError as error:
        print(f"{error}.", file=sys.stderr)
        return 1
    print(f"{path}: {size:,} bytes, checked.")
    return 0


def check(settings: Settings) -> int:
    """Look at everything a start depends on and say a line about each."""
    findings = [*_check_settings(settings), *_check_database(settings), *_check_zone(settings), *_check_files(settings)]
    for is_good, line in findings:
        print(f"{'ok     ' if is_good else 'PROBLEM'}  {line}")
    return 0 if all(is_good for is_good, _ in findings) else 1


Finding = tuple[bool, str]


def _check_settings(settings: Settings) -> list[Finding]:
    token = (True, "BOT_TOKEN is set") if settings.bot_token else (False, "BOT_TOKEN is empty: @BotFather gives one")
    owners = (
        (True, f"OWNER_IDS names {len(settings.owner_ids)}")
        if settings.owner_ids
        else (
            False,
            "OWNER_IDS is empty: nobody could organize; write your numeric Telegram id",
        )
    )
    return [token, owners]


def _check_database(settings: Settings) -> list[Finding]:
    try:
        path = sqlite_path(settings.database_url)
        if not is_current(path):
            return [(False, "the database is not at the newest schema: run `python -m bot migrate`")]
    except (DatabaseError, OSError) as error:
        return [(False, f"the database cannot be used: {error}")]
    mode = path.stat().st_mode & 0o077
    free = shutil.disk_usage(path.parent).free // 2**20
    return [
        (True, "the database has the newest schema and is written with synchronous=FULL"),
        (mode == 0, "the database file is readable by its owner only" if not mode else f"chmod 600 {path.name}"),
        (free > 100, f"{free:,} MB are free on its disk"),  # noqa: PLR2004 - megabytes a season needs
    ]


def _check_zone(settings: Settings) -> list[Finding]:
    almaty = Clock().now().astimezone(ZoneInfo("Asia/Almaty")).utcoffset()
    is_new = almaty == timedelta(hours=5)
    line = (
        "time zones are current (Asia/Almaty is UTC+5)" if is_new else "time zones are old: update the package tzdata"
    )
    return [(is_new, line), (True, f"TIMEZONE is {settings.timezone.key}")]


def _check_files(settings: Settings) -> list[Finding]:
    findings: list[Finding] = []
    for path in sorted(settings.programmes.glob("*.yaml")):
        try:
            read_file(path)
        except (ProgrammeProblems, OSError) as error:
            findings.append((False, str(error)))
        else:
            findings.append((True, f"{path.name} can be loaded"))
    return findings
