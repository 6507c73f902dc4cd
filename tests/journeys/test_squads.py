"""Squads and the evening letter as people live them: made, filled, led, written, confirmed by another, read at home."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.actions import loading
from bot.domain.language import Language
from bot.outgoing import plain
from bot.playground.params import Upload
from tests.actions.test_consents_in_depth import PHOTO
from tests.documents.test_upload import picture
from tests.journeys.story import arrive, begin, link_in, words
from tests.journeys.whole_forum import press_planted
from tests.seed import NOW, programme
from tests.world import ORGANIZER, Person, World, buttons

EN, RU, KK = (words(language) for language in (Language.EN, Language.RU, Language.KK))
ALMATY = ZoneInfo("Asia/Almaty")
NAME = "Saparova Aiym"


async def load_camp(world: World) -> None:
    """Load a camp for children that has begun and goes on for long."""
    content = programme(audience="minors", mode="first_come")
    event = content["events"][0]
    event["registration"] |= {"opens_on": "2026-01-01", "closes_on": "2099-01-01"}
    event["streams"][0] |= {"starts_on": "2026-01-01", "ends_on": "2099-01-01"}
    event["consents"].append(PHOTO)
    await world.running.database.write(lambda tx: loading.load(tx, content=content, now=NOW))


async def register_child(world: World) -> tuple[Person, Person]:
    """Let a student register and a guardian who reads Russian agree, and allow photos inside."""
    student, mother = world.newcomer("Student", "en"), world.newcomer("Mother", "ru")
    await begin(student, Language.EN, "small-2027")
    await student.say(NAME)
    await student.press(EN("button-submit"))
    await mother.open(link_in(student))
    await mother.press("Русский")
    await mother.press(RU("button-agree"))
    await mother.press("inside")
    return student, mother


async def owner_at_squads(world: World) -> Person:
    owner = world.person(ORGANIZER)
    await arrive(owner, Language.EN)
    await owner.say("/desk")
    await owner.press("Small")
    await owner.press(EN("button-more"))
    await owner.press(EN("button-squads"))
    return owner


async def make_and_spread(owner: Person) -> None:
    """Make five squads, take them back, make them again and spread the children."""
    assert plain(EN("squads-none")) in plain(owner.screen())
    await owner.press(EN("button-squads-make"))
    await owner.press("5 ×")
    await owner.press(EN("button-take-back"))
    assert not owner.has_button("Squad 1")
    await owner.press(EN("button-squads-make"))
    await owner.press("1 ×")
    await owner.press(EN("button-squads-spread"))
    await owner.press(EN("button-squads-mixed"))
    assert "0 → 1" in owner.screen()
    await owner.press(EN("button-squads-spread-yes", count=1))
    await owner.press(EN("button-take-back"))
    assert owner.has_button(EN("button-squads-waiting", count=1))
    await owner.press(EN("button-squads-spread"))
    await owner.press(EN("button-squads-together"))
    await owner.press(EN("button-squads-spread-yes", count=1))


async def invite_leader(world: World, owner: Person) -> Person:
    """Name the squad and invite somebody who reads Kazakh to lead it."""
    await owner.press("🚩 Squad 1")
    await owner.press(EN("button-squad-name"))
    await owner.say("Barys")
    assert "Barys" in owner.screen()
    await owner.press(EN("button-squad-invite"))
    leader = world.newcomer("Leader", "kk")
    await leader.open(link_in(owner))
    await leader.press("Қазақша")
    assert NAME in leader.screen()
    return leader


async def send_photo(leader: Person) -> None:
    leader.world.telegram.upload(leader.id, [Upload(name="a.jpg", mime="image/jpeg", data=picture())], kind="photo")
    await leader.world.idle()


async def write_letter(world: World, leader: Person) -> None:
    """Answer three prompts, with a restart in between, and say who is on the photo."""
    assert plain(KK("button-letter-begin")) in leader.labels()
    await leader.press(KK("button-letter-begin"))
    await leader.say("Көлге жаяу бардық")
    await world.restart()
    await leader.say("Алғаш рет жүздік")
    await leader.say("Ертең ойындар")
    await send_photo(leader)
    await leader.press(NAME)
    await leader.press("☑️")
    await leader.press("▫️")
    await leader.press(KK("button-letter-marked", count=1))
    await leader.press(KK("button-letter-done"))
    await leader.press(KK("button-letter-submit"))


async def test_a_squad_is_made_led_and_its_day_is_read_at_home_after_two_adults(polled: World) -> None:
    await load_camp(polled)
    student, mother = await register_child(polled)
    owner = await owner_at_squads(polled)
    await make_and_spread(owner)
    leader = await invite_leader(polled, owner)
    await leader.press(KK("button-squad-calls"))
    assert "Mother" in leader.screen()
    await student.say("/status")
    await student.press("Small")
    assert plain(EN("family-squad-led", squad="Barys", leaders="Leader")) in plain(student.screen())

    await owner.press(EN("button-open"))
    await owner.press(EN("button-squads"))
    await owner.press(EN("button-letter-hours"))
    await owner.press("20:30")
    tomorrow = (polled.clock.now().astimezone(ALMATY) + timedelta(days=1)).date()
    await polled.travel(to=datetime.combine(tomorrow, time(19, 0, 5), ALMATY))
    await write_letter(polled, leader)
    assert "Көлге жаяу бардық" not in "".join(mother.texts())

    await owner.press(EN("button-letter-open"))
    await owner.press(EN("button-letter-return"))
    await owner.say("Please say where the lake is")
    await leader.press(KK("button-letter-begin"))
    await leader.press(KK("button-letter-did"))
    await leader.say("Есік көліне жаяу бардық")
    await leader.press(KK("button-letter-submit"))
    await owner.press(EN("button-letter-open"))
    await owner.press(EN("button-letter-look", count=1))
    assert [NAME in one.get("caption", "") for one in owner.messages() if one.get("photo")] == [True]
    await owner.press(EN("button-letter-confirm"))
    await polled.travel(to=datetime.combine(tomorrow, time(20, 30, 10), ALMATY))
    letter = next(text for text in mother.texts() if "Есік көліне" in text)
    assert "Barys: наш день" in plain(letter)
    assert plain(RU("letter-written-in", language=RU("language-kk"))) in plain(letter)
    assert mother.messages()[-1].get("photo")
    assert not any("Есік көліне" in text for text in student.texts())
    assert plain(KK("letter-photo-caption", squad="Barys")) not in student.screen()


async def test_a_leader_writes_to_families_only_through_another_adult_and_sees_no_other_squad(polled: World) -> None:
    await load_camp(polled)
    _, mother = await register_child(polled)
    owner = await owner_at_squads(polled)
    await make_and_spread(owner)
    leader = await invite_leader(polled, owner)
    await leader.press(KK("button-squad-message"))
    await leader.say("Жылы киім әкеліңіздер")
    await leader.press(KK("button-letter-submit"))
    assert not any("Жылы киім" in text for text in mother.texts())
    await owner.press(EN("button-letter-open"))
    await owner.press(EN("button-letter-confirm"))
    noon = (polled.clock.now().astimezone(ALMATY) + timedelta(days=1)).date()
    await polled.travel(to=datetime.combine(noon, time(12), ALMATY))
    assert any("Жылы киім" in text for text in mother.texts())

    stranger = polled.newcomer("Stranger", "en")
    await arrive(stranger, Language.EN)
    for message in leader.messages():
        for button in buttons(message):
            if button.get("callback_data", "").startswith(("ld:", "lt:", "sd:")):
                await press_planted(stranger, button["callback_data"])
                assert NAME not in stranger.screen()
    await owner.say("/desk")
    await owner.press("Small")
    await owner.press(EN("button-more"))
    await owner.press(EN("button-squads"))
    await owner.press("🚩 Barys")
    await owner.press("🧭 Leader")
    await owner.press(EN("button-dismiss-yes"))
    await leader.say("/menu")
    assert not leader.has_button(KK("button-leader"))
