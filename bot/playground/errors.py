"""Refusals of the Bot API: every one carries the HTTP code and the exact sentence the real server would send."""

from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]


class ApiError(Exception):
    """A call the server refuses."""

    def __init__(self, code: int, description: str, parameters: Mapping[str, Any] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = dict(parameters) if parameters else None

    def body(self) -> Json:
        """Return the JSON object the Bot API answers with."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


class PlayError(Exception):
    """A control call that cannot be done; `status` is the HTTP status, the text is for the person at the page."""

    def __init__(self, text: str, status: int = 400) -> None:
        super().__init__(text)
        self.status = status


def sentence_case(text: str) -> str:
    """Lower the first letter as the server does, unless the second character is a capital or an underscore."""
    if len(text) > 1 and (text[1].isupper() or text[1] == "_"):
        return text
    return text[:1].lower() + text[1:]


def bad_request(text: str, parameters: Mapping[str, Any] | None = None) -> ApiError:
    """Make a 400 with the server's prefix."""
    return ApiError(400, f"Bad Request: {sentence_case(text)}", parameters)


def forbidden(text: str) -> ApiError:
    """Make a 403 with the server's prefix."""
    return ApiError(403, f"Forbidden: {sentence_case(text)}")


def conflict(text: str) -> ApiError:
    """Make a 409 with the server's prefix."""
    return ApiError(409, f"Conflict: {sentence_case(text)}")


def too_many_requests(seconds: int) -> ApiError:
    """Make a 429 that asks to wait `seconds`."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
