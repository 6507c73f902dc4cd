"""Changing a form that is not published yet: pure steps from one content to the next.

Always true: a content has the shape of a programme file's `form`, only its texts may lack languages; no step changes
the content it was given; a question keeps its code and its kind; a condition names an earlier question with options; no
section is empty; what people have answered already is never asked more loosely than it was promised.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.domain.errors import FormStepError, StaleError
from bot.domain.form import Kind, Sensitivity
from bot.domain.language import Language
from bot.domain.papers import asks_for_identity

Content = Mapping[str, Any]
"""A form as a programme file writes it."""

ADDABLE: Final = (
    Kind.TEXT,
    Kind.LONG_TEXT,
    Kind.ONE_OF,
    Kind.SEVERAL_OF,
    Kind.YES_NO,
    Kind.NUMBER,
    Kind.BIRTH_DATE,
    Kind.GRADE,
    Kind.PHONE,
    Kind.FILE,
    Kind.CONSENT,
)
"""Kinds that a few presses and a title make whole."""
CHOICES: Final = frozenset({Kind.ONE_OF, Kind.SEVERAL_OF})
NAMING: Final = frozenset({Kind.ONE_OF, Kind.SEVERAL_OF, Kind.YES_NO})
"""Kinds whose answers a condition can name."""
NEEDED: Final = frozenset({Kind.NAME, Kind.STREAM, Kind.UNIT})
"""Kinds that a registration takes its name, stream and quota from."""
STRICTNESS: Final = (Sensitivity.ORDINARY, Sensitivity.PERSONAL, Sensitivity.IDENTITY, Sensitivity.HEALTH)
KEEP_DAYS: Final = (30, 90, 180, 365, 730, 1095)
MOST_OPTIONS: Final = 30
MOST_QUESTIONS: Final = 60
_EXTRAS: Final[Mapping[Kind, Mapping[str, Any]]] = {
    Kind.FILE: {"accepts": ["photo", "document"]},
    Kind.GRADE: {"low": 1, "high": 11},
    Kind.PHONE: {"sensitivity": "personal"},
    Kind.ONE_OF: {"options": []},
    Kind.SEVERAL_OF: {"options": []},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A language that a text lacks; `part` is title, hint or option."""

    question: str
    part: str
    language: Language


def questions(content: Content) -> tuple[Mapping[str, Any], ...]:
    """Return all questions, in order."""
    return tuple(question for section in content["sections"] for question in section["questions"])


def question(content: Content, code: str) -> Mapping[str, Any]:
    """Return one question; StaleError when it is gone."""
    if not (found := [one for one in questions(content) if one["code"] == code]):
        raise StaleError
    return found[0]


def code_at(content: Content, place: int) -> str:
    """Return the code of the question at a place, counted from 0; StaleError when there is none."""
    found = questions(content)
    if not 0 <= place < len(found):
        raise StaleError
    return str(found[place]["code"])


def gaps(content: Content) -> tuple[Gap, ...]:
    """Return every language that a title, a begun hint or an option lacks, in the form's order."""
    return tuple(gap for one in questions(content) for gap in _gaps(one))


def few_options(content: Content) -> tuple[str, ...]:
    """Return the questions that offer no choice yet."""
    return tuple(one["code"] for one in questions(content) if is_choice(one) and len(one.get("options", ())) <= 1)


def is_choice(one: Mapping[str, Any]) -> bool:
    """Tell whether a question is answered with options of its own."""
    return Kind(one["kind"]) in CHOICES


def with_question(content: Content, kind: Kind, *, taken: Collection[str], today: str) -> tuple[Content, str]:
    """Add a question without a text at the end; return the content and the question's code."""
    if kind not in ADDABLE:
        raise StaleError
    if len(questions(content)) >= MOST_QUESTIONS:
        raise FormStepError("too-many-questions")
    used = {*taken, *(one["code"] for one in questions(content))}
    code = next(name for number in range(1, len(used) + 2) if (name := f"q{number}") not in used)
    extras = {"born": {"from": "1920-01-01", "to": today}} if kind is Kind.BIRTH_DATE else {}
    added = {"code": code, "kind": kind.value, "title": {}, "required": True, **_EXTRAS.get(kind, {}), **extras}
    changed = _copy(content)
    changed["sections"][-1]["questions"].append(copy.deepcopy(added))
    return changed, code


def with_text(content: Content, code: str, part: str, language: Language, text: str) -> Content:
    """Write a title or a hint in one language; whoever answers for a child reads the same from then on."""
    if part == "title" and question(content, code)["kind"] == Kind.FILE and asks_for_identity([text]):
        raise FormStepError("no-identity-papers")
    said = {**(question(content, code).get(part) or {}), language.value: text}
    return _change(content, code, lambda one: one.update({part: said, f"{part}_for_child": None}))


def without_hint(content: Content, code: str) -> Content:
    """Take a hint away."""
    return _change(content, code, lambda one: one.update({"hint": None}))


def with_options(
    content: Content, code: str, language: Language, titles: Sequence[str], *, taken: Collection[str]
) -> Content:
    """Write the options in one language, in their order; more titles than options add options at the end."""
    before = question(content, code)["options"]
    if len(titles) < len(before):
        raise FormStepError("fewer-options")
    if len(titles) > MOST_OPTIONS:
        raise FormStepError("too-many-options")
    used = {*taken, *(option["code"] for option in before)}
    free = (f"o{number}" for number in range(1, len(used) + len(titles) + 1) if f"o{number}" not in used)
    options = [dict(option) for option in before]
    options += [{"code": next(free), "title": {}} for _ in titles[len(before) :]]
    for option, title in zip(options, titles, strict=True):
        option["title"] = {**option["title"], language.value: title}
    return _change(content, code, lambda one: one.update({"options": options}))


def without_option(content: Content, code: str, option: str) -> Content:
    """Take an option away; a condition that names it must be changed first."""
    if any(_names(one, code, option) for one in questions(content)):
        raise FormStepError("option-is-condition")
    kept = [one for one in question(content, code)["options"] if one["code"] != option]

    def drop(one: dict[str, Any]) -> None:
        one["options"] = kept
        for limit in ("least", "most"):
            if one.get(limit) is not None:
                one[limit] = min(one[limit], max(len(kept), 1))

    return _change(content, code, drop)


def with_required(content: Content, code: str, *, is_required: bool) -> Content:
    """Make a question required, or let it be skipped."""
    if not is_required and Kind(question(content, code)["kind"]) in NEEDED:
        raise FormStepError("question-needed")
    return _change(content, code, lambda one: one.update({"required": is_required}))


def with_sensitivity(content: Content, code: str, sensitivity: Sensitivity, *, published: Content) -> Content:
    """Say how carefully answers are kept; for a question that is published already only more carefully."""
    known = _published(published, code)
    if known and STRICTNESS.index(sensitivity) < STRICTNESS.index(Sensitivity(known.get("sensitivity", "ordinary"))):
        raise FormStepError("only-stricter")
    return _change(content, code, lambda one: one.update({"sensitivity": sensitivity.value}))


def with_keep_days(content: Content, code: str, days: int, *, published: Content) -> Content:
    """Say how long answers are kept; for a question that is published already only shorter."""
    if days not in KEEP_DAYS:
        raise StaleError
    known = _published(published, code)
    if known and days > known.get("keep_days", 365):
        raise FormStepError("only-shorter")
    return _change(content, code, lambda one: one.update({"keep_days": days}))


def with_condition(content: Content, code: str, about: str, value: str) -> Content:
    """Ask a question only after this answer too, or no more after it; without any answer left it is always asked."""
    if about not in {one["code"] for one in earlier_choices(content, code)}:
        raise StaleError
    if value not in {name for name, _ in answers_of(question(content, about))}:
        raise StaleError
    when = question(content, code).get("when")
    named = set(when["is"]) if when and when["question"] == about else set()
    chosen = sorted(named ^ {value})
    condition = {"question": about, "is": chosen} if chosen else None
    return _change(content, code, lambda one: one.update({"when": condition}))


def without_condition(content: Content, code: str) -> Content:
    """Ask a question always."""
    return _change(content, code, lambda one: one.update({"when": None}))


def earlier_choices(content: Content, code: str) -> tuple[Mapping[str, Any], ...]:
    """Return the questions before this one whose answers a condition can name."""
    found = questions(content)
    before = found[: found.index(question(content, code))]
    return tuple(one for one in before if Kind(one["kind"]) in NAMING)


def answers_of(one: Mapping[str, Any]) -> tuple[tuple[str, Mapping[str, str]], ...]:
    """Return what a condition may name of a question: codes with titles, for yes and no without."""
    is_plain = Kind(one["kind"]) is Kind.YES_NO
    return (("yes", {}), ("no", {})) if is_plain else tuple((each["code"], each["title"]) for each in one["options"])


def moved(content: Content, code: str, step: int) -> Content:
    """Move a question one place up (-1) or down (1), into the next section at a section's edge."""
    changed = _copy(content)
    sections = changed["sections"]
    where, place = next(
        (number, index)
        for number, section in enumerate(sections)
        for index, one in enumerate(section["questions"])
        if one["code"] == code
    )
    one = sections[where]["questions"].pop(place)
    if 0 <= place + step <= len(sections[where]["questions"]):
        sections[where]["questions"].insert(place + step, one)
    elif 0 <= where + step < len(sections):
        neighbours = sections[where + step]["questions"]
        neighbours.insert(len(neighbours) if step < 0 else 0, one)
    else:
        raise FormStepError("at-the-edge")
    return _checked(changed)


def without_question(content: Content, code: str) -> Content:
    """Take a question away, unless a registration or another question needs it."""
    if Kind(question(content, code)["kind"]) in NEEDED:
        raise FormStepError("question-needed")
    if any((one.get("when") or {}).get("question") == code for one in questions(content)):
        raise FormStepError("question-is-condition")
    changed = _copy(content)
    for section in changed["sections"]:
        section["questions"] = [one for one in section["questions"] if one["code"] != code]
    return _checked(changed)


def _gaps(one: Mapping[str, Any]) -> Iterator[Gap]:
    texts = [("title", one["title"]), *([("hint", one["hint"])] if one.get("hint") else [])]
    texts += [("option", option["title"]) for option in one.get("options") or ()]
    seen: dict[tuple[str, Language], None] = {}
    for part, text in texts:
        seen |= dict.fromkeys((part, name) for name in Language if not (text.get(name.value) or "").strip())
    for part, name in seen:
        yield Gap(question=one["code"], part=part, language=name)


def _names(one: Mapping[str, Any], code: str, value: str) -> bool:
    when = one.get("when") or {"question": None, "is": ()}
    return when["question"] == code and value in when["is"]


def _published(published: Content, code: str) -> Mapping[str, Any]:
    return next((one for one in questions(published) if one["code"] == code), {})


def _checked(changed: dict[str, Any]) -> Content:
    """Drop empty sections, and refuse an order in which a condition names a later question."""
    changed["sections"] = [section for section in changed["sections"] if section["questions"]]
    if not changed["sections"]:
        raise FormStepError("question-needed")
    seen: set[str] = set()
    for one in questions(changed):
        if one.get("when") and one["when"]["question"] not in seen:
            raise FormStepError("condition-first")
        seen.add(one["code"])
    return changed


def _change(content: Content, code: str, change: Callable[[dict[str, Any]], None]) -> Content:
    changed = _copy(content)
    one = question(changed, code)
    if isinstance(one, dict):
        change(one)
    return changed


def _copy(content: Content) -> dict[str, Any]:
    return copy.deepcopy(dict(content))
