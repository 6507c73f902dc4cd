"""An incident as people live it: noted by a leader, corrected, told to guardians, read by few, the chain checked."""

from __future__ import annotations

from bot.domain.language import Language
from bot.outgoing import plain
from tests.journeys.story import arrive, words
from tests.journeys.test_squads import NAME, invite_leader, load_camp, make_and_spread, owner_at_squads, register_child
from tests.journeys.whole_forum import press_planted
from tests.world import Person, World, buttons

EN, RU, KK = (words(language) for language in (Language.EN, Language.RU, Language.KK))
FIRST, BETTER, SAID = "Тізесін соқты", "Шынтағын соқты", "Айым шынтағын соқты, дәрігер көрді"


async def camp(world: World) -> tuple[Person, Person, Person, Person]:
    """Return a child, its mother (who reads Russian), the owner and a Kazakh leader."""
    await load_camp(world)
    student, mother = await register_child(world)
    owner = await owner_at_squads(world)
    await make_and_spread(owner)
    return student, mother, owner, await invite_leader(world, owner)


async def note(leader: Person, kind: str, text: str) -> None:
    """Note what happened half an hour ago; what is typed is shown before it is written down."""
    await leader.press(KK("button-incident-write"))
    await leader.press(NAME)
    await leader.press(KK(f"incident-kind-{kind}"))
    await leader.press(KK("incident-ago", minutes=30))
    await leader.say(text)
    assert plain(KK("incident-sure")) in plain(leader.screen())
    await leader.press(KK("button-incident-save"))


async def at_the_log(owner: Person) -> None:
    await owner.say("/desk")
    await owner.press("Small")
    await owner.press(EN("button-more"))
    await owner.press(EN("button-incidents"))


async def test_an_accident_is_noted_corrected_told_to_the_mother_and_the_chain_is_whole(polled: World) -> None:
    student, mother, owner, leader = await camp(polled)
    await leader.press(KK("button-incidents"))
    assert plain(KK("incidents-none")) in plain(leader.screen())
    await note(leader, "accident", FIRST)
    assert FIRST in leader.screen()
    await leader.press(KK("button-incident-correct"))
    await polled.restart()
    await leader.say(BETTER)
    await leader.press(KK("button-incident-save"))
    assert plain(KK("incident-corrects", number=1)) in plain(leader.screen())

    await leader.press(KK("button-incident-tell"))
    assert "Mother (Русский)" in plain(leader.screen())
    await leader.press(KK("button-incident-call"))
    assert plain(KK("incident-call-us", name=NAME)) in plain(leader.screen())
    await leader.press(KK("button-incident-text", language="Қазақша"))
    await leader.say(SAID)
    assert SAID in leader.screen()
    assert not any(SAID in text for text in mother.texts())
    await leader.press(KK("button-incident-send", count=1))
    told = plain(next(text for text in mother.texts() if SAID in text))
    assert NAME in told
    assert plain(RU("incident-written-in", language="Қазақша")) in told
    assert not any(SAID in text for text in student.texts())
    assert not leader.has_button(KK("button-incident-tell"))

    await at_the_log(owner)
    await owner.press("№1")
    assert FIRST in owner.screen()
    assert plain(EN("incident-corrected", number=2)) in plain(owner.screen())
    await owner.press(EN("button-incidents-back"))
    await owner.press(EN("button-incident-check"))
    assert "Entries: 2" in plain(owner.screen())


async def test_health_is_hidden_from_organizers_and_strangers_learn_nothing(polled: World) -> None:
    student, mother, owner, leader = await camp(polled)
    await leader.press(KK("button-incidents"))
    await note(leader, "health", FIRST)
    await leader.press(KK("button-incident-tell"))
    await at_the_log(owner)
    await owner.press("№1")
    assert plain(EN("incident-hidden")) in plain(owner.screen())
    assert FIRST not in owner.screen()
    assert not owner.has_button(EN("button-incident-tell"))

    stranger = polled.newcomer("Stranger", "en")
    await arrive(stranger, Language.EN)
    shown = {
        button["callback_data"]
        for person in (owner, leader)
        for message in person.messages()
        for button in buttons(message)
        if button.get("callback_data", "").startswith(("il:", "ie:"))
    }
    assert {one.split(":")[0] for one in shown} == {"il", "ie"}
    for person in (stranger, mother, student):
        for data in (*sorted(shown), "ie:1:open:", "ie:1:correct:", "il:1:save:0::0"):
            await press_planted(person, data)
            assert FIRST not in person.screen()
    assert not any(FIRST in text for text in mother.texts())
