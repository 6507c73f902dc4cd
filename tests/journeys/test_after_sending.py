"""An announcement after it was sent: changed in the chats or deleted from them, with figures that are true."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from pathlib import Path

from python_calamine import CalamineWorkbook

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
    await organizer.press(T("button-report"))
    file_id = organizer.messages()[-1]["document"]["file_id"]
    content = polled.telegram.world.files.find(file_id).data
    rows = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()[1:]
    figures = {str(name): str(number) for name, number in rows}
    assert figures.pop(T("report-recipients")) == "5"
    left = {key: figures.pop(T(f"report-{key}")) for key in ("removed", "not-removed")}
    assert left == {"removed": "2", "not-removed": "3"}
    assert sum(map(int, figures.values())) == 5
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


async def change_it(organizer: Person, language: str, text: str) -> str:
    """Type another text and come to the question; return what it shows."""
    await until(lambda: organizer.has_button(T("button-correction")))
    await organizer.press(T("button-correction"))
    await organizer.press(language)
    await organizer.say(text)
    return organizer.screen()


async def test_a_changed_text_is_changed_in_the_chats_and_buttons_stay(polled: World) -> None:
    organizer = await organizer_of(polled)
    await open_programme(polled)
    first, second, russian, lost = await family_of(polled, [EN, EN, RU, EN])
    polled.telegram.add_fault("lost_reply", method="sendMessage", chat_id=lost.id, count=3)
    await write(organizer, TEXTS)
    await organizer.press(T("button-back"))
    await organizer.press(T("button-broadcast-reply"))
    await organizer.press(T("broadcast-reply-on"))
    await organizer.press(T("button-broadcast-check"))
    await send_now(polled, organizer)
    await until(lambda: has_ended(polled), seconds=30)
    await first.press(T("button-got-it"))
    question = await change_it(organizer, "English", "Bus 3 leaves at 8:40, gate <i>C</i> & D.")
    assert "gate B." in question.replace("<b>", "").replace("</b>", "")
    assert "gate <i>C</i> & D." in question
    assert said("correction-concerned", number=3) in question
    assert copies(first) == [TEXTS[EN]], "a question changes nothing"
    await organizer.press(T("button-correction-yes"))
    await until(lambda: said("correction-changed", number=2, concerned=3) in organizer.screen())
    assert said("removal-left-unconfirmed", number=1) in organizer.screen()
    new = "Bus 3 leaves at 8:40, gate <i>C</i> & D."
    assert (copies(first), copies(second), copies(russian)) == ([new], [new], [TEXTS[RU]])
    assert first.has_button(T("button-got-it-done"))
    assert second.has_button(T("button-got-it"))
    await go_to_announcements(organizer)
    await organizer.press("✏️ ✅")
    await delete_it(organizer)
    await until(lambda: said("removal-removed", number=3, delivered=4) in organizer.screen())


async def test_changed_while_it_goes_out_everybody_ends_with_the_new_text(tmp_path: Path) -> None:
    async with new_world(tmp_path) as world:
        organizer = await organizer_of(world)
        await open_programme(world)
        people = await family_of(world, [EN] * 9)
        await write(organizer, TEXTS)
        await slow_down(world)
        await send_now(world, organizer)
        await until(lambda: sum(len(copies(person)) for person in people) >= 2)
        await until(lambda: organizer.has_button(T("button-correction")))
        for label in (T("button-correction"), "English"):
            message_id, data = organizer.find_button(label)
            await world.telegram.press(organizer.id, message_id, data, wait=PATIENCE)
        world.telegram.send_text(organizer.id, "Bus 3 leaves at 8:40 from gate Z.")
        await until(lambda: organizer.has_button(T("button-correction-yes")))
        await kill(world)
        world.clock.offset += timedelta(minutes=1)
        await world.start()
        message_id, data = organizer.find_button(T("button-correction-yes"))
        await world.telegram.press(organizer.id, message_id, data, wait=PATIENCE)
        await until(lambda: has_ended(world), seconds=40)
        assert {copies(person)[-1] for person in people} == {"Bus 3 leaves at 8:40 from gate Z."}
