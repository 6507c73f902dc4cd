"""What audiences are chosen by: is it the programme's, and what is it called.

Always true: a person is known only to whom a registration of theirs is open.
"""

from __future__ import annotations

from typing import Final

from bot.domain.audience import Facet, Kind, Offered
from bot.domain.errors import StaleError
from bot.domain.language import Localized
from storage import events, scopes
from storage.database import Transaction
from storage.engine import Row
from storage.events import localized
from storage.values import instant

QUERIES: Final = {
    Kind.SESSION: "facets.session",
    Kind.WAITING: "facets.session",
    Kind.SQUAD: "facets.squad",
    Kind.PERSON: "facets.person",
}


def is_known(
    tx: Transaction, programme_id: int, event_id: int | None, facet: Facet, reached: frozenset[int] | None
) -> bool:
    """Tell whether a facet may be chosen for an event of a programme by whom these units (None: all) are open."""
    if facet.kind is Kind.UNIT:
        is_there = events.get_units(tx, programme_id).with_id(facet.id) is not None
        return is_there and (reached is None or facet.id in reached)
    return _find(tx, programme_id, event_id, facet, reached) is not None


def find_title(tx: Transaction, programme_id: int, facet: Facet) -> Localized | str | None:
    """Return what a facet is called; None when it is gone. A squad without a name is called by its number."""
    if facet.kind is Kind.UNIT:
        unit = events.get_units(tx, programme_id).with_id(facet.id)
        return None if unit is None else unit.title
    row = _find(tx, programme_id, None, facet, None)
    if row is None:
        return None
    if facet.kind is Kind.PERSON:
        return str(row["full_name"])
    return squad_name(row) if facet.kind is Kind.SQUAD else localized(row["title"])


def list_offered(
    tx: Transaction, kind: Kind, event_id: int, stream_id: int | None, limit: int, skipped: int
) -> tuple[Offered, ...]:
    """Return some of the sessions one signs up for, or of the squads; StaleError for what is not listed."""
    page = {"event_id": event_id, "limit": limit, "skipped": skipped}
    if kind is Kind.SESSION:
        return tuple(map(_session, tx.list_("facets.sessions", **page)))
    if kind is not Kind.SQUAD:
        raise StaleError
    rows = tx.list_("facets.squads", stream_id=stream_id, **page)
    return tuple(Offered(facet=Facet(kind=kind, id=row["id"]), title=squad_name(row)) for row in rows)


def _session(row: Row) -> Offered:
    return Offered(
        facet=Facet(kind=Kind.SESSION, id=row["id"]),
        title=localized(row["title"]),
        starts_at=instant(row["starts_at"]),
        number=row["taken"],
    )


def squad_name(row: Row) -> str:
    """Return a squad's name, or its number."""
    return str(row["name"] or f"№ {row['number']}")


def _find(
    tx: Transaction, programme_id: int, event_id: int | None, facet: Facet, reached: frozenset[int] | None
) -> Row | None:
    about = {"facet_id": facet.id, "programme_id": programme_id, "event_id": event_id}
    return tx.find(QUERIES[facet.kind], units=scopes.as_text(reached), **about)
