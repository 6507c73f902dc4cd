"""Filters: on which screen a person is, and what kind of message came."""

from __future__ import annotations

from aiogram.filters import Filter
from aiogram.types import Message

from bot.middlewares.turn import Turn


class At(Filter):
    """Lets a message through when the person is on one of these screens."""

    def __init__(self, *places: str) -> None:
        """Remember the screens' names."""
        self.places = frozenset(places)

    async def __call__(self, message: Message, turn: Turn) -> bool:
        """Compare with the place kept in the account."""
        del message
        return turn.actor.place in self.places


class AnyCommand(Filter):
    """Lets every text through that begins like a command."""

    async def __call__(self, message: Message) -> bool:
        """Look at the first character."""
        return (message.text or "").startswith("/")


class Command(Filter):
    """Lets `/name arguments` through, with or without the bot's name, and gives `argument`."""

    def __init__(self, *names: str) -> None:
        """Remember the commands' names."""
        self.names = frozenset(names)

    async def __call__(self, message: Message) -> bool | dict[str, str]:
        """Compare the first word of the text."""
        text = message.text or ""
        if not text.startswith("/"):
            return False
        word, _, argument = text[1:].partition(" ")
        if word.split("@")[0].lower() not in self.names:
            return False
        return {"argument": argument.strip()[:64]}
