"""Roles for a part and a time, as people live them: invited, looking, on the trail, told of the end, leaving."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.language import Language
from bot.outgoing import plain
from tests.journeys.story import arrive, consent, invite, link_in, register_student, words
from tests.world import ORGANIZER, Person, World

EN = words(Language.EN)


async def owner_at_the_team(world: World) -> Person:
    """Let the owner come to the room where colleagues are invited."""
    owner = world.person(ORGANIZER)
    await arrive(owner, Language.EN)
    await to_the_rooms(owner)
    return owner


async def to_the_rooms(owner: Person) -> None:
    """Go to the forum's rarer rooms."""
    await owner.say("/desk")
    await owner.press("Jas Leader")
    await owner.press(EN("button-more"))


async def joined(world: World, owner: Person, role: str) -> Person:
    """Invite somebody for the whole programme, who comes."""
    link = await invite(owner, Language.EN, role)
    person = world.newcomer("Bob", "en")
    await person.open(link)
    await person.press("English")
    return person


def commands(world: World, person: Person) -> list[str]:
    """Return the commands that were set for one chat last."""
    calls = [call for call in world.telegram.calls() if call.method in ("setMyCommands", "deleteMyCommands")]
    own = [call for call in calls if (call.request.get("scope") or {}).get("chat_id") == person.id]
    return [one["command"] for one in own[-1].request.get("commands", ())] if own else []


async def test_a_viewer_of_one_region_is_invited_in_five_presses_and_sees_that_region_only(polled: World) -> None:
    student, _ = await register_student(polled, Language.EN)
    del student
    owner = await owner_at_the_team(polled)
    await owner.press(EN("button-staff-link"))
    await owner.press(EN("button-invite-role", role=EN("role-viewer")))
    await owner.press(EN("button-part-branch"))
    away = "Shymkent"
    await owner.press(away)
    await owner.press("All of it")
    await owner.press(EN("button-days", days=7))
    assert "Only: " in owner.screen()
    viewer = polled.newcomer("Bob", "en")
    await viewer.open(link_in(owner))
    await viewer.press("English")
    assert viewer.screen() == plain(EN("viewer-welcome"))
    await viewer.press(EN("button-desk"))
    assert "Only: " in viewer.screen()
    assert away in viewer.screen()
    assert viewer.has_button("To decide: 0")
    assert not viewer.has_button("Waiting for a parent")
    assert not viewer.has_button(EN("button-table"))
    assert not viewer.has_button(EN("button-more"))


async def test_a_viewer_opens_a_registration_and_finds_nothing_to_decide(polled: World) -> None:
    _, link = await register_student(polled, Language.EN)
    await consent(polled, link, Language.EN)
    owner = await owner_at_the_team(polled)
    viewer = await joined(polled, owner, "viewer")
    await viewer.press(EN("button-desk"))
    await viewer.press("To decide")
    await viewer.press("Saparova")
    assert "Saparova Aiym" in viewer.screen()
    for key in ("button-confirm", "button-return", "button-decline", "button-trail"):
        assert not viewer.has_button(EN(key)), key


async def test_the_owner_reads_who_looked_and_the_family_by_which_role(polled: World) -> None:
    student, link = await register_student(polled, Language.EN)
    await consent(polled, link, Language.EN)
    owner = await owner_at_the_team(polled)
    viewer = await joined(polled, owner, "viewer")
    await viewer.press(EN("button-desk"))
    await viewer.press("To decide")
    await viewer.press("Saparova")
    await owner.say("/desk")
    await owner.press("Jas Leader")
    await owner.press("To decide")
    await owner.press("Saparova")
    await owner.press(EN("button-trail"))
    assert "looked at · Bob (viewer)" in owner.screen()
    assert "(owner)" in owner.screen()
    await student.say("/mydata")
    assert plain(EN("data-seen")) in student.screen()
    assert "viewer, Saparova Aiym" in student.screen()
    assert "Bob" not in student.screen()


async def test_what_a_searcher_typed_is_not_in_the_trail(polled: World) -> None:
    await register_student(polled, Language.EN)
    owner = await owner_at_the_team(polled)
    await owner.press(EN("button-desk-back"))
    await owner.press(EN("button-find"))
    await owner.say("Saparova")
    assert owner.has_button("Saparova")
    rows = await polled.running.database.read(
        lambda tx: tx.connection.execute("SELECT action, data FROM audit").fetchall()
    )
    searches = [row["data"] for row in rows if row["action"] == "registrations.search"]
    assert len(searches) == 1
    assert '"length":8' in searches[0].replace(" ", "")
    assert not any("aparova" in row["data"] for row in rows)


async def test_the_menu_of_commands_follows_the_role(polled: World) -> None:
    owner = await owner_at_the_team(polled)
    checker = await joined(polled, owner, "checker")
    assert checker.screen() == plain(EN("checker-welcome"))
    assert polled.running.menus is not None
    await polled.running.menus.look()
    assert commands(polled, owner)[:2] == ["desk", "ticket"]
    assert commands(polled, checker)[:2] == ["ticket", "menu"]
    await to_the_rooms(owner)
    await owner.press(EN("button-team"))
    await owner.press("Bob")
    await owner.press(EN("button-dismiss"))
    await owner.press(EN("button-dismiss-yes"))
    await polled.running.menus.look()
    assert commands(polled, checker) == []
    assert commands(polled, owner) != []


async def test_a_role_is_changed_told_of_its_end_and_over_at_its_end(polled: World) -> None:
    owner = await owner_at_the_team(polled)
    person = await joined(polled, owner, "viewer")
    await to_the_rooms(owner)
    await owner.press(EN("button-team"))
    await owner.press("Bob")
    await owner.press(EN("button-make-role", role=EN("role-organizer")))
    assert "For: Bob" in owner.screen()
    await owner.press(EN("button-vouch-confirm-own"))
    await owner.press(EN("button-vouch-go-role"))
    await owner.press(EN("button-role-end"))
    await owner.press(EN("button-days", days=1))
    assert plain(EN("role-organizer-may")) in owner.screen()
    await person.say("/desk")
    assert person.has_button(EN("button-announce"))
    await polled.travel(to=polled.clock.now() + timedelta(minutes=11))
    await polled.idle()
    assert any("Your role ends" in text for text in person.texts())
    assert sum("Your role ends" in text for text in person.texts()) == 1
    await polled.travel(to=polled.clock.now() + timedelta(days=1))
    await person.say("/desk")
    assert plain(EN("error-not-available")) in person.screen()


async def test_staff_leave_the_team_by_a_button_and_can_then_be_forgotten(polled: World) -> None:
    owner = await owner_at_the_team(polled)
    person = await joined(polled, owner, "organizer")
    await person.say("/forget")
    assert person.screen() == plain(EN("leave-question"))
    await person.press(EN("button-leave"))
    assert person.screen() == plain(EN("leave-done"))
    assert any("has left the team" in text for text in owner.texts())
    await person.press(EN("button-forget"))
    assert person.has_button(EN("button-forget-go-on"))
    await person.say("/desk")
    assert plain(EN("error-not-available")) in person.screen()


async def test_an_owner_cannot_leave_by_the_button_of_others(polled: World) -> None:
    owner = await owner_at_the_team(polled)
    await owner.say("/forget")
    assert plain(EN("error-staff-cannot-forget")) in owner.screen()
    assert not owner.has_button(EN("button-leave"))
