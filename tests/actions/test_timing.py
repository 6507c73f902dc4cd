"""Reminders changed in the chat: they stay, they say who and when, and an offer about to lapse is told once."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.actions import loading, timing
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.reminder import NEVER_QUIET, Kind
from storage.database import Database, Transaction
from storage.values import micros
from tests.actions.camp import TOMORROW, at, camp, owed, people, runs, session, tick
from tests.seed import NOW, meet, open_database

OFFER = {"code": "offer", "kind": "offer_lapsing", "minutes": 180, "to": "family"}
LECTURE = session("talk", "2027-07-07", "10:00", "11:00")


async def test_what_was_changed_in_the_chat_survives_the_file_until_the_file_says_something_else(
    tmp_path: Path,
) -> None:
    content = camp([LECTURE], [TOMORROW])
    async with open_database(tmp_path, content) as database:
        changed = await database.write(
            lambda tx: timing.set_time(
                tx, actor=meet(tx, 99, is_owner=True), now=NOW, event_id=1, code="tomorrow", setting="1800"
            )
        )
        assert changed.lines[0].next_at == at("2027-07-06", "18:00")
        await reload(database, content)
        assert (await read(database)).lines[0].setting == "18:00"
        newer = camp([LECTURE], [TOMORROW | {"at": "21:00"}])
        await reload(database, newer)
        assert (await read(database)).lines[0].setting == "21:00"


async def test_a_rule_that_is_off_reminds_nobody(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([LECTURE], [TOMORROW])) as database:
        await people(database, 2)
        off = await database.write(
            lambda tx: timing.switch(
                tx, actor=meet(tx, 99, is_owner=True), now=NOW, event_id=1, code="tomorrow", is_off=True
            )
        )
        assert (off.lines[0].is_off, off.lines[0].people, off.lines[0].next_at) == (True, 2, None)
        await tick(database, at("2027-07-06", "20:30"))
        assert await runs(database) == {}
        await database.write(
            lambda tx: timing.switch(
                tx, actor=meet(tx, 99, is_owner=True), now=NOW, event_id=1, code="tomorrow", is_off=False
            )
        )
        assert await tick(database, at("2027-07-06", "20:31")) == 2


async def test_an_offer_about_to_lapse_is_told_once_and_one_that_was_short_is_not(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([], [OFFER])) as database:
        (long, short) = await people(database, 2)
        until = NOW + timedelta(hours=48)

        def offer(tx: Transaction) -> None:
            for claim, hours in ((long, 48), (short, 2)):
                tx.connection.execute(
                    "UPDATE registrations SET status = 'offered', offered_until = ?, changed_at = ? WHERE id = ?",
                    (micros_of(hours), micros_of(0), claim.id),
                )

        await database.write(offer)
        for minutes in (-181, -179, -100, -1, 5):
            await tick(database, until + timedelta(minutes=minutes), NEVER_QUIET)
        assert [template for _, template in await owed(database)] == ["reminder-offer"]
        assert [account for account, _ in await owed(database)] == [long.account_id]


async def test_only_who_runs_the_programme_changes_reminders_and_only_to_what_a_rule_can_be(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([], [TOMORROW])) as database:
        with pytest.raises(NotAvailableError):
            await database.write(
                lambda tx: timing.switch(tx, actor=meet(tx, 5), now=NOW, event_id=1, code="tomorrow", is_off=True)
            )
        for setting in ("15", "2500", "", "99999"):
            with pytest.raises(StaleError):
                await database.write(
                    lambda tx, setting=setting: timing.set_time(  # type: ignore[misc]
                        tx, actor=meet(tx, 99, is_owner=True), now=NOW, event_id=1, code="tomorrow", setting=setting
                    )
                )
        added = await database.write(
            lambda tx: timing.add(tx, actor=meet(tx, 99, is_owner=True), now=NOW, event_id=1, kind=Kind.OFFER_LAPSING)
        )
        assert [line.rule.kind for line in added.lines] == [Kind.EVENING_BEFORE, Kind.OFFER_LAPSING]


def micros_of(hours: int) -> int:
    return micros(NOW + timedelta(hours=hours))


async def read(database: Database) -> timing.Rules:
    return await database.write(
        lambda tx: timing.read_rules(tx, actor=meet(tx, 99, is_owner=True), now=NOW, event_id=1)
    )


async def reload(database: Database, content: dict) -> None:
    await database.write(lambda tx: loading.load(tx, content=content, now=NOW))
