"""The screens of an event's reminders."""

from __future__ import annotations

from bot.actions.timing import DAYS, HOURS, MINUTES, Line, Rules
from bot.domain.reminder import BY_DAYS, BY_MINUTES, Kind, Rule
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import DeskPress
from handlers.opinion_cards import heard_button
from handlers.talk_callbacks import ReminderPress, WordsPress

Row = tuple[Button, ...]

IN_A_ROW = 3


def button(t: Translator, event_id: int) -> Button:
    """The way to this room."""
    return Button(text=t("button-reminders"), data=ReminderPress(event_id=event_id, do="list").pack())


def rules(t: Translator, found: Rules) -> Outgoing:
    """Every rule: what, to whom, when, how many, and when next."""
    lines = [t("rules-head", title=found.event.title), *(_line(t, found, one) for one in found.lines)]
    rows: list[Row] = [(_press(_name(t, one), found, "open", one.rule.code),) for one in found.lines]
    rows.extend(
        (_press(t("button-rule-add", name=t(f"rule-{kind.value.replace('_', '-')}")), found, "add", value=kind.value),)
        for kind in found.may_add
    )
    if any(one.rule.kind is Kind.OPINION for one in found.lines):
        rows.append((heard_button(t, found.event.id),))
    back = Button(text=t("button-back"), data=DeskPress(do="more", id=found.event.id).pack())
    return Outgoing(text="\n\n".join(lines), keyboard=(*rows, (back,)))


def rule(t: Translator, found: Rules, line: Line, *, was: Line | None = None) -> Outgoing:
    """One rule and what can be changed; after a change the way back to what it was."""
    code = line.rule.code
    rows = [*_hours(t, found, line), *_days(t, found, line)]
    off = ("button-rule-on", "on") if line.is_off else ("button-rule-off", "off")
    rows.append((_press(t(off[0]), found, off[1], code), words_button(t, found.event.id, line.rule)))
    back = None if was is None else _back_to(line, was)
    if back is not None:
        rows.append((_press(t("button-take-back"), found, back[0], code, back[1]),))
    rows.append((_press(t("button-reminders"), found, "list"),))
    ask = t("rule-ask-minutes") if line.rule.kind in BY_MINUTES else t("rule-ask-hour")
    return Outgoing(text=f"{_line(t, found, line)}\n\n{ask}", keyboard=tuple(rows))


def words_button(t: Translator, event_id: int, rule: Rule) -> Button:
    """The way to a rule's words; a tick when they are the organizers' own."""
    label = f"{'✓ ' if rule.text else ''}{plain(t('button-rule-words'))}"
    return Button(text=label, data=WordsPress(event_id=event_id, do="open", rule=rule.code).pack())


def _hours(t: Translator, found: Rules, line: Line) -> list[Row]:
    code = line.rule.code
    if line.rule.kind in BY_MINUTES:
        labels = {f"{one}": t("rule-minutes", minutes=one) for one in MINUTES}
    else:
        labels = {one: Html(one) for one in HOURS}
    return _in_rows(
        [_press(_mark(line, one, text), found, "set", code, one.replace(":", "")) for one, text in labels.items()]
    )


def _days(t: Translator, found: Rules, line: Line) -> list[Row]:
    if line.rule.kind not in BY_DAYS:
        return []
    marks = {one: "✓ " if line.rule.days == one else "" for one in DAYS}
    code = line.rule.code
    return _in_rows(
        [_press(f"{mark}{t('rule-days', days=one)}", found, "set", code, f"d{one}") for one, mark in marks.items()]
    )


def _in_rows(choices: list[Button]) -> list[Row]:
    return [tuple(choices[start : start + IN_A_ROW]) for start in range(0, len(choices), IN_A_ROW)]


def _back_to(line: Line, was: Line) -> tuple[str, str] | None:
    """Return the deed and its value that lead back to what a rule was."""
    if was.is_off != line.is_off:
        return ("off" if was.is_off else "on"), ""
    if was.rule.days != line.rule.days:
        return "set", f"d{was.rule.days}"
    return ("set", was.setting.replace(":", "")) if was.setting != line.setting else None


def _mark(line: Line, setting: str, label: str) -> str:
    return f"✓ {label}" if line.setting == setting else label


def _name(t: Translator, line: Line) -> Html:
    name = t(f"rule-{line.rule.kind.value.replace('_', '-')}")
    return Html(f"{'🔕' if line.is_off else '🔔'} {name}")


def _line(t: Translator, found: Rules, line: Line) -> Html:
    one = line.rule
    to = t(f"rule-to-{one.to.value.replace('_', '-')}")
    when = _when(t, line)
    if line.is_off:
        then = t("rule-is-off")
    elif line.next_at is None:
        then = t("rule-next-none")
    else:
        then = t("rule-next", moment=t.moment(line.next_at, found.event.zone))
    return t("rule-line", name=_name(t, line), to=to, people=line.people, when=when, then=then)


def _when(t: Translator, line: Line) -> Html:
    one, at = line.rule, f"{line.rule.at:%H:%M}"
    if one.kind in BY_DAYS:
        return t("rule-days-before", days=one.days, at=at)
    return t("rule-before", minutes=one.minutes) if one.kind in BY_MINUTES else t("rule-at", at=at)


def _press(text: str, found: Rules, do: str, code: str = "", value: str = "") -> Button:
    data = ReminderPress(event_id=found.event.id, do=do, rule=code, value=value).pack()
    return Button(text=plain(text), data=data)
