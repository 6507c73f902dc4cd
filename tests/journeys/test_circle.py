"""Who is linked to a child: a second parent, a limit that only staff sees, the way out, the child's own telephone."""

from __future__ import annotations

from typing import Any

import pytest

from bot.actions import guessing
from bot.domain.language import Language
from bot.domain.tokens import hash_of
from bot.telegram import plain
from tests.journeys import story
from tests.journeys.story import NAMES, arrive, consent, link_in, register_student, words
from tests.journeys.test_children import NAMES as CHILDREN
from tests.journeys.test_children import agree, fill_in, rows
from tests.world import GUARDIAN, ORGANIZER, Person, World

RU, KK, EN = words(Language.RU), words(Language.KK), words(Language.EN)


async def second_parent(world: World, mother: Person) -> Person:
    """Let the mother make a link for the father, and the father open it."""
    await mother.press(RU("button-circle"))
    await mother.press(RU("button-second-guardian"))
    father = world.newcomer("Father", "ru")
    await father.open(link_in(mother))
    await father.press(NAMES[Language.RU])
    return father


async def at_the_guardians(world: World, name: str) -> Person:
    """Let an organizer open one of the guardians of the first registration."""
    organizer = world.person(ORGANIZER)
    await arrive(organizer, Language.EN)
    await press_new(organizer, "x:1:0:open")
    await organizer.press("Guardians:")
    await organizer.press(name)
    return organizer


async def press_new(person: Person, data: str) -> Any:
    """Press a button that stands on no screen of this test."""
    message = person.messages()[-1]["message_id"]
    update = {
        "callback_query": {
            "id": f"{person.id}-{person.deeds}-{data}",
            "from": {"id": person.id, "is_bot": False, "first_name": "P"},
            "message": {"message_id": message, "date": 1, "chat": {"id": person.id, "type": "private"}, "text": "."},
            "chat_instance": "1",
            "data": data,
        }
    }
    person.deeds += 1
    person.world.telegram.push_raw_update(update)
    await person.world.idle()


async def test_the_first_guardian_lets_a_second_one_in_and_both_say_who_they_are(polled: World) -> None:
    _, link = await register_student(polled)
    mother = await consent(polled, link)
    assert plain(RU("relation-question", name="Сапарова Айым")) in mother.screen()
    await mother.press(RU("relation-mother"))
    assert plain(RU("relation-mother")) in mother.screen()
    await mother.press(RU("button-back"))
    father = await second_parent(polled, mother)
    assert "Сапарова Айым" in father.screen()
    found = await rows(polled, "SELECT relation, is_primary FROM guardian_links ORDER BY id")
    assert found == [("mother", 1), (None, 0)]


async def test_a_limited_guardian_is_refused_with_the_words_for_strangers(polled: World) -> None:
    _, link = await register_student(polled)
    mother = await consent(polled, link)
    father = await second_parent(polled, mother)
    stranger = polled.newcomer("Stranger", "ru")
    await arrive(stranger, Language.RU)
    organizer = await at_the_guardians(polled, "Father")
    await organizer.press(EN("button-limit-know"))
    await organizer.press(EN("limit-reason-court"))
    assert plain(EN("ward-may-not-know")) in organizer.screen()
    assert "Court order" in organizer.screen()
    buttons = [f"c:1:9:{do}:0" for do in ("open", "agree", "call", "refuse")]
    buttons += [f"r:1:0:{do}" for do in ("open", "cancel", "cancel-yes", "invite")]
    buttons += [f"C:1:{do}" for do in ("open", "is-father", "leave-yes", "invite", "hand-over")]
    buttons += ["k:1:pdf", "k:1:ticket", "v:1:0:take"]
    for data in buttons:
        assert await told(father, data) == await told(stranger, data), data
    assert not father.has_button(RU("button-children"))
    await press_new(organizer, "W:1:2:lift")
    assert plain(EN("ward-may-not-know")) not in organizer.screen()
    await press_new(father, "C:1:open")
    assert "Сапарова Айым" in father.screen()


async def told(person: Person, data: str) -> list[tuple[str, Any]]:
    """Return what the bot answered to a press, without what differs by the person."""
    telegram = person.world.telegram
    last = telegram.calls()[-1].n
    await press_new(person, data)
    ours = [
        one
        for one in telegram.calls(last)
        if one.chat_id == person.id or str(one.request.get("callback_query_id", "")).startswith(str(person.id))
    ]
    texts = [str(one.request.get("text", "")).replace("Father", "X").replace("Stranger", "X") for one in ours]
    return list(zip([one.method for one in ours], texts, strict=True))


async def test_the_family_does_not_see_that_somebody_is_limited(polled: World) -> None:
    student, link = await register_student(polled)
    mother = await consent(polled, link)
    await second_parent(polled, mother)
    organizer = await at_the_guardians(polled, "Father")
    await organizer.press(EN("button-limit-know"))
    await organizer.say("A paper of the court, 12 March")
    assert "12 March" in organizer.screen()
    for person in (mother, student):
        await press_new(person, "C:1:open")
        assert "Father" in person.screen()
        assert "12 March" not in person.screen()
        assert "🚫" not in person.screen()


async def test_a_child_takes_its_registration_over_when_the_guardian_confirms(polled: World) -> None:
    mother = polled.person(GUARDIAN)
    await arrive(mother, Language.RU, "e-jlf-2027")
    await mother.press(RU("button-register-child"))
    await fill_in(mother, CHILDREN[0])
    await mother.press(RU("button-submit"))
    await agree(mother)
    await mother.press(RU("button-circle"))
    await mother.press(RU("button-hand-over"))
    link = link_in(mother)
    child = polled.newcomer("Aiym", "kk")
    await child.open(link)
    await child.press(NAMES[Language.KK])
    assert "растауын күтеміз" in child.screen()
    assert "Aiym" in mother.screen()
    await press_new(child, "T:1:yes")
    assert await rows(polled, "SELECT account_id FROM participants") == [(None,)]
    await mother.press(RU("button-takeover-yes"))
    assert "сіздің чатыңызда" in child.screen()
    await child.press(KK("button-open"))
    assert child.has_button(KK("button-my-timetable"))
    await press_new(mother, "r:1:0:open")
    assert CHILDREN[0] in mother.screen()
    assert not mother.has_button(RU("button-cancel-of-child"))
    stranger = polled.newcomer("Stranger", "ru")
    await arrive(stranger, Language.RU, link.split("start=")[1])
    assert RU("error-link-unusable") in stranger.screen()


async def test_the_only_guardian_of_a_child_without_a_telephone_cannot_leave(polled: World) -> None:
    mother = polled.person(GUARDIAN)
    await arrive(mother, Language.RU, "e-jlf-2027")
    await mother.press(RU("button-register-child"))
    await fill_in(mother, CHILDREN[0])
    await mother.press(RU("button-submit"))
    await mother.press(RU("button-circle"))
    await mother.press(RU("button-leave-child"))
    answer = await mother.press(RU("button-leave-child-yes"))
    assert str(RU("error-last-guardian"))[:40] in str(answer)
    assert await rows(polled, "SELECT ended_at FROM guardian_links") == [(None,)]


async def test_guessed_links_are_throttled_and_a_right_one_is_not_looked_up_in_a_pause(polled: World) -> None:
    _, link = await register_student(polled)
    guesser = polled.newcomer("Guesser", "ru")
    await arrive(guesser, Language.RU)
    for number in range(guessing.FREE_MISSES + 1):
        await guesser.start(f"g-{hash_of(str(number))[:22]}")
        assert RU("error-link-unusable") in guesser.screen()
    await guesser.open(link)
    assert RU("error-links-paused") in guesser.screen()
    assert await rows(polled, "SELECT count(*) FROM guardian_links") == [(0,)]
    mother = await story.consent(polled, link)
    assert "организаторы" in mother.screen()


@pytest.mark.parametrize("forwarded", [False, True])
async def test_only_ones_own_contact_is_taken_as_the_telephone_of_a_guardian(polled: World, *, forwarded: bool) -> None:
    _, link = await register_student(polled)
    mother = polled.person(GUARDIAN)
    await mother.open(link)
    await mother.press(NAMES[Language.RU])
    await mother.press(RU("button-ask-call"))
    if forwarded:
        polled.telegram.push_raw_update(forwarded_contact(mother))
        await polled.idle()
    else:
        await mother.share_contact(own=False)
    assert RU("problem-phone-not-own") in mother.screen()
    assert await rows(polled, f"SELECT phone FROM accounts WHERE telegram_id = {GUARDIAN}") == [(None,)]  # noqa: S608


def forwarded_contact(person: Person) -> dict[str, Any]:
    """Return one's own contact that somebody else had sent before."""
    return {
        "message": {
            "message_id": 9_000,
            "date": 1,
            "chat": {"id": person.id, "type": "private"},
            "from": {"id": person.id, "is_bot": False, "first_name": "P"},
            "forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "X"},
            "contact": {"phone_number": "+77010000077", "first_name": "P", "user_id": person.id},
        }
    }
