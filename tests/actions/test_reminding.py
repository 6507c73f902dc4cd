"""Reminders: each at most once, late ones while they are of use, and nobody is told what is not theirs."""

from __future__ import annotations

from copy import deepcopy
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.actions import loading
from storage.values import from_json
from tests.actions.camp import (
    CONSENT,
    DEPARTURE,
    SOON,
    TOMORROW,
    at,
    bring_guardian,
    camp,
    owed,
    people,
    query,
    runs,
    session,
    stream,
    tick,
)
from tests.seed import NOW, open_database, said

LECTURE = session("talk", "2027-07-07", "10:00", "11:00")
LUNCH = session("lunch", "2027-07-07", "13:00", "14:00", kind="meal")
CLUB = session("club", "2027-07-07", "15:00", "16:00", capacity=5)


async def test_the_evening_before_brings_tomorrows_programme_once(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([LECTURE, LUNCH], [TOMORROW])) as database:
        (one,) = await people(database, 1)
        assert await tick(database, at("2027-07-06", "19:59")) == 0
        assert await tick(database, at("2027-07-06", "20:00")) == 1
        assert await tick(database, at("2027-07-06", "20:00")) == 0
        assert await tick(database, at("2027-07-06", "20:15")) == 0
        assert await owed(database) == [(one.account_id, "reminder-day")]
        assert await runs(database) == {"tomorrow one:2027-07-07": ("sent", 1)}
        (row,) = await query(database, "SELECT data FROM outbox")
        assert [line["title"]["en"] for line in from_json(row["data"])["sessions"]] == ["talk"]


async def test_without_the_record_the_same_reminder_would_go_out_again(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([LECTURE], [SOON])) as database:
        await people(database, 1)
        assert await tick(database, at("2027-07-07", "09:45")) == 1
        await database.write(lambda tx: tx.connection.execute("DELETE FROM reminder_runs"))
        assert await tick(database, at("2027-07-07", "09:46")) == 0, "the outbox remembers too"
        await database.write(lambda tx: tx.connection.execute("DELETE FROM reminder_runs"))
        await database.write(lambda tx: tx.connection.execute("UPDATE outbox SET dedup_key = NULL"))
        assert await tick(database, at("2027-07-07", "09:47")) == 1


async def test_a_session_is_announced_to_its_own_stream_and_meals_to_nobody(tmp_path: Path) -> None:
    streams = [stream("tau", "2027-07-06", "2027-07-16"), stream("samal", "2027-07-06", "2027-07-16")]
    own = session("own", "2027-07-07", "12:00", "12:30", stream="tau")
    async with open_database(tmp_path, camp([own, LUNCH], [SOON], streams=streams)) as database:
        (tau,) = await people(database, 1, ["tau"])
        await people(database, 1, ["samal"])
        assert await tick(database, at("2027-07-07", "11:45")) == 1
        assert await tick(database, at("2027-07-07", "12:50")) == 0
        assert await owed(database) == [(tau.account_id, "reminder-session")]


async def test_a_session_with_places_is_announced_to_those_who_signed_up(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([CLUB], [SOON, TOMORROW])) as database:
        first, _ = await people(database, 2)
        await database.write(
            lambda tx: tx.connection.execute(
                "INSERT INTO session_seats (session_id, registration_id, taken_at) VALUES (1, ?, 0)", (first.id,)
            )
        )
        assert await tick(database, at("2027-07-06", "20:00")) == 2
        rows = await query(database, "SELECT data FROM outbox ORDER BY id")
        content = [from_json(row["data"]) for row in rows]
        assert [len(one["sessions"]) for one in content] == [1, 0]
        assert [one["has_choice"] for one in content] == [False, True]
        assert await tick(database, at("2027-07-07", "14:45")) == 1
        assert (await owed(database))[-1] == (first.account_id, "reminder-session")


async def test_only_confirmed_people_are_reminded(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([LECTURE], [SOON], audience="minors")) as database:
        waiting, agreed = await people(database, 2)
        await database.write(lambda tx: bring_guardian(tx, agreed, 50, agrees=True))
        assert waiting.status == "awaiting_guardian"
        assert await tick(database, at("2027-07-07", "09:45")) == 1
        assert await owed(database) == [(agreed.account_id, "reminder-session")]


async def test_after_hours_of_downtime_a_useful_reminder_is_late_and_a_useless_one_is_recorded(tmp_path: Path) -> None:
    later = session("later", "2027-07-07", "18:00", "19:00")
    async with open_database(tmp_path, camp([LECTURE, later], [SOON, TOMORROW])) as database:
        await people(database, 1)
        assert await tick(database, at("2027-07-06", "19:00")) == 0
        assert await tick(database, at("2027-07-07", "17:50")) == 2
        assert await runs(database) == {
            "tomorrow one:2027-07-07": ("sent", 1),
            "soon talk:2027-07-07T10:00": ("expired", 0),
            "soon later:2027-07-07T18:00": ("sent", 1),
        }


async def test_after_days_of_downtime_everything_is_recorded_and_nothing_is_told(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([LECTURE], [SOON, TOMORROW, DEPARTURE])) as database:
        await people(database, 2)
        assert await tick(database, at("2027-07-09", "12:00")) == 0
        assert {outcome for outcome, _ in (await runs(database)).values()} == {"expired"}
        assert len(await runs(database)) == 3
        assert await owed(database) == []


async def test_a_message_that_could_not_leave_in_time_is_not_sent_any_more(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([LECTURE], [SOON])) as database:
        await people(database, 1)
        await tick(database, at("2027-07-07", "09:45"))
        (row,) = await query(database, "SELECT not_after FROM outbox")
        assert row["not_after"] == int(at("2027-07-07", "10:00").timestamp()) * 1_000_000


async def test_the_departure_day_goes_to_each_guardian_once_with_every_childs_name(tmp_path: Path) -> None:
    content = camp([session("gate", "2027-07-06", "09:00", "12:00", kind="travel")], [DEPARTURE], audience="minors")
    async with open_database(tmp_path, content) as database:
        first, second, other = await people(database, 3)
        both = await database.write(lambda tx: bring_guardian(tx, first, 50, agrees=True))
        await database.write(lambda tx: bring_guardian(tx, second, 50, agrees=True))
        third = await database.write(lambda tx: bring_guardian(tx, other, 51, agrees=True))
        assert await tick(database, at("2027-07-06", "06:59")) == 0
        assert await tick(database, at("2027-07-06", "07:00")) == 2, "a day of departure does not wait for 08:00"
        assert await owed(database) == [(both, "reminder-departure"), (third, "reminder-departure")]
        rows = await query(database, "SELECT data FROM outbox WHERE template = 'reminder-departure' ORDER BY id")
        content = from_json(rows[0]["data"])
        assert [registration_id for registration_id, _ in content["about"]] == [first.id, second.id]
        assert [line["starts"] for line in content["sessions"]] == ["09:00"]


async def test_a_missing_consent_is_asked_for_on_the_first_third_and_fifth_day(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([], [CONSENT], audience="minors")) as database:
        alone, joined, _agreed = await people(database, 3)
        guardian = await database.write(lambda tx: bring_guardian(tx, joined, 50, agrees=False))
        await database.write(lambda tx: bring_guardian(tx, _agreed, 51, agrees=True))
        told = [await tick(database, at("2027-03-01", "18:00") + timedelta(days=n)) for n in range(10)]
        assert told == [0, 2, 0, 2, 0, 2, 0, 0, 0, 0]
        expected = [(alone.account_id, "reminder-consent"), (guardian, "reminder-consent")]
        assert await owed(database) == expected * 3


async def test_the_event_says_on_which_days_and_whoever_has_answered_is_left_in_peace(tmp_path: Path) -> None:
    content = camp([], [CONSENT], audience="minors")
    content["events"][0]["consent_rules"] = {"remind_after_days": [2]}
    async with open_database(tmp_path, content) as database:
        (child,) = await people(database, 1)
        mother = await database.write(lambda tx: bring_guardian(tx, child, 50, agrees=True))
        father = await database.write(lambda tx: bring_guardian(tx, child, 51, agrees=False))
        assert [await tick(database, at("2027-03-01", "18:00") + timedelta(days=n)) for n in range(4)] == [0] * 4
        newer = deepcopy(content)
        newer["events"][0]["consents"][0] |= {"version": 2, "text": said("Newer words")}
        later = at("2027-03-10", "12:00")
        await database.write(lambda tx: loading.load(tx, content=newer, now=later))
        told = [await tick(database, at("2027-03-10", "18:00") + timedelta(days=n)) for n in range(4)]
        assert told == [0, 0, 2, 0], "newer words begin the ladder anew, for both"
        assert await owed(database) == [(mother, "reminder-consent"), (father, "reminder-consent")]


async def test_whoever_asked_to_be_called_is_not_pressed_for_a_consent(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([], [CONSENT], audience="minors")) as database:
        (child,) = await people(database, 1)
        guardian = await database.write(lambda tx: bring_guardian(tx, child, 50, agrees=False))
        await database.write(
            lambda tx: tx.connection.execute(
                "INSERT INTO call_requests (registration_id, account_id, asked_at) VALUES (?, ?, 0)",
                (child.id, guardian),
            )
        )
        assert await tick(database, at("2027-03-02", "18:00")) == 0


@pytest.mark.parametrize(
    ("starts", "told_at", "why"),
    [
        ("07:30", "07:15", "it begins in the quiet hours: whoever goes is up"),
        ("08:00", "07:45", "it begins just as they end"),
        ("08:10", "08:00", "it can wait for their end"),
        ("22:05", "21:50", "outside the quiet hours nothing waits"),
        ("22:30", "22:15", "late in the evening the same holds"),
    ],
)
async def test_quiet_hours_hold_a_session_back_unless_it_begins_in_them(
    tmp_path: Path, starts: str, told_at: str, why: str
) -> None:
    content = camp([session("early", "2027-07-07", starts, "23:00")], [SOON])
    async with open_database(tmp_path, content) as database:
        await people(database, 1)
        moment, told = at("2027-07-07", "07:00"), None
        while told is None:
            if await tick(database, moment):
                told = moment
            moment += timedelta(minutes=5)
        assert told == at("2027-07-07", told_at), why


async def test_a_programme_that_comes_late_at_night_waits_for_the_morning(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([LECTURE], [TOMORROW])) as database:
        await people(database, 1)
        assert await tick(database, at("2027-07-06", "22:10")) == 0
        assert await runs(database) == {}
        assert await tick(database, at("2027-07-07", "08:00")) == 1


async def test_what_would_be_useless_in_the_morning_is_recorded_at_once(tmp_path: Path) -> None:
    early = session("early", "2027-07-07", "07:30", "09:00")
    async with open_database(tmp_path, camp([early], [TOMORROW])) as database:
        await people(database, 1)
        assert await tick(database, at("2027-07-06", "22:10")) == 0
        assert await runs(database) == {"tomorrow one:2027-07-07": ("expired", 0)}


async def test_a_changed_offset_inside_the_camp_moves_reminders_with_the_local_hour(tmp_path: Path) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    sessions = [session("before", "2027-10-30", "10:00", "11:00"), session("after", "2027-10-31", "10:00", "11:00")]
    streams = [stream("one", "2027-10-30", "2027-11-02")]
    content = camp(sessions, [SOON, TOMORROW], timezone="Europe/Berlin", streams=streams)
    async with open_database(tmp_path, content) as database:
        await people(database, 1, ["one"])
        for on, clock, number in (
            ("2027-10-29", "20:00", 1),
            ("2027-10-30", "09:44", 0),
            ("2027-10-30", "09:45", 1),
            ("2027-10-30", "20:00", 1),
            ("2027-10-31", "09:44", 0),
            ("2027-10-31", "09:45", 1),
        ):
            assert await tick(database, at(on, clock, berlin)) == number, (on, clock)
        assert at("2027-10-31", "10:00", berlin) - at("2027-10-30", "10:00", berlin) == timedelta(hours=25)


async def test_when_the_zone_itself_changes_nothing_is_told_twice_and_the_rest_moves(tmp_path: Path) -> None:
    evening = session("evening", "2027-07-07", "18:00", "19:00")
    content = camp([LECTURE, evening], [SOON], timezone="Etc/GMT-5")
    async with open_database(tmp_path, content) as database:
        await people(database, 1)
        assert await tick(database, at("2027-07-07", "09:45", ZoneInfo("Etc/GMT-5"))) == 1
        content["events"][0]["timezone"] = "Etc/GMT-4"
        await database.write(lambda tx: loading.load(tx, content=content, now=NOW))
        assert await tick(database, at("2027-07-07", "09:45", ZoneInfo("Etc/GMT-4"))) == 0
        assert await tick(database, at("2027-07-07", "17:44", ZoneInfo("Etc/GMT-4"))) == 0
        assert await tick(database, at("2027-07-07", "17:45", ZoneInfo("Etc/GMT-4"))) == 1


async def test_a_moved_session_is_announced_at_its_new_time(tmp_path: Path) -> None:
    content = camp([LECTURE], [SOON])
    async with open_database(tmp_path, content) as database:
        await people(database, 1)
        assert await tick(database, at("2027-07-07", "09:45")) == 1
        content["events"][0]["sessions"] = [session("talk", "2027-07-07", "16:30", "17:00")]
        await database.write(lambda tx: loading.load(tx, content=content, now=NOW))
        assert await tick(database, at("2027-07-07", "16:15")) == 1


async def test_a_programme_loaded_late_is_not_reminded_of_its_past(tmp_path: Path) -> None:
    old = session("old", "2027-02-20", "10:00", "11:00")
    streams = [stream("one", "2027-02-18", "2027-07-16")]
    async with open_database(tmp_path, camp([old], [SOON, TOMORROW, DEPARTURE], streams=streams)) as database:
        assert await tick(database, NOW + timedelta(minutes=1)) == 0
        assert await runs(database) == {}
