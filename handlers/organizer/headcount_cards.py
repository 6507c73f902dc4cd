"""The screens of organizers who count heads: what is counted, the live figures, who is missing, whom to call."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from bot.actions.headcounting import CountRoom, LeaderCall
from bot.actions.tracking import Live
from bot.domain.headcount import MINUTES, Headcount, Part
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import DeskPress
from handlers.headcount_callbacks import HeadcountPress, HeadcountsPress, RollPress
from handlers.squad_callbacks import SquadsPress
from handlers.squad_names import squad_name

Row = tuple[Button, ...]

MOST_MISSING: Final = 25
MOST_SQUADS: Final = 20
LONGEST: Final = 4090
MOST_BUTTONS: Final = 90


def button(t: Translator, event_id: int) -> Button:
    """The way to this room."""
    return _press(t("button-headcounts"), event_id, "room")


def room(t: Translator, found: CountRoom) -> Outgoing:
    """What can be counted with one press, and how it went before."""
    event_id, squads = found.event.id, [one for one in found.room.squads if one.members]
    lines: list[str] = [t("headcounts-head", title=found.event.title), t("headcounts-how", minutes=found.minutes)]
    rows: list[Row] = []
    if squads:
        label = t("button-headcount-all", count=sum(one.members for one in squads), squads=len(squads))
        rows.append((_press(label, event_id, "all", style="success"),))
        rows.append((_press(t("button-headcount-choose"), event_id, "choose"),) if len(squads) > 1 else ())
        rows.append(tuple(_minutes(t, found, one) for one in MINUTES))
    else:
        lines.append(t("headcounts-none"))
        rows.append((Button(text=t("button-squads"), data=SquadsPress(event_id=event_id, do="room").pack()),))
    led = {one.squad_id for one in found.room.leaders if one.is_reachable}
    alone = [squad_name(t, one) for one in squads if one.id not in led]
    lines += [t("headcounts-unled", squads=Html(", ".join(alone[:MOST_SQUADS])))] if alone else []
    waiting = sum(found.room.waiting.values())
    lines += [t("headcounts-without", count=waiting)] if waiting else []
    if found.earlier:
        lines.append("\n".join([t("headcounts-earlier"), *(_earlier(t, one) for one in found.earlier)]))
    return Outgoing(text="\n\n".join(lines)[:LONGEST], keyboard=(*(row for row in rows if row), _more_row(t, event_id)))


def choose(t: Translator, found: CountRoom) -> Outgoing:
    """Squads to tap, those that are chosen marked."""
    event_id = found.event.id
    buttons = []
    for one in [one for one in found.room.squads if one.members][:MOST_BUTTONS]:
        is_in = one.id in found.chosen
        label = f"{'☑️' if is_in else '▫️'} {plain(squad_name(t, one))} · {one.members}"
        buttons.append(_press(label, event_id, "off" if is_in else "on", one.id))
    rows: list[Row] = [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
    count = sum(one.members for one in found.room.squads if one.id in found.chosen)
    if count:
        label = t("button-headcount-chosen", count=count, squads=len(found.chosen))
        rows.append((_press(label, event_id, "chosen", style="success"),))
    text = t("headcounts-choose", title=found.event.title)
    return Outgoing(text=text, keyboard=(*rows, (_press(t("button-back"), event_id, "room"),)))


def live(t: Translator, found: Live) -> Outgoing:
    """The figures as they stand, who is missing now, which squads are not done."""
    headcount, figures = found.headcount, found.figures
    done = len(found.parts) - len(found.late)
    head = t("headcount-live", title=found.event.title, since=t.time(headcount.started_at, found.event.zone))
    counted = t(
        "headcount-figures",
        expected=figures.expected,
        present=figures.present,
        missing=figures.missing,
        open=figures.open,
    )
    squads = t("headcount-squads", done=done, count=len(found.parts))
    lines = [head, f"{counted}\n{squads}", *([took(t, headcount)] if headcount.took is not None else [])]
    lines += [t("headcount-away", count=figures.away)] if figures.away else []
    lines += _missing_lines(t, found) + _late_lines(t, found)
    if headcount.ended_at is not None:
        lines.append(t("headcount-closed", time=t.time(headcount.ended_at, found.event.zone)))
        return Outgoing(text=_cut(lines), keyboard=(_more_row(t, found.event.id),))
    rows: list[Row] = []
    if found.late or found.missing:
        rows.append((_of(t("button-headcount-calls"), headcount, "calls"),))
    rows.append((_of(t("button-headcount-squads"), headcount, "squads"),))
    rows.append((_of(t("button-headcount-close"), headcount, "close"), _of(t("button-refresh"), headcount, "live")))
    rows.append((_of(t("button-desk-back"), headcount, "desk"),))
    return Outgoing(text=_cut(lines), keyboard=tuple(rows))


def squads_of(t: Translator, found: Live) -> Outgoing:
    """The squads of a count, to count one for its leader or to correct it."""
    rows: list[Row] = []
    for part in found.parts[:MOST_BUTTONS]:
        sign = "⏳" if part.finished_at is None else "❌" if part.figures.missing else "✅"
        label = f"{sign} {plain(squad_name(t, part.squad))} · {part.figures.present} / {part.figures.expected}"
        data = RollPress(headcount_id=found.headcount.id, squad_id=part.squad.id, do="open").pack()
        rows.append((Button(text=label, data=data),))
    return Outgoing(text=t("headcount-which"), keyboard=(*rows, (_of(t("button-headcount-live"), found.headcount),)))


def calls(t: Translator, found: Live, calls: Mapping[int, tuple[LeaderCall, ...]]) -> Outgoing:
    """Whom to call: the leaders of squads that are not done, or in which somebody is missing."""
    lines: list[str] = [t("headcount-calls", title=found.event.title)]
    for part in found.parts:
        if part.squad.id in calls:
            theirs = [
                t("squad-call", guardian=one.name or "", phone=one.phone or t("headcount-no-phone"))
                for one in calls[part.squad.id]
            ]
            lines.append("\n".join([_why(t, part), *(theirs or [t("squad-no-leaders")])]))
    if not calls:
        lines.append(t("headcount-calls-none"))
    return Outgoing(text=_cut(lines), keyboard=((_of(t("button-headcount-live"), found.headcount),),))


def close_question(t: Translator, found: Live) -> Outgoing:
    """Ask before a count is closed in which somebody is missing or not marked."""
    figures = found.figures
    text = t("headcount-close", missing=figures.missing, open=figures.open)
    yes = _of(t("button-headcount-close-yes"), found.headcount, "close-yes", style="danger")
    return Outgoing(text=text, keyboard=((yes,), (_of(t("button-back"), found.headcount),)))


def took(t: Translator, headcount: Headcount) -> Html:
    """How long it was until every squad was done."""
    seconds = int((headcount.took or timedelta()).total_seconds())
    return t("headcount-took", minutes=seconds // 60, seconds=f"{seconds % 60:02d}")


def _missing_lines(t: Translator, found: Live) -> list[str]:
    missing = found.missing
    if not missing:
        return []
    zone, listed = found.event.zone, []
    for part, child in missing[:MOST_MISSING]:
        names = {"name": child.name, "squad": squad_name(t, part.squad), "leaders": _leaders(t, part)}
        since = t.time(child.marked_at or found.headcount.started_at, zone)
        listed.append(t("headcount-missing-line", since=since, **names))
    left = len(missing) - len(listed)
    more = [t("headcount-more", count=left)] if left else []
    return ["\n".join([t("headcount-missing-now"), *listed, *more])]


def _late_lines(t: Translator, found: Live) -> list[str]:
    listed = [_why(t, part, _leaders(t, part)) for part in found.late[:MOST_SQUADS]]
    return ["\n".join([t("headcount-late-head"), *listed])] if listed else []


def _why(t: Translator, part: Part, leaders: Html | str = "") -> Html:
    figures = part.figures
    key = "headcount-late-line" if part.finished_at is None else "headcount-short-line"
    line = t(key, squad=squad_name(t, part.squad), present=figures.present, expected=figures.expected)
    return Html(f"{line} · {leaders}") if leaders else line


def _leaders(t: Translator, part: Part) -> Html:
    return Html(", ".join(t.piece(one) for one in part.leaders)) if part.leaders else t("headcount-nobody")


def _earlier(t: Translator, found: Live) -> Html:
    figures = found.figures
    moment = t.moment(found.headcount.started_at, found.event.zone)
    line = t("headcount-earlier", moment=moment, present=figures.present, expected=figures.expected)
    return Html(f"{line} · {took(t, found.headcount)}") if found.headcount.took is not None else line


def _minutes(t: Translator, found: CountRoom, minutes: int) -> Button:
    label = t("rule-minutes", minutes=minutes)
    return _press(f"✓ {label}" if minutes == found.minutes else label, found.event.id, "minutes", minutes)


def _cut(lines: list[str]) -> Html:
    """Return as many lines as a message holds."""
    text = "\n\n".join(lines)
    return Html(text if len(text) <= LONGEST else text[:LONGEST].rpartition("\n")[0])


def _more_row(t: Translator, event_id: int) -> Row:
    return (Button(text=t("button-desk-back"), data=DeskPress(do="event", id=event_id).pack()),)


def _of(label: str, headcount: Headcount, do: str = "live", style: str | None = None) -> Button:
    return Button(text=plain(label), data=HeadcountPress(headcount_id=headcount.id, do=do).pack(), style=style)


def _press(label: str, event_id: int, do: str, id_: int = 0, style: str | None = None) -> Button:
    return Button(text=plain(label), data=HeadcountsPress(event_id=event_id, do=do, id=id_).pack(), style=style)
