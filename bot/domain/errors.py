"""What may go wrong, as types with data; the edge finds the words (`error-<code>` in the locales)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar


class DomainError(Exception):
    """A request that cannot be fulfilled; `code` names the text that explains it to a person."""

    code: ClassVar[str] = "unknown"


class NotAvailableError(DomainError):
    """Not there, or not yours: one wording for both, so that nothing can be probed."""

    code = "not-available"


class StaleError(DomainError):
    """The press belongs to a screen that has changed since."""

    code = "stale"


class RegistrationClosedError(DomainError):
    """The event does not take registrations today."""

    code = "registration-closed"


class AlreadyRegisteredError(DomainError):
    """The participant already has an active registration for this event."""

    code = "already-registered"


class IncompleteDraftError(DomainError):
    """A required question has no answer yet."""

    code = "incomplete-draft"


class LinkUnusableError(DomainError):
    """The link was used, revoked, expired or never existed: one wording for all."""

    code = "link-unusable"


class OwnLinkError(DomainError):
    """A child opened the link meant for a guardian."""

    code = "own-link"


class TooManyChildrenError(DomainError):
    """An account is a guardian of as many children as one may be without the organizers' looking."""

    code = "too-many-children"

    def __init__(self, event_id: int) -> None:
        """Name the event whose organizers are to look."""
        super().__init__(event_id)
        self.event_id = event_id


class ChildCannotActError(DomainError):
    """A child registers others: only an adult does."""

    code = "child-cannot-act"


class LinksPausedError(DomainError):
    """Too many links that lead nowhere were tried from this account; it must wait."""

    code = "links-paused"


class LastGuardianError(DomainError):
    """Nobody would be left who acts for the child."""

    code = "last-guardian"


class AlreadyTakesPartError(DomainError):
    """The account that is to take a participant over is a participant itself."""

    code = "already-takes-part"


class TooFewLanguagesError(DomainError):
    """A text for people is missing in a language its audience reads."""

    code = "too-few-languages"


class ConsentTextChangedError(DomainError):
    """A consent text was changed without a higher version."""

    code = "consent-text-changed"

    def __init__(self, purpose: str, version: int) -> None:
        """Name the purpose and the version that must be raised."""
        super().__init__(f"the text «{purpose}» version {version} says something else already: raise its version")


class ConsentMissingError(DomainError):
    """A minor cannot be confirmed before a guardian has agreed."""

    code = "consent-missing"


class NoSeatError(DomainError):
    """Every seat the registration may have is taken."""

    code = "no-seat"


class NoSeatThereError(DomainError):
    """A correction leads where every seat is taken; the seat held so far stays."""

    code = "no-seat-there"


class BeingCorrectedError(DomainError):
    """The family has begun to correct a returned registration and has not sent it: what it says now was never sent."""

    code = "being-corrected"


class AmendmentsClosedError(DomainError):
    """Submitted answers may not be changed any more, or not in this status."""

    code = "amendments-closed"


class UndoExpiredError(DomainError):
    """The time in which a decision can be taken back is over."""

    code = "undo-expired"


class SessionFullError(DomainError):
    """Every place of a session is taken."""

    code = "session-full"


class SessionOverlapError(DomainError):
    """The registration has a place in another session at the same time."""

    code = "session-overlap"


class SessionBegunError(DomainError):
    """A session that has begun takes and gives no places any more."""

    code = "session-begun"


class SealBrokenError(DomainError):
    """A sealed text does not open where it lies: it was changed, or moved here from another row."""

    code = "seal-broken"

    def __init__(self, place: Sequence[str | int]) -> None:
        """Name the table, the column and the row."""
        table, column, *row = place
        super().__init__(f"{table}.{column} of {'/'.join(map(str, row))} does not open")


class LotteryRulesError(DomainError):
    """The rules contradict themselves, each other or the number of places."""

    code = "lottery-rules"


class LotteryNumberError(DomainError):
    """The public number is missing, not a number, or nobody announced that there would be one."""

    code = "lottery-number"


class LotteryChangedError(DomainError):
    """What was frozen at the opening, or the seed, is not what was published then."""

    code = "lottery-changed"


class LotteryEarlyError(DomainError):
    """Registration is still open, so somebody could be left out."""

    code = "lottery-early"


class LotteryEmptyError(DomainError):
    """Nobody waits for a place of the stream with everything that is needed."""

    code = "lottery-empty"


class LotteryPlacesError(DomainError):
    """More places than the stream can give to those who take part in the lottery."""

    code = "lottery-places"


class LotteryOpenError(DomainError):
    """A lottery of the stream is open: until its result is applied, or it is called off, nobody gets a seat by hand."""

    code = "lottery-open"


class ScoresClosedError(DomainError):
    """The choice has been made: scores cannot be given or changed any more."""

    code = "scores-closed"


class StaffCannotForgetError(DomainError):
    """Whoever holds a role leaves the team first: the trail of what staff did with people's data names them."""

    code = "staff-cannot-forget"


class FormStepError(DomainError):
    """A change that would break the form; `why` names the text that explains it (`form-step-<why>`)."""

    code = "form-step"

    def __init__(self, why: str) -> None:
        """Name the reason."""
        super().__init__(why)
        self.why = why


class FormIncompleteError(DomainError):
    """A form cannot be published while a text lacks a language or a choice has no options."""

    code = "form-incomplete"


class FormOvertakenError(DomainError):
    """A newer version was published after the draft had begun."""

    code = "form-overtaken"


class OwnersStayError(DomainError):
    """Owners are named in the settings; only there their role ends."""

    code = "owners-stay"


class SeasonNameError(DomainError):
    """The name of a season is empty, too long, or nothing of it can stand in a link."""

    code = "season-name"


class DayError(DomainError):
    """A date that cannot be; `why` names the text that explains it (`day-<why>`)."""

    code = "day"

    def __init__(self, why: str) -> None:
        """Name the reason."""
        super().__init__(why)
        self.why = why


class SessionTextError(DomainError):
    """What was typed for a session cannot be; `why` names the text that explains it (`timetable-problem-<why>`)."""

    code = "session-text"

    def __init__(self, why: str) -> None:
        """Name the reason."""
        super().__init__(why)
        self.why = why


class SessionUndoOverError(DomainError):
    """The minute in which a change of the timetable can be taken back is over: those concerned have been told."""

    code = "session-undo-over"


class SecondNeededError(DomainError):
    """Somebody else has to agree to this first."""

    code = "second-needed"


class TooMuchError(DomainError):
    """More comes at once, from everybody or from this person, than can be served: nothing was done."""

    code = "too-much"
