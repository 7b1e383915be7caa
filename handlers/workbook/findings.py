"""What is found while a workbook is read: where each value stands, and what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from handlers.programme_file import Complaint
from handlers.programme_file.phrases import Phrase, phrase
from handlers.programme_file.places import Loc
from handlers.workbook import fault_texts
from handlers.workbook import file_texts as texts
from handlers.workbook.plan import Path


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A sheet (by its place and name), a row of it (0: the sheet), and a column's heading."""

    order: int
    sheet: str
    row: int = 0
    column: str = ""

    def complaint(self, what: Phrase) -> Complaint:
        place = [phrase(texts.named, self.sheet)]
        if self.row:
            place.append(phrase(texts.row, self.row))
        if self.column:
            place.append(phrase(texts.column, self.column))
        return Complaint(tuple(place), what)


@dataclass(frozen=True, slots=True)
class Line:
    """A row that was read, and the heading above each of its fields."""

    spot: Spot
    headings: Mapping[Path, str]

    def under(self, path: Loc) -> Spot:
        """Where the field at ``path`` stands, or the row."""
        fitting = [known for known in self.headings if path[: len(known)] == known]
        if not fitting:
            return self.spot
        heading = self.headings[max(fitting, key=len)]
        return Spot(self.spot.order, self.spot.sheet, self.spot.row, heading)


@dataclass(slots=True)
class Findings:
    """Filled while the sheets are read, one after the other."""

    wrong: list[tuple[Spot, Phrase]] = field(default_factory=list)
    unread: list[Complaint] = field(default_factory=list)
    lines: dict[Loc, Line] = field(default_factory=dict)
    settings: dict[Path, Spot] = field(default_factory=dict)
    blamed: set[Loc] = field(default_factory=set)
    examples: set[Spot] = field(default_factory=set)
    """Cells that were not read, since they are as in the template's example."""
    is_new: bool = True
    """Whether it is a template filled in, and none of what stands: then examples are not read."""

    def blame(self, spot: Spot, what: Phrase, loc: Loc | None = None) -> None:
        """Something is wrong there; what else is said of ``loc`` follows from it."""
        self.wrong.append((spot, what))
        if loc is not None:
            self.blamed.add(loc)

    def is_blamed(self, loc: Loc) -> bool:
        return any(loc[:length] in self.blamed for length in range(1, len(loc) + 1))

    def where(self, loc: Loc) -> Spot:
        """The cell that the value at ``loc`` comes from, or would come from."""
        for length in range(len(loc), 0, -1):
            if line := self.lines.get(loc[:length]):
                return line.under(loc[length:])
            path = tuple(str(part) for part in loc[:length])
            if path in self.settings:
                return self.settings[path]
        return next(iter(self.settings.values()), Spot(0, ""))

    def complaints(self) -> list[Complaint]:
        """All that is wrong, sheet by sheet and row by row."""
        ordered = sorted(self.wrong, key=lambda pair: pair[0])
        only = phrase(fault_texts.only_an_example)
        told = ((spot, only if spot in self.examples else what) for spot, what in ordered)
        return list(dict.fromkeys(spot.complaint(what) for spot, what in told))
