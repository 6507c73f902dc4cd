"""A process that has everything imported and forks a fresh bot on request, so that a start costs milliseconds.

It reads commands from stdin, one a line: `start JSON` forks and answers with the process id; `end NUMBER` sends that
signal to the child, waits for its end and answers with what ended it. The child stays ours until then, so no signal
can ever reach a stranger that got its number. When stdin closes, the child is ended too.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import sys
import time
from typing import Any


def main() -> None:
    module, _, name = sys.argv[1].partition(":")
    run = getattr(importlib.import_module(module), name)
    child = 0
    print("ready", flush=True)
    for line in sys.stdin:
        command, _, argument = line.partition(" ")
        if command == "start":
            child = start(run, json.loads(argument))
            print(child, flush=True)
        elif child:
            print(end(child, int(argument)), flush=True)
            child = 0
    if child:
        end(child, signal.SIGKILL)


def start(run: Any, launch: dict[str, Any]) -> int:
    """Fork; the child runs the bot and never comes back."""
    pid = os.fork()
    if pid:
        return pid
    code = 70
    try:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(2, 1)
        run(launch)
        code = 0
    finally:
        os._exit(code)


def end(pid: int, number: int) -> int:
    """Return the child's exit code; below zero the signal that killed it, which is SIGKILL for one that hangs."""
    os.kill(pid, number)
    patience = time.monotonic() + 20
    while not (ended := os.waitpid(pid, os.WNOHANG))[0]:
        time.sleep(0.001)
        if time.monotonic() > patience:
            os.kill(pid, signal.SIGKILL)
    return os.waitstatus_to_exitcode(ended[1])


if __name__ == "__main__":
    main()
