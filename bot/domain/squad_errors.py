"""What may go wrong with squads and with letters to families; the rules are those of `errors`."""

from __future__ import annotations

from bot.domain.errors import DomainError


class SquadFullError(DomainError):
    """A squad has no place left."""

    code = "squad-full"


class SquadNotEmptyError(DomainError):
    """A squad with children in it cannot be ended."""

    code = "squad-not-empty"


class SquadUnknownError(DomainError):
    """A programme file names a squad that there is not, or that is not the only one of this name."""

    code = "squad-unknown"


class SquadTextError(DomainError):
    """A squad's name is empty or too long, or its number of places is none."""

    code = "squad-text"
