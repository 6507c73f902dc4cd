"""What an announcement carries beside its words: photos or a document, and buttons with links."""

from __future__ import annotations

from html import escape

from bot.domain.broadcast import Broadcast
from bot.domain.language import Language
from bot.domain.link import LONGEST_LABEL, MOST_LINKS
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.broadcast_callbacks import LinkPress
from handlers.callbacks import BroadcastPress

Row = tuple[Button, ...]


def lines(t: Translator, broadcast: Broadcast) -> list[Html]:
    """What it carries."""
    found: list[Html] = []
    if broadcast.album:
        found.append(t("broadcast-album", number=len(broadcast.photos)))
    elif broadcast.photo:
        found.append(t("broadcast-photo"))
    if broadcast.document:
        found.append(t("broadcast-document"))
    if broadcast.links:
        labels = ", ".join(one.label_for(t.language) for one in broadcast.links)
        found.append(t("broadcast-links", labels=labels))
    return found


def draft_row(t: Translator, broadcast: Broadcast) -> list[Row]:
    """The way to its links."""
    return [(_to(t("button-links"), broadcast, "links"),)]


def links(t: Translator, broadcast: Broadcast) -> Outgoing:
    """Its links, each with the way to take it away."""
    parts: list[str] = [t("links-head" if broadcast.links else "links-none", most=MOST_LINKS)]
    for link in broadcast.links:
        said = " · ".join(dict.fromkeys(link.label_for(language) for language in Language))
        parts.append(f"🔗 <b>{escape(said)}</b>\n{escape(link.address)}")
    rows: list[Row] = [
        (_to(f"🗑 {link.label_for(t.language)}", broadcast, "drop", str(number)),)
        for number, link in enumerate(broadcast.links)
    ]
    if len(broadcast.links) < MOST_LINKS:
        rows.append((_to(t("button-link-add"), broadcast, "add", style="primary"),))
    return Outgoing(text="\n\n".join(parts), keyboard=(*rows, _back(t, broadcast)))


def ask_link(t: Translator, broadcast: Broadcast) -> Outgoing:
    """Ask for an address and what the button says."""
    back = (_to(t("button-back"), broadcast, "links"),)
    return Outgoing(text=t("link-ask", longest=LONGEST_LABEL), keyboard=(back,))


def _back(t: Translator, broadcast: Broadcast) -> Row:
    press = BroadcastPress(broadcast_id=broadcast.id, revision=broadcast.revision, do="open").pack()
    return (Button(text=t("button-broadcast-draft"), data=press),)


def _to(label: str, broadcast: Broadcast, do: str, value: str = "", *, style: str | None = None) -> Button:
    data = LinkPress(broadcast_id=broadcast.id, revision=broadcast.revision, do=do, value=value).pack()
    return Button(text=label, data=data, style=style)
