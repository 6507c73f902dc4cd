"""The control API, the stream of events, the page's files, the saved state and the life of the server."""

import asyncio
import json
import time
from typing import Any

import aiohttp
import pytest

from bot.playground import PlayError, Playground, Scenario
from tests.playground.wire import GUARDIAN, ORGANIZER, STUDENT, Wire, button, buttons, picture, upload


async def events_of(stream: aiohttp.ClientResponse, count: int) -> list[tuple[int, str, Any]]:
    found: list[tuple[int, str, Any]] = []
    while len(found) < count:
        block = (await asyncio.wait_for(stream.content.readuntil(b"\n\n"), 5)).decode()
        if block.startswith(":"):
            continue
        fields = dict(line.split(": ", 1) for line in block.strip().split("\n"))
        found.append((int(fields["id"]), fields["event"], json.loads(fields["data"])))
    return found


async def test_a_fresh_world_has_three_people_who_have_not_started(wire: Wire) -> None:
    state = (await wire.control("GET", "state")).body
    assert [(user["id"], user["role"], user["language_code"]) for user in state["users"]] == [
        (STUDENT, "student", "kk"),
        (GUARDIAN, "parent", "ru"),
        (ORGANIZER, "organizer", "en"),
    ]
    assert not any(user["started"] for user in state["users"])
    assert [chat["id"] for chat in state["chats"]] == [STUDENT, GUARDIAN, ORGANIZER]
    assert state["bot"]["username"] == "jazyl_play_bot"


async def test_a_whole_conversation_goes_through_the_control_api(wire: Wire) -> None:
    person = (await wire.control("POST", "users", json={"first_name": "Ержан", "phone": "+77020000000"})).body
    who = f"users/{person['id']}"
    assert (await wire.control("POST", f"{who}/start", json={"parameter": "x"})).body["text"] == "/start x"
    assert (await wire.control("POST", f"{who}/text", json={"text": "hi"})).body["own"] is True
    assert (await wire.control("POST", f"{who}/contact", json={"own": True})).body["contact"]["user_id"] == person["id"]
    place = (await wire.control("POST", f"{who}/location", json={"latitude": 43.2, "longitude": 76.9})).body
    assert place["location"] == {"latitude": 43.2, "longitude": 76.9}
    form = aiohttp.FormData({"kind": "photo", "caption": "me"})
    form.add_field("file", picture(), filename="me.png", content_type="image/png")
    assert (await wire.control("POST", f"{who}/upload", data=form)).body["files"][0]["mime"] == "image/jpeg"
    sent = await wire.send(person["id"], reply_markup=buttons([button()]))
    press = {"message_id": sent["message_id"], "data": "go"}
    assert (await wire.control("POST", f"{who}/press", json=press)).body["answered"] is False
    renamed = await wire.control("PATCH", who, json={"first_name": "Ерке", "role": "student"})
    assert (renamed.body["first_name"], renamed.body["role"]) == ("Ерке", "student")
    mine = (await wire.control("GET", f"chats/{person['id']}/messages")).body
    assert [message["own"] for message in mine] == [True] * 5 + [False]
    for action in ("block", "unblock", "deactivate"):
        assert (await wire.control("POST", f"{who}/{action}")).body == {"ok": True}


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("POST", "users", {}, 400),
        ("POST", "users", {"first_name": "A", "role": "king"}, 400),
        ("POST", "users/999/text", {"text": "x"}, 404),
        ("POST", f"users/{STUDENT}/text", {"text": "  "}, 400),
        ("POST", f"users/{STUDENT}/text", {"text": "x", "chat_id": GUARDIAN}, 400),
        ("POST", f"users/{STUDENT}/text", {"text": "x", "reply_to": 77}, 404),
        ("POST", f"users/{STUDENT}/start", {"parameter": "with space"}, 400),
        ("POST", f"users/{STUDENT}/press", {"data": "x"}, 400),
        ("POST", f"users/{STUDENT}/edit", {"message_id": 5, "text": "x"}, 404),
        ("POST", f"users/{STUDENT}/dance", {}, 404),
        ("POST", f"users/{STUDENT}/upload", {}, 400),
        ("PATCH", f"users/{STUDENT}", {"wings": "2"}, 400),
        ("POST", "groups", {"title": "x", "members": []}, 400),
        ("POST", f"groups/{STUDENT}/join", {"user_id": GUARDIAN}, 400),
        ("POST", "scenarios/absent", {}, 404),
        ("GET", "chats/5/messages", None, 404),
        ("GET", "wait?timeout=soon", None, 400),
        ("POST", "raw-updates", {"updates": ["x"]}, 400),
    ],
)
async def test_what_cannot_be_done_is_answered_with_a_sentence(
    wire: Wire, method: str, path: str, body: Any, status: int
) -> None:
    answer = await wire.control(method, path, json=body)
    assert answer.status == status
    assert isinstance(answer.body["error"], str)


async def test_a_blocking_person_must_press_start_to_write_again(talk: Wire) -> None:
    talk.telegram.block(STUDENT)
    with pytest.raises(PlayError, match="blocked"):
        talk.telegram.send_text(STUDENT, "hi")
    talk.telegram.start(STUDENT)
    kinds = [(set(update) - {"update_id"}).pop() for update in await talk.updates()]
    assert kinds == ["my_chat_member", "my_chat_member", "message"]


async def test_the_stream_gives_missed_events_and_then_new_ones(talk: Wire) -> None:
    seq = talk.telegram.world.events.seq
    await talk.send(STUDENT, "missed")
    url = f"{talk.playground.url}/play/events"
    async with talk.session.get(url, params={"after": seq}) as stream:
        assert stream.content_type == "text/event-stream"
        missed = await events_of(stream, 2)
        await talk.call("sendChatAction", chat_id=STUDENT, action="typing")
        new = await events_of(stream, 2)
    assert [kind for _, kind, _ in missed + new] == ["message", "call", "action", "call"]
    assert [number for number, _, _ in missed + new] == list(range(seq + 1, seq + 5))
    assert missed[0][2]["message"]["text"] == "missed"
    async with talk.session.get(url, headers={"Last-Event-ID": str(seq + 3)}) as stream:
        assert (await events_of(stream, 1))[0][0] == seq + 4


async def test_every_change_a_person_could_see_is_an_event(talk: Wire) -> None:
    seq = talk.telegram.world.events.seq
    sent = await talk.send(STUDENT, reply_markup=buttons([button()]))
    talk.telegram.begin_press(STUDENT, sent["message_id"], "go")
    target = {"chat_id": STUDENT, "message_id": sent["message_id"]}
    await talk.call("editMessageText", **target, text="new")
    await talk.call("deleteMessage", **target)
    await talk.send(STUDENT, reply_markup={"keyboard": [["A"]]})
    await talk.call("setMyDescription", description="x")
    talk.telegram.block(STUDENT)
    talk.telegram.create_group("G", [STUDENT])
    talk.telegram.set_clock(advance=1)
    kinds = [event["type"] for event in talk.telegram.world.events.after(seq) if event["type"] != "call"]
    assert kinds == ["message", "callback", "edit", "delete", "message", "keyboard", "bot", "user", "chat", "clock"]


async def test_waiting_returns_matching_events_or_nothing(talk: Wire) -> None:
    waiting = asyncio.create_task(talk.control("GET", f"wait?type=message&chat_id={STUDENT}&timeout=5"))
    await asyncio.sleep(0.05)
    await talk.send(STUDENT, "at last")
    events = (await waiting).body
    assert [event["data"]["message"]["text"] for event in events] == ["at last"]
    none = await talk.control("GET", f"wait?type=edit&after={events[-1]['seq']}&timeout=0.05")
    assert none.body == []
    with pytest.raises(TimeoutError):
        await talk.telegram.wait_for("edit", timeout=0.02)


async def test_the_ledger_tells_what_was_called_when_and_how_it_ended(talk: Wire) -> None:
    before = time.time()
    await talk.send(STUDENT, "hi")
    await talk.call("sendMessage", chat_id=STUDENT, text="")
    first, second = (await talk.control("GET", "calls")).body
    assert (first["method"], first["chat_id"], first["status"], first["ok"]) == ("sendMessage", STUDENT, 200, True)
    assert first["request"]["text"] == first["response"]["result"]["text"] == "hi"
    assert (second["status"], second["description"]) == (400, "Bad Request: message text is empty")
    assert before - 0.1 < first["at"] < second["at"] < time.time() + 0.1
    assert (await talk.control("GET", f"calls?after={second['n']}")).body == []
    assert [call["n"] for call in (await talk.control("GET", "calls?limit=1")).body] == [second["n"]]


async def test_time_travel_moves_both_clocks() -> None:
    heard: list[float] = []
    playground = Playground(on_clock=heard.append)
    playground.telegram.set_clock(advance=3600)
    clock = playground.telegram.set_clock(advance=3600)
    assert clock["offset"] == 7200
    assert abs(clock["now"] - time.time() - 7200) < 1
    playground.telegram.start(STUDENT)
    assert playground.telegram.messages(STUDENT)[0]["date"] > time.time() + 7000
    playground.telegram.set_clock(offset=0)
    assert heard == [3600, 7200, 0]


async def test_a_reset_forgets_people_but_not_numbers_or_the_bots_profile(wire: Wire) -> None:
    resets: list[str] = []

    async def note() -> None:
        resets.append("reset")

    wire.playground._on_reset = note
    await wire.call("setMyDescription", description="Camp bot")
    person = wire.telegram.create_user("New")
    sent = wire.telegram.start(person.id)
    update_id = (await wire.updates())[-1]["update_id"]
    assert (await wire.control("POST", "reset")).body == {"ok": True}
    state = (await wire.control("GET", "state")).body
    assert [user["id"] for user in state["users"]] == [STUDENT, GUARDIAN, ORGANIZER]
    assert all(chat["messages"] == [] for chat in state["chats"])
    assert state["bot"]["description"] == "Camp bot"
    assert resets == ["reset"]
    assert wire.telegram.start(STUDENT)["message_id"] > sent["message_id"]
    assert (await wire.updates(offset=-1))[0]["update_id"] > update_id
    assert next(event["type"] for event in wire.telegram.world.events.after(state["seq"] - 1)) == "reset"


async def test_a_scenario_is_played_by_its_code() -> None:
    async def play(playground: Playground) -> None:
        playground.telegram.start(STUDENT, "camp")

    scenario = Scenario(code="started", title="The student has started", run=play)
    playground = Playground(scenarios={"started": scenario})
    await playground.run_scenario("started")
    assert playground.telegram.messages(STUDENT)[0]["text"] == "/start camp"


async def test_a_transcript_tells_the_conversation(talk: Wire) -> None:
    await talk.send(STUDENT, "Choose", reply_markup=buttons([button(text="Қазақша")]))
    talk.telegram.upload(STUDENT, [upload()], caption="my card")
    async with talk.session.get(f"{talk.playground.url}/play/api/transcript?chat_id={STUDENT}") as answer:
        assert answer.content_type == "text/markdown"
        text = await answer.text()
    for piece in ("# Айгерім", "> /start", "**Jazyl**", "> Choose", "[Қазақша]", "> my card", "[document]"):
        assert piece in text


@pytest.mark.parametrize("path", ["../server.py", "..%2fserver.py", "%2e%2e/server.py", "absent.js"])
async def test_only_the_pages_own_files_are_served(wire: Wire, path: str) -> None:
    async with wire.session.get(f"{wire.playground.url}/play/static/{path}") as answer:
        assert answer.status == 404


async def test_the_page_is_served_at_both_addresses(wire: Wire) -> None:
    for path in ("/", "/play/"):
        async with wire.session.get(f"{wire.playground.url}{path}") as answer:
            assert (answer.status, answer.content_type) == (200, "text/html")


async def test_pages_of_other_sites_can_change_nothing(wire: Wire) -> None:
    own = await wire.control("POST", f"users/{STUDENT}/start", headers={"Origin": wire.playground.url})
    assert own.status == 200
    foreign = await wire.control("POST", "reset", headers={"Origin": "https://example.kz"})
    assert (foreign.status, foreign.body) == (403, {"error": "this page belongs to another site"})
    assert len(wire.telegram.messages(STUDENT)) == 1
