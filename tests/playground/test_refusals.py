"""Every refusal a bot can meet reads exactly as the real server writes it."""

from typing import Any

import pytest

from tests.playground.wire import GUARDIAN, STUDENT, Wire, button, buttons, picture

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


async def test_a_malformed_token_is_called_invalid(wire: Wire) -> None:
    async with wire.session.post(wire.method_url("getMe", token="nonsense")) as answer:
        assert (answer.status, (await answer.json())["description"]) == (
            401,
            "Unauthorized: invalid token specified",
        )


async def test_a_method_nobody_knows_is_not_found(wire: Wire) -> None:
    assert (await wire.call("sendTelepathy")).refusal == (404, "Not Found: method not found")


async def test_a_method_the_playground_lacks_is_refused_by_name(wire: Wire) -> None:
    refusal = (await wire.call("sendInvoice")).refusal
    assert refusal == (400, "Bad Request: the playground does not model sendInvoice")


async def test_a_caption_longer_than_1024_is_refused(talk: Wire) -> None:
    fields = {"chat_id": str(STUDENT), "caption": "x" * 1025}
    answer = await talk.form("sendPhoto", fields, photo=("camp.png", picture()))
    assert answer.refusal == (400, "Bad Request: message caption is too long")


async def test_a_call_without_a_chat_says_so(talk: Wire) -> None:
    assert (await talk.call("sendMessage", text="hi")).refusal == (400, "Bad Request: chat_id is empty")


@pytest.mark.parametrize("chat_id", [987654, "@nobody", "garbage", -100500])
async def test_a_chat_the_bot_never_met_is_not_found(talk: Wire, chat_id: int | str) -> None:
    answer = await talk.call("sendMessage", chat_id=chat_id, text="hi")
    assert answer.refusal == (400, "Bad Request: chat not found")


async def test_a_person_who_never_pressed_start_is_not_found(talk: Wire) -> None:
    answer = await talk.call("sendMessage", chat_id=GUARDIAN, text="hi")
    assert answer.refusal == (400, "Bad Request: chat not found")


async def test_a_person_met_only_in_a_group_cannot_be_written_first(talk: Wire) -> None:
    talk.telegram.create_group("Staff", [GUARDIAN])
    answer = await talk.call("sendMessage", chat_id=GUARDIAN, text="hi")
    assert answer.refusal == (403, "Forbidden: bot can't initiate conversation with a user")


async def test_a_person_who_blocked_the_bot_is_forbidden(talk: Wire) -> None:
    talk.telegram.block(STUDENT)
    answer = await talk.call("sendMessage", chat_id=STUDENT, text="hi")
    assert answer.refusal == (403, "Forbidden: bot was blocked by the user")
    talk.telegram.unblock(STUDENT)
    assert (await talk.send(STUDENT))["text"] == "hello"


async def test_a_deleted_account_is_forbidden(talk: Wire) -> None:
    talk.telegram.deactivate(STUDENT)
    answer = await talk.call("sendMessage", chat_id=STUDENT, text="hi")
    assert answer.refusal == (403, "Forbidden: user is deactivated")


@pytest.mark.parametrize(
    ("kind", "status", "sentence"),
    [
        ("supergroup", "kicked", "bot was kicked from the supergroup chat"),
        ("group", "kicked", "bot was kicked from the group chat"),
        ("supergroup", "left", "bot is not a member of the supergroup chat"),
    ],
)
async def test_a_group_without_the_bot_is_forbidden(talk: Wire, kind: str, status: str, sentence: str) -> None:
    group = talk.telegram.create_group("Camp", [STUDENT], type=kind)
    talk.telegram.set_bot_status(group.id, status)
    answer = await talk.call("sendMessage", chat_id=group.id, text="hi")
    assert answer.refusal == (403, f"Forbidden: {sentence}")


async def test_an_upgraded_group_names_its_new_id(talk: Wire) -> None:
    group = talk.telegram.create_group("Camp", [STUDENT], type="group")
    supergroup = talk.telegram.upgrade(group.id)
    answer = await talk.call("sendMessage", chat_id=group.id, text="hi")
    assert answer.refusal == (400, "Bad Request: group chat was upgraded to a supergroup chat")
    assert answer.body["parameters"] == {"migrate_to_chat_id": supergroup.id}


@pytest.mark.parametrize(
    ("method", "right", "what"),
    [("sendMessage", "can_send_messages", "text messages"), ("sendPhoto", "can_send_photos", "photos")],
)
async def test_a_group_may_deny_a_kind_of_message(talk: Wire, method: str, right: str, what: str) -> None:
    group = talk.telegram.create_group("Camp", [STUDENT])
    talk.telegram.deny(group.id, [right])
    answer = await talk.call(method, chat_id=group.id, text="hi", photo="x")
    assert answer.refusal == (400, f"Bad Request: not enough rights to send {what} to the chat")


async def test_threads_and_replies_must_exist(talk: Wire) -> None:
    threaded = await talk.call("sendMessage", chat_id=STUDENT, text="hi", message_thread_id=77)
    assert threaded.refusal == (400, "Bad Request: message thread not found")
    replied = await talk.call("sendMessage", chat_id=STUDENT, text="hi", reply_parameters={"message_id": 999})
    assert replied.refusal == (400, "Bad Request: message to be replied not found")
    lenient = {"message_id": 999, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await talk.send(STUDENT, reply_parameters=lenient)


@pytest.mark.parametrize(
    ("method", "verb"),
    [
        ("editMessageText", "edit"),
        ("deleteMessage", "delete"),
        ("copyMessage", "copy"),
        ("forwardMessage", "forward"),
        ("pinChatMessage", "pin"),
    ],
)
async def test_a_message_that_is_not_there_is_named_by_what_was_wanted(talk: Wire, method: str, verb: str) -> None:
    answer = await talk.call(method, chat_id=STUDENT, from_chat_id=STUDENT, message_id=999, text="hi")
    assert answer.refusal == (400, f"Bad Request: message to {verb} not found")


async def test_somebody_elses_message_and_one_with_a_reply_keyboard_cannot_be_edited(talk: Wire) -> None:
    theirs = talk.telegram.send_text(STUDENT, "mine")["message_id"]
    keyboard = {"keyboard": [["Yes"]]}
    locked = (await talk.send(STUDENT, reply_markup=keyboard))["message_id"]
    for message_id in (theirs, locked):
        answer = await talk.call("editMessageText", chat_id=STUDENT, message_id=message_id, text="new")
        assert answer.refusal == (400, "Bad Request: message can't be edited")


async def test_an_edit_that_changes_nothing_is_refused(talk: Wire) -> None:
    markup = buttons([button()])
    sent = await talk.send(STUDENT, "<b>same</b>", parse_mode="HTML", reply_markup=markup)
    same = {"chat_id": STUDENT, "message_id": sent["message_id"], "parse_mode": "HTML", "text": "<b>same</b>"}
    assert (await talk.call("editMessageText", **same, reply_markup=markup)).refusal == (400, NOT_MODIFIED)
    without = (await talk.call("editMessageText", **same)).result
    assert "reply_markup" not in without
    assert (await talk.call("editMessageReplyMarkup", **same)).refusal == (400, NOT_MODIFIED)


async def test_text_and_caption_edits_need_text_and_caption(talk: Wire) -> None:
    text = (await talk.send(STUDENT))["message_id"]
    photo = (await talk.form("sendPhoto", {"chat_id": str(STUDENT)}, photo=("a.png", picture()))).result["message_id"]
    answer = await talk.call("editMessageText", chat_id=STUDENT, message_id=photo, text="x")
    assert answer.refusal == (400, "Bad Request: there is no text in the message to edit")
    answer = await talk.call("editMessageCaption", chat_id=STUDENT, message_id=text, caption="x")
    assert answer.refusal == (400, "Bad Request: there is no caption in the message to edit")


async def test_a_message_older_than_two_days_cannot_be_deleted(talk: Wire) -> None:
    message_id = (await talk.send(STUDENT))["message_id"]
    talk.telegram.set_clock(advance=48 * 3600 + 5)
    answer = await talk.call("deleteMessage", chat_id=STUDENT, message_id=message_id)
    assert answer.refusal == (400, "Bad Request: message can't be deleted for everyone")


async def test_somebody_elses_group_message_is_not_the_bots_to_delete(talk: Wire) -> None:
    group = talk.telegram.create_group("Camp", [STUDENT])
    said = talk.telegram.send_text(STUDENT, "/hello", chat_id=group.id)
    target = {"chat_id": group.id, "message_id": said["message_id"]}
    assert (await talk.call("deleteMessage", **target)).refusal == (400, "Bad Request: message can't be deleted")
    talk.telegram.promote(group.id, talk.telegram.world.bot.id)
    assert (await talk.call("deleteMessage", **target)).result is True


async def test_a_protected_message_cannot_be_forwarded_but_can_be_copied(talk: Wire) -> None:
    kept = await talk.send(STUDENT, "secret", protect_content=True)
    target = {"chat_id": STUDENT, "from_chat_id": STUDENT, "message_id": kept["message_id"]}
    refusal = (await talk.call("forwardMessage", **target)).refusal
    assert refusal == (400, "Bad Request: message has protected content and can't be forwarded")
    assert (await talk.call("copyMessage", **target)).result["message_id"] > kept["message_id"]


KEYBOARDS: list[tuple[dict[str, Any], str]] = [
    (buttons([button("я" * 33)]), "BUTTON_DATA_INVALID"),
    (buttons([button("")]), "BUTTON_DATA_INVALID"),
    (
        buttons([{"text": "Go"}]),
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    (
        buttons([{"text": "Go", "url": "http://localhost"}]),
        "inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL",
    ),
    (buttons(*[[button(str(n))] for n in range(101)]), "reply markup is too long"),
    (buttons([button("x" * 60, "label " * 300)] * 6), "reply markup is too long"),
    (buttons([{**button(), "style": "rainbow"}]), "can't parse inline keyboard button: invalid button style specified"),
]


@pytest.mark.parametrize(("markup", "sentence"), KEYBOARDS)
async def test_a_keyboard_telegram_would_refuse_is_refused(talk: Wire, markup: dict[str, Any], sentence: str) -> None:
    answer = await talk.call("sendMessage", chat_id=STUDENT, text="hi", reply_markup=markup)
    assert answer.refusal == (400, f"Bad Request: {sentence}")


async def test_32_cyrillic_letters_fit_into_callback_data(talk: Wire) -> None:
    assert (await talk.send(STUDENT, reply_markup=buttons([button("я" * 32)])))["reply_markup"]


async def test_markup_that_is_not_json_is_refused(talk: Wire) -> None:
    answer = await talk.call("sendMessage", chat_id=STUDENT, text="hi", reply_markup="{broken")
    assert answer.refusal == (400, "Bad Request: can't parse reply keyboard markup JSON object")


async def test_a_phone_number_is_asked_only_in_private(talk: Wire) -> None:
    group = talk.telegram.create_group("Camp", [STUDENT])
    keyboard = {"keyboard": [[{"text": "My number", "request_contact": True}]]}
    answer = await talk.call("sendMessage", chat_id=group.id, text="hi", reply_markup=keyboard)
    assert answer.refusal == (400, "Bad Request: phone number can be requested in private chats only")
    assert await talk.send(STUDENT, reply_markup=keyboard)


async def test_an_edit_takes_only_an_inline_keyboard(talk: Wire) -> None:
    message_id = (await talk.send(STUDENT))["message_id"]
    keyboard = {"keyboard": [["Yes"]]}
    target = {"chat_id": STUDENT, "message_id": message_id, "text": "new"}
    answer = await talk.call("editMessageText", **target, reply_markup=keyboard)
    assert answer.refusal == (400, "Bad Request: inline keyboard expected")


async def test_a_press_is_answered_once_and_in_time(talk: Wire) -> None:
    sent = await talk.send(STUDENT, reply_markup=buttons([button()]))
    press = talk.telegram.begin_press(STUDENT, sent["message_id"], "go")
    assert (await talk.call("answerCallbackQuery", callback_query_id=press.id)).result is True
    assert (await talk.call("answerCallbackQuery", callback_query_id=press.id)).refusal == (400, TOO_OLD)
    assert (await talk.call("answerCallbackQuery", callback_query_id="12345")).refusal == (400, TOO_OLD)
    late = talk.telegram.begin_press(STUDENT, sent["message_id"], "go")
    talk.telegram.set_clock(advance=60)
    assert (await talk.call("answerCallbackQuery", callback_query_id=late.id)).refusal == (400, TOO_OLD)


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ({"command": "a" * 33, "description": "x"}, "command length must not exceed 32"),
        ({"command": "Start", "description": "x"}, "BOT_COMMAND_INVALID"),
        ({"command": "start", "description": "x" * 257}, "command description length must not exceed 256"),
    ],
)
async def test_a_wrong_command_is_refused(wire: Wire, command: dict[str, str], sentence: str) -> None:
    assert (await wire.call("setMyCommands", commands=[command])).refusal == (400, f"Bad Request: {sentence}")


async def test_albums_are_small_and_of_one_kind(talk: Wire) -> None:
    photo, document = {"type": "photo", "media": "x"}, {"type": "document", "media": "x"}
    many = await talk.call("sendMediaGroup", chat_id=STUDENT, media=[photo] * 11)
    assert many.refusal == (400, "Bad Request: too many messages to send as an album")
    mixed = await talk.call("sendMediaGroup", chat_id=STUDENT, media=[photo, document])
    assert mixed.refusal == (400, "Bad Request: document can't be mixed with other media types")


@pytest.mark.parametrize(
    ("params", "sentence"),
    [
        ({"url": "https://127.0.0.1/hook", "secret_token": "пароль"}, "secret token contains unallowed characters"),
        ({"url": "http://example.kz/hook"}, "bad webhook: An HTTPS URL must be provided for webhook"),
    ],
)
async def test_a_wrong_webhook_is_refused(wire: Wire, params: dict[str, str], sentence: str) -> None:
    assert (await wire.call("setWebhook", **params)).refusal == (400, f"Bad Request: {sentence}")
    assert (await wire.call("getWebhookInfo")).result["url"] == ""
