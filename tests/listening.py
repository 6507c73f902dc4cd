"""Every test is listened to: what is logged while it runs, and what it or a process of its own writes to stderr.

A line is made as the program makes it, ours at every level, and searched for canaries: what is shaped like a token,
and the IIN, phone, diagnosis and name that tests give to people. A test during which one is found fails, wherever it
runs. `leaks` marks a test that lets one out on purpose, to show that it would be found.
"""

from __future__ import annotations

import copy
import logging
import re
from collections.abc import Generator
from typing import Any, Final

import pytest
import structlog
from structlog.typing import EventDict, WrappedLogger

from bot import log

TOKEN: Final = r"\d{6,}(?::|%3[Aa])[A-Za-z0-9_-]{30,}"
WORDS: Final = (
    "080523551234",  # the IIN, the health, the phone and the name of tests/storage/clinic.py
    "zealous peanut allergy",
    "7015554433",
    "Canaryova",
    "Canary Diagnosis",
)
CANARY: Final = re.compile("|".join([TOKEN, *map(re.escape, WORDS)]))
AROUND: Final = 60


def find(text: str) -> list[str]:
    """Return each canary in a text with what stands around it."""
    return [text[max(0, one.start() - AROUND) : one.end() + AROUND] for one in CANARY.finditer(text)]


class Ear(logging.Handler):
    """Hears what is logged, formatted as the program formats it, and keeps the lines that hold a canary."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(log._formatter("text"))
        self.leaks: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Hear a line of a library."""
        ours = copy.copy(record)
        log._describe_errors_in_arguments(ours)
        self.leaks += find(self.format(ours))

    def hear(self, logger: WrappedLogger, name: str, event: EventDict) -> EventDict:
        """Hear a line of our own, and hand it on as it is."""
        record = logging.LogRecord("tests", logging.INFO, "", 0, dict(event), None, None)
        record.__dict__ |= {"_logger": logging.getLogger("tests"), "_name": name}
        described: Any = record.msg
        for before in (log._describe_errors_in_values, structlog.stdlib.add_log_level):
            described = before(logger, name, described)
        record.msg = described
        self.emit(record)
        return event

    def listen(self) -> None:
        """Begin to listen, unless a test has the log for itself."""
        if self not in logging.root.handlers:
            logging.root.addHandler(self)
        if not structlog.is_configured():
            structlog.configure(processors=[self.hear, *structlog.get_config()["processors"]])

    def take(self) -> list[str]:
        """Return what was found since the last time."""
        found, self.leaks = self.leaks, []
        return found


EAR: Final = Ear()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a test during which a canary was heard or written to stderr."""
    report = yield
    written = (text for name, text in report.sections if name == f"Captured stderr {report.when}")
    found = EAR.take() + [one for text in written for one in find(text)]
    if found and report.passed and item.get_closest_marker("leaks") is None:
        report.outcome = "failed"
        report.longrepr = "\n".join(["A canary is in the log, in a warning or on stderr:", *found])
    return report
