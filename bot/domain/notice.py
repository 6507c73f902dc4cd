"""What is to be told to one person, and what to do when Telegram's answer is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any, Final


class Priority(IntEnum):
    """Smaller goes first."""

    EMERGENCY = 0
    REPLY = 1
    NOTICE = 2
    BULK = 3


class AfterUnknown(StrEnum):
    """What a lost answer means for a message that may or may not have arrived."""

    AGAIN = "again"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One message owed to one account; written in the transaction of the action that causes it.

    `template` names the text (`notice-<template>`), `data` its arguments (ids, localized titles, instants as
    microseconds), `dedup_key` makes a second one with the same key impossible.
    """

    account_id: int
    template: str
    data: Mapping[str, Any] = field(default_factory=dict)
    priority: Priority = Priority.NOTICE
    not_before: datetime | None = None
    not_after: datetime | None = None
    dedup_key: str | None = None
    broadcast_id: int | None = None


COPIES: Final = frozenset({"broadcast", "broadcast-again"})
"""Templates of an announcement that a stop holds back."""
REMOVAL: Final = "broadcast-removal"
"""Template of what is no message: a copy is to be deleted from its chat."""
LEFT_WHEN_UNKNOWN: Final = frozenset({"broadcast-progress", "guardian-link"})
"""Templates whose second copy would confuse more than a missing one."""


def after_unknown(template: str) -> AfterUnknown:
    """Return the policy of a kind of message: a second copy is better than none, except where named."""
    return AfterUnknown.LEAVE if template in LEFT_WHEN_UNKNOWN else AfterUnknown.AGAIN
