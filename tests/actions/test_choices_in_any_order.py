"""Whatever is done with the places of a camp, in any order: registering, correcting, cancelling, deciding, offers,
other capacities and their undo, lotteries opened, drawn, applied, undone and called off, in a tree of quotas.

Nothing here predicts what the actions do; after every step the database itself is asked whether a promise is broken.
`HISTORIES=10000 python -m pytest <this file>` plays many more lives.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from bot.actions import choosing, deciding, drafting, drawing, loading, offering, registering, seating, selecting
from bot.domain.access import Actor
from bot.domain.errors import DomainError
from bot.domain.event import Stage
from bot.domain.form import PressGiven, TextGiven
from bot.domain.registration import Registration, Status
from storage import drafts, events, lotteries, quotas, registrations
from storage.choices import Choice
from storage.database import Transaction, read_queries
from storage.migrating import migrate
from storage.sqlite import Sqlite, connect
from storage.values import from_json
from storage.vault import Vault
from tests.actions.test_registering import unit_payloads
from tests.seed import NOW, meet, programme, said

HISTORIES = int(os.environ.get("HISTORIES", "100"))
PEOPLE, STEPS = 7, 30
UNITS = ("north", "south")
T = TypeVar("T")


def content() -> dict[str, Any]:
    """Return a camp of three places with offers: two for the land, one of them for the north, chosen by lottery."""
    made = programme(capacity=3, mode="lottery", quotas={"north": 1})
    made["units"] = [{"code": "land", "kind": "organisation", "title": said("land"), "units": made["units"]}]
    event = made["events"][0]
    event["streams"][0]["quotas"].append({"unit": "land", "capacity": 2})
    event["registration"]["offers"] = {"hours": 48}
    return made


@cache
def prepared() -> tuple[sqlite3.Connection, dict[str, str], dict[str, str], Vault]:
    """Return a database in memory that is ready to be copied, the queries, what the unit buttons carry, the keys."""
    path = Path(tempfile.mkdtemp(prefix="places-")) / "jazyl.db"
    migrate(path)
    queries, vault = read_queries(Sqlite(path)), Vault(path.parent / "keys" / "data.key")
    vault.open(set())
    connection = connect(path)
    tx = Transaction(connection, queries, {}, vault)
    loading.load(tx, content=content(), now=NOW)
    payloads = unit_payloads(tx)
    kept = sqlite3.connect(":memory:", check_same_thread=False)
    connection.backup(kept)
    connection.close()
    return kept, queries, payloads, vault


class Camp(RuleBasedStateMachine):
    """One life of a small camp, on the real actions."""

    def __init__(self) -> None:
        super().__init__()
        template, queries, self.payloads, vault = prepared()
        self.connection = sqlite3.connect(":memory:", isolation_level=None)
        self.connection.row_factory = sqlite3.Row
        template.backup(self.connection)
        self.connection.execute("PRAGMA foreign_keys = ON")
        self.tx = Transaction(self.connection, queries, {}, vault)
        self.now = NOW
        self.line: list[tuple[int, int | None]] = []
        self.is_reordered = False
        self.resized: selecting.Resized | None = None
        self.choice: Choice | None = None

    def teardown(self) -> None:
        self.connection.close()

    def write(self, work: Callable[[Transaction], T]) -> T | None:
        """Run the work in a transaction; a refusal changes nothing."""
        self.now += timedelta(seconds=1)
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            done = work(self.tx)
        except DomainError:
            self.connection.execute("ROLLBACK")
            return None
        except Exception:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")
        return done

    def owner(self, tx: Transaction) -> Actor:
        return meet(tx, 50, is_owner=True)

    def all(self, *statuses: Status) -> list[Registration]:
        rows = self.connection.execute("SELECT id FROM registrations ORDER BY id").fetchall()
        found = [registrations.get(self.tx, row["id"]) for row in rows]
        return [one for one in found if not statuses or one.status in statuses]

    def pick(self, data: st.DataObject, *statuses: Status) -> Registration | None:
        found = self.all(*statuses)
        return data.draw(st.sampled_from(found)) if found else None

    def by_owner_of(self, one: Registration | None, action: Callable[..., Any]) -> None:
        if one is None:
            return
        row = self.connection.execute("SELECT telegram_id FROM accounts WHERE id = ?", (one.account_id,)).fetchone()
        about = {"now": self.now, "registration_id": one.id, "revision": one.revision}
        self.write(lambda tx: action(tx, actor=meet(tx, row[0]), **about))

    def by_organizer(self, one: Registration | None, action: Callable[..., Any], **more: Any) -> None:
        if one is not None:
            about = {"now": self.now, "registration_id": one.id, "revision": one.revision, **more}
            self.write(lambda tx: action(tx, actor=self.owner(tx), **about))

    @rule(telegram_id=st.integers(1, PEOPLE), unit=st.sampled_from(UNITS))
    def register(self, telegram_id: int, unit: str) -> None:
        def work(tx: Transaction) -> None:
            actor = meet(tx, telegram_id)
            page = drafting.begin(tx, actor=actor, now=self.now, event_id=1)
            for given in (TextGiven("Person Number"), PressGiven(self.payloads[unit])):
                about: dict[str, Any] = {"draft_id": page.draft.id, "revision": None, "given": given}
                page = drafting.answer(tx, actor=actor, now=self.now, **about)
            draft = page.draft
            about = {"draft_id": draft.id, "revision": draft.revision, "token_hash": f"h{draft.id}"}
            registering.submit(tx, actor=actor, now=self.now, **about)

        self.write(work)

    @rule(data=st.data(), unit=st.sampled_from(UNITS))
    def correct(self, data: st.DataObject, unit: str) -> None:
        """Send a returned registration again, from another unit perhaps."""
        one = self.pick(data, Status.RETURNED)
        if one is None:
            return
        row = self.connection.execute("SELECT telegram_id FROM accounts WHERE id = ?", (one.account_id,)).fetchone()

        def work(tx: Transaction) -> None:
            actor = meet(tx, row[0])
            about: dict[str, Any] = {"actor": actor, "now": self.now, "draft_id": one.draft_id}
            drafting.edit(tx, **about, revision=drafts.get(tx, one.draft_id).revision, question="region")
            page = drafting.answer(tx, **about, revision=None, given=PressGiven(self.payloads[unit]))
            registering.submit(tx, **about, revision=page.draft.revision, token_hash="again")

        self.write(work)

    @rule(data=st.data())
    def cancel(self, data: st.DataObject) -> None:
        self.by_owner_of(self.pick(data), registering.cancel)

    @rule(data=st.data(), action=st.sampled_from([offering.accept, offering.decline]))
    def answer_an_offer(self, data: st.DataObject, action: Callable[..., Any]) -> None:
        self.by_owner_of(self.pick(data, Status.OFFERED), action)

    @rule(data=st.data())
    def want_again(self, data: st.DataObject) -> None:
        self.by_owner_of(self.pick(data, Status.WAITLISTED), offering.ask_again)

    @rule(data=st.data())
    def decide(self, data: st.DataObject) -> None:
        actions: list[Callable[..., Any]] = [deciding.confirm, deciding.decline, deciding.return_for_correction]
        action = data.draw(st.sampled_from(actions))
        more = {} if action is deciding.confirm else {"reason": "no"}
        self.by_organizer(self.pick(data), action, **more)

    @rule(data=st.data())
    def take_a_decision_back(self, data: st.DataObject) -> None:
        self.is_reordered = True  # whoever comes back waits where the time of the submission puts them
        self.by_organizer(self.pick(data), deciding.undo)

    @rule(hours=st.integers(1, 50))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        self.write(lambda tx: offering.tick(tx, now=self.now) + choosing.tick(tx, now=self.now))

    @rule(capacity=st.integers(0, 5))
    def resize(self, capacity: int) -> None:
        about: dict[str, Any] = {"now": self.now, "stream_id": 1, "capacity": capacity}
        self.resized = self.write(lambda tx: selecting.resize(tx, actor=self.owner(tx), **about))

    @precondition(lambda self: self.resized is not None)
    @rule()
    def undo_resize(self) -> None:
        assert self.resized is not None
        done, self.resized, self.is_reordered = self.resized, None, True
        about: dict[str, Any] = {"now": self.now, "stream_id": 1, "capacity": done.before, "at": done.at}
        self.write(lambda tx: selecting.undo_resize(tx, actor=self.owner(tx), **about))

    @rule(seed=st.binary(min_size=32, max_size=32))
    def open_a_lottery(self, seed: bytes) -> None:
        closed = "UPDATE events SET closes_on = ?"

        def work(tx: Transaction) -> None:
            tx.connection.execute(closed, ("2027-01-01",))
            places = lotteries.count_places(tx, 1)
            about: dict[str, Any] = {"event_id": 1, "stream_id": 1, "places": places, "rules": [], "seed": seed}
            drawing.open_lottery(tx, actor=self.owner(tx), now=self.now, public_source=None, **about)
            tx.connection.execute(closed, ("2030-01-01",))

        self.write(work)

    @rule(action=st.sampled_from(["draw", "apply", "off"]))
    def go_on_with_the_lottery(self, action: str) -> None:
        kept = lotteries.find_newest(self.tx, 1)
        if kept is None:
            return
        about: dict[str, Any] = {"now": self.now, "lottery_id": kept.id}
        match action:
            case "draw":
                self.write(lambda tx: drawing.close_and_draw(tx, actor=self.owner(tx), public_number=None, **about))
            case "apply":
                self.is_reordered = True
                self.choice = self.write(lambda tx: drawing.apply(tx, actor=self.owner(tx), **about)) or self.choice
            case _:
                self.write(lambda tx: drawing.call_off(tx, actor=self.owner(tx), **about))

    @precondition(lambda self: self.choice is not None)
    @rule()
    def undo_the_choice(self) -> None:
        assert self.choice is not None
        number, self.choice, self.is_reordered = self.choice.id, None, True
        self.write(lambda tx: choosing.undo(tx, actor=self.owner(tx), now=self.now, choice_id=number))

    @invariant()
    def nothing_is_oversold(self) -> None:
        number, taken = self.connection.execute("SELECT count(*), count(*) - sum(is_free) FROM seats").fetchone()
        held = self.connection.execute("SELECT count(*) FROM registrations WHERE seat_number IS NOT NULL").fetchone()[0]
        capacity = events.get(self.tx, 1).streams[0].capacity
        assert held == taken <= capacity == number
        seated = [one.id for one in self.all() if one.seat_number is not None]
        for row in self.connection.execute("SELECT id, capacity, taken FROM quotas").fetchall():
            counted = self.connection.execute(
                "SELECT registration_id FROM registration_quotas WHERE quota_id = ?", (row["id"],)
            ).fetchall()
            assert {one[0] for one in counted} <= set(seated)
            assert len(counted) == row["taken"] <= row["capacity"]

    @invariant()
    def no_place_is_free_while_somebody_waits_who_could_have_it(self) -> None:
        if events.get(self.tx, 1).streams[0].stage is Stage.DRAWING or not registrations.has_free_seat(self.tx, 1):
            return
        waiting = registrations.list_waiting(self.tx, 1)
        assert not [one.id for one in waiting if quotas.is_open(self.tx, 1, one.unit_id)]

    @invariant()
    def nobody_overtakes(self) -> None:
        """Whoever came to a seat from the line had nobody of the same unit before them who still waits."""
        line = [(one.id, one.unit_id) for one in registrations.list_waiting(self.tx, 1)]
        if not self.is_reordered:
            still = [one for one in self.line if one in line]
            assert [one for one in line if one in self.line] == still, "the order of the line has changed"
            for place, (number, unit) in enumerate(self.line):
                one = registrations.get(self.tx, number)
                if one.status is Status.OFFERED:
                    assert not [before for before in self.line[:place] if before in still and before[1] == unit]
        self.line, self.is_reordered = line, False

    @invariant()
    def no_offer_is_doubled(self) -> None:
        rows = self.connection.execute(
            "SELECT data FROM outbox WHERE template IN ('offer', 'choice-offer') AND state <> 'stopped'"
        ).fetchall()
        told = [(data["registration"], data["revision"]) for data in (from_json(row["data"]) for row in rows)]
        assert len(told) == len(set(told))


def play(histories: int, *, is_shrunk: bool = False) -> None:
    """Play so many lives; the same ones every time unless more than usual are asked for."""
    run_state_machine_as_test(
        Camp,
        settings=settings(
            max_examples=histories,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            phases=(Phase.generate, Phase.shrink) if is_shrunk else (Phase.generate,),
            derandomize=histories <= 300,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_no_life_of_a_camp_breaks_a_promise_about_places() -> None:
    play(HISTORIES)


@pytest.mark.parametrize("protection", ["handing on", "order", "one offer", "capacity"])
def test_a_protection_that_is_switched_off_is_found(protection: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told = seating.tell_promoted

    def twice(*args: Any, **named: Any) -> None:
        told(*args, **named)
        told(*args, **{**named, "told_at": None})

    match protection:
        case "handing on":
            monkeypatch.setattr(seating, "move_up", lambda *_, **__: ())
        case "order":
            monkeypatch.setattr(seating, "move_up", move_up_backwards)
        case "one offer":
            monkeypatch.setattr(seating, "tell_promoted", twice)
        case _:
            monkeypatch.setattr(registrations, "drop_surplus_seats", lambda *_: None)
    with pytest.raises(AssertionError):
        play(200, is_shrunk=False)


def move_up_backwards(
    tx: Transaction, stream_id: int, event: Any, *, now: datetime, but: int | None = None
) -> tuple[Registration, ...]:
    """Seat whoever came last first."""
    moved = []
    for waiting in reversed(registrations.list_waiting(tx, stream_id)):
        after = seating.seat_or_wait(tx, waiting, event, now=now, is_offered=True)
        if after.status is not Status.WAITLISTED and after.id != but:
            moved.append(after)
    return tuple(moved)
