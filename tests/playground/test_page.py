"""The page in a real browser: what people can do on it, what it must never do, and that the keyboard is enough."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, Route, async_playwright, expect

from bot.playground import Playground
from tests.playground.echo import EchoBot, echoing
from tests.playground.screen import bubble, phone, say, started, tab_back_to

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
STUDENT, GUARDIAN, ORGANIZER = 101, 102, 103
MARKUP = '<b>bold?</b> <img src=x onerror="window.hacked=1"> <script>window.hacked=1</script> &amp;'
FORGERY = "document.querySelector('.log-content').innerHTML = '<img src=\"data:,\" onerror=\"window.hacked=1\">'"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(
        not Path(CHROMIUM).exists(), reason="no Chromium here (set CHROMIUM to its path): the page was not tried"
    ),
]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def playground() -> AsyncIterator[Playground]:
    playground = Playground()
    await playground.start()
    yield playground
    await playground.stop()


@pytest_asyncio.fixture(loop_scope="module")
async def bot(playground: Playground) -> AsyncIterator[EchoBot]:
    async with echoing(playground) as bot:
        yield bot


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, playground: Playground, bot: EchoBot) -> AsyncIterator[Page]:
    """The page in English; a test fails when the browser complained about anything but a forged handler."""
    context = await browser.new_context(locale="en-GB", viewport={"width": 1440, "height": 900})
    context.set_default_timeout(15_000)
    page = await context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    await page.goto(playground.url)
    yield page
    await context.close()
    assert [line for line in complaints if "inline event handler" not in line] == []


async def test_a_sent_text_is_answered(page: Page) -> None:
    column = await started(page)
    await say(column, "Сәлем!")
    await bubble(page, "You said: Сәлем!").wait_for()
    await expect(phone(page, "parent").locator("[data-message-id]")).to_have_count(0)


async def test_a_pressed_button_shows_the_bots_toast(page: Page) -> None:
    column = await started(page)
    await column.locator('button[data-callback="toast"]').click()
    await expect(column.locator("[role=status]")).to_have_text("Pressed toast")
    await expect(column.locator('button[data-callback="toast"]')).to_have_attribute("aria-busy", "false")


async def test_an_alert_covers_its_phone_until_it_is_closed(page: Page) -> None:
    column = await started(page)
    await column.locator('button[data-callback="alert"]').click()
    await expect(column.locator("[role=alertdialog]")).to_contain_text("Pressed alert")
    await column.locator("[data-alert-ok]").click()
    await expect(column.locator("[role=alertdialog]")).to_have_count(0)


async def test_a_button_without_an_answer_is_reported_after_15_seconds(page: Page) -> None:
    column = await started(page)
    await page.clock.install()
    await column.locator('button[data-callback="nothing"]').click()
    await expect(column.locator('button[data-callback="nothing"]')).to_have_attribute("aria-busy", "true")
    await page.clock.fast_forward(14_000)
    await expect(column.locator(".late")).to_have_count(0)
    await page.clock.fast_forward(2_000)
    await expect(column.locator(".late")).to_contain_text("15 s")


async def test_a_reply_button_sends_its_text(page: Page) -> None:
    column = await started(page)
    await column.locator("button[data-reply]", has_text="Yes").click()
    await bubble(page, "You said: Yes").wait_for()


async def test_a_person_shares_the_own_number_or_somebody_elses(page: Page) -> None:
    column = await started(page)
    await column.locator("button[data-reply]", has_text="Share").click()
    await expect(column.locator("[role=dialog]")).to_contain_text("+77010000101")
    await column.locator("[data-share-own]").click()
    await bubble(page, "Own number").wait_for()
    await column.locator("button[data-reply]", has_text="Share").click()
    await column.locator("[data-share-other]").click()
    await column.get_by_label("First name").fill("Ержан")
    await column.get_by_label("Phone number").fill("+77015550000")
    await column.locator("[data-sheet-send]").click()
    await bubble(page, "Foreign number").wait_for()


async def test_a_message_is_changed_and_then_deleted(page: Page) -> None:
    column = await started(page)
    await say(column, "first words")
    await bubble(page, "You said: first words").wait_for()
    own = column.locator(".mine[data-message-id]").filter(has_text="first words")
    await own.hover()
    await own.locator("[data-actions]").click()
    await own.locator('[data-act="edit"]').click()
    await expect(column.locator("textarea[data-input]")).to_have_value("first words")
    await say(column, "better words")
    await bubble(page, "Changed to: better words").wait_for()
    own = column.locator(".mine[data-message-id]").filter(has_text="better words")
    await expect(own.locator("[data-edited]")).to_be_visible()
    await own.hover()
    await own.locator("[data-actions]").click()
    await own.locator('[data-act="delete"]').click()
    await expect(own).to_have_count(0)


async def test_a_deep_link_is_opened_as_the_chosen_persona(page: Page, bot: EchoBot) -> None:
    await started(page)
    me = await bot.call("getMe")
    link = f"https://t.me/{me['username']}?start=child_A1"
    await bot.say(STUDENT, link, reply_markup={"inline_keyboard": [[{"text": "For a parent", "url": link}]]})
    await phone(page).locator("a[data-url]").click()
    await page.locator('[data-open-as="parent"]').click()
    await bubble(page, "Started with [child_A1]", "parent").wait_for()
    await bubble(page, link).locator(".text a").click()
    await page.locator('[data-open-as="organizer"]').click()
    await bubble(page, "Started with [child_A1]", "organizer").wait_for()
    assert len(page.context.pages) == 1


async def test_a_sample_photo_goes_with_the_typed_caption(page: Page) -> None:
    column = await started(page)
    await column.locator("textarea[data-input]").fill("Me")
    await column.locator("[data-attach]").click()
    await column.locator('[data-attach-kind="sample"]').click()
    await bubble(page, 'A photo: "Me"').wait_for()
    width = await column.locator(".photo img").evaluate("image => image.decode().then(() => image.naturalWidth)")
    assert width == 960


async def test_markup_in_a_message_is_shown_as_it_was_written(page: Page, bot: EchoBot) -> None:
    column = await started(page)
    await bot.say(
        STUDENT, MARKUP, reply_markup={"inline_keyboard": [[{"text": MARKUP[:50], "callback_data": MARKUP[:50]}]]}
    )
    await bubble(page, MARKUP).wait_for()
    await say(column, MARKUP)
    await bubble(page, f"You said: {MARKUP}").wait_for()
    assert await column.locator(".log img, .log b, .log script").count() == 0
    assert await page.evaluate("window.hacked") is None


@pytest.mark.parametrize("protected", [True, False])
async def test_even_markup_that_got_into_the_page_runs_nothing(
    page: Page, playground: Playground, protected: bool
) -> None:
    async def without_policy(route: Route) -> None:
        answer = await route.fetch()
        await route.fulfill(response=answer, body=(await answer.text()).replace("Content-Security-Policy", "off"))

    if not protected:
        await page.route(playground.url + "/", without_policy)
    await page.goto(playground.url)
    await phone(page).locator("[data-start]").wait_for()
    await page.evaluate(FORGERY)
    await page.wait_for_timeout(300)
    assert await page.evaluate("window.hacked") == (None if protected else 1)


async def test_links_that_run_code_are_not_followed(page: Page) -> None:
    source = "text => import('/play/static/deeplinks.js').then(links => links.safeHref(text))"
    for address in (
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
    ):
        assert await page.evaluate(source, address) is None, address
    assert await page.evaluate(source, "jazyl.example/a") == "https://jazyl.example/a"


async def test_the_keyboard_alone_is_enough(page: Page) -> None:
    column, keys = phone(page), page.keyboard
    await column.locator("[data-start]").wait_for()
    await keys.press("Alt+1")
    await expect(column.locator("[data-start]")).to_be_focused()
    await keys.press("Enter")
    await bubble(page, "Choose").wait_for()
    await column.locator("textarea[data-input]").wait_for()
    await keys.press("Alt+1")
    await expect(column.locator("textarea[data-input]")).to_be_focused()
    await keys.type("typed")
    await keys.press("Enter")
    await bubble(page, "You said: typed").wait_for()
    await tab_back_to(page, 'button[data-callback="alert"]')
    await keys.press("Enter")
    await expect(column.locator("[data-alert-ok]")).to_be_focused()
    await keys.press("Escape")
    await expect(column.locator('button[data-callback="alert"]')).to_be_focused()
    await tab_back_to(page, "[data-menu]")
    await keys.press("Enter")
    await keys.press("ArrowDown")
    await expect(column.locator('[data-act="edit-persona"]')).to_be_focused()
    await keys.press("Escape")
    await expect(column.locator("[data-menu]")).to_be_focused()


async def test_a_narrow_screen_counts_what_was_not_seen(page: Page, bot: EchoBot) -> None:
    await started(page, "parent")
    await page.set_viewport_size({"width": 420, "height": 860})
    await expect(phone(page, "parent")).to_be_hidden()
    await bot.say(GUARDIAN, "One")
    await bot.say(GUARDIAN, "Two")
    tab = page.locator('[data-tab="parent"]')
    await expect(tab.locator(".count")).to_have_text("2")
    await tab.click()
    await expect(bubble(page, "Two", "parent")).to_be_visible()
    await expect(tab.locator(".count")).to_have_count(0)


async def test_who_reads_older_messages_is_told_of_new_ones_and_not_moved(page: Page, bot: EchoBot) -> None:
    column = await started(page)
    await bot.say(STUDENT, "long\n" * 60)
    await bubble(page, "long").wait_for()
    await column.locator(".log").evaluate("log => { log.scrollTop = 0 }")
    await column.locator(".to-bottom").wait_for()
    await bot.say(STUDENT, "new")
    await expect(column.locator(".to-bottom .count")).to_have_text("1")
    await expect(column.locator(".unread-line")).to_have_count(1)
    assert await column.locator(".log").evaluate("log => log.scrollTop") == 0
    await column.locator(".to-bottom").click()
    await expect(bubble(page, "new")).to_be_in_viewport()
    await expect(column.locator(".to-bottom, .unread-line")).to_have_count(0)


async def test_a_blocked_bot_and_moved_time_are_seen(page: Page, playground: Playground) -> None:
    column = await started(page)
    await column.locator("[data-menu]").click()
    await column.locator('[data-act="block"]').click()
    await column.locator("[data-unblock]").click()
    await expect(column.locator("textarea[data-input]")).to_be_visible()
    await page.locator('[data-tool="time"]').click()
    await page.locator('[data-advance="86400"]').click()
    await expect(page.locator(".clock.shifted")).to_be_visible()
    assert playground.telegram.world.offset == pytest.approx(86_400, abs=1)


async def test_failed_calls_stand_in_the_drawer_with_their_json(page: Page, bot: EchoBot) -> None:
    await page.locator('[data-tool="developer"]').click()
    with pytest.raises(AssertionError, match="chat not found"):
        await bot.say(999, "nobody")
    failed = page.locator('.call.failed[data-call="sendMessage"]')
    await expect(failed).to_contain_text("chat not found")
    await failed.click()
    await expect(page.locator(".call-json")).to_contain_text("nobody")


async def test_a_reset_is_asked_about_first(page: Page) -> None:
    await started(page)
    await page.locator('[data-tool="reset"]').click()
    await page.keyboard.press("Escape")
    await expect(bubble(page, "Choose")).to_be_visible()
    await page.locator('[data-tool="reset"]').click()
    await page.locator("[data-confirm]").click()
    await expect(phone(page).locator("[data-start]")).to_be_visible()


async def test_the_page_speaks_three_languages_completely(page: Page) -> None:
    texts: dict[str, list[str]] = await page.evaluate(
        "import('/play/static/locales.js').then(locales => locales.TEXTS)"
    )
    for key, row in texts.items():
        assert len(row) == 3, key
        assert all(row), key
        assert len({tuple(sorted(part.split("}")[0] for part in text.split("{")[1:])) for text in row}) == 1, key
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    await page.select_option('[data-tool="language"]', "kk")
    await expect(phone(page).locator("[data-start]")).to_have_text("Бастау")
    await page.reload()
    await expect(page.locator("html")).to_have_attribute("lang", "kk")
