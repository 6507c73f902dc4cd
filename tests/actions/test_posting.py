"""Evening letters of squads: two adults, guardians who may know, and no photo of a child whose family said no."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import consenting, countersigning, guarding, mustering, posting, vetting, writing
from bot.actions.vetting import Page
from bot.domain import letter as rules
from bot.domain.access import Actor, Role
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.guardian import Limit
from bot.domain.letter import LetterAloneError, LetterFacesError, LetterPhotosError, LetterTextError, State
from bot.domain.reminder import Quiet
from storage import accounts, letters
from storage import erasing as kept
from storage.database import Database, Transaction
from storage.values import from_json
from tests import databases
from tests.actions.camp import at, bring_guardian, query
from tests.actions.test_consents_in_depth import PHOTO
from tests.seed import NOW, meet, open_database, programme, register

OWNER, LEADER, SECOND, STRANGER = 90, 91, 92, 93
MOTHERS = (51, 52, 53)
ASKED, HOUR = at("2027-07-07", "19:00"), at("2027-07-07", "20:30")
NIGHT = Quiet(starts=time(22), ends=time(8))


class Camp:
    """A squad of three children: the first may be shown, the second may not, nobody has answered about the third."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.now = ASKED

    async def as_(self, telegram_id: int, action: Any, **about: Any) -> Any:
        def work(tx: Transaction) -> Any:
            return action(tx, actor=self.actor(tx, telegram_id), now=self.now, **about)

        return await self.database.write(work)

    def actor(self, tx: Transaction, telegram_id: int) -> Actor:
        return meet(tx, telegram_id, is_owner=telegram_id == OWNER)

    async def tick(self, now: datetime, quiet: Quiet = NIGHT) -> int:
        self.now = now
        return await self.database.write(lambda tx: posting.tick(tx, now=now, quiet=quiet))

    async def owed(self, template: str) -> list[dict[str, Any]]:
        rows = await query(self.database, "SELECT account_id, template, data FROM outbox ORDER BY id")
        found = [row for row in rows if row["template"] == template]
        return [{"to": row["account_id"], **from_json(row["data"])} for row in found]

    async def write_letter(self, photos: tuple[tuple[int, ...], ...] = ()) -> Page:
        """Let the leader write the whole letter with photos of these children (none: nobody is recognizable)."""
        page = await self.as_(LEADER, writing.begin, letter_id=1)
        for text in ("Hiked to the lake", "The first swim", "A day of games"):
            page = await self.as_(LEADER, writing.write, text=text)
        for number, faces in enumerate(photos):
            page = await self.as_(LEADER, writing.add_photo, file_id=f"file-{number}")
            page = await self.mark(page, faces)
        return page

    async def mark(self, page: Page, faces: tuple[int, ...]) -> Page:
        about: dict[str, Any] = {"letter_id": page.letter.id, "photo_id": page.photo_id}
        for registration_id in faces:
            on = {"revision": page.letter.revision, "registration_id": registration_id, "is_there": True}
            page = await self.as_(LEADER, writing.set_face, **about, **on)
        about["revision"] = page.letter.revision
        return await self.as_(LEADER, writing.mark, is_nobody=not faces, **about)

    async def press(self, who: int, action: Any) -> Page:
        page = await self.as_(who, writing.read_whole, letter_id=1)
        return await self.as_(who, action, letter_id=1, revision=page.letter.revision)

    async def photo_of(self, mother: int, registration_id: int, rank: int) -> None:
        """Let a guardian choose how far photos may go."""

        def work(tx: Transaction) -> None:
            actor = meet(tx, mother)
            page = consenting.read_page(tx, actor=actor, now=NOW, registration_id=registration_id)
            text = next(one.text for one in page.standings if one.text.purpose == "photo")
            about = {"registration_id": registration_id, "consent_text_id": text.id}
            consenting.decide_optional(tx, actor=actor, now=NOW, rank=rank, **about)

        await self.database.write(work)


@asynccontextmanager
async def camp(folder: Path, *, leaders: tuple[int, ...] = (LEADER, SECOND)) -> AsyncIterator[Camp]:
    content = programme(audience="minors", mode="first_come")
    content["events"][0]["consents"].append(PHOTO)
    async with open_database(folder, content) as database:
        made = Camp(database)

        def people(tx: Transaction) -> None:
            for child, mother in enumerate(MOTHERS, start=1):
                bring_guardian(tx, register(tx, child), mother, agrees=True)
            owner = made.actor(tx, OWNER)
            mustering.make(tx, actor=owner, now=NOW, event_id=1, stream_id=1, count=2)
            for child in (1, 2, 3):
                mustering.move(tx, actor=owner, now=NOW, registration_id=child, squad_id=1)
            for leader in leaders:
                account_id = meet(tx, leader).account_id
                role: dict[str, Any] = {"role": Role.LEADER, "programme_id": 1, "event_id": 1, "squad_id": 1}
                accounts.add_grant(tx, account_id=account_id, granted_by=None, now=NOW, **role)
            meet(tx, STRANGER)
            posting.set_hours(tx, actor=owner, now=NOW, event_id=1, sends_at="20:30", minutes=90)

        await database.write(people)
        await made.photo_of(51, 1, 1)
        await made.photo_of(52, 2, 0)
        yield made


async def test_a_letter_is_asked_written_confirmed_by_another_and_reaches_each_guardian_once(tmp_path: Path) -> None:
    async with camp(tmp_path) as own:
        assert await own.tick(ASKED - timedelta(seconds=1)) == 0
        assert await own.tick(ASKED) == 2
        assert await own.tick(ASKED + timedelta(minutes=1)) == 0
        page = await own.write_letter(photos=((1,), ()))
        assert (page.part, len(page.letter.photos)) == ("photos", 2)
        await own.press(LEADER, writing.submit)
        with pytest.raises(NotAvailableError):
            await own.press(LEADER, countersigning.confirm)
        with pytest.raises(NotAvailableError):
            await own.press(STRANGER, countersigning.confirm)
        page = await own.press(SECOND, countersigning.confirm)
        assert (page.letter.state, page.letter.send_at) == (State.CONFIRMED, HOUR)
        assert await own.tick(HOUR - timedelta(seconds=1)) == 0
        assert await own.tick(HOUR) == 9
        assert await own.tick(HOUR + timedelta(minutes=1)) == 0
        letters = await own.owed("letter")
        assert len({one["to"] for one in letters}) == len(letters) == 3
        assert letters[0]["texts"]["best"] == "The first swim"
        assert {one["file"] for one in await own.owed("letter-photo")} == {"file-0", "file-1"}


async def test_a_photo_with_a_child_whose_family_did_not_allow_it_is_refused_by_name(tmp_path: Path) -> None:
    async with camp(tmp_path) as own:
        await own.tick(ASKED)
        page = await own.write_letter()
        for faces, names in (((2,), ("Person Numberc",)), ((1, 3), ("Person Numberd",)), ((1,), ())):
            page = await own.mark(await own.as_(LEADER, writing.add_photo, file_id="file"), faces)
            assert page.refused == names
        assert [one.faces for one in page.letter.photos] == [frozenset({1})]
        page = await own.as_(LEADER, writing.add_photo, file_id="x")
        assert [(one.registration_id, one.is_allowed) for one in page.faces] == [(1, True), (2, False), (3, False)]
        about = {"letter_id": 1, "revision": page.letter.revision, "photo_id": page.photo_id}
        with pytest.raises(LetterFacesError):
            await own.as_(LEADER, writing.mark, is_nobody=False, **about)
        with pytest.raises(StaleError):
            await own.press(LEADER, writing.submit)


async def test_without_the_look_at_consents_the_same_photo_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vetting, "may_be_shown", lambda standings: True)
    async with camp(tmp_path) as own:
        await own.tick(ASKED)
        page = await own.write_letter(photos=((2,),))
        assert (page.refused, len(page.letter.photos)) == ((), 1)


async def test_a_consent_withdrawn_meanwhile_takes_the_photo_out_at_each_step_and_the_words_go(tmp_path: Path) -> None:
    async with camp(tmp_path) as own:
        await own.tick(ASKED)
        await own.photo_of(53, 3, 2)
        await own.write_letter(photos=((1,), (3,), ()))
        await own.photo_of(53, 3, 0)
        page = await own.press(LEADER, writing.submit)
        assert (page.refused, page.letter.state, len(page.letter.photos)) == (("Person Numberd",), State.WRITING, 2)
        await own.press(LEADER, writing.submit)
        await own.press(SECOND, countersigning.confirm)
        await own.photo_of(51, 1, 0)
        assert await own.tick(HOUR) == 6
        assert {one["file"] for one in await own.owed("letter-photo")} == {"file-2"}
        assert {one["photos"] for one in await own.owed("letter")} == {1}
        told = await own.owed("letter-photo-dropped")
        assert {tuple(one["names"]) for one in told} == {("Person Numberb",)}
        assert len(told) == 3


async def test_a_photo_still_on_its_way_is_held_back_when_a_family_changes_its_mind(tmp_path: Path) -> None:
    async with camp(tmp_path) as own:
        await own.tick(ASKED)
        await own.write_letter(photos=((1,), ()))
        await own.press(LEADER, writing.submit)
        await own.press(SECOND, countersigning.confirm)
        await own.tick(HOUR)
        look = HOUR + timedelta(minutes=1)
        assert await own.database.write(lambda tx: posting.tick_photos(tx, now=look)) == 0
        await own.photo_of(51, 1, 0)
        assert await own.database.write(lambda tx: posting.tick_photos(tx, now=look)) == 1
        rows = await query(own.database, "SELECT state, data FROM outbox WHERE template = 'letter-photo' ORDER BY id")
        assert sorted({(row["state"], "file-0" in row["data"]) for row in rows}) == [("due", False), ("stopped", False)]
        assert {tuple(one["names"]) for one in await own.owed("letter-photo-dropped")} == {("Person Numberb",)}


async def test_withdrawn_before_it_is_confirmed_it_is_not_confirmed_but_shown_again(tmp_path: Path) -> None:
    async with camp(tmp_path) as own:
        await own.tick(ASKED)
        await own.write_letter(photos=((1,),))
        await own.press(LEADER, writing.submit)
        await own.photo_of(51, 1, 0)
        page = await own.press(SECOND, countersigning.confirm)
        assert (page.refused, page.letter.state, page.letter.photos) == (("Person Numberb",), State.WAITING, ())
        assert (await own.press(OWNER, countersigning.confirm)).letter.state is State.CONFIRMED


async def test_a_guardian_who_may_not_know_gets_nothing_and_who_left_the_squad_neither(tmp_path: Path) -> None:
    async with camp(tmp_path) as own:
        await own.tick(ASKED)
        await own.write_letter()
        await own.press(LEADER, writing.submit)
        await own.press(SECOND, countersigning.confirm)
        mothers = await query(own.database, "SELECT account_id FROM guardian_links ORDER BY id")
        about = {"registration_id": 1, "link_id": 1, "what": Limit.MAY_NOT_KNOW, "reason": "court"}
        await own.as_(OWNER, guarding.limit, **about)
        await own.as_(OWNER, mustering.move, registration_id=2, squad_id=2)
        await own.tick(HOUR)
        assert [one["to"] for one in await own.owed("letter")] == [mothers[2]["account_id"]]


async def test_nobody_is_woken_and_what_nobody_confirmed_in_time_goes_nowhere(tmp_path: Path) -> None:
    async with camp(tmp_path) as own:
        await own.tick(ASKED)
        await own.write_letter(photos=((1,),))
        await own.press(LEADER, writing.submit)
        own.now = at("2027-07-07", "22:30")
        page = await own.press(SECOND, countersigning.confirm)
        assert page.letter.send_at == own.now + rules.HOLD
        assert await own.tick(at("2027-07-08", "07:59")) == 0
        undone = await own.press(SECOND, countersigning.undo)
        assert undone.letter.state is State.WAITING
        await own.tick(HOUR + rules.LIFE)
        assert (await own.as_(SECOND, writing.read_whole, letter_id=1)).letter.state is State.EXPIRED
        assert [one["letter"] for one in await own.owed("letter-expired")] == [1]
        assert await own.owed("letter") == []
        with pytest.raises(StaleError):
            await own.press(SECOND, countersigning.confirm)


async def test_it_comes_back_with_a_reason_and_what_was_shown_before_cannot_be_confirmed(tmp_path: Path) -> None:
    async with camp(tmp_path) as own:
        await own.tick(ASKED)
        await own.write_letter()
        shown = await own.press(LEADER, writing.submit)
        await own.press(LEADER, writing.take_back)
        await own.press(LEADER, writing.submit)
        with pytest.raises(StaleError):
            await own.as_(SECOND, countersigning.confirm, letter_id=1, revision=shown.letter.revision)
        await own.press(SECOND, countersigning.ask_reason)
        page = await own.as_(SECOND, countersigning.give_back, text="Please without the name of Aiym")
        assert (page.letter.state, page.letter.reason) == (State.WRITING, "Please without the name of Aiym")
        page = await own.as_(LEADER, writing.begin, letter_id=1)
        await own.as_(LEADER, writing.ask, letter_id=1, revision=page.letter.revision, part="best")
        for typed in ("", "x" * 601):
            with pytest.raises(LetterTextError):
                await own.as_(LEADER, writing.write, text=typed)
        page = await own.as_(LEADER, writing.write, text="Another best")
        assert (page.part, page.letter.texts["best"]) == ("whole", "Another best")


async def test_the_schema_itself_refuses_that_one_person_confirms_their_own_words(tmp_path: Path) -> None:
    async with camp(tmp_path) as own:
        await own.tick(ASKED)
        await own.write_letter()
        page = await own.press(LEADER, writing.submit)
        forged = replace(page.letter, state=State.CONFIRMED, confirmed_by=page.letter.author_id)
        with pytest.raises(databases.REFUSALS):
            await own.database.write(lambda tx: letters.update(tx, forged, NOW))


async def test_alone_nobody_hands_on_and_five_photos_are_enough(tmp_path: Path) -> None:
    async with camp(tmp_path, leaders=(LEADER,)) as own:
        await own.as_(LEADER, writing.begin_message, squad_id=1)
        await own.as_(LEADER, writing.write, text="Bring warm clothes")
        await own.database.write(
            lambda tx: tx.connection.execute("UPDATE grants SET revoked_at = 1 WHERE role = 'owner'")
        )
        with pytest.raises(LetterAloneError):
            await own.press(LEADER, writing.submit)
        await own.tick(ASKED)
        await own.as_(LEADER, writing.begin, letter_id=2)
        for text in "abc":
            await own.as_(LEADER, writing.write, text=text)
        for number in range(5):
            await own.as_(LEADER, writing.add_photo, file_id=f"{number}")
        with pytest.raises(LetterPhotosError):
            await own.as_(LEADER, writing.add_photo, file_id="6")


async def test_photos_are_forgotten_with_the_child_and_everything_a_month_after_the_event(tmp_path: Path) -> None:
    async with camp(tmp_path) as own:
        await own.tick(ASKED)
        await own.photo_of(53, 3, 2)
        await own.write_letter(photos=((1,), (3,)))
        await own.press(LEADER, writing.submit)
        await own.press(SECOND, countersigning.confirm)
        await own.tick(HOUR)
        await own.database.write(lambda tx: kept.erase_participant(tx, 1, own.now))
        assert {one.get("file") for one in await own.owed("letter-photo")} == {None, "file-1"}
        assert len(await query(own.database, "SELECT * FROM letter_photos")) == 1
        long_after = datetime.combine(date(2027, 8, 17), time(12), ASKED.tzinfo)
        assert await own.database.read(lambda tx: letters.count_old(tx, long_after)) == 1
        await own.database.write(lambda tx: letters.drop_old(tx, long_after, 100))
        assert await own.database.read(lambda tx: letters.count_old(tx, long_after)) == 0
        for table in ("letters", "letter_photos", "letter_faces"):
            assert await query(own.database, f"SELECT * FROM {table}") == []  # noqa: S608 - names of tables
        assert all("texts" not in one for one in await own.owed("letter"))
