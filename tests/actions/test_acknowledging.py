"""«Got it» counts once and only from those it was for; the silent are asked again once, then somebody calls them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import acknowledging, broadcasting, composing, raising
from bot.domain.broadcast import Broadcast, State
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.language import Language
from bot.domain.reminder import NEVER_QUIET, Quiet
from storage import accounts, acknowledgements, broadcasts, erasing, participants
from storage.database import Database, Transaction
from tests.actions.test_broadcasting import LATER, compose, owner, send, speaking, student
from tests.seed import NOW, meet, open_database, programme

NIGHT = Quiet(starts=time(0), ends=time(23, 59))


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path, programme(capacity=100)) as opened:
        yield opened


def asking(tx: Transaction, *, repeat_after: int | None = 3) -> Broadcast:
    """Send an announcement that asks for an answer, and let it arrive everywhere."""
    draft = compose(tx, "kk", "ru", "en")
    asked = {"asks_reply": True, "repeat_after": repeat_after}
    acknowledging.ask(tx, actor=owner(tx), now=NOW, broadcast_id=draft.id, **asked)  # type: ignore[arg-type]
    sent = send(tx, broadcasts.get(tx, draft.id))
    broadcasting.tick(tx, now=LATER)
    arrive(tx)
    return broadcasts.get(tx, sent.id)


def arrive(tx: Transaction) -> None:
    tx.connection.execute("UPDATE outbox SET state = 'sent', message_id = id WHERE state = 'due'")
    broadcasting.tick(tx, now=LATER)


def owed(tx: Transaction, template: str) -> list[int]:
    rows = tx.connection.execute(
        "SELECT a.telegram_id FROM outbox o JOIN accounts a ON a.id = o.account_id WHERE o.template = ? "
        "ORDER BY a.telegram_id",
        (template,),
    )
    return [row[0] for row in rows]


def confirm(tx: Transaction, telegram_id: int, broadcast: Broadcast) -> acknowledging.Confirmed:
    return acknowledging.confirm(tx, actor=meet(tx, telegram_id), now=LATER, broadcast_id=broadcast.id)


def answers(tx: Transaction, broadcast: Broadcast) -> acknowledging.Answers:
    return acknowledging.read_answers(tx, actor=owner(tx), now=LATER, broadcast_id=broadcast.id)


async def test_a_press_counts_once_and_only_from_whom_it_was_for(database: Database) -> None:
    def work(tx: Transaction) -> None:
        student(tx, 1, Language.KK)
        student(tx, 2, Language.EN)
        sent = asking(tx)
        assert confirm(tx, 1, sent).is_new
        assert not confirm(tx, 1, sent).is_new
        with pytest.raises(NotAvailableError):
            confirm(tx, 77, sent)
        found = answers(tx, sent)
        assert (found.number, found.confirmed, found.silent) == (2, 1, 1)

    await database.write(work)


async def test_an_announcement_that_does_not_ask_cannot_be_confirmed(database: Database) -> None:
    def work(tx: Transaction) -> None:
        student(tx, 1, Language.KK)
        sent = send(tx, compose(tx, "kk"))
        broadcasting.tick(tx, now=LATER)
        with pytest.raises(NotAvailableError):
            confirm(tx, 1, sent)

    await database.write(work)


async def test_a_late_press_lets_the_senders_figures_be_shown_again(database: Database) -> None:
    def work(tx: Transaction) -> None:
        student(tx, 1, Language.KK)
        student(tx, 2, Language.KK)
        sent = asking(tx)
        (watched,) = broadcasting.list_watched(tx)
        confirm(tx, 1, sent)
        broadcasting.mark_reported(tx, progress=watched.progress, now=LATER)
        assert broadcasting.list_watched(tx)  # somebody confirmed between the look and the mark
        (watched,) = broadcasting.list_watched(tx)
        broadcasting.mark_reported(tx, progress=watched.progress, now=LATER)
        assert broadcasting.list_watched(tx) == ()
        confirm(tx, 2, sent)
        assert broadcasting.list_watched(tx)[0].progress.confirmed == 2

    await database.write(work)


async def test_the_silent_are_asked_once_more_by_day_and_then_somebody_calls_them(database: Database) -> None:
    def work(tx: Transaction) -> None:
        for number in (1, 2, 3):
            student(tx, number, Language.EN)
        sent = asking(tx)
        confirm(tx, 1, sent)
        due = LATER + timedelta(hours=3)
        acknowledging.tick(tx, now=due - timedelta(minutes=1), quiet=NEVER_QUIET)
        acknowledging.tick(tx, now=due, quiet=NIGHT)
        assert owed(tx, "broadcast-again") == []
        acknowledging.tick(tx, now=due, quiet=NEVER_QUIET)
        acknowledging.tick(tx, now=due + timedelta(minutes=1), quiet=NEVER_QUIET)
        assert owed(tx, "broadcast-again") == [2, 3]
        assert answers(tx, sent).number == 3  # the second copies are nobody's first
        arrive(tx)
        confirm(tx, 2, sent)
        acknowledging.tick(tx, now=due + timedelta(hours=3), quiet=NEVER_QUIET)
        assert owed(tx, "broadcast-calls") == [900]
        acknowledging.tick(tx, now=due + timedelta(hours=9), quiet=NEVER_QUIET)
        assert owed(tx, "broadcast-calls") == [900]

    await database.write(work)


async def test_who_is_to_be_called_is_a_child_none_of_whose_guardians_confirmed(database: Database) -> None:
    def work(tx: Transaction) -> None:
        lonely, minded, adult = (student(tx, number, Language.EN) for number in (1, 2, 3))
        for child, telegram_id in ((lonely, 51), (minded, 52), (minded, 53)):
            participants.add_guardian(tx, child.participant_id, speaking(tx, telegram_id, Language.RU), NOW)
            accounts.set_phone(tx, speaking(tx, telegram_id, Language.RU), f"+7701000{telegram_id:04}")
        sent = asking(tx)
        for telegram_id in (1, 53):
            confirm(tx, telegram_id, sent)
        page = acknowledging.list_calls(tx, actor=owner(tx), now=LATER, broadcast_id=sent.id, page=0)
        found = {call.registration_id: [one.phone for one in guardians] for call, guardians in page.shown}
        assert found == {lonely.id: ["+77010000051"], adult.id: []}
        confirm(tx, 51, sent)
        confirm(tx, 3, sent)
        assert acknowledging.list_calls(tx, actor=owner(tx), now=LATER, broadcast_id=sent.id, page=0).shown == ()

    await database.write(work)


async def test_the_silent_and_the_confirmed_are_listed_by_stream_and_page(database: Database) -> None:
    def work(tx: Transaction) -> None:
        for number in range(1, 12):
            student(tx, number, Language.EN)
        sent = asking(tx)
        confirm(tx, 4, sent)
        ((part, _),) = answers(tx, sent).streams
        assert (part.number, part.confirmed, part.silent) == (11, 1, 10)
        claim: dict[str, Any] = {"actor": owner(tx), "now": LATER, "broadcast_id": sent.id, "unit_id": None}
        pages = [
            acknowledging.list_people(tx, **claim, has_confirmed=False, stream_id=part.id, page=page) for page in (0, 1)
        ]
        assert [len(page.shown) for page in pages] == [8, 2]
        assert [page.has_more for page in pages] == [True, False]
        (done,) = acknowledging.list_people(tx, **claim, has_confirmed=True, stream_id=None, page=0).shown
        assert done.confirmed_at == LATER

    await database.write(work)


async def test_nobody_else_sees_who_confirmed(database: Database) -> None:
    def work(tx: Transaction) -> None:
        student(tx, 1, Language.KK)
        sent = asking(tx)
        claim: dict[str, Any] = {"actor": meet(tx, 1), "now": NOW, "broadcast_id": sent.id}
        part: dict[str, Any] = {"has_confirmed": False, "stream_id": None, "unit_id": None, "page": 0}
        for step in (
            lambda: acknowledging.read_answers(tx, **claim),
            lambda: acknowledging.list_people(tx, **claim, **part),
            lambda: acknowledging.list_calls(tx, **claim, page=0),
            lambda: acknowledging.ask(tx, **claim, asks_reply=True, repeat_after=None),
            lambda: raising.choose(tx, **claim, is_emergency=True),
            lambda: raising.send_now(tx, **claim, revision=0, message_id=None),
        ):
            with pytest.raises(NotAvailableError):
                step()

    await database.write(work)


def emergency(tx: Transaction, *languages: str, at: datetime = NOW) -> Broadcast:
    draft = compose(tx, *languages)
    raising.choose(tx, actor=owner(tx), now=at, broadcast_id=draft.id, is_emergency=True)
    draft = broadcasts.get(tx, draft.id)
    claim: dict[str, Any] = {"broadcast_id": draft.id, "revision": draft.revision, "message_id": 1}
    return raising.send_now(tx, actor=owner(tx), now=at, **claim).broadcast


async def test_an_emergency_is_owed_at_once_to_the_family_whatever_its_language(database: Database) -> None:
    def work(tx: Transaction) -> None:
        child = student(tx, 1, Language.KK)
        for telegram_id in (51, 52):
            participants.add_guardian(tx, child.participant_id, speaking(tx, telegram_id, Language.RU), NOW)
        sent = emergency(tx, "en")
        assert sent.state is State.SENDING
        rows = tx.connection.execute("SELECT priority, data, not_before FROM outbox WHERE template = 'broadcast'")
        found = [(row[0], json.loads(row[1])["text"], json.loads(row[1])["asks"]) for row in rows]
        assert found == [(0, "Hello", sent.id)] * 3
        assert owed(tx, "broadcast") == [1, 51, 52]

    await database.write(work)


async def test_an_emergency_cannot_be_narrowed_to_a_role_nor_sent_like_others(database: Database) -> None:
    def work(tx: Transaction) -> None:
        student(tx, 1, Language.EN)
        draft = compose(tx, "en", role="guardian")
        raised = raising.choose(tx, actor=owner(tx), now=NOW, broadcast_id=draft.id, is_emergency=True).broadcast
        assert not raised.audience.leaves_families_out
        assert raised.asks_reply
        with pytest.raises(StaleError):
            send(tx, raised)
        with pytest.raises(StaleError):
            broadcasting_role(tx, raised)

    await database.write(work)


def broadcasting_role(tx: Transaction, raised: Broadcast) -> None:

    composing.choose(tx, actor=owner(tx), now=NOW, broadcast_id=raised.id, part="role", choice="student")


async def test_five_minutes_of_silence_reach_every_organizer_and_a_full_house_nobody(database: Database) -> None:
    def work(tx: Transaction) -> None:
        student(tx, 1, Language.EN)
        second = meet(tx, 901, is_owner=True)
        sent = emergency(tx, "en")
        arrive(tx)
        acknowledging.tick(tx, now=NOW + timedelta(minutes=4, seconds=59), quiet=NIGHT)
        assert owed(tx, "broadcast-calls") == []
        acknowledging.tick(tx, now=NOW + timedelta(minutes=5), quiet=NIGHT)
        assert owed(tx, "broadcast-calls") == [900, 901]
        assert second.account_id
        confirm(tx, 1, sent)
        other = emergency(tx, "en")
        arrive(tx)
        confirm(tx, 1, other)
        acknowledging.tick(tx, now=NOW + timedelta(minutes=9), quiet=NIGHT)
        assert owed(tx, "broadcast-calls") == [900, 901]

    await database.write(work)


async def test_whoever_is_forgotten_confirmed_nothing(database: Database) -> None:
    def work(tx: Transaction) -> None:
        student(tx, 1, Language.EN)
        sent = asking(tx)
        confirm(tx, 1, sent)

        erasing.erase_account(tx, meet(tx, 1).account_id, LATER)
        assert acknowledgements.count(tx, sent.id) == 0

    await database.write(work)
