"""Webhook delivery: secret, order inside a chat, chats side by side, retries, and a call in the answer."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.playground.webhook import pause_before
from tests.playground.wire import GUARDIAN, STUDENT, Wire

Answer = Callable[[Any, int], web.Response]


@dataclass(slots=True)
class Hook:
    """A bot's endpoint: `answer` gets the update and how many came before it."""

    answer: Answer = lambda _update, _count: web.Response()
    url: str = ""
    got: list[Any] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    slow: float = 0.0
    at_once: int = 0
    most_at_once: int = 0

    async def take(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.got.append(update)
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(self.slow)
        self.at_once -= 1
        return self.answer(update, len(self.got) - 1)

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.got]


async def _welcome(_request: web.Request) -> web.Response:
    return web.Response()


@asynccontextmanager
async def listening(wire: Wire, hook: Hook, **params: Any) -> AsyncIterator[Hook]:
    app = web.Application()
    app.router.add_post("/hook", hook.take)
    app.router.add_route("*", "/elsewhere", _welcome)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    assert (await wire.call("setWebhook", url=hook.url, **params)).result is True
    try:
        yield hook
    finally:
        await wire.call("deleteWebhook")
        await runner.cleanup()


async def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < deadline, "nothing happened in five seconds"
        await asyncio.sleep(0.01)


def failing(times: int, response: Callable[[], web.Response]) -> Answer:
    return lambda _update, count: response() if count < times else web.Response()


async def test_updates_arrive_with_the_secret_and_leave_the_queue(talk: Wire) -> None:
    async with listening(talk, Hook(), secret_token="Only_we-know") as hook:
        talk.telegram.send_text(STUDENT, "hi")
        await until(lambda: len(talk.telegram.world.updates) == 0)
    assert hook.texts == ["hi"]
    assert hook.secrets == ["Only_we-know"]
    assert talk.telegram.calls()[0].request["secret_token"] == "hidden"


async def test_what_waited_before_the_webhook_is_delivered_first(talk: Wire) -> None:
    talk.telegram.send_text(STUDENT, "before")
    async with listening(talk, Hook()) as hook:
        talk.telegram.send_text(STUDENT, "after")
        await until(lambda: len(hook.got) == 2)
    assert hook.texts == ["before", "after"]


async def test_one_chat_stays_in_order_while_chats_run_side_by_side(talk: Wire) -> None:
    talk.telegram.start(GUARDIAN)
    talk.telegram.world.updates.clear()
    async with listening(talk, Hook(slow=0.05)) as hook:
        for number in range(4):
            talk.telegram.send_text(STUDENT, f"s{number}")
            talk.telegram.send_text(GUARDIAN, f"g{number}")
        await until(lambda: len(talk.telegram.world.updates) == 0)
    for letter in "sg":
        assert [text for text in hook.texts if text.startswith(letter)] == [f"{letter}{n}" for n in range(4)]
    assert hook.most_at_once == 2


async def test_max_connections_bounds_what_runs_at_once(talk: Wire) -> None:
    people = [talk.telegram.create_user(f"P{number}").id for number in range(6)]
    async with listening(talk, Hook(slow=0.03), max_connections=2) as hook:
        for person in people:
            talk.telegram.start(person)
        await until(lambda: len(talk.telegram.world.updates) == 0)
    assert hook.most_at_once == 2


async def test_a_refused_update_comes_again_before_the_next_of_its_chat(talk: Wire) -> None:
    async with listening(talk, Hook(answer=failing(3, lambda: web.Response(status=500)))) as hook:
        talk.telegram.send_text(STUDENT, "one")
        talk.telegram.send_text(STUDENT, "two")
        await until(lambda: len(talk.telegram.world.updates) == 0)
        info = (await talk.call("getWebhookInfo")).result
    assert hook.texts == ["one", "one", "one", "one", "two"]
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    assert info["pending_update_count"] == 0


async def test_a_redirect_is_a_failure(talk: Wire) -> None:
    moved = failing(1, lambda: web.Response(status=302, headers={"Location": "/elsewhere"}))
    async with listening(talk, Hook(answer=moved)) as hook:
        talk.telegram.send_text(STUDENT, "hi")
        await until(lambda: len(talk.telegram.world.updates) == 0)
    assert hook.texts == ["hi", "hi"]


async def test_retry_after_is_honoured(talk: Wire) -> None:
    busy = failing(1, lambda: web.Response(status=429, headers={"Retry-After": "30"}))
    async with listening(talk, Hook(answer=busy)) as hook:
        started = time.monotonic()
        talk.telegram.send_text(STUDENT, "hi")
        await until(lambda: len(hook.got) == 2)
    assert time.monotonic() - started > 0.29  # 30 seconds at the test's pace of a hundredth


def test_repetitions_come_at_once_and_then_ever_later_up_to_a_minute() -> None:
    assert [pause_before(attempt) for attempt in range(1, 9)] == [0, 2, 4, 8, 16, 32, 60, 60]


async def test_a_call_in_the_answer_is_executed(talk: Wire) -> None:
    reply = {"method": "sendMessage", "chat_id": STUDENT, "text": "<b>answered</b>", "parse_mode": "HTML"}
    async with listening(talk, Hook(answer=lambda _u, _c: web.json_response(reply))):
        talk.telegram.send_text(STUDENT, "hi")
        event = await talk.telegram.wait_for("message", chat_id=STUDENT, where=lambda data: not data["message"]["own"])
    assert event["data"]["message"]["text"] == "answered"


async def test_a_wrong_call_in_the_answer_harms_nothing(talk: Wire) -> None:
    replies = iter([{"method": "sendNonsense"}, {"method": "sendMessage", "chat_id": 5, "text": "x"}, [1], {}])
    async with listening(talk, Hook(answer=lambda _u, _c: web.json_response(next(replies)))) as hook:
        for text in ("a", "b", "c", "d"):
            talk.telegram.send_text(STUDENT, text)
        await until(lambda: len(talk.telegram.world.updates) == 0)
    assert hook.texts == ["a", "b", "c", "d"]
    assert [call.status for call in talk.telegram.calls() if call.method.startswith("send")] == [404, 400]


async def test_nobody_listening_keeps_updates_for_later(talk: Wire) -> None:
    await talk.call("setWebhook", url="http://127.0.0.1:9/hook")
    talk.telegram.send_text(STUDENT, "hi")
    await asyncio.sleep(0.1)
    info = (await talk.call("getWebhookInfo")).result
    assert info["pending_update_count"] == 1
    assert info["last_error_message"].startswith("Connection failed")
    await talk.call("deleteWebhook")
    assert [update["message"]["text"] for update in await talk.updates()] == ["hi"]


async def test_an_update_too_old_is_given_up(talk: Wire) -> None:
    async with listening(talk, Hook(answer=failing(99, lambda: web.Response(status=500)))) as hook:
        talk.telegram.send_text(STUDENT, "stale")
        await until(lambda: len(hook.got) > 2)
        talk.telegram.set_clock(advance=86_401)
        await until(lambda: len(talk.telegram.world.updates) == 0)
        hook.answer = lambda _update, _count: web.Response()
        talk.telegram.send_text(STUDENT, "fresh")
        await until(lambda: hook.texts[-1] == "fresh")


async def test_an_endpoint_gone_for_23_hours_loses_its_webhook(talk: Wire) -> None:
    async with listening(talk, Hook(answer=failing(99, lambda: web.Response(status=410)))) as hook:
        talk.telegram.send_text(STUDENT, "hi")
        await until(lambda: len(hook.got) > 1)
        talk.telegram.set_clock(advance=23 * 3600)
        await until(lambda: talk.telegram.world.webhook is None)
        assert [update["message"]["text"] for update in await talk.updates()] == ["hi"]
