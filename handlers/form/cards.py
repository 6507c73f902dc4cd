"""The screens of a draft: a question of any kind, the review page, the question before throwing away."""

from __future__ import annotations

import html

from bot.actions.drafting import Page
from bot.domain.behalf import Behalf
from bot.domain.draft import missing, open_questions, progress
from bot.domain.form import Choice, Kind, Question, Rejected, choices, trail
from bot.domain.language import Localized
from bot.telegram import Button, Outgoing, ReplyButton, ReplyKeyboard
from bot.texts import Html, Translator
from handlers.callbacks import AnswerPress, DraftPress, EventPress
from handlers.cards import home_row
from handlers.form.answers import answer_line, answer_text, short

SHORT_ANSWER = 300
"""Characters of a long answer that the review page shows."""


def page_card(t: Translator, page: Page) -> Outgoing:
    """Show where a draft stands."""
    return review(t, page) if page.question is None else question_card(t, page, page.question)


def question_card(t: Translator, page: Page, question: Question) -> Outgoing:
    """Ask the current question: progress, the problem with the last answer if any, the buttons of this step."""
    position, total = progress(page.form, page.draft)
    text = _question_text(t, page, question, position, total)
    if page.known:
        text = f"{t('form-known', count=page.known)}\n\n{text}"
    press = AnswerPress(draft_id=page.draft.id, revision=page.draft.revision, payload="").pack()
    rows = [tuple(choice_button(t, choice, press + choice.payload) for choice in row) for row in _rows(page, question)]
    rows.append(_navigation(t, page, question, is_first=position == 1))
    rows.append((Button(text=t("button-cancel-draft"), data=_move(page, "cancel")),))
    return Outgoing(text=text, keyboard=tuple(row for row in rows if row))


def contact_keyboard(t: Translator, page: Page) -> Outgoing | None:
    """The keyboard under the input that shares one's own phone, for a question about it."""
    if page.question is None or page.question.kind is not Kind.PHONE or page.problem is not None:
        return None
    return phone_keyboard(t)


def phone_keyboard(t: Translator) -> Outgoing:
    """The keyboard under the input that shares one's own phone."""
    keyboard = ReplyKeyboard(rows=((ReplyButton(text=t("button-share-phone"), asks_contact=True),),))
    return Outgoing(text=t("phone-press-below"), reply_keyboard=keyboard)


def review(t: Translator, page: Page) -> Outgoing:
    """Show every answer with a way to change it, and the submit button when nothing is missing."""
    draft = page.draft
    questions = open_questions(page.form, draft)
    lines = [answer_line(t, question, draft.answers, page.context, longest=SHORT_ANSWER) for question in questions]
    is_whole = not missing(page.form, draft.answers)
    head = t("review-head", title=page.event.title)
    foot = t("review-foot") if is_whole else t("review-missing")
    if draft.on_behalf is not Behalf.OWN:
        head = Html(f"{t(f'answering-for-{draft.on_behalf.value}')}\n\n{head}")
    rows: list[tuple[Button, ...]] = []
    if is_whole:
        do = "supplement" if draft.state == "supplementing" else "submit"
        rows.append((Button(text=t("button-submit"), data=_move(page, do), style="success"),))
    rows.append((Button(text=t("button-edit"), data=_move(page, "edit")),))
    rows.append((Button(text=t("button-cancel-draft"), data=_move(page, "cancel")),))
    return Outgoing(text="\n\n".join([head, *lines, foot]), keyboard=tuple(rows))


def edit_list(t: Translator, page: Page) -> Outgoing:
    """Ask which answer to change."""
    rows = tuple(
        (
            Button(
                text=f"{number}. {short(question.title.within(t.language), 48)}",
                data=DraftPress(
                    draft_id=page.draft.id, revision=page.draft.revision, do="goto", question=question.code
                ).pack(),
            ),
        )
        for number, question in enumerate(open_questions(page.form, page.draft), 1)
    )
    back = (Button(text=t("button-back"), data=_move(page, "review")),)
    return Outgoing(text=t("edit-which"), keyboard=(*rows, back))


def cancel_question(t: Translator, page: Page) -> Outgoing:
    """Ask before a draft is thrown away."""
    return Outgoing(
        text=t("cancel-draft-question", title=page.event.title),
        keyboard=(
            (Button(text=t("button-cancel-draft-yes"), data=_move(page, "cancel-yes"), style="danger"),),
            (Button(text=t("button-keep-draft"), data=_move(page, "review"), style="success"),),
        ),
    )


def cancelled(t: Translator, event_id: int) -> Outgoing:
    """Say that nothing was sent."""
    again = Button(text=t("button-register"), data=EventPress(event_id=event_id, do="register").pack())
    return Outgoing(text=t("draft-cancelled"), keyboard=((again,), home_row(t)))


def _question_text(t: Translator, page: Page, question: Question, position: int, total: int) -> str:
    section = page.form.section_of(question.code)
    parts: list[str] = [
        t("question-head", title=page.event.title, section=section.title, position=str(position), total=str(total))
    ]
    if page.draft.on_behalf is not Behalf.OWN:
        parts.append(t(f"answering-for-{page.draft.on_behalf.value}"))
    if page.problem is not None:
        parts.append(problem_text(t, page.problem))
    parts.append(f"<b>{t.of(question.title)}</b>")
    if question.hint is not None:
        parts.append(f"<i>{t.of(question.hint)}</i>")
    if page.step is not None and (way := trail(question, page.step, page.context)):
        parts.append("📍 " + " → ".join(t.piece(piece) for piece in way))
    value = page.draft.answers.get(question.code)
    if value is not None and question.kind is not Kind.SEVERAL_OF:
        parts.append(
            t("answer-now", answer=answer_text(t, question, page.draft.answers, page.context, longest=SHORT_ANSWER))
        )
    how = f"how-{question.kind.value.replace('_', '-')}"
    if page.step is None and question.kind in EXPLAINED:
        parts.append(t(how))
    return "\n\n".join(parts)


EXPLAINED = frozenset({Kind.NAME, Kind.BIRTH_DATE, Kind.UNIT, Kind.SEVERAL_OF, Kind.FILE, Kind.PHONE, Kind.LONG_TEXT})


def problem_text(t: Translator, problem: Rejected) -> Html:
    """Say what was wrong with an answer and what to do."""
    return t(f"problem-{problem.problem}", **t.arguments(problem.data))


def _rows(page: Page, question: Question) -> tuple[tuple[Choice, ...], ...]:
    return choices(question, page.draft.answers.get(question.code), page.step, page.context)


def choice_button(t: Translator, choice: Choice, data: str) -> Button:
    """One offered answer; a chosen one is marked."""
    label = (
        choice.label.within(t.language) if isinstance(choice.label, Localized) else html.unescape(t.piece(choice.label))
    )
    return Button(
        text=("✓ " if choice.is_chosen else "") + label,
        data=data,
        style="success" if choice.is_chosen else None,
    )


def _navigation(t: Translator, page: Page, question: Question, *, is_first: bool) -> tuple[Button, ...]:
    row: list[Button] = []
    if not is_first:
        row.append(Button(text=t("button-back"), data=_move(page, "back")))
    if question.code in page.draft.answers and question.kind is not Kind.SEVERAL_OF:
        row.append(Button(text=t("button-onward"), data=_move(page, "onward")))
    elif not question.required:
        row.append(Button(text=t("button-skip"), data=_move(page, "skip")))
    return tuple(row)


def _move(page: Page, do: str) -> str:
    return DraftPress(draft_id=page.draft.id, revision=page.draft.revision, do=do).pack()
