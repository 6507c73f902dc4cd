"""Health answers are read by medics of the programme only, one at a time and on record."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.actions import medical, reviewing, staffing
from bot.domain.access import Actor, Role
from bot.domain.care import hidden_codes
from bot.domain.errors import NotAvailableError
from bot.domain.form import Condition, Form, Question, Section, Sensitivity
from bot.domain.language import Localized
from storage import accounts, audit
from storage.database import Database, Transaction
from tests.seed import NOW, meet, open_database, said
from tests.storage.clinic import HEALTH, IIN, attend, clinic

OWNER, ORGANIZER, STUDENT, STRANGER = 50, 51, 1, 60


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path, clinic()) as opened:
        await opened.write(lambda tx: attend(tx, STUDENT))
        yield opened


def owner(tx: Transaction) -> Actor:
    return meet(tx, OWNER, is_owner=True)


def organizer(tx: Transaction) -> Actor:
    account_id = meet(tx, ORGANIZER).account_id
    accounts.add_grant(
        tx, account_id=account_id, role=Role.ORGANIZER, programme_id=1, granted_by=owner(tx).account_id, now=NOW
    )
    return meet(tx, ORGANIZER)


def read(tx: Transaction, actor: Actor) -> medical.HealthPage:
    return medical.read_health(tx, actor=actor, now=NOW, registration_id=1)


def grant_of_organizer(tx: Transaction) -> int:
    organizer(tx)
    ((grant_id, *_),) = [tuple(row) for row in accounts.list_team(tx, 1, now=NOW)]
    return int(grant_id)


@pytest.mark.parametrize("who", ["owner", "organizer", "student", "stranger"])
async def test_whoever_is_no_medic_reads_nothing_and_leaves_no_record(database: Database, who: str) -> None:
    people: dict[str, Any] = {
        "owner": owner,
        "organizer": organizer,
        "student": lambda tx: meet(tx, STUDENT),
        "stranger": lambda tx: meet(tx, STRANGER),
    }
    with pytest.raises(NotAvailableError):
        await database.write(lambda tx: read(tx, people[who](tx)))
    trail = await database.read(lambda tx: audit.list_(tx, "registration", 1))
    assert [row["action"] for row in trail] == ["registration.submit"]


async def test_a_named_medic_reads_health_answers_on_record_until_let_go(database: Database) -> None:
    grant_id = await database.write(grant_of_organizer)
    await database.write(lambda tx: medical.switch(tx, actor=owner(tx), now=NOW, grant_id=grant_id))
    page = await database.write(lambda tx: read(tx, organizer(tx)))
    assert [(one.code, page.answers[one.code]) for one in page.questions] == [("health", HEALTH)]
    trail = await database.read(lambda tx: audit.list_(tx, "registration", 1))
    assert [row["action"] for row in trail] == ["registration.submit", "health.read"]
    await database.write(lambda tx: staffing.dismiss(tx, actor=owner(tx), now=NOW, grant_id=grant_id))
    with pytest.raises(NotAvailableError):
        await database.write(lambda tx: read(tx, organizer(tx)))


async def test_only_an_owner_names_medics(database: Database) -> None:
    grant_id = await database.write(grant_of_organizer)
    with pytest.raises(NotAvailableError):
        await database.write(lambda tx: medical.switch(tx, actor=organizer(tx), now=NOW, grant_id=grant_id))
    with pytest.raises(NotAvailableError):
        await database.write(lambda tx: medical.switch_own(tx, actor=organizer(tx), now=NOW, programme_id=1))


async def test_an_owner_names_oneself_and_stops(database: Database) -> None:
    await database.write(lambda tx: medical.switch_own(tx, actor=owner(tx), now=NOW, programme_id=1))
    assert (await database.write(lambda tx: read(tx, owner(tx)))).answers["health"] == HEALTH
    await database.write(lambda tx: medical.switch_own(tx, actor=owner(tx), now=NOW, programme_id=1))
    with pytest.raises(NotAvailableError):
        await database.write(lambda tx: read(tx, owner(tx)))


async def test_the_card_of_a_registration_never_holds_a_health_answer(database: Database) -> None:
    await database.write(lambda tx: medical.switch_own(tx, actor=owner(tx), now=NOW, programme_id=1))
    page = await database.write(lambda tx: reviewing.read_page(tx, actor=owner(tx), now=NOW, registration_id=1))
    assert HEALTH not in str(page.answers)
    assert page.answers["iin"] == IIN
    assert (page.hidden, page.reads_health) == (frozenset({"health"}), True)
    assert "health" in {question.code for question in page.questions}


def test_what_a_health_answer_leads_to_is_hidden_with_it_and_always_listed() -> None:
    plain = Question.of({"code": "a", "kind": "yes_no", "title": said("A?")})
    sick = replace(plain, code="sick", sensitivity=Sensitivity.HEALTH)
    which = replace(plain, code="which", condition=Condition(question="sick", values=frozenset({"yes"})))
    who = replace(plain, code="who", condition=Condition(question="which", values=frozenset({"yes"})))
    free = replace(plain, code="free", condition=Condition(question="a", values=frozenset({"yes"})))
    title = Localized.of(said("All"))
    form = Form(sections=(Section(code="all", title=title, questions=(plain, sick, which, who, free)),))
    assert hidden_codes(form) == {"sick", "which", "who"}
