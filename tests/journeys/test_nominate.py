"""A teacher names pupils by a spreadsheet: a report first, then personal links, then their own way."""

from __future__ import annotations

import io
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from bot.domain.language import Language
from bot.outgoing import plain
from bot.playground import Upload
from tests.documents.test_pupils import book
from tests.journeys.story import NAMES, words
from tests.journeys.test_find import file_of
from tests.journeys.test_organizer import rows
from tests.journeys.test_school import coordinator_of
from tests.world import STUDENT, Person, World

GOOD = ["Сапарова", "Айым", date(2013, 5, 17), 8, ""]


async def send(world: World, teacher: Person, content: bytes) -> None:
    """Send a spreadsheet as a file."""
    world.telegram.upload(
        teacher.id, [Upload(name="pupils.xlsx", mime="application/octet-stream", data=content)], kind="document"
    )
    await world.idle()


@pytest.mark.parametrize("language", [Language.KK, Language.RU])
async def test_a_list_is_looked_through_written_and_becomes_personal_links(polled: World, language: Language) -> None:
    t = words(language)
    teacher = await coordinator_of(polled, language=language)
    await teacher.press(t("button-nominate"))
    name, _ = await file_of(polled, teacher)
    assert name == "pupils.xlsx"
    listed = book(
        GOOD,
        ["Saparova", "Aiym", "17.05.2013", "8", ""],
        ["Ким", "Алина", "31.02.2013", 8, ""],
        ["Ли", "Дана", "01.01.2013", 11, ""],
        ["Омар", "Ерлан", "02.03.2013", 8, "№ 25"],
        ["Әли", "", "02.03.2013", 8, ""],
    )
    await send(polled, teacher, listed)
    for verdict in ("ok", "twice", "date", "age", "school", "name"):
        assert plain(t(f"nominate-verdict-{verdict}", number="1")) in teacher.screen(), (verdict, teacher.screen())
    assert await rows(polled, "SELECT id FROM nominees") == []
    await teacher.press(t("button-nominate-yes", number="1"))
    name, content = await file_of(polled, teacher)
    assert name == "links.xlsx"
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert sheet[1][0] == "Сапарова Айым"
    link = str(sheet[1][3])
    pupil = polled.person(STUDENT)
    await pupil.open(link)
    await pupil.press(NAMES[language])
    await pupil.press(t("button-register"))
    answered = await rows(polled, "SELECT question FROM answers ORDER BY question")
    assert {row[0] for row in answered} >= {"full_name", "school", "grade"}
    stranger = polled.newcomer("Stranger", language.value)
    await stranger.open(link)
    await stranger.press(NAMES[language])
    assert plain(t("error-link-unusable")) in stranger.screen()
    await teacher.press(t("button-nominate-undo"))
    assert plain(t("nominate-taken-back", number="0")) in teacher.texts()


async def test_bad_files_get_a_clear_sentence_and_the_same_question_again(polled: World) -> None:
    t = words(Language.EN)
    teacher = await coordinator_of(polled)
    await teacher.press(t("button-nominate"))
    await send(polled, teacher, b"surname;name")
    assert plain(t("nominate-problem-not-xlsx")) in teacher.screen()
    await teacher.say("here it is")
    assert plain(t("nominate-ask")) in teacher.screen()
    await send(polled, teacher, book(*[["A", "B", "17.05.2013", 8, ""]] * 501))
    assert plain(t("nominate-problem-too-many")) in teacher.screen()
    await send(
        polled, teacher, book(*[["Surname", f"Name{'abdefghijlmn'[n]}", "17.05.2013", 8, ""] for n in range(12)])
    )
    assert plain(t("nominate-verdict-ok", number="10")) in teacher.screen()
    assert plain(t("nominate-verdict-over", number="2")) in teacher.screen()
    await teacher.press(t("button-nominate-yes", number="10"))
    await teacher.press(t("button-nominate-undo"))
    assert await rows(polled, "SELECT id FROM nominees") == []
