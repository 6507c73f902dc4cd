"""An organizer's polls: prepare, watch, close, tell the results."""

from __future__ import annotations

import asyncio

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import canvassing, tallying
from bot.actions.canvassing import Question
from bot.actions.tallying import Results
from bot.documents.tally import draw_tally
from bot.domain.errors import StaleError
from bot.domain.language import Language
from bot.domain.poll import OptionsError
from bot.middlewares.turn import Turn
from bot.telegram import Outgoing
from bot.texts import Translator
from handlers.callbacks import Press
from handlers.organizer import broadcast
from handlers.organizer import poll_cards as cards
from handlers.organizer import poll_result_cards as result_cards
from handlers.organizer.standing import stand
from handlers.places import At
from handlers.poll_callbacks import PollPress, PollsPress

router = Router(name="polls")


@router.callback_query(Press(PollsPress, "list"))
async def show_list(press: CallbackQuery, turn: Turn, data: PollsPress) -> None:
    """Show the polls of an event."""
    del press
    view = await turn.read(canvassing.list_polls, event_id=data.event_id)
    await stand(turn, event=data.event_id)
    await turn.show(cards.polls(turn.t, view))


@router.callback_query(Press(PollsPress, "new"))
async def begin(press: CallbackQuery, turn: Turn, data: PollsPress) -> None:
    """Begin a poll: its question first."""
    del press
    await broadcast.show_draft(turn, await turn.act(canvassing.begin, event_id=data.event_id))


@router.callback_query(Press(PollPress, "options"))
async def ask_options(press: CallbackQuery, turn: Turn, data: PollPress) -> None:
    """Ask for the options in a language."""
    del press
    language = broadcast.language_of(data.value) if data.value else None
    view = await broadcast.attempt(turn, data.broadcast_id, canvassing.ask_options, language=language)
    if view is not None:
        await turn.show(cards.ask_options(turn.t, view))


@router.message(At(canvassing.OPTIONS))
async def take_options(message: Message, turn: Turn) -> None:
    """Take typed options; what is wrong with them is said and nothing changes."""
    try:
        view = await turn.act(canvassing.write_options, text=message.text or "")
    except OptionsError as error:
        await _say_wrong(turn, error)
        return
    if isinstance(view, Question):
        await turn.show(cards.ask_options(turn.t, view))
    else:
        await broadcast.show_draft(turn, view)


@router.callback_query(Press(PollPress, "ends"))
async def ask_time(press: CallbackQuery, turn: Turn, data: PollPress) -> None:
    """Ask when a poll ends."""
    del press
    view = await broadcast.attempt(turn, data.broadcast_id, canvassing.ask_time)
    if view is not None:
        await turn.show(cards.ask_time(turn.t, view))


@router.message(At(canvassing.TIME))
async def take_time(message: Message, turn: Turn) -> None:
    """Take a typed end."""
    try:
        await broadcast.show_draft(turn, await turn.act(canvassing.write_time, text=message.text or ""))
    except OptionsError as error:
        await _say_wrong(turn, error)


@router.callback_query(Press(PollPress, "set"))
async def choose(press: CallbackQuery, turn: Turn, data: PollPress) -> None:
    """Choose how a poll is answered."""
    del press
    part, _, choice = data.value.partition("=")
    try:
        view = await broadcast.attempt(turn, data.broadcast_id, canvassing.choose, part=part, choice=choice)
    except OptionsError as error:
        await turn.answer(turn.t(f"poll-problem-{error.why}"), is_alert=True)
        return
    if view is not None:
        await broadcast.show_draft(turn, view)


@router.callback_query(Press(PollPress, "room"))
async def open_apart(press: CallbackQuery, turn: Turn, data: PollPress) -> None:
    """Show the results in a message of their own: the pressed one goes on as it is."""
    del press
    await turn.send(result_cards.results(turn.t, await _read(turn, data)))


@router.callback_query(Press(PollPress, "results"))
async def show_results(press: CallbackQuery, turn: Turn, data: PollPress) -> None:
    """Show the results as they are now."""
    del press
    await turn.show(result_cards.results(turn.t, await _read(turn, data)))


@router.callback_query(Press(PollPress, "parts"))
async def show_parts(press: CallbackQuery, turn: Turn, data: PollPress) -> None:
    """Show the results by region."""
    del press
    await turn.show(result_cards.parts(turn.t, await turn.read(tallying.read_parts, broadcast_id=data.broadcast_id)))


@router.callback_query(Press(PollPress, "voters"))
async def show_voters(press: CallbackQuery, turn: Turn, data: PollPress) -> None:
    """Show who chose an option."""
    del press
    option, _, page = data.value.partition("-")
    if not (option.isdecimal() and page.isdecimal() and len(data.value) < len("10-999999")):
        raise StaleError
    of = {"option": int(option), "page": int(page)}
    await turn.show(
        result_cards.voters(turn.t, await turn.read(tallying.list_voters, broadcast_id=data.broadcast_id, **of))
    )


@router.callback_query(Press(PollPress, "close"))
async def ask_close(press: CallbackQuery, turn: Turn, data: PollPress) -> None:
    """Ask whether nobody shall answer any more."""
    del press
    await turn.show(result_cards.close_question(turn.t, await _read(turn, data)))


@router.callback_query(Press(PollPress, "close-yes", "reopen"))
async def close(press: CallbackQuery, turn: Turn, data: PollPress) -> None:
    """Close a poll, or open it again."""
    del press
    action = tallying.reopen if data.do == "reopen" else tallying.close
    await turn.show(result_cards.results(turn.t, await turn.act(action, broadcast_id=data.broadcast_id)))


@router.callback_query(Press(PollPress, "picture"))
async def show_picture(press: CallbackQuery, turn: Turn, data: PollPress) -> None:
    """Draw the results; drawing does not keep others waiting."""
    del press
    view = await _read(turn, data)
    if not view.is_shown:
        raise StaleError
    await turn.send(result_cards.picture(turn.t, view, await _draw(turn.t, view)))


@router.callback_query(Press(PollPress, "publish"))
async def ask_publish(press: CallbackQuery, turn: Turn, data: PollPress) -> None:
    """Show the pictures in every language as they will be told, then ask."""
    del press
    view = await _read(turn, data)
    if view.is_open or not view.is_shown or view.poll.published_at is not None:
        raise StaleError
    photos: dict[Language, str] = {}
    for language, t in turn.house.translators.items():
        photos[language] = await turn.send_picture(
            Outgoing(text=t("poll-picture", people=view.tally.people), photo=await _draw(t, view))
        )
    view = await turn.act(tallying.prepare, broadcast_id=data.broadcast_id, photos=photos)
    number = await turn.read(tallying.count_asked, broadcast_id=data.broadcast_id)
    await turn.send(result_cards.publish_question(turn.t, view, number))


@router.callback_query(Press(PollPress, "publish-yes"))
async def publish(press: CallbackQuery, turn: Turn, data: PollPress) -> None:
    """Tell the results to everybody who was asked."""
    del press
    number = await turn.act(tallying.publish, broadcast_id=data.broadcast_id)
    await turn.answer(turn.t("poll-published", number=number))
    await turn.show(result_cards.results(turn.t, await _read(turn, data)))


async def show_current(turn: Turn) -> None:
    """Ask again for the options or the end a person was asked for."""
    view = await turn.read(canvassing.read_question, broadcast_id=turn.actor.place_args["broadcast"])
    card = cards.ask_time if turn.actor.place == canvassing.TIME else cards.ask_options
    await turn.show(card(turn.t, view))


async def show_current_results(turn: Turn) -> None:
    """Show the results a person was about to tell."""
    view = await turn.read(tallying.read_results, broadcast_id=turn.actor.place_args["broadcast"])
    await turn.show(result_cards.results(turn.t, view))


async def _read(turn: Turn, data: PollPress) -> Results:
    return await turn.read(tallying.read_results, broadcast_id=data.broadcast_id)


async def _draw(t: Translator, view: Results) -> bytes:
    return await asyncio.to_thread(draw_tally, **result_cards.drawing(t, view))


async def _say_wrong(turn: Turn, error: OptionsError) -> None:
    await turn.send(Outgoing(text=turn.t(f"poll-problem-{error.why}", number=error.number)))
