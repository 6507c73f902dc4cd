"""Announcements, their audiences and what became of them.

Always true: an announcement is changed only as it was read (`revision`); one person is owed one copy of it, ever.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.audience import Audience
from bot.domain.broadcast import Broadcast, Report, State
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.language import Language
from bot.domain.link import Link
from bot.domain.notice import Priority
from bot.domain.plan import Plan
from bot.domain.poll import Poll
from storage import audiences, outbox, polls
from storage.database import Transaction
from storage.engine import Row
from storage.owed import FAR
from storage.values import from_json, instant, micros, to_json


def get(tx: Transaction, broadcast_id: int) -> Broadcast:
    """Return one announcement, locked."""
    found = find(tx, broadcast_id)
    if found is None:
        raise NotAvailableError
    return found


def find(tx: Transaction, broadcast_id: int) -> Broadcast | None:
    """Return one announcement, locked, if there is one."""
    row = tx.find("broadcasts.get", broadcast_id=broadcast_id)
    return None if row is None else of_row(row)


def find_empty_draft(tx: Transaction, programme_id: int, author_id: int) -> Broadcast | None:
    """Return a person's draft in which nothing is written yet."""
    row = tx.find("broadcasts.empty_draft", programme_id=programme_id, author_id=author_id)
    return None if row is None else of_row(row)


def add(tx: Transaction, *, programme_id: int, author_id: int, audience: Audience, now: datetime) -> Broadcast:
    """Save a new draft."""
    row = tx.one(
        "broadcasts.add",
        programme_id=programme_id,
        author_id=author_id,
        audience=to_json(audience.as_dict()),
        now=micros(now),
    )
    return of_row(row)


def update(tx: Transaction, broadcast: Broadcast) -> Broadcast:
    """Save an announcement; StaleError when somebody else changed it since it was read."""
    touched = tx.run(
        "broadcasts.update",
        broadcast_id=broadcast.id,
        texts=to_json(dict(broadcast.texts)),
        photo=broadcast.photo,
        album=to_json(list(broadcast.album)),
        document=broadcast.document,
        links=to_json([one.as_dict() for one in broadcast.links]),
        audience=to_json(broadcast.audience.as_dict()),
        may_fall_back=int(broadcast.may_fall_back),
        state=broadcast.state.value,
        sender_id=broadcast.sender_id,
        send_at=_micros(broadcast.send_at),
        recipients=broadcast.recipients,
        progress_message_id=broadcast.progress_message_id,
        finished_at=_micros(broadcast.finished_at),
        is_emergency=int(broadcast.is_emergency),
        asks_reply=int(broadcast.asks_reply),
        repeat_after=broadcast.repeat_after,
        plan=to_json(broadcast.plan.as_dict()) if broadcast.plan else None,
        joins_until=_micros(broadcast.joins_until),
        repeated_at=_micros(broadcast.repeated_at),
        escalated_at=_micros(broadcast.escalated_at),
        edition=broadcast.edition,
        left_at=_micros(broadcast.left_at),
        revision=broadcast.revision,
    )
    if not touched:
        raise StaleError
    return replace(broadcast, revision=broadcast.revision + 1)


def list_page(tx: Transaction, programme_id: int, *, limit: int, skipped: int) -> tuple[Broadcast, ...]:
    """Return one page of a programme's announcements: what waits for its time, then the newest."""
    rows = tx.list_("broadcasts.page", programme_id=programme_id, limit=limit, skipped=skipped)
    return tuple(of_row(row) for row in rows)


def list_due(tx: Transaction, now: datetime) -> tuple[Broadcast, ...]:
    """Return the scheduled announcements whose time has come."""
    return tuple(of_row(row) for row in tx.list_("broadcasts.due", now=micros(now)))


def list_doubtful(tx: Transaction, now: datetime) -> tuple[Broadcast, ...]:
    """Return what is not over and whose sender runs less than its programme by now, if anything."""
    return tuple(of_row(row) for row in tx.list_("broadcasts.doubtful", now=micros(now)))


def list_planned(tx: Transaction) -> tuple[Broadcast, ...]:
    """Return the scheduled announcements whose time may move."""
    return tuple(one for one in map(of_row, tx.list_("broadcasts.planned")) if one.plan and one.plan.is_relative)


def list_joinable(tx: Transaction, now: datetime) -> tuple[Broadcast, ...]:
    """Return the announcements that who joins now gets too."""
    return tuple(of_row(row) for row in tx.list_("broadcasts.joinable", now=micros(now)))


def hold(tx: Transaction) -> int:
    """Hold back what paused announcements owe and return how many copies these are."""
    return tx.run("broadcasts.hold", far=micros(FAR))


def release(tx: Transaction, broadcast_id: int, *, now: datetime, not_after: datetime) -> int:
    """Owe again, from now on, what was held back and return how many copies these are."""
    given = {"broadcast_id": broadcast_id, "far": micros(FAR)}
    return tx.run("broadcasts.release", now=micros(now), not_after=micros(not_after), **given)


def list_unreported(tx: Transaction) -> tuple[Broadcast, ...]:
    """Return what is under way, or ended and not yet reported to who sent it and may still see it."""
    return tuple(of_row(row) for row in tx.list_("broadcasts.unreported"))


def mark_reported(tx: Transaction, broadcast: Broadcast, confirmed: int, now: datetime, *, changes: int = 0) -> None:
    """Remember that the final figures were shown, unless they are final no more; `changes` are those of its poll."""
    shown = {"revision": broadcast.revision, "confirmed": confirmed, "changes": changes}
    tx.run("broadcasts.mark_reported", broadcast_id=broadcast.id, now=micros(now), **shown)


def set_progress_message(tx: Transaction, broadcast_id: int, message_id: int) -> None:
    """Remember in which message of the sender's chat the progress is shown."""
    tx.run("broadcasts.set_progress_message", broadcast_id=broadcast_id, message_id=message_id)


def finish_settled(tx: Transaction, now: datetime) -> int:
    """End every announcement of which nothing is owed any more and return how many there were."""
    tx.run("broadcasts.stop_rest", now=micros(now))
    tx.run("broadcasts.take_away", now=micros(now))
    return tx.run("broadcasts.finish", now=micros(now))


def fan_out(tx: Transaction, broadcast: Broadcast, *, now: datetime, not_after: datetime) -> int:
    """Owe everybody in the audience their copy and return how many there are."""
    poll = polls.find(tx, broadcast.id)
    return tx.run(
        "broadcasts.fan_out",
        broadcast_id=broadcast.id,
        priority=int(Priority.EMERGENCY if broadcast.is_emergency else Priority.BULK),
        not_after=micros(not_after),
        **{reader.value: to_json(copy_for(broadcast, reader, poll)) for reader in Language},
        **audiences.whom(tx, broadcast.programme_id, broadcast.audience, now),
    )


def copy_for(broadcast: Broadcast, reader: Language, poll: Poll | None = None) -> dict[str, Any]:
    """Return what a message to a reader of this language is rendered from."""
    language = broadcast.language_for(reader)
    copy: dict[str, Any] = {"text": broadcast.texts[language], "language": language.value}
    if broadcast.photo is not None:
        copy["photo"] = broadcast.photo
    if broadcast.album:
        copy["album"] = list(broadcast.photos)
    if broadcast.document is not None:
        copy["document"] = broadcast.document
    if broadcast.links:
        copy["links"] = [[one.label_for(reader), one.address] for one in broadcast.links]
    if broadcast.asks_reply:
        copy["asks"] = broadcast.id
    if broadcast.is_emergency:
        copy["is_emergency"] = True
    if poll is not None:
        copy["poll"] = poll.copy(language)
    return copy


def retry(tx: Transaction, broadcast_id: int, *, now: datetime, not_after: datetime) -> int:
    """Owe again what certainly did not arrive and return how many there are."""
    return tx.run("broadcasts.retry", broadcast_id=broadcast_id, now=micros(now), not_after=micros(not_after))


def report(tx: Transaction, broadcast: Broadcast) -> Report:
    """Return what became of an announcement so far."""
    counts = outbox.counts(tx, broadcast.id)
    return Report(
        recipients=broadcast.recipients or 0,
        sent=counts[outbox.State.SENT],
        waiting=counts[outbox.State.DUE] + counts[outbox.State.SENDING],
        unreachable=counts[outbox.State.UNREACHABLE],
        unknown=counts[outbox.State.UNKNOWN],
        failed=counts[outbox.State.FAILED],
        expired=counts[outbox.State.EXPIRED],
        stopped=counts[outbox.State.STOPPED],
        held=counts[outbox.State.HELD],
        kept=counts[outbox.State.KEPT],
    )


def of_row(row: Row) -> Broadcast:
    """Return the announcement a row holds."""
    return Broadcast(
        id=row["id"],
        programme_id=row["programme_id"],
        author_id=row["author_id"],
        texts={Language(code): text for code, text in from_json(row["texts"]).items()},
        photo=row["photo"],
        album=tuple(from_json(row["album"])),
        document=row["document"],
        links=tuple(Link.of(one) for one in from_json(row["links"])),
        audience=Audience.of(from_json(row["audience"])),
        may_fall_back=bool(row["may_fall_back"]),
        state=State(row["state"]),
        revision=row["revision"],
        sender_id=row["sender_id"],
        send_at=_instant(row["send_at"]),
        recipients=row["recipients"],
        progress_message_id=row["progress_message_id"],
        finished_at=_instant(row["finished_at"]),
        is_emergency=bool(row["is_emergency"]),
        asks_reply=bool(row["asks_reply"]),
        repeat_after=row["repeat_after"],
        plan=Plan.of(from_json(row["plan"])) if row["plan"] else None,
        joins_until=_instant(row["joins_until"]),
        repeated_at=_instant(row["repeated_at"]),
        escalated_at=_instant(row["escalated_at"]),
        edition=row["edition"],
        left_at=_instant(row["left_at"]),
    )


def _micros(at: datetime | None) -> int | None:
    return None if at is None else micros(at)


def _instant(value: int | None) -> datetime | None:
    return None if value is None else instant(value)
