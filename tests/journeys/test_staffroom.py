"""The team answers families together in a Telegram group: one topic for each conversation."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.language import Language
from bot.outgoing import plain
from bot.playground.params import Upload
from bot.telegram import is_counted
from storage import threads
from tests.documents.test_upload import PDF
from tests.journeys.staff_group import Group, connect, group_of
from tests.journeys.story import TYPED, arrive, consent, register_student, words
from tests.journeys.test_organizer import owner_of
from tests.journeys.test_organizer import rows as look
from tests.journeys.test_questions import STRANGE, ask, colleague_of
from tests.world import Person, World, new_world

EN, RU, KK = words(Language.EN), words(Language.RU), words(Language.KK)


async def team_of(world: World) -> tuple[Group, Person, Person, Person, Person]:
    """Return a connected group with two of the staff in it, and a family."""
    student, link = await register_student(world)
    guardian = await consent(world, link)
    owner = await owner_of(world)
    second = await colleague_of(world, owner)
    group = await group_of(world, owner, second)
    await connect(group, owner)
    return group, owner, second, student, guardian


async def test_a_childs_question_gets_a_topic_is_taken_there_answered_closed_and_rated(polled: World) -> None:
    group, owner, second, student, guardian = await team_of(polled)
    before = len(second.texts())
    await ask(student, Language.KK, STRANGE)
    await group.settle()
    ((topic, name),) = group.topics.items()
    assert name == plain(EN("topic-child", number="1"))
    assert TYPED[Language.KK] not in name
    assert STRANGE in group.texts(topic)[-1]
    assert len(second.texts()) == before, "the group shows it to everybody, so nobody is told in private"
    await group.say(owner, "Who knows this?", topic)
    assert "Who knows" not in student.screen()
    assert (await group.press(second, EN("button-thread-claim")))["text"] == plain(EN("topic-claimed"))
    assert plain(EN("case-thread-owner", name="Bob")) in group.texts(topic)[0]
    await group.say(owner, "Say gate C", topic)
    await group.say(second, "/ let me look at the map", topic)
    assert await look(polled, "SELECT count(*) FROM thread_messages") == [(1,)]
    answer = await group.say(second, "Gate B, please", topic)
    assert "Gate B" in student.screen()
    assert "Gate B" in guardian.screen()
    assert "Bob" not in student.screen()
    assert [one["emoji"] for one in group.chat.messages[answer]["bot_reactions"]] == ["👍"]
    assert sum("Gate B" in text for text in group.texts(topic)) == 0, "what stands in the topic is not repeated there"
    await student.say("Рақмет! Ал аялдама қайда?")
    await group.settle()
    assert "аялдама" in group.texts(topic)[-1]
    assert "аялдама" in second.screen()
    await group.press(second, EN("button-thread-close"))
    assert topic in group.chat.closed_topics
    await student.press("5 ⭐")
    await group.settle()
    assert plain(EN("case-thread-rated", rating=5)) in group.texts(topic)[0]
    await student.say("Тағы бір сұрақ")
    await group.settle()
    assert topic not in group.chat.closed_topics
    assert "Тағы бір сұрақ" in group.texts(topic)[-1]


async def test_who_is_not_on_the_team_changes_nothing_in_the_group_and_is_passed_on_to_nobody(polled: World) -> None:
    group, owner, _, student, guardian = await team_of(polled)
    stranger = polled.newcomer("Eve", "en")
    polled.telegram.join(group.id, stranger.id)
    polled.telegram.join(group.id, guardian.id)
    await group.settle()
    assert group.texts()[-1] == plain(EN("staffroom-stranger"))
    await ask(student, Language.KK, STRANGE)
    await group.settle()
    (topic,) = group.topics
    seen = student.texts()
    for one in (stranger, guardian):
        answer = await group.press(one, EN("button-thread-claim"))
        assert answer["alert"]
        await group.say(one, "Write to me: @eve", topic)
        await group.say(one, "/connect")
    assert student.texts() == seen
    assert await look(polled, "SELECT owner_id FROM threads") == [(None,)]
    assert await look(polled, "SELECT count(*) FROM accounts WHERE display_name LIKE 'Eve%'") == [(0,)]
    await group.press(owner, EN("button-thread-claim"))
    polled.telegram.push_raw_update(
        {
            "message": {
                "message_id": 999_999,
                "date": 1,
                "chat": {"id": group.id, "type": "supergroup", "title": "x", "is_forum": True},
                "from": {"id": owner.id, "is_bot": False, "first_name": "Owner"},
                "sender_chat": {"id": group.id, "type": "supergroup", "title": "x"},
                "message_thread_id": topic,
                "is_topic_message": True,
                "text": "as the group itself",
            }
        }
    )
    await group.settle()
    assert student.texts() == seen


async def test_a_waiting_question_is_told_in_the_topic_and_to_everybody_in_private(polled: World) -> None:
    group, owner, second, _, guardian = await team_of(polled)
    await ask(guardian, Language.RU, "Где забрать сына после лагеря?")
    await group.settle()
    (topic,) = group.topics
    assert group.topics[topic] == plain(EN("topic-guardian", number="1"))
    await polled.travel(to=polled.clock.now() + timedelta(minutes=31))
    await group.settle()
    assert "Nobody has taken" in group.texts(topic)[-1]
    assert "Nobody has taken" in owner.screen()
    assert "Nobody has taken" in second.screen()


async def test_what_cannot_be_passed_on_is_told_in_the_topic_and_files_are_passed_on(polled: World) -> None:
    group, owner, _, _, guardian = await team_of(polled)
    await ask(guardian, Language.RU, "Где забрать сына после лагеря?")
    await group.settle()
    (topic,) = group.topics
    await group.press(owner, EN("button-thread-claim"))
    await group.send(owner, Upload(name="a.ogg", mime="audio/ogg", data=b"voice"), topic, kind="voice")
    assert group.texts(topic)[-1] == plain(EN("topic-not-sent", reason=EN("error-thread-text")))
    await group.send(owner, Upload(name="route.pdf", mime="application/pdf", data=PDF), topic)
    assert guardian.messages()[-1]["files"][0]["name"] == "route.pdf"
    polled.telegram.block(guardian.id)
    lost = await group.say(owner, "See you there", topic)
    await group.settle()
    assert [one["emoji"] for one in group.chat.messages[lost]["bot_reactions"]] == ["💔"]
    assert group.texts(topic)[-1] == plain(EN("topic-lost"))


async def test_a_question_asked_before_comes_too_and_a_deleted_topic_is_made_anew(polled: World) -> None:
    _, link = await register_student(polled)
    guardian = await consent(polled, link)
    owner = await owner_of(polled)
    await ask(guardian, Language.RU, "Где забрать сына после лагеря?")
    group = await group_of(polled, owner)
    await connect(group, owner)
    (first,) = group.topics
    polled.telegram.delete_topic(group.id, first)
    await guardian.say("И во сколько?")
    for _ in range(2):
        await group.settle()
    (second,) = group.topics
    assert second != first
    assert [text.splitlines()[-1] for text in group.texts(second)[1:]] == [
        "Где забрать сына после лагеря?",
        "И во сколько?",
    ]


async def test_a_group_nobody_of_the_staff_brought_is_left_without_a_word(polled: World) -> None:
    await arrive(polled.newcomer("Eve", "en"), Language.EN)
    eve = polled.newcomer("Mallory", "en")
    await owner_of(polled)
    for kind in ("group", "supergroup"):
        chat = polled.telegram.create_group("Pupils", [eve.id], type=kind)
        await polled.idle()
        assert chat.bot_status == "left"
        assert [one for one in polled.telegram.messages(chat.id) if not one.get("own") and one.get("text")] == []


async def test_the_bot_says_what_a_group_lacks_follows_its_new_id_and_leaves_when_it_is_refused(polled: World) -> None:
    owner = await owner_of(polled)
    small = polled.telegram.create_group("Camp team", [owner.id], type="group")
    await polled.idle()
    group = Group(polled, small.id)
    assert group.texts() == [plain(EN("staffroom-hello"))]
    await group.say(owner, "/connect")
    assert group.texts()[-1] == plain(EN("staffroom-lacks-topics"))
    group = Group(polled, polled.telegram.upgrade(small.id).id)
    await group.settle()
    assert await look(polled, "SELECT chat_id FROM staffrooms") == [(group.id,)]
    group.chat.is_forum = True
    await group.say(owner, "/connect")
    assert group.texts()[-1] == plain(EN("staffroom-lacks-rights"))
    polled.telegram.promote(group.id, polled.telegram.world.bot.id)
    await group.say(owner, "/connect@jazyl_play_bot")
    await owner.press(EN("button-staffroom-refuse"))
    assert group.chat.bot_status == "left"
    assert await look(polled, "SELECT count(*) FROM staffrooms WHERE ended_at IS NULL") == [(0,)]


async def test_a_room_that_moves_is_followed_and_one_that_throws_us_out_ends(polled: World) -> None:
    group, owner, second, _, guardian = await team_of(polled)
    world = polled.telegram.world
    moved = polled.telegram.create_group("Camp team", [owner.id, second.id], is_forum=True)
    await polled.idle()
    polled.telegram.promote(moved.id, world.bot.id)
    group.chat.migrated_to = moved.id
    await ask(guardian, Language.RU, "Где забрать сына после лагеря?")
    group = Group(polled, moved.id)
    for _ in range(2):
        await group.settle()
    assert list(group.topics.values()) == [plain(EN("topic-guardian", number="1"))]
    polled.telegram.set_bot_status(group.id, "kicked")
    await polled.idle()
    assert owner.screen() == second.screen()
    assert "staff group" in owner.screen()
    await guardian.say("И во сколько?")
    assert "И во сколько?" in owner.screen()


@pytest.mark.parametrize("language", list(Language))
async def test_an_organizer_finds_how_to_connect_a_group_and_lets_it_go_in_every_language(
    polled: World, language: Language
) -> None:
    t = words(language)
    owner = polled.person(103)
    await arrive(owner, language)
    await owner.say("/desk")
    await owner.press("Jas Leader")
    await owner.press(t("button-more"))
    await owner.press(t("button-staffroom"))
    assert "/connect" in owner.screen()
    stranger = polled.newcomer("Eve", "en")
    group = await group_of(polled, owner, stranger)
    await group.say(owner, "/connect")
    if not owner.has_button(t("button-staffroom-connect")):
        await owner.press("Jas Leader")
    assert plain(t("staffroom-strangers", count=1)) in owner.screen()
    await owner.press(t("button-staffroom-connect"))
    assert "Jas Leader" in group.texts()[-1]
    await owner.press(t("button-staffroom-cut"))
    await owner.press(t("button-staffroom-cut-yes"))
    assert "/connect" in owner.screen()
    assert group.chat.bot_status == "left"


@pytest.mark.parametrize(("pace", "is_kept"), [(20, True), (1000, False)], ids=["paced", "the pace switched off"])
async def test_a_group_gets_no_more_than_twenty_messages_a_minute(tmp_path: Path, pace: int, is_kept: bool) -> None:
    async with new_world(tmp_path, pace_group_per_minute=pace) as world:
        group, owner, _, _, guardian = await team_of(world)
        await ask(guardian, Language.RU, "Где забрать сына после лагеря?")
        await group.settle()
        (topic,) = group.topics
        await group.press(owner, EN("button-thread-claim"))
        for number in range(9):
            await group.say(owner, f"Answer {number}", topic)
            await guardian.say(f"Вопрос {number}")
            await group.settle()
        assert "Answer 8" in "".join(guardian.texts()), "families do not wait for the group"
        calls = [one for one in world.telegram.calls() if one.chat_id == group.id and is_counted(one.method)]
        assert (len(calls) <= 20) is is_kept
        assert ("Вопрос 8" not in "".join(group.texts(topic))) is is_kept


async def test_a_room_without_rights_ends_what_is_erased_goes_and_who_never_connects_is_left(polled: World) -> None:
    group, owner, _, _, guardian = await team_of(polled)
    await ask(guardian, Language.RU, "Где забрать сына после лагеря?")
    await group.settle()
    ((account,),) = await look(polled, "SELECT account_id FROM threads")
    assert len(group.topics) == 1
    now = polled.clock.now()
    await polled.running.database.write(lambda tx: threads.forget(tx, account_id=account, participant_id=0, now=now))
    await group.settle()
    assert group.topics == {}
    waiting = await group_of(polled, owner)
    polled.telegram.set_bot_status(group.id, "member")
    await ask(guardian, Language.RU, "Где забрать сына после лагеря?")
    await group.settle()
    assert group.chat.bot_status == "left"
    assert plain(EN("notice-staffroom-rights", event="")).split(":")[1] in "".join(owner.texts())
    await polled.travel(to=polled.clock.now() + timedelta(hours=25))
    await waiting.settle()
    assert waiting.chat.bot_status == "left"
