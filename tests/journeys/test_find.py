"""An organizer's way to one registration by a few letters, and to all of them as a table."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from bot.domain.language import Language
from bot.outgoing import plain
from tests.actions.test_finding import copy_people
from tests.journeys.story import arrive, register_student, words
from tests.journeys.test_organizer import join_small, load_small, open_event, owner_of, rows
from tests.world import ORGANIZER, Person, World

EN, RU, KK = words(Language.EN), words(Language.RU), words(Language.KK)


async def test_an_organizer_types_a_few_letters_and_opens_the_registration(world: World) -> None:
    await register_student(world)
    owner = await owner_of(world)
    await open_event(owner)
    await owner.press(EN("button-find"))
    assert "Whom are we looking for?" in owner.screen()
    await owner.say("aiym")
    assert "Found: 1" in owner.screen()
    await owner.say("zzz")
    assert plain(EN("find-none")) == owner.screen()
    await owner.say("a")
    assert plain(EN("find-short")) == owner.screen()
    await world.restart()
    await owner.say("Сапар")
    await owner.press("Сапарова Айым")
    assert "👤 Сапарова Айым" in owner.screen()
    await owner.press(EN("button-desk-back"))
    assert owner.has_button(EN("button-find"))


async def test_a_voice_message_or_a_command_does_no_harm_while_looking(polled: World) -> None:
    owner = await owner_of(polled)
    await open_event(owner)
    await owner.press(EN("button-find"))
    await owner.share_contact()
    assert plain(EN("find-short")) == owner.screen()
    await owner.say("/nonsense")
    assert "Whom are we looking for?" in owner.screen()
    await owner.press(EN("button-desk-back"))
    await owner.say("Сапарова")
    assert "Found" not in owner.screen()


async def test_a_small_table_comes_at_once_and_is_on_record(polled: World) -> None:
    await load_small(polled)
    await join_small(polled, "Айгерім Қызы", Language.KK)
    owner = await owner_of(polled)
    await open_event(owner, "Small")
    await owner.press(EN("button-table"))
    assert "Rows: 1" in owner.screen()
    assert "personal data" in owner.screen()
    name, content = await file_of(polled, owner)
    assert name == "registrations-small-2027.xlsx"
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert str(sheet[1][3]).startswith("Айгерім")
    assert any("Taken by" in str(cell) for row in sheet for cell in row)
    await owner.press(EN("button-table-csv"))
    name, content = await file_of(polled, owner)
    assert name == "registrations-small-2027.csv"
    assert "Айгерім".encode() in content
    recorded = await rows(polled, "SELECT data FROM audit WHERE action = 'registrations.export' ORDER BY id")
    assert [one[0].replace(" ", "") for one in recorded] == ['{"count":1,"kind":"xlsx"}', '{"count":1,"kind":"csv"}']
    await owner.press(EN("button-desk-back"))
    assert owner.has_button(EN("button-find"))


async def test_a_table_does_not_stay_in_the_chat(polled: World) -> None:
    await load_small(polled)
    await join_small(polled, "Alpha One")
    owner = await owner_of(polled)
    await open_event(owner, "Small")
    await owner.press(EN("button-table"))
    assert polled.running.files is not None
    await polled.travel(to=polled.clock.now() + timedelta(hours=23))
    await polled.running.files.look()
    assert any(one.get("document") for one in owner.messages())
    await polled.travel(to=polled.clock.now() + timedelta(hours=1, minutes=1))
    await polled.running.files.look()
    assert not any(one.get("document") for one in owner.messages())
    assert await rows(polled, "SELECT 1 FROM fading_messages") == []


async def test_a_large_table_takes_a_second_person(polled: World) -> None:
    await load_small(polled)
    await join_small(polled, "Alpha One")
    await polled.running.database.write(lambda tx: copy_people(tx, 100, ("Beta Two", "Gamma Three")))
    owner = await owner_of(polled)
    await open_event(owner, "Small")
    await owner.press(EN("button-table"))
    assert "Registrations in the table: 101" in owner.screen()
    assert "answers for it" in owner.screen()
    assert await rows(polled, "SELECT 1 FROM audit WHERE action = 'registrations.export'") == []
    await owner.press(EN("button-table-no"))
    await owner.press(EN("button-table"))
    await owner.press(EN("button-table-yes"))
    assert "confirm it yourself" in owner.screen()
    assert await rows(polled, "SELECT 1 FROM audit WHERE action = 'registrations.export'") == []
    await owner.press(EN("button-vouch-confirm-own"))
    await owner.press(EN("button-vouch-go-export"))
    assert "Rows: 101" in owner.screen()
    await owner.press(EN("button-table-csv"))
    assert (await file_of(polled, owner))[0] == "registrations-small-2027.csv"
    await polled.travel(to=polled.clock.now() + timedelta(minutes=10))
    await owner.press(EN("button-table-csv"))
    assert "Registrations in the table: 101" in owner.screen()


async def test_an_event_without_registrations_has_no_table(polled: World) -> None:
    await load_small(polled)
    owner = await owner_of(polled)
    await open_event(owner, "Small")
    answer = await owner.press(EN("button-table"))
    assert (answer["text"], answer["alert"]) == (plain(EN("table-none")), True)


@pytest.mark.parametrize("language", list(Language))
async def test_every_screen_has_words_and_a_way_back_in_every_language(polled: World, language: Language) -> None:
    t = words(language)
    await load_small(polled)
    await join_small(polled, "Айгерім Сапарова")
    await polled.running.database.write(lambda tx: copy_people(tx, 100, ("Айгерім Екі", "Айгерім Үш")))
    owner = polled.person(ORGANIZER)
    await arrive(owner, language)
    await owner.say("/desk")
    await owner.press("Small")
    await owner.press(t("button-find"))
    await owner.say("aigerim")
    assert plain(t("find-more", shown="8", total="101")) == owner.screen()
    assert len(owner.labels()) == 9
    await owner.press(t("button-desk-back"))
    await owner.press(t("button-table"))
    assert t("button-table-no") in owner.labels()
    await owner.press(t("button-table-yes"))
    assert t("button-desk-back") in owner.labels()
    await owner.press(t("button-vouch-confirm-own"))
    await owner.press(t("button-vouch-go-export"))
    assert t("button-desk-back") in owner.labels()


async def file_of(world: World, person: Person) -> tuple[str, bytes]:
    """Return the newest file in the chat."""
    message: Any = next(one for one in reversed(person.messages()) if one.get("document"))
    document = message["document"]
    return document["file_name"], world.telegram.world.files.find(document["file_id"]).data
