"""A month of reminders with outages, clock jumps and a changed offset: each goes out exactly once, or is recorded."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from storage.values import instant
from tests.actions.camp import SOON, TOMORROW, camp, people, query, session, stream, tick
from tests.seed import open_database

BERLIN = ZoneInfo("Europe/Berlin")
FIRST, DAYS = date(2027, 10, 15), 30
LAST = FIRST + timedelta(days=DAYS - 1)
MORNING_CALL = {"code": "departure", "kind": "departure_day", "at": "07:00", "to": "participants"}
STREAMS = ("east", "west")
EACH = 2


@dataclass(frozen=True)
class Expected:
    """What must happen to one reminder: only `until`, and unless urgent only outside 22:00–08:00."""

    due_at: datetime
    until: datetime
    is_urgent: bool
    people: int


def local(on: date, clock: str) -> datetime:
    return datetime.combine(on, time.fromisoformat(clock), BERLIN).astimezone(UTC)


def is_night(at: datetime) -> bool:
    return not 8 <= at.astimezone(BERLIN).hour < 22


def timetable(dice: random.Random) -> list[dict[str, Any]]:
    """Return a month of sessions: some for one stream, some early, some meals."""
    made = []
    for number in range(DAYS):
        on = FIRST + timedelta(days=number)
        for hour in sorted(dice.sample(range(6, 23), 4)):
            minute = dice.choice((0, 5, 10, 30))
            own = {"stream": dice.choice(STREAMS)} if dice.random() < 0.5 else {}
            kind = dice.choice(("lecture", "training", "meal", "travel"))
            starts, ends = f"{hour:02}:{minute:02}", f"{hour:02}:59"
            made.append(session(f"d{number}-{hour}", on.isoformat(), starts, ends, kind=kind, **own))
    return made


def expectations(sessions: list[dict[str, Any]]) -> Iterator[tuple[str, Expected]]:
    """Yield every reminder of the month, worked out from the timetable by hand."""
    for one in sessions:
        if one["kind"] in {"lecture", "training"}:
            begins = local(date.fromisoformat(one["on"]), one["starts"])
            is_urgent = is_night(begins) or one["starts"] == "08:00"
            concerned = EACH if "stream" in one else EACH * len(STREAMS)
            subject = f"soon {one['code']}:{one['on']}T{one['starts']}"
            yield subject, Expected(begins - timedelta(minutes=15), begins, is_urgent, concerned)
    for name in STREAMS:
        for number in range(DAYS):
            on = FIRST + timedelta(days=number)
            own = [s for s in sessions if s["on"] == on.isoformat() and s.get("stream", name) == name]
            last = max((s["starts"] for s in own if s["kind"] != "meal"), default=None)
            if last is not None:
                evening = local(on - timedelta(days=1), "20:00")
                yield f"tomorrow {name}:{on}", Expected(evening, local(on, last), False, EACH)
            if number == 0:
                until = local(on, last) if last else local(on + timedelta(days=1), "00:00")
                yield f"departure {name}:{on}", Expected(local(on, "07:00"), until, True, EACH)


def looks(dice: random.Random) -> Iterator[datetime]:
    """Yield the instants at which a program with a hard life looks at its clock."""
    now = local(FIRST - timedelta(days=2), "12:00")
    while now < local(LAST + timedelta(days=3), "12:00"):
        yield now
        now += timedelta(minutes=dice.randint(1, 15))
        if dice.random() < 0.01:
            now += timedelta(minutes=dice.randint(1, 47 * 60))
        if dice.random() < 0.01:
            yield now + dice.choice((-1, 1)) * timedelta(minutes=dice.randint(1, 60))


@pytest.mark.parametrize("seed", range(3))
async def test_each_reminder_of_a_month_goes_out_once_or_is_recorded_as_expired(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    sessions = timetable(dice)
    streams = [stream(name, FIRST.isoformat(), LAST.isoformat()) for name in STREAMS]
    content = camp(sessions, [SOON, TOMORROW, MORNING_CALL], timezone="Europe/Berlin", streams=streams)
    async with open_database(tmp_path, content) as database:
        for name in STREAMS:
            await people(database, EACH, [name])
        seen = list(looks(dice))
        for now in seen:
            await tick(database, now)
        rows = await query(database, "SELECT * FROM reminder_runs")
        copies = Counter(
            row["dedup_key"].rpartition(":")[0] for row in await query(database, "SELECT dedup_key FROM outbox")
        )
    done = {f"{row['rule']} {row['subject']}": row for row in rows}
    expected = dict(expectations(sessions))
    assert set(done) == set(expected)
    for subject, reminder in expected.items():
        check(reminder, done[subject], copies[f"reminder:1:{subject.replace(' ', ':', 1)}"], seen)
    outcomes = Counter(row["outcome"] for row in rows)
    assert outcomes["sent"] > 50
    assert outcomes["expired"] > 5


def check(reminder: Expected, row: Any, copies: int, seen: list[datetime]) -> None:
    """Compare what was written down with what the timetable and the outages allow, look by look."""
    ran_at = instant(row["ran_at"])
    before = seen[: seen.index(ran_at)]
    told = (row["outcome"], row["recipients"], copies)
    assert instant(row["due_at"]) == reminder.due_at
    assert not any(is_chance(reminder, at) for at in before), (reminder, ran_at)
    if row["outcome"] == "sent":
        assert told == ("sent", reminder.people, reminder.people), (reminder, told)
        assert is_chance(reminder, ran_at), (reminder, ran_at)
    else:
        assert told == ("expired", 0, 0), (reminder, told)
        assert ran_at >= reminder.until or is_night(ran_at), (reminder, ran_at)
        assert not is_chance(reminder, ran_at), (reminder, ran_at)


def is_chance(reminder: Expected, at: datetime) -> bool:
    """Tell whether the reminder must be sent by whoever looks at this instant and finds it undone."""
    return reminder.due_at <= at < reminder.until and (reminder.is_urgent or not is_night(at))
