"""The way out: one loop that carries what is owed, and lets the ledger write down how it ended.

A row is marked as under way before it leaves and settled after, so that a crash loses nothing;
what was under way then may arrive twice, at most as many as there are senders.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from bot.clock import Clock
from bot.ledger import Compose, Ledger, Result
from bot.pace import Limits, Pace
from bot.parcel import DeliveryError, Door, MarkupRefused, Parcel, Refused, Uncertain
from bot.writer import RunsUnits
from handlers.markup import plain, safe
from storage.records import OutboxRow

SENDERS = 4

log = logging.getLogger(__name__)


class Courier:
    """One loop: settle what came back and take what may leave, in one unit; then send at once.

    ``compose`` words a push at the moment it is taken; ``folder`` is where files lie.
    """

    def __init__(  # noqa: PLR0913 - the whole house stands around the courier
        self,
        writer: RunsUnits,
        clock: Clock,
        doors: Mapping[str, Door],
        compose: Compose,
        folder: Path,
        *,
        stirred: Callable[[], None],
        senders: int = SENDERS,
        limits: Limits | None = None,
    ) -> None:
        """Do nothing yet; ``run`` does. ``stirred`` is called after each round."""
        self._writer = writer
        self._doors = doors
        pace = Pace(limits or Limits(), own=_own_limits(doors))
        self.ledger = Ledger(clock, compose, folder, pace, doors)
        self._stirred = stirred
        self._senders = senders
        self._wake = asyncio.Event()
        self._away: dict[asyncio.Task[Result], str] = {}
        self._stopping = False

    def wake(self) -> None:
        """There may be something new to carry."""
        self._wake.set()

    async def run(self) -> None:
        """Carry until stopped; first put back what was under way when an earlier life ended."""
        if not self._away:
            await self._writer.run(lambda unit: unit.outbox.recover())
        results: list[Result] = []
        while not (self._stopping and not self._away and not results):
            try:
                results, wait = await self._round(results)
            except Exception as error:  # noqa: BLE001 - an edge: what came back is settled later
                log.error("the courier could not write: %s", type(error).__name__)
                await asyncio.sleep(1)
                continue
            if not results and (self._away or not self._stopping):
                results = await self._next(wait)

    async def stop(self) -> None:
        """Take nothing more; what is under way comes home first."""
        self._stopping = True
        self._wake.set()

    async def _round(self, results: Sequence[Result]) -> tuple[list[Result], float]:
        """Settle and take in one unit, send what was taken; return what is back already."""
        self._wake.clear()
        room = 0 if self._stopping else self._senders - len(self._away)
        at_work = Counter(self._away.values())
        exchange = partial(self.ledger.exchange, results, room, at_work=at_work)
        taken, wait = await self._writer.run(exchange)
        for row, parcel in taken:
            self._away[asyncio.create_task(self._carry(row, parcel))] = row.door
        self._stirred()
        return self._home(), wait

    async def _next(self, wait: float) -> list[Result]:
        """Wait for a sender to come home, for something new, or for the pace."""
        woken = asyncio.ensure_future(self._wake.wait())
        await asyncio.wait({woken, *self._away}, timeout=wait, return_when=asyncio.FIRST_COMPLETED)
        woken.cancel()
        return self._home()

    def _home(self) -> list[Result]:
        done = [task for task in self._away if task.done()]
        for task in done:
            del self._away[task]
        return [task.result() for task in done]

    async def _carry(self, row: OutboxRow, parcel: Parcel) -> Result:
        door = self._doors.get(row.door)
        if door is None:
            return Result(row, error=Refused("this house has no such door"))
        try:
            return Result(row, receipt=await door.deliver(parcel))
        except MarkupRefused:
            return await self._carry_plainly(row, parcel, door)
        except DeliveryError as error:
            return Result(row, error=error)
        except Exception as error:  # noqa: BLE001 - an edge: a door's own fault, logged by kind
            log.error("a door failed on row %s: %s", row.position, type(error).__name__)
            return Result(row, error=Uncertain("the door failed"))

    async def _carry_plainly(self, row: OutboxRow, parcel: Parcel, door: Door) -> Result:
        """Carry the same words once without their markup, which the door could not read."""
        bare = replace(parcel, text=safe(plain(parcel.text)))
        try:
            receipt = await door.deliver(bare)
        except DeliveryError as error:
            return Result(row, error=error)
        except Exception as error:  # noqa: BLE001 - as above
            log.error("a door failed on row %s: %s", row.position, type(error).__name__)
            return Result(row, error=Uncertain("the door failed"))
        log.warning("row %s went out without its markup, which the door refused", row.position)
        return Result(row, receipt=receipt)


def _own_limits(doors: Mapping[str, Door]) -> dict[str, Limits]:
    """The pace of those doors that have one of their own."""
    found = {name: getattr(door, "limits", None) for name, door in doors.items()}
    return {name: limits for name, limits in found.items() if isinstance(limits, Limits)}
