"""Lives of the real program: forked from one process that has everything loaded, and killed."""

import asyncio
import gc
import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress

from bot.app import run
from bot.logs import set_up
from bot.settings import Settings

HOME_BY = 30.0
_GLANCE = 0.015


def born(settings: Settings) -> int:
    """Start ``mellom run`` in a process of its own; return its id.

    The mother has no loop, no thread and no connection that a child could share with her.
    """
    gc.freeze()
    child = os.fork()
    if child:
        return child
    failed = 1
    try:
        set_up("WARNING")
        asyncio.run(run(settings))
        failed = 0
    finally:
        os._exit(failed)


def killed(child: int, after: float, meanwhile: Callable[[float], None]) -> None:
    """Kill it ``after`` so many seconds; until then people go on. ChildProcessError if it ended."""
    over = time.monotonic() + after
    try:
        while (left := over - time.monotonic()) > 0:
            meanwhile(time.monotonic())
            time.sleep(max(0.0, min(_GLANCE, left)))
        if os.waitpid(child, os.WNOHANG) != (0, 0):
            raise ChildProcessError("a life ended by itself")
    finally:
        _end(child)


def lived(
    child: int, until: Callable[[], bool], meanwhile: Callable[[float], None], longest: float
) -> bool:
    """Let it live until ``until()``, then ask it to stop; whether both happened in time."""
    over = time.monotonic() + longest
    try:
        while not (content := until()) and time.monotonic() < over:
            meanwhile(time.monotonic())
            time.sleep(_GLANCE)
        os.kill(child, signal.SIGTERM)
        return _came_home(child) and content
    finally:
        _end(child)


def _came_home(child: int) -> bool:
    over = time.monotonic() + HOME_BY
    while time.monotonic() < over:
        if os.waitpid(child, os.WNOHANG) != (0, 0):
            return True
        time.sleep(_GLANCE)
    return False


def _end(child: int) -> None:
    """Kill it, whatever happened to us; one that has ended already is no fault."""
    with suppress(ProcessLookupError, ChildProcessError):
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
