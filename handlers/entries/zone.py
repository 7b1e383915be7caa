"""When the clocks of a place change, as a calendar file tells it.

icalendar's own list of changes puts the one in spring an hour late, and Outlook reads a rule
better than a list; so the rule is found here from the zone itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - on the wall
_EACH_YEAR = "FREQ=YEARLY;BYMONTH={month};BYDAY={week}{weekday}"


@dataclass(frozen=True, slots=True)
class Onset:
    """From a moment on the wall (as it showed before), clocks are so far ahead of UTC.

    ``rule`` is how it comes back each year (RFC 5545), None if it does not.
    """

    wall: datetime
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool
    rule: str | None = None


@lru_cache(maxsize=64)
def onsets(zone: str, first: int, last: int) -> tuple[Onset, ...]:
    """Every change that somebody must know to read the years from ``first`` to ``last``."""
    there = ZoneInfo(zone)
    found = list(_changes(there, first - 1, last))
    if not found:
        return (_always(there, first),)
    alike = [[one for one in found if one.is_summer == summer] for summer in (True, False)]
    rules = [_rule(group) for group in alike]
    if all(len(group) == last - first + 2 for group in alike) and all(rules):
        return tuple(_ruled(group[0], rule) for group, rule in zip(alike, rules, strict=True))
    return (_always(there, first - 1), *found)


def _always(there: ZoneInfo, year: int) -> Onset:
    moment = datetime(year, 1, 1, tzinfo=there)
    ahead = moment.utcoffset() or timedelta()
    return Onset(_EPOCH, ahead, ahead, moment.tzname() or "", is_summer=bool(moment.dst()))


def _ruled(one: Onset, rule: str | None) -> Onset:
    return Onset(one.wall, one.before, one.after, one.name, one.is_summer, rule)


def _changes(there: ZoneInfo, first: int, last: int) -> Iterator[Onset]:
    start = datetime(first, 1, 1, tzinfo=UTC)
    days = (datetime(last + 1, 1, 1, tzinfo=UTC) - start).days
    for day, next_day in pairwise(start + _DAY * n for n in range(days + 1)):
        if _ahead(there, day) != _ahead(there, next_day):
            at = _first_after(there, day, next_day)
            before, after = _ahead(there, day), _ahead(there, at)
            local = at.astimezone(there)
            wall = (at + before).replace(tzinfo=None)
            yield Onset(wall, before, after, local.tzname() or "", is_summer=bool(local.dst()))


def _first_after(there: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """The first minute with the offset of ``high``, by halving."""
    while high - low > _MINUTE:
        middle = low + (high - low) // _MINUTE // 2 * _MINUTE
        if _ahead(there, middle) == _ahead(there, high):
            high = middle
        else:
            low = middle
    return high


def _ahead(there: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(there).utcoffset() or timedelta()


def _rule(group: Sequence[Onset]) -> str | None:
    """«The last Sunday of March», where it holds for every one of them."""
    alike = {(one.wall.month, one.wall.weekday(), one.wall.time(), one.after) for one in group}
    if len(alike) != 1:
        return None
    month, weekday, _, _ = next(iter(alike))
    is_last = all((one.wall + 7 * _DAY).month != month for one in group)
    weeks = {(one.wall.day - 1) // 7 + 1 for one in group}
    if not is_last and len(weeks) > 1:
        return None
    week = -1 if is_last else next(iter(weeks))
    return _EACH_YEAR.format(month=month, week=week, weekday=_WEEKDAYS[weekday])
