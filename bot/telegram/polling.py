"""Long polling: raw updates are handed on, and forgotten at Telegram only once they are stored."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import suppress
from typing import Any, Final, TypeVar

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.parcel import Flooded
from bot.telegram.door import TelegramDoor
from bot.telegram.outcome import outcome
from bot.telegram.pace import Backoff
from bot.telegram.raw import integer, mapping
from bot.telegram.read import KINDS

Receive = Callable[[str, Sequence[Any]], Awaitable[object]]
T = TypeVar("T")

log = logging.getLogger(__name__)


class Stopped(Exception):
    """It was time to stop while something was waited for."""


class Polling:
    """Asks ``door`` for updates until ``stop`` is set, and hands each batch to ``receive``.

    ``receive(source, updates)`` returns when they are on disk; the next offset, which makes
    Telegram forget them, is asked for after that alone. If it raises, the same offset is asked
    for again. The offset is kept nowhere: after a restart Telegram repeats what it was not told
    to forget, and the inbox's unique key drops what it has.

    ``seconds`` is how long Telegram waits for the first update (50 at most). ``last_success`` is
    the moment on ``monotonic`` when a batch, perhaps an empty one, was last in the house.
    """

    def __init__(  # noqa: PLR0913 - all but three are seams for tests
        self,
        door: TelegramDoor,
        receive: Receive,
        stop: asyncio.Event,
        *,
        seconds: int = 30,
        sleep: Callable[[float], Coroutine[Any, Any, object]] = asyncio.sleep,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Do nothing yet; ``run`` does."""
        self._door = door
        self._receive = receive
        self._stop = stop
        self._seconds = seconds
        self._sleep = sleep
        self._monotonic = monotonic
        self._backoff: Final = Backoff()
        self._offset = 0
        self._warned_of_another = False
        self.last_success: float | None = None

    async def run(self) -> None:
        """Poll until ``stop`` is set; a network that is away is waited for."""
        while not self._stop.is_set():
            try:
                await self._once()
            except Stopped:
                return
            except Exception as error:  # noqa: BLE001 - an edge: nothing may end the intake
                self._tell(error)
                await self._pause(error)

    async def _once(self) -> None:
        ask = self._door.updates(self._offset, self._seconds, list(KINDS))
        updates = await self._unless_stopped(ask)
        if updates:
            await self._receive(self._door.source, updates)
        self._offset = _next_offset(updates)
        self._backoff.reset()
        self.last_success = self._monotonic()

    async def _pause(self, error: Exception) -> None:
        asked = outcome(error, "poll") if isinstance(error, RetryAfter) else None
        pause = asked.seconds if isinstance(asked, Flooded) else self._backoff.next()
        with suppress(Stopped):
            if isinstance(error, Conflict) and "webhook" in error.message.lower():
                with suppress(TelegramError):
                    await self._unless_stopped(self._door.forget_webhook())
            await self._unless_stopped(self._sleep(pause))

    async def _unless_stopped(self, wanted: Coroutine[Any, Any, T]) -> T:
        """Await ``wanted``, or cancel it and raise ``Stopped`` the moment ``stop`` is set."""
        task, stop = asyncio.ensure_future(wanted), asyncio.ensure_future(self._stop.wait())
        try:
            await asyncio.wait((task, stop), return_when=asyncio.FIRST_COMPLETED)
            if task.done():
                return task.result()
            raise Stopped
        finally:
            for one in (task, stop):
                one.cancel()
            await asyncio.gather(task, stop, return_exceptions=True)

    def _tell(self, error: Exception) -> None:
        """Log what happened by its kind alone: an error's text may hold what a person wrote."""
        match error:
            case Conflict() if self._warned_of_another:
                return
            case Conflict():
                self._warned_of_another = True
                log.warning("another process polls for this bot, or a webhook is set: 409")
            case InvalidToken():
                log.critical("Telegram refuses the bot's token: nothing comes in")
            case TelegramError():
                log.warning("Telegram cannot be reached: %s", type(error).__name__)
            case _:
                log.error("updates could not be stored: %s", type(error).__name__)


def _next_offset(updates: Sequence[object]) -> int:
    """The offset that makes Telegram forget a batch.

    An empty answer means that all before it is forgotten, so 0 asks for everything that is left;
    it must, since after an idle week Telegram may begin again at a lower number.
    """
    if not updates:
        return 0
    numbers = [integer(mapping(update).get("update_id")) for update in updates]
    highest = max((number for number in numbers if number is not None), default=None)
    if highest is None:
        raise TelegramError("updates without numbers")
    return highest + 1
