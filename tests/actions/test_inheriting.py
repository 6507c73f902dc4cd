"""An announcement whose sender has lost the role waits for another one; what two agreed to, and an emergency, go on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import acknowledging, broadcasting, inheriting, postponing, raising, staffing, vouching
from bot.domain.access import Actor, Role
from bot.domain.broadcast import Broadcast, State
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.language import Language
from bot.domain.reminder import NEVER_QUIET
from bot.domain.vouch import Rules
from storage import accounts, broadcasts
from storage.database import Database, Transaction
from storage.values import from_json
from tests.actions.test_broadcasting import LATER, MANY, copies, owner, student
from tests.actions.test_broadcasting import compose as owner_composes
from tests.actions.test_vouching import bring
from tests.seed import NOW, meet, open_database, programme

SENDER, SECOND, PART = 901, 902, 903
TWO = Rules(send_above=1)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path, programme(capacity=100)) as opened:
        await opened.write(_people)
        yield opened


def _people(tx: Transaction) -> None:
    owner(tx)
    for number in (1, 2, 3):
        student(tx, number, Language.EN)
    bring(tx, SENDER, Role.ORGANIZER)
    bring(tx, SECOND, Role.ORGANIZER)


def compose(tx: Transaction) -> Broadcast:
    """The sender's draft: written by the owner, since who wrote it is no matter."""
    return owner_composes(tx, "en", "kk", "ru")


def send(tx: Transaction, draft: Broadcast, rules: Rules = MANY, by: int = SENDER) -> Broadcast:
    claim: dict[str, Any] = {"broadcast_id": draft.id, "revision": draft.revision, "message_id": 1, "rules": rules}
    return broadcasting.send(tx, actor=meet(tx, by), now=NOW, may_fall_back=False, **claim).broadcast


def dismiss(tx: Transaction, telegram_id: int) -> None:
    rows = accounts.list_grants(tx, meet(tx, telegram_id).account_id, now=NOW)
    for row in rows:
        staffing.dismiss(tx, actor=owner(tx), now=NOW, grant_id=row["id"])


def told(tx: Transaction) -> dict[int, str]:
    rows = tx.connection.execute(
        "SELECT a.telegram_id, o.data FROM outbox o JOIN accounts a ON a.id = o.account_id "
        "WHERE o.template = 'broadcast-left'"
    ).fetchall()
    assert len(rows) == len({row[0] for row in rows})
    return {row[0]: from_json(row[1])["fate"] for row in rows}


def claim_of(tx: Transaction, broadcast_id: int, by: Actor | None = None) -> dict[str, Any]:
    revision = broadcasts.get(tx, broadcast_id).revision
    return {"actor": by or meet(tx, SECOND), "now": LATER, "broadcast_id": broadcast_id, "revision": revision}


async def test_what_waits_to_be_taken_back_stays_when_its_sender_loses_the_role(database: Database) -> None:
    def work(tx: Transaction) -> None:
        sent = send(tx, compose(tx))
        dismiss(tx, SENDER)
        broadcasting.tick(tx, now=LATER)
        broadcasting.tick(tx, now=LATER + timedelta(days=1))
        assert copies(tx) == {}
        assert told(tx) == {900: "scheduled", SECOND: "scheduled"}, "once, and not who was dismissed"
        with pytest.raises(NotAvailableError):
            inheriting.take_over(tx, **claim_of(tx, sent.id, meet(tx, SENDER)), message_id=1)
        bring(tx, PART, Role.VIEWER)
        with pytest.raises(NotAvailableError):
            inheriting.take_over(tx, **claim_of(tx, sent.id, meet(tx, PART)), message_id=1)
        claim = claim_of(tx, sent.id)
        mine = inheriting.take_over(tx, **claim, message_id=7).broadcast
        assert (mine.sender_id, mine.left_at) == (meet(tx, SECOND).account_id, None)
        with pytest.raises(StaleError):
            inheriting.take_over(tx, **claim, message_id=7)
        broadcasting.tick(tx, now=LATER + timedelta(seconds=1))
        assert copies(tx) == {}, "who takes it over late has the moment to take it back"
        broadcasting.tick(tx, now=LATER + broadcasting.TIME_TO_UNDO)
        assert len(copies(tx)) == 3

    await database.write(work)


async def test_without_that_it_would_go_out(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def work(tx: Transaction) -> None:
        send(tx, compose(tx))
        dismiss(tx, SENDER)
        broadcasting.tick(tx, now=LATER)
        assert len(copies(tx)) == 3

    monkeypatch.setattr("bot.actions.succeeding.hold", lambda tx, now: 0)
    await database.write(work)


async def test_a_planned_one_keeps_its_time_when_it_is_taken_over_or_goes_away(database: Database) -> None:
    def work(tx: Transaction) -> None:
        planned = []
        for draft in (compose(tx), compose(tx)):
            asked = {"broadcast_id": draft.id, "revision": draft.revision, "may_fall_back": False}
            postponing.ask_time(tx, actor=meet(tx, SENDER), now=NOW, **asked)  # type: ignore[arg-type]
            when = {"typed": "12.07.2027 18:00", "quiet": NEVER_QUIET, "rules": MANY}
            planned.append(postponing.plan(tx, actor=meet(tx, SENDER), now=NOW, **when).progress.broadcast)  # type: ignore[arg-type]
        dismiss(tx, SENDER)
        broadcasting.tick(tx, now=LATER)
        kept = inheriting.take_over(tx, **claim_of(tx, planned[0].id), message_id=7).broadcast
        assert (kept.send_at, kept.plan) == (planned[0].send_at, planned[0].plan)
        inheriting.read_question(tx, **claim_of(tx, planned[1].id))
        inheriting.discard(tx, **claim_of(tx, planned[1].id))
        assert broadcasts.get(tx, planned[1].id).state is State.CANCELLED
        broadcasting.tick(tx, now=planned[0].send_at)  # type: ignore[arg-type]
        assert len(copies(tx)) == 3

    await database.write(work)


async def test_what_one_alone_was_sending_stops_on_the_way(database: Database) -> None:
    def work(tx: Transaction) -> None:
        sent = send(tx, compose(tx))
        broadcasting.tick(tx, now=LATER)
        assert len(broadcasting.list_watched(tx)) == 1
        dismiss(tx, SENDER)
        broadcasting.tick(tx, now=LATER)
        assert broadcasts.get(tx, sent.id).state is State.PAUSED
        assert _due(tx) == 0
        assert broadcasting.list_watched(tx) == (), "who was dismissed sees no figures any more"
        with pytest.raises(StaleError):
            postponing.resume(tx, **claim_of(tx, sent.id))
        inheriting.take_over(tx, **claim_of(tx, sent.id), message_id=7)
        broadcasting.tick(tx, now=LATER)
        assert (broadcasts.get(tx, sent.id).state, _due(tx)) == (State.SENDING, 3)
        assert [one.telegram_id for one in broadcasting.list_watched(tx)] == [SECOND]
        dismiss(tx, SECOND)
        broadcasting.tick(tx, now=LATER)
        inheriting.discard(tx, **claim_of(tx, sent.id, owner(tx)))
        assert (broadcasts.get(tx, sent.id).state, _due(tx)) == (State.STOPPED, 0)

    await database.write(work)


def _due(tx: Transaction) -> int:
    """How many copies may leave now or soon."""
    query = "SELECT COUNT(*) FROM outbox WHERE template = 'broadcast' AND state = 'due' AND not_before < ?"
    return int(tx.connection.execute(query, (10**16 * 5,)).fetchone()[0])


async def test_what_a_second_organizer_agreed_to_goes_on_and_is_theirs(database: Database) -> None:
    def work(tx: Transaction) -> None:
        draft = compose(tx)
        agree(tx, draft, by=SECOND)
        sent = send(tx, draft, TWO)
        broadcasting.tick(tx, now=LATER)
        dismiss(tx, SENDER)
        broadcasting.tick(tx, now=LATER)
        going = broadcasts.get(tx, sent.id)
        assert (going.state, going.sender_id, _due(tx)) == (State.SENDING, meet(tx, SECOND).account_id, 3)
        assert told(tx) == {SECOND: "yours"}
        dismiss(tx, SECOND)
        broadcasting.tick(tx, now=LATER)
        assert broadcasts.get(tx, sent.id).state is State.PAUSED, "and neither of the two is there any more"

    await database.write(work)


def agree(tx: Transaction, draft: Broadcast, by: int) -> None:
    asked = {"broadcast_id": draft.id, "revision": draft.revision, "rules": TWO}
    matter = broadcasting.read_matter(tx, actor=meet(tx, SENDER), now=NOW, **asked)  # type: ignore[arg-type]
    assert matter is not None
    vouch = vouching.request(tx, actor=meet(tx, SENDER), now=NOW, matter=matter)
    if by:
        vouching.confirm(tx, actor=meet(tx, by), now=NOW, vouch_id=vouch.id, rules=TWO)


async def test_what_waits_for_a_second_organizer_stays_a_draft_of_which_the_others_are_told(
    database: Database,
) -> None:
    def work(tx: Transaction) -> None:
        draft = compose(tx)
        agree(tx, draft, by=0)
        dismiss(tx, SENDER)
        broadcasting.tick(tx, now=LATER)
        broadcasting.tick(tx, now=LATER)
        assert told(tx) == {900: "draft", SECOND: "draft"}
        states = [row[0] for row in tx.connection.execute("SELECT state FROM vouches").fetchall()]
        assert (states, copies(tx), broadcasts.get(tx, draft.id).state) == (["expired"], {}, State.COMPOSING)

    await database.write(work)


async def test_an_emergency_goes_on_and_its_calls_are_others_business(database: Database) -> None:
    def work(tx: Transaction) -> None:
        draft = compose(tx)
        claim = {"actor": meet(tx, SENDER), "now": NOW, "broadcast_id": draft.id}
        made = raising.choose(tx, **claim, is_emergency=True).broadcast  # type: ignore[arg-type]
        raising.send_now(tx, **claim, revision=made.revision, message_id=1)  # type: ignore[arg-type]
        dismiss(tx, SENDER)
        broadcasting.tick(tx, now=LATER)
        assert (broadcasts.get(tx, draft.id).state, _due(tx)) == (State.SENDING, 3)
        assert told(tx) == {900: "going", SECOND: "going"}
        acknowledging.tick(tx, now=NOW + timedelta(hours=2), quiet=NEVER_QUIET)
        called = tx.connection.execute(
            "SELECT a.telegram_id FROM outbox o JOIN accounts a ON a.id = o.account_id "
            "WHERE o.template = 'broadcast-calls' ORDER BY 1"
        ).fetchall()
        assert [row[0] for row in called] == [900, SECOND]
        mine = inheriting.take_over(tx, **claim_of(tx, draft.id), message_id=7).broadcast
        assert (mine.state, mine.sender_id) == (State.SENDING, meet(tx, SECOND).account_id)

    await database.write(work)


async def test_a_role_for_one_event_is_enough_for_that_event_and_one_that_ends_by_itself_counts(
    database: Database,
) -> None:
    def work(tx: Transaction) -> None:
        bring(tx, PART, Role.ORGANIZER, event_id=1)
        sent = send(tx, compose(tx), by=PART)
        broadcasting.tick(tx, now=NOW + timedelta(seconds=1))
        assert broadcasts.get(tx, sent.id).left_at is None
        tx.connection.execute("UPDATE grants SET expires_at = ? WHERE event_id = 1", (1,))
        broadcasting.tick(tx, now=LATER)
        assert copies(tx) == {}
        assert set(told(tx)) == {900, SENDER, SECOND}

    await database.write(work)
