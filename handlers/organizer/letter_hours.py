"""The screen on which organizers choose when families get the letters of squads."""

from __future__ import annotations

from bot.actions.posting import Hours
from bot.domain.letter import HOURS, LEADS
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Translator
from handlers.squad_callbacks import LetterPress, SquadsPress
from handlers.squad_names import squad_name

Row = tuple[Button, ...]

IN_A_ROW = 4
USUAL_LEAD = 90
"""Minutes that leaders have unless another number is chosen."""


def hours(t: Translator, found: Hours) -> Outgoing:
    """The hour of the letter, how long before leaders are asked, and what waits to be confirmed."""
    rule, event_id = found.rule, found.event.id
    minutes = int(rule.lead.total_seconds() // 60) if rule else USUAL_LEAD
    at = f"{rule.sends_at:%H:%M}" if rule else "off"
    lines = [t("letter-hours", title=found.event.title)]
    lines.append(t("letter-hours-on", at=at, minutes=minutes) if rule else t("letter-hours-off"))
    buttons = [_set(one, event_id, one, minutes, is_chosen=one == at) for one in HOURS]
    rows: list[Row] = [tuple(buttons[start : start + IN_A_ROW]) for start in range(0, len(buttons), IN_A_ROW)]
    if rule:
        leads = [_set(t("rule-minutes", minutes=one), event_id, at, one, is_chosen=one == minutes) for one in LEADS]
        rows.append(tuple(leads))
        rows.append((_set(t("button-letter-off"), event_id, "off", minutes),))
    for letter, squad in found.waiting:
        label = t("button-letter-waiting", squad=squad_name(t, squad))
        data = LetterPress(letter_id=letter.id, revision=letter.revision, do="whole").pack()
        rows.append((Button(text=plain(label), data=data, style="success"),))
    back = Button(text=t("button-squads"), data=SquadsPress(event_id=event_id, do="room").pack())
    return Outgoing(text="\n\n".join(lines), keyboard=(*rows, (back,)))


def _set(label: str, event_id: int, at: str, minutes: int, *, is_chosen: bool = False) -> Button:
    value = f"{at.replace(':', '')}-{minutes}"
    text = plain(f"✓ {label}" if is_chosen else label)
    return Button(text=text, data=SquadsPress(event_id=event_id, do="hour", value=value).pack())
