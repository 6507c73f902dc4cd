"""Polling over real HTTP: what moves the offset, and every way in which Telegram may misbehave."""

from __future__ import annotations

import asyncio
import json
import logging
import re
import sqlite3
from typing import Any

import pytest
from aiohttp import web

import bot.log
import bot.polling
from bot.intake import Incoming, Intake, PoisonError
from bot.telegram import Unauthorized
from storage.inbox import State
from tests.intake.conftest import KINDS, Desk
from tests.intake.fake_api import Answer, message, ok, refusal

CANARY = "Ерлан, ИИН 080101500123, астма"


@pytest.fixture
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.polling, "FIRST_PAUSE", 0.01)
    monkeypatch.setattr(bot.polling, "LONGEST_PAUSE", 0.05)


async def served(desk: Desk, intake: Intake, count: int, *, seconds: float = 10) -> None:
    """Poll until so many updates are done, then stop."""
    async with asyncio.TaskGroup() as group:
        group.create_task(intake.poll())
        await desk.api.until(lambda: intake.counts["done"] >= count, seconds)
        await intake.stop()


async def test_the_offset_moves_only_after_the_commit(desk: Desk) -> None:
    outside = sqlite3.connect(desk.database.path, isolation_level=None)
    outside.execute("BEGIN IMMEDIATE")
    intake = desk.open_intake()
    desk.api.push(message(41), message(42))
    async with asyncio.TaskGroup() as group:
        group.create_task(intake.poll())
        await desk.api.until(lambda: desk.api.offsets == [0])
        await asyncio.sleep(0.3)
        assert desk.api.offsets == [0], "the database is locked: nothing is confirmed"
        outside.execute("ROLLBACK")
        outside.close()
        await desk.api.until(lambda: desk.api.offsets == [0, 43])
        await intake.stop()
    assert desk.ids() == [41, 42]


async def test_a_start_by_polling_ends_a_webhook_and_drops_nothing(desk: Desk) -> None:
    desk.api.push(message(1))
    await served(desk, desk.open_intake(), 1)
    assert desk.api.calls[0] == ("deleteWebhook", {}), "and no word about what waits there"
    assert desk.api.made("getUpdates")[0] == {"timeout": 20, "limit": 100, "allowed_updates": sorted(KINDS)}


async def test_a_stop_does_not_wait_for_the_long_poll(desk: Desk) -> None:
    intake = desk.open_intake()
    async with asyncio.TaskGroup() as group:
        group.create_task(intake.poll())
        await desk.api.until(lambda: desk.api.offsets == [0])
        began = asyncio.get_running_loop().time()
        await intake.stop()
    assert asyncio.get_running_loop().time() - began < 0.5


async def test_a_stop_lets_lanes_finish_within_the_grace_and_leaves_the_rest(desk: Desk) -> None:
    async def handle(incoming: Incoming) -> None:
        await asyncio.sleep(0.2 if incoming.chat_id == 1 else 60)

    intake = desk.open_intake(handle)
    desk.api.push(message(1, chat_id=1), message(2, chat_id=2), message(3, chat_id=2))
    async with asyncio.TaskGroup() as group:
        group.create_task(intake.poll())
        await desk.api.until(lambda: len(desk.handled) == 2)
        began = asyncio.get_running_loop().time()
        await intake.stop(grace=0.6)
    assert 0.5 < asyncio.get_running_loop().time() - began < 1.5
    assert await desk.states() == {State.DONE: 1, State.RECEIVED: 2}


# ── Broken answers ──────────────────────────────────────────────────────────────────────────────


def answering(*, text: str, status: int = 200, kind: str = "application/json") -> Answer:
    async def answer(_request: web.Request) -> web.StreamResponse:
        return web.Response(text=text, status=status, content_type=kind)

    return answer


def refusing(code: int, description: str, **parameters: Any) -> Answer:
    async def answer(_request: web.Request) -> web.StreamResponse:
        return refusal(code, description, **parameters)

    return answer


async def cut_in_the_middle(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "5000"})
    await response.prepare(request)
    await response.write(json.dumps({"ok": True, "result": [message(1)]}).encode()[:60])
    assert request.transport is not None
    request.transport.close()
    return response


async def reset(request: web.Request) -> web.StreamResponse:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


async def hang(_request: web.Request) -> web.StreamResponse:
    await asyncio.sleep(30)
    return web.Response()


BROKEN = {
    "409 another poller": refusing(409, "Conflict: terminated by other getUpdates request"),
    "409 a webhook": refusing(409, "Conflict: can't use getUpdates method while webhook is active"),
    "429": refusing(429, "Too Many Requests: retry after 0", retry_after=0),
    "400": refusing(400, "Bad Request: whatever"),
    "500": refusing(500, "Internal Server Error: restart"),
    "502 HTML": answering(text="<html>502 Bad Gateway</html>", status=502, kind="text/html"),
    "200 HTML": answering(text="<html>Welcome to the hotel</html>", kind="text/html"),
    "404 HTML": answering(text="<html>404 Not Found</html>", status=404, kind="text/html"),
    "half of the JSON": answering(text=json.dumps({"ok": True, "result": [message(1)]})[:80]),
    "no JSON": answering(text="ok"),
    "too deep JSON": answering(text="[" * 100_000),
    "not ok": answering(text='{"ok": 1}'),
    "a result that is no list": answering(text='{"ok": true, "result": {"update_id": 1}}'),
    "a list of nothing usable": answering(text='{"ok": true, "result": [null, 7, "x", [], {}, {"update_id": "1"}]}'),
    "cut in the middle": cut_in_the_middle,
    "reset": reset,
    "hang": hang,
}


@pytest.mark.usefixtures("short_pauses")
@pytest.mark.parametrize("name", BROKEN)
async def test_polling_survives(desk: Desk, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.polling, "LONG_POLL", -4.6)  # so that a hang is given up after 0.4 s
    desk.api.push(message(1), message(2))
    desk.api.broken.extend([BROKEN[name]] * 3)
    intake = desk.open_intake()
    await served(desk, intake, 2)
    assert desk.ids() == [1, 2]
    assert not desk.api.broken


@pytest.mark.usefixtures("short_pauses")
async def test_a_telegram_that_is_not_there_is_waited_for(desk: Desk) -> None:
    port = int(desk.api.base.rsplit(":", 1)[1])
    await desk.api.stop()
    intake = desk.open_intake()
    async with asyncio.TaskGroup() as group:
        group.create_task(intake.poll())
        await asyncio.sleep(0.2)
        await desk.api.start(port)
        desk.api.push(message(1))
        await desk.api.until(lambda: intake.counts["done"] == 1)
        await intake.stop()


async def test_a_refused_token_ends_polling_with_a_clear_error(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.api.broken.append(refusing(401, "Unauthorized"))
    intake = desk.open_intake()
    with pytest.raises(Unauthorized):
        await asyncio.wait_for(intake.poll(), 5)
    assert "BOT_TOKEN" in capsys.readouterr().out
    await intake.stop()


async def test_pauses_grow_to_fifteen_seconds_and_only_the_first_failure_is_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pauses: list[float] = []

    async def note(_halt: asyncio.Event, seconds: float) -> None:
        pauses.append(seconds)
        await asyncio.sleep(0)

    monkeypatch.setattr(bot.polling, "pause_until", note)
    desk.api.broken.extend([refusing(502, "Bad Gateway")] * 8)
    desk.api.push(message(1))
    await served(desk, desk.open_intake(), 1)
    assert pauses == [0.5, 1, 2, 4, 8, 15, 15, 15]
    told = capsys.readouterr().out
    assert told.count("polling failed") == 1
    assert told.count("polling works again") == 1


async def test_telegrams_own_pause_is_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []

    async def note(_halt: asyncio.Event, seconds: float) -> None:
        pauses.append(seconds)

    monkeypatch.setattr(bot.polling, "pause_until", note)
    desk.api.broken.append(refusing(429, "Too Many Requests: retry after 77", retry_after=77))
    desk.api.push(message(1))
    await served(desk, desk.open_intake(), 1)
    assert pauses == [77]


async def test_a_server_that_never_waits_is_not_asked_in_a_busy_loop(desk: Desk) -> None:
    desk.api.broken.extend([answering(text='{"ok": true, "result": []}')] * 1000)
    intake = desk.open_intake()
    async with asyncio.TaskGroup() as group:
        group.create_task(intake.poll())
        await asyncio.sleep(1)
        await intake.stop()
    assert len(desk.api.made("getUpdates")) <= 3


async def test_nothing_more_is_fetched_while_too_many_wait(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.polling, "MOST_WAITING", 150)
    release = asyncio.Event()

    async def handle(incoming: Incoming) -> None:
        await release.wait()

    intake = desk.open_intake(handle)
    desk.api.push(*(message(n, chat_id=n) for n in range(1, 501)))
    async with asyncio.TaskGroup() as group:
        group.create_task(intake.poll())
        await desk.api.until(lambda: intake.waiting == 200)
        await asyncio.sleep(0.3)
        assert intake.waiting == 200
        release.set()
        await desk.api.until(lambda: intake.counts["done"] == 500)
        await intake.stop()


# ── Poison ──────────────────────────────────────────────────────────────────────────────────────


def poisons() -> list[Any]:
    """Return updates nobody can parse, each with a person's data inside."""
    whole = message(0, text=CANARY)
    without = {key: value for key, value in whole["message"].items() if key != "date"}
    return [
        {"update_id": 0, "message": without},
        {"update_id": 0, "message": {**whole["message"], "date": 10**18}},
        {"update_id": 0, "message": CANARY},
        {"update_id": 0, "message": {**whole["message"], "chat": {"id": "x", "type": CANARY}}},
        {"update_id": 0, "message": {**whole["message"], "text": CANARY + "\ud83d"}},
    ]


async def _parse(incoming: Incoming) -> None:
    """Parse as an application would."""
    body = incoming.raw["message"]
    if not isinstance(body, dict) or not isinstance(body.get("date"), int) or body["date"] > 2**40:
        raise PoisonError(f"cannot parse {body}")
    if not isinstance(body["chat"]["id"], int) or not body["text"].isprintable():
        raise PoisonError from ValueError(f"what is {body}")


@pytest.mark.parametrize("kind", range(5))
async def test_one_poisoned_update_among_a_hundred_stops_nobody_and_leaks_nothing(
    desk: Desk, kind: int, capfd: pytest.CaptureFixture[str]
) -> None:
    handlers = logging.getLogger().handlers
    bot.log.configure()
    poisoned = {**poisons()[kind], "update_id": 50}
    desk.api.push(*(poisoned if n == 50 else message(n, chat_id=1 + n % 5) for n in range(1, 101)))
    intake = desk.open_intake(_parse)
    try:
        await served(desk, intake, 99)
    finally:
        logging.getLogger().handlers = handlers
    assert set(desk.ids()) == set(range(1, 101))
    assert await desk.states() == {State.DONE: 99, State.QUARANTINED: 1}
    log = capfd.readouterr().err
    assert "update put aside" in log
    assert not re.search("Ерлан|080101500123|астма|\\\\u0415", log + str(desk.alarms))
    assert [facts["update_id"] for _, facts in desk.alarms] == [50]
    kept = await desk.rows("SELECT raw, error FROM inbox WHERE update_id = 50")
    told = desk.database.vault.unseal(kept[0][0], "inbox", "raw", 50)
    assert json.loads(told) == poisoned, "put aside with what Telegram sent"
    assert kept[0][1] == "PoisonError"


async def test_malformed_elements_of_a_batch_are_dropped_and_the_others_served(desk: Desk) -> None:
    bad: list[Any] = [
        None,
        5,
        "x",
        [],
        {},
        {"update_id": "7"},
        {"update_id": -1},
        {"update_id": True},
        {"update_id": 1e3},
    ]
    batch = [message(1), *bad, message(2), {"update_id": 2**80, "message": {}}]

    async def answer(_request: web.Request) -> web.StreamResponse:
        return ok(batch)

    desk.api.broken.append(answer)
    intake = desk.open_intake()
    await served(desk, intake, 2)
    assert desk.ids() == [1, 2]
    assert intake.counts["dropped"] == len(bad) + 1
    assert desk.api.offsets in ([], [3])
