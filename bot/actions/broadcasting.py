"""Sending an announcement: check it, send it with time to think again, watch it, stop it, send the failed again.

Always true: nothing is owed to anybody before the time to think again is over; everybody in the audience at that
moment is owed exactly one copy; the figures add up to them; only organizers of the programme send or see anything.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from bot.actions import addressing, succeeding
from bot.actions.addressing import Named
from bot.actions.composing import DRAFT, take
from bot.actions.vouching import must_be_vouched
from bot.domain.access import Actor
from bot.domain.broadcast import Broadcast, Count, Report, State
from bot.domain.correction import Correction
from bot.domain.errors import StaleError, TooFewLanguagesError
from bot.domain.event import Event
from bot.domain.language import Language, Localized
from bot.domain.poll import Poll, Tally
from bot.domain.removal import OVER, Removal
from bot.domain.vouch import Deed, Matter, Rules
from storage import (
    accounts,
    acknowledgements,
    audiences,
    audit,
    broadcasts,
    corrections,
    events,
    outbox,
    polls,
    removals,
)
from storage.database import Transaction

TIME_TO_UNDO: Final = timedelta(seconds=30)
LIFE: Final = timedelta(hours=24)
"""After this long an announcement that could not be delivered is of no use any more."""
SAMPLES: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a sender checks before sending."""

    broadcast: Broadcast
    events: tuple[Event, ...]
    counts: tuple[Count, ...]
    names: tuple[str, ...]
    branches: tuple[Localized, ...] = ()
    chosen: tuple[Named, ...] = ()
    poll: Poll | None = None

    @property
    def total(self) -> int:
        """How many people will get it."""
        return sum(count.number for count in self.counts)

    @property
    def missing(self) -> dict[Language, int]:
        """How many people read a language in which nothing is written."""
        return {
            language: sum(count.number for count in self.counts if count.language is language)
            for language in Language
            if language not in self.broadcast.texts and any(count.language is language for count in self.counts)
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What became of an announcement so far."""

    broadcast: Broadcast
    report: Report
    events: tuple[Event, ...]
    branches: tuple[Localized, ...] = ()
    chosen: tuple[Named, ...] = ()
    confirmed: int = 0
    """How many pressed «Got it»."""
    removal: Removal | None = None
    """What became of deleting it, if that was asked for."""
    correction: Correction | None = None
    """What became of changing its text, if that was asked for."""
    poll: Poll | None = None
    tally: Tally | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A progress with the person in whose chat it is shown."""

    progress: Progress
    telegram_id: int
    language: Language | None


def read_preview(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int) -> Preview:
    """Return whom a draft would reach now."""
    broadcast = take(tx, actor, broadcast_id, State.COMPOSING)
    if not broadcast.texts:
        raise StaleError
    return preview(tx, broadcast, now)


def send(
    tx: Transaction,
    *,
    actor: Actor,
    now: datetime,
    broadcast_id: int,
    revision: int,
    may_fall_back: bool,
    message_id: int | None,
    rules: Rules,
) -> Progress:
    """Send in half a minute; TooFewLanguagesError when somebody's language is missing and may not be replaced.

    SecondNeededError when so many people take a second organizer and nobody has agreed.
    """
    view = preview(tx, take(tx, actor, broadcast_id, State.COMPOSING, revision=revision), now)
    if not view.broadcast.texts or not view.total or view.broadcast.is_emergency:
        raise StaleError
    if view.missing and not may_fall_back:
        raise TooFewLanguagesError
    must_be_agreed(tx, actor, view, rules, now)
    scheduled = replace(
        view.broadcast,
        state=State.SCHEDULED,
        may_fall_back=may_fall_back,
        sender_id=actor.account_id,
        send_at=now + TIME_TO_UNDO,
        progress_message_id=message_id,
    )
    return change(tx, actor, scheduled, "broadcast.send", now)


def read_matter(
    tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, revision: int, rules: Rules
) -> Matter | None:
    """Return what a second organizer has to agree to before a draft may go out; None when nobody has to."""
    return _matter(preview(tx, take(tx, actor, broadcast_id, State.COMPOSING, revision=revision), now), rules)


def must_be_agreed(tx: Transaction, actor: Actor, view: Preview, rules: Rules, now: datetime) -> None:
    """Refuse an announcement to many to which no second organizer has agreed as it is written now.

    StaleError for a poll that nobody could answer.
    """
    if view.poll is not None and not view.poll.is_ready(view.broadcast.texts, now):
        raise StaleError
    matter = _matter(view, rules)
    if matter is not None:
        must_be_vouched(tx, actor=actor, now=now, matter=matter)


def _matter(view: Preview, rules: Rules) -> Matter | None:
    if view.total <= rules.send_above:
        return None
    broadcast = view.broadcast
    return Matter(
        deed=Deed.SEND,
        programme_id=broadcast.programme_id,
        event_id=broadcast.audience.event_id,
        what={"broadcast_id": broadcast.id, "revision": broadcast.revision},
        amount=view.total,
    )


def undo(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, revision: int) -> Progress:
    """Take back what has not begun: it is a draft again."""
    scheduled = take(tx, actor, broadcast_id, State.SCHEDULED, revision=revision)
    nobodys = replace(scheduled, sender_id=None, left_at=None, progress_message_id=None)
    draft = replace(nobodys, state=State.COMPOSING, send_at=None, plan=None)
    return change(tx, actor, draft, "broadcast.undo", now)


def stop(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, revision: int) -> Progress:
    """Send no more of it; what Telegram was already asked for arrives."""
    sending = take(tx, actor, broadcast_id, State.SENDING, State.PAUSED, revision=revision)
    stopped = change(tx, actor, replace(sending, state=State.STOPPED), "broadcast.stop", now)
    outbox.stop_broadcast(tx, broadcast_id, now)
    return progress(tx, stopped.broadcast)


def retry(
    tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int, revision: int, message_id: int | None
) -> Progress:
    """Send again to those whose copy certainly did not arrive."""
    ended = take(tx, actor, broadcast_id, State.SENT, State.STOPPED, revision=revision)
    if ended.finished_at is None or not broadcasts.retry(tx, ended.id, now=now, not_after=now + LIFE):
        raise StaleError
    mine = replace(ended, sender_id=actor.account_id, left_at=None, progress_message_id=message_id)
    again = replace(mine, state=State.SENDING, finished_at=None)
    return change(tx, actor, again, "broadcast.retry", now)


def read_progress(tx: Transaction, *, actor: Actor, now: datetime, broadcast_id: int) -> Progress:
    """Return what became of an announcement so far."""
    del now
    return progress(tx, take(tx, actor, broadcast_id))


def tick(tx: Transaction, *, now: datetime) -> int:
    """Begin what is due and end what is settled; return how many copies are owed from now on.

    What nobody answers for any more is held back first, so that it does not begin in this very moment.
    """
    succeeding.hold(tx, now)
    owed = sum(begin(tx, broadcast, now) for broadcast in broadcasts.list_due(tx, now))
    corrections.go_on(tx, now)
    broadcasts.finish_settled(tx, now)
    return owed + removals.go_on(tx, now)


def list_watched(tx: Transaction) -> tuple[Watched, ...]:
    """Return what is under way, and what has ended but was not yet reported to who sent it."""
    return tuple(_watched(tx, broadcast) for broadcast in broadcasts.list_unreported(tx))


def mark_reported(tx: Transaction, *, progress: Progress, now: datetime) -> None:
    """Remember that the final figures were shown to who sent it."""
    changes = progress.poll.changes if progress.poll else 0
    broadcasts.mark_reported(tx, progress.broadcast, progress.confirmed, now, changes=changes)


def move_progress(tx: Transaction, *, broadcast_id: int, message_id: int) -> None:
    """Show the progress in another message from now on."""
    broadcasts.set_progress_message(tx, broadcast_id, message_id)


def begin(tx: Transaction, broadcast: Broadcast, now: datetime) -> int:
    """Owe everybody in the audience their copy and return how many there are."""
    sending = broadcasts.update(tx, replace(broadcast, state=State.SENDING, recipients=0))
    recipients = broadcasts.fan_out(tx, sending, now=now, not_after=(broadcast.send_at or now) + LIFE)
    broadcasts.update(tx, replace(sending, recipients=recipients))
    return recipients


def preview(tx: Transaction, broadcast: Broadcast, now: datetime) -> Preview:
    """Return whom a draft would reach now."""
    where = (tx, broadcast.programme_id, broadcast.audience)
    return Preview(
        broadcast=broadcast,
        events=events.list_events(tx, broadcast.programme_id),
        counts=audiences.count(*where, now),
        names=audiences.sample(*where, now, limit=SAMPLES),
        branches=addressing.titles(*where),
        chosen=addressing.names(*where),
        poll=polls.find(tx, broadcast.id),
    )


def progress(tx: Transaction, broadcast: Broadcast) -> Progress:
    """Return what became of an announcement so far."""
    poll = polls.find(tx, broadcast.id)
    return Progress(
        broadcast=broadcast,
        report=broadcasts.report(tx, broadcast),
        confirmed=acknowledgements.count(tx, broadcast.id) if broadcast.asks_reply else 0,
        events=events.list_events(tx, broadcast.programme_id),
        branches=addressing.titles(tx, broadcast.programme_id, broadcast.audience),
        chosen=addressing.names(tx, broadcast.programme_id, broadcast.audience),
        removal=removals.count(tx, broadcast.id) if broadcast.state in OVER else None,
        correction=corrections.count(tx, broadcast) if broadcast.edition and broadcast.state not in OVER else None,
        poll=poll,
        tally=polls.count(tx, poll) if poll else None,
    )


def _watched(tx: Transaction, broadcast: Broadcast) -> Watched:
    sender = accounts.get_row(tx, broadcast.sender_id or 0)
    return Watched(
        progress=progress(tx, broadcast),
        telegram_id=sender["telegram_id"],
        language=Language(sender["language"]) if sender["language"] else None,
    )


def change(tx: Transaction, actor: Actor, broadcast: Broadcast, action: str, now: datetime) -> Progress:
    """Save a step, remember who made it, and leave the person on the announcement."""
    saved = broadcasts.update(tx, broadcast)
    accounts.set_place(tx, actor.account_id, DRAFT, {"broadcast": saved.id})
    audit.record(tx, actor=actor, action=action, subject="broadcast", subject_id=saved.id, now=now)
    return progress(tx, saved)
