"""What every test leaves behind: nothing; and whoever runs is listened to."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
import structlog
from hypothesis import HealthCheck, settings

from bot import log
from tests.listening import EAR, pytest_runtest_makereport

__all__ = ["pytest_runtest_makereport"]
settings.register_profile("no-hurry", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("no-hurry")


@pytest.fixture(autouse=True)
def _quiet_again() -> Iterator[None]:
    """Take back what a test did to the log, so that the next one finds it as it is."""
    EAR.listen()
    yield
    structlog.reset_defaults()
    ours = [one for one in logging.root.handlers if isinstance(one.formatter, log._SafeFormatter) and one is not EAR]
    for handler in ours:
        logging.root.removeHandler(handler)
    logging.root.setLevel(logging.WARNING)
