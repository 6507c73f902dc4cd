"""Sentences for the person who edits a programme file: what is wrong, where, and what to do.

Always true: a sentence names the nearest thing that has a code, then the key, then the remedy.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from bot.programmes import schema, wording
from bot.programmes.tree import Finding, Node, Path

_NOUNS = {
    "events": "event",
    "streams": "stream",
    "sections": "section",
    "questions": "question",
    "options": "option",
    "sessions": "session",
    "reminders": "reminder",
    "units": "unit",
    "quotas": "quota",
    "consents": "consent",
    "gates": "gate",
}
_NAMES = ("code", "purpose", "unit")
_LANGUAGES = frozenset({"kk", "ru", "en"})
_EXPECTED = {
    "string_type": "must be text; put the value in quotes",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "bool_type": "must be true or false",
    "date_type": "must be a date such as 2027-07-06",
    "date_parsing": "is not a date of the calendar; write it as 2027-07-06",
    "date_from_datetime_parsing": "is not a date of the calendar; write it as 2027-07-06",
    "date_from_datetime_inexact": "must be a date without a time, such as 2027-07-06",
    "tuple_type": "must be a list",
    "string_pattern_mismatch": "does not have the expected form; {pattern}",
    "string_too_long": "is longer than {max_length} characters; shorten it",
    "too_long": "has {actual_length} items, at most {max_length} are accepted",
    "too_short": "is empty; write at least {min_length}",
    "greater_than_equal": "must be {ge} or more",
    "less_than_equal": "must be {le} or less",
    "enum": "is not known; choose {expected}",
}
_PATTERNS = {
    "bin": "write the 12 digits in quotes",
    "colour": "write a colour such as '#0f766e'",
    "accent": "write a colour such as '#0f766e'",
    "at": "write a time such as '09:00'",
    "starts": "write a time such as '09:00'",
    "ends": "write a time such as '09:00'",
}
_CODE_FORM = "use only small Latin letters, digits and - (in question codes _), 2 to 40 characters (questions: to 31)"


def _known_keys() -> frozenset[str]:
    found: set[str] = set()
    models = [value for module in (schema, wording) for value in vars(module).values() if isinstance(value, type)]
    for model in models:
        if issubclass(model, BaseModel):
            found |= {each.alias or name for name, each in model.model_fields.items()}
    return frozenset(found)


_KNOWN_KEYS = _known_keys()


def place(path: Path, root: Node) -> str:
    """Return the name of a place: the nearest thing with a code and the keys below it."""
    nearest = ""
    below: list[str] = []
    here = root
    for step in path:
        here = _step(here, step)
        if isinstance(step, int) and isinstance(here.value, dict):
            nearest, below = _item(here, step), []
        elif isinstance(step, str):
            below.append(step if len(step) <= 40 else step[:40] + "…")  # noqa: PLR2004 - fits on a line
    if below and below[-1] in _NOUNS and len(below) > 1:
        below = below[-1:]
    return ", ".join(part for part in (nearest, ".".join(below)) if part) or "the file"


def _step(here: Node, step: str | int) -> Node:
    if isinstance(step, str):
        return here.child(step)
    rows = here.value if isinstance(here.value, list) else []
    return Node(path=(*here.path, step), value=rows[step] if step < len(rows) else None)


def _item(here: Node, index: int) -> str:
    kinds = [step for step in here.path if isinstance(step, str)]
    noun = _NOUNS.get(kinds[-1], kinds[-1]) if kinds else "item"
    name = next((found for key in _NAMES if (found := here.text(key))), None)
    return f"{noun} {name[:40]}" if name else f"{noun} number {index + 1}"


def finding(error: ErrorDetails) -> Finding:
    """Return a schema error as a finding."""
    path: Path = tuple(error["loc"])
    key = str(path[-1]) if path else ""
    kind = error["type"]
    context: Mapping[str, Any] = error.get("ctx", {})
    if kind == "missing":
        return _missing(path, key)
    if kind == "extra_forbidden":
        return Finding(path=path, says=_unknown(key))
    if kind == "model_type":
        return Finding(path=path, says=_expected_part(str(context.get("class_name"))))
    if kind == "string_pattern_mismatch":
        context = {"pattern": _PATTERNS.get(key, _CODE_FORM)}
    known = _EXPECTED.get(kind)
    return Finding(path=path, says=known.format(**context) if known else error["msg"])


def _missing(path: Path, key: str) -> Finding:
    if key in _LANGUAGES:
        return Finding(path=path[:-1], says=f"missing language {key}; all of kk, ru and en are needed")
    return Finding(path=path[:-1], says=f"missing key {key}; add it")


def _unknown(key: str) -> str:
    close = get_close_matches(key[:40], _KNOWN_KEYS, n=1, cutoff=0.75)
    return f"unknown key; did you mean {close[0]}?" if close else "unknown key; remove it"


def _expected_part(model: str) -> str:
    if hasattr(wording, model) and model != "Part":
        return "must be written in three languages: {kk: ..., ru: ..., en: ...}"
    return "must be a mapping with keys of its own"
