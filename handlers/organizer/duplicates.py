"""Who may be registered twice: the list, a pair side by side, one person or two, and taking that back."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import comparing, merging
from bot.middlewares.turn import Turn
from handlers.callbacks import Press
from handlers.organizer import duplicate_cards as cards
from handlers.organizer.presses import DuplicatePress
from handlers.organizer.standing import stand

router = Router(name="duplicates")


async def show_list(turn: Turn, event_id: int, page: int = 0) -> None:
    """Show one page of the pairs."""
    found = await turn.read(comparing.read_pairs, event_id=event_id, page=page)
    await stand(turn, event=event_id)
    await turn.show(cards.pairs(turn.t, found))


async def show_history(turn: Turn, event_id: int) -> None:
    """Show what was merged."""
    found = await turn.read(comparing.read_history, event_id=event_id)
    await turn.show(cards.history(turn.t, found))


@router.callback_query(Press(DuplicatePress, "list", "history", "pair", "ask"))
async def go(press: CallbackQuery, turn: Turn, data: DuplicatePress) -> None:
    """Show a part of the room, or ask before a merge."""
    del press
    if data.do == "list":
        await show_list(turn, data.event_id, data.other_id)
        return
    if data.do == "history":
        await show_history(turn, data.event_id)
        return
    page = await turn.read(comparing.read_pair, **_claims(data))
    await turn.show(cards.pair(turn.t, page) if data.do == "pair" else cards.question(turn.t, page, data.one_id))


@router.callback_query(Press(DuplicatePress, "merge"))
async def merge(press: CallbackQuery, turn: Turn, data: DuplicatePress) -> None:
    """Let one of the two registrations stay and end the other."""
    del press
    merge_id = await turn.act(
        merging.merge, event_id=data.event_id, kept_id=data.one_id, ended_id=data.other_id, revision=data.revision
    )
    await turn.show(cards.merged(turn.t, data.event_id, merge_id))


@router.callback_query(Press(DuplicatePress, "apart"))
async def set_apart(press: CallbackQuery, turn: Turn, data: DuplicatePress) -> None:
    """Remember that these are two people."""
    del press
    await turn.act(comparing.set_apart, **_claims(data))
    await turn.show(cards.apart(turn.t, data.event_id, data.one_id, data.other_id))


@router.callback_query(Press(DuplicatePress, "apart-undo"))
async def undo_apart(press: CallbackQuery, turn: Turn, data: DuplicatePress) -> None:
    """Show the pair again."""
    del press
    await turn.act(comparing.undo_apart, **_claims(data))
    await turn.show(cards.pair(turn.t, await turn.read(comparing.read_pair, **_claims(data))))


@router.callback_query(Press(DuplicatePress, "undo"))
async def undo(press: CallbackQuery, turn: Turn, data: DuplicatePress) -> None:
    """Take a merge back."""
    del press
    event_id = await turn.act(merging.undo, merge_id=data.one_id)
    await turn.answer(turn.t("merge-undone"))
    await show_history(turn, event_id)


def _claims(data: DuplicatePress) -> dict[str, int]:
    return {"event_id": data.event_id, "one_id": data.one_id, "other_id": data.other_id}
