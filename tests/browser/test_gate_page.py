"""The page of a gate without the internet in a real browser: it admits once and keeps it, and the bot reads it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.documents.gate_page import SAID, WORDS, Row, Rules, draw_gate_page
from bot.domain.language import Language
from bot.domain.offline import CHECK_LENGTH, MARK_BYTES, PART, ROUNDS, VERSION, mark_of, read_report
from bot.outgoing import plain
from handlers.gate_callbacks import OfflinePress
from tests.browser.conftest import CHROMIUM
from tests.journeys.story import TYPED, words
from tests.journeys.test_gate import checker
from tests.journeys.test_ticket import confirmed, file_of, open_card, scanned
from tests.journeys.whole_forum import event_of_first, press_planted
from tests.world import Person, World, new_world

pytestmark = [pytest.mark.browser]
EN = words(Language.EN)


@pytest.fixture(autouse=True)
def _needs_a_browser() -> None:
    if not CHROMIUM.exists():
        pytest.skip(f"no Chromium at {CHROMIUM}: install Debian's package chromium, or name another one in CHROMIUM")


def at_the_gate(file: Path, typed: list[str]) -> tuple[list[str], str, list[str]]:
    """Open the page, type codes, close it, open it again; return what it said, its report, and what it asked for."""
    from playwright.sync_api import sync_playwright

    said, asked = [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch_persistent_context(
            str(file.parent / "profile"), executable_path=str(CHROMIUM), args=["--no-sandbox"]
        )
        page = browser.pages[0]
        page.on("request", lambda one: asked.append(one.url))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(file.as_uri())
        for text in typed:
            page.fill("#code", text)
            page.press("#code", "Enter")
            said.append(page.inner_text("#verdict strong"))
            if page.locator("#verdict button").count():
                page.locator("#verdict button").click()
                said.append(page.inner_text("#verdict strong"))
        page.close()
        again = browser.new_page()
        again.goto(file.as_uri())
        again.click("#show")
        report = again.input_value("#report")
        browser.close()
    return said, report, asked


async def list_of(world: World, person: Person, folder: Path) -> Path:
    """Take the list of the gate along; return the file."""
    await person.say("/menu")
    await person.press(EN("button-gates"))
    if not person.has_button(EN("button-offline")):
        await person.press("Jas Leader Forum")
    await person.press(EN("button-offline"))
    await person.press(plain(EN("button-offline-take", gate=EN("gate-kind-arrival"))))
    content = file_of(world, person, "document").data
    assert TYPED[Language.EN].encode() not in content
    (folder / "gate.html").write_bytes(content)
    return folder / "gate.html"


async def test_two_codes_are_typed_without_the_internet_and_the_bot_takes_them_in(tmp_path: Path) -> None:
    async with new_world(tmp_path / "data") as world:
        student, _, organizer = await confirmed(world, Language.EN)
        gatekeeper = await checker(world, Language.EN)
        await open_card(student, Language.EN)
        await student.press(EN("button-ticket"))
        link = scanned(world, student)
        secret = link.split("start=t-")[1]
        (tmp_path / "page").mkdir()
        file = await list_of(world, gatekeeper, tmp_path / "page")
        assert secret[:8] not in file.read_text()
        await press_planted(
            organizer, OfflinePress(do="names", event_id=await event_of_first(world), gate="arrival").pack()
        )
        assert (
            TYPED[Language.EN].encode() in file_of(world, organizer, "document").data
        )  # only who reads lists has names
        typed = [f"{secret[:4]} {secret[4:8]}-{secret[8:12].lower()}", link, secret[:8], "00000000" + "1111", "<b>"]
        said, report, asked = await asyncio.to_thread(at_the_gate, file, typed)
        keys = ("admitted", "already", "unreadable", "unlisted", "noted", "unreadable")
        assert said == [plain(EN(f"offline-say-{key}")) for key in keys]
        assert asked == [file.as_uri()]  # nothing else was asked for by anybody
        assert [one.letters for one in read_report(report).scans] == [None, "000000001111"]
        await gatekeeper.press(EN("button-offline-bring"))
        await gatekeeper.say(report)
        screen = gatekeeper.screen()
        assert plain(EN("offline-admitted", number=1)) in screen
        assert plain(EN("offline-not-good", number=1)) in screen
        assert "000000001111" in screen
        await gatekeeper.say(report)
        assert plain(EN("offline-before", number=2)) in gatekeeper.screen()
        await gatekeeper.press(EN("button-gate-counts"))
        inside: Any = EN("gate-inside", gate=EN("gate-kind-arrival"), number=1, expected=1)
        assert plain(inside) in gatekeeper.screen()
        await gatekeeper.open(link)
        assert "ALREADY" in gatekeeper.screen()


HOSTILE = "<img src=x onerror=alert(1)></script><script>alert(2)</script>"
LETTERS = "K7PQ3XRM9RTA"


def test_an_organizers_list_finds_by_name_and_a_name_is_never_code(tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright

    rules = Rules(
        version=VERSION,
        list_id=7,
        salt="s" * 16,
        rounds=ROUNDS,
        mark_bytes=MARK_BYTES,
        check_length=CHECK_LENGTH,
        part=PART,
        is_daily=False,
        offset=18_000,
        has_names=True,
    )
    rows = (
        Row(number=1, name="Әбіш Айым", squad="3-жасақ", ticket_id=5, mark=mark_of(rules.salt, LETTERS)),
        Row(number=2, name=HOSTILE, since=1_814_848_860),
    )
    texts = {name: name for name in (*WORDS, *SAID)}
    of = {"title": HOSTILE, "subtitle": "", "language": "kk", "texts": texts}
    file = tmp_path / "gate.html"
    file.write_bytes(draw_gate_page(**of, rules=rules, rows=rows))  # type: ignore[arg-type]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        page = browser.new_page()
        alarms: list[str] = []
        page.on("dialog", lambda one: alarms.append(one.message))
        page.goto(file.as_uri())
        said = []
        for typed in ("айым", "onerror"):
            page.fill("#name", typed)
            page.click("#found button")
            said.append(page.inner_text("#verdict"))
        page.fill("#code", LETTERS)
        page.press("#code", "Enter")
        said.append(page.inner_text("#verdict strong"))
        page.click("#show")
        report = read_report(page.input_value("#report"))
        page.click("#newest button")
        said.append(page.inner_text("#verdict strong"))
        can_fetch = page.evaluate("fetch('http://127.0.0.1:9/').then(() => 'yes', (error) => String(error))")
        page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full') } }")
        page.fill("#code", LETTERS)
        page.press("#code", "Enter")
        is_warned = page.locator("#warning").is_visible()
        browser.close()
    assert [one.split("\n")[0] for one in said] == ["admitted", "already", "already", "undone"]
    assert "09:41" in said[1]
    assert [(one.registration_id, one.ticket_id) for one in report.scans] == [(1, None)]
    assert alarms == []
    assert "TypeError" in can_fetch
    assert is_warned
