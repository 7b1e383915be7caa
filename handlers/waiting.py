"""Decides which reports and reflections a programme lets people fill in now.

A report is open from the end of the samling before its milestone (or from the start, where there
is none) until the next report opens. A late one is thus taken to the end of the samling that it
prepares, and the last one always. Within one kind «samling» counts, and the milestone's own kind.
What is cancelled counts as if it were not there: the report after it opens all the earlier.

No day is made up. A month or a season is over when it has surely passed; what has no time at all
closes nothing, so that the reports around it are open together, without a deadline.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from handlers.programme_file import (
    Milestone,
    ProgrammeFile,
    on_days,
    reflection_closes,
    reflection_opens,
    reports_due,
    sign_up_due,
)
from handlers.timeline import begins_at, coming, over_at

_ALWAYS = datetime.min.replace(tzinfo=UTC)
_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class OpenReport:
    """A report that may be filled in: before which milestone, and its deadline (aware, UTC).

    ``due`` is None where the milestone has no day; ``overdue`` says that the deadline has passed.
    """

    milestone: Milestone
    due: datetime | None
    overdue: bool


def open_reports(programme: ProgrammeFile, now: datetime) -> list[OpenReport]:
    """The reports that may be filled in at ``now`` (aware), in the file's order."""
    owed = [(one, due) for one, due in reports_due(programme) if not one.cancelled]
    opening = [_opens(programme, milestone) for milestone, _ in owed]
    return [
        OpenReport(milestone, due, overdue=due is not None and now > due)
        for (milestone, due), opens in zip(owed, opening, strict=True)
        if opens <= now < min((other for other in opening if other > opens), default=_NEVER)
    ]


def open_reflections(programme: ProgrammeFile, now: datetime) -> list[Milestone]:
    """The samlinger that people may reflect on at ``now`` (aware), in the file's order."""
    return [one for one in programme.milestone if _reflects(programme, one, now)]


def open_sign_up(
    programme: ProgrammeFile, now: datetime, answered: Mapping[str, str]
) -> Milestone | None:
    """The coming samling, if people are to say at ``now`` whether they come, and have not.

    ``answered`` is for which days they have answered, in a programme file's words, by milestone.
    """
    one = coming(programme, now, "samling")
    due = sign_up_due(programme, one) if one is not None else None
    if one is None or due is None or now > due or answered.get(one.id) == on_days(one):
        return None
    return one


def _opens(programme: ProgrammeFile, milestone: Milestone) -> datetime:
    """When its report opens: the file's order speaks only where the dates do not."""
    begins = begins_at(programme, milestone)
    before = [
        over
        for place, one in enumerate(programme.milestone)
        if one.kind in ("samling", milestone.kind) and one.id != milestone.id and not one.cancelled
        if (over := over_at(programme, one)) is not None
        if (over <= begins if begins else place < programme.milestone.index(milestone))
    ]
    return max(before, default=_ALWAYS)


def _reflects(programme: ProgrammeFile, milestone: Milestone, now: datetime) -> bool:
    opens = reflection_opens(programme, milestone)
    closes = reflection_closes(programme, milestone)
    return opens is not None and closes is not None and opens <= now <= closes
