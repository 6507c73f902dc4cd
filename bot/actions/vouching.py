"""A second person: what one organizer may do only after another one has agreed.

Always true: nobody confirms a request of their own while somebody else could; who is alone waits a while first; what
was confirmed is done by who asked, for no more people than were named, and every step is on record.

An action that takes two calls `must_be_vouched` in the transaction that does the deed. Its screen asks
`find_confirmed` beforehand, calls `request` when there is nothing, and shows the request.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from bot.actions.proposing import Words, find_words
from bot.domain.access import Actor, Right
from bot.domain.errors import NotAvailableError, SecondNeededError, StaleError
from bot.domain.language import Localized
from bot.domain.notice import Notice
from bot.domain.vouch import LIFE, Deed, Matter, Rules, State, Vouch
from storage import accounts, audit, events, outbox, vouches
from storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class VouchPage:
    """A request as one of those whom it concerns sees it."""

    vouch: Vouch
    title: Localized
    asker: str
    whose: str | None
    """Whose role is to change, if it is somebody's who has one."""
    others: tuple[str, ...]
    """Who else can confirm."""
    is_own: bool
    may_confirm: bool
    alone_at: datetime | None
    """When who asked may confirm it alone; None while somebody else can."""
    zone: tzinfo | None
    words: Words | None = None
    """What is to be said to many; None when it is not what was asked about any more."""


def request(tx: Transaction, *, actor: Actor, now: datetime, matter: Matter) -> Vouch:
    """Ask the others to agree to a deed, once; the request that is there already stays."""
    actor.must_reach(Right.DECIDE, matter.programme_id, matter.event_id)
    found = vouches.find_live(tx, matter, asked_by=actor.account_id, now=now)
    if found is not None and (found.state is State.OPEN or found.covers(matter.amount, now)):
        return found
    vouch = vouches.add(tx, matter, asked_by=actor.account_id, now=now)
    for account_id in vouches.list_confirmers(tx, matter, asked_by=actor.account_id, now=now):
        _tell(tx, account_id, "vouch-asked", vouch, actor.display_name, now)
    _record(tx, actor, "vouch.ask", vouch, now)
    return vouch


def find_confirmed(tx: Transaction, *, actor: Actor, now: datetime, matter: Matter) -> Vouch | None:
    """Return what allows this person to do a deed now, if somebody has agreed."""
    found = vouches.find_live(tx, matter, asked_by=actor.account_id, now=now)
    return found if found is not None and found.covers(matter.amount, now) else None


def must_be_vouched(tx: Transaction, *, actor: Actor, now: datetime, matter: Matter) -> None:
    """Refuse a deed that nobody has agreed to; one that somebody has is done with this."""
    found = find_confirmed(tx, actor=actor, now=now, matter=matter)
    if found is None:
        raise SecondNeededError
    vouches.use(tx, found, now)
    _record(tx, actor, "vouch.use", found, now)


def read_page(tx: Transaction, *, actor: Actor, now: datetime, vouch_id: int, rules: Rules) -> VouchPage:
    """Return a request to who asked or to who may confirm it."""
    vouch, others = _reach(tx, actor, vouch_id, now)
    is_own, matter = vouch.asked_by == actor.account_id, vouch.matter
    alone_at = None if others else vouch.asked_at + rules.alone_after
    words = find_words(tx, matter, vouch.asked_by)
    is_there = words is not None or matter.deed is not Deed.SEND
    is_open = vouch.state is State.OPEN and vouch.is_alive(now) and is_there
    event = events.get(tx, matter.event_id) if matter.event_id else None
    zones = [one.zone for one in events.list_events(tx, matter.programme_id)]
    return VouchPage(
        vouch=vouch,
        title=event.title if event else events.get_programme(tx, matter.programme_id).title,
        asker=accounts.get_row(tx, vouch.asked_by)["display_name"],
        whose=_whose(tx, matter),
        others=tuple(others.values()),
        is_own=is_own,
        may_confirm=is_open and (not is_own or (alone_at is not None and alone_at <= now)),
        alone_at=alone_at,
        zone=zones[0] if zones else None,
        words=words,
    )


def confirm(tx: Transaction, *, actor: Actor, now: datetime, vouch_id: int, rules: Rules) -> Vouch:
    """Agree to what somebody else asked for; to one's own only when nobody else can and after a while."""
    page = read_page(tx, actor=actor, now=now, vouch_id=vouch_id, rules=rules)
    if not page.may_confirm:
        raise StaleError
    vouches.settle(tx, page.vouch, State.CONFIRMED, by=actor.account_id, now=now)
    _record(tx, actor, "vouch.confirm", page.vouch, now, alone=int(page.is_own))
    if not page.is_own:
        _tell(tx, page.vouch.asked_by, "vouch-confirmed", page.vouch, actor.display_name, now)
    return vouches.get(tx, vouch_id)


def withdraw(tx: Transaction, *, actor: Actor, now: datetime, vouch_id: int) -> Vouch:
    """Take one's request back, or say no to somebody else's."""
    vouch, _ = _reach(tx, actor, vouch_id, now)
    is_own = vouch.asked_by == actor.account_id
    if not vouch.is_alive(now) or (vouch.state is State.CONFIRMED and not is_own):
        raise StaleError
    vouches.settle(tx, vouch, State.WITHDRAWN if is_own else State.DECLINED, by=actor.account_id, now=now)
    _record(tx, actor, "vouch.withdraw" if is_own else "vouch.decline", vouch, now)
    if not is_own:
        _tell(tx, vouch.asked_by, "vouch-declined", vouch, actor.display_name, now)
    return vouches.get(tx, vouch_id)


def tick(tx: Transaction, *, now: datetime) -> int:
    """End the requests whose time is over and tell who asked; return how many there were."""
    lapsed = vouches.list_lapsed(tx, now)
    for vouch in lapsed:
        vouches.settle(tx, vouch, State.USED if vouch.used_at else State.EXPIRED, by=vouch.settled_by, now=now)
        if vouch.used_at is None:
            _tell(tx, vouch.asked_by, "vouch-expired", vouch, "", now)
    return len(lapsed)


def _reach(tx: Transaction, actor: Actor, vouch_id: int, now: datetime) -> tuple[Vouch, dict[int, str]]:
    """Return a request and who else can confirm it, to those whom it concerns."""
    vouch = vouches.get(tx, vouch_id)
    others = vouches.list_confirmers(tx, vouch.matter, asked_by=vouch.asked_by, now=now)
    if actor.account_id not in (vouch.asked_by, *others):
        raise NotAvailableError
    if vouch.asked_by == actor.account_id:
        actor.must_reach(Right.DECIDE, vouch.matter.programme_id, vouch.matter.event_id)
    return vouch, others


def _whose(tx: Transaction, matter: Matter) -> str | None:
    row = accounts.find_grant(tx, int(matter.what.get("grant_id", 0)))
    return None if row is None else str(accounts.get_row(tx, row["account_id"])["display_name"])


def _tell(tx: Transaction, account_id: int, template: str, vouch: Vouch, name: str, now: datetime) -> None:
    data = {"vouch": vouch.id, "name": name, "deed": vouch.matter.deed.value, "amount": vouch.matter.amount}
    outbox.put(tx, Notice(account_id=account_id, template=template, data=data, not_after=now + LIFE), now)


def _record(tx: Transaction, actor: Actor, action: str, vouch: Vouch, now: datetime, **more: int) -> None:
    matter = vouch.matter
    what = {"deed": matter.deed.value, "count": matter.amount, **more}
    subject = ("event", matter.event_id) if matter.event_id else ("programme", matter.programme_id)
    audit.record(tx, actor=actor, action=action, subject=subject[0], subject_id=subject[1], now=now, **what)
