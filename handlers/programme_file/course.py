"""What follows from a programme file: days, instants, deadlines, and who asks for help."""

from datetime import datetime, timedelta

from handlers.programme_file.gathering import Step
from handlers.programme_file.question import Question
from handlers.programme_file.question_checks import LEAST, MOST
from handlers.programme_file.remembered import remembered
from handlers.programme_file.schema import Milestone, ProgrammeFile
from handlers.programme_file.span import (
    ends_at,
    first_day,
    instant,
    last_day,
    last_second,
    starts_at,
    zone,
)

IN_THE_ROOM = timedelta(minutes=30)  # before the end: people are asked while they still sit there


def samlinger(programme: ProgrammeFile) -> list[Milestone]:
    """The gatherings, in the file's order."""
    return [one for one in programme.milestone if one.kind == "samling"]


def milestone(programme: ProgrammeFile, milestone_id: str) -> Milestone | None:
    return next((one for one in programme.milestone if one.id == milestone_id), None)


def is_for_individuals(programme: ProgrammeFile) -> bool:
    """Whether people take part alone: the file has neither a [teams] nor a [[team]]."""
    return programme.teams is None and not programme.team


@remembered
def report_due(programme: ProgrammeFile, milestone: Milestone) -> datetime | None:
    """The deadline (aware, UTC) of the report before a milestone: the day's last second there.

    None where the programme has no reports, the milestone no day, or is cancelled.
    """
    day = first_day(milestone.when)
    if programme.report is None or day is None or milestone.cancelled:
        return None
    due = milestone.report_by or day - timedelta(days=programme.report.days_before)
    return last_second(programme, due)


@remembered
def sign_up_due(programme: ProgrammeFile, milestone: Milestone) -> datetime | None:
    """Until when people say whether they come (aware, UTC): the day's last second there.

    None where nobody is asked: the step is not taken, or the samling has no day.
    """
    day = first_day(milestone.when)
    if not takes(programme, milestone, "sign_up") or day is None:
        return None
    assert programme.samling is not None  # noqa: S101 - the step is taken
    assert programme.samling.sign_up is not None  # noqa: S101
    before = timedelta(days=programme.samling.sign_up.days_before)
    return last_second(programme, milestone.sign_up_by or day - before)


def sign_up_is_binding(programme: ProgrammeFile, milestone: Milestone) -> bool:
    """Whether people are held to their sign-up after the deadline: the samling's own word first."""
    if not takes(programme, milestone, "sign_up"):
        return False
    assert programme.samling is not None  # noqa: S101 - the step is taken
    assert programme.samling.sign_up is not None  # noqa: S101
    own = milestone.binding
    return programme.samling.sign_up.binding if own is None else own


def takes(programme: ProgrammeFile, milestone: Milestone, step: Step) -> bool:
    """Whether a step in the life of a samling is taken for this one."""
    if milestone.kind != "samling" or milestone.cancelled or step in milestone.without:
        return False
    return programme.samling is not None and getattr(programme.samling, step) is not None


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


@remembered
def reflection_opens(programme: ProgrammeFile, milestone: Milestone) -> datetime | None:
    """When people are asked in the room (aware, UTC): half an hour before a stated end.

    Without a stated end it is the reminders' hour on the last day, never before the start.
    None without a reflection, a day, or where the milestone is no samling.
    """
    day = last_day(milestone.when)
    if not _is_reflected_on(programme, milestone) or day is None:
        return None
    if end := ends_at(milestone, zone(programme)):
        return end - IN_THE_ROOM
    asked = instant(datetime.combine(day, programme.reminders.hour), zone(programme))
    start = starts_at(milestone, zone(programme))
    return max(asked, start) if start else asked


@remembered
def reflection_closes(programme: ProgrammeFile, milestone: Milestone) -> datetime | None:
    """The last second (aware, UTC) of the day ``open_days`` days after the samling's last day."""
    day = last_day(milestone.when)
    if programme.reflection is None or not _is_reflected_on(programme, milestone) or day is None:
        return None
    return last_second(programme, day + timedelta(days=programme.reflection.open_days))


def _is_reflected_on(programme: ProgrammeFile, milestone: Milestone) -> bool:
    is_held = milestone.kind == "samling" and not milestone.cancelled
    return is_held and programme.reflection is not None


def steps(question: Question) -> tuple[int, ...]:
    """The steps of a scale, from the lowest; 1 to 5 where the file says nothing."""
    least = LEAST if question.min is None else int(question.min)
    most = MOST if question.max is None else int(question.max)
    return tuple(range(least, most + 1))


def help_keys(programme: ProgrammeFile) -> tuple[str, ...]:
    """The keys of the report's questions where "yes" asks for help (``help = true``)."""
    report = programme.report
    return tuple(one.key for one in report.question if one.help) if report else ()
