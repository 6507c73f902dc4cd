"""What takes two: who may agree, until when, to what exactly, and what somebody alone may do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.actions import broadcasting, correcting, vouching
from bot.domain.access import Actor, Role
from bot.domain.errors import NotAvailableError, SecondNeededError, StaleError
from bot.domain.language import Language
from bot.domain.parts import length
from bot.domain.vouch import LIFE, Deed, Matter, Rules, State, Vouch
from bot.texts import Translator
from handlers.organizer import vouch_cards
from storage import accounts, broadcasts
from storage.database import Database, Transaction
from tests.actions.test_broadcasting import begun, compose, owner, student
from tests.seed import NOW, meet, open_database, programme

RULES = Rules(above=50, alone_after=timedelta(minutes=10))
TABLE = Matter(deed=Deed.EXPORT, programme_id=1, event_id=1, what={"event_id": 1}, amount=60)
LATER = NOW + timedelta(minutes=11)
ASKER, SECOND, VIEWER, PART = 50, 51, 52, 53


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path, programme()) as opened:
        await opened.write(lambda tx: meet(tx, ASKER, is_owner=True))
        yield opened


def bring(tx: Transaction, telegram_id: int, role: Role, **part: int) -> Actor:
    """Give somebody a role in the programme and return them as they stand now."""
    known = meet(tx, telegram_id)
    given = {"account_id": known.account_id, "programme_id": 1, "granted_by": None, "now": NOW}
    accounts.add_grant(tx, role=role, **given, **part)  # type: ignore[arg-type]
    return meet(tx, telegram_id)


def asker(tx: Transaction) -> Actor:
    return meet(tx, ASKER)


def second(tx: Transaction) -> Actor:
    return bring(tx, SECOND, Role.ORGANIZER)


async def requested(database: Database, matter: Matter = TABLE) -> Vouch:
    return await database.write(lambda tx: vouching.request(tx, actor=asker(tx), now=NOW, matter=matter))


def agree(tx: Transaction, actor: Actor, vouch: Vouch, now: object = NOW) -> Vouch:
    return vouching.confirm(tx, actor=actor, now=now, vouch_id=vouch.id, rules=RULES)  # type: ignore[arg-type]


async def told(database: Database) -> list[str]:
    return [
        row["template"]
        for row in await database.read(
            lambda tx: tx.connection.execute("SELECT template FROM outbox ORDER BY id").fetchall()
        )
    ]


async def test_who_asked_may_do_it_only_after_somebody_else_agreed(database: Database) -> None:
    await database.write(second)
    vouch = await requested(database)
    with pytest.raises(SecondNeededError):
        await database.write(lambda tx: vouching.must_be_vouched(tx, actor=asker(tx), now=NOW, matter=TABLE))
    with pytest.raises(StaleError):
        await database.write(lambda tx: agree(tx, asker(tx), vouch, LATER))
    await database.write(lambda tx: agree(tx, second(tx), vouch))
    await database.write(lambda tx: vouching.must_be_vouched(tx, actor=asker(tx), now=NOW, matter=TABLE))
    assert await told(database) == ["vouch-asked", "vouch-confirmed"]
    trail = await database.read(
        lambda tx: tx.connection.execute("SELECT account_id, action FROM audit ORDER BY id").fetchall()
    )
    assert [row["action"] for row in trail if row["action"].startswith("vouch")] == [
        "vouch.ask",
        "vouch.confirm",
        "vouch.use",
    ]


async def test_what_was_agreed_is_this_very_deed_by_this_very_person(database: Database) -> None:
    them = await database.write(second)
    vouch = await requested(database)
    await database.write(lambda tx: agree(tx, second(tx), vouch))
    much_more = Matter(deed=Deed.EXPORT, programme_id=1, event_id=1, what={"event_id": 1}, amount=67)
    another = Matter(deed=Deed.EXPORT, programme_id=1, event_id=1, what={"event_id": 2}, amount=60)
    for matter in (much_more, another):
        with pytest.raises(SecondNeededError):
            await database.write(lambda tx, m=matter: vouching.must_be_vouched(tx, actor=asker(tx), now=NOW, matter=m))  # type: ignore[misc]
    with pytest.raises(SecondNeededError):
        await database.write(lambda tx: vouching.must_be_vouched(tx, actor=them, now=NOW, matter=TABLE))


async def test_a_role_is_given_once_and_a_table_may_be_taken_again_for_ten_minutes(database: Database) -> None:
    role = Matter(deed=Deed.ROLE, programme_id=1, what={"role": "organizer"})
    await database.write(second)

    async def do(matter: Matter, now: object) -> None:
        await database.write(lambda tx: vouching.must_be_vouched(tx, actor=asker(tx), now=now, matter=matter))  # type: ignore[arg-type]

    for matter in (role, TABLE):
        vouch = await requested(database, matter)
        await database.write(lambda tx, v=vouch: agree(tx, second(tx), v))  # type: ignore[misc]
        await do(matter, NOW)
    with pytest.raises(SecondNeededError):
        await do(role, NOW)
    await do(TABLE, NOW + timedelta(minutes=9))
    with pytest.raises(SecondNeededError):
        await do(TABLE, NOW + timedelta(minutes=10))


@pytest.mark.parametrize("who", ["viewer", "branch"])
async def test_a_role_for_less_can_neither_see_nor_agree(database: Database, who: str) -> None:
    unit = await database.write(
        lambda tx: tx.connection.execute(
            "INSERT INTO org_units (programme_id, code, kind, title, search_text, position) "
            "VALUES (1, 'x', 'region', '{}', '', 1) RETURNING id"
        ).fetchone()["id"]
    )
    vouch = await requested(database)
    given = (VIEWER, Role.VIEWER, {}) if who == "viewer" else (PART, Role.ORGANIZER, {"unit_id": unit})

    def them(tx: Transaction) -> Actor:
        return bring(tx, given[0], given[1], **given[2])

    for _ in range(2):
        with pytest.raises(NotAvailableError):
            await database.write(lambda tx: agree(tx, them(tx), vouch))
    with pytest.raises(NotAvailableError):
        await database.write(lambda tx: vouching.read_page(tx, actor=them(tx), now=NOW, vouch_id=vouch.id, rules=RULES))
    with pytest.raises(NotAvailableError):
        await database.write(lambda tx: vouching.withdraw(tx, actor=them(tx), now=NOW, vouch_id=vouch.id))


async def test_who_is_alone_may_confirm_it_after_a_pause(database: Database) -> None:
    vouch = await requested(database)
    with pytest.raises(StaleError):
        await database.write(lambda tx: agree(tx, asker(tx), vouch, NOW + timedelta(minutes=9)))
    await database.write(lambda tx: agree(tx, asker(tx), vouch, LATER))
    await database.write(lambda tx: vouching.must_be_vouched(tx, actor=asker(tx), now=LATER, matter=TABLE))


async def test_a_second_who_cannot_be_reached_does_not_leave_one_waiting_for_ever(database: Database) -> None:
    await database.write(second)
    vouch = await requested(database)
    await database.write(lambda tx: accounts.set_reach(tx, SECOND, "blocked"))
    page = await database.write(
        lambda tx: vouching.read_page(tx, actor=asker(tx), now=LATER, vouch_id=vouch.id, rules=RULES)
    )
    assert page.others == ()
    assert page.may_confirm


@pytest.mark.parametrize(("by", "state"), [("asker", State.WITHDRAWN), ("second", State.DECLINED)])
async def test_what_was_taken_back_or_declined_cannot_be_agreed_to(database: Database, by: str, state: State) -> None:
    await database.write(second)
    vouch = await requested(database)
    who = asker if by == "asker" else second
    ended = await database.write(lambda tx: vouching.withdraw(tx, actor=who(tx), now=NOW, vouch_id=vouch.id))
    assert ended.state is state
    with pytest.raises(StaleError):
        await database.write(lambda tx: agree(tx, second(tx), vouch))
    assert (await requested(database)).id != vouch.id


async def test_a_request_lapses_after_a_day_and_who_asked_is_told(database: Database) -> None:
    await database.write(second)
    vouch = await requested(database)
    end = NOW + LIFE
    assert await database.write(lambda tx: vouching.tick(tx, now=end - timedelta(seconds=1))) == 0
    with pytest.raises(StaleError):
        await database.write(lambda tx: agree(tx, second(tx), vouch, end))
    assert await database.write(lambda tx: vouching.tick(tx, now=end)) == 1
    assert await told(database) == ["vouch-asked", "vouch-expired"]


async def test_asking_twice_is_asking_once(database: Database) -> None:
    await database.write(second)
    assert (await requested(database)).id == (await requested(database)).id
    assert await told(database) == ["vouch-asked"]


async def test_who_agrees_to_another_text_reads_the_old_one_beside_it_and_nothing_else_can_be_agreed_to(
    database: Database,
) -> None:
    few = Rules(send_above=0)

    def work(tx: Transaction) -> None:
        them = second(tx)
        student(tx, 1, Language.EN)
        begun(tx, "en")
        number = broadcasts.list_page(tx, 1, limit=1, skipped=0)[0].id
        correcting.ask(tx, actor=owner(tx), now=NOW, broadcast_id=number, language=Language.EN)
        typed = {"actor": owner(tx), "now": NOW, "said_at": NOW}
        proposal = correcting.write(tx, **typed, text="Bring <b>boots</b>")  # type: ignore[arg-type]
        assert isinstance(proposal, correcting.Proposal)
        asked = {"broadcast_id": number, "mark": proposal.mark, "rules": few}
        matter = correcting.read_matter(tx, actor=owner(tx), now=NOW, **asked)  # type: ignore[arg-type]
        assert matter is not None
        vouch = vouching.request(tx, actor=owner(tx), now=NOW, matter=matter)
        for language in Language:
            page = vouching.read_page(tx, actor=them, now=NOW, vouch_id=vouch.id, rules=few)
            t = Translator(language, strict=True)
            text = vouch_cards.card(t, page).text
            assert f"{t('correction-was')}\nHello" in text
            assert f"{t('correction-will-be')}\nBring <b>boots</b>" in text
        correcting.write(tx, **typed, text="Pay here")  # type: ignore[arg-type]
        page = vouching.read_page(tx, actor=them, now=NOW, vouch_id=vouch.id, rules=few)
        assert (page.may_confirm, page.words) == (False, None)
        assert Translator(Language.EN)("vouch-gone") in vouch_cards.card(Translator(Language.EN), page).text
        with pytest.raises(StaleError):
            agree(tx, them, vouch)

    await database.write(work)


async def test_who_agrees_to_an_announcement_reads_all_of_it_first(database: Database) -> None:
    few = Rules(send_above=0)

    def work(tx: Transaction) -> None:
        them = second(tx)
        student(tx, 1, Language.EN)
        for text in ("Hello", "Buses leave. " * 500):
            draft = compose(tx, "kk", "ru")
            texts = {**draft.texts, Language.EN: text.strip()}
            draft = broadcasts.update(tx, replace(draft, texts=texts))
            asked = {"broadcast_id": draft.id, "revision": draft.revision, "rules": few}
            matter = broadcasting.read_matter(tx, actor=owner(tx), now=NOW, **asked)  # type: ignore[arg-type]
            assert matter is not None
            vouch = vouching.request(tx, actor=owner(tx), now=NOW, matter=matter)
            page = vouching.read_page(tx, actor=them, now=NOW, vouch_id=vouch.id, rules=few)
            t = Translator(Language.EN, strict=True)
            shown = [*vouch_cards.before(page), vouch_cards.card(t, page)]
            assert all(length(one.text) <= 4096 for one in shown)
            said = "".join("\n".join(one.text for one in shown).split())
            assert all("".join(one.split()) in said for one in texts.values())

    await database.write(work)
