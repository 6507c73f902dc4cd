"""A family asks the camp, people answer, and everybody who should reads along."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.language import Language
from bot.outgoing import plain
from bot.playground.params import Upload
from tests.documents.test_upload import PDF
from tests.journeys import story
from tests.journeys.story import arrive, consent, register_student, words
from tests.journeys.test_broadcast import PNG
from tests.journeys.test_organizer import open_event, owner_of
from tests.journeys.test_organizer import rows as look
from tests.world import ORGANIZER, Person, World

EN, RU, KK = words(Language.EN), words(Language.RU), words(Language.KK)
STRANGE = "Қай қақпадан кіреміз, айтыңызшы?"


async def colleague_of(world: World, owner: Person, name: str = "Bob") -> Person:
    """Let the owner invite a second organizer."""
    await open_event(owner)
    await owner.press(EN("button-more"))
    link = await story.invite(owner, Language.EN)
    second = world.newcomer(name, "en")
    await second.open(link)
    await second.press("English")
    return second


async def ask(person: Person, language: Language, text: str) -> None:
    """Ask from the start."""
    t = words(language)
    await person.say("/menu")
    await person.press(t("button-ask-rooms"))
    await person.press("✍️ Jas Leader")
    await person.say(text)


async def test_a_childs_question_is_taken_and_answered_and_the_guardian_reads_every_word(polled: World) -> None:
    student, link = await register_student(polled)
    guardian = await consent(polled, link)
    owner = await owner_of(polled)
    second = await colleague_of(polled, owner)
    await student.say("/menu")
    await student.press(KK("button-ask-rooms"))
    await student.press("✍️ Jas Leader")
    assert KK("ask-guardians-read") in student.screen()
    await student.say(STRANGE)
    assert KK("thread-waits") in student.screen()
    for reader in (owner, second, guardian):
        assert STRANGE in reader.screen()
    await second.press(EN("button-thread-open"))
    await second.press(EN("button-thread-claim"))
    assert EN("case-thread-mine") in second.screen()
    await owner.press(EN("button-thread-open"))
    assert plain(EN("case-thread-owner", name="Bob")) in owner.screen()
    assert not owner.has_button(EN("button-thread-answer"))
    await second.press(EN("button-thread-answer"))
    await second.say("Gate B, please")
    assert "Gate B" in student.screen()
    assert "Bob" not in student.screen()
    assert "Gate B" in guardian.screen()
    await second.press(EN("button-thread-close"))
    assert student.has_button("5 ⭐")
    await student.press("5 ⭐")
    assert await look(polled, "SELECT state, rating FROM threads") == [("closed", 5)]
    await student.say("Ал аялдама қайда?")
    assert await look(polled, "SELECT state, rating FROM threads") == [("open", None)]
    assert "аялдама" in second.screen()


async def test_a_child_is_answered_by_nobody_while_only_one_adult_would_read_it(polled: World) -> None:
    student, _ = await register_student(polled)
    owner = await owner_of(polled)
    await ask(student, Language.KK, STRANGE)
    assert KK("error-two-adults") == student.screen()
    assert STRANGE not in owner.screen()
    assert await look(polled, "SELECT count(*) FROM threads") == [(0,)]


async def test_a_known_answer_comes_first_and_helps(polled: World) -> None:
    student, link = await register_student(polled)
    guardian = await consent(polled, link)
    await owner_of(polled)
    await ask(guardian, Language.RU, "Сколько стоит участие?")
    assert "Участие бесплатное" in guardian.screen()
    await guardian.press(RU("button-faq-helped"))
    assert RU("faq-glad") == guardian.screen()
    assert await look(polled, "SELECT count(*) FROM threads") == [(0,)]
    assert await look(polled, "SELECT code, helped FROM faq_entries WHERE helped > 0") == [("money", 1)]
    await ask(guardian, Language.RU, "А сколько стоит дорога?")
    await guardian.press(RU("button-ask-people"))
    assert RU("thread-waits") in guardian.screen()
    assert "сколько стоит дорога" not in student.screen()


async def test_nobody_takes_it_and_everybody_is_told_in_half_an_hour_and_again_after_two(polled: World) -> None:
    _, link = await register_student(polled)
    guardian = await consent(polled, link)
    owner = await owner_of(polled)
    await ask(guardian, Language.RU, "Где забрать сына после лагеря?")
    began = polled.clock.now()
    await polled.travel(to=began + timedelta(minutes=29))
    assert "Nobody has taken" not in owner.screen()
    await guardian.press(RU("button-urgent"))
    assert "Urgent" in owner.screen()
    await polled.travel(to=began + timedelta(minutes=31))
    assert "Nobody has taken" in owner.screen()
    await owner.press(EN("button-thread-open"))
    await owner.press(EN("button-thread-claim"))
    await polled.travel(to=began + timedelta(minutes=121))
    assert "no answer yet" in owner.screen()
    told = await look(polled, "SELECT count(*) FROM outbox WHERE template = 'thread-waits'")
    await polled.travel(to=began + timedelta(minutes=300))
    assert await look(polled, "SELECT count(*) FROM outbox WHERE template = 'thread-waits'") == told


async def test_what_is_not_okay_reaches_the_owner(polled: World) -> None:
    _, link = await register_student(polled)
    guardian = await consent(polled, link)
    owner = await owner_of(polled)
    await ask(guardian, Language.RU, "Где забрать сына после лагеря?")
    await guardian.press(RU("button-flag"))
    assert "reported" in owner.screen()


def files_of(person: Person) -> list[str]:
    """Return the names of the files the bot sent to somebody."""
    return [file["name"] for message in person.messages() if not message.get("own") for file in message["files"]]


async def send_file(person: Person, name: str, *, kind: str = "document", caption: str = "") -> None:
    """Send a file into the chat with the bot."""
    content = PDF if name.endswith("pdf") else PNG
    upload = Upload(name=name, mime="application/pdf" if content == PDF else "image/png", data=content)
    person.world.telegram.upload(person.id, [upload], kind=kind, caption=caption)
    await person.world.idle()


async def test_photos_and_documents_pass_both_ways_and_a_voice_is_refused_kindly(polled: World) -> None:
    student, link = await register_student(polled)
    guardian = await consent(polled, link)
    owner = await owner_of(polled)
    second = await colleague_of(polled, owner)
    await ask(student, Language.KK, STRANGE)
    await send_file(student, "bag.png", kind="photo", caption="Мына сөмке ме?")
    for reader in (owner, second, guardian):
        assert "Мына сөмке ме?" in reader.screen()
        assert len(files_of(reader)) == 1
    await send_file(student, "hello.ogg", kind="voice")
    assert KK("error-thread-text") == student.screen()
    await owner.press(EN("button-thread-open"))
    await owner.press(EN("button-thread-claim"))
    await owner.press(EN("button-thread-answer"))
    await send_file(owner, "route.pdf")
    assert files_of(student)[-1:] == files_of(guardian)[-1:] == ["route.pdf"]
    await second.press(EN("button-thread-open"))
    await second.press(EN("button-thread-files"))
    assert files_of(second)[-1:] == ["route.pdf"]
    said = await look(polled, "SELECT said FROM thread_messages") + await look(polled, "SELECT data FROM outbox")
    assert not [row for row in said if "сөмке" in row[0] or STRANGE in row[0]]


@pytest.mark.parametrize("language", list(Language))
async def test_an_organizer_adds_a_frequent_answer_and_it_survives_a_restart(polled: World, language: Language) -> None:
    t = words(language)
    owner = polled.person(ORGANIZER)
    await arrive(owner, language)
    await owner.say("/desk")
    await owner.press("Jas Leader")
    await owner.press(t("button-questions-none"))
    await owner.press(t("button-faq-edit"))
    await owner.press(t("button-faq-new"))
    for _ in range(6):
        await owner.say("Парковка parking тұрақ")
    assert owner.has_button(t("button-faq-hide"))
    await owner.press(t("button-faq"))
    assert owner.has_button("👍 0 · Парковка")
    await owner.press("👍 0 · ")
    await owner.press(t("button-faq-hide"))
    before = await look(polled, "SELECT id, question, is_hidden FROM faq_entries ORDER BY id")
    await polled.restart()
    assert await look(polled, "SELECT id, question, is_hidden FROM faq_entries ORDER BY id") == before


@pytest.mark.parametrize("language", list(Language))
async def test_an_organizer_changes_a_reminder_takes_it_back_and_it_survives_a_restart(
    polled: World, language: Language
) -> None:
    t = words(language)
    owner = polled.person(ORGANIZER)
    await arrive(owner, language)
    await owner.say("/desk")
    await owner.press("Jas Leader")
    await owner.press(t("button-more"))
    await owner.press(t("button-reminders"))
    await owner.press(f"🔔 {t('rule-evening-before')}")
    await owner.press("18:00")
    assert "18:00" in owner.screen()
    await owner.press(t("button-take-back"))
    assert t("rule-at", at="20:00") in owner.screen()
    await owner.press(t("button-rule-off"))
    assert t("rule-is-off") in owner.screen()
    await polled.restart()
    await owner.press(t("button-reminders"))
    assert owner.has_button(f"🔕 {t('rule-evening-before')}")
