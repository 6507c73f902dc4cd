"""Forms being changed and published.

Always true: a published version never changes; an event has one open form draft at most; a change is saved only over
the revision it was made on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from bot.domain.draft import Draft
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.form import Form
from bot.domain.form_edits import Content, questions
from bot.domain.registration import Registration
from storage import drafts, registrations
from storage.database import Transaction
from storage.engine import Row
from storage.values import from_json, instant, micros, to_json

ASIDE: Final = "@"
"""Stands in the name of an answer that fits its question no more; no question's code has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A published form; nobody's account when a file said it."""

    id: int
    number: int
    content: Content
    published_at: datetime
    published_by: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormDraft:
    """A form being changed; `before` is what the last change can be undone to."""

    id: int
    event_id: int
    based_on: int
    content: Content
    before: Content | None
    revision: int
    state: str
    changed_by: int


def newest(tx: Transaction, event_id: int) -> Version | None:
    """Return the newest published form of an event, None when it has none yet."""
    row = tx.find("forms.newest", event_id=event_id)
    return None if row is None else _version(row)


def get_version(tx: Transaction, form_version_id: int) -> Version:
    """Return one published form."""
    return _version(tx.one("forms.version", form_version_id=form_version_id))


def newest_from_file(tx: Transaction, event_id: int) -> Content | None:
    """Return what the event's file said last."""
    row = tx.find("forms.newest_from_file", event_id=event_id)
    return None if row is None else dict(from_json(row["content"]))


def codes_ever_used(tx: Transaction, event_id: int) -> frozenset[str]:
    """Return the codes of all questions and options that a form of the event ever had: they are not given again."""
    found: set[str] = set()
    for row in tx.list_("forms.contents", event_id=event_id):
        for question in questions(from_json(row["content"])):
            found.add(question["code"])
            found |= {option["code"] for option in question.get("options") or ()}
    return frozenset(found)


def publish(
    tx: Transaction, event_id: int, content: Content, now: datetime, *, by: int | None = None, asks: bool = False
) -> int:
    """Publish a form as a new version and return its id; without an account it is what the file says."""
    before = newest(tx, event_id)
    row = tx.one(
        "forms.publish",
        event_id=event_id,
        number=1 if before is None else before.number + 1,
        content=to_json(content),
        now=micros(now),
        published_by=by,
        is_from_file=int(by is None),
        asks_registered=int(asks),
        asks_after=0 if asks else None,
    )
    return int(row["id"])


def add(tx: Transaction, event_id: int, based_on: Version, account_id: int, now: datetime) -> FormDraft:
    """Begin a form draft as a copy of what is published."""
    row = tx.one(
        "forms.add",
        event_id=event_id,
        based_on=based_on.id,
        content=to_json(based_on.content),
        account_id=account_id,
        now=micros(now),
    )
    return _form_draft(row)


def find_open(tx: Transaction, event_id: int) -> FormDraft | None:
    """Return the open form draft of an event."""
    row = tx.find("forms.find_open", event_id=event_id)
    return None if row is None else _form_draft(row)


def get(tx: Transaction, form_draft_id: int) -> FormDraft:
    """Return one form draft, locked until the transaction ends."""
    row = tx.find("forms.lock", form_draft_id=form_draft_id)
    if row is None:
        raise NotAvailableError
    return _form_draft(row)


def update(tx: Transaction, draft: FormDraft, account_id: int, now: datetime) -> FormDraft:
    """Save a change made on a revision; StaleError when somebody has saved another one since."""
    touched = tx.run(
        "forms.update",
        form_draft_id=draft.id,
        content=to_json(draft.content),
        before=None if draft.before is None else to_json(draft.before),
        state=draft.state,
        revision=draft.revision,
        account_id=account_id,
        now=micros(now),
    )
    if not touched:
        raise StaleError
    return replace(draft, revision=draft.revision + 1, changed_by=account_id)


def list_under_way(tx: Transaction, event_id: int, form_version_id: int) -> tuple[int, ...]:
    """Return the open drafts of an event that answer another version and were never sent."""
    rows = tx.list_("forms.drafts_under_way", event_id=event_id, form_version_id=form_version_id)
    return tuple(row["id"] for row in rows)


def count_under_way(tx: Transaction, event_id: int) -> int:
    """Return how many drafts of an event are under way and were never sent."""
    return int(tx.one("forms.count_under_way", event_id=event_id)["number"])


def asks_more(tx: Transaction, form_version_id: int) -> bool:
    """Tell whether a version after this one asks those who are registered."""
    return tx.find("forms.asks_more", form_version_id=form_version_id) is not None


def count_to_ask(tx: Transaction, event_id: int) -> int:
    """Return how many registrations of an event a new version could ask."""
    return int(tx.one("forms.count_to_ask", event_id=event_id)["number"])


def list_asking(tx: Transaction) -> tuple[tuple[int, int, int], ...]:
    """Return (version, event, last registration dealt with) of what is still to be asked of some."""
    return tuple((row["id"], row["event_id"], row["asks_after"]) for row in tx.list_("forms.asking"))


def list_to_ask(tx: Transaction, form_version_id: int, *, after: int, limit: int) -> tuple[Registration, ...]:
    """Return active registrations under an older version, by number, behind the one last dealt with."""
    rows = tx.list_("forms.to_ask", form_version_id=form_version_id, after=after, limit=limit)
    return tuple(registrations.from_row(row) for row in rows)


def ask_after(tx: Transaction, form_version_id: int, after: int | None) -> None:
    """Remember up to which registration has been asked; None: all."""
    tx.run("forms.ask_after", form_version_id=form_version_id, asks_after=after)


def move_draft(tx: Transaction, draft: Draft) -> None:
    """Let a draft answer the version it names."""
    tx.run(
        "forms.move_draft",
        draft_id=draft.id,
        form_version_id=draft.form_version_id,
        question=draft.question,
        revision=draft.revision,
    )


def put_aside(tx: Transaction, draft: Draft, before: Form, code: str) -> None:
    """Keep an answer that fits its question no more, under a name that no form asks for, as carefully as before."""
    aside = f"{code}{ASIDE}{draft.form_version_id}"
    value: Any = to_json(draft.answers[code])
    if any(one.code == code and one.sensitivity in drafts.SEALED for one in before.questions):
        value = tx.vault.seal(value, "answers", "value", draft.id, aside)
    tx.run("forms.keep_aside", draft_id=draft.id, question=code, aside=aside, value=value)
    tx.run("forms.drop_answer", draft_id=draft.id, question=code)


def _version(row: Row) -> Version:
    return Version(
        id=row["id"],
        number=row["number"],
        content=from_json(row["content"]),
        published_at=instant(row["published_at"]),
        published_by=row["published_by"],
    )


def _form_draft(row: Row) -> FormDraft:
    return FormDraft(
        id=row["id"],
        event_id=row["event_id"],
        based_on=row["based_on"],
        content=from_json(row["content"]),
        before=from_json(row["before"]) if row["before"] else None,
        revision=row["revision"],
        state=row["state"],
        changed_by=row["changed_by"],
    )
