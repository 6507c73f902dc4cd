"""Topics of a forum as people meet them: writing in one, deleting one."""

from .errors import Json, PlayError
from .models import Chat
from .world import World

RUNS = frozenset({"creator", "administrator"})


def place(chat: Chat, user_id: int, topic_id: int | None) -> Json:
    """Return the fields of a message that somebody writes in a topic; none outside."""
    if topic_id is None:
        return {}
    if topic_id not in chat.topics:
        raise PlayError("there is no such topic", 404)
    if topic_id in chat.closed_topics and chat.members.get(user_id) not in RUNS:
        raise PlayError("this topic is closed")
    return {"message_thread_id": topic_id, "is_topic_message": True}


def of_reply(chat: Chat, reply_to: int | None) -> int | None:
    """Return the topic a reply belongs to: that of the message it answers."""
    topic_id: int | None = chat.messages.get(reply_to or 0, {}).get("message_thread_id")
    return topic_id


def forget(world: World, chat: Chat, topic_id: int) -> None:
    """Take a topic and its messages out of a forum."""
    if chat.topics.pop(topic_id, None) is None:
        raise PlayError("there is no such topic", 404)
    chat.closed_topics.discard(topic_id)
    inside = [
        number
        for number, message in chat.messages.items()
        if number == topic_id or message.get("message_thread_id") == topic_id
    ]
    world.remove(chat, inside)
