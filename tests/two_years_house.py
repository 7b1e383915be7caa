"""A house whose process dies and comes back, a Telegram that it writes to, and what went out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from random import Random
from typing import TypeVar

from bot.clock import MovableClock
from bot.ledger import Ledger, Result
from bot.pace import UNLIMITED, Pace
from bot.parcel import Parcel, Receipt, Unreachable
from handlers import tick
from handlers.markup import plain
from storage.records import OutboxRow
from storage.unit import Unit
from tests.oracle_almanac import Thing
from tests.room import Room, aimed

Found = TypeVar("Found")
PEOPLE_IN_A_SLICE = 35
SENDERS = 4


class Died(BaseException):
    """The process is gone; what was not committed is as well."""


@dataclass(frozen=True)
class Sent:
    """One message as it reached somebody; ``things`` are what a push spoke of."""

    at: datetime
    key: str
    text: str
    push: str | None
    things: frozenset[Thing]
    repeated: bool


@dataclass
class Deaths:
    """Where the process dies: each time it may, by the dice, this seldom."""

    dice: Random
    of: int
    may: bool = False
    counted: dict[str, int] = field(default_factory=dict)

    def may_come(self, where: str) -> None:
        if self.may and self.dice.randrange(self.of) == 0:
            self.counted[where] = self.counted.get(where, 0) + 1
            raise Died


class House(Room):
    """The real desk, tick and ledger on one database; each piece of work on new shelves."""

    def __init__(self, folder: Path, now: datetime, deaths: Deaths) -> None:
        super().__init__(folder, now)
        self.connection.execute("PRAGMA synchronous = OFF")
        self.folder = folder
        self.deaths = deaths
        self.clock = MovableClock(now)
        self.ledger = self._ledger()
        self.out: list[Sent] = []
        self.away: set[str] = set()
        self.refused: list[str] = []
        self.heard: Callable[[Sent], None] = lambda _sent: None
        self._ids = Random(deaths.of)  # noqa: S311 - the same each time is the point
        self._carried: set[int] = set()

    @contextmanager
    def unit(self) -> Iterator[Unit]:
        """One transaction on new shelves, whose ids are the same in every run."""
        with super().unit() as unit:
            yield Unit(unit.house.connection, self._new_id)

    def _new_id(self) -> str:
        return f"{self._ids.getrandbits(80):016x}"

    def commit(self, work: Callable[[Unit], Found], dying: str = "") -> Found:
        """One transaction; the process may die just before it is committed."""
        with self.unit() as unit:
            found = work(unit)
            if dying:
                self.deaths.may_come(dying)
        return found

    def moves_to(self, now: datetime) -> None:
        self.now = now
        self.clock.move_to(now)

    def lives(self) -> None:
        """Beat once and carry all that is owed, however often the process dies meanwhile."""
        self.deaths.may = True
        while self.deaths.may:
            try:
                self._beats()
                self.deliver()
            except Died:
                self._comes_back()
            else:
                self.deaths.may = False

    def beats_and_dies(self, slices: int) -> None:
        """Do so many slices of a beat and then nothing more."""
        mark: str | None = tick.START
        for _ in range(slices):
            if mark is not None:
                mark = self.commit(partial(self._slice, mark=mark))
        self._comes_back()

    def deliver(self) -> None:
        results: list[Result] = []
        while True:
            taken = self.commit(
                partial(self._exchange, results=results),
                "as it took what may leave, and wrote how the last ended",
            )
            if not taken:
                return
            self.deaths.may_come("with messages under way")
            results = [self._arrives(row, parcel) for row, parcel in taken]

    def _beats(self) -> None:
        mark: str | None = tick.START
        while mark is not None:
            mark = self.commit(partial(self._slice, mark=mark), "in a slice")
            self.deaths.may_come("between two slices")

    def _exchange(self, unit: Unit, results: list[Result]) -> list[tuple[OutboxRow, Parcel]]:
        return self.ledger.exchange(results, SENDERS, unit)[0]

    def _slice(self, unit: Unit, mark: str) -> str | None:
        return tick.beat(unit, self.now, mark, PEOPLE_IN_A_SLICE)

    def _comes_back(self) -> None:
        self.ledger = self._ledger()
        self.commit(lambda unit: unit.outbox.recover())

    def _ledger(self) -> Ledger:
        return Ledger(self.clock, tick.compose, self.folder, Pace(UNLIMITED))

    def _arrives(self, row: OutboxRow, parcel: Parcel) -> Result:
        if row.key in self.away:
            self.refused.append(row.key)
            return Result(row, error=Unreachable("blocked"))
        message = None
        if parcel.verb == "send":
            self._out(row, parcel)
        if row.key in self.sitters:
            fresh = self.commit(lambda unit: unit.outbox.find(row.position))
            assert fresh is not None
            message = self._carry(self.commit(lambda unit: aimed(unit, fresh)))
        return Result(row, receipt=Receipt(message))

    def _out(self, row: OutboxRow, parcel: Parcel) -> None:
        things: frozenset[Thing] = frozenset()
        if row.push is not None:
            parts = self.commit(lambda unit: unit.pushes.parts(row.push or ""))
            told = [one for one in parts if one.spoken and one.state == "told"]
            things = frozenset((one.kind, one.milestone) for one in told)
        repeated = row.position in self._carried
        self._carried.add(row.position)
        text = plain(parcel.text)
        self.out.append(Sent(self.now, row.key, text, row.push, things, repeated))
        if not repeated:
            self.heard(self.out[-1])
