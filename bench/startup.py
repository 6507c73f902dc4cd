"""How long the program takes until it serves, and how much memory it has then, beside `import aiogram` alone.

    python -m bench.startup

`python -m bot run` and the import go round several times in turn. The first start, which makes the database and loads
the programme, is told apart.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from bench.contestant import HERE, PATIENCE, TOKEN
from bench.crowd import Crowd
from bench.rounds import write_programmes

IMPORT: Final = """
import json, resource, sys, time
import aiogram
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
print(json.dumps({"cpu": time.process_time(), "peak_mb": peak}))
"""
SECONDS, CPU, MEMORY = "seconds", "CPU seconds", "MB"
Figures = dict[str, float]


def import_aiogram() -> Figures:
    """Return what a process costs that only imports aiogram."""
    began = time.perf_counter()
    said = subprocess.run([sys.executable, "-c", IMPORT], capture_output=True, check=True, text=True).stdout
    took, found = time.perf_counter() - began, json.loads(said)
    return {SECONDS: took, CPU: found["cpu"], MEMORY: found["peak_mb"]}


async def start_program(folder: Path, programmes: Path) -> Figures:
    """Return what `python -m bot run` costs until it asks for updates; Telegram answers at once."""
    api = Crowd(1).api
    await api.start()
    began = time.perf_counter()
    bot = subprocess.Popen(  # noqa: ASYNC220 - wait4() below tells what it used; nothing else happens meanwhile
        (sys.executable, "-m", "bot", "run"), cwd=HERE.parent, env=environment(api.port, folder, programmes)
    )
    try:
        async with asyncio.timeout(PATIENCE):
            while not api.calls["getUpdates"]:
                await asyncio.sleep(0.005)
        took = time.perf_counter() - began
    finally:
        bot.kill()
        _, _, used = os.wait4(bot.pid, 0)  # noqa: ASYNC222 - as above
        await api.stop()
    peak = used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return {SECONDS: took, CPU: used.ru_utime + used.ru_stime, MEMORY: peak}


def environment(port: int, folder: Path, programmes: Path) -> dict[str, str]:
    """Return this process's environment with the settings of the program."""
    settings = {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_BASE": f"http://127.0.0.1:{port}",
        "DATA_DIR": str(folder),
        "PROGRAMMES": str(programmes),
        "HTTP_PORT": "0",
        "LOG_LEVEL": "ERROR",
    }
    return {**os.environ, **settings}


def tell(name: str, found: Figures, alone: Figures | None = None) -> None:
    """Print one line; with `alone` also the ratios."""
    ratio = (lambda key: f" (x {found[key] / alone[key]:.2f})") if alone else (lambda _key: "")
    print(f"{name:22s}" + "  ".join(f"{value:7.2f} {key}{ratio(key)}" for key, value in found.items()), flush=True)


def main() -> int:
    """Measure in turn, print medians."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    alone: list[Figures] = []
    ours: list[Figures] = []
    with tempfile.TemporaryDirectory(prefix="startup-") as name:
        folder = Path(name)
        programmes = write_programmes(folder / "programmes")
        first = asyncio.run(start_program(folder, programmes))
        for _ in range(given.rounds):
            alone.append(import_aiogram())
            ours.append(asyncio.run(start_program(folder, programmes)))
    middle = [{key: statistics.median(one[key] for one in found) for key in first} for found in (alone, ours)]
    tell("import aiogram", middle[0])
    tell("the program", middle[1], middle[0])
    tell("its very first start", first, middle[0])
    return 0


if __name__ == "__main__":
    sys.exit(main())
