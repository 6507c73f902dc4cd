"""One person registered twice: what a merge ends, what it moves, what nobody learns by it, and the way back."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import accounts as meeting
from bot.actions import comparing, loading, merging, registering
from bot.actions.telling import HOLD
from bot.domain.access import Actor, Role
from bot.domain.errors import DomainError, NotAvailableError, StaleError
from bot.domain.names import fold
from bot.domain.registration import SEATED, Status
from storage import accounts, participants, registrations
from storage.database import Transaction
from tests import databases
from tests.actions.camp import bring_guardian
from tests.actions.test_finding import enrol, schools
from tests.seed import NOW, meet, open_database, programme

OWNER, LATER = 50, NOW + timedelta(seconds=40)
NAME, SAME_NAME = "Сапарова Айым", "Saparova Aiym"


def owner(tx: Transaction) -> Actor:
    return meet(tx, OWNER, is_owner=True)


def rows(tx: Transaction, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in tx.connection.execute(sql, values)]


def merge(tx: Transaction, kept: int, ended: int, *, actor: Actor | None = None, now: Any = NOW) -> int:
    actor = actor or owner(tx)
    page = comparing.read_pair(tx, actor=actor, now=now, event_id=1, one_id=kept, other_id=ended)
    ids = {"event_id": 1, "kept_id": kept, "ended_id": ended, "revision": page.revision}
    return merging.merge(tx, actor=actor, now=now, **ids)


def without_account(tx: Transaction, registration_id: int) -> None:
    """Make the participant of a registration somebody without a phone."""
    participant_id = registrations.get(tx, registration_id).participant_id
    tx.connection.execute("UPDATE participants SET account_id = NULL WHERE id = ?", (participant_id,))


def twins_of_one_adult(tx: Transaction) -> tuple[int, int]:
    """Let one adult be the guardian of a student and of the same student's second record."""
    one, other = enrol(tx, 201, NAME), enrol(tx, 202, SAME_NAME)
    for number in (one, other):
        bring_guardian(tx, registrations.get(tx, number), 300, agrees=False)
    without_account(tx, other)
    return one, other


def count(tx: Transaction) -> int:
    return comparing.read_count(tx, actor=owner(tx), now=NOW, event_id=1)


async def test_the_same_name_from_the_same_school_is_found_and_both_organizers_read_of_it_once(tmp_path: Path) -> None:
    async with open_database(tmp_path, schools()) as database:

        def story(tx: Transaction) -> None:
            owner(tx)
            enrol(tx, 201, NAME)
            assert rows(tx, "SELECT 1 FROM outbox WHERE template = 'duplicates-found'") == []
            enrol(tx, 202, SAME_NAME.replace("Saparova", "Сапарова"), "south")
            enrol(tx, 203, "Омаров Ерлан")
            page = comparing.read_pairs(tx, actor=owner(tx), now=NOW, event_id=1)
            assert [one.names for one in page.rows] == [(NAME, "Сапарова Aiym")]
            assert (page.total, page.has_history) == (1, False)

        await database.write(story)


async def test_an_alarm_goes_out_when_somebody_sends_the_same_name_again_and_only_once_a_day(tmp_path: Path) -> None:
    async with open_database(tmp_path, schools()) as database:

        def story(tx: Transaction) -> None:
            account_id = owner(tx).account_id
            for telegram_id in (201, 202, 203):
                enrol(tx, telegram_id, NAME)
            told = rows(tx, "SELECT account_id FROM outbox WHERE template = 'duplicates-found'")
            assert told == [(account_id,)]

        await database.write(story)


async def test_a_merge_ends_one_registration_and_its_seat_goes_to_whoever_waits(tmp_path: Path) -> None:
    content = schools()
    content["events"][0]["streams"][0] |= {"capacity": 2, "quotas": []}
    async with open_database(tmp_path, content) as database:

        def story(tx: Transaction) -> None:
            one, other, waiting = enrol(tx, 201, NAME), enrol(tx, 202, SAME_NAME), enrol(tx, 203, "Омаров Ерлан")
            assert registrations.get(tx, waiting).status is Status.WAITLISTED
            merge(tx, one, other)
            kept, ended = registrations.get(tx, one), registrations.get(tx, other)
            assert (kept.status, ended.status, ended.seat_number) == (Status.CONFIRMED, Status.DECLINED, None)
            assert registrations.get(tx, waiting).status is Status.CONFIRMED
            assert count(tx) == 0
            told = rows(tx, "SELECT account_id, template FROM outbox WHERE template LIKE 'registration-%' ORDER BY id")
            assert told == [(ended.account_id, "registration-twice"), (kept.account_id, "registration-stays")]

        await database.write(story)


async def test_accounts_of_two_people_keep_what_they_had_and_see_nothing_of_each_other(tmp_path: Path) -> None:
    async with open_database(tmp_path, schools()) as database:

        def story(tx: Transaction) -> None:
            one, other = enrol(tx, 201, NAME), enrol(tx, 202, SAME_NAME)
            stranger = bring_guardian(tx, registrations.get(tx, other), 300, agrees=False)
            before = known(tx)
            merge(tx, one, other)
            assert known(tx) == before
            assert not participants.is_guardian(tx, registrations.get(tx, one).participant_id, stranger)
            for telegram_id, foreign in ((201, other), (202, one), (300, one)):
                with pytest.raises(NotAvailableError):
                    registering.read_card(tx, actor=meet(tx, telegram_id), now=NOW, registration_id=foreign)

        await database.write(story)


async def test_the_guardians_of_two_records_that_one_adult_sees_know_the_one_that_stays_until_that_is_undone(
    tmp_path: Path,
) -> None:
    async with open_database(tmp_path, schools()) as database:

        def story(tx: Transaction) -> None:
            one, other = twins_of_one_adult(tx)
            bring_guardian(tx, registrations.get(tx, other), 301, agrees=False)
            before = known(tx)
            merge_id = merge(tx, one, other)
            child = registrations.get(tx, one).participant_id
            assert len(participants.list_guardians(tx, child)) == 2
            assert [one.is_primary for one in participants.list_guardians(tx, child)] == [True, False]
            merging.undo(tx, actor=owner(tx), now=LATER, merge_id=merge_id)
            assert known(tx) == before
            assert registrations.get(tx, other).status is Status.CONFIRMED

        await database.write(story)


async def test_a_limit_on_a_guardian_keeps_two_records_apart(tmp_path: Path) -> None:
    async with open_database(tmp_path, schools()) as database:

        def story(tx: Transaction) -> None:
            one, other = twins_of_one_adult(tx)
            tx.connection.execute(
                "UPDATE guardian_links SET may_know = 0, may_decide = 0, limited_by = 1, limited_at = 1, "
                "limit_reason = 'court' WHERE id = 1"
            )
            before = known(tx)
            merge(tx, one, other)
            assert known(tx) == before

        await database.write(story)


async def test_an_undo_in_time_tells_nobody_and_a_late_one_waits_if_the_seat_is_gone(tmp_path: Path) -> None:
    content = schools()
    content["events"][0]["streams"][0] |= {"capacity": 2, "quotas": []}
    async with open_database(tmp_path, content) as database:

        def story(tx: Transaction) -> None:
            one, other = enrol(tx, 201, NAME), enrol(tx, 202, SAME_NAME)
            merging.undo(tx, actor=owner(tx), now=NOW + HOLD / 2, merge_id=merge(tx, one, other))
            assert registrations.get(tx, other).status is Status.CONFIRMED
            owed = "SELECT count(*) FROM outbox WHERE state = 'due' AND template LIKE 'registration-%'"
            assert rows(tx, owed) == [(0,)]
            again = merge(tx, one, other, now=LATER)
            tx.connection.execute("UPDATE outbox SET state = 'sent', finished_at = 1 WHERE state = 'due'")
            enrol(tx, 203, "Омаров Ерлан")
            merging.undo(tx, actor=owner(tx), now=LATER + timedelta(days=3), merge_id=again)
            back = registrations.get(tx, other)
            assert back.status is Status.WAITLISTED
            told = rows(tx, "SELECT account_id, template FROM outbox WHERE state = 'due' AND template LIKE 'regis%'")
            assert told == [(back.account_id, "registration-reopened")]
            with pytest.raises(StaleError):
                merging.undo(tx, actor=owner(tx), now=LATER, merge_id=again)

        await database.write(story)


async def test_two_people_are_remembered_as_two_until_that_is_taken_back(tmp_path: Path) -> None:
    async with open_database(tmp_path, schools()) as database:

        def story(tx: Transaction) -> None:
            one, other = enrol(tx, 201, NAME), enrol(tx, 202, SAME_NAME)
            pair: dict[str, Any] = {"actor": owner(tx), "now": NOW, "event_id": 1, "one_id": other, "other_id": one}
            comparing.set_apart(tx, **pair)
            comparing.set_apart(tx, **pair)
            assert count(tx) == 0
            comparing.undo_apart(tx, **pair)
            assert count(tx) == 1
            with pytest.raises(StaleError):
                comparing.undo_apart(tx, **pair)

        await database.write(story)


async def test_an_old_screen_merges_nothing(tmp_path: Path) -> None:
    async with open_database(tmp_path, schools()) as database:

        def story(tx: Transaction) -> None:
            one, other = enrol(tx, 201, NAME), enrol(tx, 202, SAME_NAME)
            ids: dict[str, Any] = {"event_id": 1, "kept_id": one, "ended_id": other}
            wrong: dict[str, Any]
            for wrong in ({**ids, "revision": 99}, {**ids, "ended_id": one, "revision": 0}):
                with pytest.raises(StaleError):
                    merging.merge(tx, actor=owner(tx), now=NOW, **wrong)

        await database.write(story)


async def test_only_who_runs_the_programme_compares_merges_or_takes_back(tmp_path: Path) -> None:
    async with open_database(tmp_path, schools()) as database:
        other_content = programme()
        other_content["programme"]["code"] = "other"
        other_content["events"][0]["code"] = "other-2027"
        await database.write(lambda tx: loading.load(tx, content=other_content, now=NOW))

        def story(tx: Transaction) -> None:
            one, other = enrol(tx, 201, NAME), enrol(tx, 202, SAME_NAME)
            merge_id = merge(tx, one, other)
            programme_id = rows(tx, "SELECT id FROM programmes WHERE code = 'other'")[0][0]
            stranger = organizer_of(tx, 70, programme_id)
            pair: dict[str, Any] = {"actor": stranger, "now": NOW, "event_id": 1, "one_id": one, "other_id": other}
            ids: dict[str, Any] = {"event_id": 1, "kept_id": one, "ended_id": other, "revision": 1}
            for attempt in (
                lambda: comparing.read_pairs(tx, actor=stranger, now=NOW, event_id=1),
                lambda: comparing.read_history(tx, actor=stranger, now=NOW, event_id=1),
                lambda: comparing.read_pair(tx, **pair),
                lambda: comparing.set_apart(tx, **pair),
                lambda: comparing.undo_apart(tx, **pair),
                lambda: merging.merge(tx, actor=stranger, now=NOW, **ids),
                lambda: merging.undo(tx, actor=stranger, now=NOW, merge_id=merge_id),
                lambda: merging.undo(tx, actor=stranger, now=NOW, merge_id=999),
                lambda: comparing.read_pair(tx, **{**pair, "event_id": 2}),
            ):
                with pytest.raises(NotAvailableError):
                    attempt()

        await database.write(story)


def organizer_of(tx: Transaction, telegram_id: int, programme_id: int) -> Actor:
    account_id = meet(tx, telegram_id).account_id
    accounts.add_grant(
        tx, account_id=account_id, role=Role.ORGANIZER, programme_id=programme_id, granted_by=account_id, now=NOW
    )
    return meeting.meet(
        tx, telegram_id=telegram_id, display_name="X", offered=meet(tx, telegram_id).language, now=NOW, is_owner=False
    )


def known(tx: Transaction) -> list[list[tuple[Any, ...]]]:
    """Return who is known by whom."""
    return [
        rows(tx, "SELECT id, account_id FROM participants ORDER BY id"),
        rows(tx, "SELECT id, participant_id, account_id FROM registrations ORDER BY id"),
        rows(
            tx, "SELECT participant_id, account_id, is_primary FROM guardian_links WHERE ended_at IS NULL ORDER BY 1, 2"
        ),
        rows(tx, "SELECT * FROM consents ORDER BY id"),
    ]


# ── Any history ─────────────────────────────────────────────────────────────────────────────────


class History:
    """A camp for three in which anything may happen, looked at after every step."""

    def __init__(self, tx: Transaction, seed: int) -> None:
        self.tx, self.random = tx, random.Random(seed)
        self.actor = owner(tx)
        self.merges: list[int] = []
        self.people = 0
        self.decisions: list[tuple[Any, ...]] = []
        self.claims: set[int] = set()

    def step(self) -> None:
        """Let one thing happen, or be refused."""
        before = self.access()
        deeds = (
            self.enrol,
            self.family,
            self.guard,
            self.guard,
            self.cancel,
            self.merge,
            self.merge,
            self.merge,
            self.undo,
        )
        deed = self.random.choice(deeds)
        pair: frozenset[int] = frozenset()
        self.tx.connection.execute("SAVEPOINT step")
        try:
            pair = deed() or pair
        except DomainError:
            self.tx.connection.execute("ROLLBACK TO step")
        self.tx.connection.execute("RELEASE step")
        if deed == self.merge:
            self.nobody_new(before, pair)
        self.whole()

    def enrol(self) -> None:
        self.people += 1
        claim = enrol(self.tx, 200 + self.people, self.random.choice((NAME, SAME_NAME, "Омаров Ерлан")))
        if self.random.random() < 0.6:
            without_account(self.tx, claim)

    def family(self) -> None:
        """Let one adult stand behind two records of one child."""
        claim = 0
        for adult in (402, 403):
            self.people += 1
            claim = enrol(self.tx, 200 + self.people, NAME)
            for guardian in {402, adult}:
                bring_guardian(self.tx, registrations.get(self.tx, claim), guardian, agrees=False)
        without_account(self.tx, claim)

    def guard(self) -> None:
        claim, who = registrations.get(self.tx, self.pick()), 400 + self.random.randrange(2)
        if not rows(self.tx, "SELECT 1 FROM links WHERE token_hash = ?", f"link-{claim.id}-{who}"):
            bring_guardian(self.tx, claim, who, agrees=self.random.random() < 0.7)

    def cancel(self) -> None:
        claim = registrations.get(self.tx, self.pick())
        row = accounts.get_row(self.tx, claim.account_id)
        actor = meet(self.tx, row["telegram_id"])
        registering.cancel(self.tx, actor=actor, now=NOW, registration_id=claim.id, revision=claim.revision)

    def merge(self) -> frozenset[int]:
        standing = "SELECT id FROM registrations WHERE status NOT IN ('declined', 'refused', 'cancelled') ORDER BY id"
        found = [one[0] for one in rows(self.tx, standing)]
        if len(found) < 2:
            return frozenset()
        kept, ended = self.random.sample(found, 2)
        pair = frozenset(registrations.get(self.tx, one).participant_id for one in (kept, ended))
        self.merges.append(merge(self.tx, kept, ended, actor=self.actor))
        return pair

    def undo(self) -> None:
        if self.merges:
            merging.undo(self.tx, actor=self.actor, now=LATER, merge_id=self.random.choice(self.merges))

    def pick(self) -> int:
        found = rows(self.tx, "SELECT id FROM registrations ORDER BY id")
        return int(self.random.choice(found)[0]) if found else 0

    def access(self) -> Mapping[int, frozenset[tuple[int, int]]]:
        """Return account -> (registration, participant) it reads, the way the program itself decides."""
        seen: dict[int, frozenset[tuple[int, int]]] = {}
        claims = [registrations.get(self.tx, one[0]) for one in rows(self.tx, "SELECT id FROM registrations")]
        for account_id, telegram_id in rows(self.tx, "SELECT id, telegram_id FROM accounts"):
            actor, found = meet(self.tx, telegram_id), set()
            own = participants.find_by_account(self.tx, account_id)
            for claim in claims:
                try:
                    registering.read_card(self.tx, actor=actor, now=NOW, registration_id=claim.id)
                except NotAvailableError:
                    if own is None or own.id != claim.participant_id:
                        continue
                found.add((claim.id, claim.participant_id))
            seen[account_id] = frozenset(found)
        return seen

    def nobody_new(self, before: Mapping[int, frozenset[tuple[int, int]]], pair: frozenset[int]) -> None:
        """Check that whoever gained something knew one of the two, and that somebody knew both."""
        knew = {
            whose: {account_id for account_id, known in before.items() if whose in {one for _, one in known}}
            for whose in pair
        }
        for account_id, after in self.access().items():
            if {claim for claim, _ in after} - {claim for claim, _ in before.get(account_id, ())}:
                assert set.intersection(*knew.values()), "strangers were made one family"
                assert account_id in set.union(*knew.values()), "somebody who knew neither reads something now"

    def whole(self) -> None:
        claims = rows(self.tx, "SELECT id, status, seat_number FROM registrations")
        assert self.claims <= {one[0] for one in claims}, "a registration is lost"
        self.claims = {one[0] for one in claims}
        seated = [one for one in claims if one[1] in SEATED]
        taken = rows(self.tx, "SELECT number FROM seats WHERE is_free = 0")
        assert {one[2] for one in seated} == {one[0] for one in taken}
        assert len(seated) == len(taken) <= 3, "oversold"
        assert len(seated) == 3 or all(one[1] != Status.WAITLISTED for one in claims), "a seat stays free"
        decisions = rows(
            self.tx,
            "SELECT * FROM consents ORDER BY id",
        )
        assert decisions[: len(self.decisions)] == self.decisions, "a decision was changed"
        self.decisions = decisions
        if not databases.is_postgres():
            assert rows(self.tx, "PRAGMA foreign_key_check") == []


async def live(tmp_path: Path, seeds: range) -> tuple[int, int]:
    """Live through many histories; return how many records became one, and how many of these went apart again."""
    content = programme(capacity=3, audience="minors", quotas={"north": 100, "south": 100})
    content["events"][0]["streams"][0]["quotas"] = []
    merged = undone = 0
    async with open_database(tmp_path, content) as database:
        for seed in seeds:

            def story(tx: Transaction, seed: int = seed) -> tuple[int, int]:
                tx.connection.execute("SAVEPOINT history")
                history = History(tx, seed)
                for _ in range(40):
                    history.step()
                found = rows(tx, "SELECT count(*), count(undone_at) FROM merges WHERE links <> '[]'")[0]
                tx.connection.execute("ROLLBACK TO history")
                return found[0], found[1]

            made, back = await database.write(story)
            merged, undone = merged + made, undone + back
    return merged, undone


@pytest.mark.parametrize("first", range(0, 60, 20))
async def test_in_any_history_nothing_is_lost_oversold_rewritten_or_shown_to_strangers(
    tmp_path: Path, first: int
) -> None:
    merged, undone = await live(tmp_path, range(first, first + 20))
    assert merged >= 5
    assert undone >= 1


async def test_without_the_check_the_same_histories_show_a_stranger_something(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    always: Callable[..., bool] = lambda *found: True  # noqa: E731
    monkeypatch.setattr(merging, "can_share", always)
    with pytest.raises(AssertionError, match="strangers were made one family"):
        await live(tmp_path, range(20))


def test_the_folded_names_of_this_story_are_alike() -> None:
    assert fold(NAME) != fold(SAME_NAME)
