"""YAML text to a tree with lines.

Always true: no tag, anchor or alias is ever followed, so a small file cannot become a large value or an object;
nesting and size are limited before a value is built. Plain words are text: only whole numbers, decimals, true, false
and null are something else, so `on`, `no`, `09:00` and `2027-07-06` are never surprises.
"""

import re
from collections.abc import Iterator

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from bot.programmes.tree import Finding, Path, Plain, Tree

DEEPEST = 24
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_UNSHOWABLE = re.compile(r"[^\n\t\x20-\x7e\xa0-\ud7ff\ue000-\U0010ffff]")
_WHOLE = re.compile(r"[-+]?[0-9]{1,18}")
_DECIMAL = re.compile(r"[-+]?[0-9]{1,18}\.[0-9]{1,18}")


class NotYaml(Exception):
    """The text cannot be read further than this line."""

    def __init__(self, line: int, says: str) -> None:
        """Remember the line and what is wrong there."""
        super().__init__(says)
        self.line = line
        self.says = says


def parse(text: str) -> Tree:
    """Return the tree of a YAML text; raises NotYaml where the notation itself is broken."""
    try:
        return _Growing(yaml.parse(text, Loader=_LOADER)).tree()
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise NotYaml(line, "has a character that is not text; remove it") from error
    except yaml.YAMLError as error:
        raise NotYaml(*_complaint(error, text)) from error


def _complaint(error: yaml.YAMLError, text: str) -> tuple[int, str]:
    """Return the line and the words of a notation error."""
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        reason = error.problem or error.context or "unreadable"
        return (mark.line + 1 if mark else 1), f"not valid YAML here: {reason}"
    at = getattr(error, "position", None)
    line = text.count("\n", 0, at) + 1 if isinstance(at, int) else 1
    return line, "not valid YAML here: a character that is not allowed"


def _plain(event: ScalarEvent) -> Plain:
    """Return the value of a scalar; whatever is in quotes is text."""
    text = str(event.value)
    if event.style is not None and event.style != "":
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text


def _line(event: Event) -> int:
    """Return the line of an event, from 1."""
    return event.start_mark.line + 1 if event.start_mark else 1


def _unshowable(text: str) -> bool:
    """Tell whether the text holds characters that no screen can show."""
    return _UNSHOWABLE.search(text) is not None


class _Growing:
    """A tree being built from YAML events; each event is looked at once."""

    def __init__(self, events: Iterator[Event]) -> None:
        self._events = events
        self._lines: dict[Path, int] = {}
        self._findings: list[Finding] = []
        self._refused: set[Path] = set()

    def tree(self) -> Tree:
        """Return the whole tree of the only document in the stream."""
        value: Plain = None
        documents = 0
        for event in self._events:
            if isinstance(event, StreamStartEvent | StreamEndEvent | DocumentEndEvent):
                continue
            if not isinstance(event, DocumentStartEvent):
                value = self._value(event, ())
                continue
            documents += 1
            if documents > 1:
                raise NotYaml(_line(event), "a second document starts here; write one file per programme")
        return Tree(value=value, lines=self._lines, findings=tuple(self._findings), refused=frozenset(self._refused))

    def _value(self, event: Event, path: Path) -> Plain:
        self._lines.setdefault(path, _line(event))
        if len(path) > DEEPEST:
            raise NotYaml(_line(event), f"nested deeper than {DEEPEST} levels; flatten it")
        self._look_for_tricks(event, path)
        if isinstance(event, SequenceStartEvent):
            return self._list(path)
        if isinstance(event, MappingStartEvent):
            return self._mapping(path)
        return self._scalar(event, path)

    def _look_for_tricks(self, event: Event, path: Path) -> None:
        if isinstance(event, AliasEvent):
            self._refused.add(path)
            self._find(event, path, f"the alias *{str(event.anchor)[:40]} is not accepted; write the value out")
        elif isinstance(event, NodeEvent) and event.anchor is not None:
            self._find(
                event, path, f"the anchor &{str(event.anchor)[:40]} is not accepted; remove it, write values out"
            )
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._find(event, path, f"the tag {str(tag)[:40]} is not accepted; remove it")

    def _scalar(self, event: Event, path: Path) -> Plain:
        if not isinstance(event, ScalarEvent):
            return None
        if not _unshowable(event.value):
            return _plain(event)
        self._find(event, path, "has a character that cannot be shown; remove it")
        self._refused.add(path)
        return ""

    def _list(self, path: Path) -> Plain:
        values: list[Plain] = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            values.append(self._value(event, (*path, len(values))))
        return values

    def _mapping(self, path: Path) -> Plain:
        values: dict[str, Plain] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._key(event, path)
            if key is None:
                self._skip(path)
                continue
            below = (*path, key)
            if key in values:
                self._find(event, below, f"written twice, first on line {self._lines[below]}; keep one")
                self._skip(path)
                continue
            self._lines[below] = _line(event)
            values[key] = self._value(next(self._events), below)
        return values

    def _key(self, event: Event, path: Path) -> str | None:
        """Return the key, or None after reporting why it cannot be one."""
        if isinstance(event, ScalarEvent) and not _unshowable(event.value):
            self._look_for_tricks(event, path)
            return str(event.value)
        self._find(event, path, "a key here is not a plain word; write one")
        if not isinstance(event, ScalarEvent | AliasEvent):
            self._swallow(event, path)
        return None

    def _skip(self, path: Path) -> None:
        """Pass over one value that has no place in the tree."""
        self._swallow(next(self._events), path)

    def _swallow(self, event: Event, path: Path) -> None:
        depth = len(path)
        while True:
            if isinstance(event, SequenceStartEvent | MappingStartEvent):
                depth += 1
            elif isinstance(event, SequenceEndEvent | MappingEndEvent):
                depth -= 1
            if depth == len(path):
                return
            event = next(self._events)

    def _find(self, event: Event, path: Path, says: str) -> None:
        self._findings.append(Finding(path=path, says=says, line=_line(event)))
