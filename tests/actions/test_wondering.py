"""Questions about a session: read by organizers first, answered in the open, never from one adult to one child."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import moderating, purging, speaking, wondering
from bot.domain.access import Actor, Role
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.language import Language
from bot.domain.session_question import State
from bot.domain.speaker_errors import AskedAlreadyError, QuestionTextError
from bot.domain.thread_errors import TwoAdultsError
from storage import accounts, erasing
from storage.database import Database
from storage.values import from_json
from tests.actions.camp import ALMATY, bring_guardian, camp, people, query, session, stream
from tests.actions.test_attending import owner_of
from tests.actions.test_rescheduling import refreshed
from tests.actions.test_speaking import ASEL, actor_of, invite, open_link
from tests.seed import NOW, meet, open_database, said

STREAM = stream("tau", "2027-07-06", "2027-07-16")
TALK = session("talk", "2027-07-07", "15:00", "16:00", speaker=said("Asel"))
CLUB = session("club", "2027-07-07", "17:00", "18:00", capacity=5, speaker=said("Bolat"))
TALK_ID, CLUB_ID = 1, 2
FOR_ADULTS = camp([TALK, CLUB], [], streams=[STREAM])
FOR_MINORS = camp([TALK, CLUB], [], audience="minors", streams=[STREAM])


def standing(registration: Any) -> Actor:
    """Return whoever made a registration, where a question about the talk is typed."""
    place = {"registration": registration.id, "session": TALK_ID}
    return replace(owner_of(registration), place=wondering.WORDS, place_args=place)


async def ask(database: Database, registration: Any, text: str) -> Any:
    return await database.write(lambda tx: wondering.ask(tx, actor=standing(registration), now=NOW, text=text))


async def want(database: Database, registration: Any, question_id: int, *, too: bool = True) -> Any:
    ids = {"registration_id": registration.id, "question_id": question_id}
    return await database.write(lambda tx: wondering.want(tx, actor=owner_of(registration), now=NOW, too=too, **ids))


async def decide(database: Database, question_id: int, revision: int, state: State) -> Any:
    owner = await refreshed(database)
    ids = {"question_id": question_id, "revision": revision}
    return await database.write(lambda tx: moderating.decide(tx, actor=owner, now=NOW, state=state, **ids))


async def answer(database: Database, question_id: int, revision: int, text: str) -> Any:
    owner = await refreshed(database)
    ids = {"question_id": question_id, "revision": revision}
    await database.write(lambda tx: moderating.begin_answer(tx, actor=owner, now=NOW, **ids))
    owner = await refreshed(database)
    return await database.write(lambda tx: moderating.answer(tx, actor=owner, now=NOW, text=text))


async def second_organizer(database: Database) -> None:
    """Let somebody else run the programme too."""

    def work(tx: Any) -> None:
        other = meet(tx, 901)
        accounts.add_grant(
            tx, account_id=other.account_id, role=Role.ORGANIZER, programme_id=1, granted_by=None, now=NOW
        )

    await database.write(work)


async def told(database: Database, template: str) -> dict[int, Mapping[str, Any]]:
    rows = await query(database, f"SELECT account_id, data FROM outbox WHERE template = '{template}' ORDER BY id")  # noqa: S608
    return {row["account_id"]: from_json(row["data"]) for row in rows}


async def test_a_question_is_looked_at_shown_wanted_by_others_and_answered_to_all_of_them(tmp_path: Path) -> None:
    async with open_database(tmp_path, FOR_ADULTS) as database:
        await refreshed(database)
        asker, other, silent = await people(database, 3, ["tau"])
        assert (await ask(database, asker, "  What is\nthis?  ")).asked.words == "What is this?"
        assert len(await told(database, "session-asked")) == 1
        with pytest.raises(NotAvailableError):
            await want(database, other, 1)
        await decide(database, 1, 0, State.SHOWN)
        assert [one.votes for one in (await want(database, other, 1)).shown] == [1]
        with pytest.raises(NotAvailableError):
            await want(database, asker, 1)
        await answer(database, 1, 1, "A talk")
        news = await told(database, "question-answered")
        assert set(news) == {asker.account_id, other.account_id}
        assert silent.account_id not in news
        await answer(database, 1, 2, "A good talk")
        assert len(await query(database, "SELECT 1 FROM outbox WHERE template = 'question-answered'")) == 2
        board = await database.read(
            lambda tx: wondering.read_board(
                tx, actor=owner_of(silent), now=NOW, registration_id=silent.id, session_id=TALK_ID
            )
        )
        assert [one.answer for one in board.shown] == ["A good talk"]


async def test_there_is_one_question_each_and_it_changes_until_it_is_looked_at(tmp_path: Path) -> None:
    async with open_database(tmp_path, FOR_ADULTS) as database:
        (one,) = await people(database, 1, ["tau"])
        for text in ("", "x" * 301):
            with pytest.raises(QuestionTextError):
                await ask(database, one, text)
        await ask(database, one, "First")
        await ask(database, one, "Second")
        with pytest.raises(StaleError):
            await decide(database, 1, 0, State.SHOWN)
        await decide(database, 1, 1, State.HIDDEN)
        with pytest.raises(AskedAlreadyError):
            await ask(database, one, "Third")
        rows = await query(database, "SELECT words, state FROM session_questions")
        assert [tuple(row) for row in rows] == [("Second", "hidden")]


async def test_nobody_asks_about_what_they_have_no_place_in_nor_for_somebody_else(tmp_path: Path) -> None:
    async with open_database(tmp_path, FOR_ADULTS) as database:
        one, two = await people(database, 2, ["tau"])
        for actor, registration_id, session_id in (
            (owner_of(one), one.id, CLUB_ID),
            (owner_of(two), one.id, TALK_ID),
        ):
            with pytest.raises(NotAvailableError):
                await database.write(
                    lambda tx, a=actor, r=registration_id, s=session_id: wondering.begin(  # type: ignore[misc]
                        tx, actor=a, now=NOW, registration_id=r, session_id=s
                    )
                )
        with pytest.raises(NotAvailableError):
            await database.read(lambda tx: moderating.list_questions(tx, actor=owner_of(one), now=NOW, event_id=1))


async def test_a_childs_question_goes_to_nobody_unless_two_adults_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_database(tmp_path, FOR_MINORS) as database:
        await refreshed(database)
        (child,) = await people(database, 1, ["tau"])
        await database.write(lambda tx: bring_guardian(tx, child, 50, agrees=True))
        with pytest.raises(TwoAdultsError):
            await ask(database, child, "Are you there?")
        assert await query(database, "SELECT * FROM session_questions") == []
        monkeypatch.setattr(wondering, "TWO_ADULTS", 1)
        assert (await ask(database, child, "Are you there?")).asked is not None
        monkeypatch.undo()
        await second_organizer(database)
        assert (await ask(database, child, "Is anybody there?")).asked is not None
        assert len(await told(database, "session-asked")) >= 1


async def test_a_speaker_never_learns_who_asks_and_never_writes_to_a_child(tmp_path: Path) -> None:
    async with open_database(tmp_path, FOR_MINORS) as database:
        await refreshed(database)
        await second_organizer(database)
        (child,) = await people(database, 1, ["tau"])
        guardian = await database.write(lambda tx: bring_guardian(tx, child, 50, agrees=True))
        await invite(database)
        await open_link(database, ASEL)
        asel = await actor_of(database, ASEL)

        async def heard() -> Any:
            talk = await database.read(lambda tx: speaking.read_talk(tx, actor=asel, now=NOW, session_id=TALK_ID))
            return talk.questions

        await ask(database, child, "Why?")
        assert await heard() == ()
        await decide(database, 1, 0, State.SHOWN)
        assert [asdict(one) for one in await heard()] == [{"words": "Why?", "people": 1, "answer": None}]
        for deed in (moderating.begin_answer, moderating.decide):
            with pytest.raises(NotAvailableError):
                await database.write(
                    lambda tx, deed=deed: deed(  # type: ignore[misc]
                        tx, actor=asel, now=NOW, question_id=1, revision=1, **_more(deed)
                    )
                )
        await answer(database, 1, 1, "Because")
        assert set(await told(database, "question-answered")) == {child.account_id, guardian}
        rows = await query(database, f"SELECT data FROM outbox WHERE account_id = {asel.account_id}")  # noqa: S608
        assert not any("Why?" in row["data"] or "Person" in row["data"] for row in rows)


def _more(deed: Any) -> dict[str, Any]:
    return {"state": State.HIDDEN} if deed is moderating.decide else {}


async def test_questions_go_with_their_person_and_a_quarter_after_the_session(tmp_path: Path) -> None:
    async with open_database(tmp_path, FOR_ADULTS) as database:
        one, two = await people(database, 2, ["tau"])
        await ask(database, one, "First")
        await decide(database, 1, 0, State.SHOWN)
        await want(database, two, 1)
        await database.write(lambda tx: erasing.erase_participant(tx, two.participant_id, NOW))
        assert await query(database, "SELECT * FROM session_question_votes") == []
        then = NOW + timedelta(days=300)
        assert (await actor_of(database, 1)).language is Language.EN
        await database.write(lambda tx: purging.tick(tx, now=then, zone=ALMATY))
        assert await query(database, "SELECT * FROM session_questions") == []
