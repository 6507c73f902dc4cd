"""The lottery of a stream: planned, opened, drawn, applied and taken back by buttons, a number or a source typed."""

from __future__ import annotations

import asyncio
import secrets

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import accounts, choosing, drawing, planning, witnessing
from bot.documents.chart import MOST_ROWS, draw_bars
from bot.domain.errors import LotteryNumberError, StaleError
from bot.domain.lottery import Rule, Trait, canonical_number
from bot.middlewares.turn import Turn
from bot.telegram import Outgoing
from handlers.callbacks import Press
from handlers.organizer import lottery_cards as cards
from handlers.organizer import lottery_result_cards as results
from handlers.organizer.presses import LotteryPress
from handlers.organizer.standing import stand
from handlers.places import At

router = Router(name="lottery")

SEED_BYTES = 32
LONGEST_NUMBER = 42


async def show_page(turn: Turn, stream_id: int) -> None:
    """Show how far the lottery of a stream has come."""
    page = await turn.read(planning.read_page, stream_id=stream_id)
    await stand(turn, event=page.event.id)
    is_planned = page.kept is None or page.kept.called_off_at is not None
    await turn.show(cards.plan(turn.t, page) if is_planned else results.page(turn.t, page))


async def show_current_source(turn: Turn) -> None:
    """Ask for the public source again, after a restart for instance."""
    page = await turn.read(planning.read_page, stream_id=turn.actor.place_args["stream"])
    await turn.show(cards.source_question(turn.t, page))


async def show_current_number(turn: Turn) -> None:
    """Ask for the public number again, after a restart for instance."""
    await show_page(turn, turn.actor.place_args["stream"])


@router.callback_query(Press(LotteryPress, "page", "new"))
async def open_page(press: CallbackQuery, turn: Turn, data: LotteryPress) -> None:
    """Come to the lottery of a stream, or to the plan of the next one."""
    del press
    if data.do == "page":
        await show_page(turn, data.id)
        return
    page = await turn.read(planning.read_page, stream_id=data.id)
    await stand(turn, event=page.event.id)
    await turn.show(cards.plan(turn.t, page))


@router.callback_query(Press(LotteryPress, "values", "rule", "set"))
async def change_rules(press: CallbackQuery, turn: Turn, data: LotteryPress) -> None:
    """Choose a value, look at its rule, step its limits."""
    del press
    page = await turn.read(planning.read_page, stream_id=data.id)
    if data.do == "values":
        await turn.show(cards.values(turn.t, page, _trait(data.value)))
        return
    trait, index, *limits = data.value.split(".")
    code = _code(page, _trait(trait), index)
    if data.do == "set":
        rule = _rule(_trait(trait), code, limits)
        about = {"stream_id": data.id, "revision": data.revision, "rule": rule}
        page = await turn.act(planning.set_rule, **about)
    await turn.show(cards.rule(turn.t, page, _trait(trait), int(index)))


@router.callback_query(Press(LotteryPress, "source", "no-source"))
async def change_source(press: CallbackQuery, turn: Turn, data: LotteryPress) -> None:
    """Ask for the public source, or do without one."""
    del press
    if data.do == "source":
        await turn.show(cards.source_question(turn.t, await turn.act(planning.ask_source, stream_id=data.id)))
        return
    await turn.show(cards.plan(turn.t, await turn.act(planning.set_source, stream_id=data.id, source=None)))


@router.message(At(planning.SOURCE))
async def take_source(message: Message, turn: Turn) -> None:
    """Take the typed name of a public source."""
    stream_id = turn.actor.place_args["stream"]
    page = await turn.act(planning.set_source, stream_id=stream_id, source=message.text or "")
    await turn.send(cards.plan(turn.t, page))


@router.callback_query(Press(LotteryPress, "ask-open", "open"))
async def open_lottery(press: CallbackQuery, turn: Turn, data: LotteryPress) -> None:
    """Ask before the list is frozen, then freeze it."""
    del press
    if data.do == "ask-open":
        page = await turn.read(planning.read_page, stream_id=data.id)
        await turn.show(cards.open_question(turn.t, page))
        return
    seed = secrets.token_bytes(SEED_BYTES)
    await turn.act(planning.open_by_plan, stream_id=data.id, revision=data.revision, seed=seed)
    await show_page(turn, data.id)


@router.callback_query(Press(LotteryPress, "ask-off", "off"))
async def call_off(press: CallbackQuery, turn: Turn, data: LotteryPress) -> None:
    """Ask before an open lottery ends without a draw, then end it."""
    del press
    if data.do == "ask-off":
        page = await turn.read(planning.read_page, stream_id=data.id)
        await turn.show(results.off_question(turn.t, page))
        return
    await turn.act(drawing.call_off, lottery_id=data.revision)
    await show_page(turn, data.id)


@router.callback_query(Press(LotteryPress, "number"))
async def ask_number(press: CallbackQuery, turn: Turn, data: LotteryPress) -> None:
    """Ask for the public number; without a source ask only whether to draw."""
    del press
    page = await turn.act(planning.ask_number, stream_id=data.id)
    has_source = page.kept is not None and page.kept.lottery.public_source is not None
    await turn.show(results.number_question(turn.t, page) if has_source else results.draw_question(turn.t, page, None))


@router.message(At(planning.NUMBER))
async def take_number(message: Message, turn: Turn) -> None:
    """Take a typed public number and ask whether to draw by it."""
    stream_id = turn.actor.place_args["stream"]
    try:
        number = canonical_number((message.text or "")[:LONGEST_NUMBER])
    except LotteryNumberError:
        await turn.send(Outgoing(text=turn.t("error-lottery-number")))
        return
    page = await turn.read(planning.read_page, stream_id=stream_id)
    await turn.act(accounts.go, place=planning.NUMBER, args={"stream": stream_id, "number": number})
    await turn.send(results.draw_question(turn.t, page, number))


@router.callback_query(Press(LotteryPress, "draw"))
async def draw(press: CallbackQuery, turn: Turn, data: LotteryPress) -> None:
    """Draw, by the number that was typed."""
    del press
    args = turn.actor.place_args
    if turn.actor.place != planning.NUMBER or args["stream"] != data.id:
        raise StaleError
    await turn.act(drawing.close_and_draw, lottery_id=data.revision, public_number=args.get("number"))
    await show_page(turn, data.id)


@router.callback_query(Press(LotteryPress, "list"))
async def show_list(press: CallbackQuery, turn: Turn, data: LotteryPress) -> None:
    """Show one page of the drawn sequence."""
    del press
    number = int(data.value) if data.value.isdecimal() else 0
    page = await turn.read(witnessing.read_result, stream_id=data.id, number=number)
    await turn.show(results.sequence(turn.t, page))


@router.callback_query(Press(LotteryPress, "picture"))
async def show_picture(press: CallbackQuery, turn: Turn, data: LotteryPress) -> None:
    """Draw how many won in every region; drawing does not keep others waiting."""
    del press
    page, counted = await turn.read(witnessing.count_regions, stream_id=data.id)
    rows = results.bars(turn.t, counted)[:MOST_ROWS]
    title = page.stream.title.within(turn.t.language)
    picture = await asyncio.to_thread(draw_bars, title=title, rows=rows)
    await turn.send(results.picture(turn.t, page, picture))


@router.callback_query(Press(LotteryPress, "file"))
async def send_file(press: CallbackQuery, turn: Turn, data: LotteryPress) -> None:
    """Send the document for everyone."""
    del press
    content = await turn.act(drawing.publish, lottery_id=data.revision)
    page = await turn.read(planning.read_page, stream_id=data.id)
    await turn.send(results.file(turn.t, page, content))


@router.callback_query(Press(LotteryPress, "ask-apply", "apply"))
async def apply(press: CallbackQuery, turn: Turn, data: LotteryPress) -> None:
    """Ask before the places are given, then give them all at once."""
    del press
    page = await turn.read(planning.read_page, stream_id=data.id)
    if data.do == "ask-apply":
        await turn.show(results.apply_question(turn.t, page))
        return
    await turn.show(results.applying(turn.t, page))
    await turn.act(drawing.apply, lottery_id=data.revision)
    await show_page(turn, data.id)


@router.callback_query(Press(LotteryPress, "undo"))
async def undo(press: CallbackQuery, turn: Turn, data: LotteryPress) -> None:
    """Take the places back before anybody is told."""
    del press
    await turn.act(choosing.undo, choice_id=data.revision)
    await turn.answer(turn.t("choice-undone"))
    await show_page(turn, data.id)


def _trait(word: str) -> Trait:
    if word not in set(Trait):
        raise StaleError
    return Trait(word)


def _code(page: planning.LotteryPage, trait: Trait, index: str) -> str:
    values = page.values[trait]
    if not index.isdecimal() or int(index) >= len(values):
        raise StaleError
    return values[int(index)].code


def _rule(trait: Trait, code: str, limits: list[str]) -> Rule:
    if len(limits) != len(("minimum", "maximum")) or not all(one.isdecimal() for one in limits if one):
        raise StaleError
    minimum, maximum = limits
    return Rule(trait=trait, value=code, minimum=int(minimum or 0), maximum=int(maximum) if maximum else None)
