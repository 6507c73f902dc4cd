"""A child asks the camp in a real browser, in Kazakh: asked, answered by the organizer, rated."""

from __future__ import annotations

from typing import Any

import pytest

from bot.domain.language import Language
from bot.outgoing import plain
from bot.texts import Translator
from tests.browser.phone import Phone

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KK, EN = Translator(Language.KK, strict=True), Translator(Language.EN, strict=True)


def test_a_childs_question_is_asked_answered_and_rated_in_kazakh(page: Any) -> None:
    child, organizer = Phone(page, "student"), Phone(page, "organizer")
    organizer.start()
    organizer.press("English")
    child.start()
    child.press("Қазақша")
    child.press(KK("button-ask-rooms"))
    child.press("✍️ Jas Leader")
    child.see("лагерьдің кемінде екі ересегі")
    child.say("Қай қақпадан кіреміз, айтыңызшы?")
    child.see(plain(KK("thread-waits"))[2:])
    organizer.see("Қай қақпадан кіреміз")
    organizer.press(EN("button-thread-open"))
    organizer.press(EN("button-thread-claim"))
    organizer.press(EN("button-thread-answer"))
    organizer.say("В қақпасы, сағат тоғызда")
    child.see("В қақпасы, сағат тоғызда")
    organizer.press(EN("button-thread-close"))
    child.press("5 ⭐")
    child.see("5-тен 5")
