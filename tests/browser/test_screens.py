"""The ten screens that are used most, each in the language of whoever looks at it.

With PICTURES=folder they are written there; docs/SCREENS.md shows them.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.phone import Phone
from tests.browser.pictures import picture
from tests.browser.test_story import EN, KK, RU, agree, register

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_ten_screens_that_are_used_most(page: Any) -> None:
    student, guardian, organizer = (Phone(page, name) for name in ("student", "parent", "organizer"))
    register(page, student)
    agree(page, student, guardian)
    for label in (RU("relation-mother"), RU("button-back"), RU("button-consent")):
        guardian.press(label)
    guardian.see(RU("button-withdraw"))
    picture(page, "guardian", guardian)
    page.request.post(page.url.split("/play")[0].rstrip("/") + "/play/api/scenarios/camp-20", data={})
    decide(page, organizer)
    seek(page, organizer)
    hold_the_ticket(page, student)


def decide(page: Any, organizer: Phone) -> None:
    """Look at the event, at who waits, at one registration, and confirm it."""
    organizer.start()
    for label in ("English", EN("button-desk"), "Jas Leader"):
        organizer.press(label)
    organizer.see("To decide: ")
    picture(page, "organizer", organizer)
    organizer.press("To decide")
    organizer.press("Сапарова Айым")
    organizer.see("parent agreed")
    picture(page, "decision", organizer)
    organizer.press(EN("button-confirm"))
    organizer.see("confirmed")


def seek(page: Any, organizer: Phone) -> None:
    """Find a child by Latin letters of the mother's name, and see how many are at which step as a picture."""
    desk(organizer)
    organizer.press(EN("button-find"))
    organizer.see("Whom are we looking for?")
    organizer.say("gulnar")
    organizer.see("Found: ")
    picture(page, "search", organizer)
    desk(organizer)
    for label in (EN("button-more"), EN("button-funnel"), EN("button-funnel-picture")):
        organizer.press(label)
    organizer.column.locator("[data-message-id] img").last.wait_for(timeout=20_000)
    picture(page, "funnel", organizer)


def desk(organizer: Phone) -> None:
    """Go to the event's desk."""
    organizer.say("/desk")
    organizer.press("Jas Leader")


def hold_the_ticket(page: Any, student: Phone) -> None:
    """See where one's registration stands, and the ticket."""
    student.say("/status")
    student.press("Jas Leader форумы")
    student.see("расталды")
    picture(page, "status", student)
    student.press(KK("button-ticket"))
    student.column.locator("[data-message-id] img").last.wait_for(timeout=20_000)
    picture(page, "ticket", student)
