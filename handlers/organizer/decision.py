"""Deciding about one registration: read it, confirm, return, decline with a reason, take a decision back."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import accounts, deciding, medical, restoring, reviewing
from bot.domain.errors import StaleError
from bot.middlewares.turn import Turn
from bot.telegram import Outgoing
from handlers import reasons
from handlers.callbacks import DecisionPress, Press
from handlers.form import uploads
from handlers.organizer import decision_cards as cards
from handlers.organizer.standing import REASON
from handlers.places import At

router = Router(name="decision")

LONGEST_REASON = 500


async def show_registration(turn: Turn, registration_id: int) -> None:
    """Show everything about one registration."""
    page = await turn.act(reviewing.open_page, registration_id=registration_id)
    await turn.show(cards.registration(turn.t, page))


async def show_decided(turn: Turn, registration_id: int) -> None:
    """Show what was just decided, and who waits next."""
    page = await turn.read(reviewing.read_to_decide, registration_id=registration_id)
    await turn.show(cards.decided(turn.t, page))


async def show_current_reason(turn: Turn) -> None:
    """Show the question why again, after a restart for instance."""
    args = turn.actor.place_args
    page = await turn.read(reviewing.read_to_decide, registration_id=args["registration"])
    if page.registration.revision != args["revision"]:
        await show_registration(turn, args["registration"])
        return
    await turn.show(cards.why(turn.t, page, args["do"]))


@router.callback_query(Press(DecisionPress))
async def decide(press: CallbackQuery, turn: Turn, data: DecisionPress) -> None:
    """Do what a registration's button asks for."""
    del press
    claim = {"registration_id": data.registration_id, "revision": data.revision}
    match data.do:
        case "open":
            await show_registration(turn, data.registration_id)
        case "confirm":
            await turn.act(deciding.confirm, **claim)
            await show_decided(turn, data.registration_id)
        case "return" | "decline":
            await ask_why(turn, data)
        case code if code in reasons.RETURN + reasons.DECLINE:
            await decide_with_reason(turn, code.partition("-")[0], claim, reasons.kept(code))
        case "undo":
            await turn.act(deciding.undo, **claim)
            await turn.answer(turn.t("decision-undone"))
            await show_registration(turn, data.registration_id)
        case "restore":
            page = await turn.read(reviewing.read_to_decide, registration_id=data.registration_id)
            await turn.show(cards.restore_question(turn.t, page))
        case "restore-yes":
            await turn.act(restoring.put_back, **claim)
            await turn.answer(turn.t("amend-put-back"))
            await show_registration(turn, data.registration_id)
        case "health":
            found = await turn.act(medical.read_health, registration_id=data.registration_id)
            await turn.show(cards.health(turn.t, found))
        case file if file.startswith("file-"):
            await send_file(turn, data)
        case _:
            raise StaleError


async def decide_with_reason(turn: Turn, do: str, claim: dict[str, int], reason: str) -> None:
    """Return or decline for a reason, typed or ready."""
    action = deciding.return_for_correction if do == "return" else deciding.decline
    await turn.act(action, **claim, reason=reason)
    await show_decided(turn, claim["registration_id"])


async def ask_why(turn: Turn, data: DecisionPress) -> None:
    """Ask for the reason, by buttons or in own words."""
    page = await turn.read(reviewing.read_to_decide, registration_id=data.registration_id)
    if page.registration.revision != data.revision:
        raise StaleError
    args = {"registration": data.registration_id, "revision": data.revision, "do": data.do}
    await turn.act(accounts.go, place=REASON, args=args)
    await turn.show(cards.why(turn.t, page, data.do))


@router.message(At(REASON))
async def take_reason(message: Message, turn: Turn) -> None:
    """Take a typed reason."""
    reason = (message.text or "").strip()
    if not reason or len(reason) > LONGEST_REASON:
        await turn.send(Outgoing(text=turn.t("reason-problem", longest=LONGEST_REASON)))
        return
    args = turn.actor.place_args
    claim = {"registration_id": args["registration"], "revision": args["revision"]}
    await decide_with_reason(turn, args["do"], claim, reason)


async def send_file(turn: Turn, data: DecisionPress) -> None:
    """Send the file somebody answered with."""
    page = await turn.read(reviewing.read_whole, registration_id=data.registration_id)
    number = data.do.removeprefix("file-")
    questions = cards.file_questions(page)
    if not number.isdecimal() or int(number) >= len(questions):
        raise StaleError
    question = questions[int(number)]
    caption = turn.t("answer-file", name=page.participant.full_name, title=question.title)
    await uploads.show_file(turn, caption, page.answers[question.code], cards.back_button(turn.t, page))
