"""One's answers after submission: read them, change one, compare, save; a guardian says fine or objects."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import amending, rereading, uploading
from bot.actions.amending import AmendPage, Comparison
from bot.domain.errors import StaleError
from bot.domain.form import FileGiven, Given, Kind, PressGiven
from bot.middlewares.turn import Turn
from bot.telegram import REMOVE, Outgoing
from handlers.callbacks import AmendAnswerPress, AmendPress, Press
from handlers.form import cards as form_cards
from handlers.form import uploads
from handlers.form.form import read_given
from handlers.places import At
from handlers.student import amend_cards as cards
from handlers.student.registration import show_registration

router = Router(name="amend")


async def show_answers(turn: Turn, registration_id: int) -> None:
    """Show every answer of a registration."""
    page = await turn.read(rereading.read_answers, registration_id=registration_id)
    await turn.show(cards.answers(turn.t, page))


async def show_page(turn: Turn, page: AmendPage | Comparison) -> None:
    """Show the question, or what would change; a phone question opens the keyboard that shares a contact."""
    screen = cards.question(turn.t, page) if isinstance(page, AmendPage) else cards.comparison(turn.t, page)
    if page.left is Kind.PHONE:
        await turn.send(Outgoing(text=turn.t("phone-done"), reply_keyboard=REMOVE))
        await turn.send(screen)
    else:
        await turn.show(screen)
    if isinstance(page, AmendPage) and page.question.kind is Kind.PHONE and page.problem is None:
        await turn.send(form_cards.phone_keyboard(turn.t))


async def show_current(turn: Turn) -> None:
    """Show where a person is in changing answers, after a restart for instance."""
    args = turn.actor.place_args
    if "amendment" in args:
        await show_page(turn, await turn.read(amending.read_question, amendment_id=args["amendment"]))
    else:
        await show_answers(turn, args["registration"])


@router.callback_query(Press(AmendPress))
async def press_amend(press: CallbackQuery, turn: Turn, data: AmendPress) -> None:
    """Do what a button about submitted answers asks for."""
    del press
    claim = {"registration_id": data.registration_id}
    match data.do:
        case "open":
            await show_answers(turn, data.registration_id)
        case "list":
            await turn.show(cards.choice(turn.t, await turn.read(rereading.read_answers, **claim)))
        case "file":
            where = {**claim, "question": data.question}
            question, value = await turn.read(uploading.read_of_family, **where)
            await uploads.show_file(turn, turn.t.of(question.title), value, cards.back_to_answers(turn.t, data))
        case "goto":
            where = {"revision": data.revision, "question": data.question}
            await show_page(turn, await turn.act(amending.open_question, **claim, **where))
        case "compare":
            await show_page(turn, await turn.act(amending.compare, **claim))
        case "save":
            await turn.act(amending.save, **claim, revision=data.revision)
            await turn.answer(turn.t("amend-saved"))
            await show_registration(turn, data.registration_id)
        case "drop":
            await turn.act(amending.drop, **claim)
            await turn.answer(turn.t("amend-dropped"))
            await show_answers(turn, data.registration_id)
        case "fine" | "objects":
            await turn.act(rereading.reply, **claim, revision=data.revision, said=data.do)
            await turn.answer(turn.t(f"amend-{data.do}-thanks"), is_alert=data.do == "objects")
            await show_answers(turn, data.registration_id)
        case _:
            raise StaleError


@router.callback_query(Press(AmendAnswerPress))
async def answer_by_button(press: CallbackQuery, turn: Turn, data: AmendAnswerPress) -> None:
    """Read a pressed button as the new answer; the empty payload leaves an optional question unanswered."""
    del press
    if data.payload:
        await answer(turn, data.amendment_id, PressGiven(data.payload))
    else:
        await show_page(turn, await turn.act(amending.clear, amendment_id=data.amendment_id))


@router.message(At(amending.PLACE))
async def answer_by_message(message: Message, turn: Turn) -> None:
    """Read a message as the new answer; where nothing is asked, show the answers again."""
    amendment_id = turn.actor.place_args.get("amendment")
    if amendment_id is None:
        await show_current(turn)
        return
    given = read_given(message)
    if isinstance(given, FileGiven):
        page = await turn.read(amending.read_question, amendment_id=amendment_id)
        given = await uploads.taken(turn, page.question, given)
    await answer(turn, amendment_id, given)


async def answer(turn: Turn, amendment_id: int, given: Given) -> None:
    """Take the new answer and show what follows."""
    page = await turn.act(amending.answer, amendment_id=amendment_id, given=given)
    if isinstance(page, AmendPage) and page.problem is not None:
        await turn.answer(form_cards.problem_text(turn.t, page.problem), is_alert=True)
    await show_page(turn, page)
