"""`kill -9` at any moment of a registration: the person goes on where they were, nothing is asked twice."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest

from bot.domain.language import Language
from tests.journeys import story
from tests.journeys.conftest import webhook_settings
from tests.journeys.story import answer_one, begin, words
from tests.journeys.whole_bot import ProcessWorld, killable_world
from tests.world import STUDENT, Person

KK = words(Language.KK)


async def test_a_kill_between_any_two_steps_asks_nothing_twice(tmp_path: Path) -> None:
    async with killable_world(tmp_path) as world:
        student = world.person(STUDENT)
        await begin(student, Language.KK)
        for _ in range(40):
            if student.has_button(KK("button-submit")):
                break
            await answer_one(student, Language.KK)
            await world.restart()
        await student.press(KK("button-submit"))
        await world.restart()
        guardian = await story.consent(world, story.link_in(student))
        await world.restart()
        assert guardian.has_button(words(Language.RU)("button-withdraw"))
        assert world.kills >= 16
        assert_each_answer_was_taken_once(world)


@pytest.mark.parametrize("way", ["polling", "webhook"])
async def test_a_kill_in_the_middle_of_any_step_loses_and_doubles_nothing(tmp_path: Path, way: str) -> None:
    settings = webhook_settings() if way == "webhook" else {}
    dice = random.Random(5)
    async with killable_world(tmp_path, **settings) as world:
        student = world.person(STUDENT)
        await begin(student, Language.KK)
        for _ in range(60):
            if student.has_button(KK("button-submit")):
                break
            await deed_under_fire(world, student, dice)
        await student.press(KK("button-submit"))
        assert_each_answer_was_taken_once(world)
        assert world.kills >= 14


async def deed_under_fire(world: ProcessWorld, student: Person, dice: random.Random) -> None:
    """Answer the question on the screen, kill the bot a moment later, start it and wait for the screen."""
    story.begin_answer(world, student)
    await asyncio.sleep(dice.uniform(0, 0.03))
    await world.restart()
    await world.idle()


def assert_each_answer_was_taken_once(world: ProcessWorld) -> None:
    """Every question has one answer, and the draft moved exactly once for each of them and for the submission."""
    assert world.ask("SELECT count(*) FROM answers") == 14
    assert world.ask("SELECT revision FROM drafts") == 15
    assert world.ask("SELECT count(*) FROM registrations") == 1
    assert world.ask("SELECT count(*) FROM inbox WHERE state = 'quarantined'") == 0
