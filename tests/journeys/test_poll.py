"""A poll as it is lived: prepared in three languages, answered, watched, closed, its results told as a picture."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.language import Language
from bot.outgoing import plain
from tests.journeys.story import NAMES, words
from tests.journeys.test_broadcast import family_of, has_ended, open_programme, organizer_of, said, send_now, until
from tests.world import ORGANIZER, Person, World

EN, RU, KK = Language.EN, Language.RU, Language.KK
T = words(EN)
QUESTIONS = {EN: "How will you <b>come</b>?", KK: "Қалай келесіз?", RU: "Как вы приедете?"}
OPTIONS = {EN: "Bus\nTrain", KK: "Автобуспен\nПойызбен", RU: "Автобусом\nПоездом"}


async def come_to_polls(organizer: Person) -> None:
    await organizer.say("/menu")
    await organizer.press(T("button-desk"))
    await organizer.press("Small camp")
    await organizer.press(T("button-more"))
    await organizer.press(T("button-polls"))


async def prepare(organizer: Person) -> None:
    """Write a question and its options in three languages."""
    await come_to_polls(organizer)
    await organizer.press(T("button-poll-new"))
    for language in (EN, KK, RU):
        assert said(f"poll-ask-{language.value}") in organizer.screen()
        await organizer.say(QUESTIONS[language])
    assert said("poll-no-options") in organizer.screen()
    await organizer.press(T("button-broadcast-check"))
    assert not organizer.has_button("📣 Send")
    await organizer.press(T("button-back"))
    await organizer.press(T("button-poll-options", number=0))
    await organizer.say("Only one")
    assert organizer.screen() == said("poll-problem-count")
    for language in (EN, KK, RU):
        await organizer.say(OPTIONS[language])


def figure(option: str, count: int, percent: int) -> str:
    """Return the end of an option's line."""
    bar = said("poll-figure", option=option, bar="|", count=count, percent=percent)
    return bar.split("|")[1]


async def test_a_poll_from_its_question_to_the_picture_everybody_gets(polled: World) -> None:
    organizer = await organizer_of(polled)
    await open_programme(polled)
    people = await family_of(polled, [EN, KK, RU, EN, EN], [RU])
    await prepare(organizer)
    assert said("poll-option-line", option="Train") in organizer.screen()
    await organizer.press(T("button-poll-ends"))
    await organizer.say("tomorrow")
    assert organizer.screen() == said("poll-problem-time")
    soon = polled.clock.now() + timedelta(days=3)
    await organizer.say(f"{soon:%d.%m.%Y} 18:00")
    assert "Ends:" in organizer.screen()
    await organizer.press(T("button-broadcast-check"))
    await organizer.press("👁 Қазақша" if organizer.has_button("👁 Қазақша") else "👁 Kazakh")
    assert "Қалай келесіз?" in organizer.screen()
    assert (await organizer.press("Автобуспен"))["text"] == T("vote-try")
    await organizer.press(words(KK)("button-back") if organizer.has_button(words(KK)("button-back")) else "Back")
    await send_now(polled, organizer)
    await until(lambda: has_ended(polled))
    english, kazakh, russian = people[:3]
    assert words(KK)("poll-note-anonymous") in kazakh.screen()
    assert "18:00" in kazakh.screen()
    assert russian.labels() == ["Автобусом", "Поездом"]
    assert (await kazakh.press("Пойызбен"))["text"] == words(KK)("vote-kept", options="Пойызбен")
    assert kazakh.labels() == ["Автобуспен", "✅ Пойызбен"]
    assert (await russian.press("Автобусом"))["text"] == words(RU)("vote-kept", options="Автобусом")
    await russian.press("Поездом")
    assert (await russian.press("✅ Поездом"))["text"] == words(RU)("vote-taken-back")
    assert russian.labels() == ["Автобусом", "Поездом"]
    await until(lambda: said("poll-too-few") in organizer.screen())
    for person, option in zip(people, ("Bus", "Автобуспен", "Поездом", "Bus", "Train"), strict=False):
        await person.press(option)
    await until(lambda: said("poll-people", people=5) in organizer.screen())
    assert figure("Bus", 3, 60) in organizer.screen()
    await organizer.press(T("button-poll-results"))
    await organizer.press(T("button-poll-parts"))
    assert said("poll-parts") in organizer.screen()
    await organizer.press(T("button-back"))
    await organizer.press(T("button-poll-picture"))
    assert organizer.messages()[-1].get("photo")
    await organizer.press(T("button-poll-results"))
    await close_and_tell(organizer, people)
    answer = await english.press_data(*english.find_button("✅ Bus"))
    assert answer["text"] == plain(T("error-poll-closed"))


async def close_and_tell(organizer: Person, people: list[Person]) -> None:
    await organizer.press(T("button-poll-close"))
    await organizer.press(T("button-back"))
    await organizer.press(T("button-poll-close"))
    await organizer.press(T("button-poll-close-yes"))
    assert organizer.has_button(T("button-poll-reopen"))
    await organizer.press(T("button-poll-publish"))
    assert said("poll-publish-question", number=6) in organizer.screen()
    await organizer.press(T("button-poll-publish-yes", number=6))
    assert not organizer.has_button(T("button-poll-reopen"))
    for person, language in zip(people, (EN, KK, RU), strict=False):
        (told,) = [one for one in person.messages() if one.get("photo")]
        assert plain(words(language)("notice-poll-results", question="|", people=5)).split("|")[0] in told["caption"]


@pytest.mark.parametrize("language", list(Language))
async def test_a_poll_with_names_says_so_before_anybody_answers(polled: World, language: Language) -> None:
    t = words(language)
    organizer = polled.person(ORGANIZER)
    await organizer.start()
    await organizer.press(NAMES[language])
    await open_programme(polled)
    (student,) = await family_of(polled, [language])
    await organizer.say("/menu")
    await organizer.press(t("button-desk"))
    await organizer.press({EN: "Small camp", RU: "Малый лагерь", KK: "Шағын лагерь"}[language])
    await organizer.press(t("button-more"))
    await organizer.press(t("button-polls"))
    await organizer.press(t("button-poll-new"))
    await organizer.say(QUESTIONS[language])
    for _ in range(2):
        await organizer.press(t("button-skip-language"))
    await organizer.press(t("button-poll-options", number=0))
    await organizer.say(OPTIONS[language])
    await organizer.press(t("button-poll-named-1"))
    await organizer.press(t("button-poll-many-1"))
    await organizer.press(t("button-broadcast-check"))
    await send_now(polled, organizer, plain(t("button-broadcast-send", number=1)))
    await until(lambda: has_ended(polled))
    assert plain(t("poll-note-named")) in student.screen()
    both = OPTIONS[language].split("\n")
    for option in both:
        await student.press(option)
    assert student.labels() == [f"✅ {option}" for option in both]
    await until(lambda: organizer.has_button(t("button-poll-results")))
    await organizer.press(t("button-poll-results"))
    await organizer.press(t("button-poll-voters"))
    assert "Person" in organizer.screen()
    await organizer.press(both[1])
    assert both[1] in organizer.screen()
