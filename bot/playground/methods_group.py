"""The methods about chats and the people in them."""

from .access import find_chat, find_member, require_admin
from .errors import Json, bad_request
from .models import Chat, Person
from .params import Params
from .people import ADMIN_RIGHTS, bot_left, decide_join, put_out
from .world import World

NO_GIFTS = {
    "unlimited_gifts": False, "limited_gifts": False, "unique_gifts": False, "premium_subscription": False,
    "gifts_from_channels": False,
}  # fmt: skip


def get_chat(world: World, params: Params) -> Json:
    """Return everything the bot may know of a chat."""
    chat = find_chat(world, params)
    full = {
        **world.chat_object(chat), "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": NO_GIFTS,
    }  # fmt: skip
    if chat.pinned:
        full["pinned_message"] = chat.messages.get(chat.pinned[-1])
    if chat.invite_links:
        full["invite_link"] = chat.invite_links[-1]
    return full


def member_object(world: World, chat: Chat, user_id: int) -> Json:
    """Return the Bot API ChatMember object of a person or of the bot."""
    is_bot = user_id == world.bot.id
    user = world.bot.user() if is_bot else world.people[user_id].user()
    outside = "kicked" if user_id in chat.banned else "left"
    status = chat.bot_status if is_bot else chat.members.get(user_id, outside)
    if status == "creator":
        return {"status": status, "user": user, "is_anonymous": False}
    if status == "administrator":
        lacked = dict.fromkeys(chat.bot_lacks, False) if is_bot else {}
        return {"status": status, "user": user, **ADMIN_RIGHTS, **lacked}
    if status == "kicked":
        return {"status": status, "user": user, "until_date": 0}
    return {"status": status, "user": user}


def get_chat_member(world: World, params: Params) -> Json:
    """Return how a person belongs to a chat."""
    chat = find_chat(world, params)
    if params.integer("user_id") == world.bot.id:
        return member_object(world, chat, world.bot.id)
    person = find_member(world, params)
    if chat.is_private and person.id != chat.id:
        raise bad_request("user not found")
    if chat.is_private:
        return {"status": "member", "user": person.user()}
    return member_object(world, chat, person.id)


def get_chat_administrators(world: World, params: Params) -> list[Json]:
    """Return the people who run a group, and the bot if it does."""
    chat = find_chat(world, params)
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    bot = [world.bot.id] if chat.bot_status == "administrator" else []
    return [member_object(world, chat, user_id) for user_id in [*chat.admins(), *bot]]


def get_chat_member_count(world: World, params: Params) -> int:
    """Return how many accounts are in a chat, the bot included."""
    chat = find_chat(world, params)
    return 2 if chat.is_private else len(chat.members) + 1


def leave_chat(world: World, params: Params) -> bool:
    """Take the bot out of a group."""
    chat = find_chat(world, params)
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    bot_left(world, chat, "left", by=world.bot.user())
    return True


def ban_chat_member(world: World, params: Params) -> bool:
    """Put a person out of a group; nobody lets them in again until the ban is lifted."""
    chat, person = _to_restrict(world, params)
    if person.id in chat.members:
        put_out(world, chat, person)
    chat.banned.add(person.id)
    return True


def unban_chat_member(world: World, params: Params) -> bool:
    """Lift a ban; whoever is in the group is put out by this, unless it is only meant for who is banned."""
    chat, person = _to_restrict(world, params)
    if person.id in chat.members and not params.flag("only_if_banned"):
        put_out(world, chat, person)
    chat.banned.discard(person.id)
    return True


def _to_restrict(world: World, params: Params) -> tuple[Chat, Person]:
    """Return the person the bot may keep out of a group, or say why it may not."""
    chat = find_chat(world, params)
    if chat.is_private:
        raise bad_request("can't ban members in private chats")
    person = find_member(world, params)
    if chat.bot_status != "administrator" or "can_restrict_members" in chat.bot_lacks:
        raise bad_request("not enough rights to restrict/unrestrict chat member")
    if chat.members.get(person.id) == "creator":
        raise bad_request("can't remove chat owner")
    if chat.members.get(person.id) == "administrator":
        raise bad_request("user is an administrator of the chat")
    return chat, person


def create_chat_invite_link(world: World, params: Params) -> Json:
    """Make one more link into a group."""
    chat = find_chat(world, params)
    if chat.is_private:
        raise bad_request("can't create invite link in private chats")
    require_admin(chat, "not enough rights to manage chat invite link")
    link = f"https://t.me/+playground{world.random_id()}"
    chat.invite_links.append(link)
    created: Json = {
        "invite_link": link,
        "creator": world.bot.user(),
        "creates_join_request": params.flag("creates_join_request"),
        "is_primary": False,
        "is_revoked": False,
    }
    optional = {"name": params.text("name"), "expire_date": params.integer("expire_date"),
                "member_limit": params.integer("member_limit")}  # fmt: skip
    return created | {key: value for key, value in optional.items() if value}


def approve_chat_join_request(world: World, params: Params) -> bool:
    """Let a person in."""
    return _decide(world, params, admitted=True)


def decline_chat_join_request(world: World, params: Params) -> bool:
    """Keep a person out."""
    return _decide(world, params, admitted=False)


def _decide(world: World, params: Params, *, admitted: bool) -> bool:
    chat = find_chat(world, params)
    require_admin(chat, "not enough rights to manage chat join requests")
    person = find_member(world, params)
    if person.id in chat.members:
        raise bad_request("USER_ALREADY_PARTICIPANT")
    if person.id not in chat.join_requests:
        raise bad_request("HIDE_REQUESTER_MISSING")
    decide_join(world, chat, person, admitted=admitted)
    return True
