"""The screens of an open and of a drawn lottery: announcement, draw, result, places given."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions.planning import LotteryPage
from bot.actions.witnessing import ResultPage
from bot.domain.errors import StaleError
from bot.domain.event import Stage
from bot.domain.language import Localized
from bot.domain.lottery import Lottery
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.organizer.lottery_cards import press, room_row, rule_line

Row = tuple[Button, ...]


def page(t: Translator, found: LotteryPage) -> Outgoing:
    """How far a lottery has come, and what can be done next."""
    if found.kept is None:
        raise StaleError
    if found.kept.is_open:
        return _opened(t, found)
    return _applied(t, found) if found.choice is not None else _drawn(t, found)


def off_question(t: Translator, found: LotteryPage) -> Outgoing:
    """Ask before an open lottery ends without a draw."""
    yes = (_press(t, found, "button-lottery-off-yes", "off", style="danger"),)
    return Outgoing(text=t("lottery-off-question"), keyboard=(yes, _page_row(t, found)))


def number_question(t: Translator, found: LotteryPage) -> Outgoing:
    """Ask for the public number."""
    text = t("lottery-number-question", source=_frozen(found).public_source or "")
    return Outgoing(text=text, keyboard=(_page_row(t, found),))


def draw_question(t: Translator, found: LotteryPage, number: str | None) -> Outgoing:
    """Ask before the draw; there is no second one for the same list."""
    text = t("lottery-draw-question", number=number) if number else t("lottery-draw-question-bare")
    yes = (_press(t, found, "button-lottery-draw-yes", "draw", style="success"),)
    return Outgoing(text=text, keyboard=(yes, _page_row(t, found)))


def apply_question(t: Translator, found: LotteryPage) -> Outgoing:
    """Ask before the places are given."""
    winners, waitlist = _result(found)
    key = "lottery-apply-question-offers" if found.event.offered_for else "lottery-apply-question"
    yes = (_press(t, found, "button-lottery-apply-yes", "apply", style="success"),)
    return Outgoing(text=t(key, winners=winners, waitlist=waitlist), keyboard=(yes, _page_row(t, found)))


def applying(t: Translator, found: LotteryPage) -> Outgoing:
    """Say that the places are being given."""
    return Outgoing(text=t("lottery-applying", count=sum(_result(found))))


def sequence(t: Translator, found: ResultPage) -> Outgoing:
    """One page of the drawn sequence, with names."""
    lines = [t("lottery-list-head", stream=found.page.stream.title, page=found.number + 1, pages=found.pages)]
    lines.extend(
        t("lottery-list-won" if won else "lottery-list-waits", place=place, code=code, name=name)
        for place, code, name, won in found.rows
    )
    ways = tuple(
        _labelled(found.page, label, "list", str((found.number + step) % found.pages))
        for label, step in (("⬅", -1), ("➡", 1))
    )
    rows: tuple[Row, ...] = (ways,) if found.pages > 1 else ()
    return Outgoing(text="\n".join(lines), keyboard=(*rows, _page_row(t, found.page)))


def bars(
    t: Translator, counted: Sequence[tuple[Localized | None, int, int]]
) -> tuple[tuple[str, int, int | None], ...]:
    """How many of every region's entries won."""
    return tuple(
        (title.within(t.language) if title else str(t("lottery-no-region")), winners, entries)
        for title, winners, entries in counted
    )


def picture(t: Translator, found: LotteryPage, drawn: bytes) -> Outgoing:
    """The same as a picture."""
    return Outgoing(text=t("lottery-picture"), photo=drawn, keyboard=(_page_row(t, found),))


def file(t: Translator, found: LotteryPage, content: bytes) -> Outgoing:
    """The document for everyone, with the hash to note."""
    key = "lottery-file" if found.kept is not None and found.kept.result is None else "lottery-file-drawn"
    text = t(key, sha256=found.kept.fingerprint if found.kept else "")
    return Outgoing(text=text, document=(file_name(_frozen(found)), content), keyboard=(_page_row(t, found),))


def file_name(lottery: Lottery) -> str:
    """Return the name of the document for everyone."""
    return f"lottery-{lottery.event}-{lottery.stream}-{lottery.number}.json"


def _opened(t: Translator, found: LotteryPage) -> Outgoing:
    lottery = _frozen(found)
    lines = [
        t("lottery-head", title=found.event.title, stream=found.stream.title),
        t("lottery-opened", number=lottery.number, entries=len(lottery.entries), places=lottery.places),
        *_rule_lines(t, found, lottery),
        t("lottery-source", source=lottery.public_source) if lottery.public_source else t("lottery-source-none"),
        t("lottery-hash", sha256=found.kept.fingerprint if found.kept else ""),
    ]
    rows = (
        (_press(t, found, "button-lottery-file", "file"),),
        (_press(t, found, "button-lottery-draw", "number", style="success"),),
        (_press(t, found, "button-lottery-off", "ask-off"),),
    )
    return Outgoing(text="\n\n".join(lines), keyboard=(*rows, room_row(t, found)))


def _drawn(t: Translator, found: LotteryPage) -> Outgoing:
    winners, waitlist = _result(found)
    lines = [*_drawn_lines(t, found), t("lottery-drawn", winners=winners, waitlist=waitlist), *_missed(t, found)]
    apply = (_press(t, found, "button-lottery-apply", "ask-apply", style="success"),)
    rows: tuple[Row, ...] = (apply,) if found.stream.stage is Stage.DRAWING else ()
    return Outgoing(text="\n\n".join(lines), keyboard=(*rows, *_result_rows(t, found), room_row(t, found)))


def _applied(t: Translator, found: LotteryPage) -> Outgoing:
    number, told, seated = found.counts
    lines = [*_drawn_lines(t, found), t("lottery-applied", seated=seated, waiting=number - seated)]
    lines.append(t("choice-told", told=told, count=number) if told < number else t("choice-told-all"))
    rows: list[Row] = []
    if found.can_undo and found.choice is not None:
        rows.append((press(t("button-undo"), "undo", found, about=found.choice.id),))
    if told < number:
        rows.append((press(t("button-refresh"), "page", found),))
    again = (press(t("button-lottery-again"), "new", found),)
    return Outgoing(text="\n\n".join(lines), keyboard=(*rows, *_result_rows(t, found), again, room_row(t, found)))


def _drawn_lines(t: Translator, found: LotteryPage) -> list[Html]:
    number = (found.kept.result or {})["public_number"] if found.kept else None
    lines = [t("lottery-head", title=found.event.title, stream=found.stream.title)]
    return [*lines, t("lottery-by-number", number=number)] if number else lines


def _result_rows(t: Translator, found: LotteryPage) -> tuple[Row, ...]:
    shown = (_press(t, found, "button-lottery-list", "list"), _press(t, found, "button-lottery-picture", "picture"))
    return (shown, (_press(t, found, "button-lottery-file", "file"),))


def _missed(t: Translator, found: LotteryPage) -> list[Html]:
    missed = (found.kept.result or {}).get("missed", ()) if found.kept else ()
    values = {(one["trait"], one["value"]) for one in missed}
    rules = [one for one in _frozen(found).rules if (one.trait.value, one.value) in values]
    return [t("lottery-missed", rule=rule_line(t, found, one)) for one in rules]


def _rule_lines(t: Translator, found: LotteryPage, lottery: Lottery) -> list[Html]:
    if not lottery.rules:
        return []
    return [Html("\n".join([t("lottery-rules"), *(f"• {rule_line(t, found, one)}" for one in lottery.rules)]))]


def _result(found: LotteryPage) -> tuple[int, int]:
    if found.kept is None or found.kept.result is None:
        raise StaleError
    return len(found.kept.result["winners"]), len(found.kept.result["waitlist"])


def _frozen(found: LotteryPage) -> Lottery:
    if found.kept is None:
        raise StaleError
    return found.kept.lottery


def _page_row(t: Translator, found: LotteryPage) -> Row:
    return (press(t("button-lottery-back"), "page", found),)


def _press(t: Translator, found: LotteryPage, key: str, do: str, style: str | None = None) -> Button:
    return _labelled(found, t(key), do, style=style)


def _labelled(found: LotteryPage, label: str, do: str, value: str = "", style: str | None = None) -> Button:
    return press(label, do, found, value, about=found.kept.id if found.kept else 0, style=style)
