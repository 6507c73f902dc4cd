"""The screens on which a poll is prepared: the list, its options, its end; and its part of an announcement's draft."""

from __future__ import annotations

from typing import Final

from bot.actions.broadcasting import Preview, Progress
from bot.actions.canvassing import DAYS, Polls, Question
from bot.actions.composing import Draft
from bot.domain.broadcast import Broadcast, State
from bot.domain.event import Event
from bot.domain.language import Language
from bot.domain.poll import FEWEST_OPTIONS, LONGEST_OPTION, MOST_OPTIONS, Poll, Tally, may_show
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import BroadcastPress
from handlers.organizer.list_cards import desk_button
from handlers.poll_callbacks import PollPress, PollsPress

Row = tuple[Button, ...]
START: Final = 34
"""Characters of a question that stand for it."""
WIDTH: Final = 10
"""Squares of the longest bar."""


def button(t: Translator, event_id: int) -> Button:
    """The way to the polls of an event."""
    return Button(text=t("button-polls"), data=PollsPress(event_id=event_id, do="list").pack())


def polls(t: Translator, view: Polls) -> Outgoing:
    """The polls of an event, newest first."""
    event_id = view.event.id
    rows: list[Row] = [
        (Button(text=t("button-poll-new"), data=PollsPress(event_id=event_id, do="new").pack(), style="primary"),)
    ]
    rows += [(_line(t, one, poll, tally),) for one, poll, tally in view.shown]
    rows.append((desk_button(t, event_id),))
    key = "polls" if view.shown else "polls-none"
    return Outgoing(text=t(key, title=view.event.title), keyboard=tuple(rows))


def _line(t: Translator, one: Broadcast, poll: Poll, tally: Tally) -> Button:
    text = _start(t, one)
    if one.state in (State.COMPOSING, State.SCHEDULED):
        data = BroadcastPress(broadcast_id=one.id, revision=one.revision, do="open").pack()
        return Button(text=f"📝 {text}", data=data)
    icon = "🔒" if poll.closed_at else "📊"
    return _to(f"{icon} {text} · {tally.people}", one, "results")


def _start(t: Translator, one: Broadcast) -> str:
    if not one.texts:
        return plain(t("poll-empty"))
    words = " ".join(plain(one.texts[one.language_for(t.language)]).split())
    return words if len(words) <= START else words[: START - 1].rstrip() + "…"


def draft_rows(t: Translator, view: Draft) -> list[Row]:
    """The ways to the options and to how they are answered."""
    broadcast, poll = view.broadcast, view.poll
    if poll is None:
        return []
    many, named = ("0" if poll.has_many else "1"), ("0" if poll.is_named else "1")
    ready = poll.number and not poll.lacks(broadcast.texts)
    label = t("button-poll-options", number=poll.number)
    return [
        (_to(label, broadcast, "options", style=None if ready else "primary"),),
        (
            _to(t(f"button-poll-many-{many}"), broadcast, "set", f"many={many}"),
            _to(t(f"button-poll-named-{named}"), broadcast, "set", f"named={named}"),
        ),
        (_to(t("button-poll-ends"), broadcast, "ends"),),
    ]


def draft_lines(t: Translator, poll: Poll | None, events: tuple[Event, ...], broadcast: Broadcast) -> list[Html]:
    """What a draft, or its check, says about the poll; what is lacking comes first."""
    if poll is None:
        return []
    lines = [t("poll-no-options")] if not poll.number else []
    if poll.number:
        lines += [t(f"poll-lacks-{language.value}") for language in poll.lacks(broadcast.texts)]
        lines += [t("poll-option-line", option=words) for words in poll.words(t.language)]
    lines.append(t("poll-is-many" if poll.has_many else "poll-is-single"))
    lines.append(t("poll-is-named" if poll.is_named else "poll-is-anonymous"))
    return [*lines, ends_line(t, poll, _event(events, broadcast))]


def lacks(view: Preview) -> bool:
    """Tell whether nobody could answer what is checked."""
    poll = view.poll
    return poll is not None and (not poll.number or bool(poll.lacks(view.broadcast.texts)))


def ends_line(t: Translator, poll: Poll, event: Event) -> Html:
    """When a poll ends."""
    if poll.closed_at is not None:
        return t("poll-closed-at", moment=t.moment(poll.closed_at, event.zone))
    if poll.closes_at is None:
        return t("poll-ends-by-hand")
    return t("poll-ends-at", moment=t.moment(poll.closes_at, event.zone))


def ask_options(t: Translator, view: Question) -> Outgoing:
    """Ask for the options in one language; what stands there now comes below."""
    poll, language = view.poll, view.language
    limits = {"fewest": FEWEST_OPTIONS, "most": MOST_OPTIONS, "longest": LONGEST_OPTION}
    parts: list[Html] = [t(f"poll-ask-options-{language.value}"), t("poll-options-how", **limits)]
    now = poll.options.get(language)
    other = poll.words(t.language) if now is None else ()
    if other:
        parts.append(t("poll-options-other", number=len(other)))
    parts += [Html("\n".join(t("poll-option-line", option=words) for words in now or other))] if now or other else []
    languages = tuple(
        _to(f"{'✏️' if one in poll.options else '✍️'} {t(f'language-{one.value}')}", view.broadcast, "options", one.value)
        for one in Language
        if one is not language
    )
    return Outgoing(text="\n\n".join(parts), keyboard=(languages, (_draft(t, view.broadcast),)))


def ask_time(t: Translator, view: Question) -> Outgoing:
    """Ask when a poll ends."""
    broadcast = view.broadcast
    rows: list[Row] = [(_to(t(f"button-poll-days-{days}"), broadcast, "set", f"days={days}"),) for days in DAYS]
    rows.append((_to(t("button-poll-by-hand"), broadcast, "set", "days=hand"),))
    rows.append((_draft(t, broadcast),))
    return Outgoing(text=t("poll-ask-time", zone=view.event.zone.key), keyboard=tuple(rows))


def progress_lines(t: Translator, view: Progress) -> list[str]:
    """What was chosen so far, under the progress of its announcement."""
    if view.poll is None or view.tally is None or view.broadcast.recipients is None:
        return []
    return [figures(t, view.poll, view.tally)]


def progress_rows(t: Translator, view: Progress) -> list[Row]:
    """The way to the results, in a message of their own."""
    if view.poll is None or view.broadcast.recipients is None:
        return []
    return [(_to(t("button-poll-results"), view.broadcast, "room"),)]


def figures(t: Translator, poll: Poll, tally: Tally) -> str:
    """How many answered and what they chose, unless they are too few to be told apart."""
    head = t("poll-people", people=tally.people)
    if not may_show(poll, tally.people):
        return f"{head}\n{t('poll-too-few')}"
    words = poll.words(t.language)
    lines = [_bar(t, words[option], tally, option) for option in range(poll.number)]
    return "\n\n".join([head, "\n".join(lines)])


def _bar(t: Translator, words: str, tally: Tally, option: int) -> str:
    count = tally.counts[option]
    full = round(WIDTH * count / tally.best) if tally.best else 0
    bar = "▓" * full + "░" * (WIDTH - full)
    return t("poll-figure", option=words, bar=bar, count=count, percent=tally.percent(option))


def _event(events: tuple[Event, ...], broadcast: Broadcast) -> Event:
    return next((one for one in events if one.id == broadcast.audience.event_id), events[0])


def _draft(t: Translator, broadcast: Broadcast) -> Button:
    data = BroadcastPress(broadcast_id=broadcast.id, revision=broadcast.revision, do="open").pack()
    return Button(text=t("button-broadcast-draft"), data=data)


def _to(label: str, broadcast: Broadcast, do: str, value: str = "", *, style: str | None = None) -> Button:
    data = PollPress(broadcast_id=broadcast.id, revision=broadcast.revision, do=do, value=value).pack()
    return Button(text=label, data=data, style=style)
