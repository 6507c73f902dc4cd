"""An organizer sees who is at which step, as numbers and as a picture, and where people stop."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from tests.journeys.story import answer_one, arrive, begin, register_student, words
from tests.world import ORGANIZER, World


@pytest.mark.parametrize("language", list(Language))
async def test_the_funnel_is_read_from_the_whole_event_down_to_a_place_and_drawn(
    polled: World, language: Language
) -> None:
    t = words(language)
    await register_student(polled)
    another = polled.newcomer("Another", "en")
    await begin(another, Language.EN)
    await answer_one(another, Language.EN)
    owner = polled.person(ORGANIZER)
    await arrive(owner, language)
    await owner.say("/desk")
    await owner.press("Jas Leader")
    await owner.press(t("button-more"))
    await owner.press(t("button-funnel"))
    shown = owner.screen()
    assert t("funnel-started") in shown
    assert "2" in shown
    await owner.press(t("button-funnel-stops"))
    assert "1" in owner.screen()
    await owner.press(t("button-back"))
    await owner.press("1 → 0")
    assert t("funnel-started") not in owner.screen()
    await owner.press(t("button-funnel-picture"))
    assert owner.messages()[-1].get("photo")
    await owner.press(t("button-back"))
    assert t("funnel-submitted") in owner.screen()
