"""The writer keeps its promises: one piece, together, never half, and told after the commit."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.writer import Reader, Writer
from storage.migrate import migrate
from storage.unit import Unit, connect

NOW = datetime(2026, 8, 24, 7, 0, tzinfo=UTC)


@pytest.fixture
async def writer(tmp_path: Path) -> AsyncIterator[Writer]:
    path = tmp_path / "house.db"
    migrate(path)
    opened = await Writer.open(path)
    yield opened
    await opened.close()


def adding(name: str, fails: Exception | None = None):  # type: ignore[no-untyped-def]  # noqa: ANN201
    def work(unit: Unit) -> str:
        unit.house.keep(name, "kept")
        if fails is not None:
            raise fails
        return name

    return work


def names(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT name FROM house ORDER BY name")]


async def test_what_was_answered_is_on_disk(writer: Writer, tmp_path: Path) -> None:
    await writer.run(adding("one"))
    assert names(tmp_path / "house.db") == ["one"]


async def test_a_unit_that_fails_takes_nobody_with_it(writer: Writer, tmp_path: Path) -> None:
    results = await asyncio.gather(
        writer.run(adding("one")),
        writer.run(adding("two", fails=ValueError("no"))),
        writer.run(adding("three")),
        return_exceptions=True,
    )
    assert [type(result) for result in results] == [str, ValueError, str]
    assert names(tmp_path / "house.db") == ["one", "three"]


async def test_units_that_queue_up_share_a_commit(tmp_path: Path) -> None:
    path = tmp_path / "house.db"
    migrate(path)
    commits: list[str] = []

    def counting(where: Path) -> sqlite3.Connection:
        connection = connect(where)
        connection.set_trace_callback(
            lambda sql: commits.append(sql) if sql.startswith("COMMIT") else None
        )
        return connection

    writer = await Writer.open(path, connector=counting)
    await asyncio.gather(*(writer.run(adding(str(n))) for n in range(40)))
    await writer.close()
    assert (len(names(path)), len(commits)) == (40, 1)


async def test_when_the_transaction_is_lost_each_unit_is_run_again_alone(
    writer: Writer, tmp_path: Path
) -> None:
    def losing(unit: Unit) -> None:
        unit.house.connection.execute("ROLLBACK")
        raise sqlite3.OperationalError("database or disk is full")

    results = await asyncio.gather(
        writer.run(adding("one")),
        writer.run(losing),
        writer.run(adding("two")),
        return_exceptions=True,
    )
    assert [type(result).__name__ for result in results] == ["str", "TransactionLostError", "str"]
    assert names(tmp_path / "house.db") == ["one", "two"]


async def test_a_caller_who_gives_up_cancels_nothing(writer: Writer, tmp_path: Path) -> None:
    waiting = asyncio.ensure_future(writer.run(adding("one")))
    await asyncio.sleep(0)
    waiting.cancel()
    await writer.run(adding("two"))
    assert names(tmp_path / "house.db") == ["one", "two"]


async def test_a_reader_sees_what_is_there_and_can_write_nothing(
    writer: Writer, tmp_path: Path
) -> None:
    await writer.run(lambda unit: unit.people.add("Kari", "nb", NOW))
    reader = await Reader.open(tmp_path / "house.db")
    seen = await reader.run(lambda unit: [one.name for one in unit.people.after("", 5)])
    with pytest.raises(sqlite3.OperationalError):
        await reader.run(adding("one"))
    await reader.close()
    assert seen == ["Kari"]


async def test_closing_finishes_what_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "house.db"
    migrate(path)
    writer = await Writer.open(path)
    last = asyncio.ensure_future(writer.run(adding("last")))
    await asyncio.sleep(0)
    await writer.close()
    assert (await last, names(path)) == ("last", ["last"])
