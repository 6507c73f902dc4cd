"""The project's own files, as the rules about them see them."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ("bot", "handlers", "storage")
NOT_OURS = {"node_modules", "data", "build", "dist", "test-output", "__pycache__"}
OURS_THOUGH_HIDDEN = {".ci", ".env.example", ".github", ".gitignore"}


def python_files(*folders: str) -> list[Path]:
    """Return the Python files below the folders, by name."""
    return [path for folder in folders for path in _walk(ROOT / folder) if path.suffix == ".py"]


def texts() -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every file that is text."""
    for path in _walk(ROOT):
        try:
            yield name(path), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def name(path: Path) -> str:
    """Return the path as the project names it, with forward slashes."""
    return path.relative_to(ROOT).as_posix()


def parse(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def _walk(folder: Path) -> list[Path]:
    found: list[Path] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        is_hidden = path.name.startswith(".") and path.name not in OURS_THOUGH_HIDDEN
        if is_hidden or path.name in NOT_OURS or path.name.endswith(".egg-info"):
            continue
        found += _walk(path) if path.is_dir() else [path]
    return found
