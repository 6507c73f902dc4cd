"""The methods by which the bot changes, repeats, removes and pins what was written, and answers presses."""

from .access import find_chat, find_message, find_user, own_message, require_admin, writable_chat
from .errors import Json, bad_request
from .formatting import check_length, message_text, text_content
from .keyboards import inline_markup, read_markup
from .methods_send import checked_caption, deliver, input_media
from .models import Chat
from .params import Params
from .world import MEDIA_KINDS, World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
CALLBACK_SECONDS = 15.0
LONGEST_ANSWER = 200
DELETABLE_SECONDS = 48 * 3600
MOST_AT_ONCE = 100
HEADER = frozenset({"message_id", "from", "chat", "date", "edit_date", "reply_to_message", "message_thread_id",
                    "is_topic_message", "has_protected_content", "media_group_id", "forward_origin",
                    "bot_reactions"})  # fmt: skip
CAPTIONED = ("photo", *MEDIA_KINDS)


def edit_message_text(world: World, params: Params) -> Json:
    """Replace the text and the keyboard of the bot's message."""
    formatted = message_text(params, lambda user_id: find_user(world, user_id))
    chat = writable_chat(world, params)
    message = own_message(world, chat, params)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    markup = inline_markup(params, chat, world.warn)
    check_length(formatted[0])
    return _edit(world, chat, message, text_content(formatted), markup)


def edit_message_caption(world: World, params: Params) -> Json:
    """Replace the caption and the keyboard of the bot's media message."""
    caption = checked_caption(world, params)
    chat = writable_chat(world, params)
    message = own_message(world, chat, params)
    media = {kind: message[kind] for kind in CAPTIONED if kind in message}
    if not media:
        raise bad_request("there is no caption in the message to edit")
    return _edit(world, chat, message, {**media, **caption}, inline_markup(params, chat, world.warn))


def edit_message_media(world: World, params: Params) -> Json:
    """Replace the media, the caption and the keyboard of the bot's message."""
    chat = writable_chat(world, params)
    message = own_message(world, chat, params)
    content = input_media(world, params, params.parsed("media", "InputMedia"))
    return _edit(world, chat, message, content, inline_markup(params, chat, world.warn))


def edit_message_reply_markup(world: World, params: Params) -> Json:
    """Replace only the keyboard of the bot's message."""
    chat = writable_chat(world, params)
    message = own_message(world, chat, params)
    content = {key: value for key, value in message.items() if key not in HEADER and key != "reply_markup"}
    return _edit(world, chat, message, content, inline_markup(params, chat, world.warn))


def _edit(world: World, chat: Chat, message: Json, content: Json, markup: Json | None) -> Json:
    body = {**content, "reply_markup": markup} if markup else content
    if body == {key: value for key, value in message.items() if key not in HEADER}:
        raise bad_request(NOT_MODIFIED)
    header = {key: value for key, value in message.items() if key in HEADER}
    edited = {**header, "edit_date": int(world.now()), **body}
    world.replace(chat, edited)
    return edited


def delete_message(world: World, params: Params) -> bool:
    """Remove one message younger than 48 hours."""
    chat = find_chat(world, params)
    message = find_message(chat, params, "delete")
    _check_deletable(world, chat, message)
    world.remove(chat, [message["message_id"]])
    return True


def delete_messages(world: World, params: Params) -> bool:
    """Remove up to 100 messages; those that cannot be found are skipped."""
    chat = find_chat(world, params)
    numbers = params.parsed("message_ids", "message identifiers")
    if not isinstance(numbers, list) or not numbers:
        raise bad_request("message identifiers are not specified")
    if len(numbers) > MOST_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    found = [chat.messages[number] for number in numbers if number in chat.messages]
    for message in found:
        _check_deletable(world, chat, message)
    world.remove(chat, [message["message_id"] for message in found])
    return True


def _check_deletable(world: World, chat: Chat, message: Json) -> None:
    if message["from"]["id"] != world.bot.id:
        require_admin(chat, "message can't be deleted")
    if message["date"] < world.now() - DELETABLE_SECONDS:
        raise bad_request("message can't be deleted for everyone")


def copy_message(world: World, params: Params) -> Json:
    """Send the content of another message as the bot's own."""
    source = find_chat(world, params, "from_chat_id")
    chat = writable_chat(world, params)
    message = find_message(source, params, "copy")
    content = {key: value for key, value in message.items() if key not in HEADER and key != "reply_markup"}
    if params.has("caption") and any(kind in message for kind in CAPTIONED):
        content = {key: value for key, value in content.items() if not key.startswith("caption")}
        content |= checked_caption(world, params)
    markup = read_markup(params, chat, world.warn)
    return {"message_id": deliver(world, params, chat, content, markup)["message_id"]}


def forward_message(world: World, params: Params) -> Json:
    """Send another message with a note of where it came from."""
    source = find_chat(world, params, "from_chat_id")
    chat = writable_chat(world, params)
    message = find_message(source, params, "forward")
    if message.get("has_protected_content"):
        raise bad_request("message has protected content and can't be forwarded")
    content = {key: value for key, value in message.items() if key not in HEADER and key != "reply_markup"}
    origin = {"type": "user", "sender_user": message["from"], "date": message["date"]}
    content["forward_origin"] = message.get("forward_origin", origin)
    return deliver(world, params, chat, content, read_markup(Params({}), chat, world.warn))


def pin_chat_message(world: World, params: Params) -> bool:
    """Put a message on top of the chat."""
    chat = find_chat(world, params)
    require_admin(chat, "not enough rights to manage pinned messages in the chat")
    message = find_message(chat, params, "pin")
    number = message["message_id"]
    chat.pinned = [*(pinned for pinned in chat.pinned if pinned != number), number]
    world.publish_chat(chat)
    return True


def unpin_chat_message(world: World, params: Params) -> bool:
    """Take one message, or the newest pinned one, from the top of the chat."""
    chat = find_chat(world, params)
    require_admin(chat, "not enough rights to manage pinned messages in the chat")
    number = params.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if number not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(number)
    world.publish_chat(chat)
    return True


def unpin_all_chat_messages(world: World, params: Params) -> bool:
    """Take every message from the top of the chat."""
    chat = find_chat(world, params)
    require_admin(chat, "not enough rights to manage pinned messages in the chat")
    chat.pinned = []
    world.publish_chat(chat)
    return True


def set_message_reaction(world: World, params: Params) -> bool:
    """Put the bot's reaction on a message."""
    chat = find_chat(world, params)
    message = find_message(chat, params, "react")
    reactions = params.parsed("reaction", "reaction types") or []
    if not isinstance(reactions, list) or len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    changed = {key: value for key, value in message.items() if key != "bot_reactions"}
    world.replace(chat, {**changed, "bot_reactions": reactions} if reactions else changed)
    return True


def answer_callback_query(world: World, params: Params) -> bool:
    """Answer a press of a button once and in time."""
    callback = world.callbacks.get(params.text("callback_query_id"))
    if callback is None or callback.answer is not None or world.now() > callback.created_at + CALLBACK_SECONDS:
        raise bad_request(TOO_OLD)
    text = params.text("text")
    if len(text) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    url = params.text("url")
    if url and not url.startswith((f"https://t.me/{world.bot.username}?", f"t.me/{world.bot.username}?")):
        raise bad_request("URL_INVALID")
    callback.answer = {"text": text or None, "alert": params.flag("show_alert"), "url": url or None}
    callback.done.set()
    world.publish_callback(callback)
    return True
