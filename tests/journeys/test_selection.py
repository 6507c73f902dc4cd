"""The room «Selection» as an organizer uses it: the way of choosing, and the number of places."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from bot.outgoing import plain
from tests.journeys.story import arrive, words
from tests.journeys.test_organizer import EN, join_small, later, load_small, open_event, owner_of, rows, said
from tests.world import ORGANIZER, World


async def test_more_places_are_typed_and_taken_back_and_typed_again(polled: World) -> None:
    await load_small(polled, capacity=1)
    first, second = await join_small(polled, "Alpha One"), await join_small(polled, "Beta Two")
    owner = await owner_of(polled)
    await open_event(owner, "Small")
    await owner.press(EN("button-more"))
    await owner.press(EN("button-selection"))
    assert "Places: 1 · taken: 1 · waiting: 1" in owner.screen()
    await owner.press("🪑")
    await owner.say("a hundred")
    assert owner.screen() == said("capacity-number-needed")
    await owner.say("0")
    assert "1 places are taken" in owner.screen()
    await owner.say("2")
    assert said("capacity-moved-up", count=1) in owner.screen()
    await owner.press(EN("button-undo"))
    assert "Places: 1 · taken: 1 · waiting: 1" in owner.screen()
    await later(polled, 40)
    assert not any("waitlist" in text.lower() and "✅" in text for text in second.texts())
    await owner.press("🪑")
    await owner.say("2")
    await later(polled, 31)
    assert second.has_button(EN("button-open"))
    assert await rows(polled, "SELECT status FROM registrations ORDER BY id") == [("pending",), ("pending",)]
    assert first is not second


@pytest.mark.parametrize("language", list(Language))
async def test_the_way_of_choosing_is_explained_before_it_changes(polled: World, language: Language) -> None:
    t = words(language)
    await load_small(polled)
    owner = polled.person(ORGANIZER)
    await arrive(owner, language)
    await owner.press(t("button-desk"))
    await owner.press("Small")
    await owner.press(t("button-more"))
    await owner.press(t("button-selection"))
    assert owner.has_button(plain(t("selection-mode-now", mode=t("selection-mode-review"))))
    await owner.press(t("selection-mode-lottery"))
    assert plain(t("selection-about-lottery")) in owner.screen()
    await owner.press(t("button-selection-mode-yes"))
    assert owner.has_button(plain(t("selection-mode-now", mode=t("selection-mode-lottery"))))
    assert await rows(polled, "SELECT mode FROM events WHERE code = 'small-2027'") == [("lottery",)]
