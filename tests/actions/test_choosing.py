"""A lottery's result applied: seats in the drawn sequence, everybody else waiting in it, undone whole, told late."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import choosing, deciding, drawing, planning, registering, seating, witnessing
from bot.domain.access import Actor
from bot.domain.errors import LotteryOpenError, NotAvailableError, StaleError, UndoExpiredError
from bot.domain.lottery import Rule, Trait
from bot.domain.registration import Status
from storage import registrations
from storage.choices import Choice
from storage.database import Database, Transaction
from tests.actions.camp import query
from tests.actions.test_drawing import CLOSED, SEED, alter, camp, contest, draw_one, open_one, owner, unit_payloads
from tests.seed import meet, open_database, register

GIRLS = Rule(trait=Trait.GENDER, value="girl", minimum=1, maximum=2)


async def apply_one(database: Database, lottery_id: int = 1, *, actor: Actor | None = None) -> Choice:
    return await database.write(
        lambda tx: drawing.apply(tx, actor=actor or owner(tx), now=CLOSED, lottery_id=lottery_id)
    )


async def undo_one(database: Database, choice: Choice, seconds: float = 5, actor: Actor | None = None) -> None:
    now = CLOSED + timedelta(seconds=seconds)
    await database.write(lambda tx: choosing.undo(tx, actor=actor or owner(tx), now=now, choice_id=choice.id))


async def standing(database: Database) -> list[tuple[int, str, int | None]]:
    rows = await query(database, "SELECT id, status, seat_number FROM registrations ORDER BY id")
    return [tuple(row) for row in rows]


async def drawn(database: Database, places: int = 4, **about: Any) -> tuple[list[int], list[int]]:
    """Open and draw a lottery; return the winners and those who wait, in the drawn sequence."""
    await open_one(database, places=places, **about)
    kept = await draw_one(database)
    assert kept.result is not None
    return [int(code) for code in kept.result["winners"]], [int(code) for code in kept.result["waitlist"]]


async def waiting(database: Database) -> list[int]:
    return [one.id for one in await database.read(lambda tx: registrations.list_waiting(tx, 1))]


async def tick(database: Database, seconds: float) -> int:
    return await database.write(lambda tx: choosing.tick(tx, now=CLOSED + timedelta(seconds=seconds)))


async def told(database: Database, template: str) -> list[int]:
    rows = await query(database, f"SELECT account_id FROM outbox WHERE template = '{template}' ORDER BY id")  # noqa: S608
    return [row["account_id"] for row in rows]


async def test_winners_have_the_places_and_the_others_wait_in_the_drawn_sequence(tmp_path: Path) -> None:
    async with camp(tmp_path) as database:
        winners, waitlist = await drawn(database, rules=[GIRLS])
        await apply_one(database)
        found = await standing(database)
        assert sorted(number for number, status, _ in found if status == "confirmed") == sorted(winners)
        assert await waiting(database) == waitlist
        with pytest.raises(StaleError):
            await apply_one(database)


async def test_a_winner_who_is_gone_makes_room_for_the_next_in_the_sequence(tmp_path: Path) -> None:
    async with camp(tmp_path) as database:
        winners, waitlist = await drawn(database)
        gone = await database.read(lambda tx: registrations.get(tx, winners[0]))
        telegram_id = await query(database, f"SELECT telegram_id FROM accounts WHERE id = {gone.account_id}")  # noqa: S608
        await database.write(
            lambda tx: registering.cancel(
                tx,
                actor=meet(tx, telegram_id[0][0]),
                now=CLOSED,
                registration_id=gone.id,
                revision=gone.revision,
            )
        )
        await apply_one(database)
        assert (await database.read(lambda tx: registrations.get(tx, waitlist[0]))).status is Status.CONFIRMED
        assert await waiting(database) == waitlist[1:]


async def test_a_late_registration_gets_no_place_before_those_on_the_list(tmp_path: Path) -> None:
    async with camp(tmp_path) as database:
        _, waitlist = await drawn(database)
        units = await database.write(unit_payloads)
        late = await database.write(lambda tx: register(tx, 40, answers=[units["north"], "girl"]))
        assert late.status is Status.WAITLISTED
        await apply_one(database)
        assert await waiting(database) == [*waitlist, late.id]


async def test_while_a_lottery_is_open_nobody_gets_a_seat_in_between(tmp_path: Path) -> None:
    async with camp(tmp_path) as database:
        await open_one(database, places=4)
        holder, *_ = [number for number, status, _ in await standing(database) if status == "pending"]
        claim = await database.read(lambda tx: registrations.get(tx, holder))
        about: dict[str, Any] = {"now": CLOSED, "registration_id": claim.id, "revision": claim.revision}
        with pytest.raises(LotteryOpenError):
            await database.write(lambda tx: deciding.confirm(tx, actor=owner(tx), **about))
        await database.write(lambda tx: deciding.decline(tx, actor=owner(tx), **about, reason="no"))
        assert [status for _, status, _ in await standing(database)].count("pending") == 3
        await database.write(lambda tx: drawing.call_off(tx, actor=owner(tx), now=CLOSED, lottery_id=1))
        assert [status for _, status, _ in await standing(database)].count("pending") == 4
        with pytest.raises(StaleError):
            await draw_one(database)


async def test_without_the_resting_of_seats_a_latecomer_takes_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with camp(tmp_path, people=3) as database:
        await open_one(database, places=3)
        monkeypatch.setattr(seating, "Stage", type("Nothing", (), {"DRAWING": None}))
        units = await database.write(unit_payloads)
        late = await database.write(lambda tx: register(tx, 40, answers=[units["north"], "girl"]))
        assert late.status is Status.PENDING


async def test_undone_in_time_everything_is_as_it_was_and_nobody_was_told(tmp_path: Path) -> None:
    async with camp(tmp_path) as database:
        before, line = await standing(database), await waiting(database)
        await drawn(database)
        choice = await apply_one(database)
        assert await standing(database) != before
        assert await tick(database, 29) == 0
        await undo_one(database, choice, 29)
        after = await standing(database)
        assert [(number, status) for number, status, _ in after] == [(number, status) for number, status, _ in before]
        assert await waiting(database) == line
        assert await tick(database, 3600) == 0
        assert await query(database, "SELECT id FROM outbox WHERE template LIKE 'choice%'") == []
        again = await apply_one(database)
        with pytest.raises(UndoExpiredError):
            await undo_one(database, again, 31)


async def test_what_happened_since_is_not_undone(tmp_path: Path) -> None:
    async with camp(tmp_path) as database:
        winners, _ = await drawn(database)
        choice = await apply_one(database)
        one = await database.read(lambda tx: registrations.get(tx, winners[1]))
        about: dict[str, Any] = {"registration_id": one.id, "revision": one.revision}
        await database.write(lambda tx: deciding.decline(tx, actor=owner(tx), now=CLOSED, **about, reason="no"))
        await undo_one(database, choice)
        assert (await database.read(lambda tx: registrations.get(tx, one.id))).status is Status.DECLINED
        seats = await query(database, "SELECT count(*) AS n FROM seats WHERE is_free = 0")
        held = await query(database, "SELECT count(*) AS n FROM registrations WHERE seat_number IS NOT NULL")
        assert seats[0]["n"] == held[0]["n"] <= 4


async def test_every_family_is_told_once_in_batches_after_the_time_to_undo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choosing, "BATCH", 3)
    async with camp(tmp_path) as database:
        winners, waitlist = await drawn(database)
        choice = await apply_one(database)
        assert [await tick(database, 31) for _ in range(4)] == [3, 3, 2, 0]
        assert len(await told(database, "choice-won")) == len(winners) == 4
        assert len(await told(database, "choice-waits")) == len(waitlist) == 4
        with pytest.raises(UndoExpiredError):
            await undo_one(database, choice, 10)


async def test_quotas_hold_and_a_winner_without_room_waits_first(tmp_path: Path) -> None:
    async with camp(tmp_path) as database:
        winners, waitlist = await drawn(database)
        await alter(database, "UPDATE quotas SET capacity = taken")
        await apply_one(database)
        over = await query(database, "SELECT count(*) AS n FROM quotas WHERE taken > capacity")
        assert over[0]["n"] == 0
        left = [one for one in winners if one in await waiting(database)]
        assert (await waiting(database))[: len(left)] == left
        assert set(await waiting(database)) | {
            number for number, status, _ in await standing(database) if status == "confirmed"
        } == {*winners, *waitlist}


async def test_only_the_programmes_organizers_apply_and_undo(tmp_path: Path) -> None:
    async with camp(tmp_path) as database:
        await drawn(database)
        stranger = await database.write(lambda tx: meet(tx, 1))
        for number in (1, 99):
            with pytest.raises(NotAvailableError):
                await apply_one(database, number, actor=stranger)
        choice = await apply_one(database)
        with pytest.raises(NotAvailableError):
            await undo_one(database, choice, actor=stranger)
        with pytest.raises(NotAvailableError):
            await database.write(lambda tx: witnessing.read_own(tx, actor=meet(tx, 5), now=CLOSED, registration_id=1))


async def test_rules_about_sealed_answers_are_kept(tmp_path: Path) -> None:
    content = contest(capacity=4)
    form = content["events"][0]["form"]["sections"][0]["questions"]
    form[-1]["sensitivity"] = "identity"
    about = {"low": 5, "high": 9, "sensitivity": "identity"}
    form.append({"code": "grade", "kind": "grade", "title": form[0]["title"], **about})
    async with open_database(tmp_path, content) as database:
        units = await database.write(unit_payloads)

        def join(tx: Transaction, number: int) -> None:
            said = [units["north"], "girl" if number % 2 else "boy", str(5 + number % 2)]
            register(tx, number, answers=said)

        for number in range(1, 7):
            await database.write(lambda tx, n=number: join(tx, n))  # type: ignore[misc]
        raw = await query(database, "SELECT value FROM answers WHERE question IN ('gender', 'grade')")
        assert not any("girl" in row["value"] for row in raw)
        grade = Rule(trait=Trait.GRADE, value="6", minimum=0, maximum=1)
        kept = await open_one(database, places=4, rules=[GIRLS, grade])
        traits = [dict(entry.traits) for entry in kept.lottery.entries]
        assert {one[Trait.GENDER] for one in traits} == {"girl", "boy"}
        assert {one[Trait.GRADE] for one in traits} == {"5", "6"}
        drawn_ = await draw_one(database)
        assert drawn_.result is not None
        won = [entry for entry in kept.lottery.entries if entry.code in drawn_.result["winners"]]
        assert [one.traits[Trait.GRADE] for one in won].count("6") <= 1


async def test_a_plan_is_opened_as_it_was_shown_and_not_as_it_was_changed_meanwhile(tmp_path: Path) -> None:
    async with camp(tmp_path) as database:

        def rule(tx: Transaction, revision: int) -> planning.LotteryPage:
            return planning.set_rule(tx, actor=owner(tx), now=CLOSED, stream_id=1, revision=revision, rule=GIRLS)

        page = await database.write(lambda tx: rule(tx, 0))
        assert page.plan.rules == (GIRLS,)
        about: dict[str, Any] = {"now": CLOSED, "stream_id": 1, "seed": SEED}
        with pytest.raises(StaleError):
            await database.write(lambda tx: planning.open_by_plan(tx, actor=owner(tx), revision=0, **about))
        kept = await database.write(
            lambda tx: planning.open_by_plan(tx, actor=owner(tx), revision=page.plan.revision, **about)
        )
        assert (kept.lottery.places, kept.lottery.rules) == (4, (GIRLS,))
        with pytest.raises(StaleError):
            await database.write(lambda tx: rule(tx, page.plan.revision))
