"""Ninety days of reminders with outages of a minute to 47 hours, clock jumps and a zone whose offset changes.

Each reminder goes out exactly once, or is recorded as expired. One zone is Berlin at the end of summer time; the other
is made here: a country that moves its clock back for good and, a month later, forward again.
"""

from __future__ import annotations

import random
import struct
import zoneinfo
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

FIRST, DAYS = date(2027, 10, 15), 90
BERLIN, MOVING = "Europe/Berlin", "Jazyl/Moving"
BACK_AT, FORTH_AT = (datetime(2027, *on, 18, 0, tzinfo=UTC) for on in ((11, 12), (12, 14)))
"""Midnight of the zone that is made here: it goes from UTC+6 to UTC+5, then to UTC+6 again."""
LAST = FIRST + timedelta(days=DAYS - 1)
MORNING_CALL = {"code": "departure", "kind": "departure_day", "at": "07:00", "to": "participants"}
PACKING = {"code": "pack", "kind": "packing", "at": "18:00", "days": 1, "to": "participants"}
PICKUP = {"code": "home", "kind": "pickup_day", "at": "06:30", "to": "participants"}
DOCUMENT = {"code": "paper", "kind": "document_missing", "at": "23:00", "days": 1, "to": "family"}
OPINION = {"code": "ask", "kind": "opinion", "at": "18:00", "to": "family"}
RULES = [SOON, TOMORROW, MORNING_CALL, PACKING, PICKUP, DOCUMENT, OPINION]
STREAMS = ("east", "west")
EACH = 2


@dataclass(frozen=True)
class Expected:
    """What must happen to one reminder: only `until`, and unless urgent only outside 22:00–08:00."""

    due_at: datetime
    until: datetime
    is_urgent: bool
    people: int
    zone: ZoneInfo


def local(on: date, clock: str, zone: ZoneInfo) -> datetime:
    return datetime.combine(on, time.fromisoformat(clock), zone).astimezone(UTC)


def is_night(at: datetime, zone: ZoneInfo) -> bool:
    return not 8 <= at.astimezone(zone).hour < 22


def timetable(dice: random.Random) -> list[dict[str, Any]]:
    """Return ninety days of sessions: some for one stream, some early, some meals."""
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


def expectations(sessions: list[dict[str, Any]], zone: ZoneInfo) -> Iterator[tuple[str, Expected]]:
    """Yield every reminder of these days, worked out from the timetable by hand."""
    for one in sessions:
        if one["kind"] in {"lecture", "training"}:
            begins = local(date.fromisoformat(one["on"]), one["starts"], zone)
            is_urgent = is_night(begins, zone) or one["starts"] == "08:00"
            concerned = EACH if "stream" in one else EACH * len(STREAMS)
            subject = f"soon {one['code']}:{one['on']}T{one['starts']}"
            yield subject, Expected(begins - timedelta(minutes=15), begins, is_urgent, concerned, zone)
    for name in STREAMS:
        for number in range(DAYS):
            on = FIRST + timedelta(days=number)
            own = [s for s in sessions if s["on"] == on.isoformat() and s.get("stream", name) == name]
            last = max((s["starts"] for s in own if s["kind"] != "meal"), default=None)
            if last is not None:
                evening = local(on - timedelta(days=1), "20:00", zone)
                yield f"tomorrow {name}:{on}", Expected(evening, local(on, last, zone), False, EACH, zone)
            if number == 0:
                eve, until = on - timedelta(days=1), local(on + timedelta(days=1), "00:00", zone)
                yield f"pack {name}:{on}", Expected(local(eve, "18:00", zone), until, False, EACH, zone)
                yield f"paper {name}:{on}", Expected(local(eve, "23:00", zone), until, False, 0, zone)
                until = local(on, last, zone) if last else local(on + timedelta(days=1), "00:00", zone)
                yield f"departure {name}:{on}", Expected(local(on, "07:00", zone), until, True, EACH, zone)
        until = local(LAST + timedelta(days=1), "00:00", zone)
        asked_at, week = local(LAST + timedelta(days=1), "18:00", zone), local(LAST + timedelta(days=8), "00:00", zone)
        yield f"ask {name}:{LAST}", Expected(asked_at, week, False, EACH, zone)
        yield f"home {name}:{LAST}", Expected(local(LAST, "06:30", zone), until, True, EACH, zone)


def looks(dice: random.Random, zone: ZoneInfo) -> Iterator[datetime]:
    """Yield the instants at which a program with a hard life looks at its clock."""
    now = local(FIRST - timedelta(days=2), "12:00", zone)
    while now < local(LAST + timedelta(days=3), "12:00", zone):
        yield now
        now += timedelta(minutes=dice.randint(1, 15))
        if dice.random() < 0.01:
            now += timedelta(minutes=dice.randint(1, 47 * 60))
        if dice.random() < 0.01:
            yield now + dice.choice((-1, 1)) * timedelta(minutes=dice.randint(1, 60))


def built_zone() -> bytes:
    """Return the file of a zone that moves from UTC+6 to UTC+5 and back, as a system would keep it."""
    moves = [(int(at.timestamp()), kind) for at, kind in ((BACK_AT, 1), (FORTH_AT, 0))]
    head = b"TZif2" + bytes(15) + struct.pack(">6l", 0, 0, 0, len(moves), 2, 8)
    kinds = b"".join(struct.pack(">lbB", 3600 * hours, 0, at) for hours, at in ((6, 0), (5, 4)))

    def block(size: str) -> bytes:
        return struct.pack(f">{len(moves)}{size}", *(at for at, _ in moves)) + bytes(kind for _, kind in moves) + kinds

    return head + block("l") + b"+06\0+05\0" + head + block("q") + b"+06\0+05\0" + b"\n<+06>-6\n"


@pytest.fixture
def zones(tmp_path: Path) -> Iterator[None]:
    """Let the program find the zone that is made here."""
    where, known = tmp_path / "zones", zoneinfo.TZPATH
    (where / "Jazyl").mkdir(parents=True)
    (where / MOVING).write_bytes(built_zone())
    zoneinfo.reset_tzpath([str(where), *known])
    yield
    zoneinfo.reset_tzpath(known)


def test_the_zone_that_is_made_here_really_moves(zones: None) -> None:
    zone = ZoneInfo(MOVING)
    hours = [
        (at + timedelta(hours=1)).astimezone(zone).utcoffset()
        for at in (BACK_AT - timedelta(days=1), BACK_AT, FORTH_AT)
    ]
    assert hours == [timedelta(hours=6), timedelta(hours=5), timedelta(hours=6)]


@pytest.mark.slow
@pytest.mark.parametrize(("key", "seed"), [(BERLIN, 0), (MOVING, 1)])
async def test_each_reminder_of_ninety_days_goes_out_once_or_is_recorded_as_expired(
    tmp_path: Path, zones: None, key: str, seed: int
) -> None:
    dice, zone = random.Random(seed), ZoneInfo(key)
    sessions = timetable(dice)
    streams = [stream(name, FIRST.isoformat(), LAST.isoformat()) for name in STREAMS]
    content = camp(
        sessions, [SOON, TOMORROW, MORNING_CALL, PACKING, PICKUP, DOCUMENT, OPINION], timezone=key, streams=streams
    )
    async with open_database(tmp_path, content) as database:
        for name in STREAMS:
            await people(database, EACH, [name])
        seen = list(looks(dice, zone))
        for now in seen:
            await tick(database, now)
        rows = await query(database, "SELECT * FROM reminder_runs")
        copies = Counter(
            row["dedup_key"].rpartition(":")[0] for row in await query(database, "SELECT dedup_key FROM outbox")
        )
    done = {f"{row['rule']} {row['subject']}": row for row in rows}
    expected = dict(expectations(sessions, zone))
    assert set(done) == set(expected)
    for subject, reminder in expected.items():
        check(reminder, done[subject], copies[f"reminder:1:{subject.replace(' ', ':', 1)}"], seen)
    outcomes = Counter(row["outcome"] for row in rows)
    print(f"{key}: {len(seen)} looks, {dict(outcomes)}, 0 silent, 0 twice")
    assert outcomes["sent"] > 150
    assert outcomes["expired"] > 10


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
        assert ran_at >= reminder.until or is_night(ran_at, reminder.zone), (reminder, ran_at)
        assert not is_chance(reminder, ran_at), (reminder, ran_at)


def is_chance(reminder: Expected, at: datetime) -> bool:
    """Tell whether the reminder must be sent by whoever looks at this instant and finds it undone."""
    return reminder.due_at <= at < reminder.until and (reminder.is_urgent or not is_night(at, reminder.zone))
