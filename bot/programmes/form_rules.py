"""Rules inside a form: which keys a kind of question may have, conditions, options, limits.

Always true: a rule only reads and returns every finding; what the schema already reports is passed over in silence.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.papers import asks_for_identity
from bot.programmes.event_rules import repeated
from bot.programmes.kinds import QuestionKind
from bot.programmes.tree import Finding, Node

MOST_QUESTIONS = 300

_CHOICES = frozenset({"one_of", "several_of"})
_MEANT_FOR = {
    "options": _CHOICES,
    "most": frozenset({"several_of"}),
    "least": frozenset({"several_of"}),
    "low": frozenset({"number", "grade"}),
    "high": frozenset({"number", "grade"}),
    "longest": frozenset({"text", "long_text"}),
    "born": frozenset({"birth_date"}),
    "levels": frozenset({"unit"}),
    "within": frozenset({"unit"}),
    "accepts": frozenset({"file"}),
}
_NEEDED = {
    "one_of": ("options",),
    "several_of": ("options",),
    "birth_date": ("born",),
    "unit": ("levels",),
    "file": ("accepts",),
    "grade": ("low", "high"),
}
_KINDS = frozenset(QuestionKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question that stands earlier in the form, and the option codes a condition may name (None: no condition)."""

    kind: str
    options: frozenset[str] | None


def check_forms(root: Node) -> Iterator[Finding]:
    """Yield what is wrong in the forms of all events."""
    units = frozenset(_unit_codes(root))
    for event in root.items("events"):
        yield from check_form(event, units)


def _unit_codes(node: Node) -> Iterator[str]:
    for unit in node.items("units"):
        yield unit.text("code") or ""
        yield from _unit_codes(unit)


def check_form(event: Node, units: frozenset[str]) -> Iterator[Finding]:
    """Yield what is wrong in the form of one event."""
    form = event.child("form")
    sections = form.items("sections")
    questions = tuple(question for section in sections for question in section.items("questions"))
    yield from repeated(sections, "code")
    yield from repeated(questions, "code")
    if len(questions) > MOST_QUESTIONS:
        yield form.finds(f"asks {len(questions)} questions; at most {MOST_QUESTIONS} are accepted")
    yield from _check_whole(event, form, questions)
    earlier: dict[str, Asked] = {}
    for question in questions:
        yield from _check_question(question, units)
        yield from _check_condition(question, earlier)
        earlier[question.text("code") or ""] = _asked(question)


def _check_whole(event: Node, form: Node, questions: tuple[Node, ...]) -> Iterator[Finding]:
    """Yield what the form as a whole must ask so that a registration has a stream and counts in a quota."""
    kinds = [question.text("kind") for question in questions]
    streams = event.items("streams")
    if not questions:
        return
    if kinds.count("stream") > 1:
        yield form.finds("asks for the stream more than once; keep one question of kind stream")
    if len(streams) > 1 and "stream" not in kinds:
        yield form.finds("never asks for the stream; add a question of kind stream")
    if any(stream.items("quotas") for stream in streams) and "unit" not in kinds:
        yield form.finds("never asks for the unit that quotas count by; add a question of kind unit")


def _check_question(question: Node, units: frozenset[str]) -> Iterator[Finding]:
    kind = question.text("kind")
    if kind not in _KINDS:
        return
    for key, kinds in _MEANT_FOR.items():
        if question.has(key) and kind not in kinds:
            yield question.child(key).finds(f"has no meaning for a question of kind {kind}; remove it")
    for key in _NEEDED.get(kind, ()):
        if not question.has(key):
            yield question.finds(f"missing key {key}; a question of kind {kind} needs it")
    yield from _check_options(question)
    yield from _check_limits(question)
    yield from _check_units(question, units)
    yield from _check_papers(question)


def _check_papers(question: Node) -> Iterator[Finding]:
    """Refuse a file question that asks for a copy of an identity document."""
    title = question.child("title")
    if question.text("kind") == "file" and asks_for_identity(filter(None, map(title.text, ("kk", "ru", "en")))):
        yield title.finds("asks for a copy of an identity document; such copies are not collected, remove the question")


def _check_options(question: Node) -> Iterator[Finding]:
    options = question.items("options")
    yield from repeated(options, "code")
    if question.text("kind") in _CHOICES and question.has("options") and len(options) < 2:  # noqa: PLR2004 - a choice
        yield question.child("options").finds("offers no choice; write at least two options")
    for key in ("most", "least"):
        count = question.number(key)
        if options and count is not None and count > len(options):
            yield question.child(key).finds(f"{count} is more than the {len(options)} options; lower it")


def _check_limits(question: Node) -> Iterator[Finding]:
    for lower, upper in (("least", "most"), ("low", "high")):
        low, high = question.number(lower), question.number(upper)
        if low is not None and high is not None and low > high:
            yield question.child(lower).finds(f"{low} is more than {upper} {high}; correct one of them")
    born = question.child("born")
    first, last = born.day("from"), born.day("to")
    if first and last and first > last:
        yield born.child("from").finds(f"{first} is after to {last}; correct one of them")


def _check_units(question: Node, units: frozenset[str]) -> Iterator[Finding]:
    for root in question.items("within"):
        if isinstance(root.value, str) and root.value not in units:
            yield root.finds(f"{root.value[:40]} is not among the units of this file; add it or correct it")
    levels = question.items("levels")
    if question.has("levels") and not levels:
        yield question.child("levels").finds("is empty; write at least one kind of unit")


def _asked(question: Node) -> Asked:
    kind = question.text("kind") or ""
    if kind == "yes_no":
        return Asked(kind=kind, options=frozenset({"yes", "no"}))
    if kind not in _CHOICES:
        return Asked(kind=kind, options=None)
    return Asked(kind=kind, options=frozenset(option.text("code") or "" for option in question.items("options")))


def _check_condition(question: Node, earlier: dict[str, Asked]) -> Iterator[Finding]:
    when = question.child("when")
    about = when.text("question")
    if about is None:
        return
    asked = earlier.get(about)
    if asked is None:
        yield when.child("question").finds(f"{about[:40]} is not asked earlier in this form; name an earlier question")
    elif asked.options is None:
        yield when.child("question").finds(f"{about[:40]} has no options; conditions need one_of, several_of or yes_no")
    else:
        yield from _check_answers(when, about, asked.options)


def _check_answers(when: Node, about: str, options: frozenset[str]) -> Iterator[Finding]:
    for answer in when.items("is"):
        if isinstance(answer.value, str) and answer.value not in options:
            yield answer.finds(f"{answer.value[:40]} is not an option of {about[:40]}; choose one of its options")
