"""A head count as people live it: one press, every leader's list, taps, live figures, who is missing, whom to call."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.actions import loading
from bot.domain.language import Language
from bot.outgoing import plain
from handlers.organizer.headcount_watch import HeadcountWatch
from storage.database import Database
from tests.actions.test_headcounting import settle
from tests.journeys.story import arrive, words
from tests.journeys.whole_bot import killable_world
from tests.journeys.whole_forum import press_planted
from tests.seed import NOW, programme
from tests.world import ORGANIZER, Person, World, buttons

EN, RU, KK = (words(language) for language in (Language.EN, Language.RU, Language.KK))
CHILDREN = 8


async def camp(world: World) -> tuple[Person, Person, Person]:
    """Settle eight children in two squads; return the owner, a Kazakh and a Russian leader."""
    owner, first, second = world.person(ORGANIZER), world.newcomer("Dana", "kk"), world.newcomer("Oleg", "ru")
    for person, language in ((owner, Language.EN), (first, Language.KK), (second, Language.RU)):
        await arrive(person, language)
    database = Database(f"sqlite:///{world.folder / 'jazyl.db'}", key_file=world.folder / "keys" / "data.key")
    await world.stop()
    database.open()
    try:
        await database.write(lambda tx: loading.load(tx, content=programme(capacity=CHILDREN), now=NOW))
        event_id = await database.read(lambda tx: tx.connection.execute("SELECT max(id) FROM events").fetchone()[0])
        await database.write(lambda tx: settle(tx, CHILDREN, (first.id, second.id), ORGANIZER, event_id))
    finally:
        await database.close()
    await world.start()
    for person in (first, second):
        await person.say("/menu")
    return owner, first, second


async def at_the_room(owner: Person) -> None:
    await owner.say("/desk")
    await owner.press("Small")
    await owner.press(EN("button-more"))
    await owner.press(EN("button-headcounts"))


async def look(world: World) -> None:
    """Let the live figures be shown anew."""
    await next(one for one in world.running._watches if isinstance(one, HeadcountWatch)).look()


def figures(screen: str) -> str:
    return next(line for line in plain(screen).splitlines() if line.startswith("Expected"))


async def test_a_count_is_begun_with_one_press_tapped_by_leaders_and_watched_until_nobody_is_missing(
    polled: World,
) -> None:
    owner, dana, oleg = await camp(polled)
    await at_the_room(owner)
    await owner.press(EN("button-headcount-all", count=CHILDREN, squads=2))
    assert plain(figures(owner.screen())) == "Expected 8 · here 0 · missing 0 · not marked 8"
    assert "Dana" in owner.screen()
    mine = [label for label in dana.labels() if label.startswith("▫️")]
    assert len(mine) == 4
    assert plain(KK("headcount-how-missing")) in plain(dana.screen())

    before = dana.deeds
    lost = mine[0].removeprefix("▫️ ")
    await dana.press(lost)
    await dana.press(plain(KK("button-headcount-others", count=3)))
    assert dana.deeds - before == 2
    assert plain(KK("headcount-missing-here", names=lost)) in plain(dana.screen())
    await look(polled)
    assert figures(owner.screen()) == "Expected 8 · here 3 · missing 1 · not marked 4"
    assert lost in owner.screen()
    assert "Oleg" in owner.screen()

    await polled.restart()
    await polled.travel(to=polled.clock.now() + timedelta(minutes=5, seconds=1))
    assert plain(
        RU("notice-headcount-late", squad=RU("squad-number", number="2"), event="Small camp", count=4)
    ) in plain(oleg.screen())
    await polled.travel(to=polled.clock.now() + timedelta(minutes=5))
    assert plain(EN("notice-headcount-calls", event="Small camp", number=1)) in plain(owner.screen())
    await owner.press(EN("button-headcount-calls"))
    assert "Oleg" in owner.screen()
    assert "Dana" in owner.screen()

    await oleg.press(RU("button-headcount-one-by-one"))
    for label in [label for label in oleg.labels() if label.startswith("▫️")]:
        await oleg.press(label)
    await oleg.press(RU("button-headcount-done", present=4, missing=0))
    await dana.press(f"❌ {lost}")
    await owner.press(EN("button-headcount-live"))
    assert figures(owner.screen()) == "Expected 8 · here 8 · missing 0 · not marked 0"
    assert "All squads done in 10 min" in plain(owner.screen())
    await owner.press(EN("button-headcount-close"))
    old = dana.find_button("✅")
    assert plain(EN("headcount-closed", time="")).split(" at")[0] in plain(owner.screen())
    answer = await dana.press_data(*old)
    assert plain(KK("error-stale")) in str(answer)
    assert plain(KK("headcount-over")) in plain(dana.screen())


async def test_leaders_and_strangers_reach_no_other_squad_and_an_organizer_counts_for_a_leader(polled: World) -> None:
    owner, dana, oleg = await camp(polled)
    stranger = polled.newcomer("Stranger", "en")
    await arrive(stranger, Language.EN)
    await at_the_room(owner)
    await owner.press(EN("button-headcount-choose"))
    await owner.press("▫️ Squad 2")
    await owner.press(EN("button-headcount-chosen", count=4, squads=1))
    assert not any("Қазір түгендеу" in text for text in dana.texts())
    names = [label.removeprefix("▫️ ") for label in oleg.labels() if label.startswith("▫️")]
    shown = {
        button["callback_data"]
        for person in (owner, oleg)
        for message in person.messages()
        for button in buttons(message)
        if button.get("callback_data", "").startswith(("hc:", "hr:"))
    }
    assert {one.split(":")[0] for one in shown} == {"hc", "hr"}
    for person in (stranger, dana):
        for data in sorted(shown):
            await press_planted(person, data)
            assert not any(name in person.screen() for name in names)
    await owner.press(EN("button-headcount-squads"))
    await owner.press("⏳ Squad 2")
    await owner.press(EN("button-headcount-everybody", count=4))
    await owner.press(EN("button-headcount-live"))
    assert figures(owner.screen()) == "Expected 4 · here 4 · missing 0 · not marked 0"
    await owner.press(EN("button-desk-back"))
    assert "Small camp" in owner.screen()


async def test_a_count_survives_kills_and_no_tap_is_lost(tmp_path: Path) -> None:
    async with killable_world(tmp_path) as world:
        owner, dana, oleg = await camp(world)
        await at_the_room(owner)
        await owner.press(EN("button-headcount-all", count=CHILDREN, squads=2))
        await dana.press("▫️")
        await world.restart()
        await dana.press(plain(KK("button-headcount-others", count=3)))
        message_id, data = oleg.find_button(plain(RU("button-headcount-everybody", count=4)))
        world.telegram.begin_press(oleg.id, message_id, data)
        await world.restart()
        await world.idle()
        await owner.press(EN("button-refresh"))
        assert figures(owner.screen()) == "Expected 8 · here 7 · missing 1 · not marked 0"
        assert world.ask("SELECT count(*) FROM outbox WHERE template = 'headcount'") == 2
