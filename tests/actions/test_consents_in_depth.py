"""Consents through their whole life: levels, newer words, guardians who differ, paper, staff who settles."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from copy import deepcopy
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import attesting, consenting, deciding, loading, organizing, renewing, reviewing
from bot.actions.attesting import Entry
from bot.domain.access import Actor
from bot.domain.consent import Decision, Route, State
from bot.domain.errors import ConsentMissingError, NotAvailableError, StaleError, UndoExpiredError
from bot.domain.guardian import Limit, Relation
from bot.domain.language import Language
from bot.domain.registration import Registration, Status
from storage import accounts, erasing, events, participants, registrations
from storage.database import Database, Transaction
from tests import databases
from tests.actions.camp import bring_guardian, query
from tests.seed import NOW, meet, open_database, programme, register, said

MOTHER, FATHER, OWNER = 50, 51, 90
DAY = timedelta(days=1)
PHOTO = {
    "purpose": "photo",
    "required": False,
    "version": 1,
    "title": said("Photo"),
    "text": said("How far may pictures go?"),
    "levels": [{"code": code, "title": said(code)} for code in ("none", "inside", "public")],
}
RULES = {"remind_after_days": [1, 3, 5], "renew_within_days": 7, "resolve_within_days": 7}
LACKING = """
SELECT r.id FROM registrations r WHERE r.status = 'confirmed' AND r.needs_consent = 1 AND (
    EXISTS (SELECT 1 FROM consent_texts t WHERE t.event_id = r.event_id AND t.is_required = 1
        AND NOT EXISTS (SELECT 1 FROM consents c JOIN consent_texts o ON o.id = c.consent_text_id
            WHERE c.participant_id = r.participant_id AND o.event_id = t.event_id AND o.purpose = t.purpose
            AND c.decision = 'given' AND (o.version >= t.version OR EXISTS (
                SELECT 1 FROM consent_holds h WHERE h.registration_id = r.id AND h.kind = 'renewal'
                AND h.closed_at IS NULL))
            AND c.id NOT IN (SELECT consent_id FROM consent_voids)))
    OR EXISTS (SELECT 1 FROM consents c JOIN consent_texts t ON t.id = c.consent_text_id AND t.is_required = 1
        WHERE c.participant_id = r.participant_id AND c.event_id = r.event_id AND c.decision <> 'given'
        AND c.id = (SELECT max(l.id) FROM consents l JOIN consent_texts lt ON lt.id = l.consent_text_id
            WHERE l.participant_id = c.participant_id AND l.giver = c.giver AND lt.purpose = t.purpose)
        AND c.id NOT IN (SELECT consent_id FROM consent_voids)
        AND NOT EXISTS (SELECT 1 FROM consent_resolutions o JOIN consent_texts ot ON ot.id = o.consent_text_id
            WHERE o.participant_id = c.participant_id AND ot.purpose = t.purpose AND o.upto_id >= c.id)))
"""
"""Confirmed minors without the required consents: nobody, ever."""


def content(*, mode: str = "review") -> dict[str, Any]:
    made = programme(audience="minors", mode=mode)
    made["events"][0]["consents"].append(PHOTO)
    made["events"][0]["consent_rules"] = RULES
    return made


def newer(made: dict[str, Any], purpose: str, version: int = 2) -> dict[str, Any]:
    """Return the programme with newer words for one purpose."""
    changed = deepcopy(made)
    for consent in changed["events"][0]["consents"]:
        if consent["purpose"] == purpose:
            consent |= {"version": version, "text": said(f"Words {version}"), "change": said("The term is longer.")}
    return changed


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """A database with one event for minors that chooses whom to confirm."""
    async with open_database(tmp_path, content()) as opened:
        await opened.write(lambda tx: meet(tx, OWNER, is_owner=True))
        yield opened


@pytest.fixture
async def child(database: Database) -> Registration:
    """A registration of a minor whose mother and father have come."""
    registration = await database.write(lambda tx: register(tx, 1))
    for telegram_id in (MOTHER, FATHER):
        await database.write(lambda tx, who=telegram_id: bring_guardian(tx, registration, who, agrees=False))  # type: ignore[misc]
    return registration


def person(tx: Transaction, telegram_id: int) -> Actor:
    found = accounts.find_actor(tx, telegram_id, offered=Language.EN, now=NOW)
    assert found is not None
    return found


async def now_of(database: Database, claim: Registration) -> Registration:
    return await database.read(lambda tx: registrations.get(tx, claim.id))


async def give(database: Database, claim: Registration, who: int, now: datetime = NOW) -> Registration:
    def work(tx: Transaction) -> Registration:
        revision = registrations.get(tx, claim.id).revision
        return consenting.give(
            tx, actor=person(tx, who), now=now, registration_id=claim.id, revision=revision
        ).registration

    return await database.write(work)


async def refuse(database: Database, claim: Registration, who: int, now: datetime = NOW) -> Registration:
    def work(tx: Transaction) -> Registration:
        revision = registrations.get(tx, claim.id).revision
        return consenting.refuse(
            tx, actor=person(tx, who), now=now, registration_id=claim.id, revision=revision, reason="No"
        ).registration

    return await database.write(work)


async def choose(database: Database, claim: Registration, who: int, rank: int) -> Any:
    def work(tx: Transaction) -> Any:
        text = next(one for one in events.list_consent_texts(tx, claim.event_id) if one.purpose == "photo")
        page = consenting.decide_optional(
            tx, actor=person(tx, who), now=NOW, registration_id=claim.id, consent_text_id=text.id, rank=rank
        )
        return page.standing_of(text.id)

    return await database.write(work)


async def confirm(database: Database, claim: Registration, now: datetime = NOW) -> Registration:
    def work(tx: Transaction) -> Registration:
        revision = registrations.get(tx, claim.id).revision
        return deciding.confirm(tx, actor=person(tx, OWNER), now=now, registration_id=claim.id, revision=revision)

    return await database.write(work)


async def load(database: Database, made: dict[str, Any], now: datetime = NOW) -> None:
    await database.write(lambda tx: loading.load(tx, content=made, now=now))


def entry(claim_texts: dict[str, int], *, required: int = 1, photo: int | None = None, **more: Any) -> Entry:
    ranks = {claim_texts[purpose]: required for purpose in ("participation", "personal_data")}
    if photo is not None:
        ranks[claim_texts["photo"]] = photo
    facts: dict[str, Any] = {
        "route": Route.PAPER,
        "full_name": "Gulnar Saparova",
        "relation": Relation.GRANDPARENT,
        "phone": "+77015554433",
        "decided_on": date(2027, 3, 1),
        "language": Language.KK,
        **more,
    }
    return Entry(ranks=ranks, **facts)


async def texts(database: Database) -> dict[str, int]:
    found = await database.read(lambda tx: events.list_consent_texts(tx, 1))
    return {one.purpose: one.id for one in found}


async def write_down(database: Database, claim: Registration, made: Entry, now: datetime = NOW) -> attesting.EntryPage:
    def work(tx: Transaction) -> attesting.EntryPage:
        revision = registrations.get(tx, claim.id).revision
        return attesting.record(
            tx, actor=person(tx, OWNER), now=now, registration_id=claim.id, revision=revision, entry=made
        )

    return await database.write(work)


async def told(database: Database) -> list[str]:
    return [row["template"] for row in await query(database, "SELECT template FROM outbox ORDER BY id")]


# ── Held in place by the schema ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE consents SET decision = 'refused'",
        "UPDATE consents SET decided_at = decided_at - 1",
        "UPDATE consents SET language = 'kk'",
        "UPDATE consents SET account_id = 1, giver = 'account:1'",
        "UPDATE consents SET account_id = 1",
        "UPDATE consents SET text_sha256 = 'other'",
        "UPDATE consents SET consent_text_id = consent_text_id + 1",
        "UPDATE consents SET level = 'public'",
        "UPDATE consents SET route = 'paper'",
        "UPDATE consent_texts SET sha256 = 'other'",
        "DELETE FROM consents",
    ],
)
async def test_no_part_of_a_consent_can_be_changed_or_deleted(
    database: Database, child: Registration, change: str
) -> None:
    await give(database, child, MOTHER)
    with pytest.raises(databases.REFUSALS):
        await database.write(lambda tx: tx.connection.execute(change).fetchall())


async def test_without_its_seal_a_consent_could_be_changed(database: Database, child: Registration) -> None:
    await give(database, child, MOTHER)
    await database.write(lambda tx: tx.connection.execute("DELETE FROM consent_seals"))
    await database.write(lambda tx: tx.connection.execute("UPDATE consents SET decided_at = decided_at - 1"))


async def test_only_the_chat_has_an_account_and_every_other_route_names_who_entered_it(
    database: Database, child: Registration
) -> None:
    await write_down(database, child, entry(await texts(database)))
    for change in (
        "UPDATE consents SET account_id = entered_by",
        "UPDATE consents SET entered_by = NULL",
        "UPDATE consents SET signer_id = NULL",
    ):
        with pytest.raises(databases.REFUSALS):
            await database.write(lambda tx, sql=change: tx.connection.execute(sql).fetchall())  # type: ignore[misc]
    rows = await query(database, "SELECT DISTINCT account_id, entered_by IS NULL AS unentered, route FROM consents")
    assert [tuple(row) for row in rows] == [(None, 0, "paper")]


async def test_a_minor_is_not_confirmed_without_a_consent_whoever_writes_the_sql(
    database: Database, child: Registration
) -> None:
    with pytest.raises(databases.REFUSALS):
        await database.write(
            lambda tx: tx.connection.execute("UPDATE registrations SET status = 'confirmed'").fetchall()
        )


# ── Newer words ─────────────────────────────────────────────────────────────────────────────────────


async def test_newer_words_suspend_who_waits_and_mark_who_is_confirmed(database: Database, child: Registration) -> None:
    await give(database, child, MOTHER)
    other = await database.write(lambda tx: register(tx, 2))
    await database.write(lambda tx: bring_guardian(tx, other, 60, agrees=True))
    await confirm(database, child)
    await load(database, newer(content(), "personal_data"))
    assert (await now_of(database, child)).status is Status.CONFIRMED, "nobody loses a seat at once"
    waiting = await now_of(database, other)
    assert (waiting.status, waiting.consent_id) == (Status.AWAITING_GUARDIAN, None)
    assert waiting.seat_number is not None
    with pytest.raises(ConsentMissingError):
        await confirm(database, other)
    assert (await told(database)).count("consent-renew") == 3, "every guardian, and nobody twice"
    kept = await give(database, child, FATHER)
    assert kept.status is Status.CONFIRMED, "one press of either is enough"
    assert (await give(database, other, 60)).status is Status.PENDING
    assert await query(database, "SELECT id FROM consent_holds WHERE closed_at IS NULL") == []
    rows = await query(
        database,
        "SELECT count(*) AS n FROM consents c JOIN consent_texts t ON t.id = c.consent_text_id WHERE t.version = 2",
    )
    assert rows[0]["n"] == 2, "only the words that are new were asked about"


async def test_a_renewal_that_nobody_gives_goes_to_staff_and_is_never_silently_confirmed(
    database: Database, child: Registration
) -> None:
    await give(database, child, MOTHER)
    await confirm(database, child)
    await load(database, newer(content(), "participation"))
    assert await database.write(lambda tx: renewing.tick(tx, now=NOW + 6 * DAY)) == 0
    assert await database.write(lambda tx: renewing.tick(tx, now=NOW + 7 * DAY)) == 1
    lapsed = await now_of(database, child)
    assert (lapsed.status, lapsed.consent_id) == (Status.AWAITING_GUARDIAN, None)
    assert lapsed.seat_number is not None
    page = await database.read(
        lambda tx: organizing.read_calls(tx, actor=person(tx, OWNER), now=NOW + 7 * DAY, event_id=1)
    )
    assert [(one.registration_id, one.cause) for one in page.to_call] == [(child.id, "renewal")]
    assert await database.write(lambda tx: renewing.tick(tx, now=NOW + 9 * DAY)) == 0
    assert (await give(database, child, MOTHER, NOW + 9 * DAY)).status is Status.CONFIRMED, "as it was before"


async def test_newer_words_of_an_optional_text_allow_nothing_until_they_are_answered(
    database: Database, child: Registration
) -> None:
    await give(database, child, MOTHER)
    await choose(database, child, MOTHER, 2)
    await load(database, newer(content(), "photo"))
    page = await database.read(
        lambda tx: consenting.read_page(tx, actor=person(tx, MOTHER), now=NOW, registration_id=child.id)
    )
    assert page.next_optional is not None
    assert page.next_optional.state is State.OUTDATED
    assert (await now_of(database, child)).consent_id is not None
    assert "consent-ask-again" in await told(database)


async def test_the_same_file_loaded_again_asks_nobody_anything(database: Database, child: Registration) -> None:
    await give(database, child, MOTHER)
    before = await told(database)
    await load(database, content())
    assert await told(database) == before
    assert (await now_of(database, child)).consent_id is not None


# ── Guardians who differ ────────────────────────────────────────────────────────────────────────────


async def test_when_one_of_two_refuses_the_seat_is_kept_and_nothing_is_confirmed(
    database: Database, child: Registration
) -> None:
    await give(database, child, MOTHER)
    await confirm(database, child)
    held = await refuse(database, child, FATHER)
    assert (held.status, held.consent_id) == (Status.AWAITING_GUARDIAN, None)
    assert held.seat_number is not None
    assert (await told(database)).count("consent-differ") == 2
    assert (await told(database)).count("consent-differ-staff") == 1
    with pytest.raises(ConsentMissingError):
        await confirm(database, child)
    agreed = await give(database, child, FATHER)
    assert agreed.status is Status.CONFIRMED, "they agreed: it stands where it stood"


async def test_when_nobody_agrees_any_more_the_registration_ends(database: Database, child: Registration) -> None:
    await give(database, child, MOTHER)
    await refuse(database, child, FATHER)
    assert (await refuse(database, child, MOTHER)).status is Status.REFUSED
    assert await query(database, "SELECT id FROM consent_holds WHERE closed_at IS NULL") == []


async def test_a_withdrawal_counts_although_the_clock_went_back(database: Database, child: Registration) -> None:
    await give(database, child, MOTHER)
    await confirm(database, child)
    ended = await refuse(database, child, MOTHER, NOW - timedelta(hours=1))
    assert ended.status is Status.REFUSED
    at = [row["decided_at"] for row in await query(database, "SELECT decided_at FROM consents ORDER BY id")]
    assert at == sorted(at)


async def test_the_yes_of_a_second_guardian_is_kept_and_disturbs_nobody(
    database: Database, child: Registration
) -> None:
    first, before = await give(database, child, MOTHER), await told(database)
    second = await give(database, child, FATHER)
    assert (second.revision, second.consent_id) == (first.revision, first.consent_id)
    assert await told(database) == before
    assert (await refuse(database, child, MOTHER)).status is Status.AWAITING_GUARDIAN, "now they differ"
    assert (await query(database, "SELECT count(*) AS n FROM consents"))[0]["n"] == 6


async def test_a_disagreement_that_lasts_too_long_gives_the_seat_up(database: Database, child: Registration) -> None:
    await give(database, child, MOTHER)
    await refuse(database, child, FATHER)
    await database.write(lambda tx: renewing.tick(tx, now=NOW + 7 * DAY))
    ended = await now_of(database, child)
    assert (ended.status, ended.seat_number) == (Status.REFUSED, None)


async def settle(database: Database, claim: Registration, text_id: int, rank: int, who: int = OWNER) -> Registration:
    def work(tx: Transaction) -> Registration:
        return attesting.resolve(
            tx,
            actor=person(tx, who),
            now=NOW,
            registration_id=claim.id,
            revision=registrations.get(tx, claim.id).revision,
            consent_text_id=text_id,
            rank=rank,
            reason="Both were called",
        ).registration

    return await database.write(work)


async def test_staff_settles_a_disagreement_with_a_reason_and_deletes_nothing(
    database: Database, child: Registration
) -> None:
    await give(database, child, MOTHER)
    await refuse(database, child, FATHER)
    before = (await query(database, "SELECT count(*) AS n FROM consents"))[0]["n"]
    with pytest.raises(NotAvailableError):
        await settle(database, child, 0, 1, MOTHER)
    assert (await settle(database, child, 0, 1)).status is Status.PENDING
    rows = await query(database, "SELECT decision, reason FROM consent_resolutions")
    assert [tuple(row) for row in rows] == [("given", "Both were called")] * 2
    assert (await query(database, "SELECT count(*) AS n FROM consents"))[0]["n"] == before
    with pytest.raises(StaleError):
        await settle(database, child, 0, 1)
    assert (await refuse(database, child, FATHER)).status is Status.AWAITING_GUARDIAN, "a newer no counts anew"


async def test_staff_may_settle_on_no(database: Database, child: Registration) -> None:
    await give(database, child, MOTHER)
    await refuse(database, child, FATHER)
    assert (await settle(database, child, 0, 0)).status is Status.REFUSED


async def test_of_two_photo_levels_the_stricter_holds_and_blocks_nothing(
    database: Database, child: Registration
) -> None:
    await give(database, child, MOTHER)
    assert (await choose(database, child, MOTHER, 2)).rank == 2
    found = await choose(database, child, FATHER, 1)
    assert (found.rank, found.is_disputed) == (1, True)
    assert (await now_of(database, child)).status is Status.PENDING
    assert "consent-less" in await told(database)
    with pytest.raises(StaleError):
        await settle(database, child, found.text.id, 3)
    await settle(database, child, found.text.id, 2)
    page = await database.read(
        lambda tx: reviewing.read_page(tx, actor=person(tx, OWNER), now=NOW, registration_id=child.id)
    )
    photo = next(one for one in page.standings if one.text.purpose == "photo")
    assert (photo.rank, photo.is_disputed) == (2, False)


async def test_a_withdrawn_photo_is_known_to_organizers_in_the_same_moment(
    database: Database, child: Registration
) -> None:
    await give(database, child, MOTHER)
    await choose(database, child, MOTHER, 2)
    assert (await choose(database, child, MOTHER, 0)).answers[-1].decision is Decision.WITHDRAWN
    page = await database.read(
        lambda tx: reviewing.read_page(tx, actor=person(tx, OWNER), now=NOW, registration_id=child.id)
    )
    assert next(one for one in page.standings if one.text.purpose == "photo").state is State.REFUSED


# ── Paper and phone ─────────────────────────────────────────────────────────────────────────────────


async def test_a_consent_on_paper_moves_the_registration_on_and_names_everybody(
    database: Database, child: Registration
) -> None:
    page = await write_down(database, child, entry(await texts(database), photo=1))
    assert page.registration.status is Status.PENDING
    rows = await query(
        database,
        "SELECT t.purpose, c.level, c.language, s.full_name, s.relation FROM consents c "
        "JOIN consent_texts t ON t.id = c.consent_text_id JOIN consent_signers s ON s.id = c.signer_id ORDER BY c.id",
    )
    assert [tuple(row) for row in rows] == [
        ("participation", "", "kk", "Gulnar Saparova", "grandparent"),
        ("personal_data", "", "kk", "Gulnar Saparova", "grandparent"),
        ("photo", "inside", "kk", "Gulnar Saparova", "grandparent"),
    ]
    assert (await confirm(database, child)).status is Status.CONFIRMED


async def test_what_was_written_down_by_mistake_can_be_taken_back_for_thirty_seconds(
    database: Database, child: Registration
) -> None:
    page = await write_down(database, child, entry(await texts(database)))
    assert page.entered_at is not None

    def undo(after: timedelta) -> Any:
        return lambda tx: attesting.undo(
            tx, actor=person(tx, OWNER), now=NOW + after, registration_id=child.id, entered_at=page.entered_at or 0
        )

    with pytest.raises(UndoExpiredError):
        await database.write(undo(timedelta(seconds=31)))
    back = await database.write(undo(timedelta(seconds=30)))
    assert (back.registration.status, back.registration.consent_id) == (Status.AWAITING_GUARDIAN, None)
    assert len(await query(database, "SELECT id FROM consents")) == 2, "the rows stay"
    due = await query(database, "SELECT id FROM outbox WHERE template = 'consent-given' AND state = 'due'")
    assert due == [], "nobody is told of a slip"
    with pytest.raises(StaleError):
        await database.write(undo(timedelta(seconds=30)))


async def test_paper_of_tomorrow_of_last_year_or_without_every_required_text_is_refused(
    database: Database, child: Registration
) -> None:
    known = await texts(database)
    wrong = (
        entry(known, decided_on=date(2027, 3, 2)),
        entry(known, decided_on=date(2026, 2, 1)),
        entry(known, photo=3),
        entry(known, route=Route.CHAT),
        Entry(**{**_fields(entry(known)), "ranks": {known["participation"]: 1}}),
    )
    for made in wrong:
        with pytest.raises(StaleError):
            await write_down(database, child, made)


def _fields(made: Entry) -> dict[str, Any]:
    return {name: getattr(made, name) for name in made.__slots__}


async def test_paper_and_chat_of_one_phone_are_one_voice(database: Database, child: Registration) -> None:
    await database.write(lambda tx: accounts.set_phone(tx, person(tx, MOTHER).account_id, "+77015554433"))
    await write_down(database, child, entry(await texts(database)))
    later = await refuse(database, child, MOTHER, NOW + timedelta(hours=1))
    assert later.status is Status.REFUSED, "nobody else has agreed"


async def test_a_consent_on_paper_against_a_no_in_the_chat_is_a_disagreement(
    database: Database, child: Registration
) -> None:
    await give(database, child, MOTHER)
    page = await write_down(database, child, entry(await texts(database), required=0))
    assert page.registration.status is Status.AWAITING_GUARDIAN
    assert page.disputed


async def test_forgetting_blanks_who_signed_and_keeps_that_somebody_did(
    database: Database, child: Registration
) -> None:
    await write_down(database, child, entry(await texts(database)))
    await refuse(database, child, MOTHER)
    await settle(database, child, 0, 0)
    await database.write(lambda tx: erasing.erase_participant(tx, child.participant_id, NOW))
    rows = await query(database, "SELECT full_name, phone FROM consent_signers")
    assert [tuple(row) for row in rows] == [("—", "")]
    assert {row["reason"] for row in await query(database, "SELECT reason FROM consent_resolutions")} == {None}
    assert len(await query(database, "SELECT id FROM consents")) == 4


async def test_a_yes_of_a_guardian_who_may_not_decide_any_more_carries_nothing(
    database: Database, child: Registration
) -> None:
    await give(database, child, MOTHER)
    await confirm(database, child)

    def limit(tx: Transaction) -> None:
        mother = person(tx, MOTHER).account_id
        found = next(one for one in participants.list_guardians(tx, child.participant_id) if one.account_id == mother)
        what = Limit.MAY_NOT_DECIDE
        participants.limit_guardian(tx, found.link_id, what, by=mother, reason="court", now=NOW)

    await database.write(limit)
    assert await database.write(lambda tx: renewing.tick(tx, now=NOW)) == 1
    assert (await now_of(database, child)).status is Status.AWAITING_GUARDIAN
    assert await database.write(lambda tx: renewing.tick(tx, now=NOW)) == 0
    with pytest.raises(NotAvailableError):
        await give(database, child, MOTHER)
    assert (await give(database, child, FATHER)).status is Status.PENDING


# ── The phone list ──────────────────────────────────────────────────────────────────────────────────


async def test_after_the_last_reminder_staff_calls_and_an_answer_ends_it(
    database: Database, child: Registration
) -> None:
    lonely = await database.write(lambda tx: register(tx, 3))

    async def listed(after: timedelta) -> list[tuple[int, str]]:
        page = await database.read(
            lambda tx: organizing.read_calls(tx, actor=person(tx, OWNER), now=NOW + after, event_id=1)
        )
        return [(one.registration_id, one.cause) for one in page.to_call]

    assert await listed(5 * DAY) == []
    assert await listed(6 * DAY) == [(child.id, "silent"), (lonely.id, "unopened")]
    await give(database, child, MOTHER, NOW + 6 * DAY)
    assert await listed(6 * DAY) == [(lonely.id, "unopened")]


# ── Any history ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("seed", range(12))
async def test_in_any_history_no_confirmed_minor_lacks_a_consent(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    made, version = content(mode=dice.choice(["review", "first_come"])), 1
    async with open_database(tmp_path, made) as database:
        await database.write(lambda tx: meet(tx, OWNER, is_owner=True))
        claim = await database.write(lambda tx: register(tx, 1))
        for who in (MOTHER, FATHER, 52):
            await database.write(lambda tx, who=who: bring_guardian(tx, claim, who, agrees=False))  # type: ignore[misc]
        for step in range(40):
            now = NOW + step * timedelta(hours=7)
            version = await _something(dice, database, claim, made, version, now)
            assert await query(database, LACKING) == [], f"seed {seed}, step {step}"
            if not (await now_of(database, claim)).is_active:
                break


async def _something(
    dice: random.Random, database: Database, claim: Registration, made: dict[str, Any], version: int, now: datetime
) -> int:
    """Let somebody do something that may be refused; return the newest version."""
    who = dice.choice([MOTHER, FATHER, 52])
    try:
        match dice.choice(["give", "give", "give", "refuse", "confirm", "load", "tick", "paper", "settle", "photo"]):
            case "give":
                await give(database, claim, who, now)
            case "refuse":
                await refuse(database, claim, who, now)
            case "confirm":
                await confirm(database, claim, now)
            case "load":
                version += 1
                await load(database, newer(made, "participation", version), now)
            case "tick":
                await database.write(lambda tx: renewing.tick(tx, now=now))
            case "paper":
                on = now.astimezone().date()
                await write_down(database, claim, entry(await texts(database), decided_on=on), now)
            case "settle":
                await settle(database, claim, 0, dice.choice([0, 1, 1]))
            case _:
                await choose(database, claim, who, dice.choice([0, 1, 2]))
    except (StaleError, ConsentMissingError):
        pass
    return version


async def test_the_invariant_notices_a_minor_who_lacks_a_consent(database: Database, child: Registration) -> None:
    await give(database, child, MOTHER)
    await confirm(database, child)
    assert await query(database, LACKING) == []
    await database.write(
        lambda tx: tx.connection.execute("INSERT INTO consent_voids SELECT id, account_id, decided_at FROM consents")
    )
    assert len(await query(database, LACKING)) == 1
