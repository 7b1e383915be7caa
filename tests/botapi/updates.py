"""The queue of updates, with the offset rules of Telegram's own server."""

import asyncio
import json
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from tests.botapi.refusal import Refusal, refused

DAY, PRESS = 86_400.0, 150.0
_LIMIT, _LONGEST, _BYTES = 100, 50, 1 << 22
_FUTURE = 10
_UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True, slots=True)
class _Waiting:
    """One update that nobody has confirmed; ``until`` is when Telegram forgets it (epoch s)."""

    id: int
    until: float
    raw: bytes


class Updates:
    """What waits for ``getUpdates``: kept until confirmed by an offset, or too old."""

    def __init__(self, now: Callable[[], float], first: int = 100_000_001) -> None:
        """Start empty; ``now`` is the clock that expiry is judged by (epoch seconds)."""
        self._now = now
        self._waiting: deque[_Waiting] = deque()
        self._soonest = float("inf")
        self._poll: asyncio.Future[None] | None = None
        self.next_id = first
        self.allowed: frozenset[str] | None = None
        self.closed = False

    def __len__(self) -> int:
        """Count the updates that are neither confirmed nor forgotten."""
        self._forget()
        return len(self._waiting)

    def push(self, update: dict[str, Any]) -> int | None:
        """Queue one update as the server would; None if the bot did not ask for its kind."""
        kind = next((key for key in update if key != "update_id"), "")
        if self.allowed is not None and kind not in self.allowed:
            return None
        if self.allowed is None and kind in _UNASKED:
            return None
        return self.inject(update)

    def inject(self, update: dict[str, Any]) -> int:
        """Queue anything; a number is put on it unless it has one of its own, even a bad one."""
        own = update.get("update_id", self.next_id)
        number = own if isinstance(own, int) else self.next_id
        raw = json.dumps({"update_id": own, **update}).encode()
        life = PRESS if "callback_query" in update else DAY
        self._put(_Waiting(number, self._now() + life, raw))
        return number

    def _put(self, one: _Waiting) -> None:
        self._soonest = min(self._soonest, one.until)
        if not self._waiting:
            self.next_id = one.id + 1
        elif one.id < self._waiting[-1].id:
            self._waiting = deque(sorted([*self._waiting, one], key=lambda each: each.id))
            self._wake()
            return
        self.next_id = max(self.next_id, one.id + 1)
        self._waiting.append(one)
        self._wake()

    async def get(self, offset: int = 0, limit: int = _LIMIT, patience: float = 0) -> bytes:
        """Confirm what is below ``offset`` and return the answer's body, at once or when one comes.

        ``patience`` is in seconds, at most 50. Raises ``Refusal`` 409 when a later poll takes over.
        """
        if offset < 0:
            raise refused("a negative offset throws updates away, so this server takes none")
        self.take_over()
        self._confirm(offset)
        if not len(self) and patience > 0 and not self.closed:
            await self._wait(min(patience, _LONGEST))
        return self._batch(limit if 0 < limit <= _LIMIT else _LIMIT)

    def take_over(self) -> None:
        """End the poll that waits, as a second poller or a webhook does."""
        if self._poll and not self._poll.done():
            self._poll.set_exception(
                Refusal(
                    409,
                    "Conflict: terminated by other getUpdates request; "
                    "make sure that only one bot instance is running",
                )
            )

    @property
    def polled(self) -> bool:
        """Whether a long poll waits."""
        return self._poll is not None and not self._poll.done()

    def clear(self) -> None:
        self._waiting.clear()

    def close(self) -> None:
        """Answer the poll that waits with nothing: the server stops."""
        self.closed = True
        self._wake()

    def raws(self) -> Iterable[dict[str, Any]]:
        """Read what waits, oldest first."""
        self._forget()
        return [json.loads(one.raw) for one in self._waiting]

    async def _wait(self, seconds: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                await poll
        except TimeoutError:
            pass
        finally:
            if self._poll is poll:
                self._poll = None

    def _wake(self) -> None:
        if self._poll and not self._poll.done():
            self._poll.set_result(None)

    def _confirm(self, offset: int) -> None:
        # The real server takes an offset far ahead for a mistake and starts from the oldest.
        if offset > self.next_id + _FUTURE:
            return
        while self._waiting and self._waiting[0].id < offset:
            self._waiting.popleft()

    def _forget(self) -> None:
        now = self._now()
        if now < self._soonest:
            return
        self._waiting = deque(one for one in self._waiting if one.until > now)
        self._soonest = min((one.until for one in self._waiting), default=float("inf"))

    def _batch(self, limit: int) -> bytes:
        taken: list[bytes] = []
        size = 0
        for one in self._waiting:
            size += len(one.raw)
            if len(taken) == limit or (taken and size > _BYTES):
                break
            taken.append(one.raw)
        return b'{"ok":true,"result":[' + b",".join(taken) + b"]}"
