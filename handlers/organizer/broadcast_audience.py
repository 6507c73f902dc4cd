"""Choosing whom an announcement is for: one screen with what is chosen, how many that is, and ways to change it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from bot.actions.addressing import Named
from bot.actions.broadcasting import Preview, Progress
from bot.actions.composing import Draft
from bot.domain.audience import REACHED, Kind, Role
from bot.domain.broadcast import Broadcast, Count
from bot.domain.errors import StaleError
from bot.domain.event import Event
from bot.domain.language import Language, Localized
from bot.domain.registration import Status
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.broadcast_callbacks import BranchPress
from handlers.callbacks import BroadcastPress
from handlers.form.answers import short

Row = tuple[Button, ...]

MOST_NAMED: Final = 4
"""Titles in a line; further ones are counted."""
PAGE: Final = 6
"""Facets on the screen; the others are on further pages."""
LONGEST: Final = 40
PLUS: Final = "\N{HEAVY PLUS SIGN}"
MINUS: Final = "\N{HEAVY MINUS SIGN}"


def audience_lines(t: Translator, view: Draft | Preview | Progress) -> Html:
    """Whom an announcement is for, part by part."""
    audience = view.broadcast.audience
    event = _event(view)
    stream = next((one for one in event.streams if one.id == audience.stream_id), None) if event else None
    lines = [t("broadcast-for-event", event=event.title) if event else t("broadcast-for-events")]
    if event and len(event.streams) > 1:
        lines.append(t("broadcast-for-stream", stream=stream.title) if stream else t("broadcast-for-streams"))
    lines.extend(t("branch-only", title=title) for title in view.branches)
    statuses = ", ".join(t(_status(status)) for status in REACHED if status in audience.statuses)
    if not audience.is_only_picked:
        lines.append(t("broadcast-for-statuses", statuses=statuses) if statuses else t("broadcast-for-no-status"))
    roles = ", ".join(t(f"audience-role-{role.value}") for role in Role if role in audience.roles)
    lines.append(t("audience-roles", roles=roles) if roles else t("audience-no-role"))
    if audience.languages != frozenset(Language):
        names = ", ".join(t(f"language-{one.value}") for one in Language if one in audience.languages)
        lines.append(t("broadcast-for-language", language=names) if names else t("audience-no-language"))
    else:
        lines.append(t("broadcast-for-languages"))
    return Html("\n".join([*lines, *_facet_lines(t, view)]))


def _facet_lines(t: Translator, view: Draft | Preview | Progress) -> list[Html]:
    only = [one for one in view.chosen if not one.is_without]
    lines = []
    for kind in Kind:
        also = kind is Kind.PERSON and not view.broadcast.audience.is_only_picked
        titles = _titles(t, (one for one in only if one.facet.kind is kind), has_icons=also)
        if titles:
            lines.append(t("audience-also" if also else f"audience-only-{kind.value}", titles=titles))
    without = _titles(t, (one for one in view.chosen if one.is_without))
    return [*lines, t("audience-without", titles=without)] if without else lines


def _titles(t: Translator, named: Iterable[Named], *, has_icons: bool = True) -> str:
    titles = [title_of(t, one) if has_icons else _bare(t, one) for one in named]
    more = len(titles) - MOST_NAMED
    return ", ".join(titles[:MOST_NAMED]) + (f" … +{more}" if more > 0 else "")


def title_of(t: Translator, named: Named) -> str:
    """What a facet is called, with a sign for its kind."""
    return f"{ICONS[named.facet.kind]} {_bare(t, named)}"


def _bare(t: Translator, named: Named) -> str:
    title = named.title.within(t.language) if isinstance(named.title, Localized) else named.title
    return title or t("audience-gone")


ICONS: Final = {Kind.UNIT: "📍", Kind.SESSION: "🎟", Kind.WAITING: "⏳", Kind.SQUAD: "🚩", Kind.PERSON: "🙋"}


def whom(t: Translator, view: Draft, page: int = 0, *, is_typing: bool = False) -> Outgoing:
    """Everything an audience is chosen by, how many people that is now, and a button for each way to change it."""
    broadcast = view.broadcast
    parts = [t("audience-head"), audience_lines(t, view), counted(t, view.counts)]
    parts += [t("audience-next-person")] if is_typing else []
    shown = view.chosen[page * PAGE : (page + 1) * PAGE]
    rows = [*_choice_rows(t, view), *((_facet(t, broadcast, one),) for one in shown)]
    turns = [_press(broadcast, "⬅", "whom", str(page - 1))] if page else []
    if len(view.chosen) > (page + 1) * PAGE:
        turns.append(_press(broadcast, "➡", "whom", str(page + 1)))
    if turns:
        rows.append(tuple(turns))
    done = _press(broadcast, t("button-broadcast-done"), "open", "")
    rows.append((_press(broadcast, t("button-saved"), "saved", "0"), done))
    return Outgoing(text="\n\n".join(parts), keyboard=tuple(rows))


def counted(t: Translator, counts: tuple[Count, ...]) -> Html:
    """How many people are in an audience now."""
    total = sum(count.number for count in counts)
    return t("audience-count", number=total) if total else t("audience-nobody")


def people(t: Translator, view: Preview) -> str:
    """How many people get it, by what they are and by language, and a few names."""
    if not view.total:
        return t("broadcast-nobody")
    lines = [t("broadcast-people", number=view.total)]
    for name in ("student", "guardian", "both", "coordinator", "staff"):
        alike = [count for count in view.counts if _group(count) == name]
        if alike:
            number = sum(count.number for count in alike)
            lines.append(t(f"broadcast-count-{name}", number=number, languages=_by_language(t, alike)))
    lines.append(t("broadcast-names", names=", ".join(view.names)))
    return "\n".join(lines)


def _group(count: Count) -> str:
    """Return under which word people are counted: each once, first by what they are to the programme."""
    if Role.STAFF in count.roles:
        return "staff"
    if Role.COORDINATOR in count.roles:
        return "coordinator"
    return "both" if len(count.roles) > 1 else next(iter(count.roles)).value


def _by_language(t: Translator, counts: list[Count]) -> str:
    numbers = {code: sum(count.number for count in counts if count.language is code) for code in Language}
    return " · ".join(f"{t(f'language-{code.value}')} {number}" for code, number in numbers.items() if number)


def _facet(t: Translator, broadcast: Broadcast, named: Named) -> Button:
    label = f"{MINUS if named.is_without else PLUS} {title_of(t, named)}"
    value = f"{named.facet.kind.value}-{named.facet.id}"
    return _press(broadcast, short(label, LONGEST), "one", value)


def _choice_rows(t: Translator, view: Draft) -> list[Row]:
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
    if event:
        kinds = (Kind.SESSION, Kind.SQUAD)
        ways += [
            _press(view.broadcast, t(f"button-audience-{kind.value}"), "list", f"{kind.value}-0") for kind in kinds
        ]
        ways.append(_press(view.broadcast, t("button-audience-person"), "find", ""))
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
            rows = [_turn(broadcast, part, one, t(_status(one)), audience.statuses) for one in REACHED]
        case "role":
            rows = [_turn(broadcast, part, one, t(f"audience-role-{one.value}"), audience.roles) for one in Role]
        case "language":
            rows = [_turn(broadcast, part, one, t(f"language-{one.value}"), audience.languages) for one in Language]
        case _:
            raise StaleError
    back = (_press(broadcast, t("button-broadcast-done"), "whom", "0"),)
    text = f"{t(f'broadcast-choose-{part}')}\n\n{counted(t, view.counts)}"
    return Outgoing(text=text, keyboard=(*rows, back))


TURNED: Final = frozenset({"status", "role", "language"})
"""Parts of which several may be chosen: their screen stays."""


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


def _turn(
    broadcast: Broadcast,
    part: str,
    one: Status | Role | Language,
    word: str,
    chosen: Iterable[Status | Role | Language],
) -> Row:
    """A part that is turned on or off by itself."""
    is_in = one in set(chosen)
    label = ("✓ " if is_in else "") + word[0].upper() + word[1:]
    return (_press(broadcast, label, "set", f"{part}={'-' if is_in else '+'}{one.value}"),)


def _row(broadcast: Broadcast, label: str, part: str, value: str, chosen: object) -> Row:
    is_chosen = value == ("all" if chosen is None else str(chosen))
    return (_press(broadcast, ("✓ " if is_chosen else "") + label, "set", f"{part}={value}"),)


def _event(view: Draft | Preview | Progress) -> Event | None:
    return next((event for event in view.events if event.id == view.broadcast.audience.event_id), None)


def _status(status: Status) -> str:
    return f"broadcast-status-{status.value.replace('_', '-')}"


def _press(broadcast: Broadcast, label: str, do: str, value: str) -> Button:
    data = BroadcastPress(broadcast_id=broadcast.id, revision=broadcast.revision, do=do, value=value).pack()
    return Button(text=label, data=data)


def number_of(page: str) -> int:
    """Return a page a button names."""
    if not page.isascii() or not page.isdigit() or len(page) > len("9999"):
        raise StaleError
    return int(page)
