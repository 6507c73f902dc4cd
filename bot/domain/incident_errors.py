"""What may go wrong with incidents; the rules are those of `errors`."""

from __future__ import annotations

from bot.domain.errors import DomainError


class IncidentTextError(DomainError):
    """What was typed about an incident, or for guardians, is empty or too long."""

    code = "incident-text"
