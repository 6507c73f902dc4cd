"""What the documents say exists: commands, subcommands, settings, links and pictures."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from bot.settings import Settings
from tests.architecture.tree import ROOT

DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
HANDLERS = "".join(path.read_text("utf-8") for path in (ROOT / "handlers").rglob("*.py"))


def help_of(*command: str) -> str:
    return subprocess.run(
        [sys.executable, *command, "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_and_picture_leads_somewhere(path: object) -> None:
    document = ROOT / str(path)
    targets = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", document.read_text("utf-8"))
    inside = [target for target in targets if not target.startswith(("http", "mailto"))]
    assert [target for target in inside if not (document.parent / target).exists()] == []


def test_every_subcommand_the_documents_name_is_there() -> None:
    text = "".join(path.read_text("utf-8") for path in DOCUMENTS)
    named = set(re.findall(r"python3 run\.py ([a-z-]+)", text)) | set(re.findall(r"python -m bot ([a-z-]+)", text))
    known = help_of("run.py") + help_of("-m", "bot")
    assert named
    assert [name for name in sorted(named) if not re.search(rf"\b{re.escape(name)}\b", known)] == []


def test_every_chat_command_the_readme_names_is_handled() -> None:
    named = set(re.findall(r"`/([a-z]+)`", (ROOT / "README.md").read_text("utf-8")))
    handled = {name for group in re.findall(r"Command\(([^)]*)\)", HANDLERS) for name in re.findall(r'"(\w+)"', group)}
    assert named <= handled, named - handled


def test_every_setting_the_documents_name_exists() -> None:
    text = "".join(path.read_text("utf-8") for path in DOCUMENTS)
    named = set(re.findall(r"`([A-Z]+_[A-Z_]+)`", text)) - {"MAX_IMAGE_PIXELS"}
    known = {name.upper() for name in Settings.model_fields}
    assert named <= known, named - known


def test_every_number_of_the_readmes_form_is_that_of_the_program() -> None:
    from bot.domain.form import KINDS

    assert f"{len(KINDS)} kinds of questions" in (ROOT / "README.md").read_text("utf-8")
