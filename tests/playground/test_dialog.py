"""A conversation as people and the bot have it: keyboards, presses, edits, contacts, commands and texts of the bot."""

import asyncio
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from tests.playground.wire import GUARDIAN, STUDENT, Wire, button, buttons, upload


def inline(*names: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text=name, callback_data=name)] for name in names]
    )


async def received(bot: Bot) -> Message:
    updates = await bot.get_updates(timeout=2)
    await bot.get_updates(offset=updates[-1].update_id + 1)
    assert updates[-1].message is not None
    return updates[-1].message


async def test_a_deep_link_arrives_as_a_start_command_from_a_named_person(wire: Wire, bot: Bot) -> None:
    wire.telegram.start(STUDENT, "event_7-a")
    message = await received(bot)
    assert message.text == "/start event_7-a"
    assert message.entities is not None
    assert message.entities[0].type == "bot_command"
    assert message.from_user is not None
    assert (message.from_user.id, message.from_user.language_code, message.chat.id) == (STUDENT, "kk", STUDENT)


async def test_a_press_shows_the_answer_and_the_edited_message(talk: Wire, bot: Bot) -> None:
    sent = await bot.send_message(STUDENT, "Choose", reply_markup=inline("kk", "ru"))
    press = asyncio.create_task(talk.telegram.press(STUDENT, sent.message_id, "ru", wait=5))
    query = (await bot.get_updates(timeout=5))[0].callback_query
    assert isinstance(query, CallbackQuery)
    assert (query.data, query.from_user.id) == ("ru", STUDENT)
    assert isinstance(query.message, Message)
    assert query.message.text == "Choose"
    await bot.edit_message_text("Chosen", chat_id=STUDENT, message_id=sent.message_id)
    await bot.answer_callback_query(query.id, text="Хорошо", show_alert=True)
    answer = await press
    assert (answer["answered"], answer["text"], answer["alert"]) == (True, "Хорошо", True)
    last = talk.telegram.messages(STUDENT)[-1]
    assert (last["text"], "edit_date" in last, "reply_markup" in last) == ("Chosen", True, False)


async def test_a_press_nobody_answers_says_so(talk: Wire) -> None:
    sent = await talk.send(STUDENT, reply_markup=buttons([button()]))
    answer = await talk.telegram.press(STUDENT, sent["message_id"], "go", wait=0.05)
    assert answer["answered"] is False


@pytest.mark.parametrize("change", ["other data", "edited away", "deleted", "disabled"])
async def test_only_a_button_that_is_there_now_can_be_pressed(talk: Wire, change: str) -> None:
    shown = [{"text": "Full", "disabled": {}}] if change == "disabled" else [button()]
    target = {"chat_id": STUDENT, "message_id": (await talk.send(STUDENT, reply_markup=buttons(shown)))["message_id"]}
    if change == "edited away":
        await talk.call("editMessageReplyMarkup", **target)
    if change == "deleted":
        await talk.call("deleteMessage", **target)
    answer = await talk.control(
        "POST",
        f"users/{STUDENT}/press",
        json={"message_id": target["message_id"], "data": "other" if change == "other data" else "go"},
    )
    assert (answer.status, answer.body) == (409, {"error": "that message has no such button now"})
    assert await talk.updates() == []


async def test_a_reply_keyboard_stays_above_the_input_until_removed(talk: Wire, bot: Bot) -> None:
    keyboard = ReplyKeyboardMarkup(
        keyboard=[[KeyboardButton(text="My number", request_contact=True)]], resize_keyboard=True
    )
    await bot.send_message(STUDENT, "Your number?", reply_markup=keyboard)
    await bot.send_message(STUDENT, "It stays")
    chat = talk.telegram.world.chats[STUDENT]
    assert chat.reply_keyboard is not None
    assert chat.reply_keyboard["keyboard"][0][0]["request_contact"] is True
    await bot.send_message(STUDENT, "Thanks", reply_markup=ReplyKeyboardRemove())
    assert chat.reply_keyboard is None


async def test_only_a_persons_own_number_carries_their_id(wire: Wire, bot: Bot) -> None:
    wire.telegram.share_contact(STUDENT)
    own = (await received(bot)).contact
    assert own is not None
    assert (own.user_id, own.phone_number) == (STUDENT, "+77010000101")
    wire.telegram.share_contact(STUDENT, own=False, phone="+77010000102", first_name="Mother")
    known = (await received(bot)).contact
    assert known is not None
    assert known.user_id == GUARDIAN
    forged = {"own": False, "phone": "+77999999999", "first_name": "Me", "user_id": STUDENT}
    await wire.control("POST", f"users/{STUDENT}/contact", json=forged)
    stranger = (await received(bot)).contact
    assert stranger is not None
    assert stranger.user_id is None


async def test_a_person_edits_and_the_bot_is_told_deletes_and_it_is_not(talk: Wire, bot: Bot) -> None:
    sent = talk.telegram.send_text(STUDENT, "Ayka")
    await received(bot)
    talk.telegram.edit(STUDENT, sent["message_id"], "Aika")
    updates = await bot.get_updates()
    assert updates[0].edited_message is not None
    assert updates[0].edited_message.text == "Aika"
    talk.telegram.delete(STUDENT, sent["message_id"])
    assert await bot.get_updates(offset=updates[0].update_id + 1) == []


async def test_a_pasted_essay_arrives_as_several_messages_as_from_a_client(talk: Wire) -> None:
    talk.telegram.send_text(STUDENT, "е" * 5000)
    assert [len(update["message"]["text"]) for update in await talk.updates()] == [4096, 904]


async def test_media_captions_and_contents_can_be_replaced(talk: Wire, bot: Bot) -> None:
    first = await talk.send(STUDENT, "text")
    sent = talk.telegram.upload(STUDENT, [upload("a.txt", b"a", "text/plain")])[0]
    media = {"type": "document", "media": sent["document"]["file_id"], "caption": "<i>x</i>", "parse_mode": "HTML"}
    target = {"chat_id": STUDENT, "message_id": first["message_id"]}
    edited = (await talk.call("editMessageMedia", **target, media=media)).result
    assert (edited["caption"], edited["document"]["file_name"], "text" in edited) == ("x", "a.txt", False)
    assert (await talk.call("editMessageCaption", **target, caption="new")).result["caption"] == "new"
    assert "caption" not in (await talk.call("editMessageCaption", **target)).result


async def test_copies_forwards_replies_pins_and_reactions(talk: Wire) -> None:
    said = talk.telegram.send_text(STUDENT, "hello")
    target = {"chat_id": STUDENT, "from_chat_id": STUDENT, "message_id": said["message_id"]}
    copied = (await talk.call("copyMessage", **target)).result
    assert talk.telegram.messages(STUDENT)[-1]["text"] == "hello"
    assert set(copied) == {"message_id"}
    forwarded = (await talk.call("forwardMessage", **target)).result
    assert forwarded["forward_origin"]["sender_user"]["id"] == STUDENT
    replied = await talk.send(STUDENT, "re", reply_parameters={"message_id": said["message_id"]})
    assert replied["reply_to_message"]["text"] == "hello"
    assert (await talk.call("pinChatMessage", **target)).result is True
    assert (await talk.call("getChat", chat_id=STUDENT)).result["pinned_message"]["text"] == "hello"
    assert (await talk.call("unpinChatMessage", **target)).result is True
    assert "pinned_message" not in (await talk.call("getChat", chat_id=STUDENT)).result
    reaction = [{"type": "emoji", "emoji": "👍"}]
    assert (await talk.call("setMessageReaction", **target, reaction=reaction)).result is True
    shown = next(m for m in talk.telegram.messages(STUDENT) if m["message_id"] == said["message_id"])
    assert shown["bot_reactions"] == reaction


async def test_several_messages_are_deleted_at_once_and_missing_ones_skipped(talk: Wire) -> None:
    ids = [(await talk.send(STUDENT, str(n)))["message_id"] for n in range(3)]
    assert (await talk.call("deleteMessages", chat_id=STUDENT, message_ids=[*ids[:2], 999])).result is True
    assert [message["text"] for message in talk.telegram.messages(STUDENT)] == ["/start", "2"]


async def test_contacts_places_and_polls_are_sent(talk: Wire, bot: Bot) -> None:
    contact = await bot.send_contact(STUDENT, "+77010000000", "Camp office")
    assert contact.contact is not None
    place = await bot.send_location(STUDENT, 43.1, 77.2)
    assert place.location is not None
    venue = await bot.send_venue(STUDENT, 43.1, 77.2, "Tau Samal", "Almaty")
    assert venue.venue is not None
    poll = await bot.send_poll(STUDENT, "Which workshop?", ["Archery", "Robots"])
    assert poll.poll is not None
    assert [option.text for option in poll.poll.options] == ["Archery", "Robots"]
    with pytest.raises(TelegramBadRequest, match="wrong latitude/longitude"):
        await bot.send_location(STUDENT, 99, 0)


async def test_typing_is_seen_until_the_bot_writes(talk: Wire, bot: Bot) -> None:
    await bot.send_chat_action(STUDENT, "typing")
    chat = talk.telegram.world.chats[STUDENT]
    assert chat.action is not None
    assert 0 < chat.action["until"] - talk.telegram.world.now() <= 5
    await bot.send_message(STUDENT, "done")
    assert chat.action is None


async def test_commands_are_kept_per_scope_and_language(wire: Wire, bot: Bot) -> None:
    async def descriptions(**where: Any) -> list[str]:
        return [command.description for command in await bot.get_my_commands(**where)]

    private = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands([BotCommand(command="start", description="Begin")])
    await bot.set_my_commands([BotCommand(command="/start", description="Бастау")], scope=private, language_code="kk")
    assert await descriptions() == ["Begin"]
    assert await descriptions(language_code="kk") == []
    assert await descriptions(scope=private, language_code="kk") == ["Бастау"]
    shown = (await wire.control("GET", "state")).body["bot"]["commands"]
    assert (shown["default"][0]["description"], shown["kk"][0]["description"]) == ("Begin", "Бастау")
    await bot.delete_my_commands()
    assert await descriptions() == []


async def test_the_bots_texts_are_kept_per_language(wire: Wire, bot: Bot) -> None:
    await bot.set_my_description("Camp bot")
    await bot.set_my_description("Лагерь боты", language_code="kk")
    assert (await bot.get_my_description(language_code="kk")).description == "Лагерь боты"
    assert (await bot.get_my_description(language_code="ru")).description == "Camp bot"
    await bot.set_my_name("Jas")
    await bot.set_my_short_description("Short")
    assert (await bot.get_my_name()).name == (await bot.get_me()).first_name == "Jas"
    assert (await bot.get_my_short_description()).short_description == "Short"
    assert await bot.set_chat_menu_button() is True
