"""Consents through the chat: levels, a change of mind, two parents who differ, newer words, paper and calls."""

from __future__ import annotations

from copy import deepcopy
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import loading
from bot.domain.language import Language
from bot.programmes.reading import read_file
from tests.journeys.story import NAMES, allow_everything, arrive, consent, link_in, register_student, words
from tests.world import GUARDIAN, ORGANIZER, Person, World, buttons

KK, RU, EN = Language.KK, Language.RU, Language.EN
FORUM = Path("bot/programmes/jas-leader-forum.yaml")
PHOTO = {KK: "Фото мен бейнеге түсіру", RU: "Фото и видео", EN: "Photos and videos"}
INSIDE = {KK: "Тек форум ішінде", RU: "Только для форума и семей", EN: "Only for the forum"}
PUBLIC = {KK: "Жариялауға болады", RU: "Можно публиковать", EN: "May be published"}


async def second_guardian(world: World, student: Person, language: Language = RU) -> Person:
    """Let another parent come by a link of their own; return them at the required texts or at the summary."""
    kk = words(KK)
    await student.press(kk("button-status"))
    await student.press(kk("button-invite"))
    father = world.newcomer("Ержан", "ru")
    await father.open(link_in(student))
    await father.press(NAMES[language])
    return father


async def open_card(organizer: Person, name: str = "Сапарова Айым") -> None:
    """Find a registration at the desk."""
    t = words(EN)
    await organizer.say("/desk")
    await organizer.press("Jas Leader")
    await organizer.press(t("button-find"))
    await organizer.say(name)
    await organizer.press(name)


async def status(world: World) -> str:
    row = await world.running.database.read(
        lambda tx: tx.connection.execute("SELECT status FROM registrations WHERE id = 1").fetchone()
    )
    return str(row["status"])


@pytest.mark.parametrize("language", [KK, RU, EN])
async def test_a_guardian_reads_what_stands_and_allows_less_after_reading_what_it_means(
    polled: World, language: Language
) -> None:
    t = words(language)
    _, link = await register_student(polled)
    guardian = await consent(polled, link, language)
    assert PUBLIC[language] in guardian.screen()
    await guardian.press(PHOTO[language])
    await guardian.press(INSIDE[language])
    assert guardian.has_button(t("button-less-no"))
    await guardian.press(t("button-less-yes"))
    assert INSIDE[language] in guardian.screen()
    assert PUBLIC[language] not in guardian.screen()
    organizer = polled.person(ORGANIZER)
    await arrive(organizer, EN)
    await open_card(organizer)
    assert INSIDE[EN] in organizer.screen()


async def test_two_parents_who_differ_are_told_and_staff_settles_it_with_a_reason(polled: World) -> None:
    organizer = polled.person(ORGANIZER)
    await arrive(organizer, EN)
    student, link = await register_student(polled)
    mother = await consent(polled, link, KK)
    father = await second_guardian(polled, student)
    t = words(RU)
    await father.press(t("button-refuse"))
    assert "строг" in father.screen(), "what a no will lead to is said before it counts"
    await father.press(t("refusal-dates"))
    assert await status(polled) == "awaiting_guardian"
    assert "екі түрлі" in "\n".join(mother.texts())
    assert "differ" in organizer.screen()
    await organizer.press(words(EN)("button-open"))
    await organizer.press(words(EN)("button-settle"))
    await organizer.press(words(EN)("settle-required-yes"))
    await organizer.say("Spoke to both: they agree now")
    assert await status(polled) == "pending"
    assert "улажен" in "\n".join(father.texts())


@pytest.mark.parametrize("language", [KK, RU, EN])
async def test_a_consent_on_paper_is_written_down_in_steps_and_can_be_taken_back(
    polled: World, language: Language
) -> None:
    t = words(language)
    organizer = polled.person(ORGANIZER)
    await arrive(organizer, EN)
    student, _ = await register_student(polled)
    await open_card(organizer)
    await organizer.say("/language")
    await organizer.press(NAMES[language])
    await organizer.say("/desk")
    await organizer.press("Jas Leader")
    await organizer.press(t("button-find"))
    await organizer.say("Айым")
    await organizer.press("Айым")
    await organizer.press(t("button-attest"))
    for label, typed in (
        (t("attest-route-paper"), None),
        (None, "Сапарова Гүлнар"),
        (t("attest-relation-grandparent"), None),
        (None, "12"),
        (None, "+7 701 555 44 33"),
        (t("attest-today"), None),
        (NAMES[KK], None),
        (t("attest-all-given"), None),
    ):
        await (organizer.say(typed) if typed else organizer.press(str(label)))
    while not organizer.has_button(t("attest-record")):
        message = next(one for one in reversed(organizer.messages()) if (one.get("reply_markup") or {}))
        await organizer.press_data(
            message["message_id"], message["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        )
    assert await status(polled) == "awaiting_guardian", "nothing counts before it was shown once more"
    await organizer.press(t("attest-record"))
    assert await status(polled) == "pending"
    assert "келісім берді" not in student.screen(), "the family is told when it cannot be taken back any more"
    await organizer.press(t("button-undo"))
    assert await status(polled) == "awaiting_guardian"
    await polled.travel(to=polled.clock.now() + timedelta(seconds=40))
    assert "келісім берді" not in "\n".join(student.texts())


def newer_forum(version: int = 2) -> dict[str, Any]:
    """Return the forum's programme with newer words about personal data."""
    content = deepcopy(read_file(FORUM).model_dump(mode="json", by_alias=True))
    for one in content["events"][0]["consents"]:
        if one["purpose"] == "personal_data":
            one["version"] = version
            one["change"] = {
                "kk": "Деректер бір жыл артық сақталады.",
                "ru": "Данные хранятся на год дольше.",
                "en": "The data are kept a year longer.",
            }
            one["text"] = {code: text.replace("2028", "2029") for code, text in one["text"].items()}
    return content


async def test_newer_words_are_told_with_what_changed_and_one_press_agrees_again(polled: World) -> None:
    student, link = await register_student(polled)
    guardian = await consent(polled, link, RU)
    assert await status(polled) == "pending"
    now = polled.clock.now()
    await polled.running.database.write(lambda tx: loading.load(tx, content=newer_forum(), now=now))
    polled.running.delivery.wake()
    await polled.idle()
    assert "на год дольше" in guardian.screen()
    assert await status(polled) == "awaiting_guardian"
    await student.press(words(KK)("button-status"))
    assert "Келісім мәтіні жаңарды" in "\n".join(student.texts())
    t = words(RU)
    await guardian.press(t("button-consent-read"))
    assert "2029" in guardian.screen()
    await guardian.press(t("button-agree"))
    assert await status(polled) == "pending"


async def test_whoever_never_answers_is_on_the_phone_list_after_the_last_reminder(polled: World) -> None:
    organizer = polled.person(ORGANIZER)
    await arrive(organizer, EN)
    _, link = await register_student(polled)
    guardian = polled.person(GUARDIAN)
    await guardian.open(link)
    await guardian.press(NAMES[RU])
    began = polled.clock.now()
    for days in range(1, 7):
        await polled.travel(to=began + timedelta(days=days, hours=1))
    t = words(EN)
    await organizer.say("/desk")
    await organizer.press("Jas Leader")
    await organizer.press(t("desk-calls", count=1))
    assert t("call-cause-silent") in organizer.screen()
    await guardian.say("/menu")
    await guardian.open(link)
    await guardian.press(words(RU)("button-agree"))
    assert await allow_everything(guardian, RU) == 3
    await organizer.say("/desk")
    await organizer.press("Jas Leader")
    await organizer.press(t("desk-calls", count=0))
    assert t("calls-none") in organizer.screen()


async def test_what_was_typed_of_a_paper_is_forgotten_when_its_screen_is_left_or_stays_for_an_hour(
    polled: World,
) -> None:
    organizer = polled.person(ORGANIZER)
    await arrive(organizer, EN)
    await register_student(polled)
    await begin_paper(organizer)
    assert "Гүлнар" in await place_args(polled)
    await polled.travel(to=polled.clock.now() + timedelta(hours=2, minutes=1))
    assert "Гүлнар" not in await place_args(polled)
    await begin_paper(organizer)
    older = next(
        (one["message_id"], button["callback_data"])
        for one in organizer.messages()
        for button in buttons(one)
        if button["text"] == words(EN)("button-programmes")
    )
    assert "Гүлнар" in await place_args(polled)
    await organizer.press_data(*older)
    assert "Гүлнар" not in await place_args(polled)


async def begin_paper(organizer: Person) -> None:
    """Write a consent on paper down as far as the name."""
    t = words(EN)
    await open_card(organizer)
    for label in (t("button-attest"), t("attest-route-paper")):
        await organizer.press(label)
    await organizer.say("Сапарова Гүлнар")


async def place_args(world: World) -> str:
    """Return what is remembered of the screen the organizer is on."""
    row = await world.running.database.read(
        lambda tx: tx.connection.execute(
            "SELECT place_args FROM accounts WHERE telegram_id = ?", (ORGANIZER,)
        ).fetchone()
    )
    return str(row[0])
