"""The table of modelled methods; everything else the schema knows is refused by name, never pretended."""

from collections.abc import Callable
from typing import Any

from . import methods_bot as bot
from . import methods_edit as edit
from . import methods_group as group
from . import methods_send as send
from . import methods_topic as topic
from .errors import ApiError, bad_request
from .params import Params
from .schema import METHOD_NAMES
from .world import World

Method = Callable[[World, Params], Any]
POLLING = "getUpdates"

METHODS: dict[str, Method] = {
    "getMe": bot.get_me,
    "setWebhook": bot.set_webhook,
    "deleteWebhook": bot.delete_webhook,
    "getWebhookInfo": bot.get_webhook_info,
    "setMyCommands": bot.set_my_commands,
    "getMyCommands": bot.get_my_commands,
    "deleteMyCommands": bot.delete_my_commands,
    "setMyName": bot.set_my_name,
    "getMyName": bot.get_my_name,
    "setMyDescription": bot.set_my_description,
    "getMyDescription": bot.get_my_description,
    "setMyShortDescription": bot.set_my_short_description,
    "getMyShortDescription": bot.get_my_short_description,
    "setChatMenuButton": bot.set_chat_menu_button,
    "getChatMenuButton": bot.get_chat_menu_button,
    "getFile": bot.get_file,
    "sendMessage": send.send_message,
    "sendPhoto": send.send_photo,
    "sendDocument": send.send_document,
    "sendMediaGroup": send.send_media_group,
    "sendChatAction": send.send_chat_action,
    "sendMessageDraft": send.send_message_draft,
    "sendContact": send.send_contact,
    "sendLocation": send.send_location,
    "sendVenue": send.send_venue,
    "sendPoll": send.send_poll,
    "editMessageText": edit.edit_message_text,
    "editMessageCaption": edit.edit_message_caption,
    "editMessageMedia": edit.edit_message_media,
    "editMessageReplyMarkup": edit.edit_message_reply_markup,
    "deleteMessage": edit.delete_message,
    "deleteMessages": edit.delete_messages,
    "copyMessage": edit.copy_message,
    "forwardMessage": edit.forward_message,
    "pinChatMessage": edit.pin_chat_message,
    "unpinChatMessage": edit.unpin_chat_message,
    "unpinAllChatMessages": edit.unpin_all_chat_messages,
    "setMessageReaction": edit.set_message_reaction,
    "answerCallbackQuery": edit.answer_callback_query,
    "getChat": group.get_chat,
    "getChatMember": group.get_chat_member,
    "getChatAdministrators": group.get_chat_administrators,
    "getChatMemberCount": group.get_chat_member_count,
    "leaveChat": group.leave_chat,
    "banChatMember": group.ban_chat_member,
    "unbanChatMember": group.unban_chat_member,
    "createChatInviteLink": group.create_chat_invite_link,
    "approveChatJoinRequest": group.approve_chat_join_request,
    "declineChatJoinRequest": group.decline_chat_join_request,
    "createForumTopic": topic.create_forum_topic,
    "closeForumTopic": topic.close_forum_topic,
    "reopenForumTopic": topic.reopen_forum_topic,
    "deleteForumTopic": topic.delete_forum_topic,
}
_CANONICAL = {name.lower(): name for name in METHOD_NAMES | set(METHODS)}


def canonical_name(name: str) -> str:
    """Return a method's own spelling; 404 for a name the schema lacks, 400 for one the playground lacks."""
    canonical = _CANONICAL.get(name.lower())
    if canonical is None:
        raise ApiError(404, "Not Found: method not found")
    if canonical != POLLING and canonical not in METHODS:
        raise bad_request(f"the playground does not model {canonical}")
    return canonical
