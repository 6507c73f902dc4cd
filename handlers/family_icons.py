"""The picture that stands for each kind of session."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

ICONS: Final[Mapping[str, str]] = {
    "lecture": "🎤",
    "seminar": "💬",
    "training": "🧠",
    "workshop": "🛠",
    "excursion": "🚌",
    "ceremony": "🎉",
    "contest": "🏆",
    "meeting": "👥",
    "meal": "🍽",
    "free": "🌿",
    "travel": "🧳",
}
