"""Decides which report comes next, where none can be written now; pure."""

from datetime import datetime

from handlers.programme_file import Milestone, ProgrammeFile, milestone, reports_due
from handlers.timeline import over_at
from handlers.waiting import open_reports


def owed(programme: ProgrammeFile, milestone_id: str) -> Milestone | None:
    """The milestone, if the programme has a report before it."""
    asked = {one.id for one, _ in reports_due(programme)}
    return milestone(programme, milestone_id) if milestone_id in asked else None


def next_opening(programme: ProgrammeFile, now: datetime) -> tuple[Milestone, datetime] | None:
    """The report that opens next, and when (aware, UTC); None where nobody can tell.

    A report opens when something else is over, so these are the only instants to look at.
    """
    open_now = {one.milestone.id for one in open_reports(programme, now)}
    overs = {over_at(programme, one) for one in programme.milestone}
    for at in sorted(over for over in overs if over is not None and over > now):
        for one in open_reports(programme, at):
            if one.milestone.id not in open_now:
                return one.milestone, at
    return None
