"""What may go wrong in conversations with the camp; the rules are those of `errors`."""

from __future__ import annotations

from bot.domain.errors import DomainError


class TwoAdultsError(DomainError):
    """A child's question needs two adults of the camp who read it, and there are not two."""

    code = "two-adults"


class ThreadTextError(DomainError):
    """A message of a conversation is empty or too long."""

    code = "thread-text"


class ThreadFullError(DomainError):
    """A family has written as much as it may before it is answered."""

    code = "thread-full"


class FaqTextError(DomainError):
    """A text of a frequent answer is empty or too long."""

    code = "faq-text"


class ReminderTextError(DomainError):
    """The words of a reminder are empty or too long."""

    code = "reminder-text"
