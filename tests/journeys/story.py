"""Parts of the story that many journeys share, in whatever language the person reads."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from bot.domain.language import Language
from bot.texts import Translator
from tests.world import GUARDIAN, STUDENT, Person, World, buttons

NAMES = {Language.KK: "Қазақша", Language.RU: "Русский", Language.EN: "English"}
TYPED = {Language.KK: "Сапарова Айым", Language.RU: "Сапарова Айым", Language.EN: "Saparova Aiym"}
BORN = "17.05.2013"


def words(language: Language) -> Translator:
    """Return the texts of a language, strictly."""
    return Translator(language, strict=True)


async def arrive(person: Person, language: Language, parameter: str = "") -> None:
    """Start the bot and choose a language."""
    await person.start(parameter)
    await person.press(NAMES[language])


async def begin(person: Person, language: Language, event_code: str = "jlf-2027") -> None:
    """Open an event by its deep link and begin to register."""
    await arrive(person, language, f"e-{event_code}")
    await person.press(words(language)("button-register"))


async def answer_all(
    person: Person, language: Language, after_each: Callable[[], Awaitable[None]] | None = None
) -> int:
    """Answer every question until the review page; return how many deeds it took."""
    t, before = words(language), person.deeds
    for _ in range(80):
        if person.has_button(t("button-submit")):
            return person.deeds - before
        await answer_one(person, language)
        if after_each is not None:
            await after_each()
    raise AssertionError(f"the form has no end: {person.screen()}")


async def answer_one(person: Person, language: Language) -> None:
    """Answer the question on the screen: the newest offered choice, a contact, or something typed."""
    t = words(language)
    if t("phone-press-below") in person.texts()[-1:]:
        await person.share_contact()
        return
    message = next(one for one in reversed(person.messages()) if buttons(one))
    offered = [one for one in buttons(message) if one.get("callback_data", "").startswith("a:")]
    if t("how-birth-date") in person.screen():
        await person.say(BORN if "⚠️" not in person.screen() else "17.05.1999")
    elif not offered:
        await person.say(typed_answer(person.screen(), language))
    else:
        chosen = [one for one in offered if one["text"].startswith("✓")]
        done = [one for one in offered if one["callback_data"].endswith(":done")]
        pick = done[0] if chosen and done else offered[0]
        await person.press_data(message["message_id"], pick["callback_data"])


def begin_answer(world: World, student: Person) -> None:
    """Answer the question on the screen in Kazakh and wait for nothing."""
    t, screen = words(Language.KK), student.screen()
    message = next(one for one in reversed(student.messages()) if buttons(one))
    offered = [one for one in buttons(message) if one.get("callback_data", "").startswith("a:")]
    if t("phone-press-below") in student.texts()[-1:]:
        world.telegram.share_contact(student.id, own=True)
    elif t("how-birth-date") in screen:
        world.telegram.send_text(student.id, BORN)
    elif not offered:
        world.telegram.send_text(student.id, typed_answer(screen, Language.KK))
    else:
        done = [one for one in offered if one["callback_data"].endswith(":done")]
        chosen = any(one["text"].startswith("✓") for one in offered)
        pick = done[0] if chosen and done else offered[0]
        world.telegram.begin_press(student.id, message["message_id"], pick["callback_data"])


def typed_answer(screen: str, language: Language) -> str:
    """Return something to type: a name, a number when words were refused, else a sentence."""
    t = words(language)
    if t("how-name") in screen:
        return TYPED[language]
    if t("problem-number-needed") in screen:
        return "2012"
    if "⚠️" in screen:
        return "5"
    return "Жаңа достар тапқым келеді"


async def register_student(world: World, language: Language = Language.KK) -> tuple[Person, str]:
    """Let the student register for the forum; return them and the guardian's link."""
    student = world.person(STUDENT)
    await begin(student, language)
    await answer_all(student, language)
    await student.press(words(language)("button-submit"))
    return student, link_in(student)


def link_in(person: Person) -> str:
    """Return the newest deep link somebody was given."""
    for text in reversed(person.texts()):
        if found := re.search(r"https://t\.me/\S+\?start=\S+", text):
            return found.group(0)
    raise AssertionError("nobody was given a link")


async def consent(world: World, link: str, language: Language = Language.RU) -> Person:
    """Let the guardian open the link, agree to what is needed and allow the rest as far as it goes."""
    guardian = world.person(GUARDIAN)
    t = words(language)
    await guardian.open(link)
    await guardian.press(NAMES[language])
    await guardian.press(t("button-agree"))
    await allow_everything(guardian, language)
    return guardian


async def allow_everything(guardian: Person, language: Language) -> int:
    """Give the freest answer to every optional text; return how many there were."""
    t, asked = words(language), 0
    while t("consent-optional-head").split("</b>")[0].removeprefix("<b>") in guardian.screen():
        message = next(one for one in reversed(guardian.messages()) if buttons(one))
        await guardian.press_data(message["message_id"], buttons(message)[0]["callback_data"])
        asked += 1
    return asked


async def invite(owner: Person, language: Language, role: str = "organizer") -> str:
    """Make a link for a colleague from the room of rarer things, for the whole programme and with no end."""
    t = words(language)
    await owner.press(t("button-staff-link"))
    await owner.press(t("button-invite-role", role=t(f"role-{role}")))
    await owner.press(t("button-part-all"))
    await owner.press(t("button-days-endless"))
    if role == "organizer":
        await owner.press(t("button-vouch-confirm-own"))
        await owner.press(t("button-vouch-go-role"))
    return link_in(owner)
