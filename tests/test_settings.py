import contextlib
from datetime import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies
from pydantic import SecretStr

from bot.settings import QuietHours, Settings, SettingsError, load_settings

TOKEN = "7654321:" + "t" * 35
SECRET = "s" * 32


@pytest.fixture(autouse=True)
def _nothing_is_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for key in Settings.model_fields:
        monkeypatch.delenv(key.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "settings"
    file.write_text(text, encoding="utf-8")
    return file


def test_without_any_setting_there_are_defaults() -> None:
    loaded = load_settings()
    assert (loaded.database_url, loaded.default_language, str(loaded.timezone)) == (
        "sqlite:///data/jazyl.db", "kk", "Asia/Almaty",
    )  # fmt: skip
    assert loaded.quiet_hours == QuietHours(starts=time(22), ends=time(8))
    assert loaded.bot_token is None


def test_the_database_lives_in_the_data_folder_unless_told_otherwise(tmp_path: Path) -> None:
    assert (
        load_settings(written(tmp_path, "DATA_DIR=/var/lib/jazyl")).database_url == "sqlite:////var/lib/jazyl/jazyl.db"
    )
    assert load_settings(written(tmp_path, "DATABASE_URL=postgresql:///jazyl")).database_url == "postgresql:///jazyl"


def test_owner_ids_are_numbers_between_commas(tmp_path: Path) -> None:
    assert load_settings(written(tmp_path, "OWNER_IDS= 11, 22 ,")).owner_ids == (11, 22)


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PORT", "9000")
    assert load_settings(written(tmp_path, "HTTP_PORT=9001\nLOG_LEVEL=debug")).http_port == 9000


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("BOT_TOKEN=hunter2", "BOT_TOKEN"),
        ("BOT_TOKEN=1:hunter2", "BOT_TOKEN"),
        ("BOT_TOKN=hunter2", "BOT_TOKN"),
        ("TELEGRAM_API_BASE=ftp://hunter2", "TELEGRAM_API_BASE"),
        ("TELEGRAM_API_BASE=hunter2", "TELEGRAM_API_BASE"),
        ("DATABASE_URL=mysql://root:hunter2@db/x", "DATABASE_URL"),
        ("DATABASE_URL=hunter2", "DATABASE_URL"),
        ("OWNER_IDS=11;hunter2", "OWNER_IDS"),
        ("OWNER_IDS=-5", "OWNER_IDS"),
        ("WEBHOOK_URL=http://hunter2.example", "WEBHOOK_URL"),
        ("WEBHOOK_URL=hunter2", "WEBHOOK_URL"),
        ("WEBHOOK_URL=https://bot.example", "WEBHOOK_SECRET"),
        ("WEBHOOK_URL=https://bot.example\nWEBHOOK_SECRET=hunter2", "WEBHOOK_SECRET"),
        ("WEBHOOK_SECRET=hunter2hunter2hunter2hunter2hunter2!", "WEBHOOK_SECRET"),
        ("HTTP_PORT=70000", "HTTP_PORT"),
        ("HTTP_PORT=hunter2", "HTTP_PORT"),
        ("DEFAULT_LANGUAGE=de", "DEFAULT_LANGUAGE"),
        ("TIMEZONE=Mars/Base", "TIMEZONE"),
        ("PACE_PER_SECOND=0", "PACE_PER_SECOND"),
        ("PACE_PER_SECOND=nan", "PACE_PER_SECOND"),
        ("PACE_CHAT_PER_SECOND=-1", "PACE_CHAT_PER_SECOND"),
        ("PACE_GROUP_PER_MINUTE=hunter2", "PACE_GROUP_PER_MINUTE"),
        ("QUIET_HOURS=22-8", "QUIET_HOURS"),
        ("QUIET_HOURS=25:00-08:00", "QUIET_HOURS"),
        ("LOG_LEVEL=LOUD", "LOG_LEVEL"),
        ("LOG_FORMAT=xml", "LOG_FORMAT"),
        ("PROGRAMMES=/hunter2", "PROGRAMMES"),
    ],
)
def test_a_wrong_setting_is_named_with_what_it_must_be_and_never_shown(tmp_path: Path, line: str, key: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(written(tmp_path, line))
    told = str(caught.value)
    assert told.startswith(f"{key} is ")
    assert "hunter2" not in told
    assert "hunter2" not in repr(caught.value.__cause__)
    assert len(told.splitlines()) == 1


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(written(tmp_path, "HTTP_PORT=x\nLOG_LEVEL=x\nOWNER_IDS=x,y"))
    assert {line.split()[0] for line in str(caught.value).splitlines()} == {"HTTP_PORT", "LOG_LEVEL", "OWNER_IDS"}


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError, match="UTF-8"):
        load_settings(tmp_path / ".env")


def test_printed_settings_show_no_secret() -> None:
    held = Settings(
        bot_token=SecretStr(TOKEN),
        webhook_url="https://bot.example/hook",
        webhook_secret=SecretStr(SECRET),
        database_url="postgresql://jazyl:hunter2@db/jazyl",
    )
    for shown in (repr(held), str(held), f"{held!r}"):
        assert [secret for secret in (TOKEN, SECRET, "hunter2") if secret in shown] == []
    assert held.require_token() == TOKEN


def test_a_missing_token_is_asked_for_when_it_is_needed() -> None:
    with pytest.raises(SettingsError, match="BOT_TOKEN is missing"):
        load_settings().require_token()


def test_a_webhook_on_this_machine_may_be_plain(tmp_path: Path) -> None:
    local = written(tmp_path, f"WEBHOOK_URL=http://127.0.0.1:8080/hook\nWEBHOOK_SECRET={SECRET}")
    assert load_settings(local).webhook_url == "http://127.0.0.1:8080/hook"


def test_settings_do_not_change() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load_settings().http_port = 1  # type: ignore[misc]


@given(line=strategies.text(alphabet=strategies.characters(codec="utf-8"), max_size=60))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_value_is_the_answer_is_settings_or_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    value = line.replace("\0", "")
    for key in ("BOT_TOKEN", "OWNER_IDS", "QUIET_HOURS", "TIMEZONE", "HTTP_PORT", "WEBHOOK_URL", "DATABASE_URL"):
        monkeypatch.setenv(key, value)
    with contextlib.suppress(SettingsError):
        assert load_settings().timezone.key
