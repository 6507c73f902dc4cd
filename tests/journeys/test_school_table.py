"""An organizer adds schools from a table: looks first, writes, takes back."""

from __future__ import annotations

import io

import pytest
from python_calamine import CalamineWorkbook

from bot.domain.language import Language
from bot.outgoing import plain
from handlers.organizer.presses import SchoolsPress
from tests.journeys.story import arrive, words
from tests.journeys.test_ticket import file_of
from tests.journeys.test_timetable import send_file
from tests.journeys.whole_forum import number, press_planted
from tests.world import ORGANIZER, World

COUNT = "SELECT count(*) FROM org_units"


@pytest.mark.parametrize("language", list(Language))
async def test_schools_are_added_from_a_table_and_taken_back(polled: World, language: Language) -> None:
    t = words(language)
    organizer = polled.person(ORGANIZER)
    await arrive(organizer, language)
    event_id = await number(polled, "SELECT id FROM events WHERE code = 'jlf-2027'")
    before = await number(polled, COUNT)
    await press_planted(organizer, SchoolsPress(event_id=event_id, unit_id=0, do="open").pack())
    await organizer.press(t("button-schools-table"))
    rows = CalamineWorkbook.from_filelike(io.BytesIO(file_of(polled, organizer, "document").data)).get_sheet_by_index(0)
    head, first, *_ = rows.to_python()
    assert head[0] == plain(t("schools-column-code"))
    district = str(first[1])
    await organizer.say("Школа 99")
    assert plain(t("schools-table-ask")) in organizer.screen()
    await send_file(polled, organizer, b"\0nothing")
    assert plain(t("schools-table-not-table")) in organizer.screen()
    wrong = f"code;place;kk;ru;en\n;{district};;Школа 99;\n;Нигде;;Школа 98;\n"
    await send_file(polled, organizer, wrong.encode())
    assert plain(t("schools-report-wrong")) in organizer.screen()
    assert plain(t("schools-wrong-place")) in organizer.screen()
    assert not organizer.has_button("✅")
    await send_file(polled, organizer, wrong.replace("Нигде", district).encode("utf-8-sig"))
    await polled.restart()
    await organizer.press(plain(t("button-schools-write", count=2)))
    assert await number(polled, COUNT) == before + 2
    await organizer.press(t("button-schools-table-undo"))
    assert plain(t("schools-taken-back", count=2)) in organizer.screen()
    assert await number(polled, COUNT) == before
    await organizer.press(t("button-schools"))
    assert plain(t("schools-top")) in organizer.screen()
