"""Whatever happens to an announcement on its way and afterwards, what the organizer reads is what lies in the chats.

A plain model of chats stands for Telegram: requests are executed, refused, executed without an answer, or lost with
the process. In the end nobody has a copy that the report calls deleted, and nobody reads an old text that it calls
changed. `HISTORIES=2000 pytest <this file>` plays many more lives.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from bot.actions import broadcasting, correcting, removing
from bot.answers import AnswerLost, BadRequest, RetryAfter, TelegramError, Unreachable
from bot.clock import Clock
from bot.domain.broadcast import State
from bot.domain.errors import StaleError
from bot.domain.language import Language
from bot.domain.notice import REMOVAL
from bot.domain.removal import DELETABLE
from bot.verdicts import Verdicts
from storage import accounts, broadcasts, corrections, outbox, removals
from storage.database import Transaction
from storage.outbox import Owed, Settlement
from tests.actions.test_broadcasting import LATER, MANY, TEXTS, compose, owner, send, student
from tests.seed import open_database, programme

IS_POSTGRESQL = os.environ.get("TEST_DATABASE") == "postgresql"
HISTORIES = int(os.environ.get("HISTORIES", "6" if IS_POSTGRESQL else "50"))
"""Every statement is a way to a server there, and back."""
PEOPLE = {1: "en", 2: "en", 3: "kk", 4: "ru", 5: "en"}
LEASE = timedelta(seconds=45)
STEPS = 18
LATE = 0.25
"""The part of the requests whose answer takes longer than what happens next."""
GONE = "message to delete not found"
TOO_OLD = "message can't be deleted for everyone"


@dataclass
class Chats:
    """What lies in the chats: message id -> who has it, since when, and what it says."""

    lying: dict[int, tuple[int, datetime, str]] = field(default_factory=dict)
    got: set[int] = field(default_factory=set)
    blocked: set[int] = field(default_factory=set)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def execute(self, owed: Owed, now: datetime) -> int | TelegramError:
        """Do what is asked for, as Telegram would."""
        if owed.template == REMOVAL:
            return self._delete(owed.message_ids[0], now)
        if owed.telegram_id in self.blocked:
            return Unreachable("blocked")
        number = owed.message_ids[0] if owed.message_ids else next(self.numbers)
        if owed.message_ids and number not in self.lying:
            return BadRequest("message to edit not found")
        since = self.lying[number][1] if owed.message_ids else now
        self.lying[number] = (owed.telegram_id, since, owed.data["text"])
        self.got.add(owed.telegram_id)
        return number

    def _delete(self, number: int, now: datetime) -> int | TelegramError:
        if number not in self.lying:
            return BadRequest(GONE)
        if self.lying[number][1] < now - DELETABLE:
            return BadRequest(TOO_OLD)
        del self.lying[number]
        return number

    def holders(self) -> set[int]:
        """Return who has a copy."""
        return {who for who, _, _ in self.lying.values()}


@dataclass
class Life:
    """One announcement with everything that happens to it."""

    tx: Transaction
    dice: random.Random
    now: datetime
    broadcast_id: int
    chats: Chats = field(default_factory=Chats)
    verdicts: Verdicts = field(default_factory=lambda: Verdicts(Clock()))
    forgets: bool = False
    late: list[Settlement] = field(default_factory=list)
    """What became of what is still on its way."""

    def step(self) -> None:
        """Let something happen."""
        deeds: list[Callable[[], None]] = [self.deliver] * 8 + [self.land, self.wait] * 2
        deeds += [self.stop, self.retry, self.change, self.hide, self.remove]
        with suppress(StaleError):
            self.dice.choice(deeds)()
        self.tick()

    def tick(self) -> None:
        outbox.recover(self.tx, self.now)
        outbox.expire(self.tx, self.now)
        if self.forgets:
            self.tx.connection.execute("UPDATE outbox SET lost_replies = 0")
        broadcasting.tick(self.tx, now=self.now)

    def deliver(self, *, is_calm: bool = False) -> None:
        """Send, change and delete a few; now and then the process dies with some on their way."""
        for owed in outbox.claim(self.tx, self.now, self.dice.randint(1, 4), LEASE).owed:
            settled = self.attempt(owed, "done" if is_calm else self.dice.choice(OUTCOMES))
            if settled is not None and not is_calm and self.dice.random() < LATE:
                self.late.append(settled)
            elif settled is not None:
                outbox.settle(self.tx, [settled], self.now)

    def land(self) -> None:
        """Let the answers come that were still on their way."""
        outbox.settle(self.tx, self.late, self.now)
        self.late.clear()

    def attempt(self, owed: Owed, outcome: str) -> Settlement | None:
        """Return what the sender makes of it; None when it died."""
        if outcome == "refused":
            return self.verdicts.refused(owed, RetryAfter(1))
        if outcome == "block":
            self.chats.blocked.add(owed.telegram_id)
        found = None if outcome.endswith("unseen") else self.chats.execute(owed, self.now)
        if outcome.startswith("lost"):
            return self.verdicts.refused(owed, AnswerLost())
        if outcome.startswith("died"):
            return None
        if isinstance(found, TelegramError):
            return self.verdicts.refused(owed, found)
        return self.verdicts.sent(owed, found or 0)

    def wait(self) -> None:
        self.now += self.dice.choice([timedelta(seconds=2), timedelta(minutes=5), timedelta(hours=25)])

    def stop(self) -> None:
        broadcast = broadcasts.get(self.tx, self.broadcast_id)
        broadcasting.stop(self.tx, **self.whose(), revision=broadcast.revision)

    def retry(self) -> None:
        broadcast = broadcasts.get(self.tx, self.broadcast_id)
        broadcasting.retry(self.tx, **self.whose(), revision=broadcast.revision, message_id=1)

    def change(self) -> None:
        """Change one text as an organizer does, sometimes back to what it was."""
        code = self.dice.choice(["en", "kk"])
        text = self.dice.choice([TEXTS[code], f"{TEXTS[code]}!", f"{TEXTS[code]}?"])
        correcting.ask(self.tx, **self.whose(), language=Language(code))
        shown = correcting.write(self.tx, actor=owner(self.tx), now=self.now, text=text, said_at=self.now)
        assert isinstance(shown, correcting.Proposal)
        correcting.correct(self.tx, **self.whose(), mark=shown.mark, message_id=1, rules=MANY)

    def hide(self) -> None:
        """Let somebody delete a copy from the own chat."""
        if self.chats.lying:
            del self.chats.lying[self.dice.choice(sorted(self.chats.lying))]

    def remove(self) -> None:
        removing.remove(self.tx, **self.whose(), message_id=1)

    def whose(self) -> dict[str, Any]:
        return {"actor": owner(self.tx), "now": self.now, "broadcast_id": self.broadcast_id}

    def settle(self) -> None:
        """Let everything come to its end without more trouble."""
        self.land()
        for _ in range(60):
            self.now += timedelta(minutes=1)
            self.tick()
            self.deliver(is_calm=True)
        self.tick()

    def lies(self) -> bool:
        """Tell whether the organizer reads what is not so."""
        broadcast = broadcasts.get(self.tx, self.broadcast_id)
        assert broadcast.finished_at is not None
        report = broadcasts.report(self.tx, broadcast)
        parts = report.sent + report.unreachable + report.unknown + report.failed + report.expired + report.stopped
        assert parts == report.recipients == len(PEOPLE)
        if broadcast.state is State.REMOVED:
            made = removals.count(self.tx, self.broadcast_id)
            assert made.waiting == 0
            missed = len(self.chats.holders()) > made.left - made.gone
            return missed or made.delivered < len(self.chats.got)
        if not broadcast.edition:
            return False
        changed = corrections.count(self.tx, broadcast)
        assert changed.waiting == 0
        old = {who for who, _, text in self.chats.lying.values() if text != broadcast.texts[Language(PEOPLE[who])]}
        return len(old) > changed.left


OUTCOMES = [*["done"] * 8, "refused", "block", "lost", "lost-unseen", "died", "died-unseen"]


def live(tx: Transaction, seed: int, *, forgets: bool = False) -> bool:
    """Play one life and tell whether its figures lie."""
    for number in PEOPLE:
        accounts.set_reach(tx, number, "reachable")
    sent = send(tx, compose(tx, "en", "kk", "ru"))
    life = Life(tx=tx, dice=random.Random(seed), now=LATER, broadcast_id=sent.id, forgets=forgets)
    life.tick()
    for _ in range(STEPS):
        life.step()
    with suppress(StaleError):
        (life.remove if seed % 2 else life.change)()
    life.settle()
    return life.lies()


async def lives(folder: Path, *, forgets: bool = False) -> list[int]:
    """Play many lives and return those that ended with a lie."""

    def work(tx: Transaction) -> list[int]:
        for number, code in PEOPLE.items():
            student(tx, number, Language(code))
        tx.connection.execute("UPDATE outbox SET state = 'stopped' WHERE state = 'due'")
        return [seed for seed in range(HISTORIES) if live(tx, seed, forgets=forgets)]

    async with open_database(folder, programme(capacity=100)) as database:
        return await database.write(work)


async def test_nobody_has_what_the_report_calls_deleted_or_reads_what_it_calls_changed(tmp_path: Path) -> None:
    assert await lives(tmp_path) == []


@pytest.mark.skipif(IS_POSTGRESQL, reason="needs more lives than are played there")
async def test_a_bot_that_forgets_lost_answers_is_caught(tmp_path: Path) -> None:
    assert await lives(tmp_path, forgets=True) != []


@pytest.mark.skipif(IS_POSTGRESQL, reason="needs more lives than are played there")
async def test_a_bot_that_forgets_what_was_on_its_way_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def finish(tx: Transaction, now: datetime) -> int:
        return tx.run("removals.finish", now=int(now.timestamp() * 1_000_000))

    monkeypatch.setattr(removals, "go_on", finish)
    with pytest.raises(AssertionError):
        assert await lives(tmp_path) == []
