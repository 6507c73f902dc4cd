"""What buttons carry: ids and the wanted result, at most 64 bytes, never truth and never personal data."""

from __future__ import annotations

from typing import Any

from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery


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
        return {"data": data} if not self.do or getattr(data, "do", None) in self.do else False


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
    """An event's card, or one thing to do with it: card, register, days."""

    event_id: int
    do: str


class DayPress(CallbackData, prefix="d"):
    """One day of a timetable (ISO date); `registration_id` 0 shows every stream."""

    event_id: int
    registration_id: int
    on: str


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
    """A guardian's decision: open, agree, refuse, reason-…, call, yes, no (with the optional text's id)."""

    registration_id: int
    revision: int
    do: str
    text_id: int = 0


class DeskPress(CallbackData, prefix="o"):
    """The organizer's desk: open, event, calls, staff, called."""

    do: str
    id: int = 0


class ListPress(CallbackData, prefix="q"):
    """One page of an event's registrations in one status."""

    event_id: int
    status: str
    page: int


class DecisionPress(CallbackData, prefix="x"):
    """An organizer's decision: open, confirm, return, decline."""

    registration_id: int
    revision: int
    do: str
