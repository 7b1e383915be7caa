"""The demo as people start it: its command, in a process of its own."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.request import ProxyHandler, Request, build_opener

ROOT = Path(__file__).parents[1]
STRAIGHT = build_opener(ProxyHandler({}))  # 127.0.0.1 needs no proxy, whatever is set
PATIENCE = 30.0


def command(port: int, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "bot.cli", "demo", "--port", str(port), *arguments]


class DemoProcess:
    """``with DemoProcess() as demo``: the page is at ``demo.url``."""

    url: str

    def __init__(self, scratch: Path, port: int = 0) -> None:
        """Start at ``port`` (0 takes a free one); what a killed one leaves is in ``scratch``."""
        self._port = port
        self._scratch = str(scratch)

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            command(self._port),
            cwd=ROOT,
            env=os.environ | {"TMPDIR": self._scratch},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        told = self._process.stdout.readline()
        assert told.startswith("Mellom demo: http://127.0.0.1:"), self._process.communicate()
        self.url = told.split()[-1]
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process.poll() is None:
            self.stop(signal.SIGTERM)

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    def stop(self, by: signal.Signals) -> tuple[int, str]:
        """Send a signal, and return the exit code and what was said on standard error."""
        self._process.send_signal(by)
        _, errors = self._process.communicate(timeout=PATIENCE)
        return self._process.returncode, errors

    def asked(self, path: str) -> Any:  # noqa: ANN401 - any JSON value
        with STRAIGHT.open(self.url + path, timeout=PATIENCE) as answer:
            return json.load(answer)

    def posted(self, path: str, **said: Any) -> Any:  # noqa: ANN401 - any JSON value
        headers = {"Content-Type": "application/json"}
        request = Request(self.url + path, json.dumps(said).encode(), headers)  # noqa: S310
        with STRAIGHT.open(request, timeout=PATIENCE) as answer:
            return json.load(answer)
