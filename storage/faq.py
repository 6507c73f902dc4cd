"""Answers to what is asked often: from programme files, and as organizers changed them in the chat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.domain.errors import NotAvailableError
from bot.domain.language import Localized
from bot.domain.thread import Entry, Kept
from storage.database import Transaction
from storage.engine import Row
from storage.values import from_json, to_json


def load(tx: Transaction, programme_id: int, entries: Sequence[Mapping[str, Any]]) -> None:
    """Take what a programme file says; an entry it does not name any more is hidden."""
    for entry in entries:
        said = {"question": entry["question"], "answer": entry["answer"], "tags": list(entry.get("tags") or ())}
        tx.run(
            "faq.file",
            programme_id=programme_id,
            code=entry["code"],
            question=to_json(said["question"]),
            answer=to_json(said["answer"]),
            tags=" ".join(said["tags"]),
            filed=to_json(said),
        )
    named = {entry["code"] for entry in entries}
    for row in tx.list_("faq.filed", programme_id=programme_id):
        if row["code"] not in named:
            tx.run("faq.hide", entry_id=row["id"])


def list_(tx: Transaction, programme_id: int) -> tuple[Kept, ...]:
    """Return every entry of a programme, the most helpful first."""
    return tuple(_kept(row) for row in tx.list_("faq.list_", programme_id=programme_id))


def list_shown(tx: Transaction, programme_id: int) -> tuple[Entry, ...]:
    """Return the entries that families find, the most helpful first."""
    return tuple(
        Entry(id=one.id, question=Localized.of(one.question), answer=Localized.of(one.answer), tags=one.tags)
        for one in list_(tx, programme_id)
        if one.is_shown
    )


def get(tx: Transaction, entry_id: int) -> Kept:
    """Return one entry, locked until the transaction ends."""
    row = tx.find("faq.get", entry_id=entry_id)
    if row is None:
        raise NotAvailableError
    return _kept(row)


def count_help(tx: Transaction, entry_id: int) -> None:
    """Remember that an entry answered a question."""
    tx.run("faq.helped", entry_id=entry_id)


def add(tx: Transaction, programme_id: int) -> int:
    """Make an empty entry and return its id."""
    entry_id: int = tx.one("faq.add", programme_id=programme_id)["id"]
    return entry_id


def update(tx: Transaction, kept: Kept) -> Kept:
    """Write down what an entry says now."""
    tx.run(
        "faq.update",
        entry_id=kept.id,
        question=to_json(dict(kept.question)),
        answer=to_json(dict(kept.answer)),
        is_hidden=int(kept.is_hidden),
    )
    return replace(kept, revision=kept.revision + 1)


def _kept(row: Row) -> Kept:
    return Kept(
        id=row["id"],
        programme_id=row["programme_id"],
        question=from_json(row["question"]),
        answer=from_json(row["answer"]),
        tags=row["tags"],
        is_hidden=bool(row["is_hidden"]),
        helped=row["helped"],
        revision=row["revision"],
    )
