"""Saved audiences and people picked by hand stay inside what an organizer reaches, whoever chose them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.actions import addressing, composing, picking, reusing
from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError, StaleError
from storage import broadcasts
from storage.database import Transaction
from tests.actions.test_reaching import NORTH, SOUTH, again, content, hire, names_in, populate, unit_of
from tests.seed import NOW, meet, open_database

PEOPLE = {NORTH: "person-1", SOUTH: "person-2"}


def draft_of(tx: Transaction, who: Actor, **chosen: str) -> int:
    """Begin an announcement to those who wait for a decision, and choose more."""
    number = composing.begin(tx, actor=who, now=NOW, programme_id=1).broadcast.id
    for part, choice in {"event": "1", "status": "+pending", **chosen}.items():
        choose(tx, who, number, part, choice)
    tx.connection.execute('UPDATE broadcasts SET texts = \'{"en": "Hello"}\' WHERE id = ?', (number,))
    return number


def choose(tx: Transaction, who: Actor, number: int, part: str, choice: str) -> composing.Draft:
    return composing.choose(tx, actor=who, now=NOW, broadcast_id=number, part=part, choice=choice)


def save(tx: Transaction, who: Actor, number: int, called: str) -> int:
    reusing.ask_name(tx, actor=who, now=NOW, broadcast_id=number, saved_id=None)
    there = again(tx, who.telegram_id, NOW) if not who.is_owner else meet(tx, who.telegram_id, is_owner=True)
    shelf = reusing.name(tx, actor=there, now=NOW, typed=called)
    assert shelf is not None
    return next(one.id for one in shelf.shown if one.name == called)


def total(draft: composing.Draft) -> int:
    return sum(one.number for one in draft.counts)


def shelf_of(tx: Transaction, who: Actor, number: int) -> list[str]:
    found = reusing.list_saved(tx, actor=who, now=NOW, broadcast_id=number, page=0)
    return [one.name for one in found.shown]


def deeds(number: int, saved_id: int) -> list[Callable[[Transaction, Actor], Any]]:
    """Return everything that is done with a saved audience."""
    of: dict[str, Any] = {"now": NOW, "broadcast_id": number, "saved_id": saved_id}
    return [
        lambda tx, who: reusing.read_saved(tx, actor=who, **of),
        lambda tx, who: reusing.use(tx, actor=who, **of),
        lambda tx, who: reusing.ask_name(tx, actor=who, **of),
        lambda tx, who: reusing.drop(tx, actor=who, **of),
        lambda tx, who: reusing.restore(tx, actor=who, **of),
    ]


async def test_who_runs_a_branch_uses_only_audiences_of_the_branch(tmp_path: Path) -> None:
    def work(tx: Transaction) -> None:
        populate(tx)
        boss = meet(tx, 99, is_owner=True)
        north, south = (
            hire(tx, 50 + number, unit_id=unit_of(tx, code)) for number, code in enumerate(("north", "south"))
        )
        everybody = save(tx, boss, draft_of(tx, boss), "everybody")
        far = save(tx, boss, draft_of(tx, boss, only=f"unit-{unit_of(tx, 'south')}"), "far")
        picked = save(tx, boss, draft_of(tx, boss, only=PEOPLE[NORTH], without=PEOPLE[SOUTH]), "picked")
        near = save(tx, boss, draft_of(tx, boss, only=f"unit-{unit_of(tx, 'north')}"), "near")
        number = draft_of(tx, north)
        mine = save(tx, north, number, "mine")
        assert shelf_of(tx, north, number) == ["mine", "near"]
        assert shelf_of(tx, south, draft_of(tx, south)) == ["far"]
        assert shelf_of(tx, boss, draft_of(tx, boss)) == ["everybody", "far", "mine", "near", "picked"]
        for saved_id in (everybody, far, picked, 999):
            for deed in deeds(number, saved_id):
                with pytest.raises(NotAvailableError):
                    deed(tx, north)
        for saved_id in (mine, near):
            used = reusing.use(tx, actor=north, now=NOW, broadcast_id=number, saved_id=saved_id)
            assert total(used) == 1
            assert used.broadcast.audience.within == frozenset({unit_of(tx, "north")})
        of_boss = draft_of(tx, boss)
        assert total(reusing.use(tx, actor=boss, now=NOW, broadcast_id=of_boss, saved_id=everybody)) == 2
        assert total(reusing.use(tx, actor=boss, now=NOW, broadcast_id=of_boss, saved_id=mine)) == 1

    async with open_database(tmp_path, content()) as database:
        await database.write(work)


async def test_nobody_outside_the_branch_is_found_picked_or_smuggled_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(tx: Transaction) -> None:
        populate(tx)
        north = hire(tx, 50, unit_id=unit_of(tx, "north"))
        number = draft_of(tx, north)
        for part in ("only", "without"):
            for choice in (PEOPLE[SOUTH], f"unit-{unit_of(tx, 'south')}", "session-9", "squad-9", "person-9"):
                with pytest.raises(NotAvailableError):
                    choose(tx, north, number, part, choice)
                with pytest.raises(NotAvailableError):
                    picking.read_one(tx, actor=north, now=NOW, broadcast_id=number, typed=choice)
        picking.ask_name(tx, actor=north, now=NOW, broadcast_id=number)
        found = picking.find(tx, actor=again(tx, 50, NOW), now=NOW, text="student")
        assert names_in(found.findings) == {"Northern"}
        assert total(choose(tx, north, number, "only", PEOPLE[NORTH])) == 1
        for broken in ("only", "person", "person-", "person-0", "planet-1", f"person-{10**20}"):
            with pytest.raises(StaleError):
                choose(tx, north, number, "only", broken)

    def smuggled(tx: Transaction) -> int:
        """Let a forged draft hold somebody of the other branch, and choose once more."""
        north = again(tx, 50, NOW)
        number = draft_of(tx, north)
        draft = broadcasts.get(tx, number)
        audience = draft.audience.choosing("only", PEOPLE[SOUTH])
        broadcasts.update(tx, replace(draft, audience=audience))
        return total(choose(tx, north, number, "status", "+waitlisted"))

    async with open_database(tmp_path, content()) as database:
        await database.write(work)
        assert await database.write(smuggled) == 0
        monkeypatch.setattr(
            addressing, "narrow", lambda _tx, _who, _programme, audience: replace(audience, within=None)
        )
        monkeypatch.setattr(addressing, "reaches", lambda *_: True)
        assert await database.write(smuggled) == 1
