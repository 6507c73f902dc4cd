"""The methods by which the bot writes: texts, media, albums, places, contacts and polls."""

from typing import Any

from .access import find_user, writable_chat
from .errors import Json, bad_request
from .files import StoredFile, named_upload
from .formatting import LONGEST_CAPTION, caption_content, check_length, message_text, text_content
from .keyboards import Markup, read_markup, refuse_keyboard_on_album
from .models import Chat
from .params import Params
from .world import World

ALBUM_MOST = 10
POLL_OPTIONS = range(1, 13)
LONGEST_QUESTION = 300
LONGEST_OPTION = 100
_ACTION_NAMES = (
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker "
    "find_location record_video_note upload_video_note"
)
ACTIONS = frozenset(_ACTION_NAMES.split())
ACTION_SECONDS = 5.0


def send_message(world: World, params: Params) -> Json:
    """Send a text."""
    formatted = message_text(params, lambda user_id: find_user(world, user_id))
    chat = writable_chat(world, params)
    markup = read_markup(params, chat, world.warn)
    check_length(formatted[0])
    return deliver(world, params, chat, text_content(formatted), markup)


def send_photo(world: World, params: Params) -> Json:
    """Send a picture, uploaded or known by its file id."""
    return _send_media(world, params, "photo", "can_send_photos")


def send_document(world: World, params: Params) -> Json:
    """Send a file, uploaded or known by its file id."""
    return _send_media(world, params, "document", "can_send_documents")


def _send_media(world: World, params: Params, kind: str, right: str) -> Json:
    chat = writable_chat(world, params, right)
    caption = checked_caption(world, params)
    markup = read_markup(params, chat, world.warn)
    media = media_content(world, params, kind, kind)
    extra = {"has_media_spoiler": True} if kind == "photo" and params.flag("has_spoiler") else {}
    return deliver(world, params, chat, {**media, **caption, **extra}, markup)


def checked_caption(world: World, params: Params) -> Json:
    """Return the caption fields of a call, refused when too long."""
    caption = caption_content(params, lambda user_id: find_user(world, user_id))
    check_length(caption.get("caption", ""), LONGEST_CAPTION)
    return caption


def media_content(world: World, params: Params, kind: str, field: str) -> Json:
    """Return the media field of a message from an upload, a file id or an `attach://` name."""
    value = params.text(field)
    upload = named_upload(params, field, value)
    if upload is None and not value:
        raise bad_request(f"there is no {kind} in the request")
    if kind == "photo":
        sizes = world.files.add_photo(upload) if upload else world.files.sizes_of(world.files.find(value))
        if sizes[-1].kind != "photo":
            raise bad_request("can't use file of type Document as Photo")
        return {"photo": [size.photo_size() for size in sizes]}
    stored = world.files.add("document", upload) if upload else world.files.find(value)
    return {"document": document_object(stored)}


def document_object(stored: StoredFile) -> Json:
    """Return the Bot API Document object of a file."""
    return {"file_name": stored.name, "mime_type": stored.mime, **stored.reference()}


def send_media_group(world: World, params: Params) -> list[Json]:
    """Send an album of 2 to 10 photos or documents."""
    items = params.parsed("media", "InputMedia")
    if not isinstance(items, list) or not items:
        raise bad_request("there are no messages to send")
    if len(items) > ALBUM_MOST:
        raise bad_request("too many messages to send as an album")
    kinds = {str(item.get("type")) for item in items if isinstance(item, dict)}
    _check_kinds(kinds)
    refuse_keyboard_on_album(params)
    chat = writable_chat(world, params, "can_send_photos" if "photo" in kinds else "can_send_documents")
    group = {"media_group_id": world.random_id()} if len(items) > 1 else {}
    contents = [{**group, **input_media(world, params, item)} for item in items]
    return [deliver(world, params, chat, content, Markup()) for content in contents]


def _check_kinds(kinds: set[str]) -> None:
    unknown = kinds - {"photo", "document"}
    if unknown:
        raise bad_request(f"the playground does not model media of type {', '.join(sorted(unknown))}")
    if len(kinds) > 1:
        raise bad_request("document can't be mixed with other media types")


def input_media(world: World, params: Params, item: Any) -> Json:  # noqa: ANN401 - JSON may be anything
    """Return the content of one InputMedia with its own caption."""
    if not isinstance(item, dict) or item.get("type") not in {"photo", "document"}:
        raise bad_request("can't parse InputMedia: unsupported media type")
    inner = Params(item, params.uploads)
    return {**media_content(world, inner, item["type"], "media"), **checked_caption(world, inner)}


def deliver(world: World, params: Params, chat: Chat, content: Json, markup: Markup) -> Json:
    """Put the bot's message into the chat with its reply, thread, protection and keyboard."""
    full = {**_thread(chat, params), **_reply(chat, params), **content}
    if params.flag("protect_content"):
        full["has_protected_content"] = True
    if markup.inline:
        full["reply_markup"] = markup.inline
    message = world.post(chat, world.bot.user(), full)
    if markup.keyboard or markup.removes_keyboard or markup.forces_reply:
        chat.locked.add(message["message_id"])
    if markup.keyboard or markup.removes_keyboard:
        world.set_reply_keyboard(chat, markup.keyboard)
    return message


def _thread(chat: Chat, params: Params) -> Json:
    thread = params.integer("message_thread_id")
    if not thread:
        return {}
    if thread not in chat.topics:
        raise bad_request("message thread not found")
    return {"message_thread_id": thread, "is_topic_message": True}


def _reply(chat: Chat, params: Params) -> Json:
    given = params.parsed("reply_parameters", "reply parameters") or {}
    number = given.get("message_id") or params.integer("reply_to_message_id")
    if not number:
        return {}
    replied = chat.messages.get(number)
    if replied is None:
        if given.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    return {"reply_to_message": without_reply(replied)}


def without_reply(message: Json) -> Json:
    """Return a message as it is quoted: without what it replied to itself."""
    return {key: value for key, value in message.items() if key != "reply_to_message"}


def send_chat_action(world: World, params: Params) -> bool:
    """Show what the bot is doing for five seconds."""
    action = params.text("action").lower()
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = writable_chat(world, params)
    world.set_action(chat, {"text": action, "until": world.now() + ACTION_SECONDS})
    return True


def send_message_draft(world: World, params: Params) -> bool:
    """Show a message being composed; it is seen only as typing."""
    formatted = message_text(params, lambda user_id: find_user(world, user_id))
    chat = writable_chat(world, params)
    check_length(formatted[0])
    if not chat.is_private:
        raise bad_request("method is available only in private chats")
    world.set_action(chat, {"text": "typing", "until": world.now() + ACTION_SECONDS})
    return True


def send_contact(world: World, params: Params) -> Json:
    """Send a contact card."""
    if not params.text("phone_number"):
        raise bad_request("phone number must be non-empty")
    if not params.text("first_name"):
        raise bad_request("first name must be non-empty")
    chat = writable_chat(world, params)
    contact = {name: params.text(name) for name in ("phone_number", "first_name", "last_name") if params.text(name)}
    return deliver(world, params, chat, {"contact": contact}, read_markup(params, chat, world.warn))


def send_location(world: World, params: Params) -> Json:
    """Send a place on the map."""
    chat = writable_chat(world, params)
    return deliver(world, params, chat, {"location": _location(params)}, read_markup(params, chat, world.warn))


def send_venue(world: World, params: Params) -> Json:
    """Send a named place."""
    chat = writable_chat(world, params)
    location = _location(params)
    venue = {"location": location, "title": params.text("title"), "address": params.text("address")}
    content = {"location": location, "venue": venue}
    return deliver(world, params, chat, content, read_markup(params, chat, world.warn))


def _location(params: Params) -> Json:
    latitude, longitude = params.decimal("latitude"), params.decimal("longitude")
    if latitude is None or longitude is None:
        raise bad_request("latitude is empty" if latitude is None else "longitude is empty")
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        raise bad_request("wrong latitude/longitude specified")
    return {"latitude": latitude, "longitude": longitude}


def send_poll(world: World, params: Params) -> Json:
    """Send a poll."""
    chat = writable_chat(world, params, "can_send_polls")
    question = params.text("question").strip()
    if not question:
        raise bad_request("poll question must be non-empty")
    if len(question) > LONGEST_QUESTION:
        raise bad_request("poll question length must not exceed 300")
    poll: Json = {
        "id": world.random_id(),
        "question": question,
        "options": _poll_options(params),
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": params.text("is_anonymous").lower() != "false",
        "type": params.text("type") or "regular",
        "allows_multiple_answers": params.flag("allows_multiple_answers"),
        "allows_revoting": params.flag("allows_revoting"),
        "members_only": False,
    }
    return deliver(world, params, chat, {"poll": poll}, read_markup(params, chat, world.warn))


def _poll_options(params: Params) -> list[Json]:
    given = params.parsed("options", "options") or []
    texts = [option.get("text", "") if isinstance(option, dict) else str(option) for option in given]
    if len(texts) not in POLL_OPTIONS:
        raise bad_request(f"poll must have from 1 to {POLL_OPTIONS[-1]} options")
    if not all(text.strip() and len(text) <= LONGEST_OPTION for text in texts):
        raise bad_request("poll options length must be from 1 to 100")
    return [{"persistent_id": str(n), "text": text, "voter_count": 0} for n, text in enumerate(texts)]
