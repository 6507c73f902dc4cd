"""The trail for owners: who saw and changed a registration, and what one of the staff did; page by page."""

from __future__ import annotations

from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import trailing
from bot.actions.trailing import Trail
from bot.domain.errors import StaleError
from bot.middlewares.turn import Turn
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import DecisionPress, Press
from handlers.team_callbacks import GrantPress, TrailPress

router = Router(name="trail")

WORDS: Final = frozenset(
    """registration.submit registration.cancel registration.confirm registration.return registration.decline
    registration.undo registration.view registrations.search registrations.export guardian.invite guardian.join
    consent.give consent.refuse call.ask call.close waitlist.promote health.read ticket.check ticket.issue staff.invite
    staff.join staff.change staff.dismiss staff.leave broadcast.begin broadcast.send broadcast.stop broadcast.undo
    medic.name medic.end vouch.ask vouch.confirm vouch.decline vouch.withdraw vouch.use
    gate.admit gate.undo gate.search gate.list gate.report badges.print
    incident.write incident.read incident.tell incident.check""".split()  # noqa: SIM905 - read as a list of words
)
"""Steps that have words of their own; of others the trail shows the code."""


@router.callback_query(Press(TrailPress))
async def show(press: CallbackQuery, turn: Turn, data: TrailPress) -> None:
    """Show a page of a trail."""
    del press
    if data.of == "r":
        found = await turn.read(trailing.read_registration, registration_id=data.subject_id, page=data.page)
    elif data.of == "p":
        found = await turn.read(trailing.read_person, grant_id=data.subject_id, page=data.page)
    else:
        raise StaleError
    await turn.show(trail(turn.t, found, data.of))


def trail(t: Translator, found: Trail, of: str) -> Outgoing:
    """A page of a trail, newest first."""
    lines = [t("trail-head" if of == "r" else "trail-of-person", name=found.name)]
    lines.extend(_line(t, found, number, of) for number in range(len(found.steps)))
    if not found.steps:
        lines.append(t("trail-none"))
    ways = [_page(found, of, found.page - 1, "⬅")] if found.page else []
    if found.has_older:
        ways.append(_page(found, of, found.page + 1, "➡"))
    back = (Button(text=t("button-back"), data=_back(found, of)),)
    return Outgoing(text="\n".join(lines), keyboard=(*([tuple(ways)] if ways else []), back))


def _line(t: Translator, found: Trail, number: int, of: str) -> Html:
    step = found.steps[number]
    what = t(f"history-{step.action.replace('.', '-')}") if step.action in WORDS else Html(step.action)
    whose = f" №{step.subject_id}" if of == "p" and step.subject == "registration" else ""
    role = f" ({t('role-' + step.data['role'])})" if of == "r" and "role" in step.data else ""
    name = f" · {t.piece(step.name)}{role}" if step.name and of == "r" else ""
    return Html(f"{step.at.astimezone(found.zone):%d.%m.%Y %H:%M} {what}{whose}{name}")


def _page(found: Trail, of: str, page: int, label: str) -> Button:
    return Button(text=label, data=TrailPress(of=of, subject_id=found.subject_id, page=page).pack())


def _back(found: Trail, of: str) -> str:
    if of == "r":
        return DecisionPress(registration_id=found.subject_id, revision=0, do="open").pack()
    return GrantPress(grant_id=found.subject_id, do="open").pack()
