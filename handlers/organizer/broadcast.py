"""An organizer's announcements: write, choose whom, check, send, watch, stop."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.actions import accounts, announcing, broadcasting, composing, piecing
from bot.domain.broadcast import State
from bot.domain.errors import StaleError, TooFewLanguagesError
from bot.domain.language import Language
from bot.middlewares.turn import Turn
from bot.telegram import Outgoing
from handlers.callbacks import BroadcastPress, BroadcastsPress, DeskPress, Press
from handlers.organizer import broadcast_cards as cards
from handlers.organizer import broadcast_list_cards as list_cards
from handlers.organizer.formatting import html_of
from handlers.organizer.vouch import is_agreed
from handlers.places import At

router = Router(name="broadcast")


@router.callback_query(Press(DeskPress, "announce"))
async def enter(press: CallbackQuery, turn: Turn, data: DeskPress) -> None:
    """Come from the desk to a programme's announcements."""
    del press
    await show_list(turn, data.id)


@router.callback_query(Press(BroadcastsPress, "list"))
async def turn_page(press: CallbackQuery, turn: Turn, data: BroadcastsPress) -> None:
    """Show one page of a programme's announcements."""
    del press
    await show_list(turn, data.programme_id, data.page)


@router.callback_query(Press(BroadcastsPress, "apart"))
async def list_apart(press: CallbackQuery, turn: Turn, data: BroadcastsPress) -> None:
    """Show the announcements in a message of their own: the pressed one goes on showing the progress."""
    del press
    view = await turn.read(announcing.list_announcements, programme_id=data.programme_id)
    await turn.act(accounts.go, place=composing.LIST, args={"programme": data.programme_id})
    await turn.send(list_cards.announcements(turn.t, view))


@router.callback_query(Press(BroadcastsPress, "new"))
async def begin(press: CallbackQuery, turn: Turn, data: BroadcastsPress) -> None:
    """Begin an announcement."""
    del press
    await show_draft(turn, await turn.act(composing.begin, programme_id=data.programme_id))


@router.message(At(piecing.TEXT))
async def take_text(message: Message, turn: Turn) -> None:
    """Take a text, photos or a document, or these with a caption."""
    text, files = html_of(message), files_of(message)
    if (text is None and not files) or (not files and message.text is None):
        await turn.send(Outgoing(text=turn.t("broadcast-text-needed")))
        return
    kept = await turn.act(composing.write, text=text, said_at=message.date, group=message.media_group_id, **files)
    if isinstance(kept, composing.Draft):
        if not kept.is_more:
            await show_draft(turn, kept)
    elif not kept.is_rest:
        await turn.send(Outgoing(text=turn.t("broadcast-too-long", length=kept.length, longest=kept.longest)))


@router.message(At(composing.DRAFT), F.photo | F.document)
async def take_file(message: Message, turn: Turn) -> None:
    """Take photos or a document for the draft on the screen."""
    files = {"photo": None, "document": None, **files_of(message)}
    view = await turn.act(composing.attach, group=message.media_group_id, **files)
    if not view.is_more:
        await show_draft(turn, view)


@router.callback_query(Press(BroadcastPress, "open"))
async def open_(press: CallbackQuery, turn: Turn, data: BroadcastPress) -> None:
    """Show an announcement as it is now."""
    del press
    await turn.act(composing.open_draft, broadcast_id=data.broadcast_id)
    await show(turn, data.broadcast_id)


@router.callback_query(Press(BroadcastPress, "text", "skip", "bare"))
async def change(press: CallbackQuery, turn: Turn, data: BroadcastPress) -> None:
    """Change a draft and show it, or ask for the next text."""
    del press
    language = None if data.do == "bare" else language_of(data.value)
    steps: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
        "text": (composing.ask_text, {"language": language}),
        "skip": (composing.skip, {"language": language}),
        "bare": (composing.detach, {}),
    }
    action, arguments = steps[data.do]
    view = await attempt(turn, data.broadcast_id, action, **arguments)
    if view is not None:
        await show_draft(turn, view)


@router.callback_query(Press(BroadcastPress, "drop"))
async def ask_drop(press: CallbackQuery, turn: Turn, data: BroadcastPress) -> None:
    """Ask whether a draft is really to be thrown away."""
    del press
    view = await turn.read(composing.read_draft, broadcast_id=data.broadcast_id)
    await turn.show(cards.drop_question(turn.t, view.broadcast))


@router.callback_query(Press(BroadcastPress, "drop-yes"))
async def drop(press: CallbackQuery, turn: Turn, data: BroadcastPress) -> None:
    """Throw a draft away."""
    del press
    programme_id = await attempt(turn, data.broadcast_id, composing.discard, revision=data.revision)
    if programme_id is not None:
        await show_list(turn, programme_id)


@router.callback_query(Press(BroadcastPress, "check"))
async def check(press: CallbackQuery, turn: Turn, data: BroadcastPress) -> None:
    """Show whom a draft reaches and how it looks."""
    del press
    try:
        await show_check(turn, data.broadcast_id)
    except StaleError:
        await turn.answer(turn.t("error-stale"))
        await show(turn, data.broadcast_id)


@router.callback_query(Press(BroadcastPress, "look"))
async def look(press: CallbackQuery, turn: Turn, data: BroadcastPress) -> None:
    """Send the message exactly as its readers in one language will get it."""
    del press
    view = await turn.read(composing.read_draft, broadcast_id=data.broadcast_id)
    broadcast = view.broadcast
    reader = language_of(data.value)
    if not broadcast.texts:
        raise StaleError
    copy = composing.copy_for(broadcast, reader, view.poll)
    for screen in cards.look(turn.t, broadcast, turn.house.translators[reader], copy):
        await turn.send(screen)


@router.callback_query(Press(BroadcastPress, "send", "stop", "retry"))
async def go_on(press: CallbackQuery, turn: Turn, data: BroadcastPress) -> None:
    """Send, stop, or send the failed again; the pressed message shows the progress from now on."""
    message_id = press.message.message_id if press.message else None
    if data.do == "send" and not await may_send(turn, data.broadcast_id, data.revision):
        return
    marked = {"may_fall_back": data.value == "marked", "rules": turn.house.vouching}
    steps: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
        "send": (broadcasting.send, {**marked, "message_id": message_id}),
        "stop": (broadcasting.stop, {}),
        "retry": (broadcasting.retry, {"message_id": message_id}),
    }
    action, arguments = steps[data.do]
    view = await attempt(turn, data.broadcast_id, action, revision=data.revision, **arguments)
    if view is not None:
        await turn.show(cards.progress(turn.t, view, per_second(turn)))


@router.callback_query(Press(BroadcastPress, "undo"))
async def undo(press: CallbackQuery, turn: Turn, data: BroadcastPress) -> None:
    """Take back what has not begun."""
    del press
    if await attempt(turn, data.broadcast_id, broadcasting.undo, revision=data.revision) is not None:
        await turn.answer(turn.t("broadcast-undone"))
        await show(turn, data.broadcast_id)


async def may_send(turn: Turn, broadcast_id: int, revision: int) -> bool:
    """Tell whether a draft may go out; if a second organizer has to agree, ask and show that instead."""
    of = {"broadcast_id": broadcast_id, "revision": revision}
    try:
        matter = await turn.read(broadcasting.read_matter, **of, rules=turn.house.vouching)
    except StaleError:
        await turn.answer(turn.t("error-stale"))
        await show(turn, broadcast_id)
        return False
    return await is_agreed(turn, matter)


async def attempt(
    turn: Turn,
    broadcast_id: int,
    action: Callable[..., Any],
    **arguments: Any,  # noqa: ANN401 - the action's own
) -> Any:  # noqa: ANN401 - the action's own
    """Do what a button asks for; when its screen has changed since, say so, show it as it is and return None."""
    try:
        return await turn.act(action, broadcast_id=broadcast_id, **arguments)
    except StaleError:
        await turn.answer(turn.t("error-stale"))
        await show(turn, broadcast_id)
    except TooFewLanguagesError as error:
        await turn.answer(turn.t(f"error-{error.code}"), is_alert=True)
        await show_check(turn, broadcast_id)
    return None


async def show_list(turn: Turn, programme_id: int, page: int = 0) -> None:
    """Show one page of a programme's announcements and stay there."""
    view = await turn.read(announcing.list_announcements, programme_id=programme_id, page=page)
    await turn.act(accounts.go, place=composing.LIST, args={"programme": programme_id})
    await turn.show(list_cards.announcements(turn.t, view))


async def show_check(turn: Turn, broadcast_id: int) -> None:
    """Show whom a draft reaches and how it looks; StaleError when it is no draft any more."""
    view = await turn.read(broadcasting.read_preview, broadcast_id=broadcast_id)
    await turn.show(cards.preview(turn.t, view, per_second(turn)))


async def show_draft(turn: Turn, view: composing.Draft) -> None:
    """Show a draft, or ask for the text that comes next."""
    screen = cards.draft(turn.t, view) if view.asks is None else cards.ask_text(turn.t, view, view.asks)
    await turn.show(screen)


async def show(turn: Turn, broadcast_id: int) -> None:
    """Show an announcement as it is now: a draft, or what became of it."""
    view = await turn.read(composing.read_draft, broadcast_id=broadcast_id)
    if view.broadcast.state is State.COMPOSING:
        await turn.show(cards.draft(turn.t, view))
        return
    progress = await turn.read(broadcasting.read_progress, broadcast_id=broadcast_id)
    await turn.show(cards.progress(turn.t, progress, per_second(turn)))


async def show_current_list(turn: Turn) -> None:
    """Show the announcements a person was looking at."""
    await show_list(turn, turn.actor.place_args["programme"])


async def show_current(turn: Turn) -> None:
    """Show the announcement a person is on."""
    await show(turn, turn.actor.place_args["broadcast"])


async def show_current_text(turn: Turn) -> None:
    """Ask again for the text a person was asked for."""
    view = await turn.read(composing.read_draft, broadcast_id=turn.actor.place_args["broadcast"])
    if view.asks is None:
        await show(turn, view.broadcast.id)
    else:
        await show_draft(turn, view)


def per_second(turn: Turn) -> float:
    """Return how many messages the whole bot may send in a second."""
    return turn.house.telegram.pacer.per_second


def files_of(message: Message) -> dict[str, str]:
    """Return the file of a message as Telegram keeps it: the largest size of a photo, or a document."""
    if message.photo:
        return {"photo": message.photo[-1].file_id}
    return {"document": message.document.file_id} if message.document else {}


def language_of(code: str) -> Language:
    """Return the language a button names."""
    if code not in set(Language):
        raise StaleError
    return Language(code)
