"""One run of one contender against a server of its own: from start to the last answer."""

import os
import re
import subprocess
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.bench.contenders import Contender
from tests.bench.seed import FIRST_USER
from tests.served import ROOT, Served

LONGEST = 180.0
_GLANCE = 0.2
_PEAK = re.compile(r"VmHWM:\s+(\d+) kB")


class NotFinishedError(Exception):
    """A contender died, or left updates unanswered for too long."""


@dataclass(frozen=True, slots=True)
class Measured:
    """``rate`` in updates a second, ``ready`` in seconds; where the system tells (Linux):

    ``peak`` in MiB, and ``busy``, the seconds of processor that it took, its start included.
    """

    rate: float
    ready: float
    peak: float | None
    busy: float | None


def measure(contender: Contender, updates: int, users: int) -> Measured:
    """Let ``users`` write ``updates`` messages in turn, and wait until each is answered."""
    with Served() as api, tempfile.TemporaryDirectory() as folder:
        environment = contender.prepare(api, Path(folder), users)
        _fill(api, updates, users)
        started = time.time()
        with subprocess.Popen(contender.command(api), cwd=ROOT, env=environment) as process:
            try:
                _wait(api, process, updates)
                peak, busy = _peak(process.pid), _busy(process.pid)
            finally:
                _end(process)
        rate, first = _rate(api, updates)
        return Measured(rate, first - started, peak, busy)


def _fill(api: Served, updates: int, users: int) -> None:
    people = [
        {"user_id": FIRST_USER + n, "first_name": f"Person {n}", "started": True}
        for n in range(users)
    ]
    api.control("people", people=people)
    api.control("says", said=[[FIRST_USER + n % users, "/help"] for n in range(updates)])


def _wait(api: Served, process: "subprocess.Popen[bytes]", updates: int) -> None:
    over = time.monotonic() + LONGEST
    while api.control("counts")["by_bot"] < updates:
        if process.poll() is not None or time.monotonic() > over:
            raise NotFinishedError(str(process.args))
        time.sleep(_GLANCE)


def _rate(api: Served, updates: int) -> tuple[float, float]:
    """Updates a second from the first asking to the last answer, and when it was first asked."""
    first = api.control("calls", method="getUpdates")[0]["at"]
    answers = [one["at"] for one in api.control("calls", method="sendMessage") if one["done"]]
    return updates / (max(answers[:updates]) - first), first


def _peak(process: int) -> float | None:
    found = _PEAK.search(_told(process, "status"))
    return int(found[1]) / 1024 if found else None


def _busy(process: int) -> float | None:
    # The name in parentheses may hold anything; user and system time are the 12th and 13th after.
    fields = _told(process, "stat").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") if fields else None


def _told(process: int, what: str) -> str:
    try:
        return Path(f"/proc/{process}/{what}").read_text(encoding="utf-8")
    except OSError:
        return ""


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(15)
    if process.poll() is None:
        process.kill()
