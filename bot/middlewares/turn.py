"""A turn: everything a handler needs to answer one update.

Always true: the actor is read anew for every update; an action's effect and the update's mark «effected» are one
transaction, so no update acts twice; a press is always answered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final, TypeVar

from aiogram.types import CallbackQuery, Chat, Message, TelegramObject, Update, User

from bot.actions import accounts as meeting
from bot.clock import Clock
from bot.domain.access import Actor
from bot.domain.language import Language
from bot.domain.notice import Priority
from bot.domain.reminder import Quiet
from bot.domain.vouch import Rules
from bot.intake import Incoming
from bot.telegram import BadRequest, Outgoing, Telegram, plain
from bot.texts import Html, Translator
from storage import accounts, inbox
from storage.database import Database, Transaction

LONGEST_ID: Final = 64
"""Bits that a column holds, the sign included."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What lives as long as the program: the doors to the database, to Telegram and to time."""

    database: Database
    telegram: Telegram
    clock: Clock
    translators: Mapping[Language, Translator]
    default_language: Language
    owner_ids: tuple[int, ...]
    bot_name: str
    ticket_key: bytes
    """Makes the secrets of tickets and of the links that schools forward."""
    upload_folder: Path
    """Where files that answer questions lie sealed."""
    quiet: Quiet
    """When nobody is told what can wait."""
    vouching: Rules
    """From how many on a deed takes two."""
    wake: Callable[[], None]
    """Tells delivery that an action may have written notices."""
    holder: str | None = None
    """The name under which this process holds its shares, when it is one of several."""


@dataclass(slots=True, kw_only=True)
class Turn:
    """One update of one person, and the ways to act and to answer."""

    house: House
    incoming: Incoming
    actor: Actor
    now: datetime
    press: CallbackQuery | None = None
    is_answered: bool = field(default=False, init=False)
    has_acted: bool = field(default=False, init=False)

    @property
    def t(self) -> Translator:
        """The texts in the person's language."""
        return self.house.translators[self.actor.language]

    async def act(self, action: Callable[..., T], **arguments: Any) -> T:  # noqa: ANN401 - the action's own
        """Run one action as this person; its effect and the mark on the update are one transaction.

        A second action in the same turn only finishes what the first began; to lose or repeat it must be harmless.
        """
        update_id, is_first = self.incoming.update_id, not (self.has_acted or self.incoming.is_effected)

        def work(tx: Transaction) -> T:
            if is_first:
                inbox.mark_effected(tx, update_id, self.now, holder=self.house.holder)
            return action(tx, actor=self.actor, now=self.now, **arguments)

        outcome = await self.house.database.write(work)
        self.has_acted = True
        self.house.wake()
        return outcome

    async def read(self, view: Callable[..., T], **arguments: Any) -> T:  # noqa: ANN401 - the view's own
        """Read something as this person."""
        return await self.house.database.read(lambda tx: view(tx, actor=self.actor, now=self.now, **arguments))

    async def show(self, screen: Outgoing) -> None:
        """Show a screen: a press changes its own message, everything else gets a new one."""
        if self.press is None or not await self._edit(self.press.message, screen):
            await self.send(screen)

    async def send(self, screen: Outgoing) -> int:
        """Send a screen as a new message, and what belongs to it as further ones; return the id of the last."""
        *before, last = screen.parts
        for part in before:
            await self.house.telegram.send(self.actor.telegram_id, part, priority=Priority.REPLY)
        return await self.house.telegram.send(self.actor.telegram_id, last, priority=Priority.REPLY)

    async def send_picture(self, screen: Outgoing) -> str:
        """Send a screen with a picture and return the file id under which Telegram keeps it."""
        telegram_id = self.actor.telegram_id
        method, payload, files = screen.send_request(telegram_id)
        message = await self.house.telegram.call(method, payload, chat_id=telegram_id, files=files)
        return str(message["photo"][-1]["file_id"])

    async def answer(self, text: Html | None = None, *, is_alert: bool = False) -> None:
        """Answer the press, once; without a text it only stops the spinner."""
        if self.press is None or self.is_answered:
            return
        self.is_answered = True
        payload: dict[str, Any] = {"callback_query_id": self.press.id}
        if text:
            payload |= {"text": plain(text)[:200], "show_alert": is_alert}
        slot = self.incoming.slot
        if slot is not None and slot.offer("answerCallbackQuery", payload):
            return
        try:
            await self.house.telegram.call("answerCallbackQuery", payload)
        except BadRequest:
            return  # too old to be answered: Telegram has stopped the spinner itself

    async def change_buttons(self, screen: Outgoing) -> None:
        """Put a screen's buttons under the pressed message; its words stay as they are."""
        if not isinstance(self.press, CallbackQuery) or not isinstance(self.press.message, Message):
            return
        method, payload = screen.buttons_request(self.actor.telegram_id, self.press.message.message_id)
        try:
            await self.house.telegram.call(method, payload, chat_id=self.actor.telegram_id)
        except BadRequest:
            return  # unchanged, or gone

    async def refresh_actor(self) -> None:
        """Read the person anew after an action changed the language or the place."""
        self.actor = await self.house.database.read(
            lambda tx: (
                accounts.find_actor(tx, self.actor.telegram_id, offered=self.actor.language, now=self.now) or self.actor
            )
        )

    async def _edit(self, message: TelegramObject | None, screen: Outgoing) -> bool:
        """Change the pressed message into the screen; False when that cannot be done."""
        if not isinstance(message, Message) or not screen.can_replace(has_media=message.photo is not None):
            return False
        method, payload = screen.edit_request(self.actor.telegram_id, message.message_id)
        try:
            await self.house.telegram.call(method, payload, chat_id=self.actor.telegram_id)
        except BadRequest as error:
            return error.is_unchanged
        return True


async def make_turn(house: House, incoming: Incoming, person: User, press: CallbackQuery | None) -> Turn:
    """Find out who is asking; at first contact the account is created."""
    now = house.clock.now()
    offered = Language.offered(person.language_code, house.default_language)
    actor = incoming.sender
    if not isinstance(actor, Actor) or actor.telegram_id != person.id:
        actor = await house.database.read(lambda tx: accounts.find_actor(tx, person.id, offered=offered, now=now))
    if actor is None or actor.display_name != person.full_name:
        actor = await house.database.write(
            lambda tx: meeting.meet(
                tx,
                telegram_id=person.id,
                display_name=person.full_name,
                offered=offered,
                now=now,
                is_owner=person.id in house.owner_ids,
            )
        )
    return Turn(house=house, incoming=incoming, actor=actor, now=now, press=press)


async def known_turn(house: House, incoming: Incoming, telegram_id: int, press: CallbackQuery | None) -> Turn | None:
    """Return the turn of somebody we know; whoever we only meet in a group gets no account by that."""
    now, actor = house.clock.now(), incoming.sender
    if not isinstance(actor, Actor) or actor.telegram_id != telegram_id:
        offered = house.default_language
        actor = await house.database.read(lambda tx: accounts.find_actor(tx, telegram_id, offered=offered, now=now))
    return None if actor is None else Turn(house=house, incoming=incoming, actor=actor, now=now, press=press)


def find_sender(house: House, tx: Transaction, raw: Mapping[str, Any]) -> Actor | None:
    """Return who sent a raw update; None when that has to be found out from the parsed one, or at first contact."""
    payload = raw.get("callback_query") or raw.get("message")
    person = payload.get("from") if isinstance(payload, dict) else None
    telegram_id = person.get("id") if isinstance(person, dict) else None
    if not isinstance(person, dict) or not isinstance(telegram_id, int) or telegram_id.bit_length() >= LONGEST_ID:
        return None
    code = person.get("language_code")
    offered = Language.offered(code if isinstance(code, str) else None, house.default_language)
    return accounts.find_actor(tx, telegram_id, offered=offered, now=house.clock.now())


def who(update: Update) -> tuple[User | None, Chat | None, CallbackQuery | None]:
    """Return the person, the chat and, for a press, the press of an update."""
    if update.message is not None:
        return update.message.from_user, update.message.chat, None
    if update.callback_query is not None:
        press = update.callback_query
        return press.from_user, press.message.chat if press.message else None, press
    if update.my_chat_member is not None:
        return update.my_chat_member.from_user, update.my_chat_member.chat, None
    return None, None, None
