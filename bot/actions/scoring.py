"""Reviewing with marks: a queue for each reviewer, the order that comes of the marks, and the choice by it.

Always true: where names are hidden a reviewer reads answers only; nobody marks their own family; marks can be changed
until the choice is made and not afterwards; the choice is by the order that was shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.actions.choosing import place_in_order
from bot.actions.deciding import UNDO_LIFE
from bot.actions.drafting import context_of
from bot.actions.selecting import take_stream
from bot.domain import draft as moves
from bot.domain.access import Actor
from bot.domain.care import hidden_codes
from bot.domain.errors import NotAvailableError, ScoresClosedError, StaleError
from bot.domain.event import Event, Mode, Stage, Stream
from bot.domain.form import Context, Json, Kind, Question
from bot.domain.names import clean
from bot.domain.registration import Registration
from bot.domain.scoring import MARKS, Method, Ranked, rank
from storage import accounts, choices, drafts, events, lotteries, participants, registrations, scores
from storage.choices import Choice
from storage.database import Transaction
from storage.scores import KeptCard

COMMENT: Final = "score-comment"
"""The screen on which a typed text is a reviewer's comment."""
LONGEST_COMMENT: Final = 500
PAGE: Final = 8
TELLING: Final = frozenset({Kind.NAME, Kind.PHONE, Kind.FILE, Kind.BIRTH_DATE, Kind.STREAM, Kind.CONSENT})
"""Kinds of answers that a reviewer without names does not read: they would tell who it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRoom:
    """How far the marking of a stream has come; `done` have as many marks as they need."""

    event: Event
    stream: Stream
    method: Method
    total: int
    done: int
    own: tuple[KeptCard, ...]
    choice: Choice | None
    counts: tuple[int, int, int]
    can_undo: bool
    places: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPage:
    """What a reviewer reads of one registration, and what they have said of it; the name only where it is shown."""

    event: Event
    stream: Stream
    method: Method
    registration: Registration
    name: str | None
    questions: tuple[Question, ...]
    answers: Mapping[str, Json]
    context: Context
    card: KeptCard


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingPage:
    """One page of the order; pages count from 0, places from 1. `cut` is how many have a place by it."""

    room: ScoreRoom
    rows: tuple[tuple[int, Ranked, str | None], ...]
    """Place, score, and the name once it is no more hidden."""
    scores: tuple[float, ...]
    page: int
    pages: int
    cut: int
    is_cut_tied: bool


def read_room(tx: Transaction, *, actor: Actor, now: datetime, stream_id: int) -> ScoreRoom:
    """Return how far the marking of a stream has come."""
    event, stream = _take(tx, actor, stream_id)
    method, choice = scores.get_method(tx, event.id), choices.find_newest(tx, stream_id)
    shown = choice if choice is not None and choice.lottery_id is None else None
    candidates = scores.list_candidates(tx, stream_id)
    marked = [card.registration_id for card in scores.list_cards(tx, stream_id)]
    return ScoreRoom(
        event=event,
        stream=stream,
        method=method,
        total=len(candidates),
        done=sum(marked.count(one) >= method.reviewers_per for one in candidates),
        own=scores.list_own(tx, stream_id, actor.account_id, limit=PAGE),
        choice=shown,
        counts=choices.counts(tx, shown.id) if shown else (0, 0, 0),
        can_undo=shown is not None and now <= shown.made_at + UNDO_LIFE,
        places=lotteries.count_places(tx, stream_id),
    )


def find_next(tx: Transaction, *, actor: Actor, now: datetime, stream_id: int) -> CardPage | None:
    """Return the registration a reviewer looks at next, None when nothing is left for them."""
    event, _ = _take(tx, actor, stream_id)
    method = scores.get_method(tx, event.id)
    found = scores.find_next(tx, stream_id, actor.account_id, reviewers_per=method.reviewers_per)
    return None if found is None else read_card(tx, actor=actor, now=now, registration_id=found)


def read_card(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> CardPage:
    """Return what a reviewer reads of one registration."""
    registration = registrations.get(tx, registration_id)
    event, stream = _take(tx, actor, registration.stream_id)
    if _is_family(tx, actor, registration):
        raise NotAvailableError
    method = scores.get_method(tx, event.id)
    form = events.get_form(tx, registration.form_version_id)
    answers = moves.kept_answers(form, drafts.get(tx, registration.draft_id).answers)
    hidden, asked = hidden_codes(form), moves.asked(form, answers)
    questions = tuple(
        one for one in form.questions if one in asked and one.code not in hidden and _is_read(method, one)
    )
    return CardPage(
        event=event,
        stream=stream,
        method=method,
        registration=registration,
        name=None if method.is_blind else participants.get(tx, registration.participant_id).full_name,
        questions=questions,
        answers={one.code: answers[one.code] for one in questions if one.code in answers},
        context=context_of(tx, event, now),
        card=scores.get_card(tx, registration_id, actor.account_id),
    )


def give_mark(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, criterion: str, mark: int
) -> CardPage:
    """Give a mark from 1 to 5; the card counts once every criterion has one."""
    page = _open_card(tx, actor, now, registration_id)
    codes = {one.code for one in page.method.criteria}
    if criterion not in codes or mark not in MARKS:
        raise StaleError
    marks = {code: given for code, given in page.card.marks.items() if code in codes} | {criterion: mark}
    card = replace(page.card, marks=marks, is_conflict=False, is_whole=set(marks) == codes)
    scores.save_card(tx, card, now)
    return replace(page, card=card)


def say_conflict(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> Stream:
    """Leave somebody one knows to other reviewers; marks given before are dropped."""
    page = _open_card(tx, actor, now, registration_id)
    scores.save_card(tx, replace(page.card, marks={}, is_conflict=True, is_whole=False), now)
    return page.stream


def ask_comment(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> CardPage:
    """Go where a typed text is the comment."""
    page = _open_card(tx, actor, now, registration_id)
    accounts.set_place(tx, actor.account_id, COMMENT, {"registration": registration_id})
    return page


def comment(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, text: str) -> CardPage:
    """Keep a comment for the other organizers."""
    page = _open_card(tx, actor, now, registration_id)
    card = replace(page.card, comment=clean(text)[:LONGEST_COMMENT] or None)
    scores.save_card(tx, card, now)
    accounts.set_place(tx, actor.account_id, "desk", {"event": page.event.id})
    return replace(page, card=card)


def read_ranking(tx: Transaction, *, actor: Actor, now: datetime, stream_id: int, page: int) -> RankingPage:
    """Return one page of the order that comes of the marks; a page that is gone is the last one."""
    room = read_room(tx, actor=actor, now=now, stream_id=stream_id)
    ranked = _ranked(tx, stream_id)
    pages = max(1, -(-len(ranked) // PAGE))
    shown = min(max(page, 0), pages - 1)
    part = list(enumerate(ranked, 1))[shown * PAGE : (shown + 1) * PAGE]
    cut = min(room.places, len(ranked))
    is_hidden = room.method.is_blind and room.stream.stage is Stage.OPEN
    is_tied = 0 < cut < len(ranked) and ranked[cut - 1].score == ranked[cut].score
    return RankingPage(
        room=room,
        rows=tuple((place, one, None if is_hidden else _name(tx, one.registration_id)) for place, one in part),
        scores=tuple(one.score for one in ranked if one.score is not None),
        page=shown,
        pages=pages,
        cut=cut,
        is_cut_tied=is_tied,
    )


def choose(tx: Transaction, *, actor: Actor, now: datetime, stream_id: int) -> Choice:
    """Give the places by the marks, as far as the quotas allow; everybody else waits in that order."""
    _, stream = _take(tx, actor, stream_id)
    if stream.stage is not Stage.OPEN:
        raise StaleError
    ranked = [one.registration_id for one in _ranked(tx, stream_id)]
    if not ranked:
        raise StaleError
    return place_in_order(tx, actor=actor, now=now, stream_id=stream_id, ranked=ranked, lottery_id=None)


def _ranked(tx: Transaction, stream_id: int) -> tuple[Ranked, ...]:
    return rank(scores.list_candidates(tx, stream_id), scores.list_cards(tx, stream_id))


def _open_card(tx: Transaction, actor: Actor, now: datetime, registration_id: int) -> CardPage:
    page = read_card(tx, actor=actor, now=now, registration_id=registration_id)
    if page.stream.stage is not Stage.OPEN:
        raise ScoresClosedError
    return page


def _take(tx: Transaction, actor: Actor, stream_id: int) -> tuple[Event, Stream]:
    event, stream = take_stream(tx, actor, stream_id)
    if event.mode is not Mode.SCORES:
        raise NotAvailableError
    return event, stream


def _is_family(tx: Transaction, actor: Actor, registration: Registration) -> bool:
    is_own = registration.account_id == actor.account_id
    return is_own or participants.is_guardian(tx, registration.participant_id, actor.account_id)


def _is_read(method: Method, question: Question) -> bool:
    """Tell whether reviewers read the answer to a question."""
    if method.is_blind and question.kind in TELLING:
        return False
    return not method.questions or question.code in method.questions


def _name(tx: Transaction, registration_id: int) -> str:
    return participants.get(tx, registrations.get(tx, registration_id).participant_id).full_name
