"""The second adult: looks at what a leader wrote to families, confirms it, or gives it back with a reason.

Always true: whoever wrote it cannot confirm it, whoever else they are; what is confirmed is what was shown; a photo
that may not be shown any more is taken out instead, and the letter waits to be looked at again.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.actions.vetting import REASON, Page, drop_refused, page_of, reach, tell
from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.letter import HOLD, Letter, LetterTextError, State
from bot.domain.names import clean
from bot.domain.squad import Squad
from storage import accounts, audit, letters
from storage.database import Transaction

LONGEST_REASON: Final = 500


def confirm(tx: Transaction, *, actor: Actor, now: datetime, letter_id: int, revision: int) -> Page:
    """Let a letter go out at its hour, or at once when that is over; a moment is left to take it back."""
    letter, page = _take(tx, actor, letter_id, revision, now)
    refused = drop_refused(tx, letter, page.event, now)
    if refused:
        fresh = letters.update(tx, letters.get(tx, letter_id), now)
        tell(tx, _author(fresh), fresh, page.squad, "letter-photo-dropped", now, names=list(refused))
        return page_of(tx, actor, fresh, now, refused=refused)
    send_at = max(letter.send_at, now + HOLD)
    done = replace(letter, state=State.CONFIRMED, confirmed_by=actor.account_id, send_at=send_at)
    kept = letters.update(tx, done, now)
    _record(tx, actor, "letter.confirm", page.squad, now)
    tell(tx, _author(kept), kept, page.squad, "letter-confirmed", now, name=actor.display_name)
    return page_of(tx, actor, kept, now)


def undo(tx: Transaction, *, actor: Actor, now: datetime, letter_id: int, revision: int) -> Page:
    """Take back what one confirmed, as long as it has not left."""
    letter, squad, _ = reach(tx, actor, letter_id)
    if letter.confirmed_by != actor.account_id:
        raise NotAvailableError
    if letter.state is not State.CONFIRMED or letter.revision != revision:
        raise StaleError
    kept = letters.update(tx, replace(letter, state=State.WAITING, confirmed_by=None), now)
    _record(tx, actor, "letter.unconfirm", squad, now)
    return page_of(tx, actor, kept, now)


def ask_reason(tx: Transaction, *, actor: Actor, now: datetime, letter_id: int, revision: int) -> Page:
    """Let the reason be typed for which a letter goes back."""
    _, page = _take(tx, actor, letter_id, revision, now)
    accounts.set_place(tx, actor.account_id, REASON, {"letter": letter_id})
    return page


def read_asked(tx: Transaction, *, actor: Actor, now: datetime) -> Page:
    """Return the letter about which a reason is to be typed."""
    return _take(tx, actor, actor.place_args["letter"], None, now)[1]


def give_back(tx: Transaction, *, actor: Actor, now: datetime, text: str) -> Page:
    """Give a letter back to who wrote it, with the typed reason."""
    if actor.place != REASON:
        raise StaleError
    letter, page = _take(tx, actor, actor.place_args["letter"], None, now)
    reason = clean(text, keep_lines=True)
    if not 0 < len(reason) <= LONGEST_REASON:
        raise LetterTextError
    kept = letters.update(tx, replace(letter, state=State.WRITING, reason=reason), now)
    _record(tx, actor, "letter.return", page.squad, now)
    tell(tx, _author(kept), kept, page.squad, "letter-returned", now, name=actor.display_name, reason=reason)
    if page.is_leader:
        accounts.set_place(tx, actor.account_id, "squad", {"squad": page.squad.id})
    else:
        accounts.set_place(tx, actor.account_id, "desk", {"event": page.event.id})
    return page_of(tx, actor, kept, now)


def _take(tx: Transaction, actor: Actor, letter_id: int, revision: int | None, now: datetime) -> tuple[Letter, Page]:
    """Return a letter that waits, to who may confirm it; StaleError when it is not as it was shown."""
    letter, _, _ = reach(tx, actor, letter_id)
    if letter.author_id == actor.account_id:
        raise NotAvailableError
    page = page_of(tx, actor, letter, now)
    if not page.may_confirm or letter.expires_at <= now or revision not in (None, letter.revision):
        raise StaleError
    return letter, page


def _author(letter: Letter) -> tuple[int, ...]:
    return () if letter.author_id is None else (letter.author_id,)


def _record(tx: Transaction, actor: Actor, action: str, squad: Squad, now: datetime) -> None:
    audit.record(tx, actor=actor, action=action, subject="squad", subject_id=squad.id, now=now)
