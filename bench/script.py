"""One registration, told once by the real program and then played by every person to every bot.

A script is a list of turns: what the person does, and the screens the bot answers with. The peers are given the same
script, so that all bots show the same texts and buttons and save as many answers.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from bench.api import Api, chat
from bot.domain.language import Language
from bot.texts import Translator

START = "/start e-jlf-2027"
NAME = "Сапарова Айым"
BORN_ON = date(2012, 9, 1)
SYLLABLES = ("ай", "бек", "гүл", "дар", "елік", "жан", "қар", "мер", "нұр", "сая")
QUIET = 0.4
"""Seconds without a call after which a turn is over; only recording waits like this."""
MOST_TURNS = 60

Deed = dict[str, Any]
Turn = dict[str, Any]


def update(deed: Mapping[str, Any], chat_id: int, message_id: int, screen: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return what Telegram sends when a person does this."""
    person = {**chat(chat_id), "is_bot": False, "language_code": "kk"}
    del person["type"]
    if deed["kind"] == "press":
        assert screen is not None
        data = screen["reply_markup"]["inline_keyboard"][deed["row"]][deed["column"]]["callback_data"]
        press = {"id": str(message_id), "from": person, "chat_instance": "1", "message": screen, "data": data}
        return {"callback_query": press}
    message = {"message_id": message_id, "from": person, "chat": chat(chat_id), "date": 1_800_000_000}
    if deed["kind"] == "contact":
        contact = {"phone_number": f"+7701{chat_id % 10**7:07}", "first_name": person["first_name"], "user_id": chat_id}
        return {"message": {**message, "contact": contact}}
    text = _own_words(deed["text"], chat_id)
    command = {"entities": [{"type": "bot_command", "offset": 0, "length": 6}]} if text[0] == "/" else {}
    return {"message": {**message, "text": text, **command}}


def full_name(chat_id: int) -> str:
    """Return the name that only this person has."""
    return f"Сапарова {''.join(SYLLABLES[int(digit)] for digit in str(chat_id)[-5:])}".title()


def name_in_chat(chat_id: int) -> str:
    """Return how Telegram names this person."""
    return "{first_name} {last_name}".format_map(chat(chat_id))


def _own_words(text: str, chat_id: int) -> str:
    """Return what one person writes: nobody shares a name and few a birth date, as among people."""
    if text == NAME:
        return full_name(chat_id)
    if text == f"{BORN_ON:%d.%m.%Y}":
        return f"{BORN_ON + timedelta(days=chat_id % 600):%d.%m.%Y}"
    return text


class Recorder:
    """Plays one person to the real program and writes down what happens."""

    def __init__(self, api: Api, chat_id: int) -> None:
        self.api, self.chat_id = api, chat_id
        self.t = Translator(Language.KK)
        self.turn: list[Turn] = []
        self.screen: dict[str, Any] = {}
        self.heard_at = 0.0

    def hear(self, chat_id: int, method: str, payload: Mapping[str, Any], message: Mapping[str, Any]) -> None:
        """Take a screen."""
        if chat_id != self.chat_id:
            return
        self.heard_at = asyncio.get_running_loop().time()
        words = {"text": payload.get("text") or payload.get("caption"), "markup": payload.get("reply_markup")}
        self.turn.append({"method": method, **words})
        if "reply_markup" in message:
            self.screen = dict(message)

    async def record(self) -> list[Turn]:
        """Register, and return the script; RuntimeError when the registration does not come to its end."""
        turns: list[Turn] = []
        deed: Deed | None = {"kind": "text", "text": START}
        while deed is not None and len(turns) < MOST_TURNS:
            self.turn = []
            self.api.offer(update(deed, self.chat_id, self.api.new_message_id(), self.screen))
            await self._until_quiet()
            turns.append({"deed": deed, "screens": self.turn})
            deed = self._next_deed()
        if deed is not None:
            raise RuntimeError("the registration has no end")
        return turns

    async def _until_quiet(self) -> None:
        loop = asyncio.get_running_loop()
        async with asyncio.timeout(10):
            while not self.turn or loop.time() - self.heard_at < QUIET:
                await asyncio.sleep(0.01)

    def _next_deed(self) -> Deed | None:
        """Return what a person does on this screen, or None at the end."""
        if any("keyboard" in (screen["markup"] or {}) for screen in self.turn):
            return {"kind": "contact"}
        text = self.screen.get("text") or self.screen.get("caption") or ""
        buttons = {
            button["callback_data"]: {"kind": "press", "row": row, "column": column}
            for row, line in enumerate(self.screen["reply_markup"]["inline_keyboard"])
            for column, button in enumerate(line)
            if "callback_data" in button
        }
        if any(data.startswith("r:") for data in buttons):
            return None
        wanted = [data for data in buttons if data == "l:kk" or data.endswith((":register", ":submit:"))]
        offered = [data for data in buttons if data.startswith("a:")]
        if self.t("how-birth-date") in text:
            return {"kind": "text", "text": f"{BORN_ON:%d.%m.%Y}"}
        if not (wanted or offered):
            is_name = self.t("how-name") in text
            return {"kind": "text", "text": NAME if is_name else "Жаңа достар тапқым келеді"}
        return buttons[(wanted or self._chosen(offered))[0]]

    def _chosen(self, offered: list[str]) -> list[str]:
        """Return «done» once something is marked, else everything."""
        labels = [button["text"] for line in self.screen["reply_markup"]["inline_keyboard"] for button in line]
        is_marked = any(label.startswith("✓") for label in labels)
        return [data for data in offered if data.endswith(":done") and is_marked] or offered
