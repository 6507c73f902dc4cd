"""Files as answers: how many one may send, keeping them, reading them again, removing what nobody's answer names.

Always true: a file is handed out only by way of an answer that its reader may read; health files to medics only.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

from bot.actions.rereading import of_family, submitted
from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError
from bot.domain.form import Form, Json, Kind, Question, Upload
from storage import uploads
from storage.database import Transaction

MOST_FILES: Final = 30
MOST_BYTES: Final = 100 * 1024 * 1024
"""What one account may have lying there."""


def write(folder: Path, content: bytes) -> Upload:
    """Seal content into a file; takes a while and touches no database."""
    return uploads.write(folder, content)


def open_file(folder: Path, value: Json) -> bytes:
    """Return the content of the file an answer names; takes a while and touches no database."""
    return uploads.read(folder, value)


def has_room(tx: Transaction, *, actor: Actor, now: datetime) -> bool:
    """Tell whether this person may send another file."""
    del now
    number, size = uploads.load_of(tx, actor.account_id)
    return number < MOST_FILES and size < MOST_BYTES


def read_of_family(
    tx: Transaction, *, actor: Actor, now: datetime, registration_id: int, question: str
) -> tuple[Question, Json]:
    """Return the question and the answer that names a file, to whoever made the registration or to a guardian."""
    del now
    registration, _ = of_family(tx, actor, registration_id)
    _, form, answers = submitted(tx, registration)
    return _asked(form, question), _file_of(answers, question)


def tick(tx: Transaction, *, now: datetime, folder: Path) -> int:
    """Remove files that no answer names any more; nobody is told."""
    uploads.sweep(tx, folder, now)
    return 0


def _asked(form: Form, code: str) -> Question:
    for question in form.questions:
        if question.code == code and question.kind is Kind.FILE:
            return question
    raise NotAvailableError


def _file_of(answers: Mapping[str, Json], question: str) -> Json:
    value = answers.get(question)
    if not isinstance(value, Mapping):
        raise NotAvailableError
    return value
