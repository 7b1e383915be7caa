"""A programme becomes another version of itself, and what people must be told of it waits."""

from datetime import datetime

from handlers.changed.deadlines import ask_for_new
from handlers.changed.waiting import record
from handlers.programme_file import ProgrammeFile, dump, load
from handlers.progress import given
from storage.records import ProgrammeRow
from storage.unit import Unit


def apply(
    unit: Unit, programme: ProgrammeFile, now: datetime, by: str | None = None
) -> ProgrammeRow:
    """Keep the programme as it stands in the file now; importing again makes a new version.

    ``by`` is the person who changed it in the chat, and who need not be told.
    """
    before = unit.programmes.find(programme.id)
    row = unit.programmes.apply(
        programme.id,
        dump(programme),
        [milestone.id for milestone in programme.milestone],
        [team.id for team in programme.team if not team.withdrawn],
        now,
    )
    given.settle(unit, programme, now)
    if before is not None:
        record(unit, load(before.body), row, now, by)
        ask_for_new(unit, load(before.body), programme, row, now)
    return row
