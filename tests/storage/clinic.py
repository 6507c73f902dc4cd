"""A small camp that asks about identity and health, and the strings that must stay out of sight."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from bot.actions import drafting
from bot.domain.form import TextGiven
from bot.domain.registration import Registration
from storage.database import Database, Transaction
from tests.seed import NOW, meet, programme, said, submit

IIN: Final = "080523551234"
HEALTH: Final = "zealous peanut allergy"
PHONE: Final = "+77015554433"
NAME: Final = "Zulfiya Canaryova"
SECRETS: Final = (IIN, HEALTH)


def clinic(*, audience: str = "adults", capacity: int = 10_000) -> dict[str, Any]:
    """Return the content of a camp from 6 to 16 July 2027 with an identity and a health question."""
    content = programme(audience=audience, capacity=capacity)
    questions = content["events"][0]["form"]["sections"][0]["questions"]
    questions[0] |= {"keep_days": 200, "sensitivity": "personal"}
    questions += [
        {"code": "phone", "kind": "phone", "title": said("Phone?"), "sensitivity": "personal", "keep_days": 100},
        {"code": "iin", "kind": "text", "title": said("IIN?"), "sensitivity": "identity", "keep_days": 30},
        {"code": "health", "kind": "text", "title": said("Health?"), "sensitivity": "health", "keep_days": 10},
    ]
    return content


def enter(tx: Transaction, telegram_id: int, *, now: datetime = NOW, event_id: int = 1, **given: str) -> drafting.Page:
    """Answer the whole form, with the canaries unless told otherwise."""
    answers: Mapping[str, str] = {"full_name": NAME, "phone": PHONE, "iin": IIN, "health": HEALTH, **given}
    actor = meet(tx, telegram_id)
    page = drafting.begin(tx, actor=actor, now=now, event_id=event_id)
    while page.question is not None:
        text = TextGiven(answers[page.question.code])
        page = drafting.answer(tx, actor=actor, now=now, draft_id=page.draft.id, revision=None, given=text)
        assert page.problem is None, page.problem
    return page


def attend(tx: Transaction, telegram_id: int, *, iin: str = IIN) -> Registration:
    """Answer the whole form and register."""
    page = enter(tx, telegram_id, iin=iin)
    return submit(tx, meet(tx, telegram_id), page)


def found_in(path: Path, words: tuple[str, ...] = SECRETS) -> list[str]:
    """Return which of the words stand in a file of the database, its log or a copy."""
    files = [one for one in path.parent.glob(f"{path.name}*") if one.is_file()]
    content = b"".join(one.read_bytes() for one in files)
    assert b"SQLite format 3" in content
    return [word for word in words if word.encode() in content]


async def ask(database: Database, sql: str) -> list[tuple[Any, ...]]:
    """Return what a query finds."""
    return await database.read(lambda tx: [tuple(row) for row in tx.connection.execute(sql).fetchall()])
