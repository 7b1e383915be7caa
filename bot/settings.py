"""Settings, from the environment or a .env file."""

import logging
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "MELLOM_"
DOTENV = ".env"
SQLITE = "sqlite:///"


class Trouble(Exception):
    """A command cannot go on; the message says what is wrong and what to do, in one line."""


Security = Literal["starttls", "tls", "none"]
_USUAL_PORTS = {"https": 443, "http": 80}
_HERE = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Smtp:
    """The server that mail leaves by; ``sender`` is as From shows it.

    ``user`` and ``password`` are both there, or neither is.
    """

    host: str
    port: int
    security: Security
    sender: str
    user: str | None = None
    password: SecretStr | None = None


def host_of(url: str) -> str | None:
    """The host and port of an address, as browsers send them; None without a host.

    Raises ``ValueError`` for what is none.
    """
    parts = urlsplit(url)
    if not parts.hostname:
        return None
    host = parts.hostname.encode("idna").decode() if ":" not in parts.hostname else parts.hostname
    host = f"[{host}]" if ":" in host else host
    is_usual = parts.port in (None, _USUAL_PORTS.get(parts.scheme))
    return host if is_usual else f"{host}:{parts.port}"


class Settings(BaseSettings):
    """Everything that can be set; each name has the prefix ``MELLOM_`` in the environment.

    An empty value counts as none. With ``web_host`` the calendars are served there and on
    ``web_port``; ``web_url`` is where people reach that. The ``smtp_…`` settings and ``mail_from``
    let the house send mail to those who have no chat. ``webhook_url`` and ``webhook_secret`` are
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
    smtp_host: str | None = None
    smtp_port: int = Field(default=587, ge=1, le=65535)
    smtp_user: str | None = None
    smtp_password: SecretStr | None = None
    smtp_password_file: Path | None = None
    smtp_security: Security = "starttls"
    mail_from: str | None = None
    log_level: str = "INFO"
    language: str = "nb"  # what the commands speak: nb, nn or en

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

    @field_validator("web_url")
    @classmethod
    def _is_a_host(cls, url: str | None) -> str | None:
        """Nothing stands after the host: every path there is ours."""
        if url is None:
            return None
        try:
            parts = urlsplit(url)
            is_host = host_of(url) is not None and set(parts.netloc).isdisjoint("@ ")
        except ValueError:
            is_host = False
        if not is_host or url.rstrip("/") != f"{parts.scheme}://{parts.netloc}":
            raise ValueError("it must be https://HOST, or https://HOST:PORT, and nothing more")
        return url

    @field_validator("mail_from")
    @classmethod
    def _is_mail_address(cls, sender: str | None) -> str | None:
        _, address = parseaddr(sender or "")
        name, _, host = address.rpartition("@")
        is_address = name and "." in host and address.isascii()
        if sender is not None and not (is_address and sender.isprintable()):
            raise ValueError("it must read NAME <name@host>, or name@host")
        return sender

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
        return _secret(self.telegram_token, self.telegram_token_file, "TELEGRAM_TOKEN_FILE")

    def mail(self) -> Smtp | None:
        """The server that mail leaves by; None: the house sends none.

        Raises ``Trouble`` where it is set by half, or would show a password to the net.
        """
        password = _secret(self.smtp_password, self.smtp_password_file, "SMTP_PASSWORD_FILE")
        if self.smtp_host is None and not (self.mail_from or self.smtp_user or password):
            return None
        if self.smtp_host is None or self.mail_from is None:
            raise Trouble(f"to send mail, set both {PREFIX}SMTP_HOST and {PREFIX}MAIL_FROM")
        if (self.smtp_user is None) != (password is None):
            raise Trouble(
                f"set both {PREFIX}SMTP_USER and {PREFIX}SMTP_PASSWORD (or _PASSWORD_FILE), "
                "or neither"
            )
        if self.smtp_security == "none" and self.smtp_host not in _HERE:
            raise Trouble(
                f"{PREFIX}SMTP_SECURITY=none is for a server on this machine alone: "
                "use starttls or tls"
            )
        kept = None if password is None else SecretStr(password)
        return Smtp(
            self.smtp_host,
            self.smtp_port,
            self.smtp_security,
            self.mail_from,
            self.smtp_user,
            kept,
        )


def _secret(value: SecretStr | None, file: Path | None, name: str) -> str | None:
    """A secret, from its setting or the file named; ``Trouble`` if that cannot be read."""
    if value is not None:
        return value.get_secret_value().strip() or None
    if file is None:
        return None
    try:
        return file.read_text(encoding="utf-8").strip() or None
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no text"
        raise Trouble(f"{PREFIX}{name}: the file cannot be read: {why}") from None


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
