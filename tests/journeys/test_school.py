"""A teacher looks after a school: invited, forwards the link, sees who lacks what, reminds; and sees nobody else's."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.domain.language import Language
from bot.outgoing import plain
from handlers.callbacks import CoordinatorPress
from tests.journeys.story import NAMES, answer_all, consent, link_in, words
from tests.journeys.test_organizer import owner_of, rows
from tests.journeys.test_schools import open_schools
from tests.journeys.whole_forum import press_planted
from tests.world import GUARDIAN, ORGANIZER, STUDENT, Person, World, buttons

EN, RU, KK = words(Language.EN), words(Language.RU), words(Language.KK)
SCHOOL = "Abai School-Gymnasium No. 14"


async def coordinator_of(world: World, school: str = SCHOOL, language: Language = Language.EN) -> Person:
    """Let the owner invite somebody to look after a school, and let them come."""
    owner = world.person(ORGANIZER)
    if not owner.messages():
        await owner_of(world)
    await open_schools(owner)
    await owner.say(school)
    await owner.press(school)
    await owner.press(EN("button-coordinators"))
    await owner.press(EN("button-coordinator-invite"))
    teacher = world.newcomer("Teacher", language.value)
    await teacher.open(link_in(owner))
    await teacher.press(NAMES[language])
    return teacher


async def pupil_by(world: World, person: Person, link: str, language: Language) -> None:
    """Register by a school's link; the school is not asked."""
    t = words(language)
    await person.open(link)
    await person.press(NAMES[language])
    await person.press(t("button-register"))
    await answer_all(person, language)


@pytest.mark.parametrize("language", [Language.KK, Language.RU])
async def test_a_teacher_forwards_the_link_and_sees_how_far_everybody_is(world: World, language: Language) -> None:
    t = words(language)
    teacher = await coordinator_of(world, language=language)
    await teacher.press(t("button-school-link"))
    link = link_in(teacher)
    shares = [one["url"] for one in buttons(teacher.messages()[-1]) if "url" in one]
    assert len(shares) == 3
    for url in shares:
        asked = parse_qs(urlsplit(url).query)
        assert asked["url"] == [link]
        assert not re.search(r"[{}<>]", asked["text"][0])
    first, second = world.person(STUDENT), world.newcomer("Second", language.value)
    await pupil_by(world, first, link, language)
    assert "14" in first.screen()
    await first.press(t("button-submit"))
    await second.open(link)
    await second.press(NAMES[language])
    await second.press(t("button-register"))
    await teacher.press(t("button-back"))
    assert plain(t("school-funnel", came="2", began="2", registered="1")) in teacher.screen()
    await teacher.press(t("button-school-pupils"))
    assert plain(t("school-lack-guardian")) in teacher.screen()
    await teacher.press("🔔")
    await teacher.press(t("button-school-remind"))
    await world.travel(to=world.clock.now() + timedelta(hours=14))
    assert any("14" in text and "🏫" in text for text in first.texts()[-2:])
    await teacher.press(t("button-back"))
    await teacher.press(t("button-back"))
    await teacher.press("🔔")
    guardian = await consent(world, link_in(first), language)
    assert guardian.id == GUARDIAN
    await teacher.press(t("button-refresh"))
    assert plain(t("school-stage-pending")) in teacher.screen()
    taken = await rows(
        world, "SELECT q.taken FROM quotas q JOIN org_units u ON u.id = q.unit_id WHERE u.code = 'kz-tur-saryagash-14'"
    )
    assert sorted(taken) == [(0,), (1,)]


async def test_a_link_that_was_renewed_or_closed_leads_nowhere_and_the_newest_does(polled: World) -> None:
    teacher = await coordinator_of(polled)
    await teacher.press(EN("button-school-link"))
    first = link_in(teacher)
    await teacher.press(EN("button-school-renew"))
    await teacher.press(EN("button-school-renew-yes"))
    second = link_in(teacher)
    assert first != second
    late = polled.newcomer("Late", "en")
    await late.open(first)
    await late.press("English")
    assert plain(EN("error-link-unusable")) in late.screen()
    await late.open(second)
    assert late.has_button(EN("button-register"))
    await late.open(second)
    assert await rows(polled, "SELECT uses FROM unit_links WHERE revoked_at IS NULL") == [(1,)]
    await teacher.press(EN("button-school-revoke"))
    await teacher.press(EN("button-school-revoke-yes"))
    nobody = polled.newcomer("Nobody", "en")
    await nobody.open(second)
    await nobody.press("English")
    assert plain(EN("error-link-unusable")) in nobody.screen()


async def test_the_coordinator_of_one_school_gets_nowhere_with_another_and_reads_no_answers(polled: World) -> None:
    teacher = await coordinator_of(polled)
    other = await coordinator_of(polled, "School-Lyceum No. 25")
    await teacher.press(EN("button-school-link"))
    pupil = polled.person(STUDENT)
    await pupil_by(polled, pupil, link_in(teacher), Language.EN)
    await pupil.press(EN("button-submit"))
    ((event_id, unit_id, number),) = await rows(polled, "SELECT event_id, unit_id, id FROM registrations")
    ((own,), _) = await rows(polled, "SELECT unit_id FROM grants WHERE role = 'coordinator' ORDER BY id DESC")
    tries = [
        CoordinatorPress(event_id=event_id, unit_id=unit_id, do=do, id=number).pack()
        for do in ("open", "pupils", "pupil", "remind", "remind-all", "link", "renew", "ask-renew", "revoke")
    ]
    tries += [CoordinatorPress(event_id=event_id, unit_id=own, do=do, id=number).pack() for do in ("pupil", "remind")]
    before = await rows(polled, "SELECT count(*) FROM outbox")
    for data in tries:
        await press_planted(other, data)
        said = " ".join(other.texts()[-1:])
        assert "Saparova" not in said, data
    assert await rows(polled, "SELECT count(*) FROM outbox") == before
    await teacher.press(EN("button-back"))
    await teacher.press(EN("button-school-pupils"))
    everything = " ".join(teacher.texts())
    assert "Saparova" in everything
    (private,) = await rows(polled, "SELECT phone, born_on FROM participants")
    assert any(private)
    assert all(str(value) not in everything for value in private if value)


async def test_a_dismissed_coordinator_sees_nothing_any_more(polled: World) -> None:
    teacher = await coordinator_of(polled)
    owner = polled.person(103)
    await owner.press(EN("button-back"))
    await owner.press("Teacher")
    await owner.press(EN("button-dismiss-yes"))
    assert plain(EN("coordinators-none", unit=SCHOOL)) in owner.texts()
    await teacher.press(EN("button-school-link"))
    assert not teacher.has_button(EN("button-school-renew"))
    await teacher.say("/menu")
    assert not teacher.has_button(EN("button-school"))
