"""The doors: /start with or without a link, the language, the start screen, programmes and events."""

from __future__ import annotations

import asyncio

from aiogram import Router
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from bot.actions import accounts, browsing, consenting, coordinating, forwarding, inviting, nominating
from bot.documents.card import draw_card
from bot.domain.access import Role
from bot.domain.errors import StaleError
from bot.domain.event import Event
from bot.domain.language import Language
from bot.domain.tokens import hash_of
from bot.middlewares.turn import Turn
from handlers import cards, gate, mine
from handlers.callbacks import EventPress, HomePress, LanguagePress, Press, ProgrammePress
from handlers.circle import ask_takeover
from handlers.coordinator import school
from handlers.guardian import cards as guardian_cards
from handlers.leader import squad
from handlers.organizer import desk
from handlers.places import Command
from handlers.speaker import room
from handlers.student.registration import show_registration

router = Router(name="entry")


@router.message(Command("start"))
async def start(message: Message, turn: Turn, argument: str) -> None:
    """Greet; a link waits until the language is chosen."""
    del message
    args = link_args(argument)
    if not turn.actor.has_chosen_language:
        await turn.act(accounts.go, place="language", args=args)
        await turn.send(cards.languages(turn.t, None))
        return
    await follow(turn, args)


def link_args(argument: str) -> dict[str, str]:
    """Return what a deep link asks for; of a secret only its hash is kept."""
    kind, _, rest = argument.partition("-")
    match kind:
        case "e" if rest:
            return {"event": rest}
        case "g" | "s" if rest:
            return {"guardian" if kind == "g" else "staff": hash_of(rest)}
        case "a" if rest:
            return {"takeover": hash_of(rest)}
        case "t" if rest:
            return {"ticket": hash_of(rest)}
        case "c" | "u" | "n" | "p" if rest:
            return {{"c": "coordinator", "u": "unit", "n": "pupil", "p": "speaker"}[kind]: hash_of(rest)}
        case _:
            return {}


async def follow(turn: Turn, args: dict[str, str]) -> None:
    """Go where a link leads, or home."""
    if "event" in args:
        await show_event(turn, code=args["event"])
    elif "guardian" in args:
        page = await turn.act(consenting.open_link, token_hash=args["guardian"])
        await turn.send(guardian_cards.consent(turn.t, page))
    elif "staff" in args:
        role = await turn.act(inviting.accept_staff_link, token_hash=args["staff"])
        await turn.refresh_actor()
        await (squad.show_current(turn) if role is Role.LEADER else desk.welcome(turn, role))
    elif "takeover" in args:
        await ask_takeover(turn, args["takeover"])
    elif "speaker" in args:
        await room.follow(turn, args["speaker"])
    elif "ticket" in args:
        await gate.show_scanned(turn, args["ticket"])
    elif "coordinator" in args:
        await turn.act(coordinating.accept, token_hash=args["coordinator"])
        await turn.refresh_actor()
        await school.show_rooms(turn)
    elif "unit" in args:
        await show_event(turn, event_id=await turn.act(forwarding.follow, token_hash=args["unit"]))
    elif "pupil" in args:
        await show_event(turn, event_id=await turn.act(nominating.follow, token_hash=args["pupil"]))
    else:
        await show_home(turn)


@router.callback_query(Press(LanguagePress))
async def choose_language(press: CallbackQuery, turn: Turn, data: LanguagePress) -> None:
    """Remember the language and go on where the person wanted to go."""
    del press
    if data.code not in set(Language):
        raise StaleError
    args = dict(turn.actor.place_args) if turn.actor.place == "language" else {}
    await turn.act(accounts.choose_language, language=Language(data.code))
    await turn.refresh_actor()
    await follow(turn, args)


@router.message(Command("menu"))
async def menu(message: Message, turn: Turn, argument: str) -> None:
    """Show the start screen."""
    del message, argument
    await show_home(turn)


@router.message(Command("language"))
async def language(message: Message, turn: Turn, argument: str) -> None:
    """Offer the languages."""
    del message, argument
    await turn.show(cards.languages(turn.t, turn.actor.language))


@router.message(Command("help"))
async def help_(message: Message, turn: Turn, argument: str) -> None:
    """Say what the bot does."""
    del message, argument
    await turn.show(cards.help_card(turn.t))


@router.message(Command("status"))
async def status(message: Message, turn: Turn, argument: str) -> None:
    """Show what a person has begun and sent."""
    del message, argument
    await show_mine(turn)


async def show_home(turn: Turn) -> None:
    """Show the start screen and leave whatever was open."""
    if turn.actor.place != "home":
        await turn.act(accounts.go, place="home")
    view = await turn.read(browsing.read_start)
    await turn.show(
        cards.home(
            turn.t,
            turn.actor,
            has_registrations=view.has_registrations,
            has_children=view.has_children,
            speaks=view.speaks,
        )
    )


async def show_mine(turn: Turn) -> None:
    """Show one's drafts and registrations; who has none sees the children's."""
    found = await turn.read(browsing.read_mine)
    if found.drafts or found.registrations or not (children := await turn.read(browsing.list_children)):
        await turn.show(mine.mine(turn.t, found))
        return
    await turn.show(mine.children(turn.t, children))


@router.callback_query(Press(HomePress))
async def home(press: CallbackQuery, turn: Turn, data: HomePress) -> None:
    """Go to one of the screens that the start screen names."""
    del press
    match data.to:
        case "home":
            await show_home(turn)
        case "programmes":
            await turn.show(cards.programmes(turn.t, await turn.read(browsing.list_programmes)))
        case "mine":
            await show_mine(turn)
        case "children":
            await turn.show(mine.children(turn.t, await turn.read(browsing.list_children)))
        case "language":
            await turn.show(cards.languages(turn.t, turn.actor.language))
        case "help":
            await turn.show(cards.help_card(turn.t))
        case _:
            raise StaleError


@router.callback_query(Press(ProgrammePress))
async def programme(press: CallbackQuery, turn: Turn, data: ProgrammePress) -> None:
    """Show a programme's events; a programme with one event shows it at once."""
    del press
    found, its_events = await turn.read(browsing.read_programme, programme_id=data.programme_id)
    await turn.show(cards.events(turn.t, found, its_events))


@router.callback_query(Press(EventPress, "card", "status"))
async def event(press: CallbackQuery, turn: Turn, data: EventPress) -> None:
    """Show an event's card or one's registration for it."""
    del press
    view = await turn.read(browsing.read_event, event_id=data.event_id)
    if data.do == "status" and view.registration_id is not None:
        await show_registration(turn, view.registration_id)
        return
    await show_event(turn, event_id=data.event_id)


async def show_event(turn: Turn, *, event_id: int | None = None, code: str | None = None) -> None:
    """Show an event's picture card; the picture is drawn and uploaded once for each language."""
    view = await turn.read(browsing.read_event, event_id=event_id, code=code)
    t = turn.t
    picture: bytes | str = view.picture or await _draw(turn, view.event)
    card = cards.event_card(t, view.event, is_open=view.is_open, standing=view.standing, picture=picture)
    file_id = await turn.send_picture(card)
    if view.picture is None:
        code = browsing.picture_code(view.event, turn.actor)
        await turn.house.database.write(lambda tx: browsing.keep_picture(tx, code=code, file_id=file_id, now=turn.now))


@router.my_chat_member()
async def reach(change: ChatMemberUpdated, turn: Turn) -> None:
    """Remember that a person blocked the bot or came back."""
    state = "reachable" if change.new_chat_member.status == "member" else "blocked"
    await turn.house.database.write(
        lambda tx: accounts.change_reach(tx, telegram_id=turn.actor.telegram_id, reach=state)
    )


async def _draw(turn: Turn, event: Event) -> bytes:
    """Return the picture card, drawn beside the event loop: it takes a tenth of a second."""
    t = turn.t
    days = str(t.days(event.starts_on, event.ends_on))
    title, place = event.title.within(t.language), event.place.within(t.language)
    return await asyncio.to_thread(draw_card, title=title, days=days, place=place, look=event.card)
