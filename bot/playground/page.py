"""The browser side: the page, its files, the files of messages and the stream of events."""

import asyncio
import json
from pathlib import Path

from aiohttp import web

from .errors import PlayError
from .events import RING_SIZE, Event
from .world import World

STATIC = Path(__file__).parent / "static"
KEEP_ALIVE_SECONDS = 15.0
SAFE_INLINE = ("image/jpeg", "image/png", "image/webp", "image/gif", "audio/", "video/", "application/pdf")


class Page:
    """Serves the page of one world."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """Return the routes a browser uses."""
        return [
            web.get("/", self.index),
            web.get("/play", self.index),
            web.get("/play/", self.index),
            web.get("/play/static/{path:.+}", self.static),
            web.get("/play/files/{unique}", self.file),
            web.get("/play/events", self.events),
        ]

    async def index(self, _request: web.Request) -> web.StreamResponse:
        """Return the page."""
        return _fresh(STATIC / "index.html")

    async def static(self, request: web.Request) -> web.StreamResponse:
        """Return a file the page is made of."""
        path = (STATIC / request.match_info["path"]).resolve()
        if not path.is_relative_to(STATIC.resolve()):
            raise PlayError("there is no such file", 404)
        return _fresh(path)

    async def file(self, request: web.Request) -> web.StreamResponse:
        """Return a file of a message; only harmless kinds are shown in place."""
        stored = self._world.files.by_unique.get(request.match_info["unique"])
        if stored is None:
            raise PlayError("there is no such file", 404)
        headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, max-age=3600"}
        if not stored.mime.startswith(SAFE_INLINE):
            headers["Content-Disposition"] = "attachment"
        kind = stored.mime.partition(";")[0].strip()
        return web.Response(body=stored.data, content_type=kind or "application/octet-stream", headers=headers)

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Stream events after a number until the browser leaves."""
        events = self._world.events
        given = request.headers.get("Last-Event-ID") or request.query.get("after") or str(events.seq)
        after = min(int(given), events.seq) if given.isdigit() else events.seq
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await response.prepare(request)
        await response.write(b": hello\n\n")
        if after < events.seq - RING_SIZE:
            await response.write(b"event: reset\ndata: {}\n\n")
        while True:
            batch = list(events.after(after))
            if batch:
                after = batch[-1]["seq"]
                await response.write(b"".join(_line(event) for event in batch))
                continue
            try:
                await events.wait(lambda _: True, after=after, seconds=KEEP_ALIVE_SECONDS)
            except TimeoutError:
                await response.write(b": still here\n\n")
            else:
                await asyncio.sleep(0)


def _fresh(path: Path) -> web.StreamResponse:
    if not path.is_file():
        raise PlayError("there is no such file", 404)
    return web.FileResponse(path, headers={"Cache-Control": "no-cache"})


def _line(event: Event) -> bytes:
    data = json.dumps(event["data"], ensure_ascii=False)
    return f"id: {event['seq']}\nevent: {event['type']}\ndata: {data}\n\n".encode("utf-8", "replace")
