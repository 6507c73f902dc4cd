"""Somebody not on the list: two members of staff after a call, or nobody; and who must not collect gets no child."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import barring, collecting, exempting, guarding, releasing
from bot.domain.access import Actor, Role
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.guardian import Limit
from bot.domain.pickup import ASKING_LIFE, Bar, Collector, Person, Proof
from bot.domain.pickup_errors import PickupBarredError, PickupCallError, PickupPrimaryError
from storage import accounts, collectors, duplicates, outbox, participants, rotation
from storage.database import Database, Transaction
from storage.duplicates import Merge
from tests.actions.test_releasing import (
    CAMP,
    FATHER,
    MOTHER,
    SECOND,
    STAFF,
    Camp,
    camp,
    confirmed,
    grant,
    hand_over,
    name,
    told,
)
from tests.seed import NOW, meet, open_database, programme


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path, programme(audience="minors")) as opened:
        yield opened


def ask(tx: Transaction, of: Camp, full_name: str = "Daulet Omarov", **more: Any) -> Collector:
    """Let the organizer at the gate write down who came."""
    given = {"actor": of.staff, "now": CAMP, **more}
    exempting.begin(tx, registration_id=of.child.id, **given)
    given["actor"] = meet(tx, given["actor"].telegram_id)
    return exempting.ask(tx, full_name=full_name, **given)[1]


def about(of: Camp, one: Collector, who: Actor | None = None, **more: Any) -> dict[str, Any]:
    return {"actor": who or of.staff, "now": CAMP, "registration_id": of.child.id, "collector_id": one.id, **more}


def call(tx: Transaction, of: Camp, one: Collector, **more: Any) -> None:
    exempting.note_call(tx, **about(of, one, **{"account_id": of.mother.account_id, **more}))


async def test_an_outsider_gets_the_child_only_after_a_call_and_by_two(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of = camp(tx)
        came = ask(tx, of)
        with pytest.raises(StaleError):
            hand_over(tx, of, came.id)
        assert releasing.hand_over_by_code(tx, actor=meet(tx, STAFF), now=CAMP, text="000000").refused == "code"
        with pytest.raises(PickupCallError):
            exempting.confirm(tx, **about(of, came, of.second))
        for nobody in (meet(tx, 77).account_id, of.staff.account_id):
            with pytest.raises(StaleError):
                call(tx, of, came, account_id=nobody)
        call(tx, of, came)
        assert {who for who, _ in told(tx, "pickup-asked")} == {99, SECOND}
        with pytest.raises(StaleError):  # whoever asks never confirms
            exempting.confirm(tx, **about(of, came))
        for stranger in (of.mother, meet(tx, 77), meet(tx, 1)):
            with pytest.raises(NotAvailableError):
                exempting.confirm(tx, **about(of, came, stranger))
        exempting.confirm(tx, **about(of, came, of.second))
        assert told(tx, "pickup-vouched") == [(STAFF, "pickup-vouched")]
        with pytest.raises(StaleError):
            hand_over(tx, of, came.id, proof=Proof.KNOWN)
        with pytest.raises(StaleError):  # not by whoever confirmed
            hand_over(tx, of, came.id, actor=of.second)
        done = hand_over(tx, of, came.id)
        assert done.is_done
        assert done.leavings[0].second == "Person 902"
        assert told(tx, "pickup-left") == [(MOTHER, "pickup-left"), (FATHER, "pickup-left")]
        back: dict[str, Any] = {"registration_id": of.child.id, "leaving_id": done.leavings[0].id}
        releasing.take_in(tx, actor=of.staff, now=CAMP, **back)
        with pytest.raises(StaleError):  # once
            hand_over(tx, of, came.id, seen=1)

    await database.write(work)


async def test_an_exception_holds_for_an_hour_and_can_be_refused(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of = camp(tx)
        first, late = ask(tx, of), CAMP + ASKING_LIFE
        call(tx, of, first)
        with pytest.raises(StaleError):
            exempting.confirm(tx, **about(of, first, of.second, now=late))
        exempting.confirm(tx, **about(of, first, of.second, now=late - timedelta(seconds=1)))
        with pytest.raises(StaleError):
            hand_over(tx, of, first.id, now=late + ASKING_LIFE)
        second = ask(tx, of, "Other Person")
        call(tx, of, second)
        exempting.refuse(tx, **about(of, second, of.second))
        assert told(tx, "pickup-refused") == [(STAFF, "pickup-refused")]
        with pytest.raises(StaleError):
            exempting.confirm(tx, **about(of, second, of.second))

    await database.write(work)


@pytest.mark.parametrize("typed", ["Daulet Omarov", "ОМАРОВ Дәулет", "Omarov  Daulet Serikuly"])
async def test_whoever_must_not_collect_gets_the_child_by_no_list_and_no_exception(
    database: Database, typed: str
) -> None:
    def work(tx: Transaction) -> None:
        of = camp(tx)
        listed = name(tx, of, typed)
        waiting = ask(tx, of, typed)
        call(tx, of, waiting)
        found = bar(tx, of)
        with pytest.raises(PickupBarredError):
            hand_over(tx, of, listed.id)
        accounts.set_place(tx, of.staff.account_id, releasing.CODE, {"registration": of.child.id})
        with pytest.raises(PickupBarredError):
            releasing.hand_over_by_code(tx, actor=meet(tx, STAFF), now=CAMP, text=listed.person.code)
        with pytest.raises(PickupBarredError):
            exempting.confirm(tx, **about(of, waiting, of.second))
        with pytest.raises(PickupBarredError):
            ask(tx, of, typed)
        collecting.remove(tx, actor=of.mother, now=NOW, registration_id=of.child.id, collector_id=listed.id)
        again = name(tx, of, typed, number=9)  # the family sees no trace of it
        with pytest.raises(PickupBarredError):
            hand_over(tx, of, again.id)
        lift(tx, of, found)
        assert hand_over(tx, of, again.id).is_done

    await database.write(work)


def bar(tx: Transaction, of: Camp, full_name: str = "Daulet Omarov") -> Bar:
    """Let the organizer bar somebody by name."""
    barring.begin(tx, actor=of.staff, now=CAMP, registration_id=of.child.id)
    return barring.bar(tx, actor=meet(tx, STAFF), now=CAMP, full_name=full_name)[1]


def lift(tx: Transaction, of: Camp, found: Bar) -> None:
    where: dict[str, Any] = {"now": CAMP, "registration_id": of.child.id, "bar_id": found.id}
    with pytest.raises(StaleError):  # nobody has asked the mother
        barring.answer_lift(tx, actor=of.mother, may_collect=True, **where)
    barring.ask_lift(tx, actor=of.staff, **where)
    for other in (of.father, of.staff, of.second, meet(tx, 77)):
        with pytest.raises(NotAvailableError):
            barring.answer_lift(tx, actor=other, may_collect=True, **where)
    barring.answer_lift(tx, actor=of.mother, may_collect=False, **where)
    assert len(releasing.read_child(tx, actor=of.staff, now=CAMP, registration_id=of.child.id).bars) == 1
    barring.ask_lift(tx, actor=of.staff, **where)
    (notice,) = [one for one in outbox.claim(tx, CAMP, 50, ASKING_LIFE).owed if one.template == "pickup-lift"]
    assert notice.data["collected_by"] == "Daulet Omarov"
    barring.answer_lift(tx, actor=of.mother, may_collect=True, **where)


async def test_only_an_organizer_bars_and_nobody_lifts_what_is_about_themselves(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of = camp(tx)
        _, own = collecting.collect_myself(tx, actor=of.mother, now=NOW, registration_id=of.child.id, number=1)
        for other in (of.second, of.mother, meet(tx, 77)):  # a checker who hands over sees it and changes nothing
            with pytest.raises(NotAvailableError):
                barring.bar_collector(tx, **about(of, own, other))
        _, found = barring.bar_collector(tx, **about(of, own))
        assert found.person.code == ""
        assert releasing.read_child(tx, actor=of.second, now=CAMP, registration_id=of.child.id).bars
        collecting.remove(tx, actor=of.mother, now=NOW, registration_id=of.child.id, collector_id=own.id)
        _, again = collecting.collect_myself(tx, actor=of.mother, now=NOW, registration_id=of.child.id, number=2)
        with pytest.raises(PickupBarredError):
            hand_over(tx, of, again.id)
        where: dict[str, Any] = {"now": CAMP, "registration_id": of.child.id, "bar_id": found.id}
        with pytest.raises(PickupPrimaryError):
            barring.ask_lift(tx, actor=of.staff, **where)
        father = next(g for g in participants.list_guardians(tx, of.child.participant_id) if not g.is_primary)
        participants.make_primary(tx, father)
        barring.write_reason(tx, actor=of.staff, reason="court", **where)
        barring.ask_lift(tx, actor=of.staff, **where)
        barring.answer_lift(tx, actor=of.father, may_collect=True, **where)
        assert hand_over(tx, of, again.id).is_done

    await database.write(work)


async def test_the_schema_lifts_no_bar_by_one(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of = camp(tx)
        found = bar(tx, of)
        tx.connection.execute(
            "UPDATE bars SET lifted_by = ?, lifted_at = 1 WHERE id = ?", (of.staff.account_id, found.id)
        )

    with pytest.raises(Exception, match=r"(?i)constraint"):
        await database.write(work)


def test_people_are_recognized_by_name_in_any_order_and_script_or_by_telephone() -> None:
    barred = Bar(
        id=1,
        participant_id=1,
        account_id=None,
        person=Person(name="Омаров Дәулет", phone="+7 701 555 44 33"),
        barred_by=1,
        barred_at=NOW,
    )
    for same in ("Daulet Omarov", "омаров даулет серикулы", "OMAROV Dáulet"):
        assert barred.keeps_from(Person(name=same)), same
    for other in ("Daulet Akhmetov", "Daulet", "", "Omarova Saule"):
        assert not barred.keeps_from(Person(name=other)), other
    assert barred.keeps_from(Person(name="Somebody Else", phone="8 (701) 555-44-33"))
    assert not barred.keeps_from(Person(name="Somebody Else", phone="+7 701 555 44 34"))


async def test_a_new_key_seals_anew_who_may_and_who_must_not_collect(database: Database) -> None:
    def work(tx: Transaction) -> list[str]:
        of = camp(tx)
        name(tx, of)
        bar(tx, of)
        return heads(tx)

    before = await database.write(work)
    assert (await rotation.rotate(database)).resealed >= 2
    after = await database.read(heads)
    assert set(before).isdisjoint(after)
    child = await database.read(lambda tx: collectors.list_standing(tx, 1))
    assert [one.person.name for one in child] == ["Saule Akhmetova"]
    assert [one.person.name for one in await database.read(lambda tx: collectors.list_bars(tx, 1))] == ["Daulet Omarov"]


def heads(tx: Transaction) -> list[str]:
    """Return by which keys everything about the pick-up is sealed."""
    rows = tx.connection.execute("SELECT said FROM collectors UNION ALL SELECT said FROM bars").fetchall()
    return [row["said"][:9] for row in rows]


async def test_a_guardian_among_the_staff_is_not_their_own_second_or_call(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of = camp(tx)
        grant(tx, FATHER, Role.ORGANIZER)
        came, father = ask(tx, of), meet(tx, FATHER)
        call(tx, of, came, account_id=father.account_id)
        with pytest.raises(NotAvailableError):  # who was called does not stand for it as staff too
            exempting.confirm(tx, **about(of, came, father))
        exempting.confirm(tx, **about(of, came, of.second))
        assert hand_over(tx, of, came.id).is_done

    await database.write(work)


def bar_mother(tx: Transaction, of: Camp) -> Bar:
    """Let the organizer bar the mother, who stands on the list."""
    _, own = collecting.collect_myself(tx, actor=of.mother, now=NOW, registration_id=of.child.id, number=1)
    return barring.bar_collector(tx, **about(of, own))[1]


async def test_nobody_collects_on_the_word_of_a_guardian_who_must_not(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of = camp(tx)
        listed, waiting = name(tx, of), ask(tx, of)
        at_home = collecting.let_go_alone(tx, actor=of.mother, now=NOW, registration_id=of.child.id, may=True).alone
        assert at_home is not None
        called = ask(tx, of, "Other Person")
        call(tx, of, called)
        bar_mother(tx, of)
        for one, proof in ((listed, Proof.DOCUMENT), (listed, Proof.KNOWN), (at_home, Proof.CONSENT)):
            with pytest.raises(PickupBarredError):
                hand_over(tx, of, one.id, proof=proof)
        accounts.set_place(tx, of.staff.account_id, releasing.CODE, {"registration": of.child.id})
        with pytest.raises(PickupBarredError):
            releasing.hand_over_by_code(tx, actor=meet(tx, STAFF), now=CAMP, text=listed.person.code)
        with pytest.raises(PickupBarredError):  # her yes on the telephone is none
            call(tx, of, waiting)
        with pytest.raises(PickupBarredError):
            exempting.confirm(tx, **about(of, called, of.second))
        again = name(tx, of, number=9)  # the family sees no trace of it
        with pytest.raises(PickupBarredError):
            hand_over(tx, of, again.id)
        call(tx, of, waiting, account_id=of.father.account_id)
        given: dict[str, Any] = {"registration_id": of.child.id, "full_name": "Saule Akhmetova", "number": 7}
        _, his = collecting.name(tx, actor=of.father, now=NOW, **given)
        assert hand_over(tx, of, his.id).is_done

    await database.write(work)


async def test_a_guardian_barred_by_a_typed_name_lifts_neither_that_nor_any_other_bar(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of = camp(tx)
        uncle, mother = bar(tx, of), bar(tx, of, of.mother.display_name)
        first, father = participants.list_guardians(tx, of.child.participant_id)
        assert first.account_id == of.mother.account_id
        for one in (uncle, mother):
            where: dict[str, Any] = {"now": CAMP, "registration_id": of.child.id, "bar_id": one.id}
            with pytest.raises(PickupPrimaryError):
                barring.ask_lift(tx, actor=of.staff, **where)
            participants.make_primary(tx, father)
            barring.ask_lift(tx, actor=of.staff, **where)
            participants.make_primary(tx, first)
            with pytest.raises(NotAvailableError):
                barring.answer_lift(tx, actor=of.mother, may_collect=True, **where)
        assert len(collectors.list_bars(tx, of.child.participant_id)) == 2

    await database.write(work)


async def test_a_guardian_is_barred_by_account_whatever_name_telegram_shows(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of = camp(tx)
        where: dict[str, Any] = {"now": CAMP, "registration_id": of.child.id}
        for other in (of.second, of.father, meet(tx, 77)):
            with pytest.raises(NotAvailableError):
                barring.bar_guardian(tx, actor=other, account_id=of.mother.account_id, **where)
        with pytest.raises(StaleError):
            barring.bar_guardian(tx, actor=of.staff, account_id=meet(tx, 77).account_id, **where)
        barring.bar_guardian(tx, actor=of.staff, account_id=of.mother.account_id, **where)
        with pytest.raises(StaleError):
            barring.bar_guardian(tx, actor=of.staff, account_id=of.mother.account_id, **where)
        tx.connection.execute("UPDATE accounts SET display_name = 'Sunny' WHERE id = ?", (of.mother.account_id,))
        _, own = collecting.collect_myself(tx, actor=of.mother, now=NOW, registration_id=of.child.id, number=1)
        assert own.person.name == "Sunny"
        with pytest.raises(PickupBarredError):
            hand_over(tx, of, own.id)

    await database.write(work)


@pytest.mark.parametrize("is_limited", [True, False])
async def test_staff_who_must_not_collect_or_are_limited_reach_the_child_no_more(
    database: Database, *, is_limited: bool
) -> None:
    def work(tx: Transaction) -> None:
        of = camp(tx)
        grant(tx, FATHER, Role.ORGANIZER)
        given: dict[str, Any] = {"actor": meet(tx, FATHER), "now": CAMP, "registration_id": of.child.id}
        _, own = collecting.collect_myself(tx, number=2, **given)
        releasing.look(tx, **given)
        if is_limited:
            link = next(g for g in participants.list_guardians(tx, of.child.participant_id) if not g.is_primary)
            limit: dict[str, Any] = {"link_id": link.link_id, "what": Limit.MAY_NOT_DECIDE, "reason": "court"}
            guarding.limit(tx, **{**given, "actor": of.staff}, **limit)
        else:
            barring.bar_collector(tx, **about(of, own))
        for deed in (releasing.look, releasing.read_child, exempting.begin, barring.begin):
            with pytest.raises(NotAvailableError):
                deed(tx, **given)
        for one in collectors.list_bars(tx, of.child.participant_id):
            with pytest.raises(NotAvailableError):
                barring.ask_lift(tx, bar_id=one.id, **given)
        call(tx, of, ask(tx, of))
        assert {who for who, _ in told(tx, "pickup-asked")} == {99, SECOND}

    await database.write(work)


async def test_a_merge_of_two_records_of_a_child_takes_nobody_off(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of, twin = camp(tx), confirmed(tx, 2, 52)
        barring.begin(tx, actor=of.staff, now=CAMP, registration_id=twin.id)
        barring.bar(tx, actor=meet(tx, STAFF), now=CAMP, full_name="Daulet Omarov")
        listed = name(tx, of, "Омаров Даулет")
        made = Merge(
            id=0,
            event_id=of.child.event_id,
            kept_id=of.child.participant_id,
            gone_id=twin.participant_id,
            kept_registration_id=of.child.id,
            ended_registration_id=twin.id,
            ended_status=twin.status,
            links=(),
            merged_at=CAMP,
            is_undone=False,
        )
        merge_id = duplicates.add_merge(tx, made, account_id=of.staff.account_id)
        with pytest.raises(PickupBarredError):
            hand_over(tx, of, listed.id)
        with pytest.raises(PickupBarredError):
            ask(tx, of, "Daulet Omarov")
        assert duplicates.undo_merge(tx, merge_id, account_id=of.staff.account_id, now=CAMP)
        assert hand_over(tx, of, listed.id).is_done  # another child's after all

    await database.write(work)


async def test_a_bar_that_cannot_be_opened_keeps_everybody_away_until_it_is_lifted(database: Database) -> None:
    def work(tx: Transaction) -> None:
        of = camp(tx)
        listed, found = name(tx, of), bar(tx, of)
        tx.connection.execute("UPDATE bars SET said = (SELECT said FROM collectors)")
        with pytest.raises(PickupBarredError):
            hand_over(tx, of, listed.id)
        with pytest.raises(PickupBarredError):
            ask(tx, of)
        where: dict[str, Any] = {"now": CAMP, "registration_id": of.child.id, "bar_id": found.id}
        barring.ask_lift(tx, actor=of.staff, **where)
        barring.answer_lift(tx, actor=of.mother, may_collect=True, **where)
        assert hand_over(tx, of, listed.id).is_done

    await database.write(work)


async def test_a_yes_counts_only_while_the_guardian_who_said_it_may_decide(database: Database) -> None:
    def work(tx: Transaction) -> bool:
        of = camp(tx)
        came = ask(tx, of)
        call(tx, of, came)
        exempting.confirm(tx, **about(of, came, of.second))
        link = next(g for g in participants.list_guardians(tx, of.child.participant_id) if g.is_primary).link_id
        limited: dict[str, Any] = {"actor": of.staff, "now": CAMP, "registration_id": of.child.id, "link_id": link}
        guarding.limit(tx, what=Limit.MAY_NOT_DECIDE, reason="court", **limited)
        try:
            hand_over(tx, of, came.id)
        except StaleError:
            guarding.lift(tx, **limited)
            return hand_over(tx, of, came.id).is_done
        return False

    assert await database.write(work)
