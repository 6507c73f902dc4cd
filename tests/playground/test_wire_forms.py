"""The four encodings, the names of methods, and tokens."""

import json
import logging

import pytest

from bot.playground import Playground
from tests.playground.wire import STUDENT, Wire, buttons

REAL_LOOKING = f"123456789:{'AAHdqTcvCH' * 4}"[:45]


async def test_a_call_may_come_as_query_form_multipart_or_json(talk: Wire) -> None:
    url = talk.method_url("sendMessage")
    fields = {"chat_id": str(STUDENT), "text": "hi"}
    answers = [
        await talk.session.get(url, params=fields),
        await talk.session.post(url, data=fields),
        await talk.session.post(url, json=fields),
    ]
    assert [(await answer.json())["result"]["text"] for answer in answers] == ["hi"] * 3
    multipart = await talk.form("sendMessage", fields, unused=("a.txt", b"x"))
    assert multipart.result["text"] == "hi"


async def test_the_first_value_of_a_name_wins(talk: Wire) -> None:
    url = f"{talk.method_url('sendMessage')}?text=first&text=second"
    async with talk.session.post(url, data={"chat_id": str(STUDENT), "text": "third"}) as answer:
        assert (await answer.json())["result"]["text"] == "first"


async def test_case_of_a_method_does_not_matter(wire: Wire) -> None:
    assert (await wire.call("GETME")).result["username"] == "jazyl_play_bot"


@pytest.mark.parametrize("body", [b"{", b"[1]", b"\xff\xfe"])
async def test_a_body_that_is_not_an_object_is_a_bad_request(wire: Wire, body: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    async with wire.session.post(wire.method_url("getMe"), data=body, headers=headers) as answer:
        assert answer.status == 400


async def test_json_inside_a_form_field_is_understood(talk: Wire) -> None:
    markup = json.dumps(buttons([{"text": "Map", "url": "example.kz/map"}]))
    fields = {"chat_id": str(STUDENT), "text": "hi", "reply_markup": markup}
    async with talk.session.post(talk.method_url("sendMessage"), data=fields) as answer:
        sent = (await answer.json())["result"]["reply_markup"]["inline_keyboard"][0][0]
    assert sent["url"] == "http://example.kz/map"


async def test_a_real_looking_token_is_refused_with_a_warning_and_kept_nowhere(
    wire: Wire, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        for url in (wire.method_url("getMe", token=REAL_LOOKING), f"{wire.playground.url}/file/bot{REAL_LOOKING}/a"):
            async with wire.session.get(url) as answer:
                assert answer.status == 401
                assert (await answer.json())["description"] == "Unauthorized"
    state = (await wire.control("GET", "state")).body
    calls = (await wire.control("GET", "calls")).body
    events = list(wire.telegram.world.events.after(0))
    assert state["warnings"] == ["a token that is not the playground's was refused"]
    printed = capfd.readouterr()
    for place in (state, calls, events, caplog.text, printed.out, printed.err):
        assert REAL_LOOKING not in str(place)


def test_a_playground_is_not_made_with_a_real_looking_token() -> None:
    with pytest.raises(ValueError, match="looks like a real token") as refusal:
        Playground(token=REAL_LOOKING)
    assert REAL_LOOKING not in str(refusal.value)
