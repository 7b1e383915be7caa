"""A house at work: everything between the doors and the database, started and stopped in order."""

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from bot.clerk import Clerk
from bot.clock import Clock
from bot.courier import SENDERS, Courier
from bot.heartbeat import Heartbeat
from bot.intake import Incoming, Intake
from bot.pace import Limits
from bot.parcel import Door
from bot.workers import Workers
from bot.writer import Reader, Writer
from handlers import privacy, tick
from handlers.events import Event
from storage.migrate import migrate
from storage.records import InboxRow
from storage.unit import Unit

HOME_BY = 20.0
SECONDS_BETWEEN_WIPES = 60.0
Read = Callable[[InboxRow], Event]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a house is built from.

    ``reads`` turn an inbox row into an event, by the door's name; ``limits`` are the doors' pace;
    ``heartbeat`` false leaves the beat to whoever moves the clock.
    """

    database: Path
    files: Path
    clock: Clock
    doors: Mapping[str, Door]
    reads: Mapping[str, Read]
    limits: Limits = field(default_factory=Limits)
    senders: int = SENDERS
    heartbeat: bool = True


class House:
    """Open it, let it run, close it; in between it survives whatever a door or a text does."""

    def __init__(self, plan: Plan, writer: Writer, reader: Reader) -> None:
        """Use ``open`` instead."""
        self._plan = plan
        self.clock = plan.clock
        self.writer = writer
        self.reader = reader
        self._stirred = asyncio.Event()
        self.intake = Intake(writer, plan.clock)
        self.courier = Courier(
            writer,
            plan.clock,
            plan.doors,
            tick.compose,
            plan.files,
            stirred=self._stirred.set,
            senders=plan.senders,
            limits=plan.limits,
        )
        self.clerk = Clerk(writer, plan.clock, self.intake, self._read, plan.doors, self._answered)
        self.workers = Workers(writer, reader, plan.clock, plan.doors, plan.files, self._answered)
        self._heartbeat = Heartbeat(self.beat)
        self._no_wipe_before = 0.0
        self._tasks: list[asyncio.Task[None]] = []

    @classmethod
    async def open(cls, plan: Plan) -> "House":
        """Bring the database to the newest shape, and start to work."""
        await asyncio.to_thread(migrate, plan.database)
        writer = await Writer.open(plan.database)
        try:
            house = cls(plan, writer, await Reader.open(plan.database))
        except BaseException:
            await writer.close()
            raise
        house.start()
        return house

    def start(self) -> None:
        """Start everybody; whoever fails is started again."""
        for name, run in (
            ("clerk", self.clerk.run),
            ("courier", self.courier.run),
            ("workers", self.workers.run),
        ):
            self._tasks.append(asyncio.create_task(kept_going(name, run), name=name))
        if self._plan.heartbeat:
            self._heartbeat.start()

    async def close(self) -> None:
        """Take nothing more, let what is under way come home, and close the database."""
        self._heartbeat.stop()
        await self.courier.stop()
        clerk, courier, workers = self._tasks
        clerk.cancel()
        workers.cancel()
        await asyncio.wait({courier}, timeout=HOME_BY)
        courier.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.writer.close()
        await self.reader.close()

    async def receive(self, source: str, updates: Sequence[Incoming]) -> None:
        """Take in what a door brought; on disk when this returns."""
        await self.intake.receive(source, updates)
        self._stirred.set()

    async def beat(self) -> None:
        """Look at everything that has come due, a bounded slice at a time."""
        now = self.clock.now()
        mark: str | None = tick.START
        while mark is not None:
            mark = await self._slice(now, mark)
        await self._finish_erasing()
        self._answered()

    async def _slice(self, now: datetime, mark: str) -> str | None:
        """Do one slice; where it fails, one person at a time, stepping over whom it fails for."""
        try:
            return await self.writer.run(partial(tick.beat, now=now, mark=mark))
        except Exception as error:  # noqa: BLE001 - an edge: nobody else's reminders wait for it
            log.error("a slice of the beat failed: %s", type(error).__name__)
        try:
            return await self.writer.run(partial(tick.beat, now=now, mark=mark, most=1))
        except Exception as error:  # noqa: BLE001 - an edge, as above
            log.error("one person's slice failed: %s", type(error).__name__)
            return await self.writer.run(partial(tick.step_over, mark=mark))

    async def settled(self) -> None:
        """Wait until all that came in is handled and all that is due has been sent."""
        while True:
            self._stirred.clear()
            if await self.writer.run(self._is_quiet):
                return
            await self._stirred.wait()

    async def _finish_erasing(self) -> None:
        """Let what was erased stand in no file either, once its last word is out."""
        if time.monotonic() < self._no_wipe_before:
            return
        if not await self.writer.run(privacy.is_time_to_wipe):
            return
        self._no_wipe_before = time.monotonic() + SECONDS_BETWEEN_WIPES
        if await self.writer.wipe():
            await self.writer.run(lambda unit: unit.house.end_wipe())
            self.workers.sweep_wanted = True

    def _is_quiet(self, unit: Unit) -> bool:
        now = self.clock.now()
        return not (
            unit.inbox.how_many_new()
            or unit.outbox.how_many_under_way()
            or unit.outbox.ready(now, 1)
            or unit.tasks.how_many_due(now)
            or self.workers.is_busy
        )

    def _answered(self) -> None:
        self.courier.wake()
        self.workers.wanted.set()
        self._stirred.set()

    def _read(self, row: InboxRow) -> Event:
        return self._plan.reads[row.source.partition(":")[0]](row)


async def kept_going(name: str, run: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run until it returns; an error is logged by its kind, and it is started again."""
    while True:
        try:
            return await run()
        except Exception as error:  # noqa: BLE001 - an edge: the house goes on
            log.error("the %s stumbled: %s", name, type(error).__name__)
            await asyncio.sleep(1)
