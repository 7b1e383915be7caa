"""Which report round a summary is about, and which others there are to look at."""

from collections.abc import Iterable
from datetime import UTC, datetime

from handlers.flow.words import folded
from handlers.programme_file import Milestone, ProgrammeFile, report_due, reports_due, zone
from handlers.summary.values import Round
from handlers.tongue import tongue
from handlers.waiting import OpenReport, open_reports

_LAST = datetime.max.replace(tzinfo=UTC)


def current(programme: ProgrammeFile, now: datetime) -> Milestone | None:
    """The round that is open, the one due first if there are several; else the first of all.

    None where the programme has no reports. One round or another is open from the end of the
    first samling on, so that without an open one nothing can have been delivered yet.
    """
    owed = [milestone for milestone, _ in reports_due(programme)]
    opened = sorted(open_reports(programme, now), key=_order)
    return opened[0].milestone if opened else next(iter(owed), None)


def named(programme: ProgrammeFile, said: str) -> Milestone | None:
    """The round that somebody asks for by its milestone's id or title; None if there is none."""
    for milestone, _ in reports_due(programme):
        titles = milestone.title if isinstance(milestone.title, str) else milestone.title.values()
        known = [milestone.id, *([titles] if isinstance(titles, str) else titles)]
        if said and folded(said) in {folded(one) for one in known}:
            return milestone
    return None


def earlier(programme: ProgrammeFile, milestone: Milestone) -> list[str]:
    """The ids of the rounds before this one, the nearest first."""
    owed = [one.id for one, _ in reports_due(programme)]
    place = owed.index(milestone.id)
    return owed[:place][::-1]


def shown_round(programme: ProgrammeFile, milestone: Milestone) -> Round:
    t = tongue(programme.language)
    due = report_due(programme, milestone)
    day = due.astimezone(zone(programme)).date() if due else None
    return Round(milestone.id, t.pick(milestone.title), day)


def others(
    programme: ProgrammeFile, now: datetime, chosen: Milestone | None, delivered: Iterable[str]
) -> tuple[Round, ...]:
    """The rounds but the chosen one that are open, or before which something was delivered."""
    there = {*delivered, *(one.milestone.id for one in open_reports(programme, now))}
    return tuple(
        shown_round(programme, one)
        for one, _ in reports_due(programme)
        if one.id in there and one is not chosen
    )


def _order(one: OpenReport) -> tuple[bool, datetime]:
    """What is still due before what is overdue, by the deadline."""
    return one.overdue, one.due or _LAST
