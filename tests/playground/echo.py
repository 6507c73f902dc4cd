"""A tiny bot over raw HTTP: it repeats what it hears and offers one of each kind of button."""

import asyncio
import contextlib
import json
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from bot.playground import Playground

BUTTONS = {
    "inline_keyboard": [
        [{"text": "Toast", "callback_data": "toast"}, {"text": "Alert", "callback_data": "alert"}],
        [{"text": "Nothing", "callback_data": "nothing"}],
    ]
}
KEYBOARD = {"keyboard": [[{"text": "Yes"}, {"text": "No"}], [{"text": "Share", "request_contact": True}]]}


@dataclass(slots=True)
class EchoBot:
    """Polls the playground until it is stopped; `heard` keeps the kinds of updates in order."""

    playground: Playground
    session: aiohttp.ClientSession
    heard: list[str] = field(default_factory=list)

    async def call(self, method: str, **parameters: Any) -> Any:
        """Call a method of the Bot API and return its result."""
        address = f"{self.playground.url}/bot{self.playground.token}/{method}"
        async with self.session.post(address, json=parameters) as response:
            body = await response.json()
        assert body["ok"], body
        return body["result"]

    async def say(self, chat_id: int, text: str, **parameters: Any) -> None:
        """Send a message as it is, without markup."""
        await self.call("sendMessage", chat_id=chat_id, text=text, **parameters)

    async def run(self) -> None:
        """Answer updates for ever."""
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=20):
                offset = update["update_id"] + 1
                await self._answer(update)

    async def _answer(self, update: dict[str, Any]) -> None:
        kind = next(name for name in update if name != "update_id")
        self.heard.append(kind)
        if kind == "callback_query":
            await self._pressed(update[kind])
        elif kind == "edited_message":
            await self.say(update[kind]["chat"]["id"], f"Changed to: {update[kind]['text']}")
        elif kind == "message":
            await self._heard(update[kind])

    async def _pressed(self, query: dict[str, Any]) -> None:
        if query["data"] == "nothing":
            return
        shown = {"text": f"Pressed {query['data']}", "show_alert": query["data"] == "alert"}
        await self.call("answerCallbackQuery", callback_query_id=query["id"], **shown)

    async def _heard(self, message: dict[str, Any]) -> None:
        chat_id, text = message["chat"]["id"], message.get("text", "")
        if text.startswith("/start"):
            await self.say(chat_id, f"Started with [{text[7:]}]", reply_markup=KEYBOARD)
            await self.say(chat_id, "Choose", reply_markup=BUTTONS)
        elif "contact" in message:
            own = message["contact"].get("user_id") == message["from"]["id"]
            await self.say(chat_id, f"{'Own' if own else 'Foreign'} number {message['contact']['phone_number']}")
        elif "photo" in message:
            await self.say(chat_id, f"A photo: {json.dumps(message.get('caption', ''))}")
        else:
            await self.say(chat_id, f"You said: {text}")


@contextlib.asynccontextmanager
async def echoing(playground: Playground) -> Any:
    """A started echo bot, stopped at the end."""
    async with aiohttp.ClientSession() as session:
        bot = EchoBot(playground, session)
        running = asyncio.create_task(bot.run())
        try:
            yield bot
        finally:
            running.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await running
