"""Which handler gets what: one list, in order."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.domain.errors import StaleError
from bot.middlewares.turn import Turn
from bot.telegram import Outgoing
from handlers import (
    acknowledge,
    ask,
    attention,
    circle,
    collect,
    entry,
    gate,
    headcount,
    incidents,
    offline,
    opinion,
    outsider,
    pickup,
    vote,
)
from handlers.coordinator import nominate, school
from handlers.current import show_current
from handlers.form import form
from handlers.guardian import consent
from handlers.leader import letter, squad
from handlers.organizer import (
    attest,
    badges,
    broadcast,
    broadcast_after,
    broadcast_branch,
    broadcast_facets,
    broadcast_later,
    broadcast_links,
    broadcast_reply,
    broadcast_report,
    broadcast_saved,
    bulk,
    checks,
    decision,
    desk,
    duplicates,
    export,
    faq,
    find,
    form_preview,
    funnel,
    gate_names,
    headcounts,
    lottery,
    moderate,
    polls,
    school_file,
    schools,
    scores,
    season,
    selection,
    speakers,
    squads,
    staffroom,
    survey,
    team,
    threads,
    timetable,
    timetable_file,
    timing,
    trail,
    vouch,
    wards,
    wording,
)
from handlers.organizer import form as builder
from handlers.places import AnyCommand
from handlers.speaker import room
from handlers.student import amend, data, feedback, nudge, offer, questions, registration, ticket, week
from handlers.student import lottery as own_lottery

last = Router(name="last")
ANNOUNCING = (
    broadcast.router,
    broadcast_reply.router,
    broadcast_later.router,
    broadcast_after.router,
    broadcast_links.router,
    broadcast_report.router,
    broadcast_branch.router,
    broadcast_facets.router,
    broadcast_saved.router,
    acknowledge.router,
    polls.router,
    vote.router,
)
COORDINATOR_AND_LEADER = (
    school.router,
    nominate.router,
    squad.router,
    letter.router,
    headcount.router,
    headcounts.router,
    incidents.router,
)
SCHOOLS = (school_file.router, schools.router)
TAKEN_ALONG = (export.router, gate_names.router, badges.router)
PEOPLE = (team.router, trail.router, vouch.router)
TIMETABLE = (
    timetable.router,
    timetable_file.router,
    week.router,
    speakers.router,
    room.router,
    feedback.router,
    questions.router,
    moderate.router,
    survey.router,
)
INSIGHT = (*TIMETABLE, duplicates.router, funnel.router, checks.router, *PEOPLE)
CHOOSING = (selection.router, lottery.router, scores.router)
TALK = (threads.router, staffroom.router, faq.router, timing.router, wording.router)
FAMILY = (
    circle.router,
    ask.router,
    attention.router,
    gate.router,
    offline.router,
    opinion.router,
    outsider.router,
    collect.router,
    pickup.router,
)


@last.message()
async def not_understood(message: Message, turn: Turn) -> None:
    """Say so, and show where the person is."""
    del message
    await turn.send(Outgoing(text=turn.t("not-understood")))
    await show_current(turn)


@last.callback_query()
async def unknown_press(press: CallbackQuery, turn: Turn) -> None:
    """A button no version of this program has now."""
    del press, turn
    raise StaleError


def build_router() -> Router:
    """Return the whole conversation; commands come before answers."""
    commands = Router(name="unknown-commands")
    commands.message.register(not_understood, AnyCommand())
    whole = Router(name="conversation")
    organizer = (
        desk.router,
        decision.router,
        bulk.router,
        find.router,
        *TAKEN_ALONG,
        *CHOOSING,
        *SCHOOLS,
        builder.router,
        season.router,
        squads.router,
        attest.router,
        *TALK,
        *INSIGHT,
    )
    doors = (data.door, ticket.door, ask.door, attention.door)
    rooms = (
        data.router,
        ticket.router,
        nudge.router,
        offer.router,
        amend.router,
        form_preview.router,
        form.router,
        own_lottery.router,
        registration.router,
        consent.router,
        *FAMILY,
        wards.router,
        *ANNOUNCING,
        *COORDINATOR_AND_LEADER,
        *organizer,
    )
    whole.include_routers(entry.router, desk.door, *doors, commands, *rooms, last)
    return whole
