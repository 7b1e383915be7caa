"""Settings, from the environment or a .env file."""

import logging
from pathlib import Path

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "MELLOM_"
DOTENV = ".env"
SQLITE = "sqlite:///"


class Trouble(Exception):
    """A command cannot go on; the message says what is wrong and what to do, in one line."""


class Settings(BaseSettings):
    """Everything that can be set; each name has the prefix ``MELLOM_`` in the environment.

    An empty value counts as none. With ``web_host`` the calendars are served there and on
    ``web_port``; ``web_url`` is where people reach that. ``webhook_url`` and ``webhook_secret`` are
    for the webhooks that come later: they change nothing yet.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=DOTENV,
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
    )

    telegram_token: SecretStr | None = None
    telegram_token_file: Path | None = None
    telegram_api_url: str = "https://api.telegram.org"
    database_url: str = ""
    data_dir: Path = Path("data")
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    web_host: str | None = None
    web_port: int = Field(default=8080, ge=0, le=65535)
    web_url: str | None = None
    log_level: str = "INFO"
    language: str = "nb"  # what the commands speak: nb or en

    @field_validator("database_url")
    @classmethod
    def _is_sqlite(cls, url: str) -> str:
        if url and not (url.startswith(SQLITE) and url.removeprefix(SQLITE)):
            raise ValueError(f"it must read {SQLITE}PATH (other databases come later)")
        return url

    @field_validator("telegram_api_url", "web_url")
    @classmethod
    def _is_web_address(cls, url: str | None) -> str | None:
        if url is not None and not url.startswith(("https://", "http://")):
            raise ValueError("it must begin with https:// (or http://)")
        return url

    @field_validator("log_level")
    @classmethod
    def _is_level(cls, level: str) -> str:
        if level.upper() not in logging.getLevelNamesMapping():
            raise ValueError("it must be DEBUG, INFO, WARNING, ERROR or CRITICAL")
        return level.upper()

    @property
    def database(self) -> Path:
        """Where the SQLite file lies."""
        if self.database_url:
            return Path(self.database_url.removeprefix(SQLITE))
        return self.data_dir / "mellom.db"

    @property
    def files(self) -> Path:
        """Where files lie, by the hash of their content."""
        return self.data_dir / "files"

    def calendars(self, port: int | None = None) -> str | None:
        """Where people reach the calendars, without a slash at the end; None if none are served.

        ``port`` is the one that was taken, where any free one was asked for.
        """
        if self.web_host is None:
            return None
        host = f"[{self.web_host}]" if ":" in self.web_host else self.web_host
        return (self.web_url or f"http://{host}:{port or self.web_port}").rstrip("/")

    def token(self) -> str | None:
        """The bot's token, from the setting or the file named; None without one.

        Raises ``Trouble`` if that file cannot be read.
        """
        if self.telegram_token is not None:
            return self.telegram_token.get_secret_value().strip() or None
        if self.telegram_token_file is None:
            return None
        try:
            return self.telegram_token_file.read_text(encoding="utf-8").strip() or None
        except (OSError, UnicodeDecodeError) as error:
            why = error.strerror if isinstance(error, OSError) else "it is no text"
            raise Trouble(f"{PREFIX}TELEGRAM_TOKEN_FILE: the file cannot be read: {why}") from None


def read_settings() -> Settings:
    """Read what is set; ``Trouble`` names each variable that is wrong, and never its value."""
    try:
        return Settings()
    except ValidationError as errors:
        found = errors.errors(include_input=False, include_url=False, include_context=False)
        told = [f"{_variable(one['loc'])}: {_reason(one['msg'])}" for one in found]
    except UnicodeDecodeError:
        told = [f"{DOTENV}: it must be text in UTF-8"]
    raise Trouble("; ".join(told))


def _variable(place: tuple[int | str, ...]) -> str:
    return PREFIX + "_".join(str(part).upper() for part in place)


def _reason(message: str) -> str:
    told = message.removeprefix("Value error, ")
    return told[:1].lower() + told[1:]
