"""The screens of confirmed announcements: whether to ask, the last question before an emergency, who confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bot.actions.acknowledging import Answers, Calls, Readers
from bot.actions.broadcasting import Preview, Progress
from bot.domain.acknowledgement import Part, Reader
from bot.domain.broadcast import REPEATS, Broadcast
from bot.domain.guardian import Guardian
from bot.domain.language import Localized
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.broadcast_callbacks import AnswersPress, RaisePress
from handlers.callbacks import BroadcastPress
from handlers.cards import home_button

Row = tuple[Button, ...]
LONGEST_LABEL: Final = 60


def draft_lines(t: Translator, broadcast: Broadcast) -> list[Html]:
    """What a draft says about asking and about urgency."""
    lines = [t("broadcast-is-emergency")] if broadcast.is_emergency else []
    if broadcast.asks_reply and broadcast.repeat_after:
        lines.append(t("broadcast-asks-again", hours=broadcast.repeat_after))
    elif broadcast.asks_reply:
        lines.append(t("broadcast-asks"))
    return lines


def draft_row(t: Translator, broadcast: Broadcast) -> Row:
    """The ways to both from a draft."""
    alarm = ("button-broadcast-calm", "calm") if broadcast.is_emergency else ("button-broadcast-alarm", "alarm")
    reply = "button-broadcast-reply"
    return (_raise(t(reply), broadcast, "reply"), _raise(t(alarm[0]), broadcast, alarm[1]))


def choose_reply(t: Translator, broadcast: Broadcast) -> Outgoing:
    """Whether to ask for an answer, and when to ask the silent again."""
    chosen = "off" if not broadcast.asks_reply else str(broadcast.repeat_after or "on")
    labels = {"off": t("broadcast-reply-off"), "on": t("broadcast-reply-on")}
    if broadcast.is_emergency:
        del labels["off"]
    labels |= {str(hours): t("broadcast-reply-hours", hours=hours) for hours in REPEATS}
    rows: list[Row] = [
        (_raise(("✓ " if value == chosen else "") + label, broadcast, "set", value),) for value, label in labels.items()
    ]
    return Outgoing(text=t("broadcast-choose-reply"), keyboard=(*rows, (_back(t, broadcast),)))


def raise_row(t: Translator, broadcast: Broadcast, number: int) -> Row:
    """The way from the check of an emergency to its last question."""
    return (_raise(t("button-broadcast-raise", number=number), broadcast, "raise", style="danger"),)


def question(t: Translator, view: Preview, per_second: float) -> Outgoing:
    """The last question before an emergency."""
    seconds = max(1, round(view.total / per_second))
    broadcast = view.broadcast
    rows: tuple[Row, ...] = (
        (_raise(t("button-broadcast-raise-yes", number=view.total), broadcast, "raise-yes", style="danger"),),
        (_back(t, broadcast),),
    )
    return Outgoing(text=t("broadcast-raise-question", number=view.total, seconds=seconds), keyboard=rows)


def progress_lines(t: Translator, view: Progress) -> list[str]:
    """How many confirmed, on the progress of what asks for it."""
    if not view.broadcast.asks_reply or view.broadcast.recipients is None:
        return []
    return [t("broadcast-answers", confirmed=view.confirmed, silent=view.report.recipients - view.confirmed)]


def progress_rows(t: Translator, view: Progress) -> list[Row]:
    """The ways to who confirmed, in messages of their own."""
    if not view.broadcast.asks_reply or view.broadcast.recipients is None:
        return []
    number = view.broadcast.id
    return [
        (
            _to(t("button-broadcast-answers"), number, "room"),
            _to(t("button-broadcast-calls"), number, "calls-room"),
        )
    ]


def answers(t: Translator, view: Answers) -> Outgoing:
    """Who confirmed: in all, by streams and by schools; each figure leads to its people."""
    number = view.broadcast.id
    lines: list[str] = [t("answers-head"), t("broadcast-answers", confirmed=view.confirmed, silent=view.silent)]
    rows: list[Row] = [
        (
            _to(t("button-answers-silent", number=view.silent), number, "silent"),
            _to(t("button-answers-confirmed", number=view.confirmed), number, "confirmed"),
        )
    ]
    streams = view.streams if len(view.streams) > 1 else ()
    rows += [(_part_button(t, number, "s", part, title),) for part, title in streams]
    rows += [(_part_button(t, number, "u", part, title),) for part, title in view.units]
    if streams or view.units:
        lines.append(t("answers-how"))
    rows += _turns(AnswersPress(broadcast_id=number, do="open", page=view.page), has_more=view.has_more)
    rows.append((_to(t("button-broadcast-refresh"), number, "open"), _to(t("button-broadcast-calls"), number, "calls")))
    rows.append((_back(t, view.broadcast), home_button(t)))
    return Outgoing(text="\n\n".join(lines), keyboard=tuple(rows))


def people(t: Translator, view: Readers, data: AnswersPress) -> Outgoing:
    """One page of the silent, or of who confirmed."""
    lines: list[str] = [t(f"answers-{data.do}")]
    if view.part is not None:
        lines.append(t("answers-part", title=view.part))
    found = "\n".join(_person(t, one, view) for one in view.shown)
    lines.append(found or t("answers-nobody"))
    rows = _turns(data, has_more=view.has_more)
    rows.append((_to(t("button-back"), view.broadcast.id, "open"), home_button(t)))
    return Outgoing(text="\n\n".join(lines), keyboard=tuple(rows))


def calls(t: Translator, view: Calls) -> Outgoing:
    """One page of whom to call, each with the telephones of the responsible adults."""
    lines: list[str] = [t("answers-calls")]
    for call, guardians in view.shown:
        phones = [_phone(t, one) for one in guardians]
        if not guardians:
            phones = [t("answers-call-own", phone=call.phone or t("call-no-phone"))]
        lines.append("\n".join([t("answers-call", name=call.name), *phones]))
    if not view.shown:
        lines.append(t("answers-calls-none"))
    number = view.broadcast.id
    rows = _turns(AnswersPress(broadcast_id=number, do="calls", page=view.page), has_more=view.has_more)
    again = AnswersPress(broadcast_id=number, do="calls", page=view.page).pack()
    rows.append((Button(text=t("button-broadcast-refresh"), data=again), _to(t("button-back"), number, "open")))
    return Outgoing(text="\n\n".join(lines), keyboard=tuple(rows))


def calls_notice(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Tell that somebody is to be called."""
    key = "notice-broadcast-calls-now" if data["is_emergency"] else "notice-broadcast-calls"
    press = _to(t("button-broadcast-calls"), data["broadcast"], "calls-room")
    return Outgoing(text=t(key, number=data["number"]), keyboard=((press,),))


def _person(t: Translator, one: Reader, view: Readers) -> str:
    role = "guardian" if one.is_guardian else "student"
    if one.confirmed_at is not None:
        at = t.moment(one.confirmed_at, view.event.zone)
        return t(f"answers-line-{role}", name=one.name, state=t("answers-at", at=at))
    state = t("answers-has-it" if one.has_it else "answers-has-it-not")
    return t(f"answers-line-{role}", name=one.name, state=state)


def _phone(t: Translator, guardian: Guardian) -> str:
    return t("answers-call-guardian", name=guardian.name, phone=guardian.phone or t("call-no-phone"))


def _part_button(t: Translator, number: int, part: str, figures: Part, title: Localized) -> Button:
    label = plain(t("button-answers-part", title=title, confirmed=figures.confirmed, number=figures.number))
    if len(label) > LONGEST_LABEL:
        label = "…" + label[-LONGEST_LABEL:]
    data = AnswersPress(broadcast_id=number, do="silent", part=part, part_id=figures.id).pack()
    return Button(text=label, data=data)


def _turns(data: AnswersPress, *, has_more: bool) -> list[Row]:
    turns = []
    if data.page:
        turns.append(Button(text="⬅", data=data.model_copy(update={"page": data.page - 1}).pack()))
    if has_more:
        turns.append(Button(text="➡", data=data.model_copy(update={"page": data.page + 1}).pack()))
    return [tuple(turns)] if turns else []


def _back(t: Translator, broadcast: Broadcast) -> Button:
    data = BroadcastPress(broadcast_id=broadcast.id, revision=broadcast.revision, do="open").pack()
    return Button(text=t("button-back"), data=data)


def _to(label: str, broadcast_id: int, do: str) -> Button:
    return Button(text=label, data=AnswersPress(broadcast_id=broadcast_id, do=do).pack())


def _raise(label: str, broadcast: Broadcast, do: str, value: str = "", *, style: str | None = None) -> Button:
    data = RaisePress(broadcast_id=broadcast.id, revision=broadcast.revision, do=do, value=value).pack()
    return Button(text=label, data=data, style=style)
