"""Whoever may not know of a child any more is told nothing of it, whatever was begun before."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import (
    acknowledging,
    answering,
    asking,
    broadcasting,
    composing,
    digesting,
    guarding,
    moderating,
    tallying,
    wondering,
)
from bot.actions.asking import ASK
from bot.domain.errors import NotAvailableError
from bot.domain.guardian import Limit
from bot.domain.language import Language
from bot.domain.notice import Notice
from bot.domain.reminder import NEVER_QUIET
from bot.domain.thread import Words
from bot.domain.thread_errors import TwoAdultsError
from storage import broadcasts, corrections, digests, outbox, participants
from storage.database import Transaction
from tests.actions.camp import bring_guardian, camp, query, session, stream
from tests.actions.test_broadcasting import LATER, owner, say, send
from tests.actions.test_rescheduling import refreshed
from tests.actions.test_voting import asked, vote
from tests.actions.test_wondering import TALK_ID, answer, ask, second_organizer
from tests.seed import NOW, meet, open_database, programme, register, said

MOTHER, FATHER = 50, 51
STREAM = stream("tau", "2027-07-06", "2027-07-16")
TALK = session("talk", "2027-07-07", "15:00", "16:00", speaker=said("Asel"))


def with_parents(tx: Transaction, number: int = 1) -> Any:
    """Register a child with a mother and a father."""
    claim = register(tx, number)
    for telegram_id in (MOTHER, FATHER):
        bring_guardian(tx, claim, telegram_id, agrees=True)
    return claim


def shut_out(tx: Transaction, claim: Any, telegram_id: int = FATHER) -> int:
    """Let a guardian not know any more, as an organizer does it; return the account."""
    account_id = meet(tx, telegram_id).account_id
    (link,) = (
        one.link_id for one in participants.list_guardians(tx, claim.participant_id) if one.account_id == account_id
    )
    about: dict[str, Any] = {"registration_id": claim.id, "link_id": link, "reason": "court"}
    guarding.limit(tx, actor=owner(tx), now=LATER, what=Limit.MAY_NOT_KNOW, **about)
    return account_id


def told(tx: Transaction, template: str) -> set[int]:
    """Return who was ever owed a message of this kind that was not stopped."""
    rows = tx.connection.execute(
        "SELECT account_id FROM outbox WHERE template = ? AND state <> 'stopped'", (template,)
    ).fetchall()
    return {row["account_id"] for row in rows}


async def test_the_results_of_a_poll_and_the_poll_itself_are_closed_to_them(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme(capacity=50, audience="minors")) as database:

        def work(tx: Transaction) -> None:
            claim = with_parents(tx)
            for number in range(2, 7):
                bring_guardian(tx, register(tx, number), 60 + number, agrees=True)
            poll_id = asked(tx)
            vote(tx, FATHER, poll_id, 0)
            father = shut_out(tx, claim)
            with pytest.raises(NotAvailableError):
                vote(tx, FATHER, poll_id, 1)
            for telegram_id in (1, 2, 3, 4, MOTHER):
                vote(tx, telegram_id, poll_id, 0)
            read: dict[str, Any] = {"now": LATER, "broadcast_id": poll_id}
            tallying.close(tx, actor=owner(tx), **read)
            photos = dict.fromkeys(Language, "photo")
            tallying.prepare(tx, actor=owner(tx), photos=photos, **read)
            assert tallying.publish(tx, actor=owner(tx), **read) == len(told(tx, "poll-results"))
            assert father not in told(tx, "poll-results")
            assert meet(tx, MOTHER).account_id in told(tx, "poll-results")

        await database.write(work)


async def test_a_changed_text_and_a_second_question_do_not_follow_them(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme(capacity=50, audience="minors")) as database:

        def work(tx: Transaction) -> None:
            claim = with_parents(tx)
            draft = composing.begin(tx, actor=owner(tx), now=NOW, programme_id=1).broadcast
            for text in ("Bus", "Автобус", "Автобус"):
                say(tx, text)
            choice: dict[str, Any] = {"broadcast_id": draft.id, "asks_reply": True, "repeat_after": 1}
            acknowledging.ask(tx, actor=owner(tx), now=NOW, **choice)
            sent = send(tx, broadcasts.get(tx, draft.id))
            broadcasting.tick(tx, now=LATER)
            tx.connection.execute("UPDATE outbox SET state = 'sent', message_id = id WHERE state = 'due'")
            broadcasting.tick(tx, now=LATER)
            father, mother = shut_out(tx, claim), meet(tx, MOTHER).account_id
            now = broadcasts.get(tx, sent.id)
            texts = {one: f"{text} at 9" for one, text in now.texts.items()}
            changed = broadcasts.update(tx, replace(now, texts=texts, edition=now.edition + 1))
            corrections.spread(tx, changed, LATER)
            assert (father in told(tx, "broadcast-edit"), mother in told(tx, "broadcast-edit")) == (False, True)
            acknowledging.tick(tx, now=LATER + timedelta(hours=2), quiet=NEVER_QUIET)
            assert (father in told(tx, "broadcast-again"), mother in told(tx, "broadcast-again")) == (False, True)
            with pytest.raises(NotAvailableError):
                acknowledging.confirm(tx, actor=meet(tx, FATHER), now=LATER, broadcast_id=sent.id)

        await database.write(work)


async def test_what_a_digest_told_them_of_the_child_cannot_be_opened_any_more(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme(capacity=50, audience="minors")) as database:

        def work(tx: Transaction) -> None:
            claim = with_parents(tx)
            data = {"about": [[claim.id, "Person"]], "event_id": 1}
            opened = {}
            for telegram_id in (MOTHER, FATHER):
                account_id = meet(tx, telegram_id).account_id
                outbox.put(tx, Notice(account_id=account_id, template="reminder-day", data=data), NOW)
                opened[telegram_id] = tx.connection.execute("SELECT max(id) AS id FROM outbox").fetchone()["id"]
            tx.connection.execute("UPDATE outbox SET state = 'sent', digest_id = id WHERE template = 'reminder-day'")
            assert digests.find_missed(tx, meet(tx, FATHER).account_id, opened[FATHER]) is not None
            shut_out(tx, claim)
            with pytest.raises(NotAvailableError):
                digesting.open_missed(tx, actor=meet(tx, FATHER), now=NOW, message_id=opened[FATHER])
            assert digesting.open_missed(tx, actor=meet(tx, MOTHER), now=NOW, message_id=opened[MOTHER]).data

        await database.write(work)


async def test_who_asked_for_the_child_before_is_not_answered_now(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([TALK], [], audience="minors", streams=[STREAM])) as database:
        await second_organizer(database)
        claim = await database.write(lambda tx: _asked_by_father(tx, "tau"))
        father = await database.write(lambda tx: meet(tx, FATHER).account_id)
        await database.write(lambda tx: shut_out(tx, claim))
        await answer(database, 1, 0, "Because")
        rows = await query(database, "SELECT account_id FROM outbox WHERE template = 'question-answered'")
        mother = await database.write(lambda tx: meet(tx, MOTHER).account_id)
        assert father != mother
        assert [row["account_id"] for row in rows] == [mother]


def _asked_by_father(tx: Transaction, stream_code: str) -> Any:
    """Let a father ask about a session of his child, as who registered it."""
    claim = register(tx, 1, answers=[stream_code])
    for telegram_id in (MOTHER, FATHER):
        bring_guardian(tx, claim, telegram_id, agrees=True)
    father = meet(tx, FATHER)
    tx.connection.execute("UPDATE registrations SET account_id = ? WHERE id = ?", (father.account_id, claim.id))
    place = {"registration": claim.id, "session": TALK_ID}
    wondering.ask(tx, actor=replace(father, place=wondering.WORDS, place_args=place), now=NOW, text="Why?")
    return claim


async def test_a_conversation_about_the_child_is_answered_to_nobody_who_may_not_know(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme(capacity=50, audience="minors")) as database:
        await second_organizer(database)

        def work(tx: Transaction) -> None:
            claim = with_parents(tx)
            place = {"event": 1, "registration": claim.id}
            father = replace(meet(tx, FATHER), place=ASK, place_args=place)
            page = asking.type_question(tx, actor=father, now=NOW, words=Words(text="Where is my child?"))
            thread_id = page.thread.id  # type: ignore[union-attr]
            shut_out(tx, claim)
            answering.begin_answer(tx, actor=owner(tx), now=LATER, thread_id=thread_id)
            with pytest.raises(NotAvailableError):
                answering.answer(tx, actor=owner(tx), now=LATER, words=Words(text="In the blue house"))
            assert told(tx, "thread-answered") == set()

        await database.write(work)


async def test_one_adult_alone_answers_no_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_database(tmp_path, camp([TALK], [], audience="minors", streams=[STREAM])) as database:
        await refreshed(database)
        await second_organizer(database)
        claim = await database.write(lambda tx: register(tx, 1, answers=["tau"]))
        await database.write(lambda tx: bring_guardian(tx, claim, MOTHER, agrees=True))
        await ask(database, claim, "Are you there?")
        await database.write(
            lambda tx: tx.connection.execute("UPDATE grants SET revoked_at = 1 WHERE role = 'organizer'")
        )
        with pytest.raises(TwoAdultsError):
            await answer(database, 1, 0, "Just us two")
        assert await query(database, "SELECT 1 FROM outbox WHERE template = 'question-answered'") == []
        monkeypatch.setattr(moderating, "TWO_ADULTS", 1)
        await answer(database, 1, 0, "Just us two")
        assert len(await query(database, "SELECT 1 FROM outbox WHERE template = 'question-answered'")) == 2
