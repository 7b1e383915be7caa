"""The command line as somebody at a terminal uses it, in this process or in one of its own."""

import asyncio
import json
import logging
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import pytest

from bot import cli
from tests.room import PROGRAMMES

ROOT = Path(__file__).parents[1]
EXAMPLE = PROGRAMMES / "eksempel.toml"
PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: its exit code, and the lines on standard output and error."""

    code: int
    out: list[str]
    err: list[str]

    @property
    def data(self) -> Any:  # noqa: ANN401 - any JSON value
        return json.loads("\n".join(self.out))


class Terminal:
    """A shell in a folder with nothing set but where the data lie."""

    def __init__(
        self, folder: Path, patch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.folder = folder
        self._patch = patch
        self._capsys = capsys
        for name in [one for one in os.environ if one.startswith("MELLOM_")]:
            patch.delenv(name)
        patch.chdir(folder)
        self.sets(DATA_DIR=str(folder / "data"), LANGUAGE="en")

    @property
    def database(self) -> Path:
        return self.folder / "data" / "mellom.db"

    def sets(self, **settings: str) -> None:
        for name, value in settings.items():
            self._patch.setenv(f"MELLOM_{name}", value)

    def forgets(self, *names: str) -> None:
        for name in names:
            self._patch.delenv(f"MELLOM_{name}", raising=False)

    def writes(self, name: str, text: str, mode: int = 0o600) -> Path:
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        file.chmod(mode)
        return file

    def __call__(self, *words: str | Path) -> Ended:
        """Run a command in this process, from its words to its exit code."""
        self._patch.setattr(sys, "argv", ["mellom", *map(str, words)])
        self._capsys.readouterr()
        code = 0
        with _left_as_found():
            try:
                cli.main()
            except SystemExit as leaving:
                code = int(leaving.code or 0)
        told = self._capsys.readouterr()
        return Ended(code, told.out.splitlines(), told.err.splitlines())

    def starts(self, *words: str) -> "Started":
        """Start a command as a process of its own."""
        return Started(self.folder, words, dict(os.environ))


class Started:
    """``with terminal.starts("run") as bot``: it is killed at the end if it is still there."""

    def __init__(self, folder: Path, words: tuple[str, ...], env: Mapping[str, str]) -> None:
        self._log = folder / f"{time.monotonic_ns()}.log"
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot.cli", *words],
                cwd=folder,
                env={**env, "PYTHONPATH": str(ROOT)},
                stdout=subprocess.DEVNULL,
                stderr=log,
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()

    @property
    def log(self) -> str:
        return self._log.read_text(encoding="utf-8")

    def logs(self, words: str) -> None:
        """Wait until these words stand in the log."""
        until(lambda: words in self.log or self._process.poll() is not None)
        assert words in self.log, self.log

    def ends(self) -> int:
        return self._process.wait(PATIENCE)

    def stops(self) -> tuple[int, float]:
        """Send SIGTERM; return the exit code and how many seconds it took."""
        begun = time.monotonic()
        self._process.terminate()
        return self.ends(), time.monotonic() - begun

    def dies(self) -> None:
        self._process.kill()
        self._process.wait()


def until(happened: Callable[[], bool]) -> None:
    """Look again until something happened in another process."""
    deadline = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.02)


@contextmanager
def _left_as_found() -> Iterator[None]:
    """A command sets the process's mask and log: put both back."""
    root = logging.getLogger()
    handlers, level, mask = root.handlers[:], root.level, os.umask(0o022)
    os.umask(mask)
    try:
        yield
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
        os.umask(mask)
        asyncio.set_event_loop(None)
