"""An event's form in chat: look at it, change a draft of it, publish the draft."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import forming, publishing
from bot.actions.forming import FormPage, TooLong
from bot.domain.errors import FormStepError, StaleError
from bot.middlewares.turn import Turn
from bot.telegram import Outgoing
from bot.texts import Translator
from handlers.callbacks import DeskPress, Press
from handlers.organizer import desk
from handlers.organizer import form_cards as cards
from handlers.organizer import form_question_cards as questions
from handlers.organizer.presses import FormPress
from handlers.organizer.standing import stand
from handlers.places import At

router = Router(name="form-builder")

SCREENS: Final[dict[str, Callable[[Translator, FormPage], Outgoing]]] = {
    "kinds": questions.kinds,
    "cares": questions.cares,
    "keeps": questions.keeps,
    "whens": questions.whens,
    "opts": questions.options,
    "away": cards.discard_question,
}
"""What only shows something to choose from."""
BACK_TO: Final = {"is": questions.whens, "always": questions.whens, "unopt": questions.options}
"""Changes after which one goes on choosing."""


@router.callback_query(Press(DeskPress, "form"))
async def enter(press: CallbackQuery, turn: Turn, data: DeskPress) -> None:
    """Show the form of an event."""
    del press
    page = await turn.read(forming.read, event_id=data.id)
    if page.draft is not None:
        page = await turn.act(forming.stand, form_id=page.draft.id)
    else:
        await stand(turn, event=data.id)
    await turn.show(cards.overview(turn.t, page))


@router.callback_query(Press(DeskPress, "form-edit"))
async def begin(press: CallbackQuery, turn: Turn, data: DeskPress) -> None:
    """Begin to change the form of an event."""
    del press
    await turn.show(cards.overview(turn.t, await turn.act(forming.begin, event_id=data.id)))


async def show_current(turn: Turn) -> None:
    """Show the form or the question a person is on, after a restart for instance."""
    await show(turn, await turn.read(forming.read_place))


async def show(turn: Turn, page: FormPage) -> None:
    """Show what a page is about: a text that is asked for, a question, or the whole form."""
    if page.asks is not None:
        await turn.show(questions.ask(turn.t, page))
    elif page.question is not None:
        await turn.show(questions.question(turn.t, page))
    else:
        await turn.show(cards.overview(turn.t, page))


@router.callback_query(Press(FormPress, "page", "open"))
async def go(press: CallbackQuery, turn: Turn, data: FormPress) -> None:
    """Show the form, or one of its questions."""
    del press
    if data.do == "open":
        await must_be_as_shown(turn, data)
        await show(turn, await turn.act(forming.stand, form_id=data.form_id, at=data.at))
        return
    page = await turn.act(forming.stand, form_id=data.form_id)
    await turn.show(cards.overview(turn.t, page, max(data.at, 0)))


@router.callback_query(Press(FormPress, *SCREENS))
async def choose(press: CallbackQuery, turn: Turn, data: FormPress) -> None:
    """Show what can be chosen."""
    del press
    await must_be_as_shown(turn, data)
    at = None if data.do in {"kinds", "away"} else data.at
    page = await turn.read(forming.read_draft, form_id=data.form_id, at=at)
    await turn.show(SCREENS[data.do](turn.t, page))


@router.callback_query(Press(FormPress, "kind", "undo"))
async def add_or_undo(press: CallbackQuery, turn: Turn, data: FormPress) -> None:
    """Add a question of a kind, or take the last change back."""
    del press
    where = {"form_id": data.form_id, "revision": data.revision}
    if data.do == "undo":
        await attempt(turn, lambda: turn.act(forming.undo, **where))
    else:
        await attempt(turn, lambda: turn.act(forming.add_question, **where, kind=data.value))


@router.callback_query(Press(FormPress, "req", "sens", "keep", "is", "always", "unhint", "unopt", "up", "down", "drop"))
async def change(press: CallbackQuery, turn: Turn, data: FormPress) -> None:
    """Change one question."""
    del press
    where = {"form_id": data.form_id, "revision": data.revision, "at": data.at}
    again = BACK_TO.get(data.do)
    await attempt(turn, lambda: turn.act(forming.change, **where, do=data.do, value=data.value), again)


@router.callback_query(Press(FormPress, "ask", "ask1"))
async def ask(press: CallbackQuery, turn: Turn, data: FormPress) -> None:
    """Ask for a text, in one language or in all one after the other."""
    del press
    await must_be_as_shown(turn, data)
    part, _, language = data.value.partition("-")
    alone = data.do == "ask1"
    where = {"form_id": data.form_id, "at": data.at, "part": part, "language": language, "is_alone": alone}
    await show(turn, await turn.act(forming.ask_text, **where))


@router.callback_query(Press(FormPress, "skip"))
async def skip(press: CallbackQuery, turn: Turn, data: FormPress) -> None:
    """Leave a text as it is."""
    del press
    await show(turn, await turn.act(forming.skip, form_id=data.form_id))


@router.message(At(forming.TEXT))
async def take_text(message: Message, turn: Turn) -> None:
    """Take a typed text for what was asked."""
    try:
        kept = await turn.act(forming.write, text=message.text or "")
    except FormStepError as error:
        page = await turn.read(forming.read_place)
        await turn.send(questions.ask(turn.t, page, turn.t(f"form-step-{error.why}")))
        return
    if isinstance(kept, TooLong):
        page = await turn.read(forming.read_place)
        await turn.send(questions.ask(turn.t, page, turn.t("form-too-long", longest=kept.longest)))
        return
    await show(turn, kept)


@router.callback_query(Press(FormPress, "ready"))
async def check(press: CallbackQuery, turn: Turn, data: FormPress) -> None:
    """Show what publishing would change, or what is missing."""
    del press
    await show_ready(turn, data.form_id)


@router.callback_query(Press(FormPress, "public"))
async def publish(press: CallbackQuery, turn: Turn, data: FormPress) -> None:
    """Publish the draft."""
    del press
    where = {"form_id": data.form_id, "revision": data.revision, "asks": data.value == "ask"}
    await turn.show(cards.published(turn.t, await turn.act(publishing.publish, **where)))


@router.callback_query(Press(FormPress, "gone"))
async def discard(press: CallbackQuery, turn: Turn, data: FormPress) -> None:
    """Throw the draft away."""
    del press
    event_id = await turn.act(forming.discard, form_id=data.form_id, revision=data.revision)
    await desk.show_event(turn, event_id)


async def show_ready(turn: Turn, form_id: int) -> None:
    """Show what publishing would change, or what is missing with the way there."""
    ready = await turn.read(publishing.read, form_id=form_id)
    page = await turn.read(forming.read_draft, form_id=form_id)
    await turn.show(cards.publishing(turn.t, page, ready))


async def must_be_as_shown(turn: Turn, data: FormPress) -> None:
    """Refuse a button of a screen that somebody has changed since: places of questions may mean others now."""
    page = await turn.read(forming.read_draft, form_id=data.form_id)
    if page.draft is None or page.draft.revision != data.revision:
        raise StaleError


async def attempt(
    turn: Turn,
    change_: Callable[[], Any],
    again: Callable[[Translator, FormPage], Outgoing] | None = None,
) -> None:
    """Make a change and show what it led to; what would break the form is explained instead."""
    try:
        page = await change_()
    except FormStepError as error:
        await turn.answer(turn.t(f"form-step-{error.why}"), is_alert=True)
        return
    if again is None:
        await show(turn, page)
    else:
        await turn.show(again(turn.t, page))
