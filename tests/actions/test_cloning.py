"""A new season from an event that is there: everything but the people, so many days later."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.actions import browsing, cloning, drafting, loading
from bot.domain.access import Actor
from bot.domain.errors import DayError, NotAvailableError, SeasonNameError, StaleError
from storage.database import Database, Transaction
from tests.seed import NOW, meet, open_database, programme, register, said

OWNER = 9_000
MOVED = {"id", "code", "season", "title", "summary", "starts_on", "ends_on", "opens_on", "closes_on", "edits_until"}
"""What of an event a new season has of its own; `filed_…` say what a file said, and no file says a new season."""


def content() -> dict[str, Any]:
    made = programme(capacity=5, audience="minors", quotas={"north": 3})
    event = made["events"][0]
    event["title"] = said("Small camp 2027")
    event["form"]["sections"][0]["questions"].append(
        {
            "code": "born",
            "kind": "birth_date",
            "title": said("Born?"),
            "born": {"from": "2010-01-01", "to": "2016-02-29"},
        }
    )
    event["sessions"] = [
        {
            "code": "opening",
            "kind": "ceremony",
            "title": said("Opening"),
            "place": said("Hall"),
            "on": "2027-07-06",
            "starts": "10:00",
            "ends": "11:00",
            "stream": "one",
            "capacity": 4,
        }
    ]
    return made


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path, content()) as opened:
        yield opened


def owner(tx: Transaction) -> Actor:
    return meet(tx, OWNER, is_owner=True)


def clone(tx: Transaction, name: str = "2028", day: str = "05.07.2028") -> int:
    cloning.ask_name(tx, actor=owner(tx), now=NOW, event_id=1)
    cloning.take_name(tx, actor=owner(tx), now=NOW, text=name)
    cloning.take_first_day(tx, actor=owner(tx), now=NOW, text=day)
    return cloning.create(tx, actor=owner(tx), now=NOW, event_id=1).id


def rows(tx: Transaction, sql: str) -> list[dict[str, Any]]:
    return [dict(row) for row in tx.connection.execute(sql)]


async def test_everything_but_the_people_is_there_again_so_many_days_later(database: Database) -> None:
    await database.write(clone)
    old, new = await database.read(lambda tx: rows(tx, "SELECT * FROM events ORDER BY id"))
    assert (new["code"], new["season"], json.loads(new["title"])["kk"]) == ("small-2028", "2028", "Small camp 2028")
    assert [new[day] for day in ("starts_on", "ends_on", "opens_on", "closes_on")] == [
        "2028-07-05",
        "2028-07-15",
        "2028-01-01",
        "2028-05-31",
    ]
    same = {key for key in old if key not in MOVED and not key.startswith("filed_")} - {"is_hidden"}
    assert {key: new[key] for key in same} == {key: old[key] for key in same}
    assert new["is_hidden"] == 1
    stream = await database.read(lambda tx: rows(tx, "SELECT * FROM streams WHERE event_id = 2")[0])
    assert (stream["starts_on"], stream["capacity"]) == ("2028-07-05", 5)
    seats = await database.read(lambda tx: rows(tx, "SELECT * FROM seats WHERE stream_id = 2 AND is_free = 1"))
    assert len(seats) == 5
    quota = await database.read(lambda tx: rows(tx, "SELECT * FROM quotas WHERE stream_id = 2"))
    assert [(one["capacity"], one["taken"]) for one in quota] == [(3, 0)]
    session = await database.read(lambda tx: rows(tx, "SELECT * FROM sessions ORDER BY id"))
    assert (session[1]["held_on"], session[1]["taken"]) == ("2028-07-05", 0)
    assert session[1]["starts_at"] - session[0]["starts_at"] == 365 * 86_400_000_000
    form = await database.read(lambda tx: rows(tx, "SELECT * FROM form_versions WHERE event_id = 2")[0])
    born = json.loads(form["content"])["sections"][0]["questions"][-1]["born"]
    assert born == {"from": "2011-01-01", "to": "2017-02-28"}
    texts = await database.read(lambda tx: rows(tx, "SELECT * FROM consent_texts ORDER BY event_id, purpose"))
    said_of = [{key: one[key] for key in ("purpose", "version", "sha256")} for one in texts]
    assert said_of[:2] == said_of[2:] != []


async def test_nobody_who_took_part_is_copied(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme()) as database:
        await database.write(lambda tx: register(tx, 1))
        await database.write(clone)
        for table in ("registrations", "drafts"):
            sql = f"SELECT * FROM {table} WHERE event_id = 2"  # noqa: S608 - a name of a table
            assert await database.read(lambda tx, sql=sql: rows(tx, sql)) == []  # type: ignore[misc]


async def test_a_new_season_is_not_there_for_others_until_it_is_opened(database: Database) -> None:
    def look(tx: Transaction) -> list[Any]:
        stranger = meet(tx, 1)
        with pytest.raises(NotAvailableError):
            browsing.read_event(tx, actor=stranger, now=NOW, event_id=2)
        with pytest.raises(NotAvailableError):
            browsing.read_event(tx, actor=stranger, now=NOW, code="small-2028")
        with pytest.raises(NotAvailableError):
            browsing.read_day(tx, actor=stranger, now=NOW, event_id=2, registration_id=0, on=None)
        with pytest.raises(NotAvailableError):
            drafting.begin(tx, actor=stranger, now=NOW, event_id=2)
        found = browsing.read_programme(tx, actor=stranger, now=NOW, programme_id=1)[1]
        assert len(browsing.read_programme(tx, actor=owner(tx), now=NOW, programme_id=1)[1]) == 2
        return [event.id for event in found]

    await database.write(clone)
    assert await database.write(look) == [1]
    await database.write(lambda tx: cloning.open_event(tx, actor=owner(tx), now=NOW, event_id=2))
    seen = await database.write(lambda tx: browsing.read_programme(tx, actor=meet(tx, 1), now=NOW, programme_id=1)[1])
    assert [event.id for event in seen] == [1, 2]
    view = await database.write(lambda tx: browsing.read_event(tx, actor=meet(tx, 1), now=NOW, code="small-2028"))
    assert view.event.id == 2


async def test_only_organizers_make_seasons_and_bad_names_and_days_are_refused(database: Database) -> None:
    with pytest.raises(NotAvailableError):
        await database.write(lambda tx: cloning.ask_name(tx, actor=meet(tx, 1), now=NOW, event_id=1))
    await database.write(lambda tx: cloning.ask_name(tx, actor=owner(tx), now=NOW, event_id=1))
    for name in ("", "   ", "көктем", "x" * 21):
        with pytest.raises(SeasonNameError):
            await database.write(lambda tx, name=name: cloning.take_name(tx, actor=owner(tx), now=NOW, text=name))  # type: ignore[misc]
    for day, why in (("31.02.2028", "not-understood"), ("soon", "not-understood"), ("06.07.2027", "same")):
        with pytest.raises(DayError) as refused:
            await database.write(lambda tx, day=day: clone(tx, "2028", day))  # type: ignore[misc]
        assert refused.value.why == why
    await database.write(clone)
    assert await database.write(lambda tx: clone(tx, "2028", "01.08.2028")) == 3
    with pytest.raises(StaleError):
        await database.write(lambda tx: cloning.create(tx, actor=owner(tx), now=NOW, event_id=1))


def change(tx: Transaction, which: str, text: str) -> cloning.Changed:
    cloning.ask_day(tx, actor=owner(tx), now=NOW, event_id=1, which=which)
    return cloning.take_day(tx, actor=owner(tx), now=NOW, text=text)


async def test_a_day_is_changed_in_order_taken_back_and_not_undone_by_the_same_file(database: Database) -> None:
    changed = await database.write(lambda tx: change(tx, "closes", "10.06.2027"))
    assert (changed.event.closes_on, changed.was) == (date(2027, 6, 10), date(2027, 6, 1))
    await database.write(lambda tx: change(tx, "e1", "20.07.2027"))
    await database.write(lambda tx: loading.load(tx, content=content(), now=NOW))
    event = await database.read(lambda tx: rows(tx, "SELECT closes_on, ends_on FROM events WHERE id = 1")[0])
    assert event == {"closes_on": "2027-06-10", "ends_on": "2027-07-20"}

    def put_back(tx: Transaction) -> None:
        days = {"was": changed.was, "expected": changed.now}
        cloning.put_back(tx, actor=owner(tx), now=NOW, event_id=1, which="closes", **days)

    await database.write(put_back)
    with pytest.raises(StaleError):
        await database.write(put_back)
    newer = content()
    newer["events"][0]["registration"]["closes_on"] = "2027-06-20"
    await database.write(lambda tx: loading.load(tx, content=newer, now=NOW))
    assert await database.read(lambda tx: rows(tx, "SELECT closes_on FROM events WHERE id = 1")[0]["closes_on"]) == (
        "2027-06-20"
    )


@pytest.mark.parametrize(
    ("which", "text", "why"),
    [
        ("opens", "02.06.2027", "order"),
        ("closes", "07.07.2027", "closes-late"),
        ("e1", "05.07.2027", "order"),
        ("s1", "07.07.2027", "sessions"),
        ("opens", "99.99.2027", "not-understood"),
    ],
)
async def test_a_day_that_cannot_be_changes_nothing(database: Database, which: str, text: str, why: str) -> None:
    with pytest.raises(DayError) as refused:
        await database.write(lambda tx: change(tx, which, text))
    assert refused.value.why == why
