"""What families and the camp say to each other lies sealed, and only there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.actions import asking
from bot.actions.hearing import ThreadPage
from bot.domain.language import Language
from bot.domain.thread import Words
from storage import accounts, threads
from storage.database import Database
from storage.rotation import rotate
from storage.vault import key_of
from tests.seed import NOW, meet, open_database
from tests.storage.clinic import ask, clinic


async def test_what_is_said_to_the_camp_is_sealed_gets_the_new_key_and_is_gone_when_it_is_forgotten(
    tmp_path: Path,
) -> None:
    said = Words(text="He is afraid of the dark", photo="AgAC-photo")
    async with open_database(tmp_path, clinic()) as database:
        message_id, account_id = await database.write(lambda tx: converse(tx, said))
        (old,) = await used(database)
        rows = await ask(database, "SELECT said FROM thread_messages") + await ask(database, "SELECT data FROM outbox")
        assert len(rows) > 1
        assert not [row for row in rows if "dark" in row[0] or "AgAC" in row[0]]
        assert (await rotate(database)).keys_left == 1
        assert old not in await used(database)
        assert await database.read(lambda tx: threads.read_words(tx, message_id)) == said
        await database.write(lambda tx: threads.forget(tx, account_id=account_id, participant_id=0, now=NOW))
        assert await ask(database, "SELECT count(*) FROM thread_messages") == [(0,)]
        assert await database.read(lambda tx: threads.read_words(tx, message_id)) == Words(text="—")


def converse(tx: Any, said: Words) -> tuple[int, int]:
    """Let an adult ask the camp; return the message and who asked."""
    meet(tx, 901, is_owner=True)
    asker = meet(tx, 902)
    asking.begin(tx, actor=asker, now=NOW, event_id=1, registration_id=0)
    standing = accounts.find_actor(tx, 902, offered=Language.EN, now=NOW)
    assert standing is not None
    page = asking.type_question(tx, actor=standing, now=NOW, words=said)
    assert isinstance(page, ThreadPage)
    return page.messages[-1].id, asker.account_id


async def used(database: Database) -> set[str]:
    rows = await database.read(lambda tx: tx.list_("vault.used_keys"))
    return {key_of(row["head"]) for row in rows}
