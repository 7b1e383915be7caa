"""An Excel workbook in memory, in which every text is a text: never a formula, link or markup."""

import re
from datetime import UTC, datetime
from io import BytesIO
from math import ceil
from typing import Any

from handlers.markup import plain
from handlers.papers import book_texts
from handlers.papers.excerpt import excerpt
from handlers.tongue import Tongue

# Excel holds 32,767 UTF-16 units in a cell, and a character may be two of them.
MOST_CHARACTERS = 16_000
_PART = MOST_CHARACTERS - 1  # cleaning may put a space before it
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_A4 = 9
# What XML cannot hold, controls, and what turns the direction of a text around.
_UNFIT = re.compile(
    "[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]"
)
# A quote prefix marks a cell as text, so that editing it in Excel makes no formula of it either.
_TEXT: dict[str, object] = {"quote_prefix": True, "text_wrap": True, "valign": "top"}
_BOXED: dict[str, object] = {**_TEXT, "border": 1, "border_color": "#B0B8C4"}
_WRAPPED = frozenset({"text", "head"})
_LINE, _HIGHEST = 15.0, 409.0  # points: of a line, and of the highest row that Excel has
_STYLES: dict[str, dict[str, object]] = {
    "text": _BOXED,
    "name": {**_BOXED, "bold": True},
    "head": {**_BOXED, "bold": True, "bg_color": "#DDE6F0"},
    "number": {**_BOXED, "quote_prefix": False},
    "title": {"quote_prefix": True, "bold": True, "font_size": 16},
    "line": {"quote_prefix": True},
    "heading": {"quote_prefix": True, "bold": True, "font_size": 12},
}


def clean(text: str) -> str:
    """The text as a cell can hold it: without control characters, its lines ended by LF."""
    kept = _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    # XlsxWriter takes what begins so for its own rich text, and writes it as raw XML.
    return f" {kept}" if kept.startswith("<r>") else kept


class Book:
    """A workbook under way. What a cell cannot hold goes on in a sheet of its own at the end."""

    def __init__(self, t: Tongue, title: str, created: datetime) -> None:
        """``created`` (aware) is all that the file knows of time: same data, same bytes."""
        # Loaded here, since few starts of the program ever make a workbook.
        import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415

        self._t = t
        self._bytes = BytesIO()
        self._book: Any = xlsxwriter.Workbook(self._bytes, _OPTIONS)
        naive = created.astimezone(UTC).replace(tzinfo=None, microsecond=0)
        self._book.set_properties({"title": clean(title), "created": naive})
        self._styles = {name: self._book.add_format(style) for name, style in _STYLES.items()}
        self._rest: list[tuple[str, str]] = []

    def sheet(self, name: str, widths: list[int]) -> "Sheet":
        """Add a sheet whose columns are as wide as ``widths``, in characters."""
        page = self._book.add_worksheet(name)
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        for place, width in enumerate(widths):
            page.set_column(place, place, width)
        return Sheet(self, page, name, widths)

    def style(self, name: str) -> Any:  # noqa: ANN401 - XlsxWriter ships no types
        return self._styles[name]

    def fitted(self, text: str, where: str) -> str:
        """As much as a cell can hold, and where the rest stands."""
        whole = clean(text)
        if len(whole) <= MOST_CHARACTERS:
            return whole
        first, rest = whole[:MOST_CHARACTERS], whole[MOST_CHARACTERS:]
        number = len(self._rest) + 1
        while rest:
            self._rest.append((where, rest[:_PART]))
            rest = rest[_PART:]
        return f"{first}{plain(book_texts.goes_on(self._t, number))}"

    def closed(self) -> bytes:
        """The whole file."""
        if self._rest:
            self._write_rest()
        self._book.close()
        return self._bytes.getvalue()

    def _write_rest(self) -> None:
        t = self._t
        page = self.sheet(plain(book_texts.rest(t)), [8, 30, 100])
        page.row(["", plain(book_texts.where(t)), plain(book_texts.text(t))], "head")
        for number, (where, text) in enumerate(self._rest, 1):
            page.row([number, where, text])
        page.frozen(1, 0)


class Sheet:
    """A sheet that is written from the top, a row at a time."""

    def __init__(self, book: Book, page: Any, name: str, widths: list[int]) -> None:  # noqa: ANN401
        self._book = book
        self._page = page
        self._name = name
        self._widths = widths
        self.height = 0

    def row(self, cells: list[str | int], style: str = "text") -> None:
        """Write texts and counts; the first cell of a row of texts is its name."""
        where = f"{self._name}: {excerpt(str(cells[0]), 60)}"
        if style in _WRAPPED:
            self._page.set_row(self.height, self._points(cells))
        for place, cell in enumerate(cells):
            if isinstance(cell, int):
                self._page.write_number(self.height, place, cell, self._book.style("number"))
                continue
            named = "name" if style == "text" and place == 0 else style
            text = self._book.fitted(cell, where)
            write = self._page.write_string if text else self._page.write_blank
            write(self.height, place, text, self._book.style(named))
        self.height += 1

    def _points(self, cells: list[str | int]) -> float:
        """How high the row must be for its longest text: not every program finds that out."""
        lines = (
            sum(max(1, ceil(len(line) / width)) for line in str(cell).split("\n"))
            for cell, width in zip(cells, self._widths, strict=False)
        )
        return min(_HIGHEST, _LINE * max(lines, default=1))

    def gap(self) -> None:
        self.height += 1

    def frozen(self, rows: int, columns: int) -> None:
        """Keep these in view, and repeat the rows on every printed page."""
        self._page.freeze_panes(rows, columns)
        self._page.repeat_rows(0, rows - 1)

    def filtered(self, first: int, columns: int) -> None:
        """Let the reader filter the table from row ``first`` down to here."""
        if self.height > first + 1:
            self._page.autofilter(first, 0, self.height - 1, columns - 1)
