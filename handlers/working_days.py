"""Which days people are at work in Norway, so that nobody is disturbed on the others."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

_DAY = timedelta(days=1)
_SATURDAY = 5
# Neither is a public holiday, but the offices close at noon at the latest, before a push is due.
_EVES = ((12, 24), (12, 31))


@dataclass(frozen=True, slots=True)
class Pause:
    """Days, both ends included, on which a programme lets people be."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a programme counts as days off, besides weekends and Norwegian public holidays.

    ``christmas``: the days between Christmas and New Year; ``easter``: Monday to Wednesday before
    Maundy Thursday; ``squeezed``: a single working day between days off (inneklemt dag);
    ``weeks``: whole ISO weeks, such as the common holiday (fellesferie). ``weekdays``: the ISO
    weekdays on which there is work, also those that a person on shifts has chosen.
    """

    pauses: tuple[Pause, ...] = ()
    christmas: bool = False
    easter: bool = False
    squeezed: bool = False
    weeks: tuple[int, ...] = ()
    weekdays: frozenset[int] = frozenset({1, 2, 3, 4, 5})


PLAIN = Calendar()


@lru_cache(maxsize=8192)
def is_working(day: date, calendar: Calendar = PLAIN) -> bool:
    """Tell whether people are at work.

    Not on Saturdays and Sundays (or on what the calendar has in their place), on Norwegian public
    holidays, on Christmas Eve and New Year's Eve, and on what the calendar adds.
    """
    if day.isoweekday() not in calendar.weekdays or _is_off(day, calendar):
        return False
    return not (calendar.squeezed and day.weekday() < _SATURDAY and _is_squeezed(day, calendar))


def on_or_before(day: date, calendar: Calendar = PLAIN) -> date:
    """Find the latest working day that is not after the day."""
    while not is_working(day, calendar):
        day -= _DAY
    return day


def on_or_after(day: date, calendar: Calendar = PLAIN) -> date:
    """Find the first working day that is not before the day."""
    while not is_working(day, calendar):
        day += _DAY
    return day


def plus(day: date, n: int, calendar: Calendar = PLAIN) -> date:
    """Find the ``n``-th working day after the day; the day itself need not be one. ``n`` >= 1."""
    for _ in range(_counted(n)):
        day = on_or_after(day + _DAY, calendar)
    return day


def minus(day: date, n: int, calendar: Calendar = PLAIN) -> date:
    """Find the ``n``-th working day before the day; the day itself need not be one. ``n`` >= 1."""
    for _ in range(_counted(n)):
        day = on_or_before(day - _DAY, calendar)
    return day


def _counted(n: int) -> int:
    if n < 1:
        message = f"working days are counted from 1, not {n}"
        raise ValueError(message)
    return n


def _is_off(day: date, calendar: Calendar) -> bool:
    """Whether a day is off whatever its weekday."""
    if day in _days_off(day.year) or day.isocalendar().week in calendar.weeks:
        return True
    if calendar.christmas and day.month == 12 and day.day > 26:  # noqa: PLR2004 - the 26th is one
        return True
    if calendar.easter and day in _before_easter(day.year):
        return True
    return any(pause.first <= day <= pause.last for pause in calendar.pauses)


def _is_squeezed(day: date, calendar: Calendar) -> bool:
    """Whether it stands alone between two days off."""
    near = (day - _DAY, day + _DAY)
    return all(one.weekday() >= _SATURDAY or _is_off(one, calendar) for one in near)


@cache
def _days_off(year: int) -> frozenset[date]:
    from holidays import country_holidays  # noqa: PLC0415  (slow to load, and seldom needed)

    public = country_holidays("NO", years=year)
    return frozenset(public) | {date(year, month, day) for month, day in _EVES}


@cache
def _before_easter(year: int) -> frozenset[date]:
    from holidays import country_holidays  # noqa: PLC0415  (as above)

    thursday = country_holidays("NO", years=year, language="en_US").get_named("Maundy Thursday")
    return frozenset(day - timedelta(days=n) for day in thursday for n in (1, 2, 3))
