"""The way out: takes what is owed in order, at the door's pace, and writes down how it ended.

A row is marked as under way before it leaves and settled after, so that a crash loses nothing;
what was under way then may arrive twice, at most as many as there are senders.
"""

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from bot.clock import Clock
from bot.pace import Limits, Pace
from bot.parcel import (
    AddressMoved,
    DeliveryError,
    Door,
    Enclosure,
    Flooded,
    MarkupRefused,
    NotSent,
    Parcel,
    Receipt,
    Refused,
    Uncertain,
    Unreachable,
)
from bot.writer import RunsUnits
from handlers.events import Address
from handlers.markup import Html, plain, safe
from handlers.post import Letter, keyboard_json, move, read_keyboard
from storage.records import OutboxRow
from storage.unit import Unit

SENDERS = 4
MOST_TRIES = 16
LONGEST_WAIT = timedelta(minutes=5)
IDLE_SECONDS = 5.0
Compose = Callable[[Unit, OutboxRow, datetime], Letter | None]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Result:
    """How one attempt ended: with a receipt, or with an error that says how it failed."""

    row: OutboxRow
    receipt: Receipt | None = None
    error: DeliveryError | None = None


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
        self._clock = clock
        self._doors = doors
        self._compose = compose
        self._folder = folder
        self._stirred = stirred
        self._senders = senders
        self._pace = Pace(limits or Limits())
        self._wake = asyncio.Event()
        self._away: set[asyncio.Task[Result]] = set()
        self._stopping = False

    def wake(self) -> None:
        """There may be something new to carry."""
        self._wake.set()

    @property
    def is_out(self) -> bool:
        """Whether something is under way."""
        return bool(self._away)

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
        taken, wait = await self._writer.run(partial(self.exchange, results, room))
        for row, parcel in taken:
            self._away.add(asyncio.create_task(self._carry(row, parcel)))
        self._stirred()
        return self._home(), wait

    async def _next(self, wait: float) -> list[Result]:
        """Wait for a sender to come home, for something new, or for the pace."""
        woken = asyncio.ensure_future(self._wake.wait())
        await asyncio.wait({woken, *self._away}, timeout=wait, return_when=asyncio.FIRST_COMPLETED)
        woken.cancel()
        return self._home()

    def _home(self) -> list[Result]:
        done = {task for task in self._away if task.done()}
        self._away -= done
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
        bare = Parcel(
            parcel.verb,
            parcel.address,
            safe(plain(parcel.text)),
            parcel.buttons,
            parcel.enclosure,
            parcel.silent,
            parcel.target,
            parcel.language,
        )
        try:
            receipt = await door.deliver(bare)
        except DeliveryError as error:
            return Result(row, error=error)
        except Exception as error:  # noqa: BLE001 - as above
            log.error("a door failed on row %s: %s", row.position, type(error).__name__)
            return Result(row, error=Uncertain("the door failed"))
        log.warning("row %s went out without its markup, which the door refused", row.position)
        return Result(row, receipt=receipt)

    def exchange(
        self, results: Sequence[Result], room: int, unit: Unit
    ) -> tuple[list[tuple[OutboxRow, Parcel]], float]:
        """The unit of one round: write how attempts ended, then take up to ``room`` rows.

        Returns what to carry, and the seconds until there may be more.
        """
        now = self._clock.now()
        for result in results:
            self._settle(unit, result, now)
        taken: list[tuple[OutboxRow, Parcel]] = []
        wait = IDLE_SECONDS
        # Only where the pace holds rows back is it worth reading beyond them.
        for most in (room, room * 4) if room > 0 else ():
            rows = unit.outbox.ready(now, most)
            wait = min(wait, self._take_each(unit, rows, now, room, taken))
            if len(taken) == room or len(rows) < most:
                break
        return taken, wait if taken else min(wait, self._until_due(unit, now))

    def _take_each(
        self,
        unit: Unit,
        rows: Sequence[OutboxRow],
        now: datetime,
        room: int,
        taken: list[tuple[OutboxRow, Parcel]],
    ) -> float:
        """Take what the pace allows, up to ``room``; return how long the others must wait."""
        wait = IDLE_SECONDS
        for row in rows:
            if len(taken) == room:
                break
            pause = self._pace.wait(Address(row.door, row.key))
            if pause > 0:
                wait = min(wait, pause)
                continue
            try:
                parcel = self._take(unit, row, now)
            except sqlite3.Error:
                raise
            except Exception as error:  # noqa: BLE001 - one that cannot be made ready stops no other
                log.error("row %s cannot be made ready: %s", row.position, type(error).__name__)
                unit.outbox.end(row.position, "failed", "it could not be made ready", now)
                continue
            if parcel is not None:
                taken.append((row, parcel))
        return wait

    def _until_due(self, unit: Unit, now: datetime) -> float:
        due = unit.outbox.next_due(now)
        return IDLE_SECONDS if due is None else max(0.05, (due - now).total_seconds())

    def _take(self, unit: Unit, row: OutboxRow, now: datetime) -> Parcel | None:
        """Mark a row as under way and make it ready; None if it need not go after all."""
        text, buttons = row.text, row.buttons
        if row.push is not None:
            letter = self._compose(unit, row, now)
            if letter is None:
                unit.outbox.end(row.position, "moot", "nothing in it is true any longer", now)
                return None
            text, buttons = letter.text, keyboard_json(letter.buttons)
            unit.outbox.reword(row.position, text, buttons)
        target = row.target_message or self._target(unit, row)
        if row.verb in ("edit", "delete", "react") and target is None:
            unit.outbox.end(row.position, "moot", "what it is about never went out", now)
            return None
        unit.outbox.take(row.position)
        self._pace.take(Address(row.door, row.key))
        return Parcel(
            row.verb,
            Address(row.door, row.key),
            Html(text),
            read_keyboard(buttons),
            self._enclosure(unit, row),
            row.silent,
            target,
            row.language,
        )

    def _target(self, unit: Unit, row: OutboxRow) -> str | None:
        about = unit.outbox.find(row.target_row) if row.target_row is not None else None
        return about.message if about is not None else None

    def _enclosure(self, unit: Unit, row: OutboxRow) -> Enclosure | None:
        file = unit.files.find(row.file) if row.file is not None else None
        if file is None or file.hash is None:
            return None
        cached = unit.files.cached(file.id, row.door)
        return Enclosure(self._folder / file.hash, file.name, file.mime, cached)

    def _settle(self, unit: Unit, result: Result, now: datetime) -> None:
        row = result.row
        if result.receipt is not None:
            unit.outbox.sent(row.position, result.receipt.message, now)
            if row.file is not None and result.receipt.cached is not None:
                unit.files.cache(row.file, row.door, result.receipt.cached)
            return
        match result.error:
            case Flooded(seconds=seconds):
                self._pace.hold(seconds)
                unit.outbox.wait(row.position, "asked to wait", row.tries, now)
            case Unreachable():
                unit.outbox.end(row.position, "failed", "nobody is there", now)
                unit.people.unreachable(row.door, row.key, now)
                unit.outbox.moot_at(row.door, row.key, now)
            case AddressMoved(key=key):
                unit.outbox.wait(row.position, "moved", row.tries, now)
                move(unit, Address(row.door, row.key), key)
            case Refused():
                unit.outbox.end(row.position, "failed", str(result.error), now)
            case NotSent():
                self._wait(unit, row, "not sent", min(row.tries + 1, MOST_TRIES - 2), now)
            case _:
                self._try_again(unit, row, now)

    def _try_again(self, unit: Unit, row: OutboxRow, now: datetime) -> None:
        """It may have arrived: a repeat is better than a loss, but not for ever."""
        if row.tries + 1 >= MOST_TRIES:
            unit.outbox.end(row.position, "failed", "it is not known whether it arrived", now)
            return
        self._wait(unit, row, "it may have arrived", row.tries + 1, now)

    def _wait(self, unit: Unit, row: OutboxRow, why: str, tries: int, now: datetime) -> None:
        pause = min(LONGEST_WAIT, timedelta(seconds=2 ** min(tries, 8)))
        unit.outbox.wait(row.position, why, tries, now + pause)
