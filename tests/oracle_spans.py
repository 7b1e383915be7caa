"""When a milestone is, as its file says it: its days, its instants, or just its month."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.programme_file import Milestone, ProgrammeFile
from handlers.when import At, Days, InSeason, Month, Yearly

SEASONS = {"spring": (1, 7), "summer": (6, 9), "autumn": (8, 13), "winter": (1, 16)}
YEARS = range(2026, 2030)


@dataclass(frozen=True)
class Span:
    """``begins`` and ``over`` are instants; ``clock`` says that the file tells the time of day.

    ``ends`` is an end that the file tells, ``month`` the first day of what is but a month or a
    season, ``each`` the days of a deadline: one, or one a year.
    """

    first: date | None = None
    last: date | None = None
    begins: datetime | None = None
    ends: datetime | None = None
    over: datetime | None = None
    clock: bool = False
    month: date | None = None
    each: tuple[date, ...] = ()
    yearly: bool = False


def span(programme: ProgrammeFile, milestone: Milestone) -> Span:
    def midnight(day: date) -> datetime:
        return at(datetime.combine(day, time(0)))

    def at(wall: datetime) -> datetime:
        return wall.replace(tzinfo=ZoneInfo(programme.timezone)).astimezone(UTC)

    when = milestone.when
    if isinstance(when, At):
        end = when.end
        first, last = when.start.date(), (end or when.start).date()
        over = at(end) if end else midnight(last + timedelta(days=1))
        ends = at(end) if end else None
        return Span(first, last, at(when.start), ends, over, clock=True, each=(first,))
    if isinstance(when, Days):
        after = midnight(when.last + timedelta(days=1))
        return Span(when.first, when.last, midnight(when.first), None, after, each=(when.first,))
    if isinstance(when, Yearly):
        return Span(each=tuple(date(y, when.month, when.day) for y in YEARS), yearly=True)
    if isinstance(when, Month):
        month, next_one = date(when.year, when.month, 1), first_of(when.year, when.month + 1)
    elif isinstance(when, InSeason) and when.year is not None:
        opens, closes = SEASONS[when.season]
        month, next_one = date(when.year, opens, 1), first_of(when.year, closes)
    else:
        return Span()
    return Span(begins=midnight(month), over=midnight(next_one), month=month)


def first_of(year: int, month: int) -> date:
    return date(year + (month > 12), (month - 1) % 12 + 1, 1)


def months_back(day: date, n: int) -> date:
    count = day.year * 12 + day.month - 1 - n
    return date(count // 12, count % 12 + 1, 1)
