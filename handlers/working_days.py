"""Which days people are at work in Norway, so that nobody is disturbed on the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

_DAY = timedelta(days=1)
_SATURDAY = 5
# Neither is a public holiday, but the offices close at noon at the latest, before a push is due.
_EVES = ((12, 24), (12, 31))


@dataclass(frozen=True, slots=True)
class Pause:
    """Days, both ends included, on which a programme lets people be."""

    first: date
    last: date


def is_working(day: date, pauses: Sequence[Pause] = ()) -> bool:
    """Tell whether people are at work.

    Not on Saturdays and Sundays, on Norwegian public holidays, on Christmas Eve and New Year's Eve,
    and in a pause of the programme.
    """
    if day.weekday() >= _SATURDAY or day in _days_off(day.year):
        return False
    return not any(pause.first <= day <= pause.last for pause in pauses)


def on_or_before(day: date, pauses: Sequence[Pause] = ()) -> date:
    """Find the latest working day that is not after the day."""
    while not is_working(day, pauses):
        day -= _DAY
    return day


def on_or_after(day: date, pauses: Sequence[Pause] = ()) -> date:
    """Find the first working day that is not before the day."""
    while not is_working(day, pauses):
        day += _DAY
    return day


def plus(day: date, n: int, pauses: Sequence[Pause] = ()) -> date:
    """Find the ``n``-th working day after the day; the day itself need not be one. ``n`` >= 1."""
    for _ in range(_counted(n)):
        day = on_or_after(day + _DAY, pauses)
    return day


def minus(day: date, n: int, pauses: Sequence[Pause] = ()) -> date:
    """Find the ``n``-th working day before the day; the day itself need not be one. ``n`` >= 1."""
    for _ in range(_counted(n)):
        day = on_or_before(day - _DAY, pauses)
    return day


def _counted(n: int) -> int:
    if n < 1:
        message = f"working days are counted from 1, not {n}"
        raise ValueError(message)
    return n


@cache
def _days_off(year: int) -> frozenset[date]:
    from holidays import country_holidays  # noqa: PLC0415  (slow to load, and seldom needed)

    public = country_holidays("NO", years=year)
    return frozenset(public) | {date(year, month, day) for month, day in _EVES}
