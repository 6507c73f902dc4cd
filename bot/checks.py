"""What a start depends on, looked at one by one."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.programmes.reading import ProgrammeProblems, read_file
from bot.settings import Settings
from storage.engine import DatabaseError, engine_of
from storage.migrating import exists, is_current
from storage.sqlite import Sqlite
from storage.vault import VaultError, read_keys

Finding = tuple[bool, str]
"""Whether it is good, and a line that says what it is or what to do."""


def findings(settings: Settings) -> list[Finding]:
    """Return a line about everything a start depends on."""
    return [
        *_check_settings(settings),
        *_check_database(settings),
        *_check_keys(settings),
        *_check_zone(settings),
        *_check_files(settings),
    ]


def _check_settings(settings: Settings) -> list[Finding]:
    token = (True, "BOT_TOKEN is set") if settings.bot_token else (False, "BOT_TOKEN is empty: @BotFather gives one")
    owners = (
        (True, f"OWNER_IDS names {len(settings.owner_ids)}")
        if settings.owner_ids
        else (
            False,
            "OWNER_IDS is empty: nobody could organize; write your numeric Telegram id",
        )
    )
    return [token, owners]


def _check_database(settings: Settings) -> list[Finding]:
    try:
        if not exists(settings.database_url):
            return [(True, "there is no database yet: the first start creates it")]
        if not is_current(settings.database_url):
            return [(False, "the database is not at this program's schema: run `python3 run.py migrate`")]
        engine = engine_of(settings.database_url)
    except (DatabaseError, OSError) as error:
        return [(False, f"the database cannot be used: {error}")]
    good = (True, "the database has the newest schema and what it commits is on disk")
    return [good, *_check_file(engine.path)] if isinstance(engine, Sqlite) else [good]


def _check_file(path: Path) -> list[Finding]:
    mode = path.stat().st_mode & 0o077
    free = shutil.disk_usage(path.parent).free // 2**20
    return [
        (mode == 0, "the database file is readable by its owner only" if not mode else f"chmod 600 {path.name}"),
        (free > 100, f"{free:,} MB are free on its disk"),  # noqa: PLR2004 - megabytes a season needs
    ]


def _check_keys(settings: Settings) -> list[Finding]:
    path = settings.data_key_file
    has_database = _has_database(settings)
    if not path.exists():
        missing = (False, f"the key file {path} is missing: put your copy of it back")
        return [missing if has_database else (True, "there is no key file yet: the first start creates it")]
    try:
        number = len(read_keys(path))
    except VaultError as error:
        return [(False, str(error))]
    unfinished = "the last rotate-key did not come to its end: run it again"
    is_private = not (path.stat().st_mode | path.parent.stat().st_mode) & 0o077
    private = "the key file is readable by its owner only"
    return [
        (is_private, private if is_private else f"chmod 600 {path} and chmod 700 {path.parent}"),
        (number == 1, "there is one key" if number == 1 else unfinished),
    ]


def _has_database(settings: Settings) -> bool:
    try:
        return exists(settings.database_url)
    except DatabaseError:
        return False


def _check_zone(settings: Settings) -> list[Finding]:
    almaty = Clock().now().astimezone(ZoneInfo("Asia/Almaty")).utcoffset()
    is_new = almaty == timedelta(hours=5)
    line = (
        "time zones are current (Asia/Almaty is UTC+5)" if is_new else "time zones are old: update the package tzdata"
    )
    return [(is_new, line), (True, f"TIMEZONE is {settings.timezone.key}")]


def _check_files(settings: Settings) -> list[Finding]:
    findings: list[Finding] = []
    for path in sorted(settings.programmes.glob("*.yaml")):
        try:
            read_file(path)
        except (ProgrammeProblems, OSError) as error:
            findings.append((False, str(error)))
        else:
            findings.append((True, f"{path.name} can be loaded"))
    return findings
