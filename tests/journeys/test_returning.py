"""Somebody who registers again, for another event, is asked only what may be different."""

from __future__ import annotations

from bot.domain.language import Language
from bot.telegram import plain
from handlers.callbacks import DeskPress
from tests.journeys.story import answer_all, arrive, begin, register_student, words
from tests.journeys.whole_forum import number, press_planted
from tests.world import ORGANIZER, STUDENT, World

EVENT = "SELECT id FROM events WHERE code = 'jlf-2027'"
KK, EN = words(Language.KK), words(Language.EN)
KNOWN = ("full_name", "birth_date", "gender", "school", "study_language", "phone")


async def test_the_answers_that_stay_the_same_are_filled_in_and_shown_before_sending(polled: World) -> None:
    student, _ = await register_student(polled)
    await open_next_season(polled)
    await begin(student, Language.KK, "jlf-2028")
    assert plain(KK("form-known", count=len(KNOWN))) in student.screen()
    await answer_all(student, Language.KK)
    assert "Сапарова Айым" in student.screen()
    await student.press(KK("button-submit"))
    rows = await answers(polled)
    assert rows[0] == rows[1], "the same answers, school and phone included"


async def test_somebody_who_comes_for_the_first_time_is_asked_everything(polled: World) -> None:
    student = polled.person(STUDENT)
    await begin(student, Language.KK)
    assert KK("form-known", count=0)[:6] not in student.screen()


async def open_next_season(world: World) -> None:
    """Make next season's event, which takes registrations at once."""
    owner = world.person(ORGANIZER)
    await arrive(owner, Language.EN)
    await press_planted(owner, DeskPress(do="more", id=await number(world, EVENT)).pack())
    await owner.press(EN("button-season"))
    await owner.say("2028")
    await owner.say("05.07.2027")
    for label in ("button-season-create", "button-open-event", "button-open-event-yes"):
        await owner.press(EN(label))


async def answers(world: World) -> list[list[tuple[str, str]]]:
    """Return the plain answers to what stays the same, registration by registration."""
    found = await world.running.database.read(
        lambda tx: tx.connection.execute(
            "SELECT r.id, a.question, a.value FROM registrations r JOIN answers a ON a.draft_id = r.draft_id "
            "WHERE a.question IN ('gender', 'school', 'study_language') ORDER BY r.id, a.question"
        ).fetchall()
    )
    ids = sorted({row[0] for row in found})
    return [[(row[1], row[2]) for row in found if row[0] == one] for one in ids]
