"""Finds the columns of a sheet by their headings, wherever they were moved to."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial

from handlers.markup import plain
from handlers.programme_file.phrases import phrase
from handlers.tongue import Tongue
from handlers.workbook import file_texts as texts
from handlers.workbook import guide_texts
from handlers.workbook.findings import Findings, Spot
from handlers.workbook.load import Grid, Row
from handlers.workbook.plan import Column, Path, Plan, columns, heading, help_of
from handlers.workbook.plans import PLANS
from handlers.workbook.scope import LANGUAGES, TONGUES, folded
from handlers.workbook.vocabulary import LANGUAGE_WORDS, word

Place = tuple[Path, str]
WHAT: Place = (("what",), "")
VALUE: Path = ("value",)
_TOLD: Place = (("told",), "")
_AT_THE_TOP = 12
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Head:
    """Which columns are whose, what stands above them, and the rows below."""

    columns: dict[int, Place]
    names: dict[Place, str]
    rows: tuple[Row, ...]

    def headings(self) -> dict[Path, str]:
        """A heading for each field: that of its first part."""
        found: dict[Path, str] = {}
        for (path, _), name in self.names.items():
            found.setdefault(path, name)
        return found


def head_of(plan: Plan, grid: Grid, order: int, found: Findings) -> Head | None:
    """The headings of a sheet; None, and a complaint, where they cannot be found."""
    known = _known(plan.key)
    best = max(grid.rows[:_AT_THE_TOP], key=lambda row: len(_met(row, known)), default=None)
    if best is None or len(_met(best, known)) < _FEWEST:
        found.blame(Spot(order, grid.name), phrase(texts.no_headings))
        return None
    below = tuple(row for row in grid.rows if row.number > best.number)
    places: dict[int, Place] = {}
    names: dict[Place, str] = {}
    for column, name in _texts(best):
        place = known.get(folded(name))
        spot = Spot(order, grid.name, column=" ".join(name.split()))
        if place is None:
            found.unread.append(spot.complaint(phrase(texts.not_read_column)))
        elif place in names:
            found.blame(spot, phrase(texts.two_columns))
        else:
            places[column], names[place] = place, spot.column
    _blame_missing(plan, set(names), Spot(order, grid.name), found)
    return Head(places, names, tuple(row for row in below if not _is_help(plan.key, row)))


def _blame_missing(plan: Plan, met: set[Place], spot: Spot, found: Findings) -> None:
    """Name the columns that we always write and that are gone: empty, they would clear it all."""
    if plan.upright:
        wanted = [(place, partial(_upright_heading, place)) for place in (WHAT, (VALUE, ""))]
    else:
        every = [one for one in columns(plan) if one.part not in LANGUAGES]
        wanted = [((one.field.path, one.part), partial(_heading, one)) for one in every]
    for place, named in wanted:
        if place not in met:
            found.blame(spot, phrase(texts.no_column, named))


def _heading(column: Column, t: Tongue) -> str:
    return heading(t, column.field, column.part)


def _upright_heading(place: Place, t: Tongue) -> str:
    return plain(guide_texts.what(t) if place == WHAT else guide_texts.value(t))


def _texts(row: Row) -> Iterator[tuple[int, str]]:
    return ((place, str(cell)) for place, cell in enumerate(row.cells) if isinstance(cell, str))


def _met(row: Row, known: dict[str, Place]) -> set[Place]:
    return {known[folded(text)] for _, text in _texts(row) if folded(text) in known}


def _is_help(key: str, row: Row) -> bool:
    cells = [folded(text) for _, text in _texts(row)]
    return 2 * sum(cell in _helps(key) for cell in cells) > len(cells)


@cache
def _known(key: str) -> dict[str, Place]:
    """What each heading means, in every language."""
    plan = _plan(key)
    if plan.upright:
        return {folded(name): place for name, place in _upright()}
    return {
        folded(heading(t, one.field, one.part)): (one.field.path, one.part)
        for t in TONGUES
        for one in columns(plan)
    }


def _upright() -> Iterator[tuple[str, Place]]:
    for t in TONGUES:
        yield plain(guide_texts.what(t)), WHAT
        yield plain(guide_texts.value(t)), (VALUE, "")
        yield plain(guide_texts.told(t)), _TOLD
        for language in LANGUAGES:
            named = word(t, LANGUAGE_WORDS, language)
            yield plain(guide_texts.value_in(t, named)), (VALUE, language)


@cache
def _helps(key: str) -> frozenset[str]:
    plan = _plan(key)
    if plan.upright:
        return frozenset()
    return frozenset(
        folded(help_of(t, one.field, one.part)) for t in TONGUES for one in columns(plan)
    )


def _plan(key: str) -> Plan:
    return next(plan for plan in PLANS if plan.key == key)


@cache
def sheet_names() -> dict[str, str]:
    """Which sheet is meant by a name, in every language; "" is the one that is only read."""
    named = {folded(plain(plan.name(t))): plan.key for t in TONGUES for plan in PLANS}
    return named | {folded(plain(guide_texts.sheet(t))): "" for t in TONGUES}
