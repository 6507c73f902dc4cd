"""What the buttons of the organizer's own rooms carry; the rules are those of `callbacks`."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class BulkPress(CallbackData, prefix="y"):
    """A decision about all that wait: ask, confirm (what waited at an instant), undo (what was confirmed at one)."""

    event_id: int
    do: str
    at: int = 0
    """Microseconds."""


class SelectionPress(CallbackData, prefix="s"):
    """How an event chooses: room, ask and mode (of an event), places and undo (of a stream)."""

    do: str
    id: int
    value: str = ""


class SchoolsPress(CallbackData, prefix="w"):
    """Places of a unit (0: all): open (page `value`), chart, number, undo (to `value`, from `was`), team, invite.

    Schools from a table: rows, rows-ok, rows-no (of the instant `value`, in microseconds).
    """

    event_id: int
    unit_id: int
    do: str
    stream_id: int = 0
    value: int = 0
    was: int = 0


class FormPress(CallbackData, prefix="F"):
    """A form draft: what to do, at which question (counted from 0), with which value (a code or a place in a list)."""

    form_id: int
    revision: int
    do: str
    at: int = 0
    value: str = ""


class DuplicatePress(CallbackData, prefix="D"):
    """Two registrations that may be one person's: list (page in `other_id`), pair, ask, merge, apart, history, undo.

    `one_id` is the registration that stays (ask, merge), or the merge (undo).
    """

    event_id: int
    one_id: int
    other_id: int
    revision: int
    do: str


class CheckPress(CallbackData, prefix="Q"):
    """What looks wrong: list (of an event, the page in `at`), fine and undo (of a registration, done at an instant)."""

    do: str
    id: int
    at: int = 0
    """Microseconds, or a page."""


class FunnelPress(CallbackData, prefix="G"):
    """How far registrations of a unit (0: all) have come: open (one page of the units inside), picture, stops."""

    event_id: int
    unit_id: int
    do: str
    page: int = 0


class LotteryPress(CallbackData, prefix="g"):
    """The lottery of a stream (`id`): page, new, values, rule, set, source, open, number, draw, list, apply ..."""

    do: str
    id: int
    revision: int
    """The plan's, or the lottery or the choice that is meant."""
    value: str = ""


class AttestPress(CallbackData, prefix="i"):
    """A consent on paper or by phone: open, a step with its value, record, undo (an instant); differ, settle."""

    registration_id: int
    revision: int
    do: str
    value: str = ""


class ScorePress(CallbackData, prefix="M"):
    """Marks: room, next, ranking, picture, ask, choose, undo (of a stream); card, mark, comment, conflict."""

    do: str
    id: int
    value: str = ""


class SeasonPress(CallbackData, prefix="S"):
    """Seasons and days of an event: name, create, days, day (which), back (which-was-now), open, open-yes."""

    event_id: int
    do: str
    value: str = ""
