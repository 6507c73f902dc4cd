"""A poll counts each person once, tells an anonymous one's few answers to nobody, and ends when it should."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.actions import broadcasting, canvassing, composing, correcting, purging, tallying, voting
from bot.domain.broadcast import Broadcast, State
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.language import Language
from bot.domain.poll import OptionsError, Poll, PollClosedError, Tally, read_options, shown_parts
from storage import broadcasts, erasing, polls
from storage.database import Database, Transaction
from tests.actions.test_broadcasting import LATER, owner, say, send, speaking
from tests.databases import REFUSALS
from tests.seed import NOW, meet, open_database, programme, register

OPTIONS = {"en": "Bus\nTrain\nPlane", "kk": "Автобус\nПойыз\nҰшақ", "ru": "Автобус\nПоезд\nСамолёт"}
TEXTS = {"en": "How do you come?", "kk": "Қалай келесіз?", "ru": "Как вы приедете?"}


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path, programme(capacity=100)) as opened:
        yield opened


def compose(tx: Transaction, **choices: str) -> Broadcast:
    """Prepare a poll in three languages, with some choices about it."""
    draft = canvassing.begin(tx, actor=owner(tx), now=NOW, event_id=1).broadcast
    for language, text in TEXTS.items():
        composing.ask_text(tx, actor=owner(tx), now=NOW, broadcast_id=draft.id, language=Language(language))
        say(tx, text)
    for language, text in OPTIONS.items():
        canvassing.ask_options(tx, actor=owner(tx), now=NOW, broadcast_id=draft.id, language=Language(language))
        canvassing.write_options(tx, actor=owner(tx), now=NOW, text=text)
    for part, choice in choices.items():
        canvassing.choose(tx, actor=owner(tx), now=NOW, broadcast_id=draft.id, part=part, choice=choice)
    return broadcasts.get(tx, draft.id)


def asked(tx: Transaction, **choices: str) -> int:
    """Send a poll and let it arrive everywhere."""
    sent = send(tx, compose(tx, **choices))
    broadcasting.tick(tx, now=LATER)
    tx.connection.execute("UPDATE outbox SET state = 'sent', message_id = id WHERE state = 'due'")
    broadcasting.tick(tx, now=LATER)
    return sent.id


def people(tx: Transaction, first: int, number: int, region: str = "north") -> None:
    for telegram_id in range(first, first + number):
        speaking(tx, telegram_id, Language.EN)
        claim = register(tx, telegram_id)
        unit = tx.connection.execute("SELECT id FROM org_units WHERE code = ?", (region,)).fetchone()[0]
        tx.connection.execute("UPDATE registrations SET unit_id = ? WHERE id = ?", (unit, claim.id))


def vote(tx: Transaction, telegram_id: int, poll_id: int, option: int, *, is_chosen: bool = True) -> voting.Voted:
    wanted: dict[str, Any] = {"broadcast_id": poll_id, "option": option, "is_chosen": is_chosen}
    return voting.vote(tx, actor=meet(tx, telegram_id), now=LATER, **wanted)


def counts(tx: Transaction, poll_id: int) -> tuple[int, ...]:
    return polls.count(tx, polls.get(tx, poll_id)).counts


async def test_one_person_has_one_vote_that_can_be_changed_and_taken_back(database: Database) -> None:
    def work(tx: Transaction) -> None:
        people(tx, 1, 2)
        poll_id = asked(tx)
        assert vote(tx, 1, poll_id, 0).words == ("Bus",)
        assert vote(tx, 1, poll_id, 2).words == ("Plane",)
        assert counts(tx, poll_id) == (0, 0, 1)
        assert vote(tx, 1, poll_id, 0, is_chosen=False).words == ("Plane",)
        assert vote(tx, 1, poll_id, 2, is_chosen=False).words == ()
        assert counts(tx, poll_id) == (0, 0, 0)
        with pytest.raises(NotAvailableError):
            vote(tx, 77, poll_id, 0)
        with pytest.raises(StaleError):
            vote(tx, 1, poll_id, 3)

    await database.write(work)


async def test_where_several_may_be_chosen_each_counts_and_the_person_once(database: Database) -> None:
    def work(tx: Transaction) -> None:
        people(tx, 1, 1)
        poll_id = asked(tx, many="1")
        vote(tx, 1, poll_id, 0)
        assert vote(tx, 1, poll_id, 2).words == ("Bus", "Plane")
        tally = polls.count(tx, polls.get(tx, poll_id))
        assert (tally.counts, tally.people, tally.percent(0)) == ((1, 0, 1), 1, 100)
        erasing.erase_account(tx, meet(tx, 1).account_id, LATER)
        assert polls.count(tx, polls.get(tx, poll_id)).people == 0

    await database.write(work)


async def test_a_hundred_presses_at_once_by_one_person_are_one_vote(database: Database) -> None:
    def prepare(tx: Transaction) -> int:
        people(tx, 1, 3)
        return asked(tx)

    poll_id = await database.write(prepare)
    presses = [database.write(lambda tx, n=n: vote(tx, 1, poll_id, n % 3)) for n in range(100)]  # type: ignore[misc]
    await asyncio.gather(*presses)
    tally = await database.read(lambda tx: polls.count(tx, polls.get(tx, poll_id)))
    assert (tally.people, sum(tally.counts)) == (1, 1)


@pytest.mark.parametrize("chosen", [2, 3])
async def test_the_schema_refuses_a_second_vote_and_two_answers_where_one_is_asked_for(
    database: Database, chosen: int
) -> None:
    plain = (
        "INSERT INTO {} (broadcast_id, account_id, has_many, chosen, voted_at) SELECT {}, id, 0, {}, 0 FROM accounts"
    )

    def prepare(tx: Transaction) -> int:
        people(tx, 1, 1)
        poll_id = asked(tx)
        vote(tx, 1, poll_id, 0)
        tx.connection.execute("CREATE TABLE unprotected AS SELECT * FROM poll_votes")
        tx.connection.execute(plain.format("unprotected", poll_id, chosen) + " WHERE telegram_id = 1")
        assert tx.connection.execute("SELECT count(*) FROM unprotected").fetchone()[0] == 2
        return poll_id

    poll_id = await database.write(prepare)
    whose = " WHERE telegram_id = 1" if chosen == 2 else " WHERE telegram_id = 900"
    with pytest.raises(REFUSALS):
        await database.write(lambda tx: tx.connection.execute(plain.format("poll_votes", poll_id, chosen) + whose))


async def test_what_lacks_options_or_would_end_before_it_goes_out_is_not_sent(database: Database) -> None:
    def work(tx: Transaction) -> None:
        people(tx, 1, 1)
        draft = canvassing.begin(tx, actor=owner(tx), now=NOW, event_id=1).broadcast
        composing.ask_text(tx, actor=owner(tx), now=NOW, broadcast_id=draft.id, language=Language.EN)
        say(tx, "How?")
        with pytest.raises(StaleError):
            send(tx, broadcasts.get(tx, draft.id), may_fall_back=True)
        canvassing.ask_options(tx, actor=owner(tx), now=NOW, broadcast_id=draft.id, language=Language.KK)
        canvassing.write_options(tx, actor=owner(tx), now=NOW, text="A\nB")
        with pytest.raises(StaleError):  # the question is in English, the options are not
            send(tx, broadcasts.get(tx, draft.id), may_fall_back=True)
        canvassing.ask_options(tx, actor=owner(tx), now=NOW, broadcast_id=draft.id, language=Language.EN)
        with pytest.raises(OptionsError):
            canvassing.write_options(tx, actor=owner(tx), now=NOW, text="A\nB\nC")
        canvassing.write_options(tx, actor=owner(tx), now=NOW, text="A\nB")
        old = broadcasts.get(tx, draft.id)
        canvassing.choose(tx, actor=owner(tx), now=NOW, broadcast_id=draft.id, part="named", choice="1")
        with pytest.raises(StaleError):  # not what was shown
            send(tx, old, may_fall_back=True)
        assert send(tx, broadcasts.get(tx, draft.id), may_fall_back=True).state is State.SCHEDULED
        with pytest.raises(NotAvailableError):
            canvassing.begin(tx, actor=meet(tx, 1), now=NOW, event_id=1)

    await database.write(work)


@pytest.mark.parametrize(
    ("typed", "why"), [("one", "count"), ("a\n" * 11, "count"), (f"a\n{'b' * 61}", "long"), ("Yes\n- yes", "twice")]
)
def test_options_that_make_no_buttons_are_refused(typed: str, why: str) -> None:
    with pytest.raises(OptionsError) as caught:
        read_options(typed)
    assert caught.value.why in (why, "count")


async def test_a_poll_ends_at_its_time_and_its_sender_is_told_once(database: Database) -> None:
    def work(tx: Transaction) -> None:
        people(tx, 1, 1)
        poll_id = asked(tx, days="1")
        vote(tx, 1, poll_id, 1)
        ends = polls.get(tx, poll_id).closes_at
        assert ends is not None
        assert tallying.tick(tx, now=ends - timedelta(seconds=1)) == 0
        late: dict[str, Any] = {"broadcast_id": poll_id, "option": 0, "is_chosen": True}
        with pytest.raises(PollClosedError):
            voting.vote(tx, actor=meet(tx, 1), now=ends, **late)
        assert tallying.tick(tx, now=ends) == 1
        assert tallying.tick(tx, now=ends) == 0
        assert counts(tx, poll_id) == (0, 1, 0)
        assert tallying.reopen(tx, actor=owner(tx), now=ends, broadcast_id=poll_id).is_open
        vote(tx, 1, poll_id, 0)

    await database.write(work)


async def test_few_answers_of_an_anonymous_poll_are_told_by_no_region_and_by_no_difference(database: Database) -> None:
    def work(tx: Transaction) -> None:
        people(tx, 1, 6, "north")
        people(tx, 11, 2, "south")
        poll_id = asked(tx)
        for telegram_id in (1, 2, 3, 4):
            vote(tx, telegram_id, poll_id, 0)
        read: dict[str, Any] = {"actor": owner(tx), "now": LATER, "broadcast_id": poll_id}
        assert not tallying.read_results(tx, **read).is_shown
        for telegram_id in (5, 6, 11, 12):
            vote(tx, telegram_id, poll_id, 1)
        assert tallying.read_results(tx, **read).is_shown
        parts = tallying.read_parts(tx, **read)
        assert (parts.shown, parts.rest) == ((), 8)  # north alone would tell what the two of the south chose
        with pytest.raises(StaleError):
            tallying.list_voters(tx, option=0, page=0, **read)
        assert polls.list_voters(tx, broadcasts.get(tx, poll_id), 0, limit=9, skipped=0) == ()

    await database.write(work)


async def test_a_poll_with_names_tells_regions_and_names(database: Database) -> None:
    def work(tx: Transaction) -> None:
        people(tx, 1, 2, "north")
        people(tx, 11, 1, "south")
        poll_id = asked(tx, named="1")
        for telegram_id, option in ((1, 0), (2, 1), (11, 0)):
            vote(tx, telegram_id, poll_id, option)
        read: dict[str, Any] = {"actor": owner(tx), "now": LATER, "broadcast_id": poll_id}
        parts = tallying.read_parts(tx, **read)
        assert [(title.en, tally.counts) for title, tally in parts.shown] == [
            ("north", (1, 1, 0)),
            ("south", (1, 0, 0)),
        ]
        found = tallying.list_voters(tx, option=0, page=0, **read)
        assert len(found.shown) == 2

    await database.write(work)


def test_what_is_left_of_a_sum_never_tells_of_fewer_than_five() -> None:
    poll = Poll(broadcast_id=1, options={})
    for sizes in ([9, 3, 3], [9, 2], [4], [5, 5], [30, 12, 1], [7, 6, 1, 1], []):
        shown, rest = shown_parts(poll, dict(enumerate(sizes)))
        assert rest == 0 or rest >= 5 or not shown
        assert all(sizes[one] >= 5 for one in shown)
        assert sum(sizes[one] for one in shown) + rest == sum(sizes)


async def test_results_are_told_once_to_those_who_were_asked_and_only_when_it_is_over(database: Database) -> None:
    photos = {language: f"photo-{language.value}" for language in Language}

    def work(tx: Transaction) -> None:
        people(tx, 1, 6)
        poll_id = asked(tx)
        people(tx, 20, 1)
        for telegram_id in range(1, 7):
            vote(tx, telegram_id, poll_id, 0)
        read: dict[str, Any] = {"now": LATER, "broadcast_id": poll_id}
        with pytest.raises(StaleError):
            tallying.prepare(tx, actor=owner(tx), photos=photos, **read)
        tallying.close(tx, actor=owner(tx), **read)
        with pytest.raises(StaleError):
            tallying.publish(tx, actor=owner(tx), **read)
        tallying.prepare(tx, actor=owner(tx), photos=photos, **read)
        assert tallying.publish(tx, actor=owner(tx), **read) == 6
        with pytest.raises(StaleError):  # people have answered the question as it was
            correcting.read_languages(tx, actor=owner(tx), **read)
        for again in (tallying.publish, tallying.reopen):
            with pytest.raises(StaleError):
                again(tx, actor=owner(tx), **read)

    await database.write(work)


async def test_a_year_after_a_poll_only_its_figures_are_left(database: Database) -> None:
    def work(tx: Transaction) -> None:
        people(tx, 1, 6)
        poll_id = asked(tx, named="1")
        for telegram_id in range(1, 7):
            vote(tx, telegram_id, poll_id, telegram_id % 2)
        soon, late = LATER + polls.KEPT - timedelta(days=1), LATER + polls.KEPT + timedelta(days=1)
        assert (polls.drop_old(tx, soon, 9), polls.count_old(tx, soon), polls.count_old(tx, late)) == (0, 0, 1)
        purging.tick(tx, now=late, zone=ZoneInfo("UTC"))
        assert tx.connection.execute("SELECT count(*) FROM poll_votes").fetchone()[0] == 0
        assert polls.count(tx, polls.get(tx, poll_id)) == Tally(counts=(3, 3, 0), people=6)
        assert polls.count_old(tx, late) == 0
        with pytest.raises(PollClosedError):
            voting.vote(tx, actor=meet(tx, 1), now=late, broadcast_id=poll_id, option=0, is_chosen=True)

    await database.write(work)
