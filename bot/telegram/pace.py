"""How long to wait before trying again: longer each time, and never all at the same moment."""

import random

LONGEST = 30.0


class Backoff:
    """Pauses of 1, 2, 4, … seconds up to ``LONGEST``, each shortened by up to a half at random."""

    def __init__(self) -> None:
        self._tries = 0

    def next(self) -> float:
        """The next pause, in seconds."""
        longest = min(LONGEST, 2.0**self._tries)
        self._tries = min(self._tries + 1, 10)
        return longest * random.uniform(0.5, 1.0)  # noqa: S311 - spreads load, hides nothing

    def reset(self) -> None:
        """Begin again: it went well."""
        self._tries = 0
