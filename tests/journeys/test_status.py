"""In every status a registration's card says what happens next and who must act, in three languages."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import registering
from bot.actions.registering import RegistrationCard
from bot.domain.language import Language
from bot.domain.registration import ENDED, Status
from bot.outgoing import Outgoing, plain
from handlers import family
from tests.journeys.story import words
from tests.seed import NOW, meet, open_database, programme, register

NEXT = {
    Language.KK: ("Енді не болады:", "Енді не істеу керек:"),
    Language.RU: ("Что дальше:",),
    Language.EN: ("What next:",),
}
NOTHING = {
    Language.KK: "Сізге ештеңе істеудің қажеті жоқ",
    Language.RU: "От вас ничего не нужно",
    Language.EN: "Nothing is needed from you",
}
READERS: dict[str, dict[str, Any]] = {
    "student": {"is_own": True, "is_guardian": False},
    "guardian": {"is_own": False, "is_guardian": True},
    "guardian who registered a child": {"is_own": True, "is_guardian": True},
}
DEEDS = {
    Status.AWAITING_GUARDIAN: ("button-invite", "button-agree-now"),
    Status.RETURNED: ("button-correct",),
    Status.OFFERED: ("button-offer-take",),
}
"""The buttons by which a reader acts, where somebody in the family must."""


@pytest.fixture
async def card(tmp_path: Path) -> AsyncIterator[RegistrationCard]:
    async with open_database(tmp_path, programme(audience="minors", mode="review")) as database:
        claim = await database.write(lambda tx: register(tx, 1))
        yield await database.write(
            lambda tx: registering.read_card(tx, actor=meet(tx, 1), now=NOW, registration_id=claim.id)
        )


def shown(card: RegistrationCard, status: Status, reader: str, language: Language) -> Outgoing:
    """Return the card of a registration in a status, as somebody reads it."""
    until = NOW + timedelta(days=1) if status is Status.OFFERED else None
    claim = replace(card.registration, status=status, offered_until=until)
    return family.registration(words(language), replace(card, registration=claim, **READERS[reader]))


def problem(card: RegistrationCard, status: Status, reader: str, language: Language) -> str | None:
    """Return a card that leaves somebody wondering, None when all is said."""
    screen = shown(card, status, reader, language)
    text, t = plain(screen.text), words(language)
    labels = {button.text for row in screen.keyboard for button in row}
    acts = any(t(key) in labels for key in DEEDS.get(status, ()))
    is_idle = NOTHING[language] in text
    is_clear = any(begin in text for begin in NEXT[language]) and acts + is_idle <= 1
    return None if is_clear and (acts or is_idle or status in ENDED) else f"{status} {reader}: {text}"


@pytest.mark.parametrize("language", list(Language))
def test_a_card_says_what_happens_next_and_who_must_act(card: RegistrationCard, language: Language) -> None:
    found = [problem(card, status, reader, language) for status in Status for reader in READERS]
    assert [one for one in found if one] == []


def test_two_answers_that_differ_ask_nobody_of_the_family_for_another_consent(card: RegistrationCard) -> None:
    for reader in READERS:
        for language in Language:
            t = words(language)
            screen = shown(replace(card, is_disputed=True), Status.AWAITING_GUARDIAN, reader, language)
            labels = [button.text for row in screen.keyboard for button in row]
            assert t("next-differ") in screen.text
            assert not {t("button-agree-now"), t("button-invite")} & set(labels)
