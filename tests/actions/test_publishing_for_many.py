"""The form of an event with 500 answered registrations is changed and published: nothing is lost."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.actions import (
    dossiers,
    drafting,
    exporting,
    forming,
    publishing,
    registering,
    reviewing,
    supplementing,
    versioning,
)
from bot.domain.access import Actor
from bot.domain.errors import FormIncompleteError, FormOvertakenError, NotAvailableError, StaleError
from bot.domain.form import Given, PressGiven, TextGiven
from bot.domain.form_changes import filled
from bot.domain.language import Language
from bot.texts import Translator
from handlers.organizer import decision_cards
from storage.database import Database, Transaction
from tests.seed import NOW, meet, open_database, programme, said, submit

OWNER, PEOPLE, UNDER_WAY = 9_000, 500, 12


def content() -> dict[str, Any]:
    """Return a camp that asks for a name, a choice, what depends on it, and a health answer."""
    made = programme(capacity=1000)
    made["events"][0]["form"]["sections"][0]["questions"] += [
        {
            "code": "shirt",
            "kind": "one_of",
            "title": said("Shirt?"),
            "options": [{"code": one, "title": said(one.upper())} for one in ("s", "m")],
        },
        {"code": "club", "kind": "text", "title": said("Club?"), "required": False},
        {"code": "iin", "kind": "text", "title": said("IIN?"), "sensitivity": "identity"},
    ]
    return made


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path, content()) as opened:
        yield opened


def owner(tx: Transaction) -> Actor:
    return meet(tx, OWNER, is_owner=True)


def enter(tx: Transaction, number: int, *, most: int = 9) -> drafting.Page:
    """Answer the first questions of the form."""
    actor = meet(tx, number)
    page = drafting.begin(tx, actor=actor, now=NOW, event_id=1)
    given: dict[str, Given] = {
        "shirt": PressGiven("sm"[number % 2]),
        "full_name": TextGiven(f"Person Number{'abcdefghij'[number % 10]}"),
    }
    for _ in range(most):
        if page.question is None:
            break
        one = given.get(page.question.code, TextGiven(f"said {number}"))
        page = drafting.answer(tx, actor=actor, now=NOW, draft_id=page.draft.id, revision=None, given=one)
        assert page.problem is None
    return page


def fill(tx: Transaction) -> None:
    """Let 500 people register and twelve more begin."""
    for number in range(1, PEOPLE + 1):
        submit(tx, meet(tx, number), enter(tx, number))
    for number in range(PEOPLE + 1, PEOPLE + 1 + UNDER_WAY):
        enter(tx, number, most=1 + number % 4)


def change_form(tx: Transaction) -> int:
    """Add a question and an option, take a question away, put another one first; return the draft's id."""
    actor = owner(tx)
    page = forming.begin(tx, actor=actor, now=NOW, event_id=1)
    assert page.draft is not None
    form_id = page.draft.id
    forming.add_question(tx, actor=actor, now=NOW, form_id=form_id, revision=0, kind="text")
    for text in ("Мектеп?", "Школа?", "School?"):
        forming.write(tx, actor=owner(tx), now=NOW, text=text)
    revision = 4
    for at, do in ((1, "up"), (2, "drop")):
        forming.change(tx, actor=actor, now=NOW, form_id=form_id, revision=revision, at=at, do=do)
        revision += 1
    for language in Language:
        write_options(tx, form_id, 0, language)
    return form_id


def write_options(tx: Transaction, form_id: int, at: int, language: Language) -> None:
    """Write three options in one language."""
    forming.ask_text(
        tx,
        actor=owner(tx),
        now=NOW,
        form_id=form_id,
        at=at,
        part="option",
        language=language.value,
        is_alone=True,
    )
    forming.write(tx, actor=owner(tx), now=NOW, text="S\nM\nL")


def publish(tx: Transaction, form_id: int, *, asks: bool = False) -> publishing.Readiness:
    page = forming.read_draft(tx, actor=owner(tx), now=NOW, form_id=form_id)
    assert page.draft is not None
    return publishing.publish(tx, actor=owner(tx), now=NOW, form_id=form_id, revision=page.draft.revision, asks=asks)


def seen(tx: Transaction) -> dict[int, tuple[str, Mapping[str, Any], Mapping[str, Any]]]:
    """Return what the organizer's card, the registration on paper and the table say of every registration."""
    actor, t = owner(tx), Translator(Language.RU, strict=True)
    table: dict[int, Mapping[str, Any]] = {}
    after = 0
    while True:
        part = exporting.read_part(tx, actor=actor, now=NOW, event_id=1, after=after)
        table |= {line.registration.id: line.answers for line in part.lines}
        if part.is_last:
            break
        after = part.lines[-1].registration.id
    found: dict[int, tuple[str, Mapping[str, Any], Mapping[str, Any]]] = {}
    for number in table:
        page = reviewing.read_page(tx, actor=actor, now=NOW, registration_id=number)
        paper = dossiers.read(tx, actor=meet(tx, number), now=NOW, registration_id=number)
        card = decision_cards.registration(t, page).text
        found[number] = (card, dict(paper.filled.answers), table[number])
    return found


def answers(tx: Transaction) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in tx.connection.execute("SELECT draft_id, question, answered_at FROM answers")]


async def test_five_hundred_registrations_stay_as_they_were_sent_and_only_what_is_new_is_asked(
    database: Database,
) -> None:
    await database.write(fill)
    before, rows = await database.write(lambda tx: (seen(tx), answers(tx)))
    assert len(before) == PEOPLE
    ready = await database.write(lambda tx: publish(tx, change_form(tx)))
    assert (ready.difference.added, ready.difference.removed, ready.difference.changed) == (1, 1, 1)
    assert ready.difference.is_reordered
    assert ready.under_way == UNDER_WAY
    after, later = await database.write(lambda tx: (seen(tx), answers(tx)))
    assert after == before
    assert set(later) == set(rows)
    for number in range(PEOPLE + 1, PEOPLE + 1 + UNDER_WAY):
        asked, page = await database.write(lambda tx, number=number: go_on(tx, number))  # type: ignore[misc]
        already = {"full_name", "shirt", "iin"} & set(dict(page.draft.answers)) - set(asked)
        assert asked == [one for one in ("shirt", "full_name", "iin", "q1") if one not in already]
        assert "q1" in asked


def go_on(tx: Transaction, number: int) -> tuple[list[str], drafting.Page]:
    """Answer everything that a draft under way still asks; return the codes and where it stands then."""
    actor = meet(tx, number)
    page = drafting.begin(tx, actor=actor, now=NOW, event_id=1)
    asked: list[str] = []
    while page.question is not None:
        asked.append(page.question.code)
        given = PressGiven("o1") if page.question.code == "shirt" else TextGiven("Ivanova Anna")
        page = drafting.answer(tx, actor=actor, now=NOW, draft_id=page.draft.id, revision=None, given=given)
        assert page.problem is None
    return asked, page


async def test_without_versions_old_registrations_would_not_be_readable(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await database.write(lambda tx: submit(tx, meet(tx, 1), enter(tx, 1)))
    before = await database.write(seen)
    await database.write(lambda tx: publish(tx, change_form(tx)))
    await database.write(lambda tx: tx.connection.execute("UPDATE registrations SET form_version_id = 2"))
    assert await database.write(seen) != before


async def test_without_taking_drafts_along_the_new_question_would_not_be_asked(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await database.write(lambda tx: enter(tx, 1, most=2))
    monkeypatch.setattr(versioning, "_move", lambda *_: None)
    await database.write(lambda tx: publish(tx, change_form(tx)))
    asked, _ = await database.write(lambda tx: go_on(tx, 1))
    assert "q1" not in asked


async def test_those_who_are_registered_answer_only_what_is_new_and_both_versions_stay(database: Database) -> None:
    def begin(tx: Transaction) -> drafting.Page:
        draft_id = supplementing.begin(tx, actor=meet(tx, 1), now=NOW, registration_id=1)
        assert draft_id is not None
        return drafting.resume(tx, actor=meet(tx, 1), now=NOW, draft_id=draft_id)

    def finish(tx: Transaction, page: drafting.Page) -> Any:
        where = {"draft_id": page.draft.id, "revision": page.draft.revision}
        return supplementing.finish(tx, actor=meet(tx, 1), now=NOW, **where)

    await database.write(lambda tx: [submit(tx, meet(tx, number), enter(tx, number)) for number in (1, 2)])
    before = await database.write(lambda tx: seen(tx)[1])
    with pytest.raises(StaleError):
        await database.write(begin)
    await database.write(lambda tx: publish(tx, change_form(tx), asks=True))
    assert await database.write(lambda tx: supplementing.tick(tx, now=NOW)) == 2
    assert await database.write(lambda tx: supplementing.tick(tx, now=NOW)) == 0
    page = await database.write(begin)
    assert page.question is not None
    assert (page.question.code, page.draft.known) == ("q1", frozenset({"full_name", "shirt", "iin"}))
    with pytest.raises(StaleError):
        await database.write(
            lambda tx: drafting.edit(
                tx, actor=meet(tx, 1), now=NOW, draft_id=page.draft.id, revision=page.draft.revision, question="shirt"
            )
        )
    given = TextGiven("School 5")
    done = await database.write(
        lambda tx: drafting.answer(tx, actor=meet(tx, 1), now=NOW, draft_id=page.draft.id, revision=None, given=given)
    )
    assert done.question is None
    with pytest.raises(NotAvailableError):
        await database.write(lambda tx: supplementing.begin(tx, actor=meet(tx, 2), now=NOW, registration_id=1))
    renewed = await database.write(lambda tx: finish(tx, done))
    assert (renewed.form_version_id, renewed.draft_id, renewed.status) == (2, page.draft.id, "confirmed")
    card, paper, _ = await database.write(lambda tx: seen(tx)[1])
    assert "School 5" in card
    assert paper == {"shirt": "m", "full_name": "Person Numberb", "iin": "said 1", "q1": "School 5"}
    old = await database.read(lambda tx: dossiers._filled(tx, 1, NOW, form_version_id=1))
    assert dict(old.answers) == before[1]
    view = await database.read(lambda tx: registering.read_card(tx, actor=meet_read(tx, 1), now=NOW, registration_id=1))
    assert not view.has_new_questions


def meet_read(tx: Transaction, telegram_id: int) -> Actor:
    from storage import accounts

    found = accounts.find_actor(tx, telegram_id, offered=Language.EN, now=NOW)
    assert found is not None
    return found


async def test_an_answer_that_fits_no_more_is_asked_again_and_kept_aside(database: Database) -> None:
    def drop_option(tx: Transaction) -> None:
        form_id = forming.begin(tx, actor=owner(tx), now=NOW, event_id=1).draft.id  # type: ignore[union-attr]
        for language in Language:
            write_options(tx, form_id, 1, language)
        forming.change(tx, actor=owner(tx), now=NOW, form_id=form_id, revision=3, at=1, do="unopt", value="0")
        publish(tx, form_id)

    await database.write(lambda tx: enter(tx, 2))
    await database.write(drop_option)
    asked, page = await database.write(lambda tx: go_on(tx, 2))
    assert asked == ["shirt"]
    assert page.draft.answers["shirt@1"] == "s"


async def test_publishing_is_refused_while_a_language_is_missing_or_something_newer_is_there(
    database: Database,
) -> None:
    def add(tx: Transaction) -> int:
        draft = forming.begin(tx, actor=owner(tx), now=NOW, event_id=1).draft
        assert draft is not None
        forming.add_question(tx, actor=owner(tx), now=NOW, form_id=draft.id, revision=0, kind="text")
        forming.write(tx, actor=owner(tx), now=NOW, text="Мектеп?")
        return draft.id

    form_id = await database.write(add)
    ready = await database.read(lambda tx: publishing.read(tx, actor=meet_read(tx, OWNER), now=NOW, form_id=form_id))
    assert [(gap.question, gap.part, gap.language.value) for gap in ready.gaps] == [
        ("q1", "title", "ru"),
        ("q1", "title", "en"),
    ]
    with pytest.raises(FormIncompleteError):
        await database.write(lambda tx: publish(tx, form_id))
    await database.write(lambda tx: versioning.publish_version(tx, 1, filled(ready.draft.content), now=NOW))
    with pytest.raises(FormOvertakenError):
        await database.write(lambda tx: publish(tx, form_id))
