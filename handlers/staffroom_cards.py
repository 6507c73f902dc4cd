"""What stands in a staff room: the names of topics, the card of a conversation, its messages.

Always true: the name of a topic names nobody; nothing but the topics of a connected room tells of a family.
"""

from __future__ import annotations

from typing import Final

from bot.actions.relaying import Lack
from bot.domain.thread import Message, Thread
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.talk_callbacks import ThreadPress
from handlers.talk_words import in_line

LONGEST_NAME: Final = 128


def title(t: Translator, thread: Thread) -> str:
    """The name of a topic: a number and whose kind of question it is."""
    kind = "child" if thread.is_of_child else "guardian" if thread.registration_id is not None else "other"
    return plain(t(f"topic-{kind}", number=str(thread.id)))[:LONGEST_NAME]


def card(t: Translator, lack: Lack) -> Outgoing:
    """Where a conversation stands, and what can be done in its topic."""
    one = lack.thread
    lines = [t("case-thread-head", name=lack.name, title=lack.event.title)]
    if one.is_urgent and one.is_open:
        lines.append(t("case-thread-urgent"))
    if one.is_of_child:
        lines.append(t("case-thread-child", count=lack.guardians))
    lines.append(_state(t, lack))
    rows: list[tuple[Button, ...]] = []
    if one.is_open:
        key = "button-thread-claim" if one.owner_id is None else "button-thread-take"
        rows.append((_press(t(key), one, "claim", style="success" if one.owner_id is None else None),))
    if one.is_open and one.owner_id is not None:
        rows.append((_press(t("button-thread-close"), one, "close"),))
    return Outgoing(text=Html("\n".join(lines)), keyboard=tuple(rows))


def _state(t: Translator, lack: Lack) -> Html:
    one = lack.thread
    if not one.is_open:
        return t("case-thread-rated", rating=one.rating) if one.rating else t("case-thread-closed")
    if lack.owner_name is None:
        return Html(f"{t('case-thread-nobody')}\n\n{t('topic-how-free')}")
    return Html(f"{t('case-thread-owner', name=lack.owner_name)}\n\n{t('topic-how-taken', name=lack.owner_name)}")


def message(t: Translator, lack: Lack, said: Message) -> Outgoing:
    """One message of a conversation."""
    time = t.moment(said.said_at, lack.event.zone)
    icon = "🏕" if said.is_staff else "👤"
    text = t("case-thread-line", icon=icon, by=said.by, time=time, text=in_line(t, said.words))
    return Outgoing(text=text, photo=said.words.photo, document=said.words.document)


def waits(t: Translator, lack: Lack) -> Outgoing:
    """Nobody took it, or nobody answered, in time."""
    key = "notice-thread-unclaimed" if lack.thread.warned == 1 else "notice-thread-unanswered"
    return Outgoing(text=t(key, name=lack.name, event=lack.event.title, minutes=lack.minutes))


def _press(text: Html, thread: Thread, do: str, *, style: str | None = None) -> Button:
    data = ThreadPress(thread_id=thread.id, revision=thread.revision, do=do).pack()
    return Button(text=plain(text), data=data, style=style)
