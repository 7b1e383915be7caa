"""Who is measured: each a command of its own, with the environment that it needs."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.bench.seed import seed
from tests.served import Served

BENCH_PYTHON = "MELLOM_BENCH_PYTHON"
SENDERS = 16
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Contender:
    """One program: ``words`` are its command, in which {url} and {token} are filled in.

    ``keeps`` says that it has a database, which is made for ``people`` before each run.
    """

    name: str
    words: tuple[str, ...]
    keeps: bool = False

    def command(self, api: Served) -> list[str]:
        return [word.format(url=api.url, token=api.token) for word in self.words]

    def prepare(self, api: Served, folder: Path, people: int) -> dict[str, str]:
        """Make what it needs in ``folder``, and return the environment to start it in."""
        around = {k: v for k, v in os.environ.items() if not k.startswith("MELLOM_")}
        if not self.keeps:
            return around
        seed(folder / "mellom.db", people)
        return {
            **around,
            "MELLOM_TELEGRAM_TOKEN": api.token,
            "MELLOM_TELEGRAM_API_URL": api.url,
            "MELLOM_DATA_DIR": str(folder),
        }


def contenders() -> list[Contender]:
    """Mellom, then the echo bots; aiogram's only where ``MELLOM_BENCH_PYTHON`` names its venv."""
    ptb = (sys.executable, str(_HERE / "echo_ptb.py"), "{url}", "{token}")
    mellom = (sys.executable, "-m", "tests.bench.mellom_bot", str(SENDERS))
    found = [
        Contender("Mellom", mellom, keeps=True),
        Contender("python-telegram-bot", (*ptb, "0")),
        Contender("python-telegram-bot, 256 at once", (*ptb, "256")),
    ]
    python = os.environ.get(BENCH_PYTHON)
    if python:
        aiogram = (python, str(_HERE / "echo_aiogram.py"), "{url}", "{token}")
        found.append(Contender("aiogram, as tasks", aiogram))
    return found
