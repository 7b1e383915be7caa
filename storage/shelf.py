"""What every shelf stands on: its statements, and rows made into records."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

import aiosql

from storage.instants import instant

SQL = Path(__file__).parent / "sql"
Record = TypeVar("Record")


@cache
def statements(noun: str) -> Any:  # noqa: ANN401 - aiosql makes its methods from the file
    """Load a shelf's annotated SQL file, once in the process."""
    return aiosql.from_path(
        SQL / f"{noun}.sql", "sqlite3", mandatory_parameters=True, encoding="utf-8"
    )


class Shelf:
    """One noun's place in the database, within the unit of work that is under way."""

    def __init__(self, connection: sqlite3.Connection, new_id: Callable[[], str]) -> None:
        """Stand on the writer's (or reader's) connection; ``new_id`` makes random ids."""
        self.connection = connection
        self.new_id = new_id


def one(kind: type[Record], row: sqlite3.Row | None) -> Record | None:
    """Make the row a record, if there is one."""
    return None if row is None else _maker(kind)(row)  # type: ignore[arg-type]


def every(kind: type[Record], rows: Iterable[sqlite3.Row]) -> list[Record]:
    """Make the rows records, at once: no cursor stays open behind a unit."""
    make = _maker(kind)  # type: ignore[arg-type]
    return [make(row) for row in rows]


def number(row: sqlite3.Row) -> int:
    """Read a count."""
    return int(row[0])


def text(row: sqlite3.Row | None) -> str | None:
    """Read one value that may not be there."""
    return None if row is None or row[0] is None else str(row[0])


@cache
def _maker(kind: type[Record]) -> Callable[[sqlite3.Row], Record]:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    readers = [(name, _reader(hints[name])) for name in names]
    plain = all(read is None for _, read in readers)

    def make(row: sqlite3.Row) -> Record:
        if plain:
            return kind(*(row[name] for name in names))
        return kind(*(row[n] if read is None else read(row[n]) for n, read in readers))

    return make


def _reader(hint: object) -> Callable[[Any], Any] | None:
    if hint is bool:
        return bool
    if hint == bool | None:
        return _bool_or_none
    if hint is date:
        return date.fromisoformat
    if hint is datetime:
        return instant
    if hint == datetime | None:
        return _instant_or_none
    if hint == date | None:
        return _date_or_none
    return None


def _bool_or_none(number: int | None) -> bool | None:
    return None if number is None else bool(number)


def _instant_or_none(text: str | None) -> datetime | None:
    return None if text is None else instant(text)


def _date_or_none(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
