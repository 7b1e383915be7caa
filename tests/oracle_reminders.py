"""What reminders ought to do, told a second time and slowly: day by day and minute by minute.

It shares the value classes with ``handlers.remind``, and none of its reasoning.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from handlers.remind.hours import Rules
from handlers.remind.plan import Key, Occasion
from handlers.remind.shifts import Shift
from handlers.working_days import Pause

DAY_MINUTES = 24 * 60
Said = tuple[datetime, tuple[Key, ...]]


@dataclass(frozen=True)
class Duty:
    key: Key
    offset: int
    day: date
    due: datetime
    until: datetime


def easter(year: int) -> date:
    """The anonymous Gregorian computus (Meeus, Jones, Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def is_free(day: date, pauses: Iterable[Pause]) -> bool:
    fixed = {(1, 1), (5, 1), (5, 17), (12, 24), (12, 25), (12, 26), (12, 31)}
    from_easter = (day - easter(day.year)).days
    return (
        day.isoweekday() in {6, 7}
        or (day.month, day.day) in fixed
        or from_easter in {-3, -2, 0, 1, 39, 49, 50}
        or any(pause.first <= day and not day > pause.last for pause in pauses)
    )


def walk(day: date, step: int) -> Iterator[date]:
    while True:
        yield day
        day += timedelta(days=step)


def at(rules: Rules, day: date, wall: time) -> datetime:
    return datetime(
        day.year, day.month, day.day, wall.hour, wall.minute, tzinfo=rules.zone
    ).astimezone(UTC)


def duties(rules: Rules, occasions: Iterable[Occasion]) -> list[Duty]:
    found = []
    for it in occasions:
        ends = it.ends.astimezone(UTC)
        late = it.late_until.astimezone(UTC) if it.late_until else None
        for shift in set(it.shifts):
            if shift.n <= 0:
                found.append(ahead(rules, it, shift, ends))
            elif it.kind != "report":
                found.append(behind(rules, it, shift, ends))
            elif late is not None:
                found.append(behind(rules, it, shift, late))
    return [duty for duty in found if duty.due < duty.until]


def is_free_for(rules: Rules, day: date) -> bool:
    return is_free(day, rules.own.pauses)


def count_working(rules: Rules, day: date, n: int) -> date:
    """The n-th working day from a day on, either way."""
    step = 1 if n > 0 else -1
    for _ in range(abs(n)):
        day += timedelta(days=step)
        while is_free_for(rules, day):
            day += timedelta(days=step)
    return day


def nominal_day(rules: Rules, it: Occasion, shift: Shift) -> date:
    if shift.unit == "working":
        return count_working(rules, it.day, shift.n)
    return it.day + timedelta(days=shift.n)


def free_around(rules: Rules, day: date) -> list[date]:
    """The days off in a row of which a day is one."""
    if not is_free_for(rules, day):
        return []
    before = itertools.takewhile(partial(is_free_for, rules), walk(day, -1))
    after = itertools.takewhile(partial(is_free_for, rules), walk(day, 1))
    return sorted({*before, *after})


def ahead(rules: Rules, it: Occasion, shift: Shift, until: datetime) -> Duty:
    nominal = nominal_day(rules, it, shift)
    off = free_around(rules, nominal)
    if len(off) >= 7:
        back = off[-1] + timedelta(days=1)
        if back < it.day and at(rules, back, rules.hour) < until:
            return duty(rules, it, shift, back, until)
    day = next(
        day
        for day in walk(nominal, -1)
        if not is_free_for(rules, day) and at(rules, day, rules.hour) < until
    )
    return duty(rules, it, shift, day, until)


def behind(rules: Rules, it: Occasion, shift: Shift, until: datetime) -> Duty:
    day = next(d for d in walk(nominal_day(rules, it, shift), 1) if not is_free_for(rules, d))
    return duty(rules, it, shift, day, until)


def duty(rules: Rules, it: Occasion, shift: Shift, day: date, until: datetime) -> Duty:
    later = (
        day
        for day in walk(day, 1)
        if not is_free(day, rules.own.pauses)
        and (it.opens is None or at(rules, day, rules.hour) >= it.opens)
    )
    n, letter = shift.n, {"days": "", "working": "w", "months": "m"}[shift.unit]
    key = Key(it.kind, it.milestone, ("-" if n < 0 else "+") + str(abs(n)) + letter)
    return Duty(key, n, it.day, at(rules, next(later), rules.hour), until)


def minutes(wall: time) -> int:
    return wall.hour * 60 + wall.minute


def quiet_minutes(rules: Rules) -> set[int]:
    length = (minutes(rules.quiet_to) - minutes(rules.quiet_from)) % DAY_MINUTES
    return {(minutes(rules.quiet_from) + n) % DAY_MINUTES for n in range(length)}


def open_minutes(rules: Rules) -> set[int]:
    quiet, hour = quiet_minutes(rules), minutes(rules.hour)
    if hour in quiet:
        return set(range(hour, min(hour + 120, DAY_MINUTES)))
    until = next((m for m in range(hour, DAY_MINUTES) if m in quiet), DAY_MINUTES)
    return set(range(hour, until))


def early_minutes(rules: Rules) -> set[int]:
    quiet = quiet_minutes(rules)
    if not quiet:
        return set()
    return set(range(minutes(rules.quiet_to), minutes(rules.hour))) - quiet


def play(
    rules: Rules, occasions: Sequence[Occasion], beats: Iterable[datetime], joined_at: datetime
) -> list[Said]:
    """Live through the beats as one person who joined then; each push with what it says, sorted."""
    todo, told, said = duties(rules, occasions), set[Key](), list[Said]()
    for beat in beats:
        wall = beat.astimezone(rules.zone)
        today, minute = wall.date(), minutes(wall.time())
        days = [push.astimezone(rules.zone).date() for push, _ in said]
        last_fortnight = [today - timedelta(days=n) for n in range(14)]
        if is_free(today, rules.own.pauses) or today in days:
            continue
        if sum(day in last_fortnight for day in days) > 2:
            continue
        hour = at(rules, today, rules.hour)
        speak, covered = choose(todo, told, beat, beat, joined_at, rules)
        if minute in early_minutes(rules) and any(duty.until <= hour for duty in speak):
            speak, covered = choose(todo, told, beat, hour, joined_at, rules)
        elif minute not in open_minutes(rules):
            continue
        if speak:
            said.append((beat, tuple(sorted((duty.key for duty in speak), key=repr))))
            told |= {duty.key for duty in speak + covered}
    return said


def choose(  # noqa: PLR0913  (an oracle may be plain)
    todo: Iterable[Duty],
    told: set[Key],
    now: datetime,
    horizon: datetime,
    joined_at: datetime,
    rules: Rules,
) -> tuple[list[Duty], list[Duty]]:
    ripe = [duty for duty in todo if duty.due <= horizon and duty.until > now]
    speak: list[Duty] = []
    covered: list[Duty] = []
    for it in ripe:
        twins = [
            x for x in todo if (x.key.kind, x.key.milestone) == (it.key.kind, it.key.milestone)
        ]
        if any((x.due, x.offset) > (it.due, it.offset) for x in twins if x in ripe):
            continue
        if it.key in told or not is_theirs(it, twins, now, joined_at, rules):
            continue
        speak.append(it)
        covered += [x for x in twins if x in ripe and x is not it]
    return speak, covered


def is_theirs(
    it: Duty, twins: Iterable[Duty], now: datetime, joined_at: datetime, rules: Rules
) -> bool:
    joined, today = joined_at.astimezone(rules.zone).date(), now.astimezone(rules.zone).date()
    if it.offset > 0:
        return not joined > it.day
    if it.due >= joined_at:
        return True
    if any(x.due >= joined_at and x.due < it.until for x in twins):
        return False
    return today > joined
