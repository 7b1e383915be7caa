"""How far from an occasion something is said, and on which of a person's days that is."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, assert_never

from handlers.programme_file import Offset
from handlers.remind.hours import Rules, hour_on
from handlers.working_days import is_working, minus, on_or_after, on_or_before, plus

# From so many days off in a row on, what falls into them is moved behind them, not before.
LONG = 7
_DAY = timedelta(days=1)
Unit = Literal["days", "working", "months"]
_LETTER: dict[Unit, str] = {"days": "", "working": "w", "months": "m"}


@dataclass(frozen=True, slots=True)
class Shift:
    """So far from a day: ``n`` <= 0 lies ahead of it, > 0 behind.

    Counted in calendar days, in the programme's working days, or in months. Written «-7», «+2w»,
    «-6m».
    """

    n: int
    unit: Unit = "days"

    @property
    def is_behind(self) -> bool:
        return self.n > 0

    def __str__(self) -> str:
        return f"{self.n:+d}{_LETTER[self.unit]}"


def before(*offsets: Offset) -> tuple[Shift, ...]:
    return tuple(Shift(-one.days, _unit(one)) for one in offsets)


def after(*offsets: Offset) -> tuple[Shift, ...]:
    return tuple(Shift(one.days, _unit(one)) for one in offsets)


def due_day(rules: Rules, day: date, shift: Shift, until: datetime) -> date:
    """Find the person's day on which to say what is true until then (aware).

    What lies behind is said on their first day from the nominal one on. What lies ahead is said on
    their last day before it, unless the nominal day lies in a long break: then on the first day
    after the break, if it is still ahead.
    """
    nominal = _nominal(rules, day, shift)
    if shift.is_behind:
        return on_or_after(nominal, rules.own)
    if not is_working(nominal, rules.own):
        later = _behind_a_long_break(rules, nominal)
        if later is not None and later < day and hour_on(rules, later) < until:
            return later
    latest = on_or_before(nominal, rules.own)
    return latest if hour_on(rules, latest) < until else minus(latest, 1, rules.own)


def _nominal(rules: Rules, day: date, shift: Shift) -> date:
    match shift.unit:
        case "days":
            return day + timedelta(days=shift.n)
        case "working" if shift.n > 0:
            return plus(day, shift.n, rules.calendar)
        case "working":
            return minus(day, -shift.n, rules.calendar) if shift.n else day
        case "months":
            return _months_from(day, shift.n)
        case _:
            assert_never(shift.unit)


def _behind_a_long_break(rules: Rules, nominal: date) -> date | None:
    """The first day after the days off around a day, where these are many."""
    last, first = on_or_before(nominal, rules.own), on_or_after(nominal, rules.own)
    return first if (first - last - _DAY).days >= LONG else None


def _months_from(day: date, months: int) -> date:
    """The same day so many months away; the month's last day where it has no such day."""
    month = day.year * 12 + day.month - 1 + months
    first = date(month // 12, month % 12 + 1, 1)
    following = date((month + 1) // 12, (month + 1) % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), following - _DAY)


def _unit(offset: Offset) -> Unit:
    return "working" if offset.working else "days"
