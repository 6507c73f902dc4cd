"""Refusals around what participants say about sessions."""

from __future__ import annotations

from bot.domain.errors import DomainError


class FeedbackTextError(DomainError):
    """A line about a session is empty or too long."""

    code = "feedback-text"


class QuestionTextError(DomainError):
    """A question about a session, or its answer, is empty or too long."""

    code = "question-text"


class AskedAlreadyError(DomainError):
    """One question for each session: this one was decided about and cannot be another one any more."""

    code = "asked-already"
