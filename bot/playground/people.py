"""What people do in Telegram, turned into messages they see and updates the bot receives."""

from .errors import Json, PlayError
from .formatting import LONGEST_TEXT, with_found_entities
from .models import Chat, Person
from .world import World

JOIN_REQUEST_SECONDS = 300.0
SERVICE_FIELDS = frozenset({"new_chat_members", "left_chat_member", "new_chat_title", "pinned_message",
                            "migrate_to_chat_id", "migrate_from_chat_id", "group_chat_created"})  # fmt: skip


def person_of(world: World, user_id: int) -> Person:
    """Return a person or say that there is none."""
    person = world.people.get(user_id)
    if person is None:
        raise PlayError(f"there is no person {user_id}", 404)
    return person


def chat_of(world: World, chat_id: int) -> Chat:
    """Return a chat or say that there is none."""
    chat = world.chats.get(chat_id)
    if chat is None:
        raise PlayError(f"there is no chat {chat_id}", 404)
    return chat


def writing_place(world: World, user_id: int, chat_id: int | None) -> tuple[Person, Chat]:
    """Return the person and the chat they may write into now."""
    person = person_of(world, user_id)
    chat = chat_of(world, user_id if chat_id is None else chat_id)
    if person.deactivated:
        raise PlayError("this account is deleted")
    if chat.is_private:
        if chat.user_id != user_id:
            raise PlayError("this chat belongs to somebody else")
        if person.blocked:
            raise PlayError("the bot is blocked: unblock it or press Start")
    elif user_id not in chat.members:
        raise PlayError("this person is not in the group")
    return person, chat


def say(world: World, person: Person, chat: Chat, content: Json, *, reply_to: int | None = None) -> Json:
    """Post a person's message and tell the bot if it may see it."""
    quoted: Json = {}
    if reply_to is not None:
        replied = chat.messages.get(reply_to)
        if replied is None:
            raise PlayError("the message to reply to is not there", 404)
        quoted = {"reply_to_message": {key: value for key, value in replied.items() if key != "reply_to_message"}}
    if chat.is_private and not person.started:
        person.started = True
        world.publish_person(person)
    message = world.post(chat, person.user(), {**quoted, **content})
    if bot_sees(world, chat, message):
        person.known = True
        world.updates.put("message", message, chat.id)
    return message


def sent_pieces(text: str) -> list[str]:
    """Cut a text where a client would: after 4096 characters; nothing is left of an empty one."""
    whole = text.strip()
    return [whole[start : start + LONGEST_TEXT] for start in range(0, len(whole), LONGEST_TEXT)]


def text_fields(text: str) -> Json:
    """Return the content of a text as a person's client sends it."""
    entities = with_found_entities(text, [])
    return {"text": text, "entities": entities} if entities else {"text": text}


def bot_sees(world: World, chat: Chat, message: Json) -> bool:
    """Apply privacy: in a group the bot gets commands, replies to it, mentions of it and service messages."""
    if chat.is_private or chat.bot_status == "administrator":
        return True
    if chat.bot_status != "member":
        return False
    if SERVICE_FIELDS & message.keys():
        return True
    replied = message.get("reply_to_message", {}).get("from", {}).get("id")
    text: str = message.get("text") or message.get("caption") or ""
    return replied == world.bot.id or text.startswith("/") or f"@{world.bot.username}" in text


def bot_membership(world: World, chat: Chat, by: Json, change: tuple[str, str]) -> None:
    """Tell the bot that its own place in a chat changed from one status to another."""
    world.updates.put("my_chat_member", _member_change(world, chat, by, world.bot.user(), change), chat.id)


def person_membership(world: World, chat: Chat, person: Person, change: tuple[str, str]) -> None:
    """Tell the bot, if it runs the group, that a person's place changed."""
    if chat.bot_status == "administrator":
        update = _member_change(world, chat, person.user(), person.user(), change)
        world.updates.put("chat_member", update, chat.id)


def _member_change(world: World, chat: Chat, by: Json, whom: Json, change: tuple[str, str]) -> Json:
    before, after = (_member(whom, status) for status in change)
    return {"chat": world.chat_object(chat), "from": by, "date": int(world.now()),
            "old_chat_member": before, "new_chat_member": after}  # fmt: skip


def _member(whom: Json, status: str) -> Json:
    extra = {"kicked": {"until_date": 0}, "administrator": ADMIN_RIGHTS}.get(status, {})
    return {"status": status, "user": whom, **extra}


ADMIN_RIGHTS: Json = dict.fromkeys(
    ("can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
     "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories",
     "can_delete_stories", "can_send_welcome_messages", "can_pin_messages", "can_manage_topics"), True,
) | {"can_be_edited": False, "is_anonymous": False}  # fmt: skip


def bot_left(world: World, chat: Chat, status: str, by: Json) -> None:
    """Take the bot out of a group, by itself or by somebody."""
    before, chat.bot_status = chat.bot_status, status
    world.post(chat, by, {"left_chat_member": world.bot.user()})
    bot_membership(world, chat, by, (before, status))
    world.publish_chat(chat)


def join(world: World, chat: Chat, person: Person) -> None:
    """Put a person into a group."""
    chat.members[person.id] = "member"
    chat.join_requests.pop(person.id, None)
    say(world, person, chat, {"new_chat_members": [person.user()]})
    person_membership(world, chat, person, ("left", "member"))
    world.publish_chat(chat)


def leave(world: World, chat: Chat, person: Person) -> None:
    """Take a person out of a group."""
    say(world, person, chat, {"left_chat_member": person.user()})
    status = chat.members.pop(person.id)
    person_membership(world, chat, person, (status, "left"))
    world.publish_chat(chat)


def put_out(world: World, chat: Chat, person: Person) -> None:
    """Let the bot put a person out of a group."""
    world.post(chat, world.bot.user(), {"left_chat_member": person.user()})
    change = (chat.members.pop(person.id), "kicked")
    update = _member_change(world, chat, world.bot.user(), person.user(), change)
    world.updates.put("chat_member", update, chat.id)
    world.publish_chat(chat)


def ask_to_join(world: World, chat: Chat, person: Person) -> None:
    """File a request to join; for five minutes the bot may write to the person first."""
    chat.join_requests[person.id] = world.now()
    if chat.bot_status != "administrator":
        return
    person.known = True
    person.open_until = world.now() + JOIN_REQUEST_SECONDS
    request = {"chat": world.chat_object(chat), "from": person.user(), "user_chat_id": person.id,
               "date": int(world.now())}  # fmt: skip
    world.updates.put("chat_join_request", request, chat.id)


def decide_join(world: World, chat: Chat, person: Person, *, admitted: bool) -> None:
    """Close a request to join."""
    chat.join_requests.pop(person.id, None)
    if admitted:
        join(world, chat, person)
