"""What Telegram's answers mean: a result, or an error by kind.

Always true: an error holds no token, no quoted text and no payload; it says whether the request certainly was not
executed (`NotSent`, `ServerTrouble`) or may have been (`AnswerLost`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

_QUOTED: Final = re.compile(r"""".*"|(?<!\w)'.*'|«.*»""", re.DOTALL)
_LONGEST_DESCRIPTION: Final = 200
_TROUBLE, _FLOOD, _CONFLICT, _FORBIDDEN, _UNAUTHORIZED, _NOT_FOUND = 500, 429, 409, 403, 401, 404
_REFUSALS: Final = (
    ("bot was blocked", "blocked"),
    ("user is deactivated", "deactivated"),
    ("can't initiate conversation", "not_started"),
    ("chat not found", "not_started"),
    ("bot was kicked", "kicked"),
    ("bot is not a member", "kicked"),
)


class TelegramError(Exception):
    """A request to Telegram that did not succeed."""

    @property
    def kind(self) -> str:
        """Return the name of the failure, as it is logged and stored."""
        return type(self).__name__


class RetryAfter(TelegramError):
    """Telegram wants silence in this chat for so many seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"retry after {seconds:g} s")
        self.seconds = seconds


class Unreachable(TelegramError):
    """The person cannot be written to: blocked, deactivated, not_started or kicked."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class BadRequest(TelegramError):
    """Telegram refuses this request and would refuse it again; the description holds no quoted text."""

    def __init__(self, description: str) -> None:
        self.description = _QUOTED.sub("…", description)[:_LONGEST_DESCRIPTION]
        super().__init__(self.description)

    @property
    def is_unchanged(self) -> bool:
        """Tell whether an edit was refused because the message already looks like that."""
        return "message is not modified" in self.description

    @property
    def is_gone(self) -> bool:
        """Tell whether the message to be changed or deleted is not in the chat any more."""
        return "message to delete not found" in self.description or "message to edit not found" in self.description

    @property
    def is_too_old(self) -> bool:
        """Tell whether the message may not be deleted any more."""
        return "message can't be deleted" in self.description

    @property
    def is_unparsable(self) -> bool:
        """Tell whether the markup of the text was refused."""
        return "can't parse entities" in self.description


class Migrated(TelegramError):
    """The group became a supergroup with another chat id."""

    def __init__(self, chat_id: int) -> None:
        super().__init__("the chat has a new id")
        self.chat_id = chat_id


class AnswerLost(TelegramError):
    """The request left and its answer did not come: it may have been executed."""


class NotSent(TelegramError):
    """No connection: the request was certainly not executed."""


class NotOurs(TelegramError):
    """The chat is another process's now, so nothing was sent."""


class ServerTrouble(TelegramError):
    """Telegram answered with a 5xx code, or something on the way to it with a page of its own."""

    def __init__(self, code: int) -> None:
        super().__init__(str(code))
        self.code = code


class Unauthorized(TelegramError):
    """The token is not valid (any more)."""


class Conflict(TelegramError):
    """Another program fetches this bot's updates, or a webhook is set."""


def read_answer(status: int, body: bytes) -> Any:  # noqa: ANN401
    """Return the result inside Telegram's answer, or the error it means."""
    if status >= _TROUBLE:
        return ServerTrouble(status)
    try:
        answer = json.loads(body)
        if answer["ok"] is True:
            return answer["result"]
        return _refusal(int(answer["error_code"]), str(answer["description"]), answer.get("parameters") or {})
    except (ValueError, KeyError, TypeError, AttributeError):
        if status in {_UNAUTHORIZED, _NOT_FOUND}:
            return ServerTrouble(status)  # a page from something on the way: Telegram refuses a token in JSON
        return AnswerLost() if status < 400 else _refusal(status, f"HTTP {status}", {})  # noqa: PLR2004


def _refusal(code: int, description: str, parameters: Mapping[str, Any]) -> TelegramError:
    if code == _FLOOD:
        return RetryAfter(float(parameters.get("retry_after", 1)))
    if code >= _TROUBLE:
        return ServerTrouble(code)
    if code == _CONFLICT:
        return Conflict()
    if code == _UNAUTHORIZED or (code == _NOT_FOUND and "method" not in description):
        return Unauthorized()
    if "migrate_to_chat_id" in parameters:
        return Migrated(int(parameters["migrate_to_chat_id"]))
    reason = next((reason for words, reason in _REFUSALS if words in description), None)
    return BadRequest(description) if reason is None else Unreachable(reason)
