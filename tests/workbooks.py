"""A workbook as it lies open in another program: cells are found by heading, and written over."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from handlers.markup import plain
from handlers.tongue import tongue
from handlers.workbook import Workbook, WorkbookErrors, read_workbook

EN = tongue("en")
GATHERINGS = "Gatherings and deadlines"


class Desk:
    """Somebody edits a workbook with openpyxl, and saves it."""

    def __init__(self, content: bytes) -> None:
        self.book: Any = load_workbook(BytesIO(content))

    def cell(self, sheet: str, heading: str, row: int) -> Any:  # noqa: ANN401
        page = self.book[sheet]
        columns = [one.column for one in page[1] if one.value == heading]
        return page.cell(row, columns[0])

    def setting(self, sheet: str, name: str) -> Any:  # noqa: ANN401
        page = self.book[sheet]
        rows = [row for row in range(1, page.max_row + 1) if page.cell(row, 1).value == name]
        return page.cell(rows[0], 2)

    def write(self, sheet: str, row: int, **values: object) -> None:
        """Write cells of a row; a heading's spaces are underscores here."""
        for heading, value in values.items():
            self.cell(sheet, heading.replace("_", " "), row).value = value

    def saved(self) -> bytes:
        whole = BytesIO()
        self.book.save(whole)
        return whole.getvalue()


def edited(content: bytes, edit: Callable[[Desk], object]) -> bytes:
    desk = Desk(content)
    edit(desk)
    return desk.saved()


def complaints(content: bytes, language: str = "en") -> list[str]:
    """What is wrong with a workbook, as it is told."""
    try:
        read_workbook(content)
    except WorkbookErrors as errors:
        return [plain(one.sentence(tongue(language))) for one in errors.complaints]
    return []


def unread(book: Workbook) -> list[str]:
    return [plain(one.sentence(EN)) for one in book.unread]
