"""What a database keeps in memory between two transactions is the newest of each, and no more."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path

from bot.actions import loading
from bot.domain.language import Language
from storage import events
from storage.database import Transaction
from tests.seed import NOW, open_database, programme, said


async def test_units_of_a_file_that_was_loaded_again_are_read_again_and_the_old_ones_let_go(tmp_path: Path) -> None:
    content = programme()
    async with open_database(tmp_path, content) as database:
        for number in range(1, 4):
            now, title = NOW + timedelta(hours=number), f"North {number}"
            content["units"][0]["title"] = said(title)
            await database.write(partial(loading.load, content=content, now=now))
            north = await database.read(lambda tx: events.get_units(tx, 1).find("north"))
            assert north is not None
            assert north.title.within(Language.EN) == title
        assert await database.read(count_units) == 1


def count_units(tx: Transaction) -> int:
    return sum("units" in str(key) for key in tx.kept)
