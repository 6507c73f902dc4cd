"""Programmes going in: what a checked programme file says, written row by row."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.errors import ConsentTextChangedError
from bot.domain.names import fold
from storage import quotas, registrations
from storage.database import Transaction
from storage.values import micros, to_ids, to_json

Content = Mapping[str, Any]


def save_programme(tx: Transaction, about: Content, now: datetime) -> int:
    """Create or refresh a programme and return its id."""
    return _id(
        tx,
        "programmes.save",
        code=about["code"],
        title=to_json(about["title"]),
        summary=to_json(about["summary"]),
        operator=to_json(about["operator"]),
        now=micros(now),
    )


def save_units(
    tx: Transaction, programme_id: int, units: tuple[Content, ...], parent_id: int | None = None
) -> dict[str, int]:
    """Create or refresh a tree of org units and return their ids by code."""
    ids: dict[str, int] = {}
    for position, unit in enumerate(units):
        ids[unit["code"]] = _id(
            tx,
            "programmes.save_unit",
            programme_id=programme_id,
            parent_id=parent_id,
            code=unit["code"],
            kind=unit["kind"],
            title=to_json(unit["title"]),
            search_text=fold(" ".join(unit["title"].values())),
            position=position,
        )
        ids |= save_units(tx, programme_id, tuple(unit.get("units", ())), ids[unit["code"]])
    return ids


def save_event(tx: Transaction, programme_id: int, event: Content) -> int:
    """Create or refresh an event and return its id."""
    days = event["registration"]
    return _id(
        tx,
        "programmes.save_event",
        programme_id=programme_id,
        code=event["code"],
        season=event["season"],
        title=to_json(event["title"]),
        summary=to_json(event["summary"]),
        place=to_json(event["place"]),
        card=to_json(event["card"]),
        timezone=event["timezone"],
        audience=event["audience"],
        mode=days["mode"],
        starts_on=min(stream["starts_on"] for stream in event["streams"]),
        ends_on=max(stream["ends_on"] for stream in event["streams"]),
        opens_on=days["opens_on"],
        closes_on=days["closes_on"],
        edits_until=days.get("edits_until"),
        offer_hours=(days.get("offers") or {}).get("hours"),
        reminders=to_json(event["reminders"]),
        selection=to_json(event.get("selection") or {}),
        filed_days=f"{days['opens_on']}/{days['closes_on']}",
        consent_rules=to_json(event.get("consent_rules") or {}),
        gates=to_json(event.get("gates") or []),
    )


def save_stream(tx: Transaction, event_id: int, stream: Content, unit_ids: Mapping[str, int]) -> int:
    """Create or refresh a stream with exactly its seats (more while taken ones stand above) and its quotas."""
    saved = tx.one(
        "programmes.save_stream",
        event_id=event_id,
        code=stream["code"],
        title=to_json(stream["title"]),
        starts_on=stream["starts_on"],
        ends_on=stream["ends_on"],
        capacity=stream["capacity"],
        recall_on=stream.get("recall_on"),
        filed_days=f"{stream['starts_on']}/{stream['ends_on']}",
    )
    stream_id: int = saved["id"]
    add_seats(tx, stream_id, saved["capacity"])
    quotas.relink(tx, stream_id)
    order = {code: place for place, code in enumerate(unit_ids)}
    for quota in sorted(stream.get("quotas", ()), key=lambda one: order[one["unit"]]):
        unit_id = unit_ids[quota["unit"]]
        quotas.save_from_file(tx, stream_id, unit_id, quota["capacity"], quota.get("recall_on"))
    return stream_id


def span(tx: Transaction, event_id: int) -> None:
    """Let an event last as long as its streams."""
    tx.run("programmes.span", event_id=event_id)


def add_seats(tx: Transaction, stream_id: int, capacity: int) -> None:
    """Give a stream the seats of its capacity, and take away the free ones above it."""
    tx.run_many(
        "programmes.add_seat", [{"stream_id": stream_id, "number": number} for number in range(1, capacity + 1)]
    )
    registrations.drop_surplus_seats(tx, stream_id)


def save_consent_text(tx: Transaction, event_id: int, consent: Content) -> bool:
    """Add a consent text and tell whether it is new; ConsentTextChangedError when its version said something else."""
    levels = list(consent.get("levels") or ())
    said = [consent["title"], consent["text"], consent["required"], *([levels] if levels else [])]
    sha256 = hashlib.sha256(to_json(said).encode()).hexdigest()
    purpose, version = consent["purpose"], consent["version"]
    known = tx.find("programmes.consent_sha", event_id=event_id, purpose=purpose, version=version)
    if known is not None and known["sha256"] != sha256:
        raise ConsentTextChangedError(purpose, version)
    if known is None:
        tx.run(
            "programmes.add_consent_text",
            event_id=event_id,
            purpose=purpose,
            version=version,
            is_required=int(consent["required"]),
            title=to_json(consent["title"]),
            body=to_json(consent["text"]),
            levels=to_json(levels),
            change=to_json(consent["change"]) if consent.get("change") else None,
            sha256=sha256,
        )
    return known is None


def save_session(
    tx: Transaction,
    event_id: int,
    session: Content,
    stream_ids: Mapping[str, int],
    zone: ZoneInfo,
    squad_ids: Iterable[int] = (),
) -> None:
    """Create or refresh one item of the timetable; what was changed in the chat stays until the file changes it."""
    held_on = date.fromisoformat(session["on"])
    said = {name: value for name, value in session.items() if name != "squads" or value}
    tx.run(
        "programmes.save_session",
        event_id=event_id,
        stream_id=stream_ids[session["stream"]] if session.get("stream") else None,
        squads=to_ids(squad_ids),
        code=session["code"],
        kind=session["kind"],
        title=to_json(session["title"]),
        place=to_json(session["place"]),
        speaker=to_json(session["speaker"]) if session.get("speaker") else None,
        held_on=held_on.isoformat(),
        starts_at=_local(held_on, session["starts"], zone),
        ends_at=_local(held_on, session["ends"], zone),
        capacity=session.get("capacity"),
        filed=hashlib.sha256(to_json([said, zone.key]).encode()).hexdigest(),
    )


def _local(on: date, clock_time: str, zone: ZoneInfo) -> int:
    return micros(datetime.combine(on, time.fromisoformat(clock_time), zone))


def _id(tx: Transaction, name: str, **values: object) -> int:
    row_id: int = tx.one(name, **values)["id"]
    return row_id
