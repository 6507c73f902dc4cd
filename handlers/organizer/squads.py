"""The room of an event's squads: making them, spreading children, moving one by hand, naming, ending."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import leading, mustering, posting, spreading
from bot.actions.mustering import TEXT
from bot.domain.errors import StaleError
from bot.domain.squad import Schools
from bot.middlewares.turn import Turn
from handlers.callbacks import Press
from handlers.links import deep_link, new_token
from handlers.organizer import letter_hours
from handlers.organizer import squad_cards as cards
from handlers.organizer.standing import stand
from handlers.places import At
from handlers.squad_callbacks import SquadPress, SquadsPress

router = Router(name="squads")

LONGEST_NUMBER = 17


async def show_room(turn: Turn, event_id: int) -> None:
    """Show an event's squads."""
    room = await turn.read(mustering.read_room, event_id=event_id)
    await stand(turn, event=event_id)
    await turn.show(cards.room(turn.t, room))


async def show_squad(turn: Turn, squad_id: int, page: int = 0) -> None:
    """Show who is in a squad."""
    found = await turn.read(mustering.read_squad, squad_id=squad_id)
    await stand(turn, event=found.event.id)
    await turn.show(cards.squad(turn.t, found, page))


async def show_current_text(turn: Turn) -> None:
    """Ask for the text again, after a restart for instance."""
    await turn.show(cards.ask_text(turn.t, *await turn.read(mustering.read_asked)))


@router.callback_query(Press(SquadsPress, "room"))
async def open_room(press: CallbackQuery, turn: Turn, data: SquadsPress) -> None:
    """Come into the room."""
    del press
    await show_room(turn, data.event_id)


@router.callback_query(Press(SquadsPress, "waiting"))
async def open_waiting(press: CallbackQuery, turn: Turn, data: SquadsPress) -> None:
    """Show who is in no squad."""
    del press
    page = await turn.read(mustering.read_waiting, event_id=data.event_id)
    await stand(turn, event=data.event_id)
    await turn.show(cards.squad(turn.t, page, _number(data.value or "0")))


@router.callback_query(Press(SquadsPress, "stream", "count", "how"))
async def choose(press: CallbackQuery, turn: Turn, data: SquadsPress) -> None:
    """Ask for which stream and how many squads are made, or how schools are spread."""
    del press
    event = (await turn.read(mustering.read_room, event_id=data.event_id)).event
    stream = next((one for one in event.streams if one.id == data.stream_id), event.streams[0])
    match data.do:
        case "stream":
            await turn.show(cards.choose_stream(turn.t, event))
        case "count":
            await turn.show(cards.choose_count(turn.t, event, stream))
        case _:
            await turn.show(cards.choose_schools(turn.t, event))


@router.callback_query(Press(SquadsPress, "make"))
async def make(press: CallbackQuery, turn: Turn, data: SquadsPress) -> None:
    """Make squads."""
    del press
    count = _number(data.value)
    about = {"event_id": data.event_id, "stream_id": data.stream_id, "count": count}
    room, at = await turn.act(mustering.make, **about)
    undo = cards.undo_button(turn.t, data.event_id, "unmake", at)
    await turn.show(cards.room(turn.t, room, said=turn.t("squads-made", count=count), undo=undo))


@router.callback_query(Press(SquadsPress, "preview"))
async def preview(press: CallbackQuery, turn: Turn, data: SquadsPress) -> None:
    """Show what spreading would come to."""
    del press
    found = await turn.read(spreading.preview, event_id=data.event_id, schools=_schools(data.value))
    await turn.show(cards.preview(turn.t, found))


@router.callback_query(Press(SquadsPress, "spread"))
async def spread(press: CallbackQuery, turn: Turn, data: SquadsPress) -> None:
    """Spread the children; when it would be another number by now, show it anew."""
    del press
    code, _, placed = data.value.partition("-")
    about = {"event_id": data.event_id, "schools": _schools(code)}
    try:
        done = await turn.act(spreading.distribute, placed=_number(placed), **about)
    except StaleError:
        await turn.answer(turn.t("error-stale"))
        await turn.show(cards.preview(turn.t, await turn.read(spreading.preview, **about)))
        return
    room = await turn.read(mustering.read_room, event_id=data.event_id)
    undo = cards.undo_button(turn.t, data.event_id, "unspread", done.at)
    await turn.show(cards.room(turn.t, room, said=turn.t("squads-spread", count=done.placed), undo=undo))


@router.callback_query(Press(SquadsPress, "unmake", "unspread"))
async def undo(press: CallbackQuery, turn: Turn, data: SquadsPress) -> None:
    """Take back what was done to many."""
    del press
    take_back = mustering.undo_make if data.do == "unmake" else spreading.undo_distribute
    room = await turn.act(take_back, event_id=data.event_id, at=_number(data.value))
    await turn.show(cards.room(turn.t, room, said=turn.t("squads-undone")))


@router.callback_query(Press(SquadsPress, "hours"))
async def show_hours(press: CallbackQuery, turn: Turn, data: SquadsPress) -> None:
    """Show when the families get letters."""
    del press
    await turn.show(letter_hours.hours(turn.t, await turn.read(posting.read_hours, event_id=data.event_id)))


@router.callback_query(Press(SquadsPress, "hour"))
async def set_hour(press: CallbackQuery, turn: Turn, data: SquadsPress) -> None:
    """Let the letters go out at another hour, or never."""
    del press
    code, _, minutes = data.value.partition("-")
    sends_at = code if code == "off" else f"{code[:2]}:{code[2:]}"
    about = {"event_id": data.event_id, "sends_at": sends_at, "minutes": _number(minutes)}
    await turn.show(letter_hours.hours(turn.t, await turn.act(posting.set_hours, **about)))


@router.callback_query(Press(SquadPress, "open"))
async def open_squad(press: CallbackQuery, turn: Turn, data: SquadPress) -> None:
    """Show who is in a squad."""
    del press
    await show_squad(turn, data.squad_id, max(0, data.page))


@router.callback_query(Press(SquadPress, "pick"))
async def pick(press: CallbackQuery, turn: Turn, data: SquadPress) -> None:
    """Ask where a child goes."""
    del press
    page, line = await turn.read(mustering.read_child, registration_id=data.id)
    await turn.show(cards.choose_squad(turn.t, page, line, data.page))


@router.callback_query(Press(SquadPress, "to"))
async def move(press: CallbackQuery, turn: Turn, data: SquadPress) -> None:
    """Move a child."""
    del press
    about = {"registration_id": data.id, "squad_id": data.squad_id}
    event_id, before = await turn.act(mustering.move, **about)
    await turn.show(cards.moved(turn.t, event_id, data.id, data.squad_id, before))


@router.callback_query(Press(SquadPress, "name", "places"))
async def ask_text(press: CallbackQuery, turn: Turn, data: SquadPress) -> None:
    """Ask for a squad's name or number of places."""
    del press
    found = await turn.act(mustering.ask_text, squad_id=data.squad_id, part=data.do)
    await turn.show(cards.ask_text(turn.t, found, data.do))


@router.message(At(TEXT))
async def write_text(message: Message, turn: Turn) -> None:
    """Take a typed name or number of places."""
    await turn.show(cards.squad(turn.t, await turn.act(mustering.write_text, text=message.text or ""), 0))


@router.callback_query(Press(SquadPress, "end", "end-yes"))
async def end(press: CallbackQuery, turn: Turn, data: SquadPress) -> None:
    """End an empty squad, after a question."""
    del press
    if data.do == "end-yes":
        await show_room(turn, await turn.act(mustering.end, squad_id=data.squad_id))
        return
    page = await turn.read(mustering.read_squad, squad_id=data.squad_id)
    if page.squad is not None:
        await turn.show(cards.end_question(turn.t, page.squad))


@router.callback_query(Press(SquadPress, "invite"))
async def invite(press: CallbackQuery, turn: Turn, data: SquadPress) -> None:
    """Make a link for a leader of a squad."""
    del press
    token, token_hash = new_token()
    made = await turn.act(leading.invite, squad_id=data.squad_id, token_hash=token_hash)
    await turn.show(cards.leader_link(turn.t, made, deep_link(turn.house.bot_name, f"s-{token}")))


@router.callback_query(Press(SquadPress, "leader", "dismiss"))
async def dismiss(press: CallbackQuery, turn: Turn, data: SquadPress) -> None:
    """Let somebody lead a squad no more, after a question."""
    del press
    about = {"squad_id": data.squad_id, "grant_id": data.id}
    if data.do == "dismiss":
        await turn.show(cards.squad(turn.t, await turn.act(leading.dismiss, **about), 0))
        return
    page, name = await turn.read(leading.read_leader, **about)
    if page.squad is not None:
        await turn.show(cards.dismiss_question(turn.t, page.squad, data.id, name))


def _schools(text: str) -> Schools:
    if text not in set(Schools):
        raise StaleError
    return Schools(text)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or len(text) > LONGEST_NUMBER:
        raise StaleError
    return int(text)
