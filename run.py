#!/usr/bin/env python3
"""Start Jazyl with nothing but Python: set up ``.venv`` beside this file once, then run what was asked for.

    python3 run.py                       the playground: a local Telegram in the browser, no token, no network
    python3 run.py --port 8091 --no-browser --data DIR
    python3 run.py bot                   the bot, with the settings in .env
    python3 run.py check                 is everything in order?
    python3 run.py test [pytest options] the tests

Always true: only the standard library is used; only packages whose hashes are locked are installed; the stamp that says
"installed" is written last, so an interrupted set-up is done again; every failure is one sentence with its remedy.
Kept in the syntax of Python 3.6, so that an older Python can say which one is needed.
"""

import argparse
import errno
import hashlib
import importlib.util
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import List, Optional

NEEDED = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed.txt"
INSTALL_LOG = VENV / "install.log"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements.txt"
DEV_LOCK = ROOT / "requirements-dev.txt"  # holds everything that LOCK holds, and more
BOT_COMMANDS = {
    "bot": "run",
    "check": "check",
    "load": "load",
    "migrate": "migrate",
    "backup": "backup",
    "restore": "restore",
    "release": "release",
    "drill": "drill",
    "move": "move",
    "rotate-key": "rotate-key",
}
DEFAULT_PORT = 8090
INTERRUPTED = 130

# What an installer's output tells, most telling first, and what to do about it.
REMEDIES = (
    (
        ("do not match the hashes", "hash mismatch"),
        "A downloaded package is not the one this project was locked with: start again, or tell the authors.",
    ),
    (("no space left", "disk quota"), "The disk is full: free about 500 MB and start again."),
    (
        ("permission denied", "read-only file system", "access is denied"),
        "Files in .venv cannot be written: stop other programs of this project or change the owner of the folder.",
    ),
    (
        (
            "connection",
            "failed to fetch",
            "dns error",
            "name resolution",
            "network",
            "timed out",
            "proxy",
            "certificate",
            "could not find a version",
            "no matching distribution",
        ),
        "The packages could not be downloaded: check the internet connection (or proxy) and start again.",
    ),
)


class Problem(Exception):
    """Something the person can put right; the text is one sentence with the remedy."""


def main(arguments: List[str]) -> int:
    """Run the command and return its exit code."""
    try:
        require_python()
        command = read_command(arguments)
        os.chdir(str(ROOT))
        prepare(DEV_LOCK if command[1] == "pytest" else LOCK)
        return hand_over(command)
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return INTERRUPTED
    except OSError as error:
        print(remedy_for(str(error), "The project could not be started: {}.".format(error)), file=sys.stderr)
        return 1


def require_python() -> None:
    """Refuse a Python that cannot run the program."""
    have = ".".join(str(part) for part in sys.version_info[:3])
    if sys.version_info[:2] < NEEDED:
        raise Problem(
            "Python {}.{} or newer is needed, you have {}; "
            "install it from python.org or with your package manager.".format(*NEEDED, have)
        )


def read_command(arguments: List[str]) -> List[str]:
    """Turn what was typed into the arguments for the Python inside .venv."""
    if arguments[:1] == ["test"]:
        workers = str((os.cpu_count() or 1) + 2)  # many tests wait for another process rather than compute
        return ["-m", "pytest", "-n", workers, "--dist", "loadfile", "--no-loadscope-reorder", *arguments[1:]]
    if arguments and arguments[0] in BOT_COMMANDS:
        return ["-m", "bot", BOT_COMMANDS[arguments[0]], *arguments[1:]]
    options = read_playground_options(arguments[1:] if arguments[:1] == ["playground"] else arguments)
    require_free_port(options.host, options.port)
    command = ["-m", "bot", "playground", "--host", options.host, "--port", str(options.port)]
    command += ["--data", str(Path(options.data).expanduser().resolve())] if options.data else []
    return command + (["--no-browser"] if options.no_browser else [])


def read_playground_options(arguments: List[str]) -> argparse.Namespace:
    """Parse the options of the playground; prints help and leaves when asked to, or when they make no sense."""
    parser = argparse.ArgumentParser(
        prog="run.py", description=__doc__.split("Always true")[0], formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--no-browser", action="store_true", help="print the address only")
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, metavar="N", help="port (%(default)s)")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument("--data", metavar="DIR", help="folder that keeps the playground's data")
    return parser.parse_args(arguments)


def require_free_port(host: str, port: int) -> None:
    """Refuse a port that another program holds or that this account may not open."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            raise Problem(explain_port(host, port, getattr(error, "errno", None))) from None


def explain_port(host: str, port: int, code: Optional[int]) -> str:
    """Say why the address cannot be used and what to type instead."""
    if code == errno.EADDRINUSE:
        return "Port {} is taken by another program: choose another with --port {}.".format(port, port + 1)
    if code == errno.EACCES:
        return "Port {} needs more rights: choose one above 1023, such as --port {}.".format(port, DEFAULT_PORT)
    return "Cannot listen on {} port {}: use --host 127.0.0.1 and a port from 1024 to 65535.".format(host, port)


def prepare(lock: Path) -> None:
    """Make sure that .venv holds exactly what the lock file names; quick when it already does."""
    stamped = read_stamp()
    is_whole = stamped[:1] == [interpreter()] and PYTHON.exists()
    if is_whole and digest(lock) in stamped:
        return
    uv = shutil.which("uv")
    require_means(uv)
    print("Setting up in {} (only now, about a minute) ...".format(VENV), flush=True)
    if not is_whole:
        make_venv(with_pip=uv is None)
    elif uv is None and not has_pip():
        make_venv(with_pip=True)
    install(lock, uv)
    print("Everything is installed.", flush=True)


def read_stamp() -> List[str]:
    """Return the lines of the stamp: the interpreter, then a digest of each lock file that is installed."""
    try:
        return STAMP.read_text(encoding="utf-8").split()
    except (OSError, UnicodeDecodeError):
        return []


def interpreter() -> str:
    """Name the Python that .venv was made for."""
    return "{}-{}.{}".format(sys.implementation.name, *sys.version_info[:2])


def digest(lock: Path) -> str:
    """Return the fingerprint of a lock file."""
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def require_means(uv: Optional[str]) -> None:
    """Refuse early when nothing here could install packages."""
    if not os.access(str(ROOT), os.W_OK):
        raise Problem("Cannot write to {}: copy the project to a folder of your own and start it there.".format(ROOT))
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if "venv" in missing or (missing and uv is None):
        raise Problem(
            "Python's module {} is missing: install it (Debian, Ubuntu: apt install python3-venv) "
            "and start again.".format(missing[0])
        )


def has_pip() -> bool:
    """Tell whether .venv can install by itself; one made by uv cannot."""
    return subprocess.call([str(PYTHON), "-c", "import pip"], stderr=subprocess.DEVNULL) == 0


def make_venv(*, with_pip: bool) -> None:
    """Make .venv anew, whatever an interrupted set-up left there."""
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    elif VENV.exists():
        shutil.rmtree(str(VENV))
    VENV.mkdir()
    step([sys.executable, "-m", "venv", str(VENV)] + ([] if with_pip else ["--without-pip"]))


def install(lock: Path, uv: Optional[str]) -> None:
    """Install the locked packages and stamp; a failed download leaves .venv as it was."""
    stamped = read_stamp()
    if STAMP.exists():
        STAMP.unlink()
    if uv:
        command = [uv, "pip", "install", "--python", str(PYTHON)]
    else:
        command = [str(PYTHON), "-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--retries", "2"]
    try:
        step([*command, "--require-hashes", "-r", str(lock)])
    except Problem:
        write_stamp(stamped)
        raise
    write_stamp([interpreter(), digest(LOCK)] + ([digest(DEV_LOCK)] if lock == DEV_LOCK else []))


def write_stamp(lines: List[str]) -> None:
    """Record what .venv holds, in one move."""
    draft = STAMP.with_suffix(".new")
    draft.write_text("\n".join(lines), encoding="utf-8")
    draft.replace(STAMP)


def step(command: List[str]) -> None:
    """Run one part of the set-up, printing a dot now and then; Problem with the remedy if it fails."""
    with INSTALL_LOG.open("w", encoding="utf-8", errors="replace") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        try:
            code = wait_with_dots(process)
        except BaseException:
            process.terminate()
            process.wait()
            raise
    if code:
        told = INSTALL_LOG.read_text(encoding="utf-8", errors="replace")
        raise Problem(remedy_for(told, "The set-up failed: read {} and start again.".format(INSTALL_LOG)))


def wait_with_dots(process: "subprocess.Popen[bytes]") -> int:
    """Return the exit code of the process, showing that something goes on."""
    has_dots = False
    while True:
        try:
            code = process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            print(".", end="", flush=True)
            has_dots = True
        else:
            print("\n" if has_dots else "", end="", flush=True)
            return code


def remedy_for(told: str, otherwise: str) -> str:
    """Choose the sentence that fits what a tool or the system told."""
    told = told.lower()
    return next((remedy for words, remedy in REMEDIES if any(word in told for word in words)), otherwise)


def hand_over(command: List[str]) -> int:
    """Become the program; where a process cannot be replaced, wait for it."""
    os.environ.setdefault("PYTHONUTF8", "1")
    whole = [str(PYTHON), *command]
    if os.name == "posix":
        sys.stdout.flush()
        os.execv(whole[0], whole)
    return subprocess.call(whole)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
