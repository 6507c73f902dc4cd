"""Deleting what has been kept long enough, in batches, and counting what is left.

Always true: what is counted as overdue is found another way than what is deleted, so the count proves the deletion.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.care import is_code_past, is_kind_past, is_past, past_codes
from bot.domain.form import Form, Kind
from storage import (
    accounts,
    collectors,
    events,
    feedback,
    incidents,
    letters,
    opinions,
    polls,
    session_questions,
    threads,
)
from storage.database import Transaction
from storage.engine import Row
from storage.values import day, from_json, micros, to_json

HOUR: Final = timedelta(hours=1)
MONTH: Final = timedelta(days=30)
QUARTER: Final = timedelta(days=90)
RUNS_KEPT: Final = timedelta(days=400)
BLANK: Final = "—"
"""Stands for a name that is forgotten."""
MOST: Final = 2000
"""Rows of one sort that are deleted in one run."""
COPIES: Final[Mapping[Kind, str]] = {
    Kind.NAME: "purging.blank_name",
    Kind.BIRTH_DATE: "purging.blank_birth_date",
    Kind.PHONE: "purging.blank_phone",
}
"""What is copied from answers to the participant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """A form version of an event that is over."""

    form_version_id: int
    form: Form
    ends_on: date
    today: date
    """The event's local day."""


def list_ended(tx: Transaction, now: datetime) -> tuple[Ended, ...]:
    """Return the form versions of events that are over."""
    return tuple(_ended(tx, row, now) for row in tx.list_("purging.ended", before_on=_tomorrow(now)))


def drop_answers(tx: Transaction, ended: Ended, most: int) -> int:
    """Delete answers whose time is over and return how many."""
    past = past_codes(ended.form, ended.ends_on, ended.today)
    asked = {question.code for question in ended.form.questions}
    dropped = _drop_amendments(tx, ended, past, most)
    for row in tx.list_("purging.questions", form_version_id=ended.form_version_id):
        if row["question"] in past or row["question"] not in asked:
            place = {"form_version_id": ended.form_version_id, "question": row["question"]}
            dropped += tx.run("purging.drop_answers", most=most - dropped, **place)
    return dropped


def _drop_amendments(tx: Transaction, ended: Ended, past: Collection[str], most: int) -> int:
    """Delete what answers were before they were changed, when the answers themselves are to go."""
    dropped = 0
    asked = {question.code for question in ended.form.questions}
    for row in tx.list_("purging.amended", form_version_id=ended.form_version_id):
        if row["question"] in past or row["question"] not in asked:
            place = {"form_version_id": ended.form_version_id, "question": row["question"]}
            tx.run("purging.drop_replies", **place)
            dropped += tx.run("purging.drop_amendments", most=most - dropped, **place)
    return dropped


def blank_participants(tx: Transaction, ended: Ended, now: datetime) -> int:
    """Forget names, dates of birth and phones that no registration needs any more; return how many."""
    return sum(tx.run(COPIES[kind], participant_id=one, blank=BLANK) for one, kind in _past_copies(tx, ended, now))


def _past_copies(tx: Transaction, ended: Ended, now: datetime) -> Iterator[tuple[int, Kind]]:
    """Yield (participant, kind) of what a form told of people and none of their registrations needs any more."""
    kinds = [kind for kind in COPIES if is_kind_past(ended.form, kind, ended.ends_on, ended.today)]
    named = tx.list_("purging.named", form_version_id=ended.form_version_id, blank=BLANK) if kinds else ()
    for row in named:
        claims = [_ended(tx, claim, now) for claim in tx.list_("purging.forms_of", participant_id=row["id"])]
        for kind in kinds:
            if row[kind.value] and all(is_kind_past(one.form, kind, one.ends_on, one.today) for one in claims):
                yield row["id"], kind


def blank_reasons(tx: Transaction, ended: Ended) -> int:
    """Forget the reasons of decisions, and what reviewers wrote, once every answer's time is over; return how many."""
    if not all(is_past(question, ended.ends_on, ended.today) for question in ended.form.questions):
        return 0
    tx.run("purging.blank_comments", form_version_id=ended.form_version_id)
    return tx.run("purging.blank_reasons", form_version_id=ended.form_version_id, most=MOST)


def empty_inbox(tx: Transaction, now: datetime) -> int:
    """Forget messages that were put aside a month ago; return how many."""
    return tx.run("purging.empty_inbox", before=micros(now - MONTH), most=MOST)


def drop_inbox(tx: Transaction, now: datetime) -> int:
    """Delete updates that were done a month ago; return how many."""
    return tx.run("purging.drop_inbox", before=micros(now - MONTH), most=MOST)


def empty_outbox(tx: Transaction, now: datetime) -> int:
    """Forget what messages said that ended a quarter ago; return how many. Who voted how is forgotten after a year."""
    opinions.blank(tx, now - QUARTER)
    polls.drop_old(tx, now, MOST)
    return tx.run("purging.empty_outbox", before=micros(now - QUARTER), most=MOST)


def forget_typed(tx: Transaction, now: datetime) -> None:
    """Forget the name and the phone of a consent on paper that somebody began to write down and left for an hour."""
    for row in tx.list_("purging.typing"):
        args = from_json(row["place_args"])
        if datetime.fromisoformat(args["typed_at"]) < now - HOUR:
            accounts.set_place(tx, row["id"], "desk", {"registration": args["registration"]})


def drop_links(tx: Transaction, now: datetime) -> int:
    """Delete links that expired, and names of audiences that were thrown away, a month ago; return how many."""
    where = {"before": micros(now - MONTH), "most": MOST}
    queries = ("drop_links", "drop_invitations", "drop_nominees", "drop_audiences")
    return sum(tx.run(f"purging.{query}", **where) for query in queries)


def drop_drafts(tx: Transaction, now: datetime) -> tuple[int, int]:
    """Delete drafts that were thrown away a month ago; return how many, and how many answers they had."""
    rows = tx.list_("purging.cancelled", before=micros(now - MONTH), most=MOST)
    answers = 0
    for row in rows:
        answers += tx.run("purging.drop_answers_of", draft_id=row["id"])
        tx.run("purging.drop_draft", draft_id=row["id"])
    return len(rows), answers


def drop_threads(tx: Transaction, now: datetime) -> int:
    """Delete what is kept for a quarter: conversations, words about sessions, who might collect; return how many."""
    return threads.drop_old(tx, now, MOST) + _drop_of_sessions(tx, now) + collectors.blank_old(tx, now, MOST)


def _drop_of_sessions(tx: Transaction, now: datetime) -> int:
    return feedback.drop_old(tx, now, MOST) + session_questions.drop_old(tx, now, MOST)


def drop_letters(tx: Transaction, now: datetime) -> int:
    """Delete what leaders wrote to families, with its photos, a month after the event; return how many letters.

    The words of incidents can be opened no more a year after it.
    """
    return letters.drop_old(tx, now, MOST) + incidents.drop_old(tx, now, MOST)


def count_overdue(tx: Transaction, now: datetime) -> int:
    """Return how much is still there past its time: every remaining answer's date is looked at."""
    ages = {"month_ago": micros(now - MONTH), "quarter_ago": micros(now - QUARTER)}
    number: int = tx.one("purging.overdue", **ages)["number"]
    number += sum(1 for ended in list_ended(tx, now) for _ in _past_copies(tx, ended, now))
    number += threads.count_old(tx, now) + letters.count_old(tx, now) + collectors.count_old(tx, now)
    number += incidents.count_old(tx, now) + polls.count_old(tx, now)
    number += feedback.count_old(tx, now) + session_questions.count_old(tx, now)
    for row in tx.list_("purging.kept_answers", before_on=_tomorrow(now)):
        ended = _ended(tx, row, now)
        if is_code_past(ended.form, row["question"], ended.ends_on, ended.today):
            number += row["number"]
    return number


def record(tx: Transaction, counts: Mapping[str, int], overdue: int, now: datetime) -> None:
    """Write down what a run has done and what it left."""
    tx.run("purging.record", now=micros(now), counts=to_json(dict(counts)), overdue=overdue)
    tx.run("purging.drop_runs", before=micros(now - RUNS_KEPT))


def sum_runs(tx: Transaction, since: datetime, before: datetime) -> Counter[str] | None:
    """Return what the runs of a span of time have done, None when there was no run."""
    rows = tx.list_("purging.runs", since=micros(since), before=micros(before))
    if not rows:
        return None
    total: Counter[str] = Counter()
    for row in rows:
        total.update(from_json(row["counts"]))
    return total


def list_owners(tx: Transaction, now: datetime) -> tuple[int, ...]:
    """Return the accounts that own the installation."""
    return tuple(row["account_id"] for row in tx.list_("purging.owners", now=micros(now)))


def _ended(tx: Transaction, row: Row, now: datetime) -> Ended:
    return Ended(
        form_version_id=row["form_version_id"],
        form=events.get_form(tx, row["form_version_id"]),
        ends_on=day(row["ends_on"]),
        today=now.astimezone(ZoneInfo(row["timezone"])).date(),
    )


def _tomorrow(now: datetime) -> str:
    """Return a day that has begun nowhere yet, or begins just now."""
    return (now + timedelta(days=1)).date().isoformat()
