"""A lottery in the chat, from its rules to the check by a family: every screen of it, in each language."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.actions import loading
from bot.domain.language import Language
from bot.outgoing import plain
from tests.actions.test_drawing import contest
from tests.journeys import story
from tests.journeys.story import arrive, words
from tests.journeys.test_organizer import later, rows
from tests.seed import NOW
from tests.world import ORGANIZER, Person, World

CLOSED = datetime(2027, 6, 5, 9, 0, tzinfo=UTC)
NAMES = ("Alpha One", "Beta Two", "Gamma Three", "Delta Four")


async def load_contest(world: World, *, hours: int | None) -> None:
    content = contest(capacity=2)
    content["events"][0]["registration"] |= {"opens_on": "2026-01-01", "offers": hours and {"hours": hours}}
    await world.running.database.write(lambda tx: loading.load(tx, content=content, now=NOW))


async def join(world: World, name: str, language: Language, place: int) -> Person:
    person = world.newcomer(name.split(maxsplit=1)[0], language.value)
    await story.begin(person, language, "small-2027")
    await person.say(name)
    await person.press("south" if place % 2 else "north")
    await person.press("girl")
    await person.press(words(language)("button-submit"))
    return person


async def open_room(owner: Person, language: Language) -> None:
    t = words(language)
    await owner.press(t("button-desk"))
    await owner.press("Small")
    await owner.press(t("button-more"))
    await owner.press(t("button-selection"))


def document_of(person: Person, ending: str) -> bytes:
    """Return the newest file with this ending."""
    for message in reversed(person.messages()):
        file = message.get("document")
        if file and file["file_name"].endswith(ending):
            return bytes(person.world.telegram.world.files.find(file["file_id"]).data)
    raise AssertionError(f"no file *{ending}")


async def lottery_of(world: World, language: Language, *, hours: int | None = None) -> tuple[Person, list[Person]]:
    """Let four people register for two places, and the organizer open a lottery with a rule and a public number."""
    await load_contest(world, hours=hours)
    people = [await join(world, name, language, place) for place, name in enumerate(NAMES)]
    await world.travel(to=CLOSED)
    owner, t = world.person(ORGANIZER), words(language)
    await arrive(owner, language)
    await open_room(owner, language)
    await owner.press(t("button-selection-lottery", stream="One"))
    await owner.press(t("button-lottery-region"))
    await owner.press("south")
    await owner.press("+1")
    assert plain(t("lottery-rule-least", value="south", minimum=1)) in owner.screen()
    await owner.press(t("button-lottery-rule-done"))
    await owner.press(t("button-lottery-source"))
    await owner.say("National Bank, dollar, 7 June")
    await owner.press(t("button-lottery-open"))
    await owner.press(t("button-lottery-open-yes"))
    await world.travel(to=world.clock.now())
    return owner, people


@pytest.mark.parametrize("language", list(Language))
async def test_a_lottery_is_opened_drawn_applied_and_checked_by_a_family(
    polled: World, language: Language, tmp_path: Path
) -> None:
    t = words(language)
    owner, people = await lottery_of(polled, language)
    noted = (await rows(polled, "SELECT frozen_sha256 FROM lotteries"))[0][0]
    for number, person in enumerate(people, 1):
        assert noted in person.screen()
        assert str(number) in person.screen()
    await owner.press(t("button-lottery-draw"))
    await owner.say("the dollar")
    assert plain(t("error-lottery-number")) in owner.screen()
    await owner.say("512,30")
    await owner.press(t("button-lottery-draw-yes"))
    assert plain(t("lottery-drawn", winners=2, waitlist=2)) in owner.screen()
    await owner.press(t("button-lottery-list"))
    assert all(name in owner.screen() for name in NAMES)
    await owner.press(t("button-lottery-back"))
    await owner.press(t("button-lottery-picture"))
    await owner.press(t("button-lottery-back"))
    await owner.press(t("button-lottery-apply"))
    await owner.press(t("button-lottery-apply-yes"))
    assert plain(t("lottery-applied", seated=2, waiting=2)) in owner.screen()
    await owner.press(t("button-undo"))
    assert plain(t("lottery-drawn", winners=2, waitlist=2)) in owner.screen()
    await later(polled, 60)
    assert not any("🎉" in text for person in people for text in person.texts())
    await owner.press(t("button-lottery-apply"))
    await owner.press(t("button-lottery-apply-yes"))
    await later(polled, 31)
    counted = await rows(polled, "SELECT status, count(*) FROM registrations GROUP BY status ORDER BY status")
    assert counted == [("confirmed", 2), ("waitlisted", 2)]
    told = {person.id: "🎉" in person.screen() for person in people}
    assert sorted(told.values()) == [False, False, True, True]
    await people[0].press(t("button-lottery-own"))
    await people[0].press(t("button-lottery-check"))
    assert verified(people[0], noted, tmp_path)


def verified(person: Person, noted: str, folder: Path) -> bool:
    """Run what the family was sent, as it was told to."""
    (folder / "published.json").write_bytes(document_of(person, ".json"))
    (folder / "verify.py").write_bytes(document_of(person, ".py"))
    return run_script(folder, noted).returncode == 0


def run_script(folder: Path, noted: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "verify.py", "published.json", noted]
    return subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)


async def test_an_entry_added_or_removed_after_the_closing_is_found_by_the_script(
    polled: World, tmp_path: Path
) -> None:
    t = words(Language.EN)
    owner, people = await lottery_of(polled, Language.EN)
    noted = (await rows(polled, "SELECT frozen_sha256 FROM lotteries"))[0][0]
    await owner.press(t("button-lottery-file"))
    assert noted in owner.screen()
    published: dict[str, Any] = json.loads(document_of(owner, ".json"))
    await people[0].press(t("button-lottery-own"))
    await people[0].press(t("button-lottery-check"))
    assert verified(people[0], noted, tmp_path)
    entries = published["frozen"]["entries"]
    for changed in ([*entries, {"code": "99", "region": "south"}], entries[1:]):
        document = published | {"frozen": published["frozen"] | {"entries": changed}}
        (tmp_path / "published.json").write_text(json.dumps(document))
        found = run_script(tmp_path, noted)
        assert found.returncode == 1
        assert "DOES NOT MATCH: hash" in found.stdout
        assert noted not in found.stdout.splitlines()[0], "the hash of the list is another one"


async def test_winners_of_an_event_with_offers_are_offered_their_places(polled: World) -> None:
    t = words(Language.EN)
    owner, people = await lottery_of(polled, Language.EN, hours=48)
    await owner.press(t("button-lottery-draw"))
    await owner.say("512.3")
    await owner.press(t("button-lottery-draw-yes"))
    await owner.press(t("button-lottery-apply"))
    await owner.press(t("button-lottery-apply-yes"))
    await later(polled, 31)
    winner = next(person for person in people if person.has_button(t("button-offer-take")))
    await winner.press(t("button-offer-take"))
    assert plain(t("status-confirmed")) in winner.screen()


async def test_a_lottery_that_was_opened_by_mistake_is_called_off_and_the_next_has_another_number(
    polled: World,
) -> None:
    t = words(Language.EN)
    owner, _ = await lottery_of(polled, Language.EN)
    await owner.press(t("button-lottery-off"))
    await owner.press(t("button-lottery-off-yes"))
    assert await rows(polled, "SELECT DISTINCT stage FROM streams") == [("open",)]
    await owner.press(t("button-lottery-open"))
    await owner.press(t("button-lottery-open-yes"))
    assert plain(t("lottery-opened", number=2, entries=4, places=2)) in owner.screen()
