"""A crowd in the playground and in the database, an announcement to it, and a bot in a process of its own."""

from __future__ import annotations

import asyncio
import copy
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot import log
from bot.actions import composing, loading, raising
from bot.clock import Clock
from bot.domain.access import Actor
from bot.domain.broadcast import Broadcast, State
from bot.domain.language import Language
from bot.playground import Playground
from bot.program import Program
from bot.settings import Settings
from storage import accounts, broadcasts, outbox
from storage.database import Database, Transaction
from storage.migrating import migrate
from storage.values import micros
from tests.intake.killloop import Nursery
from tests.journeys.whole_bot import ProcessWorld
from tests.seed import fill_in, meet, programme, submit
from tests.warm import warm
from tests.world import ORGANIZER

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
FIRST = 1_000_000
EMERGENCY, BULK = "Everybody to the hall now", "The bus leaves at nine"

warm()


def run(launch: Mapping[str, Any]) -> None:
    """Serve until killed; `lease` is that of a sent message in seconds, a careless bot takes lost ones for sent."""
    log.configure(level="CRITICAL", style="text")
    asyncio.run(_run(dict(launch)))


async def _run(launch: dict[str, Any]) -> None:
    lease, is_careless = launch.pop("lease", None), launch.pop("is_careless", False)
    program = Program(Settings(**launch))
    if lease is not None:
        program.delivery._lease = timedelta(seconds=lease)
    if is_careless:
        outbox.recover = call_lost_ones_sent
    await program.start()
    await program.wait()


def call_lost_ones_sent(tx: Transaction, now: datetime, *, flying: Any = ()) -> int:
    """Do what a careless program does: what was on its way when it died has surely arrived."""
    done = tx.connection.execute(
        "UPDATE outbox SET state = 'sent', finished_at = ? WHERE state = 'sending' AND lease_until <= ?",
        (micros(now), micros(now)),
    )
    return int(done.rowcount)


class CrowdWorld(ProcessWorld):
    """A bot that can be killed, with a crowd it owes something to."""

    def __init__(self, playground: Playground, folder: Path, settings: Mapping[str, Any], nursery: Nursery) -> None:
        super().__init__(playground, folder, settings, nursery)
        self.launch: dict[str, Any] = {}

    async def start(self) -> None:
        """Start the process; it takes up what was left."""
        given = self.settings().model_dump(mode="json", exclude={"bot_token"}) | self._secrets() | self.launch
        await self.nursery.start(given)


@asynccontextmanager
async def crowd_world(
    folder: Path, families: Mapping[str, int], *, pace: float, **launch: Any
) -> AsyncIterator[CrowdWorld]:
    """Open a world in which each event has a child with so many guardians; the bot is not started yet."""
    playground = Playground()
    await playground.start()
    settings = {"pace_per_second": pace, "pace_chat_per_second": 1}
    async with Nursery("tests.promises.crowd") as nursery:
        world = CrowdWorld(playground, folder, settings, nursery)
        world.launch = launch
        await gather(world, families)
        try:
            yield world
        finally:
            await world.stop()
            await playground.stop()


async def gather(world: CrowdWorld, families: Mapping[str, int]) -> None:
    """Fill the database and the playground."""
    settings = world.settings()
    migrate(settings.database_url)
    database = Database(settings.database_url, key_file=settings.data_key_file)
    database.open()
    content = programme(capacity=10)
    (event,) = content["events"]
    content["events"] = [{**copy.deepcopy(event), "code": code} for code in families]
    await database.write(lambda tx: loading.load(tx, content=content, now=LONG_AGO))
    world.telegram.world.people[ORGANIZER].started = True
    for number, many in enumerate(families.values(), start=1):
        await database.write(lambda tx, number=number, many=many: _join(tx, number, many))  # type: ignore[misc]
        for telegram_id in ids(number, many):
            world.telegram.create_user(first_name="P", id=telegram_id, language_code="en")
            world.telegram.world.people[telegram_id].started = True
    await database.close()


def ids(event_id: int, many: int) -> range:
    """Return the Telegram ids of an event's guardians; the last is its student."""
    return range(FIRST * event_id, FIRST * event_id + many)


def _join(tx: Transaction, event_id: int, many: int) -> None:
    *guardians, child = ids(event_id, many)
    actor = meet(tx, child)
    accounts.set_language(tx, actor.account_id, Language.EN)
    claim = submit(tx, actor, fill_in(tx, actor, event_id))
    tx.connection.cursor().executemany(
        "INSERT INTO accounts (telegram_id, display_name, language, met_at, seen_at) VALUES (?, 'P', 'en', 0, 0)",
        [(one,) for one in guardians],
    )
    tx.connection.execute(
        "INSERT INTO guardian_links (participant_id, account_id, confirmed_at) "
        "SELECT ?, id, 0 FROM accounts WHERE telegram_id BETWEEN ? AND ?",
        (claim.participant_id, min(guardians, default=0), max(guardians, default=0)),
    )


def owner(tx: Transaction) -> Actor:
    return meet(tx, ORGANIZER, is_owner=True)


async def announce(world: CrowdWorld, event_id: int, *, is_emergency: bool = False) -> Broadcast:
    """Write an announcement to one event: a plain one begins with the bot, an emergency waits for its last press."""
    now = Clock().now()
    settings = world.settings()
    database = Database(settings.database_url, key_file=settings.data_key_file)
    database.open()

    def work(tx: Transaction) -> Broadcast:
        claim: dict[str, Any] = {"actor": owner(tx), "now": now}
        number = composing.begin(tx, **claim, programme_id=1).broadcast.id
        text = EMERGENCY if is_emergency else BULK
        accounts.set_language(tx, claim["actor"].account_id, Language.EN)
        composing.ask_text(tx, **claim, broadcast_id=number, language=Language.EN)
        composing.write(tx, actor=owner(tx), now=now, text=text, photo=None, said_at=now)
        composing.choose(tx, **claim, broadcast_id=number, part="event", choice=str(event_id))
        if is_emergency:
            raising.choose(tx, **claim, broadcast_id=number, is_emergency=True)
            return broadcasts.get(tx, number)
        due = (State.SCHEDULED.value, claim["actor"].account_id, micros(now), number)
        tx.connection.execute(
            "UPDATE broadcasts SET state = ?, sender_id = ?, send_at = ?, may_fall_back = 1 WHERE id = ?", due
        )
        return broadcasts.get(tx, number)

    found = await database.write(work)
    await database.close()
    return found


def busiest_second(world: CrowdWorld) -> int:
    """Return the most requests that came within one second."""
    came = [call.at for call in world.telegram.calls() if call.method.startswith(("send", "edit"))]
    most, first = 0, 0
    for last, at in enumerate(came := sorted(came)):
        while at - came[first] >= 1:
            first += 1
        most = max(most, last - first + 1)
    return most


def too_early(world: CrowdWorld) -> int:
    """Return how many requests came to a chat before Telegram wanted any."""
    shut: dict[int, float] = {}
    wrong = 0
    for call in sorted(world.telegram.calls(), key=lambda one: one.at):
        if call.chat_id is None or not call.method.startswith(("send", "edit")):
            continue
        wrong += call.at < shut.get(call.chat_id, 0)
        if call.status == 429:
            shut[call.chat_id] = call.at + float((call.response or {})["parameters"]["retry_after"])
    return wrong
