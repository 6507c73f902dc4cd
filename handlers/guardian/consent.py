"""A guardian's conversation: open the link, agree, refuse with a reason, ask to be called."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import accounts, consenting, guarding
from bot.domain.errors import StaleError
from bot.domain.form import Accepted, ContactGiven, Context, Kind, Question, Rejected, TextGiven, read_answer
from bot.domain.language import Localized
from bot.middlewares.turn import Turn
from bot.telegram import REMOVE, Outgoing
from handlers import circle_cards
from handlers.callbacks import ConsentPress, Press
from handlers.form.cards import problem_text
from handlers.form.form import read_given
from handlers.guardian import cards
from handlers.places import At

router = Router(name="guardian")

LONGEST_REASON = 500


async def show_consent(turn: Turn, registration_id: int) -> None:
    """Show the next thing a guardian is asked about one registration."""
    page = await turn.read(consenting.read_page, registration_id=registration_id)
    await turn.show(cards.consent(turn.t, page))


async def show_current(turn: Turn) -> None:
    """Show the consent a guardian is on, after a restart for instance."""
    await show_consent(turn, turn.actor.place_args["registration"])


async def show_decided(turn: Turn, page: consenting.ConsentPage) -> None:
    """Show what comes next; when everything is decided, also the question who one is to the child, if it is open."""
    screen = cards.consent(turn.t, page)
    if cards.is_decided(page):
        circle = await turn.read(guarding.read_circle, registration_id=page.registration.id)
        screen = circle_cards.with_relation(turn.t, circle, screen)
    await turn.show(screen)


@router.callback_query(Press(ConsentPress))
async def decide(press: CallbackQuery, turn: Turn, data: ConsentPress) -> None:
    """Do what a consent's button asks for."""
    del press
    claim = {"registration_id": data.registration_id, "revision": data.revision}
    match data.do:
        case "open":
            await show_consent(turn, data.registration_id)
        case "agree":
            await show_decided(turn, await turn.act(consenting.give, **claim))
        case "again":
            page = await turn.read(consenting.read_page, registration_id=data.registration_id)
            await turn.show(cards.required(turn.t, page))
        case "see":
            page = await turn.read(consenting.read_page, registration_id=data.registration_id)
            await turn.show(cards.one_text(turn.t, page, data.text_id))
        case rank if rank[:-1] in ("set", "less") and rank[-1:].isdecimal():
            await decide_optional(turn, data, int(rank[-1]))
        case "refuse":
            await ask_reason(turn, data)
        case "call":
            await ask_phone(turn, data)
        case reason if reason.removeprefix("no-") in cards.REASONS:
            words = str(turn.t(f"refusal-{reason.removeprefix('no-')}"))
            await turn.show(cards.consent(turn.t, await turn.act(consenting.refuse, **claim, reason=words)))
        case _:
            raise StaleError


async def decide_optional(turn: Turn, data: ConsentPress, rank: int) -> None:
    """Take an answer to an optional text; whoever allows less is first told what it leads to."""
    if data.do.startswith("less"):
        page = await turn.read(consenting.read_page, registration_id=data.registration_id)
        await turn.show(cards.less(turn.t, page, data.text_id, rank))
        return
    page = await turn.act(
        consenting.decide_optional,
        registration_id=data.registration_id,
        consent_text_id=data.text_id,
        rank=rank,
    )
    await turn.answer(turn.t("consent-saved"))
    await show_decided(turn, page)


async def ask_reason(turn: Turn, data: ConsentPress) -> None:
    """Ask why, by buttons or in own words."""
    page = await turn.read(consenting.read_page, registration_id=data.registration_id)
    args = {"registration": data.registration_id, "revision": page.registration.revision}
    await turn.act(accounts.go, place="refusal", args=args)
    await turn.show(cards.reasons(turn.t, page))


async def ask_phone(turn: Turn, data: ConsentPress) -> None:
    """Ask for the number to call."""
    await turn.read(consenting.read_page, registration_id=data.registration_id)
    await turn.act(accounts.go, place="call", args={"registration": data.registration_id})
    await turn.send(cards.ask_phone(turn.t))


@router.message(At("refusal"))
async def refuse_in_own_words(message: Message, turn: Turn) -> None:
    """Take a typed reason."""
    reason = (message.text or "").strip()
    if not reason or len(reason) > LONGEST_REASON:
        await turn.send(Outgoing(text=turn.t("reason-problem", longest=LONGEST_REASON)))
        return
    args = turn.actor.place_args
    page = await turn.act(
        consenting.refuse, registration_id=args["registration"], revision=args["revision"], reason=reason
    )
    await turn.show(cards.consent(turn.t, page))


PHONE = Question(code="phone", kind=Kind.PHONE, title=Localized(kk="", ru="", en=""))


@router.message(At("call"))
async def take_phone(message: Message, turn: Turn) -> None:
    """Take the number to call, shared or typed."""
    given = read_given(message)
    if not isinstance(given, ContactGiven | TextGiven):
        await turn.send(cards.ask_phone(turn.t))
        return
    meaning = read_answer(PHONE, given, None, None, Context(today=turn.now.date()))
    if isinstance(meaning, Rejected):
        await turn.send(Outgoing(text=problem_text(turn.t, meaning)))
        return
    if not isinstance(meaning, Accepted) or not isinstance(meaning.value, dict):
        raise StaleError
    page = await turn.act(
        consenting.ask_to_be_called,
        registration_id=turn.actor.place_args["registration"],
        phone=str(meaning.value["number"]),
    )
    await turn.send(Outgoing(text=turn.t("call-promised"), reply_keyboard=REMOVE))
    await turn.show(cards.consent(turn.t, page))
