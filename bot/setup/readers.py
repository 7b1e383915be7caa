"""What an answer must look like, each as a reader that refuses the rest with a sentence."""

import os
import re
from collections.abc import Callable
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import urlsplit

from bot.setup import texts
from bot.setup.question import NO, YES, Wrong
from handlers.tongue import Tongue

NONE = "-"
"""Empties what stands."""
SECURITY = ("starttls", "tls", "none")
_HERE = {"127.0.0.1", "::1", "localhost"}
_SIGNS = r"[!-+\-.0-:=?A-~]+"  # ASCII without blanks and @ < > , ;
_MAIL = re.compile(rf"{_SIGNS}@{_SIGNS}\.{_SIGNS}")
_LAST_PORT = 65535
_MEANINGS = {
    **dict.fromkeys(("yes", "y", "ja", "j", "true"), YES),
    **dict.fromkeys(("no", "n", "nei", "false"), NO),
}

Reader = Callable[[str], str]


def yes_or_no(t: Tongue) -> Reader:
    def read(said: str) -> str:
        meant = _MEANINGS.get(said.casefold())
        if meant is None:
            raise Wrong(texts.yes_or_no(t))
        return meant

    return read


def words(t: Tongue) -> Reader:
    def read(said: str) -> str:
        if not said:
            raise Wrong(texts.needed(t))
        return said

    return read


def words_or_none(said: str) -> str:
    return "" if said == NONE else said


def folder(t: Tongue) -> Reader:
    """A folder that is there and can be written to, or that can be made."""

    def read(said: str) -> str:
        path = Path(said.strip("\"'")).expanduser()
        there = next((one for one in (path, *path.absolute().parents) if one.exists()), path)
        if not there.is_dir():
            raise Wrong(texts.no_folder(t, there))
        if not os.access(there, os.W_OK):
            raise Wrong(texts.closed_folder(t, there))
        return str(path)

    return read


def host(t: Tongue) -> Reader:
    def read(said: str) -> str:
        if not re.fullmatch(r"[A-Za-z0-9._:-]+", said):
            raise Wrong(texts.no_host(t))
        return said

    return read


def port(t: Tongue) -> Reader:
    def read(said: str) -> str:
        if not (said.isascii() and said.isdigit() and 0 < int(said) <= _LAST_PORT):
            raise Wrong(texts.no_port(t))
        return str(int(said))

    return read


def web_address(t: Tongue) -> Reader:
    """An https address with nothing after the host; http only for this very machine."""

    def read(said: str) -> str:
        parts = urlsplit(said.rstrip("/"))
        secure = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _HERE)
        if not secure or not parts.hostname or parts.path or parts.query or parts.fragment:
            raise Wrong(texts.no_web_address(t))
        return said.rstrip("/")

    return read


def mail_address(t: Tongue) -> Reader:
    def read(said: str) -> str:
        if said and _MAIL.fullmatch(said) is None:
            raise Wrong(texts.no_mail_address(t))
        return said

    return read


def sender(t: Tongue) -> Reader:
    """An e-mail address, with a name before it where one is wanted."""

    def read(said: str) -> str:
        if _MAIL.fullmatch(parseaddr(said)[1]) is None:
            raise Wrong(texts.no_sender(t))
        return said

    return read


def security(t: Tongue) -> Reader:
    def read(said: str) -> str:
        if said.casefold() not in SECURITY:
            raise Wrong(texts.no_security(t))
        return said.casefold()

    return read
