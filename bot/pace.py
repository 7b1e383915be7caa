"""How fast a door lets us send: in all, to one chat, and after it asked for a pause."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields

from handlers.events import Address


@dataclass(frozen=True, slots=True)
class Limits:
    """What a door bears: messages a second in all, and to one chat, with a small burst.

    Telegram's own figures are 30 a second in all, about one a second to a chat, and 20 a minute to
    a group; we stay below. ``at_once``: so many may be under way to the door.
    """

    in_all: float = 25.0
    burst: float = 5.0
    to_chat: float = 1.0
    chat_burst: float = 8.0
    to_group: float = 0.3
    group_burst: float = 2.0
    at_once: float = 1e9


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


@dataclass(slots=True)
class _Doorway:
    """What one door bears in all, and until when it asked to be left alone."""

    limits: Limits
    all: Bucket
    held_until: float = 0.0


class Pace:
    """Says how long an address must wait, and remembers what was sent; each door for itself."""

    def __init__(
        self,
        limits: Limits,
        monotonic: Callable[[], float] = time.monotonic,
        own: Mapping[str, Limits] | None = None,
    ) -> None:
        """Keep ``limits`` (messages a second) at every door that has none of its ``own``."""
        self._limits = limits
        self._own = own or {}
        self._monotonic = monotonic
        self._doors: dict[str, _Doorway] = {}
        self._chats: dict[Address, Bucket] = {}

    def wait(self, to: Address) -> float:
        """Seconds until one more may go to this address; 0 for now."""
        at = self._monotonic()
        return max(self.door_wait(to.door), self._chat(to, at).wait(at))

    def door_wait(self, name: str) -> float:
        """Seconds until one more may go to anybody at a door."""
        at, door = self._monotonic(), self._door(name)
        return max(0.0, door.held_until - at, door.all.wait(at))

    def at_once(self, name: str) -> float:
        """How many may be under way to a door."""
        return self._own.get(name, self._limits).at_once

    def take(self, to: Address) -> None:
        """Count one message to this address."""
        at = self._monotonic()
        if len(self._chats) > MOST_CHATS:
            self._forget_the_quiet(at)
        self._door(to.door).all.take(at)
        self._chat(to, at).take(at)

    def hold(self, name: str, seconds: float) -> None:
        """Send nothing at all to a door for a while: it asked for that."""
        door = self._door(name)
        door.held_until = max(door.held_until, self._monotonic() + seconds)

    def _forget_the_quiet(self, at: float) -> None:
        """Let go of chats whose bucket is full again."""
        self._chats = {to: b for to, b in self._chats.items() if not b.is_full(at)}

    def _door(self, name: str) -> _Doorway:
        if name not in self._doors:
            limits = self._own.get(name, self._limits)
            full = Bucket(limits.in_all, max(1.0, limits.burst), self._monotonic())
            self._doors[name] = _Doorway(limits, full)
        return self._doors[name]

    def _chat(self, to: Address, at: float) -> Bucket:
        bucket = self._chats.get(to)
        if bucket is None:
            limits, group = self._door(to.door).limits, to.key.startswith("-")
            rate = limits.to_group if group else limits.to_chat
            burst = limits.group_burst if group else limits.chat_burst
            bucket = self._chats[to] = Bucket(rate, burst, at)
        return bucket
