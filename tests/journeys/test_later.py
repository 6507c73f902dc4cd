"""An announcement planned for later, taken back, planned again and held back half-way, as its sender lives it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.domain.access import Role
from bot.domain.language import Language
from storage import accounts
from storage.database import Transaction
from tests.journeys.story import arrive, words
from tests.journeys.test_broadcast import (
    TEXTS,
    copies,
    family_of,
    go_to_announcements,
    open_programme,
    organizer_of,
    report_of,
    said,
    send_now,
    slow_down,
    until,
    write,
)
from tests.seed import NOW
from tests.world import PATIENCE, World, new_world

EN = Language.EN
T = words(EN)


async def test_planned_by_typing_taken_back_and_sent_at_its_time(polled: World) -> None:
    organizer = await organizer_of(polled)
    await open_programme(polled)
    (person,) = await family_of(polled, [EN])
    await write(organizer, TEXTS)
    await organizer.press(T("button-broadcast-later"))
    await organizer.say("soon")
    assert said("plan-problem-form") in organizer.screen()
    at = (polled.clock.now() + timedelta(days=2)).replace(hour=7, minute=30)  # half past twelve in Almaty
    await organizer.say(f"{at.day:02}.{at.month:02}.{at.year} 12:30")
    assert "12:30" in organizer.screen()
    await organizer.press(T("button-broadcast-undo"))
    await organizer.press(T("button-broadcast-joins"))
    await organizer.press(T("joins-end"))
    assert "🚪" in organizer.screen()
    await organizer.press(T("button-broadcast-check"))
    await organizer.press(T("button-broadcast-later"))
    await organizer.say(f"{at.day}.{at.month}.{at.year} 23:30")
    assert any(said("plan-is-quiet") in text for text in organizer.texts())
    await go_to_announcements(organizer)
    await organizer.press(T("button-broadcast-new"))
    await go_to_announcements(organizer)
    labels = organizer.labels()
    assert labels[1].startswith("⏱")
    assert "23:30" in labels[1]
    assert labels[2].startswith("📝"), "what waits for its time stands before what is newer"
    await polled.travel(to=at + timedelta(hours=11, seconds=1))
    await until(lambda: copies(person) == [TEXTS[EN]])


async def test_held_back_half_way_and_gone_on_with(tmp_path: Path) -> None:
    async with new_world(tmp_path) as world:
        organizer = await organizer_of(world)
        await open_programme(world)
        people = await family_of(world, [EN] * 14)
        await write(organizer, TEXTS)
        await slow_down(world)
        await send_now(world, organizer)
        await until(lambda: said("broadcast-head-sending") in organizer.screen())
        message_id, data = organizer.find_button(T("button-broadcast-pause"))
        await world.telegram.press(organizer.id, message_id, data, wait=PATIENCE)
        await until(lambda: said("broadcast-head-paused") in organizer.screen())
        assert (await report_of(world)).waiting > 0
        message_id, data = organizer.find_button(T("button-broadcast-resume"))
        await world.telegram.press(organizer.id, message_id, data, wait=PATIENCE)
        await until(lambda: said("broadcast-head-sent") in organizer.screen())
        assert [len(copies(person)) for person in people] == [1] * 14


async def test_the_plan_of_a_dismissed_organizer_waits_for_another_one(polled: World) -> None:
    owner = await organizer_of(polled)
    await open_programme(polled)
    (person,) = await family_of(polled, [EN])
    mate = polled.newcomer("Bob", "en")
    await arrive(mate, EN)
    await polled.running.database.write(lambda tx: hire(tx, mate.id))
    await write(mate, TEXTS)
    await mate.press(T("button-broadcast-later"))
    at = (polled.clock.now() + timedelta(days=2)).replace(hour=7, minute=30)
    await mate.say(f"{at.day:02}.{at.month:02}.{at.year} 12:30")
    assert "12:30" in mate.screen()
    await polled.running.database.write(lambda tx: dismiss(tx, mate.id))
    start = said("broadcast-left-scheduled")
    await until(lambda: owner.has_button(T("button-broadcast-discard")))
    await owner.press(T("button-broadcast-discard"))
    assert said("broadcast-discard-scheduled", start=said("broadcast-start", text=TEXTS[EN])) in owner.screen()
    await owner.press(T("button-back"))
    assert start in owner.screen()
    assert "12:30" in owner.screen()
    await owner.press(T("button-broadcast-inherit"))
    assert start not in owner.screen()
    await polled.travel(to=at + timedelta(seconds=1))
    await until(lambda: copies(person) == [TEXTS[EN]])
    await until(lambda: said("broadcast-head-sent") in owner.screen())
    assert said("broadcast-head-sent") not in mate.screen(), "and who was dismissed sees no figures"


def hire(tx: Transaction, telegram_id: int) -> None:
    """Let somebody organize every programme there is."""
    account_id = accounts.find_id(tx, telegram_id) or 0
    for row in tx.connection.execute("SELECT id FROM programmes").fetchall():
        given = {"account_id": account_id, "programme_id": row[0], "granted_by": None, "now": NOW}
        accounts.add_grant(tx, role=Role.ORGANIZER, **given)


def dismiss(tx: Transaction, telegram_id: int) -> None:
    for row in accounts.list_grants(tx, accounts.find_id(tx, telegram_id) or 0, now=NOW):
        accounts.revoke_grant(tx, row["id"], NOW)


async def test_a_region_is_taken_away_and_chosen_alone(polled: World) -> None:
    organizer = await organizer_of(polled)
    await open_programme(polled)
    await family_of(polled, [EN])
    await write(organizer, TEXTS)
    await organizer.press(T("button-back"))
    await organizer.press(T("button-audience"))
    await organizer.press(T("button-broadcast-branch"))
    await organizer.press("north")
    await organizer.press(T("button-audience-without"))
    assert said("audience-without", titles="📍 north") in organizer.screen()
    assert said("audience-count", number=1) in organizer.screen()
    await organizer.press(T("button-broadcast-branch"))
    await organizer.press("south")
    await organizer.press(T("button-audience-only-unit"))
    assert said("audience-only-unit", titles="south") in organizer.screen()
    assert said("audience-nobody") in organizer.screen()
    await organizer.press(T("button-broadcast-done"))
    await organizer.press(T("button-broadcast-check"))
    assert said("broadcast-nobody").split(".")[0] in organizer.screen()
    await organizer.press(T("button-back"))
    await organizer.press(T("button-audience"))
    for title in ("➕ 📍 south", "➖ 📍 north"):
        await organizer.press(title)
        await organizer.press(T("button-audience-off"))
    assert not organizer.has_button("📍 south")
    await organizer.press(T("button-broadcast-done"))
    await organizer.press(T("button-broadcast-check"))
    assert organizer.has_button("📣 Send")
