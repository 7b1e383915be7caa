"""From the rows of a sheet to items of a programme file, each cell read by its field."""

from collections.abc import Iterator

from handlers.markup import plain
from handlers.programme_file import Refused
from handlers.programme_file.phrases import Phrase, phrase
from handlers.programme_file.places import Loc
from handlers.workbook import file_texts as texts
from handlers.workbook.cells import shown
from handlers.workbook.example import as_example, is_example
from handlers.workbook.findings import Findings, Line, Spot
from handlers.workbook.headings import VALUE, WHAT, head_of
from handlers.workbook.load import Grid, Row
from handlers.workbook.plan import Field, Path, Plan, put
from handlers.workbook.scope import TONGUES, Scope, folded
from handlers.workbook.sheets import Cells
from handlers.workbook.tables import Tables

Said = tuple[Line, Cells]
"""A row: where it stands, and what stands in its cells."""


def lines_of(plan: Plan, grid: Grid, order: int, found: Findings) -> Iterator[Said]:
    """The rows that say something: none that is empty, or an example that nobody touched."""
    head = head_of(plan, grid, order, found)
    if head is None:
        return
    ours = {field.path for field in plan.fields if field.ours}
    headings = head.headings()
    for row in head.rows:
        cells: Cells = {}
        for column, place in head.columns.items():
            value = row.cells[column] if column < len(row.cells) else None
            if value is not None:
                cells[place] = value
        line = Line(Spot(order, grid.name, row.number), headings)
        if found.is_new:
            cells = _own(plan, line, cells, found)
        if {path for path, _ in cells} - ours:
            yield line, cells


def _own(plan: Plan, line: Line, cells: Cells, found: Findings) -> Cells:
    """What somebody wrote in a row: none of the example that they wrote over in part."""
    alike = as_example(plan, line.spot.row, cells)
    if len(alike) == len(cells) or is_example(plan, cells):
        return {}
    listed = {field.path for field in plan.fields if field.choices is not None}
    left = [place for place in cells if place in alike and place[0] not in listed]
    found.examples |= {line.under(path) for path, _ in left}
    if left:
        said = [shown(cells[place]) for place in left]
        found.unread.append(line.spot.complaint(Phrase(texts.as_the_example, tuple(said))))
    return {place: value for place, value in cells.items() if place not in left}


def item_of(plan: Plan, said: Said, loc: Loc, scope: Scope, found: Findings) -> Tables:
    """What a row says, as a table of a programme file; a cell that cannot be read is left out."""
    line, cells = said
    item: Tables = {}
    for field in plan.fields:
        try:
            value = read_field(field, cells, scope)
        except Refused as refused:
            found.blame(line.under(field.path), refused.phrase, (*loc, *field.path))
        else:
            if value is not None:
                put(item, field.path, value)
    found.lines[loc] = line
    return item


def read_field(field: Field, cells: Cells, scope: Scope) -> object:
    """The value of a field; None where its cells are empty. Raises Refused."""
    parts = {part: value for (path, part), value in cells.items() if path == field.path}
    return field.cell.read(parts, scope) if parts else None


def settings_of(plan: Plan, grid: Grid, order: int, found: Findings) -> Cells:
    """All cells of an upright sheet by field and part, without examples that nobody touched."""
    head = head_of(plan, grid, order, found)
    if head is None:
        return {}
    known = _labels(plan)
    every: Cells = {}
    met: set[Path] = set()
    for row in head.rows:
        said, values = _upright(head.columns, row)
        field = known.get(folded(said))
        spot = Spot(order, grid.name, row.number, " ".join(said.split()))
        if field is None:
            if values and said:
                found.blame(spot, phrase(texts.unknown_row))
        elif field.path in met:
            found.blame(spot, phrase(texts.two_rows))
        else:
            met.add(field.path)
            found.settings[field.path] = spot
            every |= {(field.path, part): value for (_, part), value in values.items()}
    for field in plan.fields:
        if field.path not in met:
            found.blame(Spot(order, grid.name), phrase(texts.no_row, field.heading))
    if (("id",), "") in every:
        found.is_new = False  # only what was written of a programme that stands has its id
    return _touched(plan, every, found) if found.is_new else every


def _touched(plan: Plan, every: Cells, found: Findings) -> Cells:
    rows = [{place: value for place, value in every.items() if place[0] == field.path}
            for field in plan.fields]  # fmt: skip
    kept = [row for row in rows if not is_example(plan, row)]
    left = {path for row in rows if row not in kept for path, _ in row}
    found.examples |= {found.settings[path] for path in left}
    return {place: value for row in kept for place, value in row.items()}


def _upright(columns: dict[int, tuple[Path, str]], row: Row) -> tuple[str, Cells]:
    """What a row is called, and its values by language."""
    there = {place: row.cells[column] for column, place in columns.items()
             if column < len(row.cells)}  # fmt: skip
    values: Cells = {
        place: value for place, value in there.items() if place[0] == VALUE and value is not None
    }
    return str(there.get(WHAT) or ""), values


def _labels(plan: Plan) -> dict[str, Field]:
    return {folded(plain(field.heading(t))): field for t in TONGUES for field in plan.fields}
