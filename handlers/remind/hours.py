"""The hours in which one person may be disturbed, and how often."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.working_days import PLAIN, Calendar, is_working, on_or_after, plus

PUSHES_AT_MOST = 3
IN_DAYS = 14
# An hour that lies in quiet hours is a person's own choice: that hour was chosen, not the night.
OWN_HOUR_LASTS = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Rules:
    """When one person may be disturbed; ``hour`` and ``own`` are theirs where they chose.

    Times are wall-clock times in ``zone``; equal ``quiet_from`` and ``quiet_to`` mean no quiet
    hours. ``calendar`` has the programme's working days, by which its offsets are counted, and
    ``own`` those that suit the person. They are let be until the morning of ``paused_until``.
    """

    zone: ZoneInfo
    hour: time
    quiet_from: time
    quiet_to: time
    calendar: Calendar = PLAIN
    own: Calendar = PLAIN
    paused_until: date | None = None


def is_open_day(rules: Rules, day: date, pushes: Collection[date]) -> bool:
    """Tell whether a local day is one of their working days that may have a push after those."""
    if not is_working(day, rules.own) or is_paused(rules, day):
        return False
    recent = _lately(day, pushes)
    return day not in recent and len(recent) < PUSHES_AT_MOST


def is_paused(rules: Rules, day: date) -> bool:
    """Tell whether the person asked to be let be on a local day."""
    return rules.paused_until is not None and day < rules.paused_until


def first_push_day(rules: Rules, day: date, pushes: Collection[date]) -> date:
    """Find the first local day, from ``day`` on, that may have a push after those days'."""
    while not is_open_day(rules, day, pushes):
        day += timedelta(days=1)
    return day


def takes_a_place(day: date, pushes: Collection[date], needed: Collection[date]) -> bool:
    """Tell whether a push on ``day`` leaves too little room for those on the days ``needed``.

    These come later; some fortnight that holds ``day`` and one of them would have too many.
    """
    every = {*pushes, day, *needed}
    near = [later for later in needed if day < later < day + timedelta(days=IN_DAYS)]
    return any(len(_lately(later, every)) > PUSHES_AT_MOST for later in near)


def next_open(rules: Rules, moment: datetime) -> datetime:
    """Find the first instant (UTC) from a moment on that is on a working day, and not quiet.

    For what is told unasked and is no push: a person's pause does not hold it back.
    """
    day, wall = local_day(rules, moment), moment.astimezone(rules.zone).time()
    if is_working(day, rules.own) and not _is_quiet(rules, wall):
        return moment.astimezone(UTC)
    quiet_end = instant(rules, day, rules.quiet_to)
    if not is_working(day, rules.own) or quiet_end <= moment:
        return instant(rules, plus(day, 1, rules.own), rules.quiet_to)
    return quiet_end


def is_open_hour(rules: Rules, now: datetime) -> bool:
    """Tell whether now lies in its day's window: from the hour until quiet hours begin."""
    day = local_day(rules, now)
    return hour_on(rules, day) <= now < closes_on(rules, day)


def is_early(rules: Rules, now: datetime) -> bool:
    """Tell whether quiet hours have ended today, and the hour has not come yet."""
    wall = now.astimezone(rules.zone).time()
    if rules.quiet_from == rules.quiet_to:
        return False
    return rules.quiet_to <= wall < rules.hour and not _is_quiet(rules, wall)


def hour_on(rules: Rules, day: date) -> datetime:
    """Give the instant (UTC) of the hour on a local day."""
    return instant(rules, day, rules.hour)


def closes_on(rules: Rules, day: date) -> datetime:
    """Give the instant (UTC) at which a local day's window closes: nothing unasked after it."""
    midnight = instant(rules, day + timedelta(days=1), time.min)
    if _is_quiet(rules, rules.hour):
        return min(hour_on(rules, day) + OWN_HOUR_LASTS, midnight)
    if rules.hour < rules.quiet_from != rules.quiet_to:
        return instant(rules, day, rules.quiet_from)
    return midnight


def hour_from(rules: Rules, moment: datetime, *, strictly: bool = False) -> datetime:
    """Find the first working day's hour that is not before a moment, or strictly after it."""
    day = on_or_after(local_day(rules, moment), rules.own)
    hour = hour_on(rules, day)
    if hour < moment or (strictly and hour == moment):
        return hour_on(rules, plus(day, 1, rules.own))
    return hour


def instant(rules: Rules, day: date, wall: time) -> datetime:
    """Give the instant (UTC) of a wall-clock time; where that comes twice, the first."""
    return datetime.combine(day, wall, tzinfo=rules.zone).astimezone(UTC)


def local_day(rules: Rules, moment: datetime) -> date:
    """Give the date on the wall at an instant."""
    return moment.astimezone(rules.zone).date()


def _is_quiet(rules: Rules, wall: time) -> bool:
    if rules.quiet_from <= rules.quiet_to:
        return rules.quiet_from <= wall < rules.quiet_to
    return not rules.quiet_to <= wall < rules.quiet_from


def _lately(day: date, pushes: Collection[date]) -> list[date]:
    """The days with a push in the fortnight that ends with a day."""
    return [past for past in pushes if day - timedelta(days=IN_DAYS) < past <= day]
