"""The screens about the people of a programme: who they are, what to invite somebody for, what one may do."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from urllib.parse import quote

from bot.actions.inviting import INVITED, TO_THE_END, Choice, Invitation, Part
from bot.actions.staffing import Organizer
from bot.domain.access import Role
from bot.domain.event import Programme
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.form.answers import short
from handlers.organizer.desk_cards import LONGEST_LABEL, press
from handlers.team_callbacks import GrantPress, TeamPress, TrailPress

Row = tuple[Button, ...]

DAYS: Final = (1, 7, 30, TO_THE_END, 0)
"""For how long a role may be given: days, to the end of the event, with no end."""
MOST_UNITS: Final = 40
"""Units of one level that a screen shows."""


def team(t: Translator, programme: Programme, found: tuple[Organizer, ...], *, is_medic: bool) -> Outgoing:
    """Who holds a role in a programme; a press on a name shows what to change."""
    rows = tuple((_of_grant(one, f"👤 {_in_short(t, one)}", "open"),) for one in found)
    invite = (press(t("button-staff-link"), "staff", programme.id),)
    own = (press(t("button-medic-own-end" if is_medic else "button-medic-own"), "medic-own", programme.id),)
    back = (press(t("button-desk-back"), "programme", programme.id),)
    text = t("team-head" if found else "team-none", title=programme.title)
    return Outgoing(text=text, keyboard=(*rows, invite, own, back))


def person(t: Translator, organizer: Organizer, programme_id: int) -> Outgoing:
    """What one person may do, and the ways to change it."""
    rows: list[Row] = [
        (_of_grant(organizer, t("button-make-role", role=role_name(t, role)), role.value),)
        for role in INVITED
        if role is not organizer.role
    ]
    rows.append((_of_grant(organizer, t("button-role-end"), "when"),))
    if organizer.role is Role.ORGANIZER:
        label = t("button-medic-end" if organizer.is_medic else "button-medic")
        rows.append((press(label, "medic", organizer.grant_id),))
    if organizer.role is Role.CHECKER:
        label = t("button-release-end" if organizer.releases else "button-release")
        rows.append((_of_grant(organizer, label, "release-end" if organizer.releases else "release"),))
    trail = TrailPress(of="p", subject_id=organizer.grant_id).pack()
    rows.append((Button(text=t("button-trail-of-person"), data=trail),))
    rows.append((press(t("button-dismiss"), "dismiss", organizer.grant_id, "danger"),))
    rows.append((press(t("button-team"), "team", programme_id),))
    facts = _facts(t, organizer.role, organizer.part, _end(t, organizer.ends_at))
    if organizer.releases:
        facts = Html(f"{facts}\n{t('role-releases')}")
    return Outgoing(text=f"👤 <b>{t.piece(organizer.name)}</b>\n\n{facts}", keyboard=tuple(rows))


def change_end(t: Translator, organizer: Organizer) -> Outgoing:
    """Ask until when a role is to last."""
    grant = organizer.grant_id
    rows = tuple(
        (Button(text=_days(t, days), data=GrantPress(grant_id=grant, do="end", days=days).pack()),) for days in DAYS
    )
    back = (_of_grant(organizer, t("button-back"), "open"),)
    return Outgoing(text=t("team-until", who=organizer.name), keyboard=(*rows, back))


def dismiss_question(t: Translator, organizer: Organizer, programme_id: int) -> Outgoing:
    """Ask before a role is taken back."""
    return Outgoing(
        text=t("team-question", name=organizer.name),
        keyboard=(
            (press(t("button-dismiss-yes"), "dismiss-yes", organizer.grant_id, "danger"),),
            (press(t("button-dismiss-no"), "team", programme_id, "success"),),
        ),
    )


def choose_role(t: Translator, choice: Choice) -> Outgoing:
    """Ask as what somebody is invited."""
    rows = tuple(
        (_choice(t("button-invite-role", role=role_name(t, role)), choice, "part", role=role.value),)
        for role in INVITED
    )
    lines = [t(f"role-{role.value}-may") for role in INVITED]
    back = (press(t("button-desk-back"), "programme", choice.programme.id),)
    return Outgoing(text="\n\n".join([t("invite-role"), *lines]), keyboard=(*rows, back))


def choose_part(t: Translator, choice: Choice, chosen: TeamPress) -> Outgoing:
    """Ask for how much: the whole programme, one event, one branch."""
    role = chosen.role
    rows: list[Row] = [(_choice(t("button-part-all"), choice, "until", role=role),)]
    if len(choice.events) > 1:
        for event in choice.events:
            title = short(event.title.within(t.language), LONGEST_LABEL - 3)
            rows.append((_choice(f"🎪 {title}", choice, "until", role=role, event_id=event.id),))
    if choice.units:
        rows.append((_choice(t("button-part-branch"), choice, "unit", role=role),))
    rows.append((press(t("button-back"), "staff", choice.programme.id),))
    return Outgoing(text=t("invite-part", role=role_name(t, Role(role))), keyboard=tuple(rows))


def choose_unit(t: Translator, choice: Choice, chosen: TeamPress) -> Outgoing:
    """Ask for the branch, from the top down; any level may be taken as a whole."""
    role, rows = chosen.role, []
    if choice.unit:
        title = t("button-branch-whole", title=Html(choice.unit.title.within(t.language)))
        rows.append((_choice(title, choice, "until", role=role, unit_id=choice.unit.id),))
    for unit in choice.units[:MOST_UNITS]:
        label = short(unit.title.within(t.language), LONGEST_LABEL)
        rows.append((_choice(label, choice, "unit", role=role, unit_id=unit.id),))
    do = "unit" if choice.unit else "part"
    rows.append((_choice(t("button-back"), choice, do, role=role, unit_id=choice.above_id),))
    return Outgoing(text=t("invite-branch", role=role_name(t, Role(role))), keyboard=tuple(rows))


def choose_end(t: Translator, choice: Choice, chosen: TeamPress) -> Outgoing:
    """Ask until when."""
    rows = tuple(
        (Button(text=_days(t, days), data=chosen.model_copy(update={"do": "make", "days": days}).pack()),)
        for days in DAYS
    )
    back = (_choice(t("button-back"), choice, "part", role=chosen.role),)
    return Outgoing(text=t("team-until", who=role_name(t, Role(chosen.role))), keyboard=(*rows, back))


def staff_link(t: Translator, invitation: Invitation, link: str) -> Outgoing:
    """The message to forward to somebody new."""
    title, zone = invitation.programme.title, invitation.zone
    share = (
        f"https://t.me/share/url?url={quote(link, safe='')}&text={quote(t('staff-link-share', title=title), safe='')}"
    )
    ends = invitation.ends_at and invitation.ends_at.astimezone(zone)
    facts = _facts(t, invitation.role, invitation.part, _end(t, ends))
    until = t.time(invitation.expires_at, zone)
    return Outgoing(
        text=t("staff-link", title=title, facts=facts, link=Html(link), until=until),
        keyboard=(
            (Button(text=t("button-share-staff-link"), url=share, style="success"),),
            (press(t("button-desk-back"), "programme", invitation.programme.id),),
        ),
    )


def role_name(t: Translator, role: Role) -> Html:
    """Return what a role is called."""
    return t(f"role-{role.value}")


def _facts(t: Translator, role: Role, part: Part, ends: Html | None) -> Html:
    lines = [t(f"role-{role.value}-may")]
    lines.extend(t("branch-only", title=title) for title in (part.event, part.branch) if title)
    lines.append(t("role-until", day=ends) if ends else t("role-endless"))
    return Html("\n".join(lines))


def _in_short(t: Translator, one: Organizer) -> str:
    """Return a name with the role, its part and its end, as far as a button has room."""
    parts = [one.name, role_name(t, one.role)]
    parts.extend(title.within(t.language) for title in (one.part.event, one.part.branch) if title)
    if one.ends_at:
        parts.append(f"→ {one.ends_at:%d.%m}")
    return " · ".join(parts)


def _end(t: Translator, ends_at: datetime | None) -> Html | None:
    return t.day(ends_at.date()) if ends_at else None


def _days(t: Translator, days: int) -> Html:
    if days in (0, TO_THE_END):
        return t("button-days-endless" if days == 0 else "button-days-event")
    return t("button-days", days=days)


def _of_grant(organizer: Organizer, label: str, do: str) -> Button:
    return Button(text=short(label, LONGEST_LABEL), data=GrantPress(grant_id=organizer.grant_id, do=do).pack())


def _choice(label: str, choice: Choice, do: str, **chosen: int | str) -> Button:
    data = TeamPress.model_validate({"programme_id": choice.programme.id, "do": do, **chosen})
    return Button(text=short(label, LONGEST_LABEL), data=data.pack())
