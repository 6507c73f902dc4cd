"""What a camp says, in a real browser: a confirmed announcement, an emergency, a moved session, an evening digest.

With PICTURES=folder they are written there; docs/SCREENS.md shows them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from tests.browser.phone import Phone
from tests.browser.pictures import picture
from tests.browser.test_story import EN, RU, agree, confirm, register, travel

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BUS = (
    "Bus 3 leaves at 8:40, gate B",
    "3-автобус 8:40-та В қақпасынан шығады",
    "Автобус 3 отправляется в 8:40 от ворот В",
)
HALL = ("Everybody to the hall, all are safe", "Бәріміз залға жиналамыз, бәрі аман", "Собираемся в зале, все целы")
SOCKS = ("Bring warm socks", "Жылы шұлық ала келіңіздер", "Возьмите тёплые носки")


def test_the_camp_announces_asks_alarms_and_moves(page: Any) -> None:
    student, guardian, organizer = (Phone(page, name) for name in ("student", "parent", "organizer"))
    register(page, student)
    agree(page, student, guardian)
    confirm(page, organizer)
    student.see("расталды")
    guardian.see("подтверждено")
    ask_for_confirmation(page, student, guardian, organizer)
    move_a_session(page, student, organizer)
    gather_until_the_evening(page, guardian, organizer)
    alarm(page, guardian, organizer)


def write(page: Any, organizer: Phone, texts: Sequence[str]) -> None:
    """Write an announcement to the event in three languages."""
    organizer.say("/desk")
    for label in ("Jas Leader", EN("button-announce"), EN("button-broadcast-new")):
        organizer.press(label)
    for language, text in zip(("English", "Kazakh", "Russian"), texts, strict=True):
        organizer.see(f"Type the announcement in {language}")
        organizer.say(text)
        page.wait_for_timeout(300)


def send(page: Any, organizer: Phone) -> None:
    """Look at it, send it, and let the time to undo pass."""
    organizer.press(EN("button-broadcast-check"))
    organizer.press("Send: ")
    organizer.see("30 seconds")
    advance(page)


def advance(page: Any) -> None:
    """Move everybody's time by an hour."""
    page.locator("[data-tool=time]").click()
    page.locator('[data-advance="3600"]').click()
    page.keyboard.press("Escape")


def ask_for_confirmation(page: Any, student: Phone, guardian: Phone, organizer: Phone) -> None:
    """Announce the bus; the student confirms, the parent stays silent, the organizer sees it."""
    write(page, organizer, BUS)
    organizer.press(EN("button-broadcast-reply"))
    organizer.press("remind after 3 h")
    send(page, organizer)
    guardian.see(BUS[2])
    student.see(BUS[1])
    student.press("Түсіндім")
    organizer.see("Confirmed: 1")
    picture(page, "confirmed", organizer)


def move_a_session(page: Any, student: Phone, organizer: Phone) -> None:
    """Move the opening by half an hour; the family reads old and new."""
    organizer.say("/desk")
    for label in (
        "Jas Leader",
        EN("button-more"),
        EN("button-organize-timetable"),
        "Opening",
        EN("button-session-time"),
    ):
        organizer.press(label)
    organizer.say("20:10-21:40")
    organizer.press(EN("button-session-save"))
    advance(page)
    student.see("Кесте өзгерді")
    picture(page, "moved", student)


def gather_until_the_evening(page: Any, guardian: Phone, organizer: Phone) -> None:
    """The parent wants one message in the evening."""
    guardian.say("/notices")
    guardian.press(RU("button-attention-evening"))
    guardian.see("19:00")
    travel(page, "2027-02-01T05:00")
    write(page, organizer, SOCKS)
    send(page, organizer)
    travel(page, "2027-02-01T14:30")
    guardian.see(SOCKS[2])
    picture(page, "digest", guardian)


def alarm(page: Any, guardian: Phone, organizer: Phone) -> None:
    """An emergency reaches the parent at once, whatever was chosen."""
    write(page, organizer, HALL)
    organizer.press(EN("button-broadcast-alarm"))
    organizer.press(EN("button-broadcast-check"))
    organizer.press("🚨 Emergency: ")
    organizer.see("Raise the emergency?")
    organizer.press("YES, send now")
    guardian.see(HALL[2])
    picture(page, "emergency", guardian)
