"""What follows from a programme file: days, instants, deadlines, and who asks for help."""

from datetime import UTC, date, datetime, time, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from handlers.programme_file.question import Question
from handlers.programme_file.question_checks import LEAST, MOST
from handlers.programme_file.schema import Milestone, ProgrammeFile
from handlers.when import At, Days, InSeason, Month, Unset, When, Yearly

IN_THE_ROOM = timedelta(minutes=30)  # before the end: people are asked while they still sit there
_LAST_SECOND = time(23, 59, 59)


def zone(programme: ProgrammeFile) -> ZoneInfo:
    return ZoneInfo(programme.timezone)


def samlinger(programme: ProgrammeFile) -> list[Milestone]:
    """The gatherings, in the file's order."""
    return [one for one in programme.milestone if one.kind == "samling"]


def milestone(programme: ProgrammeFile, milestone_id: str) -> Milestone | None:
    return next((one for one in programme.milestone if one.id == milestone_id), None)


def is_for_individuals(programme: ProgrammeFile) -> bool:
    """Whether people take part alone: the file has neither a [teams] nor a [[team]]."""
    return programme.teams is None and not programme.team


def first_day(when: When) -> date | None:
    """The first day, where the file states a day; nothing is ever made up."""
    match when:
        case At(start):
            return start.date()
        case Days(first):
            return first
        case Month() | InSeason() | Yearly() | Unset():
            return None
        case _:
            assert_never(when)


def last_day(when: When) -> date | None:
    """The last day, where the file states a day."""
    match when:
        case At(start, end):
            return (end or start).date()
        case Days(_, last):
            return last
        case Month() | InSeason() | Yearly() | Unset():
            return None
        case _:
            assert_never(when)


def instant(wall: datetime, zone: ZoneInfo) -> datetime:
    """The instant (aware, UTC) when clocks in the zone show ``wall``; the first, if twice."""
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)


def starts_at(milestone: Milestone, zone: ZoneInfo) -> datetime | None:
    """When it starts (aware, UTC), if the file states the time of day."""
    match milestone.when:
        case At(start):
            return instant(start, zone)
        case _:
            return None


def ends_at(milestone: Milestone, zone: ZoneInfo) -> datetime | None:
    """When it ends (aware, UTC), if the file states the time of day of its end."""
    match milestone.when:
        case At(_, end) if end:
            return instant(end, zone)
        case _:
            return None


def report_due(programme: ProgrammeFile, milestone: Milestone) -> datetime | None:
    """The deadline (aware, UTC) of the report before a milestone: the day's last second there.

    None where the programme has no reports, or the milestone no day.
    """
    day = first_day(milestone.when)
    if programme.report is None or day is None:
        return None
    due = day - timedelta(days=programme.report.days_before)
    return instant(datetime.combine(due, _LAST_SECOND), zone(programme))


def reports_due(programme: ProgrammeFile) -> list[tuple[Milestone, datetime | None]]:
    """The milestones that have a report before them, each with its deadline if there is one."""
    if programme.report is None:
        return []
    named = programme.report.before
    owed = (
        samlinger(programme)[1:]
        if named is None
        else [one for one in programme.milestone if one.id in named]
    )
    return [(one, report_due(programme, one)) for one in owed]


def reflection_opens(programme: ProgrammeFile, milestone: Milestone) -> datetime | None:
    """When people are asked in the room (aware, UTC): half an hour before a stated end.

    Without a stated end it is the reminders' hour on the last day, never before the start.
    None without a reflection, a day, or where the milestone is no samling.
    """
    day = last_day(milestone.when)
    if programme.reflection is None or milestone.kind != "samling" or day is None:
        return None
    if end := ends_at(milestone, zone(programme)):
        return end - IN_THE_ROOM
    asked = instant(datetime.combine(day, programme.reminders.hour), zone(programme))
    start = starts_at(milestone, zone(programme))
    return max(asked, start) if start else asked


def reflection_closes(programme: ProgrammeFile, milestone: Milestone) -> datetime | None:
    """The last second (aware, UTC) of the day ``open_days`` days after the samling's last day."""
    day = last_day(milestone.when)
    if programme.reflection is None or milestone.kind != "samling" or day is None:
        return None
    last = day + timedelta(days=programme.reflection.open_days)
    return instant(datetime.combine(last, _LAST_SECOND), zone(programme))


def steps(question: Question) -> tuple[int, ...]:
    """The steps of a scale, from the lowest; 1 to 5 where the file says nothing."""
    least = LEAST if question.min is None else int(question.min)
    most = MOST if question.max is None else int(question.max)
    return tuple(range(least, most + 1))


def help_keys(programme: ProgrammeFile) -> tuple[str, ...]:
    """The keys of the report's questions where "yes" asks for help (``help = true``)."""
    report = programme.report
    return tuple(one.key for one in report.question if one.help) if report else ()
