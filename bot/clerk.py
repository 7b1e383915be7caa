"""Works the inbox: every update takes effect once, in order, or is set aside with its words."""

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Mapping
from functools import partial

from bot.clock import Clock
from bot.intake import Intake
from bot.parcel import Door
from bot.writer import RunsUnits
from handlers import desk
from handlers.events import Event, Pressed
from handlers.turn import Nod
from storage.records import InboxRow
from storage.unit import Unit

MOST_AT_ONCE = 64
MOST_TRIES = 3
_DISK = frozenset(
    (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_READONLY)
)
Read = Callable[[InboxRow], Event]

log = logging.getLogger(__name__)


class NotBeforeTheEarlier(Exception):
    """An earlier update of the same chat failed in this batch: it is tried again first."""


class Clerk:
    """Takes new rows in the order they came and lets the desk answer them.

    ``read`` turns a row into an event; ``doors`` by name give the small answers to taps;
    ``answered`` is called when the outbox may hold something new.
    """

    def __init__(  # noqa: PLR0913 - the whole house stands around the clerk
        self,
        writer: RunsUnits,
        clock: Clock,
        intake: Intake,
        read: Read,
        doors: Mapping[str, Door],
        answered: Callable[[], None],
    ) -> None:
        """Do nothing yet; ``run`` does."""
        self._writer = writer
        self._clock = clock
        self._intake = intake
        self._read = read
        self._doors = doors
        self._answered = answered
        self._nods: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """First what an earlier life left, one by one; then whatever comes, until cancelled."""
        await self.recover()
        while True:
            self._intake.arrived.clear()
            if not await self.work():
                await self._intake.arrived.wait()

    async def recover(self) -> None:
        """Take what was left: it may be what killed us, so each try is counted before it."""
        left = await self._writer.run(lambda unit: unit.inbox.new(0, MOST_AT_ONCE))
        while left:
            for row in left:
                await self._again(row)
            after = left[-1].position
            left = await self._writer.run(partial(_new_after, after=after))

    async def work(self) -> int:
        """Answer a batch of new rows in one commit; return how many there were."""
        rows = await self._writer.run(lambda unit: unit.inbox.new(0, MOST_AT_ONCE))
        if not rows:
            return 0
        failed: set[tuple[str | None, str | None]] = set()
        results = await asyncio.gather(
            *(self._writer.run(partial(self._settle_in_order, failed, row)) for row in rows),
            return_exceptions=True,
        )
        self._answered()
        for row, result in zip(rows, results, strict=True):
            if isinstance(result, NotBeforeTheEarlier):
                continue
            if isinstance(result, BaseException):
                self._tell(row, result)
                if _is_the_disk(result):
                    raise result
                await self._again(row)
            else:
                self._nod(result)
        return len(rows)

    def settle(self, row: InboxRow, unit: Unit) -> tuple[Event, Nod]:
        """The unit of one update: its effects and that it had them, together."""
        event = self._read(row)
        nod = desk.handle(event, unit, self._clock.now())
        unit.inbox.settle(row.position)
        return event, nod

    def _settle_in_order(
        self, failed: set[tuple[str | None, str | None]], row: InboxRow, unit: Unit
    ) -> tuple[Event, Nod]:
        """Settle a row, unless something that its chat said before it has just failed."""
        chat = (row.door, row.key)
        if chat in failed:
            raise NotBeforeTheEarlier
        try:
            return self.settle(row, unit)
        except Exception:
            failed.add(chat)
            raise

    async def _again(self, row: InboxRow) -> None:
        """Try a row alone; after a few tries set it aside, keeping what it says."""
        for _ in range(row.tries, MOST_TRIES):
            await self._writer.run(lambda unit: unit.inbox.try_again(row.position))
            try:
                result = await self._writer.run(partial(self.settle, row))
            except Exception as error:  # an edge: logged with its id, never its text
                self._tell(row, error)
                if _is_the_disk(error):
                    await self._writer.run(lambda unit: unit.inbox.untry(row.position))
                    raise
            else:
                self._answered()
                self._nod(result)
                return
        try:
            await self._writer.run(partial(self._park, row))
        except Exception as error:  # an edge: it may fail as the answer did
            self._tell(row, error)
            if _is_the_disk(error):
                raise
            await self._writer.run(lambda unit: unit.inbox.park(row.position, "no apology either"))
        self._answered()

    def _park(self, row: InboxRow, unit: Unit) -> None:
        unit.inbox.park(row.position, "no try took effect")
        try:
            event = self._read(row)
        except Exception:  # noqa: BLE001 - an edge: what cannot be read has nobody to tell
            return
        desk.apologise(event, unit, self._clock.now())

    def _nod(self, result: tuple[Event, Nod]) -> None:
        event, nod = result
        door = self._doors.get(event.address.door)
        if door is None or not isinstance(event.what, Pressed) or event.what.press is None:
            return
        task = asyncio.create_task(door.acknowledge(event.what.press, nod.text))
        self._nods.add(task)
        task.add_done_callback(self._nods.discard)

    def _tell(self, row: InboxRow, error: BaseException) -> None:
        """Log which update failed and where, by kinds alone: an error's text may quote a person."""
        frame = error.__traceback__
        while frame is not None and frame.tb_next is not None:
            frame = frame.tb_next
        where = f"{frame.tb_frame.f_code.co_qualname}:{frame.tb_lineno}" if frame else "?"
        log.error(
            "update %s of %s failed: %s at %s",
            row.update_id,
            row.source,
            type(error).__name__,
            where,
        )


def _is_the_disk(error: BaseException) -> bool:
    """Whether the database could not write at all: then no update is to blame for it."""
    for one in (error, error.__cause__):
        if isinstance(one, sqlite3.OperationalError) and one.sqlite_errorcode & 0xFF in _DISK:
            return True
    return False


def _new_after(unit: Unit, after: int) -> list[InboxRow]:
    return unit.inbox.new(after, MOST_AT_ONCE)
