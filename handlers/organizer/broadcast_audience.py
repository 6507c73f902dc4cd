"""Choosing whom an announcement is for: what is chosen, and one screen for each part of it."""

from __future__ import annotations

from bot.actions.broadcasting import Preview, Progress
from bot.actions.composing import Draft
from bot.domain.broadcast import REACHED, Audience, Broadcast, Role
from bot.domain.errors import StaleError
from bot.domain.event import Event
from bot.domain.language import Language
from bot.domain.registration import Status
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.broadcast_callbacks import BranchPress
from handlers.callbacks import BroadcastPress

Row = tuple[Button, ...]


def audience_lines(t: Translator, view: Draft | Preview | Progress) -> Html:
    """Whom an announcement is for, part by part."""
    audience = view.broadcast.audience
    event = _event(view)
    stream = next((one for one in event.streams if one.id == audience.stream_id), None) if event else None
    lines = [t("broadcast-for-event", event=event.title) if event else t("broadcast-for-events")]
    if event and len(event.streams) > 1:
        lines.append(t("broadcast-for-stream", stream=stream.title) if stream else t("broadcast-for-streams"))
    lines.extend(t("branch-only", title=title) for title in view.branches)
    lines.extend(t("branch-without", title=title) for title in view.without)
    statuses = ", ".join(t(_status(status)) for status in REACHED if status in audience.statuses)
    lines.append(t("broadcast-for-statuses", statuses=statuses) if statuses else t("broadcast-for-no-status"))
    lines.append(t(f"broadcast-for-{audience.role.value if audience.role else 'both'}"))
    language = t(f"language-{audience.language.value}") if audience.language else None
    lines.append(t("broadcast-for-language", language=language) if language else t("broadcast-for-languages"))
    return Html("\n".join(lines))


def choice_rows(t: Translator, view: Draft) -> list[Row]:
    """The ways to the screens where each part is chosen; a part with one choice has none."""
    event = _event(view)
    parts = [
        *(["event"] if len(view.events) > 1 else []),
        *(["stream"] if event and len(event.streams) > 1 else []),
        "status",
        *(() if view.broadcast.is_emergency else ("role", "language")),
    ]
    ways = [_press(view.broadcast, t(f"button-broadcast-{part}"), "ask", part) for part in parts]
    branch = BranchPress(broadcast_id=view.broadcast.id, revision=view.broadcast.revision, do="look").pack()
    ways.append(Button(text=t("button-broadcast-branch"), data=branch))
    return [tuple(ways[at : at + 2]) for at in range(0, len(ways), 2)]


def choices(t: Translator, view: Draft, part: str) -> Outgoing:
    """One part of the audience: each button says what will be when it is pressed."""
    broadcast = view.broadcast
    audience = broadcast.audience
    match part:
        case "event":
            rows = _events(t, view)
        case "stream":
            rows = _streams(t, view)
        case "status":
            rows = [_status_row(t, broadcast, status) for status in REACHED]
        case "role":
            labels = {"all": t("broadcast-for-both"), **{role.value: t(f"broadcast-for-{role.value}") for role in Role}}
            rows = [_row(broadcast, labels[value], part, value, audience.role) for value in labels]
        case "language":
            names = {"all": t("broadcast-for-languages"), **{one.value: t(f"language-{one.value}") for one in Language}}
            rows = [_row(broadcast, names[value], part, value, audience.language) for value in names]
        case _:
            raise StaleError
    back = (_press(broadcast, t("button-broadcast-done"), "open", ""),)
    return Outgoing(text=t(f"broadcast-choose-{part}"), keyboard=(*rows, back))


def _events(t: Translator, view: Draft) -> list[Row]:
    broadcast, chosen = view.broadcast, view.broadcast.audience.event_id
    every = _row(broadcast, t("broadcast-for-events"), "event", "all", chosen)
    titles = [(one.title.within(t.language), str(one.id)) for one in view.events]
    return [every, *(_row(broadcast, title, "event", value, chosen) for title, value in titles)]


def _streams(t: Translator, view: Draft) -> list[Row]:
    event, broadcast, chosen = _event(view), view.broadcast, view.broadcast.audience.stream_id
    if event is None:
        raise StaleError
    every = _row(broadcast, t("broadcast-for-streams"), "stream", "all", chosen)
    titles = [(one.title.within(t.language), str(one.id)) for one in event.streams]
    return [every, *(_row(broadcast, title, "stream", value, chosen) for title, value in titles)]


def _status_row(t: Translator, broadcast: Broadcast, status: Status) -> Row:
    is_in = status in broadcast.audience.statuses
    word = t(_status(status))
    label = ("✓ " if is_in else "") + word[0].upper() + word[1:]
    return (_press(broadcast, label, "set", f"status={'-' if is_in else '+'}{status.value}"),)


def _row(broadcast: Broadcast, label: str, part: str, value: str, chosen: object) -> Row:
    is_chosen = value == ("all" if chosen is None else str(chosen))
    return (_press(broadcast, ("✓ " if is_chosen else "") + label, "set", f"{part}={value}"),)


def _event(view: Draft | Preview | Progress) -> Event | None:
    audience: Audience = view.broadcast.audience
    return next((event for event in view.events if event.id == audience.event_id), None)


def _status(status: Status) -> str:
    return f"broadcast-status-{status.value.replace('_', '-')}"


def _press(broadcast: Broadcast, label: str, do: str, value: str) -> Button:
    data = BroadcastPress(broadcast_id=broadcast.id, revision=broadcast.revision, do=do, value=value).pack()
    return Button(text=label, data=data)
