"""The one place that reads the clock, and the clocks that can be moved for a rehearsal."""

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the instant, aware and in UTC."""

    def now(self) -> datetime:
        """Return the instant it is."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class MovableClock:
    """A clock that starts at a chosen instant and can be moved forward, never back.

    It runs on at the pace of real time when ``runs`` is true; else it stands until it is moved.
    """

    def __init__(self, start: datetime, *, runs: bool = False) -> None:
        """Start at ``start`` (aware)."""
        self._at = start.astimezone(UTC)
        self._since = time.monotonic()
        self._runs = runs

    def now(self) -> datetime:
        passed = time.monotonic() - self._since if self._runs else 0.0
        return self._at + timedelta(seconds=passed)

    def move_to(self, instant: datetime) -> None:
        """Stand at ``instant``; an instant that has passed changes nothing."""
        if instant <= self.now():
            return
        self._at = instant.astimezone(UTC)
        self._since = time.monotonic()
