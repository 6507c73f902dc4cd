"""A child is handed over in a real browser: its parent makes the list, staff types the code, the parent is told.

With PICTURES=folder the screens are written there; docs/SCREENS.md shows them.
"""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.browser.phone import Phone
from tests.browser.pictures import picture
from tests.browser.test_story import EN, RU, agree, confirm, register

pytestmark = [pytest.mark.browser, pytest.mark.slow]

AUNT = "Ахметова Сауле"


def test_a_child_is_handed_over_to_an_aunt_whom_its_parent_named(page: Any) -> None:
    student, guardian, organizer = (Phone(page, name) for name in ("student", "parent", "organizer"))
    register(page, student)
    agree(page, student, guardian)
    confirm(page, organizer)
    guardian.see("подтверждено")
    code = name_the_aunt(page, guardian)
    organizer.say("/desk")
    for label in ("Jas Leader", EN("button-more"), EN("button-pickup"), EN("button-pickup-find")):
        organizer.press(label)
    organizer.say("Сапарова")
    organizer.press("Сапарова")
    organizer.see(AUNT)
    picture(page, "pickup", organizer)
    organizer.say("000000" if code != "000000" else "111111")
    organizer.see(EN("pickup-refused-code").split("<b>")[1].split("<")[0])
    organizer.say(code)
    guardian.see("уже не в лагере")
    picture(page, "handed-over", guardian)


def name_the_aunt(page: Any, guardian: Phone) -> str:
    """Put an aunt on the list and return the code for her."""
    guardian.say("/menu")
    for label in (RU("button-children"), "Сапарова", RU("button-pickup-list"), RU("button-pickup-add")):
        guardian.press(label)
    guardian.say(AUNT)
    guardian.press(RU("relation-grandparent"))
    guardian.see("🔢")
    picture(page, "pickup-list", guardian)
    shown = guardian.column.locator("[data-message-id]", has_text="🔢").last.inner_text()
    found = re.search(r"\b\d{3}\s\d{3}\b", shown)
    assert found is not None, shown
    return found[0].replace(" ", "").replace("\u00a0", "")
