"""What comes from groups: being brought there, `/connect`, buttons and words in the topics of a staff room.

Always true: a group that is no room is left without a word; nothing personal is said outside the topics of a connected
room; whoever is not staff of the conversation changes nothing and is passed on to nobody; nobody speaks as a channel.
"""

from __future__ import annotations

from typing import Any, Final

from aiogram.types import CallbackQuery, Chat, ChatMemberUpdated, Message, Update

from bot.actions import answering, connecting, relaying
from bot.domain.errors import DomainError, NotAvailableError, StaleError
from bot.domain.language import Language
from bot.domain.staffroom import INTERNAL, Loss, Staffroom
from bot.intake import Incoming
from bot.middlewares.turn import House, Turn, known_turn
from bot.outgoing import plain
from bot.telegram import BadRequest, TelegramError, Unreachable
from bot.texts import Html
from handlers import staffroom_rooms as rooms
from handlers.callbacks import Press
from handlers.staffroom_watch import leave
from handlers.talk_callbacks import ThreadPress
from handlers.talk_words import words_of

IN: Final = frozenset({"member", "administrator"})
COMMAND: Final = "/connect"
SPOKEN: Final = frozenset(
    "text photo document voice video video_note audio sticker animation location contact".split()  # noqa: SIM905 - words
)
"""Kinds of messages that somebody says; the others are Telegram's own."""


async def serve(house: House, incoming: Incoming, update: Update) -> None:
    """Serve one update of a group or a channel."""
    if update.my_chat_member is not None:
        await _brought(house, incoming, update.my_chat_member)
    elif update.callback_query is not None:
        await _pressed(house, incoming, update.callback_query)
    elif update.message is not None:
        await _heard(house, incoming, update.message)


async def _brought(house: House, incoming: Incoming, change: ChatMemberUpdated) -> None:
    """Stay where staff brought us, leave everything else; being thrown out ends a room."""
    chat_id, now = change.chat.id, house.clock.now()
    if change.new_chat_member.status not in IN:
        await house.database.write(lambda tx: connecting.lose(tx, now=now, chat_id=chat_id, loss=Loss.KICKED))
        house.wake()
        return
    if await _find_room(house, chat_id) is not None:
        return
    turn = await known_turn(house, incoming, change.from_user.id, None)
    if turn is None or not await _ask(turn, chat_id):
        await leave(house, chat_id)
        return
    await rooms.say(house, chat_id, turn.t("staffroom-hello"))


async def _heard(house: House, incoming: Incoming, message: Message) -> None:
    if await _moved(house, message):
        return
    room, person = await _find_room(house, message.chat.id), message.from_user
    if room is not None and room.is_connected and message.new_chat_members:
        await _joined(house, incoming, message, room)
        return
    is_somebody = person is not None and not person.is_bot and message.sender_chat is None
    turn = await known_turn(house, incoming, person.id, None) if person is not None and is_somebody else None
    is_asked = turn is not None and _is_command(message) and (room is None or not room.is_connected)
    if turn is not None and is_asked and await _connect(turn, message.chat):
        return
    if room is None:
        await leave(house, message.chat.id)
    elif turn is not None and room.is_connected and message.content_type in SPOKEN:
        await _said(turn, message)


def _is_command(message: Message) -> bool:
    word, *_ = (message.text or "").split(maxsplit=1) or [""]
    return word.split("@")[0].lower() == COMMAND


async def _joined(house: House, incoming: Incoming, message: Message, room: Staffroom) -> None:
    """Tell the room that somebody reads along who is not on the team."""
    for person in message.new_chat_members or ():
        turn = None if person.is_bot else await known_turn(house, incoming, person.id, None)
        if person.is_bot or (turn is not None and await turn.read(relaying.is_staff_of, room=room)):
            continue
        await rooms.say(house, message.chat.id, house.translators[room.language]("staffroom-stranger"))
        return


async def _moved(house: House, message: Message) -> bool:
    """Follow a group to its new id; either of the two service messages may come first."""
    if message.migrate_to_chat_id is not None:
        old, new = message.chat.id, message.migrate_to_chat_id
    elif message.migrate_from_chat_id is not None:
        old, new = message.migrate_from_chat_id, message.chat.id
    else:
        return False
    now = house.clock.now()
    await house.database.write(lambda tx: connecting.follow(tx, now=now, chat_id=old, new_id=new))
    return True


async def _ask(turn: Turn, chat_id: int) -> connecting.Offer | None:
    try:
        return await turn.act(connecting.ask, chat_id=chat_id)
    except NotAvailableError:
        return None


async def _connect(turn: Turn, chat: Chat) -> bool:
    """Look whether the group will do, and ask the person in private to confirm; False for who may not ask."""
    offer = await _ask(turn, chat.id)
    if offer is None:
        return False
    lacking = await rooms.lacking(turn.house, chat.id)
    if lacking is not None:
        await rooms.say(turn.house, chat.id, turn.t(f"staffroom-lacks-{lacking}"))
        return True
    try:
        await turn.send(await rooms.offered(turn, offer, chat.title or "—"))
    except (Unreachable, BadRequest):
        await rooms.say(turn.house, chat.id, turn.t("staffroom-start-first", bot=turn.house.bot_name))
        return True
    await rooms.say(turn.house, chat.id, turn.t("staffroom-look-private"))
    return True


async def _said(turn: Turn, message: Message) -> None:
    """Pass on what whoever took a conversation writes in its topic; whoever is not heard is told why."""
    words, topic_id = words_of(message), message.message_thread_id
    if topic_id is None or words.text.startswith(INTERNAL) or turn.incoming.is_effected:
        return
    about = {"chat_id": message.chat.id, "topic_id": topic_id, "telegram_id": message.message_id}
    try:
        await turn.act(relaying.say, words=words, **about)
    except DomainError as error:
        reason = turn.t("case-thread-closed") if isinstance(error, StaleError) else turn.t(f"error-{error.code}")
        await rooms.say(turn.house, message.chat.id, turn.t("topic-not-sent", reason=reason), reply_to=message)


async def _pressed(house: House, incoming: Incoming, press: CallbackQuery) -> None:
    """Take or close a conversation by the button in its topic."""
    room = None if press.message is None else await _find_room(house, press.message.chat.id)
    if press.message is not None and room is None:
        await leave(house, press.message.chat.id)
        return
    turn = await known_turn(house, incoming, press.from_user.id, press)
    if turn is None:
        await _refuse(house, press)
        return
    try:
        given = await Press(ThreadPress, "claim", "close")(press)
        if not isinstance(given, dict):
            raise StaleError
        if not incoming.is_effected:
            await turn.answer(await _deed(turn, given["data"]))
    except DomainError as error:
        await turn.answer(turn.t(f"error-{error.code}"), is_alert=not isinstance(error, StaleError))
    finally:
        await turn.answer()


async def _deed(turn: Turn, data: ThreadPress) -> Html:
    about = {"thread_id": data.thread_id, "revision": data.revision}
    if data.do == "claim":
        await turn.act(answering.claim, **about)
        return turn.t("topic-claimed")
    await turn.act(answering.close, **about)
    return turn.t("case-thread-closed")


async def _refuse(house: House, press: CallbackQuery) -> None:
    """Answer a press of somebody we do not know."""
    language = Language.offered(press.from_user.language_code, house.default_language)
    text = plain(house.translators[language]("error-not-available"))[:200]
    payload: dict[str, Any] = {"callback_query_id": press.id, "text": text, "show_alert": True}
    try:
        await house.telegram.call("answerCallbackQuery", payload)
    except TelegramError:
        return


async def _find_room(house: House, chat_id: int) -> Staffroom | None:
    now = house.clock.now()
    return await house.database.read(lambda tx: connecting.find_room(tx, actor=None, now=now, chat_id=chat_id))
