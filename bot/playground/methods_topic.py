"""The methods about the topics of a forum."""

from .access import find_chat, require_admin
from .errors import Json, bad_request
from .models import Chat
from .params import Params
from .topics import forget
from .world import World

LONGEST_TOPIC = 128
TOPIC_COLOR = 7322096


def create_forum_topic(world: World, params: Params) -> Json:
    """Open a topic in a forum."""
    chat = find_chat(world, params)
    name = params.text("name").strip()
    if not 1 <= len(name) <= LONGEST_TOPIC:
        raise bad_request("TOPIC_TITLE_EMPTY" if not name else "topic name is too long")
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    require_admin(chat, "not enough rights to create a topic")
    color = params.integer("icon_color", TOPIC_COLOR)
    created = {"forum_topic_created": {"name": name, "icon_color": color}}
    message = world.post(chat, world.bot.user(), created)
    chat.topics[message["message_id"]] = name
    world.publish_chat(chat)
    return {"message_thread_id": message["message_id"], "name": name, "icon_color": color}


def close_forum_topic(world: World, params: Params) -> bool:
    """Close a topic: ordinary members write there no more."""
    chat, topic_id = _topic(world, params)
    if topic_id in chat.closed_topics:
        raise bad_request("TOPIC_NOT_MODIFIED")
    chat.closed_topics.add(topic_id)
    service = {"forum_topic_closed": {}, "message_thread_id": topic_id, "is_topic_message": True}
    world.post(chat, world.bot.user(), service)
    return True


def reopen_forum_topic(world: World, params: Params) -> bool:
    """Open a closed topic."""
    chat, topic_id = _topic(world, params)
    if topic_id not in chat.closed_topics:
        raise bad_request("TOPIC_NOT_MODIFIED")
    chat.closed_topics.discard(topic_id)
    service = {"forum_topic_reopened": {}, "message_thread_id": topic_id, "is_topic_message": True}
    world.post(chat, world.bot.user(), service)
    return True


def delete_forum_topic(world: World, params: Params) -> bool:
    """Delete a topic with everything in it."""
    chat, topic_id = _topic(world, params)
    forget(world, chat, topic_id)
    return True


def _topic(world: World, params: Params) -> tuple[Chat, int]:
    chat = find_chat(world, params)
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    require_admin(chat, "not enough rights to manage topics in the chat")
    topic_id = params.integer("message_thread_id")
    if topic_id not in chat.topics:
        raise bad_request("TOPIC_ID_INVALID")
    return chat, topic_id
