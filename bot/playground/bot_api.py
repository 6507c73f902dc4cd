"""The Bot API over HTTP: token, method, arguments, planned failures, limits, answer, and a line in the ledger."""

import asyncio
import json
import logging
import re
from typing import Any

from aiohttp import web

from .errors import ApiError, Json
from .faults import DONE_BEFORE_FAILING, Fault, FaultKind
from .ledger import Call
from .methods import METHODS, POLLING, canonical_name
from .methods_bot import set_allowed_updates
from .params import Params, read_params
from .updates import poll_arguments
from .world import World

LOG = logging.getLogger(__name__)
HANG_SECONDS = 3600.0
BAD_GATEWAY = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>502 Bad Gateway</body>\r\n</html>\r\n"
STRANGE_PAGE = "<!DOCTYPE html><html><body>Please log in to the network</body></html>"
REAL_TOKEN = re.compile(r"[0-9]{6,}:[A-Za-z0-9_-]{30,}")
WELL_FORMED_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
FOREIGN_TOKEN = "a token that is not the playground's was refused"  # noqa: S105 - a sentence


class BotApi:
    """Answers calls of the one bot of a world."""

    def __init__(self, world: World) -> None:
        self.world = world

    def routes(self) -> list[web.RouteDef]:
        """Return the routes of calls and downloads."""
        return [
            web.route("*", "/bot{token:[^/]*}/{method:.*}", self.call),
            web.get("/file/bot{token:[^/]*}/{path:.+}", self.download),
        ]

    async def call(self, request: web.Request) -> web.StreamResponse:
        """Answer one call."""
        refusal = self._refuse_token(request.match_info["token"])
        if refusal is not None:
            return _response(refusal.code, refusal.body())
        try:
            name = canonical_name(request.match_info["method"])
            params = await read_params(request)
        except ApiError as error:
            self.world.ledger.close(self.world.ledger.open("?", None, {}), error.code, error.body())
            return _response(error.code, error.body())
        call = self.world.ledger.open(name, _chat_id(params), params.shown())
        fault = self.world.faults.take(name, call.chat_id)
        if fault is not None:
            return await self._fail(request, fault, call, params)
        status, body = await self._answer(call, params)
        self._record(call, status, body)
        return _response(status, body)

    def execute(self, method: str, params: Params) -> None:
        """Carry out a call that came in the answer of a webhook; its result is lost."""
        try:
            name = canonical_name(method)
        except ApiError as error:
            self.world.ledger.close(self.world.ledger.open(method, None, {}), error.code, error.body())
            return
        call = self.world.ledger.open(name, _chat_id(params), params.shown())
        status, body = self._run(call, params)
        self._record(call, status, body)

    async def download(self, request: web.Request) -> web.StreamResponse:
        """Hand out a file by the path getFile named."""
        refusal = self._refuse_token(request.match_info["token"])
        if refusal is not None:
            return _response(refusal.code, refusal.body())
        unique = request.match_info["path"].rpartition("file_")[2].partition(".")[0]
        stored = self.world.files.by_unique.get(unique)
        if stored is None or stored.path != request.match_info["path"]:
            return _response(404, ApiError(404, "Not Found").body())
        return web.Response(body=stored.data, content_type="application/octet-stream")

    def _refuse_token(self, token: str) -> ApiError | None:
        if token == self.world.bot.token:
            return None
        self.world.warn(FOREIGN_TOKEN)
        malformed = not WELL_FORMED_TOKEN.fullmatch(token)
        return ApiError(401, "Unauthorized: invalid token specified" if malformed else "Unauthorized")

    async def _answer(self, call: Call, params: Params) -> tuple[int, Json]:
        if call.method != POLLING:
            return self._run(call, params)
        try:
            return 200, {"ok": True, "result": await self._poll(params)}
        except ApiError as error:
            return error.code, error.body()

    async def _poll(self, params: Params) -> list[Json]:
        set_allowed_updates(self.world, params)
        numbers = (params.integer("offset"), params.integer("limit", 100), params.integer("timeout"))
        return await self.world.updates.poll(*poll_arguments(*numbers))

    def _run(self, call: Call, params: Params) -> tuple[int, Json]:
        try:
            self.world.limits.check(call.method, call.chat_id)
            return 200, {"ok": True, "result": METHODS[call.method](self.world, params)}
        except ApiError as error:
            return error.code, error.body()
        except Exception:
            LOG.exception("the playground failed inside %s", call.method)
            return 500, ApiError(500, "Internal Server Error: the playground failed, see its log").body()

    def _record(self, call: Call, status: int, body: Json | None, description: str = "") -> None:
        """Keep the call; empty polls are not worth a line."""
        if call.method == POLLING and body is not None and body.get("result") == []:
            return
        self.world.ledger.close(call, status, body, description)
        shown = {"n": call.n, "method": call.method, "status": status, "ms": call.ms, "ok": call.ok}
        self.world.events.publish("call", shown)

    async def _fail(self, request: web.Request, fault: Fault, call: Call, params: Params) -> web.StreamResponse:
        refusal = fault.refusal()
        if refusal is not None:
            self._record(call, refusal.code, refusal.body())
            return _response(refusal.code, refusal.body())
        body: Json | None = None
        if fault.kind in DONE_BEFORE_FAILING:
            _, body = await self._answer(call, params)
        status = {FaultKind.BAD_GATEWAY: 502, FaultKind.HTML: 200, FaultKind.TRUNCATE: 200}.get(fault.kind, 0)
        self._record(call, status, body, f"planned failure: {fault.kind}")
        return await _broken(request, fault.kind, body)


async def _broken(request: web.Request, kind: FaultKind, body: Json | None) -> web.StreamResponse:
    if kind is FaultKind.BAD_GATEWAY:
        return web.Response(status=502, text=BAD_GATEWAY, content_type="text/html")
    if kind is FaultKind.HTML:
        return web.Response(text=STRANGE_PAGE, content_type="text/html")
    if kind is FaultKind.TRUNCATE:
        whole = json.dumps(body).encode()
        return web.Response(body=whole[: len(whole) // 2], content_type="application/json")
    if kind is FaultKind.HANG:
        await asyncio.sleep(HANG_SECONDS)
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _chat_id(params: Params) -> int | None:
    raw = params.text("chat_id")
    return int(raw) if raw.lstrip("-").isdigit() else None


def _response(status: int, body: Json) -> web.Response:
    response = web.Response(status=status, body=_encode(body), content_type="application/json")
    retry_after = body.get("parameters", {}).get("retry_after")
    if retry_after is not None:
        response.headers["Retry-After"] = str(retry_after)
    return response


def _encode(body: Any) -> bytes:  # noqa: ANN401 - JSON may be anything
    try:
        return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        return json.dumps(body).encode()
