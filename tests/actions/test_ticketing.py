"""Tickets: one good at a time, nothing readable in it, nothing kept that could make one, and only for whom it is."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from bot.actions import registering, ticketing
from bot.domain.access import Actor
from bot.domain.errors import NotAvailableError
from bot.domain.registration import Registration
from bot.domain.ticket import ALPHABET, Standing, new_code, read_code, secret_of, spaced
from bot.domain.tokens import hash_of
from storage import tickets
from storage.database import Database, Transaction
from storage.engine import DatabaseError
from tests.actions.camp import query
from tests.seed import NOW, fill_in, meet, open_database, programme, submit

KEY, OTHER_KEY = b"k" * 32, b"o" * 32
FIRST, SECOND = b"\x00\x01\x02\x03\x04", b"\xff\xfe\xfd\xfc\xfb"


def register(tx: Transaction) -> tuple[Actor, Registration]:
    actor = meet(tx, 11)
    return actor, submit(tx, actor, fill_in(tx, actor))


async def open_(
    database: Database, actor: Actor, claim: Registration, noise: bytes = FIRST, key: bytes = KEY
) -> ticketing.TicketView:
    return await database.write(
        lambda tx: ticketing.open_ticket(tx, actor=actor, now=NOW, registration_id=claim.id, key=key, noise=noise)
    )


async def test_a_ticket_shows_the_same_secret_every_time(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme()) as database:
        actor, claim = await database.write(register)
        first = await open_(database, actor, claim)
        again = await open_(database, actor, claim, SECOND)
        assert (first.code, first.secret) == (again.code, again.secret)
        assert len(first.secret) == 34
        assert set(first.secret) <= set(ALPHABET)


async def test_the_database_alone_cannot_make_a_ticket(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme()) as database:
        actor, claim = await database.write(register)
        view = await open_(database, actor, claim)
        (row,) = await query(database, "SELECT * FROM tickets")
        assert view.secret not in [str(value) for value in tuple(row)]
        assert row["token_hash"] == hash_of(view.secret)
        assert secret_of(OTHER_KEY, view.code, claim.id) != view.secret
        assert secret_of(KEY, view.code, claim.id + 1) != view.secret


async def test_a_lost_key_gives_a_new_ticket_instead_of_none(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme()) as database:
        actor, claim = await database.write(register)
        before = await open_(database, actor, claim)
        after = await open_(database, actor, claim, SECOND, OTHER_KEY)
        assert after.secret != before.secret
        assert [row["revoked_at"] is None for row in await query(database, "SELECT * FROM tickets ORDER BY id")] == [
            False,
            True,
        ]


async def test_a_renewed_ticket_leaves_one_good_and_says_so_of_the_old(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme()) as database:
        actor, claim = await database.write(register)
        owner = await database.write(lambda tx: meet(tx, 99, is_owner=True))
        old = await open_(database, actor, claim)
        new = await database.write(
            lambda tx: ticketing.renew(tx, actor=actor, now=NOW, registration_id=claim.id, key=KEY, noise=SECOND)
        )
        standings = [await _standing(database, owner, view.secret) for view in (old, new)]
        assert standings == [Standing.REPLACED, Standing.GOOD]
        by_code = await database.write(lambda tx: ticketing.check(tx, actor=owner, now=NOW, code=new.code))
        assert (by_code.standing, by_code.card.registration.id) == (Standing.GOOD, claim.id)


async def test_a_cancelled_registration_has_no_good_ticket(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme()) as database:
        actor, claim = await database.write(register)
        owner = await database.write(lambda tx: meet(tx, 99, is_owner=True))
        view = await open_(database, actor, claim)
        revision = {"registration_id": claim.id, "revision": claim.revision}
        await database.write(lambda tx: registering.cancel(tx, actor=actor, now=NOW, **revision))
        assert await _standing(database, owner, view.secret) is Standing.ENDED
        with pytest.raises(NotAvailableError):
            await open_(database, actor, claim)


async def test_strangers_and_made_up_codes_meet_the_same_words(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme()) as database:
        actor, claim = await database.write(register)
        stranger = await database.write(lambda tx: meet(tx, 12))
        owner = await database.write(lambda tx: meet(tx, 99, is_owner=True))
        elsewhere = replace(owner, grants=tuple(replace(grant, programme_id=777) for grant in owner.grants))
        view = await open_(database, actor, claim)
        for person, secret in (
            (stranger, view.secret),
            (actor, view.secret),
            (elsewhere, view.secret),
            (owner, view.code + "0" * 26),
            (owner, "0" * 34),
        ):
            with pytest.raises(NotAvailableError):
                await _standing(database, person, secret)
        with pytest.raises(NotAvailableError):
            await open_(database, stranger, claim)


async def test_two_good_tickets_of_one_registration_are_refused_by_the_schema(tmp_path: Path) -> None:
    async with open_database(tmp_path, programme()) as database:
        actor, claim = await database.write(register)
        await open_(database, actor, claim)
        statement = "INSERT INTO tickets (registration_id, code, token_hash, issued_at) VALUES (?, 'x', 'y', 0)"
        with pytest.raises(Exception, match=r"tickets\.registration_id|ticket_good_once"):
            await database.write(lambda tx: tx.connection.execute(statement, (claim.id,)).rowcount)


@pytest.mark.parametrize("typed", ["K7PQ 3XRM", "k7pq3xrm", " K7PQ-3XRM ", "k7pq 3xrm"])
def test_a_code_may_be_typed_in_many_ways(typed: str) -> None:
    assert read_code(typed) == "K7PQ3XRM"


def test_slips_between_letters_and_digits_are_forgiven_and_nonsense_is_not() -> None:
    assert read_code("OIL0 1111") == "01101111"
    assert [read_code(typed) for typed in ("", "K7PQ", "K7PQ3XRMA", "К7РQ3ХRM", "K7PQ3XR!")] == [None] * 5
    code = new_code(SECOND)
    assert read_code(spaced(code)) == code


def test_the_key_is_made_once_and_is_its_owners_only(tmp_path: Path) -> None:
    key = tickets.read_key(tmp_path / "keys")
    assert len(key) == 32
    assert tickets.read_key(tmp_path / "keys") == key
    assert stat.S_IMODE((tmp_path / "keys" / tickets.KEY_FILE).stat().st_mode) == 0o600
    (tmp_path / "keys" / tickets.KEY_FILE).write_bytes(b"short")
    with pytest.raises(DatabaseError, match="damaged"):
        tickets.read_key(tmp_path / "keys")


async def _standing(database: Database, actor: Actor, secret: str) -> Standing:
    found = await database.write(lambda tx: ticketing.check(tx, actor=actor, now=NOW, token_hash=hash_of(secret)))
    return found.standing
