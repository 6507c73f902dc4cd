"""The screens of changing answers after submission: all answers, the choice, a question, what would change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.actions.amending import AmendPage, Comparison
from bot.actions.rereading import AnswersPage
from bot.domain.form import Kind, choices, trail
from bot.domain.language import Localized
from bot.domain.registration import Registration, Status
from bot.telegram import Button, Outgoing, plain
from bot.texts import Html, Translator
from handlers.callbacks import AmendAnswerPress, AmendPress, DecisionPress, RegistrationPress
from handlers.form.answers import answer_line, change_line, short, value_text
from handlers.form.cards import EXPLAINED, choice_button, problem_text

Row = tuple[Button, ...]

LENGTHS = (300, 120, 60, 30)
"""Characters of an answer that are shown: the first that fits the screen is taken."""
MOST_CHARACTERS = 3800
LONGEST_LABEL = 48


def answers(t: Translator, page: AnswersPage) -> Outgoing:
    """Every answer; what changed and waits for the organizers stands beside what it was."""
    claim = page.card.registration
    rows: list[Row] = []
    if page.may_reply:
        rows.append(
            (
                _press(t, claim, "button-amend-fine", "fine", "success"),
                _press(t, claim, "button-amend-objects", "objects", "danger"),
            )
        )
    rows.extend(_file_rows(t, page))
    if page.may_amend and page.has_begun:
        rows.append((_press(t, claim, "button-amend-begun", "compare", "primary"),))
    if page.may_amend:
        rows.append((_press(t, claim, "button-edit", "list"),))
    return Outgoing(text=_fitting(t, page), keyboard=(*rows, _back(t, claim)))


def choice(t: Translator, page: AnswersPage) -> Outgoing:
    """Ask which answer to change."""
    claim = page.card.registration
    rows = tuple(
        (
            Button(
                text=f"{number}. {short(question.title.within(t.language), LONGEST_LABEL)}",
                data=AmendPress(
                    registration_id=claim.id, revision=claim.revision, do="goto", question=question.code
                ).pack(),
            ),
        )
        for number, question in enumerate(page.questions, 1)
    )
    return Outgoing(text=t("edit-which"), keyboard=(*rows, (_press(t, claim, "button-back", "open"),)))


def question(t: Translator, page: AmendPage) -> Outgoing:
    """Ask a question anew, with the answer as it stands."""
    asked = page.question
    rows: list[Row] = [
        tuple(
            choice_button(t, one, AmendAnswerPress(amendment_id=page.amendment_id, payload=one.payload).pack())
            for one in row
        )
        for row in choices(asked, page.value, page.step, page.context)
    ]
    if not asked.required:
        clear = AmendAnswerPress(amendment_id=page.amendment_id, payload="").pack()
        rows.append((Button(text=t("button-amend-clear"), data=clear),))
    rows.append((_press(t, page.registration, "button-amend-drop", "drop"),))
    return Outgoing(text=_question_text(t, page), keyboard=tuple(rows))


def comparison(t: Translator, page: Comparison) -> Outgoing:
    """What would change and what follows from it, before it is saved."""
    claim = page.registration
    more = _press(t, claim, "button-amend-more", "list")
    if not page.changes:
        return Outgoing(text=t("amend-nothing"), keyboard=((more,), _back(t, claim)))
    lines: list[str] = [t("amend-compare-head", title=page.event.title)]
    lines += [change_line(t, change, page.context, longest=600 // len(page.changes)) for change in page.changes]
    if page.asks_again:
        lines.append(t("amend-asks-again"))
    if page.lost_places:
        lines.append(t("amend-loses-places", count=page.lost_places))
    elif any(change.question.kind is Kind.STREAM for change in page.changes):
        lines.append(t("amend-stream"))
    save = _press(t, claim, "button-amend-save", "save", "success")
    drop = _press(t, claim, "button-amend-drop", "drop")
    return Outgoing(text="\n\n".join(lines), keyboard=((save,), (more,), (drop,)))


def changed_notice(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Tell the rest of a family which answers were changed; the answers themselves stay inside."""
    titles = "\n".join(f"• {t.of(Localized.of(title))}" for title in data["titles"])
    text = t("notice-answers-changed", name=data["name"], event=Localized.of(data["event"]), titles=Html(titles))
    if data["is_asked"]:
        text = Html(f"{text}\n\n{t('amend-is-asked')}")
    press = AmendPress(registration_id=data["registration"], revision=0, do="open").pack()
    return Outgoing(text=text, keyboard=((Button(text=t("button-amend-look"), data=press),),))


def objected_notice(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Tell an organizer that a guardian objects to a change."""
    text = t("notice-answers-objected", name=data["name"], event=Localized.of(data["event"]))
    press = DecisionPress(registration_id=data["registration"], revision=0, do="open").pack()
    return Outgoing(text=text, keyboard=((Button(text=t("button-open"), data=press),),))


def back_to_answers(t: Translator, data: AmendPress) -> Button:
    """The way back from a file to all answers."""
    return Button(text=t("button-back"), data=data.model_copy(update={"do": "open", "question": ""}).pack())


def _file_rows(t: Translator, page: AnswersPage) -> list[Row]:
    """A button for every file that was sent."""
    claim = page.card.registration
    rows: list[Row] = []
    for one in page.questions:
        if one.kind is Kind.FILE and page.answers.get(one.code):
            data = AmendPress(registration_id=claim.id, revision=claim.revision, do="file", question=one.code)
            label = t("button-answer-file", title=Html(short(one.title.within(t.language), LONGEST_LABEL)))
            rows.append((Button(text=label, data=data.pack()),))
    return rows


def _fitting(t: Translator, page: AnswersPage) -> str:
    """Return the longest text that fits one screen."""
    text = ""
    for longest in LENGTHS:
        text = _answers_text(t, page, longest)
        if len(plain(text)) <= MOST_CHARACTERS:
            break
    return text


def _answers_text(t: Translator, page: AnswersPage, longest: int) -> str:
    changed = {change.question.code: change for change in page.changed}
    parts: list[str] = [t("amend-head", title=page.card.event.title, name=page.card.participant.full_name)]
    for one in page.questions:
        if one.code in changed:
            parts.append(change_line(t, changed[one.code], page.context, longest=longest))
        else:
            parts.append(answer_line(t, one, page.answers, page.context, longest=longest))
    return "\n\n".join([*parts, *_foot(t, page)])


def _foot(t: Translator, page: AnswersPage) -> list[str]:
    foot: list[str] = []
    if page.may_reply:
        foot.append(t("amend-reply-question") if page.reply is None else t(f"amend-replied-{page.reply.value}"))
    elif page.changed:
        foot.append(t("amend-changed-foot"))
    if page.may_amend:
        foot.append(t("amend-until", until=t.day(page.card.event.edits_until)))
    elif page.card.registration.status is Status.RETURNED:
        foot.append(t("amend-returned"))
    elif page.card.registration.is_active:
        foot.append(t("amend-closed"))
    return foot


def _question_text(t: Translator, page: AmendPage) -> str:
    asked = page.question
    parts: list[str] = [t("amend-question-head", title=page.event.title)]
    if page.problem is not None:
        parts.append(problem_text(t, page.problem))
    parts.append(f"<b>{t.of(asked.title)}</b>")
    if asked.hint is not None:
        parts.append(f"<i>{t.of(asked.hint)}</i>")
    if page.step is not None and (way := trail(asked, page.step, page.context)):
        parts.append("📍 " + " → ".join(t.piece(piece) for piece in way))
    if page.value is not None and asked.kind is not Kind.SEVERAL_OF:
        parts.append(t("answer-now", answer=value_text(t, asked, page.value, page.context, longest=LENGTHS[0])))
    if page.step is None and asked.kind in EXPLAINED:
        parts.append(t(f"how-{asked.kind.value.replace('_', '-')}"))
    return "\n\n".join(parts)


def _back(t: Translator, claim: Registration) -> Row:
    data = RegistrationPress(registration_id=claim.id, revision=0, do="open").pack()
    return (Button(text=t("button-back"), data=data),)


def _press(t: Translator, claim: Registration, key: str, do: str, style: str | None = None) -> Button:
    data = AmendPress(registration_id=claim.id, revision=claim.revision, do=do).pack()
    return Button(text=t(key), data=data, style=style)
