"""A canary in the log or on stderr fails the test during which it got there, in whatever process the test runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.listening import WORDS, find

ROOT = Path(__file__).resolve().parents[1]
INNER = f"""
import logging, subprocess, sys
import pytest
from bot import log

TOKEN, IIN, PHONE = "7654321:" + "t" * 35, {WORDS[0]!r}, {WORDS[2]!r}


def test_our_log():
    log.get_logger("x").info("seen", iin=IIN)


def test_a_library():
    logging.getLogger("library").warning("phone %s", PHONE)


def test_its_own_stderr():
    print(IIN, file=sys.stderr)


def test_a_process():
    subprocess.run([sys.executable, "-c", f"import sys; sys.stderr.write('+7{{PHONE}}')"], check=True)


def test_a_configured_log():
    log.configure(level="DEBUG")
    log.get_logger("x").warning("seen", phone=PHONE)


@pytest.mark.leaks
def test_on_purpose():
    log.get_logger("x").info("seen", iin=IIN)


def test_what_the_log_hides():
    log.get_logger("x").info("seen", token=TOKEN)
    try:
        raise ValueError(IIN)
    except ValueError as error:
        log.get_logger("x").exception("failed", error=error)
        logging.getLogger("library").exception(f"failed: {{error!r}}")
"""


def test_each_way_out_is_found_and_what_the_log_hides_is_not(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(
        "from tests.conftest import _quiet_again, pytest_runtest_makereport\n"
        "def pytest_configure(config): config.addinivalue_line('markers', 'leaks: on purpose')\n"
    )
    (tmp_path / "test_inner.py").write_text(INNER)
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "1", "-rA", str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    outcomes = {line.split("::")[1].split(" ")[0]: line[:6] for line in ended.stdout.splitlines() if "::" in line}
    failed = {"our_log", "a_library", "its_own_stderr", "a_process", "a_configured_log"}
    assert {name.removeprefix("test_") for name, how in outcomes.items() if how == "FAILED"} == failed, ended.stdout
    assert {"test_on_purpose", "test_what_the_log_hides"} <= {n for n, how in outcomes.items() if how == "PASSED"}


def test_the_shape_of_a_token_is_enough() -> None:
    assert find("GET https://t/bot7654321:" + "a" * 35 + "/getMe")
    assert find("bot7654321%3A" + "a" * 35)
    assert find("12:30:45 update 7654321: nothing of it") == []
