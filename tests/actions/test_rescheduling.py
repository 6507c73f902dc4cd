"""A change of the timetable: seen before it is saved, taken back within a minute, told to exactly those concerned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import attending, loading, notifying, rescheduling
from bot.commands import told_shifts
from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError, SessionTextError, SessionUndoOverError, StaleError
from bot.domain.language import Language
from bot.domain.timetable_edits import What
from storage import accounts
from storage.database import Database
from storage.values import from_json
from tests.actions.camp import ALMATY, at, bring_guardian, camp, people, query, session, stream
from tests.actions.test_attending import owner_of
from tests.seed import NOW, meet, open_database

MINUTE = timedelta(seconds=60)
TAU, SAMAL = stream("tau", "2027-07-06", "2027-07-16"), stream("samal", "2027-07-06", "2027-07-16")
TALK = session("talk", "2027-07-07", "15:00", "16:00", stream="tau")
CLUB = session("club", "2027-07-07", "17:00", "18:00", capacity=5)
OPENING = session("opening", "2027-07-06", "10:00", "11:00")
TALK_ID, CLUB_ID, OPENING_ID = 1, 2, 3
CONTENT = camp([TALK, CLUB, OPENING], [], streams=[TAU, SAMAL])
OWNER = 900


async def refreshed(database: Database) -> Actor:
    """Return the owner as they stand now."""
    await database.write(lambda tx: meet(tx, OWNER, is_owner=True))
    found = await database.read(lambda tx: accounts.find_actor(tx, OWNER, offered=Language.EN, now=NOW))
    assert found is not None
    return found


async def change(database: Database, session_id: int, what: What, value: str, *, now: datetime = NOW) -> Any:
    """Press what proposes a change, and save it whatever is in the way."""
    await propose(database, session_id, what, value, now=now)
    return await save(database, session_id, now=now)


async def propose(database: Database, session_id: int, what: What, value: str, *, now: datetime = NOW) -> Any:
    actor = await refreshed(database)
    return await database.write(
        lambda tx: rescheduling.propose(tx, actor=actor, now=now, session_id=session_id, what=what, value=value)
    )


async def save(database: Database, session_id: int, *, now: datetime = NOW, is_sure: bool = True) -> Any:
    actor = await refreshed(database)
    return await database.write(
        lambda tx: rescheduling.save(tx, actor=actor, now=now, session_id=session_id, is_sure=is_sure)
    )


async def type_in(database: Database, session_id: int, what: What, text: str, *, now: datetime = NOW) -> Any:
    actor = await refreshed(database)
    await database.write(lambda tx: rescheduling.ask(tx, actor=actor, now=now, session_id=session_id, what=what))
    actor = await refreshed(database)
    return await database.write(lambda tx: rescheduling.propose_typed(tx, actor=actor, now=now, text=text))


async def undo(database: Database, page: Any, *, now: datetime) -> Any:
    actor = await refreshed(database)
    return await database.write(
        lambda tx: rescheduling.undo(tx, actor=actor, now=now, session_id=page.session.id, change_id=page.undo_id or 1)
    )


async def tick(database: Database, now: datetime) -> int:
    return await database.write(lambda tx: notifying.tick(tx, now=now))


async def told(database: Database) -> dict[int, list[Mapping[str, Any]]]:
    """Return account -> what each message to it named, in order."""
    rows = await query(database, "SELECT account_id, data FROM outbox WHERE template = 'timetable-changed' ORDER BY id")
    found: dict[int, list[Mapping[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["account_id"], []).extend(from_json(row["data"])["items"])
    return found


async def take(database: Database, registration: Any, session_id: int) -> None:
    await database.write(
        lambda tx: attending.take_place(
            tx, actor=owner_of(registration), now=NOW, registration_id=registration.id, session_id=session_id
        )
    )


async def camp_of_six(database: Database) -> tuple[Sequence[Any], Sequence[Any]]:
    """Return three who take part in each of the two streams."""
    return await people(database, 3, ["tau"]), await people(database, 3, ["samal"])


def accounts_of(registrations: Sequence[Any]) -> set[int]:
    return {one.account_id for one in registrations}


async def test_a_moved_session_is_told_to_its_stream_and_to_nobody_else(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        tau, _ = await camp_of_six(database)
        await change(database, TALK_ID, What.TIME, "60")
        assert await tick(database, NOW + MINUTE) == 3
        news = await told(database)
        assert set(news) == accounts_of(tau)
        (item,) = news[tau[0].account_id]
        assert (item["kind"], item["was"]["starts"], item["became"]["starts"]) == ("changed", "15:00", "16:00")
        assert await tick(database, NOW + 2 * MINUTE) == 0


async def test_without_the_narrowing_the_same_change_reaches_too_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        tau, samal = await camp_of_six(database)
        everybody = notifying._concerned

        def careless(tx: Any, event: Any, session: Any, people: Any, **more: Any) -> Any:
            return everybody(tx, event, session and replace(session, stream_id=None), people, **more)

        monkeypatch.setattr(notifying, "_concerned", careless)
        await change(database, TALK_ID, What.TIME, "60")
        await tick(database, NOW + MINUTE)
        assert set(await told(database)) == accounts_of(tau) | accounts_of(samal)


async def test_only_whoever_signed_up_is_told_of_a_session_with_places(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        tau, samal = await camp_of_six(database)
        for one in (tau[0], samal[1]):
            await take(database, one, CLUB_ID)
        await change(database, CLUB_ID, What.TIME, "30")
        await tick(database, NOW + MINUTE)
        assert set(await told(database)) == {tau[0].account_id, samal[1].account_id}


async def test_guardians_who_may_know_are_told_too_and_those_who_wait_for_a_consent_are_not(tmp_path: Path) -> None:
    content = camp([TALK], [], audience="minors", streams=[TAU, SAMAL])
    async with open_database(tmp_path, content) as database:
        child, waiting = await people(database, 2, ["tau"])
        guardian = await database.write(lambda tx: bring_guardian(tx, child, 50, agrees=True))
        await database.write(lambda tx: bring_guardian(tx, waiting, 51, agrees=False))
        shut_out = await database.write(lambda tx: bring_guardian(tx, child, 52, agrees=True))
        await database.write(
            lambda tx: tx.connection.execute(
                "UPDATE guardian_links SET may_decide = 0, may_know = 0, limited_at = 1 WHERE account_id = ?",
                (shut_out,),
            )
        )
        await change(database, TALK_ID, What.TIME, "60")
        await tick(database, NOW + MINUTE)
        assert set(await told(database)) == {child.account_id, guardian}


async def test_an_undo_within_the_minute_tells_nobody(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        await camp_of_six(database)
        page = await change(database, TALK_ID, What.TIME, "60")
        assert await tick(database, NOW + MINUTE / 2) == 0
        back = await undo(database, page, now=NOW + MINUTE)
        assert back.session.starts_at == at("2027-07-07", "15:00")
        for minutes in range(1, 5):
            assert await tick(database, NOW + minutes * MINUTE) == 0
        assert await told(database) == {}


async def test_without_the_wait_an_undo_comes_too_late(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        tau, _ = await camp_of_six(database)
        monkeypatch.setattr(notifying, "HOLD", timedelta(0))
        page = await change(database, TALK_ID, What.TIME, "60")
        await tick(database, NOW)
        assert set(await told(database)) == accounts_of(tau)
        with pytest.raises(SessionUndoOverError):
            await undo(database, page, now=NOW + MINUTE / 2)


async def test_after_the_minute_nothing_is_taken_back(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        page = await change(database, TALK_ID, What.TIME, "60")
        with pytest.raises(SessionUndoOverError):
            await undo(database, page, now=NOW + MINUTE + timedelta(seconds=1))


async def test_several_changes_within_the_minute_become_one_message_with_what_remains(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        tau, _ = await camp_of_six(database)
        for seconds, minutes in ((0, "60"), (40, "30"), (80, "-15")):
            await change(database, TALK_ID, What.TIME, minutes, now=NOW + timedelta(seconds=seconds))
            await tick(database, NOW + timedelta(seconds=seconds))
        await type_in(database, TALK_ID, What.PLACE, "Hall B", now=NOW + timedelta(seconds=100))
        await save(database, TALK_ID, now=NOW + timedelta(seconds=100))
        assert await tick(database, NOW + timedelta(seconds=159)) == 0
        assert await tick(database, NOW + timedelta(seconds=160)) == 3
        (item,) = (await told(database))[tau[0].account_id]
        assert (item["was"]["starts"], item["became"]["starts"]) == ("15:00", "16:15")
        assert item["became"]["place"]["en"] == "Hall B"


async def test_a_change_and_its_opposite_are_no_news(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        await camp_of_six(database)
        await change(database, TALK_ID, What.TIME, "30")
        await change(database, TALK_ID, What.TIME, "-30")
        assert await tick(database, NOW + MINUTE) == 0


async def test_a_word_corrected_in_one_language_is_news_only_to_those_who_read_it(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        tau, _ = await camp_of_six(database)
        for one, language in zip(tau, ("kk", "ru", "en"), strict=True):
            await database.write(
                lambda tx, one=one, language=language: tx.connection.execute(  # type: ignore[misc]
                    "UPDATE accounts SET language = ? WHERE id = ?", (language, one.account_id)
                )
            )
        await type_in(database, TALK_ID, What.TITLE, "talk\nРазговор\ntalk")
        await save(database, TALK_ID)
        await tick(database, NOW + MINUTE)
        assert set(await told(database)) == {tau[1].account_id}


async def test_a_cancelled_session_frees_its_places_once_it_is_told(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        tau, _ = await camp_of_six(database)
        await take(database, tau[0], CLUB_ID)
        await change(database, CLUB_ID, What.CANCELLED, "1")
        with pytest.raises(NotAvailableError):
            await take(database, tau[1], CLUB_ID)
        assert await query(database, "SELECT * FROM session_seats")
        await tick(database, NOW + MINUTE)
        (item,) = (await told(database))[tau[0].account_id]
        assert (item["kind"], item["became"]["is_cancelled"]) == ("gone", True)
        assert await query(database, "SELECT * FROM session_seats") == []
        assert (await query(database, "SELECT taken FROM sessions WHERE id = 2"))[0]["taken"] == 0


async def test_a_session_cancelled_by_mistake_keeps_its_places(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        tau, _ = await camp_of_six(database)
        await take(database, tau[0], CLUB_ID)
        page = await change(database, CLUB_ID, What.CANCELLED, "1")
        await undo(database, page, now=NOW + MINUTE / 2)
        assert await tick(database, NOW + 2 * MINUTE) == 0
        assert len(await query(database, "SELECT * FROM session_seats")) == 1


async def test_another_stream_is_told_what_is_new_and_the_first_what_is_gone(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        tau, samal = await camp_of_six(database)
        await change(database, TALK_ID, What.STREAM, "2")
        await tick(database, NOW + MINUTE)
        kinds = {account: [item["kind"] for item in items] for account, items in (await told(database)).items()}
        assert kinds == {one.account_id: ["gone"] for one in tau} | {one.account_id: ["new"] for one in samal}


async def test_a_new_session_is_told_to_those_it_is_for(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        tau, samal = await camp_of_six(database)
        actor = await refreshed(database)
        on = date(2027, 7, 8)
        await database.write(lambda tx: rescheduling.ask_new(tx, actor=actor, now=NOW, event_id=1, on=on))
        actor = await refreshed(database)
        text = "9:00-10.30\nDebate\nHall B\nAsel"
        shown = await database.write(lambda tx: rescheduling.propose_typed(tx, actor=actor, now=NOW, text=text))
        assert shown.became.starts_at.astimezone(ALMATY).time().isoformat() == "09:00:00"
        page = await save(database, 0)
        assert (page.session.title.kk, page.session.place.en, page.session.speaker.ru) == ("Debate", "Hall B", "Asel")
        await tick(database, NOW + MINUTE)
        assert set(await told(database)) == accounts_of(tau) | accounts_of(samal)


async def test_what_is_in_the_way_needs_a_second_press(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        shown = await type_in(database, OPENING_ID, What.TIME, "07.07 15:30-16:30")
        assert {(one.against, one.session.id) for one in shown.clashes} == {("place", TALK_ID), ("stream", TALK_ID)}
        asked = await save(database, OPENING_ID, is_sure=False)
        assert isinstance(asked, rescheduling.Proposal)
        assert (await query(database, "SELECT revision FROM sessions WHERE id = 3"))[0]["revision"] == 0
        saved = await save(database, OPENING_ID, is_sure=True)
        assert saved.session.revision == 1


async def test_what_was_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        await propose(database, TALK_ID, What.TIME, "60")
        await database.write(lambda tx: tx.connection.execute("UPDATE sessions SET revision = 7 WHERE id = 1"))
        with pytest.raises(StaleError):
            await save(database, TALK_ID)


async def test_fewer_places_than_are_taken_are_refused(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        tau, _ = await camp_of_six(database)
        for one in tau:
            await take(database, one, CLUB_ID)
        with pytest.raises(SessionTextError, match="taken"):
            await type_in(database, CLUB_ID, What.CAPACITY, "2")


@pytest.mark.parametrize(
    ("text", "why"), [("soon", "time"), ("25:00", "time"), ("18:00-17:00", "order"), ("01.09 10:00", "days")]
)
async def test_a_time_that_cannot_be_is_refused(tmp_path: Path, text: str, why: str) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        with pytest.raises(SessionTextError, match=why):
            await type_in(database, TALK_ID, What.TIME, text)


async def test_nobody_but_the_organizers_changes_anything(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        (one,) = await people(database, 1, ["tau"])
        with pytest.raises(NotAvailableError):
            await database.write(
                lambda tx: rescheduling.propose(
                    tx, actor=owner_of(one), now=NOW, session_id=TALK_ID, what=What.CANCELLED, value="1"
                )
            )


async def test_the_programme_file_does_not_undo_what_was_changed_in_the_chat(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        await change(database, TALK_ID, What.TIME, "60")
        await database.write(lambda tx: loading.load(tx, content=CONTENT, now=NOW))
        (row,) = await query(database, "SELECT revision FROM sessions WHERE id = 1")
        assert row["revision"] == 1
        later = camp([session("talk", "2027-07-07", "11:00", "12:00", stream="tau")], [], streams=[TAU, SAMAL])
        await database.write(lambda tx: loading.load(tx, content=later, now=NOW))
        (row,) = await query(database, "SELECT revision, starts_at FROM sessions WHERE id = 1")
        assert row["revision"] == 2


MOVED = {**TALK, "starts": "11:00", "ends": "12:00"}
CHANGED_FILE = camp([MOVED, OPENING], [], streams=[TAU, SAMAL])
"""The talk is moved, the club is not named any more."""


async def test_a_changed_programme_file_is_told_like_an_edit_and_once(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        tau, samal = await camp_of_six(database)
        await take(database, samal[0], CLUB_ID)
        assert await query(database, "SELECT * FROM session_changes") == []
        shifts = await database.write(lambda tx: loading.load_and_tell(tx, content=CHANGED_FILE, now=NOW))
        assert [(one.became.code, *one.what) for one in shifts] == [("talk", What.TIME), ("club", What.CANCELLED)]
        assert await tick(database, NOW + MINUTE / 2) == 0
        assert await tick(database, NOW + MINUTE) == 4
        news = await told(database)
        assert {account: [one["kind"] for one in items] for account, items in news.items()} == {
            **{one.account_id: ["changed"] for one in tau},
            samal[0].account_id: ["gone"],
        }
        assert (news[tau[0].account_id][0]["was"]["starts"], news[tau[0].account_id][0]["became"]["starts"]) == (
            "15:00",
            "11:00",
        )
        for days in (1, 2):
            later = NOW + timedelta(days=days)
            await database.write(lambda tx, later=later: loading.load(tx, content=CHANGED_FILE, now=later))  # type: ignore[misc]
            assert await tick(database, later + MINUTE) == 0


async def test_a_session_the_file_dropped_and_the_chat_holds_again_is_not_dropped_twice(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        await database.write(lambda tx: loading.load(tx, content=CHANGED_FILE, now=NOW))
        await change(database, CLUB_ID, What.CANCELLED, "0", now=NOW + 2 * MINUTE)
        assert await database.write(lambda tx: loading.load_and_tell(tx, content=CHANGED_FILE, now=NOW)) == ()


async def test_a_rehearsal_says_what_a_file_would_change_and_changes_nothing(tmp_path: Path) -> None:
    async with open_database(tmp_path, CONTENT) as database:
        await camp_of_six(database)
        with pytest.raises(loading.Rehearsed) as seen:
            await database.write(lambda tx: loading.rehearse(tx, content=CHANGED_FILE, now=NOW))
        lines = list(told_shifts(seen.value.shifts))
        assert lines[0] == "changed    small-2027/talk: 2027-07-07 15:00-16:00 -> 2027-07-07 11:00-12:00"
        assert lines[1].startswith("cancelled  small-2027/club")
        assert await query(database, "SELECT * FROM session_changes") == []
        (row,) = await query(database, "SELECT revision, is_cancelled FROM sessions WHERE code = 'club'")
        assert tuple(row) == (0, 0)
        assert await tick(database, NOW + MINUTE) == 0
