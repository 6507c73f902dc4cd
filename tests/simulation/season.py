"""One season of a small camp, played from a seed: people, guardians, organizers, and everything that goes wrong.

Always true: the program is the real one but for its clock, its chance, its threads and its network; the promises are
looked at after every step; the same seed leaves the same database.
"""

from __future__ import annotations

import asyncio
import random
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bot import program
from bot.actions import broadcasting, composing, deciding, drawing, guarding, selecting
from bot.domain.access import Actor
from bot.domain.errors import DomainError
from bot.domain.guardian import Limit
from bot.domain.language import Language
from bot.domain.vouch import Rules
from bot.intake import Intake
from bot.middlewares.turn import Turn
from bot.playground.telegram import Telegram as Town
from bot.program import Program
from bot.settings import Settings
from storage import lotteries
from storage.database import Transaction
from storage.migrating import migrate
from storage.values import micros
from tests.delivery.virtual import VirtualLoop
from tests.seed import meet, programme
from tests.simulation import people, promises
from tests.simulation.clockwork import Fuse, InlineDatabase, VirtualClock, VirtualScheduler, determined, inline_database
from tests.simulation.wire import Courier, DirectTelegram, Wire

OWNER, SECOND = 90, 91
MODES = ("review", "first_come", "lottery")
FAULTS = ("429", "500", "502", "lost_reply", "reset", "truncate", "html")
LONGEST_QUIET = 240


@dataclass(kw_only=True)
class Season:
    """What is played, and what came of it."""

    seed: int
    people: int = 10
    steps: int = 150
    repeats: float = 0.1
    kills: bool = True
    faults: bool = True
    problems: list[str] = field(default_factory=list)
    fingerprint: str = ""
    counts: Counter[str] = field(default_factory=Counter)
    story: list[str] = field(default_factory=list)


def content(mode: str, dice: random.Random) -> dict[str, Any]:
    """Return the camp of a season: a few places, two regions, guardians, offers."""
    made = programme(audience="minors", mode=mode, capacity=dice.randint(1, 4), quotas={"north": dice.randint(1, 2)})
    made["events"][0]["registration"]["offers"] = {"hours": dice.choice((24, 48))}
    return made


@cache
def empty() -> Path:
    """Return a migrated database with keys, made once."""
    folder = Path(tempfile.mkdtemp(prefix="season-"))
    migrate(folder / "jazyl.db")
    (folder / "programmes").mkdir()
    return folder


class Life(Program):
    """One incarnation of the program, from a start to a stop or a death."""

    def __init__(self, world: World, fuse: Fuse) -> None:
        self.fuse = fuse
        self.world = world
        with patch.multiple(program, Database=self._database, Telegram=self._telegram, Scheduler=VirtualScheduler):
            super().__init__(world.settings, world.clock)

    def _database(self, url: str, **_: Any) -> InlineDatabase:
        return inline_database(url, self.fuse)

    def _telegram(self, **named: Any) -> DirectTelegram:
        telegram = DirectTelegram(**named)
        telegram.wire, telegram.fuse = self.world.wire, self.fuse
        return telegram

    async def _seed(self) -> None:
        await super()._seed()
        if not self.world.is_seeded:
            await self.database.write(self.world.load)
            self.world.is_seeded = True

    async def _introduce(self) -> None:
        """Telegram knows the commands already."""

    async def _listen(self, intake: Intake) -> None:
        intake.backlog.most_in_hand = 3  # so that in a small camp, too, some have to wait in the inbox
        if self.world.courier is not None:
            self.world.courier.intake = intake
        else:
            self._run(intake.poll())


class World:
    """The camp, its people, and the program with its deaths and rebirths."""

    def __init__(self, season: Season, folder: Path) -> None:
        self.season = season
        self.folder = folder
        self.dice = random.Random(season.seed)
        self.clock = VirtualClock()
        self.town = Town()
        self.wire = Wire(self.town, season.seed + 1)
        self.settings = Settings(
            bot_token=self.town.world.bot.token,
            data_dir=folder,
            database_url=f"sqlite:///{folder / 'jazyl.db'}",
            owner_ids=(OWNER, SECOND),
            programmes=empty() / "programmes",
            backup_every_minutes=1440,
            log_level="ERROR",
        )
        self.mode = self.dice.choice(MODES)
        self.content = content(self.mode, self.dice)
        self.is_seeded = False
        self.courier = None if self.dice.random() < 0.3 else Courier(self.wire, season.seed + 2, repeats=season.repeats)
        if self.courier is not None:
            self.town.world.updates.on_update = self.courier.take
        self.organizers = [people.organizer(self.town, one) for one in (OWNER, SECOND)]
        shyness = [self.dice.choice((0.03, 0.1, 0.3)) for _ in range(season.people)]
        self.students = [people.student(self.town, number, shy) for number, shy in enumerate(shyness)]
        self.guardians: list[people.Somebody] = []
        self.life: Life | None = None
        self.outside = asyncio.all_tasks()
        self.resized: selecting.Resized | None = None

    def load(self, tx: Transaction) -> None:
        """Make the camp, and the table in which the deeds of updates are noted."""
        from bot.actions import loading

        loading.load(tx, content=self.content, now=self.clock.now())
        tx.connection.execute("CREATE TABLE deeds (update_id INTEGER NOT NULL, action TEXT NOT NULL)")

    # ── Birth and death ─────────────────────────────────────────────────────────────────────────

    async def be_born(self) -> None:
        """Start the program, again and again until it lives."""
        while True:
            fuse = Fuse()
            self.life = Life(self, fuse)
            try:
                await self.life.start()
            except Exception:  # noqa: BLE001 - Telegram is not there: whoever looks after the process starts it again
                self._bury(self.life)
                self.season.counts["starts that failed"] += 1
                await asyncio.sleep(5)
                continue
            return

    async def die(self) -> None:
        """End the program as kill -9 does and start it again."""
        assert self.life is not None
        self.life.fuse.is_dead = True
        self.season.counts["kills"] += 1
        self.season.counts[f"killed {self.life.fuse.died_at or 'at rest'}"] += 1
        self._bury(self.life)
        await asyncio.sleep(self.dice.choice((0.1, 1, 20, 60)))
        await self.be_born()

    def _bury(self, life: Life) -> None:
        life.fuse.is_dead = True
        if self.courier is not None:
            self.courier.intake = None
        kept = {asyncio.current_task(), *(self.courier._tasks if self.courier is not None else ())}
        for task in asyncio.all_tasks() - kept:
            task.cancel()
        if hasattr(life.database, "_writer"):
            life.database.bury()  # type: ignore[attr-defined]
        if life._alone is not None:
            life._alone.leave()
        self.town.world.updates.stop_poller("gone")

    async def restart(self) -> None:
        """Stop the program politely and start it again."""
        assert self.life is not None
        if self.courier is not None:
            self.courier.intake = None
        self.season.counts["stops"] += 1
        try:
            await self.life.stop()
        except asyncio.CancelledError:
            if not self.life.fuse.is_dead:
                raise
            return await self.die()  # while it stopped
        return await self.be_born()

    # ── Waiting ─────────────────────────────────────────────────────────────────────────────────

    async def settle(self) -> bool:
        """Wait until nothing is under way; False when that does not come."""
        for _ in range(LONGEST_QUIET):
            await asyncio.sleep(0.25)
            if self.life is not None and self.life.fuse.is_dead:
                await self.die()
            if self._is_quiet():
                return True
        return False

    def _is_quiet(self) -> bool:
        life = self.life
        if life is None or life.intake is None or life.intake.waiting:
            return False
        if len(self.town.world.updates) or (self.courier is not None and self.courier.waiting):
            return False
        now = micros(self.clock.now())
        return not self.ask(
            "SELECT 1 FROM inbox WHERE state IN ('received', 'effected') UNION ALL "
            "SELECT 1 FROM outbox WHERE state = 'sending' OR (state = 'due' AND not_before <= ?) LIMIT 1",
            now,
        )

    def ask(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Return the rows of a query on what is committed."""
        assert self.life is not None
        return [tuple(row) for row in self.life.database._reader.execute(query, values).fetchall()]  # type: ignore[attr-defined]

    # ── One step ────────────────────────────────────────────────────────────────────────────────

    async def step(self) -> None:
        """Let one thing happen, then look at the promises."""
        name = self._begin()
        if name is None:
            name = await self._choose()()
        self.season.story.append(name)
        self.season.counts[name.split(" ")[0]] += 1
        await asyncio.sleep(self.dice.choice((0, 0.01, 0.05, 0.3, 2)))
        if self.life is not None and self.life.fuse.is_dead:
            await self.die()
        if self.dice.random() < 0.3:
            await self.settle()
        self.look(name)

    def _begin(self) -> str | None:
        """Let somebody do something, most of the time."""
        chance = self.dice.random()
        if chance < 0.55:
            return f"student {self.dice.choice(self.students).live(self.dice)}"
        if chance < 0.77 and self.guardians:
            return f"guardian {self.dice.choice(self.guardians).live(self.dice)}"
        if chance < 0.81:
            return f"organizer {self.dice.choice(self.organizers).live(self.dice)}"
        if chance < 0.86:
            return self._hand_on_links()
        return None

    def _hand_on_links(self) -> str:
        """Let students give their links to somebody, some of them to two people."""
        for one in self.students:
            for link in one.invitations():
                for _ in range(self.dice.choice((1, 1, 2))):
                    shy = self.dice.choice((0.05, 0.3, 0.6))
                    self.guardians.append(people.guardian(self.town, len(self.guardians), link, shy))
        return "links"

    def _choose(self) -> Callable[[], Any]:
        deeds: list[tuple[float, Callable[[], Any]]] = [
            (7, self._decide),
            (1, self._resize),
            (1, self._announce),
            (1, self._limit),
            (1, self._lottery),
            (2, self._let_time_pass),
        ]
        if self.season.faults:
            deeds += [(3, self._fail), (0.5, self._cut), (0.5, self._skew)]
        if self.season.kills:
            deeds += [(3, self._arm), (0.5, self._kill), (0.5, self._stop)]
        weights, works = zip(*deeds, strict=True)
        return self.dice.choices(works, weights)[0]

    def look(self, after: str) -> None:
        """Note which promises are broken."""
        assert self.life is not None
        tx = self.life.database._transaction(self.life.database._reader)  # type: ignore[attr-defined]
        for one in promises.broken(tx, self.ask):
            self.season.problems.append(f"after step {len(self.season.story)} ({after}): {one}")

    # ── What organizers do ──────────────────────────────────────────────────────────────────────

    async def act(self, work: Callable[[Transaction, Actor], Any]) -> Any:
        """Let the owner do something; None when it was refused, or when the program died of it."""
        assert self.life is not None
        try:
            return await self.life.database.write(lambda tx: work(tx, meet(tx, OWNER, is_owner=True)))
        except (DomainError, LookupError):
            return None
        except asyncio.CancelledError:
            if not self.life.fuse.is_dead:
                raise
            return None
        finally:
            self.life.delivery.wake()

    async def _decide(self) -> str:
        waiting = self.ask("SELECT id, revision FROM registrations WHERE status = 'pending' ORDER BY id")
        found = waiting if waiting and self.dice.random() < 0.6 else self.ask("SELECT id, revision FROM registrations")
        if not found:
            return "nothing"
        number, revision = self.dice.choice(found)
        verbs = ("confirm", "confirm", "confirm", "return_for_correction", "decline", "undo")
        verb = self.dice.choice(verbs)
        more = {"reason": "no"} if verb in ("return_for_correction", "decline") else {}
        about = {"registration_id": number, "revision": revision, "now": self.clock.now(), **more}
        await self.act(lambda tx, actor: getattr(deciding, verb)(tx, actor=actor, **about))
        return f"decide {verb}"

    async def _resize(self) -> str:
        capacity = self.dice.randint(1, 5)
        about: dict[str, Any] = {"now": self.clock.now(), "stream_id": 1, "capacity": capacity}
        await self.act(lambda tx, actor: selecting.resize(tx, actor=actor, **about))
        return f"resize {capacity}"

    async def _announce(self) -> str:
        now, text = self.clock.now(), f"News {len(self.season.story)}"
        role = self.dice.choice(("all", "student", "guardian"))

        def work(tx: Transaction, actor: Actor) -> None:
            draft = composing.begin(tx, actor=actor, now=now, programme_id=1)
            number = draft.broadcast.id
            composing.ask_text(tx, actor=actor, now=now, broadcast_id=number, language=Language.EN)
            composing.write(tx, actor=meet(tx, OWNER, is_owner=True), now=now, text=text, photo=None, said_at=now)
            draft = composing.choose(tx, actor=actor, now=now, broadcast_id=number, part="role", choice=role)
            about: dict[str, Any] = {"broadcast_id": number, "revision": draft.broadcast.revision, "message_id": None}
            broadcasting.send(tx, actor=actor, now=now, may_fall_back=True, rules=Rules(send_above=10**6), **about)

        await self.act(work)
        return "announce"

    async def _limit(self) -> str:
        found = self.ask(
            "SELECT g.id, r.id FROM guardian_links g JOIN registrations r ON r.participant_id = g.participant_id"
            " WHERE g.ended_at IS NULL ORDER BY g.id"
        )
        if not found:
            return "nothing"
        link_id, number = self.dice.choice(found)
        about: dict[str, Any] = {"now": self.clock.now(), "registration_id": number, "link_id": link_id}
        what = self.dice.choice((*Limit, None))
        if what is None:
            await self.act(lambda tx, actor: guarding.lift(tx, actor=actor, **about))
        else:
            await self.act(lambda tx, actor: guarding.limit(tx, actor=actor, **about, what=what, reason="court"))
        return f"limit {what}"

    async def _lottery(self) -> str:
        now, seed = self.clock.now(), self.dice.randbytes(32)

        def work(tx: Transaction, actor: Actor) -> None:
            kept = lotteries.find_newest(tx, 1)
            if kept is None:
                tx.connection.execute("UPDATE events SET closes_on = '2027-01-01'")
                about: dict[str, Any] = {"event_id": 1, "stream_id": 1, "places": lotteries.count_places(tx, 1)}
                drawing.open_lottery(tx, actor=actor, now=now, public_source=None, rules=[], seed=seed, **about)
                tx.connection.execute("UPDATE events SET closes_on = '2030-01-01'")
            elif self.dice.random() < 0.3:
                drawing.call_off(tx, actor=actor, now=now, lottery_id=kept.id)
            elif self.dice.random() < 0.5:
                drawing.close_and_draw(tx, actor=actor, public_number=None, now=now, lottery_id=kept.id)
            else:
                drawing.apply(tx, actor=actor, now=now, lottery_id=kept.id)

        await self.act(work)
        return "lottery"

    # ── What goes wrong ─────────────────────────────────────────────────────────────────────────

    async def _let_time_pass(self) -> str:
        await self.settle()
        hours = self.dice.choice((0.02, 1, 6, 25, 50))
        self._move(hours * 3600)
        await asyncio.sleep(1)
        return f"wait {hours} h"

    async def _skew(self) -> str:
        self._move(self.dice.choice((-3600, -60, 60)))
        return "skew"

    def _move(self, seconds: float) -> None:
        assert self.life is not None
        self.life.move_clock(self.clock.offset.total_seconds() + seconds)

    async def _fail(self) -> str:
        kind = self.dice.choice(FAULTS)
        self.town.add_fault(kind, count=self.dice.randint(1, 6), retry_after=self.dice.choice((1, 3, 20)))
        if self.courier is None and self.dice.random() < 0.5:
            self.town.add_fault(kind, method="getUpdates", count=self.dice.randint(1, 3))
        return f"fault {kind}"

    async def _cut(self) -> str:
        """Cut the line for a while, in which people go on."""
        self.wire.is_cut = True
        for _ in range(self.dice.randint(1, 6)):
            self.dice.choice(self.students).live(self.dice)
            await asyncio.sleep(self.dice.choice((0.1, 5, 30)))
            if self.life is not None and self.life.fuse.is_dead:
                break
        self.wire.is_cut = False
        return "cut"

    async def _arm(self) -> str:
        """Let the program die at one of its next dangerous moments, whatever it is doing then."""
        assert self.life is not None
        self.life.fuse.left = self.dice.randint(1, 25)
        return "arm"

    async def _kill(self) -> str:
        await self.die()
        return "kill"

    async def _stop(self) -> str:
        await self.restart()
        return "stop"

    # ── The end ─────────────────────────────────────────────────────────────────────────────────

    async def end(self) -> None:
        """Let everything be well again, and see whether all that was owed was done and said."""
        assert self.life is not None
        self.wire.is_cut = False
        self.town.clear_faults()
        self.life.fuse.left = None
        if self.life.fuse.is_dead:
            await self.die()
        for _ in range(12):
            if await self.settle():
                break
        brought = [] if self.courier is None else list(self.courier.brought)
        self.season.problems += promises.unfinished(self.ask, micros(self.clock.now()), brought)
        self.look("the end")
        self.season.counts["updates"] = self.ask("SELECT count(*) FROM inbox")[0][0]
        self.season.counts["registrations"] = self.ask("SELECT count(*) FROM registrations")[0][0]
        confirmed = self.ask("SELECT count(*) FROM registrations WHERE status = 'confirmed'")
        self.season.counts["confirmed"] = confirmed[0][0]
        self.season.counts["messages"] = self.ask("SELECT count(*) FROM outbox WHERE state = 'sent'")[0][0]
        await self.life.stop()


@contextmanager
def noting_deeds() -> Iterator[None]:
    """Note in the same transaction which update the first action of a turn was for."""
    act = Turn.act

    async def noted(turn: Turn, action: Callable[..., Any], **arguments: Any) -> Any:
        if turn.has_acted or turn.incoming.is_effected:
            return await act(turn, action, **arguments)

        def work(tx: Transaction, **named: Any) -> Any:
            row = (turn.incoming.update_id, action.__name__)
            tx.connection.execute("INSERT INTO deeds VALUES (?, ?)", row)
            return action(tx, **named)

        return await act(turn, work, **arguments)

    with patch.object(Turn, "act", noted):
        yield


async def _play(season: Season, folder: Path) -> None:
    world = World(season, folder)
    await world.be_born()
    try:
        for _ in range(season.steps):
            await world.step()
            if season.problems:
                return
        await world.end()
    finally:
        if world.life is not None:
            world._bury(world.life)


def play(season: Season) -> Season:
    """Play a season to its end, or to the first broken promise."""
    with tempfile.TemporaryDirectory(prefix="season-") as name:
        shutil.copytree(empty(), name, dirs_exist_ok=True)
        loop = VirtualLoop()
        with determined(loop, season.seed), noting_deeds(), asyncio.Runner(loop_factory=lambda: loop) as runner:
            runner.run(_play(season, Path(name)))
        with sqlite3.connect(Path(name) / "jazyl.db") as connection:
            season.fingerprint = promises.fingerprint(connection)
        connection.close()
    return season
