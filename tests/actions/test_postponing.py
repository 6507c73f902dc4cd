"""An announcement goes out at its planned time, moves with the start, can be held back, and reaches latecomers once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.actions import broadcasting, postponing
from bot.domain.broadcast import Broadcast, State
from bot.domain.errors import NotAvailableError, StaleError, TooFewLanguagesError
from bot.domain.language import Language
from bot.domain.plan import Plan, PlanError
from bot.domain.reminder import NEVER_QUIET, Quiet
from storage import broadcasts
from storage.database import Database, Transaction
from storage.values import micros
from tests.actions.test_broadcasting import LATER, MANY, compose, copies, owner, send, student
from tests.seed import NOW, meet, open_database, programme

ALMATY = ZoneInfo("Asia/Almaty")


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path, programme(capacity=100)) as opened:
        yield opened


def planned(tx: Transaction, typed: str, draft: Broadcast | None = None, quiet: Quiet = NEVER_QUIET) -> Any:
    draft = draft or compose(tx, "kk", "ru", "en")
    asked = {"broadcast_id": draft.id, "revision": draft.revision, "may_fall_back": False}
    postponing.ask_time(tx, actor=owner(tx), now=NOW, **asked)  # type: ignore[arg-type]
    return postponing.plan(tx, actor=owner(tx), now=NOW, typed=typed, quiet=quiet, rules=MANY)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("12.07.2027 18:00", datetime(2027, 7, 12, 13, tzinfo=UTC)),
        (" 1.7.2027  9.05 ", datetime(2027, 7, 1, 4, 5, tzinfo=UTC)),
        ("-1 18:00", datetime(2027, 7, 5, 13, tzinfo=UTC)),
        ("−1 18:00", datetime(2027, 7, 5, 13, tzinfo=UTC)),
        ("+2 09:00", datetime(2027, 7, 8, 4, tzinfo=UTC)),
    ],
)
async def test_a_typed_time_is_local_and_days_count_from_the_start(
    database: Database, typed: str, at: datetime
) -> None:
    await database.write(lambda tx: check_time(tx, typed, at))


def check_time(tx: Transaction, typed: str, at: datetime) -> None:
    student(tx, 1, Language.EN)
    made = planned(tx, typed).progress.broadcast
    assert (made.state, made.send_at) == (State.SCHEDULED, at)
    broadcasting.tick(tx, now=at - timedelta(seconds=1))
    assert copies(tx) == {}
    broadcasting.tick(tx, now=at)
    assert copies(tx) == {1: "Hello"}


@pytest.mark.parametrize("typed", ["", "tomorrow", "32.07.2027 18:00", "1.7.2027 25:00", "-999 18:00", "18:00"])
async def test_what_is_no_time_is_explained_and_changes_nothing(database: Database, typed: str) -> None:
    def work(tx: Transaction) -> None:
        with pytest.raises(PlanError) as found:
            planned(tx, typed)
        assert found.value.why == "form"
        assert broadcasts.list_page(tx, 1, limit=1, skipped=0)[0].state is State.COMPOSING

    await database.write(work)


async def test_a_time_that_is_over_is_refused_and_one_at_night_is_marked(database: Database) -> None:
    def work(tx: Transaction) -> None:
        with pytest.raises(PlanError):
            planned(tx, "28.02.2027 18:00")
        night = Quiet(starts=time(22), ends=time(8))
        assert planned(tx, "12.07.2027 23:00", quiet=night).is_quiet
        assert not planned(tx, "12.07.2027 12:00", quiet=night).is_quiet

    await database.write(work)


async def test_a_plan_moves_with_the_start_and_a_typed_instant_stays(database: Database) -> None:
    def work(tx: Transaction) -> None:
        moving = planned(tx, "-1 18:00").progress.broadcast
        fixed = planned(tx, "5.07.2027 18:00").progress.broadcast
        tx.connection.execute("UPDATE streams SET starts_on = '2027-07-08'")
        tx.connection.execute("UPDATE events SET starts_on = '2027-07-08'")
        postponing.tick(tx, now=NOW)
        assert broadcasts.get(tx, moving.id).send_at == datetime(2027, 7, 7, 13, tzinfo=UTC)
        assert broadcasts.get(tx, fixed.id).send_at == fixed.send_at

    await database.write(work)


async def test_a_planned_one_can_be_taken_back_and_is_refused_in_too_few_languages(database: Database) -> None:
    def work(tx: Transaction) -> None:
        student(tx, 1, Language.KK)
        with pytest.raises(TooFewLanguagesError):
            planned(tx, "12.07.2027 18:00", compose(tx, "en"))
        made = planned(tx, "12.07.2027 18:00").progress.broadcast
        claim: dict[str, Any] = {"actor": owner(tx), "now": NOW, "broadcast_id": made.id, "revision": made.revision}
        draft = broadcasting.undo(tx, **claim).broadcast
        assert (draft.state, draft.plan, draft.send_at) == (State.COMPOSING, None, None)

    await database.write(work)


async def test_a_pause_owes_everything_and_sends_nothing_until_it_goes_on(database: Database) -> None:
    def work(tx: Transaction) -> None:
        for number in (1, 2, 3):
            student(tx, number, Language.EN)
        sent = send(tx, compose(tx, "en"))
        broadcasting.tick(tx, now=LATER)
        sent = broadcasts.get(tx, sent.id)
        tx.connection.execute("UPDATE outbox SET state = 'sending' WHERE id = (SELECT min(id) FROM outbox)")
        held = postponing.pause(tx, actor=owner(tx), now=LATER, broadcast_id=sent.id, revision=sent.revision)
        assert (held.report.waiting, held.report.recipients) == (3, 3)
        tx.connection.execute("UPDATE outbox SET state = 'due' WHERE state = 'sending'")  # it came back
        postponing.tick(tx, now=LATER)
        assert due(tx, LATER + timedelta(days=9)) == 0
        broadcasting.tick(tx, now=LATER + timedelta(days=9))
        now, paused = LATER + timedelta(days=9), broadcasts.get(tx, sent.id)
        assert paused.state is State.PAUSED
        on = postponing.resume(tx, actor=owner(tx), now=now, broadcast_id=sent.id, revision=paused.revision)
        assert (on.report.waiting, due(tx, now)) == (3, 3)

    await database.write(work)


def due(tx: Transaction, now: datetime) -> int:
    found = tx.connection.execute("SELECT count(*) FROM outbox WHERE state = 'due' AND not_before <= ?", (micros(now),))
    return int(found.fetchone()[0])


async def test_who_joins_later_gets_one_copy_until_the_day_and_the_sums_still_agree(database: Database) -> None:
    def work(tx: Transaction) -> None:
        student(tx, 1, Language.EN)
        draft = compose(tx, "kk", "ru", "en")
        postponing.let_join(tx, actor=owner(tx), now=NOW, broadcast_id=draft.id, until="start")
        sent = send(tx, broadcasts.get(tx, draft.id))
        broadcasting.tick(tx, now=LATER)
        tx.connection.execute("UPDATE outbox SET state = 'sent' WHERE state = 'due'")
        broadcasting.tick(tx, now=LATER)
        student(tx, 2, Language.KK)
        for _ in range(2):
            postponing.tick_late(tx, now=LATER + timedelta(days=1))
        assert copies(tx) == {1: "Hello", 2: "Сәлем"}
        report = broadcasts.report(tx, broadcasts.get(tx, sent.id))
        assert (report.recipients, report.sent, report.waiting) == (2, 1, 1)
        student(tx, 3, Language.KK)
        postponing.tick_late(tx, now=datetime(2027, 7, 7, tzinfo=UTC))
        assert set(copies(tx)) == {1, 2}

    await database.write(work)


async def test_nobody_else_plans_holds_or_lets_join(database: Database) -> None:
    def work(tx: Transaction) -> None:
        draft = compose(tx, "en")
        claim: dict[str, Any] = {"actor": meet(tx, 5), "now": NOW, "broadcast_id": draft.id}
        for step in (
            lambda: postponing.ask_time(tx, **claim, revision=draft.revision, may_fall_back=True),
            lambda: postponing.read_question(tx, **claim),
            lambda: postponing.let_join(tx, **claim, until="start"),
            lambda: postponing.pause(tx, **claim, revision=draft.revision),
            lambda: postponing.resume(tx, **claim, revision=draft.revision),
        ):
            with pytest.raises(NotAvailableError):
                step()
        with pytest.raises(StaleError):
            postponing.plan(tx, actor=owner(tx), now=NOW, typed="1.7.2027 9:00", quiet=NEVER_QUIET, rules=MANY)

    await database.write(work)


def test_a_plan_survives_being_kept() -> None:
    for typed in ("12.07.2027 18:00", "-1 18:00"):
        made = Plan.typed(typed, ALMATY)
        assert Plan.of(made.as_dict()) == made
