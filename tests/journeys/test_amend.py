"""Changing an answer after submission, through the chat: compared before it is saved, told to the family, decided."""

from __future__ import annotations

from typing import Any

import pytest

from bot.domain.language import Language
from bot.outgoing import plain
from tests.journeys.story import consent, register_student, words
from tests.journeys.test_organizer import later, open_card, open_event, owner_of
from tests.world import Person, World, buttons

LANGUAGES = list(Language)


async def goto(person: Person, language: Language, title: str) -> None:
    """Open the answers of the registration and the question to change."""
    t = words(language)
    await person.say("/status")
    await person.press("Jas Leader")
    await person.press(t("button-answers"))
    await person.press(t("button-edit"))
    await person.press(title)


async def pick(person: Person, label: str) -> None:
    """Press an offered answer of the question that is changed."""
    for message in reversed(person.messages()):
        for button in buttons(message):
            if button.get("callback_data", "").startswith("z:") and label in button["text"]:
                await person.press_data(message["message_id"], button["callback_data"])
                return
    raise AssertionError(f"nothing like {label} in {person.labels()}")


def said(language: Language, key: str, **arguments: Any) -> str:
    return plain(words(language)(key, **arguments))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_changed_name_is_compared_told_to_the_guardian_and_decided_anew(
    polled: World, language: Language
) -> None:
    t = words(language)
    student, link = await register_student(polled, language)
    guardian = await consent(polled, link, language)
    owner = await owner_of(polled)
    await open_event(owner)
    await open_card(owner, "Сапарова" if language is not Language.EN else "Saparova")
    await owner.press(words(Language.EN)("button-confirm"))
    await later(polled)
    await goto(student, language, "2.")
    await student.say("12345")
    assert "⚠️" in student.screen()
    await student.say("Серікқызы Аяжан")
    assert "Серікқызы Аяжан" in student.screen()
    assert said(language, "amend-asks-again") in plain(student.screen())
    await student.press(t("button-amend-save"))
    assert said(language, "status-pending") in plain(student.screen())
    assert "✏️ Серікқызы Аяжан" in guardian.screen()
    await guardian.press(t("button-amend-look"))
    assert "Серікқызы Аяжан" in guardian.screen()
    await guardian.press(t("button-amend-objects"))
    await open_event(owner)
    await open_card(owner, "Серікқызы")
    assert said(Language.EN, "case-changed") in plain(owner.screen())
    assert "✋" in owner.screen()
    await owner.press(words(Language.EN)("button-restore"))
    await owner.press(words(Language.EN)("button-restore-yes"))
    assert "Серікқызы" not in owner.screen()
    await student.say("/status")
    await student.press("Jas Leader")
    assert said(language, "status-confirmed") in plain(student.screen())


async def test_a_change_begun_is_kept_over_a_restart_and_dropped_without_a_trace(polled: World) -> None:
    t = words(Language.EN)
    student, _ = await register_student(polled, Language.EN)
    await goto(student, Language.EN, "10.")
    await polled.restart()
    await student.say("nonsense that is no button")
    assert "⚠️" in student.screen()
    await student.press(t("button-amend-drop"))
    await student.press(t("button-edit"))
    assert t("edit-which") in student.screen()


async def test_a_phone_is_shared_anew_and_a_birth_date_typed(polled: World) -> None:
    t = words(Language.EN)
    student, _ = await register_student(polled, Language.EN)
    await goto(student, Language.EN, "3.")
    await student.say("31.02.2013")
    assert "⚠️" in student.screen()
    await student.say("18.05.2013")
    await student.press(t("button-amend-more"))
    await student.press("8.")
    await student.share_contact(own=False, phone="+77015556677")
    assert "⚠️" in student.screen()
    await student.say("+7 701 555 66 77")
    assert plain(student.screen()).count("➡") == 2
    await student.press(t("button-amend-save"))
    await student.press(t("button-answers"))
    assert "18 May 2013" in student.screen()
