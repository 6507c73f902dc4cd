"""The log of incidents: chained entries whose words are sealed under keys of their own.

Always true:
- entries are only added: the schema refuses to change or delete one, and two can never follow the same one;
- an entry's words open only with its own key, which lies sealed by the vault; without the key the chain is whole.
"""

from __future__ import annotations

import base64
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.domain.errors import NotAvailableError, SealBrokenError
from bot.domain.incident import START, Chain, Incident, Kind, Telling
from bot.domain.language import Language
from storage.database import Transaction
from storage.engine import Row
from storage.values import from_json, instant, micros, to_json

KEPT: Final = timedelta(days=365)
"""How long after an event the words of its incidents can be opened."""
TELLING: Final = "telling"
"""Under which the data of a notice names the incident that guardians are told of."""
NONCE: Final = 12
PAGE: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What somebody is writing."""

    key_id: int
    event_id: int
    registration_id: int | None
    kind: Kind
    happened_at: datetime
    corrects: int | None
    sealed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An entry in the list; `name` is the child's."""

    incident: Incident
    name: str | None


def get(tx: Transaction, incident_id: int) -> Incident:
    """Return an entry."""
    row = tx.find("incidents.get", incident_id=incident_id)
    if row is None:
        raise NotAvailableError
    return _incident(row)


def list_of(tx: Transaction, event_id: int, *, author_id: int, most: int, skipped: int) -> tuple[Listed, ...]:
    """Return entries of an event, the newest first; only one author's unless `author_id` is 0."""
    where = {"whose_event": event_id, "author_id": author_id, "most": most, "skipped": skipped}
    rows = tx.list_("incidents.of_event", **where)
    return tuple(Listed(incident=_incident(row), name=row["full_name"]) for row in rows)


def list_untold(tx: Transaction, *, after: datetime, before: datetime) -> tuple[Listed, ...]:
    """Return the entries of a span of time of which guardians could be told and were not."""
    rows = tx.list_("incidents.untold", after=micros(after), before=micros(before))
    return tuple(Listed(incident=_incident(row), name=row["full_name"]) for row in rows)


def find_correction(tx: Transaction, incident_id: int) -> int | None:
    """Return the number of the newest entry that corrects one."""
    number: int | None = tx.one("incidents.corrected_by", incident_id=incident_id)["number"]
    return number


def save_draft(tx: Transaction, account_id: int, participant_id: int | None, draft: Draft, words: str) -> None:
    """Keep what somebody is writing, in place of what they were writing before."""
    drop_draft(tx, account_id)
    key_id = _add_key(tx, draft.event_id, participant_id, draft.happened_at)
    tx.run(
        "incidents.save_draft",
        account_id=account_id,
        key_id=key_id,
        event_id=draft.event_id,
        registration_id=draft.registration_id,
        kind=draft.kind.value,
        happened_at=micros(draft.happened_at),
        corrects=draft.corrects,
        sealed=_sealed(tx, key_id, words),
    )


def find_draft(tx: Transaction, account_id: int) -> Draft | None:
    """Return what somebody is writing."""
    row = tx.find("incidents.draft", account_id=account_id)
    if row is None:
        return None
    return Draft(
        key_id=row["key_id"],
        event_id=row["event_id"],
        registration_id=row["registration_id"],
        kind=Kind(row["kind"]),
        happened_at=instant(row["happened_at"]),
        corrects=row["corrects"],
        sealed=row["sealed"],
    )


def drop_draft(tx: Transaction, account_id: int) -> None:
    """Throw away what somebody is writing."""
    draft = find_draft(tx, account_id)
    if draft is not None:
        tx.run("incidents.drop_draft", account_id=account_id)
        tx.run("incidents.drop_key", key_id=draft.key_id)


def add(tx: Transaction, account_id: int, draft: Draft, now: datetime) -> Incident:
    """Write a draft down as the next entry of its event's log."""
    row = tx.find("incidents.newest", event_id=draft.event_id)
    last = None if row is None else _incident(row)
    entry = Incident(
        id=0,
        event_id=draft.event_id,
        number=1 if last is None else last.number + 1,
        key_id=draft.key_id,
        registration_id=draft.registration_id,
        kind=draft.kind,
        happened_at=draft.happened_at,
        corrects=draft.corrects,
        author_id=account_id,
        written_at=max(now, draft.happened_at),
        sealed=draft.sealed,
        before_hash=START if last is None else last.hash,
        hash="",
    )
    entry = replace(entry, hash=entry.digest())
    tx.run("incidents.drop_draft", account_id=account_id)
    return replace(entry, id=tx.one("incidents.add", **_columns(entry))["id"])


def check(tx: Transaction, event_id: int) -> Chain:
    """Look through the log of an event: every entry must be as the chain and the trail say it was written."""
    trail = {one["number"]: one["hash"] for one in _written(tx, event_id)}
    before, number = START, 0
    for entry in _log(tx, event_id):
        number += 1
        is_sound = entry.number == number and entry.before_hash == before and entry.hash == entry.digest()
        if not is_sound or trail.get(number) != entry.hash:
            return Chain(length=number, broken_at=number, fingerprint=before[:12])
        before = entry.hash
    broken_at = number + 1 if len(trail) > number else None
    return Chain(length=number, broken_at=broken_at, fingerprint=before[:12])


def find_telling(tx: Transaction, incident: Incident) -> Telling | None:
    """Return what guardians are told of an incident, as far as it can be opened."""
    row = tx.find("incidents.telling", incident_id=incident.id)
    if row is None:
        return None
    said = from_json(read_words(tx, incident.key_id, row["sealed"]) or "{}")
    return Telling(
        incident_id=incident.id,
        texts={Language(code): text for code, text in said.items()},
        told_at=None if row["told_at"] is None else instant(row["told_at"]),
        recipients=row["recipients"],
    )


def save_telling(tx: Transaction, incident: Incident, texts: Mapping[Language, str], account_id: int) -> None:
    """Keep what guardians will be told; no words mean that they are asked to call."""
    sealed = _sealed(tx, incident.key_id, to_json({language.value: text for language, text in texts.items()}))
    tx.run("incidents.save_telling", incident_id=incident.id, sealed=sealed, account_id=account_id)


def mark_told(tx: Transaction, incident_id: int, recipients: int, now: datetime) -> bool:
    """Remember that guardians were told; False when they were before."""
    return tx.run("incidents.mark_told", incident_id=incident_id, recipients=recipients, now=micros(now)) == 1


def opened(tx: Transaction, data: dict[str, Any]) -> dict[str, Any]:
    """Return the data of a notice as it is sent: what guardians are told lies sealed, and is read here."""
    if TELLING not in data:
        return data
    telling = find_telling(tx, get(tx, data[TELLING]))
    return {**data, "texts": {} if telling is None else {one.value: text for one, text in telling.texts.items()}}


def forget(tx: Transaction, participant_id: int) -> int:
    """Destroy the keys of everything written about a participant; return how many there were."""
    tx.run("incidents.drop_drafts_about", participant_id=participant_id)
    return tx.run("incidents.forget", participant_id=participant_id)


def drop_old(tx: Transaction, now: datetime, most: int) -> int:
    """Destroy the keys of incidents at events that ended long ago; return how many."""
    rows = tx.list_("incidents.old", before_on=_long_ago(now), most=most)
    for row in rows:
        tx.run("incidents.drop_draft_of_key", key_id=row["id"])
        tx.run("incidents.drop_key", key_id=row["id"])
    return len(rows)


def count_old(tx: Transaction, now: datetime) -> int:
    """Return how many incidents can be opened longer than they should."""
    number: int = tx.one("incidents.count_old", before_on=_long_ago(now))["number"]
    return number


def _long_ago(now: datetime) -> str:
    return (now - KEPT).date().isoformat()


def _log(tx: Transaction, event_id: int) -> Iterator[Incident]:
    number = 0
    while rows := tx.list_("incidents.after", event_id=event_id, number=number, most=PAGE):
        yield from (_incident(row) for row in rows)
        number = rows[-1]["number"]


def _written(tx: Transaction, event_id: int) -> Iterator[Mapping[str, Any]]:
    yield from (from_json(row["data"]) for row in tx.list_("incidents.written", event_id=event_id))


def _add_key(tx: Transaction, event_id: int, participant_id: int | None, now: datetime) -> int:
    key_id: int = tx.one("incidents.add_key", event_id=event_id, participant_id=participant_id, now=micros(now))["id"]
    secret = to_json(base64.b64encode(AESGCM.generate_key(256)).decode())
    tx.run("incidents.seal_key", key_id=key_id, sealed=tx.vault.seal(secret, "incident_keys", "sealed", key_id))
    return key_id


def _cipher(tx: Transaction, key_id: int) -> AESGCM | None:
    row = tx.find("incidents.key", key_id=key_id)
    if row is None:
        return None
    try:
        return AESGCM(base64.b64decode(from_json(tx.vault.unseal(row["sealed"], "incident_keys", "sealed", key_id))))
    except SealBrokenError:
        return None


def _sealed(tx: Transaction, key_id: int, text: str) -> str:
    cipher, nonce = _cipher(tx, key_id), os.urandom(NONCE)
    if cipher is None:
        raise NotAvailableError
    return base64.b64encode(nonce + cipher.encrypt(nonce, text.encode(), _bound(key_id))).decode()


def read_words(tx: Transaction, key_id: int, sealed: str) -> str | None:
    """Return what lies sealed under the key of an incident; None when the key is gone or does not open it."""
    cipher = _cipher(tx, key_id)
    if cipher is None:
        return None
    try:
        content = base64.b64decode(sealed)
        return cipher.decrypt(content[:NONCE], content[NONCE:], _bound(key_id)).decode()
    except (InvalidTag, ValueError):
        return None


def _bound(key_id: int) -> bytes:
    return f"incident\x1f{key_id}".encode()


def _columns(entry: Incident) -> dict[str, Any]:
    moments = {"happened_at": micros(entry.happened_at), "written_at": micros(entry.written_at)}
    return {**asdict(entry), **moments, "kind": entry.kind.value}


def _incident(row: Row) -> Incident:
    return Incident(
        id=row["id"],
        event_id=row["event_id"],
        number=row["number"],
        key_id=row["key_id"],
        registration_id=row["registration_id"],
        kind=Kind(row["kind"]),
        happened_at=instant(row["happened_at"]),
        corrects=row["corrects"],
        author_id=row["author_id"],
        written_at=instant(row["written_at"]),
        sealed=row["sealed"],
        before_hash=row["before_hash"],
        hash=row["hash"],
    )
