"""Groups: privacy of the bot, membership, requests to join, topics and the rights of administrators."""

import pytest
from aiogram import Bot

from bot.playground.errors import PlayError
from tests.playground.wire import GUARDIAN, ORGANIZER, STUDENT, Wire


async def test_in_a_group_an_ordinary_bot_hears_only_what_is_meant_for_it(wire: Wire) -> None:
    group = wire.telegram.create_group("Staff", [ORGANIZER, STUDENT])
    wire.telegram.world.updates.clear()
    answer = await wire.send(group.id, "ask me")
    for text in ("just talking", "/roster", "hey @jazyl_play_bot"):
        wire.telegram.send_text(ORGANIZER, text, chat_id=group.id)
    wire.telegram.send_text(STUDENT, "a reply", chat_id=group.id, reply_to=answer["message_id"])
    heard = [update["message"]["text"] for update in await wire.updates()]
    assert heard == ["/roster", "hey @jazyl_play_bot", "a reply"]
    wire.telegram.promote(group.id, wire.telegram.world.bot.id)
    wire.telegram.send_text(ORGANIZER, "now it hears", chat_id=group.id)
    assert (await wire.updates())[-1]["message"]["text"] == "now it hears"


async def test_the_bot_is_told_when_it_is_added_promoted_and_removed(wire: Wire) -> None:
    group = wire.telegram.create_group("Staff", [ORGANIZER])
    for status in ("administrator", "kicked"):
        wire.telegram.set_bot_status(group.id, status)
    changes = [update["my_chat_member"] for update in await wire.updates()]
    assert [change["new_chat_member"]["status"] for change in changes] == ["member", "administrator", "kicked"]
    assert changes[1]["new_chat_member"]["can_pin_messages"] is True


async def test_members_come_and_go_and_chat_member_updates_must_be_asked_for(wire: Wire, bot: Bot) -> None:
    group = wire.telegram.create_group("Staff", [ORGANIZER])
    wire.telegram.promote(group.id, wire.telegram.world.bot.id)
    wire.telegram.join(group.id, STUDENT)
    assert not [update for update in await wire.updates() if "chat_member" in update]
    assert (await bot.get_chat_member_count(group.id)) == 3
    assert (await bot.get_chat_member(group.id, STUDENT)).status == "member"
    await wire.updates(offset=-1, allowed_updates=["chat_member"])
    wire.telegram.leave(group.id, STUDENT)
    wire.telegram.promote(group.id, ORGANIZER)
    changed = [update["chat_member"] for update in await wire.updates() if "chat_member" in update]
    assert [item["new_chat_member"]["status"] for item in changed] == ["left", "administrator"]
    assert (await bot.get_chat_member(group.id, STUDENT)).status == "left"
    assert {member.user.id for member in await bot.get_chat_administrators(group.id)} == {ORGANIZER, bot.id}
    assert (await bot.leave_chat(group.id)) is True
    assert wire.telegram.world.chats[group.id].bot_status == "left"


async def test_a_request_to_join_lets_the_bot_write_first_for_five_minutes(wire: Wire, bot: Bot) -> None:
    group = wire.telegram.create_group("Event", [ORGANIZER])
    wire.telegram.promote(group.id, wire.telegram.world.bot.id)
    link = await bot.create_chat_invite_link(group.id, creates_join_request=True)
    assert link.creates_join_request
    wire.telegram.request_join(group.id, GUARDIAN)
    request = (await bot.get_updates())[-1].chat_join_request
    assert request is not None
    assert request.user_chat_id == GUARDIAN
    await wire.send(GUARDIAN, "Who are you?")
    wire.telegram.set_clock(advance=301)
    late = await wire.call("sendMessage", chat_id=GUARDIAN, text="still there?")
    assert late.refusal == (403, "Forbidden: bot can't initiate conversation with a user")
    assert await bot.approve_chat_join_request(group.id, GUARDIAN) is True
    assert GUARDIAN in wire.telegram.world.chats[group.id].members
    again = await wire.call("approveChatJoinRequest", chat_id=group.id, user_id=GUARDIAN)
    assert again.refusal == (400, "Bad Request: USER_ALREADY_PARTICIPANT")
    wire.telegram.request_join(group.id, STUDENT)
    assert await bot.decline_chat_join_request(group.id, STUDENT) is True
    assert STUDENT not in wire.telegram.world.chats[group.id].members


async def test_topics_open_in_forums_only_and_messages_go_into_them(wire: Wire, bot: Bot) -> None:
    forum = wire.telegram.create_group("Forum", [ORGANIZER], is_forum=True)
    refused = await wire.call("createForumTopic", chat_id=forum.id, name="Buses")
    assert refused.refusal == (400, "Bad Request: not enough rights to create a topic")
    wire.telegram.promote(forum.id, bot.id)
    topic = await bot.create_forum_topic(forum.id, "Buses")
    sent = await bot.send_message(forum.id, "Bus 1", message_thread_id=topic.message_thread_id)
    assert sent.is_topic_message
    plain = wire.telegram.create_group("Plain", [ORGANIZER])
    refused = await wire.call("createForumTopic", chat_id=plain.id, name="Buses")
    assert refused.refusal == (400, "Bad Request: the chat is not a forum")


async def test_a_topic_is_closed_opened_and_deleted_with_everything_in_it(wire: Wire, bot: Bot) -> None:
    forum = wire.telegram.create_group("Forum", [ORGANIZER, STUDENT], is_forum=True)
    wire.telegram.promote(forum.id, bot.id)
    topic = (await bot.create_forum_topic(forum.id, "Buses")).message_thread_id
    sent = await bot.send_message(forum.id, "Bus 1", message_thread_id=topic)
    assert await bot.close_forum_topic(forum.id, topic)
    with pytest.raises(PlayError, match="closed"):
        wire.telegram.send_text(STUDENT, "when?", chat_id=forum.id, topic_id=topic)
    wire.telegram.send_text(ORGANIZER, "at ten", chat_id=forum.id, reply_to=sent.message_id)
    assert wire.telegram.messages(forum.id)[-1]["message_thread_id"] == topic, "a reply stays in its topic"
    again = await wire.call("closeForumTopic", chat_id=forum.id, message_thread_id=topic)
    assert again.refusal == (400, "Bad Request: TOPIC_NOT_MODIFIED")
    assert await bot.reopen_forum_topic(forum.id, topic)
    assert await bot.delete_forum_topic(forum.id, topic)
    assert not [one for one in wire.telegram.messages(forum.id) if one.get("message_thread_id") == topic]
    gone = await wire.call("sendMessage", chat_id=forum.id, text="Bus 2", message_thread_id=topic)
    assert gone.refusal == (400, "Bad Request: message thread not found")
    gone = await wire.call("deleteForumTopic", chat_id=forum.id, message_thread_id=topic)
    assert gone.refusal == (400, "Bad Request: TOPIC_ID_INVALID")


async def test_pinning_in_a_group_needs_rights(wire: Wire) -> None:
    group = wire.telegram.create_group("Staff", [ORGANIZER])
    sent = await wire.send(group.id)
    answer = await wire.call("pinChatMessage", chat_id=group.id, message_id=sent["message_id"])
    assert answer.refusal == (400, "Bad Request: not enough rights to manage pinned messages in the chat")


async def test_an_upgrade_moves_people_and_tells_the_bot_both_ids(wire: Wire) -> None:
    group = wire.telegram.create_group("Camp", [ORGANIZER, STUDENT], type="group")
    wire.telegram.world.updates.clear()
    answer = await wire.control("POST", f"groups/{group.id}/upgrade")
    told = [update["message"] for update in await wire.updates()]
    assert told[0]["migrate_to_chat_id"] == told[1]["chat"]["id"] == answer.body["id"]
    assert told[1]["migrate_from_chat_id"] == group.id
    assert answer.body["members"] == [ORGANIZER, STUDENT]
