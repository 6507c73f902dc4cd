"""Nudges: who stops in the middle of a form hears of it a few times, at decent hours, and never once too often."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import drafting, nudging, purging
from bot.domain.errors import NotAvailableError
from bot.domain.form import TextGiven
from bot.domain.reminder import NEVER_QUIET, Quiet
from storage.database import Database, Transaction
from storage.values import from_json, instant
from tests.actions.camp import ALMATY, NIGHT, at, query
from tests.seed import NOW, fill_in, meet, open_database, programme, said, submit

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def long_form() -> dict[str, Any]:
    """Return a programme whose form asks for a name and seven sentences."""
    content = programme()
    asked = content["events"][0]["form"]["sections"][0]["questions"]
    asked += [{"code": f"word_{n}", "kind": "text", "title": said(f"Word {n}?")} for n in range(7)]
    return content


def stop_at(tx: Transaction, telegram_id: int, answered: int, now: datetime = NOW) -> int:
    """Let somebody begin, answer so many questions and leave; return the draft."""
    actor = meet(tx, telegram_id)
    page = drafting.begin(tx, actor=actor, now=now, event_id=1)
    for word in ("Person Here", "one", "two", "three", "four", "five", "six", "seven")[:answered]:
        page = drafting.answer(
            tx, actor=actor, now=now, draft_id=page.draft.id, revision=None, given=TextGiven(f"{word} Word")
        )
    return page.draft.id


async def tick(database: Database, now: datetime, quiet: Quiet = NEVER_QUIET) -> int:
    """Let the nudges look once."""
    return await database.write(lambda tx: nudging.tick(tx, now=now, quiet=quiet))


async def told(database: Database) -> list[Mapping[str, Any]]:
    """Return the data of every nudge that is owed or was sent, in order."""
    rows = await query(database, "SELECT data FROM outbox WHERE template = 'nudge' AND state = 'due' ORDER BY id")
    return [from_json(row["data"]) for row in rows]


async def test_an_untouched_draft_is_nudged_after_an_hour_a_day_and_three_days_and_never_again(tmp_path: Path) -> None:
    async with open_database(tmp_path, long_form()) as database:
        await database.write(lambda tx: stop_at(tx, 1, 3))
        times = [HOUR, DAY, 3 * DAY]
        for after in times:
            assert await tick(database, NOW + after - timedelta(seconds=1)) == 0
            assert await tick(database, NOW + after) == 1
            assert await tick(database, NOW + after) == 0
        for days in range(4, 60):
            assert await tick(database, NOW + days * DAY) == 0
        rows = await query(database, "SELECT dedup_key FROM outbox ORDER BY id")
        assert [row["dedup_key"] for row in rows] == ["nudge:1:1", "nudge:1:2", "nudge:1:3"]


async def test_a_nudge_says_where_one_stopped_and_how_long_the_rest_takes(tmp_path: Path) -> None:
    async with open_database(tmp_path, long_form()) as database:
        await database.write(lambda tx: stop_at(tx, 1, 3))
        await database.write(lambda tx: stop_at(tx, 2, 8))
        await tick(database, NOW + HOUR)
        stopped, whole = await told(database)
        assert (stopped["position"], stopped["total"], stopped["minutes"]) == (4, 8, 2)
        assert (whole["position"], whole["minutes"], whole["is_last"]) == (None, 1, False)


async def test_an_answer_puts_the_next_nudge_off_and_does_not_bring_the_first_one_back(tmp_path: Path) -> None:
    async with open_database(tmp_path, long_form()) as database:
        draft_id = await database.write(lambda tx: stop_at(tx, 1, 3))
        assert await tick(database, NOW + HOUR) == 1
        touched_at = NOW + 20 * HOUR
        await database.write(lambda tx: drafting.resume(tx, actor=meet(tx, 1), now=touched_at, draft_id=draft_id))
        assert await tick(database, touched_at + 2 * HOUR) == 0
        assert await tick(database, NOW + DAY) == 0
        assert await tick(database, touched_at + DAY) == 1


@pytest.mark.parametrize(
    ("downtime", "steps"), [(2 * HOUR, ["nudge:1:1"]), (2 * DAY, ["nudge:1:2"]), (9 * DAY, ["nudge:1:3"])]
)
async def test_nudges_missed_while_the_program_was_down_become_one(
    tmp_path: Path, downtime: timedelta, steps: list[str]
) -> None:
    async with open_database(tmp_path, long_form()) as database:
        await database.write(lambda tx: stop_at(tx, 1, 3))
        assert await tick(database, NOW + downtime) == 1
        assert await tick(database, NOW + downtime + timedelta(minutes=1)) == 0
        rows = await query(database, "SELECT dedup_key FROM outbox ORDER BY id")
        assert [row["dedup_key"] for row in rows] == steps


async def test_a_late_nudge_is_not_followed_at_once_by_the_next(tmp_path: Path) -> None:
    async with open_database(tmp_path, long_form()) as database:
        await database.write(lambda tx: stop_at(tx, 1, 3))
        assert await tick(database, NOW + 3 * DAY - HOUR) == 1
        assert await tick(database, NOW + 3 * DAY) == 0
        assert await tick(database, NOW + 3 * DAY + 11 * HOUR) == 1


async def test_one_nudge_that_has_not_left_gives_way_to_the_next(tmp_path: Path) -> None:
    async with open_database(tmp_path, long_form()) as database:
        await database.write(lambda tx: stop_at(tx, 1, 3))
        await tick(database, NOW + HOUR)
        await tick(database, NOW + DAY)
        rows = await query(database, "SELECT dedup_key, state FROM outbox ORDER BY id")
        assert [tuple(row) for row in rows] == [("nudge:1:1", "stopped"), ("nudge:1:2", "due")]


async def test_nobody_is_nudged_at_night_nor_by_a_message_that_was_held_up_into_it(tmp_path: Path) -> None:
    async with open_database(tmp_path, long_form()) as database:
        await database.write(lambda tx: stop_at(tx, 1, 3, at("2027-03-01", "21:30")))
        for clock in ("22:30", "23:59"):
            assert await tick(database, at("2027-03-01", clock), NIGHT) == 0
        assert await tick(database, at("2027-03-02", "07:59"), NIGHT) == 0
        assert await tick(database, at("2027-03-02", "08:00"), NIGHT) == 1
        (row,) = await query(database, "SELECT not_after FROM outbox")
        assert instant(row["not_after"]) == at("2027-03-02", "22:00")


async def test_without_quiet_hours_the_same_nudge_would_ring_at_night(tmp_path: Path) -> None:
    async with open_database(tmp_path, long_form()) as database:
        await database.write(lambda tx: stop_at(tx, 1, 3, at("2027-03-01", "21:30")))
        assert await tick(database, at("2027-03-01", "22:30")) == 1


async def test_once_registration_has_closed_nobody_is_nudged(tmp_path: Path) -> None:
    async with open_database(tmp_path, long_form()) as database:
        began_at = at("2027-06-01", "22:00")
        await database.write(lambda tx: stop_at(tx, 1, 3, began_at))
        await database.write(lambda tx: stop_at(tx, 2, 3, began_at + HOUR))
        assert await tick(database, began_at + HOUR) == 1
        (row,) = await query(database, "SELECT not_after FROM outbox")
        assert instant(row["not_after"]).astimezone(ALMATY).isoformat() == "2027-06-02T00:00:00+05:00"
        for later in (2 * HOUR, DAY, 3 * DAY):
            assert await tick(database, began_at + later) == 0


async def test_a_submitted_or_cancelled_draft_is_never_nudged_about(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme()) as database:
        actor, page = await database.write(lambda tx: (actor := meet(tx, 1), fill_in(tx, actor)))
        draft_id = await database.write(lambda tx: stop_at(tx, 2, 0))
        assert await tick(database, NOW + HOUR) == 2
        await database.write(lambda tx: submit(tx, actor, page))
        await database.write(
            lambda tx: drafting.cancel(tx, actor=meet(tx, 2), now=NOW + HOUR, draft_id=draft_id, revision=0)
        )
        assert await told(database) == [], "what had not left is taken back"
        assert await tick(database, NOW + 4 * DAY) == 0


async def test_a_registration_returned_for_correction_is_not_an_unfinished_form(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme()) as database:
        actor, page = await database.write(lambda tx: (actor := meet(tx, 1), fill_in(tx, actor)))
        await database.write(lambda tx: submit(tx, actor, page))
        await database.write(lambda tx: tx.connection.execute("UPDATE drafts SET state = 'open'"))
        assert await tick(database, NOW + 4 * DAY) == 0


async def test_whoever_wants_no_nudges_gets_none_even_one_that_is_owed_already(tmp_path: Path) -> None:
    async with open_database(tmp_path, long_form()) as database:
        draft_id = await database.write(lambda tx: stop_at(tx, 1, 3))
        await database.write(lambda tx: stop_at(tx, 2, 3))
        assert await tick(database, NOW + HOUR) == 2
        for _ in range(2):
            await database.write(lambda tx: nudging.stop(tx, actor=meet(tx, 1), now=NOW + HOUR, draft_id=draft_id))
        assert len(await told(database)) == 1
        assert await tick(database, NOW + DAY) == 1, "only the other one"
        assert await tick(database, NOW + 3 * DAY) == 1


async def test_somebody_elses_nudges_cannot_be_stopped(tmp_path: Path) -> None:
    async with open_database(tmp_path, long_form()) as database:
        draft_id = await database.write(lambda tx: stop_at(tx, 1, 3))
        for number in (draft_id, 12345):
            with pytest.raises(NotAvailableError):
                await database.write(
                    lambda tx, n=number: nudging.stop(tx, actor=meet(tx, 2), now=NOW, draft_id=n)  # type: ignore[misc]
                )
        assert await tick(database, NOW + HOUR) == 1


async def test_without_the_record_only_the_outbox_keeps_a_nudge_from_going_out_again(tmp_path: Path) -> None:
    async with open_database(tmp_path, long_form()) as database:
        await database.write(lambda tx: stop_at(tx, 1, 3))
        forget, unname = "DELETE FROM nudges", "UPDATE outbox SET dedup_key = NULL"
        assert await tick(database, NOW + HOUR) == 1
        await database.write(lambda tx: tx.connection.execute(forget))
        assert await tick(database, NOW + HOUR) == 0, "the outbox remembers too"
        await database.write(lambda tx: (tx.connection.execute(forget), tx.connection.execute(unname)))
        assert await tick(database, NOW + HOUR) == 1


async def test_a_cancelled_draft_with_nudges_is_purged_in_the_end(tmp_path: Path) -> None:
    async with open_database(tmp_path, long_form()) as database:
        draft_id = await database.write(lambda tx: stop_at(tx, 1, 3))
        await tick(database, NOW + HOUR)
        await database.write(
            lambda tx: drafting.cancel(tx, actor=meet(tx, 1), now=NOW + HOUR, draft_id=draft_id, revision=3)
        )
        await database.write(lambda tx: purging.tick(tx, now=NOW + 60 * DAY, zone=ALMATY))
        counts = await query(database, "SELECT (SELECT count(*) FROM drafts), (SELECT count(*) FROM nudges)")
        assert [tuple(row) for row in counts] == [(0, 0)]


async def test_more_drafts_than_a_tick_takes_are_all_nudged_about_once(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(nudging, "BATCH", 2)
    async with open_database(tmp_path, long_form()) as database:
        for n in range(1, 6):
            await database.write(lambda tx, n=n: stop_at(tx, n, 1))  # type: ignore[misc]
        assert [await tick(database, NOW + HOUR) for _ in range(4)] == [2, 2, 1, 0]
        assert sorted(one["draft"] for one in await told(database)) == [1, 2, 3, 4, 5]
