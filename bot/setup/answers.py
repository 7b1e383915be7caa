"""Whoever answers the set-up: a person at a terminal, or a file of answers."""

import tomllib
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from getpass import GetPassWarning, getpass
from pathlib import Path
from textwrap import fill
from typing import TextIO

from bot.settings import Trouble
from bot.setup import texts
from bot.setup.question import NO, YES, Question
from handlers.tongue import Tongue

KEYS = (
    *("data", "telegram", "token", "web", "web_host", "web_port", "web_url", "mail"),
    *("smtp_host", "smtp_port", "smtp_security", "smtp_user", "smtp_password", "mail_from"),
    *("mail_to", "programme", "controller", "privacy_contact", "ground", "write"),
)
"""What a file of answers may hold: a text, a number, or true and false."""
_AGAIN = "_again"
_WIDTH = 88


@dataclass(frozen=True, slots=True)
class Terminal:
    """A person: ``read`` shows a prompt and returns a line, ``hidden`` does so without an echo."""

    t: Tongue
    out: TextIO
    read: Callable[[str], str] = input
    hidden: Callable[[str], str] = getpass

    def ask(self, question: Question) -> str:
        self.tell(f"\n{question.ask}\n  {question.why}")
        prompt = f"  [{question.proposal}]: " if question.proposal else "  : "
        if not question.secret:
            return self.read(prompt)
        with warnings.catch_warnings():
            warnings.simplefilter("error", GetPassWarning)
            try:
                return self.hidden(prompt)
            except GetPassWarning:
                raise Trouble(texts.shows_secrets(self.t)) from None

    def tell(self, text: str) -> None:
        self.out.writelines(f"{_folded(line)}\n" for line in text.split("\n"))
        self.out.flush()

    def refuse(self, key: str, why: str) -> None:  # noqa: ARG002 - a person sees what was asked
        self.tell(f"  ! {why}")


@dataclass(frozen=True, slots=True)
class Answers:
    """A file: what it leaves out takes the default, and an answer of no use ends it all."""

    t: Tongue
    out: TextIO
    given: Mapping[str, str] = field(default_factory=dict)

    def ask(self, question: Question) -> str:
        if question.key.endswith(_AGAIN):
            return NO
        return self.given.get(question.key, "")

    def tell(self, text: str) -> None:
        self.out.write(f"{text}\n")

    def refuse(self, key: str, why: str) -> None:
        raise Trouble(texts.useless_answer(key, why))


def read_answers(file: Path, t: Tongue) -> Mapping[str, str]:
    """The answers in a TOML file; raises ``Trouble`` for what is no such file."""
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise Trouble(texts.no_toml(t, file)) from None
    for key, value in found.items():
        if key not in KEYS:
            raise Trouble(texts.no_such_answer(t, key, ", ".join(KEYS)))
        if not isinstance(value, str | int):
            raise Trouble(texts.useless_answer(key, texts.no_plain_value(t)))
    return {key: _text(value) for key, value in found.items()}


def _folded(line: str) -> str:
    """A long line in several, between words; what was set in stays so."""
    inset = line[: len(line) - len(line.lstrip())]
    return fill(
        line,
        _WIDTH,
        subsequent_indent=inset,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _text(value: str | int) -> str:
    if isinstance(value, bool):
        return YES if value else NO
    return str(value)
