"""The days of some years in a table: why nobody is at work on each of them, if nobody is."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from handlers.programme_file import ProgrammeFile
from handlers.programme_file.schema import Off
from handlers.when import Days

FIRST, LAST = date(2026, 1, 1), date(2029, 12, 31)
DAY = timedelta(days=1)
FIXED = {(1, 1), (5, 1), (5, 17), (12, 24), (12, 25), (12, 26), (12, 31)}
FROM_EASTER = {-3, -2, 0, 1, 39, 49, 50}
Table = dict[date, bool]


@lru_cache
def easter(year: int) -> date:
    """By Butcher's computus, as in Spencer Jones' General Astronomy of 1922."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps, odd = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - moon + 15) % 30
    fourth, left = divmod(rest, 4)
    letter = (32 + 2 * odd + 2 * fourth - epact - left) % 7
    shift = (golden + 11 * epact + 22 * letter) // 451
    month, day = divmod(epact + letter - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def days() -> Iterator[date]:
    for number in range(FIRST.toordinal(), LAST.toordinal() + 1):
        yield date.fromordinal(number)


@lru_cache
def why_free(off: Off, pauses: tuple[Days, ...]) -> dict[date, str]:
    """Why nobody of a programme works on each day: red, off, weekend, squeezed, or "" if they do.

    What is red or off is so for those as well who work on weekends.
    """
    table = {day: _plainly(off, pauses, day) for day in days()}
    if off.squeezed:
        squeezed = [day for day, why in table.items() if not why and _between(table, day)]
        table |= dict.fromkeys(squeezed, "squeezed")
    return table


def _plainly(off: Off, pauses: tuple[Days, ...], day: date) -> str:
    sunday = (day - easter(day.year)).days
    if (day.month, day.day) in FIXED or sunday in FROM_EASTER:
        return "red"
    if off.christmas and (day.month, day.day) in {(12, 27), (12, 28), (12, 29), (12, 30)}:
        return "off"
    if (off.easter and sunday in {-6, -5, -4}) or day.isocalendar()[1] in off.common_holiday:
        return "off"
    if any(not (day < pause.first or pause.last < day) for pause in pauses):
        return "off"
    return "weekend" if day.isoweekday() in {6, 7} else ""


def _between(table: dict[date, str], day: date) -> bool:
    beside = [day - DAY, day + DAY]
    return all(table.get(one, "") for one in beside) and any(one.isoweekday() < 6 for one in beside)


@lru_cache
def _working(off: Off, pauses: tuple[Days, ...], weekdays: str | None) -> Table:
    table = why_free(off, pauses)
    if weekdays is None:
        return {day: not why for day, why in table.items()}
    return {
        day: why in {"", "weekend"} and str(day.isoweekday()) in weekdays
        for day, why in table.items()
    }


def at_work(programme: ProgrammeFile, weekdays: str | None = None) -> Table:
    """Whether a day is a working day: of the programme, or of one who chose their weekdays."""
    return _working(programme.reminders.off, programme.reminders.pauses, weekdays)


def nth(table: Table, day: date, n: int) -> date:
    """The n-th working day after the day; before it, where n is negative."""
    step = DAY if n > 0 else -DAY
    for _ in range(abs(n)):
        day += step
        while not table[day]:
            day += step
    return day


def free_run(table: Table, day: date) -> tuple[date, date]:
    """The first and the last of the free days around a free day."""
    first = last = day
    while not table[first - DAY]:
        first -= DAY
    while not table[last + DAY]:
        last += DAY
    return first, last
