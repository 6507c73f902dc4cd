"""The product as a newcomer starts it, and a browser in front of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Start `python -m bot playground` on a free port and give its address."""
    command = [sys.executable, "-m", "bot", "playground", "--no-browser", "--port", "0", "--data", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.search(r"http://\S+", line)
        assert found, line
        yield found.group(0)
        process.terminate()
        process.wait(20)


@pytest.fixture
def page(address: str) -> Iterator[Any]:
    """A page of a real Chromium that shows the three phones; skipped where there is no Chromium."""
    if not CHROMIUM.exists():
        pytest.skip(f"no Chromium at {CHROMIUM}: install Debian's package chromium, or name another one in CHROMIUM")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        opened = browser.new_page(viewport={"width": 1440, "height": 960})
        opened.goto(address)
        yield opened
        browser.close()
