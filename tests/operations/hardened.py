"""The program in the place that `deploy/` gives it, as root: `python -m tests.operations.hardened`.

A root of its own made of this machine's folders, all of it read-only but the data folder and an empty /tmp; nobody's
account, no capabilities, no new privileges, no devices, other processes invisible; only the calls of the unit's
`SystemCallFilter`, no memory both writable and executable, no other sockets, no namespaces (a seccomp filter made of
the same list). There the bot starts, answers a person, makes a backup and stops; what it wrote is for its owner only.
`--venv` names another environment to run in, such as one made by the steps of the image.
"""

from __future__ import annotations

import argparse
import asyncio
import functools
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bot.playground import Playground
from tests import databases
from tests.promises.restore import Place
from tests.world import STUDENT as PERSON

ROOT: Final = Path(__file__).resolve().parents[2]
UNIT: Final = (ROOT / "deploy" / "jazyl.service").read_text("utf-8")
UID: Final = 10001

NEEDED: Final = ("unshare", "setpriv", "chroot", "systemd-analyze")
MAKE: Final = """
set -eu
umask 022
mount --make-rprivate /
mount -t tmpfs -o mode=755 tmpfs "$PLACE"
mkdir -p "$PLACE/app" "$PLACE/data" "$PLACE/tmp" "$PLACE/proc" "$PLACE/dev"
mount -t tmpfs -o mode=1777,nosuid,nodev tmpfs "$PLACE/tmp"
for name in /usr /etc $FOLDERS; do
    mkdir -p "$PLACE$name"; mount --rbind "$name" "$PLACE$name"; mount -o remount,bind,ro "$PLACE$name"
done
for name in /bin /sbin /lib /lib64; do test ! -L $name || cp -a $name "$PLACE$name"; done
for name in bot handlers storage locales; do
    mkdir "$PLACE/app/$name"; mount --bind "$PROJECT/$name" "$PLACE/app/$name"
    mount -o remount,bind,ro "$PLACE/app/$name"
done
cp "$PROJECT/tests/operations/sieve.py" "$PLACE/sieve.py"
mount --bind "$DATA" "$PLACE/data"
mount -t proc -o hidepid=2 proc "$PLACE/proc"
for name in null zero random urandom; do
    touch "$PLACE/dev/$name"; mount --bind "/dev/$name" "$PLACE/dev/$name"
done
mount -o remount,ro "$PLACE"
cd "$PLACE"
exec chroot "$PLACE" setpriv --reuid=$OWNER --regid=$OWNER --clear-groups --no-new-privs --bounding-set=-all \
    --inh-caps=-all sh -c 'cd /app; umask 022; exec "$@"' - "$@"
"""
"""Makes the place in a mount namespace of its own and becomes the command there."""
PROBE: Final = """
import os, socket
def fails(work):
    try:
        work()
    except OSError:
        return True
    return False
for folder in ("/", "/app", "/app/bot", "/etc", "/usr", "/data", "/tmp"):
    print("writable" if os.access(folder, os.W_OK) else "closed", folder)
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
print("uid", os.getuid(), *(status[name].strip() for name in ("CapBnd", "CapEff", "NoNewPrivs")))
print("others", sum(name.isdigit() and int(name) != os.getpid() for name in os.listdir("/proc")))
print("devices", *sorted(os.listdir("/dev")))
import ctypes, mmap
print("packets", fails(lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW)))
print("netlink", fails(lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)))
print("executable", fails(lambda: mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)))
libc = ctypes.CDLL(None, use_errno=True)
print("namespace", libc.unshare(0x10000000) == -1, "mount", libc.mount(b"x", b"/tmp", b"tmpfs", 0, None) == -1)
"""
"""What the place takes away, tried from inside."""


@dataclass(frozen=True, kw_only=True)
class Jail:
    """A place for one command after another."""

    folder: Path
    venv: Path
    calls: str = ""
    """The calls that pass; all of them when empty."""

    @property
    def data(self) -> Path:
        """The only folder that can be written."""
        return self.folder / "data"

    def command(self, *words: str) -> list[str]:
        """Return what runs Python with these words inside."""
        python = str(self.venv / "bin" / "python")
        sieve = [python, "-B", "/sieve.py", self.calls] if self.calls else []
        return ["unshare", "--mount", "--ipc", "--uts", "sh", "-c", MAKE, "-", *sieve, python, *words]

    def surroundings(self, settings: Mapping[str, str]) -> dict[str, str]:
        """Return the environment for the making of the place and the program."""
        base = subprocess.run(
            [str(self.venv / "bin" / "python"), "-c", "import sys; print(sys.base_prefix)"],
            check=True, capture_output=True, text=True,
        ).stdout.strip()  # fmt: skip
        folders = {str(self.venv), base} - {"/usr"}
        return {
            "PATH": f"{self.venv}/bin:/usr/sbin:/usr/bin:/sbin:/bin", "PLACE": str(self.folder / "root"),
            "FOLDERS": " ".join(sorted(folders)), "PROJECT": str(ROOT), "DATA": str(self.data), "OWNER": str(UID),
            "PYTHONDONTWRITEBYTECODE": "1", "HOME": "/data", **settings,
        }  # fmt: skip

    def run(self, settings: Mapping[str, str], *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command there to its end."""
        return subprocess.run(
            self.command(*words), env=self.surroundings(settings), cwd=self.folder, capture_output=True, text=True,
            check=False,
        )  # fmt: skip


@dataclass(kw_only=True)
class Seen:
    """What was seen from outside and inside."""

    probe: list[str] = field(default_factory=list)
    answered: str = ""
    healthy: bool = False
    exit_code: int = -1
    backups: int = 0
    open_to_others: list[str] = field(default_factory=list)
    """Files and folders that somebody else may read."""
    troubles: list[str] = field(default_factory=list)


def missing() -> list[str]:
    """Return what this machine lacks for all of it."""
    return [tool for tool in NEEDED if shutil.which(tool) is None]


@functools.cache
def allowed() -> str:
    """Return the calls that the unit's filter lets through, separated by commas."""
    found: set[str] = set()
    groups = re.findall(r"^SystemCallFilter=(\S+)$", UNIT, re.MULTILINE)
    while groups:
        told = subprocess.run(
            ["systemd-analyze", "syscall-filter", groups.pop()], capture_output=True, text=True, check=True
        ).stdout  # fmt: skip
        names = [line.split()[0] for line in told.splitlines()[1:] if line.strip() and not line.strip().startswith("#")]
        groups += [name for name in names if name.startswith("@")]
        found |= {name for name in names if not name.startswith("@")}
    return ",".join(sorted(found))


def make(folder: Path, venv: Path, calls: str) -> Jail:
    """Make the folders of a place."""
    jail = Jail(folder=folder, venv=venv, calls=calls)
    (folder / "root").mkdir()
    jail.data.mkdir(mode=0o700)
    shutil.chown(jail.data, UID, UID)
    return jail


async def look(jail: Jail) -> Seen:
    """Probe the place, then let the bot live there."""
    seen = Seen(probe=jail.run({}, "-B", "-c", PROBE).stdout.splitlines())
    playground = Playground()
    await playground.start()
    settings = {
        "BOT_TOKEN": playground.token, "TELEGRAM_API_BASE": playground.url, "OWNER_IDS": str(PERSON),
        "DATA_DIR": "/data", "HTTP_PORT": str(databases._free_port()),
    }  # fmt: skip
    process = subprocess.Popen(  # noqa: ASYNC220 - it is only begun here
        jail.command("-B", "-m", "bot", "run"), env=jail.surroundings(settings), cwd=jail.folder,
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        await _live(jail, settings, playground, process, seen)
    finally:
        process.terminate()
        _, told = await asyncio.to_thread(process.communicate)
        await playground.stop()
    seen.exit_code = process.returncode
    seen.troubles += [line for line in told.splitlines() if "error" in line.lower() or "Traceback" in line]
    seen.backups = len(list((jail.data / "backups").glob("*.backup")))
    seen.open_to_others = [
        str(one.relative_to(jail.folder)) for one in [jail.data, *jail.data.rglob("*")] if one.stat().st_mode & 0o077
    ]
    return seen


async def _live(
    jail: Jail, settings: Mapping[str, str], playground: Playground, process: subprocess.Popen[str], seen: Seen
) -> None:
    """Wait until it serves, say something, ask for its health as the image does, and make a backup."""
    there = Place(folder=jail.data, database="", playground=playground, port=int(settings["HTTP_PORT"]))
    waiting = asyncio.ensure_future(there.until("ready"))
    while not waiting.done() and process.poll() is None:  # noqa: ASYNC110 - another process makes it so
        await asyncio.sleep(0.1)
    if process.poll() is not None:
        waiting.cancel()
        return
    playground.telegram.start(PERSON)
    async with asyncio.timeout(30):
        while not seen.answered:
            await asyncio.sleep(0.05)
            seen.answered = _screen(playground)
    health = f"import urllib.request as r; r.urlopen('http://127.0.0.1:{there.port}/healthz', timeout=4)"
    seen.healthy = (await asyncio.to_thread(jail.run, settings, "-B", "-c", health)).returncode == 0
    made = await asyncio.to_thread(jail.run, settings, "-B", "-m", "bot", "backup")
    seen.troubles += made.stderr.splitlines() if made.returncode else []


def _screen(playground: Playground) -> str:
    """Return what the bot said last."""
    told = [one for one in playground.telegram.messages(PERSON) if not one.get("own")]
    return str(told[-1].get("text") or told[-1].get("caption") or "") if told else ""


def main() -> int:
    """Look and say what was seen."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--venv", type=Path, default=Path(sys.prefix))
    given = parser.parse_args()
    if lacking := missing():
        print(f"This machine lacks {', '.join(lacking)}.")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        seen = asyncio.run(look(make(Path(folder), given.venv.resolve(), allowed())))
    print(*seen.probe, sep="\n")
    print(f"answered {seen.answered[:60]!r}, healthy {seen.healthy}, backups {seen.backups}, exit {seen.exit_code}")
    print(f"open to others: {seen.open_to_others or 'nothing'}; troubles: {seen.troubles or 'none'}")
    return 0 if seen.answered and seen.healthy and seen.backups and not seen.open_to_others + seen.troubles else 1


if __name__ == "__main__":
    sys.exit(main())
