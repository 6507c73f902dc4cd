"""Audiences with a name: the list, one of them, and its name typed."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import reusing
from bot.actions.reusing import Shelf, Taken
from bot.domain.audience import Saved
from bot.domain.broadcast import Broadcast
from bot.domain.errors import StaleError
from bot.middlewares.turn import Turn
from bot.telegram import Button, Outgoing
from bot.texts import Translator
from handlers.callbacks import BroadcastPress, Press
from handlers.form.answers import short
from handlers.organizer import broadcast, broadcast_audience
from handlers.organizer.broadcast_audience import LONGEST, number_of
from handlers.places import At

router = Router(name="broadcast-saved")


@router.callback_query(Press(BroadcastPress, "saved"))
async def show_list(press: CallbackQuery, turn: Turn, data: BroadcastPress) -> None:
    """Show one page of the audiences that have a name."""
    del press
    of = {"broadcast_id": data.broadcast_id, "page": number_of(data.value)}
    await turn.show(shelf(turn.t, await turn.act(reusing.list_saved, **of)))


@router.callback_query(Press(BroadcastPress, "kept"))
async def show_one(press: CallbackQuery, turn: Turn, data: BroadcastPress) -> None:
    """Show whom one of them is for, and how many that is now."""
    del press
    of = {"broadcast_id": data.broadcast_id, "saved_id": _id(data.value)}
    await turn.show(card(turn.t, await turn.read(reusing.read_saved, **of)))


@router.callback_query(Press(BroadcastPress, "use"))
async def use(press: CallbackQuery, turn: Turn, data: BroadcastPress) -> None:
    """Let the draft be for it."""
    del press
    view = await broadcast.attempt(turn, data.broadcast_id, reusing.use, saved_id=_id(data.value))
    if view is not None:
        await turn.show(broadcast_audience.whom(turn.t, view))


@router.callback_query(Press(BroadcastPress, "unkeep", "rekeep"))
async def drop_or_restore(press: CallbackQuery, turn: Turn, data: BroadcastPress) -> None:
    """Delete it, or bring it back."""
    del press
    action = reusing.drop if data.do == "unkeep" else reusing.restore
    view = await broadcast.attempt(turn, data.broadcast_id, action, saved_id=_id(data.value))
    if view is not None:
        await turn.show(shelf(turn.t, view))


@router.callback_query(Press(BroadcastPress, "name"))
async def ask_name(press: CallbackQuery, turn: Turn, data: BroadcastPress) -> None:
    """Ask how it is to be called."""
    del press
    saved_id = None if data.value == "new" else _id(data.value)
    asked = await turn.act(reusing.ask_name, broadcast_id=data.broadcast_id, saved_id=saved_id)
    await turn.show(question(turn.t, *asked))


async def show_current(turn: Turn) -> None:
    """Ask again, after a restart for instance."""
    of = turn.actor.place_args
    asked = await turn.act(reusing.ask_name, broadcast_id=of["broadcast"], saved_id=of["saved"])
    await turn.show(question(turn.t, *asked))


@router.message(At(reusing.NAME))
async def take_name(message: Message, turn: Turn) -> None:
    """Keep the name that was typed."""
    view = await turn.act(reusing.name, typed=message.text or "")
    if view is None:
        await show_current(turn)
    else:
        await turn.send(shelf(turn.t, view))


def shelf(t: Translator, view: Shelf) -> Outgoing:
    """The audiences with a name."""
    draft = view.broadcast
    rows = [(_to(draft, short(f"⭐ {one.name}", LONGEST), "kept", str(one.id)),) for one in view.shown]
    turns = [_to(draft, "⬅", "saved", str(view.page - 1))] if view.page else []
    if view.has_more:
        turns.append(_to(draft, "➡", "saved", str(view.page + 1)))
    more = [tuple(turns)] if turns else []
    if view.dropped is not None:
        more.append((_to(draft, t("button-saved-undo"), "rekeep", str(view.dropped.id)),))
    more.append((_to(draft, t("button-saved-new"), "name", "new"),))
    more.append((_to(draft, t("button-audience-back"), "whom", "0"),))
    dropped = [t("saved-dropped", name=view.dropped.name)] if view.dropped else []
    text = "\n\n".join([*dropped, t("saved") if view.shown else t("saved-none")])
    return Outgoing(text=text, keyboard=(*rows, *more))


def card(t: Translator, view: Taken) -> Outgoing:
    """One of them: whom it is for, and how many that is now."""
    draft, saved_id = view.draft.broadcast, str(view.saved.id)
    parts = [
        t("saved-one", name=view.saved.name),
        broadcast_audience.audience_lines(t, view.draft),
        broadcast_audience.counted(t, view.draft.counts),
    ]
    rows = (
        (_to(draft, t("button-saved-use"), "use", saved_id),),
        (
            _to(draft, t("button-saved-rename"), "name", saved_id),
            _to(draft, t("button-saved-drop"), "unkeep", saved_id),
        ),
        (_to(draft, t("button-back"), "saved", "0"),),
    )
    return Outgoing(text="\n\n".join(parts), keyboard=rows)


def question(t: Translator, draft: Broadcast, saved: Saved | None) -> Outgoing:
    """Ask how an audience is to be called."""
    text = t("saved-ask") if saved is None else t("saved-ask-again", name=saved.name)
    return Outgoing(text=text, keyboard=((_to(draft, t("button-back"), "saved", "0"),),))


def _to(draft: Broadcast, label: str, do: str, value: str) -> Button:
    data = BroadcastPress(broadcast_id=draft.id, revision=draft.revision, do=do, value=value).pack()
    return Button(text=label, data=data)


def _id(value: str) -> int:
    """Return the id a button names."""
    if not value.isascii() or not value.isdigit() or len(value) > len(str(2**53)):
        raise StaleError
    return int(value)
