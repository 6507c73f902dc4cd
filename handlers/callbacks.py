"""What buttons carry: ids and the wanted result, at most 64 bytes, never truth and never personal data."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery

from bot.domain.errors import StaleError

GREATEST: Final = 2**53
"""No number in a button of ours is greater; a forged one that a column cannot hold is nobody's button."""


class Press(Filter):
    """Lets a press through if its data belongs to one class; the prefix is compared before anything is parsed."""

    def __init__(self, kind: type[CallbackData], *do: str) -> None:
        """Remember the class, its prefix and (if any are named) the deeds it is for."""
        self.kind = kind
        self.do = frozenset(do)
        self.prefix = kind.__prefix__ + ":"

    async def __call__(self, query: CallbackQuery) -> bool | dict[str, Any]:
        """Return the parsed data as `data`, or False."""
        if not (query.data or "").startswith(self.prefix):
            return False
        try:
            data = self.kind.unpack(query.data or "")
        except (TypeError, ValueError):
            return False
        if any(isinstance(value, int) and abs(value) > GREATEST for _, value in data):
            return False
        return {"data": data} if not self.do or getattr(data, "do", None) in self.do else False


def day_of(text: str) -> date:
    """Return the day that a button carries; StaleError when no button of ours carries this."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise StaleError from error


class HomePress(CallbackData, prefix="h"):
    """Back to the start, or to the language choice, or to the help."""

    to: str


class LanguagePress(CallbackData, prefix="l"):
    """A chosen language."""

    code: str


class ProgrammePress(CallbackData, prefix="p"):
    """The events of a programme."""

    programme_id: int


class EventPress(CallbackData, prefix="e"):
    """An event's card, or one thing to do with it: card, register (oneself), reg-child, reg-pupil, status."""

    event_id: int
    do: str


class DayPress(CallbackData, prefix="d"):
    """One day of a timetable (ISO date); `registration_id` 0 shows every stream."""

    event_id: int
    registration_id: int
    on: str


class SeatPress(CallbackData, prefix="t"):
    """A place in a session for one's own registration: take, give, wait, leave; `on` is the day to show (ISO date)."""

    event_id: int
    registration_id: int
    session_id: int
    on: str
    do: str


class AnswerPress(CallbackData, prefix="a"):
    """A button of the question a draft is on."""

    draft_id: int
    revision: int
    payload: str


class DraftPress(CallbackData, prefix="f"):
    """A move inside a draft: back, skip, onward, cancel, cancel-yes, submit, resume, edit, review."""

    draft_id: int
    revision: int
    do: str
    question: str = ""


class RegistrationPress(CallbackData, prefix="r"):
    """A registration of one's own: open, invite, cancel, cancel-yes, correct."""

    registration_id: int
    revision: int
    do: str


class ConsentPress(CallbackData, prefix="c"):
    """A guardian's decision: open, agree, again, refuse, no-…, call; with a text's id see, set0 …, less0 … (a rank)."""

    registration_id: int
    revision: int
    do: str
    text_id: int = 0


class DeskPress(CallbackData, prefix="o"):
    """The desk: open; by id programme, event, more, find, table, chart, calls, called, staff, team, announce ..."""

    do: str
    id: int = 0


class ListPress(CallbackData, prefix="q"):
    """One page of an event's registrations in one status."""

    event_id: int
    status: str
    page: int


class DecisionPress(CallbackData, prefix="x"):
    """An organizer's decision: open, confirm, undo, file-…, return and decline (alone, or with a ready reason: -…)."""

    registration_id: int
    revision: int
    do: str


class BroadcastsPress(CallbackData, prefix="n"):
    """A programme's announcements: list (one page), apart (the list as a new message), new."""

    programme_id: int
    do: str
    page: int = 0


class BroadcastPress(CallbackData, prefix="b"):
    """One announcement: open, text, skip, ask, set, bare, check, look, send, undo, stop, retry, drop, drop-yes."""

    broadcast_id: int
    revision: int
    do: str
    value: str = ""


class PaperPress(CallbackData, prefix="k"):
    """What a registration gives to hold in one's hands: ticket, renew (a new ticket for the old), pdf."""

    registration_id: int
    do: str


class DataPress(CallbackData, prefix="m"):
    """One's own data: open, export, whom; with the subject (0 is oneself, else a child) forget, again, erase."""

    do: str
    subject_id: int = 0


class NudgePress(CallbackData, prefix="u"):
    """No more nudges about a draft."""

    draft_id: int


class OfferPress(CallbackData, prefix="v"):
    """An offered place: take, pass, pass-yes, and again after one had passed."""

    registration_id: int
    revision: int
    do: str


class AmendPress(CallbackData, prefix="j"):
    """Answers after submission: open, list, goto (a question), compare, save, drop, clear, fine, objects."""

    registration_id: int
    revision: int
    do: str
    question: str = ""


class AmendAnswerPress(CallbackData, prefix="z"):
    """A button of the question that is answered anew."""

    amendment_id: int
    payload: str


class CoordinatorPress(CallbackData, prefix="K"):
    """A coordinator's school: rooms, open, pupils (page in `id`), pupil, remind, link, renew, nominate, named …."""

    event_id: int
    unit_id: int
    do: str
    id: int = 0
