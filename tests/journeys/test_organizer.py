"""An organizer's way: invited by a link, reads, decides, takes back, decides about many, calls guardians."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.actions import loading
from bot.domain.language import Language
from bot.outgoing import plain
from tests.documents.test_upload import PDF
from tests.journeys import story
from tests.journeys.story import arrive, consent, register_student, words
from tests.seed import NOW, programme
from tests.world import ORGANIZER, Person, World

EN, RU, KK = words(Language.EN), words(Language.RU), words(Language.KK)
FORUM = "Jas Leader Forum 2027"


def said(key: str, **arguments: Any) -> str:
    """Return a text as the organizer sees it."""
    return plain(EN(key, **arguments))


async def owner_of(world: World) -> Person:
    """Let the English owner arrive."""
    owner = world.person(ORGANIZER)
    await arrive(owner, Language.EN)
    return owner


async def open_event(organizer: Person, programme_title: str = "Jas Leader Akademiiasy") -> None:
    """Walk from the start to the desk of the programme's only event."""
    await organizer.say("/menu")
    await organizer.press(EN("button-desk"))
    if organizer.has_button(programme_title):
        await organizer.press(programme_title)


async def open_card(organizer: Person, name: str = "Сапарова", status: str = "To decide") -> None:
    """Open a registration from its list."""
    await organizer.press(status)
    await organizer.press(name)


async def later(world: World, seconds: float = 21) -> None:
    """Let the time pass after which a decision is told."""
    await world.travel(to=world.clock.now() + timedelta(seconds=seconds))


async def load_small(world: World, **more: Any) -> None:
    """Load a small programme beside the others."""
    await load(world, programme(mode="review", **more))


async def load(world: World, content: dict[str, Any]) -> None:
    """Load a programme that takes registrations for a long time."""
    content["events"][0]["registration"] |= {"opens_on": "2026-01-01", "closes_on": "2100-01-01"}
    await world.running.database.write(lambda tx: loading.load(tx, content=content, now=NOW))


async def join_small(world: World, name: str, language: Language = Language.EN) -> Person:
    """Let somebody new register for the small programme; the name says who."""
    person = world.newcomer(name.split(maxsplit=1)[0], language.value)
    await story.begin(person, language, "small-2027")
    await person.say(name)
    await person.press(words(language)("button-submit"))
    return person


async def rows(world: World, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    """Read something from the database."""
    return await world.running.database.read(
        lambda tx: [tuple(row) for row in tx.connection.execute(sql, values).fetchall()]
    )


async def test_a_second_organizer_comes_by_a_link_and_confirms_and_the_family_reads_it_in_their_languages(
    world: World,
) -> None:
    student, link = await register_student(world)
    guardian = await consent(world, link)
    owner = await owner_of(world)
    await open_event(owner)
    await owner.press(EN("button-more"))
    link = await story.invite(owner, Language.EN)
    second = world.newcomer("Bob", "en")
    await second.open(link)
    await second.press("English")
    assert said("staff-welcome") == second.screen()
    await second.press(EN("button-desk"))
    assert FORUM in second.screen()
    await second.press(EN("button-more"))
    assert not second.has_button(EN("button-staff-link"))
    await second.press(EN("button-desk-back"))
    await world.idle()
    assert (
        said("notice-staff-joined", name="Bob", programme="Jas Leader Akademiiasy", role="organizer") in owner.texts()
    )
    await open_card(second)
    assert "Consent to take part in the forum: yes" in second.screen()
    assert "Secondary School No. 3" in second.screen()
    await second.press(EN("button-confirm"))
    assert said("decided-confirmed", name="Сапарова Айым") in second.screen()
    assert "расталды" not in student.screen()
    await later(world)
    assert "расталды" in student.screen()
    assert "подтверждено" in guardian.screen()
    assert await rows(world, "SELECT status FROM registrations") == [("confirmed",)]


async def test_a_returned_registration_is_corrected_by_the_student_and_then_confirmed(world: World) -> None:
    student, link = await register_student(world)
    guardian = await consent(world, link)
    owner = await owner_of(world)
    await open_event(owner)
    await open_card(owner)
    await owner.press(EN("button-return"))
    await owner.press(EN("button-return-name"))
    await later(world)
    assert plain(KK("reason-return-name")) in student.screen()
    assert plain(RU("reason-return-name")) in guardian.screen()
    await student.press(KK("button-open"))
    assert plain(KK("reason-return-name")) in student.screen()
    await student.press(KK("button-correct"))
    await student.press(KK("button-edit"))
    await student.press("2. ")
    await student.say("Сапарова Айым Ерланқызы")
    await student.press(KK("button-submit"))
    await open_event(owner)
    await open_card(owner, "Ерланқызы")
    await owner.press(EN("button-confirm"))
    await later(world)
    assert "расталды" in student.screen()
    assert await rows(world, "SELECT status, seat_number FROM registrations") == [("confirmed", 1)]


async def test_a_correction_put_off_can_still_be_made_later(polled: World) -> None:
    await load_small(polled)
    student = await join_small(polled, "Alpha One")
    owner = await owner_of(polled)
    await open_event(owner, "Small")
    await open_card(owner, "Alpha")
    await owner.press(EN("button-return"))
    await owner.press(EN("button-return-name"))
    await later(polled)
    await student.press(EN("button-open"))
    await student.press(EN("button-correct"))
    await student.press(EN("button-cancel-draft"))
    await student.press(EN("button-cancel-draft-yes"))
    await student.say("/status")
    await student.press("Small camp")
    await student.press(EN("button-correct"))
    await student.press(EN("button-submit"))
    assert await rows(polled, "SELECT status FROM registrations") == [("pending",)]


async def test_a_typed_reason_declines_and_the_first_on_the_waitlist_gets_the_seat_and_is_told(polled: World) -> None:
    await load_small(polled, capacity=1)
    first = await join_small(polled, "Alpha One")
    second = await join_small(polled, "Beta Two", Language.RU)
    third = await join_small(polled, "Gamma Three", Language.KK)
    owner = await owner_of(polled)
    await open_event(owner, "Small")
    await open_card(owner, "Alpha")
    await owner.press(EN("button-decline"))
    await owner.say("You are on the jury <this> year")
    assert said("decided-declined", name="Alpha One") in owner.screen()
    assert owner.has_button(said("button-next", name="Beta Two"))
    assert "освободилось место" in second.screen()
    await later(polled)
    assert "You are on the jury <this> year" in first.screen()
    found = await rows(polled, "SELECT status FROM registrations ORDER BY id")
    assert found == [("declined",), ("pending",), ("waitlisted",)]
    await third.say("/status")
    await owner.press("Next: Beta Two")
    assert "Beta Two" in owner.screen()


async def test_a_slip_is_taken_back_before_the_family_reads_of_it(polled: World) -> None:
    await load_small(polled)
    student = await join_small(polled, "Alpha One")
    before = len(student.messages())
    owner = await owner_of(polled)
    await open_event(owner, "Small")
    await open_card(owner, "Alpha")
    for decide in ("button-confirm", "button-decline", "button-return"):
        await owner.press(EN(decide))
        if owner.has_button(EN("button-back")):
            await owner.press(EN({"button-decline": "button-decline-age"}.get(decide, "button-return-words")))
        answer = await owner.press(EN("button-undo"))
        assert answer["text"] == said("decision-undone")
        assert said("case-status-pending") in owner.screen()
    await later(polled, 60)
    assert len(student.messages()) == before
    assert await rows(polled, "SELECT DISTINCT state FROM outbox") == [("stopped",)]


async def test_after_thirty_seconds_a_decision_cannot_be_taken_back(polled: World) -> None:
    await load_small(polled)
    student = await join_small(polled, "Alpha One")
    owner = await owner_of(polled)
    await open_event(owner, "Small")
    await open_card(owner, "Alpha")
    await owner.press(EN("button-confirm"))
    await later(polled, 31)
    answer = await owner.press(EN("button-undo"))
    assert (answer["text"], answer["alert"]) == (said("error-undo-expired"), True)
    assert "confirmed" in student.screen()


async def test_between_the_message_and_the_thirtieth_second_the_family_is_told_of_the_slip(polled: World) -> None:
    await load_small(polled)
    student = await join_small(polled, "Alpha One")
    owner = await owner_of(polled)
    await open_event(owner, "Small")
    await open_card(owner, "Alpha")
    await owner.press(EN("button-confirm"))
    await later(polled, 22)
    await owner.press(EN("button-undo"))
    await polled.idle()
    assert student.screen() == said("notice-decision-undone", name="Alpha One", event="Small camp")


async def test_a_double_press_decides_once_and_an_old_button_shows_how_things_stand(polled: World) -> None:
    await load_small(polled)
    await join_small(polled, "Alpha One")
    owner = await owner_of(polled)
    await open_event(owner, "Small")
    await open_card(owner, "Alpha")
    message_id, data = owner.find_button(EN("button-confirm"))
    polled.telegram.begin_press(owner.id, message_id, data)
    polled.telegram.begin_press(owner.id, message_id, data)
    await polled.idle()
    assert len(await rows(polled, "SELECT id FROM audit WHERE action = 'registration.confirm'")) == 1
    assert len(await rows(polled, "SELECT id FROM outbox")) == 1
    answer = await press_old(polled, owner, data)
    assert answer["text"] == said("error-stale")
    assert said("case-status-confirmed") in owner.screen()


async def test_a_typed_word_decides_nothing_once_the_organizer_has_gone_elsewhere(polled: World) -> None:
    await load_small(polled)
    await join_small(polled, "Alpha One")
    owner = await owner_of(polled)
    await open_event(owner, "Small")
    await open_card(owner, "Alpha")
    await owner.press(EN("button-decline"))
    await owner.press(EN("button-back"))
    await owner.say("Good morning")
    assert await rows(polled, "SELECT status FROM registrations") == [("pending",)]


async def test_a_reason_typed_after_a_restart_is_still_taken(polled: World) -> None:
    await load_small(polled)
    await join_small(polled, "Alpha One")
    owner = await owner_of(polled)
    await open_event(owner, "Small")
    await open_card(owner, "Alpha")
    await owner.press(EN("button-return"))
    await polled.restart()
    await owner.say("Please add your middle name")
    assert said("decided-returned", name="Alpha One") in owner.screen()
    assert await rows(polled, "SELECT status, reason FROM registrations") == [
        ("returned", "Please add your middle name")
    ]


async def test_a_child_without_consent_is_not_confirmed(polled: World) -> None:
    await register_student(polled)
    owner = await owner_of(polled)
    await open_event(owner)
    await open_card(owner, status="Waiting for parents")
    answer = await owner.press(EN("button-confirm"))
    assert (answer["text"], answer["alert"]) == (said("error-consent-missing"), True)
    assert await rows(polled, "SELECT status FROM registrations") == [("awaiting_guardian",)]


async def test_everybody_who_waits_is_confirmed_at_once_and_taken_back_at_once(polled: World) -> None:
    await load_small(polled)
    people = [await join_small(polled, f"{name} One") for name in ("Alpha", "Beta", "Gamma")]
    owner = await owner_of(polled)
    await open_event(owner, "Small")
    await owner.press("To decide")
    await owner.press(said("button-confirm-all", count=3))
    await owner.press(EN("button-bulk-yes"))
    assert said("bulk-done", count=3) == owner.screen()
    await owner.press(EN("button-undo"))
    assert said("bulk-undone", count=3) == owner.screen()
    assert await rows(polled, "SELECT DISTINCT status FROM registrations") == [("pending",)]
    await owner.press(EN("button-list"))
    await owner.press(said("button-confirm-all", count=3))
    message_id, data = owner.find_button(EN("button-bulk-yes"))
    await owner.press_data(message_id, data)
    await later(polled)
    assert all("confirmed" in person.screen() for person in people)
    assert (await press_old(polled, owner, data))["text"] == said("error-stale")
    trail = await rows(polled, "SELECT count(*) FROM audit WHERE action = 'registration.confirm'")
    assert trail == [(6,)]


async def test_a_long_list_has_pages_and_leads_from_one_registration_to_the_next(polled: World) -> None:
    await load_small(polled)
    names = [f"{letter}lpha One" for letter in "ABCDEFGHIJ"]
    for name in names:
        await join_small(polled, name)
    owner = await owner_of(polled)
    await open_event(owner, "Small")
    await owner.press("To decide")
    assert [label for label in owner.labels() if "lpha" in label] == names[:8]
    await owner.press("➡")
    assert [label for label in owner.labels() if "lpha" in label] == names[8:]
    await owner.press(names[9])
    await owner.press(f"Next: {names[0]}")
    assert names[0] in owner.screen()
    await owner.press(f"Next: {names[1]}")
    await owner.press(EN("button-list"))
    assert said("list-page", page=1, pages=2) in owner.screen()


async def test_a_guardian_who_waits_for_a_call_is_called_and_leaves_the_list(polled: World) -> None:
    _, link = await register_student(polled)
    guardian = await consent(polled, link)
    await guardian.press(RU("button-ask-call"))
    await guardian.share_contact()
    owner = await owner_of(polled)
    await open_event(owner)
    await owner.press("Calls to make: 1")
    assert "+7" in owner.screen()
    assert "Сапарова Айым" in owner.screen()
    _, data = owner.find_button("Called")
    await owner.press("Called")
    assert said("calls-none") in owner.screen()
    assert (await press_old(polled, owner, data))["text"] == said("error-stale")
    assert len(await rows(polled, "SELECT id FROM audit WHERE action = 'call.close'")) == 1


async def test_an_answered_file_can_be_looked_at(polled: World) -> None:
    from bot.playground import Upload

    content = programme(mode="review")
    question = {"code": "proof", "kind": "file", "accepts": ["photo", "document"], "title": said_thrice("Diploma?")}
    content["events"][0]["form"]["sections"][0]["questions"].append(question)
    await load(polled, content)
    student = polled.newcomer("Alpha", "en")
    await story.begin(student, Language.EN, "small-2027")
    await student.say("Alpha One")
    paper = Upload(name="diploma.pdf", mime="application/pdf", data=PDF)
    polled.telegram.upload(student.id, [paper], kind="document")
    await polled.idle()
    await student.press(EN("button-submit"))
    owner = await owner_of(polled)
    await open_event(owner, "Small")
    await open_card(owner, "Alpha")
    await owner.press("Diploma?")
    assert owner.messages()[-1]["document"]["file_name"] == "file.pdf"
    await owner.press(EN("button-back"))
    assert said("case-status-pending") in owner.screen()


async def test_the_counts_come_as_a_picture_too_and_the_desk_is_one_press_away(polled: World) -> None:
    await register_student(polled)
    owner = await owner_of(polled)
    await open_event(owner)
    await owner.press(EN("button-desk-chart"))
    assert owner.messages()[-1]["photo"]
    await owner.press(EN("button-desk-back"))
    assert "Places taken: 1 of 250" in owner.screen()


async def test_very_long_answers_are_cut_until_the_screen_fits(polled: World) -> None:
    content = programme(mode="review")
    questions = content["events"][0]["form"]["sections"][0]["questions"]
    questions += [{"code": f"q{n}", "kind": "long_text", "title": said_thrice(f"Question {n}?")} for n in range(9)]
    await load(polled, content)
    student = polled.newcomer("Alpha", "en")
    await story.begin(student, Language.EN, "small-2027")
    await student.say("Alpha One")
    for number in range(9):
        await student.say(f"{number}<&>" * 400)
    await student.press(EN("button-submit"))
    owner = await owner_of(polled)
    await open_event(owner, "Small")
    await open_card(owner, "Alpha")
    shown = owner.screen()
    assert 3000 < len(shown) <= 4096
    assert all(f"Question {n}?" in shown for n in range(9))
    assert said("case-history") in shown


def said_thrice(text: str) -> dict[str, str]:
    return {"kk": text, "ru": text, "en": text}


async def test_a_role_taken_back_closes_the_desk_at_once(polled: World) -> None:
    owner = await owner_of(polled)
    await open_event(owner)
    await owner.press(EN("button-more"))
    link = await story.invite(owner, Language.EN)
    second = polled.newcomer("Bob", "en")
    await second.open(link)
    await second.press("English")
    await second.press(EN("button-desk"))
    _, data = second.find_button("To decide")
    await open_event(owner)
    await owner.press(EN("button-more"))
    await owner.press(EN("button-team"))
    await owner.press("Bob")
    await owner.press(EN("button-dismiss"))
    await owner.press(EN("button-dismiss-yes"))
    assert said("team-none", title="Jas Leader Akademiiasy") == owner.screen()
    answer = await press_old(polled, second, data)
    assert answer["text"] == said("error-not-available")
    assert not second.has_button(EN("button-desk"))
    await second.say("/desk")
    assert said("error-not-available") in second.screen()


async def press_old(world: World, person: Person, data: str) -> Any:
    """Press a button of an old message of the bot."""
    from bot.domain.notice import Priority
    from bot.outgoing import Button, Outgoing

    old = Outgoing(text="…", keyboard=((Button(text="old", data=data),),))
    message_id = await world.running.telegram.send(person.id, old, priority=Priority.REPLY)
    return await person.press_data(message_id, data)


@pytest.mark.parametrize("language", list(Language))
async def test_the_desk_speaks_every_language(polled: World, language: Language) -> None:
    t = words(language)
    await register_student(polled)
    owner = polled.person(ORGANIZER)
    await arrive(owner, language)
    await owner.press(t("button-desk"))
    await owner.press("Jas Leader")
    await owner.press("👪")
    await owner.press("Сапарова")
    for key in ("button-return", "button-decline"):
        await owner.press(t(key))
        await owner.press(t("button-back"))
    await owner.press(t("button-desk-back"))
    await owner.press("📞")
    assert plain(t("calls-none")) in owner.screen()
