"""The running bot: built out of its parts, started and stopped as one.

Always true: the schema is current before anything is served; whatever is stopped finishes what it has begun.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Coroutine, Mapping
from datetime import timedelta
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from bot.actions import accounts, loading
from bot.alarms import Alarms
from bot.backups import Backups
from bot.clock import Clock
from bot.delivery import Delivery, in_flight_for
from bot.domain.alarm import Trouble
from bot.domain.language import Language
from bot.domain.reminder import Quiet
from bot.domain.vouch import Rules
from bot.holding import tell_held, wait_for_release
from bot.intake import Intake
from bot.log import get_logger
from bot.lookout import Lookout
from bot.middlewares.turn import House, find_sender
from bot.pacer import Pacer
from bot.programmes.reading import read_file
from bot.scheduler import Scheduler
from bot.settings import Settings
from bot.shares import Shares
from bot.shedding import Door
from bot.telegram import Telegram
from bot.texts import Translator, translators
from bot.ticks import everything_due
from bot.vitals import Parts, Vitals
from bot.watch import Watch
from bot.web.server import Server
from bot.web.webhook import Webhook, set_webhook
from handlers.notices import render
from handlers.organizer.broadcast_watch import BroadcastWatch
from handlers.organizer.file_watch import FileWatch
from handlers.organizer.headcount_watch import HeadcountWatch
from handlers.organizer.menu_watch import EVERYBODYS, MenuWatch, commands_of
from handlers.serving import KINDS, Serving
from handlers.staffroom_watch import StaffroomWatch
from handlers.urgency import rank_of
from storage import tickets
from storage.alone import Alone
from storage.database import Database
from storage.migrating import migrate
from storage.safekeeping import ready_folder, ready_keys
from storage.sqlite import Sqlite

log = get_logger(__name__)

SLOWEST = 0.1
"""Requests a second of a process that looks after no chat: what it says concerns none."""
GRACE = 10.0
"""Seconds that work in hand may take when the program stops."""


class Program:
    """The running bot: intake, conversation, delivery, scheduler."""

    def __init__(self, settings: Settings, clock: Clock | None = None) -> None:
        """Build every part; nothing runs before `start()`."""
        self.settings = settings
        self.clock = clock or Clock()
        self.database = Database(settings.database_url, key_file=settings.data_key_file)
        self.pacer = Pacer(
            per_second=settings.pace_per_second,
            chat_per_second=settings.pace_chat_per_second,
            group_per_minute=settings.pace_group_per_minute,
        )
        self.token = settings.require_token()
        self.shares = self._share() if settings.database_url.startswith("postgresql:") else None
        is_ours = {} if self.shares is None else {"is_ours": self.shares.holds}
        self.telegram = Telegram(token=self.token, base=settings.telegram_api_base, pacer=self.pacer, **is_ours)
        self.translators = translators()
        self.delivery = self._post()
        ticks = everything_due(settings)
        self.scheduler = Scheduler(database=self.database, clock=self.clock, wake=self.delivery.wake, ticks=ticks)
        self.vitals = Vitals(self._parts())
        self.alarms = self._bell()
        self.lookout = Lookout(vitals=self.vitals, alarms=self.alarms, telegram=self.telegram, folder=settings.data_dir)
        self.backups = Backups(settings=settings, database=self.database, clock=self.clock, alarms=self.alarms)
        self._alone = Alone(self.database.path) if isinstance(self.database.engine, Sqlite) else None
        self._tasks: list[asyncio.Task[None]] = []
        self._server: Server | None = None
        self.intake: Intake | None = None
        self.watch: BroadcastWatch | None = None
        self.menus: MenuWatch | None = None
        self.files: FileWatch | None = None
        self.rooms: StaffroomWatch | None = None
        self._watches: tuple[Watch, ...] = ()
        self.port: int | None = None

    async def start(self) -> None:
        """Bring the schema up, meet Telegram, take up what was left, then serve."""
        await self._open_database()
        await self.telegram.open()
        await self._seed()
        me = await self.telegram.call("getMe", {})
        house = self._house(me["username"])
        serving = Serving(house)
        self.intake = Intake(
            database=self.database,
            telegram=self.telegram,
            clock=self.clock,
            handle=serving.handle,
            alarm=self._alarm,
            kinds=KINDS,
            shares=self.shares,
            door=Door(monotonic=self.clock.monotonic, rank_of=rank_of),
            **({"look": partial(find_sender, house)} if self.shares is None else {}),  # else others may come before
        )
        await self._introduce()
        if self.shares is not None:
            await self.shares.renew()
            self._run(self.shares.run())
        await self.intake.recover()
        self._run(self.intake.backlog.watch())
        gc.collect()
        gc.freeze()
        gc.set_threshold(50_000, 50, 100)
        self._run(self.delivery.run())
        self._watch(house)
        self.scheduler.start()
        await self._listen(self.intake)

    def _watch(self, house: House) -> None:
        """Begin everything that looks again and again and shows what has become of things."""
        self.watch, self.menus = BroadcastWatch(house), MenuWatch(house)
        self.files, self.rooms, heads = FileWatch(house), StaffroomWatch(house), HeadcountWatch(house)
        self._watches = (self.watch, self.menus, self.files, self.rooms, heads, self.lookout, self.backups)
        self._tasks += [asyncio.create_task(one.run()) for one in self._watches]  # noqa: TID251 - awaited by stop()

    async def _open_database(self) -> None:
        """Bring the schema up, alone where only one may; a restored database is waited for until it is released."""
        if self._alone is not None:
            self._alone.take()
        migrate(self.settings.database_url)
        self.database.open()
        ready_keys(self.settings.backup_key_file)
        ready_folder(self.settings.backup_dir)
        await wait_for_release(self.database, self._closed_door)

    async def stop(self) -> None:
        """Fetch nothing more, finish what is in hand, close the doors."""
        if self._server is not None:
            await self._server.stop()
        if self.intake is not None:
            await self.intake.stop(GRACE)
        await self.scheduler.stop()
        for watch in self._watches:
            watch.stop()
        await self.delivery.stop(GRACE)
        if self.shares is not None:
            await self.shares.leave()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.telegram.close()
        await self.database.close()
        if self._alone is not None:
            self._alone.leave()

    def move_clock(self, offset: float) -> None:
        """Move the program's time by so many seconds from the machine's (time travel of the playground)."""
        self.clock.offset = timedelta(seconds=offset)
        self.scheduler.tick_now()
        self.delivery.wake()

    async def wait(self) -> None:
        """Wait until something ends by itself: a refused token, for instance."""
        await asyncio.wait(self._tasks, return_when=asyncio.FIRST_EXCEPTION)
        for task in self._tasks:
            if task.done() and not task.cancelled():
                task.result()

    def _post(self) -> Delivery:
        """Return what sends what is owed."""
        return Delivery(
            database=self.database,
            telegram=self.telegram,
            clock=self.clock,
            render=lambda owed, language: render(owed, self.translators[language]),
            in_flight=in_flight_for(self.settings.pace_per_second),
            holder=self.shares.name if self.shares else None,
        )

    def _parts(self) -> Parts:
        """Return what the vitals look at."""
        return Parts(
            database=self.database,
            telegram=self.telegram,
            clock=self.clock,
            delivery=self.delivery,
            shares=self.shares,
            intake=lambda: self.intake,
        )

    def _bell(self) -> Alarms:
        """Return what tells the owners about the program itself."""
        return Alarms(
            database=self.database,
            telegram=self.telegram,
            clock=self.clock,
            translators=lambda: self.translators,
            owner_ids=self.settings.owner_ids,
            default_language=Language(self.settings.default_language),
            source=self.shares.name if self.shares else "",
        )

    def _closed_door(self) -> Server:
        """Return a server that only says why nothing is served."""
        return Server(
            host=self.settings.http_host, port=self.settings.http_port, is_well=self._is_well, find_reason=tell_held
        )

    def _share(self) -> Shares:
        """Return this process's part of the chats; the pace is divided like them."""
        pace = self.settings.pace_per_second
        return Shares(
            database=self.database,
            clock=self.clock,
            changed=lambda part: self.pacer.set_pace(max(pace * part, SLOWEST)),
        )

    async def _listen(self, intake: Intake) -> None:
        secret = self.settings.webhook_secret
        url = self.settings.webhook_url
        webhook = None if url is None or secret is None else Webhook(intake=intake, secret=secret.get_secret_value())
        self._server = Server(
            host=self.settings.http_host,
            port=self.settings.http_port,
            is_well=self._is_well,
            find_reason=self.vitals.find_reason,
            read_figures=self.vitals.read_figures,
            webhook=webhook,
            webhook_path=urlsplit(url or "").path or "/webhook",
        )
        self.port = await self._server.start()
        if url is None or secret is None:
            self._run(intake.poll())
        else:
            await set_webhook(self.telegram, url=url, secret=secret.get_secret_value(), kinds=KINDS)

    def _run(self, work: Any) -> None:  # noqa: ANN401 - any coroutine
        self._tasks.append(asyncio.create_task(work))  # noqa: TID251 - held here and awaited by stop()

    async def _seed(self) -> None:
        """Load the programme files and the owners that the settings name."""
        now = self.clock.now()
        for path in sorted(self.settings.programmes.glob("*.yaml")):
            content = read_file(path).model_dump(mode="json", by_alias=True)
            await self.database.write(lambda tx, content=content: loading.load(tx, content=content, now=now))  # type: ignore[misc]
        owner_ids = self.settings.owner_ids
        await self.database.write(lambda tx: accounts.sync_owners(tx, owner_ids=owner_ids, now=now))

    def _house(self, bot_name: str) -> House:
        return House(
            database=self.database,
            telegram=self.telegram,
            clock=self.clock,
            translators=self.translators,
            default_language=Language(self.settings.default_language),
            owner_ids=self.settings.owner_ids,
            bot_name=bot_name,
            ticket_key=tickets.read_key(self.settings.data_dir / "keys"),
            upload_folder=self.settings.data_dir / "uploads",
            quiet=Quiet(starts=self.settings.quiet_hours.starts, ends=self.settings.quiet_hours.ends),
            vouching=Rules(
                above=self.settings.vouch_above,
                send_above=self.settings.vouch_send_above,
                alone_after=timedelta(minutes=self.settings.vouch_alone_minutes),
            ),
            holder=self.shares.name if self.shares else None,
            wake=self.delivery.wake,
        )

    async def _introduce(self) -> None:
        """Tell Telegram the commands and the description, in every language, all at once."""
        whoever: tuple[dict[str, str], Translator] = ({}, self.translators[Language(self.settings.default_language)])
        speaking = [({"language_code": language.value}, t) for language, t in self.translators.items()]
        calls: list[Coroutine[Any, Any, Any]] = []
        for whom, t in (*speaking, whoever):
            calls.append(self.telegram.call("setMyCommands", {"commands": commands_of(t, EVERYBODYS), **whom}))
            calls.append(self.telegram.call("setMyDescription", {"description": str(t("bot-description")), **whom}))
        await asyncio.gather(*calls)

    async def _alarm(self, _what: str, _facts: Mapping[str, object]) -> None:
        backlog = await self.vitals.read_backlog()
        await self.alarms.tell(Trouble.POISON, number=backlog.quarantined)

    async def _is_well(self) -> bool:
        await self.database.read(lambda tx: tx.find("accounts.by_telegram", telegram_id=0))
        return True
