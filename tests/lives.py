"""Lives of the house that end in a crash, on one database, against one Telegram that outlives them.

The polling, intake, clerk and courier are the real ones; the writer runs in this thread, so that a
life takes milliseconds and every statement is a place to die.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self, TypeVar

from bot.app import telegram_event, telegram_incoming
from bot.clerk import Clerk
from bot.clock import MovableClock
from bot.courier import Courier
from bot.intake import Intake
from bot.pace import UNLIMITED
from bot.parcel import Parcel, Receipt
from bot.telegram.polling import Polling
from bot.writer import run_in_one_transaction
from handlers import tick
from storage.unit import Unit, prepare

Result = TypeVar("Result")
NOW = datetime(2026, 8, 24, 7, 0, tzinfo=UTC)


class Crash(BaseException):
    """The process dies here; nothing after this happens in this life."""


@dataclass(slots=True)
class Fuse:
    """Counts every step, and blows at the ones it was told to; blown, it stays so."""

    at: int | None = None
    steps: int = 0
    blown: bool = False

    def step(self) -> None:
        self.steps += 1
        if self.blown or self.steps == self.at:
            self.blown = True
            raise Crash


@dataclass(slots=True)
class Telegram:
    """Keeps updates until a later offset is asked for, and whatever it was sent."""

    fuse: Fuse = field(default_factory=Fuse)
    waiting: dict[int, dict[str, object]] = field(default_factory=dict)
    sent: list[str] = field(default_factory=list)
    next_update: int = 100
    name: str = "telegram"
    source: str = "telegram:1"

    def brings(self, text: str, key: int = 1) -> int:
        """Let a person write something."""
        self.next_update += 1
        self.waiting[self.next_update] = {
            "update_id": self.next_update,
            "message": {
                "message_id": self.next_update,
                "date": int(NOW.timestamp()),
                "chat": {"id": key, "type": "private"},
                "from": {"id": key, "is_bot": False, "first_name": "Kari", "language_code": "nb"},
                "text": text,
            },
        }
        return self.next_update

    async def updates(self, offset: int, _seconds: int, _kinds: list[str]) -> list[object]:
        self.fuse.step()
        self.waiting = {n: raw for n, raw in self.waiting.items() if n >= offset}
        await asyncio.sleep(0)
        self.fuse.step()
        return list(self.waiting.values())

    async def forget_webhook(self) -> None:
        """Nothing was set."""

    async def deliver(self, parcel: Parcel) -> Receipt:
        self.fuse.step()
        if parcel.verb == "send":
            self.sent.append(str(parcel.text))
        await asyncio.sleep(0)
        self.fuse.step()
        return Receipt(parcel.target or str(1000 + len(self.sent)))

    async def acknowledge(self, press: str, text: str | None = None) -> None:  # noqa: ARG002
        self.fuse.step()

    async def fetch(self, ref: str, to: Path, limit: int) -> None:
        raise NotImplementedError


class FusedCursor(sqlite3.Cursor):
    """Every statement is a step."""

    fuse: Fuse

    def execute(self, *arguments: Any) -> Self:  # noqa: ANN401
        self.fuse.step()
        super().execute(*arguments)
        return self


def fused(path: Path, fuse: Fuse) -> sqlite3.Connection:
    """A connection on which every statement, commits too, may be the last."""
    cursor_class = type("Cursor", (FusedCursor,), {"fuse": fuse})

    class Connection(sqlite3.Connection):
        def cursor(self, factory: Any = cursor_class) -> Any:  # noqa: ANN401
            return super().cursor(factory)

        def execute(self, *arguments: Any) -> sqlite3.Cursor:  # noqa: ANN401
            if not str(arguments[0]).startswith("PRAGMA"):
                fuse.step()
            return super().execute(*arguments)

    connection = sqlite3.connect(
        path, isolation_level=None, check_same_thread=False, factory=Connection
    )
    prepare(connection)
    # These lives are ended by exceptions, not by power cuts, so no test waits for the disk.
    connection.execute("PRAGMA synchronous = OFF")
    return connection


class InThread:
    """Runs a unit where it stands, each in a commit of its own."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._unit = Unit(connection)

    async def run(self, work: Callable[[Unit], Result]) -> Result:
        outcome = run_in_one_transaction(self._connection, self._unit, [work])[0]
        if outcome.error is not None:
            raise outcome.error
        result: Result = outcome.value
        return result


async def live(path: Path, telegram: Telegram) -> None:
    """One life, until all is handled and sent, or until the fuse blows (raises ``Crash``)."""
    with closing(fused(path, telegram.fuse)) as connection:
        writer, clock, stop = InThread(connection), MovableClock(NOW), asyncio.Event()
        intake = Intake(writer, clock)
        courier = Courier(
            writer,
            clock,
            {"telegram": telegram},
            tick.compose,
            path.parent,
            stirred=lambda: None,
            senders=1,
            limits=UNLIMITED,
        )
        clerk = Clerk(writer, clock, intake, telegram_event, {"telegram": telegram}, courier.wake)

        async def receive(source: str, updates: Sequence[Any]) -> None:
            await intake.receive(source, [telegram_incoming(raw) for raw in updates])

        polling = Polling(telegram, receive, stop, seconds=0)  # type: ignore[arg-type]
        running = [
            asyncio.ensure_future(one) for one in (polling.run(), clerk.run(), courier.run())
        ]
        try:
            await _until_quiet(writer, telegram, running)
        finally:
            for one in [*running, *courier._away]:
                one.cancel()
            await asyncio.gather(*running, *courier._away, return_exceptions=True)


async def _until_quiet(
    writer: InThread, telegram: Telegram, running: Sequence["asyncio.Future[None]"]
) -> None:
    while True:
        await asyncio.sleep(0)
        for one in running:
            if one.done() and (error := one.exception()) is not None:
                raise error
        if telegram.fuse.blown:
            raise Crash
        if not telegram.waiting and _is_quiet(writer):
            return


def _is_quiet(writer: InThread) -> bool:
    """Look without a step: the looking is the test's, not the house's."""
    rows = sqlite3.Connection.execute(
        writer._connection,
        "SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'new')"
        " + (SELECT COUNT(*) FROM outbox WHERE state IN ('waiting', 'sending'))",
    )
    return bool(rows.fetchone()[0] == 0)
