"""Small programmes and people for tests that need a database but no Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.actions import accounts, drafting, loading, registering
from bot.domain.access import Actor
from bot.domain.form import PressGiven, TextGiven
from bot.domain.language import Language
from bot.domain.registration import Registration
from storage.database import Database, Transaction
from storage.migrating import migrate
from tests import databases

NOW = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)


def said(text: str) -> dict[str, str]:
    """Return a text that is the same in every language."""
    return {"kk": text, "ru": text, "en": text}


def programme(
    *, capacity: int = 10, audience: str = "adults", mode: str = "first_come", quotas: Mapping[str, int] | None = None
) -> dict[str, Any]:
    """Return the content of a small programme: one event, one stream, two regions, a short form."""
    questions: list[dict[str, Any]] = [{"code": "full_name", "kind": "name", "title": said("Name?")}]
    if quotas:
        questions.append({"code": "region", "kind": "unit", "title": said("Region?"), "levels": ["region"]})
    consents = [
        {"purpose": purpose, "required": True, "version": 1, "title": said(purpose), "text": said("I agree.")}
        for purpose in ("participation", "personal_data")
    ]
    return {
        "programme": {"code": "small", "title": said("Small"), "summary": said("Small"), "operator": {}},
        "units": [{"code": code, "kind": "region", "title": said(code)} for code in ("north", "south")],
        "events": [
            {
                "code": "small-2027",
                "season": "2027",
                "title": said("Small camp"),
                "summary": said("A small camp"),
                "place": said("Here"),
                "timezone": "Asia/Almaty",
                "card": {"colour": "#0f766e", "accent": "#fbbf24", "symbol": "star"},
                "audience": audience,
                "registration": {"opens_on": "2027-01-01", "closes_on": "2027-06-01", "mode": mode},
                "streams": [
                    {
                        "code": "one",
                        "title": said("One"),
                        "starts_on": "2027-07-06",
                        "ends_on": "2027-07-16",
                        "capacity": capacity,
                        "quotas": [{"unit": unit, "capacity": places} for unit, places in (quotas or {}).items()],
                    }
                ],
                "form": {"sections": [{"code": "all", "title": said("All"), "questions": questions}]},
                "consents": consents if audience == "minors" else [],
                "sessions": [],
                "reminders": [],
            }
        ],
    }


@asynccontextmanager
async def open_database(folder: Path, content: Mapping[str, Any]) -> AsyncIterator[Database]:
    """Open a fresh database with one programme in it."""
    where = databases.fresh(folder)
    migrate(where)
    database = Database(where, key_file=folder / "keys" / "data.key")
    database.open()
    try:
        await database.write(lambda tx: loading.load(tx, content=content, now=NOW))
        yield database
    finally:
        await database.close()


def meet(tx: Transaction, telegram_id: int, *, name: str = "", is_owner: bool = False) -> Actor:
    """Return somebody who has just written for the first time."""
    return accounts.meet(
        tx,
        telegram_id=telegram_id,
        display_name=name or f"Person {telegram_id}",
        offered=Language.EN,
        now=NOW,
        is_owner=is_owner,
    )


def fill_in(
    tx: Transaction, actor: Actor, event_id: int = 1, *, name: str = "", answers: Sequence[str] = ()
) -> drafting.Page:
    """Answer the whole form: a name, then the given presses."""
    page = drafting.begin(tx, actor=actor, now=NOW, event_id=event_id)
    named = TextGiven(name or f"Person Number{'abcdefghij'[actor.telegram_id % 10]}")
    page = drafting.answer(tx, actor=actor, now=NOW, draft_id=page.draft.id, revision=None, given=named)
    for payload in answers:
        given = PressGiven(payload)
        page = drafting.answer(tx, actor=actor, now=NOW, draft_id=page.draft.id, revision=None, given=given)
    assert page.question is None, page.question
    return page


def submit(tx: Transaction, actor: Actor, page: drafting.Page) -> Registration:
    """Submit a filled-in draft."""
    draft = page.draft
    done = registering.submit(
        tx, actor=actor, now=NOW, draft_id=draft.id, revision=draft.revision, token_hash=f"hash-{draft.id}"
    )
    return done.registration


def register(tx: Transaction, telegram_id: int, *, answers: Sequence[str] = ()) -> Registration:
    """Let somebody new register."""
    actor = meet(tx, telegram_id)
    return submit(tx, actor, fill_in(tx, actor, answers=answers))
