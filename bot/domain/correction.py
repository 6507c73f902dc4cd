"""An announcement whose text was changed after it had been delivered, and what became of that, in people.

Always true: only those whose copy reads otherwise now are counted, each once, as the worst that became of their copies.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """How many people's copies were changed, wait to be, or could not be."""

    changed: int = 0
    gone: int = 0
    refused: int = 0
    blocked: int = 0
    unconfirmed: int = 0
    """Telegram never said that it was delivered, or delivered once more: there is nothing to change it by."""
    waiting: int = 0

    @property
    def left(self) -> int:
        """How many people's copies could not be changed."""
        return self.gone + self.refused + self.blocked + self.unconfirmed

    @property
    def concerned(self) -> int:
        """How many people had a copy that reads otherwise now."""
        return self.changed + self.left + self.waiting
