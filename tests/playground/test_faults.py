"""Planned failures: each kind, where it hits, how often, and what has happened by then."""

import asyncio

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramForbiddenError, TelegramRetryAfter, TelegramServerError

from tests.playground.wire import GUARDIAN, STUDENT, Wire


def bot_texts(wire: Wire) -> list[str]:
    return [message["text"] for message in wire.telegram.messages(STUDENT) if not message["own"]]


async def test_a_flood_answer_says_how_long_to_wait_in_body_and_header(talk: Wire) -> None:
    talk.telegram.add_fault("429", method="sendMessage", retry_after=7)
    answer = await talk.call("sendMessage", chat_id=STUDENT, text="hi")
    assert answer.refusal == (429, "Too Many Requests: retry after 7")
    assert answer.body["parameters"] == {"retry_after": 7}
    assert answer.headers["Retry-After"] == "7"
    assert (await talk.send(STUDENT))["text"] == "hello"


async def test_aiogram_sees_the_planned_failures_as_its_own_exceptions(talk: Wire, bot: Bot) -> None:
    talk.telegram.add_fault("429", retry_after=3)
    with pytest.raises(TelegramRetryAfter) as flood:
        await bot.send_message(STUDENT, "hi")
    assert flood.value.retry_after == 3
    talk.telegram.add_fault("403")
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(STUDENT, "hi")
    talk.telegram.add_fault("500")
    with pytest.raises(TelegramServerError, match="Internal Server Error: restart"):
        await bot.send_message(STUDENT, "hi")
    assert bot_texts(talk) == []


@pytest.mark.parametrize(("kind", "status"), [("502", 502), ("html", 200)])
async def test_a_page_comes_instead_of_json(talk: Wire, kind: str, status: int) -> None:
    talk.telegram.add_fault(kind)
    async with talk.session.post(talk.method_url("getMe")) as answer:
        assert (answer.status, answer.content_type) == (status, "text/html")
    assert (await talk.call("getMe")).result["is_bot"]


@pytest.mark.parametrize(("kind", "done"), [("lost_reply", True), ("reset", False)])
async def test_a_broken_connection_leaves_the_bot_unsure_what_happened(talk: Wire, kind: str, done: bool) -> None:
    talk.telegram.add_fault(kind, method="sendMessage")
    with pytest.raises(aiohttp.ClientError):
        await talk.call("sendMessage", chat_id=STUDENT, text="hi")
    assert bot_texts(talk) == (["hi"] if done else [])
    last = talk.telegram.calls()[-1]
    assert (last.status, last.description) == (0, f"planned failure: {kind}")


async def test_a_truncated_answer_is_not_json_though_the_message_is_sent(talk: Wire) -> None:
    talk.telegram.add_fault("truncate")
    async with talk.session.post(talk.method_url("sendMessage"), json={"chat_id": STUDENT, "text": "hi"}) as answer:
        assert answer.status == 200
        with pytest.raises(ValueError, match=r"Unterminated|Expecting"):
            await answer.json()
    assert bot_texts(talk) == ["hi"]


async def test_a_hanging_call_never_answers_and_does_nothing(talk: Wire) -> None:
    talk.telegram.add_fault("hang")
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(talk.call("sendMessage", chat_id=STUDENT, text="hi"), 0.2)
    assert bot_texts(talk) == []
    await talk.send(STUDENT)


async def test_a_failure_hits_only_its_method_and_chat_and_as_often_as_asked(talk: Wire) -> None:
    talk.telegram.start(GUARDIAN)
    talk.telegram.add_fault("500", method="sendMessage", chat_id=STUDENT, count=2)
    assert (await talk.call("sendMessage", chat_id=GUARDIAN, text="hi")).status == 200
    assert (await talk.call("sendChatAction", chat_id=STUDENT, action="typing")).status == 200
    statuses = [(await talk.call("sendMessage", chat_id=STUDENT, text="hi")).status for _ in range(3)]
    assert statuses == [500, 500, 200]


async def test_a_star_leaves_getupdates_alone_unless_it_is_named(talk: Wire) -> None:
    fault = await talk.control("POST", "faults", json={"kind": "500", "count": 5})
    assert fault.body["id"] > 0
    talk.telegram.send_text(STUDENT, "hi")
    assert len(await talk.updates()) == 1
    talk.telegram.clear_faults()
    talk.telegram.add_fault("500", method="getUpdates")
    assert (await talk.call("getUpdates")).status == 500


async def test_a_seed_makes_chance_repeatable(talk: Wire) -> None:
    async def pattern() -> list[int]:
        talk.telegram.clear_faults()
        talk.telegram.add_fault("500", count=100, probability=0.5, seed=42)
        return [(await talk.call("getMe")).status for _ in range(20)]

    first = await pattern()
    assert first == await pattern()
    assert {200, 500} == set(first)


async def test_an_unknown_failure_is_refused_with_the_list(wire: Wire) -> None:
    answer = await wire.control("POST", "faults", json={"kind": "gremlins"})
    assert answer.status == 400
    assert "lost_reply" in answer.body["error"]


async def test_realistic_limits_refuse_the_21st_message_to_a_chat(talk: Wire) -> None:
    for _ in range(25):
        await talk.send(STUDENT)
    await talk.control("POST", "limits", json={"realistic": True})
    statuses = [(await talk.call("sendMessage", chat_id=STUDENT, text="x")).status for _ in range(22)]
    assert statuses == [200] * 20 + [429] * 2
    assert (await talk.call("sendChatAction", chat_id=STUDENT, action="typing")).status == 200
    await asyncio.sleep(1.05)
    assert (await talk.call("sendMessage", chat_id=STUDENT, text="x")).status == 200


async def test_realistic_limits_hold_a_group_to_20_a_minute_and_the_bot_to_30_a_second(talk: Wire) -> None:
    group = talk.telegram.create_group("Camp", [STUDENT])
    talk.telegram.set_limits(realistic=True)
    for _ in range(20):
        await talk.send(group.id)
    refused = await talk.call("sendMessage", chat_id=group.id, text="x")
    assert refused.body["parameters"]["retry_after"] in {2, 3}
    talk.telegram.set_limits(realistic=True)
    people = [talk.telegram.create_user(f"P{number}").id for number in range(40)]
    for person in people:
        talk.telegram.start(person)
    statuses = [(await talk.call("sendMessage", chat_id=person, text="x")).status for person in people]
    assert 30 <= statuses.count(200) < 40
