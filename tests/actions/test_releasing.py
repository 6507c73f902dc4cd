"""A child is handed over once, to whom its guardians named, by a code, a document or a known face; and comes back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import collecting, guarding, releasing, staffing, whereabouts
from bot.domain.access import Actor, Role
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.guardian import Limit, Relation
from bot.domain.notice import Notice, Priority
from bot.domain.pickup import FREE_MISSES, MOST, TIME_TO_UNDO, Collector, Proof, new_code
from bot.domain.pickup_errors import PickupFullError, PickupOwnError
from bot.domain.registration import Registration
from storage import accounts, admissions, erasing, events, outbox, participants, purging, registrations
from storage.database import Database, Transaction
from tests.actions.camp import bring_guardian
from tests.seed import NOW, meet, open_database, programme, register

CAMP = datetime(2027, 7, 8, 4, 41, tzinfo=UTC)
MOTHER, FATHER, STRANGER, STAFF, SECOND = 50, 51, 77, 901, 902
TOLD = (
    "SELECT a.telegram_id, o.template FROM outbox o JOIN accounts a ON a.id = o.account_id "
    "WHERE o.template LIKE ? ORDER BY o.id"
)


@dataclass(frozen=True)
class Camp:
    """A child with two guardians, and two members of staff."""

    child: Registration
    mother: Actor
    father: Actor
    staff: Actor
    second: Actor


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path, programme(audience="minors")) as opened:
        yield opened


def camp(tx: Transaction) -> Camp:
    """Bring a child that takes part, its guardians, an organizer and a checker who hands children over."""
    child = confirmed(tx, 1, MOTHER)
    participants.add_guardian(tx, child.participant_id, meet(tx, FATHER).account_id, NOW)
    grant(tx, STAFF, Role.ORGANIZER)
    grant(tx, SECOND, Role.CHECKER)
    owner = meet(tx, 99, is_owner=True)
    newest = accounts.newest_grant(tx, meet(tx, SECOND).account_id)
    staffing.let_release(tx, actor=owner, now=NOW, grant_id=newest, may=True)
    people = (meet(tx, one) for one in (MOTHER, FATHER, STAFF, SECOND))
    return Camp(child, *people)


def confirmed(tx: Transaction, telegram_id: int, guardian: int) -> Registration:
    """Register a minor to whose taking part a guardian agrees."""
    claim = register(tx, telegram_id)
    bring_guardian(tx, claim, guardian, agrees=True)
    return registrations.get(tx, claim.id)


def grant(tx: Transaction, telegram_id: int, role: Role) -> None:
    account_id = meet(tx, telegram_id).account_id
    accounts.add_grant(tx, account_id=account_id, role=role, programme_id=1, granted_by=account_id, now=NOW)


def name(tx: Transaction, of: Camp, full_name: str = "Saule Akhmetova", number: int = 123456) -> Collector:
    """Let the mother put somebody on the list."""
    about = {"registration_id": of.child.id, "full_name": full_name, "number": number}
    return collecting.name(tx, actor=of.mother, now=NOW, **about)[1]  # type: ignore[arg-type]


def hand_over(tx: Transaction, of: Camp, who: int, **more: Any) -> releasing.Child:
    given = {"actor": of.staff, "now": CAMP, "registration_id": of.child.id, "proof": Proof.DOCUMENT, "seen": 0, **more}
    return releasing.hand_over(tx, collector_id=who, **given)


def type_code(tx: Transaction, of: Camp, text: str, now: datetime = CAMP, telegram_id: int = STAFF) -> releasing.Child:
    accounts.set_place(tx, meet(tx, telegram_id).account_id, releasing.CODE, {"registration": of.child.id})
    return releasing.hand_over_by_code(tx, actor=meet(tx, telegram_id), now=now, text=text)


def told(tx: Transaction, like: str = "pickup-%") -> list[tuple[int, str]]:
    rows = tx.connection.execute(TOLD, (like,)).fetchall()
    return [(row["telegram_id"], row["template"]) for row in rows]


async def test_somebody_on_the_list_gets_the_child_by_a_code_and_every_guardian_who_may_know_is_told(
    database: Database,
) -> None:
    def work(tx: Transaction) -> None:
        of = camp(tx)
        aunt = name(tx, of)
        assert told(tx) == [(FATHER, "pickup-list-name")]
        assert type_code(tx, of, "654 321").refused == "code"
        found = type_code(tx, of, "123 456")
        assert found.is_done
        assert found.with_whom is not None
        assert found.with_whom.id == aunt.id
        assert found.leavings[0].proof is Proof.CODE
        assert told(tx, "pickup-left") == [(MOTHER, "pickup-left"), (FATHER, "pickup-left")]
        late = type_code(tx, of, "123456", telegram_id=SECOND)
        assert (late.is_done, late.refused) == (False, "out")
        assert late.out is not None
        assert late.out.by == "Person 901"
        assert len(told(tx, "pickup-left")) == 2
        said = tx.connection.execute("SELECT said FROM collectors").fetchone()["said"]
        assert said.startswith("~")
        assert "Saule" not in said
        data = tx.connection.execute("SELECT data FROM outbox WHERE template = 'pickup-left'").fetchone()["data"]
        assert "Saule" not in data

    await database.write(work)


async def test_the_notice_of_a_child_that_left_overtakes_everything_but_an_emergency(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of = camp(tx)
        others = [meet(tx, 3000 + number).account_id for number in range(40)]
        owed = [Notice(account_id=one, template="broadcast", priority=Priority.BULK) for one in others]
        owed += [Notice(account_id=one, template="checked-in", priority=Priority.NOTICE) for one in others]
        owed += [Notice(account_id=of.mother.account_id, template="checked-in", priority=Priority.NOTICE)] * 3
        outbox.put_many(tx, owed, NOW)
        aunt = name(tx, of)
        assert hand_over(tx, of, aunt.id).is_done
        first = outbox.claim(tx, CAMP, 2, timedelta(seconds=30)).owed
        assert [one.template for one in first] == ["pickup-left", "pickup-left"]
        assert {one.account_id for one in first} == {of.mother.account_id, of.father.account_id}
        assert first[0].data["collected_by"] == "Saule Akhmetova"
        emergency = Notice(account_id=others[0], template="broadcast", priority=Priority.EMERGENCY)
        outbox.put(tx, emergency, CAMP)
        assert outbox.claim(tx, CAMP, 1, timedelta(seconds=30)).owed[0].account_id == others[0]

    await database.write(work)


async def test_whoever_is_not_on_the_list_any_more_gets_nobody(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of = camp(tx)
        aunt = name(tx, of)
        about = {"registration_id": of.child.id, "collector_id": aunt.id}
        collecting.remove(tx, actor=of.mother, now=NOW, **about)
        with pytest.raises(StaleError):
            hand_over(tx, of, aunt.id)
        assert type_code(tx, of, "123456").refused == "code"
        with pytest.raises(StaleError):  # only who took somebody off by a slip puts them back
            collecting.restore(tx, actor=of.father, now=NOW, **about)
        collecting.restore(tx, actor=of.mother, now=NOW, **about)
        link = participants.list_guardians(tx, of.child.participant_id)[0].link_id
        limited = {"link_id": link, "what": Limit.MAY_NOT_DECIDE, "reason": "court"}
        guarding.limit(tx, actor=of.staff, now=NOW, registration_id=of.child.id, **limited)  # type: ignore[arg-type]
        with pytest.raises(StaleError):  # nobody stands on the list by the word of somebody who may not decide
            hand_over(tx, of, aunt.id)
        with pytest.raises(NotAvailableError):
            collecting.read_list(tx, actor=of.mother, now=NOW, registration_id=of.child.id)
        guarding.lift(tx, actor=of.staff, now=NOW, registration_id=of.child.id, link_id=link)
        assert hand_over(tx, of, aunt.id).is_done

    await database.write(work)


async def test_wrong_codes_are_counted_for_everybody_and_soon_none_is_looked_at(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of = camp(tx)
        aunt = name(tx, of)
        for number in range(FREE_MISSES + 1):
            assert type_code(tx, of, f"00000{number}", telegram_id=(STAFF, SECOND)[number % 2]).refused == "code"
        assert type_code(tx, of, "123456").refused == "pause"  # the right one is not looked at either
        assert type_code(tx, of, "what?").refused == "pause"
        assert hand_over(tx, of, aunt.id, now=CAMP).is_done  # a document still is
        releasing.undo(tx, actor=of.staff, now=CAMP, registration_id=of.child.id, leaving_id=1)
        assert type_code(tx, of, "123456", now=CAMP + timedelta(minutes=2)).is_done

    await database.write(work)


async def test_a_slip_is_taken_back_within_two_minutes_by_who_made_it_and_told_again(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of = camp(tx)
        aunt = name(tx, of)
        left = hand_over(tx, of, aunt.id).leavings[0]
        about = {"registration_id": of.child.id, "leaving_id": left.id}
        for who, now in ((of.second, CAMP), (of.staff, CAMP + TIME_TO_UNDO + timedelta(seconds=1))):
            with pytest.raises(StaleError):
                releasing.undo(tx, actor=who, now=now, **about)
        assert releasing.undo(tx, actor=of.staff, now=CAMP + TIME_TO_UNDO, **about).out is None
        assert told(tx, "pickup-undone") == [(MOTHER, "pickup-undone"), (FATHER, "pickup-undone")]
        with pytest.raises(StaleError):  # the button of the screen before the slip is old
            hand_over(tx, of, aunt.id)
        again = hand_over(tx, of, aunt.id, seen=1)
        assert again.is_done
        assert again.seen == 2
        back = releasing.take_in(
            tx,
            actor=of.second,
            now=CAMP + timedelta(hours=3),
            registration_id=of.child.id,
            leaving_id=again.leavings[0].id,
        )
        assert back.out is None
        assert told(tx, "pickup-back") == [(MOTHER, "pickup-back"), (FATHER, "pickup-back")]
        with pytest.raises(StaleError):
            releasing.undo(tx, actor=of.staff, now=CAMP, registration_id=of.child.id, leaving_id=again.leavings[0].id)

    await database.write(work)


async def test_a_child_goes_alone_only_while_a_guardian_allows_it(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of = camp(tx)
        allow = {"registration_id": of.child.id, "now": NOW}
        page = collecting.let_go_alone(tx, actor=of.father, may=True, **allow)  # type: ignore[arg-type]
        assert page.alone is not None
        with pytest.raises(StaleError):  # a document of nobody
            hand_over(tx, of, page.alone.id)
        collecting.let_go_alone(tx, actor=of.mother, may=False, **allow)  # type: ignore[arg-type]
        with pytest.raises(StaleError):
            hand_over(tx, of, page.alone.id, proof=Proof.CONSENT)
        page = collecting.let_go_alone(tx, actor=of.mother, may=True, **allow)  # type: ignore[arg-type]
        assert page.alone is not None
        aunt = name(tx, of)
        with pytest.raises(StaleError):
            hand_over(tx, of, aunt.id, proof=Proof.CONSENT)
        with pytest.raises(StaleError):  # a code is typed, not pressed
            hand_over(tx, of, aunt.id, proof=Proof.CODE)
        assert hand_over(tx, of, page.alone.id, proof=Proof.CONSENT).is_done

    await database.write(work)


async def test_only_staff_hands_over_and_only_guardians_who_may_decide_make_the_list(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of = camp(tx)
        aunt, grown = name(tx, of), meet(tx, 1)
        checker, viewer = 905, 906
        grant(tx, checker, Role.CHECKER)
        grant(tx, viewer, Role.VIEWER)
        for person in (grown, of.mother, meet(tx, STRANGER), meet(tx, checker), meet(tx, viewer)):
            with pytest.raises(NotAvailableError):
                hand_over(tx, of, aunt.id, actor=person)
            with pytest.raises(NotAvailableError):
                releasing.look(tx, actor=person, now=CAMP, registration_id=of.child.id)
            with pytest.raises(NotAvailableError):
                whereabouts.read_room(tx, actor=person, now=CAMP, event_id=1)
        for person in (grown, meet(tx, STRANGER), of.staff, of.second):
            with pytest.raises(NotAvailableError):  # the child itself reads no code either
                collecting.read_list(tx, actor=person, now=NOW, registration_id=of.child.id)
        participants.add_guardian(tx, of.child.participant_id, of.staff.account_id, NOW)
        _, own = collecting.collect_myself(tx, actor=of.staff, now=NOW, registration_id=of.child.id, number=7)
        with pytest.raises(PickupOwnError):
            hand_over(tx, of, own.id)
        assert hand_over(tx, of, own.id, actor=of.second).is_done

    await database.write(work)


async def test_a_list_holds_eight_and_guardians_do_not_read_each_others_codes(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of = camp(tx)
        mine = {"registration_id": of.child.id, "now": NOW}
        page, own = collecting.collect_myself(tx, actor=of.mother, number=5, **mine)  # type: ignore[arg-type]
        assert page.has_me
        assert own.person.code == "000005"
        with pytest.raises(StaleError):
            collecting.collect_myself(tx, actor=of.mother, number=6, **mine)  # type: ignore[arg-type]
        assert not collecting.may_read_code(own, of.father.account_id)
        with pytest.raises(NotAvailableError):
            collecting.renew_code(tx, actor=of.father, collector_id=own.id, number=6, **mine)  # type: ignore[arg-type]
        for deed, more in (
            (collecting.relate, {"relation": Relation.OTHER}),
            (collecting.begin_phone, {}),
            (collecting.write_phone, {"phone": "+77010000000"}),
        ):
            with pytest.raises(NotAvailableError):  # what stands there of another guardian is theirs to say
                deed(tx, actor=of.father, collector_id=own.id, **mine, **more)  # type: ignore[arg-type]
        codes = {name(tx, of, f"Person Number{letter}", number=5).person.code for letter in "abcdefg"}
        assert len(codes | {"000005"}) == MOST  # nobody has the code of another
        with pytest.raises(PickupFullError):
            name(tx, of)

    await database.write(work)


def test_a_code_that_somebody_has_is_not_given_again() -> None:
    assert new_code(999_999, ["999999", "000000"]) == "000001"


async def test_lists_say_who_is_here_and_who_is_out(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of = camp(tx)
        confirmed(tx, 2, 60)
        aunt = name(tx, of)
        hand_over(tx, of, aunt.id)
        room = whereabouts.read_room(tx, actor=of.second, now=CAMP, event_id=1)
        assert (sum(room.here.values()), sum(room.out.values())) == (1, 1)
        page = {"event_id": 1, "squad_id": 0, "page": 0}
        out = whereabouts.list_children(tx, actor=of.staff, now=CAMP, is_out=True, **page)
        assert [(one.registration_id, one.by) for one in out.shown] == [(of.child.id, "Person 901")]
        here = whereabouts.list_children(tx, actor=of.staff, now=CAMP, is_out=False, **page)
        assert [one.registration_id for one in here.shown] == [2]
        assert (room.awaited, here.awaited) == (0, frozenset())  # no gate has seen anybody: nobody is waited for
        gate, event = admissions.list_gates(tx, 1)[0], events.get(tx, 1)
        admissions.add(tx, of.child.id, gate, event, ticket_id=None, account_id=of.staff.account_id, now=CAMP)
        here = whereabouts.list_children(tx, actor=of.staff, now=CAMP, is_out=False, **page)
        room = whereabouts.read_room(tx, actor=of.second, now=CAMP, event_id=1)
        assert (room.awaited, here.awaited) == (1, frozenset({2}))  # whoever never came is not simply here
        assert [one.title.en for one in whereabouts.list_rooms(tx, actor=of.second, now=CAMP)] == ["Small camp"]
        assert whereabouts.list_rooms(tx, actor=of.second, now=CAMP + timedelta(days=20)) == ()

    await database.write(work)


async def test_a_forgotten_child_leaves_nothing_and_a_quarter_later_nobody_is_known(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of = camp(tx)
        other = confirmed(tx, 2, 60)
        hand_over(tx, of, name(tx, of).id)
        participants.add_guardian(tx, other.participant_id, of.mother.account_id, NOW)
        about = {"registration_id": other.id, "now": NOW}
        collecting.name(tx, actor=of.mother, full_name="Old Friend", number=1, **about)  # type: ignore[arg-type]
        collecting.collect_myself(tx, actor=of.mother, number=2, **about)  # type: ignore[arg-type]
        erasing.erase_participant(tx, of.child.participant_id, CAMP)
        assert tx.connection.execute("SELECT count(*) FROM leavings").fetchone()[0] == 0
        assert said(tx) == [True, True]
        erasing.erase_account(tx, of.mother.account_id, CAMP)
        assert said(tx) == [True, False]
        late = datetime(2027, 10, 20, tzinfo=UTC)
        assert purging.count_overdue(tx, late) >= 1
        purging.drop_threads(tx, late)
        assert said(tx) == [False, False]

    await database.write(work)


def said(tx: Transaction) -> list[bool]:
    rows = tx.connection.execute("SELECT said FROM collectors ORDER BY id").fetchall()
    return [row["said"] != "{}" for row in rows]


INSERT = (
    "INSERT INTO leavings (registration_id, collector_id, kind, proof, released_by, second_by, left_at) "
    "VALUES (?, ?, ?, ?, ?, ?, 1)"
)


@pytest.mark.parametrize("broken", ["another child's", "another kind", "one member of staff", "the same twice"])
async def test_the_schema_itself_refuses_a_child_that_leaves_with_nobody_of_its_list(
    database: Database, broken: str
) -> None:
    def work(tx: Transaction) -> None:
        of = camp(tx)
        child, other, aunt, by = of.child.id, confirmed(tx, 2, 60).id, name(tx, of).id, of.staff.account_id
        values: tuple[Any, ...] = {
            "another child's": (other, aunt, "named", "known", by, None),
            "another kind": (child, aunt, "guardian", "known", by, None),
            "one member of staff": (child, aunt, "outsider", "document", by, None),
            "the same twice": (child, aunt, "outsider", "document", by, by),
        }[broken]
        tx.connection.execute(INSERT, values)

    with pytest.raises(Exception, match=r"(?i)constraint"):
        await database.write(work)


async def test_a_ticket_checker_hands_children_over_only_when_an_owner_lets_them(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of = camp(tx)
        owner, grant_id = meet(tx, 99, is_owner=True), accounts.newest_grant(tx, of.second.account_id)
        with pytest.raises(NotAvailableError):
            staffing.let_release(tx, actor=of.staff, now=NOW, grant_id=grant_id, may=False)
        aunt = name(tx, of)
        staffing.let_release(tx, actor=owner, now=NOW, grant_id=grant_id, may=False)
        with pytest.raises(NotAvailableError):
            hand_over(tx, of, aunt.id, actor=meet(tx, SECOND))

    await database.write(work)
