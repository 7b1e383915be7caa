"""From a programme and its people to the bytes of a workbook."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.markup import plain
from handlers.programme_file import ProgrammeFile
from handlers.tongue import Tongue
from handlers.workbook import guide_texts as texts
from handlers.workbook.cells import Line, Number, Text, Value
from handlers.workbook.example import HEADINGS, example, is_example
from handlers.workbook.many import Texts
from handlers.workbook.paper import Page, Paper
from handlers.workbook.plan import Column, Plan, columns, heading, help_of
from handlers.workbook.plans import PLANS
from handlers.workbook.scope import LANGUAGES, Scope
from handlers.workbook.sheets import Cells, cells_of, items_of, languages_in, scope_of
from handlers.workbook.tables import Tables, tables_of
from handlers.workbook.times import Day, Whens
from handlers.workbook.values import Listed
from handlers.workbook.vocabulary import LANGUAGE_WORDS, word, words

ROOM = 300  # rows below the last that still have lists to choose from
_WHAT, _VALUE, _VALUES, _TOLD = 40, 60, 44, 48  # how wide; the third where there are several


@dataclass(frozen=True, slots=True)
class _Whole:
    """What is written, and of the template which rows are only examples."""

    tables: Tables
    people: Sequence[Listed]
    scope: Scope
    is_template: bool


def write_workbook(t: Tongue, programme: ProgrammeFile | None, people: Sequence[Listed]) -> bytes:
    """An Excel file of a programme; None is the template, with examples to write over.

    Raises TooLongError for a text that no cell can hold.
    """
    tables, crowd = example(t) if programme is None else (tables_of(programme), tuple(people))
    whole = _Whole(tables, crowd, scope_of(t, tables), programme is None)
    paper = Paper(plain(texts.title(t)))
    _guide(paper, t, is_template=whole.is_template)
    for plan in PLANS:
        if plan.upright:
            _upright(paper, plan, whole)
        else:
            _across(paper, plan, whole)
    return paper.closed()


def _guide(paper: Paper, t: Tongue, *, is_template: bool) -> None:
    page = paper.sheet(plain(texts.sheet(t)), [110], [""])
    page.row([plain(texts.title(t))], ["title"])
    page.gap()
    for line in texts.lines(t, is_template=is_template):
        page.row([plain(line)], ["line"])
        page.gap()


def _across(paper: Paper, plan: Plan, whole: _Whole) -> None:
    t = whole.scope.t
    rows = _rows(plan, whole)
    shown = _shown(plan, rows)
    styles = [_style(column) for column in shown]
    page = paper.sheet(plain(plan.name(t)), [_width(one) for one in shown], styles)
    page.row([heading(t, one.field, one.part) for one in shown], ["head"] * len(shown))
    page.row([help_of(t, one.field, one.part) for one in shown], ["help"] * len(shown))
    for row in rows:
        marked = _marked(plan, row, styles, whole)
        page.row([row.get((one.field.path, one.part)) for one in shown], marked)
    page.frozen(HEADINGS, 1)
    _lists(page, shown, t)


def _rows(plan: Plan, whole: _Whole) -> list[Cells]:
    """What stands in each row; an example has no id, so that one made of its title is its own."""
    items = items_of(plan, whole.tables, whole.people)
    rows = [cells_of(plan, item, whole.scope) for item in items]
    if not whole.is_template:
        return rows
    ours = {field.path for field in plan.fields if field.ours}
    return [{place: value for place, value in row.items() if place[0] not in ours} for row in rows]


def _shown(plan: Plan, rows: Sequence[Cells]) -> list[Column]:
    """The columns of a sheet; those of a language only where something is written in it."""
    used = languages_in(rows)
    return [
        one
        for one in columns(plan)
        if one.part not in LANGUAGES or (one.field.path, one.part) in used
    ]


def _marked(plan: Plan, row: Cells, styles: list[str], whole: _Whole) -> list[str]:
    if whole.is_template and is_example(plan, row):
        return [f"{style} example" for style in styles]
    return styles


def _lists(page: Page, shown: list[Column], t: Tongue) -> None:
    rows = (HEADINGS, page.height + ROOM)
    for place, one in enumerate(shown):
        if one.field.choices is not None:
            page.choose(rows, place, words(t, one.field.choices))
        elif one.field.refers is not None:
            page.choose(rows, place, _titles(t, one.field.refers))
        if isinstance(one.field.cell, Whens) and one.part != "words":
            page.dated(rows, place)


def _titles(t: Tongue, sheet: str) -> str:
    """The first column of another sheet, where its titles stand."""
    plan = next(one for one in PLANS if one.key == sheet)
    name = plain(plan.name(t)).replace("'", "''")
    return f"='{name}'!$A${HEADINGS + 1}:$A${HEADINGS + ROOM}"


def _style(column: Column) -> str:
    if column.field.ours:
        return "ours"
    match column.field.cell:
        case Whens() if column.part != "words":
            return "moment"
        case Day():
            return "day"
        case Text() | Texts():
            return "text"
        case Line() | Number():
            return "general" if isinstance(column.field.cell, Number) else "text"
        case _:
            return "code"


def _width(column: Column) -> int:
    return 24 if column.part == "words" else column.field.width


def _upright(paper: Paper, plan: Plan, whole: _Whole) -> None:
    t = whole.scope.t
    cells = cells_of(plan, whole.tables, whole.scope)
    used = {part for _, part in languages_in([cells])}
    parts = ["", *(one for one in LANGUAGES if one in used)]
    value = _VALUE if len(parts) == 1 else _VALUES
    widths = [_WHAT, *[value] * len(parts), _TOLD]
    page = paper.sheet(plain(plan.name(t)), widths, [""] * len(widths))
    page.row(_upright_head(t, parts), ["head"] * (len(parts) + 2))
    sections = dict(plan.sections)
    for field in plan.fields:
        if section := sections.get(field.path):
            page.gap()
            page.row([plain(section(t)), *[""] * (len(parts) + 1)], ["section"] * (len(parts) + 2))
        row = {place: cell for place, cell in cells.items() if place[0] == field.path}
        styles = _marked(plan, row, [_style(Column(field, part)) for part in parts], whole)
        values: list[Value | None] = [row.get((field.path, part)) for part in parts]
        place = page.row(
            [plain(field.heading(t)), *values, plain(field.help(t))], ["name", *styles, "help"]
        )
        if field.choices is not None:
            page.choose((place, place), 1, words(t, field.choices))
    page.frozen(1, 1)


def _upright_head(t: Tongue, parts: list[str]) -> list[Value | None]:
    languages = [word(t, LANGUAGE_WORDS, part) for part in parts if part]
    said = [plain(texts.value(t)), *(plain(texts.value_in(t, one)) for one in languages)]
    return [plain(texts.what(t)), *said, plain(texts.told(t))]
