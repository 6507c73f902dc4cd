"""What may go wrong at the pick-up."""

from __future__ import annotations

from bot.domain.errors import DomainError


class PickupFullError(DomainError):
    """As many people as there is room for may collect a child already."""

    code = "pickup-full"


class PickupTextError(DomainError):
    """What was typed is no name of a person, no telephone or no reason."""

    code = "pickup-text"


class PickupBarredError(DomainError):
    """This person must not collect the child; nobody of the staff can make an exception alone or with others."""

    code = "pickup-barred"


class PickupOwnError(DomainError):
    """Nobody hands a child over to themselves."""

    code = "pickup-own"


class PickupCallError(DomainError):
    """Before a second member of staff is asked, a guardian has to be called."""

    code = "pickup-call"


class PickupPrimaryError(DomainError):
    """There is no primary guardian who could say yes: there is none, or it is about them."""

    code = "pickup-primary"
