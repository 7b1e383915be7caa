"""From the bytes of a workbook to the programme, or to everything that is wrong with it."""

from datetime import date

from pydantic import ValidationError

from handlers.markup import plain
from handlers.programme_file import ProgrammeFile, first_day
from handlers.programme_file.checks import faults
from handlers.programme_file.phrases import phrase
from handlers.programme_file.schema_errors import complaint_of
from handlers.programme_file.when import when_said
from handlers.workbook import fault_texts
from handlers.workbook import file_texts as texts
from handlers.workbook.findings import Findings, Spot
from handlers.workbook.gather import Sheets, gather
from handlers.workbook.headings import head_of, sheet_names
from handlers.workbook.load import Grid, load
from handlers.workbook.people import people_of
from handlers.workbook.plans import PLANS
from handlers.workbook.rephrased import rephrased
from handlers.workbook.scope import TONGUES, folded
from handlers.workbook.tables import Tables
from handlers.workbook.values import NotOurs, Workbook, WorkbookErrors


def read_workbook(content: bytes) -> Workbook:
    """Read an Excel file; raises WorkbookErrors with every complaint, sheet by sheet.

    It is ``NotOurs`` where none of our sheets is in it.
    """
    grids, found = load(content), Findings()
    sheets = _sheets(grids, found)
    if not sheets:
        raise NotOurs(found.complaints())
    if _missing(grids, sheets, found) or _headless(sheets, found):
        raise WorkbookErrors([*found.complaints(), *found.unread])
    gathered = gather(sheets, found)
    programme = _checked(gathered.tables, found)
    people = people_of(gathered.people, found, in_teams=bool(gathered.tables.get("team")))
    complaints = found.complaints()
    if programme is None or complaints:
        raise WorkbookErrors(complaints)
    return Workbook(programme, people, tuple(found.unread))


def _sheets(grids: list[Grid], found: Findings) -> Sheets:
    """Our own sheets by key; of the others it is said that they are not read."""
    known, sheets = sheet_names(), {}
    for order, grid in enumerate(grids):
        key = known.get(folded(grid.name))
        spot = Spot(order, grid.name)
        if key is None and grid.rows:
            found.unread.append(spot.complaint(phrase(texts.not_read_sheet)))
        elif key:
            sheets[key] = (order, grid)
        for row, column, what in grid.faults:
            found.blame(Spot(order, grid.name, row, _letters(column)), what)
    return sheets


def _missing(grids: list[Grid], sheets: Sheets, found: Findings) -> bool:
    """Name the sheets that must be there and are not, in the language of those that are."""
    titles = {folded(grid.name) for grid in grids}
    t = max(TONGUES, key=lambda t: sum(folded(plain(p.name(t))) in titles for p in PLANS))
    gone = [plan for plan in PLANS if plan.key not in sheets]
    for place, plan in enumerate(gone):
        found.blame(Spot(place, plain(plan.name(t))), phrase(texts.no_sheet))
    return bool(gone)


def _headless(sheets: Sheets, found: Findings) -> bool:
    """Name the headings that must be there and are not: all else would follow from that."""
    looked = Findings()
    for plan in PLANS:
        order, grid = sheets[plan.key]
        head_of(plan, grid, order, looked)
    if looked.wrong:
        found.wrong += looked.wrong
        found.unread += looked.unread
    return bool(looked.wrong)


def _letters(column: int) -> str:
    """A column as Excel names it: A, B, …, AA."""
    ahead, last = divmod(column, 26)
    return (_letters(ahead - 1) if ahead else "") + chr(ord("A") + last)


def _checked(tables: Tables, found: Findings) -> ProgrammeFile | None:
    """The programme; None, and every complaint where its cell is, for what cannot be one."""
    wrong = list(faults(tables))
    programme = None
    try:
        programme = ProgrammeFile.model_validate(tables)
    except ValidationError as error:
        details = error.errors(include_url=False)
        wrong += [(detail["loc"], complaint_of(detail, tables).what) for detail in details]
    for loc, what in wrong:
        if not found.is_blamed(loc):
            found.blame(found.where(loc), rephrased(what))
    _in_time(tables, found)
    return programme


def _in_time(tables: Tables, found: Findings) -> None:
    """The gatherings stand in the order of time, so that a year that was mistyped is noticed."""
    above: date | None = None
    for number, item in enumerate(tables.get("milestone", [])):
        day = first_day(when_said(item.get("when", "")))
        if item.get("kind") != "samling" or item.get("cancelled") or day is None:
            continue
        if above is not None and day < above:
            spot = found.where(("milestone", number))
            found.blame(spot, phrase(fault_texts.before_the_one_above))
        above = day
