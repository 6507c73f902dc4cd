"""A coordinator's reminders to their pupils' families.

Always true: a person is reminded of one registration at most once a day by this way, outside quiet hours; who is
reminded is whoever can do what is lacking; only the coordinator of the pupil's own school can send it.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from bot.actions.coordinating import reach
from bot.actions.telling import family_of, tell
from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError
from bot.domain.event import Event
from bot.domain.notice import Notice
from bot.domain.reminder import NEVER_QUIET, Quiet
from bot.domain.school import Lack, lack_of
from bot.domain.units import Unit
from storage import audit, notices, outbox, participants, schools
from storage.database import Transaction
from storage.schools import Pupil

TEMPLATE: Final = "school-reminder"
UNFINISHED: Final = "school-unfinished"


def remind_all(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int, unit_id: int, quiet: Quiet = NEVER_QUIET
) -> int:
    """Remind everybody of a school who lacks something or has not sent the form; return how many people are told."""
    event, unit, _ = reach(tx, actor, event_id, unit_id)
    told = sum(_remind(tx, event, unit, pupil, now, quiet) for pupil in schools.list_pupils(tx, event_id, unit_id))
    for draft_id, account_id in schools.list_unfinished(tx, event_id, unit_id):
        told += _remind_unfinished(tx, event, unit, draft_id, account_id, now, quiet)
    audit.record(tx, actor=actor, action="school.remind", subject="unit", subject_id=unit_id, now=now, told=told)
    return told


def remind(
    tx: Transaction,
    *,
    actor: Actor,
    now: datetime,
    event_id: int,
    unit_id: int,
    registration_id: int,
    quiet: Quiet = NEVER_QUIET,
) -> int:
    """Remind one pupil's family of what is lacking; return how many people are told."""
    event, unit, _ = reach(tx, actor, event_id, unit_id)
    for pupil in schools.list_pupils(tx, event_id, unit_id):
        if pupil.registration.id == registration_id:
            audit.record(
                tx, actor=actor, action="school.remind", subject="registration", subject_id=registration_id, now=now
            )
            return _remind(tx, event, unit, pupil, now, quiet)
    raise NotAvailableError


def _remind(tx: Transaction, event: Event, unit: Unit, pupil: Pupil, now: datetime, quiet: Quiet) -> int:
    lack = lack_of(pupil.registration, has_guardian=pupil.has_guardian)
    told = 0
    for account_id in _whom(tx, pupil, lack):
        key = f"school-{pupil.registration.id}-{account_id}-{event.today(now)}"
        if notices.is_known(tx, key):
            continue
        told += 1
        tell(
            tx,
            account_id,
            pupil.registration,
            event,
            TEMPLATE,
            now=now,
            not_before=quiet.ends_at(now, event.zone),
            dedup_key=key,
            lack=lack.value if lack else "",
            school=unit.title.as_dict(),
        )
    return told


def _whom(tx: Transaction, pupil: Pupil, lack: Lack | None) -> tuple[int, ...]:
    match lack:
        case None:
            return ()
        case Lack.GUARDIAN:
            return (pupil.registration.account_id,)
        case Lack.CONSENT:
            deciding = participants.list_deciding(tx, pupil.registration.participant_id)
            return tuple(dict.fromkeys(one.account_id for one in deciding))
        case _:
            return family_of(tx, pupil.registration)


def _remind_unfinished(
    tx: Transaction, event: Event, unit: Unit, draft_id: int, account_id: int, now: datetime, quiet: Quiet
) -> int:
    notice = Notice(
        account_id=account_id,
        template=UNFINISHED,
        data={"draft": draft_id, "event": event.title.as_dict(), "school": unit.title.as_dict()},
        not_before=quiet.ends_at(now, event.zone),
        dedup_key=f"school-draft-{draft_id}-{event.today(now)}",
    )
    return int(outbox.put(tx, notice, now))
