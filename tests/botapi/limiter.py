"""Telegram's pace, kept strictly: so many messages a second in all, and so many to one chat."""

import math
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.botapi.refusal import flooded

PACED = frozenset(
    {"sendMessage", "sendDocument", "sendPhoto", "editMessageText", "editMessageReplyMarkup"}
)


@dataclass(frozen=True, slots=True)
class Limit:
    """At most ``count`` messages in any ``seconds``."""

    count: int
    seconds: float


EVERYBODY = Limit(30, 1.0)
PERSON = (Limit(3, 1.0), Limit(12, 10.0))  # about one a second, with a small burst
GROUP = (Limit(3, 1.0), Limit(20, 60.0))


class Limiter:
    """Counts what was let through; what is over a limit is refused with 429."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """Judge by ``now`` (seconds, monotonic)."""
        self._now = now
        self._all: deque[float] = deque()
        self._chats: dict[object, deque[float]] = {}

    def pass_on(self, method: str, params: Mapping[str, object]) -> None:
        """Let a call through, or raise ``Refusal`` 429 with the whole seconds to wait."""
        if method not in PACED:
            return
        chat = params.get("chat_id")
        seen = self._chats.setdefault(chat, deque())
        limits = GROUP if isinstance(chat, int) and chat < 0 else PERSON
        wait = max([self._wait(self._all, EVERYBODY), *(self._wait(seen, one) for one in limits)])
        if wait > 0:
            raise flooded(math.ceil(wait))
        for times in (self._all, seen):
            times.append(self._now())
            while times[0] <= self._now() - GROUP[1].seconds:
                times.popleft()

    def _wait(self, seen: deque[float], limit: Limit) -> float:
        if len(seen) < limit.count:
            return 0
        return seen[-limit.count] + limit.seconds - self._now()
