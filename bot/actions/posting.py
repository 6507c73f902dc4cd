"""The evening letters of squads by the clock: asking leaders, sending what two adults agreed to, ending the rest.

Always true: a squad has one letter about a day; it goes once to each guardian who may know, of the children who are in
the squad then; photos are looked at once more as it leaves; at night nobody gets any.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from bot.actions.rostering import reach_squads
from bot.actions.vetting import confirmers_of, drop_refused, tell
from bot.domain.access import Actor
from bot.domain.errors import StaleError
from bot.domain.event import Event
from bot.domain.letter import ASKED_FOR, HOURS, LEADS, LIFE, Kind, Letter, Rule, State
from bot.domain.notice import Notice, Priority
from bot.domain.reminder import NEVER_QUIET, Quiet, local_instant
from bot.domain.squad import Squad
from storage import audit, events, letters, outbox, squads
from storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """An event's rule about letters, if it has one, and what waits for a second person."""

    event: Event
    rule: Rule | None
    waiting: tuple[tuple[Letter, Squad], ...]


def read_hours(tx: Transaction, *, actor: Actor, now: datetime, event_id: int) -> Hours:
    """Return when the families of an event get letters."""
    del now
    event, _ = reach_squads(tx, actor, event_id)
    waiting = tuple((one, squads.get(tx, one.squad_id)) for one in letters.list_waiting(tx, event_id))
    return Hours(event=event, rule=letters.find_rule(tx, event_id), waiting=waiting)


def set_hours(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, sends_at: str, minutes: int) -> Hours:
    """Let the letters go out at another hour, asked for so many minutes before; «off» is never."""
    reach_squads(tx, actor, event_id)
    if sends_at not in ("off", *HOURS) or minutes not in LEADS:
        raise StaleError
    is_off = sends_at == "off"
    rule = None if is_off else Rule(sends_at=time.fromisoformat(sends_at), lead=timedelta(minutes=minutes))
    letters.save_rule(tx, event_id, rule, actor.account_id, now)
    what = {"hour": sends_at, "minutes": str(minutes)}
    audit.record(tx, actor=actor, action="letter.hours", subject="event", subject_id=event_id, now=now, **what)
    return read_hours(tx, actor=actor, now=now, event_id=event_id)


def tick(tx: Transaction, *, now: datetime, quiet: Quiet = NEVER_QUIET) -> int:
    """Ask, send and end what is due; return how many messages are owed for it."""
    asked = sum(_ask(tx, event_id, rule, now, quiet) for event_id, rule in letters.list_rules(tx, now))
    sent = sum(_send(tx, letter, now, quiet) for letter in letters.list_due(tx, now))
    for letter in letters.list_past(tx, now):
        _end(tx, letter, now)
    return asked + sent


def tick_photos(tx: Transaction, *, now: datetime) -> int:
    """Hold photos back that are still on their way and may not be shown any more; return how many children's."""
    held = 0
    for letter in letters.list_leaving(tx, now):
        squad = squads.find(tx, letter.squad_id)
        event = events.get(tx, squad.event_id) if squad else None
        refused = drop_refused(tx, letter, event, now) if event else ()
        if refused and squad and event:
            others = confirmers_of(tx, letter, event, now)
            author = [letter.author_id] if letter.author_id else []
            kept = letters.update(tx, letter, now)
            tell(tx, [*author, *others], kept, squad, "letter-photo-dropped", now, names=list(refused))
        held += len(refused)
    return held


def _ask(tx: Transaction, event_id: int, rule: Rule, now: datetime, quiet: Quiet) -> int:
    """Ask the leaders of every squad about today, once."""
    event = events.get(tx, event_id)
    today = event.today(now)
    send_at = local_instant(today, rule.sends_at, event.zone)
    if not send_at - rule.lead <= now < send_at + ASKED_FOR or quiet.ends_at(now, event.zone) is not None:
        return 0
    leaders, there = squads.list_leaders(tx, event_id, now), _there(event, squads.list_of_event(tx, event_id), now)
    asked = 0
    for squad in there:
        theirs = [one.account_id for one in leaders if one.squad_id == squad.id]
        if not theirs:
            continue
        letter_id = letters.add(tx, squad.id, Kind.DAY, today, send_at=send_at, expires_at=send_at + LIFE, now=now)
        if letter_id is not None:
            until = send_at.astimezone(event.zone)
            tell(tx, theirs, letters.get(tx, letter_id), squad, "letter-asked", now, until=f"{until:%H:%M}")
            asked += len(theirs)
    return asked


def _there(event: Event, found: Sequence[Squad], now: datetime) -> Iterator[Squad]:
    """Yield the squads that have children and whose stream goes on today."""
    today = event.today(now)
    for squad in found:
        stream = event.stream_with(squad.stream_id)
        if squad.members and stream.starts_on <= today <= stream.ends_on:
            yield squad


def _send(tx: Transaction, letter: Letter, now: datetime, quiet: Quiet) -> int:
    """Owe a letter to every guardian of the squad, and tell who wrote it what has become of it."""
    squad = squads.find(tx, letter.squad_id)
    if squad is None:
        letters.update(tx, replace(letter, state=State.DROPPED), now)
        return 0
    event = events.get(tx, squad.event_id)
    if quiet.ends_at(now, event.zone) is not None:
        return 0
    refused = drop_refused(tx, letter, event, now)
    people = squads.list_guardians(tx, squad.id)
    done = letters.update(tx, replace(letter, state=State.SENT, recipients=len(people)), now)
    final = letters.get(tx, letter.id)
    notices = [one for account_id in people for one in _letter(final, squad, event, account_id, now)]
    owed = outbox.put_many(tx, notices, now)
    audit.record(tx, actor=None, action="letter.send", subject="squad", subject_id=squad.id, now=now, count=len(people))
    author = [letter.author_id] if letter.author_id else []
    tell(tx, author, done, squad, "letter-sent", now, count=len(people))
    if refused:
        others = confirmers_of(tx, letter, event, now)
        tell(tx, [*author, *others], done, squad, "letter-photo-dropped", now, names=list(refused))
    return owed


def _letter(letter: Letter, squad: Squad, event: Event, account_id: int, now: datetime) -> Iterator[Notice]:
    """Yield the words and then each photo, for one guardian."""
    about = {"letter": letter.id, "squad_name": squad.name, "squad_number": squad.number}
    until, key = now + timedelta(days=1), f"letter:{letter.id}"
    words = {
        "kind": letter.kind.value,
        "on": letter.held_on.isoformat(),
        "event": event.title.as_dict(),
        "texts": dict(letter.texts),
        "language": letter.language.value if letter.language else "",
    }
    yield Notice(
        account_id=account_id,
        template="letter",
        data={**about, **words, "photos": len(letter.photos)},
        priority=Priority.BULK,
        not_after=until,
        dedup_key=f"{key}:{account_id}",
    )
    for photo in letter.photos:
        yield Notice(
            account_id=account_id,
            template="letter-photo",
            data={"photo": photo.id, "file": photo.file_id, **about},
            priority=Priority.BULK,
            not_after=until,
            dedup_key=f"{key}:{photo.id}:{account_id}",
        )


def _end(tx: Transaction, letter: Letter, now: datetime) -> None:
    """End what nobody confirmed in time; whoever wrote it is told if it was handed on."""
    for photo in letter.photos:
        letters.drop_photo(tx, photo.id)
    ended = letters.update(tx, replace(letter, state=State.EXPIRED), now)
    squad = squads.find(tx, letter.squad_id)
    if letter.state is State.WAITING and letter.author_id is not None and squad is not None:
        tell(tx, [letter.author_id], ended, squad, "letter-expired", now)
