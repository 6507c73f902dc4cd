"""Everything owed is sent, in the right order and pace, whatever Telegram, the network and the machine do."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sqlite3
import sys
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from bot import delivery as delivery_module
from bot import verdicts
from bot.domain.language import Language
from bot.domain.notice import Priority
from bot.outgoing import Outgoing
from storage import accounts, outbox
from storage.outbox import Owed
from tests.delivery.conftest import FIRST_PERSON, Post
from tests.delivery.virtual import fullest

ROOT = Path(__file__).parents[2]


# ── Pace and order ──────────────────────────────────────────────────────────────────────────────


async def test_no_second_holds_more_than_the_limit(post: Post) -> None:
    people = await post.people(90)
    await post.owe_all([post.notice(account_id, f"to {account_id}") for account_id in people])
    await post.open(rate=40)
    await post.until_states(sent=90)
    assert fullest([call.at for call in post.sends()], 1) <= 40
    assert set(post.copies().values()) == {1}


async def test_without_the_pace_the_limit_would_be_broken(post: Post) -> None:
    people = await post.people(90)
    await post.owe_all([post.notice(account_id, f"to {account_id}") for account_id in people])
    await post.open(rate=100_000)
    await post.until_states(sent=90)
    assert fullest([call.at for call in post.sends()], 1) > 40


async def test_one_person_gets_one_message_a_second_in_the_order_they_were_put(post: Post) -> None:
    aru, dana = await post.people(2)
    await post.owe_all([post.notice(aru, f"{n}") for n in range(3)] + [post.notice(dana, "other")])
    await post.open()
    await post.until_states(sent=4)
    mine = post.sends(FIRST_PERSON)
    assert [call.request["text"] for call in mine] == ["0", "1", "2"]
    assert all(later.at - earlier.at >= 1 for earlier, later in pairwise(mine))
    assert post.sends(FIRST_PERSON + 1)[0].at - mine[0].at < 0.5


async def test_a_chat_told_to_wait_waits_exactly_and_others_flow(post: Post) -> None:
    people = await post.people(30)
    post.playground.telegram.add_fault("429", method="sendMessage", chat_id=FIRST_PERSON, retry_after=1)
    await post.owe_all([post.notice(account_id, f"to {account_id}") for account_id in people])
    await post.owe(people[0], "second", Priority.BULK)
    await post.open()
    await post.until_states(sent=29, due=2)
    assert [row["attempts"] for row in await post.rows() if row["state"] == "due"] == [0, 0]
    await post.until_states(sent=31)
    refused, first, second = post.sends(FIRST_PERSON)
    assert 1 <= first.at - refused.at < 1.3
    assert second.request["text"] == "second"
    assert max(call.at for call in post.sends() if call.chat_id != FIRST_PERSON) - refused.at < 1


async def test_a_restart_does_not_forget_who_told_us_to_wait(post: Post) -> None:
    (aru,) = await post.people(1)
    post.playground.telegram.add_fault("429", method="sendMessage", retry_after=1)
    await post.owe(aru, "first")
    await post.open()
    await post.until(lambda: len(post.sends()) == 1)
    await post.close()
    assert [(row["state"], row["error"]) for row in await post.rows()] == [("due", "RetryAfter")]
    await post.open()
    await post.owe(aru, "put after the restart")
    await post.until_states(sent=2)
    refused, first, _ = post.sends()
    assert first.at - refused.at >= 1


async def test_the_more_urgent_is_sent_first(post: Post) -> None:
    people = await post.people(8)
    order = (3, 2, 1, 0, 3, 2, 1, 0)
    await post.owe_all([post.notice(a, str(p), Priority(p)) for a, p in zip(people, order, strict=True)])
    await post.open(rate=20)
    await post.until_states(sent=8)
    assert [call.request["text"] for call in post.sends()] == list("00112233")


async def test_an_emergency_overtakes_two_thousand_bulk_messages(post: Post) -> None:
    people = await post.people(2001)
    await post.owe_all([post.notice(account_id, "news") for account_id in people[:2000]])
    await post.open(rate=25, in_flight=32)
    await asyncio.sleep(0.7)
    claimed = next(row for row in await post.rows() if row["state"] == "sending")
    put_at = post.playground.telegram.world.ledger.now()
    await post.owe_all(
        [post.notice(a, "Leave the building!", Priority.EMERGENCY) for a in (people[2000], claimed["account_id"])]
    )

    def warned() -> list[float]:
        return [call.at for call in post.sends() if call.request["text"] == "Leave the building!"]

    await post.until(lambda: len(warned()) == 2)
    assert max(warned()) - put_at < 1
    await post.close()
    assert "sending" not in await post.states()


async def test_an_emergency_finds_a_place_when_every_request_hangs(post: Post) -> None:
    people = await post.people(5)
    post.playground.telegram.add_fault("hang", method="sendMessage", count=4)
    await post.owe_all([post.notice(account_id, "news") for account_id in people[:4]])
    await post.open(in_flight=4)
    await asyncio.sleep(0.3)
    await post.owe(people[4], "Leave the building!", Priority.EMERGENCY)
    await post.until_states(sending=4, sent=1, seconds=1)


# ── What Telegram answers ───────────────────────────────────────────────────────────────────────


async def test_a_person_who_blocked_the_bot_is_not_asked_again_until_they_come_back(post: Post) -> None:
    aru, dana = await post.people(2)
    post.playground.telegram.block(FIRST_PERSON)
    post.playground.telegram.deactivate(FIRST_PERSON + 1)
    await post.owe_all([post.notice(aru, "1"), post.notice(aru, "2"), post.notice(dana, "3")])
    await post.open(chat_rate=50)
    await post.until_states(unreachable=3)
    assert len(post.sends()) == 2
    reach = [
        row["reach"] for row in await post.database.read(lambda tx: [accounts.get_row(tx, a) for a in (aru, dana)])
    ]
    assert reach == ["blocked", "deactivated"]
    assert [row["error"] for row in await post.rows()] == ["blocked", "blocked", "deactivated"]
    post.playground.telegram.unblock(FIRST_PERSON)
    await post.database.write(lambda tx: accounts.set_reach(tx, FIRST_PERSON, "reachable"))
    await post.owe(aru, "4")
    await post.until_states(unreachable=3, sent=1)


async def test_a_lost_answer_is_repeated_or_left_by_the_kind_of_message(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verdicts, "FIRST_DELAY", 0.05)
    aru, dana, olga = await post.people(3)
    post.playground.telegram.add_fault("lost_reply", method="sendMessage", chat_id=FIRST_PERSON)
    post.playground.telegram.add_fault("lost_reply", method="sendMessage", chat_id=FIRST_PERSON + 1)
    post.playground.telegram.add_fault("lost_reply", method="sendMessage", chat_id=FIRST_PERSON + 2, count=99)
    await post.owe(aru, "confirmed")
    await post.owe(dana, "link", template="guardian-link")
    await post.owe(olga, "never answered")
    await post.open(chat_rate=50)
    await post.until_states(sent=1, unknown=2)
    assert post.copies() == {"confirmed": 2, "link": 1, "never answered": verdicts.MOST_COPIES}


async def test_trouble_on_telegrams_side_costs_no_message_anything(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdicts, "FIRST_DELAY", 0.01)
    monkeypatch.setattr(verdicts, "LONGEST_DELAY", 0.03)
    people = await post.people(5)
    post.playground.telegram.add_fault("502", method="sendMessage", count=5 * outbox.MOST_ATTEMPTS + 5)
    await post.owe_all([post.notice(account_id, f"to {account_id}") for account_id in people])
    await post.open(chat_rate=1000)
    await post.until_states(sent=5)
    assert set(post.copies().values()) == {1}
    assert len(post.sends()) > 5 * outbox.MOST_ATTEMPTS


async def test_no_connection_is_waited_for_and_nothing_is_sent_twice(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verdicts, "FIRST_DELAY", 0.05)
    monkeypatch.setattr(verdicts, "LONGEST_DELAY", 0.2)
    people = await post.people(5)
    port = int(post.playground.url.rpartition(":")[2])
    await post.playground.stop()
    await post.open()
    await post.owe_all([post.notice(account_id, f"to {account_id}") for account_id in people])
    await asyncio.sleep(0.5)
    assert {row["error"] for row in await post.rows() if row["state"] == "due"} <= {"NotSent", None}
    await post.playground.start(port=port)
    await post.until_states(sent=5)
    assert set(post.copies().values()) == {1}


async def test_a_message_that_fails_while_others_get_through_is_given_up(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verdicts, "FIRST_DELAY", 0.01)
    monkeypatch.setattr(verdicts, "LONGEST_DELAY", 0.03)
    people = await post.people(60)
    post.playground.telegram.add_fault("500", method="sendMessage", chat_id=FIRST_PERSON, count=10_000)
    await post.owe_all([post.notice(account_id, "hi") for account_id in people])
    await post.open(rate=200, chat_rate=1000)
    await post.until_states(failed=1, sent=59)
    failed = (await post.rows())[0]
    assert (failed["state"], failed["error"]) == ("failed", "ServerTrouble")


async def test_what_telegram_refuses_or_cannot_be_rendered_fails_alone(post: Post) -> None:
    people = await post.people(3)

    def break_sometimes(owed: Owed, language: Language) -> Outgoing:
        return Outgoing(text={"long": "x" * 5000, "fine": "<b>fine</b"}[owed.data["text"]])

    for account_id, text in zip(people, ("long", "missing", "fine"), strict=True):
        await post.owe(account_id, text)
    delivery = await post.open(render=break_sometimes, chat_rate=50)
    await post.until_states(failed=2, sent=1)
    errors = [row["error"] for row in await post.rows()]
    assert errors == ["BadRequest: Bad Request: message is too long", "render: KeyError", None]
    assert post.copies() == {"fine</b": 1}
    assert delivery is post.delivery


async def test_what_is_too_late_is_never_sent(post: Post) -> None:
    people = await post.people(3)
    soon = post.clock.now() + timedelta(seconds=0.8)
    for account_id in people:
        await post.owe(account_id, "in a minute", not_after=soon)
    await post.open(rate=2)
    await post.until_states(sent=2, expired=1)
    assert all(call.request["text"] == "in a minute" for call in post.sends())
    assert len(post.sends()) == 2


async def test_what_is_due_later_is_sent_when_it_is_due(post: Post) -> None:
    (aru,) = await post.people(1)
    put_at = post.playground.telegram.world.ledger.now()
    await post.owe(aru, "later", not_before=post.clock.now() + timedelta(seconds=0.6))
    await post.open()
    await post.until_states(sent=1)
    assert 0.6 <= post.sends()[0].at - put_at < 0.75


async def test_a_travel_in_time_sends_nothing_twice(post: Post) -> None:
    people = await post.people(10)
    await post.owe_all([post.notice(account_id, f"to {account_id}") for account_id in people])
    await post.open(rate=10)
    await asyncio.sleep(0.3)
    post.clock.offset = timedelta(days=400)
    await post.until_states(sent=10)
    post.clock.offset = timedelta(0)
    await post.owe(people[0], "one more")
    await post.until_states(sent=11)
    assert set(post.copies().values()) == {1}


# ── Stops, kills, freezes, full disks ───────────────────────────────────────────────────────────


async def test_a_graceful_stop_sends_nothing_twice_and_leaves_nothing_leased(post: Post) -> None:
    people = await post.people(60)
    await post.owe_all([post.notice(account_id, f"to {account_id}") for account_id in people])
    for pause in (0.1, 0.23, 0.31):
        await post.open(rate=30)
        await asyncio.sleep(pause)
        async with asyncio.timeout(10):
            await post.close()
        states = await post.states()
        assert states.keys() <= {"due", "sent"}
        assert all(row["attempts"] == 0 for row in await post.rows() if row["state"] == "due")
    await post.open()
    await post.until_states(sent=60)
    assert set(post.copies().values()) == {1}
    assert len(post.copies()) == 60


async def test_a_stop_does_not_wait_for_a_hanging_answer_longer_than_its_grace(post: Post) -> None:
    aru, dana = await post.people(2)
    post.playground.telegram.add_fault("hang", method="sendMessage", count=2)
    await post.owe(aru, "may be repeated")
    await post.owe(dana, "may not", template="guardian-link")
    await post.open()
    await post.until_states(sending=2)
    await post.until(lambda: len(post.sends()) == 2)
    async with asyncio.timeout(10):  # the answer hangs for a minute
        await post.close(grace=0.3)
    assert await post.states() == {"due": 1, "unknown": 1}


class Sender:
    """A sending program of its own."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process

    @classmethod
    async def start(cls, post: Post, *, rate: float = 100, in_flight: int = 6, lease: float = 1.0,
                    recovery: str = "recovers") -> Sender:  # fmt: skip
        numbers = (str(rate), str(in_flight), str(lease))
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.delivery.sender", str(post.path), post.playground.url, post.playground.token,
            *numbers, recovery, cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        assert process.stdout is not None
        assert await process.stdout.readline() == b"ready\n"
        return cls(process)

    async def end(self, by: signal.Signals = signal.SIGTERM) -> None:
        self.process.send_signal(by)
        await self.process.wait()


async def killed_in_the_middle(post: Post, *, kills: int, recovery: str) -> None:
    dice = random.Random(7)
    people = await post.people(60 * kills)
    await post.owe_all([post.notice(account_id, f"to {account_id}") for account_id in people])
    for _ in range(kills):
        sender = await Sender.start(post, recovery=recovery)
        enough = len(post.sends()) + dice.randint(10, 30)
        await post.until(lambda: len(post.sends()) >= enough)  # noqa: B023 - awaited before the next round
        await sender.end(signal.SIGKILL)


async def test_kills_in_the_middle_lose_nobody_and_repeat_at_most_what_was_in_flight(post: Post) -> None:
    await killed_in_the_middle(post, kills=3, recovery="recovers")
    assert (await post.states())["sending"] > 0
    last = await Sender.start(post, rate=400, in_flight=32)
    await post.until_states(sent=180)
    await last.end()
    copies = post.copies()
    assert len(copies) == 180
    assert copies.total() - 180 <= 3 * 6


async def test_without_the_recovery_of_leases_somebody_would_be_missing(post: Post) -> None:
    await killed_in_the_middle(post, kills=1, recovery="forgets")
    stuck = (await post.states())["sending"]
    last = await Sender.start(post, rate=400, in_flight=32, recovery="forgets")
    await post.until_states(sent=60 - stuck, sending=stuck)
    await asyncio.sleep(1)
    await last.end()
    assert await post.states() == {"sent": 60 - stuck, "sending": stuck}


async def test_a_sender_that_was_frozen_does_not_send_what_another_sent_meanwhile(post: Post) -> None:
    people = await post.people(12)
    frozen = await Sender.start(post, rate=5, in_flight=12, lease=0.8)
    await post.owe_all([post.notice(account_id, f"to {account_id}") for account_id in people])
    await post.until(lambda: len(post.sends()) > 0)
    os.kill(frozen.process.pid, signal.SIGSTOP)
    await asyncio.sleep(1)
    await post.open()
    await post.until_states(sent=12)
    os.kill(frozen.process.pid, signal.SIGCONT)
    await asyncio.sleep(1)
    await frozen.end()
    assert await post.states() == {"sent": 12}
    copies = post.copies()
    assert len(copies) == 12
    assert copies.total() <= 13


async def test_two_senders_at_once_send_nothing_twice(post: Post) -> None:
    people = await post.people(150)
    await post.owe_all([post.notice(account_id, f"to {account_id}") for account_id in people])
    other = await Sender.start(post, rate=100, lease=30)
    await post.open(rate=100)
    await post.until_states(sent=150)
    await other.end()
    assert set(post.copies().values()) == {1}


async def test_a_full_disk_stops_nothing_for_longer_than_it_lasts(post: Post) -> None:
    people = await post.people(20)
    await post.owe_all([post.notice(account_id, f"to {account_id}") for account_id in people])
    await post.open(rate=50, in_flight=4)
    with sqlite3.connect(post.path) as disk:
        disk.execute("CREATE TRIGGER full BEFORE UPDATE ON outbox BEGIN SELECT RAISE(ABORT, 'disk is full'); END")
    await asyncio.sleep(0.3)
    stalled = len(post.sends())
    assert stalled < 20
    await asyncio.sleep(0.3)
    assert len(post.sends()) <= stalled + 1
    with sqlite3.connect(post.path) as disk:
        disk.execute("DROP TRIGGER full")
    disk.close()
    await post.until_states(sent=20)
    assert set(post.copies().values()) == {1}


# ── Manners ─────────────────────────────────────────────────────────────────────────────────────


async def test_an_idle_delivery_leaves_the_database_alone(post: Post) -> None:
    (aru,) = await post.people(1)
    await post.owe(aru, "tomorrow", not_before=post.clock.now() + timedelta(days=1))
    await post.open()
    await asyncio.sleep(0.2)
    before = post.database.hops
    await asyncio.sleep(1.2)
    assert post.database.hops - before <= 2


async def test_a_waiting_chat_does_not_make_the_delivery_spin(post: Post) -> None:
    (aru,) = await post.people(1)
    await post.owe_all([post.notice(aru, str(n)) for n in range(2)])
    post.playground.telegram.add_fault("429", method="sendMessage", retry_after=30)
    await post.open()
    await asyncio.sleep(0.3)
    before = post.database.hops
    await asyncio.sleep(1.2)
    assert post.database.hops - before <= 3


async def test_the_log_holds_ids_and_no_words(post: Post, capsys: pytest.CaptureFixture[str]) -> None:
    (aru,) = await post.people(1)
    canary = "Айгерім 87011234567"
    post.playground.telegram.add_fault("lost_reply", method="sendMessage")
    await post.owe(aru, f"<{canary}", template="guardian-link")
    await post.owe(aru, f"<{canary}>")
    await post.open(chat_rate=50)
    await post.until_states(unknown=1, sent=1)
    await post.close()
    written = "".join(capsys.readouterr())
    assert "delivery.answer_lost" in written
    assert "outbox_id" in written
    assert canary not in written
    assert post.playground.token not in written


async def test_a_delivery_keeps_its_own_pace_constants_sane() -> None:
    """A claimed message may wait for the pacer and be sent twice over (plainly at last) within its lease."""
    assert delivery_module.LEASE.total_seconds() * delivery_module.PART_OF_LEASE > delivery_module.PATIENCE + 2 * 15
