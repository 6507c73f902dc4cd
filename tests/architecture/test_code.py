import ast
import re
from collections.abc import Iterator
from pathlib import PurePath

import pytest

from tests.architecture.tree import PROGRAM, ROOT, name, parse, python_files

CYRILLIC = re.compile("[\u0400-\u04ff]")
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
BANNED_NAMES = {"utils", "helpers", "misc", "common", "core", "services", "managers", "base"}
BANNED_WORDS = {"user", "users", "admin", "admins", "parent", "parents"}
TELEGRAMS_OWN_WORDS = ("bot/playground/",)
TREE_WORDS = {"parent_id", "parent_code"}  # the org unit above, not a person
OWN_SENTENCES = ("bot/playground/", "bot/programmes/")  # what invented people and seed programmes say
WHAT_PEOPLE_WRITE = (
    "bot/domain/names.py",
    "bot/domain/papers.py",
    "bot/domain/doubts.py",
    "bot/domain/questions/vocabulary.py",
)  # letters and answers to understand


def sentences_in(tree: ast.Module) -> Iterator[ast.Constant]:
    """Yield string literals with Cyrillic letters, other than docstrings."""
    passed = set(_docstrings(tree))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in passed:
            continue
        if CYRILLIC.search(node.value):
            yield node


def _docstrings(tree: ast.Module) -> Iterator[int]:
    """Yield the ids of strings that stand alone: they describe what is above them and are used for nothing."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield id(node.value)


def long_functions(tree: ast.Module) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield node.name, length


def names_given_in(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield the names that this file itself gives to functions, classes, arguments and variables."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name, node.lineno
        elif isinstance(node, ast.arg):
            yield node.arg, node.lineno
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node.lineno


def words_of(identifier: str) -> set[str]:
    """Split ``from_user`` and ``ParentLink`` into lower-case words."""
    return {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", identifier)}


def test_sentences_for_people_live_only_in_the_locales() -> None:
    found = [
        f"{name(path)}:{literal.lineno}: {literal.value!r}"
        for path in [*python_files(*PROGRAM), ROOT / "run.py"]
        if not name(path).startswith(OWN_SENTENCES + WHAT_PEOPLE_WRITE)
        for literal in sentences_in(parse(path))
    ]
    assert found == []


def test_files_are_short() -> None:
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files(*PROGRAM)}
    assert {file: lines for file, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_functions_are_short() -> None:
    found = [
        f"{name(path)}: {function} has {lines} lines"
        for path in python_files(*PROGRAM)
        for function, lines in long_functions(parse(path))
    ]
    assert found == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    parts = {
        name(path): BANNED_NAMES & set(PurePath(name(path)).with_suffix("").parts)
        for path in python_files(*PROGRAM, "tests")
    }
    assert {file: words for file, words in parts.items() if words} == {}


def test_the_code_speaks_the_words_of_the_glossary() -> None:
    found = [
        f"{name(path)}:{line}: {identifier}"
        for path in python_files(*PROGRAM)
        if not name(path).startswith(TELEGRAMS_OWN_WORDS)
        for identifier, line in names_given_in(parse(path))
        if words_of(identifier) & BANNED_WORDS and identifier not in TREE_WORDS
    ]
    assert found == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("show('Добро пожаловать')", ["Добро пожаловать"]),
        ("show(f'{name}, сәлем')", [", сәлем"]),
        ('"""Қазақша мысал."""\nx = 1\n"""Тағы бірі."""', []),
        ("show('Welcome')", []),
    ],
)
def test_the_rule_tells_a_sentence_from_a_docstring(source: str, found: list[str]) -> None:
    assert [literal.value for literal in sentences_in(ast.parse(source))] == found


def test_the_rule_sees_a_long_function() -> None:
    body = "\n".join(["    x = 1"] * LONGEST_FUNCTION)
    assert list(long_functions(ast.parse(f"def long():\n{body}\n"))) == [("long", LONGEST_FUNCTION + 1)]


def test_the_rule_sees_a_banned_word_inside_a_name_but_not_in_what_others_named() -> None:
    given = names_given_in(
        ast.parse("def ask(from_user):\n    isAdmin = event.from_user.id\n    class ParentLink: ...\n")
    )
    banned = {identifier for identifier, _ in given if words_of(identifier) & BANNED_WORDS}
    assert banned == {"from_user", "isAdmin", "ParentLink"}
