"""The matrix of an overview: a row a team, an answer in short, and in full behind it."""

from collections.abc import Iterator
from hashlib import sha256

from handlers.markup import plain
from handlers.papers.excerpt import excerpt
from handlers.summary import overview_texts as own
from handlers.summary import texts
from handlers.summary.overview_values import Heading, Line, Shown
from handlers.summary.values import Cell, Column, Row, Summary
from handlers.tongue import Tongue

LONGEST = 110  # letters of an answer that stands open in the matrix
MOST_LINES = 4
SHORT, LONG = 14, 60  # letters


def lines(t: Tongue, summary: Summary) -> tuple[Line, ...]:
    """Every row, as the summary has them."""
    asking = {plea.party for plea in summary.pleas if plea.answered_on is None}
    return tuple(_line(t, summary, row, asks=row.party in asking) for row in summary.rows)


def headings(summary: Summary) -> tuple[Heading, ...]:
    """The questions, with more room for those that are answered at length."""
    answers = [[cell.shown for cell in row.cells] for row in summary.rows if row.cells]
    longest = [max(map(len, column)) for column in zip(*answers, strict=True)]
    rooms = longest or [0] * len(summary.columns)
    return tuple(
        Heading(one.wording, "narrow" if n <= SHORT else "wide" if n > LONG else "usual")
        for one, n in zip(summary.columns, rooms, strict=True)
    )


def version_of(value: object) -> str:
    """A token that is another one as soon as anything in the value is."""
    return sha256(repr(value).encode()).hexdigest()[:12]


def _line(t: Tongue, summary: Summary, row: Row, *, asks: bool) -> Line:
    cells = tuple(_cells(t, summary.columns, row))
    name, status = plain(texts.who(t, row.name)), plain(texts.in_state(t, row.state))
    marks = tuple(_marks(t, summary, row))
    return Line(
        party=row.party,
        version=version_of((name, status, marks, asks, [one for one in cells if not one.is_empty])),
        name=name,
        place=_place(row),
        state=row.state,
        status=status,
        marks=marks,
        asks=asks,
        cells=cells,
    )


def _place(row: Row) -> str:
    """The municipality, unless the name says it already."""
    town = row.municipality or ""
    return "" if town.casefold() in (row.name or "").casefold() else town


def _marks(t: Tongue, summary: Summary, row: Row) -> Iterator[str]:
    if row.on_behalf:
        yield plain(own.on_behalf(t))
    if not row.owes and not summary.individuals:
        yield plain(own.not_taking_part(t))
    elif not row.telegram:
        yield plain(own.without_telegram(t))


def _cells(t: Tongue, columns: tuple[Column, ...], row: Row) -> Iterator[Shown]:
    if not row.cells:
        yield from (Shown(one.wording, "") for one in columns)
    for one, cell in zip(columns, row.cells, strict=False):
        yield _shown(t, one.wording, cell)


def _shown(t: Tongue, label: str, cell: Cell) -> Shown:
    """An answer of several lines keeps the first ones."""
    every = [line for line in cell.shown.splitlines() if line.strip()]
    short = "\n".join(excerpt(line, LONGEST) for line in every[:MOST_LINES])
    whole = "\n".join(" ".join(line.split()) for line in every)
    asked = plain(texts.asked_as(t, cell.wording)) if cell.wording else ""
    return Shown(label, short, "" if short == whole else cell.shown.strip(), asked)
