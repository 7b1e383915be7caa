"""The server's clock: the real one, or wherever a test puts it."""

import time
from collections.abc import Callable


class Clock:
    """Tells the time in epoch seconds; it can be stopped at a moment and moved on."""

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        """Follow ``now`` until the clock is set."""
        self._source = now
        self._at: float | None = None

    def now(self) -> float:
        return self._source() if self._at is None else self._at

    def set(self, at: float) -> None:
        """Stop the clock at ``at``."""
        self._at = at

    def advance(self, seconds: float) -> None:
        """Stop the clock ``seconds`` from where it is."""
        self._at = self.now() + seconds

    def follow(self, now: Callable[[], float] = time.time) -> None:
        """Let the clock run again, after ``now``."""
        self._source, self._at = now, None
