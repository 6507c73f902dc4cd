"""The pick-up: a guardian makes the list, staff hands the child over once, the family is told, the child comes back."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from bot.domain import pickup
from bot.domain.language import Language
from bot.outgoing import plain
from handlers.pickup_cards import bar_line
from storage.database import Transaction
from tests.journeys.story import TYPED, words
from tests.journeys.test_gate import checker
from tests.journeys.test_ticket import confirmed, open_card, scanned
from tests.world import Person, World

AUNT = {Language.KK: "Ахметова Сәуле", Language.RU: "Ахметова Сауле", Language.EN: "Akhmetova Saule"}


async def open_list(guardian: Person, language: Language) -> None:
    """Go to the list of who may collect, as a guardian does."""
    t = words(language)
    await guardian.say("/menu")
    await guardian.press(t("button-children"))
    await guardian.press("✅")
    await guardian.press(t("button-pickup-list"))


async def add_aunt(guardian: Person, language: Language) -> str:
    """Put oneself and an aunt on the list; return the aunt's code."""
    t = words(language)
    await open_list(guardian, language)
    await guardian.press(t("button-pickup-self"))
    assert plain(t("pickup-code-own", code="|")).split("|")[0] in guardian.screen()
    await guardian.press(t("button-pickup-to-list"))
    await guardian.press(t("button-pickup-add"))
    await guardian.say("Saule")
    assert guardian.screen() == plain(t("pickup-name-problem"))
    await guardian.say(AUNT[language])
    await guardian.press(t("relation-grandparent"))
    await guardian.press(t("button-pickup-phone"))
    await guardian.say("7")
    assert guardian.screen() == plain(t("pickup-phone-problem"))
    await guardian.say("+7 701 555 44 33")
    code = re.search(r"\b\d{3} \d{3}\b", guardian.screen().split("🔢")[1])
    assert code is not None
    return code[0]


async def to_child(staff: Person, name: str) -> None:
    """Find a child at the pick-up by name."""
    en = words(Language.EN)
    await staff.say("/menu")
    await staff.press(en("button-desk"))
    await staff.press("Jas Leader Akademiiasy")
    if not staff.has_button(en("button-more")):
        await staff.press("Jas Leader Forum")
    await staff.press(en("button-more"))
    await staff.press(en("button-pickup"))
    await staff.press(en("button-pickup-find"))
    await staff.say(name)
    await staff.press(name)


@pytest.mark.parametrize("language", list(Language))
async def test_a_child_is_handed_over_by_the_code_of_somebody_its_guardian_named(
    polled: World, language: Language
) -> None:
    t, en = words(language), words(Language.EN)
    student, guardian, staff = await confirmed(polled, language)
    code = await add_aunt(guardian, language)
    await open_card(student, language)
    assert not student.has_button(t("button-pickup-list"))
    await student.press(t("button-ticket"))
    await staff.open(scanned(polled, student))
    await staff.press(en("button-pickup-child"))
    assert AUNT[language] in staff.screen()
    assert code not in staff.screen()
    await staff.say("000 000" if code != "000 000" else "111 111")
    assert staff.screen().startswith(plain(en("pickup-refused-code")))
    await staff.say(code.replace(" ", ""))
    assert staff.screen().startswith(plain(en("pickup-done", time="|", person="", by="")).split("|")[0])
    assert AUNT[language] in guardian.screen()
    assert TYPED[language] in guardian.screen()
    assert plain(t("pickup-proof-code")) in guardian.screen()
    assert AUNT[language] not in " ".join(student.texts())
    await staff.press(en("button-pickup-undo"))
    assert (
        guardian.screen()
        == plain(t("notice-pickup-undone", name=TYPED[language], event="|")).split("|")[0]
        + (guardian.screen().split(". ")[-1])
    )
    await staff.press(AUNT[language])
    await staff.press(en("button-pickup-document"))
    assert plain(t("pickup-proof-document")) in guardian.screen()
    await polled.travel(to=polled.clock.now() + timedelta(hours=2))
    assert (await staff.press(en("button-pickup-undo")))["text"] == plain(en("error-stale"))
    await staff.press(en("button-pickup-back"))
    assert plain(t("notice-pickup-back", name=TYPED[language], time="|", event="")).split("|")[0] in guardian.screen()


async def test_a_guardian_takes_people_off_the_list_and_lets_the_child_go_alone(polled: World) -> None:
    ru, en = words(Language.RU), words(Language.EN)
    _, guardian, staff = await confirmed(polled, Language.RU)
    await add_aunt(guardian, Language.RU)
    await guardian.press(ru("button-pickup-remove"))
    await guardian.press(ru("button-pickup-restore"))
    await guardian.press(ru("button-pickup-remove"))
    await guardian.press(ru("button-pickup-to-list"))
    assert AUNT[Language.RU] not in guardian.screen()
    await guardian.press(ru("button-pickup-alone"))
    await guardian.press(ru("button-pickup-alone-yes"))
    assert plain(ru("pickup-alone-yes")) in guardian.screen()
    await to_child(staff, TYPED[Language.RU])
    assert not staff.has_button(AUNT[Language.RU])
    await staff.press(en("button-pickup-alone-goes"))
    await staff.press(en("button-pickup-goes-alone"))
    head = plain(ru("notice-pickup-alone", name=TYPED[Language.RU], time="|", by="", event="")).split("|")[0]
    assert guardian.screen().startswith(head)
    await polled.restart()
    assert staff.has_button(en("button-pickup-back"))
    await staff.say("123456")
    assert staff.screen().startswith("🚗")


async def test_an_outsider_gets_the_child_by_two_of_the_staff_and_a_call_and_nobody_barred_does(polled: World) -> None:
    ru, en = words(Language.RU), words(Language.EN)
    _, guardian, staff = await confirmed(polled, Language.RU)
    second = await checker(polled, Language.KK)
    await let_release(polled)
    await to_child(staff, TYPED[Language.RU])
    await staff.press(en("button-pickup-outsider"))
    await staff.say("Omarov Daulet")
    await staff.press(plain(en("button-pickup-reached", name="|")).split("|")[0])
    assert not second.has_button(en("button-pickup-vouch"))
    await second.press(words(Language.KK)("button-open"))
    assert "Omarov Daulet" in second.screen()
    await second.press(words(Language.KK)("button-pickup-vouch"))
    await staff.press(en("button-open"))
    await staff.press(en("button-pickup-document"))
    assert "Omarov Daulet" in guardian.screen()
    assert "Gatekeeper" in guardian.screen()
    await staff.press(en("button-pickup-back"))
    await staff.press(en("button-pickup-bar-name"))
    await staff.say("Омаров Даулет")
    await staff.press(en("pickup-reason-court"))
    assert plain(en("pickup-bars")) in staff.screen()
    assert plain(en("pickup-reason-court")) in staff.screen()
    assert not any("Омаров" in text for text in guardian.texts())
    await staff.press(en("button-pickup-outsider"))
    await staff.say("Omarov Daulet")
    assert staff.screen() == plain(en("error-pickup-barred"))
    await to_child(staff, TYPED[Language.RU])
    await staff.press("🚫 Омаров Даулет")
    await staff.press(en("button-pickup-lift"))
    await guardian.press(ru("button-pickup-lift-yes"))
    assert guardian.screen() == plain(ru("pickup-lifted", name=TYPED[Language.RU]))
    await second.say("/menu")
    await second.press(words(Language.KK)("button-pickup"))
    assert not second.has_button(words(Language.KK)("button-pickup-bar-name"))


async def let_release(world: World) -> None:
    """Let every ticket checker hand children over."""

    def work(tx: Transaction) -> None:
        tx.connection.execute("UPDATE grants SET releases = 1 WHERE role = 'checker'")

    await world.running.database.write(work)


@pytest.mark.parametrize("language", list(Language))
def test_a_chosen_reason_is_read_in_the_language_of_whoever_reads(language: Language) -> None:
    t, person = words(language), pickup.Person(name="Omarov Daulet", reason="#court")
    assert plain(t("pickup-reason-court")) in plain(bar_line(t, person))
    assert "#evening" in bar_line(t, pickup.Person(name="Omarov Daulet", reason="#evening"))  # typed by somebody
