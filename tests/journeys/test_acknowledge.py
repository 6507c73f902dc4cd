"""An announcement that asks to be confirmed, and an emergency, as the sender and the families live them."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.language import Language
from tests.journeys.story import words
from tests.journeys.test_broadcast import (
    TEXTS,
    family_of,
    go_to_announcements,
    has_ended,
    open_programme,
    organizer_of,
    said,
    send_now,
    until,
    write,
)
from tests.world import Person, World

EN, RU, KK = Language.EN, Language.RU, Language.KK
T = words(EN)


async def come_to_draft(organizer: Person) -> None:
    await write(organizer, TEXTS)
    await organizer.press(T("button-back"))


async def test_got_it_is_pressed_once_and_seen_by_the_sender_as_it_happens(polled: World) -> None:
    organizer = await organizer_of(polled)
    await open_programme(polled)
    english, kazakh, silent = await family_of(polled, [EN, KK], [RU])
    await come_to_draft(organizer)
    await organizer.press(T("button-broadcast-reply"))
    await organizer.press(T("broadcast-reply-hours", hours=3))
    assert said("broadcast-asks-again", hours=3) in organizer.screen()
    await organizer.press(T("button-broadcast-check"))
    await organizer.press("👁 English")
    assert (await organizer.press(T("button-got-it")))["text"] == T("got-it-try")
    await organizer.press(T("button-back"))
    await send_now(polled, organizer)
    await until(lambda: has_ended(polled))
    await until(lambda: said("broadcast-answers", confirmed=0, silent=3) in organizer.screen())
    assert (await kazakh.press("Түсіндім"))["text"] == words(KK)("got-it-thanks")
    assert kazakh.labels() == [words(KK)("button-got-it-done")]
    assert (await kazakh.press("Түсіндім"))["text"] == words(KK)("got-it-already")
    await until(lambda: said("broadcast-answers", confirmed=1, silent=2) in organizer.screen())
    await organizer.press(T("button-broadcast-answers"))
    await organizer.press(T("button-answers-silent", number=2))
    assert "has it" in organizer.screen()
    await organizer.press(T("button-back"))
    await organizer.press(T("button-broadcast-calls"))
    assert said("answers-calls") in organizer.screen()
    noon = (polled.clock.now() + timedelta(hours=48)).replace(hour=7)  # no quiet hour in Almaty
    await polled.travel(to=noon)
    assert len(silent.texts()) == 3  # the language, the announcement, the reminder
    assert words(RU)("broadcast-again").split("</b>")[0].removeprefix("⏰ <b>") in silent.screen()
    await silent.press("Понятно")
    await english.press("Got it")
    await until(lambda: any(said("broadcast-answers", confirmed=3, silent=0) in text for text in organizer.texts()))


async def test_an_emergency_takes_two_red_presses_and_no_time_to_think(polled: World) -> None:
    organizer = await organizer_of(polled)
    await open_programme(polled)
    student, guardian = await family_of(polled, [EN], [RU])
    await go_to_announcements(organizer)
    await come_to_draft(organizer)
    await organizer.press(T("button-broadcast-alarm"))
    await organizer.press(T("button-broadcast-check"))
    assert not organizer.has_button("📣 Send")
    await organizer.press(T("button-broadcast-raise", number=2))
    assert len(student.texts()) == 1  # the language
    await organizer.press(T("button-broadcast-raise-yes", number=2))
    assert student.screen().startswith("🚨 EMERGENCY")
    assert guardian.screen().startswith("🚨 СРОЧНО")
    await student.press("Got it")
    await polled.travel(to=polled.clock.now() + timedelta(minutes=6))
    assert said("notice-broadcast-calls-now", number=1) in organizer.texts()
    await organizer.press(T("button-broadcast-calls"))
    assert said("answers-calls") in organizer.screen()
