"""An organizer looks at what seems unusual, finds it fine, and takes that back."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from bot.outgoing import plain
from tests.journeys.story import arrive, words
from tests.journeys.test_organizer import join_small, load_small, open_event, owner_of
from tests.world import ORGANIZER, World

EN = words(Language.EN)


async def test_what_looks_unusual_is_listed_with_its_reason_until_somebody_finds_it_fine(polled: World) -> None:
    await load_small(polled)
    await join_small(polled, "Тест Тестов")
    await join_small(polled, "Сапарова Айым")
    owner = await owner_of(polled)
    await open_event(owner, "Small")
    await owner.press(EN("button-more"))
    await owner.press(EN("button-checks", count=1))
    assert plain(EN("doubt-name-trial")) in owner.screen()
    assert "Сапарова" not in owner.screen()
    await owner.press(EN("button-check-fine"))
    assert plain(EN("check-settled")) == owner.screen()
    await owner.press(EN("button-checks-list"))
    assert "Nothing looks unusual" in owner.screen()
    await owner.press(EN("button-desk-back"))
    await owner.press(EN("button-more"))
    assert owner.has_button(EN("button-checks-none"))


@pytest.mark.parametrize("language", list(Language))
async def test_a_slip_is_taken_back_in_every_language(polled: World, language: Language) -> None:
    t = words(language)
    await load_small(polled)
    await join_small(polled, "ТЕСТ ТЕСТОВ")
    owner = polled.person(ORGANIZER)
    await arrive(owner, language)
    await owner.say("/desk")
    await owner.press("Small")
    await owner.press(t("button-more"))
    await owner.press(t("button-checks", count=1))
    assert t("doubt-name-capitals") in owner.screen()
    await owner.press(t("button-check-fine"))
    await owner.press(t("button-take-back"))
    assert t("doubt-name-capitals") in owner.screen()
    await owner.press("👁 ТЕСТ ТЕСТОВ")
    assert "ТЕСТ ТЕСТОВ" in owner.screen()
