"""Seasons of an event: copies of what it is, without anybody who took part.

Always true: a copy has no registrations, drafts, answers or decisions; places taken are places free again.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.event import Event
from bot.domain.language import Localized
from bot.domain.season import moved
from storage import programmes, quotas
from storage.database import Transaction
from storage.engine import Row
from storage.values import from_json, instant, micros, to_json


def copy_event(
    tx: Transaction, event: Event, *, code: str, season: str, title: Localized, summary: Localized, shift: timedelta
) -> int:
    """Write down a hidden event like another one, so many days later; return its id."""
    row = tx.one("seasons.row", event_id=event.id)
    same = (
        "programme_id",
        "place",
        "card",
        "timezone",
        "audience",
        "mode",
        "offer_hours",
        "reminders",
        "selection",
        "gates",
    )
    days = ("starts_on", "ends_on", "opens_on", "closes_on", "edits_until")
    copied = tx.one(
        "seasons.copy_event",
        code=code,
        season=season,
        title=to_json(title.as_dict()),
        summary=to_json(summary.as_dict()),
        consent_rules=row["consent_rules"],
        **{name: row[name] for name in same},
        **{name: moved(row[name], shift) for name in days},
    )
    new_id: int = copied["id"]
    stream_ids = _copy_streams(tx, event.id, new_id, shift)
    tx.run("seasons.copy_consent_texts", event_id=event.id, new_id=new_id)
    _copy_sessions(tx, event, new_id, stream_ids, shift)
    return new_id


def has_sessions_outside(tx: Transaction, event_id: int, stream_id: int, starts_on: date, ends_on: date) -> bool:
    """Tell whether something stands in a stream's own timetable outside these days."""
    days = {"starts_on": starts_on.isoformat(), "ends_on": ends_on.isoformat()}
    return tx.find("seasons.sessions_outside", event_id=event_id, stream_id=stream_id, **days) is not None


def has_code(tx: Transaction, code: str) -> bool:
    """Tell whether an event has this code."""
    return tx.find("seasons.code", code=code) is not None


def set_days(tx: Transaction, event_id: int, opens_on: date, closes_on: date) -> None:
    """Say when registration opens and closes."""
    tx.run("seasons.set_days", event_id=event_id, opens_on=opens_on.isoformat(), closes_on=closes_on.isoformat())


def set_stream_days(tx: Transaction, event_id: int, stream_id: int, starts_on: date, ends_on: date) -> None:
    """Say when a stream starts and ends; the event lasts as long as its streams."""
    days = {"starts_on": starts_on.isoformat(), "ends_on": ends_on.isoformat()}
    tx.run("seasons.set_stream_days", event_id=event_id, stream_id=stream_id, **days)
    programmes.span(tx, event_id)


def show(tx: Transaction, event_id: int) -> bool:
    """Let everybody know of an event; False when they did already."""
    return tx.run("seasons.show", event_id=event_id) > 0


def _copy_streams(tx: Transaction, event_id: int, new_id: int, shift: timedelta) -> dict[int, int]:
    ids: dict[int, int] = {}
    for row in tx.list_("seasons.streams", event_id=event_id):
        copied = tx.one(
            "seasons.copy_stream",
            event_id=new_id,
            code=row["code"],
            title=row["title"],
            capacity=row["capacity"],
            **{name: moved(row[name], shift) for name in ("starts_on", "ends_on", "recall_on")},
        )
        ids[row["id"]] = copied["id"]
        programmes.add_seats(tx, copied["id"], row["capacity"])
        for quota in _from_above(tx.list_("seasons.quotas", stream_id=row["id"])):
            recall_on = moved(quota["recall_on"], shift)
            quotas.save_from_file(tx, copied["id"], quota["unit_id"], quota["capacity"], recall_on)
    return ids


def _from_above(rows: Sequence[Row]) -> list[Row]:
    """Return quotas with every one behind the one above it."""
    above = {row["id"]: row["above_id"] for row in rows}

    def depth(quota_id: int | None) -> int:
        return 0 if quota_id is None else 1 + depth(above.get(quota_id))

    return sorted(rows, key=lambda row: depth(row["id"]))


def _copy_sessions(tx: Transaction, event: Event, new_id: int, stream_ids: dict[int, int], shift: timedelta) -> None:
    for row in tx.list_("seasons.sessions", event_id=event.id):
        same = ("code", "kind", "title", "place", "speaker", "capacity")
        tx.run(
            "programmes.save_session",
            event_id=new_id,
            stream_id=stream_ids[row["stream_id"]] if row["stream_id"] else None,
            held_on=moved(row["held_on"], shift),
            starts_at=_later(row["starts_at"], shift, event.zone),
            ends_at=_later(row["ends_at"], shift, event.zone),
            squads="",
            filed="",
            **{name: row[name] for name in same},
        )


def _later(at: int, shift: timedelta, zone: ZoneInfo) -> int:
    """Return the same local time so many days later, also where clocks are changed in between."""
    local = instant(at).astimezone(zone)
    clock: time = local.timetz().replace(tzinfo=None)
    return micros(datetime.combine(local.date() + shift, clock, zone))


def list_active(tx: Transaction, stream_id: int) -> tuple[int, ...]:
    """Return the ids of a stream's registrations that are not over."""
    return tuple(row["id"] for row in tx.list_("seasons.active", stream_id=stream_id))


def take_owed_days(tx: Transaction, stream_id: int, now: datetime) -> list[str] | None:
    """Stop what is still owed about a stream's days; return the days people know, None when nothing was owed."""
    about = f'%"stream":{stream_id},%'
    row = tx.find("seasons.owed_days", about=about)
    tx.run("seasons.stop_days", about=about, now=micros(now))
    return list(from_json(row["data"])["was"]) if row else None
