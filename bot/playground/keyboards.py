"""Keyboards as Telegram accepts them; what it would refuse is refused with the same words."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from .errors import ApiError, Json, bad_request
from .links import checked_link, is_loopback
from .models import Chat
from .params import Params

MOST_INLINE_BUTTONS = 100
MOST_REPLY_BUTTONS = 300
LONGEST_MARKUP = 10_240
LONGEST_CALLBACK_DATA = 64
LONGEST_COPY_TEXT = 256
LONGEST_PLACEHOLDER = 64
STYLES = frozenset({"danger", "success", "primary"})
INLINE_ACTIONS = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay", "disabled",
)  # fmt: skip
PRIVATE_ONLY = {
    "request_contact": "phone number can be requested in private chats only",
    "request_location": "location can be requested in private chats only",
    "request_poll": "poll can be requested in private chats only",
    "request_users": "users can be requested in private chats only",
    "request_chat": "chats can be requested in private chats only",
    "web_app": "Web App buttons can be used in private chats only",
}
_UNALLOWED = "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """What a call asks for: an inline keyboard for the message, or a change of the keyboard above the input."""

    inline: Json | None = None
    keyboard: Json | None = None
    removes_keyboard: bool = False
    forces_reply: bool = False


def read_markup(params: Params, chat: Chat, warn: Callable[[str], None]) -> Markup:
    """Return the `reply_markup` argument checked; `warn` hears of things only the playground allows."""
    given = params.parsed("reply_markup", "reply keyboard markup")
    if not given:
        return Markup()
    if not isinstance(given, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in given:
        return Markup(inline=_inline(given["inline_keyboard"], warn))
    if "keyboard" in given:
        return Markup(keyboard=_reply(given, chat))
    if given.get("remove_keyboard"):
        return Markup(removes_keyboard=True)
    return Markup(forces_reply=bool(given.get("force_reply")))


def inline_markup(params: Params, chat: Chat, warn: Callable[[str], None]) -> Json | None:
    """Return the inline keyboard of an edit; any other keyboard is refused."""
    markup = read_markup(params, chat, warn)
    if markup.keyboard or markup.removes_keyboard or markup.forces_reply:
        raise bad_request("inline keyboard expected")
    return markup.inline


def _rows(given: Any, most: int) -> list[list[Any]]:  # noqa: ANN401 - JSON may be anything
    if not isinstance(given, list) or not all(isinstance(row, list) for row in given):
        raise bad_request("can't parse reply keyboard markup: field must be of type Array of Arrays")
    if sum(len(row) for row in given) > most or len(json.dumps(given, ensure_ascii=False)) > LONGEST_MARKUP:
        raise bad_request("reply markup is too long")
    return [row for row in given if row]


def _inline(given: Any, warn: Callable[[str], None]) -> Json | None:  # noqa: ANN401 - JSON may be anything
    rows = [[_inline_button(button, warn) for button in row] for row in _rows(given, MOST_INLINE_BUTTONS)]
    return {"inline_keyboard": rows} if rows else None


def _inline_button(button: Any, warn: Callable[[str], None]) -> Json:  # noqa: ANN401 - JSON may be anything
    if not isinstance(button, dict) or not str(button.get("text", "")).strip():
        raise bad_request('can\'t parse inline keyboard button: field "text" must be of type String and non-empty')
    actions = [name for name in INLINE_ACTIONS if name in button and button[name] is not None]
    if not actions:
        raise bad_request(_UNALLOWED)
    _check_style(button)
    if actions[0] == "callback_data":
        _check_callback_data(button["callback_data"])
    elif actions[0] == "url":
        return {**button, "url": _button_url(str(button["url"]), warn)}
    elif actions[0] in {"web_app", "login_url"}:
        _check_web_app(button[actions[0]], warn)
    elif actions[0] == "copy_text":
        _check_copy_text(button["copy_text"])
    return {key: value for key, value in button.items() if value is not None}


def _check_style(button: Json) -> None:
    if button.get("style") is not None and button["style"] not in STYLES:
        raise bad_request("can't parse inline keyboard button: invalid button style specified")


def _check_callback_data(data: Any) -> None:  # noqa: ANN401 - JSON may be anything
    if not isinstance(data, str) or not 1 <= len(data.encode()) <= LONGEST_CALLBACK_DATA:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_copy_text(given: Any) -> None:  # noqa: ANN401 - JSON may be anything
    text = given.get("text") if isinstance(given, dict) else None
    if not isinstance(text, str) or not 1 <= len(text) <= LONGEST_COPY_TEXT:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _button_url(url: str, warn: Callable[[str], None]) -> str:
    checked = checked_link(url)
    if checked is None:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: {_why_wrong(url)}")
    if url.startswith("http://") and is_loopback(urlsplit(checked).hostname or ""):
        warn("A button leads to this computer: Telegram would require a public address.")
    return checked


def _why_wrong(url: str) -> str:
    scheme = url.partition(":")[0].lower() if "://" in url else "http"
    return "Wrong HTTP URL" if scheme in {"http", "https"} else "Unsupported URL protocol"


def _check_web_app(given: Any, warn: Callable[[str], None]) -> None:  # noqa: ANN401 - JSON may be anything
    url = str(given.get("url", "")) if isinstance(given, dict) else ""
    parts = urlsplit(url)
    if parts.scheme == "http" and is_loopback(parts.hostname or ""):
        warn("A Web App opens over http: Telegram would require https.")
    elif parts.scheme != "https" or checked_link(url) is None:
        raise bad_request(f"inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed")


def _reply(given: Json, chat: Chat) -> Json:
    rows = [[_reply_button(button, chat) for button in row] for row in _rows(given["keyboard"], MOST_REPLY_BUTTONS)]
    if not rows:
        raise bad_request("reply keyboard must contain at least one button")
    placeholder = given.get("input_field_placeholder")
    if placeholder is not None and not 1 <= len(placeholder) <= LONGEST_PLACEHOLDER:
        raise bad_request("input field placeholder must be from 1 to 64 characters long")
    return {**{key: value for key, value in given.items() if value is not None}, "keyboard": rows}


def _reply_button(button: Any, chat: Chat) -> Json:  # noqa: ANN401 - JSON may be anything
    shaped = {"text": button} if isinstance(button, str) else button
    if not isinstance(shaped, dict) or not str(shaped.get("text", "")).strip():
        raise bad_request('can\'t parse keyboard button: field "text" must be of type String and non-empty')
    if not chat.is_private:
        refusal = next((text for name, text in PRIVATE_ONLY.items() if shaped.get(name)), None)
        if refusal:
            raise bad_request(refusal)
    return {key: value for key, value in shaped.items() if value is not None}


def pressed_button(message: Json, data: str) -> Json | None:
    """Return the button of a message that carries `data` and can be pressed now."""
    rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
    buttons = (button for row in rows for button in row)
    return next((button for button in buttons if button.get("callback_data") == data), None)


def refuse_keyboard_on_album(params: Params) -> None:
    """Refuse a keyboard where Telegram has no place for one."""
    if params.text("reply_markup"):
        raise ApiError(400, "Bad Request: reply markup can't be sent with an album")
