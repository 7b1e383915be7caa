"""One person living through a programme's reminders, for the tests of ``handlers.remind``."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.remind.hours import Rules
from handlers.remind.plan import Key, Occasion, Owed, Part, Recipient, owed
from handlers.remind.shifts import Shift

OSLO = ZoneInfo("Europe/Oslo")
RULES = Rules(OSLO, time(13, 30), time(15), time(9))
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def days(*numbers: int) -> tuple[Shift, ...]:
    """Shifts in calendar days: negative ones lie ahead."""
    return tuple(Shift(n) for n in numbers)


def samling(name: str, begins: str, shifts: tuple[Shift, ...] = days(-14, -2)) -> Occasion:
    start = wall(begins)
    return Occasion("samling", name, start.date(), start, shifts)


def report(
    name: str, deadline: str, begins: str, shifts: tuple[Shift, ...] = days(-7, -1, 1)
) -> Occasion:
    end = wall(deadline)
    return Occasion("report", name, end.date(), end, shifts, late_until=wall(begins))


def reflect(name: str, opens: str, closes: str) -> Occasion:
    day = wall(opens).date()
    return Occasion("reflect", name, day, wall(closes), (Shift(1, "working"),), wall(opens))


def plainly(found: Sequence[Part]) -> list[tuple[Key, date, datetime, datetime]]:
    """What a part is, without what follows from its key."""
    return [(one.key, one.day, one.due, one.fresh_until) for one in found]


def key(name: str) -> Key:
    """Read ``"report s2 -7"``."""
    return Key(*name.split())  # type: ignore[arg-type]


def keys(*names: str) -> tuple[Key, ...]:
    return tuple(key(name) for name in names)


class Life:
    """One person, told whatever is owed at each beat."""

    def __init__(self, rules: Rules, occasions: Sequence[Occasion], joined: datetime) -> None:
        self.rules, self.occasions = rules, occasions
        self.who = Recipient(joined, {}, ())
        self.said: list[tuple[datetime, Owed]] = []

    def beat(self, now: datetime) -> None:
        found = owed(self.rules, self.occasions, now, self.who)
        if not found.spoken:
            assert found == Owed()
            return
        today = now.astimezone(self.rules.zone).date()
        news = {part.key: today for part in (*found.spoken, *found.covered)}
        told, pushes = {**self.who.told, **news}, (*self.who.pushes, today)
        self.who = replace(self.who, told=told, pushes=pushes)
        self.said.append((now, found))


def live(
    occasions: Sequence[Occasion],
    beats: Iterable[datetime],
    rules: Rules = RULES,
    joined: datetime = LONG_AGO,
) -> list[tuple[datetime, tuple[Key, ...]]]:
    life = Life(rules, occasions, joined)
    for now in beats:
        life.beat(now)
    return [(now, tuple(part.key for part in found.spoken)) for now, found in life.said]


def every_day(first: str, last: str, *times: str) -> list[datetime]:
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    every = [day + timedelta(days=n) for n in range((end - day).days + 1)]
    walls = [time.fromisoformat(text) for text in times]
    return [datetime.combine(day, at, OSLO) for day in every for at in walls]
