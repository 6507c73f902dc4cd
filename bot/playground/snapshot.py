"""The saved state: enough of the world for a demo to go on after a restart, written whole or not at all."""

import json
import os
from collections import OrderedDict
from dataclasses import fields
from pathlib import Path
from typing import Any

from .errors import Json
from .models import Bot, Chat, Person
from .telegram import Telegram
from .world import World

VERSION = 1
SETS = ("locked", "denied", "closed_topics", "banned", "bot_lacks")
SKIPPED_OF_CHAT = frozenset({"messages", "members", "topics", "join_requests", "action", *SETS})
SKIPPED_OF_BOT = frozenset({"token", "id", "chat_menu_buttons"})


def save_state(telegram: Telegram, path: Path) -> None:
    """Write the state; readable by its owner only, because it holds what people wrote."""
    fresh = path.with_suffix(f"{path.suffix}.new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(_dump(telegram.world), file, ensure_ascii=False)
    fresh.replace(path)


def load_state(telegram: Telegram, path: Path) -> None:
    """Take back a saved state; a missing file leaves the fresh world as it is."""
    if not path.exists():
        return
    saved = json.loads(path.read_text(encoding="utf-8"))
    if saved.get("version") == VERSION:
        _restore(telegram, saved)


def _plain(item: Any, skipped: frozenset[str] = frozenset()) -> Json:  # noqa: ANN401 - any of the models
    return {field.name: getattr(item, field.name) for field in fields(item) if field.name not in skipped}


def _dump(world: World) -> Json:
    return {
        "version": VERSION,
        "offset": world.offset,
        "last_message_id": world.last_message_id,
        "last_update_id": world.updates.last_id,
        "next_number": next(world.numbers),
        "people": [_plain(person) for person in world.people.values()],
        "chats": [_dump_chat(chat) for chat in world.chats.values()],
        "files": [stored.dump() for stored in world.files.by_id.values()],
        "bot": _plain(world.bot, SKIPPED_OF_BOT),
        "updates": [{"body": update.body, "lane": update.lane} for update in world.updates],
    }


def _dump_chat(chat: Chat) -> Json:
    return {
        **_plain(chat, SKIPPED_OF_CHAT),
        "messages": list(chat.messages.values()),
        **{name: sorted(getattr(chat, name)) for name in SETS},
        "members": list(chat.members.items()),
        "topics": list(chat.topics.items()),
        "join_requests": list(chat.join_requests.items()),
    }


def _restore(telegram: Telegram, saved: Json) -> None:
    world = telegram.world
    world.offset = saved["offset"]
    world.last_message_id = saved["last_message_id"]
    world.skip_numbers(saved["next_number"])
    world.updates.resume(saved["last_update_id"])
    world.files.restore(saved["files"])
    world.people = {item["id"]: Person(**item) for item in saved["people"]}
    world.phones = {person.phone: person.id for person in world.people.values() if person.phone}
    world.chats = {item["id"]: _restore_chat(item) for item in saved["chats"]}
    telegram.continue_after(max(world.people, default=0))
    for name, value in saved["bot"].items():
        if name in {field.name for field in fields(Bot)}:
            setattr(world.bot, name, value)
    for update in saved["updates"]:
        body = {key: value for key, value in update["body"].items() if key != "update_id"}
        world.updates.put_raw(body, update["lane"])


def _restore_chat(item: Json) -> Chat:
    rebuilt: Json = {name: dict(item[name]) for name in ("members", "topics", "join_requests")}
    rebuilt |= {name: set(item.get(name, ())) for name in SETS}
    rebuilt["messages"] = OrderedDict((message["message_id"], message) for message in item["messages"])
    return Chat(**{**item, **rebuilt})
