"""Who is in an audience, looked up anew at every question.

Always true: counting, naming, sending and asking who confirmed all ask one definition («audiences.members»).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from bot.domain.audience import REACHED, Audience, Kind, Role, Saved
from bot.domain.broadcast import Count, short_name
from bot.domain.errors import NotAvailableError
from bot.domain.language import Language
from storage import scopes
from storage.database import Transaction
from storage.engine import Row
from storage.values import from_json, micros, to_json


def count(tx: Transaction, programme_id: int, audience: Audience, now: datetime) -> tuple[Count, ...]:
    """Return how many people an audience has, by language and role; everybody is counted once."""
    rows = tx.list_("audiences.count", **whom(tx, programme_id, audience, now))
    return tuple(
        Count(language=Language(row["language"]), roles=frozenset(_roles(row)), number=row["number"]) for row in rows
    )


def sample(tx: Transaction, programme_id: int, audience: Audience, now: datetime, *, limit: int) -> tuple[str, ...]:
    """Return the short names of a few people of an audience."""
    rows = tx.list_("audiences.sample", limit=limit, **whom(tx, programme_id, audience, now))
    return tuple(
        short_name(row["full_name"] or row["display_name"], is_surname_first=row["full_name"] is not None)
        for row in rows
    )


def whom(tx: Transaction, programme_id: int, audience: Audience, now: datetime) -> dict[str, Any]:
    """Return the parameters by which «audiences.members» is limited to an audience."""
    chosen: dict[str, Any] = {}
    for name, kind in (("sessions", Kind.SESSION), ("waiting", Kind.WAITING), ("squads", Kind.SQUAD)):
        chosen[name] = scopes.as_text(audience.ids(kind))
        chosen[f"no_{name}"] = scopes.as_text(audience.ids(kind, without=True))
    return chosen | {
        "programme_id": programme_id,
        "event_id": audience.event_id,
        "stream_id": audience.stream_id,
        "statuses": _text(audience.statuses),
        "roles": _text(audience.roles),
        "languages": _text(audience.languages),
        "reached": _text(REACHED),
        "within": scopes.as_text(scopes.below(tx, programme_id, audience.within)),
        "units": scopes.as_text(scopes.below(tx, programme_id, audience.ids(Kind.UNIT))),
        "no_units": scopes.as_text(scopes.below(tx, programme_id, audience.ids(Kind.UNIT, without=True))),
        "people": scopes.as_text(audience.ids(Kind.PERSON)),
        "no_people": scopes.as_text(audience.ids(Kind.PERSON, without=True)),
        "is_only_picked": int(audience.is_only_picked),
        "now": micros(now),
    }


def save(tx: Transaction, programme_id: int, audience: Audience, *, made_by: int, name: str, now: datetime) -> Saved:
    """Give an audience a name."""
    about = {"programme_id": programme_id, "made_by": made_by, "called": name}
    return _saved(tx.one("audiences.save", **about, audience=to_json(audience.as_dict()), now=micros(now)))


def list_saved(tx: Transaction, programme_id: int) -> tuple[Saved, ...]:
    """Return the audiences of a programme that have a name, by name."""
    return tuple(map(_saved, tx.list_("audiences.list", programme_id=programme_id)))


def get_saved(tx: Transaction, saved_id: int) -> Saved:
    """Return one audience with a name, deleted or not; NotAvailableError when there is none."""
    row = tx.find("audiences.get", saved_id=saved_id)
    if row is None:
        raise NotAvailableError
    return _saved(row)


def rename(tx: Transaction, saved_id: int, name: str) -> None:
    """Call an audience something else."""
    tx.run("audiences.rename", saved_id=saved_id, called=name)


def drop(tx: Transaction, saved_id: int, now: datetime) -> None:
    """Delete an audience's name; to do it twice changes nothing."""
    tx.run("audiences.drop", saved_id=saved_id, now=micros(now))


def restore(tx: Transaction, saved_id: int) -> None:
    """Bring an audience back; to do it twice changes nothing."""
    tx.run("audiences.restore", saved_id=saved_id)


def _saved(row: Row) -> Saved:
    return Saved(
        id=row["id"],
        programme_id=row["programme_id"],
        name=row["name"],
        audience=Audience.of(from_json(row["audience"])),
        is_dropped=row["dropped_at"] is not None,
    )


def _text(codes: Iterable[str]) -> str:
    """Return codes as a query compares them («,a,b,»)."""
    return f",{','.join(sorted(codes))},"


def _roles(row: Row) -> list[Role]:
    return [role for role in Role if row[f"is_{role.value}"]]
