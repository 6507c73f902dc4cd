"""What a limited role reaches: its event, branch, rights and time, and nothing beside them, wherever one looks.

Everything an organizer reads or does stands in tables below, and every role is let loose on all of it.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import (
    announcing,
    broadcasting,
    composing,
    deciding,
    exporting,
    finding,
    medical,
    organizing,
    reviewing,
    ticketing,
)
from bot.domain.access import Actor, Role, Scope
from bot.domain.errors import NotAvailableError
from bot.domain.language import Language
from bot.domain.registration import Status
from storage import accounts, consents, events, registrations, tickets
from storage.database import Database, Transaction
from tests.seed import NOW, fill_in, meet, open_database, programme, submit

NORTH, SOUTH, SECOND = 1, 2, 3
"""Registrations: of the first event in either region, and of the second event."""
MISSING = 9999
NAMES = {NORTH: "Northern", SOUTH: "Southern", SECOND: "Second"}


def content() -> dict[str, Any]:
    """Return a programme with two events, for both of which one names a region."""
    made = programme(mode="review", quotas={"north": 5, "south": 5})
    second = deepcopy(made["events"][0])
    made["events"].append(second | {"code": "small-2028", "season": "2028"})
    return made


def populate(tx: Transaction) -> None:
    """Let three students register, whose family has asked for a call, and issue their tickets."""
    for number, (event_id, region) in {NORTH: (1, "north"), SOUTH: (1, "south"), SECOND: (2, "north")}.items():
        actor = meet(tx, number)
        unit = events.get_units(tx, 1).find(region)
        assert unit is not None
        made = submit(tx, actor, fill_in(tx, actor, event_id, answers=[f"u{unit.id}"]))
        assert made.id == number
        tx.connection.execute(
            "UPDATE participants SET full_name = ?, search_name = ? WHERE id = ?",
            (f"{NAMES[number]} Student", f"{NAMES[number].lower()} student", made.participant_id),
        )
        consents.add_call_request(tx, number, actor.account_id, NOW)
        tickets.add(tx, registration_id=number, code=f"CODE{number}", token_hash=f"secret-{number}", now=NOW)


def hire(tx: Transaction, telegram_id: int, role: Role = Role.ORGANIZER, **part: Any) -> Actor:
    """Give somebody a role in the programme, or in a part of it, and return who that is then."""
    known = meet(tx, telegram_id)
    given = {"programme_id": 1, "granted_by": None, "now": NOW} | part
    accounts.add_grant(tx, account_id=known.account_id, role=role, **given)
    return again(tx, telegram_id, NOW)


def again(tx: Transaction, telegram_id: int, now: datetime) -> Actor:
    """Return who somebody is at an instant."""
    actor = accounts.find_actor(tx, telegram_id, offered=Language.EN, now=now)
    assert actor is not None
    return actor


def unit_of(tx: Transaction, code: str) -> int:
    """Return the id of a region."""
    unit = events.get_units(tx, 1).find(code)
    assert unit is not None
    return unit.id


Look = Callable[[Transaction, Actor], Any]


def announced(tx: Transaction, actor: Actor) -> Any:
    """Return the preview of a new announcement to everybody one reaches in the first event."""
    draft = composing.begin(tx, actor=actor, now=NOW, programme_id=1)
    for part, choice in (("event", "1"), ("status", "+pending")):
        draft = composing.choose(tx, actor=actor, now=NOW, broadcast_id=draft.broadcast.id, part=part, choice=choice)
    tx.connection.execute('UPDATE broadcasts SET texts = \'{"en": "Hello"}\' WHERE id = ?', (draft.broadcast.id,))
    return broadcasting.read_preview(tx, actor=actor, now=NOW, broadcast_id=draft.broadcast.id)


def names_in(found: object) -> set[str]:
    """Return which of the three students are named in anything that was returned."""
    text = repr(found)
    return {name for name in NAMES.values() if name in text}


SEEING: dict[str, Look] = {
    "list": lambda tx, who: organizing.read_list(tx, actor=who, now=NOW, event_id=1, status=Status.PENDING, page=0),
    "search": lambda tx, who: finding.find(tx, actor=who, now=NOW, event_id=1, text="student"),
}
DECIDING: dict[str, Look] = {
    "calls": lambda tx, who: organizing.read_calls(tx, actor=who, now=NOW, event_id=1),
    "export": lambda tx, who: exporting.read_part(tx, actor=who, now=NOW, event_id=1, after=0),
    "announcement": announced,
}


def deeds(registration_id: int, call_id: int) -> dict[str, Look]:
    """Return everything that is done to one registration."""
    claim = {"registration_id": registration_id, "revision": 0}
    return {
        "confirm": lambda tx, who: deciding.confirm(tx, actor=who, now=NOW, **claim),
        "return": lambda tx, who: deciding.return_for_correction(tx, actor=who, now=NOW, **claim, reason="x"),
        "decline": lambda tx, who: deciding.decline(tx, actor=who, now=NOW, **claim, reason="x"),
        "undo": lambda tx, who: deciding.undo(tx, actor=who, now=NOW, **claim),
        "call": lambda tx, who: deciding.close_call_request(tx, actor=who, now=NOW, call_request_id=call_id),
        "health": lambda tx, who: medical.read_health(tx, actor=who, now=NOW, registration_id=registration_id),
    }


def looks(registration_id: int) -> dict[str, Look]:
    """Return everything one registration is looked at by."""
    return {
        "card": lambda tx, who: reviewing.read_page(tx, actor=who, now=NOW, registration_id=registration_id),
        "ticket": lambda tx, who: ticketing.check(tx, actor=who, now=NOW, token_hash=f"secret-{registration_id}"),
    }


class UndoneError(Exception):
    """Ends a transaction so that nothing of it stays."""


async def let(database: Database, who: Actor, look: Look) -> str:
    """Tell how an attempt ends: «refused», or what was returned; nothing of it stays."""
    seen: list[str] = []

    def attempt(tx: Transaction) -> None:
        try:
            seen.append(repr(look(tx, who)))
        except NotAvailableError:
            seen.append("refused")
        except Exception as error:  # noqa: BLE001 - any other refusal says that the thing is there
            seen.append(type(error).__name__)
        raise UndoneError

    with pytest.raises(UndoneError):
        await database.write(attempt)
    return seen[0]


async def test_an_organizer_of_a_branch_sees_and_touches_nothing_of_another(tmp_path: Path) -> None:
    async with open_database(tmp_path, content()) as database:
        await database.write(populate)
        who = await database.write(lambda tx: hire(tx, 50, unit_id=unit_of(tx, "north")))
        for name, look in (SEEING | DECIDING).items():
            assert names_in(await let(database, who, look)) <= {"Northern"}, name
        for name in (*SEEING, "calls", "export"):
            assert "Northern" in await let(database, who, (SEEING | DECIDING)[name]), name
        for registration_id, is_own in ((NORTH, True), (SOUTH, False), (MISSING, False)):
            for name, deed in (deeds(registration_id, registration_id) | looks(registration_id)).items():
                refused = await let(database, who, deed) == "refused"
                assert refused != (is_own and name != "health"), (name, registration_id)


async def test_without_the_scope_the_same_organizer_reaches_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_database(tmp_path, content()) as database:
        await database.write(populate)
        who = await database.write(lambda tx: hire(tx, 50, unit_id=unit_of(tx, "north")))
        monkeypatch.setattr(Actor, "must_reach", lambda self, right, programme_id, event_id=None: None)
        for name in (*SEEING, "calls", "export"):
            assert names_in(await let(database, who, (SEEING | DECIDING)[name])) == {"Northern", "Southern"}, name
        for name, deed in (deeds(SOUTH, SOUTH) | looks(SOUTH)).items():
            assert (await let(database, who, deed) == "refused") == (name == "health"), name


async def test_counts_places_and_bulk_work_are_those_of_the_branch(tmp_path: Path) -> None:
    async with open_database(tmp_path, content()) as database:
        await database.write(populate)
        who = await database.write(lambda tx: hire(tx, 50, unit_id=unit_of(tx, "north")))
        desk = await database.read(lambda tx: organizing.read_desk(tx, actor=who, now=NOW, event_id=1))
        assert (desk.count(Status.PENDING), desk.calls) == (1, 1)
        assert [quota.title.en for quota in desk.quotas] == ["north"]
        assert [title.en for title in desk.branches] == ["north"]
        until = 2**53
        batch = await database.write(lambda tx: deciding.confirm_all(tx, actor=who, now=NOW, event_id=1, until=until))
        assert batch.number == 1
        south = await database.read(lambda tx: registrations.get(tx, SOUTH))
        assert south.status is Status.PENDING
        boss = await database.write(lambda tx: meet(tx, 99, is_owner=True))
        later = NOW + timedelta(seconds=5)
        both = await database.write(lambda tx: deciding.confirm_all(tx, actor=boss, now=later, event_id=1, until=until))
        undone = await database.write(
            lambda tx: deciding.undo_all(tx, actor=who, now=later, event_id=1, confirmed_at=both.at)
        )
        assert undone.number == 0


async def test_an_announcement_of_a_branch_reaches_the_branch_and_is_hidden_from_the_others(tmp_path: Path) -> None:
    async with open_database(tmp_path, content()) as database:
        await database.write(populate)
        north = await database.write(lambda tx: hire(tx, 50, unit_id=unit_of(tx, "north")))
        south = await database.write(lambda tx: hire(tx, 51, unit_id=unit_of(tx, "south")))
        preview = await database.write(lambda tx: announced(tx, north))
        assert (preview.total, [title.en for title in preview.branches]) == (1, ["north"])
        number = preview.broadcast.id
        for look in (
            lambda tx, who: broadcasting.read_progress(tx, actor=who, now=NOW, broadcast_id=number),
            lambda tx, who: composing.open_draft(tx, actor=who, now=NOW, broadcast_id=number),
        ):
            assert await let(database, south, look) == "refused"
            assert await let(database, north, look) != "refused"
        listed = lambda tx, who: announcing.list_announcements(tx, actor=who, now=NOW, programme_id=1)  # noqa: E731
        assert "Hello" not in await let(database, south, listed)
        assert "Hello" in await let(database, north, listed)
        forged = lambda tx, who: composing.choose(  # noqa: E731
            tx, actor=who, now=NOW, broadcast_id=number, part="event", choice="all"
        )
        assert "event_id=1" in await let(database, north, forged)


async def test_an_organizer_of_one_event_knows_of_no_other(tmp_path: Path) -> None:
    async with open_database(tmp_path, content()) as database:
        await database.write(populate)
        who = await database.write(lambda tx: hire(tx, 50, event_id=2))
        desk = await database.read(lambda tx: organizing.read_programme(tx, actor=who, now=NOW, programme_id=1))
        assert [event.id for event, _ in desk.events] == [2]
        for name, look in (SEEING | DECIDING | looks(NORTH) | deeds(NORTH, NORTH)).items():
            assert await let(database, who, look) == "refused", name
        assert await let(database, who, looks(SECOND)["card"]) != "refused"
        assert await let(database, who, deeds(SECOND, SECOND)["confirm"]) != "refused"


@pytest.mark.parametrize(
    ("role", "allowed"), [(Role.VIEWER, {*SEEING, "card"}), (Role.CHECKER, {"ticket"}), (Role.COORDINATOR, set())]
)
async def test_who_may_only_look_or_check_does_nothing_else(tmp_path: Path, role: Role, allowed: set[str]) -> None:
    async with open_database(tmp_path, content()) as database:
        await database.write(populate)
        unit = {"unit_id": await database.read(lambda tx: unit_of(tx, "north"))} if role is Role.COORDINATOR else {}
        who = await database.write(lambda tx: hire(tx, 50, role, **unit))
        for name, look in (SEEING | DECIDING | looks(NORTH) | deeds(NORTH, NORTH)).items():
            assert (await let(database, who, look) != "refused") == (name in allowed), name


async def test_a_role_ends_at_its_time_for_notices_too(tmp_path: Path) -> None:
    async with open_database(tmp_path, content()) as database:
        await database.write(populate)
        ends = NOW + timedelta(days=3)
        who = await database.write(lambda tx: hire(tx, 50, expires_at=ends))
        event = await database.read(lambda tx: events.get(tx, 1))
        for now, is_over in ((ends - timedelta(seconds=1), False), (ends, True)):
            told = await database.read(lambda tx, now=now: accounts.list_organizers(tx, event, None, now=now))  # type: ignore[misc]
            then = await database.read(lambda tx, now=now: again(tx, 50, now))  # type: ignore[misc]
            assert (who.account_id not in told) == is_over
            assert (await let(database, then, SEEING["list"]) == "refused") == is_over


async def test_notices_about_a_family_go_to_the_organizers_of_its_branch_only(tmp_path: Path) -> None:
    async with open_database(tmp_path, content()) as database:
        north = await database.write(lambda tx: hire(tx, 50, unit_id=unit_of(tx, "north")))
        second = await database.write(lambda tx: hire(tx, 51, event_id=2))
        viewer = await database.write(lambda tx: hire(tx, 52, Role.VIEWER))
        event = await database.read(lambda tx: events.get(tx, 1))
        for code, expected in (("north", {north.account_id}), ("south", set())):
            unit_id = await database.read(lambda tx, code=code: unit_of(tx, code))  # type: ignore[misc]
            found = await database.read(
                lambda tx, unit_id=unit_id: accounts.list_organizers(tx, event, unit_id, now=NOW)  # type: ignore[misc]
            )
            assert set(found) & {north.account_id, second.account_id, viewer.account_id} == expected


def test_a_scope_without_a_unit_covers_no_registration_of_a_branch() -> None:
    assert not Scope(event_id=1, unit_ids=frozenset({4})).covers(None)
    assert Scope(event_id=1, unit_ids=None).covers(None)
