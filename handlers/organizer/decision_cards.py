"""The screens of deciding: one registration with everything about it, the question why, what was decided."""

from __future__ import annotations

from datetime import datetime

from bot.actions.medical import HealthPage
from bot.actions.reviewing import DecisionPage, Neighbour
from bot.domain.behalf import Behalf
from bot.domain.consent import Answer, Standing, State
from bot.domain.form import Kind, Question
from bot.domain.guardian import Guardian
from bot.domain.registration import Status
from bot.telegram import Button, Outgoing, plain
from bot.texts import Html, Translator
from handlers import reasons
from handlers.callbacks import DecisionPress, ListPress
from handlers.circle_callbacks import WardPress
from handlers.form.answers import answer_line, change_line, short
from handlers.organizer import history
from handlers.organizer.list_cards import desk_button
from handlers.organizer.presses import AttestPress
from handlers.team_callbacks import TrailPress

Row = tuple[Button, ...]

LONGEST_LABEL = 60
MOST_CHARACTERS = 4000
ANSWER_LENGTHS = (2000, 1400, 900, 600, 400, 300, 200, 120, 60)
"""Characters of an answer that are shown, from generous to short: the first that fits the screen is taken."""
ICONS = {State.GIVEN: "✅", State.OUTDATED: "🔄", State.REFUSED: "✖️"}
CAN_CONFIRM = frozenset({Status.PENDING, Status.AWAITING_GUARDIAN, Status.RETURNED})
CAN_RETURN = frozenset({Status.PENDING, Status.AWAITING_GUARDIAN, Status.CONFIRMED})
SAID_ABOVE = frozenset({Kind.NAME, Kind.STREAM})
HEALTH_LENGTH, MOST_HEALTH = 300, 10


def registration(t: Translator, page: DecisionPage) -> Outgoing:
    """Everything about one registration, and what can be decided; long answers are cut until the screen fits."""
    keyboard = (*_file_rows(t, page), *_decision_rows(t, page), *_way_on(t, page))
    return Outgoing(text=_fitting_text(t, page), keyboard=keyboard)


def why(t: Translator, page: DecisionPage, do: str) -> Outgoing:
    """Ask for the reason of a return or a decline; own words may be typed."""
    codes = reasons.RETURN if do == "return" else reasons.DECLINE
    rows = tuple((_press(t, page, f"button-{code}", code),) for code in codes)
    key = "return-question" if do == "return" else "decline-question"
    back = (_press(t, page, "button-back", "open"),)
    return Outgoing(text=t(key, name=page.participant.full_name), keyboard=(*rows, back))


def decided(t: Translator, page: DecisionPage) -> Outgoing:
    """What was just decided, the way to take it back, and who waits next."""
    lines = [
        t(f"decided-{page.registration.status.value}", name=page.participant.full_name),
        t("decided-told"),
    ]
    if page.next_waiting is None:
        lines.append(t("decided-none-left"))
    undo = (_press(t, page, "button-undo", "undo"),)
    return Outgoing(text="\n\n".join(lines), keyboard=(*_next_row(t, page.next_waiting), undo, *_back_rows(t, page)))


def health(t: Translator, page: HealthPage) -> Outgoing:
    """What a medic reads of one registration."""
    lines = [
        answer_line(t, question, page.answers, page.context, longest=HEALTH_LENGTH)
        for question in page.questions[:MOST_HEALTH]
    ]
    data = DecisionPress(registration_id=page.registration_id, revision=page.revision, do="open").pack()
    text = "\n\n".join([t("health-head", name=page.name), *(lines or [t("health-none")])])
    return Outgoing(text=text, keyboard=((Button(text=t("button-back"), data=data),),))


def file_questions(page: DecisionPage) -> tuple[Question, ...]:
    """Return the questions that were answered with a file."""
    return tuple(one for one in page.questions if one.kind is Kind.FILE and page.answers.get(one.code))


def back_button(t: Translator, page: DecisionPage) -> Button:
    """The way back to the registration."""
    return _press(t, page, "button-back", "open")


def _fitting_text(t: Translator, page: DecisionPage) -> str:
    """Return the longest text that fits one screen; a form of very many questions loses the last ones."""
    for longest in ANSWER_LENGTHS:
        parts = _parts(t, page, longest)
        if _length(parts) <= MOST_CHARACTERS:
            return "\n\n".join(parts)
    parts = _parts(t, page, ANSWER_LENGTHS[-1])
    while _length(parts) > MOST_CHARACTERS:
        parts[-2:-1] = []
    return "\n\n".join(parts)


def _length(parts: list[str]) -> int:
    return len(plain("\n\n".join(parts)))


def _parts(t: Translator, page: DecisionPage, longest: int) -> list[str]:
    """Return who and where, every answer, and the history last."""
    answers = [_answer(t, page, question, longest) for question in page.questions if not _stands_above(page, question)]
    if not page.is_whole:
        return [_head(t, page), *answers, t("case-narrow")]
    return [_head(t, page), _family(t, page), *_changes(t, page), *answers, history.lines(t, page)]


def _stands_above(page: DecisionPage, question: Question) -> bool:
    """Tell whether the head says it already: the name, the stream, a promise that was given; changes always stand."""
    is_said = question.kind in SAID_ABOVE or (question.kind is Kind.CONSENT and bool(page.answers.get(question.code)))
    return is_said and all(change.question != question for change in page.changed)


def _answer(t: Translator, page: DecisionPage, question: Question, longest: int) -> str:
    """Return a question with its answer; one that changed since the last decision stands beside what it was."""
    if question.code in page.hidden:
        return f"<b>{t.of(question.title)}</b>\n{t('answer-hidden')}"
    for change in page.changed:
        if change.question == question:
            return change_line(t, change, page.context, longest=longest)
    return answer_line(t, question, page.answers, page.context, longest=longest)


def _changes(t: Translator, page: DecisionPage) -> list[str]:
    """Say that answers changed, and who objects."""
    lines: list[str] = [t("case-changed")] if page.changed else []
    if page.has_hidden_changes:
        lines.append(t("case-changed-hidden"))
    lines.extend(t("case-objects", name=person.name) for person in page.objecting)
    return ["\n".join(lines)] if lines else []


def restore_question(t: Translator, page: DecisionPage) -> Outgoing:
    """Ask before the old answers are put back."""
    lines: list[str] = [t("restore-question", name=page.participant.full_name)]
    lines += [change_line(t, change, page.context, longest=HEALTH_LENGTH) for change in page.changed[:MOST_HEALTH]]
    rows = (
        (_press(t, page, "button-restore-yes", "restore-yes", "danger"),),
        (_press(t, page, "button-back", "open"),),
    )
    return Outgoing(text="\n\n".join(lines), keyboard=rows)


def _head(t: Translator, page: DecisionPage) -> str:
    status = t(f"case-status-{page.registration.status.value.replace('_', '-')}")
    lines = [
        t("case-head", name=page.participant.full_name, title=page.event.title, stream=page.stream.title),
        t("case-place", status=status, place=page.place, total=page.total),
    ]
    if page.registration.reason:
        lines.append(t("reason", reason=reasons.words(t, page.registration.reason)))
    if page.doubts:
        lines.append(t("case-doubts", reasons=Html(", ".join(t(f"doubt-{doubt.value}") for doubt in page.doubts))))
    return "\n".join(lines)


def _family(t: Translator, page: DecisionPage) -> str:
    key = {Behalf.CHILD: "case-registered-by-guardian", Behalf.PUPIL: "case-registered-by-teacher"}
    lines = [t(key.get(page.registration.on_behalf, "case-registered-by"), name=page.registered_by.name)]
    if page.registration.needs_consent:
        lines.extend(_guardian(t, person) for person in page.guardians)
        if not page.guardians:
            lines.append(t("case-no-guardian"))
        lines.extend(_consent(t, page, about) for about in page.standings)
        lines.extend(_held(t, page))
    return "\n".join(lines)


def _guardian(t: Translator, person: Guardian) -> Html:
    return t("case-guardian", name=person.name, phone=f", {person.phone}" if person.phone else "")


def _consent(t: Translator, page: DecisionPage, about: Standing) -> Html:
    """What stands about one text; guardians who differ one by one."""
    if about.state is State.NONE:
        return t("case-consent-none", title=about.text.title)
    level = about.level
    words = t.of(level.title) if level else t(f"consent-answer-{about.state.value}")
    day = _day(t, page, about.since) if about.since else ""
    line = t("case-consent", icon=ICONS[about.state], title=about.text.title, answer=words, day=day)
    if not about.is_disputed:
        return line
    said = [
        t(
            "case-consent-voice",
            name=one.name,
            answer=_said(t, about, one),
            day=_day(t, page, one.decided_at),
        )
        for one in about.answers
    ]
    return Html("\n".join([line, *said]))


def _said(t: Translator, about: Standing, answer: Answer) -> Html:
    rank = about.text.rank(answer.decision, answer.level)
    level = about.text.level(rank)
    return t.of(level.title) if level else t("consent-answer-given" if rank else "consent-answer-refused")


def _day(t: Translator, page: DecisionPage, at: datetime) -> Html:
    return t.day(at.astimezone(page.event.zone).date())


def _held(t: Translator, page: DecisionPage) -> list[Html]:
    """What the registration waits for, and until when."""
    return [t(f"case-hold-{hold.kind.value}", until=_day(t, page, hold.due_at)) for hold in page.holds]


def _file_rows(t: Translator, page: DecisionPage) -> tuple[Row, ...]:
    return tuple(
        (_labelled(page, t("button-answer-file", title=Html(question.title.within(t.language))), f"file-{number}"),)
        for number, question in enumerate(file_questions(page))
    )


def _decision_rows(t: Translator, page: DecisionPage) -> tuple[Row, ...]:
    status = page.registration.status
    rows: list[Row] = []
    if not page.can_decide:
        return ()
    if page.reads_health:
        rows.append((_press(t, page, "button-health", "health"),))
    if page.can_undo:
        rows.append((_press(t, page, "button-undo", "undo"),))
    if page.registration.is_active and (page.changed or page.has_hidden_changes):
        rows.append((_press(t, page, "button-restore", "restore"),))
    if status in CAN_CONFIRM:
        style = None if status is Status.AWAITING_GUARDIAN else "success"
        rows.append((_press(t, page, "button-confirm", "confirm", style),))
    returned = (_press(t, page, "button-return", "return"),) if status in CAN_RETURN else ()
    declined = (_press(t, page, "button-decline", "decline", "danger"),) if page.registration.is_active else ()
    rows.append((*returned, *declined))
    if page.registration.is_active:
        rows.extend(_consent_rows(t, page))
    return tuple(row for row in rows if row)


def _consent_rows(t: Translator, page: DecisionPage) -> list[Row]:
    """The ways to settle what guardians differ about, and to write down a consent on paper or by phone."""
    if not page.registration.needs_consent:
        return []
    rows: list[Row] = []
    if any(one.is_disputed for one in page.standings):
        rows.append((_attest(t("button-settle"), page, "differ", "primary"),))
    rows.append((_attest(t("button-attest"), page, "open"),))
    return rows


def _attest(label: str, page: DecisionPage, do: str, style: str | None = None) -> Button:
    claim = page.registration
    return Button(
        text=label, data=AttestPress(registration_id=claim.id, revision=claim.revision, do=do).pack(), style=style
    )


def _way_on(t: Translator, page: DecisionPage) -> tuple[Row, ...]:
    trail = TrailPress(of="r", subject_id=page.registration.id).pack()
    trail_row = ((Button(text=t("button-trail"), data=trail),),) if page.reads_trail else ()
    return (*_guardian_rows(t, page), *trail_row, *_next_row(t, page.following), *_back_rows(t, page))


def _guardian_rows(t: Translator, page: DecisionPage) -> tuple[Row, ...]:
    """The way to the guardians; somebody limited is marked on it."""
    if not page.guardians or not page.can_decide:
        return ()
    key = "button-wards-limited" if any(one.is_limited for one in page.guardians) else "button-wards"
    data = WardPress(registration_id=page.registration.id, link_id=0, do="list").pack()
    return ((Button(text=t(key, count=len(page.guardians)), data=data),),)


def _next_row(t: Translator, neighbour: Neighbour | None) -> tuple[Row, ...]:
    if neighbour is None:
        return ()
    data = DecisionPress(registration_id=neighbour.registration_id, revision=0, do="open").pack()
    label = short(t("button-next", name=Html(neighbour.name)), LONGEST_LABEL)
    return ((Button(text=label, data=data, style="primary"),),)


def _back_rows(t: Translator, page: DecisionPage) -> tuple[Row, ...]:
    status, event_id = page.registration.status, page.event.id
    is_decided = status in (Status.CONFIRMED, Status.RETURNED, Status.DECLINED) and page.can_undo
    listed = Status.PENDING if is_decided else status
    data = ListPress(event_id=event_id, status=listed.value, page=0 if is_decided else page.list_page).pack()
    return ((Button(text=t("button-list"), data=data), desk_button(t, event_id)),)


def _press(t: Translator, page: DecisionPage, key: str, do: str, style: str | None = None) -> Button:
    return _labelled(page, t(key), do, style)


def _labelled(page: DecisionPage, label: str, do: str, style: str | None = None) -> Button:
    claim = page.registration
    data = DecisionPress(registration_id=claim.id, revision=claim.revision, do=do).pack()
    return Button(text=short(label, LONGEST_LABEL), data=data, style=style)
