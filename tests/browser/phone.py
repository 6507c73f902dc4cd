"""A phone on the playground's page, used as a person would: by what is written on it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

PATIENCE = 15_000
"""Milliseconds until something that should appear has appeared."""


@dataclass
class Phone:
    """One column of the page."""

    page: Any
    persona: str

    @property
    def column(self) -> Any:
        """The part of the page that is this phone."""
        return self.page.locator(f'section[data-persona="{self.persona}"]')

    def start(self) -> None:
        """Press Start."""
        self.column.get_by_role("button", name=re.compile("^(Start|Бастау|Начать|Старт)$")).click()

    def see(self, words: str) -> None:
        """Wait until these words stand in the chat."""
        self.column.locator("[data-message-id]", has_text=words).last.wait_for(timeout=PATIENCE)

    def press(self, label: str) -> None:
        """Press the button with these words on the newest message that has buttons."""
        newest = self.column.locator("[data-message-id]:has(button[data-callback])").last
        newest.locator("button[data-callback]", has_text=label).first.click(timeout=PATIENCE)

    def say(self, text: str) -> None:
        """Type a message and send it."""
        self.column.locator("textarea[data-input]").fill(text)
        self.column.locator("button[data-send]").click()

    def bubbles(self) -> int:
        """Return how many messages are shown."""
        return int(self.column.locator("[data-message-id]").count())
