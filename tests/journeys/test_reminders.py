"""What people are reminded of, as their chats show it: in time, in their language, once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.actions import deciding
from bot.domain.access import Actor, Grant, Role
from bot.domain.language import Language
from storage import registrations
from storage.database import Transaction
from tests.journeys.story import arrive, consent, link_in, register_student, words
from tests.world import ORGANIZER, Person, World

ALMATY = ZoneInfo("Asia/Almaty")
KK, RU = words(Language.KK), words(Language.RU)


def local(day: int, hour: int, minute: int = 0, *, month: int = 7) -> datetime:
    """Return an instant of the forum's local time."""
    return datetime(2027, month, day, hour, minute, tzinfo=ALMATY).astimezone(UTC)


async def confirm(world: World) -> None:
    """Let an organizer confirm the only registration."""

    def work(tx: Transaction) -> None:
        registration = registrations.get(tx, 1)
        organizer = Actor(
            account_id=registration.account_id,
            telegram_id=ORGANIZER,
            display_name="X",
            language=Language.EN,
            has_chosen_language=True,
            grants=(Grant(role=Role.OWNER, programme_id=None),),
        )
        deciding.confirm(tx, actor=organizer, now=world.clock.now(), registration_id=1, revision=registration.revision)

    await world.running.database.write(work)
    world.running.delivery.wake()
    await world.idle()


async def take_part(world: World) -> tuple[Person, Person]:
    """Let the student register in Kazakh, the guardian agree in Russian, the organizer confirm."""
    student, link = await register_student(world)
    guardian = await consent(world, link)
    await confirm(world)
    await world.travel(to=world.clock.now() + timedelta(minutes=2))
    return student, guardian


async def news(world: World, person: Person, to: datetime) -> list[str]:
    """Travel and return what came into a chat meanwhile."""
    before = len(person.texts())
    await world.travel(to=to)
    return person.texts()[before:]


async def test_the_days_around_the_departure_are_told_to_child_and_guardian(world: World) -> None:
    student, guardian = await take_part(world)
    (evening,) = await news(world, student, local(5, 20))
    assert "сейсенбі, 6 шілде" in evening.lower()
    assert "09:00" in evening
    assert "Форумның ашылу салтанаты" in evening
    assert "Түскі ас" not in evening
    (departure,) = await news(world, guardian, local(6, 7))
    assert "Сегодня день отъезда" in departure
    assert "Сапарова Айым" in departure
    assert "Главные ворота" in departure
    (soon,) = await news(world, student, local(6, 14, 15))
    assert "14:30" in soon
    assert "Жасақпен танысу" in soon
    assert student.has_button(KK("button-my-timetable"))
    await student.press(KK("button-my-timetable"))
    assert "Жасақпен танысу" in student.screen()
    await guardian.press(RU("button-timetable"))
    assert "Знакомство с отрядом" in guardian.screen()


async def test_nothing_is_told_twice_however_often_the_program_starts(polled: World) -> None:
    student, _ = await take_part(polled)
    assert len(await news(polled, student, local(5, 20))) == 1
    count = len(student.texts())
    for minutes in (0, 1, 30):
        await polled.restart()
        await polled.travel(to=local(5, 20) + timedelta(minutes=minutes))
    polled.running.scheduler.tick_now()
    await polled.idle()
    assert len(student.texts()) == count


async def test_after_a_day_without_the_program_only_what_is_of_use_is_told(polled: World) -> None:
    student, guardian = await take_part(polled)
    await polled.travel(to=local(5, 12))
    before = len(student.texts()), len(guardian.texts())
    await polled.stop()
    polled.clock.offset += local(6, 14, 20) - polled.clock.now()
    await polled.start()
    await polled.idle()
    told = student.texts()[before[0] :]
    assert sorted("⏰" in text for text in told) == [False, True], "the day's programme and the session in ten minutes"
    assert all("14:30" in text for text in told)
    assert len(guardian.texts()[before[1] :]) == 1
    rows = await polled.running.database.read(
        lambda tx: tx.connection.execute("SELECT outcome, count(*) FROM reminder_runs GROUP BY outcome").fetchall()
    )
    assert dict(tuple(row) for row in rows)["sent"] >= 3


async def test_a_child_without_a_guardian_is_asked_to_send_the_link_again(polled: World) -> None:
    student, link = await register_student(polled)
    tomorrow = (polled.clock.now().astimezone(ALMATY) + timedelta(days=1)).replace(hour=18, minute=0, second=0)
    (asked,) = await news(polled, student, tomorrow.astimezone(UTC))
    assert "келісімі әлі келмеді" in asked
    await student.press(KK("button-new-guardian-link"))
    guardian = await consent(polled, link_after(student, link))
    assert "организаторы" in guardian.screen()


def link_after(student: Person, link: str) -> str:
    """Return the newest link, which must not be the old one."""
    newest = link_in(student)
    assert newest != link
    return newest


async def test_a_guardian_who_joined_but_did_not_decide_is_asked_and_the_child_is_not(polled: World) -> None:
    student, link = await register_student(polled)
    guardian = polled.person(102)
    await guardian.open(link)
    await guardian.press("Русский")
    count = len(student.texts())
    tomorrow = (polled.clock.now().astimezone(ALMATY) + timedelta(days=1)).replace(hour=18, minute=0, second=0)
    (asked,) = await news(polled, guardian, tomorrow.astimezone(UTC))
    assert "нужно ваше решение" in asked
    assert len(student.texts()) == count
    await guardian.press("Сапарова Айым")
    await guardian.press(RU("button-agree"))


async def open_day(student: Person, label: str) -> None:
    """Open one day of one's own timetable."""
    await student.start()
    await student.press(KK("button-mine"))
    await student.press("Jas Leader")
    await student.press(KK("button-my-timetable"))
    await student.press(label)


async def test_a_place_in_a_workshop_is_taken_and_given_back_in_the_timetable(world: World) -> None:
    student, guardian = await take_part(world)
    await open_day(student, "08.07")
    assert "💺 Бос орын: 40" in student.screen()
    answer = await student.press("✋ Жазылу: 17:40")
    assert "Орын сіздікі" in answer["text"]
    assert KK("seat-is-yours") in student.screen()
    refused = await student.press("✋ Жазылу: 17:40")
    assert (refused["alert"], refused["text"]) == (True, KK("error-session-overlap"))
    (soon,) = [text for text in await news(world, student, local(8, 17, 25)) if "17:40" in text and "⏰" in text]
    assert "клуб" in soon.lower()
    assert guardian.texts()[-1] != soon
    await open_day(student, "08.07")
    await student.press("бас тарту")
    assert KK("seat-is-yours") not in student.screen()


async def test_a_place_is_not_offered_before_the_registration_is_confirmed(polled: World) -> None:
    student, _ = await register_student(polled)
    await open_day(student, "08.07")
    assert not student.has_button("✋")
    assert "💺" in student.screen()


@pytest.mark.parametrize("language", list(Language))
async def test_every_reminder_can_be_shown_in_every_language(polled: World, language: Language) -> None:
    other = polled.newcomer("Other", language.value)
    await arrive(other, language)
    student, link = await register_student(polled, language)
    await consent(polled, link, language)
    await confirm(polled)
    await polled.travel(to=local(5, 20))
    await polled.travel(to=local(6, 7))
    await polled.travel(to=local(6, 14, 15))
    t = words(language)
    assert t("reminder-about", names="") not in "\n".join(student.texts()[-2:])
    assert "14:30" in student.screen()
    failed = await polled.running.database.read(
        lambda tx: tx.connection.execute("SELECT count(*) FROM outbox WHERE state <> 'sent'").fetchone()[0]
    )
    assert failed == 0
