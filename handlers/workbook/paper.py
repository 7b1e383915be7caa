"""The Excel file itself: cells in which every text is a text, lists to choose from, A4 on paper."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from math import ceil
from typing import Any

from handlers.papers.book import clean
from handlers.workbook.cells import Value

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_CREATED = datetime(2020, 1, 1)  # noqa: DTZ001 - the same workbook has the same bytes
_A4 = 9
_LINE = {"help": 12.0, "line": 16.0}  # points; a line of any other style has
_USUAL_LINE = 15.0
_DENSITY = {"help": 0.85, "head": 1.15, "name": 1.1}  # how wide a letter is; any other is 1
_ON_A_PAGE = 220  # characters beside one another that can still be read on A4
_HIGHEST = 409.0  # points, by Excel
_MOST = 32_767  # UTF-16 units in a cell, by Excel
_DAY, _MOMENT = "dd.mm.yyyy", "dd.mm.yyyy hh:mm"
# A quote prefix marks a cell as text, so that editing it in Excel makes no formula of it either.
_CELL: dict[str, object] = {
    "text_wrap": True,
    "valign": "top",
    "border": 1,
    "border_color": "#D5DBE3",
}
_GREY = {"font_color": "#7A8699", "italic": True}
_STYLES: dict[str, dict[str, object]] = {
    "general": {**_CELL, "align": "left"},
    "text": {**_CELL, "quote_prefix": True},
    "code": {**_CELL, "num_format": "@"},
    "moment": {**_CELL, "num_format": _MOMENT, "align": "left"},
    "day": {**_CELL, "num_format": _DAY, "align": "left"},
    "ours": {**_CELL, "num_format": "@", "font_color": "#7A8699", "bg_color": "#F3F5F8"},
    "name": {**_CELL, "quote_prefix": True, "bold": True, "bg_color": "#F3F6FA"},
    "head": {**_CELL, "bold": True, "bg_color": "#1F4E79", "font_color": "#FFFFFF"},
    "section": {"bold": True, "font_size": 12, "bottom": 2, "bottom_color": "#1F4E79"},
    "help": {**_CELL, "font_size": 9, "bg_color": "#E8EFF7", "font_color": "#33475B"},
    "title": {"bold": True, "font_size": 18, "font_color": "#1F4E79"},
    "line": {"text_wrap": True, "valign": "top", "font_size": 12},
}


class TooLongError(Exception):
    """A cell cannot hold the text; the message names sheet and row."""


class Paper:
    """A workbook under way."""

    def __init__(self, title: str) -> None:
        # Loaded here, since few starts of the program ever make a workbook.
        import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415

        self._bytes = BytesIO()
        self._book: Any = xlsxwriter.Workbook(self._bytes, _OPTIONS)
        self._book.set_properties({"title": clean(title), "created": _CREATED})
        self._styles = {name: self._book.add_format(style) for name, style in _STYLES.items()}
        grey = {name: self._book.add_format({**style, **_GREY}) for name, style in _STYLES.items()}
        self._styles |= {f"{name} example": style for name, style in grey.items()}
        self.whole_day = self._book.add_format({"num_format": _DAY})

    def sheet(self, name: str, widths: Sequence[int], styles: Sequence[str]) -> "Page":
        """Add a sheet whose columns are so wide (in characters), and so styled where empty."""
        page = self._book.add_worksheet(name)
        page.set_landscape()
        page.set_paper(_A4)
        page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        page.fit_to_pages(ceil(sum(widths) / _ON_A_PAGE), 0)
        page.repeat_columns(0, 0)
        page.set_footer("&L&A&R&P / &N")
        page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        for place, (width, style) in enumerate(zip(widths, styles, strict=True)):
            page.set_column(place, place, width, self._styles[style] if style else None)
        return Page(self, page, name, list(widths))

    def style(self, name: str) -> Any:  # noqa: ANN401 - XlsxWriter ships no types
        return self._styles[name]

    def closed(self) -> bytes:
        """The whole file."""
        self._book.close()
        return self._bytes.getvalue()


class Page:
    """A sheet that is written from the top, a row at a time."""

    def __init__(self, paper: Paper, page: Any, name: str, widths: list[int]) -> None:  # noqa: ANN401
        self._paper = paper
        self._page = page
        self._name = name
        self._widths = widths
        self.height = 0

    def row(self, cells: Sequence[Value | None], styles: Sequence[str]) -> int:
        """Write a row, each cell in its style, and give its place.

        A row of more than one line is made high enough: not every program finds that out.
        """
        lines, points = self._lines(cells, styles)
        if lines > 1:
            self._page.set_row(self.height, min(points, _HIGHEST))
        for place, (cell, style) in enumerate(zip(cells, styles, strict=True)):
            self._write(place, cell, style)
        self.height += 1
        return self.height - 1

    def _write(self, place: int, cell: Value | None, style: str) -> None:
        where = (self.height, place)
        match cell:
            case None | "":
                self._page.write_blank(*where, None, self._paper.style(style))
            case datetime():
                self._page.write_datetime(*where, cell, self._paper.style(_dated("moment", style)))
            case date():
                self._page.write_datetime(*where, cell, self._paper.style(_dated("day", style)))
            case int() | float():
                self._page.write_number(*where, cell, self._paper.style(style))
            case _:
                self._page.write_string(*where, self._fitting(str(cell)), self._paper.style(style))

    def _fitting(self, text: str) -> str:
        whole = clean(text)
        if len(whole.encode("utf-16-le")) > 2 * _MOST:
            raise TooLongError(f"{self._name}, {self.height + 1}")
        return whole

    def _lines(self, cells: Sequence[Value | None], styles: Sequence[str]) -> tuple[int, float]:
        """Of the highest cell: how many lines it has, and how many points that is."""
        counted = [
            (_count(str(cell or ""), width / _DENSITY.get(style, 1)), style)
            for cell, width, style in zip(cells, self._widths, styles, strict=True)
        ]
        return max((lines, lines * _LINE.get(style, _USUAL_LINE)) for lines, style in counted)

    def gap(self) -> None:
        self.height += 1

    def frozen(self, rows: int, columns: int) -> None:
        """Keep these in view, and repeat the rows on every printed page."""
        self._page.freeze_panes(rows, columns)
        self._page.repeat_rows(0, rows - 1)

    def choose(self, rows: tuple[int, int], column: int, source: list[str] | str) -> None:
        """Offer a list in these cells; another word is asked about, and may be kept."""
        rule = {"validate": "list", "source": source, "error_type": "warning"}
        self._page.data_validation(rows[0], column, rows[1], column, rule)

    def dated(self, rows: tuple[int, int], column: int) -> None:
        """Show no time of day where none is meant."""
        first = _cell(rows[0], column)
        rule = {"type": "formula", "criteria": f"=AND(ISNUMBER({first}),MOD({first},1)=0)"}
        whole = {**rule, "format": self._paper.whole_day}
        self._page.conditional_format(rows[0], column, rows[1], column, whole)


def _count(text: str, width: float) -> int:
    return sum(max(1, ceil(len(line) / width)) for line in text.split("\n"))


def _dated(kind: str, style: str) -> str:
    return f"{kind} example" if style.endswith(" example") else kind


def _cell(row: int, column: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell  # type: ignore[import-untyped]  # noqa: PLC0415

    return str(xl_rowcol_to_cell(row, column))
