"""Who the guardians of a child are: the list, the relation, the way out, and the limits that staff sets.

Always true: whoever may not know sees nothing of it and is refused like a stranger; only organizers limit, with a
reason, and only they see that there is a limit; every change is recorded and the rows of ended links stay; what was
owed to somebody who may not know any more is not sent.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.actions.belonging import is_acting, may_invite, must_belong
from bot.actions.reaching import reach_registration
from bot.domain.access import Actor, Right
from bot.domain.errors import LastGuardianError, NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.guardian import MOST_CHILDREN, Guardian, Limit, Relation
from bot.domain.notice import Notice
from bot.domain.registration import Registration
from storage import accounts, audit, events, letters, notices, outbox, participants, registrations
from storage.database import Transaction
from storage.participants import Participant

LONGEST_REASON: Final = 300
PLACE: Final = "guardian-limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """Who is linked to a child, as the family sees it: a limit is not among the things it sees."""

    registration: Registration
    participant: Participant
    guardians: tuple[Guardian, ...]
    me: Guardian | None
    may_invite: bool
    may_hand_over: bool
    """Whether this person may give the registration to the child's own account."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ward:
    """One guardian as organizers see them, with how many children they have."""

    registration: Registration
    participant: Participant
    guardian: Guardian
    children: int
    most: int

    @property
    def has_many(self) -> bool:
        """Tell whether the account is a guardian of more children than usual."""
        return self.children >= MOST_CHILDREN or self.children >= self.most


def read_circle(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> Circle:
    """Return who is linked to a child, to its family."""
    del now
    registration = registrations.get(tx, registration_id)
    must_belong(tx, actor, registration)
    participant = participants.get(tx, registration.participant_id)
    guardians = participants.list_guardians(tx, participant.id)
    mine = next((one for one in guardians if one.account_id == actor.account_id), None)
    return Circle(
        registration=registration,
        participant=participant,
        guardians=guardians,
        me=mine,
        may_invite=may_invite(tx, actor, registration),
        may_hand_over=participant.account_id is None and (mine is not None or is_acting(tx, actor, registration)),
    )


def relate(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, relation: Relation) -> Circle:
    """Remember who one is to the child."""
    guardian = _mine(tx, actor, registration_id)
    participants.relate(tx, guardian.link_id, relation)
    _record(tx, actor, registration_id, "guardian.relate", guardian, now, relation=relation.value)
    return read_circle(tx, actor=actor, now=now, registration_id=registration_id)


def leave(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> Participant:
    """End one's own link; LastGuardianError when nobody would be left who acts for the child."""
    guardian = _mine(tx, actor, registration_id)
    participant = participants.get(tx, guardian.participant_id)
    others = [one for one in participants.list_knowing(tx, participant.id) if one.link_id != guardian.link_id]
    if participant.account_id is None and not others:
        raise LastGuardianError
    _end(tx, guardian, now)
    accounts.set_place(tx, actor.account_id, "home")
    _record(tx, actor, registration_id, "guardian.leave", guardian, now)
    return participant


def read_ward(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, link_id: int) -> Ward:
    """Return one guardian to an organizer."""
    del now
    registration, guardian = _reach(tx, actor, registration_id, link_id, Right.DECIDE)
    return Ward(
        registration=registration,
        participant=participants.get(tx, guardian.participant_id),
        guardian=guardian,
        children=participants.count_children(tx, guardian.account_id),
        most=participants.most_children(tx, guardian.account_id),
    )


def list_wards(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> tuple[Ward, ...]:
    """Return every guardian of a child to an organizer, limited ones too."""
    registration, _, _ = reach_registration(tx, actor, registration_id, Right.DECIDE)
    guardians = participants.list_guardians(tx, registration.participant_id)
    at = {"registration_id": registration_id}
    return tuple(read_ward(tx, actor=actor, now=now, link_id=one.link_id, **at) for one in guardians)


def limit(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, link_id: int, what: Limit, reason: str
) -> Ward:
    """Take rights away from a guardian, with a reason."""
    registration, guardian = _reach(tx, actor, registration_id, link_id, Right.DECIDE)
    if not reason.strip() or len(reason) > LONGEST_REASON:
        raise StaleError
    participants.limit_guardian(tx, link_id, what, by=actor.account_id, reason=reason.strip(), now=now)
    if what is Limit.MAY_NOT_KNOW:
        _hand_on(tx, guardian)
        _stop_notices(tx, guardian, now)
    _record(tx, actor, registration.id, "guardian.limit", guardian, now, limit=what.value)
    accounts.set_place(tx, actor.account_id, "desk", {"registration": registration.id})
    return read_ward(tx, actor=actor, now=now, registration_id=registration_id, link_id=link_id)


def lift(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, link_id: int) -> Ward:
    """Give a guardian all rights again."""
    registration, guardian = _reach(tx, actor, registration_id, link_id, Right.DECIDE)
    participants.lift_limit(tx, link_id)
    _record(tx, actor, registration.id, "guardian.lift", guardian, now)
    return read_ward(tx, actor=actor, now=now, registration_id=registration_id, link_id=link_id)


def end(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, link_id: int) -> None:
    """End a guardian's link; what was decided stays."""
    registration, guardian = _reach(tx, actor, registration_id, link_id, Right.DECIDE)
    _end(tx, guardian, now)
    _record(tx, actor, registration.id, "guardian.end", guardian, now)


def put_first(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, link_id: int) -> Ward:
    """Make a guardian the primary one; StaleError for one who may not know."""
    registration, guardian = _reach(tx, actor, registration_id, link_id, Right.DECIDE)
    if not guardian.may_know:
        raise StaleError
    participants.make_primary(tx, guardian)
    _record(tx, actor, registration.id, "guardian.first", guardian, now)
    return read_ward(tx, actor=actor, now=now, registration_id=registration_id, link_id=link_id)


def allow_more(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, link_id: int) -> Ward:
    """Let a guardian have as many children again as one may have at first."""
    registration, guardian = _reach(tx, actor, registration_id, link_id, Right.DECIDE)
    most = participants.most_children(tx, guardian.account_id) + MOST_CHILDREN
    participants.allow_children(tx, guardian.account_id, most, by=actor.account_id, now=now)
    _record(tx, actor, registration.id, "guardian.allow", guardian, now, most=most)
    return read_ward(tx, actor=actor, now=now, registration_id=registration_id, link_id=link_id)


def report_many(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> None:
    """Tell the organizers, once a day, that an account wants to be a guardian of more children than it may be."""
    event = events.get(tx, event_id)
    for organizer in accounts.list_organizers(tx, event, None, now=now):
        _tell_many(tx, actor, organizer, event, now)


def _tell_many(tx: Transaction, actor: Actor, organizer: int, event: Event, now: datetime) -> None:
    count = participants.count_children(tx, actor.account_id)
    children = registrations.list_by_guardian(tx, actor.account_id)
    notice = Notice(
        account_id=organizer,
        template="many-children",
        data={
            "name": actor.display_name,
            "count": count,
            "event": event.title.as_dict(),
            "registration": children[0].id if children else 0,
        },
        dedup_key=f"many-children-{actor.account_id}-{organizer}-{now.date().isoformat()}",
    )
    outbox.put(tx, notice, now)


def _mine(tx: Transaction, actor: Actor, registration_id: int) -> Guardian:
    registration = registrations.get(tx, registration_id)
    for guardian in participants.list_knowing(tx, registration.participant_id):
        if guardian.account_id == actor.account_id:
            return guardian
    raise NotAvailableError


def _reach(
    tx: Transaction, actor: Actor, registration_id: int, link_id: int, right: Right
) -> tuple[Registration, Guardian]:
    registration, _, _ = reach_registration(tx, actor, registration_id, right)
    guardian = participants.get_guardian(tx, link_id)
    if guardian.participant_id != registration.participant_id:
        raise NotAvailableError
    return registration, guardian


def _end(tx: Transaction, guardian: Guardian, now: datetime) -> None:
    participants.end_guardian(tx, guardian, now)
    _hand_on(tx, guardian)
    _stop_notices(tx, guardian, now)


def _hand_on(tx: Transaction, guardian: Guardian) -> None:
    """Let the next guardian act where this one did, and be the primary one."""
    rest = [one for one in participants.list_knowing(tx, guardian.participant_id) if one.link_id != guardian.link_id]
    if not rest:
        return
    registrations.hand_over(tx, guardian.participant_id, guardian.account_id, rest[0].account_id)
    if guardian.is_primary:
        participants.make_primary(tx, rest[0])


def _stop_notices(tx: Transaction, guardian: Guardian, now: datetime) -> None:
    """Nothing owed to this guardian about the child leaves any more."""
    for registration_id in registrations.list_ids_of(tx, guardian.participant_id):
        notices.stop_about(tx, guardian.account_id, registration_id, now)
    notices.stop_announcements(tx, guardian.account_id, now)
    letters.stop_to(tx, guardian.account_id, now)


def _record(
    tx: Transaction, actor: Actor, registration_id: int, action: str, guardian: Guardian, now: datetime, **more: object
) -> None:
    audit.record(
        tx,
        actor=actor,
        action=action,
        subject="registration",
        subject_id=registration_id,
        now=now,
        guardian=guardian.account_id,
        **more,
    )
