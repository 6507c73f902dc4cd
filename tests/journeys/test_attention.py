"""What reaches a person as their chat shows it: chosen in a press, gathered in the evening, read when they like."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from bot.actions import removing
from bot.domain.access import Actor
from bot.domain.audience import Audience
from bot.domain.broadcast import Broadcast, State
from bot.domain.language import Language
from bot.domain.notice import Notice, Priority
from bot.outgoing import plain
from storage import accounts, broadcasts, outbox, removals
from storage.database import Transaction
from tests.journeys.story import arrive, words
from tests.world import GUARDIAN, ORGANIZER, PATIENCE, STUDENT, Person, World

EVENING = datetime(2027, 7, 6, 14, 0, tzinfo=UTC)
"""Seven o'clock in Almaty."""


async def owe(world: World, person: Person, text: str, **more: object) -> None:
    """Owe somebody an announcement, as if one had been sent."""

    def work(tx: Transaction) -> None:
        account_id = accounts.find_id(tx, person.id)
        assert account_id is not None
        data = {"text": text, "language": "en", **more}
        notice = Notice(account_id=account_id, template="broadcast", data=data, priority=Priority.BULK)
        outbox.put(tx, notice, world.clock.now())

    await world.running.database.write(work)
    world.running.delivery.wake()
    await world.idle()


async def test_a_person_chooses_the_evening_reads_the_digest_and_then_wants_only_what_is_urgent(world: World) -> None:
    t, person = words(Language.EN), world.person(STUDENT)
    await world.travel(to=EVENING - timedelta(hours=8))
    await arrive(person, Language.EN)
    await person.press(t("button-attention"))
    assert plain(t("attention-is-everything", hour="19:00")) in plain(person.screen())
    await person.press(t("button-attention-evening"))
    assert f"✓ {t('button-attention-evening')}" in person.labels()
    assert "✓ 19:00" in person.labels()
    await owe(world, person, "<b>Bring boots</b>\nIt will rain.")
    await owe(world, person, "Second news")
    await owe(world, person, "Buses at 8", asks=1)
    assert [text for text in person.texts() if "Bring" in text or "Buses" in text] == ["Buses at 8"]
    await world.travel(to=EVENING - timedelta(minutes=1))
    assert "Bring" not in "".join(person.texts())
    await world.travel(to=EVENING + timedelta(minutes=1))
    assert plain(t("digest", number=2)) in plain(person.screen())
    assert "Bring boots · It will rain." in plain(person.screen())
    await person.press("1")
    assert plain(person.texts()[-1]) == "Bring boots\nIt will rain."
    await person.say("/notices")
    await person.press(t("button-attention-urgent"))
    await owe(world, person, "Third news")
    await owe(world, person, "Fire!", is_emergency=True)
    await person.say("/notices")
    await person.press(plain(t("button-missed", number=2)))
    assert person.has_button("Third news")
    await person.press("Third news")
    assert "Third news" in person.screen()
    await person.press(t("button-missed-list"))
    await person.press(t("button-attention"))
    await person.press(t("button-attention-everything"))
    await owe(world, person, "Fourth news")
    assert person.texts()[-1] == "Fourth news"


async def test_the_figures_of_an_announcement_add_up_whatever_people_chose(world: World) -> None:
    people = [world.person(STUDENT), world.person(GUARDIAN), world.person(ORGANIZER)]
    t = words(Language.EN)
    await world.travel(to=EVENING - timedelta(hours=8))
    for person, choice in zip(people, ("evening", "urgent", "everything"), strict=True):
        await arrive(person, Language.EN)
        await person.press(t("button-attention"))
        await person.press(t(f"button-attention-{choice}"))

    def send(tx: Transaction) -> Broadcast:
        found = broadcasts.add(tx, programme_id=1, author_id=1, audience=Audience(), now=world.clock.now())
        tx.connection.execute(
            "UPDATE broadcasts SET state = 'sending', sender_id = (SELECT account_id FROM grants LIMIT 1), "
            "send_at = 0, recipients = 3 WHERE id = ?",
            (found.id,),
        )
        for person in people:
            account_id = accounts.find_id(tx, person.id) or 0
            data = {"text": "News", "language": "en"}
            notice = Notice(account_id=account_id, template="broadcast", data=data, broadcast_id=found.id)
            outbox.put(tx, notice, world.clock.now())
        return broadcasts.get(tx, found.id)

    sent = await world.running.database.write(send)
    world.running.delivery.wake()
    await world.idle()
    report = await world.running.database.read(lambda tx: broadcasts.report(tx, sent))
    assert (report.sent, report.held, report.kept, report.settled) == (1, 1, 1, 2)
    await world.travel(to=EVENING + timedelta(minutes=1))
    report = await world.running.database.read(lambda tx: broadcasts.report(tx, sent))
    assert (report.sent, report.held, report.kept, report.settled) == (2, 0, 1, 3)


async def test_what_is_deleted_is_taken_out_of_the_digest_that_named_it(polled: World) -> None:
    person, t = polled.person(STUDENT), words(Language.EN)
    await polled.travel(to=EVENING - timedelta(hours=8))
    await arrive(polled.person(ORGANIZER), Language.EN)
    await arrive(person, Language.EN)
    await person.press(t("button-attention"))
    await person.press(t("button-attention-evening"))

    def send(tx: Transaction) -> list[int]:
        numbers = []
        for text in ("Wrong news", "Right news"):
            found = broadcasts.add(tx, programme_id=1, author_id=1, audience=Audience(), now=polled.clock.now())
            query = "UPDATE broadcasts SET state = 'sending', sender_id = (SELECT account_id FROM grants LIMIT 1), "
            tx.connection.execute(query + "send_at = 0, recipients = 1 WHERE id = ?", (found.id,))
            data = {"text": text, "language": "en"}
            account_id = accounts.find_id(tx, person.id) or 0
            notice = Notice(account_id=account_id, template="broadcast", data=data, broadcast_id=found.id)
            outbox.put(tx, notice, polled.clock.now())
            numbers.append(found.id)
        return numbers

    wrong, right = await polled.running.database.write(send)
    polled.running.delivery.wake()
    await polled.idle()
    await polled.travel(to=EVENING + timedelta(minutes=1))
    assert "Wrong news" in person.screen()
    assert "Right news" in person.screen()
    await delete(polled, wrong)
    assert "Wrong news" not in person.screen()
    assert "Right news" in person.screen()
    found = await polled.running.database.read(lambda tx: removals.count(tx, wrong))
    assert (found.removed, found.left, found.waiting) == (1, 0, 0)
    await person.press("1")
    assert "Right news" in person.screen()
    await delete(polled, right)
    assert any(plain(t("digest-emptied")) in text for text in person.texts())


async def delete(world: World, number: int) -> None:
    """Delete an announcement from the chats, and wait until that is over."""

    def remove(tx: Transaction) -> None:
        removing.remove(tx, actor=_owner(tx), now=world.clock.now(), broadcast_id=number, message_id=None)

    def _owner(tx: Transaction) -> Actor:
        account_id = tx.connection.execute("SELECT account_id FROM grants LIMIT 1").fetchone()[0]
        return accounts.get_holder(tx, account_id, now=world.clock.now())

    read = world.running.database.read
    await world.running.database.write(remove)
    world.running.delivery.wake()
    async with asyncio.timeout(PATIENCE):
        while await read(lambda tx: broadcasts.get(tx, number).state) is not State.REMOVED:  # noqa: ASYNC110 - a tick's
            await asyncio.sleep(0.05)
    await world.idle()
