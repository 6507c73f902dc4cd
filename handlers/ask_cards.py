"""The screens of asking the camp, for families."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions.asking import AskPage, Rooms
from bot.actions.hearing import ThreadPage
from bot.domain.event import Event
from bot.domain.thread import Entry, Message, Thread
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.cards import home_row
from handlers.talk_callbacks import AskPress
from handlers.talk_words import in_line

Row = tuple[Button, ...]

LONGEST_LABEL = 60
MOST_ROWS = 30


def rooms(t: Translator, found: Rooms) -> Outgoing:
    """One's conversations, and what one may ask about."""
    rows: list[Row] = [(thread_button(t, thread, event),) for thread, event in found.threads]
    rows.extend(
        (press(t("button-ask-about", title=event.title), "open", event_id=event.id, registration_id=number),)
        for event, number in found.events[:MOST_ROWS]
    )
    text = t("ask-rooms") if found.threads else t("ask-rooms-none")
    return Outgoing(text=text, keyboard=(*rows, home_row(t)))


def thread_button(t: Translator, thread: Thread, event: Event) -> Button:
    """The way to one conversation, with where it stands."""
    icon = "✅" if not thread.is_open else "⏳" if thread.waits_since is not None else "💬"
    return press(f"{icon} {event.title.within(t.language)}", "thread", id_=thread.id)


def ask(t: Translator, page: AskPage) -> Outgoing:
    """Where a question is typed, and who will read it."""
    lines = [t("ask-how", title=page.event.title)]
    if page.is_child:
        lines.append(t("ask-guardians-read") if page.has_guardians else t("ask-two-read"))
    rows = ((press(t("button-faq"), "faq", event_id=page.event.id),), (press(t("button-ask-rooms"), "rooms"),))
    return Outgoing(text="\n\n".join(lines), keyboard=(*rows, home_row(t)))


def found(t: Translator, page: AskPage) -> Outgoing:
    """The answers that may help, before people are asked."""
    lines = [t("ask-found"), *(_entry(t, entry) for entry in page.entries)]
    rows = (
        (press(t("button-faq-helped"), "helped", event_id=page.event.id, style="success"),),
        (press(t("button-ask-people"), "people", event_id=page.event.id, style="primary"),),
    )
    return Outgoing(text="\n\n".join(lines)[:4090], keyboard=(*rows, home_row(t)))


def entries(t: Translator, page: AskPage) -> Outgoing:
    """All frequent answers."""
    said = [_entry(t, entry) for entry in page.entries]
    lines: list[str] = [t("faq-head", title=page.event.title) if said else t("faq-none")]
    for one in said:
        if sum(map(len, lines)) + len(one) > 3800:  # noqa: PLR2004 - what fits into one message
            break
        lines.append(one)
    row = (press(t("button-ask-camp"), "open", event_id=page.event.id, style="primary"),)
    return Outgoing(text="\n\n".join(lines), keyboard=(row, home_row(t)))


def _entry(t: Translator, entry: Entry) -> str:
    return t("faq-entry", question=entry.question, answer=entry.answer)


def helped(t: Translator) -> Outgoing:
    """An answer was enough."""
    return Outgoing(text=t("faq-glad"), keyboard=((press(t("button-ask-rooms"), "rooms"),), home_row(t)))


def thread(t: Translator, page: ThreadPage) -> Outgoing:
    """A conversation: what was said, where it stands, what can be done."""
    one = page.thread
    lines: list[str] = [t("thread-head", title=page.event.title)]
    lines.extend(_message(t, page, message) for message in page.messages)
    lines.append(_state(t, page))
    rows: list[Row] = []
    if page.is_asker and one.is_open:
        urgent = () if one.is_urgent or one.waits_since is None else (press(t("button-urgent"), "urgent", id_=one.id),)
        rows.append((*urgent, press(t("button-thread-solved"), "close", id_=one.id, style="success")))
    elif page.is_asker and one.rating is None:
        rows.append(stars(one.id))
    if any(message.words.has_file for message in page.messages):
        rows.append((press(t("button-thread-files"), "files", id_=one.id),))
    rows.append((press(t("button-flag"), "flag", id_=one.id), press(t("button-ask-rooms"), "rooms")))
    return Outgoing(text=fit(lines), keyboard=(*rows, home_row(t)))


def fit(lines: Sequence[str]) -> str:
    """Return the head and as many of the last lines as one message holds."""
    head, rest = lines[0], list(lines[1:])
    while len(rest) > 1 and len(head) + sum(len(one) + 2 for one in rest) > 4000:  # noqa: PLR2004 - Telegram's limit
        rest = rest[1:]
    return "\n\n".join([head, *rest])


def stars(thread_id: int) -> Row:
    """The five buttons of a rating."""
    return tuple(press(f"{number} ⭐", f"rate-{number}", id_=thread_id) for number in range(1, 6))


def flagged(t: Translator, thread_id: int) -> Outgoing:
    """The owners were told."""
    return Outgoing(text=t("thread-flag-told"), keyboard=((press(t("button-thread"), "thread", id_=thread_id),),))


def _message(t: Translator, page: ThreadPage, message: Message) -> Html:
    time = t.moment(message.said_at, page.event.zone)
    text = in_line(t, message.words)
    if message.is_staff:
        return t("thread-line-camp", programme=page.programme, time=time, text=text)
    key = "thread-line-own" if message.account_id == page.account_id else "thread-line-child"
    return t(key, time=time, text=text)


def _state(t: Translator, page: ThreadPage) -> Html:
    one = page.thread
    if not page.is_asker:
        return t("thread-reads-along")
    if not one.is_open:
        return t("thread-closed-rated", rating=one.rating) if one.rating else t("thread-closed")
    if one.waits_since is None:
        return t("thread-answered")
    return t("thread-waits-urgent") if one.is_urgent else t("thread-waits")


def press(
    text: str, do: str, *, event_id: int = 0, registration_id: int = 0, id_: int = 0, style: str | None = None
) -> Button:
    """A button of asking."""
    data = AskPress(do=do, event_id=event_id, registration_id=registration_id, id=id_).pack()
    label = plain(text)
    return Button(
        text=label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…", data=data, style=style
    )
