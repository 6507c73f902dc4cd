"""The funnel: every step counted, by place, and where people stop."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.actions import counting, drafting
from bot.domain.errors import NotAvailableError
from bot.domain.funnel import Counts, Stage, greatest_loss, steps, total
from storage import registrations
from storage.database import Transaction, read_queries
from storage.engine import engine_of
from storage.migrating import migrate
from tests.actions.camp import bring_guardian
from tests.actions.test_finding import enrol, schools
from tests.seed import NOW, meet, open_database

OWNER = 50


def tree() -> dict[str, Any]:
    """Return a programme for minors with a region, a district in it and two schools."""
    content = schools()
    event = content["events"][0]
    event["audience"] = "minors"
    said = {"kk": "Келісім", "ru": "Согласие", "en": "Consent"}
    event["consents"] = [
        {"purpose": purpose, "required": True, "version": 1, "title": said, "text": said}
        for purpose in ("participation", "personal_data")
    ]
    return content


def funnel(tx: Transaction, unit_id: int = 0) -> counting.FunnelPage:
    owner = meet(tx, OWNER, is_owner=True)
    return counting.read_funnel(tx, actor=owner, now=NOW, event_id=1, unit_id=unit_id)


def numbers(page: counting.FunnelPage) -> dict[str, int]:
    return {step.stage.value: step.number for step in page.steps}


async def test_every_step_is_counted_and_the_places_add_up(tmp_path: Path) -> None:
    async with open_database(tmp_path, tree()) as database:

        def story(tx: Transaction) -> None:
            claims = [enrol(tx, 201 + n, f"Омаров Ерлан{'абвг'[n]}", "north" if n == 0 else "south") for n in range(4)]
            bring_guardian(tx, registrations.get(tx, claims[0]), 301, agrees=True)
            bring_guardian(tx, registrations.get(tx, claims[1]), 302, agrees=False)
            drafting.begin(tx, actor=meet(tx, 400), now=NOW, event_id=1)
            page = funnel(tx)
            assert numbers(page) == {
                "started": 5, "submitted": 4, "guardian": 2, "consented": 1, "confirmed": 1, "ticket": 0
            }  # fmt: skip
            assert [step.percent for step in page.steps] == [None, 80, 50, 50, 100, 0]
            assert page.worst is Stage.GUARDIAN
            assert [(part.unit.code, part.counts.submitted) for part in page.parts] == [("south", 3), ("north", 1)]
            north = funnel(tx, page.parts[1].unit.id)
            assert numbers(north)["submitted"] == 1
            assert "started" not in numbers(north)
            assert total(part.counts for part in page.parts).submitted == page.steps[1].number

        await database.write(story)


async def test_forms_that_were_begun_and_not_sent_are_counted_by_question(tmp_path: Path) -> None:
    async with open_database(tmp_path, tree()) as database:

        def story(tx: Transaction) -> None:
            enrol(tx, 201, "Омаров Ерлан")
            for telegram_id in (401, 402):
                drafting.begin(tx, actor=meet(tx, telegram_id), now=NOW, event_id=1)
            found = counting.read_stops(tx, actor=meet(tx, OWNER, is_owner=True), now=NOW, event_id=1)
            assert [(title.as_dict()["en"] if title else None, number) for title, number in found.stops] == [
                ("Name?", 2)
            ]
            assert found.total == 2

        await database.write(story)


async def test_who_does_not_run_the_event_and_a_place_that_is_not_there_are_refused_alike(tmp_path: Path) -> None:
    async with open_database(tmp_path, tree()) as database:

        def story(tx: Transaction) -> None:
            for actor, unit_id in ((meet(tx, 70), 0), (meet(tx, OWNER, is_owner=True), 999)):
                with pytest.raises(NotAvailableError):
                    counting.read_funnel(tx, actor=actor, now=NOW, event_id=1, unit_id=unit_id)
            with pytest.raises(NotAvailableError):
                counting.read_stops(tx, actor=meet(tx, 70), now=NOW, event_id=1)

        await database.write(story)


def test_adults_have_no_steps_of_a_guardian_and_no_loss_is_no_loss() -> None:
    counts = Counts(passed={Stage.SUBMITTED: 4, Stage.GUARDIAN: 0, Stage.CONSENTED: 0, Stage.CONFIRMED: 4})
    found = steps(counts, needs_guardian=False)
    assert [step.stage for step in found] == [Stage.SUBMITTED, Stage.CONFIRMED]
    assert greatest_loss(found) is None
    assert greatest_loss(steps(counts, needs_guardian=True)) is Stage.GUARDIAN
    assert greatest_loss(()) is None


@pytest.mark.parametrize("query", ["funnels.by_unit", "funnels.stops", "duplicates.active", "duplicates.active_alike"])
def test_no_screen_reads_a_whole_table(tmp_path: Path, query: str) -> None:
    migrate(tmp_path / "plan.db")
    engine = engine_of(tmp_path / "plan.db")
    connection = engine.connect()
    names = ("event_id", "units", "limit", "search_name", "born_on", "phone", "participant_id")
    rows = connection.execute(f"EXPLAIN QUERY PLAN {read_queries(engine)[query]}", dict.fromkeys(names, 1))
    plan = [row[3] for row in rows.fetchall()]
    connection.close()
    assert [step for step in plan if step.startswith("SCAN") and "CONSTANT" not in step] == []
