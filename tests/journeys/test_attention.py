"""What reaches a person as their chat shows it: chosen in a press, gathered in the evening, read when they like."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.domain.audience import Audience
from bot.domain.broadcast import Broadcast
from bot.domain.language import Language
from bot.domain.notice import Notice, Priority
from bot.outgoing import plain
from storage import accounts, broadcasts, outbox
from storage.database import Transaction
from tests.journeys.story import arrive, words
from tests.world import GUARDIAN, ORGANIZER, STUDENT, Person, World

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
