"""The screens of an event's reminders."""

from __future__ import annotations

from bot.actions.timing import DAYS, HOURS, MINUTES, Line, Rules
from bot.domain.reminder import BY_DAYS, BY_MINUTES
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import DeskPress
from handlers.talk_callbacks import ReminderPress

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
    back = Button(text=t("button-back"), data=DeskPress(do="more", id=found.event.id).pack())
    return Outgoing(text="\n\n".join(lines), keyboard=(*rows, (back,)))


def rule(t: Translator, found: Rules, line: Line, *, was: Line | None = None) -> Outgoing:
    """One rule and what can be changed; after a change the way back to what it was."""
    by_minutes = line.rule.kind in BY_MINUTES
    choices = (
        [
            _press(_mark(line, f"{one}", t("rule-minutes", minutes=one)), found, "set", line.rule.code, str(one))
            for one in MINUTES
        ]
        if by_minutes
        else [_press(_mark(line, one, one), found, "set", line.rule.code, one.replace(":", "")) for one in HOURS]
    )
    rows = [tuple(choices[start : start + IN_A_ROW]) for start in range(0, len(choices), IN_A_ROW)]
    if line.rule.kind in BY_DAYS:
        days = [
            _press(
                f"{'✓ ' if line.rule.days == one else ''}{t('rule-days', days=one)}",
                found,
                "set",
                line.rule.code,
                f"d{one}",
            )
            for one in DAYS
        ]
        rows += [tuple(days[start : start + IN_A_ROW]) for start in range(0, len(days), IN_A_ROW)]
    rows.append(
        (
            _press(
                t("button-rule-on" if line.is_off else "button-rule-off"),
                found,
                "on" if line.is_off else "off",
                line.rule.code,
            ),
        )
    )
    if was is not None and was.is_off != line.is_off:
        rows.append((_press(t("button-take-back"), found, "off" if was.is_off else "on", line.rule.code),))
    elif was is not None and was.rule.days != line.rule.days:
        rows.append((_press(t("button-take-back"), found, "set", line.rule.code, f"d{was.rule.days}"),))
    elif was is not None and was.setting != line.setting:
        rows.append((_press(t("button-take-back"), found, "set", line.rule.code, was.setting.replace(":", "")),))
    rows.append((_press(t("button-reminders"), found, "list"),))
    ask = t("rule-ask-minutes") if by_minutes else t("rule-ask-hour")
    return Outgoing(text=f"{_line(t, found, line)}\n\n{ask}", keyboard=tuple(rows))


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
