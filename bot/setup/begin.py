"""Where the set-up meets the machine: its terminal, its environment, its clock, its network."""

import os
import shutil
import sys
from functools import partial
from pathlib import Path

from bot.clock import SystemClock
from bot.settings import Settings, Trouble
from bot.setup import texts
from bot.setup.answers import Answers, Terminal, read_answers
from bot.setup.question import Talk
from bot.setup.run import outside, set_up
from bot.setup.steps import Round
from bot.setup.trials import Trials, trial_mail, username
from handlers.tongue import Tongue


def begin(settings: Settings, t: Tongue, answers: Path | None) -> None:
    """Ask at the terminal, or take the answers from a file; ``Trouble`` where there is neither."""
    trials = Trials(partial(username, settings), partial(trial_mail, settings, t))
    this = Round(_talk(t, answers), t, settings, outside(dict(os.environ)), trials)
    set_up(this, SystemClock(), _command())


def _talk(t: Tongue, answers: Path | None) -> Talk:
    if answers is not None:
        return Answers(t, sys.stdout, read_answers(answers, t))
    if not sys.stdin.isatty():
        raise Trouble(texts.no_terminal(t))
    return Terminal(t, sys.stdout)


def _command() -> str:
    """How Mellom is called on this machine: by its name if that is found, else as it just was."""
    called = Path(sys.argv[0])
    return "mellom" if shutil.which("mellom") or called.stem != "mellom" else str(called)
