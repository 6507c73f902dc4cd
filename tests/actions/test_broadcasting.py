"""An announcement reaches exactly its audience, once, and its figures add up."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import astuple
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import announcing, broadcasting, composing, correcting, piecing, vouching
from bot.domain.access import Actor
from bot.domain.audience import Audience
from bot.domain.broadcast import LONGEST_TEXT, Broadcast, Report, State
from bot.domain.errors import NotAvailableError, SecondNeededError, StaleError, TooFewLanguagesError
from bot.domain.language import Language
from bot.domain.registration import Registration
from bot.domain.vouch import Rules
from storage import accounts, broadcasts, participants
from storage.database import Database, Transaction
from tests.seed import NOW, meet, open_database, programme, register

MANY = Rules(send_above=10**6)
LATER = NOW + broadcasting.TIME_TO_UNDO
TEXTS = {"en": "Hello", "kk": "Сәлем", "ru": "Привет"}


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path, programme(capacity=100)) as opened:
        yield opened


def owner(tx: Transaction) -> Actor:
    return meet(tx, 900, is_owner=True)


def speaking(tx: Transaction, telegram_id: int, language: Language) -> int:
    actor = meet(tx, telegram_id)
    accounts.set_language(tx, actor.account_id, language)
    return actor.account_id


def student(tx: Transaction, telegram_id: int, language: Language) -> Registration:
    speaking(tx, telegram_id, language)
    return register(tx, telegram_id)


def say(tx: Transaction, text: str | None, *, photo: str | None = None, at: datetime = NOW) -> Any:
    return composing.write(tx, actor=owner(tx), now=at, text=text, photo=photo, said_at=at)


def compose(tx: Transaction, *languages: str, **audience: str) -> Broadcast:
    """Write the texts of these languages and choose whom they are for."""
    draft = composing.begin(tx, actor=owner(tx), now=NOW, programme_id=1)
    number = draft.broadcast.id
    for code, text in TEXTS.items():
        if code in languages:
            draft = say(tx, text)
        else:
            draft = composing.skip(tx, actor=owner(tx), now=NOW, broadcast_id=number, language=Language(code))
    for part, choice in audience.items():
        draft = composing.choose(tx, actor=owner(tx), now=NOW, broadcast_id=number, part=part, choice=choice)
    return draft.broadcast


def send(tx: Transaction, broadcast: Broadcast, *, may_fall_back: bool = False, rules: Rules = MANY) -> Broadcast:
    claim: dict[str, Any] = {"broadcast_id": broadcast.id, "revision": broadcast.revision, "message_id": 1}
    return broadcasting.send(tx, actor=owner(tx), now=NOW, may_fall_back=may_fall_back, rules=rules, **claim).broadcast


def begun(tx: Transaction, *languages: str, **audience: str) -> Broadcast:
    sent = send(tx, compose(tx, *languages, **audience))
    broadcasting.tick(tx, now=LATER)
    return broadcasts.get(tx, sent.id)


def copies(tx: Transaction) -> dict[int, str]:
    rows = tx.connection.execute(
        "SELECT a.telegram_id, o.data FROM outbox o JOIN accounts a ON a.id = o.account_id "
        "WHERE o.template = 'broadcast'"
    ).fetchall()
    assert len(rows) == len({row[0] for row in rows})
    return {row[0]: json.loads(row[1])["text"] for row in rows}


def end(tx: Transaction, *states: str) -> None:
    """Let the first copies end in these states."""
    ids = [row[0] for row in tx.connection.execute("SELECT id FROM outbox WHERE broadcast_id IS NOT NULL ORDER BY id")]
    for number, state in zip(ids, states, strict=False):
        tx.connection.execute("UPDATE outbox SET state = ? WHERE id = ?", (state, number))


async def test_each_gets_one_copy_in_their_own_language_however_many_children_they_have(database: Database) -> None:
    def work(tx: Transaction) -> None:
        mother = speaking(tx, 50, Language.RU)
        for telegram_id, language in ((1, Language.KK), (2, Language.EN), (3, Language.KK)):
            child = student(tx, telegram_id, language)
            participants.add_guardian(tx, child.participant_id, mother, NOW)
        both = student(tx, 4, Language.EN)
        participants.add_guardian(tx, broadcasts_child(tx), both.account_id, NOW)
        begun(tx, "kk", "ru", "en")
        assert copies(tx) == {1: "Сәлем", 2: "Hello", 3: "Сәлем", 4: "Hello", 50: "Привет"}

    await database.write(work)


def broadcasts_child(tx: Transaction) -> int:
    return int(tx.connection.execute("SELECT min(id) FROM participants").fetchone()[0])


async def test_the_check_counts_everybody_once_by_role_and_language(database: Database) -> None:
    def work(tx: Transaction) -> None:
        first, second = student(tx, 1, Language.KK), student(tx, 2, Language.KK)
        participants.add_guardian(tx, first.participant_id, speaking(tx, 50, Language.RU), NOW)
        participants.add_guardian(tx, first.participant_id, second.account_id, NOW)
        draft = compose(tx, "kk", "en")
        view = broadcasting.read_preview(tx, actor=owner(tx), now=NOW, broadcast_id=draft.id)
        found = {(count.language.value, *sorted(count.roles)): count.number for count in view.counts}
        assert found == {("kk", "student"): 1, ("kk", "guardian", "student"): 1, ("ru", "guardian"): 1}
        assert view.total == 3
        assert view.missing == {Language.RU: 1}
        assert view.names == ("Numberb P.", "Numberc P.", "Person 5.")  # a form asks the surname first, Telegram last

    await database.write(work)


@pytest.mark.parametrize(
    ("audience", "reached"),
    [
        ({}, {1, 2, 50}),
        ({"role": "student"}, {1, 2}),
        ({"role": "guardian"}, {50}),
        ({"language": "ru"}, {2, 50}),
        ({"stream": "1"}, {1, 2, 50}),
        ({"event": "all"}, {1, 2, 50}),
        ({"status": "+waitlisted"}, {1, 2, 3, 50}),
        ({"status": "+waitlisted", "role": "student", "language": "en"}, {3}),
    ],
)
async def test_only_the_chosen_are_reached(tmp_path: Path, audience: dict[str, str], reached: set[int]) -> None:
    def work(tx: Transaction) -> None:
        first = student(tx, 1, Language.KK)
        student(tx, 2, Language.RU)
        student(tx, 3, Language.EN)
        participants.add_guardian(tx, first.participant_id, speaking(tx, 50, Language.RU), NOW)
        begun(tx, "kk", "ru", "en", **audience)
        assert set(copies(tx)) == reached

    async with open_database(tmp_path, programme(capacity=2)) as database:
        await database.write(work)


async def test_the_audience_is_who_is_in_it_when_the_sending_begins(database: Database) -> None:
    def work(tx: Transaction) -> None:
        gone = student(tx, 1, Language.EN)
        send(tx, compose(tx, "en"))
        student(tx, 2, Language.EN)
        tx.connection.execute(
            "UPDATE registrations SET status = 'cancelled', seat_number = NULL WHERE id = ?", (gone.id,)
        )
        broadcasting.tick(tx, now=LATER)
        assert set(copies(tx)) == {2}

    await database.write(work)


async def test_a_missing_language_is_refused_or_filled_from_another_as_the_sender_chooses(database: Database) -> None:
    def work(tx: Transaction) -> None:
        student(tx, 1, Language.EN)
        student(tx, 2, Language.KK)
        draft = compose(tx, "en")
        with pytest.raises(TooFewLanguagesError):
            send(tx, draft)
        send(tx, draft, may_fall_back=True)
        broadcasting.tick(tx, now=LATER)
        rows = tx.connection.execute("SELECT data FROM outbox ORDER BY id").fetchall()
        assert [row[0] for row in rows] == ['{"language":"en","text":"Hello"}'] * 2

    await database.write(work)


async def test_what_is_taken_back_in_time_reaches_nobody(database: Database) -> None:
    def work(tx: Transaction) -> None:
        student(tx, 1, Language.EN)
        sent = send(tx, compose(tx, "en"))
        broadcasting.tick(tx, now=LATER - timedelta(microseconds=1))
        broadcasting.undo(tx, actor=owner(tx), now=NOW, broadcast_id=sent.id, revision=sent.revision)
        broadcasting.tick(tx, now=LATER + timedelta(days=1))
        assert copies(tx) == {}
        again = send(tx, broadcasts.get(tx, sent.id))
        assert again.state is State.SCHEDULED
        broadcasting.tick(tx, now=LATER)
        with pytest.raises(StaleError):
            broadcasting.undo(tx, actor=owner(tx), now=NOW, broadcast_id=again.id, revision=again.revision)
        assert copies(tx) == {1: "Hello"}

    await database.write(work)


async def test_a_tick_that_runs_twice_owes_nobody_a_second_copy(database: Database) -> None:
    def work(tx: Transaction) -> None:
        student(tx, 1, Language.EN)
        sent = begun(tx, "en")
        tx.connection.execute("UPDATE broadcasts SET state = 'scheduled' WHERE id = ?", (sent.id,))
        broadcasting.tick(tx, now=LATER)
        assert copies(tx) == {1: "Hello"}
        tx.connection.execute("UPDATE outbox SET dedup_key = NULL")
        tx.connection.execute("UPDATE broadcasts SET state = 'scheduled' WHERE id = ?", (sent.id,))
        broadcasting.tick(tx, now=LATER)
        without_the_key = tx.connection.execute("SELECT count(*) FROM outbox").fetchone()[0]
        assert without_the_key == 2

    await database.write(work)


async def test_the_figures_add_up_to_the_audience_at_every_moment(database: Database) -> None:
    def work(tx: Transaction) -> None:
        for telegram_id in range(1, 11):
            student(tx, telegram_id, Language.EN)
        sent = begun(tx, "en")
        end(tx, "sent", "sent", "unreachable", "unknown", "failed", "expired", "sending")
        now = broadcasting.read_progress(tx, actor=owner(tx), now=LATER, broadcast_id=sent.id)
        assert now.report == Report(
            recipients=10, sent=2, waiting=4, unreachable=1, unknown=1, failed=1, expired=1, stopped=0
        )
        stopped = broadcasting.stop(tx, actor=owner(tx), now=LATER, broadcast_id=sent.id, revision=sent.revision)
        assert (stopped.report.stopped, stopped.report.waiting) == (3, 1)
        assert adds_up(stopped.report)
        broadcasting.tick(tx, now=LATER)
        assert broadcasts.get(tx, sent.id).finished_at is None  # one is still on its way
        end(tx, "sent", "sent", "unreachable", "unknown", "failed", "expired", "due")
        broadcasting.tick(tx, now=LATER)  # it came back: stopped as well
        ended = broadcasts.get(tx, sent.id)
        assert (ended.state, ended.finished_at) == (State.STOPPED, LATER)
        report = broadcasts.report(tx, ended)
        assert (report.waiting, report.stopped) == (0, 4)
        assert adds_up(report)

    await database.write(work)


def adds_up(report: Report) -> bool:
    recipients, *parts = astuple(report)
    return bool(recipients == sum(parts))


async def test_only_what_certainly_did_not_arrive_is_sent_again(database: Database) -> None:
    def work(tx: Transaction) -> None:
        for telegram_id in range(1, 6):
            student(tx, telegram_id, Language.EN)
        sent = begun(tx, "en")
        end(tx, "sent", "unreachable", "unknown", "failed", "expired")
        broadcasting.tick(tx, now=LATER)
        ended = broadcasts.get(tx, sent.id)
        assert ended.state is State.SENT
        claim: dict[str, Any] = {"broadcast_id": sent.id, "revision": ended.revision, "message_id": 2}
        again = broadcasting.retry(tx, actor=owner(tx), now=LATER, **claim)
        assert (again.broadcast.state, again.report.waiting) == (State.SENDING, 2)
        with pytest.raises(StaleError):
            broadcasting.retry(tx, actor=owner(tx), now=LATER, **claim)
        tx.connection.execute("UPDATE outbox SET state = 'sent' WHERE state = 'due'")
        broadcasting.tick(tx, now=LATER)
        final = broadcasts.get(tx, sent.id)
        assert final.state is State.SENT
        assert broadcasts.report(tx, final) == Report(recipients=5, sent=3, unreachable=1, unknown=1)

    await database.write(work)


async def test_somebody_elses_programme_is_as_if_it_were_not_there(database: Database) -> None:
    def work(tx: Transaction) -> None:
        student(tx, 1, Language.EN)
        draft = compose(tx, "en")
        stranger = meet(tx, 1)
        claim: dict[str, Any] = {"actor": stranger, "now": NOW, "broadcast_id": draft.id}
        held = claim | {"revision": draft.revision}
        steps: list[Any] = [
            lambda: composing.begin(tx, actor=stranger, now=NOW, programme_id=1),
            lambda: announcing.list_announcements(tx, actor=stranger, now=NOW, programme_id=1),
            lambda: composing.read_draft(tx, **claim),
            lambda: composing.open_draft(tx, **claim),
            lambda: composing.ask_text(tx, **claim, language=Language.EN),
            lambda: composing.skip(tx, **claim, language=Language.EN),
            lambda: composing.detach(tx, **claim),
            lambda: composing.choose(tx, **claim, part="role", choice="all"),
            lambda: composing.discard(tx, **held),
            lambda: broadcasting.read_preview(tx, **claim),
            lambda: broadcasting.read_progress(tx, **claim),
            lambda: broadcasting.send(tx, **held, may_fall_back=True, message_id=None, rules=MANY),
            lambda: broadcasting.undo(tx, **held),
            lambda: broadcasting.stop(tx, **held),
            lambda: broadcasting.retry(tx, **held, message_id=None),
        ]
        for step in steps:
            with pytest.raises(NotAvailableError):
                step()
        accounts.set_place(tx, stranger.account_id, piecing.TEXT, {"broadcast": draft.id, "language": "en"})
        with pytest.raises(NotAvailableError):
            composing.write(tx, actor=meet(tx, 1), now=NOW, text="Mine", photo=None, said_at=NOW)

    await database.write(work)


async def test_an_audience_cannot_be_chosen_in_another_programme(database: Database) -> None:
    def work(tx: Transaction) -> None:
        tx.connection.execute(
            "INSERT INTO programmes (code, title, summary, operator, loaded_at) VALUES ('x', '{}', '{}', '{}', 0)"
        )
        tx.connection.execute(
            "INSERT INTO events (programme_id, code, season, title, summary, place, card, timezone, audience, mode, "
            "starts_on, ends_on, opens_on, closes_on, reminders) SELECT 2, 'other', season, title, summary, place, "
            "card, timezone, audience, mode, starts_on, ends_on, opens_on, closes_on, reminders FROM events"
        )
        draft = compose(tx, "en")
        for part, choice in (("event", "2"), ("event", "77"), ("stream", "77")):
            with pytest.raises(NotAvailableError):
                composing.choose(tx, actor=owner(tx), now=NOW, broadcast_id=draft.id, part=part, choice=choice)
        for part, choice in (("event", "x"), ("role", "owner"), ("status", "+"), ("status", ""), ("colour", "red")):
            with pytest.raises(StaleError):
                composing.choose(tx, actor=owner(tx), now=NOW, broadcast_id=draft.id, part=part, choice=choice)

    await database.write(work)


async def test_an_old_button_sends_nothing(database: Database) -> None:
    def work(tx: Transaction) -> None:
        student(tx, 1, Language.EN)
        old = compose(tx, "en")
        composing.choose(tx, actor=owner(tx), now=NOW, broadcast_id=old.id, part="role", choice="student")
        with pytest.raises(StaleError):
            send(tx, old)
        sent = send(tx, broadcasts.get(tx, old.id))
        with pytest.raises(StaleError):
            send(tx, sent)

    await database.write(work)


async def test_pieces_that_a_client_cut_off_become_one_text_until_the_person_goes_on(database: Database) -> None:
    def work(tx: Transaction) -> None:
        draft = composing.begin(tx, actor=owner(tx), now=NOW, programme_id=1)
        first = say(tx, f"<b>{'я' * 4096}</b>")
        assert (first.asks, first.goes_on) == (Language.EN, True)
        again = composing.read_draft(tx, actor=owner(tx), now=NOW, broadcast_id=draft.broadcast.id)
        assert (again.asks, again.goes_on) == (Language.EN, True), "and so it is after a crash"
        second = say(tx, "The end.")
        assert (second.asks, second.goes_on) == (Language.KK, False)
        assert second.broadcast.texts == {Language.EN: f"<b>{'я' * 4096}</b> The end."}
        say(tx, "ә" * 4000 + ".")
        on = composing.skip(tx, actor=owner(tx), now=NOW, broadcast_id=draft.broadcast.id, language=Language.KK)
        assert (on.asks, on.goes_on) == (Language.RU, False)
        composing.ask_text(tx, actor=owner(tx), now=NOW, broadcast_id=draft.broadcast.id, language=Language.KK)
        anew = say(tx, "Қысқа")
        assert anew.broadcast.texts[Language.KK] == "Қысқа"

    await database.write(work)


async def test_a_text_that_does_not_fit_has_no_hole(database: Database) -> None:
    def work(tx: Transaction) -> None:
        draft = composing.begin(tx, actor=owner(tx), now=NOW, programme_id=1)
        refused = say(tx, "я" * (LONGEST_TEXT + 1))
        assert refused == composing.TooLong(length=LONGEST_TEXT + 1, longest=LONGEST_TEXT, is_rest=False)
        assert say(tx, "behind it", at=NOW + timedelta(seconds=1)).is_rest
        assert broadcasts.get(tx, draft.broadcast.id).texts == {}
        later = NOW + timedelta(seconds=9)
        say(tx, "😀" * 2048, at=later)
        kept = say(tx, "😀" * 2048, at=later)
        assert kept.broadcast.length == 8193
        assert say(tx, "я" * 4096, at=later).longest == LONGEST_TEXT
        assert say(tx, "the end", at=later + timedelta(seconds=1)).is_rest, "without its middle there is no end"
        assert broadcasts.get(tx, draft.broadcast.id).texts == {}
        anew = say(tx, "short", at=later + timedelta(seconds=9))
        assert anew.broadcast.texts == {Language.EN: "short"}
        with_file = say(tx, None, photo="file", at=NOW + timedelta(seconds=20))
        assert with_file.broadcast.photo == "file"

    await database.write(work)


async def test_a_second_press_on_new_goes_on_with_the_same_empty_draft(database: Database) -> None:
    def work(tx: Transaction) -> None:
        first, second = (composing.begin(tx, actor=owner(tx), now=NOW, programme_id=1) for _ in range(2))
        assert first.broadcast.id == second.broadcast.id
        say(tx, "Written")
        third = composing.begin(tx, actor=owner(tx), now=NOW, programme_id=1)
        assert third.broadcast.id != first.broadcast.id

    await database.write(work)


async def test_ten_thousand_people_are_owed_their_copies_at_once(database: Database) -> None:
    def crowd(tx: Transaction) -> None:
        student(tx, 1, Language.EN)
        people = [(number, f"P {number}", ("kk", "ru", "en")[number % 3]) for number in range(1001, 11001)]
        tx.connection.cursor().executemany(
            "INSERT INTO accounts (telegram_id, display_name, language, met_at, seen_at) VALUES (?, ?, ?, 0, 0)", people
        )
        tx.connection.execute(
            "INSERT INTO guardian_links (participant_id, account_id, confirmed_at) "
            "SELECT 1, id, 0 FROM accounts WHERE telegram_id > 1000"
        )

    def work(tx: Transaction) -> None:
        sent = send(tx, compose(tx, "kk", "ru", "en"))
        assert broadcasting.tick(tx, now=LATER) == 10_001
        assert Counter(copies(tx).values()) == {"Сәлем": 3333, "Привет": 3333, "Hello": 3335}
        broadcasting.tick(tx, now=LATER)
        assert broadcasts.report(tx, broadcasts.get(tx, sent.id)).waiting == 10_001

    await database.write(crowd)
    await database.write(work)


def test_an_audience_survives_being_kept() -> None:
    audience = Audience(event_id=3, stream_id=4).choosing("status", "+pending").choosing("role", "guardian")
    audience = audience.choosing("language", "kk")
    assert Audience.of(audience.as_dict()) == audience
    assert audience.choosing("event", "all") == Audience.of(audience.as_dict() | {"event": None, "stream": None})


async def test_to_many_takes_a_second_organizer_who_agrees_to_this_very_text(database: Database) -> None:
    few = Rules(send_above=1)

    def work(tx: Transaction) -> None:
        for number in (1, 2):
            student(tx, number, Language.EN)
        second = meet(tx, 901, is_owner=True)
        draft = compose(tx, "en")
        with pytest.raises(SecondNeededError):
            send(tx, draft, rules=few)
        of: dict[str, Any] = {"broadcast_id": draft.id, "revision": draft.revision, "rules": few}
        matter = broadcasting.read_matter(tx, actor=owner(tx), now=NOW, **of)
        assert matter is not None
        asked = vouching.request(tx, actor=owner(tx), now=NOW, matter=matter)
        vouching.confirm(tx, actor=second, now=NOW, vouch_id=asked.id, rules=few)
        changed = composing.choose(tx, actor=owner(tx), now=NOW, broadcast_id=draft.id, part="role", choice="student")
        with pytest.raises(SecondNeededError):
            send(tx, changed.broadcast, rules=few)

    def agreed(tx: Transaction) -> None:
        draft = broadcasts.list_page(tx, 1, limit=1, skipped=0)[0]
        of: dict[str, Any] = {"broadcast_id": draft.id, "revision": draft.revision, "rules": few}
        matter = broadcasting.read_matter(tx, actor=owner(tx), now=NOW, **of)
        assert matter is not None
        asked = vouching.request(tx, actor=owner(tx), now=NOW, matter=matter)
        vouching.confirm(tx, actor=meet(tx, 901, is_owner=True), now=NOW, vouch_id=asked.id, rules=few)
        assert send(tx, draft, rules=few).state is State.SCHEDULED

    await database.write(work)
    await database.write(agreed)


async def test_a_text_is_changed_for_many_only_when_a_second_organizer_agrees_to_this_very_change(
    database: Database,
) -> None:
    few = Rules(send_above=1)

    def work(tx: Transaction) -> None:
        for number in (1, 2):
            student(tx, number, Language.EN)
        whose: dict[str, Any] = {"now": NOW, "broadcast_id": begun(tx, "en").id}

        def shown(text: str) -> dict[str, Any]:
            correcting.ask(tx, actor=owner(tx), **whose, language=Language.EN)
            typed = correcting.write(tx, actor=owner(tx), now=NOW, text=text, said_at=NOW)
            assert isinstance(typed, correcting.Proposal)
            return {**whose, "mark": typed.mark, "rules": few}

        asked = shown("Hello, all")
        with pytest.raises(SecondNeededError):
            correcting.correct(tx, actor=owner(tx), **asked, message_id=1)
        matter = correcting.read_matter(tx, actor=owner(tx), **asked)
        assert matter is not None
        vouch = vouching.request(tx, actor=owner(tx), now=NOW, matter=matter)
        vouching.confirm(tx, actor=meet(tx, 901, is_owner=True), now=NOW, vouch_id=vouch.id, rules=few)
        other = shown("Pay here")
        with pytest.raises(SecondNeededError):
            correcting.correct(tx, actor=owner(tx), **other, message_id=1)
        asked = shown("Hello, all")
        done = correcting.correct(tx, actor=owner(tx), **asked, message_id=1)
        assert done.broadcast.texts[Language.EN] == "Hello, all"
        assert set(copies(tx).values()) == {"Hello, all"}

    await database.write(work)


async def test_a_branch_is_chosen_or_taken_away_with_everything_below_it(tmp_path: Path) -> None:
    def work(tx: Transaction) -> None:
        units = {row["code"]: row["id"] for row in tx.connection.execute("SELECT id, code FROM org_units")}
        for telegram_id, unit in ((1, "north"), (2, "south"), (3, "south")):
            claim = student_of(tx, telegram_id)
            tx.connection.execute("UPDATE registrations SET unit_id = ? WHERE id = ?", (units[unit], claim.id))
        draft = compose(tx, "en", only=f"unit-{units['south']}")
        assert total(tx, draft) == 2
        draft = compose(tx, "en", without=f"unit-{units['south']}")
        assert total(tx, draft) == 1
        again = compose(tx, "en", only=f"unit-{units['south']}", without=f"unit-{units['north']}")
        assert total(tx, again) == 2
        for part in ("only", "without"):
            with pytest.raises(NotAvailableError):
                composing.choose(tx, actor=owner(tx), now=NOW, broadcast_id=draft.id, part=part, choice="unit-999")

    async with open_database(tmp_path, programme(capacity=9)) as database:
        await database.write(work)


def student_of(tx: Transaction, telegram_id: int) -> Registration:
    return student(tx, telegram_id, Language.EN)


def total(tx: Transaction, draft: Broadcast) -> int:
    return broadcasting.read_preview(tx, actor=owner(tx), now=NOW, broadcast_id=draft.id).total
