"""The methods about the bot itself: who it is, its commands and texts, its files and its way to receive updates."""

import re
from urllib.parse import urlsplit

from .access import find_chat
from .errors import Json, bad_request
from .files import LARGEST_DOWNLOAD
from .links import is_loopback
from .models import Webhook
from .params import Params
from .webhook import webhook_info
from .world import World

MOST_COMMANDS = 100
LONGEST_COMMAND = 32
LONGEST_COMMAND_DESCRIPTION = 256
LONGEST = {"name": 64, "description": 512, "short_description": 120}
SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})
CHAT_SCOPES = frozenset({"chat", "chat_administrators", "chat_member"})
MENU_BUTTONS = frozenset({"default", "commands", "web_app"})
LONGEST_SECRET = 256
MOST_CONNECTIONS = 100
USUAL_CONNECTIONS = 40


def get_me(world: World, _params: Params) -> Json:
    """Return the bot's own account."""
    return {
        **world.bot.user(),
        "first_name": world.bot.names.get("") or world.bot.first_name,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(world: World, params: Params) -> bool:
    """Set the commands of one scope and language."""
    given = params.parsed("commands", "bot commands")
    if not isinstance(given, list):
        raise bad_request('parameter "commands" is required')
    if len(given) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    commands = [_command(item) for item in given if isinstance(item, dict)]
    key = _commands_key(params)
    if commands:
        world.bot.commands[key] = commands
    else:
        world.bot.commands.pop(key, None)
    world.publish_bot()
    return True


def _command(item: Json) -> Json:
    name = str(item.get("command", "")).removeprefix("/")
    description = str(item.get("description", "")).strip()
    if not name:
        raise bad_request("command must be non-empty")
    if len(name) > LONGEST_COMMAND:
        raise bad_request("command length must not exceed 32")
    if not re.fullmatch(r"[a-z0-9_]+", name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > LONGEST_COMMAND_DESCRIPTION:
        raise bad_request("command description length must not exceed 256")
    command: Json = {"command": name, "description": description}
    return {**command, "is_ephemeral": True} if item.get("is_ephemeral") else command


def _commands_key(params: Params) -> str:
    scope = params.parsed("scope", "BotCommandScope") or {"type": "default"}
    kind = scope.get("type") if isinstance(scope, dict) else None
    if kind in CHAT_SCOPES:
        member = f":{scope.get('user_id')}" if kind == "chat_member" else ""
        kind = f"{kind}:{scope.get('chat_id')}{member}"
    elif kind not in SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    return f"{kind}|{_language(params)}"


def _language(params: Params) -> str:
    language = params.text("language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("invalid language code specified")
    return language


def get_my_commands(world: World, params: Params) -> list[Json]:
    """Return the commands of exactly this scope and language."""
    return world.bot.commands.get(_commands_key(params), [])


def delete_my_commands(world: World, params: Params) -> bool:
    """Remove the commands of one scope and language."""
    world.bot.commands.pop(_commands_key(params), None)
    world.publish_bot()
    return True


def set_my_name(world: World, params: Params) -> bool:
    """Set the bot's name in one language."""
    return _set_text(world, params, "name", world.bot.names)


def set_my_description(world: World, params: Params) -> bool:
    """Set the text of the empty chat in one language."""
    return _set_text(world, params, "description", world.bot.descriptions)


def set_my_short_description(world: World, params: Params) -> bool:
    """Set the text of the profile in one language."""
    return _set_text(world, params, "short_description", world.bot.short_descriptions)


def _set_text(world: World, params: Params, field: str, texts: dict[str, str]) -> bool:
    text = params.text(field)
    if len(text) > LONGEST[field]:
        raise bad_request(f"{field.replace('_', ' ')} is too long")
    language = _language(params)
    texts.pop(language, None)
    if text:
        texts[language] = text
    world.publish_bot()
    return True


def get_my_name(world: World, params: Params) -> Json:
    """Return the bot's name in one language."""
    names = world.bot.names
    return {"name": names.get(_language(params)) or names.get("") or world.bot.first_name}


def get_my_description(world: World, params: Params) -> Json:
    """Return the text of the empty chat in one language."""
    texts = world.bot.descriptions
    return {"description": texts.get(_language(params), texts.get("", ""))}


def get_my_short_description(world: World, params: Params) -> Json:
    """Return the text of the profile in one language."""
    texts = world.bot.short_descriptions
    return {"short_description": texts.get(_language(params), texts.get("", ""))}


def set_chat_menu_button(world: World, params: Params) -> bool:
    """Choose what the button beside the input does, for everybody or in one private chat."""
    button = params.parsed("menu_button", "MenuButton") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in MENU_BUTTONS:
        raise bad_request("can't parse menu button: unsupported type specified")
    if params.text("chat_id"):
        world.bot.chat_menu_buttons[find_chat(world, params).id] = button
    else:
        world.bot.menu_button = button
        world.publish_bot()
    return True


def get_chat_menu_button(world: World, params: Params) -> Json:
    """Return the button beside the input."""
    if params.text("chat_id"):
        return world.bot.chat_menu_buttons.get(find_chat(world, params).id, {"type": "default"})
    return world.bot.menu_button


def get_file(world: World, params: Params) -> Json:
    """Prepare a file for download."""
    stored = world.files.by_id.get(params.text("file_id"))
    if stored is None:
        raise bad_request("invalid file_id")
    if len(stored.data) > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return {**stored.reference(), "file_path": stored.path}


def set_webhook(world: World, params: Params) -> bool:
    """Deliver updates to an address instead of getUpdates; an empty address ends that."""
    url = params.text("url")
    if not url:
        return delete_webhook(world, params)
    secret = params.text("secret_token")
    if len(secret) > LONGEST_SECRET:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")
    _check_webhook_url(url)
    set_allowed_updates(world, params)
    most = params.integer("max_connections", USUAL_CONNECTIONS) or USUAL_CONNECTIONS
    if params.flag("drop_pending_updates"):
        world.updates.clear()
    world.updates.stop_poller("terminated by setWebhook request")
    world.use_webhook(Webhook(url=url, secret=secret, most=max(1, min(most, MOST_CONNECTIONS))))
    return True


def _check_webhook_url(url: str) -> None:
    parts = urlsplit(url)
    loopback = is_loopback(parts.hostname or "")
    if parts.scheme != "https" and not (parts.scheme == "http" and loopback):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not loopback:
        raise bad_request("bad webhook: the playground delivers to this computer only")


def delete_webhook(world: World, params: Params) -> bool:
    """Return to getUpdates."""
    if params.flag("drop_pending_updates"):
        world.updates.clear()
    world.use_webhook(None)
    return True


def get_webhook_info(world: World, _params: Params) -> Json:
    """Return where updates go and how that went lately."""
    return webhook_info(world)


def set_allowed_updates(world: World, params: Params) -> None:
    """Remember the kinds of updates the bot wants, if the call says so."""
    if not params.has("allowed_updates"):
        return
    kinds = params.parsed("allowed_updates", "allowed updates")
    if kinds is not None and not isinstance(kinds, list):
        raise bad_request("can't parse allowed updates: expected an Array of String")
    world.updates.set_allowed([str(kind) for kind in kinds or []])
