"""The command line: ``python -m bot COMMAND``.

Always true: help and wrong arguments are answered without loading the framework; files are made for this account only
(umask 077); a wrong setting is a sentence on stderr and exit code 2.
"""

import argparse
import errno
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.settings import Settings

PLAYGROUND_PORT = 8090
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    os.umask(0o077)
    parsed = _parser().parse_args(arguments)
    from bot.settings import SettingsError, load_settings

    try:
        return _run(load_settings(), parsed)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        print(
            "The port is taken by another program: choose another one (--port, or HTTP_PORT in .env).", file=sys.stderr
        )
        return 1


def _run(settings: "Settings", parsed: argparse.Namespace) -> int:
    gc.disable()  # what is imported stays: to look for garbage in it again and again is a sixth of a start
    from bot import app, log

    gc.enable()
    log.configure(level=settings.log_level, style=settings.log_format)
    match parsed.command:
        case "run":
            return app.run(settings)
        case "playground":
            return app.playground(
                settings, host=parsed.host, port=parsed.port, data=parsed.data, browser=not parsed.no_browser
            )
        case "load":
            return app.load(settings, parsed.file, is_rehearsal=parsed.dry_run)
        case "backup" | "restore" | "release" | "drill":
            return _keep_safe(settings, parsed)
        case "move":
            return app.move(settings, parsed.target)
        case "check" | "migrate" | "rotate-key":
            ways = {"check": app.check, "migrate": app.migrate, "rotate-key": app.rotate_key}
            return ways[parsed.command](settings)
    raise AssertionError(parsed.command)


def _keep_safe(settings: "Settings", parsed: argparse.Namespace) -> int:
    from bot import app, commands

    match parsed.command:
        case "backup" if parsed.file is not None:
            return app.backup(settings, parsed.file)
        case "backup":
            return commands.backup(settings)
        case "restore":
            return commands.restore(settings, parsed.file)
        case "release":
            return commands.release(settings, is_sent=parsed.send, is_dropped=parsed.drop)
    return commands.drill(settings)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="Jazyl: registration for camps and forums.")
    commands = parser.add_subparsers(required=True, dest="command", metavar="COMMAND")

    def add(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, description=text)

    add("run", "Serve Telegram with the settings in .env, until stopped.")
    playground = add("playground", "Start a local Telegram with a browser chat, and the bot in it.")
    playground.add_argument("--no-browser", action="store_true", help="print the address only")
    playground.add_argument("--port", type=int, default=PLAYGROUND_PORT, metavar="N", help="port (%(default)s)")
    playground.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    playground.add_argument("--data", type=Path, metavar="DIR", help="folder that keeps the data between two starts")
    load = add("load", "Load a programme file; nothing is loaded if it has a problem.")
    load.add_argument("file", type=Path, metavar="FILE")
    load.add_argument("--dry-run", action="store_true", help="only say what would become of the timetables")
    add("check", "Say whether settings, database, time zones, file modes and programmes are in order.")
    add("migrate", "Bring the database to the form this version needs.")
    move = add("move", "Copy an SQLite database into an empty PostgreSQL one and count every row.")
    move.add_argument("target", metavar="URL", help="postgresql://name@host/database")
    backup = add("backup", "Make a sealed, verified backup in BACKUP_DIR, also while the bot runs.")
    backup.add_argument(
        "file", type=Path, metavar="FILE", nargs="?", help="instead, an open copy of an SQLite database"
    )
    restore = add("restore", "Put a backup into an empty place; nothing is sent until it is released.")
    restore.add_argument("file", type=Path, metavar="FILE")
    release = add("release", "Say what a restored database would send, or let it send.")
    way = release.add_mutually_exclusive_group()
    way.add_argument("--send", action="store_true", help="send what is due")
    way.add_argument("--drop", action="store_true", help="leave unsent what is due until now")
    add("drill", "Make a backup, restore it elsewhere, and say how long that took.")
    add("rotate-key", "Seal answers about identity and health with a new key, also while the bot runs.")
    return parser


if __name__ == "__main__":
    sys.exit(main())
