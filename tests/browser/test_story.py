"""The whole story in a real browser: a student in Kazakh, a parent in Russian, an organizer in English.

With PICTURES=folder the screens the README shows are written there.
"""

from __future__ import annotations

from typing import Any

import pytest

from bot.domain.language import Language
from bot.texts import Translator
from tests.browser.phone import Phone
from tests.browser.pictures import picture

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KK, RU, EN = (Translator(language, strict=True) for language in Language)


def test_the_student_registers_the_parent_consents_the_organizer_confirms_and_announces(page: Any) -> None:
    student, guardian, organizer = (Phone(page, name) for name in ("student", "parent", "organizer"))
    register(page, student)
    agree(page, student, guardian)
    confirm(page, organizer)
    student.see("расталды")
    guardian.see("подтверждено")
    announce(page, organizer)
    student.see("Автобус 8:40-та шығады")
    guardian.see("Автобус отправляется в 8:40")
    travel(page, "2027-07-06T15:00")
    student.see("7 шілде")
    page.wait_for_timeout(800)
    picture(page, "reminder", student)
    picture(page, "three-phones")


def register(page: Any, student: Phone) -> None:
    """Answer the form in Kazakh."""
    student.start()
    for label in ("Қазақша", KK("button-programmes"), "Jas Leader", "Jas Leader форумы", KK("button-register")):
        student.press(label)
    student.press("«Тау»")
    student.see("2/13")
    student.say("Сапарова Айым")
    for label in ("2013", "Мамыр", "17", "Қыздардың"):
        student.press(label)
    student.see("5/13")
    student.press("7")
    student.see("6/13")
    picture(page, "student", student)
    for label in ("Түркістан", "Сарыағаш", "№ 3", "Қазақ тілінде"):
        student.press(label)
    student.see(KK("phone-press-below"))
    student.share_own_contact()
    for label in ("Көшбасшылық", "Командада", "Дайын", "Жоқ", "164"):
        student.press(label)
    student.see("12/13")
    student.say("Жаңа достар тауып, көпшілік алдында сөйлеуге үйренгім келеді")
    student.press(KK("form-agree"))
    picture(page, "review", student)
    student.press(KK("button-submit"))
    student.see(KK("next-awaiting-guardian")[:20].replace("<b>", ""))


def agree(page: Any, student: Phone, guardian: Phone) -> None:
    """Open the child's link as the parent and consent in Russian."""
    student.follow_link_as("parent")
    guardian.press("Русский")
    guardian.see("Согласие на участие")
    picture(page, "parent", guardian)
    guardian.press(RU("button-agree"))
    for asked, label in (
        ("медицинскую помощь", RU("button-optional-yes")),
        ("выезды за пределы", RU("button-optional-yes")),
        ("Фото и видео", "Можно публиковать"),
    ):
        guardian.see(asked)
        guardian.press(label)
    guardian.see("Спасибо!")
    student.see("келісім берді")


def confirm(page: Any, organizer: Phone) -> None:
    """Find the registration on the desk and confirm it in English."""
    organizer.start()
    for label in ("English", EN("button-desk"), "Jas Leader"):
        organizer.press(label)
    organizer.see("To decide: 1")
    picture(page, "organizer", organizer)
    organizer.press("To decide")
    organizer.press("Сапарова Айым")
    organizer.press(EN("button-confirm"))
    organizer.see("confirmed")


def announce(page: Any, organizer: Phone) -> None:
    """Write one announcement in Kazakh and Russian, look at it, send it; the 30 seconds to undo pass by time travel."""
    organizer.say("/desk")
    for label in ("Jas Leader", EN("button-announce"), EN("button-broadcast-new")):
        organizer.press(label)
    organizer.see("Type the announcement in English")
    organizer.say("Bus 3 leaves at 8:40, gate B")
    organizer.see("Type the announcement in Kazakh")
    organizer.say("Автобус 8:40-та шығады, В қақпасы")
    organizer.see("Type the announcement in Russian")
    organizer.say("Автобус отправляется в 8:40, ворота В")
    organizer.press(EN("button-broadcast-check"))
    page.wait_for_timeout(600)
    picture(page, "announcement", organizer)
    organizer.press("Send: ")
    organizer.see("30")
    page.locator("[data-tool=time]").click()
    page.locator('[data-advance="3600"]').click()
    page.keyboard.press("Escape")


def travel(page: Any, moment: str) -> None:
    """Move everybody's time with the toolbar's clock (the browser's zone is UTC)."""
    page.locator("[data-tool=time]").click()
    page.locator("input[name=at]").fill(moment)
    page.locator("[data-go]").click()
    page.keyboard.press("Escape")
