"""Connections that ask for nothing are closed: they would stand in the way of those who do."""

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

PATIENCE = 10.0  # seconds in which a request's head must have come


class Impatient(H11Protocol):
    """As uvicorn's own, which waits for ever for a first request, or the rest of a head."""

    _watch: asyncio.TimerHandle | None = None
    _last: RequestResponseCycle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._watch = self.loop.call_later(PATIENCE, self._look)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._watch is not None:
            self._watch.cancel()
        super().connection_lost(exc)

    def _look(self) -> None:
        """Close it where no request is being answered, and none has come since the last look."""
        cycle: RequestResponseCycle | None = self.cycle  # None before the first request
        is_idle = cycle is None or cycle.response_complete
        if is_idle and cycle is self._last:
            self.transport.close()
            return
        self._last = cycle
        self._watch = self.loop.call_later(PATIENCE, self._look)
