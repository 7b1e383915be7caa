"""How much one address or one browser may do in a minute, or an hour."""

from collections import deque
from dataclasses import dataclass, field

MINUTE = 60.0
HOUR = 3600.0
MOST_ADDRESSES = 10_000


class Rate:
    """At most so many in so many seconds, for each key; the keys forgotten first are the oldest."""

    def __init__(self, most: int, seconds: float) -> None:
        """Nobody has done anything yet."""
        self._most = most
        self._seconds = seconds
        self._done: dict[str, deque[float]] = {}

    def is_over(self, key: str, at: float) -> bool:
        """Whether a key has had enough; ``at`` is in seconds that only go on."""
        done = self._done.get(key)
        while done and done[0] <= at - self._seconds:
            done.popleft()
        return done is not None and len(done) >= self._most

    def add(self, key: str, at: float) -> None:
        if key not in self._done and len(self._done) >= MOST_ADDRESSES:
            self._done.pop(next(iter(self._done)))
        self._done.setdefault(key, deque(maxlen=self._most)).append(at)

    def takes(self, key: str, at: float) -> bool:
        """Whether one more may be done; if so it is counted."""
        if self.is_over(key, at):
            return False
        self.add(key, at)
        return True


@dataclass(frozen=True, slots=True)
class Limits:
    """What the site allows.

    By client address: codes that open nothing, links asked for by mail, and people who come in by a
    team's link (a whole samling may share one address). By session: posts, and files among them.
    """

    wrong: Rate = field(default_factory=lambda: Rate(30, MINUTE))
    links: Rate = field(default_factory=lambda: Rate(20, HOUR))
    newcomers: Rate = field(default_factory=lambda: Rate(300, HOUR))
    posts: Rate = field(default_factory=lambda: Rate(60, MINUTE))
    files: Rate = field(default_factory=lambda: Rate(10, MINUTE))
