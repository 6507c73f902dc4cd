"""Groups as people run them: creating, joining, leaving, promoting and upgrading."""

from .errors import PlayError
from .models import Chat, Person
from .people import ask_to_join, bot_left, bot_membership, chat_of, person_membership, person_of
from .people import join as put_in
from .people import leave as take_out
from .world import World

SMALL_GROUP_ID = -5_000_000
SUPERGROUP_ID = -1_002_000_000_000
STATUSES = frozenset({"member", "administrator", "left", "kicked"})


def create(world: World, title: str, members: list[int], *, kind: str, is_forum: bool, creator: int | None) -> Chat:
    """Create a group with the bot as an ordinary member."""
    if kind not in {"group", "supergroup"}:
        raise PlayError("a group is of type group or supergroup")
    if not title.strip() or not members:
        raise PlayError("a group needs a title and at least one member")
    owner = person_of(world, creator if creator is not None else members[0])
    first_id = SUPERGROUP_ID if kind == "supergroup" else SMALL_GROUP_ID
    chat = Chat(id=first_id - next(world.numbers), type=kind, title=title.strip(), is_forum=is_forum)
    chat.members = {person_of(world, user_id).id: "member" for user_id in members} | {owner.id: "creator"}
    for user_id in chat.members:
        world.people[user_id].known = True
    world.chats[chat.id] = chat
    world.publish_chat(chat)
    bot_membership(world, chat, owner.user(), ("left", "member"))
    return chat


def join(world: World, chat_id: int, user_id: int) -> None:
    """Put a person into a group."""
    chat, person = _group(world, chat_id), person_of(world, user_id)
    if user_id in chat.members:
        raise PlayError("this person is in the group already")
    if user_id in chat.banned:
        raise PlayError("this person is banned from the group")
    put_in(world, chat, person)


def leave(world: World, chat_id: int, user_id: int) -> None:
    """Take a person out of a group."""
    chat, person = _member(world, chat_id, user_id)
    take_out(world, chat, person)


def promote(world: World, chat_id: int, user_id: int) -> None:
    """Make a person or the bot an administrator."""
    if user_id == world.bot.id:
        set_bot_status(world, chat_id, "administrator")
        return
    chat, person = _member(world, chat_id, user_id)
    before, chat.members[user_id] = chat.members[user_id], "administrator"
    person_membership(world, chat, person, (before, "administrator"))
    world.publish_chat(chat)


def request_join(world: World, chat_id: int, user_id: int) -> None:
    """Ask to be let in."""
    chat, person = _group(world, chat_id), person_of(world, user_id)
    if user_id in chat.members:
        raise PlayError("this person is in the group already")
    ask_to_join(world, chat, person)


def set_bot_status(world: World, chat_id: int, status: str) -> None:
    """Change the bot's own place in a group."""
    if status not in STATUSES:
        raise PlayError(f"the bot is one of {', '.join(sorted(STATUSES))}")
    chat = _group(world, chat_id)
    owner = world.people[next(iter(chat.members))].user()
    if status in {"left", "kicked"}:
        bot_left(world, chat, status, by=owner)
        return
    before, chat.bot_status = chat.bot_status, status
    bot_membership(world, chat, owner, (before, status))
    world.publish_chat(chat)


def upgrade(world: World, chat_id: int) -> Chat:
    """Turn a small group into a supergroup; both chats get a service message."""
    old = _group(world, chat_id)
    if old.type != "group" or old.migrated_to is not None:
        raise PlayError("only a small group can be upgraded")
    new = Chat(id=SUPERGROUP_ID - next(world.numbers), type="supergroup", title=old.title, members=dict(old.members))
    new.bot_status = old.bot_status
    world.chats[new.id] = new
    owner = world.people[next(iter(old.members))].user()
    for chat, content in ((old, {"migrate_to_chat_id": new.id}), (new, {"migrate_from_chat_id": old.id})):
        message = world.post(chat, owner, content)
        world.updates.put("message", message, chat.id)
    old.migrated_to = new.id
    world.publish_chat(new)
    return new


def _group(world: World, chat_id: int) -> Chat:
    chat = chat_of(world, chat_id)
    if chat.is_private:
        raise PlayError("this chat is not a group")
    return chat


def _member(world: World, chat_id: int, user_id: int) -> tuple[Chat, Person]:
    chat, person = _group(world, chat_id), person_of(world, user_id)
    if user_id not in chat.members:
        raise PlayError("this person is not in the group")
    return chat, person
