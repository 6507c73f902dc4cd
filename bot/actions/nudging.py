"""Nudging: who stopped in the middle of a form is told where, a few times and no more.

Always true: a nudge and the record of it are one transaction; it is told once, outside quiet hours, only while the
event takes registrations and only about a draft that was never submitted; late ones become one; whoever wants none
gets none.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from bot.domain.access import Actor
from bot.domain.draft import Draft, progress
from bot.domain.event import Event
from bot.domain.notice import Notice, Priority
from bot.domain.nudge import STEPS, minutes_left, step_due, useful_until
from bot.domain.reminder import NEVER_QUIET, Quiet
from storage import audit, drafts, events, nudges, outbox
from storage.database import Transaction
from storage.nudges import Untouched

BATCH: Final = 100
"""Drafts of one event that a tick deals with, so that nobody waits long for it."""


def tick(tx: Transaction, *, now: datetime, quiet: Quiet = NEVER_QUIET) -> int:
    """Nudge about every draft that is due for it and return how many messages are owed for that."""
    owed = 0
    for event_id in nudges.list_event_ids(tx, now):
        event = events.get(tx, event_id)
        if event.takes_registrations(now) and quiet.ends_at(now, event.zone) is None:
            found = nudges.list_due(tx, event_id, now, limit=BATCH)
            owed += sum(_nudge(tx, event, untouched, now, quiet) for untouched in found)
    return owed


def stop(tx: Transaction, *, actor: Actor, now: datetime, draft_id: int) -> Draft:
    """Never nudge about this draft again; the draft stays as it is."""
    draft = drafts.get(tx, draft_id)
    actor.must_own(draft.account_id)
    nudges.stop(tx, draft_id, now)
    audit.record(tx, actor=actor, action="nudge.stop", subject="draft", subject_id=draft_id, now=now)
    return draft


def _nudge(tx: Transaction, event: Event, untouched: Untouched, now: datetime, quiet: Quiet) -> bool:
    step = step_due(untouched.changed_at, now)
    if not nudges.record(tx, untouched.draft_id, step, now):
        return False
    nudges.take_back(tx, untouched.draft_id, now)
    draft = drafts.get(tx, untouched.draft_id)
    form = events.get_form(tx, draft.form_version_id)
    position, total = progress(form, draft)
    notice = Notice(
        account_id=draft.account_id,
        template="nudge",
        data={
            "draft": draft.id,
            "event": event.title.as_dict(),
            "position": None if draft.question is None else position,
            "total": total,
            "minutes": minutes_left(form, draft),
            "closes_on": event.closes_on.isoformat(),
            "is_last": step == len(STEPS),
        },
        priority=Priority.BULK,
        not_after=useful_until(event.closes_on, now, quiet, event.zone),
        dedup_key=nudges.dedup_key(draft.id, step),
    )
    return outbox.put(tx, notice, now)
