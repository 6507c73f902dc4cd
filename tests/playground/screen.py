"""Where things are on the playground's page, and the few steps that most tests of it begin with."""

import pytest
from playwright.async_api import Locator, Page


def phone(page: Page, persona: str = "student") -> Locator:
    return page.locator(f'section[data-persona="{persona}"]')


def bubble(page: Page, text: str, persona: str = "student") -> Locator:
    return phone(page, persona).locator("[data-message-id]").filter(has_text=text).last


async def started(page: Page, persona: str = "student") -> Locator:
    """Press Start and wait until the bot has answered everything."""
    column = phone(page, persona)
    await column.locator("[data-start]").click()
    await bubble(page, "Choose", persona).wait_for()
    return column


async def say(column: Locator, text: str) -> None:
    await column.locator("textarea[data-input]").fill(text)
    await column.locator("button[data-send]").click()


async def tab_back_to(page: Page, selector: str) -> None:
    """Press Shift+Tab until the focus is there; fail when it is never reached."""
    for _ in range(25):
        if await page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        await page.keyboard.press("Shift+Tab")
    pytest.fail(f"{selector} cannot be reached by Tab")
