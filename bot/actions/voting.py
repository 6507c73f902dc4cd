"""Answering a poll: choose, choose otherwise, take it back.

Always true: only who was asked answers, once, and as often otherwise as they like until the poll is closed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.poll import bit
from storage import acknowledgements, broadcasts, polls
from storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Voted:
    """What somebody chooses now; `copy` is what their message is made of."""

    copy: Mapping[str, Any]
    chosen: int

    @property
    def words(self) -> tuple[str, ...]:
        """The options that are chosen."""
        options = self.copy["poll"]["options"]
        return tuple(words for option, words in enumerate(options) if self.chosen & bit(option))


def vote(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, option: int, is_chosen: bool) -> Voted:
    """Choose an option or choose it no more.

    NotAvailableError for whom nobody asked, PollClosedError when it is over.
    """
    if not acknowledgements.was_due(tx, broadcast_id, actor.account_id):
        raise NotAvailableError
    poll = polls.get(tx, broadcast_id)
    poll.must_be_open(now)
    if not 0 <= option < poll.number:
        raise StaleError
    before = polls.find_vote(tx, broadcast_id, actor.account_id)
    chosen = before & ~bit(option)
    if is_chosen:
        chosen = before | bit(option) if poll.has_many else bit(option)
    if chosen != before:
        polls.vote(tx, poll, actor.account_id, chosen, now)
    return Voted(copy=broadcasts.copy_for(broadcasts.get(tx, broadcast_id), actor.language, poll), chosen=chosen)
