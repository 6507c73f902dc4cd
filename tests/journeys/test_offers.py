"""A freed place is offered to whoever waits first: taken, passed on, or gone when the deadline has passed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.language import Language
from bot.outgoing import plain
from storage.database import Transaction
from tests.journeys.story import answer_all, begin, register_student, words
from tests.world import Person, World

HELD_FOR = timedelta(hours=48)


async def make_scarce(world: World) -> None:
    """Leave one place in every stream of the forum, and let freed ones be offered for two days."""

    def work(tx: Transaction) -> None:
        tx.connection.execute("UPDATE events SET offer_hours = 48 WHERE code = 'jlf-2027'")
        tx.connection.execute("DELETE FROM seats WHERE number > 1")
        tx.connection.execute("UPDATE streams SET capacity = 1")

    await world.running.database.write(work)


async def wait_in_line(world: World, name: str, language: Language) -> Person:
    """Let somebody register who must wait."""
    person = world.newcomer(name, language.value)
    await begin(person, language)
    await answer_all(person, language)
    await person.press(words(language)("button-submit"))
    assert plain(words(language)("status-waitlisted")) in person.screen()
    return person


async def give_up(student: Person, language: Language) -> None:
    """Let the student give the place up."""
    t = words(language)
    await student.start()
    await student.press(t("button-mine"))
    await student.press("Jas Leader")
    await student.press(t("button-cancel-registration"))
    await student.press(t("button-cancel-registration-yes"))


async def offered_place(world: World, language: Language) -> tuple[Person, Person]:
    """Let two people wait, then free the place: the first of them has the offer."""
    await make_scarce(world)
    student, _ = await register_student(world, language)
    first = await wait_in_line(world, "First", language)
    second = await wait_in_line(world, "Second", language)
    await give_up(student, language)
    return first, second


@pytest.mark.parametrize("language", list(Language))
async def test_whoever_waits_first_takes_the_offered_place(polled: World, language: Language) -> None:
    t = words(language)
    first, second = await offered_place(polled, language)
    assert "🎁" in first.screen()
    assert first.labels() == [t("button-offer-take"), t("button-offer-pass")]
    assert plain(t("status-waitlisted")) in second.screen()
    await first.press(t("button-offer-take"))
    assert plain(t("status-awaiting-guardian")) in first.screen()
    assert first.has_button(t("button-invite"))
    await polled.travel(to=polled.clock.now() + HELD_FOR + timedelta(hours=1))
    assert not any("🎁" in text for text in second.texts()), "the place is taken"


@pytest.mark.parametrize("language", list(Language))
async def test_a_place_that_is_passed_on_is_offered_to_the_next_at_once(polled: World, language: Language) -> None:
    t = words(language)
    first, second = await offered_place(polled, language)
    await first.press(t("button-offer-pass"))
    assert first.has_button(t("button-offer-pass-yes"))
    assert not any("🎁" in text for text in second.texts()), "nothing is passed on before the question is answered"
    await first.press(t("button-offer-pass-yes"))
    assert plain(t("status-cancelled")) in first.screen()
    assert "🎁" in second.screen()
    await second.press(t("button-offer-take"))
    assert plain(t("status-awaiting-guardian")) in second.screen()


@pytest.mark.parametrize("language", list(Language))
async def test_an_offer_that_nobody_answers_moves_on_and_its_old_button_says_so(
    polled: World, language: Language
) -> None:
    t = words(language)
    first, second = await offered_place(polled, language)
    message_id, data = first.find_button(t("button-offer-take"))
    await polled.travel(to=polled.clock.now() + HELD_FOR + timedelta(minutes=1))
    assert "⌛" in first.screen()
    assert "🎁" in second.screen()
    await first.press_data(message_id, data)
    assert any(plain(t("next-resting")) in text for text in first.texts())
    assert second.has_button(t("button-offer-take"))
    await first.press(t("button-offer-again"))
    assert any(plain(t("next-waitlisted", place=1)) in text for text in first.texts())
