"""Steps that actions about letters to families share: who reaches one, who may confirm it, whom its photos may show.

Always true: nobody confirms their own words; a photo with a child whose guardians have not allowed it, or of which
nobody said who is on it, leaves the letter whenever somebody is about to pass it on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from bot.actions.settling import standings
from bot.domain.access import Actor, Right
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.event import Event
from bot.domain.letter import Letter, State, may_be_shown
from bot.domain.notice import Notice
from bot.domain.squad import Squad
from storage import accounts, events, letters, outbox, participants, registrations, scopes, squads
from storage.database import Transaction

PLACE: Final = "letter"
"""The place of whoever writes a letter."""
REASON: Final = "letter-reason"
"""The place of whoever says why a letter is not confirmed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A child of the squad who may be on a photo, and whether the guardians have allowed that."""

    registration_id: int
    name: str
    is_allowed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A letter as whoever writes or confirms it sees it; `part` is what is asked now, or whole."""

    letter: Letter
    squad: Squad
    event: Event
    author: str | None
    part: str = "whole"
    photo_id: int = 0
    is_author: bool
    is_leader: bool
    may_confirm: bool
    faces: tuple[Face, ...] = ()
    names: tuple[tuple[int, str], ...] = ()
    """Photo -> who is on it, in words for the reader; empty when nobody is recognizable."""
    refused: tuple[str, ...] = ()
    """The children because of whom a photo has just been taken out."""


def reach(tx: Transaction, actor: Actor, letter_id: int) -> tuple[Letter, Squad, Event]:
    """Return a letter to the leaders of its squad and to those who run the whole event."""
    letter = letters.get(tx, letter_id)
    squad = squads.get(tx, letter.squad_id)
    event = events.get(tx, squad.event_id)
    if squad.id not in actor.squad_ids and not scopes.of_event(tx, actor, event, Right.DECIDE).is_whole:
        raise NotAvailableError
    return letter, squad, event


def take(tx: Transaction, actor: Actor, letter_id: int, revision: int | None = None) -> tuple[Letter, Squad, Event]:
    """Return a letter to who is writing it; StaleError when it has changed since it was shown, or is not theirs now."""
    letter, squad, event = reach(tx, actor, letter_id)
    actor.must_lead(squad.id)
    if letter.author_id != actor.account_id or letter.state is not State.WRITING:
        raise StaleError
    if revision is not None and letter.revision != revision:
        raise StaleError
    return letter, squad, event


def confirmers_of(tx: Transaction, letter: Letter, event: Event, now: datetime) -> tuple[int, ...]:
    """Return who else may confirm a letter: the squad's other leaders, and who runs the whole event."""
    leaders = squads.list_leaders(tx, event.id, now)
    found = {one.account_id for one in leaders if one.squad_id == letter.squad_id and one.is_reachable}
    found |= set(accounts.list_organizers(tx, event, None, now=now))
    return tuple(sorted(found - {letter.author_id}))


def page_of(
    tx: Transaction,
    actor: Actor,
    letter: Letter,
    now: datetime,
    *,
    part: str = "whole",
    photo_id: int = 0,
    refused: tuple[str, ...] = (),
) -> Page:
    """Return a letter as somebody sees it; the caller has checked who asks."""
    squad = squads.get(tx, letter.squad_id)
    event = events.get(tx, squad.event_id)
    named = [(one.id, _name(tx, face)) for one in letter.photos for face in sorted(one.faces)]
    return Page(
        letter=letter,
        squad=squad,
        event=event,
        author=accounts.get_row(tx, letter.author_id)["display_name"] if letter.author_id else None,
        part=part,
        photo_id=photo_id,
        is_author=letter.author_id == actor.account_id,
        is_leader=squad.id in actor.squad_ids,
        may_confirm=letter.state is State.WAITING and actor.account_id in confirmers_of(tx, letter, event, now),
        faces=_faces(tx, squad, event) if part == "mark" else (),
        names=tuple(named),
        refused=refused,
    )


def drop_refused(tx: Transaction, letter: Letter, event: Event, now: datetime) -> tuple[str, ...]:
    """Take the photos out that may not be passed on now; return the names of the children because of whom."""
    names: list[str] = []
    for photo in letter.photos:
        found = refused_on(tx, photo.faces, event)
        names.extend(found)
        if found or not photo.is_marked:
            letters.stop_photo(tx, photo.id, now)
            letters.drop_photo(tx, photo.id)
    return tuple(dict.fromkeys(names))


def refused_on(tx: Transaction, faces: Iterable[int], event: Event) -> tuple[str, ...]:
    """Return the names of the children on a photo whose guardians have not allowed it."""
    found = []
    for registration_id in sorted(faces):
        participant_id = registrations.get(tx, registration_id).participant_id
        if not may_be_shown(standings(tx, participant_id, event.id)):
            found.append(participants.get(tx, participant_id).full_name)
    return tuple(found)


def tell(
    tx: Transaction,
    to: Iterable[int],
    letter: Letter,
    squad: Squad,
    template: str,
    now: datetime,
    **data: Any,  # noqa: ANN401 - arguments of a text
) -> None:
    """Tell those who write and confirm something about a letter, each once for each of its revisions."""
    about = {"letter": letter.id, "kind": letter.kind.value, "on": letter.held_on.isoformat()}
    for account_id in dict.fromkeys(to):
        notice = Notice(
            account_id=account_id,
            template=template,
            data={**about, "squad_name": squad.name, "squad_number": squad.number, **data},
            not_after=max(letter.expires_at, now),
            dedup_key=f"{template}:{letter.id}:{letter.revision}:{account_id}",
        )
        outbox.put(tx, notice, now)


def _faces(tx: Transaction, squad: Squad, event: Event) -> tuple[Face, ...]:
    return tuple(
        Face(
            registration_id=one.registration_id,
            name=one.full_name,
            is_allowed=may_be_shown(standings(tx, one.participant_id, event.id)),
        )
        for one in squads.list_roll(tx, squad.id)
    )


def _name(tx: Transaction, registration_id: int) -> str:
    return participants.get(tx, registrations.get(tx, registration_id).participant_id).full_name
