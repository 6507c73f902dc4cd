"""A table of registrations: what is in it, what is never in it, who gets it, and that it is on record."""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from bot.actions import drafting, exporting
from bot.documents.workbook import Table, draw_csv, draw_xlsx
from bot.domain.access import Actor, Scope
from bot.domain.errors import NotAvailableError, SecondNeededError
from bot.domain.form import PressGiven, Question, TextGiven
from bot.domain.language import Language
from bot.domain.vouch import Rules
from bot.texts import Translator
from handlers.organizer.table import table
from storage import drafts, exports, squads
from storage.database import Database, Transaction
from tests.actions.test_finding import copy_people, organizer_of_another
from tests.seed import NOW, meet, open_database, programme, said, submit

OWNER = 50
CANARY_HEALTH, CANARY_IIN = "peanuts-canary", "990101-canary"
ATTACK = '=HYPERLINK("http://evil.example","Қ")'


def camp() -> dict[str, Any]:
    """Return a programme that asks for things of every sensitivity."""
    content = programme(capacity=200)
    questions = content["events"][0]["form"]["sections"][0]["questions"]
    questions += [
        {"code": "dream", "kind": "text", "title": {"kk": "Арман?", "ru": "Мечта?", "en": "Dream?"}},
        {"code": "iin", "kind": "text", "title": said("IIN?"), "sensitivity": "identity"},
        {"code": "ill", "kind": "yes_no", "title": said("Ill?"), "sensitivity": "health"},
        {
            "code": "diet",
            "kind": "text",
            "title": said("Diet?"),
            "when": {"question": "ill", "is": ["yes"]},
        },
    ]
    return content


def enrol(tx: Transaction, telegram_id: int, *, dream: str = ATTACK, is_ill: bool = True) -> int:
    """Let somebody register with a canary in every answer that is nobody's business."""
    actor = meet(tx, telegram_id)
    page = drafting.begin(tx, actor=actor, now=NOW, event_id=1)
    given: list[TextGiven | PressGiven] = [TextGiven("Сапарова Айгерім"), TextGiven(dream), TextGiven(CANARY_IIN)]
    given += [PressGiven("yes"), TextGiven(CANARY_HEALTH)] if is_ill else [PressGiven("no")]
    for one in given:
        page = drafting.answer(tx, actor=actor, now=NOW, draft_id=page.draft.id, revision=None, given=one)
    return submit(tx, actor, page).id


def owner(tx: Transaction) -> Actor:
    return meet(tx, OWNER, is_owner=True)


async def parts_of(database: Database) -> list[exporting.Part]:
    """Read a whole event as the program does."""
    found: list[exporting.Part] = []
    actor = await database.write(owner)
    while not found or not found[-1].is_last:
        after = found[-1].lines[-1].registration.id if found else 0
        found.append(
            await database.read(
                lambda tx, after=after: exporting.read_part(tx, actor=actor, now=NOW, event_id=1, after=after)  # type: ignore[misc]
            )
        )
    return found


async def drawn(database: Database, language: Language = Language.EN) -> Table:
    return table(Translator(language, strict=True), await parts_of(database))


def column(one: Table, name: str) -> list[Any]:
    return [row[one.head.index(name)] for row in one.rows]


async def test_a_row_says_who_and_how_things_stand_and_every_answer(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp()) as database:
        await database.write(lambda tx: enrol(tx, 1))
        made = await database.write(lambda tx: squads.add(tx, 1, 1, count=3, places=9, now=NOW))
        await database.write(lambda tx: squads.place(tx, 1, made[2], NOW))
        one = await drawn(database)
        assert one.head[:5] == ("No.", "Status", "Stream", "Name", "Date of birth")
        assert one.head[5:10] == ("Region and school", "Squad", "Parent's consent", "Phone", "Submitted at")
        assert one.rows[0][:9] == (1, "confirmed", "One", "Сапарова Айгерім", None, None, "Squad 3", "not needed", None)
        assert column(one, "Submitted at")[0].isoformat() == "2027-03-01T14:00:00"
        assert column(one, "Dream?") == [ATTACK]


@pytest.mark.parametrize("is_ill", [True, False])
async def test_health_and_identity_are_hidden_whatever_was_answered(tmp_path: Path, *, is_ill: bool) -> None:
    async with open_database(tmp_path, camp()) as database:
        await database.write(lambda tx: enrol(tx, 1, is_ill=is_ill))
        one = await drawn(database)
        assert [column(one, name) for name in ("IIN?", "Ill?", "Diet?")] == [["🔒 hidden"]] * 3
        files = draw_csv(one) + b"".join(read_back(draw_xlsx(one, made_at=NOW)))
        assert CANARY_IIN.encode() not in files
        assert CANARY_HEALTH.encode() not in files


def read_back(content: bytes) -> list[bytes]:
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    return [str(cell).encode() for row in rows for cell in row]


async def test_the_canary_is_found_when_nothing_is_hidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "SEALED", frozenset())
    monkeypatch.setattr(exporting, "NOT_EXPORTED", frozenset())
    async with open_database(tmp_path, camp()) as database:
        await database.write(lambda tx: enrol(tx, 1))
        content = draw_csv(await drawn(database))
        assert CANARY_IIN.encode() in content
        assert CANARY_HEALTH.encode() in content


async def test_sealed_answers_are_not_even_read_and_unsealed_ones_are_hidden_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_database(tmp_path, camp()) as database:
        await database.write(lambda tx: enrol(tx, 1))
        entries = await database.read(
            lambda tx: exports.list_page(tx, Scope(event_id=1, unit_ids=None), after=0, limit=10)
        )
        assert set(entries[0].answers) == {"full_name", "dream", "diet"}
        monkeypatch.setattr(drafts, "SEALED", frozenset())
        await database.write(lambda tx: enrol(tx, 2))
        one = await drawn(database)
        assert CANARY_IIN.encode() not in draw_csv(one)
        assert CANARY_HEALTH.encode() not in draw_csv(one)
        assert not any(
            code in line.answers
            for part in await parts_of(database)
            for line in part.lines
            for code in ("iin", "ill", "diet")
        )


@pytest.mark.parametrize("attack", ["=1+1", "+1+1", "-1+1", "@SUM(A1)"])
async def test_a_formula_in_every_answer_stays_text_in_the_file(tmp_path: Path, attack: str) -> None:
    async with open_database(tmp_path, camp()) as database:
        await database.write(lambda tx: enrol(tx, 1, dream=attack))
        await database.write(lambda tx: plant(tx, attack))
        one = await drawn(database)
        cells = read_back(draw_xlsx(one, made_at=NOW))
        assert cells.count(attack.encode()) == 4  # stream, name, phone, dream
        assert f'"\'{attack}"'.encode() in draw_csv(one)
        assert f'"{attack}"'.encode() not in draw_csv(one)


def plant(tx: Transaction, attack: str) -> None:
    """Put a formula wherever a text may stand."""
    tx.connection.execute("UPDATE participants SET full_name = ?, phone = ?", (attack, attack))
    title = json.dumps(dict.fromkeys(("kk", "ru", "en"), attack))
    tx.connection.execute("UPDATE streams SET title = ?", (title,))


async def test_the_table_speaks_the_organizers_language(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp()) as database:
        await database.write(lambda tx: enrol(tx, 1))
        for language, word in ((Language.KK, "Арман?"), (Language.RU, "Мечта?"), (Language.EN, "Dream?")):
            assert word in (await drawn(database, language)).head


async def test_two_versions_of_a_form_share_their_columns_and_lose_no_answer(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp()) as database:
        await database.write(lambda tx: enrol(tx, 1, dream="old dream", is_ill=False))
        await database.write(publish_another)
        one = await drawn(database)
        assert column(one, "Dream?") == ["old dream", None]
        assert column(one, "Wish?") == [None, "new wish"]
        assert one.head.count("IIN?") == 1


def publish_another(tx: Transaction) -> None:
    """Publish a form that asks for a wish instead of a dream, and let somebody answer it."""
    content = camp()["events"][0]["form"]
    questions = content["sections"][0]["questions"]
    questions[1] = {"code": "wish", "kind": "text", "title": said("Wish?")}
    tx.connection.execute(
        "INSERT INTO form_versions (id, event_id, number, content, published_at) VALUES (2, 1, 2, ?, 1)",
        (json.dumps(content),),
    )
    enrol(tx, 2, dream="new wish", is_ill=False)


@pytest.mark.parametrize("event_id", [1, 999])
async def test_nobody_but_the_programmes_organizers_gets_or_records_a_table(tmp_path: Path, event_id: int) -> None:
    async with open_database(tmp_path, camp()) as database:
        await database.write(lambda tx: enrol(tx, 1))
        for action, more in (
            (exporting.read_request, {"rules": Rules()}),
            (exporting.read_part, {"after": 0}),
            (exporting.record, {"rows": 1, "kind": "xlsx", "rules": Rules()}),
        ):
            for who in (organizer_of_another, lambda tx: meet(tx, 1)):
                with pytest.raises(NotAvailableError):
                    await database.write(
                        lambda tx, action=action, more=more, who=who: action(  # type: ignore[misc]
                            tx, actor=who(tx), now=NOW, event_id=event_id, **more
                        )
                    )


async def test_a_table_is_on_record_with_its_rows_and_its_kind(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp()) as database:
        await database.write(
            lambda tx: exporting.record(tx, actor=owner(tx), now=NOW, event_id=1, rows=7, kind="csv", rules=Rules())
        )
        rows = await database.read(lambda tx: tx.connection.execute("SELECT * FROM audit").fetchall())
        row = next(one for one in rows if one["action"] == "registrations.export")
        assert (row["subject"], row["subject_id"], json.loads(row["data"])) == ("event", 1, {"count": 7, "kind": "csv"})


@pytest.mark.parametrize(("rows", "is_recorded"), [(50, True), (51, False)])
async def test_more_than_fifty_rows_take_a_second_person(tmp_path: Path, rows: int, *, is_recorded: bool) -> None:
    async with open_database(tmp_path, camp()) as database:
        taken: dict[str, Any] = {"now": NOW, "event_id": 1, "rows": rows, "kind": "csv", "rules": Rules()}
        expected = contextlib.nullcontext() if is_recorded else pytest.raises(SecondNeededError)
        with expected:
            await database.write(lambda tx: exporting.record(tx, actor=owner(tx), **taken))


async def test_five_thousand_rows_make_one_table(tmp_path: Path) -> None:
    content = camp()
    questions = content["events"][0]["form"]["sections"][0]["questions"]
    questions += [{"code": f"q{n}", "kind": "text", "title": said(f"Q{n}?"), "required": False} for n in range(12)]
    async with open_database(tmp_path, camp()) as database:
        await database.write(lambda tx: enrol(tx, 1, is_ill=False))
        await database.write(lambda tx: copy_people(tx, 4999, ("Омаров Ерлан", "Қасымова Жансая")))
        await database.write(lambda tx: copy_answers(tx, questions))
        parts = await parts_of(database)
        one = await asyncio.to_thread(table, Translator(Language.KK, strict=True), parts)
        draw_xlsx(one, made_at=NOW)
        assert len(one.rows) == 5000
        assert len(one.head) == 26


def copy_answers(tx: Transaction, questions: list[dict[str, Any]]) -> None:
    """Give everybody answers to everything, under a longer form."""
    form = {"sections": [{"code": "all", "title": said("All"), "questions": questions}]}
    tx.connection.execute(
        "INSERT INTO form_versions (id, event_id, number, content, published_at) VALUES (2, 1, 2, ?, 1)",
        (json.dumps(form),),
    )
    tx.connection.execute("UPDATE registrations SET form_version_id = 2")
    asked = [Question.of(one) for one in questions]
    drafts_of = [row["draft_id"] for row in tx.connection.execute("SELECT draft_id FROM registrations")]
    tx.connection.cursor().executemany(
        "INSERT INTO answers VALUES (?, ?, ?, 1) ON CONFLICT (draft_id, question) DO UPDATE SET value = excluded.value",
        [
            (draft_id, one.code, json.dumps("Көп жауап жазамын"))
            for draft_id in drafts_of
            for one in asked
            if one.code != "ill"
        ],
    )
