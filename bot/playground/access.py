"""Whether the bot may reach a chat: the same refusals, in the same order, as the real server gives."""

from .errors import Json, bad_request, forbidden
from .models import Chat, Person
from .params import Params
from .world import World

RIGHT_NAMES = {
    "can_send_messages": "text messages", "can_send_photos": "photos", "can_send_documents": "documents",
    "can_send_polls": "polls", "can_send_videos": "videos", "can_send_voice_notes": "voice notes",
    "can_send_other_messages": "stickers",
}  # fmt: skip


def find_chat(world: World, params: Params, field: str = "chat_id") -> Chat:
    """Return the chat a call names if the bot knows it and is in it."""
    raw = params.text(field).strip()
    if not raw:
        raise bad_request("chat_id is empty")
    chat = world.chats.get(int(raw)) if raw.lstrip("-").isdigit() else None
    if chat is None:
        raise bad_request("chat not found")
    if chat.user_id is not None:
        _check_known(world.people[chat.user_id])
    else:
        _check_membership(chat)
    return chat


def _check_known(person: Person) -> None:
    if not (person.started or person.known):
        raise bad_request("chat not found")


def _check_membership(chat: Chat) -> None:
    if chat.migrated_to is not None:
        raise bad_request("group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": chat.migrated_to})
    if chat.bot_status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    if chat.bot_status == "left":
        raise forbidden(f"bot is not a member of the {chat.type} chat")


def writable_chat(world: World, params: Params, right: str = "can_send_messages") -> Chat:
    """Return the chat a call wants to write into, or say why it cannot."""
    chat = find_chat(world, params)
    if chat.user_id is not None:
        _check_reachable(world, world.people[chat.user_id])
    elif right in chat.denied and chat.bot_status != "administrator":
        raise bad_request(f"not enough rights to send {RIGHT_NAMES[right]} to the chat")
    return chat


def _check_reachable(world: World, person: Person) -> None:
    if person.deactivated:
        raise forbidden("user is deactivated")
    if person.blocked:
        raise forbidden("bot was blocked by the user")
    if not person.started and person.open_until < world.now():
        raise forbidden("bot can't initiate conversation with a user")


def find_message(chat: Chat, params: Params, purpose: str, field: str = "message_id") -> Json:
    """Return the message a call names; `purpose` is the verb of the refusal."""
    message = chat.messages.get(params.integer(field))
    if message is None:
        raise bad_request(f"message to {purpose} not found")
    return message


def own_message(world: World, chat: Chat, params: Params) -> Json:
    """Return a message of the bot that may still be edited."""
    message = find_message(chat, params, "edit")
    if message["from"]["id"] != world.bot.id or message["message_id"] in chat.locked:
        raise bad_request("message can't be edited")
    return message


def require_admin(chat: Chat, refusal: str) -> None:
    """Refuse what only an administrator of a group may do."""
    if not chat.is_private and chat.bot_status != "administrator":
        raise bad_request(refusal)


def find_user(world: World, user_id: int) -> Json | None:
    """Return the User object of a person the bot knows."""
    person = world.people.get(user_id)
    return person.user() if person is not None and (person.known or person.started) else None


def find_member(world: World, params: Params) -> Person:
    """Return the person a call names by `user_id`."""
    person = world.people.get(params.integer("user_id"))
    if person is None:
        raise bad_request("user not found")
    return person
