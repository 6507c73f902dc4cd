"""Bodies of control calls, read with a sentence about whatever is wrong with them."""

import json
from typing import Any

from aiohttp import web

from .errors import Json, PlayError
from .params import Upload


class Body:
    """A JSON object with typed access."""

    def __init__(self, values: Json) -> None:
        self._values = values

    def names(self) -> list[str]:
        """Return the fields given."""
        return list(self._values)

    def has(self, name: str) -> bool:
        """Say whether a field is given and not null."""
        return self._values.get(name) is not None

    def text(self, name: str) -> str:
        """Return a text, empty when absent."""
        value = self._values.get(name)
        return "" if value is None else str(value)

    def flag(self, name: str) -> bool:
        """Return a yes or no, no when absent."""
        return bool(self._values.get(name))

    def optional_number(self, name: str) -> int | None:
        """Return a whole number or nothing."""
        return self.number(name) if self.has(name) else None

    def number(self, name: str, default: int | None = None) -> int:
        """Return a whole number, refused when absent without a default."""
        value = self._values.get(name, default)
        try:
            return int(value)  # type: ignore[arg-type]
        except (TypeError, ValueError):
            raise PlayError(f"{name} must be a whole number") from None

    def decimal(self, name: str, default: float = 0.0) -> float:
        """Return a number, the default when absent."""
        try:
            return float(self._values.get(name, default))
        except (TypeError, ValueError):
            raise PlayError(f"{name} must be a number") from None

    def numbers(self, name: str) -> list[int]:
        """Return a list of whole numbers."""
        return [int(value) for value in self._list(name) if isinstance(value, int)]

    def texts(self, name: str) -> list[str]:
        """Return a list of texts."""
        return [str(value) for value in self._list(name)]

    def objects(self, name: str) -> list[Json]:
        """Return a list of objects."""
        found = self._list(name)
        if not all(isinstance(value, dict) for value in found):
            raise PlayError(f"{name} must be a list of objects")
        return found

    def _list(self, name: str) -> list[Any]:
        value = self._values.get(name, [])
        if not isinstance(value, list):
            raise PlayError(f"{name} must be a list")
        return value


async def read_body(request: web.Request) -> Body:
    """Return the JSON object of a control call; an empty body is an empty object."""
    raw = await request.read()
    try:
        values = json.loads(raw) if raw.strip() else {}
    except ValueError:
        raise PlayError("the body is not JSON") from None
    if not isinstance(values, dict):
        raise PlayError("the body must be a JSON object")
    return Body(values)


async def read_uploads(request: web.Request) -> tuple[dict[str, str], list[Upload]]:
    """Return the fields and the files of a form."""
    if not request.content_type.startswith("multipart/"):
        raise PlayError("files are sent as multipart/form-data")
    fields: dict[str, str] = {}
    files: list[Upload] = []
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files.append(Upload(name=value.filename or "file", mime=value.content_type, data=value.file.read()))
        else:
            fields[name] = str(value)
    return fields, files
