"""A student's way: from the first /start to a place, in three languages, whatever happens in between."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.language import Language
from tests.journeys import story
from tests.journeys.story import answer_all, answer_one, arrive, begin, register_student, words
from tests.world import GUARDIAN, STUDENT, Person, World, buttons, new_world

LANGUAGES = list(Language)


async def test_a_student_registers_in_kazakh_and_sees_what_happens_next(world: World) -> None:
    student, link = await register_student(world)
    t = words(Language.KK)
    assert "start=g-" in link
    await student.press(t("button-status"))
    assert "ата-ананың келісімін күтіп тұр" in student.screen()
    assert student.has_button(t("button-invite"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_whole_registration_works_in_every_language(polled: World, language: Language) -> None:
    student, _ = await register_student(polled, language)
    texts = "\n".join(student.texts())
    assert words(language)("registration-head", title="Jas Leader")[:3] == "<b>"
    assert "Сапарова Айым" in texts or "Saparova Aiym" in texts


async def test_a_first_time_student_needs_at_most_25_deeds_and_14_questions(polled: World) -> None:
    student = polled.person(STUDENT)
    t = words(Language.KK)
    await student.start()
    for label in ("Қазақша", t("button-programmes"), "Jas Leader", "Jas Leader", t("button-register")):
        await student.press(label)
    assert "1/1" in student.screen()
    await answer_all(student, Language.KK)
    assert student.screen().count("\n\n") - 1 <= 14
    await student.press(t("button-submit"))
    assert student.deeds <= 25


async def test_progress_is_shown_and_one_can_go_back_and_change_an_answer(polled: World) -> None:
    student, t = polled.person(STUDENT), words(Language.EN)
    await begin(student, Language.EN)
    assert "1/13" in student.screen()
    await answer_one(student, Language.EN)
    assert "2/13" in student.screen()
    await student.press(t("button-back"))
    assert "1/13" in student.screen()
    assert "Your answer now" in student.screen()
    await student.press(t("button-onward"))
    await answer_all(student, Language.EN)
    await student.press(t("button-edit"))
    await student.press("2. ")
    await student.say("Akhmetov Dias")
    assert "Akhmetov Dias" in student.screen()
    assert student.has_button(t("button-submit"))


async def test_an_optional_question_can_be_skipped(polled: World) -> None:
    student, t = polled.person(STUDENT), words(Language.EN)
    await begin(student, Language.EN)
    while not student.has_button(t("button-skip")):
        await answer_one(student, Language.EN)
    await student.press(t("button-skip"))
    assert "9/13" in student.screen()


@pytest.mark.parametrize(
    "bad", ["31.02.2012", "01.01.3012", "١٧.٠٥.٢٠٩٩", "x" * 4096, "<b>", "\u202e\u200b", "🎈" * 300]
)
async def test_a_bad_date_gets_a_clear_sentence_and_the_same_question(polled: World, bad: str) -> None:
    student, t = polled.person(STUDENT), words(Language.EN)
    await begin(student, Language.EN)
    await answer_one(student, Language.EN)
    await answer_one(student, Language.EN)
    await student.say(bad)
    assert "⚠️" in student.screen()
    assert "3/13" in student.screen()
    await student.say("17.05.2013")
    assert "4/13" in student.screen()
    assert t("how-birth-date") not in student.screen()


async def test_stickers_voice_and_edited_messages_never_break_a_form(polled: World) -> None:
    student = polled.person(STUDENT)
    await begin(student, Language.EN)
    await answer_one(student, Language.EN)
    for kind in ("sticker", "voice", "video"):
        upload(polled, student, kind)
        await polled.idle()
        assert "2/13" in student.screen()
        assert "⚠️" in student.screen()
    await student.say("Saparova Aiym")
    own = [one for one in student.messages() if one.get("own") and one.get("text") == "Saparova Aiym"]
    polled.telegram.edit(student.id, own[-1]["message_id"], "Somebody Else")
    await polled.idle()
    assert "3/13" in student.screen()


def upload(world: World, student: Person, kind: str) -> None:
    from bot.playground import Upload

    world.telegram.upload(
        student.id, [Upload(name=f"{kind}.bin", mime="application/octet-stream", data=b"x")], kind=kind
    )


async def test_a_double_tap_saves_one_answer_and_an_old_button_shows_the_current_question(polled: World) -> None:
    student = polled.person(STUDENT)
    await begin(student, Language.EN)
    message = next(one for one in reversed(student.messages()) if buttons(one))
    data = buttons(message)[0]["callback_data"]
    first = polled.telegram.begin_press(student.id, message["message_id"], data)
    second = polled.telegram.begin_press(student.id, message["message_id"], data)
    assert first is not second
    await polled.idle()
    assert "2/13" in student.screen()
    rows = await polled.running.database.read(
        lambda tx: tx.connection.execute("SELECT revision FROM drafts").fetchall()
    )
    assert [row[0] for row in rows] == [1]


async def test_somebody_elses_contact_is_not_taken_for_ones_own(polled: World) -> None:
    student, t = polled.person(STUDENT), words(Language.EN)
    await begin(student, Language.EN)
    while t("phone-press-below") not in student.texts()[-1:]:
        await answer_one(student, Language.EN)
    await student.share_contact(own=False)
    assert t("problem-phone-not-own") in "\n".join(student.texts())
    await student.share_contact()
    assert "9/13" in student.screen()


async def test_a_draft_can_be_thrown_away_after_a_question(polled: World) -> None:
    student, t = polled.person(STUDENT), words(Language.RU)
    await begin(student, Language.RU)
    await student.press(t("button-cancel-draft"))
    await student.press(t("button-keep-draft"))
    assert "1/13" in student.screen()
    await student.press(t("button-cancel-draft"))
    await student.press(t("button-cancel-draft-yes"))
    assert t("draft-cancelled") in student.screen()


async def test_the_language_can_be_changed_in_the_middle_and_the_draft_goes_on(polled: World) -> None:
    student = polled.person(STUDENT)
    await begin(student, Language.KK)
    await answer_one(student, Language.KK)
    await student.say("/language")
    await student.press("English")
    await student.press(words(Language.EN)("button-mine"))
    await student.press("📝")
    assert "2/13" in student.screen()
    assert "What is your" in student.screen() or "name" in student.screen()


async def test_a_place_can_be_given_up_after_a_question(polled: World) -> None:
    student, _ = await register_student(polled)
    t = words(Language.KK)
    await student.press(t("button-status"))
    await student.press(t("button-cancel-registration"))
    await student.press(t("button-cancel-registration-yes"))
    assert "бас тартылды" in student.screen()
    free = await polled.running.database.read(
        lambda tx: tx.connection.execute("SELECT count(*) FROM seats WHERE is_free = 0").fetchone()[0]
    )
    assert free == 0


async def test_the_timetable_of_every_day_can_be_read_before_registering(polled: World) -> None:
    student, t = polled.person(STUDENT), words(Language.RU)
    await arrive(student, Language.RU, "e-jlf-2027")
    await student.press(t("button-timetable"))
    for day in range(6, 17):
        await student.press(f"{day:02}.07")
        assert f"{day} июля" in student.screen()
        assert "09:" in student.screen() or "10:" in student.screen()


@pytest.mark.parametrize("code", ["green-almaty-2027", "content-2027", "jd-2027", "alumni-2027", "mergen-2027"])
async def test_every_seed_programme_can_be_registered_for(polled: World, code: str) -> None:
    student = polled.newcomer()
    await begin(student, Language.EN, code)
    await answer_all(student, Language.EN)
    await student.press(words(Language.EN)("button-submit"))
    assert "Status" in student.texts()[-1] or "Status" in student.texts()[-2]


async def test_a_restart_between_any_two_steps_asks_nothing_twice(tmp_path: Path) -> None:
    async with new_world(tmp_path) as world:
        student = world.person(STUDENT)
        await begin(student, Language.KK)
        await answer_all(student, Language.KK, after_each=world.restart)
        await world.restart()
        await student.press(words(Language.KK)("button-submit"))
        await world.restart()
        guardian = await story.consent(world, story.link_in(student))
        assert guardian.id == GUARDIAN
        answers = await world.running.database.read(
            lambda tx: tx.connection.execute("SELECT count(*), count(DISTINCT question) FROM answers").fetchone()
        )
        assert tuple(answers) == (14, 14)
