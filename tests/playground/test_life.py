"""The life of the server: what it keeps, what survives a restart, how it stops, how much it carries."""

import asyncio
import time
from pathlib import Path

import aiohttp
import pytest

from bot.playground import Playground
from tests.playground.wire import ORGANIZER, STUDENT, Wire, button, buttons, upload


async def test_a_chat_keeps_its_newest_500_messages(talk: Wire) -> None:
    for number in range(505):
        talk.telegram.send_text(STUDENT, str(number))
    messages = talk.telegram.messages(STUDENT)
    assert (len(messages), messages[0]["text"], messages[-1]["text"]) == (500, "5", "504")


async def test_the_state_survives_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    first = Playground(state_file=path)
    await first.start()
    person = first.telegram.create_user("Saved", phone="+77030000000")
    first.telegram.start(person.id)
    photo = first.telegram.upload(person.id, [upload()], kind="photo")[0]
    group = first.telegram.create_group("Camp", [person.id, ORGANIZER])
    first.telegram.set_clock(advance=100)
    await first.stop()
    assert oct(path.stat().st_mode & 0o777) == "0o600"
    second = Playground(state_file=path)
    await second.start()
    telegram = second.telegram
    assert [message["message_id"] for message in telegram.messages(person.id)] == [1, photo["message_id"]]
    assert telegram.world.files.sizes_of(telegram.world.files.find(photo["photo"][0]["file_id"]))[-1].width == 400
    assert telegram.world.chats[group.id].members == {person.id: "creator", ORGANIZER: "member"}
    assert telegram.world.offset == 100
    assert telegram.create_user("Next").id == person.id + 1
    assert telegram.send_text(person.id, "more")["message_id"] == photo["message_id"] + 1
    assert [update.body["message"]["message_id"] for update in telegram.world.updates if "message" in update.body] == [
        1,
        2,
        3,
    ]
    await second.stop()


async def test_a_taken_port_is_an_oserror(wire: Wire) -> None:
    port = int(wire.playground.url.rpartition(":")[2])
    with pytest.raises(OSError, match="address already in use"):
        await Playground().start(port=port)


async def test_stopping_does_not_wait_for_pollers_and_listeners() -> None:
    playground = Playground()
    await playground.start()
    async with aiohttp.ClientSession() as session:
        poll = asyncio.create_task(
            session.get(f"{playground.url}/bot{playground.token}/getUpdates", params={"timeout": 50})
        )
        stream = await session.get(f"{playground.url}/play/events")
        await asyncio.sleep(0.05)
        started = time.monotonic()
        await playground.stop()
        assert time.monotonic() - started < 2
        stream.close()
        with pytest.raises(aiohttp.ClientError):
            await poll


async def test_many_presses_a_second_are_carried(talk: Wire) -> None:
    people = [talk.telegram.create_user(f"P{number}").id for number in range(300)]
    for person in people:
        talk.telegram.start(person)
    talk.telegram.world.updates.clear()
    markup = buttons([button()])
    started = time.monotonic()
    sent = [await talk.send(person, "Go?", reply_markup=markup) for person in people]
    presses = [
        asyncio.create_task(talk.telegram.press(person, message["message_id"], "go", wait=10))
        for person, message in zip(people, sent, strict=True)
    ]
    offset = 0
    answered = 0
    while answered < len(people):
        updates = await talk.updates(offset=offset, timeout=5)
        offset = updates[-1]["update_id"] + 1
        for update in updates:
            await talk.call("answerCallbackQuery", callback_query_id=update["callback_query"]["id"])
        answered += len(updates)
    assert all(answer["answered"] for answer in await asyncio.gather(*presses))
    assert time.monotonic() - started < 10
