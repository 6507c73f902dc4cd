"""Incidents: added only, chained, sealed, read by few; guardians are told what was shown; forgetting breaks nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import guarding, informing, noting
from bot.domain.access import Role
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.guardian import Limit
from bot.domain.incident import Chain, Incident, Kind
from bot.domain.incident_errors import IncidentTextError
from bot.domain.language import Language
from storage import accounts, erasing, incidents, medics, rotation
from storage.database import Database, Transaction
from storage.values import from_json
from tests.actions.camp import query
from tests.actions.test_squad_sessions import LEADERS, Squads, squads
from tests.databases import REFUSALS, is_postgres, only_sqlite
from tests.seed import NOW, meet

OWNER, ORGANIZER, MEDIC = 900, 951, 952
SECRET = "Sprained ankle at the lake"
LATER = NOW + timedelta(seconds=60)


async def act(own: Squads, who: int, action: Any, **arguments: Any) -> Any:
    return await own.database.write(lambda tx: action(tx, actor=meet(tx, who), now=LATER, **arguments))


async def begin(own: Squads, who: int, child: int, kind: Kind = Kind.ACCIDENT, minutes: int = 0) -> Any:
    about = {"registration_id": child, "kind": kind, "minutes": minutes}
    return await act(own, who, noting.begin, event_id=1, **about)


async def note(own: Squads, who: int, child: int, kind: Kind = Kind.ACCIDENT, text: str = SECRET) -> Any:
    """Write one entry down."""
    await begin(own, who, child, kind)
    await act(own, who, noting.write, text=text)
    return await act(own, who, noting.save, event_id=1)


async def check(own: Squads) -> Chain:
    found: Chain = (await act(own, OWNER, noting.check, event_id=1))[1]
    return found


async def staff(own: Squads) -> None:
    """Name an organizer, and one who is a medic."""

    def name(tx: Transaction) -> None:
        for who in (ORGANIZER, MEDIC):
            given: dict[str, Any] = {"role": Role.ORGANIZER, "programme_id": 1, "granted_by": None, "now": NOW}
            accounts.add_grant(tx, account_id=meet(tx, who).account_id, **given)
        medics.add(tx, meet(tx, MEDIC).account_id, 1, granted_by=meet(tx, OWNER).account_id, now=NOW)

    await own.database.write(name)


async def run(database: Database, *statements: str) -> None:
    def work(tx: Transaction) -> None:
        for statement in statements:
            tx.connection.execute(statement)

    await database.write(work)


async def unlocked(own: Squads) -> None:
    """Take the triggers away, as somebody with the database in their hands could."""
    on = " ON incidents" if is_postgres() else ""
    await run(own.database, *(f"DROP TRIGGER {one}{on}" for one in ("incidents_stay_as_they_are", "incidents_stay")))


async def test_the_schema_refuses_to_change_or_delete_an_entry_until_its_triggers_are_gone(tmp_path: Path) -> None:
    async with squads(tmp_path) as own:
        await note(own, LEADERS[1], 1)
        for statement in ("UPDATE incidents SET author_id = author_id", "DELETE FROM incidents"):
            with pytest.raises(REFUSALS):
                await run(own.database, statement)
        await unlocked(own)
        await run(own.database, "UPDATE incidents SET author_id = author_id", "DELETE FROM incidents")
        assert await query(own.database, "SELECT * FROM incidents") == []


async def test_two_entries_cannot_follow_the_same_one(tmp_path: Path) -> None:
    async with squads(tmp_path) as own:
        await note(own, LEADERS[1], 1)
        with pytest.raises(REFUSALS):
            await run(
                own.database,
                "INSERT INTO incidents (event_id, number, key_id, kind, happened_at, author_id, written_at, sealed, "
                "before_hash, hash) SELECT event_id, 9, 99, kind, happened_at, author_id, written_at, sealed, "
                "before_hash, 'x' FROM incidents",
            )


async def test_a_changed_a_missing_and_a_rewritten_entry_are_found_where_they_are(tmp_path: Path) -> None:
    async with squads(tmp_path) as own:
        for number in range(1, 6):
            await note(own, LEADERS[1], 1 + number % 2, text=f"Entry {number}")
        whole = await check(own)
        assert (whole.length, whole.broken_at) == (5, None)
        await unlocked(own)
        breaks = {
            "kind = 'lost'": "kind = 'accident'",
            "happened_at = happened_at - 1": "happened_at = happened_at + 1",
        }
        for number, (spoil, mend) in enumerate(breaks.items(), start=2):
            await run(own.database, f"UPDATE incidents SET {spoil} WHERE number = {number}")  # noqa: S608 - from above
            assert (await check(own)).broken_at == number
            await run(own.database, f"UPDATE incidents SET {mend} WHERE number = {number}")  # noqa: S608 - from above
            assert (await check(own)).broken_at is None
        await own.database.write(rewrite)
        assert (await check(own)).broken_at == 4
        await run(own.database, "DELETE FROM incidents WHERE number = 5")
        await run(own.database, "DELETE FROM incidents WHERE number = 4")
        assert (await check(own)).broken_at == 4
        await run(own.database, "DELETE FROM incidents WHERE number = 2")
        assert (await check(own)).broken_at == 2


def rewrite(tx: Transaction) -> None:
    """Change an entry and make every hash from there on anew: the chain alone would not show it, the trail does."""
    before = tx.connection.execute("SELECT hash FROM incidents WHERE number = 3").fetchone()["hash"]
    for number in (4, 5):
        found = incidents.get(tx, number)
        entry: Incident = replace(found, registration_id=3, before_hash=before)
        before = entry.digest()
        tx.connection.execute(
            f"UPDATE incidents SET registration_id = 3, before_hash = '{entry.before_hash}', hash = '{before}' "  # noqa: S608 - hashes
            f"WHERE number = {number}"
        )


async def test_the_words_lie_sealed_and_a_forgotten_child_leaves_a_whole_chain_that_nobody_can_read(
    tmp_path: Path,
) -> None:
    async with squads(tmp_path) as own:
        await note(own, LEADERS[1], 2, text="Somebody else")
        page = await note(own, LEADERS[1], 1)
        await begin(own, LEADERS[2], 3)
        await act(own, LEADERS[2], noting.write, text="Half a sentence")
        assert page.words == SECRET
        assert await holds(own, SECRET, "Half a sentence") == []
        participant = own.children[0].participant_id
        await own.database.write(lambda tx: erasing.erase_participant(tx, participant, LATER))
        await own.database.write(lambda tx: erasing.erase_participant(tx, own.children[2].participant_id, LATER))
        again = await act(own, LEADERS[1], noting.read, incident_id=page.incident.id)
        assert again.words is None
        assert (await act(own, OWNER, noting.read, incident_id=1)).words == "Somebody else"
        assert await query(own.database, "SELECT * FROM incident_drafts") == []
        assert (await check(own)).broken_at is None
        year = timedelta(days=365 + 200)
        assert await own.database.write(lambda tx: incidents.drop_old(tx, LATER + year, 10)) == 1
        assert (await act(own, OWNER, noting.read, incident_id=1)).words is None
        assert await own.database.read(lambda tx: incidents.count_old(tx, LATER + year)) == 0
        assert (await check(own)).broken_at is None


async def holds(own: Squads, *secrets: str) -> list[str]:
    """Return where any of these words can be read in the database."""
    tables = ("incidents", "incident_keys", "incident_drafts", "incident_tellings", "outbox", "audit", "accounts")
    found = []
    for table in tables:
        rows = await query(own.database, f"SELECT * FROM {table}")  # noqa: S608 - names of tables
        found += [f"{table}: {one}" for one in secrets for row in rows if one in str(tuple(row))]
    return found


async def test_health_is_read_by_medics_and_whoever_wrote_it_and_each_reading_is_recorded(tmp_path: Path) -> None:
    async with squads(tmp_path) as own:
        await staff(own)
        page = await note(own, LEADERS[1], 1, Kind.HEALTH)
        entry = page.incident.id
        seen = {who: await act(own, who, noting.read, incident_id=entry) for who in (OWNER, ORGANIZER, MEDIC)}
        assert [seen[who].words for who in (OWNER, ORGANIZER, MEDIC)] == [None, None, SECRET]
        assert seen[ORGANIZER].is_hidden
        readings = await query(
            own.database, "SELECT subject, subject_id, account_id FROM audit WHERE action = 'incident.read' ORDER BY id"
        )
        medic = await own.database.write(lambda tx: meet(tx, MEDIC).account_id)
        assert [tuple(row) for row in readings] == [
            ("registration", 1, own.leaders[1]),
            ("registration", 1, medic),
        ]
        for who in (OWNER, ORGANIZER):
            for action in (noting.correct, informing.read):
                with pytest.raises(NotAvailableError):
                    await act(own, who, action, incident_id=entry)
        other = await note(own, LEADERS[2], 3, Kind.BEHAVIOUR)
        assert (await act(own, ORGANIZER, noting.read, incident_id=other.incident.id)).words == SECRET
        for who in (LEADERS[1], own_mother(), 777):
            with pytest.raises(NotAvailableError):
                await act(own, who, noting.read, incident_id=other.incident.id)
        listed = await act(own, LEADERS[1], noting.read_log, event_id=1, page=0)
        assert [one.incident.id for one in listed.shown] == [entry]
        for foreign in (begin(own, LEADERS[1], 3), begin(own, LEADERS[1], 5), begin(own, 777, 1), begin(own, 1, 1)):
            with pytest.raises(NotAvailableError):
                await foreign
        with pytest.raises(NotAvailableError):
            await act(own, LEADERS[1], noting.check, event_id=1)


def own_mother() -> int:
    """Return the Telegram id of the third child's mother."""
    return 53


async def test_a_correction_stands_beside_what_it_corrects_and_nothing_is_written_unseen(tmp_path: Path) -> None:
    async with squads(tmp_path) as own:
        page = await note(own, LEADERS[1], 1)
        await act(own, LEADERS[1], noting.correct, incident_id=page.incident.id)
        with pytest.raises(StaleError):
            await act(own, LEADERS[1], noting.save, event_id=1)
        for text in ("", " ", "x" * 2001):
            with pytest.raises(IncidentTextError):
                await act(own, LEADERS[1], noting.write, text=text)
        shown = await act(own, LEADERS[1], noting.write, text="It was the left one")
        assert shown.words == "It was the left one"
        fixed = await act(own, LEADERS[1], noting.save, event_id=1)
        with pytest.raises(StaleError):
            await act(own, LEADERS[1], noting.save, event_id=1)
        assert (fixed.incident.number, fixed.corrects) == (2, 1)
        first = await act(own, OWNER, noting.read, incident_id=page.incident.id)
        assert (first.words, first.corrected_by) == (SECRET, 2)
        await begin(own, LEADERS[1], 0, Kind.LOST)
        await act(own, LEADERS[1], noting.write, text="A blue rucksack")
        await act(own, LEADERS[1], noting.drop, event_id=1)
        assert len(await query(own.database, "SELECT * FROM incident_keys")) == 2
        assert (await check(own)).length == 2


async def test_guardians_who_may_know_are_told_once_what_was_shown(tmp_path: Path) -> None:
    async with squads(tmp_path) as own:
        page = await note(own, LEADERS[1], 1, Kind.HEALTH)
        about = {"incident_id": page.incident.id}
        before = await act(own, LEADERS[1], informing.read, **about)
        assert ([one.account_id for one in before.guardians], before.texts) == ([own.mothers[1]], None)
        with pytest.raises(StaleError):
            await act(own, LEADERS[1], informing.send, seal=before.seal, **about)
        await act(own, LEADERS[1], informing.ask, language=Language.RU, **about)
        shown = await act(own, LEADERS[1], informing.write, text=f"{SECRET}!")
        await act(own, LEADERS[1], informing.ask, language=Language.RU, **about)
        await act(own, LEADERS[1], informing.write, text="She is well again")
        with pytest.raises(StaleError):
            await act(own, LEADERS[1], informing.send, seal=shown.seal, **about)
        latest = await act(own, LEADERS[1], informing.read, **about)
        told = await act(own, LEADERS[1], informing.send, seal=latest.seal, **about)
        assert (told.telling.recipients, told.may_tell) == (1, False)
        with pytest.raises(StaleError):
            await act(own, LEADERS[1], informing.send, seal=latest.seal, **about)
        (owed,) = await query(own.database, "SELECT account_id, data FROM outbox WHERE template = 'incident-told'")
        assert owed["account_id"] == own.mothers[1]
        assert await holds(own, SECRET, "She is well again") == []
        data = await own.database.read(lambda tx: incidents.opened(tx, from_json(owed["data"])))
        assert data["texts"] == {"ru": "She is well again"}
        participant = own.children[0].participant_id
        await own.database.write(lambda tx: erasing.erase_participant(tx, participant, LATER))
        gone = await query(own.database, "SELECT state, data FROM outbox WHERE template = 'incident-told'")
        assert [(row["state"], row["data"]) for row in gone] == [("stopped", "{}")]


async def test_a_guardian_who_may_not_know_is_not_told_and_a_place_has_nobody_to_tell(tmp_path: Path) -> None:
    async with squads(tmp_path) as own:
        page = await note(own, LEADERS[1], 2)
        (ward,) = await act(own, OWNER, guarding.list_wards, registration_id=2)
        limit = {"link_id": ward.guardian.link_id, "what": Limit.MAY_NOT_KNOW, "reason": "A court said so"}
        await act(own, OWNER, guarding.limit, registration_id=2, **limit)
        found = await act(own, LEADERS[1], informing.choose_call, incident_id=page.incident.id)
        assert found.guardians == ()
        with pytest.raises(StaleError):
            await act(own, LEADERS[1], informing.send, incident_id=page.incident.id, seal=found.seal)
        for child, kind in ((0, Kind.ACCIDENT), (1, Kind.BEHAVIOUR)):
            other = await note(own, LEADERS[1], child, kind)
            assert not other.may_tell
            with pytest.raises(NotAvailableError):
                await act(own, LEADERS[1], informing.choose_call, incident_id=other.incident.id)


async def test_an_author_is_reminded_once_that_guardians_do_not_know_unless_they_do_or_the_author_has_left(
    tmp_path: Path,
) -> None:
    async with squads(tmp_path) as own:
        told, *_ = [
            await note(own, who, child, kind)
            for who, child, kind in (
                (LEADERS[1], 1, Kind.ACCIDENT),
                (LEADERS[1], 2, Kind.HEALTH),
                (LEADERS[1], 1, Kind.BEHAVIOUR),
                (LEADERS[2], 3, Kind.ACCIDENT),
            )
        ]
        await act(own, LEADERS[1], informing.choose_call, incident_id=told.incident.id)
        await act(own, LEADERS[1], informing.send, incident_id=told.incident.id, seal=informing.seal_of({}))
        grants = await query(own.database, "SELECT id, squad_id FROM grants WHERE role = 'leader'")
        (left,) = (row["id"] for row in grants if row["squad_id"] == 2)
        await own.database.write(lambda tx: accounts.revoke_grant(tx, left, NOW))
        counts = [
            await own.database.write(lambda tx, later=later: informing.tick(tx, now=LATER + timedelta(minutes=later)))  # type: ignore[misc]
            for later in (29, 30, 31, 300)
        ]
        assert counts == [0, 1, 0, 0]
        (owed,) = await query(own.database, "SELECT account_id, data FROM outbox WHERE template = 'incident-untold'")
        assert (owed["account_id"], from_json(owed["data"])["number"]) == (own.leaders[1], 2)


@only_sqlite
async def test_a_new_key_opens_the_old_words(tmp_path: Path) -> None:
    async with squads(tmp_path) as own:
        page = await note(own, LEADERS[1], 1)
        done = await rotation.rotate(own.database)
        assert (done.broken, done.keys_left) == (0, 1)
        assert (await act(own, LEADERS[1], noting.read, incident_id=page.incident.id)).words == SECRET
