"""The courier's book: takes what may leave, at the door's pace, and writes down how it ended."""

import logging
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import Clock
from bot.pace import Pace
from bot.parcel import (
    AddressMoved,
    DeliveryError,
    Enclosure,
    Flooded,
    NotSent,
    Parcel,
    Receipt,
    Refused,
    Unreachable,
)
from handlers.events import Address
from handlers.markup import Html
from handlers.post import Letter, keyboard_json, move, read_keyboard
from storage.records import OutboxRow
from storage.unit import Unit

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


@dataclass(slots=True)
class _Taking:
    """One round at ``now``: up to ``room`` rows are ``taken``; ``at_work`` counts by door."""

    now: datetime
    room: int
    at_work: Counter[str]
    taken: list[tuple[OutboxRow, Parcel]] = field(default_factory=list)


class Ledger:
    """What is under way, as rows: one unit settles what came back and takes what may leave.

    ``compose`` words a push at the moment it is taken; ``folder`` is where files lie.
    """

    def __init__(
        self,
        clock: Clock,
        compose: Compose,
        folder: Path,
        pace: Pace,
        doors: Collection[str] = (),
    ) -> None:
        """Keep ``pace``, which remembers what left and when; ``doors`` are the house's."""
        self._doors = frozenset(doors)
        self._clock = clock
        self._compose = compose
        self._folder = folder
        self._pace = pace

    def exchange(
        self,
        results: Sequence[Result],
        room: int,
        unit: Unit,
        at_work: Mapping[str, int] | None = None,
    ) -> tuple[list[tuple[OutboxRow, Parcel]], float]:
        """The unit of one round: write how attempts ended, then take up to ``room`` rows.

        ``at_work`` is how many are under way to each door. Returns what to carry, and the seconds
        until there may be more.
        """
        now = self._clock.now()
        for result in results:
            self._settle(unit, result, now)
        taking = _Taking(now, room, Counter(at_work or {}))
        wait = self._take_all(unit, taking) if room > 0 else IDLE_SECONDS
        return taking.taken, wait if taking.taken else min(wait, self._until_due(unit, now))

    def _take_all(self, unit: Unit, taking: _Taking) -> float:
        """Take by any door; where one is shut, look at each of the others by itself.

        However much waits for a slow door, it never stands before what goes by another.
        """
        waits = [IDLE_SECONDS]
        if not self._shut(taking):
            waits.append(self._look(unit, taking, None))
        shut = self._shut(taking)
        waits += [wait for door in shut if (wait := self._pace.door_wait(door)) > 0]
        for door in sorted(self._doors - shut) if shut else ():
            waits.append(self._look(unit, taking, door))
        return min(waits)

    def _shut(self, taking: _Taking) -> set[str]:
        """The doors by which nothing more may go just now."""
        return {
            door
            for door in self._doors
            if self._pace.door_wait(door) > 0 or taking.at_work[door] >= self._pace.at_once(door)
        }

    def _look(self, unit: Unit, taking: _Taking, door: str | None) -> float:
        """Take what may go by a door, or by any; return how long the rest must wait."""
        wait = IDLE_SECONDS
        # Only where the pace holds rows back is it worth reading beyond them.
        for most in (taking.room, taking.room * 4):
            rows = unit.outbox.ready(taking.now, most, door)
            wait = min(wait, self._take_each(unit, rows, taking))
            if len(taking.taken) == taking.room or len(rows) < most:
                break
        return wait

    def _take_each(self, unit: Unit, rows: Sequence[OutboxRow], taking: _Taking) -> float:
        """Take what the pace allows; return how long the others must wait."""
        wait, now = IDLE_SECONDS, taking.now
        for row in rows:
            if len(taking.taken) == taking.room:
                break
            if taking.at_work[row.door] >= self._pace.at_once(row.door):
                continue
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
                taking.taken.append((row, parcel))
                taking.at_work[row.door] += 1
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
            row.fleeting,
            row.about,
            row.dedupe_key,
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
                self._pace.hold(row.door, seconds)
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
