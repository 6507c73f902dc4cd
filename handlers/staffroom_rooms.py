"""Steps that the group and the private chat share about a staff room: what it lacks, who is in it, a word in it."""

from __future__ import annotations

from typing import Any, Final

from aiogram.types import Message

from bot.actions import connecting
from bot.actions.connecting import Choice, Offer
from bot.middlewares.turn import House, Turn
from bot.outgoing import plain
from bot.telegram import Button, Outgoing, TelegramError
from bot.texts import Html, Translator
from handlers.staffroom_callbacks import StaffroomPress

RIGHTS: Final = ("can_manage_topics", "can_delete_messages")
OUTSIDE: Final = frozenset({"left", "kicked"})
MOST_ROWS: Final = 30
LONGEST_LABEL: Final = 60


async def lacking(house: House, chat_id: int) -> str | None:
    """Return what a group lacks to be a room: `topics` or `rights`; None when it will do."""
    chat = await house.telegram.call("getChat", {"chat_id": chat_id}, chat_id=chat_id)
    if chat.get("type") != "supergroup" or not chat.get("is_forum"):
        return "topics"
    me = await house.telegram.call("getMe", {})
    own = await house.telegram.call("getChatMember", {"chat_id": chat_id, "user_id": me["id"]}, chat_id=chat_id)
    can = own.get("status") == "administrator" and all(own.get(right) for right in RIGHTS)
    return None if can else "rights"


async def count_people(house: House, choice: Choice) -> tuple[int, int]:
    """Return how many people are in a group besides the bot, and how many of them are its event's staff."""
    chat_id = choice.room.chat_id
    number = await house.telegram.call("getChatMemberCount", {"chat_id": chat_id}, chat_id=chat_id)
    there = 0
    for telegram_id in choice.staff:
        try:
            asked = {"chat_id": chat_id, "user_id": telegram_id}
            one = await house.telegram.call("getChatMember", asked, chat_id=chat_id)
        except TelegramError:
            continue
        there += one.get("status") not in OUTSIDE
    return int(number) - 1, there


async def offered(turn: Turn, offer: Offer, title: str) -> Outgoing:
    """Ask which event a group is for, or at once to confirm when there is one."""
    if len(offer.events) == 1:
        return await confirmed(turn, offer.room.id, offer.events[0].id)
    t = turn.t
    rows = [
        (_press(one.title.within(t.language), "choose", offer.room.id, one.id),) for one in offer.events[:MOST_ROWS]
    ]
    refuse = (_press(t("button-staffroom-refuse"), "refuse", offer.room.id, 0),)
    return Outgoing(text=t("staffroom-choose", title=title), keyboard=(*rows, refuse))


async def confirmed(turn: Turn, room_id: int, event_id: int) -> Outgoing:
    """Ask to confirm, with who would read along."""
    choice = await turn.read(connecting.read_choice, room_id=room_id, event_id=event_id)
    people, staff = await count_people(turn.house, choice)
    return confirm(turn.t, choice, people=people, staff=staff)


def confirm(t: Translator, choice: Choice, *, people: int, staff: int) -> Outgoing:
    """Whether an event's conversations are to go to a group."""
    lines = [t("staffroom-confirm", title=choice.event.title, people=people, staff=staff)]
    if people > staff:
        lines.append(t("staffroom-strangers", count=people - staff))
    place = (choice.room.id, choice.event.id)
    rows = (
        (_press(t("button-staffroom-connect"), "connect", *place, style="success"),),
        (_press(t("button-staffroom-refuse"), "refuse", *place),),
    )
    return Outgoing(text=Html("\n\n".join(lines)), keyboard=rows)


async def say(house: House, chat_id: int, text: Html, *, reply_to: Message | None = None) -> None:
    """Say something in a group that is about no family; a group that does not let us stays silent."""
    payload: dict[str, Any] = {"chat_id": chat_id, "text": text, "parse_mode": "HTML"}
    if reply_to is not None:
        payload["message_thread_id"] = reply_to.message_thread_id
        payload["reply_parameters"] = {"message_id": reply_to.message_id, "allow_sending_without_reply": True}
    try:
        await house.telegram.call("sendMessage", payload, chat_id=chat_id)
    except TelegramError:
        return


def _press(text: str, do: str, room_id: int, event_id: int, *, style: str | None = None) -> Button:
    label = plain(text)
    short = label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"
    return Button(text=short, data=StaffroomPress(do=do, room_id=room_id, event_id=event_id).pack(), style=style)
