"""The hours in which one person may be disturbed, and how often."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.working_days import Pause, is_working, on_or_after, plus

PUSHES_AT_MOST = 3
IN_DAYS = 14
# An hour that lies in quiet hours is a person's own choice: that hour was chosen, not the night.
OWN_HOUR_LASTS = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Rules:
    """When one person may be disturbed; ``hour`` is their own where they chose one.

    Times are wall-clock times in ``zone``; equal ``quiet_from`` and ``quiet_to`` mean no quiet
    hours. Days before are >= 0, days after >= 1, all calendar days.
    """

    zone: ZoneInfo
    hour: time
    quiet_from: time
    quiet_to: time
    pauses: tuple[Pause, ...] = ()
    samling_days_before: tuple[int, ...] = ()
    report_days_before: tuple[int, ...] = ()
    report_days_after: tuple[int, ...] = ()


def is_open_day(rules: Rules, day: date, pushes: Collection[date]) -> bool:
    """Tell whether a local day is a working day that may have another push, after those days'."""
    recent = [past for past in pushes if day - timedelta(days=IN_DAYS) < past <= day]
    return is_working(day, rules.pauses) and day not in recent and len(recent) < PUSHES_AT_MOST


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
    day = on_or_after(local_day(rules, moment), rules.pauses)
    hour = hour_on(rules, day)
    if hour < moment or (strictly and hour == moment):
        return hour_on(rules, plus(day, 1, rules.pauses))
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
