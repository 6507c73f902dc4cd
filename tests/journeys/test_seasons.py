"""An organizer makes next year's event from this year's in chat, corrects a date and opens it."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from handlers.callbacks import DeskPress
from tests.journeys.story import arrive, words
from tests.journeys.whole_forum import number, press_planted
from tests.world import ORGANIZER, STUDENT, World

EVENT = "SELECT id FROM events WHERE code = 'jlf-2027'"


@pytest.mark.parametrize("language", list(Language))
async def test_a_new_season_is_made_corrected_and_opened(polled: World, language: Language) -> None:
    t, owner, student = words(language), polled.person(ORGANIZER), polled.person(STUDENT)
    await arrive(owner, language)
    await press_planted(owner, DeskPress(do="more", id=await number(polled, EVENT)).pack())
    await owner.press(t("button-season"))
    await owner.say("көктем")
    assert t("error-season-name") in owner.screen()
    await owner.say("2028")
    await owner.say("31.02.2028")
    assert t("day-not-understood") in owner.screen()
    await owner.say("04.07.2028")
    await owner.press(t("button-season-create"))
    await student.start("e-jlf-2028")
    await student.press({"kk": "Қазақша", "ru": "Русский", "en": "English"}[language.value])
    assert "2028" not in student.screen()
    await owner.press(t("button-event-days"))
    await owner.press(t("days-of-opens", day="").strip(" :"))
    await owner.say("01.10.2029")
    assert t("day-order") in owner.screen()
    await owner.say("01.10.2027")
    await owner.press(t("button-days-undo"))
    await owner.press(t("button-back"))
    await owner.press(t("button-open-event"))
    await owner.press(t("button-open-event-yes"))
    assert t("season-hidden") not in owner.screen()
    await student.start("e-jlf-2028")
    assert "2028" in student.screen()
