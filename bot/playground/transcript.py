"""A chat as a text one can keep: who said what and when, with buttons and files named."""

from datetime import UTC, datetime

from .errors import Json
from .models import Chat
from .world import MEDIA_KINDS, World


def transcript(world: World, chat: Chat) -> str:
    """Return the conversation as Markdown, times in UTC."""
    title = world.people[chat.user_id].first_name if chat.user_id is not None else chat.title
    parts = [f"# {title}", *(_entry(message) for message in chat.messages.values())]
    return "\n\n".join(parts) + "\n"


def _entry(message: Json) -> str:
    moment = datetime.fromtimestamp(message["date"], UTC).strftime("%Y-%m-%d %H:%M:%S")
    edited = " (edited)" if "edit_date" in message else ""
    lines = [f"**{message['from']['first_name']}** {moment}{edited}"]
    body = message.get("text") or message.get("caption")
    if body:
        lines.append("\n".join(f"> {line}" for line in str(body).splitlines()))
    lines.extend(f"[{kind}]" for kind in ("photo", *MEDIA_KINDS, "contact", "location", "poll") if kind in message)
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    lines.extend(" ".join(f"[{button['text']}]" for button in row) for row in rows)
    return "\n\n".join(lines)
