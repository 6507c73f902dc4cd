"""The days of a stream are changed: registered families are told once, a minute later, unless it is taken back."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.language import Language
from handlers.callbacks import DeskPress
from tests.journeys.story import arrive, register_student, words
from tests.journeys.whole_forum import number, press_planted
from tests.world import ORGANIZER, Person, World

EVENT = "SELECT id FROM events WHERE code = 'jlf-2027'"
EN, KK = words(Language.EN), words(Language.KK)


async def test_two_changes_within_a_minute_are_one_message_with_the_old_days_struck_out(polled: World) -> None:
    student, owner = await set_up(polled)
    await change(owner, "starts", "05.07.2027")
    await change(owner, "ends", "20.07.2027")
    assert "1" in owner.screen()
    assert news(student) == []
    await polled.travel(to=polled.clock.now() + timedelta(seconds=61))
    (told,) = news(student)
    assert "6–16" in told
    assert "5–20" in told


async def test_a_date_that_is_brought_back_in_time_is_told_to_nobody(polled: World) -> None:
    student, owner = await set_up(polled)
    await change(owner, "ends", "20.07.2027")
    await owner.press(EN("button-days-undo"))
    await polled.travel(to=polled.clock.now() + timedelta(minutes=5))
    assert news(student) == []


async def test_a_date_that_is_brought_back_too_late_is_told_as_a_change_of_its_own(polled: World) -> None:
    student, owner = await set_up(polled)
    await change(owner, "ends", "20.07.2027")
    await polled.travel(to=polled.clock.now() + timedelta(seconds=61))
    await owner.press(EN("button-days-undo"))
    await polled.travel(to=polled.clock.now() + timedelta(seconds=61))
    first, second = news(student)
    assert first.index("6–16") < first.index("6–20")
    assert second.index("6–20") < second.index("6–16")


async def set_up(world: World) -> tuple[Person, Person]:
    """Register somebody, and let the owner stand at the event's rarer rooms."""
    student, _ = await register_student(world)
    owner = world.person(ORGANIZER)
    await arrive(owner, Language.EN)
    await press_planted(owner, DeskPress(do="more", id=await number(world, EVENT)).pack())
    return student, owner


async def change(owner: Person, end: str, to: str) -> None:
    """Give the first stream another first or last day."""
    await owner.press(EN("button-event-days"))
    marker = EN(f"days-of-{end}", title="|", day="|").split("|")[1]
    await owner.press(marker)
    await owner.say(to)


def news(person: Person) -> list[str]:
    """Return what a person was told of changed days."""
    head = "Өтетін күндері өзгерді"
    return [text for text in person.texts() if head in text]
