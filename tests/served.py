"""The local Bot API server as a process of its own, moved by its control endpoint."""

import json
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.request import ProxyHandler, Request, build_opener

ROOT = Path(__file__).parents[1]
_STRAIGHT = build_opener(ProxyHandler({}))  # 127.0.0.1 needs no proxy, whatever is set
_PATIENCE = 60.0


def stop_cleanly() -> None:
    """Let SIGTERM unwind this program, so that no server outlives it."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


class Served:
    """``with Served() as api``: it listens at ``api.url`` for the bot with ``api.token``."""

    url: str
    token: str

    def __enter__(self) -> Self:
        command = [sys.executable, "-m", "tests.botapi", "--port", "0"]
        self._process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
        assert self._process.stdout is not None
        told = json.loads(self._process.stdout.readline())
        self.url, self.token = told["url"], told["token"]
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def control(self, name: str, **said: Any) -> Any:  # noqa: ANN401 - any JSON value
        """Run one of the commands of ``tests.botapi.control``."""
        body = json.dumps(said).encode()
        asked = Request(f"{self.url}/control/{name}", body, {"Content-Type": "application/json"})  # noqa: S310
        with _STRAIGHT.open(asked, timeout=_PATIENCE) as answer:
            return json.load(answer)["result"]
