"""A small camp with a timetable and reminder rules, and a hand that turns its clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.actions import consenting, reminding
from bot.domain.registration import Registration
from bot.domain.reminder import Quiet
from storage import links
from storage.database import Database, Transaction
from tests.seed import NOW, meet, programme, register, said

ALMATY = ZoneInfo("Asia/Almaty")
NIGHT = Quiet(starts=time(22), ends=time(8))
TOMORROW = {"code": "tomorrow", "kind": "evening_before", "at": "20:00", "to": "participants"}
SOON = {"code": "soon", "kind": "before_session", "minutes": 15, "to": "participants"}
DEPARTURE = {"code": "departure", "kind": "departure_day", "at": "07:00", "to": "guardians"}
CONSENT = {"code": "consent", "kind": "consent_missing", "at": "18:00", "to": "guardians_pending"}


def session(code: str, on: str, starts: str, ends: str, **more: Any) -> dict[str, Any]:
    """Return one session of a timetable."""
    made = {"code": code, "kind": "lecture", "title": said(code), "place": said("Hall"), "on": on}
    return {**made, "starts": starts, "ends": ends, **more}


def stream(code: str, starts_on: str, ends_on: str) -> dict[str, Any]:
    """Return one stream with plenty of places."""
    return {
        "code": code,
        "title": said(code),
        "starts_on": starts_on,
        "ends_on": ends_on,
        "capacity": 100,
        "quotas": [],
    }


def camp(
    sessions: Sequence[Mapping[str, Any]],
    rules: Sequence[Mapping[str, Any]],
    *,
    audience: str = "adults",
    timezone: str = "Asia/Almaty",
    streams: Sequence[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """Return the content of a programme with one camp, from 6 to 16 July unless its streams say otherwise."""
    content = programme(capacity=100, audience=audience)
    event = content["events"][0]
    event |= {"sessions": list(sessions), "reminders": list(rules), "timezone": timezone}
    if streams:
        event["streams"] = list(streams)
        choice = {"code": "stream", "kind": "stream", "title": said("Stream?")}
        event["form"]["sections"][0]["questions"].append(choice)
    return content


def at(on: str, clock: str, zone: ZoneInfo = ALMATY) -> datetime:
    """Return the instant of a local day and hour."""
    return datetime.combine(date.fromisoformat(on), time.fromisoformat(clock), zone).astimezone(UTC)


async def tick(database: Database, now: datetime, quiet: Quiet = NIGHT) -> int:
    """Let the reminders look once."""
    return await database.write(lambda tx: reminding.tick(tx, now=now, quiet=quiet))


async def runs(database: Database) -> dict[str, tuple[str, int]]:
    """Return «rule subject» -> (outcome, recipients) of everything that is done."""
    rows = await query(database, "SELECT rule, subject, outcome, recipients FROM reminder_runs ORDER BY due_at, rule")
    return {f"{row['rule']} {row['subject']}": (row["outcome"], row["recipients"]) for row in rows}


async def owed(database: Database) -> list[tuple[int, str]]:
    """Return (account, template) of everything in the outbox, in order."""
    rows = await query(database, "SELECT account_id, template FROM outbox ORDER BY id")
    return [(row["account_id"], row["template"]) for row in rows if row["template"].startswith("reminder-")]


async def query(database: Database, sql: str) -> list[Any]:
    """Ask the database directly."""
    return await database.read(lambda tx: tx.connection.execute(sql).fetchall())


def bring_guardian(tx: Transaction, registration: Registration, telegram_id: int, *, agrees: bool) -> int:
    """Let a guardian open a link of a registration, perhaps agree too; return the guardian's account."""
    guardian, secret = meet(tx, telegram_id), f"link-{registration.id}-{telegram_id}"
    links.add_guardian_link(
        tx,
        token_hash=secret,
        registration_id=registration.id,
        created_by=registration.account_id,
        now=NOW,
        expires_at=NOW + timedelta(days=3),
    )
    page = consenting.open_link(tx, actor=guardian, now=NOW, token_hash=secret)
    if agrees:
        revision = page.registration.revision
        consenting.give(tx, actor=guardian, now=NOW, registration_id=registration.id, revision=revision)
    return guardian.account_id


async def people(database: Database, number: int, answers: Sequence[str] = ()) -> list[Registration]:
    """Let so many people register, one after the other."""
    known = len(await query(database, "SELECT id FROM registrations"))
    first = 1 + known
    return [
        await database.write(lambda tx, n=n: register(tx, n, answers=answers))  # type: ignore[misc]
        for n in range(first, first + number)
    ]
