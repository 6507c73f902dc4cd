"""Files that people sent as answers: sealed, under a random name, in a folder of their own that nothing serves.

Always true: a file is readable only with the key that lies in the answer naming it, so whatever deletes the answer
makes the file unreadable; the bytes of a file without an answer are removed by the sweep.
"""

from __future__ import annotations

import base64
import os
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.domain.errors import NotAvailableError
from bot.domain.form import FileGiven, Given, Json, Question, Upload
from storage import amendments, drafts
from storage.database import Transaction
from storage.values import micros

NONCE: Final = 12
SETTLING: Final = timedelta(hours=1)
"""How long a file may lie there before its answer is saved."""
BATCH: Final = 200


def write(folder: Path, content: bytes) -> Upload:
    """Seal content into a new file, readable by this program's account only, and return what opens it."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    name, key, nonce = secrets.token_hex(16), secrets.token_bytes(32), os.urandom(NONCE)
    sealed = nonce + AESGCM(key).encrypt(nonce, content, name.encode())
    handle = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(sealed)
    return Upload(name=name, key=base64.b64encode(key).decode(), size=len(sealed))


def read(folder: Path, value: Json) -> bytes:
    """Return the content of the file an answer names; NotAvailableError when it is gone or is not that file."""
    name, key = (value.get("upload"), value.get("key")) if isinstance(value, Mapping) else (None, None)
    if not isinstance(name, str) or not isinstance(key, str) or not name.isalnum():
        raise NotAvailableError
    try:
        sealed = (folder / name).read_bytes()
        return AESGCM(base64.b64decode(key)).decrypt(sealed[:NONCE], sealed[NONCE:], name.encode())
    except (OSError, ValueError, InvalidTag) as error:
        raise NotAvailableError from error


def remember(
    tx: Transaction, given: Given, *, account_id: int, draft_id: int, question: Question, now: datetime
) -> None:
    """Remember whose file an answer is, if it is one that was kept."""
    if not isinstance(given, FileGiven) or given.upload is None:
        return
    tx.run(
        "uploads.add",
        file=given.upload.name,
        account_id=account_id,
        draft_id=draft_id,
        question=question.code,
        size=given.upload.size,
        now=micros(now),
    )


def load_of(tx: Transaction, account_id: int) -> tuple[int, int]:
    """Return how many files of an account are kept, and how many bytes they take."""
    row = tx.one("uploads.load", account_id=account_id)
    return row["number"], row["bytes"]


def sweep(tx: Transaction, folder: Path, now: datetime) -> int:
    """Remove the files that no answer names any more, and those nobody knows; return how many."""
    return _sweep_known(tx, folder, now) + _sweep_strays(tx, folder, now)


def _sweep_known(tx: Transaction, folder: Path, now: datetime) -> int:
    removed, after = 0, ""
    while rows := tx.list_("uploads.kept_before", before=micros(now - SETTLING), after=after, limit=BATCH):
        after = rows[-1]["name"]
        for row in rows:
            if row["name"] not in _named(tx, row["draft_id"], row["question"]):
                (folder / row["name"]).unlink(missing_ok=True)
                removed += tx.run("uploads.drop", file=row["name"])
    return removed


def _sweep_strays(tx: Transaction, folder: Path, now: datetime) -> int:
    """Remove files that were written and never became an answer, after a crash for instance."""
    removed = 0
    latest = (now - SETTLING).timestamp()
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.stat().st_mtime < latest and tx.find("uploads.known", file=path.name) is None:
            path.unlink(missing_ok=True)
            removed += 1
    return removed


def _named(tx: Transaction, draft_id: int, question: str) -> set[str]:
    """Return the files that the answer to a question names, was before a change, or is about to become."""
    values = [drafts.find_answer(tx, draft_id, question)]
    for row in tx.list_("uploads.earlier", draft_id=draft_id, question=question):
        one = amendments.of_row(tx, row)
        values += [one.was, one.becomes]
    return {str(value["upload"]) for value in values if isinstance(value, Mapping) and "upload" in value}
