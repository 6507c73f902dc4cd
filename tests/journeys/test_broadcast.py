"""Announcements as they are lived: written in three languages, checked, sent, taken back, stopped, survived."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import astuple
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import broadcasting, loading
from bot.domain.broadcast import Report, State
from bot.domain.language import Language
from bot.outgoing import plain
from bot.playground.params import Upload
from handlers.callbacks import DeskPress
from storage import accounts, broadcasts, participants
from storage.database import Transaction
from tests.journeys.story import arrive, words
from tests.seed import NOW, fill_in, meet, programme, submit
from tests.world import ORGANIZER, PATIENCE, Person, World, new_world

EN, RU, KK = Language.EN, Language.RU, Language.KK
T = words(EN)
TEXTS = {EN: "Bus 3 leaves at 8:40, gate <b>B</b>.", KK: "3-автобус 8:40-та шығады.", RU: "Автобус 3 уходит в 8:40."}


def said(key: str, **arguments: Any) -> str:
    """Return a text as the organizer sees it."""
    return plain(T(key, **arguments))


async def open_programme(world: World) -> None:
    """Load a small programme for adults beside the others."""
    content = programme(capacity=200)
    content["programme"]["title"] = {"kk": "Шағын лагерь", "ru": "Малый лагерь", "en": "Small camp"}
    await world.running.database.write(lambda tx: loading.load(tx, content=content, now=NOW))


async def organizer_of(world: World) -> Person:
    """Let the English organizer come to the programme's announcements."""
    organizer = world.person(ORGANIZER)
    await arrive(organizer, EN)
    return organizer


async def go_to_announcements(organizer: Person) -> None:
    """Walk from the desk to the programme's announcements."""
    await organizer.say("/menu")
    await organizer.press(T("button-desk"))
    await organizer.press("Small camp")
    await organizer.press(T("button-announce"))


async def family_of(world: World, students: Iterable[Language], guardians: Iterable[Language] = ()) -> list[Person]:
    """Bring students with confirmed registrations, then guardians of the first of them."""
    people: list[Person] = []
    event_id = await world.running.database.read(small_event)
    for number, language in enumerate([*students, *guardians]):
        person = world.newcomer(f"Person{number}", language.value)
        person.world.telegram.start(person.id)
        people.append(person)
        is_student = number < len(list(students))

        def join(
            tx: Transaction, person: Person = person, language: Language = language, is_student: bool = is_student
        ) -> None:
            account = meet(tx, person.id)
            accounts.set_language(tx, account.account_id, language)
            if is_student:
                submit(tx, account, fill_in(tx, account, event_id))
            else:
                link_to_first(tx, account.account_id)

        await world.idle()
        await world.running.database.write(join)
    return people


def small_event(tx: Transaction) -> int:
    return int(tx.connection.execute("SELECT id FROM events WHERE code = 'small-2027'").fetchone()[0])


def link_to_first(tx: Transaction, account_id: int) -> None:
    first = tx.connection.execute("SELECT min(participant_id) FROM registrations").fetchone()[0]
    participants.add_guardian(tx, first, account_id, NOW)


async def write(organizer: Person, texts: dict[Language, str]) -> None:
    """Write a new announcement in these languages and come to its check."""
    await go_to_announcements(organizer)
    await organizer.press(T("button-broadcast-new"))
    for language in (EN, KK, RU):
        if language in texts:
            await organizer.say(texts[language])
        else:
            await organizer.press(T("button-skip-language"))
    await organizer.press(T("button-broadcast-check"))


async def send_now(world: World, organizer: Person, label: str = "📣 Send") -> None:
    """Press Send and let the time to think again pass, without waiting for the copies."""
    await organizer.press(label)
    later = world.clock.offset + broadcasting.TIME_TO_UNDO + timedelta(seconds=1)
    world.running.move_clock(later.total_seconds())


async def slow_down(world: World) -> None:
    """Restart with a slow pace and few messages on their way at once."""
    world.more_settings |= {"pace_per_second": 4, "pace_chat_per_second": 1000}
    await world.restart()
    world.running.delivery._in_flight = 2
    assert world.running.watch is not None
    world.running.watch._period = 0.5


async def until(holds: Callable[[], Any], seconds: float = PATIENCE) -> None:
    """Wait until something holds, in the chat or in the database."""
    async with asyncio.timeout(seconds):
        while True:
            found = holds()
            if await found if asyncio.iscoroutine(found) else found:
                return
            await asyncio.sleep(0.05)


async def report_of(world: World) -> Report:
    """Return the figures of the newest announcement."""
    return await world.running.database.read(lambda tx: broadcasts.report(tx, newest(tx)))


def newest(tx: Transaction) -> Any:
    return broadcasts.get(tx, tx.connection.execute("SELECT max(id) FROM broadcasts").fetchone()[0])


async def has_ended(world: World) -> bool:
    return await world.running.database.read(lambda tx: newest(tx).finished_at is not None)


def adds_up(report: Report) -> bool:
    recipients, *parts = astuple(report)
    return bool(recipients == sum(parts))


def copies(person: Person) -> list[str]:
    """Return the copies of announcements in a chat."""
    return [text for text in person.texts() if "8:40" in text]


async def test_each_student_and_guardian_reads_the_announcement_in_their_own_language(world: World) -> None:
    organizer = await organizer_of(world)
    await open_programme(world)
    people = await family_of(world, [EN, KK, RU], [RU, KK])
    stranger = world.newcomer("Stranger", "ru")
    await arrive(stranger, RU)
    await write(organizer, TEXTS)
    check = organizer.screen()
    assert "Recipients: 5" in check
    assert "participants: 3" in check
    assert "parents: 2" in check
    assert all(text in check for text in TEXTS.values())
    await send_now(world, organizer)
    assert said("broadcast-head-scheduled", seconds=30) in organizer.screen()
    await until(lambda: said("broadcast-head-sent") in organizer.screen())
    assert [copies(person) for person in people] == [[TEXTS[language]] for language in (EN, KK, RU, RU, KK)]
    assert copies(stranger) == []
    assert await report_of(world) == Report(recipients=5, sent=5)
    assert "Recipients: 5" in organizer.screen()
    await organizer.press(T("button-broadcasts"))
    assert organizer.has_button("✅ 5/5")


async def test_formatting_is_kept_and_what_looks_like_a_tag_stays_text(polled: World) -> None:
    organizer = await organizer_of(polled)
    await open_programme(polled)
    (person,) = await family_of(polled, [EN])
    await write(organizer, {EN: "placeholder"})
    await organizer.press(T("button-back"))
    await organizer.press("✏️ English")
    sent = {"text": "8:40 <b> & gate", "entities": [{"type": "bold", "offset": 0, "length": 4}]}
    polled.telegram.push_raw_update({"message": message_from(polled, organizer, sent)})
    await polled.idle()
    await organizer.press(T("button-broadcast-check"))
    await send_now(polled, organizer)
    await until(lambda: copies(person))
    got = person.messages()[-1]
    assert got["text"] == "8:40 <b> & gate"
    assert [(one["type"], one["offset"], one["length"]) for one in got["entities"]] == [("bold", 0, 4)]


def message_from(world: World, person: Person, content: dict[str, Any]) -> dict[str, Any]:
    """Return a message as Telegram would deliver it."""
    last = [one for one in person.messages() if one.get("own")][-1]
    kept = {key: last[key] for key in ("from", "chat", "date")}
    return {"message_id": 90_000, **kept, **content}


async def test_a_photo_goes_with_its_caption_and_too_long_a_text_is_explained(polled: World) -> None:
    organizer = await organizer_of(polled)
    await open_programme(polled)
    (person,) = await family_of(polled, [EN])
    await go_to_announcements(organizer)
    await organizer.press(T("button-broadcast-new"))
    await organizer.say("a" * 13_000)
    assert "at most 12,000 fit" in organizer.screen()
    assert len([text for text in organizer.texts() if "at most 12,000 fit" in text]) == 1
    polled.telegram.upload(
        organizer.id, [Upload(name="map.png", mime="image/png", data=PNG)], kind="photo", caption="Meet here at 8:40"
    )
    await polled.idle()
    await organizer.press(T("button-broadcast-draft"))
    assert T("broadcast-photo") in organizer.screen()
    await organizer.press(T("button-broadcast-check"))
    await organizer.press("👁 English")
    assert organizer.messages()[-1]["caption"] == "Meet here at 8:40"
    await organizer.press(T("button-back"))
    await send_now(polled, organizer)
    await until(lambda: copies(person))
    assert "photo" in person.messages()[-1]


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


async def test_taken_back_within_half_a_minute_nobody_gets_anything(polled: World) -> None:
    organizer = await organizer_of(polled)
    await open_programme(polled)
    people = await family_of(polled, [EN, EN])
    await write(organizer, TEXTS)
    await organizer.press("📣 Send")
    answer = await organizer.press(T("button-broadcast-undo"))
    assert answer["text"] == T("broadcast-undone")
    await polled.travel(to=polled.clock.now() + timedelta(minutes=5))
    assert [copies(person) for person in people] == [[], []]
    assert said("broadcast-draft") in organizer.screen()
    await organizer.press(T("button-broadcast-check"))
    await send_now(polled, organizer)
    await until(lambda: all(copies(person) for person in people))


async def test_stopped_in_the_middle_the_figures_still_add_up(tmp_path: Path) -> None:
    async with new_world(tmp_path) as world:
        organizer = await organizer_of(world)
        await open_programme(world)
        people = await family_of(world, [EN] * 16)
        await write(organizer, TEXTS)
        await slow_down(world)
        await send_now(world, organizer)
        await until(lambda: said("broadcast-head-sending") in organizer.screen())
        message_id, data = organizer.find_button(T("button-broadcast-stop"))
        await world.telegram.press(organizer.id, message_id, data, wait=PATIENCE)
        await until(lambda: said("broadcast-head-stopped") in organizer.screen())
        report = await report_of(world)
        assert adds_up(report)
        assert report.stopped > 0
        assert report.sent == sum(len(copies(person)) for person in people)
        assert f"Stopped before sending: {report.stopped}" in organizer.screen()


async def test_the_progress_goes_on_where_it_is_while_the_sender_looks_elsewhere(tmp_path: Path) -> None:
    async with new_world(tmp_path) as world:
        organizer = await organizer_of(world)
        await open_programme(world)
        await family_of(world, [EN] * 16)
        await write(organizer, TEXTS)
        await slow_down(world)
        await send_now(world, organizer)
        await until(lambda: said("broadcast-head-sending") in organizer.screen())
        progress_id, data = organizer.find_button(T("button-broadcasts"))
        await world.telegram.press(organizer.id, progress_id, data, wait=PATIENCE)
        await until(lambda: organizer.has_button("📤"))
        assert organizer.find_button("📤")[0] > progress_id
        figures = [sent_in(organizer, progress_id)]
        while not await has_ended(world):
            await asyncio.sleep(0.2)
            figures.append(sent_in(organizer, progress_id))
        assert figures == sorted(figures)
        assert len(set(figures)) > 1
        await until(lambda: "Sent: 16" in text_of(organizer, progress_id))


async def test_a_progress_message_that_was_deleted_comes_back(polled: World) -> None:
    organizer = await organizer_of(polled)
    await open_programme(polled)
    await family_of(polled, [EN])
    await write(organizer, TEXTS)
    message_id, _ = organizer.find_button("📣 Send")
    await organizer.press("📣 Send")
    polled.telegram.delete(organizer.id, message_id)
    await polled.travel(to=polled.clock.now() + timedelta(seconds=31))
    await until(lambda: said("broadcast-head-sent") in organizer.screen())
    assert organizer.find_button(T("button-broadcasts"))[0] > message_id


def text_of(person: Person, message_id: int) -> str:
    return next(str(one.get("text")) for one in person.messages() if one["message_id"] == message_id)


def sent_in(person: Person, message_id: int) -> int:
    """Return how many copies a progress message says were sent."""
    return int(text_of(person, message_id).split("Sent: ")[1].split("\n")[0])


async def test_somebody_who_blocked_the_bot_is_counted_and_stops_nobody(polled: World) -> None:
    organizer = await organizer_of(polled)
    await open_programme(polled)
    gone, deleted, there = await family_of(polled, [EN, EN, EN])
    polled.telegram.block(gone.id)
    polled.telegram.deactivate(deleted.id)
    await polled.idle()
    await write(organizer, TEXTS)
    await send_now(polled, organizer)
    await until(lambda: said("broadcast-head-sent") in organizer.screen())
    assert await report_of(polled) == Report(recipients=3, sent=1, unreachable=2)
    assert copies(there) == [TEXTS[EN]]


async def test_who_is_student_and_guardian_at_once_gets_one_copy(polled: World) -> None:
    organizer = await organizer_of(polled)
    await open_programme(polled)
    _, both = await family_of(polled, [EN, RU])
    await polled.running.database.write(lambda tx: link_to_first(tx, meet(tx, both.id).account_id))
    await write(organizer, TEXTS)
    assert "participants who are parents too: 1" in organizer.screen()
    await send_now(polled, organizer)
    await until(lambda: has_ended(polled))
    assert copies(both) == [TEXTS[RU]]


@pytest.mark.parametrize("is_killed", [False, True])
async def test_after_a_restart_in_the_middle_everybody_has_exactly_one_copy(tmp_path: Path, is_killed: bool) -> None:
    async with new_world(tmp_path) as world:
        organizer = await organizer_of(world)
        await open_programme(world)
        people = await family_of(world, [EN] * 16)
        await write(organizer, TEXTS)
        await slow_down(world)
        await send_now(world, organizer)
        await until(lambda: sum(len(copies(person)) for person in people) >= 3)
        if is_killed:
            await kill(world)
        else:
            await world.stop()
        in_the_middle = sum(len(copies(person)) for person in people)
        assert 3 <= in_the_middle < 16
        world.clock.offset += timedelta(minutes=1)  # the leases of a program that was killed run out
        await world.start()
        await until(lambda: has_ended(world), seconds=40)
        await until(lambda: said("broadcast-head-sent") in organizer.screen())
        got = [len(copies(person)) for person in people]
        assert min(got) == 1
        assert sum(got) - 16 <= (1 if is_killed else 0)  # one request may have been in flight
        assert await report_of(world) == Report(recipients=16, sent=16)


async def kill(world: World) -> None:
    """Drop the program in the middle of whatever it does; only its connections are closed."""
    program, world.program = world.running, None
    for task in program._tasks:
        task.cancel()
    await asyncio.gather(*program._tasks, return_exceptions=True)
    program.intake = None
    await program.scheduler.stop()
    await program.telegram.close()
    await program.database.close()
    assert program._server is not None
    await program._server.stop()
    assert program._alone is not None
    program._alone.leave()  # the kernel does it for a process


async def test_a_missing_language_is_refused_until_it_is_written_or_marked(polled: World) -> None:
    organizer = await organizer_of(polled)
    await open_programme(polled)
    english, kazakh = await family_of(polled, [EN, KK])
    await write(organizer, {EN: TEXTS[EN], RU: TEXTS[RU]})
    assert said("broadcast-missing-kk", number=1) in organizer.screen()
    assert not organizer.has_button("📣 Send: ")
    message_id, data = organizer.find_button("📣 Send with a mark")
    answer = await polled.telegram.press(organizer.id, message_id, data, wait=PATIENCE)
    assert answer["answered"]
    await polled.idle()
    await polled.travel(to=polled.clock.now() + timedelta(seconds=31))
    await until(lambda: has_ended(polled))
    assert copies(english) == [TEXTS[EN]]
    mark = words(KK)("broadcast-mark-ru").replace("<i>", "").replace("</i>", "")
    assert copies(kazakh) == [f"{mark}\n\n{TEXTS[RU]}"]


async def test_a_language_changed_on_the_way_is_marked_too(polled: World) -> None:
    organizer = await organizer_of(polled)
    await open_programme(polled)
    (person,) = await family_of(polled, [EN])
    await write(organizer, TEXTS)
    polled.telegram.add_fault("429", chat_id=person.id, retry_after=2)
    await send_now(polled, organizer)
    await asyncio.sleep(0.5)
    await polled.running.database.write(lambda tx: accounts.set_language(tx, meet(tx, person.id).account_id, RU))
    await until(lambda: copies(person))
    assert copies(person)[0].startswith("ℹ️")
    assert copies(person)[0].endswith(TEXTS[EN])


async def test_only_the_programmes_organizers_get_to_its_announcements(polled: World) -> None:
    organizer = await organizer_of(polled)
    await open_programme(polled)
    (student,) = await family_of(polled, [RU])
    await write(organizer, {EN: TEXTS[EN]})
    _, send = organizer.find_button("📣 Send")
    await student.start()
    programme_id = await polled.running.database.read(lambda tx: newest(tx).programme_id)
    for data in (DeskPress(do="announce", id=programme_id).pack(), send, "n:1:new:0", "b:1:0:open:"):
        answer = await press_forged(polled, student, data)
        assert words(RU)("error-not-available") in answer
    assert not copies(student)
    assert await polled.running.database.read(lambda tx: newest(tx).state) is State.COMPOSING


async def press_forged(world: World, person: Person, data: str) -> str:
    """Press a button that was never shown to this person; return the alert."""
    last = [one for one in person.messages() if not one.get("own")][-1]
    query = {
        "id": str(len(world.telegram.calls())),
        "from": {"id": person.id, "is_bot": False, "first_name": "Person0"},
    }
    message = {key: last[key] for key in ("message_id", "chat", "date", "text") if key in last}
    world.telegram.push_raw_update(
        {"callback_query": {**query, "message": message, "chat_instance": "1", "data": data}}
    )
    await world.idle()
    answers = [call for call in world.telegram.calls() if call.method == "answerCallbackQuery"]
    return str(answers[-1].request.get("text", ""))


async def test_a_draft_survives_a_restart_and_is_finished_in_other_words(polled: World) -> None:
    organizer = await organizer_of(polled)
    await open_programme(polled)
    (person,) = await family_of(polled, [EN])
    await go_to_announcements(organizer)
    await organizer.press(T("button-broadcast-new"))
    await organizer.say("First words at 8:40")
    assert said("broadcast-ask-kk") in organizer.screen()
    await polled.restart()
    await organizer.say(TEXTS[KK])
    assert said("broadcast-ask-ru") in organizer.screen()
    await polled.restart()
    await organizer.press(T("button-skip-language"))
    await polled.restart()
    await organizer.press("✏️ English")
    assert "First words at 8:40" in organizer.screen()
    await organizer.say("Better words at 8:40")
    await go_to_announcements(organizer)
    await organizer.press("Better words")
    await organizer.press(T("button-broadcast-check"))
    await send_now(polled, organizer)
    await until(lambda: copies(person))
    assert copies(person) == ["Better words at 8:40"]


async def test_the_audience_is_chosen_by_buttons_that_say_what_will_be(polled: World) -> None:
    organizer = await organizer_of(polled)
    await open_programme(polled)
    people = await family_of(polled, [EN, RU], [KK])
    await write(organizer, TEXTS)
    await organizer.press(T("button-back"))
    await organizer.press(T("button-audience"))
    await organizer.press(T("button-broadcast-status"))
    await organizer.press("On the waitlist")
    assert organizer.has_button("✓ On the waitlist")
    await organizer.press(T("button-broadcast-done"))
    await organizer.press(T("button-broadcast-role"))
    await organizer.press("✓ Their parents")
    assert said("audience-count", number=2) in organizer.screen()
    await organizer.press(T("button-broadcast-done"))
    await organizer.press(T("button-broadcast-language"))
    await organizer.press("✓ English")
    await organizer.press("✓ Қазақша")
    assert said("audience-count", number=1) in organizer.screen()
    await organizer.press(T("button-broadcast-done"))
    await organizer.press(T("button-broadcast-done"))
    await organizer.press(T("button-broadcast-check"))
    assert "Recipients: 1" in organizer.screen()
    await send_now(polled, organizer)
    await until(lambda: has_ended(polled))
    assert [len(copies(person)) for person in people] == [0, 1, 0]


async def test_the_failed_are_sent_again_on_request(polled: World) -> None:
    organizer = await organizer_of(polled)
    await open_programme(polled)
    first, second = await family_of(polled, [EN, EN])
    await write(organizer, TEXTS)
    renderer, polled.running.delivery._render = polled.running.delivery._render, broken_for(first.id)
    await send_now(polled, organizer)
    await until(lambda: has_ended(polled))
    assert await report_of(polled) == Report(recipients=2, sent=1, failed=1)
    polled.running.delivery._render = renderer
    await until(lambda: organizer.has_button("Send the failed again: 1"))
    await organizer.press("Send the failed again: 1")
    await until(lambda: has_ended(polled))
    assert (copies(first), copies(second)) == ([TEXTS[EN]], [TEXTS[EN]])
    assert await report_of(polled) == Report(recipients=2, sent=2)


def broken_for(telegram_id: int) -> Any:
    """Return a renderer that fails for one person."""
    from bot.texts import translators
    from handlers.notices import render

    def render_or_fail(owed: Any, language: Language) -> Any:
        if owed.telegram_id == telegram_id:
            raise KeyError
        return render(owed, translators()[language])

    return render_or_fail
