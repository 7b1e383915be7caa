"""When a milestone is: from what the file says to days and instants, with nothing made up.

Of a month or a season only the outermost instants are known: they put things in order and tell
that something has passed, and are never shown.
"""

from calendar import isleap
from datetime import UTC, date, datetime, time, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from handlers.programme_file.remembered import remembered
from handlers.programme_file.schema import Milestone, ProgrammeFile
from handlers.when import At, Days, InSeason, Month, Season, Unset, When, Yearly

_LAST_SECOND = time(23, 59, 59)
_LEAP_DAY = (2, 29)
_FIRST_MONTH: dict[Season, int] = {"spring": 1, "summer": 6, "autumn": 8, "winter": 1}
# The month after the last, counted from January of the season's year; a winter may end in the next.
_MONTH_AFTER: dict[Season, int] = {"spring": 7, "summer": 9, "autumn": 13, "winter": 16}


def zone(programme: ProgrammeFile) -> ZoneInfo:
    return ZoneInfo(programme.timezone)


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


def on_days(milestone: Milestone) -> str:
    """Its days as text, "2026-09-10/2026-09-11": what people said that they come on; "" for none.

    Another hour of the same days moves nobody.
    """
    first, last = first_day(milestone.when), last_day(milestone.when)
    return f"{first}/{last}" if first and last else ""


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


@remembered
def begins_at(programme: ProgrammeFile, milestone: Milestone) -> datetime | None:
    """The first instant (aware, UTC) at which it can begin; None where nothing is known."""
    if start := starts_at(milestone, zone(programme)):
        return start
    match milestone.when:
        case Month(year, month):
            day: date | None = _first_of(year, month)
        case InSeason(season, int(year)):
            day = _first_of(year, _FIRST_MONTH[season])
        case when:
            day = first_day(when)
    return None if day is None else _midnight(programme, day)


@remembered
def over_at(programme: ProgrammeFile, milestone: Milestone) -> datetime | None:
    """The instant (aware, UTC) from which it is surely over; None where nothing is known."""
    if end := ends_at(milestone, zone(programme)):
        return end
    match milestone.when:
        case Month(year, month):
            after: date | None = _first_of(year, month + 1)
        case InSeason(season, int(year)):
            after = _first_of(year, _MONTH_AFTER[season])
        case when:
            last = last_day(when)
            after = None if last is None else last + timedelta(days=1)
    return None if after is None else _midnight(programme, after)


def yearly_next(programme: ProgrammeFile, milestone: Milestone, now: datetime) -> date | None:
    """The next date, today's included, of what comes back every year; 28 February for the 29th.

    None where it does not come back: what has another kind of time, what is cancelled, and
    everything once the programme's last thing that has a time is over.
    """
    if not isinstance(milestone.when, Yearly) or milestone.cancelled:
        return None
    standing = [one for one in programme.milestone if not one.cancelled]
    overs = [over for one in standing if (over := over_at(programme, one)) is not None]
    if overs and max(overs) <= now:
        return None
    today = now.astimezone(zone(programme)).date()
    years = (_in_year(milestone.when, today.year + n) for n in (0, 1))
    return next(day for day in years if day >= today)


def last_second(programme: ProgrammeFile, day: date) -> datetime:
    """The last second of a day there (aware, UTC)."""
    return instant(datetime.combine(day, _LAST_SECOND), zone(programme))


def _first_of(year: int, month: int) -> date:
    """The first of a month; the thirteenth is January of the next year."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _midnight(programme: ProgrammeFile, day: date) -> datetime:
    return instant(datetime.combine(day, time.min), zone(programme))


def _in_year(when: Yearly, year: int) -> date:
    is_lost = (when.month, when.day) == _LEAP_DAY and not isleap(year)
    return date(year, when.month, when.day - is_lost)
