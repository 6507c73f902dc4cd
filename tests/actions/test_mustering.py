"""Squads: only confirmed children are in them, whoever loses the seat leaves by itself, no stranger reaches them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.actions import mustering, registering, spreading
from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.squad import Schools
from bot.domain.squad_errors import SquadFullError, SquadNotEmptyError, SquadTextError
from storage import accounts, squads
from storage.database import Database, Transaction
from tests.actions.land import join, land
from tests.seed import NOW, meet, open_database


def owner(tx: Transaction) -> Actor:
    return meet(tx, 99, is_owner=True)


async def do(database: Database, action: Any, **arguments: Any) -> Any:
    return await database.write(lambda tx: action(tx, actor=owner(tx), now=NOW, **arguments))


async def camp_of(database: Database, schools: str) -> list[Any]:
    return [
        await database.write(lambda tx, n=n, school=school: join(tx, n, school))  # type: ignore[misc]
        for n, school in enumerate(schools.split(), start=1)
    ]


async def test_children_are_spread_as_previewed_and_a_cancelled_one_leaves_by_itself(tmp_path: Path) -> None:
    async with open_database(tmp_path, land()) as database:
        claims = await camp_of(database, "one one one one two two")
        made, at = await do(database, mustering.make, event_id=1, stream_id=1, count=2)
        assert [(one.number, one.places) for one in made.squads] == [(1, 10), (2, 10)]
        shown = await do(database, spreading.preview, event_id=1, schools=Schools.TOGETHER)
        assert (shown.placed, shown.left) == (6, 0)
        with pytest.raises(StaleError):
            await do(database, spreading.distribute, event_id=1, schools=Schools.TOGETHER, placed=5)
        done = await do(database, spreading.distribute, event_id=1, schools=Schools.TOGETHER, placed=6)
        room = await do(database, mustering.read_room, event_id=1)
        assert sorted(one.members for one in room.squads) == [2, 4]
        assert [one.members + done.added[one.id] for one in done.squads] == [one.members for one in room.squads]
        with pytest.raises(StaleError):
            await do(database, mustering.undo_make, event_id=1, at=at)
        first = {"registration_id": claims[0].id, "revision": claims[0].revision}
        await database.write(lambda tx: registering.cancel(tx, actor=meet(tx, 1), now=NOW, **first))
        room = await do(database, mustering.read_room, event_id=1)
        assert (sum(one.members for one in room.squads), sum(room.waiting.values())) == (5, 0)
        rows = await database.read(lambda tx: tx.connection.execute("SELECT * FROM squad_members").fetchall())
        assert len(rows) == 5
        room = await do(database, mustering.move, registration_id=claims[1].id, squad_id=2)
        undone = await do(database, spreading.undo_distribute, event_id=1, at=done.at)
        assert sum(undone.waiting.values()) + sum(one.members for one in undone.squads) == 5


async def test_who_is_confirmed_no_more_is_in_no_squad_even_if_a_row_were_left(tmp_path: Path) -> None:
    async with open_database(tmp_path, land()) as database:
        (claim,) = await camp_of(database, "one")
        await do(database, mustering.make, event_id=1, stream_id=1, count=1)
        await do(database, mustering.move, registration_id=claim.id, squad_id=1)
        assert await database.read(lambda tx: len(squads.list_roll(tx, 1))) == 1
        await database.write(
            lambda tx: tx.connection.execute("UPDATE registrations SET status = 'pending' WHERE id = 1")
        )
        assert await database.read(lambda tx: squads.list_roll(tx, 1)) == ()
        assert await database.read(lambda tx: squads.find_of(tx, claim.id)) is None
        with pytest.raises(StaleError):
            await do(database, mustering.move, registration_id=claim.id, squad_id=1)


async def test_a_squad_takes_no_more_than_its_places_and_ends_only_when_it_is_empty(tmp_path: Path) -> None:
    async with open_database(tmp_path, land()) as database:
        one, two = await camp_of(database, "one two")
        await do(database, mustering.make, event_id=1, stream_id=1, count=2)
        await do(database, mustering.ask_text, squad_id=1, part="places")
        page = await do(database, mustering.write_text, text="1")
        assert page.squad.places == 1
        await do(database, mustering.move, registration_id=one.id, squad_id=1)
        with pytest.raises(SquadFullError):
            await do(database, mustering.move, registration_id=two.id, squad_id=1)
        with pytest.raises(SquadNotEmptyError):
            await do(database, mustering.end, squad_id=1)
        for typed in ("0", "201", "x", ""):
            await do(database, mustering.ask_text, squad_id=1, part="places")
            with pytest.raises(SquadTextError):
                await do(database, mustering.write_text, text=typed)
        assert await do(database, mustering.end, squad_id=2) == 1
        assert len((await do(database, mustering.read_room, event_id=1)).squads) == 1
        made, _ = await do(database, mustering.make, event_id=1, stream_id=1, count=1)
        assert [squad.number for squad in made.squads] == [1, 2]


async def test_only_who_runs_the_whole_event_reaches_its_squads(tmp_path: Path) -> None:
    async with open_database(tmp_path, land()) as database:
        (claim,) = await camp_of(database, "one")
        await do(database, mustering.make, event_id=1, stream_id=1, count=1)

        def branch(tx: Transaction) -> None:
            actor = meet(tx, 50)
            given: dict[str, Any] = {"programme_id": 1, "granted_by": None, "now": NOW}
            role = next(one for one in type(owner(tx).grants[0].role) if one.value == "organizer")
            accounts.add_grant(tx, account_id=actor.account_id, role=role, unit_id=1, **given)

        await database.write(branch)
        for who in (50, claim.account_id):
            for action, about in (
                (mustering.read_room, {"event_id": 1}),
                (mustering.read_squad, {"squad_id": 1}),
                (mustering.move, {"registration_id": claim.id, "squad_id": 1}),
                (spreading.distribute, {"event_id": 1, "schools": Schools.MIXED, "placed": 1}),
            ):
                with pytest.raises(NotAvailableError):
                    await database.write(
                        lambda tx, who=who, action=action, about=about: action(  # type: ignore[misc]
                            tx, actor=meet(tx, who), now=NOW, **about
                        )
                    )
