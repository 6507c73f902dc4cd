"""Changing the text of an announcement that is going out or was sent.

Always true: nothing changes before old and new were shown side by side and confirmed; what is confirmed is what was
shown, and by a second organizer when it is for many; what has not left goes out with the new text, what was delivered
is edited, whoever joins later reads the new.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.actions.broadcasting import Progress, change, progress
from bot.actions.composing import TooLong, take
from bot.actions.piecing import SECONDS_BETWEEN_PIECES
from bot.actions.proposing import PLACE, mark_of
from bot.actions.vouching import must_be_vouched
from bot.domain.access import Actor
from bot.domain.broadcast import Broadcast
from bot.domain.errors import StaleError
from bot.domain.language import Language
from bot.domain.parts import LONGEST_PART, joined, length
from bot.domain.removal import SENT_STATES
from bot.domain.vouch import Deed, Matter, Rules
from storage import accounts, corrections, polls
from storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A text to be changed; `text` is what it is to be, when that was typed already."""

    broadcast: Broadcast
    language: Language
    text: str | None = None
    concerned: int = 0
    """How many people's copies would read otherwise."""

    @property
    def mark(self) -> str:
        """Return what stands for the old and the new text in a button."""
        return mark_of(self.broadcast.texts.get(self.language, ""), self.text)


def read_languages(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int) -> Broadcast:
    """Return an announcement whose text may be changed."""
    del now
    return _take(tx, actor, broadcast_id)


def ask(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, language: Language) -> Proposal:
    """Let the new text in one language be typed."""
    del now
    broadcast = _take(tx, actor, broadcast_id)
    accounts.set_place(tx, actor.account_id, PLACE, {"broadcast": broadcast_id, "language": language.value})
    return Proposal(broadcast=broadcast, language=language)


def write(tx: Transaction, *, actor: Actor, now: datetime, text: str, said_at: datetime) -> Proposal | TooLong:
    """Keep a typed text (safe HTML) until it is confirmed; pieces that a client sends at once are one text."""
    del now
    proposal = _proposal(tx, actor)
    broadcast, is_piece = proposal.broadcast, length(text) >= LONGEST_PART
    is_rest = abs(said_at.timestamp() - actor.place_args.get("cut_at", 0)) <= SECONDS_BETWEEN_PIECES
    whole = joined(actor.place_args.get("text"), text) if is_rest else text
    room = broadcast.room_for(whole, proposal.language)
    is_refused = length(whole) > room or (is_rest and "text" not in actor.place_args)
    args: dict[str, Any] = {"broadcast": broadcast.id, "language": proposal.language.value}
    args |= {} if is_refused else {"text": whole}
    args |= {"cut_at": said_at.timestamp()} if is_piece or is_rest else {}
    accounts.set_place(tx, actor.account_id, PLACE, args)
    if is_refused:
        return TooLong(length=length(whole), longest=room, is_rest=is_rest and "text" not in actor.place_args)
    return _with(tx, proposal, whole)


def read_proposal(tx: Transaction, *, actor: Actor, now: datetime) -> Proposal:
    """Return the text a person was asked for or has typed."""
    del now
    proposal = _proposal(tx, actor)
    text = actor.place_args.get("text")
    return proposal if text is None else _with(tx, proposal, str(text))


def read_matter(
    tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, mark: str, rules: Rules
) -> Matter | None:
    """Return what a second organizer has to agree to before a text changes for many; None when nobody has to."""
    return _matter(_shown(tx, actor, now, broadcast_id, mark), rules)


def correct(
    tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, mark: str, message_id: int | None, rules: Rules
) -> Progress:
    """Change the text as it was shown; StaleError when either text is another by now.

    SecondNeededError when it changes for so many that it takes a second organizer and nobody has agreed.
    """
    proposal = _shown(tx, actor, now, broadcast_id, mark)
    broadcast, text = proposal.broadcast, proposal.text or ""
    matter = _matter(proposal, rules)
    if matter is not None:
        must_be_vouched(tx, actor=actor, now=now, matter=matter)
    corrected = replace(
        _changed(proposal, text),
        edition=broadcast.edition + 1,
        finished_at=None,
        sender_id=actor.account_id,
        left_at=None,
        progress_message_id=message_id,
    )
    saved = change(tx, actor, corrected, "broadcast.correct", now).broadcast
    corrections.spread(tx, saved, now)
    return progress(tx, saved)


def _shown(tx: Transaction, actor: Actor, now: datetime, broadcast_id: int, mark: str) -> Proposal:
    """Return the text as it was shown; StaleError when it is another by now."""
    proposal = read_proposal(tx, actor=actor, now=now)
    if proposal.text is None or proposal.broadcast.id != broadcast_id or proposal.mark != mark:
        raise StaleError
    return proposal


def _matter(proposal: Proposal, rules: Rules) -> Matter | None:
    broadcast = proposal.broadcast
    if proposal.concerned <= rules.send_above or broadcast.is_emergency:
        return None
    return Matter(
        deed=Deed.SEND,
        programme_id=broadcast.programme_id,
        event_id=broadcast.audience.event_id,
        what={"broadcast_id": broadcast.id, "mark": proposal.mark},
        amount=proposal.concerned,
    )


def _proposal(tx: Transaction, actor: Actor) -> Proposal:
    if actor.place != PLACE:
        raise StaleError
    broadcast = _take(tx, actor, actor.place_args["broadcast"])
    return Proposal(broadcast=broadcast, language=Language(actor.place_args["language"]))


def _take(tx: Transaction, actor: Actor, broadcast_id: int) -> Broadcast:
    """Return what was sent; StaleError for the question of a poll, which people have answered as it was."""
    if polls.find(tx, broadcast_id) is not None:
        raise StaleError
    return take(tx, actor, broadcast_id, *SENT_STATES)


def _with(tx: Transaction, proposal: Proposal, text: str) -> Proposal:
    concerned = corrections.count_concerned(tx, _changed(proposal, text))
    return replace(proposal, text=text, concerned=concerned)


def _changed(proposal: Proposal, text: str) -> Broadcast:
    broadcast = proposal.broadcast
    return replace(broadcast, texts={**broadcast.texts, proposal.language: text})
