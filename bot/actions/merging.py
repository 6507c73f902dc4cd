"""Two registrations of one person: ending one of the two, and taking that back.

Always true: nothing is deleted and no guardian's decision is touched; one of two standing registrations ends and its
seat goes on to whoever waits; nobody reads anything after a merge who read nothing of the two before. The guardians of
the one come to know the other only when some account knows both already and they are not two people's own accounts;
otherwise each account keeps exactly what it had, so that who registers under another's name gains nothing by it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.actions.comparing import can_share, reach_two, record
from bot.actions.readmitting import readmit
from bot.actions.seating import free_and_hand_on
from bot.actions.telling import HOLD, family_of, take_back, tell
from bot.domain.access import Actor, Right
from bot.domain.errors import StaleError
from bot.domain.event import Event
from bot.domain.registration import Registration, Status
from storage import drafts, duplicates, notices, registrations, tickets
from storage.database import Transaction
from storage.duplicates import Merge

TWICE: Final = "#decline-twice"
"""The ready reason that the family reads."""


def merge(
    tx: Transaction, *, actor: Actor, now: datetime, event_id: int, kept_id: int, ended_id: int, revision: int
) -> int:
    """End one of two registrations of one person and return the merge; `revision` is that of the shown pair."""
    event, kept, ended = reach_two(tx, actor, event_id, kept_id, ended_id, Right.DECIDE)
    is_shown = kept.revision + ended.revision == revision
    if not (is_shown and kept.is_active and ended.is_active) or kept.participant_id == ended.participant_id:
        raise StaleError
    is_shared = can_share(tx, actor, kept.participant_id, ended.participant_id)
    families = family_of(tx, ended), family_of(tx, kept)
    after = _end(tx, ended, event, now)
    ids = {"kept_id": kept.participant_id, "gone_id": ended.participant_id}
    links = duplicates.share_guardians(tx, **ids, now=now) if is_shared else ()
    made = Merge(
        id=0,
        event_id=event_id,
        **ids,
        kept_registration_id=kept.id,
        ended_registration_id=ended.id,
        ended_status=ended.status,
        links=links,
        merged_at=now,
        is_undone=False,
    )
    merge_id = duplicates.add_merge(tx, made, account_id=actor.account_id)
    record(tx, actor, "duplicate.keep", kept.id, now, other=ended.id, merge=merge_id)
    record(tx, actor, "duplicate.end", ended.id, now, other=kept.id, merge=merge_id)
    _tell(tx, merge_id, after, event, "registration-twice", families[0], now)
    _tell(tx, merge_id, kept, event, "registration-stays", families[1], now)
    return merge_id


def undo(tx: Transaction, *, actor: Actor, now: datetime, merge_id: int) -> int:
    """Take a merge back and return its event: shared guardians part, the ended registration gets a seat or waits."""
    made = duplicates.get_merge(tx, merge_id)
    ids = made.kept_registration_id, made.ended_registration_id
    event, _, ended = reach_two(tx, actor, made.event_id, *ids, Right.DECIDE)
    if ended.status is not Status.DECLINED or ended.reason != TWICE or duplicates.has_later_merge(tx, made):
        raise StaleError
    if not duplicates.undo_merge(tx, merge_id, account_id=actor.account_id, now=now):
        raise StaleError
    duplicates.end_links(tx, made, now)
    back = readmit(tx, registrations.get(tx, ended.id), event, made.ended_status, now)
    _settle_draft(tx, back, now)
    for claim in (registrations.get(tx, made.kept_registration_id), back):
        record(tx, actor, "duplicate.undo", claim.id, now, merge=merge_id)
        for account_id in family_of(tx, claim):
            if not notices.stop(tx, _key(merge_id, account_id), now) and claim.id == back.id:
                tell(tx, account_id, claim, event, "registration-reopened", now=now)
    return event.id


def _end(tx: Transaction, ended: Registration, event: Event, now: datetime) -> Registration:
    take_back(tx, ended, now=now)
    after = free_and_hand_on(tx, ended, Status.DECLINED, event, now=now, reason=TWICE)
    tickets.revoke(tx, ended.id, now)
    _settle_draft(tx, after, now)
    return after


def _settle_draft(tx: Transaction, claim: Registration, now: datetime) -> None:
    """Open the draft of a returned registration, close that of any other."""
    draft = drafts.get(tx, claim.draft_id)
    state = "open" if claim.status is Status.RETURNED else "submitted"
    if draft.state in ("open", "submitted") and draft.state != state:
        drafts.update(tx, replace(draft, state=state, question=None, revision=draft.revision + 1), now)


def _tell(
    tx: Transaction,
    merge_id: int,
    claim: Registration,
    event: Event,
    template: str,
    family: Sequence[int],
    now: datetime,
) -> None:
    """Tell a family after the hold; an account that belongs to both families is told once."""
    for account_id in family:
        key = _key(merge_id, account_id)
        tell(tx, account_id, claim, event, template, now=now, not_before=now + HOLD, dedup_key=key)


def _key(merge_id: int, account_id: int) -> str:
    return f"merge-{merge_id}-{account_id}"
