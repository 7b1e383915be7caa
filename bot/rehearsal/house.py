"""A house on a throw-away file: the real desk, tick, ledger and tasks, and a door that records."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import TypeVar

from bot.clock import MovableClock
from bot.ledger import Ledger, Result
from bot.pace import UNLIMITED, Pace
from bot.parcel import Parcel, Receipt, Unreachable
from bot.rehearsal.values import Cause, Part
from handlers import desk, tick
from handlers.events import Address, Blocked, Event, Unblocked, What
from handlers.feature import Paper
from handlers.markup import Keyboard, plain
from handlers.post import Letter, post
from storage.migrate import migrate
from storage.records import File, OutboxRow, Task
from storage.unit import Unit, connect

DOOR = "rehearsal"
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_ID = 16
_AT_ONCE = 100
_A_MOMENT = timedelta(seconds=1)  # no two things are done at the same time
_NOTICES = frozenset({"change"})
# They tell nothing that their letter does not, and drawing them takes longer than all the rest.
_NOT_MADE = frozenset({"report-picture", "report-word", "report-pdf"})
Result_ = TypeVar("Result_")


@dataclass(frozen=True, slots=True)
class Delivery:
    """What reached somebody's phone: a parcel, its id there, why it came, what it spoke of."""

    key: str
    message: str
    parcel: Parcel
    cause: Cause
    parts: tuple[Part, ...] = ()
    push: str | None = None

    @property
    def text(self) -> str:
        return plain(self.parcel.text)

    @property
    def buttons(self) -> Keyboard:
        return self.parcel.buttons


class House:
    """One transaction an event, on one connection; whoever blocked the bot gets nothing."""

    def __init__(
        self, folder: Path, start: datetime, random: Random, door: Callable[[Delivery], None]
    ) -> None:
        """Make the file in an empty folder, with the clock at ``start``; ids come of ``random``.

        ``door`` is called with whatever reaches a phone; it may run no unit of its own.
        """
        self._door = door
        path = folder / "rehearsal.db"
        migrate(path)
        self._connection = connect(path)
        self._connection.execute("PRAGMA synchronous = OFF")
        self._unit = Unit(self._connection, partial(_seeded, random))
        self._clock = MovableClock(start)
        self._ledger = Ledger(self._clock, tick.compose, folder, Pace(UNLIMITED))
        self._updates = itertools.count(1)
        self._messages = itertools.count(1)
        self._blocked: set[str] = set()
        self._papers: dict[str, str] = {}  # a task's id, and its kind

    def close(self) -> None:
        self._connection.close()

    @property
    def now(self) -> datetime:
        return self._clock.now()

    def move_to(self, instant: datetime) -> None:
        self._clock.move_to(instant)

    def run(self, work: Callable[[Unit], Result_]) -> Result_:
        """Run one unit of work, and keep what it did."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            found = work(self._unit)
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")
        return found

    def hears(self, key: str, name: str, what: What) -> None:
        """Answer what one person did, and carry out all that it made."""
        match what:
            case Blocked():
                self._blocked.add(key)
            case Unblocked():
                self._blocked.discard(key)
        update, at = str(next(self._updates)), Address(DOOR, key)
        self._clock.move_to(self.now + _A_MOMENT)
        event = Event(DOOR, update, at, key, self.now, what, name)

        def answered(unit: Unit) -> None:
            desk.handle(event, unit, self.now)
            self._goes_out(unit, event)

        self.run(answered)

    def beats(self) -> None:
        """Do what is due, and carry it out."""
        mark: str | None = tick.START
        while mark is not None:
            mark = self.run(partial(tick.beat, now=self.now, mark=mark))
        self.run(partial(self._goes_out, event=None))

    def _goes_out(self, unit: Unit, event: Event | None) -> None:
        """Carry out everything that is owed, and do the tasks that are due, until all is quiet."""
        results: list[Result] = []
        while True:
            taken, _ = self._ledger.exchange(results, _AT_ONCE, unit)
            results = []
            for row, parcel in taken:
                message = f"m{next(self._messages)}"
                if row.key in self._blocked:
                    results.append(Result(row, error=Unreachable()))
                    continue
                results.append(Result(row, receipt=Receipt(message)))
                self._door(self._delivery(unit, row, parcel, message, event))
            if not taken and not self._works(unit):
                return

    def _delivery(
        self, unit: Unit, row: OutboxRow, parcel: Parcel, message: str, event: Event | None
    ) -> Delivery:
        told = unit.pushes.parts(row.push) if row.push is not None else []
        parts = tuple(
            Part(one.kind, one.milestone, one.occasion)
            for one in told
            if one.spoken and one.state == "told"
        )
        cause = self._cause(row, event)
        if cause == "day":
            parts = tuple(_asked_about(parcel.buttons))
        return Delivery(row.key, message, parcel, cause, parts, row.push)

    def _cause(self, row: OutboxRow, event: Event | None) -> Cause:
        if row.push is not None:
            return "push"
        if row.dedupe_key in self._papers:
            return "notice" if self._papers[row.dedupe_key] in _NOTICES else "file"
        if event is not None and row.dedupe_key.startswith(f"{DOOR}:{event.update}:"):
            return "answer" if row.key == event.address.key else "colleague"
        return "day"

    def _works(self, unit: Unit) -> int:
        tasks = unit.tasks.due(self.now, _AT_ONCE)
        for task in tasks:
            unit.tasks.end(task.id, "done")
            if task.kind in desk.TASKS:
                desk.TASKS[task.kind](unit, task.arguments, self.now)
            elif task.kind in desk.PAPERS and task.kind not in _NOT_MADE:
                self._owe(unit, task, desk.PAPERS[task.kind](unit, task.arguments, self.now))
        return len(tasks)

    def _owe(self, unit: Unit, task: Task, paper: Paper | None) -> None:
        """Owe a paper that was made, without its bytes."""
        if paper is None:
            return
        file = File(unit.new_id(), None, paper.name, paper.mime, len(paper.content), None, None)
        unit.files.add(file, self.now)
        key = f"paper:{task.id}"
        self._papers[key] = task.kind
        letter = Letter(paper.text, paper.buttons, file=file.id, about=paper.about)
        post(unit, paper.to, letter, key, paper.language, self.now)


def _asked_about(buttons: Keyboard) -> Sequence[Part]:
    """The samling that a question on its day is about, as its buttons say."""
    words = [(button.data or "").split(":") for row in buttons for button in row]
    return [Part(word, about[0]) for word, *about in words[:1] if about]


def _seeded(random: Random) -> str:
    return "".join(random.choices(_LETTERS, k=_ID))
