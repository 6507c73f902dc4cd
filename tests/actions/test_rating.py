"""What participants think of a session: asked once a day, given in two presses, read without names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import attending, purging, rating, speaking, surveying
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.feedback import ENOUGH, Tag
from bot.domain.speaker_errors import FeedbackTextError
from storage import accounts, erasing
from storage.database import Database
from storage.values import from_json
from tests.actions.camp import ALMATY, at, bring_guardian, camp, people, query, session, stream, tick
from tests.actions.test_attending import owner_of
from tests.actions.test_rescheduling import refreshed
from tests.actions.test_speaking import ASEL, actor_of, invite, open_link
from tests.seed import NOW, open_database, said

ASK = {"code": "feedback", "kind": "feedback", "at": "21:00", "to": "participants"}
STREAM = stream("tau", "2027-07-06", "2027-07-08")
TALK = session("talk", "2027-07-07", "15:00", "16:00", speaker=said("Asel"))
CLUB = session("club", "2027-07-07", "17:00", "18:00", capacity=5)
LUNCH = session("lunch", "2027-07-07", "13:00", "14:00", kind="meal")
FIRE = session("fire", "2027-07-07", "21:30", "22:30")
TALK_ID, CLUB_ID, LUNCH_ID, FIRE_ID = 1, 2, 3, 4
CONTENT = camp([TALK, CLUB, LUNCH, FIRE], [ASK], streams=[STREAM])
DAY = date(2027, 7, 7)
EVENING = at("2027-07-07", "21:00")


async def rate(
    database: Database,
    registration: Any,
    session_id: int,
    stars: int,
    *,
    now: datetime = EVENING,
    tag: Tag | None = None,
) -> Any:
    actor, ids = owner_of(registration), {"registration_id": registration.id, "session_id": session_id}
    await database.write(lambda tx: rating.rate(tx, actor=actor, now=now, stars=stars, **ids))
    if tag is not None:
        await database.write(lambda tx: rating.tag(tx, actor=actor, now=now, word=tag, **ids))


async def write(database: Database, registration: Any, session_id: int, text: str) -> Any:
    ids = {"registration_id": registration.id, "session_id": session_id}
    actor = owner_of(registration)
    await database.write(lambda tx: rating.ask(tx, actor=actor, now=EVENING, **ids))
    standing = await database.read(
        lambda tx: accounts.find_actor(
            tx, accounts.get_row(tx, actor.account_id)["telegram_id"], offered=actor.language, now=NOW
        )
    )
    assert standing is not None
    return await database.write(lambda tx: rating.say(tx, actor=standing, now=EVENING, text=text))


async def asked(database: Database) -> dict[int, Mapping[str, Any]]:
    rows = await query(database, "SELECT account_id, data FROM outbox WHERE template = 'feedback-asked' ORDER BY id")
    return {row["account_id"]: from_json(row["data"]) for row in rows}


async def test_everybody_is_asked_once_a_day_about_what_they_were_in_and_is_over(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        one, two = await people(database, 2, ["tau"])
        await database.write(
            lambda tx: attending.take_place(
                tx, actor=owner_of(one), now=NOW, registration_id=one.id, session_id=CLUB_ID
            )
        )
        assert await tick(database, EVENING - timedelta(minutes=1)) == 0
        assert await tick(database, EVENING) == 2
        found = {
            account: [each["id"] for each in data["sessions"]] for account, data in (await asked(database)).items()
        }
        assert found == {one.account_id: [TALK_ID, CLUB_ID], two.account_id: [TALK_ID]}
        (row, _) = await query(database, "SELECT not_after FROM outbox WHERE template = 'feedback-asked'")
        assert row["not_after"] == int((EVENING + timedelta(days=1)).timestamp() * 10**6)
        assert await tick(database, EVENING + timedelta(hours=12)) == 0


async def test_a_question_that_waited_longer_than_a_day_is_not_asked(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        await people(database, 1, ["tau"])
        assert await tick(database, EVENING + timedelta(days=1)) == 0
        assert await asked(database) == {}


async def test_guardians_are_not_asked_what_they_were_not_in(tmp_path: Path) -> None:
    async with open_database(tmp_path, camp([TALK], [ASK], audience="minors", streams=[STREAM])) as database:
        (child,) = await people(database, 1, ["tau"])
        await database.write(lambda tx: bring_guardian(tx, child, 50, agrees=True))
        await tick(database, EVENING)
        assert set(await asked(database)) == {child.account_id}


async def test_only_what_one_was_in_and_what_is_over_can_be_rated_until_the_day_after(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        one, two = await people(database, 2, ["tau"])
        for session_id in (CLUB_ID, LUNCH_ID, FIRE_ID):
            with pytest.raises(NotAvailableError):
                await rate(database, one, session_id, 5)
        await rate(database, one, TALK_ID, 2, tag=Tag.BORING)
        await rate(database, one, TALK_ID, 4, now=at("2027-07-09", "23:59"))
        with pytest.raises(NotAvailableError):
            await rate(database, one, TALK_ID, 5, now=at("2027-07-10", "00:00"))
        with pytest.raises(StaleError):
            await rate(database, one, TALK_ID, 6)
        stranger = owner_of(two)
        with pytest.raises(NotAvailableError):
            await database.write(
                lambda tx: rating.rate(
                    tx, actor=stranger, now=EVENING, registration_id=one.id, session_id=TALK_ID, stars=1
                )
            )
        rows = await query(database, "SELECT stars, tag FROM session_feedback")
        assert [tuple(row) for row in rows] == [(4, "boring")]


async def test_a_speaker_reads_figures_only_and_only_once_enough_have_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        crowd = await people(database, ENOUGH, ["tau"])
        await invite(database)
        await open_link(database, ASEL)
        asel = await actor_of(database, ASEL)

        async def seen() -> Any:
            found = await database.read(lambda tx: speaking.read_talk(tx, actor=asel, now=EVENING, session_id=TALK_ID))
            return found.figures

        for number, one in enumerate(crowd[:-1]):
            await rate(database, one, TALK_ID, 1 + number, tag=Tag.USEFUL)
        await write(database, crowd[0], TALK_ID, "  Secret   words ")
        assert await seen() is None
        monkeypatch.setattr(speaking, "ENOUGH", 1)
        assert await seen() is not None
        monkeypatch.undo()
        await rate(database, crowd[-1], TALK_ID, 5)
        figures = await seen()
        assert (figures.number, figures.average, figures.stars) == (5, 3.0, (1, 1, 1, 1, 1))
        assert "Secret" not in repr(figures)
        owner = await refreshed(database)
        survey = await database.read(lambda tx: surveying.read_survey(tx, actor=owner, now=EVENING, event_id=1))
        assert survey.words == {TALK_ID: ("Secret words",)}
        assert {one.id for one, _ in survey.sessions} == {TALK_ID, CLUB_ID}
        with pytest.raises(NotAvailableError):
            await database.read(lambda tx: surveying.read_survey(tx, actor=asel, now=EVENING, event_id=1))


async def test_a_line_is_one_to_three_hundred_characters_and_goes_with_its_person(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        (one,) = await people(database, 1, ["tau"])
        with pytest.raises(StaleError):
            await write(database, one, TALK_ID, "too early")
        await rate(database, one, TALK_ID, 5)
        for text in ("", "x" * 301):
            with pytest.raises(FeedbackTextError):
                await write(database, one, TALK_ID, text)
        await write(database, one, TALK_ID, "Thank you")
        await database.write(lambda tx: erasing.erase_participant(tx, one.participant_id, NOW))
        assert await query(database, "SELECT * FROM session_feedback") == []


async def test_lines_are_deleted_a_quarter_later_and_figures_stay(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        (one,) = await people(database, 1, ["tau"])
        await rate(database, one, TALK_ID, 5)
        await write(database, one, TALK_ID, "Thank you")
        for days, left in ((89, 1), (91, 0)):
            then = EVENING + timedelta(days=days)
            await database.write(lambda tx, then=then: purging.tick(tx, now=then, zone=ALMATY))  # type: ignore[misc]
            rows = await query(database, "SELECT stars, words FROM session_feedback")
            assert [(row["stars"], bool(row["words"])) for row in rows] == [(5, bool(left))]
