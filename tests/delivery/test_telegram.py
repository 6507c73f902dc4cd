"""The Bot API client over real HTTP: what was certainly not executed is told apart from what may have been."""

from __future__ import annotations

import asyncio
import socket
import traceback
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.answers import read_answer
from bot.domain.notice import Priority
from bot.outgoing import REMOVE, Button, Outgoing, ReplyButton, ReplyKeyboard, plain
from bot.pacer import Pacer
from bot.playground import Playground
from bot.telegram import (
    AnswerLost,
    BadRequest,
    Conflict,
    Migrated,
    NotSent,
    RetryAfter,
    ServerTrouble,
    Telegram,
    TelegramError,
    Unauthorized,
    Unreachable,
    is_counted,
)
from tests.delivery.conftest import FIRST_PERSON, Post

ARU = FIRST_PERSON
CANARY = "Айгерім-87011234567"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c63606060f80f0001040100855d2d240000000049454e44ae426082"
)


@pytest.fixture
async def telegram(post: Post) -> AsyncIterator[Telegram]:
    await post.people(2)
    telegram = Telegram(
        token=post.playground.token, base=post.playground.url, pacer=Pacer(per_second=1000, chat_per_second=20)
    )
    await telegram.open()
    yield telegram
    await telegram.close()


def send(telegram: Telegram, text: str = CANARY, **more: Any) -> Any:
    return telegram.send(ARU, Outgoing(text=text, **more), priority=Priority.REPLY)


def shown(post: Post) -> dict[str, Any]:
    return post.playground.telegram.messages(ARU)[-1]


async def test_a_message_arrives_with_its_buttons(post: Post, telegram: Telegram) -> None:
    row = (Button(text="Иә", data="yes", style="success"), Button(text="Сайт", url="https://example.org/"))
    message_id = await send(telegram, "<b>Сәлем</b> &amp; hi", keyboard=(row,))
    message = shown(post)
    assert (message["message_id"], message["text"]) == (message_id, "Сәлем & hi")
    assert message["entities"][0]["type"] == "bold"
    yes, site = message["reply_markup"]["inline_keyboard"][0]
    assert (yes["callback_data"], yes["style"], site["url"]) == ("yes", "success", "https://example.org/")
    method, payload = Outgoing(text="Жаңа").edit_request(ARU, message_id)
    await telegram.call(method, payload, chat_id=ARU)
    assert shown(post)["text"] == "Жаңа"
    assert "reply_markup" not in shown(post)
    with pytest.raises(BadRequest) as caught:
        await telegram.call(method, payload, chat_id=ARU)
    assert caught.value.is_unchanged


async def test_a_reply_keyboard_comes_and_goes(post: Post, telegram: Telegram) -> None:
    rows = ((ReplyButton(text="Нөмірім", asks_contact=True),), (ReplyButton(text="Кейін"),))
    await send(telegram, reply_keyboard=ReplyKeyboard(rows=rows))
    keyboard = post.playground.telegram.world.chats[ARU].reply_keyboard
    assert keyboard is not None
    assert [[button["text"] for button in row] for row in keyboard["keyboard"]] == [["Нөмірім"], ["Кейін"]]
    assert keyboard["keyboard"][0][0]["request_contact"] is True
    await send(telegram, reply_keyboard=REMOVE)
    assert post.playground.telegram.world.chats[ARU].reply_keyboard is None


async def test_pictures_and_documents_are_uploaded_and_a_kept_picture_is_not(post: Post, telegram: Telegram) -> None:
    await send(telegram, "<i>Карта</i>", photo=PNG, keyboard=((Button(text="OK", data="ok"),),))
    picture = shown(post)
    assert (picture["caption"], picture["caption_entities"][0]["type"]) == ("Карта", "italic")
    kept = picture["photo"][-1]["file_id"]
    await send(telegram, "Тағы", photo=kept)
    assert shown(post)["photo"][-1]["file_unique_id"] == picture["photo"][-1]["file_unique_id"]
    await send(telegram, "Кесте", document=("кесте.csv", b"a;b\n"))
    assert shown(post)["document"]["file_name"] == "кесте.csv"
    method, payload = Outgoing(text="Басқа", photo=kept).edit_request(ARU, picture["message_id"])
    await telegram.call(method, payload, chat_id=ARU)
    captions = [message.get("caption") for message in post.playground.telegram.messages(ARU)]
    assert captions == ["Басқа", "Тағы", "Кесте"]


def test_a_message_has_one_keyboard_one_file_and_buttons_with_one_meaning() -> None:
    button = Button(text="a", data="b")
    for wrong in (
        lambda: Button(text="a"),
        lambda: Button(text="a", data="b", url="https://example.org/"),
        lambda: Outgoing(text="a", keyboard=((button,),), reply_keyboard=REMOVE),
        lambda: Outgoing(text="a", photo=b"x", document=("a", b"b")),
    ):
        with pytest.raises(ValueError, match="has"):
            wrong()


async def test_what_telegram_cannot_parse_arrives_as_plain_text(post: Post, telegram: Telegram) -> None:
    await send(telegram, "<b>Аты</b>: <Айгерім> 1 &lt; 2", keyboard=((Button(text="OK", data="ok"),),))
    assert shown(post)["text"] == "Аты: <Айгерім> 1 < 2"
    assert shown(post)["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "ok"
    await send(telegram, "<b>жабылмаған", photo=PNG)
    assert shown(post)["caption"] == "жабылмаған"
    assert telegram.sent_plain == 2
    assert plain("a<br>b &amp; <a href='x'>c</a>") == "ab & c"


FAILURES = [
    ("429", RetryAfter, False),
    ("403", Unreachable, False),
    ("500", ServerTrouble, False),
    ("502", ServerTrouble, False),
    ("html", AnswerLost, False),
    ("truncate", AnswerLost, True),
    ("lost_reply", AnswerLost, True),
    ("reset", AnswerLost, False),
]


@pytest.mark.parametrize(("fault", "expected", "has_arrived"), FAILURES)
async def test_each_failure_is_told_apart(
    post: Post, telegram: Telegram, fault: str, expected: type[TelegramError], has_arrived: bool
) -> None:
    post.playground.telegram.add_fault(fault, method="sendMessage")
    with pytest.raises(expected) as caught:
        await send(telegram)
    assert type(caught.value) is expected
    assert bool(post.copies()) is has_arrived
    assert_says_nothing(caught.value, post)


async def test_a_silent_server_is_a_lost_answer_and_no_server_is_not_sent(post: Post, telegram: Telegram) -> None:
    post.playground.telegram.add_fault("hang", method="sendMessage")
    with pytest.raises(AnswerLost) as lost:
        await telegram.call("sendMessage", {"chat_id": ARU, "text": CANARY}, chat_id=ARU, seconds=0.3)
    assert_says_nothing(lost.value, post)
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        nobody = Telegram(
            token=post.playground.token, base=f"http://127.0.0.1:{unused.getsockname()[1]}", pacer=Pacer()
        )
        await nobody.open()
        with pytest.raises(NotSent) as refused:
            await send(nobody)
        await nobody.close()
    assert_says_nothing(refused.value, post)


def assert_says_nothing(error: BaseException, post: Post) -> None:
    """No token, address or text in the error, in its trace, or in an exception that led to it."""
    assert error.__cause__ is None
    assert error.__context__ is None
    words = "".join(traceback.format_exception(error)) + repr(error) + str(vars(error))
    for secret in (post.playground.token, CANARY, "Айгерім", str(ARU)):
        assert secret not in words


async def test_a_refusal_never_repeats_what_it_quotes(post: Post, telegram: Telegram) -> None:
    with pytest.raises(BadRequest) as caught:
        await telegram.call("sendMessage", {"chat_id": ARU, "text": f"<{CANARY}>", "parse_mode": "HTML"}, chat_id=ARU)
    assert caught.value.is_unparsable
    assert_says_nothing(caught.value, post)
    echo = f"can't parse entities: Unsupported start tag \"{CANARY}\" or '{CANARY}' at byte offset 4"
    assert CANARY not in str(BadRequest(echo))
    assert str(BadRequest("Bad Request: message can't be edited")) == "Bad Request: message can't be edited"


async def test_people_out_of_reach_are_told_apart(post: Post, telegram: Telegram) -> None:
    play = post.playground.telegram
    stranger = play.create_user("Dana", id=7000)
    stranger.known = True
    play.block(ARU)
    play.deactivate(ARU + 1)
    group = play.create_group("Лагерь", [play.create_user("Olga", id=7001).id])
    play.set_bot_status(group.id, "kicked")
    reasons = {}
    for chat_id in (ARU, ARU + 1, 7000, 987654, group.id):
        with pytest.raises(Unreachable) as caught:
            await telegram.call("sendMessage", {"chat_id": chat_id, "text": "hi"}, chat_id=chat_id)
        reasons[chat_id] = caught.value.reason
    assert list(reasons.values()) == ["blocked", "deactivated", "not_started", "not_started", "kicked"]


async def test_a_group_that_moved_tells_its_new_id(post: Post, telegram: Telegram) -> None:
    play = post.playground.telegram
    group = play.create_group("Лагерь", [play.create_user("Olga", id=7001).id], type="group")
    moved = play.upgrade(group.id)
    with pytest.raises(Migrated) as caught:
        await telegram.call("sendMessage", {"chat_id": group.id, "text": "hi"}, chat_id=group.id)
    assert caught.value.chat_id == moved.id


async def test_a_wrong_token_and_a_second_poller_have_errors_of_their_own(post: Post, telegram: Telegram) -> None:
    stranger = Telegram(token="1000001:not-the-playgrounds-token", base=post.playground.url, pacer=Pacer())
    await stranger.open()
    with pytest.raises(Unauthorized):
        await stranger.call("getMe", {})
    await stranger.close()
    first = asyncio.ensure_future(telegram.call("getUpdates", {"timeout": 5}))
    await asyncio.sleep(0.1)
    second = asyncio.ensure_future(telegram.call("getUpdates", {"timeout": 1}))
    with pytest.raises(Conflict):
        await first
    second.cancel()


async def test_a_chat_that_was_told_to_wait_gets_nothing_before_its_time(post: Post, telegram: Telegram) -> None:
    post.playground.telegram.add_fault("429", method="sendMessage", retry_after=1)
    with pytest.raises(RetryAfter) as caught:
        await send(telegram)
    assert caught.value.seconds == 1
    assert 0.9 < telegram.pacer.is_blocked(ARU) <= 1
    await telegram.send(ARU + 1, Outgoing(text="others go on"), priority=Priority.BULK)
    await send(telegram)
    refused, other, later = post.sends()
    assert other.at - refused.at < 0.5
    assert later.at - refused.at >= 1


async def test_answers_to_presses_and_questions_do_not_wait_for_the_pace(post: Post) -> None:
    await post.people(1)
    telegram = Telegram(token=post.playground.token, base=post.playground.url, pacer=Pacer(per_second=1))
    await telegram.open()
    async with asyncio.timeout(0.9):
        for _ in range(20):
            assert (await telegram.call("getMe", {}))["is_bot"]
            await telegram.call("sendChatAction", {"chat_id": ARU, "action": "typing"}, chat_id=ARU)
    await telegram.close()
    assert telegram.calls == 40
    counted = {"sendMessage", "editMessageText", "copyMessage", "forwardMessage", "deleteMessage", "sendPhoto"}
    free = {"answerCallbackQuery", "getUpdates", "getFile", "setMyCommands", "deleteWebhook", "sendChatAction"}
    assert all(map(is_counted, counted))
    assert not any(map(is_counted, free))


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (413, b"<html>Request Entity Too Large</html>", BadRequest),
        (404, b'{"ok":false,"error_code":404,"description":"Not Found"}', Unauthorized),
        (404, b'{"ok":false,"error_code":404,"description":"Not Found: method not found"}', BadRequest),
        (
            403,
            b'{"ok":false,"error_code":403,"description":"Forbidden: bots can\'t send messages to bots"}',
            BadRequest,
        ),
        (200, b"[]", AnswerLost),
        (200, b'{"ok":true}', AnswerLost),
        (200, b"\xff", AnswerLost),
        (429, b"{}", RetryAfter),
        (502, b'{"ok":true,"result":true}', ServerTrouble),
    ],
)
def test_strange_answers_are_errors_and_never_crashes(status: int, body: bytes, expected: type[TelegramError]) -> None:
    assert type(read_answer(status, body)) is expected


async def test_calling_before_opening_is_a_mistake_and_closing_twice_is_not(playground_free_port: str) -> None:
    telegram = Telegram(token="1:x", base=playground_free_port, pacer=Pacer())
    with pytest.raises(RuntimeError, match="open"):
        await telegram.call("getMe", {})
    await telegram.close()
    await telegram.close()


@pytest.fixture
async def playground_free_port() -> AsyncIterator[str]:
    playground = Playground()
    yield await playground.start()
    await playground.stop()
