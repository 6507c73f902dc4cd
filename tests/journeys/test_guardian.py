"""A guardian's way: a single-use link, the exact words, a decision; and everything that must not work."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.language import Language
from tests.journeys import story
from tests.journeys.story import NAMES, consent, register_student, words
from tests.world import GUARDIAN, World

RU = words(Language.RU)


async def test_a_guardian_agrees_in_russian_with_at_most_four_presses(world: World) -> None:
    student, link = await register_student(world)
    guardian = world.person(GUARDIAN)
    await guardian.open(link)
    await guardian.press(NAMES[Language.RU])
    await guardian.press(RU("button-agree"))
    assert guardian.deeds <= 4
    assert "келісім берді" in student.screen(), "what is optional blocks nothing"
    assert await story.allow_everything(guardian, Language.RU) == 3
    assert guardian.deeds <= 6, "one press for each optional text"
    assert "организаторы" in guardian.screen()
    rows = await world.running.database.read(
        lambda tx: tx.connection.execute(
            "SELECT t.purpose, c.decision, c.level, c.language, c.route FROM consents c "
            "JOIN consent_texts t ON t.id = c.consent_text_id ORDER BY c.id"
        ).fetchall()
    )
    assert [tuple(row) for row in rows] == [
        ("participation", "given", "", "ru", "chat"),
        ("personal_data", "given", "", "ru", "chat"),
        ("medical", "given", "", "ru", "chat"),
        ("trips", "given", "", "ru", "chat"),
        ("photo", "given", "public", "ru", "chat"),
    ]


async def test_the_child_cannot_open_the_link_meant_for_a_guardian(polled: World) -> None:
    student, link = await register_student(polled)
    await student.open(link)
    assert words(Language.KK)("error-own-link") in student.screen()
    guardian = await consent(polled, link)
    assert "организаторы" in guardian.screen()


async def test_a_link_works_for_one_person_only(polled: World) -> None:
    _, link = await register_student(polled)
    await consent(polled, link)
    stranger = polled.newcomer("Stranger", "en")
    await stranger.open(link)
    await stranger.press("English")
    assert words(Language.EN)("error-link-unusable") in stranger.screen()
    again = polled.person(GUARDIAN)
    await again.open(link)
    assert "Сапарова Айым" in again.screen()


async def test_a_link_ends_after_72_hours_and_when_a_newer_one_is_made(polled: World) -> None:
    student, link = await register_student(polled)
    t = words(Language.KK)
    await student.press(t("button-status"))
    await student.press(t("button-invite"))
    newer = story.link_in(student)
    assert newer != link
    guardian = polled.person(GUARDIAN)
    await guardian.open(link)
    await guardian.press(NAMES[Language.RU])
    assert RU("error-link-unusable") in guardian.screen()
    await polled.travel(to=polled.clock.now() + timedelta(hours=73))
    await guardian.open(newer)
    assert RU("error-link-unusable") in guardian.screen()


async def test_a_made_up_link_is_refused_with_the_same_words(polled: World) -> None:
    stranger = polled.newcomer("Stranger", "ru")
    await story.arrive(stranger, Language.RU, "g-" + "A" * 22)
    assert RU("error-link-unusable") in stranger.screen()


async def test_a_refusal_with_a_reason_frees_the_place_and_tells_the_child(polled: World) -> None:
    student, link = await register_student(polled)
    guardian = polled.person(GUARDIAN)
    await guardian.open(link)
    await guardian.press("Русский")
    await guardian.press(RU("button-refuse"))
    await guardian.say("Мы в это время в отъезде")
    assert RU("guardian-status-refused") in guardian.screen()
    assert "келісім бермеді" in student.screen()
    row = await polled.running.database.read(
        lambda tx: tx.connection.execute(
            "SELECT status, reason, (SELECT count(*) FROM seats WHERE is_free = 0) AS taken FROM registrations"
        ).fetchone()
    )
    assert tuple(row) == ("refused", "Мы в это время в отъезде", 0)


async def test_a_guardian_who_asks_to_be_called_is_put_on_the_list(polled: World) -> None:
    organizer = polled.person(103)
    await story.arrive(organizer, Language.EN)
    _, link = await register_student(polled)
    guardian = polled.person(GUARDIAN)
    await guardian.open(link)
    await guardian.press("Русский")
    await guardian.press(RU("button-ask-call"))
    await guardian.share_contact()
    assert RU("call-promised") in "\n".join(guardian.texts())
    assert "asks to be called" in organizer.screen()


async def test_a_stranger_who_replays_a_guardians_button_is_refused(polled: World) -> None:
    _, link = await register_student(polled)
    guardian = polled.person(GUARDIAN)
    await guardian.open(link)
    await guardian.press("Русский")
    _, data = guardian.find_button(RU("button-agree"))
    stranger = polled.newcomer("Stranger", "en")
    await story.arrive(stranger, Language.EN)
    message_id = stranger.messages()[-1]["message_id"]
    polled.telegram.push_raw_update(
        {
            "callback_query": {
                "id": "77",
                "from": {"id": stranger.id, "is_bot": False, "first_name": "Stranger", "language_code": "en"},
                "message": {
                    **guardian.messages()[-1],
                    "chat": {"id": stranger.id, "type": "private"},
                    "message_id": message_id,
                },
                "chat_instance": "1",
                "data": data,
            }
        }
    )
    await polled.idle()
    given = await polled.running.database.read(
        lambda tx: tx.connection.execute("SELECT count(*) FROM consents").fetchone()[0]
    )
    assert given == 0
