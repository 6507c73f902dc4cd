"""The outbox: every message that is owed, until it is known what became of it.

Always true:
- a message is put in the transaction of the action that causes it, and a `dedup_key` is put once, ever;
- only a leased message is sent, and only the holder of that very lease may say what became of it;
- one account has one message on its way, or waiting to be tried again, at a time, so a chat reads its messages in
  order; only a more urgent one does not wait;
- what a person does not want at once waits for their evening digest, which it then shares the fate of, or is kept;
- a message ends once: sent, unreachable, unknown, failed, expired, stopped or kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from bot.domain.attention import DIGEST, DIGEST_EDIT
from bot.domain.notice import COPIES, AfterUnknown, Notice, Priority, after_unknown
from storage import accounts, collectors, digests, incidents, threads
from storage.database import Transaction
from storage.engine import Row
from storage.owed import Claim, Ended, Owed, Returned, Settlement, State, owed_of
from storage.values import from_json, instant, micros, to_json

__all__ = ["Claim", "Ended", "Owed", "Returned", "Settlement", "State"]

PAGE: Final = 100  # due messages looked at in one query
MOST_ATTEMPTS: Final = 8
LONG_AGO: Final = -(2**62)
_OVER: Final = frozenset({"stopped", "cancelled", "removing", "removed"})
_LOST: Final = frozenset({"AnswerLost", "Crash"})
"""How an attempt ends of which nobody knows whether it was executed."""


def put(tx: Transaction, notice: Notice, now: datetime) -> bool:
    """Owe a message; False when one with its dedup key was put before."""
    touched = tx.run(
        "outbox.put",
        account_id=notice.account_id,
        priority=int(notice.priority),
        template=notice.template,
        data=to_json(dict(notice.data)),
        broadcast_id=notice.broadcast_id,
        not_before=micros(notice.not_before or now),
        not_after=None if notice.not_after is None else micros(notice.not_after),
        dedup_key=notice.dedup_key,
        created_at=micros(now),
    )
    return touched == 1


def put_many(tx: Transaction, notices: Iterable[Notice], now: datetime) -> int:
    """Owe many messages and return how many of them are new."""
    return sum(put(tx, notice, now) for notice in notices)


def claim(
    tx: Transaction,
    now: datetime,
    limit: int,
    lease: timedelta,
    *,
    closed: Mapping[Priority, Collection[int]] | None = None,
    least: Priority = Priority.BULK,
    holder: str | None = None,
) -> Claim:
    """Lease at most `limit` due messages, the most urgent first, none less urgent than `least`.

    `closed` holds the chats (Telegram's ids) that take nothing of an urgency now; with a `holder` only chats of its
    shares are written to (`storage/shares.py`). What need not be sent any more (too
    late, person out of reach, broadcast stopped) ends here without a request.
    """
    round_ = _Round(tx, now, limit, micros(now + lease), closed or {}, holder)
    for priority in (one for one in Priority if one <= least):
        round_.take_from(priority)
    return Claim(owed=tuple(round_.owed), passed=frozenset(round_.passed), next_at=_next_at(tx, now, least))


@dataclass(slots=True)
class _Round:
    tx: Transaction
    now: datetime
    limit: int
    lease_until: int
    closed: Mapping[Priority, Collection[int]]
    holder: str | None
    owed: list[Owed] = field(default_factory=list)
    passed: set[tuple[int, Priority]] = field(default_factory=set)
    _accounts: set[int] = field(default_factory=set)

    def take_from(self, priority: Priority) -> None:
        closed = self.closed.get(priority, ())
        for row in self._due(priority, self.limit - len(self.owed)):
            if len(self.owed) == self.limit:
                return
            if self._end(row) or row["account_id"] in self._accounts:
                continue
            self._accounts.add(row["account_id"])
            if row["telegram_id"] in closed:
                self.passed.add((row["telegram_id"], priority))
            elif self.tx.run("outbox.take", id=row["id"], lease_until=self.lease_until):
                self.owed.append(owed_of(row, _data(self.tx, row), self.lease_until))

    def _end(self, row: Row) -> bool:
        """End a message that need not be sent; tell whether it was one."""
        state, error = State.DUE, None
        if row["broadcast_state"] in _OVER and row["template"] in COPIES and not row["sent_ids"]:
            state = State.UNKNOWN if row["lost_replies"] else State.STOPPED
        elif row["not_after"] is not None and row["not_after"] <= micros(self.now):
            state = State.UNKNOWN if row["lost_replies"] or row["sent_ids"] else State.EXPIRED
        elif row["reach"] != "reachable" and row["message_id"] is None:
            state, error = State.UNREACHABLE, row["reach"]
        if state is State.DUE and row["template"] == DIGEST and not digests.gather(self.tx, row, self.now):
            state = State.STOPPED
        if state is State.DUE:
            return digests.divert(self.tx, row, self.now)
        self.tx.run("outbox.drop", id=row["id"], state=state, error=error, now=micros(self.now), **_begun(row))
        _share_end(self.tx, row["id"], row["template"], state, self.now)
        return True

    def _due(self, priority: Priority, wanted: int) -> Iterator[Row]:
        """Yield what is due at one urgency, page by page."""
        after_at, after_id = LONG_AGO, 0
        page = min(PAGE, 2 * wanted)
        whose = {"priority": int(priority), "now": micros(self.now), "holder": self.holder}
        while page > 0:
            rows = self.tx.list_("outbox.list_due", after_at=after_at, after_id=after_id, page=page, **whose)
            yield from rows
            if len(rows) < page:
                return
            after_at, after_id = rows[-1]["not_before"], rows[-1]["id"]
            page = PAGE


def _data(tx: Transaction, row: Row) -> Mapping[str, Any]:
    """Return what a message says; a digest says what it stands for, which is on its way with it from now on."""
    data = incidents.opened(tx, collectors.opened(tx, threads.opened(tx, from_json(row["data"]))))
    data = {**data, "has_confirmed": True} if row["has_confirmed"] else data
    if row["message_id"] is not None:
        data = {**data, "pieces": 1 + len(from_json(row["more_ids"] or "[]"))}
    if row["template"] == DIGEST_EDIT:
        return {**data, "items": digests.list_left(tx, row["id"])}
    return {**data, "items": digests.take(tx, row["id"])} if row["template"] == DIGEST else data


def _share_end(tx: Transaction, message_id: int, template: str, state: State, now: datetime) -> None:
    if template == DIGEST:
        digests.end(tx, message_id, state, now)


def _next_at(tx: Transaction, now: datetime, least: Priority) -> datetime | None:
    """Return when the next message that is not due yet becomes due."""
    wanted = [int(priority) for priority in Priority if priority <= least]
    found = [tx.one("outbox.find_next_at", priority=priority, now=micros(now))["next_at"] for priority in wanted]
    return min((instant(value) for value in found if value is not None), default=None)


def mark_asked(tx: Transaction, owed: Owed) -> bool:
    """Remember that Telegram is about to be asked; False when the lease is not the sender's any more."""
    return tx.run("outbox.mark_asked", id=owed.id, lease_until=micros(owed.lease_until)) == 1


def settle(tx: Transaction, settlements: Sequence[Settlement], now: datetime) -> None:
    """Write down what became of leased messages; one whose lease went to another sender is left alone."""
    for settlement in settlements:
        match settlement:
            case Ended():
                _finish(tx, settlement, now)
            case Returned():
                _return(tx, settlement)


def _finish(tx: Transaction, ended: Ended, now: datetime) -> None:
    if ended.lost_reach is not None:
        accounts.set_reach(tx, ended.owed.telegram_id, ended.lost_reach)
    of_it = () if ended.message_id is None else (ended.message_id, *ended.more_ids)
    begun = () if ended.owed.message_ids else ended.owed.sent_ids
    touched = tx.run(
        "outbox.finish",
        id=ended.owed.id,
        lease_until=micros(ended.owed.lease_until),
        state=ended.state,
        error=ended.error,
        now=micros(now),
        **_columns(of_it or begun),
    )
    if touched:
        _share_end(tx, ended.owed.id, ended.owed.template, ended.state, now)


def _return(tx: Transaction, returned: Returned) -> None:
    is_lost = returned.error in _LOST
    touched = tx.run(
        "outbox.return_",
        id=returned.owed.id,
        lease_until=micros(returned.owed.lease_until),
        not_before=micros(returned.not_before),
        error=returned.error,
        uncounted=0 if returned.is_counted else 1,
        lost=int(is_lost),
        sent_ids=None if returned.sent_ids is None else to_json(list(returned.sent_ids)),
    )
    if touched and returned.owed.template == DIGEST:
        digests.give_back(tx, returned.owed.id, is_lost=is_lost)


def recover(tx: Transaction, now: datetime, *, flying: Collection[int] = ()) -> int:
    """Owe again, or call unknown, what a sender that died had leased; return how many there were.

    A lost answer by another name: the kind of message decides. `flying` are ids this process is sending itself.
    """
    rows = [row for row in tx.list_("outbox.list_abandoned", now=micros(now)) if row["id"] not in flying]
    for row in rows:
        lease = {"id": row["id"], "lease_until": row["lease_until"], "error": "Crash"}
        if row["attempts"] < MOST_ATTEMPTS and (_may_repeat(row["template"]) or row["error"] != "Asked"):
            tx.run("outbox.return_", not_before=micros(now), uncounted=0, lost=1, sent_ids=None, **lease)
            digests.give_back(tx, row["id"], is_lost=True)
        else:
            tx.run("outbox.finish", state=State.UNKNOWN, now=micros(now), **_begun(row), **lease)
            _share_end(tx, row["id"], row["template"], State.UNKNOWN, now)
    return len(rows)


def _begun(row: Row) -> dict[str, Any]:
    """Return the columns that name what is in the chat of a message which ends before its last part."""
    return _columns(from_json(row["sent_ids"] or "[]") if row["message_id"] is None else ())


def _columns(message_ids: Sequence[int]) -> dict[str, Any]:
    first, *more = message_ids or (None,)
    return {"message_id": first, "more_ids": to_json(more) if more else None}


def _may_repeat(template: str) -> bool:
    return after_unknown(template) is AfterUnknown.AGAIN


def read_blocks(tx: Transaction, now: datetime) -> dict[int, datetime]:
    """Return the chats that Telegram wanted left alone when last heard, and until when."""
    return {row["telegram_id"]: instant(row["until"]) for row in tx.list_("outbox.list_blocks", now=micros(now))}


def expire(tx: Transaction, now: datetime) -> int:
    """End what is of no use any more, whether or not anybody is sending; return how many."""
    return tx.run("outbox.expire", now=micros(now))


def stop_broadcast(tx: Transaction, broadcast_id: int, now: datetime) -> int:
    """End what a broadcast still owes and return how many; what is on its way arrives."""
    return tx.run("outbox.stop_broadcast", broadcast_id=broadcast_id, now=micros(now))


def counts(tx: Transaction, broadcast_id: int) -> dict[State, int]:
    """Return how many messages of a broadcast are in each state; every state is there."""
    found = {row["state"]: row["number"] for row in tx.list_("outbox.count_by_state", broadcast_id=broadcast_id)}
    return {state: found.get(state, 0) for state in State}
