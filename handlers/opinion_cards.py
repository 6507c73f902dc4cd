"""The screens of what an event was like: what is asked next, and what everybody said."""

from __future__ import annotations

from html import escape
from typing import Final

from bot.actions.opining import LONGEST, Heard, Said
from bot.domain.opinion import Again
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Translator
from handlers.attention_callbacks import OpinionPress
from handlers.cards import home_row
from handlers.talk_callbacks import ReminderPress

STARS: Final = ("1", "2", "3", "4", "5")
WIDTH: Final = 10
"""Squares of the longest bar."""


def asked(t: Translator, said: Said) -> Outgoing:
    """Ask for what is not said yet: stars, whether again, a line; then thank."""
    opinion, event_id = said.opinion, said.event.id
    head = t("opinion-head", event=said.event.title)
    if opinion is None:
        return Outgoing(text=f"{head}\n\n{t('opinion-stars')}", keyboard=(star_row(event_id), home_row(t)))
    if opinion.again is None:
        again = tuple(_press(plain(t(f"button-again-{one.value}")), event_id, "again", one.value) for one in Again)
        return Outgoing(text=f"{head}\n\n{t('opinion-again')}", keyboard=(again, home_row(t)))
    key = "opinion-line" if opinion.words is None else "opinion-thanks"
    return Outgoing(text=f"{head}\n\n{t(key, longest=LONGEST)}", keyboard=(home_row(t),))


def star_row(event_id: int) -> tuple[Button, ...]:
    """One to five stars."""
    return tuple(_press(f"{number} ⭐", event_id, "stars", number) for number in STARS)


def heard(t: Translator, found: Heard) -> Outgoing:
    """Counts and the newest words, without names."""
    results, back = found.results, ReminderPress(event_id=found.event.id, do="list").pack()
    rows = ((Button(text=plain(t("button-reminders")), data=back),),)
    head = t("opinions-head", event=found.event.title)
    if not results.total:
        return Outgoing(text=f"{head}\n\n{t('opinions-none')}", keyboard=rows)
    most = max(results.stars.values())
    counts = {number: results.stars.get(int(number), 0) for number in reversed(STARS)}
    bars = [f"{number} ⭐ {'▓' * round(WIDTH * count / most)} {count}" for number, count in counts.items()]
    again = t("opinions-again", **{one.value: results.again.get(one, 0) for one in Again})
    words = [f"{'⭐' * stars} {escape(text, quote=False)}" for stars, text in results.words]
    summary = t("opinions-total", number=results.total, average=f"{results.average:.1f}")
    text = "\n\n".join([head, summary, "\n".join(bars), again, *words])
    return Outgoing(text=text, keyboard=rows)


def heard_button(t: Translator, event_id: int) -> Button:
    """The way to what everybody said."""
    return _press(plain(t("button-opinions")), event_id, "heard")


def _press(text: str, event_id: int, do: str, value: str = "") -> Button:
    return Button(text=text, data=OpinionPress(event_id=event_id, do=do, value=value).pack())
