"""The screens of families' questions, for staff."""

from __future__ import annotations

from bot.actions.answering import Case, Room
from bot.domain.thread import Message, Thread
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.ask_cards import fit
from handlers.callbacks import DecisionPress
from handlers.form.answers import short
from handlers.organizer.list_cards import desk_button
from handlers.talk_callbacks import FaqPress, ThreadPress
from handlers.talk_words import in_line

Row = tuple[Button, ...]

LONGEST_LABEL = 60
MOST_ROWS = 20
MOST_COLLEAGUES = 12


def row(t: Translator, event_id: int, count: int) -> Row:
    """The way to the questions, with how many families wait."""
    text = t("button-questions", count=count) if count else t("button-questions-none")
    data = ThreadPress(thread_id=event_id, revision=0, do="room").pack()
    return (Button(text=text, data=data, style="primary" if count else None),)


def room(t: Translator, found: Room) -> Outgoing:
    """The open questions, the unclaimed first."""
    rows: list[Row] = []
    for one in found.rows[:MOST_ROWS]:
        label = f"{_icon(one.thread)} {one.name}: {one.text}"
        rows.append((_press(short(label, LONGEST_LABEL), one.thread, "open"),))
    if found.may_edit:
        data = FaqPress(event_id=found.event.id, do="list").pack()
        rows.append((Button(text=t("button-faq-edit"), data=data),))
    refresh = ThreadPress(thread_id=found.event.id, revision=0, do="room").pack()
    last = (Button(text=t("button-refresh"), data=refresh), desk_button(t, found.event.id))
    key = "threads-head" if found.rows else "threads-none"
    return Outgoing(text=t(key, title=found.event.title), keyboard=(*rows, last))


def _icon(thread: Thread) -> str:
    if thread.is_urgent and thread.waits_since is not None:
        return "🚨"
    if thread.owner_id is None:
        return "🆕"
    return "⏳" if thread.waits_since is not None else "💬"


def case(t: Translator, found: Case) -> Outgoing:
    """One conversation and what can be done."""
    lines = [_head(t, found), *(_message(t, found, message) for message in found.messages)]
    one = found.thread
    rows: list[Row] = []
    if one.is_open and found.is_mine:
        rows.append((_press(t("button-thread-answer"), one, "answer", style="primary"),))
        rows.append((_press(t("button-thread-hand"), one, "hand"), _press(t("button-thread-close"), one, "close")))
    elif one.is_open:
        key = "button-thread-claim" if one.owner_id is None else "button-thread-take"
        rows.append((_press(t(key), one, "claim", style="success"),))
    if any(message.words.has_file for message in found.messages):
        rows.append((_press(t("button-thread-files"), one, "files"),))
    if one.registration_id is not None:
        opened = DecisionPress(registration_id=one.registration_id, revision=0, do="open").pack()
        rows.append((Button(text=t("button-thread-registration"), data=opened),))
    back = ThreadPress(thread_id=found.event.id, revision=0, do="room").pack()
    rows.append((_press(t("button-flag"), one, "flag"), Button(text=t("button-questions-none"), data=back)))
    return Outgoing(text=fit(lines), keyboard=(*rows, (desk_button(t, found.event.id),)))


def _head(t: Translator, found: Case) -> Html:
    one = found.thread
    lines = [t("case-thread-head", name=found.name, title=found.event.title)]
    if one.is_urgent and one.is_open:
        lines.append(t("case-thread-urgent"))
    if one.is_of_child:
        lines.append(t("case-thread-child", count=found.guardians))
    if not one.is_open:
        lines.append(t("case-thread-rated", rating=one.rating) if one.rating else t("case-thread-closed"))
    elif found.owner_name is None:
        lines.append(t("case-thread-nobody"))
    else:
        lines.append(t("case-thread-mine") if found.is_mine else t("case-thread-owner", name=found.owner_name))
    return Html("\n".join(lines))


def _message(t: Translator, found: Case, message: Message) -> Html:
    time = t.moment(message.said_at, found.event.zone)
    text = in_line(t, message.words)
    return t("case-thread-line", icon="🏕" if message.is_staff else "👤", by=message.by, time=time, text=text)


def hand(t: Translator, found: Case) -> Outgoing:
    """Whom a question is handed to."""
    rows = [
        (_press(short(f"👤 {name}", LONGEST_LABEL), found.thread, "to", to_id=account_id),)
        for account_id, name in found.colleagues[:MOST_COLLEAGUES]
    ]
    text = t("thread-hand-to") if rows else t("thread-hand-nobody")
    return Outgoing(text=text, keyboard=(*rows, (_press(t("button-back"), found.thread, "open"),)))


def ask_answer(t: Translator, found: Case) -> Outgoing:
    """Ask for the answer; the last words of the family stand above."""
    asked = [message for message in found.messages if not message.is_staff][-1:]
    lines = [_head(t, found), *(_message(t, found, message) for message in asked), t("thread-answer-how")]
    return Outgoing(text=fit(lines), keyboard=((_press(t("button-back"), found.thread, "open"),),))


def _press(text: str, thread: Thread, do: str, *, to_id: int = 0, style: str | None = None) -> Button:
    data = ThreadPress(thread_id=thread.id, revision=thread.revision, do=do, to_id=to_id).pack()
    return Button(text=plain(text), data=data, style=style)
