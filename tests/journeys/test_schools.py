"""An organizer shares out places among regions, districts and schools."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from bot.outgoing import plain
from tests.journeys.story import NAMES, words
from tests.journeys.test_organizer import open_event, owner_of
from tests.world import ORGANIZER, Person, World

EN = words(Language.EN)


async def open_schools(owner: Person) -> None:
    await open_event(owner)
    await owner.press(EN("button-more"))
    await owner.press(EN("button-schools"))


async def test_an_organizer_gives_a_school_places_reads_why_not_more_and_takes_it_back(world: World) -> None:
    owner = await owner_of(world)
    await open_schools(owner)
    await owner.press("Turkestan Region")
    assert "Tau stream: 0 of 60 taken, 60 left, 16 of them kept for those inside" in owner.screen()
    await owner.press("Saryagash District")
    await owner.press("Secondary School No. 3")
    assert "no places kept" in owner.screen()
    await owner.press("✏️ Tau")
    assert "from 0 to 8" in owner.screen()
    await owner.say("9")
    assert "Saryagash District has only enough for 8" in owner.screen()
    await world.restart()
    await owner.say("eight")
    assert plain(EN("schools-problem-number")) in owner.screen()
    await owner.say("8")
    assert "Places: none → 8" in owner.screen()
    assert "0 of 8 taken" in owner.screen()
    await owner.press(EN("button-schools-up"))
    assert owner.has_button("0/8 · Secondary School No. 3")
    await owner.press("Secondary School No. 3")
    await owner.press("✏️ Tau")
    await owner.say("7")
    await owner.press(EN("button-schools-undo"))
    assert "0 of 8 taken" in owner.screen()


async def test_a_school_is_found_by_any_part_of_its_name_in_any_script_and_shown_as_a_picture(polled: World) -> None:
    owner = await owner_of(polled)
    await open_schools(owner)
    await owner.say("сарыагаш абай")
    assert owner.has_button("Abai School-Gymnasium No. 14")
    await owner.say("qqqq")
    assert owner.screen() == plain(EN("schools-not-found"))
    await owner.press(EN("button-schools-top"))
    await owner.press("Turkestan Region")
    await owner.press(EN("button-schools-chart"))
    assert any("photo" in message for message in owner.messages()[-1:])
    await owner.press(EN("button-back"))
    assert "Turkestan Region" in owner.screen()


@pytest.mark.parametrize("language", list(Language))
async def test_the_tree_speaks_every_language(polled: World, language: Language) -> None:
    t, owner = words(language), polled.person(ORGANIZER)
    await owner.start()
    await owner.press(NAMES[language])
    await owner.press(t("button-desk"))
    await owner.press("Jas Leader Akademiiasy")
    await owner.press(t("button-more"))
    await owner.press(t("button-schools"))
    for label in ("120 ·", "32 ·", "10 ·", "✏️"):
        await owner.press(label)
    assert "0" in owner.screen()
    await owner.say("70")
    assert "⚠️" in owner.screen()
    await owner.say("6")
    assert plain(t("button-schools-undo")) in owner.labels()
