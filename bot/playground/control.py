"""The control API: the page and outside tests play people through it with the same code as tests inside."""

import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from .control_data import Body, read_body, read_uploads
from .errors import Json, PlayError
from .events import Event
from .people import chat_of
from .telegram import Telegram
from .transcript import transcript

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
DRAWER_CALLS = 200
LONGEST_WAIT = 60.0
DONE: Json = {"ok": True}


def answer(value: Any, status: int = 200) -> web.Response:  # noqa: ANN401 - JSON may be anything
    """Return a value as a JSON answer."""
    return web.json_response(value, status=status, dumps=lambda data: json.dumps(data, ensure_ascii=False))


@web.middleware
async def sentences_for_errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer what cannot be done with a sentence instead of a page; other sites' pages may change nothing here."""
    origin = request.headers.get("Origin")
    if origin is not None and request.path.startswith("/play/") and urlsplit(origin).netloc != request.host:
        return answer({"error": "this page belongs to another site"}, 403)
    try:
        return await handler(request)
    except PlayError as error:
        return answer({"error": str(error)}, error.status)


class Control:
    """Routes under /play/api; `reset` and `run_scenario` belong to the program that owns the playground."""

    def __init__(
        self,
        telegram: Telegram,
        scenarios: list[Json],
        reset: Callable[[], Awaitable[None]],
        run_scenario: Callable[[str], Awaitable[None]],
    ) -> None:
        self.telegram = telegram
        self._scenarios = scenarios
        self._reset = reset
        self._run_scenario = run_scenario

    def routes(self) -> list[web.RouteDef]:
        """Return all routes of the control API."""
        person, group = "/play/api/users/{id:[0-9]+}", "/play/api/groups/{id:-?[0-9]+}"
        return [
            web.get("/play/api/state", self.state),
            web.post("/play/api/users", self.create_user),
            web.patch(person, self.update_user),
            web.post(f"{person}/press", self.press),
            web.post(f"{person}/upload", self.upload),
            web.post(f"{person}/{{action}}", self.act),
            web.post("/play/api/groups", self.create_group),
            web.post(f"{group}/{{action}}", self.act_in_group),
            web.post("/play/api/clock", self.clock),
            web.post("/play/api/limits", self.limits),
            web.post("/play/api/faults", self.add_fault),
            web.delete("/play/api/faults", self.clear_faults),
            web.post("/play/api/raw-updates", self.raw_updates),
            web.post("/play/api/reset", self.reset),
            web.post("/play/api/scenarios/{code}", self.scenario),
            web.get("/play/api/chats/{id:-?[0-9]+}/messages", self.messages),
            web.get("/play/api/calls", self.calls),
            web.get("/play/api/wait", self.wait),
            web.get("/play/api/transcript", self.transcript),
        ]

    async def state(self, _request: web.Request) -> web.Response:
        """Return everything the page needs to begin."""
        world = self.telegram.world
        return answer({
            "seq": world.events.seq, "now": world.now(), "offset": world.offset,
            "realistic_limits": world.limits.realistic, "bot": world.bot_view(),
            "users": [person.view() for person in world.people.values()],
            "chats": [world.chat_view(chat) for chat in world.chats.values()],
            "scenarios": self._scenarios, "warnings": world.warnings,
        })  # fmt: skip

    async def create_user(self, request: web.Request) -> web.Response:
        """Create a person."""
        body = await read_body(request)
        names = ("last_name", "username", "language_code", "phone", "role")
        fields: Json = {name: body.text(name) for name in names if body.has(name)}
        return answer(self.telegram.create_user(body.text("first_name"), **fields).view())

    async def update_user(self, request: web.Request) -> web.Response:
        """Change a person."""
        body = await read_body(request)
        fields = {name: body.text(name) for name in body.names()}
        return answer(self.telegram.update_user(_id(request), **fields).view())

    async def act(self, request: web.Request) -> web.Response:
        """Do what a person does: everything that answers with a message or with ok."""
        body, user_id, action = await read_body(request), _id(request), request.match_info["action"]
        return answer(_acted(self.telegram, action, user_id, body))

    async def press(self, request: web.Request) -> web.Response:
        """Press an inline button."""
        body = await read_body(request)
        pressed = await self.telegram.press(
            _id(request), body.number("message_id"), body.text("data"),
            chat_id=body.optional_number("chat_id"), wait=min(body.decimal("wait"), LONGEST_WAIT),
        )  # fmt: skip
        return answer(pressed)

    async def upload(self, request: web.Request) -> web.Response:
        """Send files."""
        fields, files = await read_uploads(request)
        chat_id = int(fields["chat_id"]) if fields.get("chat_id") else None
        sent = self.telegram.upload(
            _id(request), files, kind=fields.get("kind", "document"), caption=fields.get("caption", ""),
            chat_id=chat_id,
        )  # fmt: skip
        shown = [self.telegram.world.view(message) for message in sent]
        return answer(shown if len(shown) > 1 else shown[0])

    async def create_group(self, request: web.Request) -> web.Response:
        """Create a group."""
        body = await read_body(request)
        kind = body.text("type") or "supergroup"
        chat = self.telegram.create_group(
            body.text("title"), body.numbers("members"), type=kind, is_forum=body.flag("is_forum"),
        )  # fmt: skip
        return answer(self.telegram.world.chat_view(chat))

    async def act_in_group(self, request: web.Request) -> web.Response:
        """Change who is in a group and what they may do."""
        body, chat_id, telegram = await read_body(request), _id(request), self.telegram
        action = request.match_info["action"]
        by_person = {"join": telegram.join, "leave": telegram.leave, "promote": telegram.promote,
                     "request_join": telegram.request_join}  # fmt: skip
        if action in by_person:
            by_person[action](chat_id, body.number("user_id"))
        elif action == "bot":
            telegram.set_bot_status(chat_id, body.text("status"))
        elif action == "deny":
            telegram.deny(chat_id, body.texts("rights"))
        elif action == "upgrade":
            return answer(telegram.world.chat_view(telegram.upgrade(chat_id)))
        else:
            raise PlayError(f"a group cannot {action}", 404)
        return answer(DONE)

    async def clock(self, request: web.Request) -> web.Response:
        """Travel in time."""
        body = await read_body(request)
        if body.has("offset"):
            return answer(self.telegram.set_clock(offset=body.decimal("offset")))
        return answer(self.telegram.set_clock(advance=body.decimal("advance")))

    async def limits(self, request: web.Request) -> web.Response:
        """Switch flood limits."""
        body = await read_body(request)
        self.telegram.set_limits(realistic=body.flag("realistic"))
        return answer(DONE)

    async def add_fault(self, request: web.Request) -> web.Response:
        """Plan a failure."""
        body = await read_body(request)
        fault_id = self.telegram.add_fault(
            body.text("kind"), method=body.text("method") or "*", chat_id=body.optional_number("chat_id"),
            count=body.number("count", 1), retry_after=body.number("retry_after", 1),
            probability=body.decimal("probability", 1.0), seed=body.number("seed", 0),
        )  # fmt: skip
        return answer({"id": fault_id})

    async def clear_faults(self, _request: web.Request) -> web.Response:
        """Forget planned failures."""
        self.telegram.clear_faults()
        return answer(DONE)

    async def raw_updates(self, request: web.Request) -> web.Response:
        """Hand the bot updates exactly as given."""
        body = await read_body(request)
        for update in body.objects("updates"):
            self.telegram.push_raw_update(update)
        return answer(DONE)

    async def reset(self, _request: web.Request) -> web.Response:
        """Begin again with the three personas."""
        await self._reset()
        return answer(DONE)

    async def scenario(self, request: web.Request) -> web.Response:
        """Play a prepared situation."""
        await self._run_scenario(request.match_info["code"])
        return answer(DONE)

    async def messages(self, request: web.Request) -> web.Response:
        """Return the messages of a chat."""
        return answer(self.telegram.messages(_id(request)))

    async def calls(self, request: web.Request) -> web.Response:
        """Return Bot API calls for the drawer."""
        after, limit = _query_number(request, "after", 0), _query_number(request, "limit", DRAWER_CALLS)
        return answer([call.view() for call in self.telegram.calls(int(after), int(limit))])

    async def wait(self, request: web.Request) -> web.Response:
        """Return events of a kind after a number, waiting for the first; an empty list when none comes."""
        events = self.telegram.world.events
        kind, chat = request.query.get("type"), request.query.get("chat_id")
        after = int(_query_number(request, "after", events.seq))
        chat_id = int(_query_number(request, "chat_id", 0)) if chat else None

        def matches(event: Event) -> bool:
            fits = kind is None or event["type"] == kind
            return fits and (chat_id is None or event["data"].get("chat_id") == chat_id)

        seconds = min(_query_number(request, "timeout", 10), LONGEST_WAIT)
        try:
            await events.wait(matches, after=after, chat_id=chat_id, seconds=seconds)
        except TimeoutError:
            return answer([])
        return answer([event for event in events.after(after) if matches(event)])

    async def transcript(self, request: web.Request) -> web.Response:
        """Download what was said in a chat."""
        chat = chat_of(self.telegram.world, int(_query_number(request, "chat_id", 0)))
        headers = {"Content-Disposition": f'attachment; filename="chat-{chat.id}.md"'}
        text = transcript(self.telegram.world, chat)
        return web.Response(text=text, content_type="text/markdown", headers=headers)


def _acted(telegram: Telegram, action: str, user_id: int, body: Body) -> Json:
    chat_id = body.optional_number("chat_id")
    if action == "text":
        reply_to = body.optional_number("reply_to")
        topic_id = body.optional_number("topic_id")
        sent = telegram.send_text(user_id, body.text("text"), chat_id=chat_id, reply_to=reply_to, topic_id=topic_id)
    elif action == "start":
        sent = telegram.start(user_id, body.text("parameter"))
    elif action == "contact":
        own = not body.has("own") or body.flag("own")
        sent = telegram.share_contact(
            user_id, own=own, phone=body.text("phone"), first_name=body.text("first_name"), chat_id=chat_id,
        )  # fmt: skip
    elif action == "location":
        place = (body.decimal("latitude"), body.decimal("longitude"))
        sent = telegram.send_location(user_id, *place, chat_id=chat_id)
    else:
        _changed(telegram, action, user_id, body)
        return DONE
    return telegram.world.view(sent)


def _changed(telegram: Telegram, action: str, user_id: int, body: Body) -> None:
    if action == "edit":
        chat_id = body.optional_number("chat_id")
        telegram.edit(user_id, body.number("message_id"), body.text("text"), chat_id=chat_id)
    elif action == "delete":
        telegram.delete(user_id, body.number("message_id"), chat_id=body.optional_number("chat_id"))
    elif action in {"block", "unblock", "deactivate"}:
        {"block": telegram.block, "unblock": telegram.unblock, "deactivate": telegram.deactivate}[action](user_id)
    else:
        raise PlayError(f"a person cannot {action}", 404)


def _id(request: web.Request) -> int:
    return int(request.match_info["id"])


def _query_number(request: web.Request, name: str, default: float) -> float:
    try:
        return float(request.query.get(name, default))
    except ValueError:
        raise PlayError(f"{name} must be a number") from None
