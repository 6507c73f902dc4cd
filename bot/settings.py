"""Settings: everything that may differ between two installations, read once at start.

Always true: a ``Settings`` is complete, checked and frozen; neither it nor a ``SettingsError`` ever shows a secret;
every field is documented in ``.env.example``. An empty value means the default.
"""

import re
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

ENV_FILE = Path(".env")
SEED_PROGRAMMES = Path(__file__).parent / "programmes"

_TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{32,256}")
_QUIET_HOURS = re.compile(r"(\d\d:\d\d)-(\d\d:\d\d)")
_FOLLOWS = "default_factory_not_called"  # another field's problem, told already
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class SettingsError(Exception):
    """Some settings are wrong; the text names each key and what it must be, and never a value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    """Local time of day when only urgent messages go out: from ``starts`` until ``ends``, over midnight if needed."""

    starts: time
    ends: time

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``22:00-08:00``; equal ends mean that there are no quiet hours; ValueError if it is something else."""
        match = _QUIET_HOURS.fullmatch(text.strip())
        if match is None:
            raise ValueError("not HH:MM-HH:MM")
        return cls(starts=time.fromisoformat(match[1]), ends=time.fromisoformat(match[2]))


def _split_ids(value: object) -> object:
    if not isinstance(value, str):
        return value
    return tuple(part.strip() for part in value.split(",") if part.strip())


def _read_quiet_hours(value: object) -> object:
    return QuietHours.parse(value) if isinstance(value, str) else value


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def _default_database(data: dict[str, Any]) -> str:
    return f"sqlite:///{Path(data['data_dir']).as_posix()}/jazyl.db"


def _default_key_file(data: dict[str, Any]) -> Path:
    return Path(data["data_dir"]) / "keys" / "data.key"


def _default_backup_dir(data: dict[str, Any]) -> Path:
    return Path(data["data_dir"]) / "backups"


def _default_backup_key_file(data: dict[str, Any]) -> Path:
    return Path(data["data_key_file"]).with_name("backup.key")


AccountNumber = Annotated[int, Field(gt=0)]
Port = Annotated[int, Field(ge=0, le=65535)]
Rate = Annotated[float, Field(gt=0, le=1000, allow_inf_nan=False)]


class Settings(BaseSettings):
    """The checked settings. Each description completes the sentence "KEY must be ..."."""

    model_config = SettingsConfigDict(
        frozen=True, extra="forbid", env_ignore_empty=True, env_file_encoding="utf-8", hide_input_in_errors=True
    )

    bot_token: SecretStr | None = Field(None, description="the token that @BotFather gave: digits, a colon and letters")
    telegram_api_base: str = Field(
        "https://api.telegram.org", description="the address of a Bot API server, such as https://api.telegram.org"
    )
    data_dir: Path = Field(Path("data"), description="the folder for the database and files")
    database_url: str = Field(
        default_factory=_default_database, repr=False, description="sqlite:///path/to/file.db or postgresql://..."
    )
    data_key_file: Path = Field(
        default_factory=_default_key_file,
        description="a file outside the database, in a folder of its own, for the keys to sealed answers",
    )
    backup_dir: Path = Field(
        default_factory=_default_backup_dir, description="a folder for backups, best on another disk"
    )
    backup_key_file: Path = Field(
        default_factory=_default_backup_key_file, description="a file outside the backups for the key that seals them"
    )
    backup_hour: int = Field(3, ge=0, le=23, description="the local hour of the nightly backup, from 0 to 23")
    backup_every_minutes: int = Field(
        5, ge=5, le=1440, description="minutes between two backups, from 5 to 1440 (then at BACKUP_HOUR)"
    )
    backup_days: int = Field(7, ge=0, le=400, description="a number of days from 0 to 400")
    backup_weeks: int = Field(4, ge=0, le=60, description="a number of weeks from 0 to 60")
    backup_months: int = Field(12, ge=0, le=60, description="a number of months from 0 to 60")
    owner_ids: Annotated[tuple[AccountNumber, ...], NoDecode, BeforeValidator(_split_ids)] = Field(
        (), description="Telegram's numeric ids of the first organizers, separated by commas"
    )
    webhook_url: str | None = Field(
        None, description="the public https address that Telegram calls, or nothing for polling"
    )
    webhook_secret: SecretStr | None = Field(
        None,
        validate_default=True,
        description="32 to 256 letters A-Z a-z, digits, _ or -, and is needed as soon as WEBHOOK_URL is set; "
        "make one with: python3 -c 'import secrets; print(secrets.token_urlsafe(32))'",
    )
    http_host: str = Field("127.0.0.1", min_length=1, description="the address to listen on, such as 127.0.0.1")
    http_port: Port = Field(8080, description="a port number from 0 (any free one) to 65535")
    default_language: Annotated[Literal["kk", "ru", "en"], BeforeValidator(_lower)] = Field(
        "kk", description="kk, ru or en"
    )
    timezone: ZoneInfo = Field(ZoneInfo("Asia/Almaty"), description="a time zone's name, such as Asia/Almaty")
    pace_per_second: Rate = Field(25, description="messages per second for the whole bot, over 0 and at most 1000")
    pace_chat_per_second: Rate = Field(1, description="messages per second into one chat, over 0 and at most 1000")
    pace_group_per_minute: Rate = Field(20, description="messages per minute into one group, over 0 and at most 1000")
    quiet_hours: Annotated[QuietHours, NoDecode, BeforeValidator(_read_quiet_hours)] = Field(
        QuietHours(starts=time(22), ends=time(8)), description="local hours such as 22:00-08:00 (00:00-00:00 for none)"
    )
    vouch_above: int = Field(
        50, ge=0, le=10**6, description="a number of people from 0 to 1000000, above which a deed takes two organizers"
    )
    vouch_send_above: int = Field(
        300, ge=0, le=10**6, description="a number of people from 0 to 1000000, above which an announcement takes two"
    )
    vouch_alone_minutes: int = Field(
        10, ge=0, le=1440, description="minutes from 0 to 1440, after which who is alone may confirm it alone"
    )
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(_upper)] = Field(
        "INFO", description="DEBUG, INFO, WARNING or ERROR"
    )
    log_format: Annotated[Literal["text", "json"], BeforeValidator(_lower)] = Field("text", description="text or json")
    programmes: Path = Field(SEED_PROGRAMMES, description="a folder of programme files (.yaml)")

    @field_validator("bot_token")
    @classmethod
    def _token_is_one_the_log_would_hide(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("not a token")
        return value

    @field_validator("telegram_api_base")
    @classmethod
    def _api_base_is_an_address(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError("not an address")
        return value.rstrip("/")

    @field_validator("data_dir", "data_key_file", "backup_dir", "backup_key_file", "programmes")
    @classmethod
    def _home_is_expanded(cls, value: Path) -> Path:
        return value.expanduser()

    @field_validator("programmes")
    @classmethod
    def _programmes_exist(cls, value: Path) -> Path:
        if value != SEED_PROGRAMMES and not value.is_dir():
            raise ValueError("no such folder")
        return value

    @field_validator("database_url")
    @classmethod
    def _database_is_one_we_speak(cls, value: str) -> str:
        if not re.match(r"(sqlite:///|postgresql://)[^\s]", value):
            raise ValueError("not a database")
        return value

    @field_validator("webhook_url")
    @classmethod
    def _webhook_is_safe(cls, value: str | None) -> str | None:
        parts = urlsplit(value or "https://nowhere")
        plain_but_local = parts.scheme == "http" and parts.hostname in _LOOPBACK
        if not parts.hostname or not (parts.scheme == "https" or plain_but_local):
            raise ValueError("not a public https address")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _webhook_has_a_secret(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if value is None and info.data.get("webhook_url") is None:
            return None
        if value is None or not _WEBHOOK_SECRET.fullmatch(value.get_secret_value()):
            raise ValueError("too weak")
        return value

    def require_token(self) -> str:
        """Return the bot token; SettingsError if there is none."""
        if self.bot_token is None:
            raise SettingsError("BOT_TOKEN is missing: get a token from @BotFather and put it into .env.")
        return self.bot_token.get_secret_value()


def load_settings(env_file: Path | None = ENV_FILE) -> Settings:
    """Read the environment, then ``env_file`` for what it lacks; SettingsError lists every problem."""
    try:
        return Settings(_env_file=env_file)
    except ValidationError as error:
        problems = error.errors(include_url=False, include_context=False, include_input=False)
    except (OSError, UnicodeDecodeError):
        raise SettingsError(
            f"{env_file} cannot be read: make it a UTF-8 text file that this account may read."
        ) from None
    raise SettingsError("\n".join(dict.fromkeys(_describe(one) for one in problems if one["type"] != _FOLLOWS)))


def _describe(problem: ErrorDetails) -> str:
    name = str(problem["loc"][0]) if problem["loc"] else "settings"
    field = Settings.model_fields.get(name)
    if field is None:
        return f"{name.upper()} is not a setting: remove it from .env or correct its name (see .env.example)."
    return f"{name.upper()} is wrong: it must be {field.description}."
