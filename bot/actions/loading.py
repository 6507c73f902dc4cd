"""Loading a programme from its checked file: everything or nothing, as often as one likes.

Always true: a form is published only when the file says something new; a file that says what it said before undoes
nothing that organizers have changed in chat since.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.actions.renewing import renew
from bot.actions.seating import promote_all
from bot.actions.versioning import publish_version
from storage import events, faq, forms, programmes
from storage.database import Transaction
from storage.values import from_json, to_json


def load(tx: Transaction, *, content: Mapping[str, Any], now: datetime) -> int:
    """Create or refresh a programme with its events, forms and timetables; return its id.

    `content` is a checked programme file (`Programme.model_dump(mode="json", by_alias=True)`).
    """
    programme_id = programmes.save_programme(tx, content["programme"], now)
    unit_ids = programmes.save_units(tx, programme_id, tuple(content["units"]))
    faq.load(tx, programme_id, content.get("faq") or ())
    for event in content["events"]:
        _load_event(tx, programme_id, event, unit_ids, now)
    return programme_id


def _load_event(
    tx: Transaction, programme_id: int, event: Mapping[str, Any], unit_ids: Mapping[str, int], now: datetime
) -> None:
    event_id = programmes.save_event(tx, programme_id, event)
    stream_ids = {stream["code"]: programmes.save_stream(tx, event_id, stream, unit_ids) for stream in event["streams"]}
    programmes.span(tx, event_id)
    _publish_form(tx, event_id, from_json(to_json(event["form"])), now)
    newer = [consent for consent in event["consents"] if programmes.save_consent_text(tx, event_id, consent)]
    renew(tx, events.get(tx, event_id), newer, now=now)
    for session in event["sessions"]:
        programmes.save_session(tx, event_id, session, stream_ids, ZoneInfo(event["timezone"]))
    promote_all(tx, event_id, now=now)


def _publish_form(tx: Transaction, event_id: int, form: Mapping[str, Any], now: datetime) -> None:
    """Publish the form if the file says something new: what was made in chat since is not undone by the same file."""
    newest = forms.newest(tx, event_id)
    if forms.newest_from_file(tx, event_id) != form and (newest is None or newest.content != form):
        publish_version(tx, event_id, form, now=now)
