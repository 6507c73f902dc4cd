"""Reminders changed in the chat: they stay, they say who and when, and an offer about to lapse is told once."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import loading, timing
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.language import Language
from bot.domain.reminder import NEVER_QUIET, Kind
from bot.texts import Translator
from handlers.reminders import REMINDERS
from storage.database import Database, Transaction
from storage.values import from_json, micros
from tests.actions.camp import TOMORROW, at, bring_guardian, camp, owed, people, query, runs, session, tick
from tests.seed import NOW, meet, open_database, said

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


async def test_packing_and_pick_up_are_told_on_their_days_in_the_organizers_own_words(tmp_path: Path) -> None:
    own = {"kk": "Етік", "ru": "Сапоги", "en": "Boots"}
    packing = {"code": "pack", "kind": "packing", "at": "18:00", "days": 3, "to": "family", "text": own}
    pickup = {"code": "home", "kind": "pickup_day", "at": "08:00", "to": "guardians"}
    last = session("bus", "2027-07-16", "15:00", "16:00", kind="travel")
    async with open_database(tmp_path, camp([LECTURE, last], [packing, pickup], audience="minors")) as database:
        (child,) = await people(database, 1)
        guardian = await database.write(lambda tx: bring_guardian(tx, child, 50, agrees=True))
        assert await tick(database, at("2027-07-03", "17:59")) == 0
        assert await tick(database, at("2027-07-03", "18:00")) == 2
        assert await tick(database, at("2027-07-03", "18:01")) == 0
        assert await tick(database, at("2027-07-16", "08:00")) == 1
        assert await owed(database) == [
            (child.account_id, "reminder-packing"),
            (guardian, "reminder-packing"),
            (guardian, "reminder-pickup"),
        ]
        rows = await query(database, "SELECT template, data FROM outbox ORDER BY id")
    found = {row["template"]: from_json(row["data"]) for row in rows}
    for language, words in own.items():
        t = Translator(Language(language), strict=True)
        assert words in REMINDERS["reminder-packing"](t, found["reminder-packing"]).text
        assert "15:00" in REMINDERS["reminder-pickup"](t, found["reminder-pickup"]).text


async def test_days_are_changed_in_the_chat_and_only_where_a_rule_has_them(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([], [TOMORROW])) as database:

        def change(tx: Transaction) -> timing.Rules:
            about: dict[str, Any] = {"actor": meet(tx, 99, is_owner=True), "now": NOW, "event_id": 1}
            timing.add(tx, kind=Kind.PACKING, **about)
            timing.set_time(tx, code="chat-packing", setting="0700", **about)
            with pytest.raises(StaleError):
                timing.set_time(tx, code="tomorrow", setting="d3", **about)
            with pytest.raises(StaleError):
                timing.set_time(tx, code="chat-packing", setting="d99", **about)
            return timing.set_time(tx, code="chat-packing", setting="d7", **about)

        rule = (await database.write(change)).lines[-1].rule
        assert (rule.kind, rule.days, f"{rule.at:%H:%M}") == (Kind.PACKING, 7, "07:00")


async def test_a_file_that_the_newest_form_needs_is_asked_of_who_registered_without_it(tmp_path: Path) -> None:
    rule = {"code": "paper", "kind": "document_missing", "at": "18:00", "days": 7, "to": "family"}
    content = camp([], [rule])
    async with open_database(tmp_path, content) as database:
        (one,) = await people(database, 1)
        paper = {"code": "paper", "kind": "file", "title": said("Paper?"), "required": True, "accepts": ["photo"]}
        content["events"][0]["form"]["sections"][0]["questions"].append(paper)
        await reload(database, content)
        assert await tick(database, at("2027-06-29", "18:00")) == 1
        assert await owed(database) == [(one.account_id, "reminder-document")]
