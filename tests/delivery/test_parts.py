"""What goes out as several messages: in order, each once, whatever happens between two of them."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

import pytest

from bot import verdicts
from bot.domain.language import Language
from bot.outgoing import Button, Outgoing
from storage.database import Transaction
from storage.outbox import Owed, Returned
from storage.values import from_json
from tests.delivery.conftest import FIRST_PERSON, Post

SLOW = 1.0
QUICK = 50.0
BUTTONS = ((Button(text="Got it", data="A:1:yes"),),)


def render(owed: Owed, language: Language) -> Outgoing:
    """Make as many messages as the text has pieces, with a button under the last."""
    del language
    *before, last = (Outgoing(text=piece) for piece in str(owed.data["text"]).split("|"))
    first, *rest = (*before, Outgoing(text=last.text, keyboard=BUTTONS))
    return Outgoing(text=first.text, keyboard=first.keyboard, rest=tuple(rest))


def chat(post: Post) -> list[dict[str, Any]]:
    return [one for one in post.playground.telegram.messages(FIRST_PERSON) if one["from"]["is_bot"]]


async def test_parts_arrive_in_order_as_one_message_that_knows_them_all(post: Post) -> None:
    (aru,) = await post.people(1)
    await post.owe(aru, "one|two|three")
    await post.owe(aru, "later")
    delivery = await post.open(render=render, chat_rate=QUICK)
    await post.until_states(sent=2)
    assert [one["text"] for one in chat(post)] == ["one", "two", "three", "later"]
    assert ["reply_markup" in one for one in chat(post)] == [False, False, True, True]
    row = (await post.rows())[0]
    ids = [row["message_id"], *from_json(row["more_ids"])]
    assert ids == [one["message_id"] for one in chat(post)[:3]]
    assert row["attempts"] == 1
    assert delivery.counts == {"gone_on": 2, "sent": 2}


async def test_a_lost_answer_repeats_its_own_part_only(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdicts, "FIRST_DELAY", 0.05)
    (aru,) = await post.people(1)
    await post.owe(aru, "one|two|three")
    await post.open(render=render, chat_rate=SLOW)
    await post.until(lambda: len(post.sends()) == 1)
    post.playground.telegram.add_fault("lost_reply", method="sendMessage")
    await post.until_states(sent=1)
    assert post.copies() == {"one": 1, "two": 2, "three": 1}


async def test_a_process_that_dies_in_the_middle_goes_on_with_the_part_it_was_in(post: Post) -> None:
    (aru,) = await post.people(1)
    await post.owe(aru, "one|two|three")
    await post.open(render=render, chat_rate=SLOW, lease=2)
    await post.until(lambda: len(post.sends()) == 1)
    post.playground.telegram.add_fault("hang", method="sendMessage")
    await post.until(lambda: len(post.playground.telegram.calls()) == 2)
    await kill(post)
    assert post.copies() == {"one": 1}
    await post.open(render=render, chat_rate=QUICK, lease=2)
    await post.until_states(sent=1)
    assert post.copies() == {"one": 1, "two": 1, "three": 1}


async def kill(post: Post) -> None:
    """Let the delivery vanish without writing anything down."""
    running, post.delivery, post._running = post._running, None, None
    assert running is not None
    running.cancel()
    with suppress(asyncio.CancelledError, BaseExceptionGroup):
        await running
    assert post.telegram is not None
    await post.telegram.close()


async def test_without_writing_down_what_is_done_the_first_part_comes_again(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forget(self: Any, owed: Owed, *ids: int) -> Returned:
        return Returned(owed=owed, not_before=owed.not_before, is_counted=False)

    monkeypatch.setattr(verdicts.Verdicts, "went_on", forget)
    (aru,) = await post.people(1)
    await post.owe(aru, "one|two")
    await post.open(render=render, chat_rate=QUICK)
    await post.until(lambda: post.copies()["one"] > 1)


async def test_a_change_goes_through_every_part_and_a_deletion_takes_all(post: Post) -> None:
    (aru,) = await post.people(1)
    await post.owe(aru, "one|two|three")
    await post.open(render=render, chat_rate=QUICK)
    await post.until_states(sent=1)
    ids = [one["message_id"] for one in chat(post)]

    def owe(tx: Transaction, template: str, text: str) -> None:
        query = (
            "INSERT INTO outbox (account_id, priority, template, data, message_id, more_ids, not_before, created_at) "
            "VALUES (?, 2, ?, ?, ?, ?, 0, 0)"
        )
        given = (aru, template, f'{{"text":"{text}"}}', ids[0], f"[{ids[1]},{ids[2]}]")
        tx.connection.execute(query, given)

    await post.database.write(lambda tx: owe(tx, "broadcast-edit", "one|2|3"))
    await post.until_states(sent=2)
    assert [one["text"] for one in chat(post)] == ["one", "2", "3"]
    assert ["reply_markup" in one for one in chat(post)] == [False, False, True]
    await post.database.write(lambda tx: owe(tx, "broadcast-removal", ""))
    await post.until_states(sent=3)
    assert chat(post) == []


async def test_a_change_that_has_no_words_holds_up_nobody(post: Post) -> None:
    def wordless(owed: Owed, language: Language) -> Outgoing:
        return Outgoing(text="", photo="kept") if owed.template == "broadcast-edit" else render(owed, language)

    aru, dana = await post.people(2)
    await post.owe(aru, "one")
    await post.open(render=wordless, chat_rate=QUICK)
    await post.until_states(sent=1)

    def owe(tx: Transaction) -> None:
        query = (
            "INSERT INTO outbox (account_id, priority, template, data, message_id, not_before, created_at) "
            "VALUES (?, 2, 'broadcast-edit', '{}', ?, 0, 0)"
        )
        tx.connection.execute(query, (aru, chat(post)[0]["message_id"]))

    await post.database.write(owe)
    await post.owe(dana, "two")
    await post.until(lambda: post.copies()["two"] == 1)
