"""What a measured process says of itself: one line of JSON for each line it reads from stdin. Standard library only."""

from __future__ import annotations

import json
import os
import resource
import sys
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any


def launch() -> dict[str, Any]:
    """Return what the bench wants this process to do: the JSON in its first argument."""
    found: dict[str, Any] = json.loads(sys.argv[1])
    return found


def report(counters: Callable[[], Mapping[str, int]]) -> None:
    """Say that the bot serves, then answer questions until stdin ends; then the process ends at once."""
    print(json.dumps({"ready": True}), flush=True)
    threading.Thread(target=_answer, args=(counters,), daemon=True).start()


def _answer(counters: Callable[[], Mapping[str, int]]) -> None:
    for _ in sys.stdin:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        facts = {"cpu": time.process_time(), "peak_mb": peak / (1024 * 1024 if sys.platform == "darwin" else 1024)}
        print(json.dumps({**facts, **counters()}), flush=True)
    os._exit(0)
