"""The handle by which tests and the control API play people, travel in time and break things.

Every method does at once what its name says; only `press` with a wait and `wait_for` are awaited.
"""

import asyncio
import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any

from . import groups, people, topics
from .accounts import Accounts
from .errors import Json, PlayError
from .events import Event
from .faults import FaultKind
from .keyboards import pressed_button
from .ledger import Call
from .models import Callback, Chat
from .params import Upload
from .people import chat_of, say, writing_place
from .uploads import upload_contents
from .world import DEFAULT_TOKEN

START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{0,64}")


class Telegram(Accounts):
    """People and chats around the one bot."""

    def __init__(self, token: str = DEFAULT_TOKEN) -> None:
        super().__init__(token)
        self.on_clock: Callable[[float], None] | None = None

    def reset(self) -> None:
        """Begin again: the three personas, the true time, no messages."""
        self.world.clear()
        self.world.use_webhook(self.world.webhook)
        self.add_personas()
        if self.on_clock is not None:
            self.on_clock(0.0)

    # what people do

    def start(self, user_id: int, parameter: str = "") -> Json:
        """Press Start or open a deep link; a blocked bot is unblocked first."""
        if not START_PARAMETER.fullmatch(parameter):
            raise PlayError("a start parameter has up to 64 letters, digits, _ and -")
        self.unblock(user_id)
        return self.send_text(user_id, f"/start {parameter}".strip())

    def send_text(
        self, user_id: int, text: str, *, chat_id: int | None = None, reply_to: int | None = None,
        topic_id: int | None = None,
    ) -> Json:  # fmt: skip
        """Write a message and return it; a long text goes as several messages, as a client sends it."""
        pieces = people.sent_pieces(text)
        if not pieces:
            raise PlayError("an empty message cannot be sent")
        person, chat = writing_place(self.world, user_id, chat_id)
        at = topics.place(chat, user_id, topic_id or topics.of_reply(chat, reply_to))
        sent = [say(self.world, person, chat, {**at, **people.text_fields(one)}, reply_to=reply_to) for one in pieces]
        return sent[0]

    def share_contact(
        self,
        user_id: int,
        *,
        own: bool = True,
        phone: str = "",
        first_name: str = "",
        chat_id: int | None = None,
    ) -> Json:
        """Share a contact card; whose account it is, is decided by the number alone, as in Telegram."""
        person, chat = writing_place(self.world, user_id, chat_id)
        number = person.phone if own else phone
        if not number:
            raise PlayError("this person has no phone number" if own else "a contact needs a phone number")
        owner = user_id if own else self.world.phones.get(number)
        contact: Json = {"phone_number": number, "first_name": person.first_name if own else first_name or number}
        if own and person.last_name:
            contact["last_name"] = person.last_name
        if owner is not None:
            contact["user_id"] = owner
        return say(self.world, person, chat, {"contact": contact})

    def upload(
        self,
        user_id: int,
        files: Sequence[Upload],
        *,
        kind: str = "document",
        caption: str = "",
        chat_id: int | None = None,
        topic_id: int | None = None,
    ) -> list[Json]:
        """Send files; the caption goes with the first."""
        person, chat = writing_place(self.world, user_id, chat_id)
        at, contents = topics.place(chat, user_id, topic_id), upload_contents(self.world, files, kind)
        if caption:
            contents[0]["caption"] = caption
        return [say(self.world, person, chat, {**at, **content}) for content in contents]

    def send_location(self, user_id: int, latitude: float, longitude: float, *, chat_id: int | None = None) -> Json:
        """Share a place."""
        person, chat = writing_place(self.world, user_id, chat_id)
        return say(self.world, person, chat, {"location": {"latitude": latitude, "longitude": longitude}})

    def edit(self, user_id: int, message_id: int, text: str, *, chat_id: int | None = None) -> Json:
        """Edit one's own text message."""
        _, chat = writing_place(self.world, user_id, chat_id)
        message = self._own(chat, user_id, message_id)
        if "text" not in message:
            raise PlayError("only a text can be edited here")
        kept = {key: value for key, value in message.items() if key not in {"text", "entities"}}
        edited = {**kept, "edit_date": int(self.world.now()), **people.text_fields(text)}
        self.world.replace(chat, edited)
        if people.bot_sees(self.world, chat, edited):
            self.world.updates.put("edited_message", edited, chat.id)
        return edited

    def delete(self, user_id: int, message_id: int, *, chat_id: int | None = None) -> None:
        """Delete a message of the private chat, or one's own in a group; the bot is not told."""
        chat = chat_of(self.world, user_id if chat_id is None else chat_id)
        if not chat.is_private:
            self._own(chat, user_id, message_id)
        if message_id not in chat.messages:
            raise PlayError("there is no such message", 404)
        self.world.remove(chat, [message_id])

    def _own(self, chat: Chat, user_id: int, message_id: int) -> Json:
        message = chat.messages.get(message_id)
        if message is None or message["from"]["id"] != user_id:
            raise PlayError("this person has no such message", 404)
        return message

    async def press(
        self,
        user_id: int,
        message_id: int,
        data: str,
        *,
        chat_id: int | None = None,
        wait: float = 0.0,
    ) -> Json:
        """Press an inline button and, if asked, wait up to `wait` seconds for the bot's answer."""
        callback = self.begin_press(user_id, message_id, data, chat_id=chat_id)
        with suppress(TimeoutError):
            if wait > 0:
                await asyncio.wait_for(callback.done.wait(), wait)
        return callback.view()

    def begin_press(self, user_id: int, message_id: int, data: str, *, chat_id: int | None = None) -> Callback:
        """Press an inline button that is there now."""
        person, chat = writing_place(self.world, user_id, chat_id)
        message = chat.messages.get(message_id)
        if message is None or pressed_button(message, data) is None:
            raise PlayError("that message has no such button now", 409)
        callback = Callback(id=self.world.random_id(), user_id=user_id, chat_id=chat.id,
                            message_id=message_id, created_at=self.world.now())  # fmt: skip
        self.world.keep_callback(callback)
        query = {"id": callback.id, "from": person.user(), "message": message,
                 "chat_instance": str(chat.id * 7919), "data": data}  # fmt: skip
        self.world.updates.put("callback_query", query, chat.id)
        self.world.publish_callback(callback)
        return callback

    # groups

    def create_group(
        self,
        title: str,
        members: Iterable[int],
        *,
        type: str = "supergroup",  # noqa: A002 - the name the control API uses
        is_forum: bool = False,
        creator: int | None = None,
    ) -> Chat:
        """Create a group with the bot in it; the first member owns it."""
        return groups.create(self.world, title, list(members), kind=type, is_forum=is_forum, creator=creator)

    def join(self, chat_id: int, user_id: int) -> None:
        """Put a person into a group."""
        groups.join(self.world, chat_id, user_id)

    def leave(self, chat_id: int, user_id: int) -> None:
        """Take a person out of a group."""
        groups.leave(self.world, chat_id, user_id)

    def promote(self, chat_id: int, user_id: int) -> None:
        """Make a person, or the bot by its own id, an administrator of a group."""
        groups.promote(self.world, chat_id, user_id)

    def request_join(self, chat_id: int, user_id: int) -> None:
        """Ask to be let into a group."""
        groups.request_join(self.world, chat_id, user_id)

    def set_bot_status(self, chat_id: int, status: str) -> None:
        """Make the bot a member, an administrator, left or kicked in a group."""
        groups.set_bot_status(self.world, chat_id, status)

    def limit_bot(self, chat_id: int, rights: Iterable[str]) -> None:
        """Take rights such as `can_restrict_members` from the bot as an administrator of a group."""
        chat_of(self.world, chat_id).bot_lacks = set(rights)

    def deny(self, chat_id: int, rights: Iterable[str]) -> None:
        """Take rights such as `can_send_messages` from ordinary members of a group, the bot included."""
        chat_of(self.world, chat_id).denied = set(rights)

    def delete_topic(self, chat_id: int, topic_id: int) -> None:
        """Delete a topic of a forum with everything in it; the bot is not told."""
        topics.forget(self.world, chat_of(self.world, chat_id), topic_id)

    def upgrade(self, chat_id: int) -> Chat:
        """Turn a small group into a supergroup with another id."""
        return groups.upgrade(self.world, chat_id)

    # the world

    def set_clock(self, *, advance: float | None = None, offset: float | None = None) -> Json:
        """Move the emulator's clock, and the bot's through `on_clock`, by or to a number of seconds."""
        world = self.world
        world.offset = offset if offset is not None else world.offset + (advance or 0.0)
        if self.on_clock is not None:
            self.on_clock(world.offset)
        clock = {"now": world.now(), "offset": world.offset}
        world.events.publish("clock", clock)
        return clock

    def add_fault(
        self,
        kind: str,
        *,
        method: str = "*",
        chat_id: int | None = None,
        count: int = 1,
        retry_after: int = 1,
        probability: float = 1.0,
        seed: int = 0,
    ) -> int:
        """Ask for failures of the coming calls; `*` is every method but getUpdates."""
        if kind not in set(FaultKind):
            raise PlayError(f"a fault is one of {', '.join(FaultKind)}")
        return self.world.faults.add(
            FaultKind(kind), method=method, chat_id=chat_id, count=count, retry_after=retry_after,
            probability=probability, seed=seed,
        )  # fmt: skip

    def clear_faults(self) -> None:
        """Forget failures asked for."""
        self.world.faults.clear()

    def set_limits(self, *, realistic: bool) -> None:
        """Switch flood limits on or off."""
        self.world.limits.switch(realistic=realistic)

    def push_raw_update(self, update: Json) -> None:
        """Hand the bot an update exactly as given, with an update_id if it lacks one."""
        self.world.updates.put_raw(update, _lane(update))

    # looking

    def calls(self, after: int = 0, limit: int | None = None) -> list[Call]:
        """Return Bot API calls numbered above `after`."""
        return self.world.ledger.after(after, limit)

    def messages(self, chat_id: int) -> list[Json]:
        """Return the messages of a chat as its people see them, oldest first."""
        chat = chat_of(self.world, chat_id)
        return [self.world.view(message) for message in chat.messages.values()]

    async def wait_for(
        self,
        kind: str,
        *,
        chat_id: int | None = None,
        after: int | None = None,
        timeout: float = 10.0,  # noqa: ASYNC109 - it is part of the question
        where: Callable[[Json], bool] | None = None,
    ) -> Event:
        """Return the next event of a kind (`seq`, `type`, `data`); TimeoutError after `timeout` seconds."""

        def matches(event: Event) -> bool:
            data: dict[str, Any] = event["data"]
            fits = event["type"] == kind and (chat_id is None or data.get("chat_id") == chat_id)
            return fits and (where is None or where(data))

        seen = self.world.events.seq if after is None else after
        return await self.world.events.wait(matches, after=seen, chat_id=chat_id, seconds=timeout)


def _lane(update: Json) -> int | None:
    for payload in update.values():
        if isinstance(payload, dict):
            inner = payload.get("message", payload)
            chat = inner.get("chat") if isinstance(inner, dict) else None
            if isinstance(chat, dict) and isinstance(chat.get("id"), int):
                return int(chat["id"])
    return None
