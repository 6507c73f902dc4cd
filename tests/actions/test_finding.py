"""Finding somebody: any part of a name, a school or a phone, in any script, among one event's registrations only."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.actions import accounts as meeting
from bot.actions import drafting, finding, loading
from bot.domain.access import Actor, Role
from bot.domain.errors import NotAvailableError
from bot.domain.form import PressGiven, TextGiven
from bot.domain.language import Language
from bot.domain.names import fold
from storage import accounts
from storage.database import Database, Transaction
from tests.seed import NOW, meet, open_database, programme, said, submit

OWNER, STRANGER = 50, 70


def schools() -> dict[str, Any]:
    """Return a programme whose form asks for the region."""
    content = programme(quotas={"north": 100, "south": 100}, capacity=200)
    titles = {"kk": "Түркістан, №12 мектеп", "ru": "Туркестан, школа №12", "en": "Turkistan, School 12"}
    content["units"] = [
        {"code": "north", "kind": "region", "title": titles},
        {"code": "south", "kind": "region", "title": said("School 112")},
    ]
    return content


def enrol(tx: Transaction, telegram_id: int, name: str, unit: str = "south", event_id: int = 1) -> int:
    """Let somebody with a name register."""
    actor = meet(tx, telegram_id)
    page = drafting.begin(tx, actor=actor, now=NOW, event_id=event_id)
    unit_id = tx.connection.execute("SELECT id FROM org_units WHERE code = ?", (unit,)).fetchone()["id"]
    for given in (TextGiven(name), PressGiven(f"u{unit_id}")):
        page = drafting.answer(tx, actor=actor, now=NOW, draft_id=page.draft.id, revision=None, given=given)
    return submit(tx, actor, page).id


async def people(database: Database, *names: str, unit: str = "south") -> None:
    for number, name in enumerate(names):
        await database.write(lambda tx, n=number, name=name: enrol(tx, 200 + n, name, unit))  # type: ignore[misc]


async def found(database: Database, text: str, event_id: int = 1) -> finding.Findings:
    def work(tx: Transaction) -> finding.Findings:
        return finding.find(tx, actor=meet(tx, OWNER, is_owner=True), now=NOW, event_id=event_id, text=text)

    return await database.write(work)


async def names(database: Database, text: str) -> list[str]:
    return [hit.name for hit in (await found(database, text)).hits]


@pytest.mark.parametrize(
    "typed", ["айгерім", "Айгерим", "aigerim", "Aygerim", "герім", "гери", "ЕРІМ", "сапар айг", "Saparova", "aigerim s"]
)
async def test_one_person_is_found_by_any_part_of_the_name_in_any_script(tmp_path: Path, typed: str) -> None:
    async with open_database(tmp_path, schools()) as database:
        await people(database, "Сапарова Айгерім", "Омаров Ерлан")
        assert await names(database, typed) == ["Сапарова Айгерім"]


@pytest.mark.parametrize("typed", ["Сапарова", "Сапар", "saparova", "ПАРО"])
async def test_a_name_written_in_latin_is_found_by_cyrillic_letters(tmp_path: Path, typed: str) -> None:
    async with open_database(tmp_path, schools()) as database:
        await people(database, "Saparova Aigerim", "Omarov Erlan")
        assert await names(database, typed) == ["Saparova Aigerim"]


@pytest.mark.parametrize("typed", ["туркестан", "Түркістан", "Turkistan", "мектеп 12", "12", "сапарова 12", "№12"])
async def test_a_school_finds_its_students_and_a_number_is_a_whole_number(tmp_path: Path, typed: str) -> None:
    async with open_database(tmp_path, schools()) as database:
        await people(database, "Омаров Ерлан", unit="south")
        await database.write(lambda tx: enrol(tx, 300, "Сапарова Айгерім", "north"))
        assert await names(database, typed) == ["Сапарова Айгерім"]


@pytest.mark.parametrize(
    "typed", ["+7 701 123-45-67", "87011234567", "8 (701) 123 45 67", "1234567", "123-45", "٧٠١١٢٣٤"]
)
async def test_a_phone_finds_the_student_by_any_part_of_it(tmp_path: Path, typed: str) -> None:
    async with open_database(tmp_path, schools()) as database:
        await people(database, "Сапарова Айгерім", "Омаров Ерлан")
        await database.write(
            lambda tx: set_phones(tx, {"Сапарова Айгерім": "+77011234567", "Омаров Ерлан": "+77770000000"})
        )
        assert await names(database, typed) == ["Сапарова Айгерім"]


def set_phones(tx: Transaction, phones: dict[str, str]) -> None:
    for name, phone in phones.items():
        tx.connection.execute("UPDATE participants SET phone = ? WHERE full_name = ?", (phone, name))


async def test_the_phone_of_a_guardian_finds_the_child(tmp_path: Path) -> None:
    async with open_database(tmp_path, schools()) as database:
        await people(database, "Сапарова Айгерім", "Омаров Ерлан")

        def link(tx: Transaction) -> None:
            guardian = meet(tx, 400)
            tx.connection.execute("UPDATE accounts SET phone = '+77055550011' WHERE id = ?", (guardian.account_id,))
            tx.connection.execute(
                "INSERT INTO guardian_links (participant_id, account_id, confirmed_at) VALUES (1, ?, 1)",
                (guardian.account_id,),
            )

        await database.write(link)
        assert await names(database, "8 705 555 00 11") == ["Сапарова Айгерім"]


@pytest.mark.parametrize("typed", ["гүлнар", "Gulnar", "ГУЛН", "гулнар 12"])
async def test_the_name_of_a_guardian_finds_the_child_after_those_who_are_called_so(tmp_path: Path, typed: str) -> None:
    async with open_database(tmp_path, schools()) as database:
        await database.write(lambda tx: enrol(tx, 300, "Сапарова Айгерім", "north"))
        await database.write(lambda tx: enrol(tx, 301, "Омарова Гүлнар", "north"))

        def link(tx: Transaction) -> None:
            guardian = meeting.meet(
                tx, telegram_id=400, display_name="Гүлнар Сапарова", offered=Language.KK, now=NOW, is_owner=False
            )
            tx.connection.execute(
                "INSERT INTO guardian_links (participant_id, account_id, confirmed_at) VALUES (1, ?, 1)",
                (guardian.account_id,),
            )

        await database.write(link)
        hits = (await found(database, typed)).hits
        assert [(hit.name, hit.guardian) for hit in hits] == [
            ("Омарова Гүлнар", None),
            ("Сапарова Айгерім", "Гүлнар Сапарова"),
        ]
        await database.write(lambda tx: tx.connection.execute("UPDATE guardian_links SET ended_at = 1"))
        assert await names(database, typed) == ["Омарова Гүлнар"]


async def test_whose_name_begins_with_it_comes_first_and_no_more_than_eight_are_shown(tmp_path: Path) -> None:
    async with open_database(tmp_path, schools()) as database:
        await people(database, *(f"Карлан Номер{letter}" for letter in "абвгдежзик"), "Омаров Ерлан")
        one = await found(database, "рлан")
        assert (len(one.hits), one.total) == (8, 11)
        assert (await names(database, "ерлан"))[0] == "Омаров Ерлан"


@pytest.mark.parametrize("typed", ["", " ", "а", "%", "_", "'", "🔎", "№", "\u200b", "ь"])
async def test_what_is_too_short_finds_nobody_and_says_so(tmp_path: Path, typed: str) -> None:
    async with open_database(tmp_path, schools()) as database:
        await people(database, "Сапарова Айгерім")
        one = await found(database, typed)
        assert (one.hits, one.is_too_short) == ((), True)


@pytest.mark.parametrize("typed", ["ьъ", "%%", "' OR 1=1 --", "zzzz", "а" * 4000])
async def test_strange_words_find_nobody(tmp_path: Path, typed: str) -> None:
    async with open_database(tmp_path, schools()) as database:
        await people(database, "Сапарова Айгерім")
        assert await names(database, typed) == []


async def test_nobody_of_another_programme_is_found(tmp_path: Path) -> None:
    async with open_database(tmp_path, schools()) as database:
        other = schools()
        other["programme"]["code"], other["events"][0]["code"] = "other", "other-2027"
        await database.write(lambda tx: loading.load(tx, content=other, now=NOW))
        await people(database, "Сапарова Айгерім")
        assert (await found(database, "Сапарова", event_id=2)).total == 0
        assert (await found(database, "Сапарова", event_id=1)).total == 1


@pytest.mark.parametrize("event_id", [1, 999])
async def test_only_organizers_of_the_programme_may_look(tmp_path: Path, event_id: int) -> None:
    async with open_database(tmp_path, schools()) as database:
        await people(database, "Сапарова Айгерім")
        for action, more in ((finding.begin, {}), (finding.read_event, {}), (finding.find, {"text": "сапарова"})):
            with pytest.raises(NotAvailableError):
                await database.write(
                    lambda tx, action=action, more=more: action(  # type: ignore[misc]
                        tx, actor=organizer_of_another(tx), now=NOW, event_id=event_id, **more
                    )
                )


def organizer_of_another(tx: Transaction) -> Actor:
    """Return an organizer of a programme that is not this one."""
    actor = meet(tx, STRANGER)
    tx.connection.execute(
        "INSERT INTO programmes (id, code, title, summary, operator, loaded_at) "
        "VALUES (9, 'x', '{}', '{}', '{}', 1) ON CONFLICT DO NOTHING"
    )
    accounts.add_grant(
        tx, account_id=actor.account_id, role=Role.ORGANIZER, programme_id=9, granted_by=actor.account_id, now=NOW
    )
    return meeting.meet(tx, telegram_id=STRANGER, display_name="X", offered=actor.language, now=NOW, is_owner=False)


async def test_five_thousand_people_are_looked_through(tmp_path: Path) -> None:
    async with open_database(tmp_path, schools()) as database:
        await people(database, "Сапарова Айгерім")
        await database.write(
            lambda tx: copy_people(tx, 5000, ("Омаров Ерлан Серікұлы", "Қасымова Жансая Бауыржанқызы"))
        )
        one = await found(database, "aigerim")
        assert one.total == 1


def copy_people(tx: Transaction, number: int, full_names: Sequence[str]) -> None:
    """Add many registrations like the first one."""
    made = [(n, full_names[n % 2], fold(full_names[n % 2]), f"+7702{n:07}") for n in range(1000, 1000 + number)]
    tx.connection.cursor().executemany(
        "INSERT INTO participants (id, full_name, search_name, phone, created_at) VALUES (?, ?, ?, ?, 1)", made
    )
    tx.connection.cursor().executemany(
        "INSERT INTO drafts (id, account_id, event_id, form_version_id, state, started_at, changed_at) "
        "SELECT ?, account_id, event_id, form_version_id, 'submitted', 1, 1 FROM drafts WHERE id = 1",
        [(one[0],) for one in made],
    )
    tx.connection.cursor().executemany(
        "INSERT INTO registrations (id, event_id, stream_id, participant_id, account_id, draft_id, form_version_id, "
        "unit_id, status, needs_consent, submitted_at, changed_at) SELECT ?, event_id, stream_id, ?, account_id, ?, "
        "form_version_id, unit_id, 'waitlisted', 0, submitted_at, changed_at FROM registrations WHERE id = 1",
        [(one[0],) * 3 for one in made],
    )
