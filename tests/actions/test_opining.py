"""What families say of an event: two presses and a line, counted without names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.actions import opining
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.language import Language
from bot.domain.opinion import Again
from bot.texts import Translator
from handlers import opinion_cards
from storage import accounts, erasing
from storage.database import Transaction
from tests.actions.camp import at, bring_guardian, camp, owed, people, query, tick
from tests.seed import NOW, meet, open_database

RULE = {"code": "ask", "kind": "opinion", "at": "18:00", "to": "family"}
LATER = at("2027-07-18", "09:00")


async def test_the_family_is_asked_once_answers_in_two_presses_and_a_line_and_is_counted(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([], [RULE], audience="minors")) as database:
        (child,) = await people(database, 1)
        guardian = await database.write(lambda tx: bring_guardian(tx, child, 50, agrees=True))
        assert await tick(database, at("2027-07-17", "17:59")) == 0
        assert await tick(database, at("2027-07-17", "18:00")) == 2
        assert await tick(database, at("2027-07-18", "18:00")) == 0
        assert {account for account, _ in await owed(database)} == {child.account_id, guardian}

        def say(tx: Transaction) -> opining.Heard:
            for telegram_id, stars, again in ((1, 5, Again.YES), (50, 2, Again.NO)):
                about: dict[str, Any] = {"now": LATER, "event_id": 1}
                with pytest.raises(StaleError):
                    opining.say_again(tx, actor=meet(tx, telegram_id), again=again, **about)
                opining.give_stars(tx, actor=meet(tx, telegram_id), stars=4, **about)
                opining.give_stars(tx, actor=meet(tx, telegram_id), stars=stars, **about)
                opining.say_again(tx, actor=meet(tx, telegram_id), again=again, **about)
            said = opining.write(tx, actor=meet(tx, 50), now=LATER, text="More <b>sleep</b>")
            assert said.opinion is not None
            assert said.opinion.words
            return opining.read_heard(tx, actor=meet(tx, 99, is_owner=True), now=LATER, event_id=1)

        heard = await database.write(say)
        assert (heard.results.total, heard.results.average) == (2, 3.5)
        assert dict(heard.results.again) == {Again.YES: 1, Again.NO: 1}
        for language in Language:
            text = opinion_cards.heard(Translator(language, strict=True), heard).text
            assert "3.5" in text
            assert "More &lt;b&gt;sleep" in text
        await database.write(lambda tx: erasing.erase_account(tx, guardian, LATER))
        assert [row["stars"] for row in await query(database, "SELECT stars FROM opinions")] == [5]


async def test_nobody_but_the_family_says_and_nobody_but_organizers_hear(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([], [RULE])) as database:
        (one,) = await people(database, 1)

        def try_it(tx: Transaction) -> None:
            stranger = meet(tx, 7)
            about: dict[str, Any] = {"now": NOW, "event_id": 1}
            with pytest.raises(NotAvailableError):
                opining.give_stars(tx, actor=stranger, stars=1, **about)
            with pytest.raises(NotAvailableError):
                opining.read_heard(tx, actor=meet(tx, 1), **about)
            with pytest.raises(StaleError):
                opining.give_stars(tx, actor=meet(tx, 1), stars=6, **about)
            accounts.set_place(tx, one.account_id, "home")

        await database.write(try_it)
