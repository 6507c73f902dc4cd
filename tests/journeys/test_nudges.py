"""Who stops in the middle of a form is told where and how little is left, and can ask to be left in peace."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.language import Language
from tests.journeys.story import answer_all, answer_one, begin, words
from tests.world import STUDENT, Person, World

ALMATY = ZoneInfo("Asia/Almaty")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


async def morning(world: World) -> datetime:
    """Travel to the next morning, so that an hour later is no night, and return the time."""
    tomorrow = world.clock.now().astimezone(ALMATY) + DAY
    await world.travel(to=tomorrow.replace(hour=10, minute=0, second=0, microsecond=0).astimezone(UTC))
    return world.clock.now()


async def stop_midway(world: World, language: Language, answers: int = 3) -> tuple[Person, datetime]:
    """Let the student answer a few questions and put the phone away."""
    await morning(world)
    student = world.person(STUDENT)
    await begin(student, language)
    for _ in range(answers):
        await answer_one(student, language)
    return student, world.clock.now()


async def news(world: World, person: Person, to: datetime) -> list[str]:
    """Travel and return what came into a chat meanwhile."""
    before = len(person.texts())
    await world.travel(to=to)
    return person.texts()[before:]


@pytest.mark.parametrize("language", list(Language))
async def test_a_nudge_leads_back_to_the_very_question_and_to_the_end(polled: World, language: Language) -> None:
    t = words(language)
    student, left_at = await stop_midway(polled, language)
    question = student.screen()
    position, total = question.splitlines()[1].split("/")
    (nudged,) = await news(polled, student, left_at + HOUR)
    assert position in nudged
    assert total in nudged
    assert student.labels() == [t("button-nudge-continue"), t("button-no-nudges")]
    await student.press(t("button-nudge-continue"))
    assert student.screen() == question
    await answer_all(student, language)
    await student.press(t("button-submit"))
    count = len(student.texts())
    for days in (1, 4):
        await polled.travel(to=left_at + days * DAY)
    assert not any(text.startswith("✍️ <b>") for text in student.texts()[count:])


@pytest.mark.parametrize("language", list(Language))
async def test_whoever_presses_do_not_remind_me_is_left_in_peace_and_may_still_go_on(
    polled: World, language: Language
) -> None:
    t = words(language)
    student, left_at = await stop_midway(polled, language)
    question = student.screen()
    await polled.travel(to=left_at + HOUR)
    await student.press(t("button-no-nudges"))
    assert student.screen() == t("nudge-stopped-open")
    assert await news(polled, student, left_at + DAY) == []
    assert await news(polled, student, left_at + 4 * DAY) == []
    await student.press(t("button-nudge-continue"))
    assert student.screen() == question


async def test_the_last_of_three_nudges_says_so_and_restarts_bring_none_back(polled: World) -> None:
    t = words(Language.KK)
    student, left_at = await stop_midway(polled, Language.KK)
    told = []
    for after in (HOUR, DAY + HOUR, 3 * DAY + 2 * HOUR):
        told += await news(polled, student, left_at + after)
        await polled.restart()
    assert len(told) == 3
    assert [t("nudge-last") in text for text in told] == [False, False, True]
    assert await news(polled, student, left_at + 10 * DAY) == []


async def test_a_program_that_was_down_for_days_nudges_once_in_the_morning(polled: World) -> None:
    student, left_at = await stop_midway(polled, Language.RU)
    count = len(student.texts())
    await polled.stop()
    night = left_at + 4 * DAY + 14 * HOUR
    polled.clock.offset += night - polled.clock.now()
    await polled.start()
    await polled.idle()
    assert len(student.texts()) == count, "it is midnight"
    (only,) = await news(polled, student, night + 9 * HOUR)
    assert words(Language.RU)("nudge-last") in only


async def test_at_the_review_page_only_submitting_is_left(polled: World) -> None:
    t = words(Language.EN)
    await morning(polled)
    student = polled.person(STUDENT)
    await begin(student, Language.EN)
    await answer_all(student, Language.EN)
    (nudged,) = await news(polled, student, polled.clock.now() + HOUR)
    assert plain_part(t("nudge-whole")) in nudged
    await student.press(t("button-nudge-continue"))
    assert student.has_button(t("button-submit"))


def plain_part(text: str) -> str:
    """Return the words of a text before its first tag."""
    return text.split("<", maxsplit=1)[0].strip()
