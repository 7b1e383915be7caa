"""What of a programme file concerns reminders: its rules, and what one person may be told of."""

from collections.abc import Collection
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.programme_file import (
    Milestone,
    ProgrammeFile,
    first_day,
    last_day,
    reflection_closes,
    reflection_opens,
    reports_due,
    samlinger,
    starts_at,
    zone,
)
from handlers.remind.hours import Rules
from handlers.remind.plan import Occasion
from handlers.timeline import begins_at, over_at
from handlers.waiting import open_reports
from handlers.working_days import Pause


def rules(programme: ProgrammeFile) -> Rules:
    """When a programme's people may be disturbed, as its file says."""
    said = programme.reminders
    return Rules(
        zone=zone(programme),
        hour=said.hour,
        quiet_from=said.quiet.from_,
        quiet_to=said.quiet.to,
        pauses=tuple(Pause(days.first, days.last) for days in said.pauses),
        samling_days_before=said.samling_days_before,
        report_days_before=said.report_days_before,
        report_days_after=said.report_days_after,
    )


def gatherings(programme: ProgrammeFile) -> list[Occasion]:
    """The samlinger that have an exact day, for everyone."""
    found = []
    for one in samlinger(programme):
        day, over = first_day(one.when), over_at(programme, one)
        if day is not None and over is not None:
            begins = starts_at(one, zone(programme))
            found.append(Occasion("samling", one.id, day, over, begins=begins))
    return found


def reports(programme: ProgrammeFile, delivered: Collection[str], now: datetime) -> list[Occasion]:
    """The reports with a deadline that a party can fill in at ``now`` and has not delivered."""
    fillable = {one.milestone.id for one in open_reports(programme, now)}
    return [
        _report(programme, one, due)
        for one, due in reports_due(programme)
        if due is not None and one.id in fillable and one.id not in delivered
    ]


def reflections(programme: ProgrammeFile, given: Collection[str]) -> list[Occasion]:
    """The reflections that a person has not given."""
    found = []
    for one in samlinger(programme):
        opens, closes = reflection_opens(programme, one), reflection_closes(programme, one)
        day = last_day(one.when)
        if opens and closes and day and one.id not in given:
            found.append(Occasion("reflect", one.id, day, closes, opens=opens))
    return found


def _report(programme: ProgrammeFile, milestone: Milestone, due: datetime) -> Occasion:
    day = due.astimezone(ZoneInfo(programme.timezone)).date()
    begins = begins_at(programme, milestone)
    return Occasion("report", milestone.id, day, due, begins=begins)
