"""Whatever order people register, give up, take, pass on and forget offers in, while places come and go.

A plain model of lists says after every step who must hold a place, who must be offered one, and who waits in which
order; the real actions on a real database must agree. `HISTORIES=10000 pytest <this file>` plays many more lives.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from bot.actions import drafting, loading, offering, registering, seating
from bot.domain.errors import StaleError
from bot.domain.form import PressGiven, TextGiven
from bot.domain.registration import Registration
from storage import registrations
from storage.database import Transaction, read_queries
from storage.migrating import migrate
from storage.sqlite import Sqlite, connect
from storage.values import from_json
from storage.vault import Vault
from tests.actions.test_registering import unit_payloads
from tests.seed import NOW, meet, programme

HISTORIES = int(os.environ.get("HISTORIES", "300"))
HELD_FOR = timedelta(hours=48)
PEOPLE = 8
T = TypeVar("T")


def content(capacity: int, north: int) -> dict[str, Any]:
    """Return a camp with so many places, so many of them for the north, that offers freed ones."""
    made = programme(capacity=capacity, quotas={"north": min(north, capacity)})
    made["events"][0]["registration"]["offers"] = {"hours": 48}
    return made


@dataclass
class Model:
    """What must be true, without a database: registrations by id, with their units."""

    capacity: int = 2
    north: int = 1
    held: dict[int, str] = field(default_factory=dict)
    offered: dict[int, datetime] = field(default_factory=dict)
    waiting: list[int] = field(default_factory=list)
    resting: set[int] = field(default_factory=set)
    units: dict[int, str] = field(default_factory=dict)

    def has_room(self, unit: str) -> bool:
        seated = [self.units[one] for one in (*self.held, *self.offered)]
        return len(seated) < self.capacity and (unit != "north" or seated.count("north") < self.north)

    def fill(self, now: datetime) -> None:
        while chosen := next((one for one in self.waiting if self.has_room(self.units[one])), None):
            self.waiting.remove(chosen)
            self.offered[chosen] = now + HELD_FOR

    def leave(self, one: int, now: datetime) -> None:
        self.held.pop(one, None)
        self.offered.pop(one, None)
        self.resting.discard(one)
        if one in self.waiting:
            self.waiting.remove(one)
        self.fill(now)

    def let_pass(self, one: int, now: datetime) -> None:
        del self.offered[one]
        self.resting.add(one)
        self.fill(now)

    def wake(self, one: int, now: datetime) -> None:
        self.resting.remove(one)
        self.waiting.append(one)
        self.fill(now)


@cache
def prepared() -> tuple[Path, dict[str, str], dict[str, str]]:
    """Return a database that is ready to be copied, the queries, and what the region buttons carry."""
    path = Path(tempfile.mkdtemp(prefix="offers-")) / "jazyl.db"
    migrate(path)
    queries = read_queries(Sqlite(path))
    connection = connect(path)
    tx = Transaction(connection, queries, {}, opened_vault(path.parent))
    loading.load(tx, content=content(2, 1), now=NOW)
    payloads = unit_payloads(tx)
    connection.close()
    return path, queries, payloads


def opened_vault(folder: Path) -> Vault:
    vault = Vault(folder / "keys" / "data.key")
    vault.open(set())
    return vault


class Camp(RuleBasedStateMachine):
    """One life of a small camp, played on the real actions and on the model."""

    def __init__(self) -> None:
        super().__init__()
        template, queries, self.payloads = prepared()
        self.folder = Path(tempfile.mkdtemp(prefix="camp-"))
        shutil.copytree(template.parent, self.folder, dirs_exist_ok=True)
        self.connection = connect(self.folder / "jazyl.db")
        self.tx = Transaction(self.connection, queries, {}, opened_vault(self.folder))
        self.now = NOW
        self.model = Model()

    def teardown(self) -> None:
        self.connection.close()
        shutil.rmtree(self.folder)

    def write(self, work: Callable[[Transaction], T]) -> T:
        self.now += timedelta(seconds=1)
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            done = work(self.tx)
        except Exception:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")
        return done

    def get(self, number: int) -> Registration:
        return registrations.get(self.tx, number)

    def by_owner(self, action: Callable[..., Any], number: int, *, older: int = 0) -> None:
        """Let whoever registered do something with the registration, on a screen so many changes old."""
        one = self.get(number)
        telegram_id = self.connection.execute(
            "SELECT telegram_id FROM accounts WHERE id = ?", (one.account_id,)
        ).fetchone()[0]
        self.write(
            lambda tx: action(
                tx,
                actor=meet(tx, telegram_id),
                now=self.now,
                registration_id=number,
                revision=one.revision - older,
            )
        )

    def is_active(self, telegram_id: int) -> bool:
        return bool(
            self.connection.execute(
                "SELECT 1 FROM registrations r JOIN accounts a ON a.id = r.account_id WHERE a.telegram_id = ? "
                "AND r.status NOT IN ('declined', 'refused', 'cancelled')",
                (telegram_id,),
            ).fetchone()
        )

    @rule(telegram_id=st.integers(1, PEOPLE), unit=st.sampled_from(["north", "south"]))
    def register(self, telegram_id: int, unit: str) -> None:
        if self.is_active(telegram_id):
            return
        made = self.write(lambda tx: self.fill_in_and_submit(tx, telegram_id, unit))
        self.model.units[made] = unit
        if self.model.has_room(unit):
            self.model.held[made] = unit
        else:
            self.model.waiting.append(made)

    def fill_in_and_submit(self, tx: Transaction, telegram_id: int, unit: str) -> int:
        actor = meet(tx, telegram_id)
        page = drafting.begin(tx, actor=actor, now=self.now, event_id=1)
        for given in (TextGiven("Person Number"), PressGiven(self.payloads[unit])):
            page = drafting.answer(tx, actor=actor, now=self.now, draft_id=page.draft.id, revision=None, given=given)
        draft = page.draft
        return registering.submit(
            tx, actor=actor, now=self.now, draft_id=draft.id, revision=draft.revision, token_hash=f"h{draft.id}"
        ).registration.id

    @precondition(lambda self: self.model.held or self.model.waiting or self.model.offered or self.model.resting)
    @rule(data=st.data())
    def cancel(self, data: st.DataObject) -> None:
        one = data.draw(
            st.sampled_from(sorted([*self.model.held, *self.model.waiting, *self.model.offered, *self.model.resting]))
        )
        self.by_owner(registering.cancel, one)
        self.model.leave(one, self.now)

    @precondition(lambda self: self.model.offered)
    @rule(data=st.data())
    def accept(self, data: st.DataObject) -> None:
        one = data.draw(st.sampled_from(sorted(self.model.offered)))
        self.by_owner(offering.accept, one)
        if self.now >= self.model.offered[one]:
            self.model.let_pass(one, self.now)
        else:
            del self.model.offered[one]
            self.model.held[one] = self.model.units[one]

    @precondition(lambda self: self.model.offered)
    @rule(data=st.data())
    def decline(self, data: st.DataObject) -> None:
        one = data.draw(st.sampled_from(sorted(self.model.offered)))
        self.by_owner(offering.decline, one)
        self.model.leave(one, self.now)

    @precondition(lambda self: self.model.offered)
    @rule(data=st.data(), action=st.sampled_from([offering.accept, offering.decline]))
    def press_an_old_button(self, data: st.DataObject, action: Callable[..., Any]) -> None:
        one = data.draw(st.sampled_from(sorted(self.model.offered)))
        with pytest.raises(StaleError):
            self.by_owner(action, one, older=1)

    @precondition(lambda self: self.model.held or self.model.waiting)
    @rule(data=st.data())
    def take_what_is_not_offered(self, data: st.DataObject) -> None:
        one = data.draw(st.sampled_from(sorted([*self.model.held, *self.model.waiting])))
        with pytest.raises(StaleError):
            self.by_owner(offering.accept, one)

    @precondition(lambda self: self.model.resting)
    @rule(data=st.data())
    def want_again(self, data: st.DataObject) -> None:
        one = data.draw(st.sampled_from(sorted(self.model.resting)))
        self.by_owner(offering.ask_again, one)
        self.model.wake(one, self.now)

    @rule(hours=st.integers(1, 50), is_seen=st.booleans())
    def time_passes(self, hours: int, is_seen: bool) -> None:
        """Let time pass, with the program running or down."""
        self.now += timedelta(hours=hours)
        if is_seen:
            self.write(lambda tx: offering.tick(tx, now=self.now))
            over = sorted((until, one) for one, until in self.model.offered.items() if until <= self.now)
            for _, one in over:
                self.model.let_pass(one, self.now)

    @rule(capacity=st.integers(1, 4), north=st.integers(1, 3))
    def change_places(self, capacity: int, north: int) -> None:
        self.write(lambda tx: loading.load(tx, content=content(capacity, north), now=self.now))
        seated = [self.model.units[one] for one in (*self.model.held, *self.model.offered)]
        self.model.capacity = capacity
        self.model.north = max(min(north, capacity), seated.count("north"))
        self.model.fill(self.now)

    @invariant()
    def the_database_says_what_the_model_says(self) -> None:
        found: dict[str, list[int]] = {}
        for row in self.connection.execute("SELECT id, status FROM registrations ORDER BY id"):
            found.setdefault(row["status"], []).append(row["id"])
        assert found.get("confirmed", []) == sorted(self.model.held)
        assert found.get("offered", []) == sorted(self.model.offered)
        assert [one.id for one in registrations.list_waiting(self.tx, 1)] == self.model.waiting
        assert {one: self.get(one).offered_until for one in self.model.offered} == self.model.offered
        assert {one for one in found.get("waitlisted", []) if self.get(one).rests} == self.model.resting
        for place, one in enumerate(self.model.waiting, 1):
            assert registrations.waitlist_place(self.tx, one) == place

    @invariant()
    def nothing_is_oversold_and_nothing_lies_idle(self) -> None:
        seats = self.connection.execute(
            "SELECT count(*) AS number, COALESCE(sum(is_free), 0) AS free FROM seats WHERE stream_id = 1"
        ).fetchone()
        held = len(self.model.held) + len(self.model.offered)
        assert seats["number"] - seats["free"] == held
        assert seats["number"] == max(self.model.capacity, held), "above the capacity only what is taken stays"
        assert not any(self.model.has_room(self.model.units[one]) for one in self.model.waiting)
        quota = self.connection.execute("SELECT taken, capacity FROM quotas").fetchone()
        norths = [one for one in (*self.model.held, *self.model.offered) if self.model.units[one] == "north"]
        assert quota["taken"] == len(norths) <= quota["capacity"] == self.model.north

    @invariant()
    def every_offer_was_told_exactly_once(self) -> None:
        rows = self.connection.execute("SELECT data FROM outbox WHERE template = 'offer'").fetchall()
        told = [(data["registration"], data["revision"]) for data in (from_json(row["data"]) for row in rows)]
        assert len(told) == len(set(told))
        assert {(one, self.get(one).revision) for one in self.model.offered} <= set(told)


def play(histories: int, *, is_shrunk: bool = True) -> None:
    """Play so many lives; the same ones every time unless more than usual are asked for."""
    run_state_machine_as_test(
        Camp,
        settings=settings(
            max_examples=histories,
            stateful_step_count=25,
            deadline=None,
            database=None,
            phases=(Phase.generate, Phase.shrink) if is_shrunk else (Phase.generate,),
            derandomize=histories <= 300,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_no_life_of_a_camp_oversells_idles_overtakes_or_doubles_an_offer() -> None:
    play(HISTORIES)


def test_a_seat_that_is_freed_but_not_handed_on_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seating, "promote", lambda *_, **__: ())
    with pytest.raises(AssertionError):
        play(100, is_shrunk=False)


def test_seats_that_outlive_a_smaller_capacity_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registrations, "drop_surplus_seats", lambda *_: None)
    with pytest.raises(AssertionError):
        play(100, is_shrunk=False)
