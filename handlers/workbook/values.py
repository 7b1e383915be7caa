"""What a workbook says: a programme, the people in it, or everything that is wrong with it."""

from dataclasses import dataclass

from handlers.programme_file import Complaint, ProgrammeErrors, ProgrammeFile
from storage.records import Duty, Role


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody whom an organiser enters; ``team`` is the team's id, ``mail`` in small letters."""

    name: str
    role: Role = "participant"
    team: str | None = None
    mail: str | None = None
    job: str | None = None
    duty: Duty | None = None


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook that can be used. ``unread`` names the columns and sheets that are not ours."""

    programme: ProgrammeFile
    people: tuple[Listed, ...] = ()
    unread: tuple[Complaint, ...] = ()


class WorkbookErrors(ProgrammeErrors):
    """A workbook cannot be used; each of ``complaints`` names sheet, row and column."""


class NotOurs(WorkbookErrors):
    """An Excel file of another kind: none of our sheets is in it (raised by ``read_workbook``)."""
