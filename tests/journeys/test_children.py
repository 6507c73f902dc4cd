"""Acting for a child: a guardian of three in one go, and a teacher of a pupil, both without the child's telephone."""

from __future__ import annotations

from typing import Any

from bot.domain.language import Language
from bot.telegram import plain
from tests.journeys.story import allow_everything, answer_one, arrive, link_in, words
from tests.world import GUARDIAN, Person, World

RU = words(Language.RU)
NAMES = ("Сапарова Айым", "Сапаров Али", "Сапарова Дана")
MOST_DEEDS = 25
"""Presses and messages for one child, from the first to the last consent."""


async def fill_in(person: Person, name: str) -> int:
    """Answer every question for a child with this name, as a child's form asks them; return how many deeds it took."""
    before = person.deeds
    for _ in range(60):
        if person.has_button(RU("button-submit")):
            return person.deeds - before
        if RU("how-name") in person.screen():
            await person.say(name)
        else:
            await answer_one(person, Language.RU)
    raise AssertionError(f"the form has no end: {person.screen()}")


async def agree(person: Person) -> None:
    """Open the consent of the registration on the screen and agree to everything."""
    await person.press(RU("button-agree-now"))
    await person.press(RU("button-agree"))
    await allow_everything(person, Language.RU)


async def rows(world: World, sql: str) -> list[tuple[Any, ...]]:
    """Ask the database."""
    return await world.running.database.read(lambda tx: [tuple(row) for row in tx.connection.execute(sql)])


async def test_a_guardian_registers_three_children_in_one_go(polled: World) -> None:
    mother = polled.person(GUARDIAN)
    await arrive(mother, Language.RU, "e-jlf-2027")
    await mother.press(RU("button-register-child"))
    took = []
    for number, name in enumerate(NAMES):
        if number:
            await mother.press(RU("button-another-child"))
        assert "Вы отвечаете" in mother.screen()
        took.append(await fill_in(mother, name))
        await mother.press(RU("button-submit"))
        assert plain(RU("next-awaiting-you")) in mother.screen()
        await agree(mother)
    assert took[1] == took[2]
    assert took[0] - took[1] >= 5
    assert mother.deeds <= 3 * MOST_DEEDS
    await mother.press(RU("button-home"))
    await mother.press(RU("button-children"))
    for name in NAMES:
        assert name in mother.screen()
    assert mother.screen().count(RU("turn-of-nobody")) == len(NAMES)
    await mother.say("/status")
    assert mother.screen().count(RU("turn-of-nobody")) == len(NAMES)
    found = await rows(polled, "SELECT status, on_behalf, account_id = acted_by FROM registrations ORDER BY id")
    assert found == [("pending", "child", 1)] * 3
    assert await rows(polled, "SELECT count(*), count(account_id) FROM participants") == [(3, 0)]
    assert await rows(polled, "SELECT count(DISTINCT unit_id) FROM registrations") == [(1,)]


async def test_the_questions_speak_of_the_child_when_a_guardian_answers(polled: World) -> None:
    mother = polled.person(GUARDIAN)
    await arrive(mother, Language.RU, "e-jlf-2027")
    await mother.press(RU("button-register-child"))
    await answer_one(mother, Language.RU)
    assert "Как зовут ребёнка?" in mother.screen()
    assert "Как вас зовут?" not in mother.screen()


async def test_a_teacher_registers_a_pupil_and_never_becomes_the_guardian(polled: World) -> None:
    teacher = polled.newcomer("Teacher", "ru")
    await arrive(teacher, Language.RU, "e-jlf-2027")
    await teacher.press(RU("button-register-pupil"))
    await fill_in(teacher, NAMES[0])
    await teacher.press(RU("button-submit"))
    link = link_in(teacher)
    await teacher.open(link)
    assert RU("error-own-link") in teacher.screen()
    mother = polled.person(GUARDIAN)
    await mother.open(link)
    await mother.press("Русский")
    await mother.press(RU("button-agree"))
    await allow_everything(mother, Language.RU)
    assert await rows(polled, "SELECT count(*) FROM guardian_links") == [(1,)]
    assert await rows(polled, "SELECT status, on_behalf FROM registrations") == [("pending", "pupil")]
    assert "родитель дал согласие" in teacher.screen()
    await teacher.press(RU("button-open"))
    assert RU("button-another-pupil") in "".join(teacher.labels())
    assert not teacher.has_button(RU("button-agree-now"))


async def test_a_child_cannot_register_a_child(polled: World) -> None:
    student = polled.person(101)
    await arrive(student, Language.RU, "e-jlf-2027")
    await student.press(RU("button-register"))
    await fill_in(student, NAMES[0])
    await student.press(RU("button-submit"))
    await student.start("e-jlf-2027")
    answer = await student.press(RU("button-register-child"))
    assert str(RU("error-child-cannot-act")) in str(answer)
