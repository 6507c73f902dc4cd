"""People with a phone who do what people do: mostly what they came for, sometimes anything at all.

Always true: everything they do goes through Telegram, by a button that is on their screen or was once, or by a message.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from typing import Any

from bot.playground.errors import PlayError
from bot.playground.telegram import Telegram as Town
from tests.world import buttons

LINK = re.compile(r"https://t\.me/\S+\?start=(\S+)")
NAMES = ("Saparova Aiym", "Omarov Dias", "Kim Alina", "Bek Nurlan", "Sadyk Aruzhan", "Ivanova Olga")
REMARKS = ("Hello", "?", "Сәлем", "17.05.2013", "<b>", "/start", "/help", "x" * 300)
WHIMS = ("r:.*:cancel-yes", "r:.*:cancel", "v:.*:pass-yes", "v:.*:pass", "c:.*:no-", "c:.*:refuse")
"""Buttons of people who change their mind."""
HEAVY = ("k:", "m:")
"""Buttons that draw documents: too slow to press by chance."""


@dataclass
class Somebody:
    """One person; `wants` are the beginnings of the buttons they are looking for, the most wanted first."""

    town: Town
    id: int
    wants: tuple[str, ...]
    start: str = ""
    shy: float = 0.25
    """How often they do something that leads nowhere."""
    deeds: int = 0
    links: list[str] = field(default_factory=list)

    def live(self, dice: random.Random) -> str:
        """Do one thing and return its name."""
        self.deeds += 1
        try:
            return self._live(dice)
        except PlayError:  # an old button that is not there any more
            return "nothing"

    def _live(self, dice: random.Random) -> str:
        person = self.town.world.people[self.id]
        if person.blocked or not person.started:
            self.town.start(self.id, self.start)
            return "start"
        if dice.random() < 0.004:
            self.town.block(self.id)
            return "block"
        if dice.random() < self.shy * 0.3:
            return self._say_anything(dice)
        shown = self._shown()
        if not shown or (dice.random() < 0.9 and self._is_asked_for_a_name()):
            self.town.send_text(self.id, dice.choice(NAMES))
            return "say"
        message, pressed = self._choose(shown, dice)
        for _ in range(2 if dice.random() < 0.1 else 1):
            self.town.begin_press(self.id, message["message_id"], pressed)
        return f"press {pressed[:2]}"

    def _choose(self, shown: list[tuple[dict[str, Any], str]], dice: random.Random) -> tuple[dict[str, Any], str]:
        """Return the button to press: a wanted one of the newest screen, or any."""
        newest = [one for one in shown if one[0] is shown[-1][0]]
        if dice.random() >= self.shy:
            for wanted in (*(WHIMS if dice.random() < 0.15 else ()), *self.wants):
                fits = [one for one in newest if re.match(wanted, one[1])]
                if fits:
                    return dice.choice(fits)
        light = [one for one in (newest if dice.random() < 0.7 else shown) if not one[1].startswith(HEAVY)]
        return dice.choice(light or newest)

    def _say_anything(self, dice: random.Random) -> str:
        if dice.random() < 0.3:
            self.town.start(self.id, dice.choice(["", self.start, "g-guess", "e-nowhere"]))
            return "start"
        self.town.send_text(self.id, dice.choice(REMARKS))
        return "say"

    def _shown(self) -> list[tuple[dict[str, Any], str]]:
        """Return every button on the last screens; nothing when the last message asks for words."""
        said = [one for one in list(self.town.world.chats[self.id].messages.values())[-12:] if self._is_bots(one)]
        if said and not buttons(said[-1]):
            return []
        return [(one, button["callback_data"]) for one in said for button in buttons(one) if "callback_data" in button]

    def _is_asked_for_a_name(self) -> bool:
        said = [one for one in self.town.world.chats[self.id].messages.values() if self._is_bots(one)]
        return bool(said) and "✍️" in said[-1].get("text", "")

    def _is_bots(self, message: dict[str, Any]) -> bool:
        return bool(message["from"]["id"] == self.town.world.bot.id)

    def invitations(self) -> list[str]:
        """Return the links this person was given and has not handed on."""
        found = []
        for message in self.town.world.chats[self.id].messages.values():
            text = message.get("text") or ""
            for parameter in LINK.findall(text) if self._is_bots(message) else ():
                if parameter not in self.links:
                    self.links.append(parameter)
                    found.append(parameter)
        return found


def student(town: Town, number: int, shy: float) -> Somebody:
    """Return somebody who wants to go to the camp."""
    town.create_user(first_name=f"Student {number}", id=1000 + number, language_code="en", phone=f"+7701{number:07}")
    offers, form = ("v:.*:take", "v:.*:again"), ("a:", "f:.*:submit", "f:.*:(resume|onward)")
    wants = ("l:en", *offers, *form, "r:.*:(correct|open)", "e:1:register", "e:1:card", "p:1", "h:programmes")
    return Somebody(town, 1000 + number, wants, start="e-small-2027", shy=shy)


def guardian(town: Town, number: int, link: str, shy: float) -> Somebody:
    """Return somebody who was given a link."""
    town.create_user(first_name=f"Guardian {number}", id=500_000 + number, language_code="en")
    return Somebody(town, 500_000 + number, (r"l:en", r"c:.*:(agree|set0)"), start=link, shy=shy)


def organizer(town: Town, telegram_id: int) -> Somebody:
    """Return one of the owners."""
    town.create_user(first_name=f"Organizer {telegram_id}", id=telegram_id, language_code="en")
    wants = (r"l:en", r"x:.*:confirm", r"x:.*:open", r"q:1:(pending|awaiting)", r"o:table", r"o:event", r"o:open")
    return Somebody(town, telegram_id, wants, shy=0.5)
