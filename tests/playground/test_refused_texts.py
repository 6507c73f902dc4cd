"""Texts a bot may not send, and what the real server writes about them."""

from typing import Any

import pytest

from tests.playground.wire import STUDENT, Wire

TEXTS: list[tuple[dict[str, Any], str]] = [
    ({"text": ""}, "message text is empty"),
    ({}, "message text is empty"),
    ({"text": " \n\t "}, "text must be non-empty"),
    ({"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
    ({"text": "x" * 4097}, "message is too long"),
    ({"text": "я" * 16_385}, "text is too long"),
    ({"text": "hi", "parse_mode": "BBCode"}, "unsupported parse_mode"),
    ({"text": "\ud83d"}, "strings must be encoded in UTF-8"),
    (
        {"text": "abc <br>", "parse_mode": "HTML"},
        'can\'t parse entities: Unsupported start tag "br" at byte offset 4',
    ),
    (
        {"text": "<b>x", "parse_mode": "html"},
        "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    ),
    (
        {"text": "<b>x</i>", "parse_mode": "HTML"},
        'can\'t parse entities: Unmatched end tag at byte offset 4, expected "</b>", found "</i>"',
    ),
    ({"text": "</b>", "parse_mode": "HTML"}, "can't parse entities: Unexpected end tag at byte offset 0"),
    ({"text": "<b", "parse_mode": "HTML"}, "can't parse entities: Unclosed start tag at byte offset 0"),
    (
        {"text": "Done.", "parse_mode": "MarkdownV2"},
        "can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
    ),
    (
        {"text": "*bold", "parse_mode": "MarkdownV2"},
        "can't parse entities: Can't find end of Bold entity at byte offset 0",
    ),
    (
        {"text": "123456789", "entities": [{"type": "bold", "offset": 0, "length": 10}]},
        "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9",
    ),
]


@pytest.mark.parametrize(("params", "sentence"), TEXTS)
async def test_a_text_telegram_would_refuse_is_refused_in_its_words(
    talk: Wire, params: dict[str, Any], sentence: str
) -> None:
    refusal = (await talk.call("sendMessage", chat_id=STUDENT, **params)).refusal
    assert refusal == (400, f"Bad Request: {sentence}")
    assert len(talk.telegram.messages(STUDENT)) == 1


async def test_4096_emoji_are_one_message(talk: Wire) -> None:
    message = await talk.send(STUDENT, "\U0001f600" * 4096)
    assert len(message["text"]) == 4096
