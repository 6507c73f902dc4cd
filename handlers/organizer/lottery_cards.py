"""The screens of planning a lottery: places, rules, the public source, the question before the list is frozen."""

from __future__ import annotations

from bot.actions.planning import LotteryPage
from bot.domain.lottery import Rule, Trait
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.form.answers import short
from handlers.organizer.presses import LotteryPress, SelectionPress

Row = tuple[Button, ...]

LONGEST_LABEL = 60
STEPS = (-5, -1, 1, 5)
IN_A_ROW, MOST_VALUES = 2, 90


def plan(t: Translator, page: LotteryPage) -> Outgoing:
    """What the next lottery of a stream shall be like, and what is missing before it can be opened."""
    lines = [
        t("lottery-head", title=page.event.title, stream=page.stream.title),
        t("lottery-plan", places=page.places, entries=page.entries),
        _rules(t, page),
        _source(t, page.plan.public_source),
    ]
    if not page.is_closed:
        lines.append(t("lottery-early", day=t.day(page.event.closes_on)))
    traits = [trait for trait in Trait if page.values[trait]]
    rows: list[Row] = [(press(t(f"button-lottery-{trait.value}"), "values", page, trait.value),) for trait in traits]
    rows.extend(_rule_row(t, page, one) for one in page.plan.rules)
    rows.append((press(t("button-lottery-source"), "source", page),))
    places = SelectionPress(do="places", id=page.stream.id).pack()
    rows.append((Button(text=t("button-selection-places", stream=page.stream.title), data=places),))
    if page.is_closed and page.entries and page.places:
        rows.append((press(t("button-lottery-open"), "ask-open", page, style="success"),))
    return Outgoing(text="\n\n".join(lines), keyboard=tuple(row for row in (*rows, room_row(t, page)) if row))


def values(t: Translator, page: LotteryPage, trait: Trait) -> Outgoing:
    """Choose the value a rule shall be about."""
    buttons = [
        press(_label(t, page, Rule(trait=trait, value=one.code)), "rule", page, f"{trait.value}.{index}")
        for index, one in enumerate(page.values[trait][:MOST_VALUES])
    ]
    rows = tuple(tuple(buttons[start : start + IN_A_ROW]) for start in range(0, len(buttons), IN_A_ROW))
    return Outgoing(text=t(f"lottery-values-{trait.value}"), keyboard=(*rows, back_row(t, page)))


def rule(t: Translator, page: LotteryPage, trait: Trait, index: int) -> Outgoing:
    """The limits of one value, with steps up and down."""
    code = page.values[trait][index].code
    now = next((one for one in page.plan.rules if (one.trait, one.value) == (trait, code)), None)
    shown = now or Rule(trait=trait, value=code)
    lows = tuple(_step(page, shown, index, shown.minimum + step, shown.maximum, f"{step:+d}") for step in STEPS)
    top = page.places if shown.maximum is None else shown.maximum
    highs = tuple(_step(page, shown, index, shown.minimum, top + step, f"{step:+d}") for step in STEPS)
    free = _step(page, shown, index, shown.minimum, None, t("button-lottery-any"))
    name = (press(t("button-lottery-least"), "rule", page, f"{trait.value}.{index}"),)
    other = (press(t("button-lottery-most"), "rule", page, f"{trait.value}.{index}"),)
    return Outgoing(
        text=t("lottery-rule-question", rule=rule_line(t, page, shown), places=page.places),
        keyboard=(name, lows, other, highs, (free,), back_row(t, page, "button-lottery-rule-done")),
    )


def source_question(t: Translator, page: LotteryPage) -> Outgoing:
    """Ask for the public source of the number."""
    none = (press(t("button-lottery-no-source"), "no-source", page),)
    return Outgoing(text=t("lottery-source-question"), keyboard=(none, back_row(t, page)))


def open_question(t: Translator, page: LotteryPage) -> Outgoing:
    """Ask before the list is frozen."""
    lines = [
        t("lottery-open-question", stream=page.stream.title, entries=page.entries, places=page.places),
        _rules(t, page),
        _source(t, page.plan.public_source),
    ]
    yes = (press(t("button-lottery-open-yes"), "open", page, style="success"),)
    return Outgoing(text="\n\n".join(lines), keyboard=(yes, back_row(t, page)))


def rule_line(t: Translator, page: LotteryPage, one: Rule) -> Html:
    """One rule in words."""
    what = _label(t, page, one)
    if one.maximum is None:
        return t("lottery-rule-least" if one.minimum else "lottery-rule-free", value=Html(what), minimum=one.minimum)
    if not one.minimum:
        return t("lottery-rule-most", value=Html(what), maximum=one.maximum)
    return t("lottery-rule-both", value=Html(what), minimum=one.minimum, maximum=one.maximum)


def press(
    text: str, do: str, page: LotteryPage, value: str = "", *, about: int | None = None, style: str | None = None
) -> Button:
    """A button of a stream's lottery; `about` is the lottery or the choice it is about, else the plan's revision."""
    revision = page.plan.revision if about is None else about
    data = LotteryPress(do=do, id=page.stream.id, revision=revision, value=value).pack()
    return Button(text=short(text, LONGEST_LABEL), data=data, style=style)


def back_row(t: Translator, page: LotteryPage, key: str = "button-back") -> Row:
    """The way back to the plan."""
    return (press(t(key), "new", page),)


def room_row(t: Translator, page: LotteryPage) -> Row:
    """The way back to the room."""
    data = SelectionPress(do="room", id=page.event.id).pack()
    return (Button(text=t("button-selection-back"), data=data),)


def _rules(t: Translator, page: LotteryPage) -> Html:
    if not page.plan.rules:
        return t("lottery-rules-none")
    return Html("\n".join([t("lottery-rules"), *(f"• {rule_line(t, page, one)}" for one in page.plan.rules)]))


def _source(t: Translator, source: str | None) -> Html:
    return t("lottery-source", source=source) if source else t("lottery-source-none")


def _label(t: Translator, page: LotteryPage, one: Rule) -> Html:
    title = page.title(one)
    if one.trait is Trait.GRADE:
        return t("list-grade", grade=one.value)
    return Html(t.piece(title))


def _rule_row(t: Translator, page: LotteryPage, one: Rule) -> Row:
    index = next((n for n, value in enumerate(page.values[one.trait]) if value.code == one.value), None)
    if index is None:
        return ()
    return (press(f"✏️ {rule_line(t, page, one)}", "rule", page, f"{one.trait.value}.{index}"),)


def _step(page: LotteryPage, one: Rule, index: int, minimum: int, maximum: int | None, label: str) -> Button:
    low = min(max(0, minimum), page.places)
    high = None if maximum is None else min(max(low, maximum, 0), page.places)
    value = f"{one.trait.value}.{index}.{low}.{'' if high is None else high}"
    return press(label, "set", page, value)
