"""getUpdates confirms, waits, yields and keeps updates as Telegram does."""

import asyncio
import time

from tests.playground.wire import GUARDIAN, STUDENT, Wire, button, buttons

OTHER_POLLER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


def said(updates: list[dict[str, dict[str, str]]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_updates_repeat_until_an_offset_confirms_them(talk: Wire) -> None:
    for text in ("one", "two", "three"):
        talk.telegram.send_text(STUDENT, text)
    first = await talk.updates()
    assert said(first) == said(await talk.updates()) == ["one", "two", "three"]
    ids = [update["update_id"] for update in first]
    assert ids == list(range(ids[0], ids[0] + 3))
    assert said(await talk.updates(offset=ids[1])) == ["two", "three"]
    assert said(await talk.updates()) == ["two", "three"]
    assert await talk.updates(offset=ids[2] + 1) == []


async def test_a_negative_offset_keeps_the_newest_and_forgets_the_rest(talk: Wire) -> None:
    for text in ("one", "two", "three"):
        talk.telegram.send_text(STUDENT, text)
    assert said(await talk.updates(offset=-2)) == ["two", "three"]
    assert said(await talk.updates(offset=0)) == ["two", "three"]


async def test_limit_cuts_the_answer(talk: Wire) -> None:
    for number in range(120):
        talk.telegram.send_text(STUDENT, str(number))
    assert said(await talk.updates(limit=2)) == ["0", "1"]
    assert len(await talk.updates(limit=1000)) == 100


async def test_a_long_poll_answers_as_soon_as_something_comes(talk: Wire) -> None:
    poll = asyncio.create_task(talk.updates(timeout=20))
    await asyncio.sleep(0.05)
    assert not poll.done()
    started = time.monotonic()
    talk.telegram.send_text(STUDENT, "hi")
    assert said(await poll) == ["hi"]
    assert time.monotonic() - started < 1


async def test_a_long_poll_ends_empty_after_its_timeout(talk: Wire) -> None:
    started = time.monotonic()
    assert await talk.updates(timeout=1) == []
    assert 0.9 < time.monotonic() - started < 2


async def test_a_second_poller_ends_the_first_with_409(talk: Wire) -> None:
    first = asyncio.create_task(talk.call("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(talk.call("getUpdates", offset=5, timeout=20))
    assert (await first).refusal == (409, OTHER_POLLER)
    talk.telegram.send_text(STUDENT, "hi")
    assert said((await second).result) == ["hi"]


async def test_an_empty_poll_repeated_at_once_is_slowed(talk: Wire) -> None:
    await talk.updates()
    started = time.monotonic()
    assert await talk.updates() == []
    assert time.monotonic() - started > 2.5


async def test_getupdates_is_a_conflict_while_a_webhook_is_set(wire: Wire) -> None:
    await wire.call("setWebhook", url="http://127.0.0.1:9/hook")
    assert (await wire.call("getUpdates")).refusal == (409, WEBHOOK_ACTIVE)
    await wire.call("deleteWebhook")
    assert await wire.updates() == []


async def test_setting_a_webhook_ends_the_poller(wire: Wire) -> None:
    poll = asyncio.create_task(wire.call("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    await wire.call("setWebhook", url="http://127.0.0.1:9/hook")
    assert (await poll).refusal == (409, "Conflict: terminated by setWebhook request")


async def test_allowed_updates_hold_for_what_comes_later_until_changed(talk: Wire) -> None:
    sent = await talk.send(STUDENT, reply_markup=buttons([button()]))
    await talk.updates(allowed_updates=["callback_query"])
    talk.telegram.send_text(STUDENT, "unseen")
    talk.telegram.begin_press(STUDENT, sent["message_id"], "go")
    assert [set(update) - {"update_id"} for update in await talk.updates()] == [{"callback_query"}]
    await talk.updates(offset=-1, allowed_updates=[])
    talk.telegram.send_text(STUDENT, "seen")
    assert said((await talk.updates())[1:]) == ["seen"]


async def test_a_click_lives_150_seconds_and_a_message_a_day(talk: Wire) -> None:
    sent = await talk.send(STUDENT, reply_markup=buttons([button()]))
    talk.telegram.begin_press(STUDENT, sent["message_id"], "go")
    talk.telegram.send_text(STUDENT, "patient")
    talk.telegram.set_clock(advance=149)
    assert len(await talk.updates()) == 2
    talk.telegram.set_clock(advance=2)
    assert said(await talk.updates()) == ["patient"]
    talk.telegram.set_clock(advance=86_400)
    assert await talk.updates(offset=1) == []


async def test_blocking_and_unblocking_are_told_at_once(talk: Wire) -> None:
    talk.telegram.block(STUDENT)
    talk.telegram.unblock(STUDENT)
    changes = [update["my_chat_member"] for update in await talk.updates()]
    statuses = [(item["old_chat_member"]["status"], item["new_chat_member"]["status"]) for item in changes]
    assert statuses == [("member", "kicked"), ("kicked", "member")]
    assert {item["new_chat_member"]["user"]["id"] for item in changes} == {talk.telegram.world.bot.id}


async def test_message_ids_run_through_all_private_chats(talk: Wire) -> None:
    talk.telegram.start(GUARDIAN)
    ids = [(await talk.send(chat_id))["message_id"] for chat_id in (STUDENT, GUARDIAN, STUDENT)]
    assert ids == list(range(ids[0], ids[0] + 3))
    supergroup = talk.telegram.create_group("Camp", [STUDENT])
    assert (await talk.send(supergroup.id))["message_id"] == 1


async def test_poison_reaches_the_bot_exactly_as_given(wire: Wire) -> None:
    wire.telegram.start(STUDENT)
    poison = {"message": {"message_id": "not a number", "chat": None}, "surprise": [1, {"deep": None}]}
    answer = await wire.control("POST", "raw-updates", json={"updates": [poison, {"update_id": 999_999_999}]})
    assert answer.body == {"ok": True}
    wire.telegram.send_text(STUDENT, "after")
    start, first, second, after = await wire.updates()
    assert first == {"update_id": start["update_id"] + 1, **poison}
    assert second == {"update_id": 999_999_999}
    assert after["update_id"] == 1_000_000_000
