"""What shows that two registrations are one person's, and what was decided about it.

Always true: a merge deletes nothing and touches no decision of a guardian; every guardian's link it makes is named in
its record, and ends from there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.domain.access import Scope
from bot.domain.errors import NotAvailableError
from bot.domain.likeness import Profile
from bot.domain.registration import Status
from storage import participants
from storage.database import Transaction
from storage.engine import Row
from storage.participants import Participant
from storage.scopes import within
from storage.values import day, from_json, instant, micros, to_json

MOST: Final = 20_000
"""Registrations of one event that are compared."""
MOST_ALIKE: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Two registrations of one person, of which one ended; `links` made guardians of the one know the other."""

    id: int
    event_id: int
    kept_id: int
    gone_id: int
    kept_registration_id: int
    ended_registration_id: int
    ended_status: Status
    links: tuple[int, ...]
    merged_at: datetime
    is_undone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeLine:
    """One merge in the history of an event."""

    id: int
    name: str
    by: str
    merged_at: datetime
    undone_at: datetime | None


def list_profiles(tx: Transaction, scope: Scope) -> tuple[Profile, ...]:
    """Return what is compared of every registration that stands."""
    rows = tx.list_("duplicates.active", limit=MOST, **within(scope))
    guardians: dict[int, frozenset[int]] = defaultdict(frozenset)
    for row in tx.list_("duplicates.guardians", **within(scope)):
        guardians[row["participant_id"]] |= {row["account_id"]}
    return tuple(_profiles(rows, guardians))


def list_alike(tx: Transaction, scope: Scope, participant: Participant, search_name: str) -> tuple[Profile, ...]:
    """Return what is compared of those who share a participant's name, birth date or phone, and of themselves.

    Guardians are left out.
    """
    rows = tx.list_(
        "duplicates.active_alike",
        participant_id=participant.id,
        search_name=search_name,
        born_on=participant.born_on.isoformat() if participant.born_on else None,
        phone=participant.phone,
        limit=MOST_ALIKE,
        **within(scope),
    )
    return tuple(_profiles(rows, {}))


def list_different(tx: Transaction, event_id: int) -> frozenset[tuple[int, int]]:
    """Return the pairs of participants who are known to be two people, the smaller number first."""
    return frozenset((row["one_id"], row["other_id"]) for row in tx.list_("duplicates.different", event_id=event_id))


def add_different(tx: Transaction, event_id: int, one: int, other: int, *, account_id: int, now: datetime) -> None:
    """Remember that two participants are two people."""
    pair = {"event_id": event_id, "one_id": min(one, other), "other_id": max(one, other)}
    tx.run("duplicates.add_different", account_id=account_id, now=micros(now), **pair)


def undo_different(tx: Transaction, event_id: int, one: int, other: int, now: datetime) -> bool:
    """Forget that two participants are two people; False when that was not known."""
    pair = {"event_id": event_id, "one_id": min(one, other), "other_id": max(one, other)}
    return tx.run("duplicates.undo_different", now=micros(now), **pair) > 0


def find_owner(tx: Transaction, participant_id: int) -> int | None:
    """Return the account that is the participant's own."""
    rows = tx.list_("duplicates.accounts_of", participant_id=participant_id)
    return next((int(row["account_id"]) for row in rows if row["is_own"]), None)


def list_accounts(tx: Transaction, participant_id: int) -> frozenset[int]:
    """Return every account that reads something about a participant."""
    return frozenset(row["account_id"] for row in tx.list_("duplicates.accounts_of", participant_id=participant_id))


def has_limits(tx: Transaction, one: int, other: int) -> bool:
    """Tell whether somebody was ever limited as a guardian of one of the two."""
    return tx.find("duplicates.has_limits", one_id=one, other_id=other) is not None


def list_programme_ids(tx: Transaction, one: int, other: int) -> frozenset[int]:
    """Return the programmes two participants are registered in."""
    rows = tx.list_("duplicates.programmes_of", one_id=one, other_id=other)
    return frozenset(row["programme_id"] for row in rows)


def share_guardians(tx: Transaction, *, kept_id: int, gone_id: int, now: datetime) -> tuple[int, ...]:
    """Let every guardian of one participant be a guardian of another too; return the links this needed."""
    before = {guardian.account_id for guardian in participants.list_guardians(tx, kept_id)}
    for guardian in participants.list_guardians(tx, gone_id):
        participants.add_guardian(tx, kept_id, guardian.account_id, now, relation=guardian.relation)
    after = participants.list_guardians(tx, kept_id)
    return tuple(guardian.link_id for guardian in after if guardian.account_id not in before)


def end_links(tx: Transaction, merge: Merge, now: datetime) -> None:
    """End the links that a merge has made."""
    for guardian in participants.list_guardians(tx, merge.kept_id):
        if guardian.link_id in merge.links:
            participants.end_guardian(tx, guardian, now)


def add_merge(tx: Transaction, merge: Merge, *, account_id: int) -> int:
    """Remember a merge and return its id."""
    row = tx.one(
        "duplicates.add_merge",
        event_id=merge.event_id,
        kept_id=merge.kept_id,
        gone_id=merge.gone_id,
        kept_registration_id=merge.kept_registration_id,
        ended_registration_id=merge.ended_registration_id,
        ended_status=merge.ended_status.value,
        links=to_json(list(merge.links)),
        account_id=account_id,
        now=micros(merge.merged_at),
    )
    return int(row["id"])


def get_merge(tx: Transaction, merge_id: int) -> Merge:
    """Return one merge, locked until the transaction ends."""
    row = tx.find("duplicates.merge", merge_id=merge_id)
    if row is None:
        raise NotAvailableError
    return Merge(
        id=row["id"],
        event_id=row["event_id"],
        kept_id=row["kept_id"],
        gone_id=row["gone_id"],
        kept_registration_id=row["kept_registration_id"],
        ended_registration_id=row["ended_registration_id"],
        ended_status=Status(row["ended_status"]),
        links=tuple(from_json(row["links"])),
        merged_at=instant(row["merged_at"]),
        is_undone=row["undone_at"] is not None,
    )


def undo_merge(tx: Transaction, merge_id: int, *, account_id: int, now: datetime) -> bool:
    """Mark a merge as taken back; False when it was already."""
    return tx.run("duplicates.undo_merge", merge_id=merge_id, account_id=account_id, now=micros(now)) > 0


def has_later_merge(tx: Transaction, merge: Merge) -> bool:
    """Tell whether one of the two was merged again since, so that this merge is not the last one."""
    ids = {"merge_id": merge.id, "kept_id": merge.kept_id, "gone_id": merge.gone_id}
    return tx.find("duplicates.later_merge", **ids) is not None


def list_merges(tx: Transaction, scope: Scope, *, limit: int) -> tuple[MergeLine, ...]:
    """Return the newest merges."""
    return tuple(
        MergeLine(
            id=row["id"],
            name=row["full_name"],
            by=row["display_name"],
            merged_at=instant(row["merged_at"]),
            undone_at=None if row["undone_at"] is None else instant(row["undone_at"]),
        )
        for row in tx.list_("duplicates.merges", limit=limit, **within(scope))
    )


def _profiles(rows: Iterable[Row], guardians: Mapping[int, frozenset[int]]) -> Iterator[Profile]:
    for row in rows:
        yield Profile(
            registration_id=row["id"],
            participant_id=row["participant_id"],
            name=row["search_name"],
            born_on=day(row["born_on"]) if row["born_on"] else None,
            phones=frozenset({row["phone"]} if row["phone"] else ()),
            unit_id=row["unit_id"],
            guardians=guardians.get(row["participant_id"], frozenset()),
        )
