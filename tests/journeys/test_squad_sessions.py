"""A session for a squad: chosen in chat, told to the squad's family and leader, seen in the leader's room."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.actions import loading, mustering
from bot.domain.access import Role
from bot.domain.language import Language
from bot.outgoing import plain
from handlers.callbacks import DeskPress
from storage import accounts, events, registrations
from storage.database import Transaction
from tests.actions.camp import session
from tests.journeys.story import arrive, begin, consent, link_in, words
from tests.journeys.whole_forum import number, press_planted
from tests.seed import NOW, programme
from tests.world import ORGANIZER, Person, World

EVENT = "SELECT id FROM events WHERE code = 'small-2027'"


async def child_of_squad(world: World, language: Language) -> tuple[Person, Person, Person]:
    """Bring a child in the first of two squads, a guardian and the leader, and a hike that is for everybody."""
    today = world.clock.now().date()
    content = programme(audience="minors", mode="first_come")
    event = content["events"][0]
    event["registration"] |= {"opens_on": "2026-01-01", "closes_on": "2099-01-01"}
    event["streams"][0] |= {"starts_on": "2026-01-01", "ends_on": "2099-01-01"}
    event["sessions"] = [session("Hike", (today + timedelta(days=1)).isoformat(), "10:00", "11:00")]
    await world.running.database.write(lambda tx: loading.load(tx, content=content, now=NOW))
    t, student = words(language), world.newcomer("Student", language.value)
    await begin(student, language, "small-2027")
    await student.say("Saparova Aiym")
    await student.press(t("button-submit"))
    mother = await consent(world, link_in(student), language)
    leader = world.newcomer("Leader", language.value)
    await arrive(leader, language)
    await world.running.database.write(lambda tx: fill(tx, world, leader.id))
    return student, mother, leader


def fill(tx: Transaction, world: World, leader: int) -> None:
    now = world.clock.now()
    owner = accounts.find_actor(tx, ORGANIZER, offered=Language.EN, now=now)
    led = accounts.find_actor(tx, leader, offered=Language.EN, now=now)
    assert owner is not None
    assert led is not None
    claim = registrations.get(tx, 1)
    event_id = claim.event_id
    mustering.make(tx, actor=owner, now=now, event_id=event_id, stream_id=claim.stream_id, count=2)
    mustering.move(tx, actor=owner, now=now, registration_id=1, squad_id=1)
    about = {
        "role": Role.LEADER,
        "programme_id": events.get(tx, event_id).programme_id,
        "event_id": event_id,
        "squad_id": 1,
    }
    accounts.add_grant(tx, account_id=led.account_id, granted_by=None, now=now, **about)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", list(Language))
async def test_a_session_given_to_the_other_squad_leaves_the_familys_and_the_leaders_timetable(
    polled: World, language: Language
) -> None:
    t, owner = words(language), polled.person(ORGANIZER)
    await arrive(owner, language)
    student, mother, leader = await child_of_squad(polled, language)
    await leader.say("/menu")
    await leader.press(t("button-leader"))
    await leader.press(t("button-squad-day"))
    print(leader.screen(), leader.labels(), sep="\n")
    assert "Hike" in leader.screen()
    await press_planted(owner, DeskPress(do="more", id=await number(polled, EVENT)).pack())
    await owner.press(t("button-organize-timetable"))
    await owner.press("Hike")
    await owner.press(t("button-session-squads"))
    print(owner.screen(), owner.labels(), sep="\n")
    for called in ("1", "2", "1"):
        await owner.press(plain(t("squad-number", number=called)))
    assert [label[:2] for label in owner.labels()[:2]] == ["▫️", "☑️"]
    await owner.press(t("button-session-squads-done"))
    print(owner.screen(), owner.labels(), sep="\n")
    await owner.press(t("button-session-save"))
    print(owner.screen(), owner.labels(), sep="\n")
    assert f"🚩 {plain(t('squad-number', number='2'))}" in owner.screen()
    await polled.travel(to=polled.clock.now() + timedelta(seconds=61))
    for person in (student, mother, leader):
        assert "Hike" in person.screen()
    await leader.press(t("button-squad-day"))
    print(leader.screen(), leader.labels(), sep="\n")
    assert plain(t("leader-day-none")) in plain(leader.screen())
    await owner.press(t("button-session-squads"))
    await owner.press(plain(t("squad-number", number="1")))
    await owner.press(t("button-session-squads-done"))
    await owner.press(t("button-session-save"))
    await polled.travel(to=polled.clock.now() + timedelta(seconds=61))
    print(leader.screen(), leader.labels(), sep="\n")
    await leader.press(t("button-squad-day"))
    assert "Hike" in leader.screen()
