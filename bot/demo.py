"""The playground and the bot in one process: the demo that one command starts.

Always true: nothing real is touched: the token, the address and the database are the playground's own.
"""

from __future__ import annotations

import asyncio
import signal
import webbrowser
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Final

from bot import rehearsal
from bot.clock import Clock
from bot.domain.language import Language
from bot.playground import Playground, Scenario
from bot.program import Program
from bot.programmes.reading import read_file
from bot.settings import Settings

ORGANIZER_ID: Final = 103
"""The playground's organizer, who owns the demo."""
FIRST_COLLEAGUE_ID: Final = 104


class Demo:
    """The playground and the bot in one process, speaking real HTTP with each other."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        """Keep the demo's data in one folder, apart from real data."""
        self.folder = folder
        self.clock = Clock()
        self.telegram = Playground(
            state_file=folder / "telegram.json",
            scenarios={scene.code: scene for scene in self._scenes()},
            on_reset=self.reset,
            on_clock=self.move_clock,
        )
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
            Scenario(code="staff-group", title=titles["staff-group"], run=self.open_staff_group),
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

    async def open_staff_group(self, telegram: Playground) -> None:
        """Let the organizer and the colleagues have a group where families' questions get topics."""
        if self.program is None:
            return
        people = [ORGANIZER_ID, *(telegram_id for telegram_id, _, _ in self._hire())]
        title = rehearsal.PEOPLE["group"][self.plain_settings.default_language]
        group = telegram.telegram.create_group(title, people, is_forum=True, creator=FIRST_COLLEAGUE_ID)
        telegram.telegram.promote(group.id, telegram.telegram.world.bot.id)
        now = self.clock.now()
        await self.program.database.write(
            lambda tx: rehearsal.open_staffroom(tx, group.id, by=FIRST_COLLEAGUE_ID, now=now)
        )

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
        staff = self._hire()
        await program.database.write(lambda tx: rehearsal.seat_staff(tx, staff, self.clock.now()))
        return program

    def _hire(self) -> tuple[tuple[int, str, Language], ...]:
        """Let the organizer's colleagues be there, each with a phone that can be opened on the page."""
        people = rehearsal.PEOPLE["staff"]
        staff = [(FIRST_COLLEAGUE_ID + number, name, Language(code)) for number, (name, code) in enumerate(people)]
        for telegram_id, name, language in staff:
            if telegram_id not in self.telegram.telegram.world.people:
                given = {"first_name": name, "language_code": language.value, "role": "organizer", "id": telegram_id}
                self.telegram.telegram.create_user(**given).started = True
        return tuple(staff)


def demo_settings(settings: Settings, telegram: Playground, folder: Path) -> Settings:
    """Return settings that touch nothing real: the playground's token, address and database."""
    return Settings(
        bot_token=telegram.token,
        telegram_api_base=telegram.url,
        data_dir=folder,
        database_url=f"sqlite:///{(folder / 'jazyl.db').resolve()}",
        data_key_file=folder / "keys" / "data.key",
        owner_ids=(ORGANIZER_ID,),
        http_port=0,
        default_language=settings.default_language,
        timezone=settings.timezone,
        quiet_hours=settings.quiet_hours,
        vouch_above=settings.vouch_above,
        vouch_alone_minutes=0,
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
