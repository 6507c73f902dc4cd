"""For whom somebody registers: for themselves, for their child, for a pupil.

Always true: whoever registers a child is or becomes its guardian, whoever registers a pupil never does by that.
"""

from __future__ import annotations

from enum import StrEnum


class Behalf(StrEnum):
    """On whose behalf an account answers a form."""

    OWN = "own"
    CHILD = "child"
    PUPIL = "pupil"
