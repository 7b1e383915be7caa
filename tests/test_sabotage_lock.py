"""Whoever writes holds the database from its first look: nobody else writes in between."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.keeping import commit
from bot.writer import Writer
from storage.migrate import migrate
from storage.unit import Unit, connect


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "house.db"
    migrate(path)
    return path


def counting(path: Path) -> Callable[[Unit], str]:
    """Read a number and write the next, while somebody else tries to write another between."""

    def work(unit: Unit) -> str:
        before = int(unit.house.value("count") or "0")
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other:
            try:
                other.execute("INSERT INTO house (name, value) VALUES ('count', '7')")
            except sqlite3.OperationalError as locked:
                told = str(locked)
            else:
                told = "it got in"
        unit.house.keep("count", str(before + 1))
        return told

    return work


def count(path: Path) -> str | None:
    with closing(connect(path)) as connection:
        return Unit(connection).house.value("count")


async def test_nobody_writes_between_what_a_unit_reads_and_what_it_writes(database: Path) -> None:
    writer = await Writer.open(database)
    try:
        told = await writer.run(counting(database))
    finally:
        await writer.close()
    assert (told, count(database)) == ("database is locked", "1")


def test_nobody_writes_within_a_command_s_unit_either(database: Path) -> None:
    told = commit(database, counting(database))
    assert (told, count(database)) == ("database is locked", "1")
