"""A room without a loop or a network: people say and tap, the desk answers, rows are delivered.

Each event is one transaction, on a unit made anew, so that every step is a restart.
"""

import itertools
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from handlers import desk
from handlers.events import Address, Attached, Edited, Event, Pressed, Said, What
from handlers.markup import Button, Html, plain
from handlers.post import read_keyboard
from handlers.programme import importing
from handlers.programme_file import ProgrammeFile, read_programme
from storage.migrate import migrate
from storage.records import OutboxRow
from storage.unit import Unit, connect

PROGRAMMES = Path(__file__).parent.parent / "programmes"


@cache
def empty_database() -> bytes:
    """A database without a row, made once: that takes longer than most tests."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        migrate(path)
        return path.read_bytes()


@dataclass(slots=True)
class Shown:
    """A message as a person sees it."""

    id: str
    html: str
    buttons: list[Button] = field(default_factory=list)
    file: str | None = None
    edited: bool = False
    silent: bool = False

    @property
    def text(self) -> str:
        return plain(Html(self.html))

    @property
    def labels(self) -> list[str]:
        return [button.text for button in self.buttons]


class Sitter:
    """Someone with a phone."""

    def __init__(self, room: "Room", key: str, name: str, language: str) -> None:
        self.room = room
        self.key = key
        self.name = name
        self.language = language
        self.screen: list[Shown] = []
        self.said: list[str] = []
        self.menu: list[list[str]] = []
        self.nods: list[str] = []
        self._ids = itertools.count(1)

    @property
    def last(self) -> Shown:
        return self.screen[-1]

    @property
    def text(self) -> str:
        """All that is on the screen, oldest first."""
        return "\n\n".join(shown.text for shown in self.screen)

    def says(self, text: str) -> str:
        message = f"{self.key}-u{next(self._ids)}"
        self.said.append(message)
        self.does(Said(message, text))
        return message

    def edits(self, message: str, text: str) -> None:
        self.does(Edited(message, text))

    def forwards(self, text: str) -> None:
        self.does(Said(f"{self.key}-u{next(self._ids)}", text, forwarded=True))

    def sends(self, name: str, mime: str = "application/pdf", caption: str = "") -> None:
        message = f"{self.key}-u{next(self._ids)}"
        self.does(Attached(message, "document", caption, f"ref-{name}", name, mime, 1000))

    def taps(self, label: str) -> None:
        """Tap the newest button that begins with the label."""
        for shown in reversed(self.screen):
            for button in shown.buttons:
                if button.text.startswith(label) and button.data is not None:
                    self.presses(button.data, shown.id)
                    return
        seen = [(shown.text[-200:], shown.labels) for shown in self.screen[-4:]]
        raise AssertionError(f"no button «{label}» among {seen}")

    def presses(self, data: str, message: str | None = None) -> None:
        self.does(Pressed(data, message, "press"))

    def does(self, what: What) -> None:
        self.room.happens(self, what)


class Room:
    """The house's decisions and memory, with a clock that stands still until it is moved."""

    def __init__(self, folder: Path, now: datetime) -> None:
        self.path = folder / "room.db"
        self.now = now
        self.sitters: dict[str, Sitter] = {}
        self.sent: list[tuple[datetime, str, Shown]] = []
        self._updates = itertools.count(1)
        self._messages = itertools.count(1)
        if not self.path.exists():
            self.path.write_bytes(empty_database())
        migrate(self.path)
        self.connection = connect(self.path)

    def close(self) -> None:
        self.connection.close()

    @contextmanager
    def unit(self) -> Iterator[Unit]:
        """One transaction, on shelves made anew."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield Unit(self.connection)
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def holds(self, name: str = "eksempel.toml") -> ProgrammeFile:
        """Import a programme from the example files."""
        programme = read_programme((PROGRAMMES / name).read_text(encoding="utf-8"))
        self.imports(programme)
        return programme

    def imports(self, programme: ProgrammeFile) -> None:
        with self.unit() as unit:
            importing.apply(unit, programme, self.now)

    def sitter(self, key: str, name: str = "Kari Nordmann", language: str = "nb") -> Sitter:
        self.sitters[key] = Sitter(self, key, name, language)
        return self.sitters[key]

    def passes(self, **duration: float) -> None:
        self.now += timedelta(**duration)

    def happens(self, sitter: Sitter, what: What) -> None:
        event = Event(
            source="telegram:1",
            update=str(next(self._updates)),
            address=Address("telegram", sitter.key),
            speaker=sitter.key,
            said_at=self.now,
            what=what,
            name=sitter.name,
            language=sitter.language,
        )
        self.answers(event)
        self.deliver()

    def answers(self, event: Event) -> None:
        with self.unit() as unit:
            nod = desk.handle(event, unit, self.now)
        if nod.text is not None and event.address.key in self.sitters:
            self.sitters[event.address.key].nods.append(nod.text)

    def deliver(self) -> None:
        """Carry out everything that is owed, in order."""
        while True:
            with self.unit() as unit:
                ready = unit.outbox.ready(self.now, 100)
                for row in ready:
                    unit.outbox.take(row.position)
                    unit.outbox.sent(row.position, self._carry(aimed(unit, row)), self.now)
            if not ready:
                return

    def _carry(self, row: OutboxRow) -> str | None:
        sitter = self.sitters.get(row.key)
        if sitter is None:
            return None
        buttons = [b for line in read_keyboard(row.buttons) for b in line]
        match row.verb:
            case "send":
                shown = Shown(f"m{next(self._messages)}", row.text, buttons, row.file)
                shown = replace(shown, silent=row.silent)
                sitter.screen.append(shown)
                self.sent.append((self.now, row.key, shown))
                return shown.id
            case "edit":
                for shown in sitter.screen:
                    if shown.id == row.target_message:
                        shown.html, shown.buttons, shown.edited = row.text, buttons, True
            case "delete":
                sitter.screen = [one for one in sitter.screen if one.id != row.target_message]
            case "menu":
                sitter.menu = json.loads(row.text)
            case "react":
                pass
        return None


def aimed(unit: Unit, row: OutboxRow) -> OutboxRow:
    """A row about one of ours names it by what the door called it, as the courier does."""
    about = unit.outbox.find(row.target_row) if row.target_row is not None else None
    return row if about is None else replace(row, target_message=about.message)


def rows(connection: sqlite3.Connection, table: str) -> int:
    """How many rows a table holds."""
    return int(connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0])  # noqa: S608
