"""What an attempt to send means for the message: ended, or owed again and when.

Always true: a failure that says nothing about the message itself costs it nothing, so an outage of any length loses
nothing; a message that fails while others get through is given up in the end.
"""

from __future__ import annotations

from datetime import timedelta
from math import inf
from typing import Final

from bot.clock import Clock
from bot.domain.notice import REMOVAL, AfterUnknown, after_unknown
from bot.log import get_logger
from bot.telegram import (
    AnswerLost,
    BadRequest,
    Conflict,
    NotOurs,
    NotSent,
    RetryAfter,
    ServerTrouble,
    TelegramError,
    Unauthorized,
    Unreachable,
)
from storage.outbox import MOST_ATTEMPTS, Ended, Owed, Returned, Settlement, State

log = get_logger(__name__)

FIRST_DELAY: Final = 1.0
LONGEST_DELAY: Final = 15.0
RECENTLY: Final = 5.0
"""For how many seconds one message that got through shows that Telegram works."""
MOST_COPIES: Final = 3
"""How often a message is sent whose answer was lost each time."""
_NOT_THE_MESSAGE: Final = (NotSent, ServerTrouble, Unauthorized, Conflict)


def kind_of(result: Settlement) -> str:
    """Return how an attempt is counted."""
    if isinstance(result, Ended):
        return result.state.value
    return "retried" if result.sent_ids is None else "gone_on"


class Verdicts:
    """Judges attempts one after another; remembers whether anything gets through at all."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._got_through_at = -inf
        self._trouble_began_at: float | None = None

    def sent(self, owed: Owed, message_id: int, *more_ids: int) -> Ended:
        """Return the end of a message that arrived."""
        self._got_through_at = self._clock.monotonic()
        self._trouble_began_at = None
        return Ended(owed=owed, state=State.SENT, message_id=message_id, more_ids=more_ids)

    def went_on(self, owed: Owed, *message_ids: int) -> Returned:
        """Return what is left of a message of several when one of them is done: it is due at its old place."""
        self._got_through_at = self._clock.monotonic()
        self._trouble_began_at = None
        done = (*owed.sent_ids, *message_ids)
        return Returned(owed=owed, not_before=owed.not_before, is_counted=False, sent_ids=done)

    def refused(self, owed: Owed, error: TelegramError) -> Settlement:
        """Return what Telegram's refusal, or its silence, means."""
        if isinstance(error, RetryAfter):
            return self._again(owed, error.kind, error.seconds, is_counted=False)
        if isinstance(error, AnswerLost):
            return self.lost(owed)
        if isinstance(error, NotOurs):
            return self.unasked(owed)
        if isinstance(error, Unreachable):
            log.info("delivery.unreachable", outbox_id=owed.id, account_id=owed.account_id, reason=error.reason)
            reach = error.reason if error.reason == "deactivated" else "blocked"
            return Ended(owed=owed, state=State.UNREACHABLE, error=error.reason, lost_reach=reach)
        if isinstance(error, _NOT_THE_MESSAGE):
            return self._trouble(owed, error)
        return self._bad(owed, error) if isinstance(error, BadRequest) else self.failed(owed, error.kind)

    def lost(self, owed: Owed) -> Settlement:
        """Decide by the kind of message whether a possible second copy is better than possibly none."""
        most = MOST_ATTEMPTS if owed.message_ids else MOST_COPIES
        again = after_unknown(owed.template) is AfterUnknown.AGAIN and owed.attempts < most
        log.warning("delivery.answer_lost", outbox_id=owed.id, template=owed.template, again=again)
        if again:
            return self._again(owed, AnswerLost.__name__, FIRST_DELAY * 2 ** (owed.attempts - 1))
        return Ended(owed=owed, state=State.UNKNOWN, error=AnswerLost.__name__)

    def unasked(self, owed: Owed) -> Returned:
        """Give back what Telegram was not asked for, at its old place in the line."""
        return Returned(owed=owed, not_before=owed.not_before, is_counted=False)

    def failed(self, owed: Owed, error: str) -> Ended:
        """Return the end of a message that can never be sent."""
        log.error("delivery.failed", outbox_id=owed.id, template=owed.template, error=error)
        return Ended(owed=owed, state=State.FAILED, error=error)

    def _bad(self, owed: Owed, error: BadRequest) -> Ended:
        """Return the end of what Telegram refuses for good; a change is made when the chat is as it was to be."""
        if not owed.message_ids:
            return self.failed(owed, f"{error.kind}: {error}")
        if error.is_unchanged or (owed.template == REMOVAL and error.is_gone and owed.lost_replies):
            return self.sent(owed, owed.message_ids[0])
        if error.is_gone or error.is_too_old:
            return Ended(owed=owed, state=State.FAILED, error="gone" if error.is_gone else "too-old")
        return self.failed(owed, f"{error.kind}: {error}")

    def _trouble(self, owed: Owed, error: TelegramError) -> Settlement:
        """Try again after as long as the trouble has lasted; it counts only while others get through."""
        now = self._clock.monotonic()
        is_counted = now - self._got_through_at < RECENTLY
        if is_counted and owed.attempts >= MOST_ATTEMPTS:
            return self.failed(owed, error.kind)
        if self._trouble_began_at is None:
            self._trouble_began_at = now
            log.warning("delivery.trouble", error=error.kind, outbox_id=owed.id)
        delay = max(now - self._trouble_began_at, FIRST_DELAY * 2 ** (owed.attempts - 1))
        return self._again(owed, error.kind, min(delay, LONGEST_DELAY), is_counted=is_counted)

    def _again(self, owed: Owed, error: str, seconds: float, *, is_counted: bool = True) -> Returned:
        not_before = self._clock.now() + timedelta(seconds=seconds)
        return Returned(owed=owed, not_before=not_before, error=error, is_counted=is_counted)
