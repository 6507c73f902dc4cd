"""A step of announcing: what to do with an announcement whose sender has lost the right to send it.

Always true: what has not begun does not begin, and what one person began alone goes no further, until somebody who
has the right takes it over. Two things go on: what a second organizer has agreed to, because it is that organizer's
announcement too, who answers for it from now on; and an emergency, because half of the families not knowing is worse
than anything its sender may have lost the role for. A deletion and a changed text go on as well, because two texts
at once help nobody; so does what latecomers get of an announcement that everybody else has. No figures are shown to
somebody without a role.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from bot.actions import addressing
from bot.domain.broadcast import Broadcast, State
from bot.domain.notice import Notice
from bot.domain.vouch import Deed, Matter, Vouch
from bot.domain.vouch import State as VouchState
from storage import accounts, audit, broadcasts, outbox, vouches
from storage.database import Transaction

WORTH: Final = timedelta(days=3)
"""For so long it is worth telling that an announcement waits for somebody."""


def hold(tx: Transaction, now: datetime) -> int:
    """Hold back what nobody answers for any more, tell those who may take it over, and return how many there were."""
    found = [one for one in broadcasts.list_doubtful(tx, now) if not _may_send(tx, one.sender_id or 0, one, now)]
    for one in found:
        _hold(tx, one, now)
    return len(found) + sum(_end_request(tx, one, now) for one in vouches.list_doubtful(tx, now))


def responsible(tx: Transaction, broadcast: Broadcast, now: datetime) -> tuple[int, ...]:
    """Return who is told about an announcement: its sender, without one whoever runs all of it."""
    sender_id = broadcast.sender_id
    if sender_id is None:
        return ()
    return (sender_id,) if _may_send(tx, sender_id, broadcast, now) else _others(tx, broadcast, sender_id, now)


def _hold(tx: Transaction, broadcast: Broadcast, now: datetime) -> None:
    match broadcast.state:
        case State.SENDING if (heir := _heir(tx, broadcast, now)) is not None:
            kept = replace(broadcast, sender_id=heir, progress_message_id=None)
            _tell(tx, (heir,), broadcasts.update(tx, kept), "yours", broadcast.sender_id, now)
        case State.SENDING if not broadcast.is_emergency:
            kept = broadcasts.update(tx, replace(broadcast, state=State.PAUSED, left_at=now))
            broadcasts.hold(tx)
            _tell_others(tx, kept, "paused", now)
        case State.SENDING | State.PAUSED | State.SCHEDULED:
            fate = "going" if broadcast.state is State.SENDING else broadcast.state.value
            _tell_others(tx, broadcasts.update(tx, replace(broadcast, left_at=now)), fate, now)
        case _:
            broadcasts.update(tx, replace(broadcast, left_at=now))
    audit.record(tx, actor=None, action="broadcast.leave", subject="broadcast", subject_id=broadcast.id, now=now)


def _heir(tx: Transaction, broadcast: Broadcast, now: datetime) -> int | None:
    """Return the second organizer who agreed to it and still may send it."""
    agreed = vouches.find_agreed(tx, broadcast.id)
    return agreed if agreed is not None and _may_send(tx, agreed, broadcast, now) else None


def _end_request(tx: Transaction, vouch: Vouch, now: datetime) -> bool:
    """End a request to agree to an announcement when who asked may send it no more; tell the others of the draft."""
    broadcast = broadcasts.find(tx, int(vouch.matter.what["broadcast_id"]))
    if broadcast is None or _may_send(tx, vouch.asked_by, broadcast, now):
        return False
    vouches.settle(tx, vouch, VouchState.EXPIRED, by=None, now=now)
    if broadcast.state is State.COMPOSING:
        _tell(tx, _others(tx, broadcast, vouch.asked_by, now), broadcast, "draft", vouch.asked_by, now)
    return True


def _may_send(tx: Transaction, account_id: int, broadcast: Broadcast, now: datetime) -> bool:
    holder = accounts.get_holder(tx, account_id, now=now)
    return addressing.reaches(tx, holder, broadcast.programme_id, broadcast.audience)


def _others(tx: Transaction, broadcast: Broadcast, but: int, now: datetime) -> tuple[int, ...]:
    matter = Matter(deed=Deed.SEND, programme_id=broadcast.programme_id, event_id=broadcast.audience.event_id)
    return tuple(vouches.list_confirmers(tx, matter, asked_by=but, now=now))


def _tell_others(tx: Transaction, broadcast: Broadcast, fate: str, now: datetime) -> None:
    sender_id = broadcast.sender_id or 0
    _tell(tx, _others(tx, broadcast, sender_id, now), broadcast, fate, sender_id, now)


def _tell(
    tx: Transaction, people: Iterable[int], broadcast: Broadcast, fate: str, former: int | None, now: datetime
) -> None:
    data = {
        "broadcast": broadcast.id,
        "revision": broadcast.revision,
        "fate": fate,
        "name": accounts.get_row(tx, former or 0)["display_name"],
        "texts": dict(broadcast.texts),
    }
    notices = [
        Notice(
            account_id=account_id,
            template="broadcast-left",
            data=data,
            not_after=now + WORTH,
            dedup_key=f"broadcast-left:{broadcast.id}:{broadcast.revision}:{account_id}",
        )
        for account_id in people
    ]
    outbox.put_many(tx, notices, now)
