"""An organizer finds somebody who registered twice, compares, closes the extra registration and takes it back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.language import Language
from bot.outgoing import plain
from tests.journeys.story import arrive, words
from tests.journeys.test_organizer import join_small, load_small, open_event, owner_of, rows
from tests.world import ORGANIZER, World

EN = words(Language.EN)


async def twice(world: World) -> None:
    """Let somebody register from two phones."""
    await load_small(world)
    await join_small(world, "Сапарова Айым")
    await join_small(world, "Saparova Aiym")
    await world.running.database.write(
        lambda tx: tx.connection.execute("UPDATE participants SET born_on = '2013-05-17', phone = '+77011234567'")
    )


async def test_an_organizer_merges_two_registrations_of_one_person_and_separates_them_again(polled: World) -> None:
    owner = await owner_of(polled)
    await twice(polled)
    await open_event(owner, "Small")
    await owner.press(EN("button-more"))
    await owner.press(EN("button-duplicates", count=1))
    assert "Pairs: 1" in owner.screen()
    await owner.press("Сапарова Айым ↔ Saparova Aiym")
    assert "✅ Date of birth: 17 May 2013" in owner.screen()
    assert "same name, same date of birth, same phone" in owner.screen()
    await owner.press(EN("button-keep", mark="②"))
    assert "Registration ② stays, registration ① is closed" in owner.screen()
    assert plain(EN("merge-stays-two")) in owner.screen()
    await owner.press(EN("button-merge-yes"))
    assert plain(EN("merged")) == owner.screen()
    assert await rows(polled, "SELECT id, status FROM registrations ORDER BY id") == [(1, "declined"), (2, "pending")]
    await owner.press(EN("button-duplicates-list"))
    assert "Nobody is registered twice" in owner.screen()
    await owner.press(EN("button-merges"))
    assert "Saparova Aiym" in owner.screen()
    await owner.press(EN("button-merge-undo", name="Saparova Aiym"))
    assert await rows(polled, "SELECT id, status FROM registrations ORDER BY id") == [(1, "pending"), (2, "pending")]
    await owner.press(EN("button-duplicates-list"))
    assert "Pairs: 1" in owner.screen()


async def test_both_families_read_a_neutral_word_after_the_hold(polled: World) -> None:
    owner = await owner_of(polled)
    await twice(polled)
    await open_event(owner, "Small")
    for label in (EN("button-more"), EN("button-duplicates", count=1), "↔", EN("button-keep", mark="①")):
        await owner.press(label)
    await owner.press(EN("button-merge-yes"))
    owed = "SELECT count(*) FROM outbox WHERE template IN ('registration-twice', 'registration-stays') AND state = "
    assert await rows(polled, owed + "'due'") == [(2,)]
    await polled.travel(to=polled.clock.now() + timedelta(seconds=21))
    assert await rows(polled, owed + "'sent'") == [(2,)]


async def test_two_people_of_one_name_are_not_shown_again_but_a_slip_can_be_undone(polled: World) -> None:
    owner = await owner_of(polled)
    await twice(polled)
    await open_event(owner, "Small")
    for label in (EN("button-more"), EN("button-duplicates", count=1), "↔", EN("button-apart")):
        await owner.press(label)
    assert plain(EN("set-apart")) == owner.screen()
    await owner.press(EN("button-take-back"))
    assert owner.has_button(EN("button-apart"))
    await owner.press(EN("button-apart"))
    await owner.press(EN("button-desk-back"))
    await owner.press(EN("button-more"))
    assert owner.has_button(EN("button-duplicates-none"))


@pytest.mark.parametrize("language", list(Language))
async def test_every_screen_has_words_and_a_way_back_in_every_language(polled: World, language: Language) -> None:
    t = words(language)
    await twice(polled)
    owner = polled.person(ORGANIZER)
    await arrive(owner, language)
    await owner.say("/desk")
    await owner.press("Small")
    for label in (
        t("button-more"),
        t("button-duplicates", count=1),
        "↔",
        t("button-keep", mark="①"),
        t("button-merge-yes"),
        t("button-duplicates-list"),
        t("button-merges"),
        t("button-merge-undo", name="Сапарова Айым"),
    ):
        await owner.press(label)
        assert len(owner.labels()) >= 2
