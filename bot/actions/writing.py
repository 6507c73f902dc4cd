"""A leader writes to the families of the own squad: part by part, photo by photo, then hands it to a second adult.

Always true: only a leader of the squad writes, one at a time; what is written is kept at once; a photo stays only when
somebody said who is on it and every one of them may be shown; nothing is handed on unless somebody else can confirm it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.actions.vetting import PLACE, Page, confirmers_of, drop_refused, page_of, reach, refused_on, take, tell
from bot.domain.access import Actor
from bot.domain.errors import StaleError
from bot.domain.letter import (
    LIFE,
    LONGEST,
    MOST_PHOTOS,
    PARTS,
    Kind,
    Letter,
    LetterAloneError,
    LetterFacesError,
    LetterPhotosError,
    LetterTextError,
    Photo,
    State,
)
from bot.domain.names import clean
from storage import accounts, audit, events, letters, squads
from storage.database import Transaction

PHOTOS: Final = "photos"
MARK: Final = "mark"
WHOLE: Final = "whole"


def begin_message(tx: Transaction, *, actor: Actor, now: datetime, squad_id: int) -> Page:
    """Begin a message to the families of one's own squad, or go on with the one that was begun."""
    actor.must_lead(squad_id)
    squad = squads.get(tx, squad_id)
    for one in letters.list_unfinished(tx, squad_id):
        is_own = one.author_id == actor.account_id and one.kind is Kind.MESSAGE
        if is_own and one.state is State.WRITING and one.expires_at > now:
            return _stand(tx, actor, one, now)
    today = events.get(tx, squad.event_id).today(now)
    author = (actor.account_id, actor.language)
    made = {"send_at": now, "expires_at": now + LIFE, "now": now}
    letter_id = letters.add(tx, squad_id, Kind.MESSAGE, today, author=author, **made)
    return _stand(tx, actor, letters.get(tx, letter_id or 0), now)


def begin(tx: Transaction, *, actor: Actor, now: datetime, letter_id: int) -> Page:
    """Begin to write a letter, or go on with it; another leader of the squad may take it over."""
    letter, squad, _ = reach(tx, actor, letter_id)
    actor.must_lead(squad.id)
    if letter.state is not State.WRITING or letter.expires_at <= now:
        raise StaleError
    if letter.author_id != actor.account_id:
        letter = letters.update(tx, replace(letter, author_id=actor.account_id, language=actor.language), now)
        audit.record(tx, actor=actor, action="letter.begin", subject="squad", subject_id=squad.id, now=now)
    return _stand(tx, actor, letter, now)


def read_current(tx: Transaction, *, actor: Actor, now: datetime) -> Page:
    """Return what the writer is on."""
    args = actor.place_args
    letter, _, _ = take(tx, actor, args["letter"])
    return page_of(tx, actor, letter, now, part=args["part"], photo_id=args.get("photo", 0))


def ask(tx: Transaction, *, actor: Actor, now: datetime, letter_id: int, revision: int, part: str) -> Page:
    """Let one part be written anew, or photos be added."""
    letter, _, _ = take(tx, actor, letter_id, revision)
    if part not in (*PARTS[letter.kind], *((PHOTOS,) if letter.kind is Kind.DAY else ())):
        raise StaleError
    return _go(tx, actor, letter, now, part)


def write(tx: Transaction, *, actor: Actor, now: datetime, text: str) -> Page:
    """Take what was typed for a part and go on to the next one."""
    args = actor.place_args
    letter, _, _ = take(tx, actor, args["letter"])
    part = args["part"]
    if part not in PARTS[letter.kind]:
        return page_of(tx, actor, letter, now, part=part, photo_id=args.get("photo", 0))
    said = clean(text, keep_lines=True)
    if not 0 < len(said) <= LONGEST[part]:
        raise LetterTextError
    kept = letters.update(tx, replace(letter, texts={**letter.texts, part: said}), now)
    is_last = part == PARTS[kept.kind][-1] and kept.kind is Kind.DAY
    return _go(tx, actor, kept, now, kept.next_part or (PHOTOS if is_last else WHOLE))


def add_photo(tx: Transaction, *, actor: Actor, now: datetime, file_id: str) -> Page:
    """Take a photo and ask who is on it; LetterPhotosError when there are enough."""
    args = actor.place_args
    letter, _, _ = take(tx, actor, args["letter"])
    if args["part"] not in (PHOTOS, MARK):
        return page_of(tx, actor, letter, now, part=args["part"])
    if len(letter.photos) >= MOST_PHOTOS:
        raise LetterPhotosError
    letters.add_photo(tx, letter.id, file_id)
    return _after_photo(tx, actor, letter, now)


def set_face(
    tx: Transaction,
    *,
    actor: Actor,
    now: datetime,
    letter_id: int,
    revision: int,
    photo_id: int,
    registration_id: int,
    is_there: bool,
) -> Page:
    """Say that a child of the squad is on a photo, or is not."""
    letter, squad, _ = take(tx, actor, letter_id, revision)
    _unmarked(letter, photo_id)
    if registration_id not in {one.registration_id for one in squads.list_roll(tx, squad.id)}:
        raise StaleError
    letters.set_face(tx, photo_id, registration_id, is_there=is_there)
    return _go(tx, actor, letters.get(tx, letter_id), now, MARK, photo_id)


def mark(
    tx: Transaction,
    *,
    actor: Actor,
    now: datetime,
    letter_id: int,
    revision: int,
    photo_id: int,
    is_nobody: bool,
) -> Page:
    """End with a photo: these are on it, or nobody who could be recognized.

    With a child on it whose guardians have not allowed photos it is taken out, and the page names the child.
    """
    letter, squad, event = take(tx, actor, letter_id, revision)
    photo = _unmarked(letter, photo_id)
    if is_nobody:
        letters.clear_faces(tx, photo_id)
    elif not photo.faces:
        raise LetterFacesError
    refused = () if is_nobody else refused_on(tx, photo.faces, event)
    if refused:
        letters.drop_photo(tx, photo_id)
        audit.record(tx, actor=actor, action="letter.refuse-photo", subject="squad", subject_id=squad.id, now=now)
    else:
        letters.mark(tx, photo_id, is_marked=True)
    return _after_photo(tx, actor, letter, now, refused)


def drop_photo(tx: Transaction, *, actor: Actor, now: datetime, letter_id: int, revision: int, photo_id: int) -> Page:
    """Take a photo out."""
    letter, _, _ = take(tx, actor, letter_id, revision)
    if letter.photo(photo_id) is None:
        raise StaleError
    letters.drop_photo(tx, photo_id)
    return _after_photo(tx, actor, letter, now)


def read_whole(tx: Transaction, *, actor: Actor, now: datetime, letter_id: int) -> Page:
    """Return a letter whole to whoever writes or may confirm it."""
    letter, _, _ = reach(tx, actor, letter_id)
    return page_of(tx, actor, letter, now)


def submit(tx: Transaction, *, actor: Actor, now: datetime, letter_id: int, revision: int) -> Page:
    """Hand a whole letter to those who may confirm it; a photo that may not be shown any more is only taken out."""
    letter, squad, event = take(tx, actor, letter_id, revision)
    if not letter.is_whole or letter.expires_at <= now:
        raise StaleError
    others = confirmers_of(tx, letter, event, now)
    if not others:
        raise LetterAloneError
    refused = drop_refused(tx, letter, event, now)
    if refused:
        return page_of(tx, actor, letters.update(tx, letters.get(tx, letter_id), now), now, refused=refused)
    waiting = letters.update(tx, replace(letter, state=State.WAITING, reason=None), now)
    audit.record(tx, actor=actor, action="letter.submit", subject="squad", subject_id=squad.id, now=now)
    tell(tx, others, waiting, squad, "letter-waiting", now, name=actor.display_name)
    accounts.set_place(tx, actor.account_id, "squad", {"squad": squad.id})
    return page_of(tx, actor, waiting, now)


def take_back(tx: Transaction, *, actor: Actor, now: datetime, letter_id: int, revision: int) -> Page:
    """Go on writing what was handed on and has not left yet."""
    letter, squad, _ = reach(tx, actor, letter_id)
    is_out = letter.state not in (State.WAITING, State.CONFIRMED)
    if letter.author_id != actor.account_id or letter.revision != revision or is_out:
        raise StaleError
    actor.must_lead(squad.id)
    again = letters.update(tx, replace(letter, state=State.WRITING, confirmed_by=None), now)
    audit.record(tx, actor=actor, action="letter.take-back", subject="squad", subject_id=squad.id, now=now)
    return _go(tx, actor, again, now, WHOLE)


def drop(tx: Transaction, *, actor: Actor, now: datetime, letter_id: int, revision: int) -> int:
    """Throw away what one is writing; return the squad."""
    letter, squad, _ = take(tx, actor, letter_id, revision)
    for photo in letter.photos:
        letters.drop_photo(tx, photo.id)
    letters.update(tx, replace(letter, state=State.DROPPED, texts={}), now)
    audit.record(tx, actor=actor, action="letter.drop", subject="squad", subject_id=squad.id, now=now)
    accounts.set_place(tx, actor.account_id, "squad", {"squad": squad.id})
    return squad.id


def _unmarked(letter: Letter, photo_id: int) -> Photo:
    photo = letter.photo(photo_id)
    if photo is None or photo.is_marked:
        raise StaleError
    return photo


def _stand(tx: Transaction, actor: Actor, letter: Letter, now: datetime) -> Page:
    """Stand at the first thing that is lacking."""
    if letter.next_part is not None:
        return _go(tx, actor, letter, now, letter.next_part)
    waiting = letter.unmarked
    return _go(tx, actor, letter, now, MARK if waiting else WHOLE, waiting.id if waiting else 0)


def _after_photo(tx: Transaction, actor: Actor, before: Letter, now: datetime, refused: tuple[str, ...] = ()) -> Page:
    """Ask about the next photo, or for one more; buttons shown before are old now."""
    letter = letters.update(tx, letters.get(tx, before.id), now)
    letter = replace(letter, photos=letters.get(tx, letter.id).photos)
    waiting = letter.unmarked
    return _go(tx, actor, letter, now, MARK if waiting else PHOTOS, waiting.id if waiting else 0, refused)


def _go(
    tx: Transaction,
    actor: Actor,
    letter: Letter,
    now: datetime,
    part: str,
    photo_id: int = 0,
    refused: tuple[str, ...] = (),
) -> Page:
    args = {"letter": letter.id, "part": part, "photo": photo_id}
    accounts.set_place(tx, actor.account_id, PLACE, args)
    return page_of(tx, actor, letter, now, part=part, photo_id=photo_id, refused=refused)
