"""What the buttons of conversations carry; the rules are those of `callbacks`."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class AskPress(CallbackData, prefix="4"):
    """Asking: rooms; of events open, faq, helped, people; of one (`id`) thread, files, urgent, close, rate-…, flag."""

    do: str
    event_id: int = 0
    registration_id: int = 0
    id: int = 0


class ThreadPress(CallbackData, prefix="5"):
    """A conversation for staff: room (`thread_id` is the event), open, files, claim, answer, hand, to (`to_id`)."""

    thread_id: int
    revision: int
    do: str
    to_id: int = 0


class FaqPress(CallbackData, prefix="6"):
    """Frequent answers of an event's programme: list, open, text (a part and a language), new, hide, show."""

    event_id: int
    do: str
    entry_id: int = 0
    value: str = ""


class ReminderPress(CallbackData, prefix="7"):
    """Reminders of an event: list; of a rule open, off, on, set (an hour or minutes); add (a kind)."""

    event_id: int
    do: str
    rule: str = ""
    value: str = ""


class WordsPress(CallbackData, prefix="U"):
    """A reminder's own words: open, write and look (a language in `value`), save, usual (the standard words again)."""

    event_id: int
    do: str
    rule: str = ""
    value: str = ""
