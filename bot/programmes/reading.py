"""A programme file becomes a checked Programme, or a list of everything that is wrong with it.

Always true: a Programme is returned only if no problem was found; nothing but ProgrammeProblems is raised for any text.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.programmes import tree
from bot.programmes.event_rules import check_programme
from bot.programmes.form_rules import check_forms
from bot.programmes.parsing import NotYaml, parse
from bot.programmes.schema import Programme
from bot.programmes.sentences import finding, place

LARGEST_BYTES = 1_000_000
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to correct: the file's name, the line from 1, a sentence with the remedy."""

    file: str
    line: int
    sentence: str


class ProgrammeProblems(Exception):
    """A programme file that cannot be loaded, with every problem in the order of lines."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems."""
        super().__init__(describe_problems(problems))
        self.problems = problems


def seed_files() -> tuple[Path, ...]:
    """Return the programme files that come with the product, by name."""
    return tuple(sorted(_HERE.glob("*.yaml")))


def describe_problems(problems: Iterable[Problem]) -> str:
    """Return the problems as text, one a line: file, line, sentence."""
    return "\n".join(f"{problem.file}, line {problem.line}: {problem.sentence}" for problem in problems)


def read_file(path: Path) -> Programme:
    """Return the programme of a file; raises ProgrammeProblems, and OSError if the file cannot be opened."""
    with path.open("rb") as source:
        raw = source.read(LARGEST_BYTES + 1)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if len(raw) > LARGEST_BYTES:
            raise _refusal(path.name, 1, _too_large()) from error
        line = raw.count(b"\n", 0, error.start) + 1
        raise _refusal(path.name, line, "the file: is not UTF-8 text; save it as UTF-8") from error
    return read_programme(text, name=path.name)


@lru_cache(maxsize=16)
def read_programme(text: str, *, name: str) -> Programme:
    """Return the programme that the text describes; raises ProgrammeProblems with every problem found."""
    if _size(text) > LARGEST_BYTES:
        raise _refusal(name, 1, _too_large())
    try:
        grown = parse(text)
    except NotYaml as error:
        raise _refusal(name, error.line, f"the file: {error.says}") from error
    programme, wrong = _validated(grown)
    problems = _problems(grown, (*grown.findings, *wrong, *_broken_rules(grown)), name)
    if problems or programme is None:
        raise ProgrammeProblems(problems)
    return programme


def _size(text: str) -> int:
    return len(text.encode("utf-8", errors="surrogatepass"))


def _too_large() -> str:
    return f"the file: is larger than {LARGEST_BYTES} bytes; split it into several programmes"


def _refusal(name: str, line: int, sentence: str) -> ProgrammeProblems:
    return ProgrammeProblems((Problem(file=name, line=line, sentence=sentence),))


def _validated(grown: tree.Tree) -> tuple[Programme | None, tuple[tree.Finding, ...]]:
    """Return the programme, or what the schema says against it."""
    try:
        return Programme.model_validate_json(json.dumps(grown.value)), ()
    except ValidationError as error:
        return None, tuple(finding(each) for each in error.errors(include_url=False) if not _echo(each))


def _echo(error: ErrorDetails) -> bool:
    """Tell whether a list only counts as too short because its items are wrong."""
    return error["type"] == "too_short" and bool(error["input"])


def _broken_rules(grown: tree.Tree) -> Iterator[tree.Finding]:
    root = tree.Node(value=grown.value)
    yield from check_programme(root)
    yield from check_forms(root)


def _problems(grown: tree.Tree, findings: Iterable[tree.Finding], name: str) -> tuple[Problem, ...]:
    """Return the findings with their lines; a refused value is reported once, not again for what it lacks."""
    root = tree.Node(value=grown.value)
    noted = set(grown.findings)
    found = {
        Problem(
            file=name,
            line=each.line or grown.line(each.path),
            sentence=f"{place(each.path, root)}: {each.says}",
        )
        for each in findings
        if each in noted or each.path not in grown.refused
    }
    return tuple(sorted(found, key=lambda problem: (problem.line, problem.sentence)))
