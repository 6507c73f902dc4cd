import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SAY_WHAT_WAS_LOADED = (
    "import sys, atexit; atexit.register(lambda: print('loaded:', *sorted({n.split('.')[0] for n in sys.modules})));"
    "from bot.__main__ import main; sys.exit(main(sys.argv[1:]))"
)


def type_in(*arguments: str, folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    surroundings = {key: value for key, value in os.environ.items() if key in {"PATH", "HOME"}}
    return subprocess.run(
        [sys.executable, "-c", SAY_WHAT_WAS_LOADED, *arguments],
        capture_output=True, text=True, timeout=60, check=False, cwd=folder,
        env=surroundings | {"PYTHONPATH": str(ROOT)} | settings,
    )  # fmt: skip


@pytest.mark.parametrize("arguments", [["--help"], ["playground", "--help"], ["nonsense"], []])
def test_help_is_answered_without_loading_the_framework(arguments: list[str], tmp_path: Path) -> None:
    finished = type_in(*arguments, folder=tmp_path)
    assert "usage: python -m bot" in finished.stdout + finished.stderr
    loaded = set(finished.stdout.split("loaded:")[1].split())
    assert loaded & {"aiogram", "aiohttp", "pydantic", "babel", "typst"} == set()


def test_the_help_names_every_command(tmp_path: Path) -> None:
    told = type_in("--help", folder=tmp_path).stdout
    assert [
        word
        for word in ("run", "playground", "load", "check", "migrate", "backup", "move", "rotate-key")
        if word not in told
    ] == []


def test_a_wrong_setting_is_a_sentence_and_exit_code_2(tmp_path: Path) -> None:
    finished = type_in("check", folder=tmp_path, BOT_TOKEN="hunter2")
    assert finished.returncode == 2
    assert finished.stderr.startswith("BOT_TOKEN is wrong: it must be the token that @BotFather gave")
    assert "hunter2" not in finished.stdout + finished.stderr
    assert "Traceback" not in finished.stderr
