"""Every column that can hold somebody's words is emptied by an erasure or by age, or stands here with the reason."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from tests.architecture.tree import ROOT

NAMED: Final = re.compile(r"-- name: (\w+)[!$]?\n(.*?)(?=\n-- name:|\Z)", re.DOTALL)
EMPTYING: Final = ("forget", "blank", "drop", "empty")
"""How the names of queries begin that take words away."""
CONTENT: Final = [
    "choice_moves",
    "consent_texts",
    "events",
    "faq_entries",
    "form_drafts",
    "form_versions",
    "lotteries",
    "lottery_plans",
    "org_units",
    "pictures",
    "programmes",
    "pulses",
    "quotas",
    "reminder_runs",
    "session_changes",
    "sessions",
    "shares",
    "streams",
]
"""Tables of what a camp is, and of how the program stands: nobody's person is in them."""
KEPT: Final[Mapping[str, str]] = {
    "audit": "action subject data",
    "broadcasts": "texts photo album document links audience plan",
    "consent_resolutions": "level",
    "consent_seals": "text_sha256 giver decision level route language",
    "consent_signers": "relation",
    "consents": "text_sha256 giver level language",
    "erasures": "counts proof",
    "gate_lists": "gate",
    "gate_scans": "device nonce",
    "incident_tellings": "sealed",
    "incidents": "sealed before_hash hash",
    "merges": "ended_status links",
    "outbox": "template more_ids sent_ids dedup_key",
    "polls": "options zone final",
    "registrations": "consent_decision",
    "settled_doubts": "doubt",
    "squads": "name",
    "tickets": "code token_hash",
    "unit_links": "noise token_hash",
    "vouches": "what",
}
"""Ids, hashes, closed words, what opens no more, evidence of consents, what organizers publish: they stay."""


def queries() -> Iterator[tuple[str, str]]:
    """Yield each query that takes words away: its name and what it says."""
    for path in sorted((ROOT / "storage").glob("*.sql")):
        for name, said in NAMED.findall(path.read_text(encoding="utf-8")):
            if name.startswith(EMPTYING):
                yield f"{path.stem}.{name}", said


def is_run(name: str) -> bool:
    """Tell whether some storage module runs a query."""
    noun, verb = name.split(".")
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "storage").glob("*.py")]
    return any(f"{noun}.{verb}" in text or (f'"{verb}"' in text and f"{noun}.{{query}}" in text) for text in texts)


def words_that_stay(*without: str) -> set[tuple[str, str]]:
    """Return the (table, column) of texts that nothing empties; `without` are queries that are taken away."""
    emptied, columns = set(), set()
    for name, said in queries():
        if name in without or not is_run(name):
            continue
        if gone := re.search(r"DELETE FROM (\w+)", said):
            emptied.add(gone[1])
        if blanked := re.search(r"UPDATE (\w+) SET (.*?)\bWHERE", said, re.DOTALL):
            columns |= {(blanked[1], column) for column in re.findall(r"(\w+) = ", blanked[2])}
    return {one for one in free_texts() if one[0] not in emptied and one not in columns}


def free_texts() -> Iterator[tuple[str, str]]:
    """Yield the (table, column) of every text of the schema that is not one of a few words."""
    schema = "\n".join(path.read_text(encoding="utf-8") for path in sorted(_migrations()))
    connection = sqlite3.connect(":memory:")
    connection.executescript(schema)
    tables = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
    for table, made in tables:
        for column in connection.execute(f"PRAGMA table_info({table})").fetchall():
            if column[2] == "TEXT" and not re.search(rf"\b{column[1]} IN \(", made):
                yield table, column[1]
    connection.close()


def _migrations() -> Iterator[Path]:
    return (ROOT / "storage" / "migrations").glob("*.sql")


def test_every_text_goes_with_its_person_or_with_time_or_is_known_to_stay() -> None:
    known = {(table, column) for table, columns in KEPT.items() for column in columns.split()}
    found = {one for one in words_that_stay() if one[0] not in CONTENT}
    assert found - known == set(), "neither an erasure nor a purge empties it: say so, or let one of them do it"
    assert known - found == set(), "nothing stays there any more"


def test_a_forgotten_erasure_is_noticed() -> None:
    assert ("opinions", "words") not in words_that_stay()
    everything = {name for name, said in queries() if "opinions" in said}
    assert everything == {"opinions.forget", "opinions.blank"}
    assert ("opinions", "words") in words_that_stay(*everything)
    assert ("speakers", "known_as") in words_that_stay("erasing.drop_speaking", "speakers.drop")
