"""Keeps the topics of staff rooms true: whatever a conversation has become is shown in its group soon after.

Always true: what is to be shown comes from the database, so a restart goes on where it was; a room that Telegram does
not let us use ends and its organizers are told; a topic that is gone is made anew; a room that is full for now is left
until later, and the most pressing conversations come first. One thing is not: a kill between a topic and the note of
its id leaves an empty topic, and the conversation gets another one. Telegram tells a bot neither which topics there
are nor of those it has made, so the empty one cannot be known; people may delete it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Final, TypeVar

from bot.actions import connecting, relaying, ushering
from bot.actions.relaying import Lack, Owing
from bot.domain.notice import Priority
from bot.domain.staffroom import Leaver, Loss, Mark, Post, Staffroom, Topic
from bot.log import get_logger
from bot.middlewares.turn import House
from bot.telegram import BadRequest, Migrated, NotOurs, Outgoing, TelegramError, Unreachable
from bot.texts import Translator
from bot.watch import Watch
from handlers import staffroom_cards as cards
from handlers.staffroom_door import take_out

log = get_logger(__name__)

PERIOD: Final = 1.0
PATIENCE: Final = 2.0
"""Seconds a room may keep us waiting; the next look goes on."""
LONGEST: Final = 5.0
"""Seconds one look spends in a room."""
REACTIONS: Final = {Mark.ARRIVED: "👍", Mark.LOST: "💔"}
_GONE: Final = ("thread not found", "TOPIC_DELETED", "TOPIC_ID_INVALID")
_NO_RIGHTS: Final = ("not enough rights", "CHAT_ADMIN_REQUIRED", "chat is not a forum", "have no rights")

T = TypeVar("T")


class FullError(TelegramError):
    """A room takes nothing more for a while."""


class StaffroomWatch(Watch):
    """Writes into staff rooms; one of these runs in a process."""

    def __init__(self, house: House, period: float = PERIOD) -> None:
        """Remember the doors; `run()` begins."""
        super().__init__(period=period, failed=partial(log.error, "staffroom.watch_failed"), looks_first=True)
        self._house = house
        self._one_look = asyncio.Lock()
        self._began: dict[int, float] = {}

    async def look(self) -> None:
        """Do in every room what is to be done there."""
        async with self._one_look:
            now = self._house.clock.now()
            owing = await self._house.database.read(lambda tx: relaying.list_owing(tx, now=now))
            await asyncio.gather(*(self._serve(one) for one in owing))
            await self._leave_idle()

    async def _leave_idle(self) -> None:
        now = self._house.clock.now()
        if not await self._house.database.read(lambda tx: connecting.has_idle(tx, now=now)):
            return
        for chat_id in await self._house.database.write(lambda tx: connecting.leave_idle(tx, now=now)):
            await leave(self._house, chat_id)

    async def _serve(self, owing: Owing) -> None:
        """Do what one room lacks, until Telegram says no."""
        room, self._began[owing.room.id] = owing.room, self._house.clock.monotonic()
        try:
            for leaver in owing.leavers:
                await self._take_out(room, leaver)
            for lack in owing.lacks:
                await self._show(room, lack)
            for post in owing.marks:
                await self._mark(room, post)
            for topic_id in owing.remains:
                await self._bury(room, topic_id)
        except (NotOurs, FullError):
            return
        except Migrated as error:
            new_id = error.chat_id
            await self._write(lambda tx, now: connecting.follow(tx, now=now, chat_id=room.chat_id, new_id=new_id))
        except Unreachable:
            await self._lose(room, Loss.KICKED)
        except TelegramError as error:
            if isinstance(error, BadRequest) and any(words in error.description for words in _NO_RIGHTS):
                await self._lose(room, Loss.RIGHTS)
                await leave(self._house, room.chat_id)
            else:
                log.warning("staffroom.not_shown", room_id=room.id, error=error.kind)

    async def _show(self, room: Staffroom, lack: Lack) -> None:
        """Bring one topic up to date; a topic that is gone is forgotten, so that the next look makes it anew."""
        topic = lack.topic
        try:
            topic = await self._opened(room, lack)
            topic = await self._carded(room, lack, topic)
            topic = await self._spoken(room, lack, topic)
            topic = await self._closed(room, lack, topic)
            await self._keep(replace(topic, shown=lack.thread.revision))
        except BadRequest as error:
            if any(words in error.description for words in _GONE):
                await self._write(lambda tx, _now: relaying.lose_topic(tx, thread_id=lack.thread.id))
            elif any(words in error.description for words in _NO_RIGHTS):
                raise
            else:
                log.warning("staffroom.refused", thread_id=lack.thread.id, error=str(error))
                await self._keep(replace(topic, shown=lack.thread.revision))

    async def _opened(self, room: Staffroom, lack: Lack) -> Topic:
        topic = lack.topic
        if topic.topic_id is None:
            name = cards.title(self._t(room), lack.thread)
            made = await self._call(room, "createForumTopic", {"name": name})
            topic = replace(topic, topic_id=made["message_thread_id"])
            await self._keep(topic)
        elif topic.is_closed and lack.thread.is_open:
            await self._switch(room, topic, "reopenForumTopic")
            topic = replace(topic, is_closed=False)
            await self._keep(topic)
        return topic

    async def _carded(self, room: Staffroom, lack: Lack, topic: Topic) -> Topic:
        """Show where the conversation stands: in the topic's first message, or in a new one when that is gone."""
        card = cards.card(self._t(room), lack)
        if topic.card_id is not None and await self._edited(room, topic.card_id, card):
            return topic
        topic = replace(topic, card_id=await self._send(room, topic, card))
        await self._keep(topic)
        return topic

    async def _edited(self, room: Staffroom, card_id: int, card: Outgoing) -> bool:
        method, payload = card.edit_request(room.chat_id, card_id)
        try:
            await self._call(room, method, payload)
        except BadRequest as error:
            if any(words in error.description for words in _NO_RIGHTS):
                raise
            return error.is_unchanged
        return True

    async def _spoken(self, room: Staffroom, lack: Lack, topic: Topic) -> Topic:
        """Put there what was said since, and that a family waits too long."""
        for said in lack.messages:
            message_id = said.id
            telegram_id = await self._send(room, topic, cards.message(self._t(room), lack, said))
            posted = partial(relaying.post, message_id=message_id, telegram_id=telegram_id)
            await self._write(lambda tx, _now, posted=posted: posted(tx))
        if lack.thread.warned > topic.told:
            await self._send(room, topic, cards.waits(self._t(room), lack))
        topic = replace(topic, told=lack.thread.warned)
        await self._keep(topic)
        return topic

    async def _closed(self, room: Staffroom, lack: Lack, topic: Topic) -> Topic:
        if lack.thread.is_open or topic.is_closed:
            return topic
        await self._switch(room, topic, "closeForumTopic")
        return replace(topic, is_closed=True)

    async def _switch(self, room: Staffroom, topic: Topic, method: str) -> None:
        try:
            await self._call(room, method, {"message_thread_id": topic.topic_id})
        except BadRequest as error:
            if "NOT_MODIFIED" not in error.description:
                raise

    async def _mark(self, room: Staffroom, post: Post) -> None:
        """Put a mark on an answer that reached the family, and say so when it did not."""
        reaction = [{"type": "emoji", "emoji": REACTIONS[post.mark]}]
        payload = {"message_id": post.telegram_id, "reaction": reaction}
        try:
            await self._call(room, "setMessageReaction", payload)
            if post.mark is Mark.LOST:
                await self._reply(room, post, self._t(room)("topic-lost"))
        except BadRequest as error:
            log.warning("staffroom.not_marked", message_id=post.message_id, error=error.kind)
        await self._write(lambda tx, _now: relaying.mark(tx, post=post))

    async def _reply(self, room: Staffroom, post: Post, text: str) -> None:
        to = {"message_id": post.telegram_id, "allow_sending_without_reply": True}
        payload = {"text": text, "parse_mode": "HTML", "message_thread_id": post.topic_id, "reply_parameters": to}
        await self._call(room, "sendMessage", payload)

    async def _take_out(self, room: Staffroom, leaver: Leaver) -> None:
        """Remove who lost the role, before anything more is said there."""

        async def begin() -> None:
            await self._write(lambda tx, now: ushering.begin(tx, now=now, leaver=leaver))

        outcome = await take_out(partial(self._call, room), leaver, begin)
        done = partial(ushering.settle, room=room, leaver=leaver, outcome=outcome)
        await self._write(lambda tx, now: done(tx, now=now))
        self._house.wake()

    async def _bury(self, room: Staffroom, topic_id: int) -> None:
        try:
            await self._call(room, "deleteForumTopic", {"message_thread_id": topic_id})
        except BadRequest as error:
            if not any(words in error.description for words in _GONE):
                raise
        await self._write(lambda tx, _now: relaying.bury(tx, room_id=room.id, topic_id=topic_id))

    async def _send(self, room: Staffroom, topic: Topic, screen: Outgoing) -> int:
        method, payload, _ = screen.send_request(room.chat_id)
        message = await self._call(room, method, {**payload, "message_thread_id": topic.topic_id})
        return int(message["message_id"])

    async def _call(self, room: Staffroom, method: str, payload: dict[str, Any]) -> Any:  # noqa: ANN401 - Telegram's
        telegram, chat_id = self._house.telegram, room.chat_id
        spent = self._house.clock.monotonic() - self._began[room.id]
        if spent > LONGEST or telegram.pacer.opens_in(chat_id, Priority.NOTICE) > PATIENCE:
            raise FullError
        return await telegram.call(
            method, {**payload, "chat_id": chat_id}, chat_id=chat_id, priority=Priority.NOTICE, seconds=30
        )

    async def _keep(self, topic: Topic) -> None:
        await self._write(lambda tx, _now: relaying.keep_topic(tx, topic=topic))

    async def _lose(self, room: Staffroom, loss: Loss) -> None:
        log.warning("staffroom.lost", room_id=room.id, loss=loss.value)
        await self._write(lambda tx, now: connecting.lose(tx, now=now, chat_id=room.chat_id, loss=loss))
        self._house.wake()

    async def _write(self, work: Callable[..., T]) -> T:
        now = self._house.clock.now()
        return await self._house.database.write(lambda tx: work(tx, now))

    def _t(self, room: Staffroom) -> Translator:
        return self._house.translators[room.language]


async def leave(house: House, chat_id: int) -> None:
    """Leave a group; one that we are not in is left already."""
    try:
        await house.telegram.call("leaveChat", {"chat_id": chat_id}, chat_id=chat_id)
    except (BadRequest, Unreachable, Migrated):
        return
