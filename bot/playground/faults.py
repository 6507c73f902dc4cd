"""Failures asked for in advance: each is used a given number of times and, with a seed, always on the same calls."""

import random
from dataclasses import dataclass, field
from enum import StrEnum

from .errors import ApiError, forbidden, too_many_requests


class FaultKind(StrEnum):
    """What goes wrong; the last five are about the connection rather than the answer."""

    FLOOD = "429"
    FORBIDDEN = "403"
    SERVER_ERROR = "500"
    BAD_GATEWAY = "502"
    HTML = "html"
    TRUNCATE = "truncate"
    LOST_REPLY = "lost_reply"
    RESET = "reset"
    HANG = "hang"


DONE_BEFORE_FAILING = frozenset({FaultKind.TRUNCATE, FaultKind.LOST_REPLY})


@dataclass(slots=True, kw_only=True)
class Fault:
    """A rule: which calls it hits, how often, and what happens to them."""

    id: int
    kind: FaultKind
    method: str = "*"
    chat_id: int | None = None
    count: int = 1
    retry_after: int = 1
    probability: float = 1.0
    dice: random.Random = field(default_factory=lambda: random.Random(0))  # noqa: S311 - a repeatable coin

    def hits(self, method: str, chat_id: int | None) -> bool:
        """Say whether this call is the one to fail; `*` means every method but getUpdates."""
        if self.method == "*":
            if method == "getUpdates":
                return False
        elif self.method.lower() != method.lower():
            return False
        if self.chat_id is not None and self.chat_id != chat_id:
            return False
        return self.probability >= 1 or self.dice.random() < self.probability

    def refusal(self) -> ApiError | None:
        """Return the refusal for faults that answer in the Bot API's own form."""
        if self.kind is FaultKind.FLOOD:
            return too_many_requests(self.retry_after)
        if self.kind is FaultKind.FORBIDDEN:
            return forbidden("bot was blocked by the user")
        if self.kind is FaultKind.SERVER_ERROR:
            return ApiError(500, "Internal Server Error: restart")
        return None


class Faults:
    """The queue of failures asked for."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._last_id = 0

    def add(self, kind: FaultKind, *, method: str = "*", chat_id: int | None = None, count: int = 1,
            retry_after: int = 1, probability: float = 1.0, seed: int = 0) -> int:  # fmt: skip
        """Ask for `count` failures and return the rule's id."""
        self._last_id += 1
        fault = Fault(
            id=self._last_id, kind=kind, method=method, chat_id=chat_id, count=count,
            retry_after=retry_after, probability=probability, dice=random.Random(seed),  # noqa: S311 - repeatable
        )  # fmt: skip
        self._faults.append(fault)
        return fault.id

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """Return the first rule that hits this call and use it up by one."""
        for fault in self._faults:
            if fault.hits(method, chat_id):
                fault.count -= 1
                if fault.count <= 0:
                    self._faults.remove(fault)
                return fault
        return None

    def clear(self) -> None:
        """Forget every failure asked for."""
        self._faults.clear()
