"""A phone on the playground's page, used as a person would: by what is written on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

PATIENCE = 20_000
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
        self.column.locator("[data-start]").click(timeout=PATIENCE)

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

    def share_own_contact(self) -> None:
        """Press the keyboard's button that shares one's own number, and agree."""
        self.column.locator("button[data-reply]").last.click(timeout=PATIENCE)
        self.column.locator("[data-share-own]").click(timeout=PATIENCE)

    def follow_link_as(self, persona: str) -> None:
        """Click the newest link in the chat and open it as somebody else."""
        self.column.locator("[data-message-id] a", has_text="t.me").last.click(timeout=PATIENCE)
        self.page.locator(f'[data-open-as="{persona}"]').click(timeout=PATIENCE)
