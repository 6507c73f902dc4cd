"""A number is given once: whoever comes after somebody who was forgotten is told and answered like everybody."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bot.actions import asking
from bot.actions.asking import ASK
from bot.domain.thread import Words
from storage import erasing
from storage.database import Transaction
from tests.seed import NOW, meet, open_database, programme

OWNER = 99


def ask(tx: Transaction, telegram_id: int) -> int:
    """Let somebody ask about the event; return how many messages their question is owed to the organizers in."""
    asker = replace(meet(tx, telegram_id), place=ASK, place_args={"event": 1, "registration": 0})
    before = owed(tx)
    asking.type_question(tx, actor=asker, now=NOW, words=Words(text="Where do we meet?"))
    return owed(tx) - before


def owed(tx: Transaction) -> int:
    """Return how many messages about questions were ever owed."""
    return int(
        tx.connection.execute("SELECT count(*) AS n FROM outbox WHERE template = 'thread-asked'").fetchone()["n"]
    )


async def test_the_first_question_after_a_forgotten_one_is_told_to_the_organizers(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme()) as database:

        def work(tx: Transaction) -> None:
            meet(tx, OWNER, is_owner=True)
            assert ask(tx, 11) == 1
            erasing.erase_account(tx, meet(tx, 11).account_id, NOW)
            assert ask(tx, 12) == 1
            owned = "SELECT min(id) AS n FROM threads"
            assert tx.connection.execute(owned).fetchone()["n"] == 2, (
                "an old button leads to nobody else's conversation"
            )

        await database.write(work)
