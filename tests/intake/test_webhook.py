"""The webhook over real HTTP: who may bring an update, and what the answer says."""

from __future__ import annotations

import asyncio
import io
import json
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest

from bot.intake import Incoming, Intake
from bot.web import webhook
from bot.web.server import Server
from bot.web.webhook import Webhook, set_webhook
from storage.inbox import State
from tests.intake.conftest import KINDS, Desk
from tests.intake.fake_api import SECRET_HEADER, message, press

SECRET = "s3cret_s3cret_s3cret_s3cret_s3cret"


async def _well() -> bool:
    return True


@asynccontextmanager
async def serving(intake: Intake) -> AsyncIterator[str]:
    """Serve the webhook and yield its address."""
    server = Server(host="127.0.0.1", port=0, is_well=_well, webhook=Webhook(intake=intake, secret=SECRET))
    port = await server.start()
    try:
        yield f"http://127.0.0.1:{port}/webhook"
    finally:
        await server.stop()
        await intake.stop(grace=1)


async def post(
    url: str, body: bytes | Mapping[str, Any], headers: Mapping[str, str] | None = None
) -> tuple[int, str, Mapping[str, str]]:
    """Post a body with the right secret, or with the given headers."""
    data = io.BytesIO(body if isinstance(body, bytes) else json.dumps(body).encode())
    shown = {SECRET_HEADER: SECRET} if headers is None else headers
    async with aiohttp.ClientSession() as session, session.post(url, data=data, headers=shown) as response:
        return response.status, await response.text(), response.headers


async def test_an_update_is_in_the_inbox_before_telegram_hears_200(desk: Desk) -> None:
    release = asyncio.Event()

    async def handle(incoming: Incoming) -> None:
        await release.wait()

    async with serving(desk.open_intake(handle)) as url:
        status, text, _ = await post(url, message(1))
        assert (status, text) == (200, "")
        assert await desk.states() == {State.RECEIVED: 1}
        release.set()
    assert await desk.states() == {State.DONE: 1}


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {SECRET_HEADER: ""},
        {SECRET_HEADER: "wrong"},
        {SECRET_HEADER: SECRET[:-1]},
        {SECRET_HEADER: SECRET + "x"},
        {SECRET_HEADER: SECRET.upper()},
        {SECRET_HEADER: "құпия"},
        {"X-Forwarded-For": "149.154.167.220"},
        {"X-Forwarded-For": "149.154.167.220", "X-Real-IP": "149.154.167.220", SECRET_HEADER: "wrong"},
    ],
)
async def test_without_the_secret_nothing_is_taken(desk: Desk, headers: Mapping[str, str]) -> None:
    async with serving(desk.open_intake()) as url:
        status, text, _ = await post(url, message(1), headers)
        assert (status, text) == (401, "")
    assert await desk.states() == {}


@pytest.mark.parametrize("value", [b"\xff\xfe\xfd", b"\x80" * 40, "құпия".encode()])
async def test_a_secret_of_bytes_that_are_no_text_is_just_wrong(desk: Desk, value: bytes) -> None:
    async with serving(desk.open_intake()) as url:
        port = int(url.split(":")[2].split("/")[0])
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"POST /webhook HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n")
        writer.write(SECRET_HEADER.encode() + b": " + value + b"\r\n\r\n{}")
        status = await asyncio.wait_for(reader.readline(), 5)
        writer.close()
        await writer.wait_closed()
        assert status.split()[1] == b"401"
        assert await desk.states() == {}


@pytest.mark.parametrize("length", [0, 1, 31])
def test_a_short_secret_is_refused_before_anything_listens(length: int) -> None:
    with pytest.raises(ValueError, match="32 characters"):
        Webhook(intake=None, secret="x" * length)  # type: ignore[arg-type]


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"x"', b"null", b"7", b"\xff\xfe", b"[" * 100_000, b"<html>"])
async def test_a_body_that_is_no_update_gets_400(desk: Desk, body: bytes) -> None:
    async with serving(desk.open_intake()) as url:
        assert (await post(url, body))[0] == 400
        assert (await post(url, message(1)))[0] == 200
    assert desk.ids() == [1]


async def test_an_object_without_an_id_is_dropped_and_counted_so_that_it_does_not_come_again(desk: Desk) -> None:
    intake = desk.open_intake()
    async with serving(intake) as url:
        for raw in ({}, {"update_id": "5"}, {"update_id": True}, {"update_id": 2**70}):
            assert (await post(url, raw))[0] == 200
    assert intake.counts["dropped"] == 4
    assert await desk.states() == {}


async def test_more_than_a_megabyte_is_refused(desk: Desk) -> None:
    async with serving(desk.open_intake()) as url:
        assert (await post(url, message(1, text="x" * 1_048_576)))[0] == 413
        assert (await post(url, message(2, text="x" * 1_000_000)))[0] == 200
    assert desk.ids() == [2]


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
async def test_another_method_gets_405(desk: Desk, method: str) -> None:
    async with (
        serving(desk.open_intake()) as url,
        aiohttp.ClientSession() as session,
        session.request(method, url, headers={SECRET_HEADER: SECRET}) as response,
    ):
        assert response.status == 405


async def test_the_answer_to_a_press_travels_in_the_response(desk: Desk) -> None:
    offers: list[bool] = []

    async def handle(incoming: Incoming) -> None:
        assert incoming.slot is not None
        answer = {"callback_query_id": incoming.raw["callback_query"]["id"]}
        offers.append(incoming.slot.offer("sendMessage", {"chat_id": 1}))
        offers.append(incoming.slot.offer("answerCallbackQuery", answer))
        offers.append(incoming.slot.offer("answerCallbackQuery", answer))

    async with serving(desk.open_intake(handle)) as url:
        status, text, headers = await post(url, press(5))
    assert (status, headers["Content-Type"]) == (200, "application/json")
    assert json.loads(text) == {"method": "answerCallbackQuery", "callback_query_id": "5"}
    assert offers == [False, True, False]


async def test_a_slow_press_gets_its_200_after_a_second_and_answers_the_usual_way(desk: Desk) -> None:
    late: list[bool] = []

    async def handle(incoming: Incoming) -> None:
        assert incoming.slot is not None
        await asyncio.sleep(1.3)
        late.append(incoming.slot.offer("answerCallbackQuery", {}))

    async with serving(desk.open_intake(handle)) as url:
        began = asyncio.get_running_loop().time()
        status, text, _ = await post(url, press(5))
        took = asyncio.get_running_loop().time() - began
        assert (status, text) == (200, "")
        assert 0.9 < took < 1.25
        await desk.api.until(lambda: bool(late))
    assert late == [False]


@pytest.mark.parametrize("outcome", ["nothing", "failure", "repeated"])
async def test_a_press_without_an_answer_does_not_hold_the_response(desk: Desk, outcome: str) -> None:
    async def handle(incoming: Incoming) -> None:
        if outcome == "failure" and len(desk.handled) == 1:
            raise ValueError

    async with serving(desk.open_intake(handle)) as url:
        if outcome == "repeated":
            await post(url, press(5))
        began = asyncio.get_running_loop().time()
        assert (await post(url, press(5)))[:2] == (200, "")
        assert asyncio.get_running_loop().time() - began < 0.5


async def test_when_the_database_cannot_keep_it_telegram_is_asked_to_come_again(desk: Desk) -> None:
    outside = sqlite3.connect(desk.database.path, isolation_level=None)
    outside.execute("CREATE TRIGGER full BEFORE INSERT ON inbox BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    async with serving(desk.open_intake()) as url:
        assert (await post(url, message(1)))[0] == 503
        outside.execute("DROP TRIGGER full")
        outside.close()
        assert (await post(url, message(1)))[0] == 200
    assert desk.ids() == [1]


@pytest.mark.parametrize("crowd", [1, 2])
async def test_in_a_crowd_the_response_waits_for_no_answer(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, crowd: int
) -> None:
    monkeypatch.setattr(webhook, "CROWD", crowd)
    release, has_slot = asyncio.Event(), dict[int, bool]()

    async def handle(incoming: Incoming) -> None:
        has_slot[incoming.update_id] = incoming.slot is not None
        await release.wait()

    async with serving(desk.open_intake(handle)) as url:
        await post(url, message(1, chat_id=1))
        assert (await post(url, press(2, chat_id=2)))[:2] == (200, "")
        release.set()
    assert has_slot == {1: False, 2: crowd == 2}


async def test_updates_delivered_by_telegrams_rules_arrive_in_order_inside_a_chat(desk: Desk) -> None:
    intake = desk.open_intake()
    async with serving(intake) as url:
        await set_webhook(desk.telegram, url=url, secret=SECRET, kinds=KINDS)
        desk.api.push(*(message(n, chat_id=n % 7) for n in range(1, 71)))
        await desk.api.until(lambda: intake.counts["done"] == 70)
    for chat in range(7):
        own = [incoming.update_id for incoming in desk.handled if incoming.chat_id == chat]
        assert own == sorted(own)


async def test_setting_the_webhook_names_the_kinds_and_drops_nothing(desk: Desk) -> None:
    await set_webhook(desk.telegram, url="https://example.kz/hook", secret=SECRET, kinds=KINDS)
    assert desk.api.calls == [
        (
            "setWebhook",
            {
                "url": "https://example.kz/hook",
                "allowed_updates": sorted(KINDS),
                "max_connections": 100,
                "secret_token": SECRET,
            },
        )
    ]


@pytest.mark.parametrize(("is_well", "status"), [(True, 200), (False, 503), (None, 503)])
async def test_health_is_told_in_one_word(is_well: bool | None, status: int) -> None:
    async def look() -> bool:
        if is_well is None:
            raise OSError("disk gone")
        return is_well

    server = Server(host="127.0.0.1", port=0, is_well=look)
    port = await server.start()
    async with aiohttp.ClientSession() as session:
        async with session.get(f"http://127.0.0.1:{port}/healthz") as response:
            assert response.status == status
            assert await response.json() == {"status": "ok" if status == 200 else "trouble"}
        async with session.post(f"http://127.0.0.1:{port}/webhook") as response:
            assert response.status == 404
    await server.stop()
