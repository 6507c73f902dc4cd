"""Marks in the chat: one card after another, the ranking, the choice, and what the families are told."""

from __future__ import annotations

import pytest

from bot.actions import selecting
from bot.domain.event import Mode
from bot.domain.language import Language
from bot.outgoing import plain
from storage import events
from storage.database import Transaction
from tests.journeys.story import arrive, words
from tests.journeys.test_organizer import join_small, later, load_small, rows
from tests.seed import NOW, meet
from tests.world import ORGANIZER, World


async def make_marked(world: World) -> None:
    def work(tx: Transaction) -> None:
        owner = meet(tx, ORGANIZER, is_owner=True)
        event = events.get_by_code(tx, "small-2027")
        selecting.choose_mode(tx, actor=owner, now=NOW, event_id=event.id, mode=Mode.SCORES)

    await world.running.database.write(work)


@pytest.mark.parametrize("language", list(Language))
async def test_the_better_of_two_gets_the_place_and_both_are_told(polled: World, language: Language) -> None:
    t = words(language)
    await load_small(polled, capacity=1)
    first, second = [await join_small(polled, name, language) for name in ("Alpha One", "Beta Two")]
    owner = polled.person(ORGANIZER)
    await arrive(owner, language)
    await make_marked(polled)
    await owner.say("/menu")
    await owner.press(t("button-desk"))
    await owner.press("Small")
    await owner.press(t("button-more"))
    await owner.press(t("button-selection"))
    await owner.press(t("button-selection-scores", stream="One"))
    for mark in ("2", "5"):
        await owner.press(t("button-score-next"))
        assert not any(name in owner.screen() for name in ("Alpha", "Beta")), "names are hidden"
        await owner.press(mark)
        assert plain(t("score-whole")) in owner.screen()
        await owner.press(t("button-score-comment"))
        await owner.say("Reads a lot")
        assert "Reads a lot" in owner.screen()
        await owner.press(t("button-score-back"))
    await owner.press(t("button-score-ranking"))
    await owner.press(t("button-score-picture"))
    await owner.press(t("button-score-back"))
    await owner.press(t("button-score-ranking"))
    await owner.press(t("button-score-choose"))
    await owner.press(t("button-score-choose-yes"))
    assert plain(t("lottery-applied", seated=1, waiting=1)) in owner.screen()
    await later(polled, 31)
    found = await rows(polled, "SELECT status FROM registrations ORDER BY id")
    assert found == [("waitlisted",), ("confirmed",)]
    assert "🕓" in first.screen()
    assert "🎉" in second.screen()
