"""Letters and messages of leaders to the families of squads, their photos and who is on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.language import Language
from bot.domain.letter import Kind, Letter, Photo, Rule, State
from storage.database import Transaction
from storage.values import day, from_json, instant, micros, to_json

KEPT: Final = timedelta(days=30)
"""How long after an event what was written is kept."""
SLACK: Final = timedelta(days=1)
"""Wider than any offset of a zone."""


def find_rule(tx: Transaction, event_id: int) -> Rule | None:
    """Return at which hour an event's families get the letter; None when they get none."""
    row = tx.find("letters.rule", event_id=event_id)
    return None if row is None else _rule(row["sends_at"], row["lead_minutes"])


def list_rules(tx: Transaction, now: datetime) -> tuple[tuple[int, Rule], ...]:
    """Return (event, rule) of the events that go on around now."""
    days = {"first_on": (now - SLACK).date().isoformat(), "last_on": (now + SLACK).date().isoformat()}
    return tuple(
        (row["event_id"], _rule(row["sends_at"], row["lead_minutes"])) for row in tx.list_("letters.rules", **days)
    )


def save_rule(tx: Transaction, event_id: int, rule: Rule | None, account_id: int, now: datetime) -> None:
    """Let an event's families get the letter at another hour, or none."""
    if rule is None:
        tx.run("letters.drop_rule", event_id=event_id)
        return
    tx.run(
        "letters.save_rule",
        event_id=event_id,
        sends_at=f"{rule.sends_at:%H:%M}",
        lead_minutes=int(rule.lead.total_seconds() // 60),
        account_id=account_id,
        now=micros(now),
    )


def add(
    tx: Transaction,
    squad_id: int,
    kind: Kind,
    held_on: date,
    *,
    send_at: datetime,
    expires_at: datetime,
    now: datetime,
    author: tuple[int, Language] | None = None,
) -> int | None:
    """Make something to write and return its id; None when the squad has a letter about this day already."""
    author_id, language = author or (None, None)
    row = tx.find(
        "letters.add",
        squad_id=squad_id,
        kind=kind.value,
        held_on=held_on.isoformat(),
        author_id=author_id,
        language=language.value if language else None,
        send_at=micros(send_at),
        expires_at=micros(expires_at),
        now=micros(now),
    )
    return None if row is None else int(row["id"])


def get(tx: Transaction, letter_id: int) -> Letter:
    """Return a letter with its photos, locked until the transaction ends."""
    row = tx.find("letters.get", letter_id=letter_id)
    if row is None:
        raise NotAvailableError
    faces: dict[int, set[int]] = defaultdict(set)
    for face in tx.list_("letters.faces", letter_id=letter_id):
        faces[face["photo_id"]].add(face["registration_id"])
    photos = tuple(
        Photo(
            id=one["id"],
            file_id=one["file_id"],
            is_marked=bool(one["is_marked"]),
            faces=frozenset(faces[one["id"]]),
        )
        for one in tx.list_("letters.photos", letter_id=letter_id)
    )
    return Letter(
        id=row["id"],
        squad_id=row["squad_id"],
        kind=Kind(row["kind"]),
        held_on=day(row["held_on"]),
        author_id=row["author_id"],
        language=Language(row["language"]) if row["language"] else None,
        texts=from_json(row["texts"]),
        state=State(row["state"]),
        reason=row["reason"],
        confirmed_by=row["confirmed_by"],
        send_at=instant(row["send_at"]),
        expires_at=instant(row["expires_at"]),
        recipients=row["recipients"],
        revision=row["revision"],
        photos=photos,
    )


def update(tx: Transaction, letter: Letter, now: datetime) -> Letter:
    """Write down where a letter stands; StaleError when somebody was quicker. Photos are saved one by one."""
    done = tx.run(
        "letters.update",
        letter_id=letter.id,
        revision=letter.revision,
        author_id=letter.author_id,
        language=letter.language.value if letter.language else None,
        texts=to_json(dict(letter.texts)),
        state=letter.state.value,
        reason=letter.reason,
        confirmed_by=letter.confirmed_by,
        send_at=micros(letter.send_at),
        recipients=letter.recipients,
        now=micros(now),
    )
    if not done:
        raise StaleError
    return replace(letter, revision=letter.revision + 1)


def list_unfinished(tx: Transaction, squad_id: int) -> tuple[Letter, ...]:
    """Return what is not sent of a squad."""
    return tuple(get(tx, row["id"]) for row in tx.list_("letters.unfinished", squad_id=squad_id))


def list_waiting(tx: Transaction, event_id: int) -> tuple[Letter, ...]:
    """Return what waits for a second person in an event."""
    return tuple(get(tx, row["id"]) for row in tx.list_("letters.waiting", event_id=event_id))


def list_due(tx: Transaction, now: datetime) -> Iterator[Letter]:
    """Yield what is confirmed and is to go out by now."""
    for row in tx.list_("letters.due", now=micros(now)):
        yield get(tx, row["id"])


def list_leaving(tx: Transaction, now: datetime) -> Iterator[Letter]:
    """Yield what was sent within a day and whose photos are still owed to somebody."""
    for row in tx.list_("letters.leaving", since=micros(now - SLACK)):
        yield get(tx, row["id"])


def stop_to(tx: Transaction, account_id: int, now: datetime) -> None:
    """End what is owed to an account of any letter."""
    tx.run("letters.stop_to", account_id=account_id, now=micros(now))


def stop_photo(tx: Transaction, photo_id: int, now: datetime) -> None:
    """End what is owed of a photo, and forget it."""
    _silence(tx, "photo", photo_id, now)


def list_empty(tx: Transaction, now: datetime, near: timedelta) -> Iterator[Letter]:
    """Yield letters about a day of which nothing is written so shortly before their hour, asked for as long ago."""
    around = {"now": micros(now), "soon": micros(now + near), "asked_by": micros(now - near)}
    for row in tx.list_("letters.empty", **around):
        yield get(tx, row["id"])


def remind(tx: Transaction, letter_id: int, now: datetime) -> bool:
    """Remember that leaders were reminded of a letter; False when they were before."""
    return tx.run("letters.remind", letter_id=letter_id, now=micros(now)) == 1


def list_missed(tx: Transaction, now: datetime, *, since: datetime) -> dict[int, list[Letter]]:
    """Return, by event, the letters whose hour has passed with nothing confirmed and nobody told of it."""
    found: defaultdict[int, list[Letter]] = defaultdict(list)
    for row in tx.list_("letters.missed", now=micros(now), since=micros(since)):
        found[row["event_id"]].append(get(tx, row["id"]))
    return dict(found)


def miss(tx: Transaction, letter_id: int, now: datetime) -> bool:
    """Remember that organizers were told that a letter is late; False when they were before."""
    return tx.run("letters.miss", letter_id=letter_id, now=micros(now)) == 1


def list_past(tx: Transaction, now: datetime) -> Iterator[Letter]:
    """Yield what nobody confirmed in time."""
    for row in tx.list_("letters.past", now=micros(now)):
        yield get(tx, row["id"])


def add_photo(tx: Transaction, letter_id: int, file_id: str) -> int:
    """Add a photo of which nobody has said who is on it."""
    photo_id: int = tx.one("letters.add_photo", letter_id=letter_id, file_id=file_id)["id"]
    return photo_id


def mark(tx: Transaction, photo_id: int, *, is_marked: bool) -> None:
    """Remember whether somebody has said who is on a photo."""
    tx.run("letters.mark", photo_id=photo_id, is_marked=int(is_marked))


def set_face(tx: Transaction, photo_id: int, registration_id: int, *, is_there: bool) -> None:
    """Remember whether a child is on a photo."""
    name = "letters.add_face" if is_there else "letters.drop_face"
    tx.run(name, photo_id=photo_id, registration_id=registration_id)


def clear_faces(tx: Transaction, photo_id: int) -> None:
    """Remember that nobody is on a photo."""
    tx.run("letters.drop_faces", photo_id=photo_id)


def drop_photo(tx: Transaction, photo_id: int) -> None:
    """Take a photo out of its letter."""
    tx.run("letters.drop_faces", photo_id=photo_id)
    tx.run("letters.drop_photo", photo_id=photo_id)


def forget_faces(tx: Transaction, participant_id: int, now: datetime) -> None:
    """Erase every photo on which a participant is, and what is owed of it."""
    for row in tx.list_("letters.photos_of", participant_id=participant_id):
        _silence(tx, "photo", row["photo_id"], now)
        drop_photo(tx, row["photo_id"])


def forget_author(tx: Transaction, account_id: int, now: datetime) -> None:
    """Erase what an account wrote to families."""
    for row in tx.list_("letters.written_by", account_id=account_id):
        _drop(tx, row["id"], now)


def drop_old(tx: Transaction, now: datetime, most: int) -> int:
    """Delete what was written for events that ended long ago; return how many letters."""
    rows = tx.list_("letters.old", before_on=(now - KEPT).date().isoformat(), most=most)
    for row in rows:
        _drop(tx, row["id"], now)
    return len(rows)


def count_old(tx: Transaction, now: datetime) -> int:
    """Return how many letters are still there past their time."""
    number: int = tx.one("letters.count_old", before_on=(now - KEPT).date().isoformat())["number"]
    return number


def _drop(tx: Transaction, letter_id: int, now: datetime) -> None:
    _silence(tx, "letter", letter_id, now)
    for photo in get(tx, letter_id).photos:
        drop_photo(tx, photo.id)
    tx.run("letters.drop", letter_id=letter_id)


def _silence(tx: Transaction, name: str, id_: int, now: datetime) -> None:
    """Stop and blank messages about a letter or a photo: their JSON names it in one of two ways."""
    where = {"about": f'%"{name}":{id_},%', "about_last": f'%"{name}":{id_}}}%'}
    tx.run("letters.stop_notices", now=micros(now), **where)
    tx.run("letters.blank_notices", **where)


def _rule(sends_at: str, minutes: int) -> Rule:
    return Rule(sends_at=time.fromisoformat(sends_at), lead=timedelta(minutes=minutes))
