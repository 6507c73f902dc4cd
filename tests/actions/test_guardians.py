"""Who the guardians of a child are and what they may do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import browsing, consenting, dossiers, offering, registering
from bot.actions.telling import family_of
from bot.domain.access import Actor
from bot.domain.errors import LinkUnusableError, NotAvailableError
from bot.domain.guardian import Limit, Relation
from bot.domain.registration import Registration
from storage import links, participants
from storage.database import Database, Transaction
from tests.actions.camp import bring_guardian, query
from tests.seed import NOW, meet, open_database, programme, register

MOTHER, FATHER = 50, 51


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """A database with one event for minors."""
    async with open_database(tmp_path, programme(audience="minors")) as opened:
        yield opened


@pytest.fixture
async def child(database: Database) -> Registration:
    """A registration of a minor who has a mother and a father; the father may not know."""
    registration = await database.write(lambda tx: register(tx, 1))
    await database.write(lambda tx: bring_guardian(tx, registration, MOTHER, agrees=False))
    await database.write(lambda tx: bring_guardian(tx, registration, FATHER, agrees=False))
    await database.write(lambda tx: limit(tx, registration, FATHER, Limit.MAY_NOT_KNOW))
    return registration


def limit(tx: Transaction, registration: Registration, telegram_id: int, what: Limit) -> None:
    """Limit a guardian."""
    account_id = meet(tx, telegram_id).account_id
    (guardian,) = (
        one for one in participants.list_guardians(tx, registration.participant_id) if one.account_id == account_id
    )
    participants.limit_guardian(tx, guardian.link_id, what, by=account_id, reason="court", now=NOW)


async def test_the_first_guardian_is_the_primary_one(database: Database, child: Registration) -> None:
    found = await database.read(lambda tx: participants.list_guardians(tx, child.participant_id))
    assert [(one.is_primary, one.may_decide, one.may_know) for one in found] == [
        (True, True, True),
        (False, False, False),
    ]
    assert found[1].limit_reason == "court"
    deciding = await database.read(lambda tx: participants.list_deciding(tx, child.participant_id))
    assert [one.link_id for one in deciding] == [found[0].link_id]


async def test_a_guardian_who_may_not_know_is_a_stranger_everywhere(database: Database, child: Registration) -> None:
    def refused(tx: Transaction) -> None:
        father = meet(tx, FATHER)
        at: dict[str, Any] = {"actor": father, "now": NOW}
        for view in (registering.read_card, dossiers.read, consenting.read_page):
            with pytest.raises(NotAvailableError):
                view(tx, **at, registration_id=child.id)
        with pytest.raises(NotAvailableError):
            consenting.give(tx, **at, registration_id=child.id, revision=child.revision)
        with pytest.raises(NotAvailableError):
            offering.accept(tx, **at, registration_id=child.id, revision=child.revision)
        assert browsing.list_children(tx, **at) == ()
        assert father.account_id not in family_of(tx, child)
        assert meet(tx, MOTHER).account_id in family_of(tx, child)

    await database.write(refused)


async def test_an_announcement_does_not_reach_a_guardian_who_may_not_know(
    database: Database, child: Registration
) -> None:
    rows = await query(database, "SELECT role, account_id FROM family")
    mother = await database.write(lambda tx: meet(tx, MOTHER).account_id)
    assert [row["account_id"] for row in rows if row["role"] == "guardian"] == [mother]
    assert child.account_id in [row["account_id"] for row in rows]


async def test_a_limited_guardian_cannot_come_back_by_another_link(database: Database, child: Registration) -> None:
    def comes_back(tx: Transaction) -> None:
        father = meet(tx, FATHER)
        (link,) = (
            one for one in participants.list_guardians(tx, child.participant_id) if one.account_id == father.account_id
        )
        participants.end_guardian(tx, link, NOW)
        links.add_guardian_link(
            tx,
            token_hash="again",
            registration_id=child.id,
            created_by=child.account_id,
            now=NOW,
            expires_at=NOW + timedelta(days=1),
        )
        with pytest.raises(LinkUnusableError):
            consenting.open_link(tx, actor=father, now=NOW, token_hash="again")
        found = links.find(tx, "again")
        assert found is not None
        assert found.used_by is None

    await database.write(comes_back)


async def test_whoever_may_know_but_not_decide_reads_and_does_not_agree(
    database: Database, child: Registration
) -> None:
    def reads(tx: Transaction) -> None:
        limit(tx, child, FATHER, Limit.MAY_NOT_DECIDE)
        father: Actor = meet(tx, FATHER)
        assert registering.read_card(tx, actor=father, now=NOW, registration_id=child.id).registration.id == child.id
        with pytest.raises(NotAvailableError):
            consenting.give(tx, actor=father, now=NOW, registration_id=child.id, revision=child.revision)

    await database.write(reads)


async def test_a_relation_is_none_until_somebody_says_it(database: Database, child: Registration) -> None:
    def relate(tx: Transaction) -> None:
        first = participants.list_guardians(tx, child.participant_id)[0]
        assert first.relation is None
        participants.relate(tx, first.link_id, Relation.MOTHER)
        assert participants.list_guardians(tx, child.participant_id)[0].relation is Relation.MOTHER

    await database.write(relate)
