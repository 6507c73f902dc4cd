"""Changing the form of an event in chat: a draft of it, step by step, each saved when it is made.

Always true: only organizers of the programme read or change it; an event has one draft, whoever works on it; a change
is made on the revision its button showed, so two organizers never overwrite each other; the last change can be undone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.domain import form_edits as edits
from bot.domain.access import Actor
from bot.domain.errors import FormStepError, NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.form import Kind, Sensitivity
from bot.domain.form_edits import Content
from bot.domain.language import Language
from bot.domain.names import clean
from bot.programmes.words import longest_of
from storage import accounts, audit, events, forms
from storage.database import Transaction
from storage.forms import FormDraft, Version

EDIT: Final = "form-edit"
TEXT: Final = "form-text"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """A form as its organizers see it: the draft of it if there is one, else what is published."""

    event: Event
    version: Version
    published_by: str | None
    draft: FormDraft | None
    question: str | None = None
    asks: Ask | None = None

    @property
    def content(self) -> Content:
        """What the form says now."""
        return self.draft.content if self.draft else self.version.content


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A text that is typed next; `is_alone` when no other text follows."""

    question: str
    part: str
    language: Language
    is_alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TooLong:
    """A text that does not fit; nothing was changed."""

    longest: int


def read(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> FormPage:
    """Return the form of an event, being changed or published."""
    del now
    event = events.get(tx, event_id)
    actor.must_run(event.programme_id)
    return _page(tx, event, forms.find_open(tx, event_id))


def read_draft(tx: Transaction, *, actor: Actor, now: datetime, form_id: int, at: int | None = None) -> FormPage:
    """Return a form draft, at one of its questions if a place is given."""
    del now
    draft, event = take(tx, actor, form_id)
    code = None if at is None else edits.code_at(draft.content, at)
    return _page(tx, event, draft, question=code)


def read_place(tx: Transaction, *, actor: Actor, now: datetime) -> FormPage:
    """Return what the person's place in a form shows."""
    del now
    draft, event = take(tx, actor, int(actor.place_args["form"]))
    ask = _asked(actor) if actor.place == TEXT else None
    known = {one["code"] for one in edits.questions(draft.content)}
    code = actor.place_args.get("question")
    return _page(tx, event, draft, question=code if code in known else None, asks=ask)


def begin(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> FormPage:
    """Begin to change the form of an event, or go on with what has been begun."""
    event = events.get(tx, event_id)
    actor.must_run(event.programme_id)
    draft = forms.find_open(tx, event_id)
    if draft is None:
        draft = forms.add(tx, event_id, _newest(tx, event_id), actor.account_id, now)
        _record(tx, actor, draft, "form.begin", now)
    return _arrive(tx, actor, event, draft, None)


def stand(tx: Transaction, *, actor: Actor, now: datetime, form_id: int, at: int | None = None) -> FormPage:
    """Come to a form draft or to one of its questions."""
    del now
    draft, event = take(tx, actor, form_id)
    return _arrive(tx, actor, event, draft, None if at is None else edits.code_at(draft.content, at))


def add_question(tx: Transaction, *, actor: Actor, now: datetime, form_id: int, revision: int, kind: str) -> FormPage:
    """Add a question of a kind and ask for its texts."""
    draft, event = take(tx, actor, form_id, revision)
    if kind not in set(Kind):
        raise StaleError
    taken = forms.codes_ever_used(tx, event.id)
    content, code = edits.with_question(draft.content, Kind(kind), taken=taken, today=event.today(now).isoformat())
    changed = _save(tx, actor, draft, content, now)
    return _ask(tx, actor, event, changed, Ask(question=code, part="title", language=Language.KK))


def change(
    tx: Transaction, *, actor: Actor, now: datetime, form_id: int, revision: int, at: int, do: str, value: str = ""
) -> FormPage:
    """Change one question; StaleError when the form says something else than the button's screen did."""
    draft, event = take(tx, actor, form_id, revision)
    code = edits.code_at(draft.content, at)
    step = _STEPS.get(do)
    if step is None:
        raise StaleError
    content = step(draft.content, code, value, forms.get_version(tx, draft.based_on).content)
    changed = _save(tx, actor, draft, content, now)
    is_there = any(one["code"] == code for one in edits.questions(content))
    return _arrive(tx, actor, event, changed, code if is_there else None)


def undo(tx: Transaction, *, actor: Actor, now: datetime, form_id: int, revision: int) -> FormPage:
    """Take the last change back; a second undo brings it again."""
    draft, event = take(tx, actor, form_id, revision)
    if draft.before is None:
        raise StaleError
    return _arrive(tx, actor, event, _save(tx, actor, draft, draft.before, now), None)


def discard(tx: Transaction, *, actor: Actor, now: datetime, form_id: int, revision: int) -> int:
    """Throw a form draft away and return its event; what is published stays."""
    draft, event = take(tx, actor, form_id, revision)
    forms.update(tx, replace(draft, state="discarded"), actor.account_id, now)
    _record(tx, actor, draft, "form.discard", now)
    accounts.set_place(tx, actor.account_id, "desk", {"event": event.id})
    return event.id


def ask_text(
    tx: Transaction, *, actor: Actor, now: datetime, form_id: int, at: int, part: str, language: str, is_alone: bool
) -> FormPage:
    """Let a text be typed: a title, a hint, or the options of a choice."""
    del now
    draft, event = take(tx, actor, form_id)
    code = edits.code_at(draft.content, at)
    is_meant = part in {"title", "hint"} or (part == "option" and edits.is_choice(edits.question(draft.content, code)))
    if language not in set(Language) or not is_meant:
        raise StaleError
    ask = Ask(question=code, part=part, language=Language(language), is_alone=is_alone)
    return _ask(tx, actor, event, draft, ask)


def write(tx: Transaction, *, actor: Actor, now: datetime, text: str) -> FormPage | TooLong:
    """Keep a typed text in the language it was asked in, and ask for the next one."""
    draft, event = take(tx, actor, int(actor.place_args["form"]))
    ask = _asked(actor)
    lines = [line for one in text.splitlines() if (line := clean(one))] if ask.part == "option" else [clean(text)]
    if not any(lines):
        raise FormStepError("text-needed")
    longest = min((limit for line in lines if (limit := longest_of(ask.part, line)) is not None), default=None)
    if longest is not None:
        return TooLong(longest=longest)
    if ask.part == "option":
        taken = forms.codes_ever_used(tx, event.id)
        content = edits.with_options(draft.content, ask.question, ask.language, lines, taken=taken)
    else:
        content = edits.with_text(draft.content, ask.question, ask.part, ask.language, lines[0])
    return _go_on(tx, actor, event, _save(tx, actor, draft, content, now), ask)


def skip(tx: Transaction, *, actor: Actor, now: datetime, form_id: int) -> FormPage:
    """Leave the text that was asked for as it is, and go on."""
    del now
    draft, event = take(tx, actor, form_id)
    if actor.place != TEXT or actor.place_args.get("form") != form_id:
        raise StaleError
    return _go_on(tx, actor, event, draft, _asked(actor))


def take(tx: Transaction, actor: Actor, form_id: int, revision: int | None = None) -> tuple[FormDraft, Event]:
    """Return an open form draft of a programme one runs; StaleError when it is not as the button's screen showed it."""
    draft = forms.get(tx, form_id)
    event = events.get(tx, draft.event_id)
    actor.must_run(event.programme_id)
    if draft.state != "open":
        raise NotAvailableError
    if revision is not None and draft.revision != revision:
        raise StaleError
    return draft, event


def _asked(actor: Actor) -> Ask:
    args = actor.place_args
    language = Language(args["language"])
    return Ask(question=args["question"], part=args["part"], language=language, is_alone=args["is_alone"])


def _go_on(tx: Transaction, actor: Actor, event: Event, draft: FormDraft, ask: Ask) -> FormPage:
    """Ask for the next language, then for the options of a choice that has none, then show the question."""
    order = tuple(Language)
    following = order[order.index(ask.language) + 1 :]
    if not ask.is_alone and following:
        return _ask(tx, actor, event, draft, replace(ask, language=following[0]))
    one = edits.question(draft.content, ask.question)
    if ask.part == "title" and not ask.is_alone and edits.is_choice(one) and not one["options"]:
        return _ask(tx, actor, event, draft, replace(ask, part="option", language=order[0]))
    return _arrive(tx, actor, event, draft, ask.question)


def _ask(tx: Transaction, actor: Actor, event: Event, draft: FormDraft, ask: Ask) -> FormPage:
    args = {"form": draft.id, "question": ask.question, "part": ask.part, "language": ask.language.value}
    accounts.set_place(tx, actor.account_id, TEXT, {**args, "is_alone": ask.is_alone})
    return _page(tx, event, draft, question=ask.question, asks=ask)


def _arrive(tx: Transaction, actor: Actor, event: Event, draft: FormDraft, code: str | None) -> FormPage:
    accounts.set_place(tx, actor.account_id, EDIT, {"form": draft.id, "question": code})
    return _page(tx, event, draft, question=code)


def _page(
    tx: Transaction, event: Event, draft: FormDraft | None, *, question: str | None = None, asks: Ask | None = None
) -> FormPage:
    version = _newest(tx, event.id)
    name = accounts.get_row(tx, version.published_by)["display_name"] if version.published_by else None
    return FormPage(event=event, version=version, published_by=name, draft=draft, question=question, asks=asks)


def _newest(tx: Transaction, event_id: int) -> Version:
    version = forms.newest(tx, event_id)
    if version is None:
        raise NotAvailableError
    return version


def _save(tx: Transaction, actor: Actor, draft: FormDraft, content: Content, now: datetime) -> FormDraft:
    return forms.update(tx, replace(draft, content=content, before=draft.content), actor.account_id, now)


def _record(tx: Transaction, actor: Actor, draft: FormDraft, action: str, now: datetime) -> None:
    audit.record(tx, actor=actor, action=action, subject="event", subject_id=draft.event_id, now=now)


def _named(content: Content, code: str, value: str) -> tuple[str, str]:
    """Return the question and the answer that a button of a condition names by their places."""
    about, _, answer = value.partition("-")
    choices = edits.earlier_choices(content, code)
    if not (about.isdecimal() and answer.isdecimal() and int(about) < len(choices)):
        raise StaleError
    answers = edits.answers_of(choices[int(about)])
    if int(answer) >= len(answers):
        raise StaleError
    return choices[int(about)]["code"], answers[int(answer)][0]


def _sensitivity(value: str) -> Sensitivity:
    if value not in set(Sensitivity):
        raise StaleError
    return Sensitivity(value)


def _without_option(content: Content, code: str, value: str) -> Content:
    options = edits.answers_of(edits.question(content, code))
    if not value.isdecimal() or int(value) >= len(options):
        raise StaleError
    return edits.without_option(content, code, options[int(value)][0])


_Step = Callable[[Content, str, str, Content], Content]
_STEPS: Final[Mapping[str, _Step]] = {
    "req": lambda content, code, value, _: edits.with_required(content, code, is_required=value == "1"),
    "sens": lambda content, code, value, known: edits.with_sensitivity(
        content, code, _sensitivity(value), published=known
    ),
    "keep": lambda content, code, value, known: edits.with_keep_days(
        content, code, int(value) if value.isdecimal() else 0, published=known
    ),
    "is": lambda content, code, value, _: edits.with_condition(content, code, *_named(content, code, value)),
    "always": lambda content, code, _, __: edits.without_condition(content, code),
    "unhint": lambda content, code, _, __: edits.without_hint(content, code),
    "unopt": lambda content, code, value, _: _without_option(content, code, value),
    "up": lambda content, code, _, __: edits.moved(content, code, -1),
    "down": lambda content, code, _, __: edits.moved(content, code, 1),
    "drop": lambda content, code, _, __: edits.without_question(content, code),
}
"""What a button may change about one question; the last argument is what is published."""
