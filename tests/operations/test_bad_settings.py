"""A start with a wrong setting ends soon, names the setting, and never shows a secret."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

import bot.app  # noqa: F401 - so that the first start is as quick as the others
from bot.__main__ import main
from storage.migrating import migrate

Start = Callable[[dict[str, str]], tuple[int, str, float]]
TOKEN = "123456789:abcdefghijklmnopqrstuvwxyz_CANARY"
SECRET = "canary-" * 6
WRONG = [
    ("BOT_TOKEN", {"BOT_TOKEN": ""}),
    ("BOT_TOKEN", {"BOT_TOKEN": "canary"}),
    ("BOT_TOKEN", {"BOT_TOKEN": "123456789"}),
    ("TELEGRAM_API_BASE", {"TELEGRAM_API_BASE": "canary"}),
    ("TELEGRAM_API_BASE", {"TELEGRAM_API_BASE": "ftp://canary"}),
    ("TELEGRAM_API_BASE", {"TELEGRAM_API_BASE": "http://127.0.0.1:1"}),
    ("OWNER_IDS", {"OWNER_IDS": "canary"}),
    ("OWNER_IDS", {"OWNER_IDS": "-5"}),
    ("DATABASE_URL", {"DATABASE_URL": "mysql://canary:canary@host/db"}),
    ("DATABASE_URL", {"DATABASE_URL": "sqlite://"}),
    ("DATABASE_URL", {"DATABASE_URL": "postgresql://jazyl:canary@127.0.0.1:1/jazyl"}),
    ("DATABASE_URL", {"DATABASE_URL": "sqlite:///{folder}/file/jazyl.db"}),
    ("DATABASE_URL", {"DATABASE_URL": "sqlite:///{folder}/noise.db"}),
    ("DATA_DIR", {"DATA_DIR": "{folder}/file"}),
    ("DATA_KEY_FILE", {"DATA_KEY_FILE": "{folder}/file"}),
    ("BACKUP_KEY_FILE", {"BACKUP_KEY_FILE": "{folder}/file"}),
    ("BACKUP_DIR", {"BACKUP_DIR": "{folder}/file"}),
    ("BACKUP_HOUR", {"BACKUP_HOUR": "24"}),
    ("BACKUP_EVERY_MINUTES", {"BACKUP_EVERY_MINUTES": "1"}),
    ("BACKUP_DAYS", {"BACKUP_DAYS": "canary"}),
    ("BACKUP_WEEKS", {"BACKUP_WEEKS": "-1"}),
    ("BACKUP_MONTHS", {"BACKUP_MONTHS": "1000"}),
    ("WEBHOOK_URL", {"WEBHOOK_URL": "http://example.org/webhook", "WEBHOOK_SECRET": SECRET}),
    ("WEBHOOK_SECRET", {"WEBHOOK_URL": "https://example.org/webhook"}),
    ("WEBHOOK_SECRET", {"WEBHOOK_URL": "https://example.org/webhook", "WEBHOOK_SECRET": "canary"}),
    ("HTTP_PORT", {"HTTP_PORT": "canary"}),
    ("HTTP_PORT", {"HTTP_PORT": "70000"}),
    ("DEFAULT_LANGUAGE", {"DEFAULT_LANGUAGE": "de"}),
    ("TIMEZONE", {"TIMEZONE": "Asia/Canary"}),
    ("PACE_PER_SECOND", {"PACE_PER_SECOND": "0"}),
    ("QUIET_HOURS", {"QUIET_HOURS": "25:00-08:00"}),
    ("LOG_LEVEL", {"LOG_LEVEL": "canary"}),
    ("LOG_FORMAT", {"LOG_FORMAT": "canary"}),
    ("PROGRAMMES", {"PROGRAMMES": "{folder}/nowhere"}),
]


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Start:
    """Start the bot as a person would, and return its exit code, what it said, and the seconds it took."""

    def run(given: dict[str, str]) -> tuple[int, str, float]:
        (tmp_path / "file").write_text("canary")
        (tmp_path / "noise.db").write_bytes(b"canary" * 1000)
        base = {"BOT_TOKEN": TOKEN, "DATA_DIR": str(tmp_path / "data"), "TELEGRAM_API_BASE": "http://127.0.0.1:1"}
        for name, value in ({"HTTP_PORT": "0"} | base | given).items():
            monkeypatch.setenv(name, value.replace("{folder}", str(tmp_path)))
        monkeypatch.chdir(tmp_path)
        began = time.monotonic()
        code = main(["run"])
        told = capsys.readouterr()
        return code, told.out + told.err, time.monotonic() - began

    return run


@pytest.mark.parametrize(("key", "given"), WRONG, ids=[f"{key}-{number}" for number, (key, _) in enumerate(WRONG)])
def test_a_wrong_setting_ends_the_start_and_is_named(key: str, given: dict[str, str], start: Start) -> None:
    code, told, seconds = start(given)
    assert code != 0
    assert key in told
    assert "canary" not in told.lower()
    assert "Traceback" not in told
    assert seconds < 30, "five are promised; what else the machine does may take its time"


def test_there_are_at_least_thirty() -> None:
    assert len(WRONG) >= 30


def test_a_database_of_a_newer_program_is_refused(tmp_path: Path, start: Start) -> None:
    migrate(tmp_path / "data" / "jazyl.db")
    with closing(sqlite3.connect(tmp_path / "data" / "jazyl.db")) as connection:
        connection.execute("INSERT INTO schema_migrations (number, name) VALUES (9999, 'later')")
        connection.commit()
    code, told, _ = start({})
    assert code != 0
    assert "9999" in told
