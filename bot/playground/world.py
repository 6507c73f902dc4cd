"""The state of the emulated Telegram; every change people could see goes through here and becomes an event.

Messages are never changed in place: an edit stores a new object, so an event once published stays true.
"""

import itertools
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable

from .errors import Json
from .events import EventLog
from .faults import Faults
from .files import FileStore
from .ledger import Ledger
from .limits import RateLimits
from .models import MESSAGES_KEPT_PER_CHAT, Bot, Callback, Chat, Person, Webhook
from .updates import UpdateQueue

DEFAULT_TOKEN = "1000000:playground-token-is-not-real"  # noqa: S105 - names itself
MEDIA_KINDS = ("document", "video", "voice", "audio", "animation", "sticker", "video_note")
WARNINGS_KEPT = 20
CALLBACKS_KEPT = 20_000


class World:
    """People, chats, messages, files and the one bot."""

    def __init__(self, token: str = DEFAULT_TOKEN) -> None:
        self.offset = 0.0
        self.events = EventLog()
        self.ledger = Ledger()
        self.faults = Faults()
        self.limits = RateLimits()
        self.files = FileStore()
        self.updates = UpdateQueue(self.now)
        self.people: dict[int, Person] = {}
        self.phones: dict[str, int] = {}
        self.chats: dict[int, Chat] = {}
        self.callbacks: OrderedDict[str, Callback] = OrderedDict()
        self.last_message_id = 0
        self.numbers = itertools.count(1)
        self.warnings: list[str] = []
        self.webhook: Webhook | None = None
        self.on_webhook: Callable[[], None] | None = None
        bot_id = int(token.partition(":")[0])
        self.bot = Bot(token=token, id=bot_id, username="jazyl_play_bot", first_name="Jazyl")

    def now(self) -> float:
        """Return Unix seconds by the emulator's clock."""
        return time.time() + self.offset

    def warn(self, text: str) -> None:
        """Show a warning on the page, once."""
        if text not in self.warnings:
            self.warnings = [*self.warnings, text][-WARNINGS_KEPT:]
            self.events.publish("warning", {"text": text})

    def clear(self) -> None:
        """Forget people, chats, files and whatever waits; the bot keeps its profile and numbers go on."""
        self.offset = 0.0
        self.faults.clear()
        self.limits.switch(realistic=False)
        self.updates.clear()
        self.ledger.clear()
        for memory in (self.people, self.phones, self.chats, self.callbacks):
            memory.clear()
        self.files = FileStore()
        self.warnings = []

    def skip_numbers(self, first: int) -> None:
        """Continue the numbering of groups at `first`, as after a restart."""
        self.numbers = itertools.count(first)

    def chat_object(self, chat: Chat) -> Json:
        """Return the Bot API Chat object as it stands inside messages."""
        if chat.user_id is not None:
            return {**{k: v for k, v in self.people[chat.user_id].user().items() if k in _CHAT_FIELDS},
                    "type": "private"}  # fmt: skip
        described: Json = {"id": chat.id, "type": chat.type, "title": chat.title}
        if chat.is_forum:
            described["is_forum"] = True
        return described

    def new_message_id(self, chat: Chat) -> int:
        """Return the next number: one sequence for all private chats and small groups, one per supergroup."""
        if chat.type == "supergroup":
            chat.last_message_id += 1
            return chat.last_message_id
        self.last_message_id += 1
        return self.last_message_id

    def post(self, chat: Chat, sender: Json, content: Json) -> Json:
        """Put a new message into a chat and return it."""
        message: Json = {
            "message_id": self.new_message_id(chat),
            "from": sender,
            "chat": self.chat_object(chat),
            "date": int(self.now()),
            **content,
        }
        chat.messages[message["message_id"]] = message
        if len(chat.messages) > MESSAGES_KEPT_PER_CHAT:
            dropped, _ = chat.messages.popitem(last=False)
            chat.locked.discard(dropped)
        if chat.action is not None and sender["id"] == self.bot.id:
            self.set_action(chat, None)
        self.events.publish("message", {"chat_id": chat.id, "message": self.view(message)})
        return message

    def replace(self, chat: Chat, message: Json) -> None:
        """Store the new version of an edited message."""
        chat.messages[message["message_id"]] = message
        self.events.publish("edit", {"chat_id": chat.id, "message": self.view(message)})

    def remove(self, chat: Chat, message_ids: Iterable[int]) -> None:
        """Take messages out of a chat; unknown ids are ignored."""
        gone = [number for number in message_ids if chat.messages.pop(number, None) is not None]
        chat.locked.difference_update(gone)
        chat.pinned = [number for number in chat.pinned if number not in gone]
        if gone:
            self.events.publish("delete", {"chat_id": chat.id, "message_ids": gone})

    def view(self, message: Json) -> Json:
        """Return a message as the control API and the page see it."""
        return {**message, "own": message["from"]["id"] != self.bot.id, "files": self._files_in(message)}

    def _files_in(self, message: Json) -> list[Json]:
        media = message["photo"][-1:] if "photo" in message else [message[k] for k in MEDIA_KINDS if k in message]
        found = (self.files.by_unique.get(item["file_unique_id"]) for item in media)
        return [stored.view() for stored in found if stored is not None]

    def set_action(self, chat: Chat, action: Json | None) -> None:
        """Show or end "typing" and the like."""
        chat.action = action
        shown = action or {"text": None, "until": 0}
        self.events.publish("action", {"chat_id": chat.id, "action": shown["text"], "until": shown["until"]})

    def set_reply_keyboard(self, chat: Chat, keyboard: Json | None) -> None:
        """Replace the keyboard above the input of a chat."""
        if chat.reply_keyboard != keyboard:
            chat.reply_keyboard = keyboard
            self.events.publish("keyboard", {"chat_id": chat.id, "reply_keyboard": keyboard})

    def use_webhook(self, webhook: Webhook | None) -> None:
        """Deliver updates to a webhook, or keep them for getUpdates."""
        self.webhook = webhook
        if self.on_webhook is not None:
            self.on_webhook()

    def keep_callback(self, callback: Callback) -> None:
        """Remember a press until it is answered; the oldest are forgotten."""
        self.callbacks[callback.id] = callback
        if len(self.callbacks) > CALLBACKS_KEPT:
            self.callbacks.popitem(last=False)

    def publish_callback(self, callback: Callback) -> None:
        """Tell the page that a button was pressed or its press answered."""
        place = {name: getattr(callback, name) for name in ("user_id", "chat_id", "message_id")}
        self.events.publish("callback", {**place, **callback.view()})

    def publish_person(self, person: Person) -> None:
        """Tell the page that a person changed."""
        self.events.publish("user", {"user": person.view()})

    def publish_chat(self, chat: Chat) -> None:
        """Tell the page that a chat appeared or changed."""
        self.events.publish("chat", {"chat_id": chat.id, "chat": self.chat_view(chat)})

    def publish_bot(self) -> None:
        """Tell the page that the bot's profile or commands changed."""
        self.events.publish("bot", {"bot": self.bot_view()})

    def chat_view(self, chat: Chat) -> Json:
        """Return the Chat of the control API."""
        private = chat.user_id is not None
        return {
            "id": chat.id,
            "type": chat.type,
            "title": self.people[chat.user_id].first_name if chat.user_id is not None else chat.title,
            "user_id": chat.user_id,
            "members": [chat.user_id] if private else list(chat.members),
            "messages": [self.view(message) for message in chat.messages.values()],
            "reply_keyboard": chat.reply_keyboard,
            "action": chat.action,
            "pinned": chat.pinned,
            "topics": {str(number): title for number, title in chat.topics.items()},
        }

    def bot_view(self) -> Json:
        """Return the bot as the page shows it: commands of private chats by language."""
        commands: Json = {"default": []}
        for scope in ("default", "all_private_chats"):
            for key, listed in self.bot.commands.items():
                name, _, language = key.partition("|")
                if name == scope:
                    commands[language or "default"] = listed
        return {
            "id": self.bot.id,
            "username": self.bot.username,
            "first_name": self.bot.names.get("") or self.bot.first_name,
            "description": self.bot.descriptions.get("", ""),
            "descriptions": self.bot.descriptions,
            "commands": commands,
            "menu_button": self.bot.menu_button,
        }

    def random_id(self) -> str:
        """Return an id nobody can guess, for presses and links."""
        return str(secrets.randbits(62))


_CHAT_FIELDS = frozenset({"id", "first_name", "last_name", "username"})
