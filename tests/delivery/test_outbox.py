"""What is owed lies in the database until it is known what became of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.language import Language
from bot.domain.notice import Notice, Priority
from storage import accounts, outbox
from storage.database import Transaction, read_queries
from storage.migrating import migrate
from storage.outbox import Ended, Owed, Returned, State
from storage.sqlite import Sqlite, connect
from storage.vault import Vault

NOW = datetime(2027, 7, 6, 9, tzinfo=UTC)
LEASE = timedelta(seconds=45)
SECOND = timedelta(seconds=1)


@dataclass
class Box:
    """An outbox with a few people, without threads."""

    tx: Transaction

    def person(self, telegram_id: int) -> int:
        return accounts.meet(self.tx, telegram_id, "Aru", offered=Language.KK, now=NOW).account_id

    def put(self, account_id: int, priority: Priority = Priority.NOTICE, **more: Any) -> bool:
        more = {"template": "broadcast" if "broadcast_id" in more else "plain", **more}
        return outbox.put(self.tx, Notice(account_id=account_id, priority=priority, **more), NOW)

    def claim(self, limit: int = 10, now: datetime = NOW, **more: Any) -> tuple[Owed, ...]:
        return outbox.claim(self.tx, now, limit, LEASE, **more).owed

    def end(self, owed: Owed, state: State = State.SENT, **more: Any) -> None:
        outbox.settle(self.tx, [Ended(owed=owed, state=state, **more)], NOW)

    def rows(self) -> list[sqlite3.Row]:
        return self.tx.connection.execute("SELECT * FROM outbox ORDER BY id").fetchall()

    def states(self) -> list[str]:
        return [row["state"] for row in self.rows()]

    def broadcast(self, state: str = "sending") -> int:
        self.tx.connection.execute(
            "INSERT OR IGNORE INTO programmes (id, code, title, summary, operator, loaded_at)"
            " VALUES (1, 'p', '{}', '{}', '{}', 0)"
        )
        row = self.tx.connection.execute(
            "INSERT INTO broadcasts (programme_id, author_id, sender_id, send_at, recipients, state, created_at)"
            " VALUES (1, 1, 1, 0, 0, ?, 0) RETURNING id",
            (state,),
        )
        return int(row.fetchone()[0])


@pytest.fixture
def box(tmp_path: Path) -> Iterator[Box]:
    path = tmp_path / "jazyl.db"
    migrate(path)
    connection = connect(path)
    yield Box(Transaction(connection, read_queries(Sqlite(path)), {}, Vault(tmp_path / "data.key")))
    connection.close()


def test_a_message_with_a_dedup_key_is_owed_once_for_ever(box: Box) -> None:
    aru = box.person(1)
    assert box.put(aru, dedup_key="reminder:7")
    assert not box.put(aru, dedup_key="reminder:7")
    box.end(box.claim()[0])
    assert not box.put(aru, dedup_key="reminder:7")
    assert box.put(aru)
    assert box.put(aru)
    assert outbox.put_many(box.tx, [Notice(account_id=aru, template="t", dedup_key=key) for key in "aab"], NOW) == 2


def test_the_most_urgent_is_claimed_first_and_then_the_oldest(box: Box) -> None:
    for telegram_id, priority in enumerate((3, 2, 3, 0, 1, 2), start=1):
        box.put(box.person(telegram_id), Priority(priority))
    assert [owed.telegram_id for owed in box.claim(4)] == [4, 5, 2, 6]
    assert [owed.telegram_id for owed in box.claim(4)] == [1, 3]
    assert box.claim(4) == ()


def test_what_is_claimed_has_all_that_a_sender_needs(box: Box) -> None:
    aru = box.person(77)
    accounts.set_language(box.tx, aru, Language.KK)
    box.put(aru, data={"title": "Ән"}, not_after=NOW + SECOND)
    (owed,) = box.claim()
    assert (owed.telegram_id, owed.language, owed.data) == (77, Language.KK, {"title": "Ән"})
    assert (owed.attempts, owed.lease_until, owed.not_after) == (1, NOW + LEASE, NOW + SECOND)


def test_one_person_has_one_message_on_its_way_at_a_time(box: Box) -> None:
    aru, dana = box.person(1), box.person(2)
    for account_id in (aru, aru, dana, aru):
        box.put(account_id)
    first, other = box.claim()
    assert (first.account_id, other.account_id) == (aru, dana)
    assert box.claim() == ()
    box.end(first)
    (second,) = box.claim()
    assert second.id == 2


def test_an_emergency_does_not_wait_for_a_bulk_message_to_the_same_person(box: Box) -> None:
    aru = box.person(1)
    box.put(aru, Priority.BULK)
    assert len(box.claim()) == 1
    box.put(aru, Priority.EMERGENCY)
    box.put(aru, Priority.BULK)
    assert [owed.priority for owed in box.claim()] == [Priority.EMERGENCY]
    box.put(aru, Priority.EMERGENCY)
    assert box.claim() == ()


def test_a_person_with_a_long_line_of_messages_holds_up_nobody(box: Box) -> None:
    aru, dana = box.person(1), box.person(2)
    for _ in range(3 * outbox.PAGE):
        box.put(aru)
    box.put(dana)
    assert [owed.account_id for owed in box.claim(2)] == [aru, dana]


def test_a_closed_chat_is_passed_over_and_named(box: Box) -> None:
    box.put(box.person(1), Priority.NOTICE)
    box.put(box.person(2), Priority.NOTICE)
    claim = outbox.claim(box.tx, NOW, 10, LEASE, closed={Priority.NOTICE: {1}})
    assert [owed.telegram_id for owed in claim.owed] == [2]
    assert claim.passed == {(1, Priority.NOTICE)}
    assert [owed.telegram_id for owed in box.claim()] == [1]


def test_what_becomes_due_later_is_left_and_its_time_is_told(box: Box) -> None:
    box.put(box.person(1), not_before=NOW + 5 * SECOND)
    box.put(box.person(2), Priority.BULK, not_before=NOW + 3 * SECOND)
    claim = outbox.claim(box.tx, NOW, 10, LEASE)
    assert (claim.owed, claim.next_at) == ((), NOW + 3 * SECOND)
    assert [owed.telegram_id for owed in box.claim(now=NOW + 3 * SECOND)] == [2]


def test_a_claim_for_emergencies_takes_nothing_else(box: Box) -> None:
    box.put(box.person(1), Priority.REPLY)
    box.put(box.person(2), Priority.EMERGENCY)
    assert [owed.telegram_id for owed in box.claim(least=Priority.EMERGENCY)] == [2]


def test_what_need_not_be_sent_any_more_ends_without_being_claimed(box: Box) -> None:
    aru, dana, stopped = box.person(1), box.person(2), box.broadcast("stopped")
    accounts.set_reach(box.tx, 2, "blocked")
    box.put(aru, not_after=NOW)
    box.put(dana)
    box.put(aru, broadcast_id=stopped)
    box.put(aru)
    assert [owed.id for owed in box.claim()] == [4]
    assert box.states() == ["expired", "unreachable", "stopped", "sending"]
    assert box.rows()[1]["error"] == "blocked"


def test_a_person_who_came_back_is_written_to_again(box: Box) -> None:
    aru = box.person(1)
    accounts.set_reach(box.tx, 1, "blocked")
    box.put(aru)
    assert box.claim() == ()
    accounts.set_reach(box.tx, 1, "reachable")
    box.put(aru)
    assert [owed.id for owed in box.claim()] == [2]


def test_only_the_holder_of_the_lease_says_what_became_of_a_message(box: Box) -> None:
    box.put(box.person(1))
    (frozen,) = box.claim()
    later = NOW + LEASE
    assert outbox.recover(box.tx, later) == 1
    (current,) = box.claim(now=later)
    box.end(frozen, State.FAILED, error="late")
    outbox.settle(box.tx, [Returned(owed=frozen, not_before=NOW)], NOW)
    assert box.states() == ["sending"]
    box.end(current, message_id=9)
    assert (box.states(), box.rows()[0]["message_id"]) == (["sent"], 9)


def test_a_message_to_be_tried_again_is_not_overtaken_by_a_later_one_to_the_same_person(box: Box) -> None:
    aru, dana = box.person(1), box.person(2)
    box.put(aru)
    (first,) = box.claim()
    again_at = NOW + 5 * SECOND
    outbox.settle(box.tx, [Returned(owed=first, not_before=again_at, error="RetryAfter")], NOW)
    box.put(aru)
    box.put(dana)
    assert [owed.account_id for owed in box.claim()] == [dana]
    box.put(aru, Priority.EMERGENCY)
    assert [owed.priority for owed in box.claim()] == [Priority.EMERGENCY]
    box.tx.connection.execute("DELETE FROM outbox WHERE priority = 0")
    assert [owed.id for owed in box.claim(now=again_at)] == [1]


def test_an_attempt_that_never_began_is_not_counted(box: Box) -> None:
    box.put(box.person(1))
    for is_counted, attempts in ((True, 1), (False, 1), (True, 2)):
        (owed,) = box.claim()
        outbox.settle(box.tx, [Returned(owed=owed, not_before=NOW, is_counted=is_counted)], NOW)
        assert box.rows()[0]["attempts"] == attempts


def test_a_lost_lease_is_treated_by_the_kind_of_message(box: Box) -> None:
    for telegram_id, template in enumerate(("registration-confirmed", "guardian-link", "guardian-link"), start=1):
        box.put(box.person(telegram_id), template=template)
    _, asked, _ = box.claim()
    assert outbox.mark_asked(box.tx, asked)
    assert outbox.recover(box.tx, NOW + LEASE - SECOND) == 0
    assert outbox.recover(box.tx, NOW + LEASE, flying={1, 2, 3}) == 0
    assert outbox.recover(box.tx, NOW + LEASE) == 3
    assert box.states() == ["due", "unknown", "due"]
    assert not outbox.mark_asked(box.tx, asked)


def test_a_message_that_kills_its_sender_every_time_is_given_up(box: Box) -> None:
    box.put(box.person(1))
    now = NOW
    for _ in range(outbox.MOST_ATTEMPTS):
        assert len(box.claim(now=now)) == 1
        now += LEASE
        outbox.recover(box.tx, now)
    assert box.states() == ["unknown"]


def test_what_is_too_late_is_swept_even_when_nobody_sends(box: Box) -> None:
    aru = box.person(1)
    box.put(aru, not_after=NOW)
    box.put(aru, not_after=NOW + SECOND)
    box.put(aru)
    assert outbox.expire(box.tx, NOW) == 1
    assert box.states() == ["expired", "due", "due"]


def test_a_broadcast_is_stopped_and_counted(box: Box) -> None:
    accounts_, broadcast = [box.person(n) for n in range(1, 6)], box.broadcast()
    for account_id in accounts_:
        box.put(account_id, Priority.BULK, broadcast_id=broadcast)
    sent, lost, _ = box.claim(3)
    box.end(sent)
    box.end(lost, State.UNKNOWN)
    assert outbox.stop_broadcast(box.tx, broadcast, NOW) == 2
    counted = outbox.counts(box.tx, broadcast)
    assert {state: number for state, number in counted.items() if number} == {
        State.SENT: 1,
        State.UNKNOWN: 1,
        State.SENDING: 1,
        State.STOPPED: 2,
    }
    assert set(counted) == set(State)


def test_chats_to_be_left_alone_are_remembered(box: Box) -> None:
    box.put(box.person(1))
    box.put(box.person(2))
    one, two = box.claim()
    for owed, error in ((one, "RetryAfter"), (two, "ServerTrouble")):
        outbox.settle(box.tx, [Returned(owed=owed, not_before=NOW + 9 * SECOND, error=error)], NOW)
    assert outbox.read_blocks(box.tx, NOW) == {1: NOW + 9 * SECOND}
    assert outbox.read_blocks(box.tx, NOW + 9 * SECOND) == {}


@pytest.mark.parametrize("query", ["list_due", "find_next_at", "list_abandoned"])
def test_claiming_reads_an_index_and_never_the_whole_outbox(box: Box, query: str) -> None:
    values = {"priority": 3, "now": 1, "after_at": 0, "after_id": 0, "page": 10, "holder": None}
    plan = box.tx.connection.execute(f"EXPLAIN QUERY PLAN {box.tx.queries[f'outbox.{query}']}", values).fetchall()
    steps = [row["detail"] for row in plan]
    assert all("SCAN outbox" not in step or "INDEX" in step for step in steps), steps
    assert not any("TEMP B-TREE" in step for step in steps), steps


def test_without_the_lease_a_second_sender_would_take_the_same_message(box: Box) -> None:
    """The negative control of the lease: the guard in the query is what keeps two senders apart."""
    box.put(box.person(1))
    row = box.tx.list_("outbox.list_due", priority=2, now=2**62, after_at=0, after_id=0, page=1, holder=None)[0]
    guarded = box.tx.queries["outbox.take"]

    def take(sql: str) -> int:
        return box.tx.connection.execute(sql, {"id": row["id"], "lease_until": 1}).rowcount

    assert [take(guarded), take(guarded)] == [1, 0]
    assert take(guarded.replace("AND state = 'due'", "")) == 1
