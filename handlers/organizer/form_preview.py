"""A form draft looked at as a student would see it: the very same cards, in any of the three languages."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.actions import forming, previewing
from bot.actions.previewing import NO_DRAFT, Preview
from bot.domain.form import PressGiven
from bot.domain.language import Language
from bot.middlewares.turn import Turn
from bot.telegram import Button, Outgoing
from bot.texts import Translator
from handlers.callbacks import AnswerPress, DraftPress, Press
from handlers.form import cards as student_cards
from handlers.form.form import read_given
from handlers.organizer import form_cards
from handlers.organizer.presses import FormPress
from handlers.places import At

router = Router(name="form-preview")


class OfPreview(Filter):
    """Lets a press through that belongs to no draft of anybody's."""

    async def __call__(self, query: CallbackQuery) -> bool:
        """Compare the number where a draft's would be."""
        return (query.data or "").split(":")[1:2] == [str(NO_DRAFT)]


@router.callback_query(Press(FormPress, "look"))
async def enter(press: CallbackQuery, turn: Turn, data: FormPress) -> None:
    """Begin to walk through, or go on in another language."""
    del press
    await show(turn, await turn.act(previewing.enter, form_id=data.form_id, language=data.value))


@router.callback_query(OfPreview(), Press(AnswerPress))
async def answer_by_button(press: CallbackQuery, turn: Turn, data: AnswerPress) -> None:
    """Read a pressed button as a student's."""
    del press
    preview = await turn.act(previewing.answer, given=PressGiven(data.payload))
    if preview.page.problem is not None:
        t = turn.house.translators[preview.language]
        await turn.answer(student_cards.problem_text(t, preview.page.problem), is_alert=True)
    await show(turn, preview)


@router.message(At(previewing.PLACE))
async def answer_by_message(message: Message, turn: Turn) -> None:
    """Read a message as a student's."""
    await show(turn, await turn.act(previewing.answer, given=read_given(message)))


@router.callback_query(OfPreview(), Press(DraftPress))
async def move(press: CallbackQuery, turn: Turn, data: DraftPress) -> None:
    """Make a move as a student would; nothing is ever sent."""
    del press
    match data.do:
        case "cancel":
            form_id = await turn.act(previewing.leave)
            page = await turn.read(forming.read_draft, form_id=form_id)
            await turn.show(form_cards.overview(turn.t, page))
        case "submit":
            await turn.read(previewing.read)
            await turn.answer(turn.t("form-preview-not-sent"), is_alert=True)
        case "edit":
            preview = await turn.read(previewing.read)
            t = turn.house.translators[preview.language]
            await turn.show(student_cards.edit_list(t, preview.page))
        case "review":
            await show_current(turn)
        case do:
            await show(turn, await turn.act(previewing.move, do=do, question=data.question))


async def show_current(turn: Turn) -> None:
    """Show where the walk stands, after a restart for instance."""
    await show(turn, await turn.read(previewing.read))


async def show(turn: Turn, preview: Preview) -> None:
    """Show the page in the language it is read in."""
    await turn.show(card(turn.t, turn.house.translators[preview.language], preview))


def card(t: Translator, reader: Translator, preview: Preview) -> Outgoing:
    """A student's card under a line that says what it is, with the languages below and the way back."""
    seen = student_cards.page_card(reader, preview.page)
    draft = preview.form_draft
    languages = tuple(
        Button(
            text=("✓ " if one is preview.language else "") + t(f"language-{one.value}"),
            data=FormPress(form_id=draft.id, revision=draft.revision, do="look", value=one.value).pack(),
        )
        for one in Language
    )
    leave = DraftPress(draft_id=NO_DRAFT, revision=0, do="cancel").pack()
    back = (Button(text=t("button-form-back"), data=leave),)
    return Outgoing(text=f"{t('form-preview')}\n\n{seen.text}", keyboard=(*seen.keyboard[:-1], languages, back))
