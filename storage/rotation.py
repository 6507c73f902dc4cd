"""Changing the key that everything sealed is sealed with, batch by batch, also while the bot runs.

Always true: whenever the work is cut off, every row opens with a key of the file, and the next run goes on; a key
leaves the file only inside a transaction that has seen that no row needs it, and then it is in no other file there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.domain.errors import SealBrokenError
from storage.database import Database, Transaction
from storage.vault import Key, key_of, read_keys, sweep, write_keys

BATCH: Final = 200
"""Rows sealed anew in one transaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotated:
    """What a rotation did; broken rows stay as they are, and so does the key they name."""

    resealed: int
    broken: int
    keys_left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """One batch: how many rows were seen and broken, and the last of them."""

    seen: int
    broken: int
    last_answer: tuple[int, str]
    last_raw: int
    last_amendment: int
    last_said: int
    last_collector: int
    last_bar: int
    last_incident: int


async def rotate(database: Database) -> Rotated:
    """Seal everything with a new key, or finish a rotation that was cut off, and let go of the keys before it."""
    await database.write(_begin)
    resealed, broken = 0, 0
    place: tuple[tuple[int, str], int, int, int, int, int, int] = (-1, ""), -1, -1, -1, -1, -1, -1
    while True:
        step = await database.write(lambda tx, place=place: _batch(tx, *place))  # type: ignore[misc]
        if not step.seen:
            break
        resealed, broken = resealed + step.seen - step.broken, broken + step.broken
        people = step.last_collector, step.last_bar, step.last_incident
        place = step.last_answer, step.last_raw, step.last_amendment, step.last_said, *people
    return Rotated(resealed=resealed, broken=broken, keys_left=await database.write(_retire))


def _begin(tx: Transaction) -> None:
    """Add a key, unless there are several: then an earlier rotation has not come to its end."""
    keys = read_keys(tx.vault.key_file)
    if len(keys) == 1:
        write_keys(tx.vault.key_file, [*keys, Key.new()])


def _batch(
    tx: Transaction,
    answer: tuple[int, str],
    raw: int,
    amendment: int,
    said: int,
    collector: int,
    bar: int,
    incident: int,
) -> _Step:
    newest = f"~{tx.vault.newest()}"
    after = {"draft_id": answer[0], "question": answer[1]}
    answers = tx.list_("vault.list_answers", newest=newest, limit=BATCH, **after)
    raws = tx.list_("vault.list_raws", newest=newest, limit=BATCH, update_id=raw)
    amended = tx.list_("vault.list_amendments", newest=newest, limit=BATCH, amendment_id=amendment)
    messages = tx.list_("vault.list_said", newest=newest, limit=BATCH, message_id=said)
    people = tx.list_("vault.list_collectors", newest=newest, limit=BATCH, after=collector)
    barred = tx.list_("vault.list_bars", newest=newest, limit=BATCH, after=bar)
    keys = tx.list_("vault.list_incident_keys", newest=newest, limit=BATCH, key_id=incident)
    broken = sum(not _reseal_answer(tx, row["draft_id"], row["question"], row["value"]) for row in answers)
    broken += sum(not _reseal_raw(tx, row["update_id"], row["raw"]) for row in raws)
    broken += sum(not _reseal_amendment(tx, row["id"], row["was"], row["becomes"]) for row in amended)
    broken += sum(not _reseal_said(tx, row["id"], row["said"]) for row in messages)
    broken += sum(not _reseal_person(tx, "collectors", row["id"], row["said"]) for row in people)
    broken += sum(not _reseal_person(tx, "bars", row["id"], row["said"]) for row in barred)
    broken += sum(not _reseal_incident_key(tx, row["id"], row["sealed"]) for row in keys)
    return _Step(
        seen=len(answers) + len(raws) + len(amended) + len(messages) + len(people) + len(barred) + len(keys),
        broken=broken,
        last_answer=(answers[-1]["draft_id"], answers[-1]["question"]) if answers else answer,
        last_raw=raws[-1]["update_id"] if raws else raw,
        last_amendment=amended[-1]["id"] if amended else amendment,
        last_said=messages[-1]["id"] if messages else said,
        last_collector=people[-1]["id"] if people else collector,
        last_bar=barred[-1]["id"] if barred else bar,
        last_incident=keys[-1]["id"] if keys else incident,
    )


def _reseal_answer(tx: Transaction, draft_id: int, question: str, value: str) -> bool:
    sealed = _resealed(tx, value, "answers", "value", draft_id, question)
    if sealed is not None:
        tx.run("vault.reseal_answer", draft_id=draft_id, question=question, value=sealed)
    return sealed is not None


def _reseal_raw(tx: Transaction, update_id: int, raw: str) -> bool:
    sealed = _resealed(tx, raw, "inbox", "raw", update_id)
    if sealed is not None:
        tx.run("vault.reseal_raw", update_id=update_id, raw=sealed)
    return sealed is not None


def _reseal_said(tx: Transaction, message_id: int, said: str) -> bool:
    sealed = _resealed(tx, said, "thread_messages", "said", message_id)
    if sealed is not None:
        tx.run("vault.reseal_said", message_id=message_id, said=sealed)
    return sealed is not None


def _reseal_person(tx: Transaction, table: str, person_id: int, said: str) -> bool:
    sealed = _resealed(tx, said, table, "said", person_id)
    if sealed is None:
        return False
    if table == "bars":
        tx.run("collectors.seal_bar", bar_id=person_id, said=sealed)
    else:
        tx.run("collectors.seal", collector_id=person_id, said=sealed)
    return True


def _reseal_incident_key(tx: Transaction, key_id: int, text: str) -> bool:
    sealed = _resealed(tx, text, "incident_keys", "sealed", key_id)
    if sealed is not None:
        tx.run("vault.reseal_incident_key", key_id=key_id, sealed=sealed)
    return sealed is not None


def _reseal_amendment(tx: Transaction, amendment_id: int, was: str | None, becomes: str | None) -> bool:
    sealed = [
        text and _resealed(tx, text, "amendments", column, amendment_id)
        for column, text in (("was", was), ("becomes", becomes))
    ]
    is_whole = all(after is not None or before is None for before, after in zip((was, becomes), sealed, strict=True))
    if is_whole:
        tx.run("vault.reseal_amendment", amendment_id=amendment_id, was=sealed[0], becomes=sealed[1])
    return is_whole


def _resealed(tx: Transaction, text: str, *place: str | int) -> str | None:
    """Return the text under the newest key, None when it does not open."""
    try:
        return tx.vault.seal(tx.vault.unseal(text, *place), *place)
    except SealBrokenError:
        return None


def _retire(tx: Transaction) -> int:
    """Let go of the keys that no row needs and return how many are left; whoever seals next looks at the file first."""
    used = {key_of(row["head"]) for row in tx.list_("vault.used_keys")}
    keys = read_keys(tx.vault.key_file)
    kept = [key for key in keys if key.id in used or key == keys[-1]]
    if len(kept) < len(keys):
        write_keys(tx.vault.key_file, kept)
    sweep(tx.vault.key_file)  # nobody else writes keys inside a write transaction
    return len(kept)
