"""The auditor's own calendar: on which days, and in which hours, somebody may be disturbed."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from bot.rehearsal.values import Wish
from handlers.programme_file import ProgrammeFile

_DAY = timedelta(days=1)
_OWN_HOUR_LASTS = timedelta(hours=2)
_WEEKDAYS = "12345"
_CHRISTMAS = {(12, day) for day in range(27, 31)}
_EVES = {(12, 24), (12, 31)}


@dataclass(frozen=True, slots=True)
class Hours:
    """The window of a day, on the wall; from ``early`` on what cannot wait may go before it."""

    opens: time
    closes: datetime
    early: time


def is_theirs(programme: ProgrammeFile, wish: Wish | None, day: date) -> bool:
    """Whether it is a day on which this person may be reminded of anything."""
    if wish is not None and wish.paused_until is not None and day < wish.paused_until:
        return False
    suits = (wish.days if wish is not None else None) or _WEEKDAYS
    return str(day.isoweekday()) in suits and not is_off(programme, day)


def is_off(programme: ProgrammeFile, day: date) -> bool:
    """Whether it is a day off for everybody, weekends apart."""
    if _is_free(programme, day):
        return True
    if not programme.reminders.off.squeezed or day.isoweekday() > 5:  # noqa: PLR2004
        return False
    beside = (day - _DAY, day + _DAY)
    free = [_is_free(programme, one) for one in beside]
    weekend = [one.isoweekday() > 5 for one in beside]  # noqa: PLR2004
    return all(map(max, free, weekend)) and not all(weekend)


def hours(programme: ProgrammeFile, wish: Wish | None, day: date) -> Hours:
    """The person's own hour goes before the programme's; one that is quiet lasts two hours."""
    said = programme.reminders
    opens = (wish.hour if wish is not None else None) or said.hour
    midnight = datetime.combine(day + _DAY, time.min)
    if is_quiet(programme, opens):
        closes = min(datetime.combine(day, opens) + _OWN_HOUR_LASTS, midnight)
    elif opens < said.quiet.from_:
        closes = datetime.combine(day, said.quiet.from_)
    else:
        closes = midnight
    return Hours(opens, closes, said.quiet.to)


def is_quiet(programme: ProgrammeFile, wall: time) -> bool:
    begins, ends = programme.reminders.quiet.from_, programme.reminders.quiet.to
    if begins <= ends:
        return begins <= wall < ends
    return wall >= begins or wall < ends


def _is_free(programme: ProgrammeFile, day: date) -> bool:
    off = programme.reminders.off
    named = {*_EVES, *(_CHRISTMAS if off.christmas else ())}
    return (
        day in _public(day.year)
        or (day.month, day.day) in named
        or day.isocalendar().week in off.common_holiday
        or (off.easter and _easter(day.year) - 6 * _DAY <= day <= _easter(day.year))
        or any(one.first <= day <= one.last for one in programme.reminders.pauses)
    )


@cache
def _public(year: int) -> frozenset[date]:
    """Norway's public holidays; those that move hang on Easter Sunday."""
    easter = _easter(year)
    moving = (easter + timedelta(days=n) for n in (-3, -2, 0, 1, 39, 49, 50))
    fixed = (date(year, *day) for day in ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26)))
    return frozenset((*moving, *fixed))


@cache
def _easter(year: int) -> date:
    """Easter Sunday, as Butcher reckoned it (Gregorian calendar)."""
    golden, century, of_it = year % 19, year // 100, year % 100
    leap, rest = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - moon + 15) % 30
    week = (32 + 2 * rest + 2 * (of_it // 4) - epact - of_it % 4) % 7
    late = (golden + 11 * epact + 22 * week) // 451
    month, day = divmod(epact + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
