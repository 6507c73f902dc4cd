"""Who is in an audience, in plain loops over a camp: nothing here knows of the queries."""

from __future__ import annotations

from typing import Final

from bot.domain.audience import REACHED, Audience, Facet, Kind, Role
from bot.domain.registration import Status
from tests.actions.any_camp import UNITS, Camp, Claim, Grant


def below(units: frozenset[int] | None) -> set[int]:
    """Return units with those below them."""
    return set().union(*(UNITS[one] for one in units or ()))


def members(camp: Camp, audience: Audience) -> dict[int, set[Role]]:
    """Return who is in an audience, and as what: one loop over registrations, one over roles."""
    found: dict[int, set[Role]] = {}
    for claim in camp.claims:
        if claim.event in (1, 2) and _fits(claim, audience):
            for account, role in _family(camp, claim):
                if role in audience.roles:
                    found.setdefault(account, set()).add(role)
    for grant in camp.grants:
        role = Role.COORDINATOR if grant.role == "coordinator" else Role.STAFF
        if role in audience.roles and _grant_fits(grant, audience):
            found.setdefault(grant.account, set()).add(role)
    return {account: roles for account, roles in found.items() if camp.languages[account] in audience.languages}


def _family(camp: Camp, claim: Claim) -> list[tuple[int, Role]]:
    links = [one for one in camp.links if one.participant == claim.participant]
    knowing = [one.account for one in links if one.counts]
    own = camp.participants[claim.participant]
    makers = [claim.maker] if claim.maker not in {one.account for one in links} or claim.maker in knowing else []
    students = [own] if own else knowing or makers
    return [(one, Role.STUDENT) for one in students] + [(one, Role.GUARDIAN) for one in knowing]


def _has(claim: Claim, facet: Facet) -> bool:
    match facet.kind:
        case Kind.UNIT:
            return claim.unit in UNITS[facet.id]
        case Kind.SESSION:
            return facet.id in claim.seated
        case Kind.WAITING:
            return facet.id in claim.waiting
        case Kind.SQUAD:
            return claim.squad == facet.id
        case Kind.PERSON:
            return claim.participant == facet.id


ALIKE: Final = ({Kind.UNIT}, {Kind.SESSION, Kind.WAITING}, {Kind.SQUAD})


def _fits(claim: Claim, audience: Audience) -> bool:
    if audience.event_id not in (None, claim.event) or any(_has(claim, one) for one in audience.without):
        return False
    if audience.within is not None and claim.unit not in below(audience.within):
        return False
    picked = [one for one in audience.only if one.kind is Kind.PERSON]
    if any(_has(claim, one) for one in picked):
        return Status(claim.status) in REACHED
    if audience.stream_id not in (None, claim.stream) or Status(claim.status) not in audience.statuses:
        return False
    others = [one for one in audience.only if one.kind is not Kind.PERSON]
    asked = [[one for one in others if one.kind in kinds] for kinds in ALIKE]
    return (bool(others) or not picked) and all(any(_has(claim, one) for one in alike) for alike in asked if alike)


def _grant_fits(grant: Grant, audience: Audience) -> bool:
    if not grant.counts or grant.programme not in (None, 1):
        return False
    if grant.event is not None and audience.event_id not in (None, grant.event):
        return False
    if audience.within is not None and grant.unit not in below(audience.within):
        return False
    asks = {kind: {one.id for one in audience.only if one.kind is kind} for kind in Kind}
    if asks[Kind.SESSION] or asks[Kind.WAITING] or (asks[Kind.PERSON] and not asks[Kind.UNIT] | asks[Kind.SQUAD]):
        return False
    is_elsewhere = bool(asks[Kind.UNIT]) and grant.unit not in below(frozenset(asks[Kind.UNIT]))
    if is_elsewhere or (asks[Kind.SQUAD] and grant.squad not in asks[Kind.SQUAD]):
        return False
    gone = {kind: {one.id for one in audience.without if one.kind is kind} for kind in (Kind.UNIT, Kind.SQUAD)}
    return grant.unit not in below(frozenset(gone[Kind.UNIT])) and grant.squad not in gone[Kind.SQUAD]
