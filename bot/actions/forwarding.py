"""The link a school forwards to its pupils: made, renewed, taken back, followed.

Always true: one link of a school is good for an event at a time, until a day and for so many people; following it
answers the question for the school beforehand and nothing else, and whoever came by it may still name another school.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bot.actions.coordinating import Room, reach, read_room
from bot.domain.access import Actor
from bot.domain.errors import LinkUnusableError, NotAvailableError, RegistrationClosedError
from bot.domain.event import Event
from bot.domain.reminder import local_instant
from bot.domain.school import LINK_LIFE, RESERVE, USES_WITHOUT_QUOTA, secret_of
from bot.domain.tokens import hash_of
from storage import accounts, audit, drafts, events, registrations, schools
from storage.database import Transaction


def renew(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, unit_id: int, key: bytes, noise: str) -> Room:
    """Make a school's link, or a new one for the old, which is good no more."""
    event, unit, _ = reach(tx, actor, event_id, unit_id)
    if event.today(now) > event.closes_on:
        raise RegistrationClosedError
    room = read_room(tx, actor=actor, now=now, event_id=event_id, unit_id=unit_id)
    places = room.here.capacity
    schools.add_link(
        tx,
        event_id=event_id,
        unit_id=unit.id,
        noise=noise,
        token_hash=hash_of(secret_of(key, "unit", noise)),
        most_uses=places + RESERVE if places else USES_WITHOUT_QUOTA,
        created_by=actor.account_id,
        now=now,
        expires_at=min(now + LINK_LIFE, _closing(event)),
    )
    audit.record(tx, actor=actor, action="unit_link.make", subject="unit", subject_id=unit_id, now=now)
    return read_room(tx, actor=actor, now=now, event_id=event_id, unit_id=unit_id)


def revoke(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, unit_id: int) -> Room:
    """Take a school's link back; who came by it stays."""
    reach(tx, actor, event_id, unit_id)
    if not schools.revoke_links(tx, event_id, unit_id, now):
        raise NotAvailableError
    audit.record(tx, actor=actor, action="unit_link.revoke", subject="unit", subject_id=unit_id, now=now)
    return read_room(tx, actor=actor, now=now, event_id=event_id, unit_id=unit_id)


def follow(tx: Transaction, *, actor: Actor, now: datetime, token_hash: str) -> int:
    """Come to an event by the link of a school and return the event; coming again counts once."""
    link = schools.find_link_by_hash(tx, token_hash)
    if link is None:
        raise LinkUnusableError
    accounts.set_place(tx, actor.account_id, "home")
    event = events.get(tx, link.event_id)
    before = schools.find_arrival(tx, link.event_id, actor.account_id)
    if before == link.unit_id and not link.is_revoked:
        return link.event_id
    if not link.is_usable(now):
        raise LinkUnusableError
    if actor.coordinates(link.unit_id) or actor.is_staff or _has_begun(tx, actor, event):
        return link.event_id
    schools.use_link(tx, link)
    schools.arrive(tx, link.event_id, actor.account_id, link.unit_id, now)
    return link.event_id


def _has_begun(tx: Transaction, actor: Actor, event: Event) -> bool:
    has_draft = drafts.find_open(tx, actor.account_id, event.id) is not None
    claims = registrations.list_by_account(tx, actor.account_id)
    return has_draft or any(one.event_id == event.id and one.is_active for one in claims)


def _closing(event: Event) -> datetime:
    return local_instant(event.closes_on + timedelta(days=1), time(0), event.zone)
