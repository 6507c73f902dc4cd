"""A small land for tests: one region with two districts and three schools, and a free school elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.actions import drafting, registering
from bot.domain.form import PressGiven, TextGiven
from bot.domain.registration import Registration
from storage.database import Transaction
from tests.seed import NOW, meet, programme, said

SCHOOLS = ("one", "two", "three")


def land(
    *, capacity: int = 20, audience: str = "adults", quotas: Mapping[str, int] | None = None, **more: Any
) -> dict[str, Any]:
    """Return a camp for the north: districts east (schools one, two) and west (three); the south has school four."""
    content = programme(capacity=capacity, audience=audience)
    stream = content["events"][0]["streams"][0]
    stream["quotas"] = [{"unit": unit, "capacity": places} for unit, places in (quotas or {}).items()]
    stream |= more
    question = {"code": "school", "kind": "unit", "title": said("School?"), "levels": ["region", "district", "school"]}
    content["events"][0]["form"]["sections"][0]["questions"].append(question)
    content["units"] = [
        unit(
            "north",
            "region",
            unit("east", "district", unit("one"), unit("two")),
            unit("west", "district", unit("three")),
        ),
        unit("south", "region", unit("far", "district", unit("four"))),
    ]
    return content


def unit(code: str, kind: str = "school", *inside: Mapping[str, Any]) -> dict[str, Any]:
    """Return one unit with those inside it."""
    return {"code": code, "kind": kind, "title": said(code.title()), "units": list(inside)}


def unit_id(tx: Transaction, code: str) -> int:
    """Return the id of a unit."""
    row = tx.connection.execute("SELECT id FROM org_units WHERE code = ?", (code,)).fetchone()
    return int(row["id"])


def join(tx: Transaction, telegram_id: int, school: str) -> Registration:
    """Let somebody new register from a school."""
    actor = meet(tx, telegram_id)
    page = drafting.begin(tx, actor=actor, now=NOW, event_id=1)
    named = TextGiven(f"Person Number{'abcdefghij'[telegram_id % 10]}{'abcdefghij'[telegram_id // 10 % 10]}")
    page = drafting.answer(tx, actor=actor, now=NOW, draft_id=page.draft.id, revision=None, given=named)
    for step in ways(tx, school):
        if page.question is None:
            break
        given = PressGiven(step)
        page = drafting.answer(
            tx, actor=meet(tx, telegram_id), now=NOW, draft_id=page.draft.id, revision=None, given=given
        )
    assert page.question is None
    draft = page.draft
    return registering.submit(
        tx, actor=actor, now=NOW, draft_id=draft.id, revision=draft.revision, token_hash=f"hash-{draft.id}"
    ).registration


def ways(tx: Transaction, school: str) -> tuple[str, ...]:
    """Return the presses that lead to a school."""
    return (f"u{unit_id(tx, school)}",)
