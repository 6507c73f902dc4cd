"""The screen a person is on, shown again after a restart, a stale press or a refusal."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from bot.actions import guarding, guessing
from bot.domain.errors import DomainError, LinkUnusableError, NotAvailableError, StaleError, TooManyChildrenError
from bot.middlewares.turn import Turn
from handlers import ask, cards, collect, entry, gate, headcount, incidents, offline, opinion, outsider, pickup
from handlers.coordinator import nominate, school
from handlers.form import form
from handlers.guardian import consent
from handlers.leader import letter, squad
from handlers.organizer import (
    attest,
    broadcast,
    broadcast_after,
    broadcast_facets,
    broadcast_later,
    broadcast_links,
    broadcast_saved,
    decision,
    desk,
    faq,
    find,
    form_preview,
    headcounts,
    lottery,
    moderate,
    polls,
    school_file,
    schools,
    scores,
    season,
    selection,
    squads,
    threads,
    timetable,
    timetable_file,
    wards,
    wording,
)
from handlers.organizer import form as builder
from handlers.speaker import room
from handlers.student import amend, data, feedback, questions, registration, ticket

Show = Callable[[Turn], Awaitable[None]]


async def _languages(turn: Turn) -> None:
    if turn.actor.has_chosen_language and turn.actor.place_args:
        await entry.follow(turn, dict(turn.actor.place_args))
        return
    await turn.show(cards.languages(turn.t, turn.actor.language if turn.actor.has_chosen_language else None))


PLACES: Final[Mapping[str, Show]] = {
    "home": entry.show_home,
    "language": _languages,
    "draft": form.show_current,
    "registration": registration.show_current,
    "guardian-limit": wards.show_current,
    "ticket": ticket.show_current,
    "amendment": amend.show_current,
    "forget": data.show_current,
    "consent": consent.show_current,
    "refusal": consent.show_current,
    "call": consent.show_current,
    "desk": desk.show_current,
    "find": find.show_current,
    "nominate": nominate.show_current,
    "school": school.show_current,
    "schools": schools.show_current,
    "schools-table": school_file.show_current,
    "quota": schools.show_current_number,
    "form-edit": builder.show_current,
    "season-name": season.show_current,
    "season-day": season.show_current,
    "event-day": season.show_current_date,
    "form-text": builder.show_current,
    "attest": attest.show_current,
    "settle": attest.show_current,
    "form-preview": form_preview.show_current,
    "decision-reason": decision.show_current_reason,
    "lottery-source": lottery.show_current_source,
    "lottery-number": lottery.show_current_number,
    "score-comment": scores.show_current_comment,
    "selection-capacity": selection.show_current_capacity,
    "squad": squad.show_current,
    "letter": letter.show_current,
    "letter-reason": letter.show_current_reason,
    "squad-text": squads.show_current_text,
    "incidents": incidents.show_current,
    "incident-writing": incidents.show_current_writing,
    "incident-telling": incidents.show_current_telling,
    "headcount": headcounts.show_current,
    "headcount-roll": headcount.show_current,
    "timetable": timetable.show_current,
    "speaking": room.show_current,
    "feedback-words": feedback.show_current,
    "session-question": questions.show_current,
    "session-answer": moderate.show_current,
    "timetable-import": timetable_file.show_current,
    "timetable-edit": timetable.show_current_edit,
    "ask": ask.show_current,
    "thread": ask.show_current_thread,
    "thread-answer": threads.show_current_answer,
    "faq-text": faq.show_current_text,
    "rule-words": wording.show_current,
    "opinion": opinion.show_current,
    "announcements": broadcast.show_current_list,
    "announcement": broadcast.show_current,
    "audience-name": broadcast_saved.show_current,
    "announcement-person": broadcast_facets.show_current,
    "announcement-text": broadcast.show_current_text,
    "announcement-time": broadcast_later.show_current,
    "announcement-link": broadcast_links.show_current,
    "announcement-correction": broadcast_after.show_current,
    "gate-find": gate.show_current,
    "gate-report": offline.show_current,
    "collect-name": collect.show_current,
    "collect-phone": collect.show_current_phone,
    "pickup-outsider": outsider.show_current,
    "pickup-bar": outsider.show_current_bar,
    "pickup-reason": outsider.show_current_reason,
    "pickup-find": pickup.show_current,
    "pickup-code": pickup.show_current_child,
    "poll-options": polls.show_current,
    "poll-time": polls.show_current,
    "poll-publish": polls.show_current_results,
}
"""Every place an action may leave a person at."""


async def show_current(turn: Turn) -> None:
    """Show where the person is; a place that is gone leads home."""
    await turn.refresh_actor()
    try:
        await PLACES.get(turn.actor.place, entry.show_home)(turn)
    except (DomainError, KeyError):
        await entry.show_home(turn)


async def explain(turn: Turn, error: DomainError) -> None:
    """Say what could not be done; an old button also gets the screen as it is now."""
    await _leave_behind(turn, error)
    text = turn.t(f"error-{error.code}")
    if turn.press is None:
        await turn.send(cards.problem(turn.t, error.code))
        return
    await turn.answer(text, is_alert=not isinstance(error, StaleError))
    if isinstance(error, StaleError | NotAvailableError):
        await show_current(turn)
    elif turn.has_acted:
        await turn.show(cards.problem(turn.t, error.code))


async def _leave_behind(turn: Turn, error: DomainError) -> None:
    """Remember what must be known although the action was refused: a link that led nowhere, too many children."""
    if isinstance(error, LinkUnusableError):
        await turn.act(guessing.record_miss)
    elif isinstance(error, TooManyChildrenError):
        await turn.act(guarding.report_many, event_id=error.event_id)
