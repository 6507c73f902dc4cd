"""Retention with the clock moved: what goes when, what stays, and what the owners are told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.actions import drafting, purging, registering
from bot.domain.language import Language
from bot.domain.notice import Notice
from bot.texts import translators
from handlers.care import purge_report
from storage import drafts, inbox, links, outbox
from storage import purging as rows
from storage.backup import back_up
from storage.database import Database, Transaction
from storage.inbox import Arrival
from storage.values import from_json
from tests import databases
from tests.actions.camp import at, query
from tests.seed import NOW, meet, open_database
from tests.storage.clinic import HEALTH, IIN, NAME, PHONE, attend, clinic, enter, found_in

ALMATY = ZoneInfo("Asia/Almaty")
SURNAME = NAME.split()[-1]
EVERYTHING = (SURNAME, PHONE, IIN, HEALTH)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path, clinic()) as opened:
        yield opened


async def purge(database: Database, now: datetime) -> int:
    """Let the purge look once."""
    return await database.write(lambda tx: purging.tick(tx, now=now, zone=ALMATY))


async def last_run(database: Database) -> tuple[dict[str, int], int]:
    """Return what the newest run deleted, without the noughts, and what it left."""
    row = (await query(database, "SELECT counts, overdue FROM purge_runs ORDER BY id DESC LIMIT 1"))[0]
    return {sort: number for sort, number in from_json(row["counts"]).items() if number}, row["overdue"]


async def questions(database: Database) -> set[str]:
    return {row["question"] for row in await query(database, "SELECT DISTINCT question FROM answers")}


async def test_each_answer_goes_when_its_own_time_is_over(database: Database) -> None:
    await database.write(lambda tx: attend(tx, 1))
    await purge(database, at("2027-07-26", "23:30"))
    assert await questions(database) == {"full_name", "phone", "iin", "health"}
    await purge(database, at("2027-07-27", "00:10"))
    assert (await questions(database), await last_run(database)) == ({"full_name", "phone", "iin"}, ({"answers": 1}, 0))
    await purge(database, at("2027-08-16", "00:10"))
    assert await questions(database) == {"full_name", "phone"}
    await purge(database, at("2027-10-25", "00:10"))
    assert (await questions(database), await last_run(database)) == ({"full_name"}, ({"answers": 1, "copies": 1}, 0))
    await purge(database, at("2028-02-02", "00:10"))
    assert (await questions(database), await last_run(database)) == (set(), ({"answers": 1, "copies": 1}, 0))
    assert len(await query(database, "SELECT * FROM registrations")) == 1, "that somebody took part stays"


@databases.only_sqlite
async def test_after_the_last_day_no_file_names_anybody(database: Database, tmp_path: Path) -> None:
    await database.write(lambda tx: attend(tx, 1))
    assert SURNAME in found_in(database.path, EVERYTHING)
    await purge(database, at("2028-02-02", "00:10"))
    assert found_in(database.path, EVERYTHING) == []
    back_up(database.path, tmp_path / "copy.db")
    assert found_in(tmp_path / "copy.db", EVERYTHING) == []


@databases.only_sqlite
async def test_without_care_for_traces_the_files_still_name_people(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Transaction, "leave_no_traces", lambda _tx: None)
    await database.write(lambda tx: attend(tx, 1))
    await purge(database, at("2028-02-02", "00:10"))
    assert await questions(database) == set()
    assert SURNAME in found_in(database.path, EVERYTHING)


async def test_whoever_comes_back_next_year_keeps_the_name_as_long_as_the_later_event_needs_it(tmp_path: Path) -> None:
    content = clinic()
    later = {**content["events"][0], "code": "small-2028", "season": "2028"}
    later["registration"] = {"opens_on": "2027-09-01", "closes_on": "2028-06-01", "mode": "first_come"}
    later["streams"] = [{**later["streams"][0], "starts_on": "2028-07-06", "ends_on": "2028-07-16"}]
    content["events"].append(later)
    async with open_database(tmp_path, content) as database:
        await database.write(lambda tx: attend(tx, 1))
        await database.write(lambda tx: attend_again(tx, at("2027-10-01", "12:00")))
        await purge(database, at("2028-02-02", "00:10"))
        (person,) = await query(database, "SELECT full_name, phone FROM participants")
        assert (person["full_name"], person["phone"]) == (NAME, PHONE)
        await purge(database, at("2029-02-02", "00:10"))
        (person,) = await query(database, "SELECT full_name, search_name, phone FROM participants")
        assert (person["full_name"], person["search_name"], person["phone"]) == ("—", "", None)


def attend_again(tx: Transaction, now: datetime) -> None:
    page = enter(tx, 1, now=now, event_id=2)
    draft = page.draft
    actor = meet(tx, 1)
    registering.submit(tx, actor=actor, now=now, draft_id=draft.id, revision=draft.revision, token_hash="again")


async def test_messages_links_notices_and_drafts_go_after_their_time(database: Database) -> None:
    await database.write(litter)
    await purge(database, NOW + timedelta(days=29))
    assert await last_run(database) == ({}, 0)
    await purge(database, NOW + timedelta(days=31, hours=1))
    assert await last_run(database) == ({"messages": 1, "updates": 1, "drafts": 1, "answers": 4, "links": 1}, 0)
    await purge(database, NOW + timedelta(days=91))
    assert await last_run(database) == ({"notices": 1}, 0)
    states = {row["state"]: row["data"] for row in await query(database, "SELECT state, data FROM outbox")}
    assert states == {"expired": "{}", "due": '{"name":"Somebody"}'}, "what is still owed keeps its words"
    (left,) = await query(database, "SELECT state, raw, error FROM inbox")
    assert (left["state"], left["raw"], left["error"]) == ("quarantined", "{}", "Trouble")


def litter(tx: Transaction) -> None:
    """Leave behind one of everything: put aside, done, settled, expired, cancelled."""
    actor = meet(tx, 1)
    page = enter(tx, 1)
    drafting.cancel(tx, actor=actor, now=NOW, draft_id=page.draft.id, revision=page.draft.revision)
    update = Arrival(update_id=0, chat_id=1, kind="message", raw='{"message":1}', is_skipped=False)
    inbox.add(tx, [replace(update, update_id=number) for number in (1, 2)], NOW)
    inbox.quarantine(tx, 1, error="Trouble", attempts=4, now=NOW)
    inbox.finish(tx, [2], NOW)
    registration = attend(tx, 2)
    links.add_guardian_link(
        tx,
        token_hash="old",
        registration_id=registration.id,
        created_by=actor.account_id,
        now=NOW,
        expires_at=NOW + timedelta(days=1),
    )
    notice = Notice(account_id=actor.account_id, template="x", data={"name": "Somebody"})
    outbox.put(tx, notice, NOW)
    outbox.put(tx, replace(notice, not_after=NOW), NOW)
    outbox.expire(tx, NOW)


async def test_a_draft_that_a_registration_stands_on_is_not_deleted(database: Database) -> None:
    await database.write(lambda tx: attend(tx, 1))
    await database.write(lambda tx: drafts.update(tx, replace(drafts.get(tx, 1), state="cancelled"), NOW))
    await purge(database, NOW + timedelta(days=60))
    assert await last_run(database) == ({}, 0)


async def test_a_run_is_bounded_and_the_next_ones_go_on(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    await database.write(lambda tx: [enter(tx, number) for number in range(1, 11)])
    monkeypatch.setattr(rows, "MOST", 4)
    found = []
    for hour in ("01:00", "02:00", "03:00", "04:00"):
        await purge(database, at("2027-07-27", hour))
        found.append(await last_run(database))
    assert found == [({"answers": 4}, 6), ({"answers": 4}, 2), ({"answers": 2}, 0), ({}, 0)]


async def test_the_count_of_what_is_overdue_sees_what_the_deletion_misses(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await database.write(lambda tx: attend(tx, 1))
    monkeypatch.setattr(rows, "past_codes", lambda *_: frozenset())
    await purge(database, at("2027-08-16", "00:10"))
    assert await last_run(database) == ({}, 2)


# ── The report ──────────────────────────────────────────────────────────────────────────────────────────────────────


async def reports(database: Database) -> list[dict[str, Any]]:
    found = await query(database, "SELECT account_id, data FROM outbox WHERE template = 'purge-report' ORDER BY id")
    return [{"account": row["account_id"], **from_json(row["data"])} for row in found]


async def test_owners_are_told_once_a_month_what_was_deleted_and_that_nothing_is_left(database: Database) -> None:
    owner = await database.write(lambda tx: meet(tx, 50, is_owner=True))
    await database.write(lambda tx: attend(tx, 1))
    assert await purge(database, at("2027-07-27", "00:10")) == 0
    assert await purge(database, at("2027-08-01", "09:59")) == 0
    assert await purge(database, at("2027-08-01", "10:00")) == 1
    assert await purge(database, at("2027-08-01", "11:00")) == 0
    (told,) = await reports(database)
    expected = {"account": owner.account_id, "answers": 1, "overdue": 0}
    assert {key: told[key] for key in expected} == expected
    assert (told["since_on"], told["until_on"]) == ("2027-07-01", "2027-07-31")
    await purge(database, at("2027-08-16", "00:10"))
    await purge(database, at("2027-09-02", "10:00"))
    assert [one["since_on"] for one in await reports(database)] == ["2027-07-01", "2027-08-01"]


async def test_a_new_installation_reports_nothing_about_the_month_before_it(database: Database) -> None:
    await database.write(lambda tx: meet(tx, 50, is_owner=True))
    assert await purge(database, datetime(2027, 8, 20, tzinfo=UTC)) == 0


@pytest.mark.parametrize("language", list(Language))
def test_the_report_can_be_read_in_every_language(language: Language) -> None:
    t = translators(strict=True)[language]
    month = {"since_on": "2027-07-01", "until_on": "2027-07-31"}
    text = purge_report(t, {**month, **dict.fromkeys(purging.SORTS, 7), "overdue": 0}).text
    assert text.count(": 7") == len(purging.SORTS)
    assert ": 0." in text
    assert "⚠️" in purge_report(t, {**month, "overdue": 3}).text
