"""How fast a door lets us send: in all, to one chat, and after it asked for a pause."""

import time
from collections.abc import Callable
from dataclasses import dataclass, fields

from handlers.events import Address


@dataclass(frozen=True, slots=True)
class Limits:
    """What a door bears: messages a second in all, and to one chat, with a small burst.

    Telegram's own figures are 30 a second in all, about one a second to a chat, and 20 a minute to
    a group; we stay below.
    """

    in_all: float = 25.0
    burst: float = 5.0
    to_chat: float = 1.0
    chat_burst: float = 8.0
    to_group: float = 0.3
    group_burst: float = 2.0


MOST_CHATS = 1000
UNLIMITED = Limits(*(1e9 for _ in fields(Limits)))


class Bucket:
    """Tokens that come back at a steady rate, on a monotonic clock."""

    def __init__(self, rate: float, most: float, at: float) -> None:
        """Start full at monotonic moment ``at``; ``rate`` is tokens a second."""
        self._rate = rate
        self._most = most
        self._tokens = most
        self._at = at

    def wait(self, at: float) -> float:
        """Seconds until there is a token."""
        self._fill(at)
        return 0.0 if self._tokens >= 1 else (1 - self._tokens) / self._rate

    def take(self, at: float) -> None:
        self._fill(at)
        self._tokens -= 1

    def is_full(self, at: float) -> bool:
        self._fill(at)
        return self._tokens >= self._most

    def _fill(self, at: float) -> None:
        self._tokens = min(self._most, self._tokens + (at - self._at) * self._rate)
        self._at = at


class Pace:
    """Says how long an address must wait, and remembers what was sent."""

    def __init__(self, limits: Limits, monotonic: Callable[[], float] = time.monotonic) -> None:
        """Keep ``limits`` (messages a second)."""
        self._limits = limits
        self._monotonic = monotonic
        self._all = Bucket(limits.in_all, max(1.0, limits.burst), monotonic())
        self._chats: dict[Address, Bucket] = {}
        self._held_until = 0.0

    def wait(self, to: Address) -> float:
        """Seconds until one more may go to this address; 0 for now."""
        at = self._monotonic()
        return max(self._held_until - at, self._all.wait(at), self._chat(to, at).wait(at))

    def take(self, to: Address) -> None:
        """Count one message to this address."""
        at = self._monotonic()
        if len(self._chats) > MOST_CHATS:
            self._forget_the_quiet(at)
        self._all.take(at)
        self._chat(to, at).take(at)

    def hold(self, seconds: float) -> None:
        """Send nothing at all for a while: the door asked for it."""
        self._held_until = max(self._held_until, self._monotonic() + seconds)

    def _forget_the_quiet(self, at: float) -> None:
        """Let go of chats whose bucket is full again."""
        self._chats = {to: b for to, b in self._chats.items() if not b.is_full(at)}

    def _chat(self, to: Address, at: float) -> Bucket:
        bucket = self._chats.get(to)
        if bucket is None:
            group = to.key.startswith("-")
            rate = self._limits.to_group if group else self._limits.to_chat
            burst = self._limits.group_burst if group else self._limits.chat_burst
            bucket = self._chats[to] = Bucket(rate, burst, at)
        return bucket
