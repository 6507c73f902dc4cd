"""An organizer changes an event's form in chat, from the first press to a student who is asked what is new."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.language import Language
from handlers.callbacks import DeskPress
from tests.journeys.story import answer_all, answer_one, arrive, begin, register_student, words
from tests.journeys.whole_forum import number, press_planted
from tests.world import ORGANIZER, STUDENT, Person, World

LANGUAGES = [Language.KK, Language.RU, Language.EN]
EVENT = "SELECT id FROM events WHERE code = 'jlf-2027'"


async def open_form(world: World, language: Language) -> Person:
    """Let the organizer come to the form of the forum by the desk."""
    owner, t = world.person(ORGANIZER), words(language)
    await arrive(owner, language)
    await press_planted(owner, DeskPress(do="event", id=await number(world, EVENT)).pack())
    await owner.press(t("button-more"))
    await owner.press(t("button-form"))
    return owner


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_question_is_added_written_in_three_languages_and_asked_of_whoever_is_under_way(
    polled: World, language: Language
) -> None:
    t, student = words(language), polled.person(STUDENT)
    await begin(student, language)
    await answer_one(student, language)
    owner = await open_form(polled, language)
    await owner.press(t("button-form-change"))
    await owner.press(t("button-form-add"))
    await owner.press(t("form-kind-one-of"))
    for text in ("Қай спорт?", "Какой спорт?"):
        await owner.say(text)
    await owner.press(t("button-skip"))
    for lines in ("Футбол\nЖүзу", "Футбол"):
        await owner.say(lines)
    assert t("form-step-fewer-options") in owner.screen()
    await owner.say("Футбол\nПлавание")
    await owner.say("Football\nSwimming")
    await owner.press(t("button-form-back"))
    await owner.press(t("button-form-publish"))
    assert not owner.has_button(t("button-form-publish-yes"))
    await owner.press(t("form-gap-title", language=t("language-en")))
    await owner.say("Which sport?")
    await owner.press(t("button-form-back"))
    await owner.press(t("button-form-publish"))
    await owner.press(t("button-form-publish-yes"))
    assert t("button-form-back") in owner.labels()
    await answer_all(student, language)
    sport = {Language.KK: "Қай спорт?", Language.RU: "Какой спорт?", Language.EN: "Which sport?"}[language]
    assert sport in student.screen()
    assert await number(polled, "SELECT count(*) FROM answers WHERE draft_id = 1 AND question = 'full_name'") == 1


async def test_of_two_organizers_the_later_press_sees_what_the_earlier_one_changed(polled: World) -> None:
    t = words(Language.RU)
    owner = await open_form(polled, Language.RU)
    await owner.press(t("button-form-change"))
    await owner.press("3")
    old = owner.find_button("⬆")
    await owner.press("⬇")
    await press_planted(owner, old[1])
    assert await number(polled, "SELECT revision FROM form_drafts") == 1
    await owner.press(t("button-form-back"))
    await owner.press(t("button-form-undo"))
    await owner.press(t("button-form-discard"))
    await owner.press(t("button-form-discard-yes"))
    assert await number(polled, "SELECT count(*) FROM form_drafts WHERE state = 'discarded'") == 1


async def write_question(owner: Person, language: Language) -> None:
    """Add a short question and write it in three languages."""
    t = words(language)
    await owner.press(t("button-form-change"))
    await owner.press(t("button-form-add"))
    await owner.press(t("form-kind-text"))
    for text in ("Қай қаладансыз?", "Из какого вы города?", "Which town are you from?"):
        await owner.say(text)
    await owner.press(t("button-form-back"))
    await owner.press(t("button-form-publish"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_is_registered_is_told_and_answers_only_the_new_question(polled: World, language: Language) -> None:
    t = words(language)
    student, _ = await register_student(polled, language)
    owner = await open_form(polled, language)
    await write_question(owner, language)
    await owner.press(t("button-form-publish-ask", count=1))
    await polled.travel(to=polled.clock.now() + timedelta(seconds=10))
    await student.press(t("button-new-questions"))
    assert "1/1" in student.screen()
    await student.say("Шымкент")
    assert "Шымкент" in student.screen()
    await student.press(t("button-submit"))
    assert not student.has_button(t("button-new-questions"))
    assert (
        await number(
            polled,
            "SELECT form_version_id - (SELECT min(id) FROM form_versions WHERE event_id ="
            " r.event_id) FROM registrations r WHERE id = 1",
        )
        > 0
    )
    assert await number(polled, "SELECT count(*) FROM answers WHERE draft_id = 1") >= 10


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_preview_shows_a_students_own_cards_in_any_language_and_keeps_nothing(
    polled: World, language: Language
) -> None:
    t = words(language)
    owner = await open_form(polled, language)
    await owner.press(t("button-form-change"))
    await owner.press(t("button-form-look"))
    before = owner.screen()
    await owner.press(t("language-kk"))
    assert t("form-preview") in owner.screen() or "👁" in owner.screen()
    assert language is Language.KK or owner.screen() != before
    await owner.press(t(f"language-{language.value}"))
    for _ in range(40):
        if owner.has_button(t("button-submit")):
            break
        if t("how-phone") in owner.screen():
            await owner.say("+77010001020")
        else:
            await answer_one(owner, language)
    await owner.press(t("button-edit"))
    await owner.press("1. ")
    await owner.press(t("button-onward"))
    await owner.press(t("button-submit"))
    await polled.restart()
    await owner.press(t("button-form-back"))
    assert owner.has_button(t("button-form-publish"))
    assert await number(polled, "SELECT count(*) FROM drafts") == 0
    assert await number(polled, "SELECT count(*) FROM answers") == 0
