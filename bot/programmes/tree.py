"""A file's values before they are trusted, each with the line it stands on.

Always true: reading a Node never raises; a value of the wrong type reads as absent, because the schema reports it.
"""

from dataclasses import dataclass, field
from datetime import date, time
from typing import TypeAlias

Plain: TypeAlias = str | int | float | bool | list["Plain"] | dict[str, "Plain"] | None
Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something wrong at one place of the tree, in words that follow the name of the place."""

    path: Path
    says: str
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One place in the tree."""

    path: Path = ()
    value: Plain

    def child(self, key: str) -> "Node":
        """Return what stands under the key, an absent node if nothing does."""
        value = self.value.get(key) if isinstance(self.value, dict) else None
        return Node(path=(*self.path, key), value=value)

    def items(self, key: str) -> tuple["Node", ...]:
        """Return the items of the list under the key."""
        below = self.child(key)
        if not isinstance(below.value, list):
            return ()
        return tuple(Node(path=(*below.path, index), value=value) for index, value in enumerate(below.value))

    def text(self, key: str) -> str | None:
        """Return the text under the key."""
        value = self.child(key).value
        return value if isinstance(value, str) else None

    def number(self, key: str) -> int | None:
        """Return the whole number under the key."""
        value = self.child(key).value
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def day(self, key: str) -> date | None:
        """Return the date under the key."""
        try:
            return date.fromisoformat(self.text(key) or "")
        except ValueError:
            return None

    def clock(self, key: str) -> time | None:
        """Return the time of day under the key, written as 09:00."""
        text = self.text(key) or ""
        try:
            return time.fromisoformat(text) if len(text) == len("09:00") else None
        except ValueError:
            return None

    def has(self, key: str) -> bool:
        """Tell whether the key is written at all."""
        return isinstance(self.value, dict) and key in self.value

    def finds(self, says: str) -> Finding:
        """Return a finding about this place."""
        return Finding(path=self.path, says=says)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A whole file: its values, the line of every place, and what was wrong with its notation."""

    value: Plain
    lines: dict[Path, int] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    refused: frozenset[Path] = frozenset()

    def line(self, path: Path) -> int:
        """Return the line of a place, or of the nearest place around it that is written in the file."""
        while path not in self.lines and path:
            path = path[:-1]
        return self.lines.get(path, 1)
