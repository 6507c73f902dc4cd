"""Telling the speakers of a changed session exactly what changed, and asking whether they can come.

Always true: it is told in the transaction that tells everybody else (`notifying`), so what was taken back within the
minute is told to no speaker either; what was said about the session as it was counts no more; somebody whose name was
replaced by another one's speaks there no more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.domain.event import Event
from bot.domain.language import Language
from bot.domain.notice import Notice
from bot.domain.speaker import Speaker, is_same_person
from bot.domain.timetable import Session
from bot.domain.timetable_edits import is_seen
from storage import outbox, speakers
from storage.database import Transaction

Item = Callable[[str], Mapping[str, Any]]
"""How a change is written down for its kind: changed, new, gone."""


def brief(
    tx: Transaction,
    event: Event,
    was: Session,
    became: Session,
    *,
    changed_at: datetime,
    item: Item,
    key: str,
    until: datetime,
    now: datetime,
) -> int:
    """Tell a session's speakers what became of it; return how many messages are owed for it.

    Who came in after `changed_at` has seen it as it is.
    """
    told = 0
    for one in speakers.list_of_session(tx, became.id):
        is_replaced = not is_same_person(one.known_as, became.speaker)
        kind = "gone" if is_replaced else _kind(was, became, one)
        if kind is None or one.since_at > changed_at:
            continue
        data = {
            "event": event.title.as_dict(),
            "session": became.id,
            "revision": became.revision,
            "item": item(kind),
        }
        dedup_key = f"{key}:speaker:{became.id}:{one.account_id}"
        notice = Notice(
            account_id=one.account_id, template="speaker-changed", data=data, not_after=until, dedup_key=dedup_key
        )
        told += outbox.put(tx, notice, now)
        if is_replaced:
            speakers.drop(tx, became.id, one.account_id)
    if _kind(was, became, None) in ("changed", "new"):
        speakers.ask_again(tx, became.id, before=changed_at)
    return told


def _kind(was: Session, became: Session, speaker: Speaker | None) -> str | None:
    """Return what a change means to a speaker (None: to any of them); None when it means nothing."""
    if was.is_cancelled and became.is_cancelled:
        return None
    if was.is_cancelled != became.is_cancelled:
        return "gone" if became.is_cancelled else "new"
    languages = Language if speaker is None or speaker.language is None else (speaker.language,)
    return "changed" if any(is_seen(was, became, one) for one in languages) else None
