"""At the end of a day participants say what they think; the organizer sees figures, a picture and a table."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from python_calamine import CalamineWorkbook

from bot.domain.language import Language
from bot.outgoing import plain
from tests.journeys.story import words
from tests.journeys.test_find import file_of
from tests.journeys.test_timetable import confirmed_family, to_the_timetable
from tests.world import World

SECRET = "The best walk ever"


@pytest.mark.parametrize("language", list(Language))
async def test_a_day_is_rated_in_two_presses_for_each_session(polled: World, language: Language) -> None:
    t = words(language)
    student, guardian = await confirmed_family(polled, language)
    await polled.travel(to=datetime(2027, 7, 6, 15, 50, tzinfo=UTC))
    before = guardian.texts()
    await polled.travel(to=datetime(2027, 7, 6, 16, 1, tzinfo=UTC))
    print(student.screen(), student.labels(), sep="\n")
    assert guardian.texts() == before
    await student.press("5 ★")
    print(student.screen(), student.labels(), sep="\n")
    await student.press(t("feedback-tag-useful"))
    assert plain(t("feedback-thanks")) in student.screen()
    print(student.screen(), student.labels(), sep="\n")
    await student.press("★★★★★")
    await student.press(t("button-feedback-write"))
    print(student.screen(), student.labels(), sep="\n")
    await student.say("x" * 301)
    assert plain(t("error-feedback-text")) in student.screen()
    await student.say(SECRET)
    assert student.has_button("★★★★★")
    owner = await to_the_timetable(polled, language)
    await owner.press(t("button-survey"))
    print(owner.screen(), owner.labels(), sep="\n")
    await owner.press("★ 5.0 (1)")
    print(owner.screen(), owner.labels(), sep="\n")
    assert SECRET in owner.screen()
    assert "Saparova" not in owner.screen()
    await owner.press(t("button-survey-picture"))
    assert plain(t("survey-mean", mean="5.0", count=1)) in owner.screen()
    await owner.press(t("button-back"))
    await owner.press(t("button-back"))
    await owner.press(t("button-survey-table"))
    name, content = await file_of(polled, owner)
    assert name == "feedback.xlsx"
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert [row[-1] for row in sheet if row[4] == 1] == [SECRET]
