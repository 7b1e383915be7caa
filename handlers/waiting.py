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
from datetime import UTC, date, datetime, timedelta

from handlers.programme_file import (
    Milestone,
    ProgrammeFile,
    on_days,
    reflection_closes,
    reflection_opens,
    reports_due,
    sign_up_due,
    zone,
)
from handlers.timeline import begins_at, coming, in_time, over_at
from handlers.working_days import minus

ASKED_FOR = timedelta(days=14)  # before the deadline at the latest
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


def open_sign_ups(
    programme: ProgrammeFile, now: datetime, answered: Mapping[str, str]
) -> tuple[Milestone, ...]:
    """The samlinger of which people are to say at ``now`` whether they come, and have not.

    That is the coming one, and those of which it is being asked already. ``answered`` is for which
    days they have answered, in a programme file's words, by milestone.
    """
    following = coming(programme, now, "samling")
    return tuple(
        one
        for one in in_time(programme)
        if (due := sign_up_due(programme, one)) is not None
        and now <= due
        and answered.get(one.id) != on_days(one)
        and (
            one is following or _asks_from(programme, due) <= now.astimezone(zone(programme)).date()
        )
    )


def _asks_from(programme: ProgrammeFile, due: datetime) -> date:
    """The first day on which anybody asks whether people come."""
    step = programme.samling.sign_up if programme.samling else None
    last = due.astimezone(zone(programme)).date()
    offsets = step.ask_days_before if step else ()
    asked = [
        minus(last, one.days) if one.working else last - timedelta(days=one.days) for one in offsets
    ]
    return min([last - ASKED_FOR, *asked])


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
