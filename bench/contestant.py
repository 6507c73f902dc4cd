"""The bots as processes: started with everything they need to know, asked for their counters, ended."""

from __future__ import annotations

import asyncio
import hashlib
import json
import secrets
import shutil
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from bench.crowd import Crowd

HERE = Path(__file__).parent
PEERS = HERE / ".venv-peer"
REQUIREMENTS = HERE / "requirements-peer.txt"
TOKEN = "424242:" + "bench_" * 6
PATIENCE = 60.0
"""Seconds a bot may take to start."""


class Contestant:
    """One bot, one way of receiving updates, and the crowd that talks to it."""

    def __init__(self, bot: str, way: str, folder: Path, crowd: Crowd) -> None:
        self.bot, self.way, self.crowd = bot, way, crowd
        self.folder = folder / f"{bot}-{way}"
        self.database = self.folder / "bench.db"
        self.address = f"sqlite:///{self.database}"
        """What the bot connects to."""
        self.rehearsed = 0
        """Registrations that were made before anything was measured."""
        self._process: asyncio.subprocess.Process | None = None

    async def start(self, programmes: Path, script: Path) -> None:
        """Start the process and wait until it fetches updates or has told where it wants them."""
        self.folder.mkdir(exist_ok=True, parents=True)
        await self.crowd.api.start()
        launch = json.dumps(self._launch(programmes, script))
        python = str(peer_python()) if self.bot == "usual" else sys.executable
        self._process = await asyncio.create_subprocess_exec(
            *(python, "-m", f"bench.bots.{self.bot}", launch),
            cwd=HERE.parent,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        async with asyncio.timeout(PATIENCE):
            await self._line()
            while not (self.crowd.api.calls["setWebhook"] or self.crowd.api.calls["getUpdates"]):
                await asyncio.sleep(0.02)

    async def counters(self) -> dict[str, float]:
        """Return what the process says of itself, and the calls its server counted."""
        return {**await self.ask("counters"), "api_calls": self.crowd.api.total}

    async def ask(self, words: str) -> dict[str, float]:
        """Say a line to the process and return what it answers."""
        process = self._running
        assert process.stdin is not None
        process.stdin.write(f"{words}\n".encode())
        found: dict[str, float] = await self._line()
        return found

    async def stop(self) -> None:
        """End the process and its server."""
        process, self._process = self._process, None
        if process is not None and process.returncode is None:
            process.kill()
            await process.wait()
        await self.crowd.api.stop()

    def registrations(self) -> int:
        """Return how many registrations are in the bot's database."""
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM registrations").fetchone()[0])

    @property
    def _running(self) -> asyncio.subprocess.Process:
        if self._process is None:
            raise RuntimeError("start() comes first")
        return self._process

    async def _line(self) -> Any:
        stdout = self._running.stdout
        assert stdout is not None
        line = await stdout.readline()
        if not line:
            raise RuntimeError(f"the bot «{self.bot}» ended by itself")
        return json.loads(line)

    def _launch(self, programmes: Path, script: Path) -> dict[str, Any]:
        port = free_port()
        return {
            "api": f"http://127.0.0.1:{self.crowd.api.port}",
            "token": TOKEN,
            "database": str(self.database),
            "address": self.address,
            "programmes": str(programmes),
            "script": str(script),
            "port": port,
            "webhook_url": f"http://127.0.0.1:{port}/webhook" if self.way == "webhook" else None,
            "secret": secrets.token_urlsafe(32),
        }


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def peer_python() -> Path:
    """Return the Python of the peers' own environment."""
    return PEERS / "bin" / "python"


def install_peers() -> None:
    """Make the peers' environment, once for each content of the requirements file; SystemExit when that fails."""
    stamp, wanted = PEERS / "installed.txt", hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print("Installing the peers into bench/.venv-peer …", flush=True)
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    steps = (
        [[uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(PEERS)]]
        if uv
        else [[sys.executable, "-m", "venv", "--clear", str(PEERS)]]
    )
    pip = [uv, "pip", "install", "--quiet", "--python", str(peer_python())] if uv else [str(peer_python()), "-m", "pip"]
    steps.append([*pip, *([] if uv else ["install", "--quiet"]), "-r", str(REQUIREMENTS)])
    for step in steps:
        if subprocess.run(step, check=False).returncode:
            raise SystemExit("The peers cannot be installed: check the network, or run with --no-peers.")
    stamp.write_text(wanted)
