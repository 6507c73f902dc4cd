"""The arguments of one call, whichever of the four encodings carried them; the first value of a name wins."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from .errors import ApiError, Json, bad_request

LARGEST_UPLOAD = 50 * 1024 * 1024
LARGEST_REQUEST = LARGEST_UPLOAD + 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that came with the call."""

    name: str
    mime: str
    data: bytes


class Params:
    """Read access to the arguments with the server's own conversions."""

    __slots__ = ("uploads", "values")

    def __init__(self, values: dict[str, Any], uploads: dict[str, Upload] | None = None) -> None:
        self.values = values
        self.uploads = uploads or {}

    def text(self, name: str) -> str:
        """Return the argument as text, empty when it is absent."""
        value = self.values.get(name)
        if value is None:
            return ""
        if isinstance(value, str):
            return value
        return json.dumps(value, ensure_ascii=False)

    def has(self, name: str) -> bool:
        """Say whether the argument was given, even if empty."""
        return name in self.values

    def integer(self, name: str, default: int = 0) -> int:
        """Return the argument as a number, the default when it is absent or not a number."""
        try:
            return int(self.text(name))
        except ValueError:
            return default

    def decimal(self, name: str) -> float | None:
        """Return the argument as a decimal number or nothing."""
        try:
            return float(self.text(name))
        except ValueError:
            return None

    def flag(self, name: str) -> bool:
        """Return the argument as yes or no, as the server reads it."""
        return self.text(name).strip().lower() in {"true", "yes", "1"}

    def parsed(self, name: str, label: str) -> Any:  # noqa: ANN401 - JSON may be anything
        """Return a JSON argument decoded, nothing when absent; `label` names it in the refusal."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {label} JSON object") from None

    def shown(self) -> Json:
        """Return the arguments for the ledger: JSON decoded where it is JSON, files by name and size."""
        shown: Json = {name: _decoded(value) for name, value in self.values.items()}
        for name, upload in self.uploads.items():
            shown[name] = {"file": upload.name, "size": len(upload.data)}
        return shown


def _decoded(value: Any) -> Any:  # noqa: ANN401 - JSON may be anything
    if isinstance(value, str) and value[:1] in {"{", "["}:
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


async def read_params(request: web.Request) -> Params:
    """Collect the arguments of a call from the query and the body."""
    values: dict[str, Any] = {}
    uploads: dict[str, Upload] = {}
    for name, value in request.query.items():
        values.setdefault(name.lower(), value)
    if request.method == "POST" and request.can_read_body:
        await _read_body(request, values, uploads)
    return Params(values, uploads)


async def _read_body(request: web.Request, values: dict[str, Any], uploads: dict[str, Upload]) -> None:
    try:
        if request.content_type == "application/json":
            _read_json(await request.read(), values)
        elif request.content_type.startswith("multipart/"):
            await _read_multipart(request, values, uploads)
        else:
            for name, value in parse_qsl((await request.read()).decode(), keep_blank_values=True):
                values.setdefault(name.lower(), value)
    except web.HTTPRequestEntityTooLarge:
        raise ApiError(413, "Request Entity Too Large") from None
    except UnicodeDecodeError:
        raise bad_request("strings must be encoded in UTF-8") from None


def _read_json(body: bytes, values: dict[str, Any]) -> None:
    try:
        decoded = json.loads(body) if body.strip() else {}
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(decoded, dict):
        raise bad_request("object expected")
    for name, value in decoded.items():
        values.setdefault(name.lower(), value)


async def _read_multipart(request: web.Request, values: dict[str, Any], uploads: dict[str, Upload]) -> None:
    for name, value in (await request.post()).items():
        if not isinstance(value, web.FileField):
            values.setdefault(name.lower(), value)
            continue
        data = value.file.read()
        if len(data) > LARGEST_UPLOAD:
            raise ApiError(413, "Request Entity Too Large")
        uploads.setdefault(name, Upload(name=value.filename or name, mime=value.content_type, data=data))
