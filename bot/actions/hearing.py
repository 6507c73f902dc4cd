"""Steps that actions share about a conversation: who asks, who reads it, and telling each of them.

Always true: whoever reads a conversation is the one who asked, a guardian who may know of the child who asked, or staff
who reach it; nothing passes between a child and staff unless two of the staff read it; it runs inside the caller's
transaction.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from bot.domain.access import Actor, Right
from bot.domain.errors import NotAvailableError
from bot.domain.event import Event
from bot.domain.notice import Notice, Priority
from bot.domain.thread import TWO_ADULTS, Message, Thread, Words, checked, is_minor
from bot.domain.thread_errors import TwoAdultsError
from storage import accounts, audit, events, outbox, participants, registrations, scopes, threads
from storage.database import Transaction
from storage.threads import SAID

THREAD: Final = "thread"
"""The place of whoever asked, inside a conversation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadPage:
    """A conversation as its family sees it."""

    thread: Thread
    event: Event
    programme: str
    messages: tuple[Message, ...]
    is_asker: bool
    account_id: int


def staff_of(tx: Transaction, thread: Thread, event: Event, now: datetime) -> tuple[int, ...]:
    """Return the accounts of the staff who read a conversation now; whoever asked is not among them."""
    found = accounts.list_organizers(tx, event, thread.unit_id, now=now)
    return tuple(one for one in found if one != thread.account_id)


def guardians_of(tx: Transaction, thread: Thread) -> tuple[int, ...]:
    """Return the guardians who read a child's conversation now."""
    if thread.participant_id is None:
        return ()
    knowing = participants.list_knowing(tx, thread.participant_id)
    return tuple(one.account_id for one in knowing if one.account_id != thread.account_id)


def must_be_heard_by_two(tx: Transaction, thread: Thread, event: Event, now: datetime) -> None:
    """Refuse to pass anything between a child and staff unless two adults of the camp read it."""
    if thread.is_of_child and len(staff_of(tx, thread, event, now)) < TWO_ADULTS:
        raise TwoAdultsError


def is_child(tx: Transaction, account_id: int, event: Event, now: datetime) -> bool:
    """Tell whether an account is to be treated as a child's: known to be one, or not known to be an adult's."""
    own = participants.find_by_account(tx, account_id)
    if own is not None and is_minor(own.born_on, event.today(now)):
        return True
    return event.needs_guardian and participants.count_children(tx, account_id) == 0


def is_asker(tx: Transaction, actor: Actor, thread: Thread) -> bool:
    """Tell whether a conversation is this person's own, and the registration it is about still concerns them."""
    return thread.account_id == actor.account_id and may_hear(tx, thread)


def may_hear(tx: Transaction, thread: Thread) -> bool:
    """Tell whether whoever asked may still be told anything about the registration that was asked about."""
    if thread.registration_id is None:
        return True
    claim = registrations.get(tx, thread.registration_id)
    about = (tx, claim.participant_id, thread.account_id)
    is_acting = claim.account_id == thread.account_id and not participants.is_shut_out(*about)
    return is_acting or participants.is_guardian(*about)


def must_be_asker(tx: Transaction, actor: Actor, thread: Thread) -> None:
    """Refuse everybody but whoever asked."""
    if not is_asker(tx, actor, thread):
        raise NotAvailableError


def must_be_family(tx: Transaction, actor: Actor, thread: Thread) -> bool:
    """Refuse everybody but whoever asked and a child's guardians; return whether this is whoever asked."""
    if is_asker(tx, actor, thread):
        return True
    if actor.account_id not in guardians_of(tx, thread):
        raise NotAvailableError
    return False


def must_be_staff(tx: Transaction, actor: Actor, thread: Thread) -> Event:
    """Refuse everybody but staff who reach a conversation and did not ask it; return its event."""
    event = events.get(tx, thread.event_id)
    if thread.account_id == actor.account_id:
        raise NotAvailableError
    scopes.of_event(tx, actor, event, Right.DECIDE).must_cover(thread.unit_id)
    return event


def tell(
    tx: Transaction,
    to: tuple[int, ...],
    thread: Thread,
    template: str,
    *,
    now: datetime,
    key: str,
    priority: Priority = Priority.NOTICE,
    **data: Any,  # noqa: ANN401 - arguments of a text
) -> None:
    """Tell several accounts something about a conversation, each once; `key` names what is told."""
    name = threads.name_of(tx, thread.account_id)
    for account_id in to:
        notice = Notice(
            account_id=account_id,
            template=template,
            data={"thread": thread.id, "name": name, "is_urgent": thread.is_urgent, **data},
            priority=priority,
            dedup_key=f"thread:{thread.id}:{key}:{account_id}",
        )
        outbox.put(tx, notice, now)


def answer_family(
    tx: Transaction, actor: Actor, thread: Thread, event: Event, words: Words, now: datetime
) -> tuple[int, Thread]:
    """Pass an answer on to whoever asked and the guardians who read along; the caller has checked who answers.

    Returns the message and the conversation as it stands then. NotAvailableError when whoever asked may not know now.
    """
    if not may_hear(tx, thread):
        raise NotAvailableError
    said = checked(words)
    must_be_heard_by_two(tx, thread, event, now)
    message_id = threads.say(tx, thread, actor.account_id, said, is_staff=True, now=now)
    answered = threads.update(tx, replace(thread, waits_since=None, warned=0), now)
    audit.record(tx, actor=actor, action="thread.answer", subject="thread", subject_id=thread.id, now=now)
    programme = events.get_programme(tx, event.programme_id).title.as_dict()
    told: dict[str, Any] = {"now": now, "key": f"m{message_id}", "programme": programme, SAID: message_id}
    tell(tx, (thread.account_id,), answered, "thread-answered", is_asker=True, **told)
    tell(tx, guardians_of(tx, answered), answered, "thread-answered", is_asker=False, **told)
    return message_id, answered


def thread_page(tx: Transaction, actor: Actor, thread: Thread) -> ThreadPage:
    """Return a conversation as its family sees it; the caller has checked who asks."""
    event = events.get(tx, thread.event_id)
    return ThreadPage(
        thread=thread,
        event=event,
        programme=events.get_programme(tx, event.programme_id).title.within(actor.language),
        messages=threads.list_messages(tx, thread.id),
        is_asker=thread.account_id == actor.account_id,
        account_id=actor.account_id,
    )
