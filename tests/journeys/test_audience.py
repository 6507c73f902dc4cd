"""Choosing whom an announcement is for, as an organizer lives it: one screen, live figures, a way back each time."""

from __future__ import annotations

from bot.domain.language import Language
from storage.database import Transaction
from storage.values import micros, to_json
from tests.journeys.test_broadcast import EN, KK, TEXTS, T, family_of, open_programme, organizer_of, said, write
from tests.seed import NOW
from tests.seed import said as alike
from tests.world import Person, World

RU = Language.RU


def hold_a_session(tx: Transaction) -> None:
    """Let the first of three students have a place in a workshop and the second wait for one."""
    run = tx.connection.execute
    event_id, stream_id = run(
        "SELECT e.id, s.id FROM events e JOIN streams s ON s.event_id = e.id WHERE e.code = 'small-2027'"
    ).fetchone()
    at = micros(NOW)
    row = (event_id, "robots", "workshop", to_json(alike("Robots")), "{}", "2027-07-07", at, at + 1, 1, 1)
    run(
        "INSERT INTO sessions (event_id, code, kind, title, place, held_on, starts_at, ends_at, capacity, taken) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row,
    )
    session_id = run("SELECT id FROM sessions WHERE code = 'robots'").fetchone()[0]
    first, second, *_ = [
        one[0] for one in run("SELECT id FROM registrations WHERE stream_id = ? ORDER BY id", (stream_id,))
    ]
    run("INSERT INTO session_seats (session_id, registration_id, taken_at) VALUES (?, ?, 0)", (session_id, first))
    run("INSERT INTO session_queue (session_id, registration_id, queued_at) VALUES (?, ?, 0)", (session_id, second))


async def choose_whom(world: World) -> Person:
    """Write an announcement for three students and a mother, and come to whom it is for."""
    organizer = await organizer_of(world)
    await open_programme(world)
    await family_of(world, [EN, RU, KK], [KK])
    await world.running.database.write(hold_a_session)
    await write(organizer, TEXTS)
    await organizer.press(T("button-back"))
    await organizer.press(T("button-audience"))
    assert said("audience-count", number=4) in organizer.screen()
    return organizer


async def test_a_session_and_a_name_choose_exactly_those_and_each_choice_has_a_way_back(polled: World) -> None:
    organizer = await choose_whom(polled)
    await organizer.press(T("button-audience-session"))
    await organizer.press("Robots")
    await organizer.press(T("button-audience-only-session"))
    assert said("audience-count", number=2) in organizer.screen()  # and the mother of who has the place
    await organizer.press(T("button-audience-session"))
    await organizer.press("Robots")
    await organizer.press(T("button-audience-waiting"))
    await organizer.press(T("button-audience-only-waiting"))
    assert said("audience-count", number=3) in organizer.screen()
    await organizer.press("⏳ Robots")
    await organizer.press(T("button-audience-without"))
    assert said("audience-count", number=2) in organizer.screen()
    assert said("audience-without", titles="⏳ Robots") in organizer.screen()
    for _ in range(2):
        await organizer.press("Robots")
        await organizer.press(T("button-audience-off"))
    assert said("audience-count", number=4) in organizer.screen()
    await organizer.press(T("button-audience-squad"))
    assert said("audience-none-squad") in organizer.screen()
    await organizer.press(T("button-audience-back"))
    await organizer.press(T("button-audience-person"))
    await organizer.say("x")
    assert said("find-short") in organizer.screen()
    await organizer.say("Nobody")
    assert said("find-none") in organizer.screen()
    await organizer.say("Person")
    names = [label for label in organizer.labels() if label.startswith("🙋")]
    assert len(names) == 3
    await organizer.press(names[0])
    assert said("audience-next-person") in organizer.screen()
    await organizer.say(names[1].removeprefix("🙋 "))
    await organizer.press(names[1])
    assert organizer.has_button(f"➕ {names[0]}")
    assert "Only: " in organizer.screen()
    await organizer.press(f"➕ {names[0]}")
    await organizer.press(T("button-audience-without"))
    assert organizer.has_button(f"➖ {names[0]}")
    await organizer.press(T("button-broadcast-done"))
    await organizer.press(T("button-broadcast-check"))
    assert "Recipients: " in organizer.screen()


async def test_an_audience_is_saved_used_again_renamed_deleted_and_brought_back(polled: World) -> None:
    organizer = await choose_whom(polled)
    await organizer.press(T("button-saved"))
    assert said("saved-none") in organizer.screen()
    await organizer.press(T("button-audience-back"))
    await organizer.press(T("button-audience-session"))
    await organizer.press("Robots")
    await organizer.press(T("button-audience-only-session"))
    await organizer.press(T("button-saved"))
    await organizer.press(T("button-saved-new"))
    await organizer.say("\u200b")
    assert said("saved-ask") in organizer.screen()
    await organizer.say("Builders of robots")
    assert organizer.has_button("⭐ Builders of robots")
    await write(organizer, TEXTS)
    await organizer.press(T("button-back"))
    await organizer.press(T("button-audience"))
    await organizer.press(T("button-saved"))
    await organizer.press("⭐ Builders")
    assert said("audience-only-session", titles="Robots") in organizer.screen()
    assert said("audience-count", number=2) in organizer.screen()
    await organizer.press(T("button-saved-rename"))
    await organizer.say("Robot people")
    await organizer.press("⭐ Robot people")
    await organizer.press(T("button-saved-drop"))
    assert not organizer.has_button("⭐ Robot people")
    await organizer.press(T("button-saved-undo"))
    await organizer.press("⭐ Robot people")
    await organizer.press(T("button-saved-use"))
    assert organizer.has_button("➕ 🎟 Robots")
    assert said("audience-count", number=2) in organizer.screen()
