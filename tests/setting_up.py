"""Somebody who answers the set-up, and a machine on which nothing is set."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.app import Unanswered
from bot.clock import Clock, MovableClock
from bot.settings import read_settings
from bot.setup.question import Question, Talk
from bot.setup.run import outside, set_up
from bot.setup.steps import Round
from bot.setup.trials import Trials, Untaken, Values
from bot.telegram.outcome import TokenRefused
from handlers.tongue import tongue

NOW = datetime(2026, 8, 24, 7, 0, tzinfo=UTC)
TOKEN = "7654321:planted-TOKEN_0123456789abcdefghij"
PASSWORD = "hemmelig 'æ' #1 \\ $x"


@dataclass
class Someone:
    """Gives their answers, each once and the last for ever; what is not scripted gets a Return."""

    script: Mapping[str, list[str]] = field(default_factory=dict)
    stops_at: int | None = None
    asked: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    proposed: dict[str, str] = field(default_factory=dict)

    def ask(self, question: Question) -> str:
        if self.stops_at == len(self.asked):
            raise KeyboardInterrupt
        self.proposed[question.key] = question.proposal
        said = self.script.get(question.key, [""])
        answer = said[min(self.asked.count(question.key), len(said) - 1)]
        self.asked.append(question.key)
        return answer

    def tell(self, text: str) -> None:
        self.heard.append(text)

    def refuse(self, key: str, why: str) -> None:
        assert len(self.asked) < 99, (key, why)
        self.heard.append(f"! {why}")

    @property
    def all_heard(self) -> str:
        return "\n".join(self.heard)


class Machine:
    """A folder, settings that are read from it, and trials that go as they are told to."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        for name in [one for one in os.environ if one.upper().startswith("MELLOM_")]:
            patch.delenv(name)
        patch.chdir(folder)
        self.folder = folder
        self.mails: list[tuple[str, str]] = []
        self.mail_fails: list[str] = []
        self.telegram_is_away = 0

    @property
    def env(self) -> Path:
        return self.folder / ".env"

    def sets_up(self, someone: Someone) -> Someone:
        self.is_set_up_by(someone)
        return someone

    def is_set_up_by(self, talk: Talk, clock: Clock | None = None) -> None:
        this = Round(
            talk,
            tongue("en"),
            read_settings(),
            outside(dict(os.environ)),
            Trials(self._bot, self._mail),
        )
        set_up(this, clock or MovableClock(NOW), "mellom")

    def _bot(self, token: str) -> str:
        if self.telegram_is_away:
            self.telegram_is_away -= 1
            raise Unanswered
        if token != TOKEN:
            raise TokenRefused
        return "mellom_bot"

    def _mail(self, values: Values, to: str) -> None:
        if self.mail_fails:
            raise Untaken(self.mail_fails.pop())
        self.mails.append((values["SMTP_HOST"] or "", to))


def everything(programme: Path) -> dict[str, list[str]]:
    """The answers of somebody who wants all there is."""
    return {
        "token": [TOKEN],
        "web": ["ja"],
        "web_url": ["https://mellom.kommune.no/"],
        "mail": ["ja"],
        "smtp_host": ["smtp.kommune.no"],
        "smtp_user": ["mellom"],
        "smtp_password": [PASSWORD],
        "mail_from": ["Mellom <mellom@kommune.no>"],
        "mail_to": ["ingrid@kommune.no"],
        "programme": [str(programme)],
        "controller": ["Tromsø kommune"],
        "privacy_contact": ["personvernombud@kommune.no"],
        "ground": ["Oppgave i allmennhetens interesse"],
    }
