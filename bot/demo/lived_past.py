"""What has happened before the page opens: the real desk and tick, played in one transaction."""

import itertools
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Self

from bot.clock import MovableClock
from bot.demo.door import DemoDoor
from bot.demo.read import SOURCE
from bot.ledger import Ledger, Result
from bot.pace import UNLIMITED, Pace
from bot.parcel import Parcel, Refused
from handlers import desk, tick
from handlers.events import Address, Event, Pressed, Said, What
from storage.migrate import migrate
from storage.records import OutboxRow
from storage.unit import Unit, connect

_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_ID = 16
_AT_ONCE = 200


class Past:
    """Play with ``says``, ``presses`` and ``beats``; nothing of it is there before it is kept.

    ``with Past(…) as past`` keeps it at the end. Files are not made: drawing them takes longer than
    all the rest.
    """

    def __init__(self, database: Path, folder: Path, clock: MovableClock, door: DemoDoor) -> None:
        """Begin with an empty database; ``door`` must tell the time by ``clock``."""
        self.clock = clock
        self.door = door
        self.random = Random(clock.now().isoformat())  # noqa: S311 - nothing of it is secret
        migrate(database)
        self._connection = connect(database)
        self._connection.execute("PRAGMA synchronous = OFF")
        self.unit = Unit(self._connection, self._id)
        self._ledger = Ledger(clock, tick.compose, folder, Pace(UNLIMITED))
        self._updates = itertools.count(1)

    def __enter__(self) -> Self:
        self._connection.execute("BEGIN IMMEDIATE")
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._connection.execute("COMMIT" if kind is None else "ROLLBACK")
        self._connection.close()

    @property
    def now(self) -> datetime:
        return self.clock.now()

    def event(self, key: str, name: str, language: str, what: What) -> Event:
        """Something that somebody does now, or rather a moment later."""
        self.clock.move_to(self.now + timedelta(seconds=self.random.randint(8, 40)))
        update = f"past-{next(self._updates)}"
        at = Address(SOURCE, key)
        return Event(SOURCE, update, at, key, self.now, what, name, language)

    def says(self, key: str, name: str, language: str, text: str, shown: str = "") -> None:
        """Somebody writes ``text``, of which the chat shows ``shown``, if that is another."""
        with self.door.writing(key, f"past-{key}-{self.now}-{text}", shown or text) as message:
            self._handle(self.event(key, name, language, Said(message, text)))

    def presses(self, key: str, name: str, language: str, begins: str) -> bool:
        """Somebody taps the newest button whose data begins so; false if there is none."""
        every = self.door.buttons(key)
        found = next((one for one in every if f"{one[1].data}:".startswith(f"{begins}:")), None)
        if found is not None:
            message, button = found
            self._handle(self.event(key, name, language, Pressed(button.data or "", message)))
        return found is not None

    def beats(self) -> None:
        """Do what is due, and bring it out."""
        mark: str | None = tick.START
        while mark is not None:
            mark = tick.beat(self.unit, self.now, mark)
        self.brings_out()

    def brings_out(self) -> None:
        """Bring out everything that is owed, and leave no task."""
        results: list[Result] = []
        while True:
            taken, _ = self._ledger.exchange(results, _AT_ONCE, self.unit)
            results = [self._shown(row, parcel) for row, parcel in taken]
            if not taken:
                break
        for task in self.unit.tasks.due(self.now, _AT_ONCE):
            self.unit.tasks.end(task.id, "done")

    def _handle(self, event: Event) -> None:
        desk.handle(event, self.unit, self.now)
        self.brings_out()

    def _shown(self, row: OutboxRow, parcel: Parcel) -> Result:
        try:
            return Result(row, receipt=self.door.show(parcel))
        except Refused as error:
            return Result(row, error=error)

    def _id(self) -> str:
        return "".join(self.random.choices(_LETTERS, k=_ID))
