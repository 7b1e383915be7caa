"""When the milestones of a programme begin, when they are surely over, and which one comes next.

No day is made up: of a month or a season only the outermost instants are used, to put things in
order and to know that something has passed, and none of them is ever shown.
"""

from datetime import UTC, date, datetime, time, timedelta

from handlers.programme_file import (
    Milestone,
    ProgrammeFile,
    ends_at,
    first_day,
    instant,
    last_day,
    starts_at,
    zone,
)
from handlers.when import InSeason, Month, Season, Yearly

_FIRST_MONTH: dict[Season, int] = {"spring": 1, "summer": 6, "autumn": 8, "winter": 1}
# The month after the last, counted from January of the season's year; a winter may end in the next.
_MONTH_AFTER: dict[Season, int] = {"spring": 7, "summer": 9, "autumn": 13, "winter": 16}
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


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


def is_over(programme: ProgrammeFile, milestone: Milestone, now: datetime) -> bool:
    over = over_at(programme, milestone)
    return over is not None and over <= now


def in_time(programme: ProgrammeFile) -> list[Milestone]:
    """The milestones by time; what has no time stays behind the one before it in the file."""
    order: list[tuple[datetime, Milestone]] = []
    latest = _LONG_AGO
    for one in programme.milestone:
        latest = begins_at(programme, one) or latest
        order.append((latest, one))
    return [one for _, one in sorted(order, key=lambda pair: pair[0])]


def coming(programme: ProgrammeFile, now: datetime, *kinds: str) -> Milestone | None:
    """What is under way or comes next (of these kinds, or of any), as far as the file says.

    Where nothing with a time lies ahead, it is the first without one after something that is over;
    where nothing at all has a time, nobody can tell.
    """
    line = [one for one in in_time(programme) if not kinds or one.kind in kinds]
    over = [is_over(programme, one, now) for one in line]
    timed = [over_at(programme, one) is not None for one in line]
    for one, past, known in zip(line, over, timed, strict=True):
        if known and not past:
            return one
    last = max((place for place, past in enumerate(over) if past), default=len(line))
    return next((one for one in line[last + 1 :] if not isinstance(one.when, Yearly)), None)


def _first_of(year: int, month: int) -> date:
    """The first of a month; the thirteenth is January of the next year."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _midnight(programme: ProgrammeFile, day: date) -> datetime:
    return instant(datetime.combine(day, time.min), zone(programme))
