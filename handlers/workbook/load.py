"""From the bytes of an Excel file to the values in its cells; nothing in it is ever evaluated."""

import re
import warnings
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from handlers.programme_file import Complaint
from handlers.programme_file.phrases import Phrase, phrase
from handlers.screen import screen_text
from handlers.workbook import file_texts as texts
from handlers.workbook.cells import Value
from handlers.workbook.values import WorkbookErrors

MOST_BYTES = 5 * 1024 * 1024
MOST_UNPACKED = 20 * 1024 * 1024
MOST_IN_A_PART = 10 * 1024 * 1024
MOST_STYLES = 1024 * 1024  # openpyxl builds a hundred times that of them at once
MOST_ROWS = 5_000
MOST_COLUMNS = 80
MOST_SHEETS = 30
_LEAST, _MOST = 10**9, 10**11  # in a number the zero in front is lost

_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")

Numbered = tuple[int, tuple[Any, ...]]
"""A row's number, and its cells as openpyxl gives them."""

# What zipfile and openpyxl raise of a file that is broken or forged; a parser's error is a
# SyntaxError, a number or an entity that is forbidden a ValueError.
_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    BadZipFile,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zlib.error,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not empty; ``number`` is the one that Excel shows."""

    number: int
    cells: tuple[Value | None, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet, and what is wrong with cells of it: row, column from 0, why."""

    name: str
    rows: tuple[Row, ...]
    faults: tuple[tuple[int, int, Phrase], ...]


def load(content: bytes) -> list[Grid]:
    """Every sheet; raises WorkbookErrors for what is no workbook, or too large."""
    if len(content) > MOST_BYTES:
        raise _refused(phrase(texts.too_large, MOST_BYTES // 1024**2))
    try:
        _weigh(content)
        return list(_grids(content))
    except WorkbookErrors:
        raise
    except _BROKEN as error:
        raise _refused(phrase(texts.not_a_workbook)) from error


def _weigh(content: bytes) -> None:
    """Refuse what would fill the memory when it is unpacked."""
    with ZipFile(BytesIO(content)) as package:
        parts = package.infolist()
    swells = any(part.file_size > _most_of(part.filename) for part in parts)
    if swells or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise _refused(phrase(texts.too_large, MOST_BYTES // 1024**2))


def _most_of(part: str) -> int:
    return MOST_STYLES if part.lower().endswith("styles.xml") else MOST_IN_A_PART


def _refused(what: Phrase) -> WorkbookErrors:
    return WorkbookErrors([Complaint((), what)])


def _grids(content: bytes) -> Iterator[Grid]:
    """Each sheet, read once; where it has formulas, once more for the values that they had."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what openpyxl would lose if it wrote the file
        written = _sheets(content, values=False)
        shown = _sheets(content, values=True) if _has_formulas(content) else [None] * len(written)
        for one, other in zip(written, shown, strict=True):
            yield _grid(one.title, _cells(one), _cells(other) if other else None)


def _sheets(content: bytes, *, values: bool) -> list[Any]:
    # Loaded here, since few starts of the program ever read a workbook.
    from openpyxl import load_workbook  # noqa: PLC0415

    book = load_workbook(BytesIO(content), read_only=True, data_only=values, keep_links=False)
    return list(book.worksheets[:MOST_SHEETS])


def _has_formulas(content: bytes) -> bool:
    with ZipFile(BytesIO(content)) as package:
        names = (name for name in package.namelist() if name.startswith("xl/worksheets/"))
        return any(_FORMULA.search(package.read(name)) for name in names)


def _grid(title: str, written: Iterator[Numbered], shown: Iterator[Numbered] | None) -> Grid:
    rows: list[Row] = []
    faults: list[tuple[int, int, Phrase]] = []
    for number, cells in written:
        cached = cells if shown is None else next(shown)[1]
        read = [_value(cell, other) for cell, other in zip(cells, cached, strict=True)]
        wrong = [(number, place, what) for place, (_, what) in enumerate(read) if what is not None]
        faults += wrong
        if wrong or any(value is not None for value, _ in read):
            rows.append(Row(number, tuple(value for value, _ in read)))
        if rows and rows[-1].number > MOST_ROWS:
            raise _refused(phrase(texts.too_many_rows, MOST_ROWS))
    return Grid(screen_text(title.strip())[0], tuple(rows), tuple(faults))


def _cells(sheet: Any) -> Iterator[Numbered]:  # noqa: ANN401
    """The rows that stand in the file, by their numbers; the empty ones between are not made up.

    ``iter_rows`` would make a million of them for a cell in a sheet's last row.
    """
    from openpyxl.worksheet._reader import WorkSheetParser  # noqa: PLC0415 - as in _sheets

    book = sheet.parent
    with sheet._get_source() as source:  # noqa: SLF001 - openpyxl has no other way to its rows
        parser = WorkSheetParser(
            source,
            sheet._shared_strings,  # noqa: SLF001
            data_only=book.data_only,
            epoch=book.epoch,
            date_formats=book._date_formats,  # noqa: SLF001
            timedelta_formats=book._timedelta_formats,  # noqa: SLF001
        )
        last = 0
        for number, row in parser.parse():
            if number > last:
                last = number
                yield number, sheet._get_row(row, 1, MOST_COLUMNS)  # noqa: SLF001


def _value(cell: Any, cached: Any) -> tuple[Value | None, Phrase | None]:  # noqa: ANN401
    """What stands in a cell, and what is wrong with it."""
    if cell.data_type == "f" and cached.value is None:
        return None, phrase(texts.no_cached_value)
    if cached.data_type == "e":
        return None, phrase(texts.an_error)
    value = _known(cached.value)
    if isinstance(value, str):
        kept, numbers = screen_text(value.replace("_x000D_", "").replace("\r\n", "\n"))
        return (kept if kept.strip() else None), _national(numbers)
    if isinstance(value, int | float) and _LEAST <= value < _MOST:
        kept, numbers = screen_text(f"{int(value):011}")
        return (kept if numbers else value), _national(numbers)
    return value, None


def _national(numbers: int) -> Phrase | None:
    return phrase(texts.a_national_number) if numbers else None


def _known(value: object) -> Value | None:
    match value:
        case None | str() | bool() | int() | float() | datetime() | date() | time():
            return value
        case _:
            return str(value)
