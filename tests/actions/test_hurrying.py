"""Letters that are late: one word to the leaders before the hour, one to the organizers after it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import countersigning, hurrying, posting, writing
from bot.domain.language import Language
from bot.domain.letter import NEAR
from bot.texts import Translator
from handlers.letter_words import LETTER
from storage.database import Transaction
from tests.actions.test_posting import ASKED, HOUR, LEADER, NIGHT, OWNER, SECOND, Camp, camp
from tests.seed import meet

MINUTE = timedelta(minutes=1)


async def hurry(own: Camp, now: Any) -> int:
    own.now = now
    return await own.database.write(lambda tx: hurrying.tick(tx, now=now, quiet=NIGHT))


async def account(own: Camp, telegram_id: int) -> int:
    def find(tx: Transaction) -> int:
        return meet(tx, telegram_id, is_owner=telegram_id == OWNER).account_id

    return await own.database.write(find)


async def test_leaders_are_reminded_once_and_organizers_told_once(tmp_path: Path) -> None:
    async with camp(tmp_path) as own:
        await own.tick(ASKED)
        assert await hurry(own, HOUR - NEAR - MINUTE) == 0
        assert await hurry(own, HOUR - NEAR) == 2
        assert await hurry(own, HOUR - MINUTE) == 0
        near = await own.owed("letter-near")
        assert {one["to"] for one in near} == {await account(own, LEADER), await account(own, SECOND)}
        await own.tick(HOUR)
        assert await hurry(own, HOUR) == 1
        assert await hurry(own, HOUR + MINUTE) == 0
        (told,) = await own.owed("letter-missed")
        assert (told["to"], told["at"]) == (await account(own, OWNER), "20:30")
        assert told["squads"] == [["", 1, "nothing"]]


async def test_whoever_has_begun_is_left_in_peace_and_what_waits_is_told_as_such(tmp_path: Path) -> None:
    async with camp(tmp_path) as own:
        await own.tick(ASKED)
        await own.write_letter()
        assert await hurry(own, HOUR - NEAR) == 0
        await own.press(LEADER, writing.submit)
        assert await hurry(own, HOUR) == 1
        assert (await own.owed("letter-missed"))[0]["squads"] == [["", 1, "waiting"]]


async def test_a_confirmed_letter_and_letters_that_are_switched_off_are_not_late(tmp_path: Path) -> None:
    async with camp(tmp_path) as own:
        await own.tick(ASKED)
        await own.write_letter()
        await own.press(LEADER, writing.submit)
        await own.press(SECOND, countersigning.confirm)
        assert await hurry(own, HOUR) == 0
    (tmp_path / "off").mkdir()
    async with camp(tmp_path / "off") as own:
        await own.tick(ASKED)
        await own.as_(OWNER, posting.set_hours, event_id=1, sends_at="off", minutes=90)
        assert await hurry(own, HOUR) == 0


@pytest.mark.parametrize("language", list(Language))
def test_both_messages_read_well_in_every_language(language: Language) -> None:
    t = Translator(language, strict=True)
    about = {"letter": 1, "kind": "day", "on": "2027-07-07", "squad_name": "", "squad_number": 3, "until": "20:30"}
    late = [["Qyran", 1, "nothing"], ["", 2, "begun"], ["", 3, "waiting"]]
    event = {"kk": "Лагерь", "ru": "Лагерь", "en": "Camp"}
    near = LETTER["letter-near"](t, about)
    missed = LETTER["letter-missed"](t, {"event": event, "event_id": 1, "squads": late, "at": "20:30"})
    for screen in (near, missed):
        print(screen.text, "\n")
        assert "20:30" in screen.text
    assert [line.startswith("🚩") for line in missed.text.splitlines()[-3:]] == [True] * 3
