"""A speaker comes in by a link, is told exactly what changed, and says whether they can come."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import attending, hosting, notifying, speaking
from bot.domain.access import Actor
from bot.domain.errors import LinkUnusableError, NotAvailableError, StaleError
from bot.domain.language import Language
from bot.domain.speaker import Answer
from bot.domain.timetable_edits import What
from storage import accounts, erasing
from storage.database import Database
from storage.values import from_json
from tests.actions.camp import camp, people, query, session, stream
from tests.actions.test_attending import owner_of
from tests.actions.test_rescheduling import change, refreshed, save, tick, type_in, undo
from tests.actions.test_rescheduling import told as told_families
from tests.seed import NOW, meet, open_database, said

MINUTE = timedelta(seconds=60)
TAU, SAMAL = stream("tau", "2027-07-06", "2027-07-16"), stream("samal", "2027-07-06", "2027-07-16")
TALK = session("talk", "2027-07-07", "15:00", "16:00", stream="tau", speaker=said("Asel Nurlan"))
CLUB = session("club", "2027-07-08", "17:00", "18:00", capacity=5, speaker=said("asel nurlan"))
OTHER = session("other", "2027-07-09", "10:00", "11:00", speaker=said("Bolat"))
TALK_ID, CLUB_ID, OTHER_ID = 1, 2, 3
CONTENT = camp([TALK, CLUB, OTHER], [], streams=[TAU, SAMAL])
ASEL, STRANGER = 501, 502


async def actor_of(database: Database, telegram_id: int) -> Actor:
    """Return somebody as they stand now."""
    await database.write(lambda tx: meet(tx, telegram_id))
    found = await database.read(lambda tx: accounts.find_actor(tx, telegram_id, offered=Language.EN, now=NOW))
    assert found is not None
    return found


async def invite(database: Database, session_id: int = TALK_ID, *, secret: str = "asel", now: datetime = NOW) -> None:
    owner = await refreshed(database)
    await database.write(lambda tx: hosting.invite(tx, actor=owner, now=now, session_id=session_id, token_hash=secret))


async def open_link(database: Database, telegram_id: int, *, secret: str = "asel", now: datetime = NOW) -> Any:
    actor = await actor_of(database, telegram_id)
    return await database.write(lambda tx: speaking.accept(tx, actor=actor, now=now, token_hash=secret))


async def answer(database: Database, session_id: int, revision: int, said: Answer, telegram_id: int = ASEL) -> Any:
    actor = await actor_of(database, telegram_id)
    return await database.write(
        lambda tx: speaking.answer(tx, actor=actor, now=NOW, session_id=session_id, revision=revision, said=said)
    )


async def told(database: Database) -> list[tuple[str, Mapping[str, Any]]]:
    """Return the messages about speakers, in order."""
    rows = await query(database, "SELECT template, data FROM outbox WHERE template LIKE 'speaker-%' ORDER BY id")
    return [(row["template"], from_json(row["data"])) for row in rows]


async def standing(database: Database) -> dict[int, str | None]:
    rows = await query(database, "SELECT session_id, answer FROM speakers ORDER BY session_id")
    return {row["session_id"]: row["answer"] for row in rows}


async def test_the_first_account_becomes_the_speaker_wherever_the_name_stands(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        tau = await people(database, 3, ["tau"])
        await database.write(
            lambda tx: attending.take_place(
                tx, actor=owner_of(tau[0]), now=NOW, registration_id=tau[0].id, session_id=CLUB_ID
            )
        )
        await invite(database)
        talks = await open_link(database, ASEL)
        assert [(one.session.id, one.expected, one.answer) for one in talks] == [(TALK_ID, 3, None), (CLUB_ID, 1, None)]
        assert [template for template, _ in await told(database)] == ["speaker-joined"]
        assert await open_link(database, ASEL, now=NOW + timedelta(days=3)) == talks
        with pytest.raises(LinkUnusableError):
            await open_link(database, STRANGER)
        stranger = await actor_of(database, STRANGER)
        with pytest.raises(NotAvailableError):
            await database.read(lambda tx: speaking.read_talk(tx, actor=stranger, now=NOW, session_id=TALK_ID))


async def test_a_link_lives_a_day_and_a_newer_one_ends_it(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        await invite(database)
        with pytest.raises(LinkUnusableError):
            await open_link(database, ASEL, now=NOW + hosting.LINK_LIFE)
        await invite(database, secret="newer")
        with pytest.raises(LinkUnusableError):
            await open_link(database, ASEL)
        assert await open_link(database, ASEL, secret="newer")


async def test_a_change_is_told_to_its_speaker_alone_once_and_asks_anew(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        tau = await people(database, 2, ["tau"])
        await invite(database)
        await open_link(database, ASEL)
        await invite(database, OTHER_ID, secret="bolat")
        await open_link(database, STRANGER, secret="bolat")
        await answer(database, TALK_ID, 0, Answer.CAN)
        await change(database, TALK_ID, What.TIME, "60")
        assert await tick(database, NOW + MINUTE) == 3
        asel = (await actor_of(database, ASEL)).account_id
        rows = await query(database, "SELECT account_id FROM outbox WHERE template = 'speaker-changed'")
        assert [row["account_id"] for row in rows] == [asel]
        assert set(await told_families(database)) == {one.account_id for one in tau}
        template, data = (await told(database))[-1]
        assert (template, data["item"]["was"]["starts"], data["item"]["became"]["starts"]) == (
            "speaker-changed",
            "15:00",
            "16:00",
        )
        assert await standing(database) == {TALK_ID: None, CLUB_ID: None, OTHER_ID: None}
        assert await tick(database, NOW + 2 * MINUTE) == 0
        with pytest.raises(StaleError):
            await answer(database, TALK_ID, 0, Answer.CAN)
        assert (await answer(database, TALK_ID, data["revision"], Answer.CAN)).answer is Answer.CAN


async def test_an_undo_within_the_minute_tells_the_speaker_nothing_and_keeps_the_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        await invite(database)
        await open_link(database, ASEL)
        await answer(database, TALK_ID, 0, Answer.CAN)
        page = await change(database, TALK_ID, What.TIME, "60")
        assert await tick(database, NOW + MINUTE / 2) == 0
        await undo(database, page, now=NOW + MINUTE)
        assert await tick(database, NOW + 3 * MINUTE) == 0
        assert (await standing(database))[TALK_ID] == "can"
        monkeypatch.setattr(notifying, "HOLD", timedelta(0))
        await change(database, TALK_ID, What.TIME, "60", now=NOW + 4 * MINUTE)
        assert await tick(database, NOW + 4 * MINUTE) == 1


async def test_organizers_learn_at_once_of_a_cannot_and_of_a_change_of_mind(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        await invite(database)
        await open_link(database, ASEL)
        for one in (Answer.CAN, Answer.CANNOT, Answer.CANNOT, Answer.CAN):
            await answer(database, TALK_ID, 0, one)
        assert [template for template, _ in await told(database)] == ["speaker-joined", "speaker-cannot", "speaker-can"]
        owner = await refreshed(database)
        page = await database.read(lambda tx: hosting.read_speakers(tx, actor=owner, now=NOW, event_id=1))
        found = {one.id: [who.answer for who in behind] for one, behind in page.sessions}
        assert found == {TALK_ID: [Answer.CAN], CLUB_ID: [None], OTHER_ID: []}


async def test_a_corrected_name_is_the_same_speaker_and_another_name_is_not(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        await invite(database)
        await open_link(database, ASEL)
        await type_in(database, TALK_ID, What.SPEAKER, "Asel Nurlanova")
        await save(database, TALK_ID)
        await tick(database, NOW + MINUTE)
        assert set(await standing(database)) == {TALK_ID, CLUB_ID}
        await type_in(database, TALK_ID, What.SPEAKER, "Bolat", now=NOW + 2 * MINUTE)
        await save(database, TALK_ID, now=NOW + 2 * MINUTE)
        await tick(database, NOW + 3 * MINUTE)
        assert set(await standing(database)) == {CLUB_ID}
        assert [data["item"]["kind"] for template, data in await told(database) if template == "speaker-changed"] == [
            "changed",
            "gone",
        ]


async def test_a_cancelled_session_asks_its_speaker_nothing(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        await invite(database)
        await open_link(database, ASEL)
        await change(database, TALK_ID, What.CANCELLED, "1")
        await tick(database, NOW + MINUTE)
        _, data = (await told(database))[-1]
        assert (data["item"]["kind"], data["item"]["became"]["is_cancelled"]) == ("gone", True)
        with pytest.raises(StaleError):
            await answer(database, TALK_ID, 1, Answer.CAN)


async def test_a_speaker_let_go_or_forgotten_speaks_nowhere(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        await invite(database)
        await open_link(database, ASEL)
        owner, asel = await refreshed(database), await actor_of(database, ASEL)
        with pytest.raises(NotAvailableError):
            await database.write(
                lambda tx: hosting.part(tx, actor=asel, now=NOW, session_id=TALK_ID, account_id=asel.account_id)
            )
        await database.write(
            lambda tx: hosting.part(tx, actor=owner, now=NOW, session_id=TALK_ID, account_id=asel.account_id)
        )
        assert set(await standing(database)) == {CLUB_ID}
        await database.write(lambda tx: erasing.erase_account(tx, asel.account_id, NOW))
        assert await standing(database) == {}
