"""Programmes, events, streams, forms, units and timetables as they were loaded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.consent import ConsentRules, ConsentText, Level
from bot.domain.errors import NotAvailableError
from bot.domain.event import Audience, Event, Mode, Programme, Stage, Stream
from bot.domain.form import Form
from bot.domain.language import Localized
from bot.domain.timetable import Session
from bot.domain.units import Unit, Units
from storage.database import Transaction
from storage.engine import Row
from storage.values import day, from_json, instant, micros


def localized(text: str) -> Localized:
    """Return the localized text of a column."""
    return Localized.of(from_json(text))


def list_programmes(tx: Transaction) -> tuple[Programme, ...]:
    """Return every programme."""
    return tuple(_programme(row) for row in tx.list_("events.programmes"))


def get_programme(tx: Transaction, programme_id: int) -> Programme:
    """Return one programme."""
    row = tx.find("events.programme", programme_id=programme_id)
    if row is None:
        raise NotAvailableError
    return _programme(row)


def list_events(tx: Transaction, programme_id: int) -> tuple[Event, ...]:
    """Return the events of a programme, soonest first."""
    return tuple(_event(tx, row) for row in tx.list_("events.by_programme", programme_id=programme_id))


def get(tx: Transaction, event_id: int) -> Event:
    """Return one event with its streams."""
    row = tx.find("events.get", event_id=event_id)
    if row is None:
        raise NotAvailableError
    return _event(tx, row)


def get_by_code(tx: Transaction, code: str) -> Event:
    """Return the event of a deep link."""
    row = tx.find("events.by_code", code=code)
    if row is None:
        raise NotAvailableError
    return _event(tx, row)


def count_places(tx: Transaction, event: Event) -> Event:
    """Return the event with the places left in each stream; only screens that show them need this."""
    left = {row["stream_id"]: row["number"] for row in tx.list_("events.places_left", event_id=event.id)}
    return replace(event, streams=tuple(replace(one, places_left=left.get(one.id, 0)) for one in event.streams))


def newest_form(tx: Transaction, event_id: int) -> tuple[int, Form]:
    """Return (id, form) of the version new drafts answer."""
    form_version_id: int = tx.one("events.newest_form", event_id=event_id)["id"]
    return form_version_id, get_form(tx, form_version_id)


def get_form(tx: Transaction, form_version_id: int) -> Form:
    """Return one published form; it never changes, so it is read once."""
    key = ("form", form_version_id)
    if key not in tx.kept:
        row = tx.one("events.form_version", form_version_id=form_version_id)
        tx.kept[key] = Form.of(from_json(row["content"]))
    form: Form = tx.kept[key]
    return form


def get_units(tx: Transaction, programme_id: int) -> Units:
    """Return the org units of a programme; read once for each loading of its file, of which the last is kept."""
    key, loaded_at = ("units", programme_id), tx.one("events.programme", programme_id=programme_id)["loaded_at"]
    known_at, units = tx.kept.get(key, (None, None))
    if known_at != loaded_at:
        units = _read_units(tx, programme_id)
        tx.kept[key] = (loaded_at, units)
    found: Units = units
    return found


def _read_units(tx: Transaction, programme_id: int) -> Units:
    rows = tx.list_("events.units", programme_id=programme_id)
    return Units(
        Unit(
            id=row["id"],
            code=row["code"],
            kind=row["kind"],
            title=localized(row["title"]),
            parent_code=row["parent_code"],
            position=row["position"],
        )
        for row in rows
    )


def find_unit_id(tx: Transaction, programme_id: int, code: str) -> int | None:
    """Return the id behind a unit's code."""
    row = tx.find("events.unit_id", programme_id=programme_id, code=code)
    return None if row is None else int(row["id"])


def list_consent_texts(tx: Transaction, event_id: int) -> tuple[ConsentText, ...]:
    """Return the newest text of each purpose, required ones first."""
    return tuple(
        ConsentText(
            id=row["id"],
            event_id=row["event_id"],
            purpose=row["purpose"],
            version=row["version"],
            is_required=bool(row["is_required"]),
            title=localized(row["title"]),
            body=localized(row["body"]),
            sha256=row["sha256"],
            levels=tuple(Level(code=one["code"], title=Localized.of(one["title"])) for one in from_json(row["levels"])),
            change=localized(row["change"]) if row["change"] else None,
        )
        for row in tx.list_("events.consent_texts", event_id=event_id)
    )


def list_session_days(
    tx: Transaction, event_id: int, stream_id: int | None, squad_id: int | None = None
) -> tuple[date, ...]:
    """Return the local days that have sessions for a stream (None: any) and a squad (0: in none, None: any)."""
    rows = tx.list_("events.session_days", event_id=event_id, stream_id=stream_id, squad=_among(squad_id))
    return tuple(day(row["held_on"]) for row in rows)


def list_sessions(
    tx: Transaction, event_id: int, stream_id: int | None, on: date, squad_id: int | None = None
) -> tuple[Session, ...]:
    """Return the sessions of one local day for a stream (None: any) and a squad (0: in none, None: any)."""
    where = {"stream_id": stream_id, "squad": _among(squad_id)}
    rows = tx.list_("events.sessions_on", event_id=event_id, held_on=on.isoformat(), **where)
    return tuple(session(row) for row in rows)


def _among(squad_id: int | None) -> str | None:
    return None if squad_id is None else f"%,{squad_id},%"


def find_picture(tx: Transaction, code: str) -> str | None:
    """Return the file id of a picture that Telegram keeps."""
    row = tx.find("events.picture", code=code)
    return None if row is None else str(row["file_id"])


def keep_picture(tx: Transaction, code: str, file_id: str, now: datetime) -> None:
    """Remember a picture that Telegram keeps."""
    tx.run("events.keep_picture", code=code, file_id=file_id, now=micros(now))


def session(row: Row) -> Session:
    """Return the session of a row."""
    return Session(
        id=row["id"],
        event_id=row["event_id"],
        stream_id=row["stream_id"],
        code=row["code"],
        kind=row["kind"],
        title=localized(row["title"]),
        place=localized(row["place"]),
        speaker=localized(row["speaker"]) if row["speaker"] else None,
        held_on=day(row["held_on"]),
        starts_at=instant(row["starts_at"]),
        ends_at=instant(row["ends_at"]),
        capacity=row["capacity"],
        taken=row["taken"],
        revision=row["revision"],
        is_cancelled=bool(row["is_cancelled"]),
        squad_ids=tuple(int(one) for one in row["squads"].split(",") if one),
    )


def set_mode(tx: Transaction, event_id: int, mode: Mode) -> None:
    """Change how an event chooses; a programme file that says the same as before does not change it back."""
    tx.run("events.set_mode", event_id=event_id, mode=mode.value)


def set_stage(tx: Transaction, stream_id: int, stage: Stage) -> None:
    """Remember how far choosing has come in a stream."""
    tx.run("events.set_stage", stream_id=stream_id, stage=stage.value)


def resize(tx: Transaction, stream_id: int, capacity: int) -> None:
    """Change the capacity of a stream; a programme file that says the same as before does not change it back."""
    tx.run("events.resize", stream_id=stream_id, capacity=capacity)


def find_event_id(tx: Transaction, stream_id: int) -> int:
    """Return the event a stream belongs to."""
    row = tx.find("events.of_stream", stream_id=stream_id)
    if row is None:
        raise NotAvailableError
    return int(row["event_id"])


def _programme(row: Row) -> Programme:
    return Programme(id=row["id"], code=row["code"], title=localized(row["title"]), summary=localized(row["summary"]))


def _event(tx: Transaction, row: Row) -> Event:
    """Return the event of a row; what the rows say is built anew only when they say something else."""
    streams = tx.list_("events.streams", event_id=row["id"])
    key, said = ("event", row["id"]), (tuple(row), *(tuple(stream) for stream in streams))
    known, event = tx.kept.get(key, (None, None))
    if known != said:
        event = _build_event(row, streams)
        tx.kept[key] = (said, event)
    found: Event = event
    return found


def _build_event(row: Row, streams: Sequence[Row]) -> Event:
    return Event(
        id=row["id"],
        programme_id=row["programme_id"],
        code=row["code"],
        season=row["season"],
        title=localized(row["title"]),
        summary=localized(row["summary"]),
        place=localized(row["place"]),
        card=from_json(row["card"]),
        zone=ZoneInfo(row["timezone"]),
        audience=Audience(row["audience"]),
        mode=Mode(row["mode"]),
        starts_on=day(row["starts_on"]),
        ends_on=day(row["ends_on"]),
        opens_on=day(row["opens_on"]),
        closes_on=day(row["closes_on"]),
        edits_until=day(row["edits_until"] or row["closes_on"]),
        offered_for=timedelta(hours=row["offer_hours"]) if row["offer_hours"] else None,
        consent_rules=ConsentRules.of(from_json(row["consent_rules"])),
        streams=tuple(_stream(stream) for stream in streams),
        is_hidden=bool(row["is_hidden"]),
    )


def _stream(row: Row) -> Stream:
    return Stream(
        id=row["id"],
        event_id=row["event_id"],
        code=row["code"],
        title=localized(row["title"]),
        starts_on=day(row["starts_on"]),
        ends_on=day(row["ends_on"]),
        capacity=row["capacity"],
        stage=Stage(row["stage"]),
    )
