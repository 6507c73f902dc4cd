"""An announcement after it was sent: deleted from the chats, with figures that are true."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.domain.language import Language
from bot.domain.removal import Removal
from bot.outgoing import plain
from storage import removals
from tests.journeys.story import words
from tests.journeys.test_broadcast import (
    EN,
    KK,
    RU,
    TEXTS,
    T,
    copies,
    family_of,
    go_to_announcements,
    has_ended,
    kill,
    newest,
    open_programme,
    organizer_of,
    said,
    send_now,
    slow_down,
    until,
    write,
)
from tests.world import PATIENCE, Person, World, new_world


async def removal_of(world: World) -> Removal:
    """Return what became of deleting the newest announcement."""
    return await world.running.database.read(lambda tx: removals.count(tx, newest(tx).id))


async def delete_it(organizer: Person) -> None:
    """Ask for it and say yes, without waiting until it is done."""
    await until(lambda: organizer.has_button(T("button-removal")))
    await organizer.press(T("button-removal"))
    message_id, data = organizer.find_button(T("button-removal-yes"))
    await organizer.world.telegram.press(organizer.id, message_id, data, wait=PATIENCE)


async def test_what_was_delivered_is_deleted_and_what_could_not_be_is_said(polled: World) -> None:
    organizer = await organizer_of(polled)
    await open_programme(polled)
    people = await family_of(polled, [EN, KK, RU, EN, EN])
    refuses, lost, gone = people[2], people[3], people[4]
    polled.telegram.add_fault("lost_reply", method="sendMessage", chat_id=lost.id, count=3)
    await write(organizer, TEXTS)
    await send_now(polled, organizer)
    await until(lambda: has_ended(polled), seconds=30)
    assert len(copies(lost)) == 3
    polled.telegram.delete(gone.id, next(m["message_id"] for m in gone.messages() if "8:40" in str(m.get("text"))))
    polled.telegram.add_fault("403", method="deleteMessage", chat_id=refuses.id)
    polled.telegram.add_fault("429", method="deleteMessage", chat_id=people[0].id, retry_after=1)
    await until(lambda: organizer.has_button(T("button-removal")))
    await organizer.press(T("button-removal"))
    question = organizer.screen()
    assert said("removal-delivered", number=5) in question
    assert said("removal-doubtful", number=1) in question
    assert len(copies(people[0])) == 1, "a question deletes nothing"
    await organizer.press(T("button-removal-yes"))
    await until(lambda: said("broadcast-head-removed") in organizer.screen())
    assert [len(copies(person)) for person in people] == [0, 0, 1, 3, 0]
    assert await removal_of(polled) == Removal(removed=2, blocked=1, unconfirmed=1, gone=1)
    report = organizer.screen()
    assert said("removal-removed", number=2, delivered=5) in report
    assert said("removal-left", number=3) in report
    assert not organizer.has_button(T("button-removal"))
    await go_to_announcements(organizer)
    assert organizer.has_button("🗑 4/5")


async def test_deleted_in_the_middle_nothing_more_goes_out_and_a_kill_loses_no_deletion(tmp_path: Path) -> None:
    async with new_world(tmp_path) as world:
        organizer = await organizer_of(world)
        await open_programme(world)
        people = await family_of(world, [EN] * 9)
        await write(organizer, TEXTS)
        await slow_down(world)
        await send_now(world, organizer)
        await until(lambda: sum(len(copies(person)) for person in people) >= 3)
        await delete_it(organizer)
        await until(lambda: "deleteMessage" in {call.method for call in world.telegram.calls()})
        await kill(world)
        world.clock.offset += timedelta(minutes=1)
        world.more_settings |= {"pace_per_second": 1000}
        await world.start()
        await until(lambda: said("broadcast-head-removed") in organizer.screen(), seconds=40)
        assert sum(len(copies(person)) for person in people) == 0
        removal = await removal_of(world)
        assert removal.removed + removal.unconfirmed == removal.delivered >= 3
        assert removal.unconfirmed <= 2, "of what was on its way at the kill nobody knows"


async def test_what_is_older_than_two_days_stays_and_is_counted(polled: World) -> None:
    organizer = await organizer_of(polled)
    await open_programme(polled)
    (person,) = await family_of(polled, [EN])
    await write(organizer, TEXTS)
    await send_now(polled, organizer)
    await until(lambda: has_ended(polled))
    await polled.travel(to=polled.clock.now() + timedelta(hours=49))
    await go_to_announcements(organizer)
    await organizer.press("✅ 1/1")
    await organizer.press(T("button-removal"))
    assert said("removal-older", number=1) in organizer.screen()
    await organizer.press(T("button-removal-yes"))
    await until(lambda: said("removal-left-too-old", number=1) in organizer.screen())
    assert len(copies(person)) == 1
    assert await removal_of(polled) == Removal(too_old=1)


async def test_the_screens_say_it_in_three_languages(polled: World) -> None:
    organizer = await organizer_of(polled)
    await open_programme(polled)
    await family_of(polled, [EN, KK])
    await write(organizer, TEXTS)
    await send_now(polled, organizer)
    await until(lambda: has_ended(polled))
    for language in (KK, RU, EN):
        await choose(organizer, language)
        await organizer.press("✅ 2/2")
        await organizer.press(words(language)("button-removal"))
        assert words(language)("removal-final") in organizer.screen()
    await organizer.press(T("button-removal-yes"))
    await until(lambda: said("broadcast-head-removed") in organizer.screen())
    for language in (KK, RU, EN):
        await choose(organizer, language)
        await organizer.press("🗑 2/2")
        assert plain(words(language)("removal-removed", number=2, delivered=2)) in organizer.screen()


async def choose(organizer: Person, language: Language) -> None:
    """Read in another language from now on, and come to the announcements in it."""
    t = words(language)
    await organizer.say("/language")
    await organizer.press({KK: "Қазақша", RU: "Русский", EN: "English"}[language])
    await organizer.say("/menu")
    await organizer.press(t("button-desk"))
    await organizer.press({KK: "Шағын лагерь", RU: "Малый лагерь", EN: "Small camp"}[language])
    await organizer.press(t("button-announce"))
