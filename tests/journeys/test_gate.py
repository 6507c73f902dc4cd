"""At the gate: a ticket lets in once, whoever scans it; the guardian reads that the child has arrived."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.access import Role
from bot.domain.language import Language
from bot.outgoing import plain
from storage import accounts
from storage.database import Transaction
from tests.journeys.story import TYPED, arrive, words
from tests.journeys.test_ticket import confirmed, open_card, scanned
from tests.journeys.whole_forum import programme_of_forum
from tests.world import Person, World


async def checker(world: World, language: Language) -> Person:
    """Bring somebody who checks tickets and sees nothing else."""
    person = world.newcomer("Gatekeeper", language.value)
    await arrive(person, language)
    programme_id = await world.running.database.read(programme_of_forum)
    now = world.clock.now()

    def give(tx: Transaction) -> None:
        actor = accounts.find_actor(tx, person.id, offered=language, now=now)
        assert actor is not None
        given = {"role": Role.CHECKER, "programme_id": programme_id, "granted_by": actor.account_id, "now": now}
        accounts.add_grant(tx, account_id=actor.account_id, **given)  # type: ignore[arg-type]

    await world.running.database.write(give)
    return person


@pytest.mark.parametrize("language", list(Language))
async def test_a_ticket_lets_in_once_whoever_scans_it(polled: World, language: Language) -> None:
    t = words(language)
    student, guardian, organizer = await confirmed(polled, language)
    first, second = await checker(polled, language), await checker(polled, language)
    await open_card(student, language)
    await student.press(t("button-ticket"))
    link = scanned(polled, student)
    for person in (first, second):
        await person.open(link)
        assert TYPED[language] in person.screen()
    await first.press(t("button-let-in"))
    head = plain(t("gate-let-in", gate="|", time="")).split("|")[0]
    assert first.screen().startswith(head)
    assert (await second.press(t("button-let-in")))["text"] == t("gate-already-toast")
    already = plain(t("gate-already", gate="|", time="", by="")).split("|")[0]
    assert second.screen().startswith(already)
    assert "Gatekeeper" in second.screen()
    assert not second.has_button(t("button-let-in-undo"))
    await first.press(t("button-let-in-undo"))
    assert first.has_button(t("button-let-in"))
    await first.press(t("button-let-in"))
    await polled.travel(to=polled.clock.now() + timedelta(seconds=30))
    arrived = plain(t("notice-checked-in", name=TYPED[language], time="|", event="")).split("|")[0]
    assert [text for text in guardian.texts() if text.startswith(arrived)] == [guardian.screen()]
    await second.open(link)
    assert second.screen().startswith(already)
    await second.press(t("button-gate-counts"))
    assert plain(t("gate-inside", gate=t("gate-kind-arrival"), number=1, expected=1)) in second.screen()
    await polled.travel(to=polled.clock.now() + timedelta(seconds=90))
    answer = await first.press(t("button-let-in-undo"))
    assert answer["text"] == plain(t("error-stale"))
    await organizer.say("/menu")
    assert not organizer.has_button(t("button-gates"))


async def test_somebody_without_a_ticket_is_found_by_name_and_counted(polled: World) -> None:
    en = words(Language.EN)
    _, _, organizer = await confirmed(polled, Language.EN)
    gatekeeper = await checker(polled, Language.EN)
    await gatekeeper.say("/menu")
    await gatekeeper.press(en("button-gates"))
    if not gatekeeper.has_button(en("button-gate-find")):
        await gatekeeper.press("Jas Leader Forum")
    assert not gatekeeper.has_button("Not here yet")
    await gatekeeper.press(en("button-gate-find"))
    await gatekeeper.say("nobody at all")
    assert gatekeeper.screen() == plain(en("find-none"))
    await gatekeeper.say("saparova")
    await gatekeeper.press("Saparova")
    assert plain(en("gate-by-name")).split("\n")[0] in gatekeeper.screen()
    assert not gatekeeper.has_button(en("button-open"))
    await organizer.say("/menu")
    await organizer.press(en("button-desk"))
    await organizer.press("Jas Leader Akademiiasy")
    if not organizer.has_button(en("button-more")):
        await organizer.press("Jas Leader Forum")
    await organizer.press(en("button-more"))
    await organizer.press(en("button-gates"))
    await organizer.press(en("button-gate-missing", number=1))
    assert "Saparova" in organizer.screen()
    await gatekeeper.press(en("button-let-in"))
    await organizer.press(en("button-refresh"))
    assert plain(en("gate-missing-none")) in organizer.screen()
    await organizer.press(en("button-back"))
    assert plain(en("gate-inside", gate=en("gate-kind-arrival"), number=1, expected=1)) in organizer.screen()
    await polled.restart()
    await gatekeeper.say("saparova")
    assert gatekeeper.has_button("Saparova")
