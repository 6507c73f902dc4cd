"""What a newer version of a form means for answers to an older one.

Always true: an answer fits only if the newer question could have been answered with it just so.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.domain.form import Form, Json, Kind, Question
from bot.domain.form_edits import Content, questions
from bot.domain.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How many questions a newer version adds, takes away and changes, and whether it asks in another order."""

    added: int
    removed: int
    changed: int
    is_reordered: bool

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing has changed."""
        return not (self.added or self.removed or self.changed or self.is_reordered)


def difference(before: Content, after: Content) -> Difference:
    """Return how two contents of a form differ."""
    old = {one["code"]: one for one in questions(before)}
    new = {one["code"]: one for one in questions(after)}
    both = [code for code in new if code in old]
    return Difference(
        added=len(new.keys() - old.keys()),
        removed=len(old.keys() - new.keys()),
        changed=sum(_said(old[code]) != _said(new[code]) for code in both),
        is_reordered=both != [code for code in old if code in new] or _sections(before, both) != _sections(after, both),
    )


def filled(content: Content) -> Content:
    """Return the content with every missing text lent by another language, so that it can be looked at."""
    changed = copy.deepcopy(dict(content))
    for one in questions(changed):
        for text in (
            one["title"],
            *([one["hint"]] if one.get("hint") else []),
            *(option["title"] for option in one.get("options") or ()),
        ):
            lent = next((text[name] for name in Language if text.get(name)), "…")
            text.update({name.value: text.get(name.value) or lent for name in Language})
    return changed


def fitting(form: Form, answers: Mapping[str, Json]) -> dict[str, Json]:
    """Return the answers that a form's questions could have been given."""
    return {
        one.code: answers[one.code] for one in form.questions if one.code in answers and fits(one, answers[one.code])
    }


def fits(question: Question, value: Json) -> bool:
    """Tell whether a saved answer is one to this question."""
    if value is None:
        return not question.required
    return _SHAPES[question.kind](question, value)


def _is_text(question: Question, value: Json) -> bool:
    del question
    return isinstance(value, str)


def _is_option(question: Question, value: Json) -> bool:
    return isinstance(value, str) and question.option(value) is not None


def _are_options(question: Question, value: Json) -> bool:
    if isinstance(value, str) or not isinstance(value, Sequence):
        return False
    return all(question.option(str(one)) for one in value)


def _is_decision(question: Question, value: Json) -> bool:
    del question
    return isinstance(value, bool)


def _is_number(question: Question, value: Json) -> bool:
    if isinstance(value, bool) or not isinstance(value, int):
        return False
    low = value if question.low is None else question.low
    high = value if question.high is None else question.high
    return low <= value <= high


def _is_birth_date(question: Question, value: Json) -> bool:
    first, last = question.born_from, question.born_to
    if not isinstance(value, str):
        return False
    return (first is None or first.isoformat() <= value) and (last is None or value <= last.isoformat())


def _has_number(question: Question, value: Json) -> bool:
    del question
    return isinstance(value, Mapping) and "number" in value


def _has_unit(question: Question, value: Json) -> bool:
    del question
    return isinstance(value, Mapping) and "code" in value


def _has_file(question: Question, value: Json) -> bool:
    return isinstance(value, Mapping) and value.get("kind") in question.accepts


_SHAPES: Final[Mapping[Kind, Callable[[Question, Json], bool]]] = {
    Kind.STREAM: _is_text,
    Kind.NAME: _is_text,
    Kind.TEXT: _is_text,
    Kind.LONG_TEXT: _is_text,
    Kind.ONE_OF: _is_option,
    Kind.SEVERAL_OF: _are_options,
    Kind.YES_NO: _is_decision,
    Kind.CONSENT: _is_decision,
    Kind.NUMBER: _is_number,
    Kind.GRADE: _is_number,
    Kind.BIRTH_DATE: _is_birth_date,
    Kind.PHONE: _has_number,
    Kind.UNIT: _has_unit,
    Kind.FILE: _has_file,
}


def _said(one: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a question says, with what is left out written as it is meant."""
    meant = {"required": True, "sensitivity": "ordinary", "keep_days": 365}
    return meant | {key: value for key, value in one.items() if value not in (None, [], ())}


def _sections(content: Content, codes: Sequence[str]) -> list[list[str]]:
    kept = [[one["code"] for one in section["questions"] if one["code"] in codes] for section in content["sections"]]
    return [one for one in kept if one]
