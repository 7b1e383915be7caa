"""Until when what a message speaks of is true, by the programme file alone."""

from datetime import UTC, date, datetime, time, timedelta
from typing import assert_never

from bot.rehearsal.values import Part
from handlers.programme_file import (
    Milestone,
    ProgrammeFile,
    first_day,
    instant,
    last_day,
    last_second,
    milestone,
    reflection_closes,
    report_due,
    samlinger,
    sign_up_due,
    starts_at,
    zone,
)
from handlers.when import At, Days, InSeason, Month, Unset, Yearly

NEVER_WAS = datetime.min.replace(tzinfo=UTC)
ALWAYS = datetime.max.replace(tzinfo=UTC)
_THANKS_LAST = timedelta(days=14)


def true_until(programme: ProgrammeFile, part: Part) -> datetime:
    """The instant (aware) from which it would be stale to say it."""
    about = milestone(programme, part.milestone)
    if about is None or about.cancelled:
        return NEVER_WAS
    match part.kind:
        case "samling" | "modul" | "fase":
            return begins(programme, about) or NEVER_WAS
        case "frist":
            return _deadline(programme, about)
        case "report" | "signup" | "call":
            return _to_do(programme, part, about)
        case "reflect":
            return reflection_closes(programme, about) or NEVER_WAS
        case "thanks":
            return _thanks(programme, about)
        case "unset":
            return _month_begins(programme, about)
        case _:
            return ALWAYS


def _to_do(programme: ProgrammeFile, part: Part, about: Milestone) -> datetime:
    """A report that is late may be asked for until its samling begins, and so may a ring."""
    if part.kind == "signup":
        return sign_up_due(programme, about) or NEVER_WAS
    if part.kind == "call" or part.offset.startswith("+"):
        return begins(programme, about) or ALWAYS
    return report_due(programme, about) or NEVER_WAS


def begins(programme: ProgrammeFile, about: Milestone) -> datetime | None:
    """When a milestone with a day begins: at its hour, or as its day does."""
    day = first_day(about.when)
    if day is None:
        return None
    return starts_at(about, zone(programme)) or _midnight(programme, day)


def is_on(about: Milestone, day: date) -> bool:
    """Whether a day is one of the milestone's."""
    first, last = first_day(about.when), last_day(about.when)
    return first is not None and last is not None and first <= day <= last


def _deadline(programme: ProgrammeFile, about: Milestone) -> datetime:
    match about.when:
        case At():
            return starts_at(about, zone(programme)) or NEVER_WAS
        case Days(_, last):
            return last_second(programme, last)
        case Yearly():
            return ALWAYS  # there is always a next one
        case Month() | InSeason() | Unset():
            return NEVER_WAS
        case _:
            assert_never(about.when)


def _thanks(programme: ProgrammeFile, about: Milestone) -> datetime:
    last = last_day(about.when)
    if last is None:
        return NEVER_WAS
    mine = begins(programme, about) or NEVER_WAS
    later = [
        at
        for one in samlinger(programme)
        if not one.cancelled and (at := begins(programme, one)) is not None and at > mine
    ]
    return min([last_second(programme, last + _THANKS_LAST), *later])


def _month_begins(programme: ProgrammeFile, about: Milestone) -> datetime:
    """A date is asked for until the month begins; of one that is set there is nothing to ask."""
    match about.when:
        case Month(year, month):
            return _midnight(programme, date(year, month, 1))
        case InSeason(season, int(year)):
            month = {"winter": 1, "spring": 1, "summer": 6, "autumn": 8}[season]
            return _midnight(programme, date(year, month, 1))
        case _:
            return NEVER_WAS


def _midnight(programme: ProgrammeFile, day: date) -> datetime:
    return instant(datetime.combine(day, time.min), zone(programme))
