"""The floor: the same conversation without a framework, every answer on disk (fsync) before the next question is shown.

One thread writes; what waits at the same moment shares one COMMIT. No checks, no texts, no roles, no retries: what is
left is what any bot has to pay for HTTP, JSON and a durable write.
"""

from __future__ import annotations

import asyncio
import json
import queue
import sqlite3
import threading
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bench import wire
from bench.bots.reporting import launch, report

SCHEMA = """
PRAGMA journal_mode = WAL;
CREATE TABLE IF NOT EXISTS drafts (account_id INTEGER PRIMARY KEY, turn INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS answers (account_id INTEGER NOT NULL, turn INTEGER NOT NULL, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS registrations (id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL UNIQUE) STRICT;
CREATE TABLE IF NOT EXISTS outbox (id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL, text TEXT NOT NULL) STRICT;
"""


class Floor:
    """The whole bot."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.given = given
        self.script: list[dict[str, Any]] = json.loads(Path(given["script"]).read_text("utf-8"))
        self.jobs: queue.SimpleQueue[tuple[int, str, bool, asyncio.Future[int]]] = queue.SimpleQueue()
        api = urlsplit(given["api"])
        self.api = wire.Client(str(api.hostname), int(api.port or 80))
        self.loop = asyncio.get_running_loop()
        self.hops = 0
        self.tasks: set[asyncio.Task[None]] = set()

    async def call(self, method: str, payload: dict[str, Any]) -> Any:
        """Call the Bot API."""
        answer = await self.api.post(f"/bot{self.given['token']}/{method}", json.dumps(payload).encode())
        return json.loads(answer)["result"]

    async def save(self, account_id: int, value: str, *, is_start: bool) -> int:
        """Save an answer and return the turn it belongs to."""
        self.hops += 1
        future: asyncio.Future[int] = self.loop.create_future()
        self.jobs.put((account_id, value, is_start, future))
        return await future

    def write(self) -> None:
        """Write what waits, in groups, for ever."""
        connection = sqlite3.connect(self.given["database"], isolation_level=None)
        connection.executescript(SCHEMA)
        connection.execute("PRAGMA synchronous = FULL")
        while True:
            group = [self.jobs.get()]
            while not self.jobs.empty():
                group.append(self.jobs.get())
            connection.execute("BEGIN IMMEDIATE")
            turns = [self.take(connection, job[0], job[1], is_start=job[2]) for job in group]
            connection.execute("COMMIT")
            self.loop.call_soon_threadsafe(_resolve, [(job[3], turn) for job, turn in zip(group, turns, strict=True)])

    def take(self, connection: sqlite3.Connection, account_id: int, value: str, *, is_start: bool) -> int:
        """Save one answer, and the registration when it is the last one."""
        if is_start:
            connection.execute("INSERT OR REPLACE INTO drafts VALUES (?, 1)", (account_id,))
            return 0
        found = connection.execute("SELECT turn FROM drafts WHERE account_id = ?", (account_id,)).fetchone()
        turn: int = found[0]
        connection.execute("INSERT INTO answers VALUES (?, ?, ?)", (account_id, turn, value))
        connection.execute("UPDATE drafts SET turn = turn + 1 WHERE account_id = ?", (account_id,))
        if turn == len(self.script) - 1:
            connection.execute("INSERT INTO registrations (account_id) VALUES (?)", (account_id,))
            connection.execute("INSERT INTO outbox (account_id, text) VALUES (?, 'registered')", (account_id,))
        return turn

    async def handle(self, update: dict[str, Any]) -> None:
        """Save the answer, then show the next screens."""
        press = update.get("callback_query")
        message = press["message"] if press else update["message"]
        chat_id = message["chat"]["id"]
        value = press["data"] if press else message.get("text") or message["contact"]["phone_number"]
        turn = await self.save(chat_id, value, is_start=value.startswith("/start"))
        for screen in self.script[turn]["screens"]:
            payload = {"chat_id": chat_id, "text": screen["text"], "parse_mode": "HTML"}
            if screen["method"].startswith("edit"):
                payload["message_id"] = message["message_id"]
            if screen["markup"]:
                payload["reply_markup"] = screen["markup"]
            await self.call(screen["method"], payload)
        if press and not self.given["webhook_url"]:
            await self.call("answerCallbackQuery", {"callback_query_id": press["id"]})

    def take_post(self, asked: wire.Asked, _path: str, _head: bytes, body: bytes) -> None:
        """Take an update from the webhook."""
        self.begin(self.answer_post(asked, json.loads(body)))

    async def answer_post(self, asked: wire.Asked, update: dict[str, Any]) -> None:
        """Handle an update and let the answer to a press travel in the response."""
        await self.handle(update)
        press = update.get("callback_query")
        answer = {"method": "answerCallbackQuery", "callback_query_id": press["id"]} if press else None
        asked.answer(json.dumps(answer).encode() if answer else b"")

    def begin(self, work: Any) -> None:
        """Run something beside the rest."""
        task = self.loop.create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def serve(self) -> None:
        """Take updates in, one way or the other, for ever."""
        threading.Thread(target=self.write, daemon=True).start()
        report(lambda: {"hops": self.hops})
        if self.given["webhook_url"]:
            await wire.serve(self.take_post, self.given["port"])
            await self.call("setWebhook", {"url": self.given["webhook_url"], "secret_token": self.given["secret"]})
            await asyncio.Event().wait()
        offset = 0
        while True:
            for update in await self.call("getUpdates", {"offset": offset, "timeout": 20}):
                offset = update["update_id"] + 1
                self.begin(self.handle(update))


def _resolve(outcomes: list[tuple[asyncio.Future[int], int]]) -> None:
    for future, turn in outcomes:
        future.set_result(turn)


async def main() -> None:
    """Serve until the bench ends this process."""
    await Floor(launch()).serve()


if __name__ == "__main__":
    asyncio.run(main())
