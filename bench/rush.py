"""A rush for few places: everybody has filled in the form and presses «send» at the same moment, or at a steady rate.

    python -m bench.rush                                          36,000 presses for 500 places, by webhook
    python -m bench.rush --way polling
    python -m bench.rush --round-trip 0.1                         Telegram answers each call after a tenth of a second
    python -m bench.rush --presses 18000 --per-second 300         a normal peak: 300 presses a second for a minute

Prints when the last press was on disk, when the last winner was told, the quantiles from press to screen, how many got
a place, whether anybody overtook anybody, and the most memory the process had. Exit code 1: a promise was broken.
"""

from __future__ import annotations

import argparse
import asyncio
import math
import sqlite3
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.contestant import Contestant
from bench.crowd import Crowd
from bench.script import full_name, name_in_chat, update
from bot.actions import loading
from storage.database import Transaction, read_queries
from storage.migrating import migrate
from storage.sqlite import Sqlite, connect
from storage.vault import Vault
from tests.seed import fill_in, meet, programme

FIRST_ID = 2_000_000
SETTLED = "SELECT count(*) FROM inbox WHERE state IN ('effected', 'done')"
OVERTAKEN = """
SELECT count(*) FROM registrations w WHERE w.seat_number IS NOT NULL AND w.id > (
    SELECT min(r.id) FROM registrations r WHERE r.status = 'waitlisted')
"""


def prepare(path: Path, presses: int, seats: int) -> dict[int, tuple[int, int]]:
    """Make a database in which so many people have filled in a form; return each one's draft and its revision."""
    path.parent.mkdir(parents=True)
    migrate(path)
    connection, vault = connect(path), Vault(path.parent / "keys" / "data.key")
    vault.open(set())
    tx = Transaction(connection, read_queries(Sqlite(path)), {}, vault)
    connection.execute("BEGIN IMMEDIATE")
    made = programme(capacity=seats)
    made["events"][0]["registration"] |= {"opens_on": "2020-01-01", "closes_on": "2100-01-01"}
    loading.load(tx, content=made, now=datetime.now(UTC))
    drafts = {}
    for telegram_id in range(FIRST_ID, FIRST_ID + presses):
        actor = meet(tx, telegram_id, name=name_in_chat(telegram_id))
        page = fill_in(tx, actor, name=full_name(telegram_id))
        drafts[telegram_id] = (page.draft.id, page.draft.revision)
    connection.execute("COMMIT")
    connection.close()
    return drafts


class Rush:
    """The people, the presses and what is heard of them."""

    def __init__(self, way: str, folder: Path, drafts: Mapping[int, tuple[int, int]], round_trip: float = 0) -> None:
        self.bot = Contestant("ours", way, folder, Crowd(1))
        self.bot.crowd.api.round_trip = round_trip
        self.bot.crowd.api.on_screen = self.hear
        self.drafts = drafts
        self.pressed_at: dict[int, float] = {}
        self.heard_at: dict[int, float] = {}

    def hear(self, chat_id: int, _method: str, _payload: Mapping[str, Any], _message: Mapping[str, Any]) -> None:
        """Note the first screen somebody sees."""
        self.heard_at.setdefault(chat_id, time.perf_counter())

    def press(self, telegram_id: int) -> None:
        """Press «send»."""
        draft_id, revision = self.drafts[telegram_id]
        button = [[{"text": "send", "callback_data": f"f:{draft_id}:{revision}:submit:"}]]
        api = self.bot.crowd.api
        screen = api.message(telegram_id, "sendMessage", {"text": "Send?", "reply_markup": {"inline_keyboard": button}})
        self.pressed_at[telegram_id] = time.perf_counter()
        api.offer(update({"kind": "press", "row": 0, "column": 0}, telegram_id, api.new_message_id(), screen))

    async def press_all(self, per_second: float) -> None:
        """Let everybody press at that rate, or within ten seconds."""
        rate, began = per_second or len(self.drafts) / 10, time.perf_counter()
        for number, telegram_id in enumerate(self.drafts):
            while time.perf_counter() < began + number / rate:
                await asyncio.sleep(0.002)
            self.press(telegram_id)

    def ask(self, query: str) -> int:
        """Return one number from the bot's database."""
        with closing(sqlite3.connect(f"file:{self.bot.database}?mode=ro", uri=True, timeout=30)) as connection:
            return int(connection.execute(query).fetchone()[0] or 0)

    async def run(self, per_second: float, patience: float) -> dict[str, float]:
        """Start the bot, let everybody press, wait until everybody has a screen; return the figures."""
        await self.bot.start(self.bot.folder / "programmes", self.bot.folder / "script")
        try:
            began, wall = time.perf_counter(), time.time()
            await self.press_all(per_second)
            while len(self.heard_at) < len(self.drafts) and time.perf_counter() < began + patience:
                await asyncio.sleep(0.05)
            await asyncio.sleep(1)
            memory = (await self.bot.counters())["peak_mb"]
            return {**self._times(began, wall), "peak MB": memory, **self._counts()}
        finally:
            await self.bot.stop()

    def _times(self, began: float, wall: float) -> dict[str, float]:
        waits = sorted(self.heard_at[one] - self.pressed_at[one] for one in self.heard_at)
        winners = self._winners()
        last = self.ask("SELECT max(received_at) FROM inbox") / 1e6 - wall
        return {
            "last on disk s": last,
            "winners told s": max((self.heard_at.get(one, math.inf) - began for one in winners), default=math.inf),
            "all told s": max(self.heard_at.values(), default=math.inf) - began,
            "p50 ms": waits[len(waits) // 2] * 1000,
            "p99 ms": waits[math.ceil(len(waits) * 0.99) - 1] * 1000,
        }

    def _winners(self) -> list[int]:
        query = "SELECT a.telegram_id FROM registrations r JOIN accounts a ON a.id = r.account_id WHERE seat_number > 0"
        with closing(sqlite3.connect(f"file:{self.bot.database}?mode=ro", uri=True)) as connection:
            return [row[0] for row in connection.execute(query)]

    def _counts(self) -> dict[str, float]:
        return {
            "pressed": len(self.drafts),
            "heard": len(self.heard_at),
            "registered": self.ask("SELECT count(*) FROM registrations"),
            "with a place": self.ask("SELECT count(*) FROM registrations WHERE seat_number IS NOT NULL"),
            "overtaken": self.ask(OVERTAKEN),
        }


def main() -> int:
    """Run it once."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--presses", type=int, default=36_000)
    parser.add_argument("--seats", type=int, default=500)
    parser.add_argument("--per-second", type=float, default=0, help="a steady rate; else all within ten seconds")
    parser.add_argument("--way", choices=("webhook", "polling"), default="webhook")
    parser.add_argument("--round-trip", type=float, default=0, help="seconds until Telegram answers a call")
    parser.add_argument("--patience", type=float, default=600, help="seconds after which it is given up")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="rush-") as name:
        folder = Path(name)
        began = time.perf_counter()
        drafts = prepare(folder / f"ours-{given.way}" / "bench.db", given.presses, given.seats)
        (folder / f"ours-{given.way}" / "programmes").mkdir()
        print(f"{given.presses} people have filled in the form ({time.perf_counter() - began:.0f} s)", flush=True)
        figures = asyncio.run(Rush(given.way, folder, drafts, given.round_trip).run(given.per_second, given.patience))
    print(", ".join(f"{key} {value:,.0f}" if value > 99 else f"{key} {value:.1f}" for key, value in figures.items()))
    wrong = figures["registered"] != given.presses or figures["with a place"] != min(given.seats, given.presses)
    return int(wrong or figures["overtaken"] > 0)


if __name__ == "__main__":
    sys.exit(main())
