"""Speak to a started playground as a bot or as a browser does: over HTTP only."""

import io
from dataclasses import dataclass
from typing import Any

import aiohttp
from PIL import Image

from bot.playground import Playground, Telegram, Upload

STUDENT, GUARDIAN, ORGANIZER = 101, 102, 103


@dataclass(frozen=True, slots=True)
class Reply:
    """What one HTTP call brought back."""

    status: int
    body: Any
    headers: dict[str, str]

    @property
    def result(self) -> Any:
        assert self.body["ok"], self.body
        return self.body["result"]

    @property
    def refusal(self) -> tuple[int, str]:
        assert not self.body["ok"], self.body
        assert self.body["error_code"] == self.status
        return self.status, self.body["description"]


@dataclass(slots=True)
class Wire:
    """A session with one playground."""

    playground: Playground
    session: aiohttp.ClientSession

    @property
    def telegram(self) -> Telegram:
        return self.playground.telegram

    def method_url(self, method: str, token: str | None = None) -> str:
        return f"{self.playground.url}/bot{token or self.playground.token}/{method}"

    async def call(self, method: str, **params: Any) -> Reply:
        return await self._request("POST", self.method_url(method), json=params)

    async def control(self, http_method: str, path: str, **options: Any) -> Reply:
        return await self._request(http_method, f"{self.playground.url}/play/api/{path}", **options)

    async def _request(self, http_method: str, url: str, **options: Any) -> Reply:
        async with self.session.request(http_method, url, **options) as response:
            return Reply(response.status, await response.json(), dict(response.headers))

    async def form(self, method: str, fields: dict[str, str], **files: tuple[str, bytes]) -> Reply:
        form = aiohttp.FormData(fields)
        for name, (file_name, data) in files.items():
            form.add_field(name, io.BytesIO(data), filename=file_name)
        return await self._request("POST", self.method_url(method), data=form)

    async def send(self, chat_id: int, text: str = "hello", **params: Any) -> Any:
        return (await self.call("sendMessage", chat_id=chat_id, text=text, **params)).result

    async def updates(self, **params: Any) -> list[Any]:
        result: list[Any] = (await self.call("getUpdates", **params)).result
        return result


def picture(width: int = 400, height: int = 300, kind: str = "PNG") -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(target, kind)
    return target.getvalue()


def upload(name: str = "camp.png", data: bytes | None = None, mime: str = "image/png") -> Upload:
    return Upload(name=name, mime=mime, data=picture() if data is None else data)


def buttons(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def button(data: str = "go", text: str = "Go") -> dict[str, Any]:
    return {"text": text, "callback_data": data}
