"""What is remembered as long as the program runs is bounded: by a number, or by what the program's own files hold."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.tree import PROGRAM, name, parse, python_files

MOST = 10_000
ALONE = {
    "bot/documents/drawing.py: _fonts",
    "bot/documents/gate_page.py: _part",
    "bot/texts.py: messages_of",
    "bot/texts.py: _fixed",
    "bot/texts.py: template_of",
    "handlers/serving.py: conversation",
    "storage/database.py: _named_queries",
}
"""Remembered without a bound, because there are only as many as the program's own files say."""


def endless(tree: ast.Module) -> Iterator[str]:
    """Yield the functions whose results are remembered without a bound, or with a very high one."""
    for node in ast.walk(tree):
        for decorator in getattr(node, "decorator_list", ()):
            said = ast.unparse(decorator).removeprefix("functools.")
            if said == "cache" or (said.startswith("lru_cache") and not 0 < most(decorator) <= MOST):
                yield getattr(node, "name", "")


def most(decorator: ast.expr) -> int:
    given = [one.value for one in getattr(decorator, "keywords", ()) if one.arg == "maxsize"]
    value = given[0].value if given and isinstance(given[0], ast.Constant) else None
    return value if isinstance(value, int) else 0


def test_what_a_function_remembers_is_bounded() -> None:
    found = {f"{name(path)}: {one}" for path in python_files(*PROGRAM) for one in endless(parse(path))}
    assert found == ALONE


@pytest.mark.parametrize(
    ("said", "is_endless"),
    [
        ("@cache", True),
        ("@functools.cache", True),
        ("@lru_cache", True),
        ("@lru_cache(maxsize=None)", True),
        ("@lru_cache(maxsize=65_536)", True),
        ("@lru_cache(maxsize=500)", False),
        ("@other", False),
    ],
)
def test_an_endless_memory_is_seen(said: str, is_endless: bool) -> None:
    assert bool(list(endless(ast.parse(f"{said}\ndef remember(person): ...")))) is is_endless
