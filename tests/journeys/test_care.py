"""Care for data in the chat: who sees health answers, and what no file and no log ever holds."""

from __future__ import annotations

import io
import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog

from bot import log
from bot.actions import drafting, loading
from bot.domain.language import Language
from bot.outgoing import plain
from storage.backup import back_up
from storage.vault import Vault
from tests.journeys.story import arrive, words
from tests.seed import NOW
from tests.storage.clinic import HEALTH, IIN, NAME, PHONE, SECRETS, clinic, found_in
from tests.world import ORGANIZER, STUDENT, Person, World, new_world

EN = words(Language.EN)
EVERYTHING = (NAME, NAME.split()[-1], PHONE, PHONE[2:], IIN, HEALTH)


@pytest.fixture
def loud(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Let the real log say all it can, and listen."""
    root = logging.getLogger()
    handlers, level, hook = root.handlers[:], root.level, sys.excepthook
    heard = io.StringIO()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", heard)
        log.configure(level="DEBUG")
    yield heard
    structlog.reset_defaults()
    root.handlers[:], sys.excepthook = handlers, hook
    root.setLevel(level)
    logging.captureWarnings(capture=False)


async def load_clinic(world: World) -> None:
    """Load the camp that asks about identity and health, open for a long time."""
    content = clinic()
    content["events"][0]["registration"] |= {"opens_on": "2026-01-01", "closes_on": "2100-01-01", "mode": "review"}
    await world.running.database.write(lambda tx: loading.load(tx, content=content, now=NOW))


async def register(world: World) -> Person:
    """Let a student answer everything with the canaries and submit."""
    student = world.person(STUDENT)
    await arrive(student, Language.EN, "e-small-2027")
    await student.press(EN("button-register"))
    for answer in (NAME, PHONE, IIN, HEALTH):
        await student.say(answer)
    assert HEALTH in student.screen()
    await student.press(EN("button-submit"))
    return student


async def open_card(owner: Person) -> None:
    await owner.say("/menu")
    await owner.press(EN("button-desk"))
    await owner.press("Small")
    await owner.press("To decide")
    await owner.press(NAME)


def folder(tmp_path: Path) -> Path:
    """Return a folder without programme files."""
    empty = tmp_path / "programmes"
    empty.mkdir()
    return empty


async def test_an_organizer_sees_that_health_is_hidden_and_a_medic_opens_it_on_record(tmp_path: Path) -> None:
    async with new_world(tmp_path) as world:
        await load_clinic(world)
        await register(world)
        owner = world.person(ORGANIZER)
        await arrive(owner, Language.EN)
        await open_card(owner)
        assert HEALTH not in "".join(owner.texts())
        assert plain(EN("answer-hidden")) in owner.screen()
        assert not owner.has_button(EN("button-health"))
        await owner.press(EN("button-desk-back"))
        await owner.press(EN("button-more"))
        await owner.press(EN("button-team"))
        await owner.press(EN("button-medic-own"))
        await open_card(owner)
        stale = owner.find_button(EN("button-health"))
        await owner.press(EN("button-health"))
        assert HEALTH in owner.screen()
        await owner.press(EN("button-back"))
        assert HEALTH not in owner.screen()
        assert "health answers read" in owner.screen()
        await owner.say("/menu")
        await owner.press(EN("button-desk"))
        await owner.press("Small")
        await owner.press(EN("button-more"))
        await owner.press(EN("button-team"))
        await owner.press(EN("button-medic-own-end"))
        seen = "".join(owner.texts()).count(HEALTH)
        await owner.press_data(*stale)
        assert "".join(owner.texts()).count(HEALTH) == seen, "an old button opens nothing"


async def test_no_log_names_anybody_and_no_file_holds_a_secret_even_when_all_goes_wrong(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, loud: io.StringIO
) -> None:
    async with new_world(tmp_path, programmes=folder(tmp_path)) as world:
        await suffer(world, monkeypatch)
        database = world.running.database.path
        assert found_in(database) == []
        back_up(database, tmp_path / "copy.db")
        assert found_in(tmp_path / "copy.db") == []
    told = loud.getvalue() + "".join(capfd.readouterr())
    assert "update put aside" in told, "the log was listening"
    assert [word for word in EVERYTHING if word in told] == []


async def test_with_sealing_off_the_same_journey_leaves_the_secrets_in_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Vault, "seal", lambda _vault, text, *_place: text)
    async with new_world(tmp_path, programmes=folder(tmp_path)) as world:
        await suffer(world, monkeypatch)
        assert found_in(world.running.database.path) == list(SECRETS)


async def suffer(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Register while Telegram stumbles, refuse answers, and let the program itself fail on a person's words."""
    await load_clinic(world)
    world.telegram.add_fault("500", method="sendMessage")
    student = await register(world)
    world.telegram.add_fault("lost_reply", method="sendMessage")
    await student.say(f"{NAME} {IIN}")
    with monkeypatch.context() as broken:
        broken.setattr(drafting, "begin", fail_on_words)
        await student.say("/start e-small-2027")
        owner = world.person(ORGANIZER)
        await arrive(owner, Language.EN, "e-small-2027")
        await owner.press(EN("button-register"))


def fail_on_words(*_: Any, **__: Any) -> None:
    raise ValueError(f"{NAME} {PHONE} {IIN} {HEALTH}")
