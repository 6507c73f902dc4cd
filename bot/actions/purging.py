"""Deleting by itself what has been kept long enough, and saying so to the owners once a month.

Always true: a run deletes in bounded batches and writes down what it did; the report names what was deleted in the
month and what is still there past its time, counted anew when the report is written.
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.notice import Notice, Priority
from storage import outbox, purging
from storage.database import Transaction

REPORT_AT: Final = time(10)
"""The hour of a month's first day at which the report about the month before is due."""
SORTS: Final = (
    "answers",
    "copies",
    "reasons",
    "messages",
    "updates",
    "notices",
    "links",
    "drafts",
    "threads",
    "letters",
)


def tick(tx: Transaction, *, now: datetime, zone: ZoneInfo) -> int:
    """Delete what has been kept long enough; return how many reports are owed for it."""
    counts = _purge(tx, now)
    purging.forget_typed(tx, now)
    overdue = purging.count_overdue(tx, now)
    purging.record(tx, counts, overdue, now)
    if counts.total():
        tx.leave_no_traces()
    return _report(tx, now, zone, overdue)


def _purge(tx: Transaction, now: datetime) -> Counter[str]:
    counts = Counter(dict.fromkeys(SORTS, 0))
    for ended in purging.list_ended(tx, now):
        room = purging.MOST - counts["answers"]
        counts["answers"] += purging.drop_answers(tx, ended, room) if room > 0 else 0
        counts["copies"] += purging.blank_participants(tx, ended, now)
        counts["reasons"] += purging.blank_reasons(tx, ended)
    drafts, answers = purging.drop_drafts(tx, now)
    counts.update(
        answers=answers,
        drafts=drafts,
        messages=purging.empty_inbox(tx, now),
        updates=purging.drop_inbox(tx, now),
        notices=purging.empty_outbox(tx, now),
        links=purging.drop_links(tx, now),
        threads=purging.drop_threads(tx, now),
        letters=purging.drop_letters(tx, now),
    )
    return counts


def _report(tx: Transaction, now: datetime, zone: ZoneInfo, overdue: int) -> int:
    """Owe each owner the report about the month before, once."""
    today = now.astimezone(zone).date()
    first = today.replace(day=1)
    if now < datetime.combine(first, REPORT_AT, zone):
        return 0
    last_before = first - timedelta(days=1)
    since, before = (datetime.combine(on, time(), zone) for on in (last_before.replace(day=1), first))
    total = purging.sum_runs(tx, since, before)
    if total is None:
        return 0
    month = f"{last_before:%Y-%m}"
    data = {**total, "overdue": overdue, "since_on": f"{month}-01", "until_on": last_before.isoformat()}
    notices = [
        Notice(
            account_id=account_id,
            template="purge-report",
            data=data,
            priority=Priority.BULK,
            dedup_key=f"purge-report:{month}:{account_id}",
        )
        for account_id in purging.list_owners(tx, now)
    ]
    return outbox.put_many(tx, notices, now)
