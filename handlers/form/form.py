"""The conversation of a draft: questions, answers, review, submit."""

from __future__ import annotations

from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import drafting, registering, supplementing
from bot.domain.behalf import Behalf
from bot.domain.errors import StaleError
from bot.domain.form import ContactGiven, FileGiven, Given, Kind, OtherGiven, PressGiven, TextGiven
from bot.middlewares.turn import Turn
from bot.telegram import REMOVE, Outgoing
from handlers import family
from handlers.callbacks import AnswerPress, DraftPress, EventPress, Press
from handlers.form import cards, uploads
from handlers.links import new_token
from handlers.places import At

router = Router(name="form")

BEHALVES: Final = {"register": Behalf.OWN, "reg-child": Behalf.CHILD, "reg-pupil": Behalf.PUPIL}


async def show_page(turn: Turn, page: drafting.Page) -> None:
    """Show where a draft stands; a phone question opens the keyboard that shares a contact, leaving it closes it."""
    if page.left is Kind.PHONE:
        await turn.send(Outgoing(text=turn.t("phone-done"), reply_keyboard=REMOVE))
        await turn.send(cards.page_card(turn.t, page))
    else:
        await turn.show(cards.page_card(turn.t, page))
    keyboard = cards.contact_keyboard(turn.t, page)
    if keyboard is not None:
        await turn.send(keyboard)


async def show_current(turn: Turn) -> None:
    """Show the draft a person is on, after a restart for instance."""
    page = await turn.read(drafting.read_page, draft_id=turn.actor.place_args["draft"])
    await show_page(turn, page)


@router.callback_query(Press(EventPress, *BEHALVES))
async def register(press: CallbackQuery, turn: Turn, data: EventPress) -> None:
    """Begin a draft for oneself or for somebody else, or go on with it."""
    del press
    await show_page(turn, await turn.act(drafting.begin, event_id=data.event_id, on_behalf=BEHALVES[data.do]))


@router.callback_query(Press(AnswerPress))
async def answer_by_button(press: CallbackQuery, turn: Turn, data: AnswerPress) -> None:
    """Read a pressed button as an answer."""
    del press
    given = PressGiven(data.payload)
    page = await turn.act(drafting.answer, draft_id=data.draft_id, revision=data.revision, given=given)
    if page.problem is not None:
        await turn.answer(cards.problem_text(turn.t, page.problem), is_alert=True)
    await show_page(turn, page)


@router.message(At(drafting.PLACE))
async def answer_by_message(message: Message, turn: Turn) -> None:
    """Read a message as an answer to the question the person is on."""
    draft_id, given = turn.actor.place_args["draft"], read_given(message)
    if isinstance(given, FileGiven):
        page = await turn.read(drafting.read_page, draft_id=draft_id)
        given = await uploads.taken(turn, page.question, given)
    page = await turn.act(drafting.answer, draft_id=draft_id, revision=None, given=given)
    await show_page(turn, page)


@router.callback_query(Press(DraftPress))
async def move(press: CallbackQuery, turn: Turn, data: DraftPress) -> None:
    """Make a move inside a draft."""
    del press
    where = {"draft_id": data.draft_id, "revision": data.revision}
    match data.do:
        case "back":
            await show_page(turn, await turn.act(drafting.step_back, **where))
        case "skip":
            await show_page(turn, await turn.act(drafting.skip, **where))
        case "onward":
            await show_page(turn, await turn.act(drafting.onward, **where))
        case "goto":
            await show_page(turn, await turn.act(drafting.edit, **where, question=data.question))
        case "resume" | "review":
            await show_page(turn, await turn.act(drafting.resume, draft_id=data.draft_id))
        case "edit":
            page = await turn.read(drafting.read_page, draft_id=data.draft_id)
            await turn.show(cards.edit_list(turn.t, page))
        case "cancel":
            page = await turn.read(drafting.read_page, draft_id=data.draft_id)
            await turn.show(cards.cancel_question(turn.t, page))
        case "cancel-yes":
            event = await turn.act(drafting.cancel, **where)
            await turn.show(cards.cancelled(turn.t, event.id))
        case "submit" | "supplement":
            await (submit if data.do == "submit" else supplement)(turn, data)
        case _:
            raise StaleError


async def submit(turn: Turn, data: DraftPress) -> None:
    """Submit a draft, show what became of it, and hand over the guardian's link if one is needed."""
    token, token_hash = new_token()
    done = await turn.act(registering.submit, draft_id=data.draft_id, revision=data.revision, token_hash=token_hash)
    view = await turn.read(registering.read_card, registration_id=done.registration.id)
    await turn.show(family.registration(turn.t, view))
    if view.awaits_guardian and not view.is_guardian:
        await turn.send(family.guardian_link(turn.t, view, turn.house.bot_name, token))


async def supplement(turn: Turn, data: DraftPress) -> None:
    """Send the answers to what is new, and show the registration they belong to."""
    claim = await turn.act(supplementing.finish, draft_id=data.draft_id, revision=data.revision)
    view = await turn.read(registering.read_card, registration_id=claim.id)
    await turn.show(family.registration(turn.t, view))


def read_given(message: Message) -> Given:
    """Return what a message gives, whatever it is."""
    if message.text is not None:
        return TextGiven(message.text)
    if message.contact is not None:
        is_own = message.from_user is not None and message.contact.user_id == message.from_user.id
        return ContactGiven(message.contact.phone_number, is_own and message.forward_origin is None)
    if message.photo:
        largest = message.photo[-1]
        return FileGiven("photo", largest.file_id, size=largest.file_size)
    if message.document is not None:
        document = message.document
        return FileGiven(
            "document", document.file_id, name=document.file_name, mime=document.mime_type, size=document.file_size
        )
    return OtherGiven(message.content_type)
