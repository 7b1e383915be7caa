"""The heartbeat: a metronome that looks, every few seconds, at what has come due."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler

SECONDS = 5

log = logging.getLogger(__name__)


class Heartbeat:
    """Calls ``beat`` every few seconds, one at a time; what is due is in the data, not here."""

    def __init__(self, beat: Callable[[], Awaitable[object]], seconds: float = SECONDS) -> None:
        """Do nothing yet; ``start`` does."""
        self._beat = beat
        self._seconds = seconds
        self._scheduler = AsyncIOScheduler(timezone="UTC")

    def start(self) -> None:
        """Begin within the running loop. A beat that is late is one beat, never several."""
        self._scheduler.add_job(
            self._once,
            "interval",
            seconds=self._seconds,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
        self._scheduler.start()

    def stop(self) -> None:
        """Beat no more."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def _once(self) -> None:
        try:
            await self._beat()
        except asyncio.CancelledError:
            return  # the house stops: what this beat did not get to is owed still
        except Exception as error:  # noqa: BLE001 - an edge: the next beat looks again
            log.error("a beat failed: %s", type(error).__name__)
