"""An organizer changes the timetable in chat, and those whom it concerns read old beside new."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from python_calamine import CalamineWorkbook

from bot.documents.workbook import Table, draw_xlsx
from bot.domain.language import Language
from bot.outgoing import plain
from bot.playground import Upload
from handlers.callbacks import DayPress, DeskPress
from tests.journeys.story import arrive, consent, register_student, words
from tests.journeys.test_find import file_of
from tests.journeys.whole_forum import number, press_planted
from tests.world import ORGANIZER, Person, World

EVENT = "SELECT id FROM events WHERE code = 'jlf-2027'"
SESSION = "Орталық алаң", "Центральная площадь", "Central square"


async def to_the_timetable(world: World, language: Language) -> Person:
    """Bring the owner to the first day of the timetable."""
    owner = world.person(ORGANIZER)
    await arrive(owner, language)
    await press_planted(owner, DeskPress(do="more", id=await number(world, EVENT)).pack())
    await owner.press(words(language)("button-organize-timetable"))
    return owner


async def confirmed_family(world: World, language: Language) -> tuple[Person, Person]:
    """Bring a student who takes part, and the guardian who agreed."""
    student, link = await register_student(world, language)
    guardian = await consent(world, link, language)
    await world.running.database.write(
        lambda tx: tx.connection.execute("UPDATE registrations SET status = 'confirmed' WHERE id = 1")
    )
    return student, guardian


@pytest.mark.parametrize("language", list(Language))
async def test_a_moved_session_is_read_by_the_family_a_minute_later(polled: World, language: Language) -> None:
    t = words(language)
    student, guardian = await confirmed_family(polled, language)
    owner = await to_the_timetable(polled, language)
    await owner.press("16:15")
    await owner.press(t("button-session-time"))
    print(owner.screen(), owner.labels(), sep="\n")
    await owner.say("soon")
    assert t("timetable-problem-time") in owner.screen()
    await owner.say("16:45-18:15")
    print(owner.screen(), owner.labels(), sep="\n")
    await owner.press(t("button-session-save"))
    assert t("session-undo-hint") in owner.screen()
    print(owner.screen(), owner.labels(), sep="\n")
    await owner.press(t("button-session-place"))
    await owner.say("Б залы\nЗал Б\nHall B")
    await owner.press(t("button-session-save"))
    told = t("notice-timetable-changed", event="").strip()
    assert told not in student.screen()
    await polled.travel(to=polled.clock.now() + timedelta(seconds=61))
    for person in (student, guardian):
        print(person.screen(), person.labels(), sep="\n")
        assert "16:15–17:45 → 16:45–18:15" in person.screen()
        assert {"kk": "→ Б залы", "ru": "→ Зал Б", "en": "→ Hall B"}[language.value] in person.screen()
    assert owner.screen() != student.screen()
    await student.press(t("button-my-timetable"))
    assert "16:45–18:15" in plain(student.screen())


async def test_an_undo_is_told_to_nobody(polled: World) -> None:
    t = words(Language.EN)
    student, _ = await confirmed_family(polled, Language.EN)
    owner = await to_the_timetable(polled, Language.EN)
    before = student.texts()
    await owner.press("16:15")
    await owner.press(t("button-session-cancel"))
    assert plain(t("session-would-cancel", when="")).split(":")[0] in owner.screen()
    await owner.press(t("button-session-save"))
    await owner.press(t("button-session-undo"))
    assert not owner.has_button(t("button-session-restore"))
    await polled.travel(to=polled.clock.now() + timedelta(minutes=5))
    assert student.texts() == before


async def test_a_session_is_added_in_four_lines(polled: World) -> None:
    t = words(Language.RU)
    owner = await to_the_timetable(polled, Language.RU)
    await owner.press(t("button-session-add"))
    print(owner.screen(), owner.labels(), sep="\n")
    await owner.say("just words")
    assert t("timetable-problem-new") in owner.screen()
    await owner.say("21:00-21:45\nПесни у костра\nПоляна\nАсель")
    print(owner.screen(), owner.labels(), sep="\n")
    assert t("session-save-anyway") in owner.screen()
    await owner.press(t("button-session-save-anyway"))
    await owner.press(t("button-session-kind"))
    print(owner.screen(), owner.labels(), sep="\n")
    await owner.press(t("session-kind-ceremony"))
    await owner.press(t("button-session-save"))
    await owner.press(t("button-session-capacity"))
    await owner.say("30")
    print(owner.screen(), owner.labels(), sep="\n")
    await owner.press(t("button-session-save"))
    assert t("session-places", taken=0, capacity=30) in owner.screen()
    await owner.press(t("button-back"))
    print(owner.screen(), owner.labels(), sep="\n")
    assert owner.has_button("21:00 🎉 Песни у костра")


@pytest.mark.parametrize("language", list(Language))
async def test_a_changed_spreadsheet_is_looked_through_written_and_taken_back(
    polled: World, language: Language
) -> None:
    t = words(language)
    owner = await to_the_timetable(polled, language)
    await owner.press(t("button-timetable-file"))
    name, content = await file_of(polled, owner)
    assert name == "timetable.xlsx"
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    head, first, second, *rest = sheet
    second[2] = "13:15"
    added = ["", "07.07.2027", "23:00", "23:30", *("Түн", "Ночь", "Night"), *("Алаң", "Поляна", "Field"), *[""] * 7]
    await send_file(polled, owner, draw([head, first, [*second[:2], "25:99", *second[3:]]]))
    print(owner.screen(), owner.labels(), sep="\n")
    assert plain(t("timetable-report-wrong")) in owner.screen()
    await send_file(polled, owner, draw([head, first, second, *rest[1:], added]))
    print(owner.screen(), owner.labels(), sep="\n")
    assert "13:00–14:00 → 13:15–14:00" in owner.screen()
    await owner.press(t("button-timetable-apply", count=2))
    print(owner.screen(), owner.labels(), sep="\n")
    assert await number(polled, "SELECT count(*) FROM session_changes") == 2
    await owner.press(t("button-session-undo"))
    assert plain(t("timetable-taken-back", count=2)) in owner.screen()
    await send_file(polled, owner, b"PK not a spreadsheet")
    print(owner.screen(), owner.labels(), sep="\n")


def draw(rows: Sequence[Sequence[object]]) -> bytes:
    """Return a spreadsheet."""
    cells = tuple(
        tuple(one if isinstance(one, str | date) else int(one) if isinstance(one, float) else str(one) for one in row)
        for row in rows
    )
    head = tuple(str(one) for one in cells[0])
    return draw_xlsx(Table(title="x", head=head, rows=cells[1:]), made_at=datetime(2027, 1, 1, tzinfo=UTC))


async def send_file(world: World, person: Person, content: bytes) -> None:
    """Send a file."""
    upload = Upload(name="timetable.xlsx", mime="application/octet-stream", data=content)
    world.telegram.upload(person.id, [upload], kind="document")
    await world.idle()


@pytest.mark.parametrize("language", list(Language))
async def test_ones_own_timetable_as_a_picture_a_calendar_and_what_is_on(polled: World, language: Language) -> None:
    t = words(language)
    student, _ = await confirmed_family(polled, language)
    await polled.travel(to=datetime(2027, 7, 7, 5, 0, tzinfo=UTC))
    await student.start()
    await press_planted(student, DayPress(event_id=await number(polled, EVENT), registration_id=1, on="").pack())
    await student.press(t("button-now-next"))
    print(student.screen(), student.labels(), sep="\n")
    assert plain(t("now-is")) in student.screen()
    assert "09:30" in student.screen()
    await student.press(t("button-calendar"))
    name, content = await file_of(polled, student)
    assert name == "timetable.ics"
    assert content.count(b"BEGIN:VEVENT") > 50
    await student.press(t("button-my-timetable"))
    print(student.screen()[:200], student.labels(), sep="\n")
    await student.press(t("button-week"))
    assert plain(t("week-picture", title=""))[-20:] in student.screen()
    print(student.screen(), student.labels(), sep="\n")


@pytest.mark.parametrize("language", list(Language))
async def test_a_full_session_is_waited_for_and_the_place_is_told(polled: World, language: Language) -> None:
    t = words(language)
    student, guardian = await confirmed_family(polled, language)
    await polled.running.database.write(
        lambda tx: tx.connection.execute("UPDATE sessions SET taken = capacity WHERE capacity IS NOT NULL")
    )
    days = {"event_id": await number(polled, EVENT), "registration_id": 1, "on": "2027-07-08"}
    await press_planted(student, DayPress(**days).pack())
    await student.press("⏳")
    assert plain(t("seat-waits", position=1)) in student.screen()
    print([one for one in student.labels() if "17:40" in one])
    assert student.has_button("✖️")
    await polled.running.database.write(
        lambda tx: tx.connection.execute(
            "UPDATE sessions SET taken = taken - 1 WHERE id IN (SELECT session_id FROM session_queue)"
        )
    )
    await polled.travel(to=polled.clock.now() + timedelta(seconds=3))
    for person in (student, guardian):
        print(person.screen(), person.labels(), sep="\n")
        assert plain(t("notice-session-place")) in person.screen()
    await student.press(t("button-my-timetable"))
    assert plain(t("seat-is-yours")) in student.screen()
