"""A copy of several messages that has not come to its end: what is in the chat of it is known, changed and deleted."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import broadcasting, correcting, removing
from bot.domain.broadcast import Broadcast
from bot.domain.language import Language
from bot.domain.notice import REMOVAL
from storage import broadcasts, corrections, outbox, removals
from storage.database import Database, Transaction
from storage.outbox import Ended, Owed, Returned, State
from tests.actions.test_broadcasting import LATER, MANY, begun, owner, student
from tests.seed import open_database, programme

LEASE = timedelta(seconds=45)
READER = 7


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path, programme(capacity=100)) as opened:
        yield opened


def sent_to_one(tx: Transaction) -> Broadcast:
    """Begin an announcement for one reader."""
    student(tx, READER, Language.EN)
    tx.connection.execute("UPDATE outbox SET state = 'stopped' WHERE state = 'due'")
    return begun(tx, "en", "kk", "ru")


def next_of(tx: Transaction) -> Owed:
    """Take what the reader is owed now."""
    (owed,) = [one for one in outbox.claim(tx, LATER, 10, LEASE).owed if one.telegram_id == READER]
    return owed


def go_on(tx: Transaction, owed: Owed, *done: int) -> None:
    """Note which messages of something are done by now."""
    settled = Returned(owed=owed, not_before=owed.not_before, is_counted=False, sent_ids=done)
    outbox.settle(tx, [settled], LATER)


def end(tx: Transaction, owed: Owed, state: State, *ids: int) -> None:
    more: dict[str, Any] = {"message_id": ids[0], "more_ids": ids[1:]} if ids else {}
    outbox.settle(tx, [Ended(owed=owed, state=state, **more)], LATER)
    broadcasting.tick(tx, now=LATER)


def whose(sent: Broadcast) -> dict[str, Any]:
    return {"now": LATER, "broadcast_id": sent.id, "message_id": 1}


def change(tx: Transaction, sent: Broadcast, text: str) -> None:
    about: dict[str, Any] = {"actor": owner(tx), "now": LATER}
    correcting.ask(tx, broadcast_id=sent.id, language=Language.EN, **about)
    shown = correcting.write(tx, text=text, said_at=LATER, **{**about, "actor": owner(tx)})
    assert isinstance(shown, correcting.Proposal)
    correcting.correct(tx, actor=owner(tx), mark=shown.mark, rules=MANY, **whose(sent))


@pytest.mark.parametrize(
    ("state", "fate"), [(State.FAILED, "removed"), (State.UNREACHABLE, "removed"), (State.UNKNOWN, "unconfirmed")]
)
async def test_a_deletion_takes_the_beginning_of_a_copy_too(database: Database, state: State, fate: str) -> None:
    def work(tx: Transaction) -> None:
        sent = sent_to_one(tx)
        go_on(tx, next_of(tx), 71, 72)
        end(tx, next_of(tx), state)
        removing.remove(tx, actor=owner(tx), **whose(sent))
        assert removals.count(tx, sent.id).waiting == 1
        deletion = next_of(tx)
        assert (deletion.template, deletion.message_ids) == (REMOVAL, (71, 72))
        end(tx, deletion, State.SENT, *deletion.message_ids)
        made = removals.count(tx, sent.id)
        assert (getattr(made, fate), made.delivered) == (1, 1)

    await database.write(work)


async def test_what_ran_out_of_time_in_the_middle_is_deleted_too(database: Database) -> None:
    def work(tx: Transaction) -> None:
        sent = sent_to_one(tx)
        go_on(tx, next_of(tx), 71)
        tx.connection.execute("UPDATE outbox SET not_after = 1 WHERE state = 'due'")
        outbox.expire(tx, LATER)
        assert outbox.claim(tx, LATER, 10, LEASE).owed == ()
        removing.remove(tx, actor=owner(tx), **whose(sent))
        assert next_of(tx).message_ids == (71,)

    await database.write(work)


async def test_what_failed_in_the_middle_goes_on_there_when_it_is_sent_again(database: Database) -> None:
    def work(tx: Transaction) -> None:
        sent = sent_to_one(tx)
        go_on(tx, next_of(tx), 71, 72)
        end(tx, next_of(tx), State.FAILED)
        revision = broadcasts.get(tx, sent.id).revision
        broadcasting.retry(tx, actor=owner(tx), revision=revision, **whose(sent))
        rest = next_of(tx)
        assert (rest.message_ids, rest.sent_ids) == ((), (71, 72))
        end(tx, rest, State.SENT, 71, 72, 73)
        removing.remove(tx, actor=owner(tx), **whose(sent))
        assert next_of(tx).message_ids == (71, 72, 73)

    await database.write(work)


async def test_a_text_that_changes_while_it_is_being_changed_is_changed_from_its_first_part(database: Database) -> None:
    def work(tx: Transaction) -> None:
        sent = sent_to_one(tx)
        end(tx, next_of(tx), State.SENT, 71, 72, 73)
        change(tx, sent, "Hello at nine")
        go_on(tx, next_of(tx), 71)
        change(tx, sent, "Hello at ten")
        edit = next_of(tx)
        assert (edit.data["text"], edit.message_ids, edit.sent_ids) == ("Hello at ten", (71, 72, 73), ())
        end(tx, edit, State.SENT, *edit.message_ids)
        assert corrections.count(tx, broadcasts.get(tx, sent.id)).changed == 1

    await database.write(work)
