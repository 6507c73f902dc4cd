"""What the emulated Telegram remembers: people, chats, the one bot and its open button presses."""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field

from .errors import Json

MESSAGES_KEPT_PER_CHAT = 500


@dataclass(slots=True, kw_only=True)
class Person:
    """An account; `known` says that the bot has met it, `open_until` that a join request lets the bot write first."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    phone: str = ""
    role: str = "other"
    blocked: bool = False
    deactivated: bool = False
    started: bool = False
    known: bool = False
    open_until: float = 0.0

    def user(self) -> Json:
        """Return the Bot API User object."""
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        optional = {"last_name": self.last_name, "username": self.username, "language_code": self.language_code}
        user.update({key: value for key, value in optional.items() if value})
        return user

    def view(self) -> Json:
        """Return the User object of the control API."""
        return {
            "id": self.id,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
            "phone": self.phone,
            "role": self.role,
            "blocked": self.blocked,
            "deactivated": self.deactivated,
            "started": self.started,
        }


@dataclass(slots=True, kw_only=True)
class Chat:
    """A conversation; a private one has the id of its person, groups have negative ids and their own members."""

    id: int
    type: str
    title: str = ""
    user_id: int | None = None
    is_forum: bool = False
    members: dict[int, str] = field(default_factory=dict)
    banned: set[int] = field(default_factory=set)
    bot_status: str = "member"
    bot_lacks: set[str] = field(default_factory=set)
    denied: set[str] = field(default_factory=set)
    messages: OrderedDict[int, Json] = field(default_factory=OrderedDict)
    locked: set[int] = field(default_factory=set)
    last_message_id: int = 0
    reply_keyboard: Json | None = None
    action: Json | None = None
    pinned: list[int] = field(default_factory=list)
    topics: dict[int, str] = field(default_factory=dict)
    closed_topics: set[int] = field(default_factory=set)
    invite_links: list[str] = field(default_factory=list)
    join_requests: dict[int, float] = field(default_factory=dict)
    migrated_to: int | None = None

    @property
    def is_private(self) -> bool:
        """Say whether this is the chat of the bot with one person."""
        return self.type == "private"

    def admins(self) -> list[int]:
        """Return the ids of people who run the group."""
        return [person_id for person_id, status in self.members.items() if status in {"creator", "administrator"}]


@dataclass(slots=True, kw_only=True)
class Bot:
    """The one bot of this world; texts and commands are kept per language and scope."""

    token: str
    id: int
    username: str
    first_name: str
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[str, list[Json]] = field(default_factory=dict)
    menu_button: Json = field(default_factory=lambda: {"type": "commands"})
    chat_menu_buttons: dict[int, Json] = field(default_factory=dict)

    def user(self) -> Json:
        """Return the Bot API User object that signs the bot's messages."""
        return {"id": self.id, "is_bot": True, "first_name": self.first_name, "username": self.username}


@dataclass(slots=True, kw_only=True)
class Callback:
    """One press of an inline button, open until the bot answers it or it grows too old."""

    id: str
    user_id: int
    chat_id: int
    message_id: int
    created_at: float
    answer: Json | None = None
    done: asyncio.Event = field(default_factory=asyncio.Event)

    def view(self) -> Json:
        """Return what the control API and the page learn about the answer."""
        answer = self.answer or {}
        return {
            "callback_id": self.id,
            "answered": self.answer is not None,
            "text": answer.get("text"),
            "alert": bool(answer.get("alert")),
            "url": answer.get("url"),
        }


@dataclass(slots=True, kw_only=True)
class Webhook:
    """Where updates go and how the last attempts went."""

    url: str
    secret: str
    most: int
    last_error_at: int = 0
    last_error: str = ""
    gone_since: float = 0.0
