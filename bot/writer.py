"""Units of work on the database's own thread, several to a commit when they queue up."""

import asyncio
import contextlib
import sqlite3
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol, Self, TypeVar

import aiosqlite

from storage.unit import Unit, connect, random_id

Result = TypeVar("Result")
Work = Callable[[Unit], Result]
MOST_TOGETHER = 64


class TransactionLostError(Exception):
    """The database ended the transaction by itself (a full disk, say); nothing was kept."""


class RunsUnits(Protocol):
    """Whoever can run a unit of work."""

    async def run(self, work: Work[Result]) -> Result:
        """Run ``work`` in one piece and return its result, once it is on disk."""
        ...


@dataclass(slots=True)
class _Outcome:
    value: Any = None
    error: BaseException | None = None


class Writer:
    """The only one who writes. A result is handed over after the commit, never before."""

    def __init__(self, connection: aiosqlite.Connection, new_id: Callable[[], str]) -> None:
        """Use ``open`` instead: it also starts the loop."""
        self._connection = connection
        self._new_id = new_id
        self._unit: Unit | None = None
        self._queue: deque[tuple[Work[Any], asyncio.Future[Any]]] = deque()
        self._wake = asyncio.Event()
        self._loop_task: asyncio.Task[None] | None = None
        self._closing = False

    @classmethod
    async def open(
        cls,
        path: Path,
        new_id: Callable[[], str] = random_id,
        connector: Callable[[Path], sqlite3.Connection] = connect,
    ) -> Self:
        """Open the database at ``path`` and begin to take units."""
        connection = await aiosqlite.Connection(partial(connector, path), iter_chunk_size=64)
        writer = cls(connection, new_id)
        writer._loop_task = asyncio.create_task(writer._work(), name="writer")
        return writer

    async def run(self, work: Work[Result]) -> Result:
        """Run ``work`` in one piece; a caller who is cancelled meanwhile cancels nothing."""
        if self._closing:
            raise RuntimeError("the writer is closed")
        future: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._queue.append((work, future))
        self._wake.set()
        return await future

    async def wipe(self) -> bool:
        """Write the database anew, so that what was erased stands in no file; false if busy.

        Pages that were freed long ago may hold what ``secure_delete`` never saw.
        """
        return await _on_thread(self._connection, self._wipe)

    async def close(self) -> None:
        """Finish what is queued, then close the connection; its thread would outlive us."""
        self._closing = True
        self._wake.set()
        if self._loop_task is not None:
            with contextlib.suppress(asyncio.CancelledError):
                await self._loop_task
        await self._connection.close()

    async def _work(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._queue:
                size = min(MOST_TOGETHER, len(self._queue))
                batch = [self._queue.popleft() for _ in range(size)]
                await self._run_together(batch)
            if self._closing:
                return

    async def _run_together(self, batch: Sequence[tuple[Work[Any], asyncio.Future[Any]]]) -> None:
        works = [work for work, _ in batch]
        outcomes = await _on_thread(self._connection, partial(self._commit_together, works))
        for (_, future), outcome in zip(batch, outcomes, strict=True):
            if future.done():
                continue
            if outcome.error is not None:
                future.set_exception(outcome.error)
            else:
                future.set_result(outcome.value)

    def _wipe(self) -> bool:
        connection = _raw(self._connection)
        connection.execute("VACUUM")
        row = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return bool(row[0] == 0)

    def _commit_together(self, works: Sequence[Work[Any]]) -> list[_Outcome]:
        connection = _raw(self._connection)
        if self._unit is None:
            self._unit = Unit(connection, self._new_id)
        try:
            return run_in_one_transaction(connection, self._unit, works)
        except Exception as error:  # noqa: BLE001 - the edge: it becomes every caller's error
            if len(works) == 1:
                return [_Outcome(error=error)]
            return [alone for work in works for alone in self._commit_together([work])]


def run_in_one_transaction(
    connection: sqlite3.Connection, unit: Unit, works: Sequence[Work[Any]]
) -> list[_Outcome]:
    """Run each piece of work in a savepoint of its own, and commit them together.

    Raises what the database raises when the transaction or the commit fails as a whole: then
    nothing of any of them was kept.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.Error as error:
        return [_Outcome(error=error) for _ in works]
    try:
        outcomes = [_in_savepoint(connection, unit, work) for work in works]
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return outcomes


def _in_savepoint(connection: sqlite3.Connection, unit: Unit, work: Work[Any]) -> _Outcome:
    connection.execute("SAVEPOINT work")
    try:
        value = work(unit)
    except Exception as error:
        if not connection.in_transaction:
            raise TransactionLostError from error
        connection.execute("ROLLBACK TO work")
        connection.execute("RELEASE work")
        return _Outcome(error=error)
    connection.execute("RELEASE work")
    return _Outcome(value=value)


class Reader:
    """A connection of its own for long reading, so that an answer never waits for it."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        """Use ``open`` instead."""
        self._connection = connection

    @classmethod
    async def open(cls, path: Path) -> Self:
        connector = partial(connect, path, read_only=True)
        return cls(await aiosqlite.Connection(connector, iter_chunk_size=64))

    async def run(self, work: Work[Result]) -> Result:
        """Run ``work`` on one snapshot of the data; it cannot write."""
        return await _on_thread(self._connection, partial(self._read, work))

    async def close(self) -> None:
        await self._connection.close()

    def _read(self, work: Work[Result]) -> Result:
        connection = _raw(self._connection)
        connection.execute("BEGIN")
        try:
            return work(Unit(connection))
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")


async def _on_thread(connection: aiosqlite.Connection, work: Callable[[], Result]) -> Result:
    """The one place that touches aiosqlite's inside: a whole piece of work in one crossing."""

    def silently() -> Result:  # aiosqlite logs at DEBUG what it runs, with every argument
        return work()

    result: Result = await connection._execute(silently)  # type: ignore[no-untyped-call]  # noqa: SLF001
    return result


def _raw(connection: aiosqlite.Connection) -> sqlite3.Connection:
    """The connection itself, for work that is on its thread already."""
    return connection._conn  # noqa: SLF001 - as above
