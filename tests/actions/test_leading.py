"""Leaders of squads: one link, one person, one squad, and nothing of anybody else."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import guarding, inviting, leading, mustering, organizing, writing
from bot.actions.countersigning import confirm
from bot.actions.inviting import accept_staff_link
from bot.domain.access import Actor, Role
from bot.domain.errors import LinkUnusableError, NotAvailableError
from bot.domain.guardian import Limit
from storage.database import Transaction
from tests.actions.camp import query
from tests.actions.test_posting import ASKED, HOUR, LEADER, OWNER, SECOND, STRANGER, Camp, camp
from tests.seed import meet


async def invite(own: Camp, token: str, squad_id: int = 2) -> leading.Invitation:
    made: leading.Invitation = await own.as_(OWNER, leading.invite, squad_id=squad_id, token_hash=token)
    return made


async def test_a_link_makes_one_person_the_leader_of_one_squad_until_the_event_is_over(tmp_path: Path) -> None:
    async with camp(tmp_path) as own:
        await invite(own, "one")
        assert await own.as_(STRANGER, accept_staff_link, token_hash="one") is Role.LEADER
        with pytest.raises(LinkUnusableError):
            await own.as_(SECOND, accept_staff_link, token_hash="one")
        page, letters = await own.as_(STRANGER, leading.read_own, squad_id=2)
        assert (page.lines, letters) == ((), ())
        for action, about in (
            (leading.read_own, {"squad_id": 1}),
            (leading.take_calls, {"squad_id": 1}),
            (writing.begin_message, {"squad_id": 1}),
            (mustering.read_squad, {"squad_id": 2}),
            (organizing.read_desk, {"event_id": 1}),
            (leading.invite, {"squad_id": 2, "token_hash": "x"}),
        ):
            with pytest.raises(NotAvailableError):
                await own.as_(STRANGER, action, **about)
        (grant,) = await query(own.database, "SELECT * FROM grants WHERE role = 'leader' AND squad_id = 2")
        whom: dict[str, Any] = {"squad_id": 2, "grant_id": grant["id"]}
        assert (await own.as_(OWNER, leading.dismiss, **whom)).leaders == ()
        with pytest.raises(NotAvailableError):
            await own.as_(STRANGER, leading.read_own, squad_id=2)


async def test_without_the_check_the_other_squad_is_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Actor, "must_lead", lambda self, squad_id: None)
    async with camp(tmp_path) as own:
        page, _ = await own.as_(STRANGER, leading.read_own, squad_id=1)
        assert len(page.lines) == 3


async def test_a_childs_account_a_late_one_and_one_for_an_ended_squad_lead_nowhere(tmp_path: Path) -> None:
    async with camp(tmp_path) as own:
        await own.database.write(
            lambda tx: tx.connection.execute("UPDATE participants SET born_on = '2014-05-01' WHERE account_id = 1")
        )
        await invite(own, "child")
        with pytest.raises(LinkUnusableError):
            await own.as_(1, accept_staff_link, token_hash="child")
        await invite(own, "ended")
        await own.as_(OWNER, mustering.end, squad_id=2)
        with pytest.raises(LinkUnusableError):
            await own.as_(STRANGER, accept_staff_link, token_hash="ended")
        await invite(own, "late", squad_id=1)
        own.now += leading.LINK_LIFE + timedelta(seconds=1)
        with pytest.raises(LinkUnusableError):
            await own.as_(STRANGER, accept_staff_link, token_hash="late")
        assert Role.LEADER not in inviting.INVITED


async def test_the_phones_are_those_of_guardians_who_may_know_and_taking_them_is_recorded(tmp_path: Path) -> None:
    async with camp(tmp_path) as own:
        about = {"registration_id": 1, "link_id": 1, "what": Limit.MAY_NOT_KNOW, "reason": "court"}
        await own.as_(OWNER, guarding.limit, **about)
        found = await own.as_(LEADER, leading.take_calls, squad_id=1)
        assert [(one.child, one.guardian) for one in found.calls] == [
            ("Person Numberb", None),
            ("Person Numberc", "Person 52"),
            ("Person Numberd", "Person 53"),
        ]
        rows = await query(own.database, "SELECT account_id FROM audit WHERE action = 'squad.calls'")
        leader = await own.database.write(lambda tx: meet(tx, LEADER).account_id)
        assert [row["account_id"] for row in rows] == [leader]


async def test_a_letter_on_its_way_does_not_reach_a_guardian_who_may_not_know_any_more(tmp_path: Path) -> None:
    async with camp(tmp_path) as own:
        await own.tick(ASKED)
        await own.write_letter()
        for who, action in ((LEADER, writing.submit), (SECOND, confirm)):
            await own.press(who, action)
        await own.tick(HOUR)
        about = {"registration_id": 1, "link_id": 1, "what": Limit.MAY_NOT_KNOW, "reason": "court"}
        await own.as_(OWNER, guarding.limit, **about)
        rows = await query(own.database, "SELECT account_id, state FROM outbox WHERE template = 'letter'")
        mother = await own.database.write(mother_of_first)
        assert {row["account_id"] for row in rows if row["state"] == "stopped"} == {mother}


def mother_of_first(tx: Transaction) -> int:
    return meet(tx, 51).account_id
