"""What a start loads: a process that imports the program and looks at itself."""

import importlib.util
import json
import subprocess
import sys

import pytest

from tests.architecture.tree import ROOT

LARGE = ("PIL", "bot.playground", "hypothesis", "psycopg", "python_calamine", "tests", "typst", "xlsxwriter")
LOOK = """
import json, sys
from bot import app
import aiogram.types as types
from handlers.serving import conversation
conversation()
kinds = [kind for name in types.__all__ if hasattr(kind := getattr(types, name), "model_rebuild")]
built = [kind.__name__ for kind in kinds if kind.__pydantic_complete__]
print(json.dumps({"built": built, "modules": list(sys.modules)}))
"""


@pytest.fixture(scope="module")
def started() -> dict[str, list[str]]:
    said = subprocess.run([sys.executable, "-c", LOOK], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    found: dict[str, list[str]] = json.loads(said)
    return found


@pytest.mark.parametrize("library", LARGE)
def test_a_start_loads_no_library_that_only_some_deeds_need(library: str, started: dict[str, list[str]]) -> None:
    there = {module.split(".")[0] for module in started["modules"]} | set(started["modules"])
    assert library not in there
    assert importlib.util.find_spec(library) is not None, "there is such a library"


def test_a_start_builds_only_the_models_that_every_update_needs(started: dict[str, list[str]]) -> None:
    """The models without fields of their own are whole from the beginning; `Update` is built on purpose."""
    assert "Update" in started["built"]
    assert len(started["built"]) < 10
