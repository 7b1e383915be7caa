"""Two years of a programme lived through: a crowd that behaves like people, and a judge beside it.

Time goes from one instant at which somebody may be written to (as the oracle has it), or at which
somebody does something, to the next. At each of them the judge says who is to be told what, the
house does what it does, and what differs is kept.
"""

import heapq
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from handlers import tick
from handlers.programme_file import ProgrammeFile, read_programme
from tests.oracle_almanac import Thing
from tests.oracle_books import Books, Who
from tests.oracle_days import DAY
from tests.oracle_due import owed, tells
from tests.two_years_crowd import Crowd
from tests.two_years_house import Deaths, House, Sent
from tests.two_years_programme import BASE, OSLO, versions, wall

BEGINS, ENDS = wall("2026-06-15T08:00"), wall("2028-08-01T12:00")
# From when the house is away, and until when.
AWAY = [
    ("2026-11-10T08:00", "2026-11-11T10:30"),
    ("2027-08-02T13:29", "2027-08-02T14:10"),
    ("2027-12-30T23:50", "2028-01-03T09:20"),
    ("2028-02-28T13:00", "2028-03-01T09:30"),
]
# One in so many instants at which nothing is owed has a beat all the same; more at the usual hour.
IDLE_BEATS, LATER_BEATS = 60, 10
ALERT = timedelta(days=10)
SUDDEN_DEATHS = 9  # one in so many beats that serve several ends in the middle
Deed = Callable[[], None]


@dataclass(frozen=True)
class Told:
    """A push with how things stood for the person as they got it; ``done`` by their team."""

    sent: Sent
    programme: ProgrammeFile
    who: Who
    done: frozenset[str]

    @property
    def day(self) -> date:
        return self.sent.at.astimezone(OSLO).date()


@dataclass
class Life:
    """What happened, and whatever of it should not have."""

    house: House
    books: Books
    dice: Random
    foresees: int
    faults: list[str] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    beats: int = 0
    looks: int = 0
    until_back: datetime = BEGINS
    coming: datetime | None = None
    changed: datetime = BEGINS
    _deeds: list[tuple[datetime, int, Deed]] = field(default_factory=list)
    _count: "itertools.count[int]" = field(default_factory=itertools.count)

    @property
    def out(self) -> list[Sent]:
        return self.house.out

    @property
    def pushes(self) -> list[Sent]:
        return [one for one in self.out if one.push is not None]

    def at(self, moment: datetime, deed: Deed) -> None:
        heapq.heappush(self._deeds, (moment.astimezone(UTC), next(self._count), deed))

    def goes_away(self, until: datetime) -> None:
        self.until_back = until.astimezone(UTC)
        self.at(until, lambda: None)

    def changes(self, crowd: Crowd, text: str) -> None:
        crowd.imports(text)
        self.changed = self.house.now

    def lives_until(self, end: datetime) -> None:
        while (now := self._next()) < end:
            self.house.moves_to(now)
            acted = self._acts(now)
            if now < self.until_back:
                continue
            if acted:
                self.coming = None
            self._judged(now, everybody=acted)

    def _acts(self, now: datetime) -> bool:
        acted = False
        while self._deeds and self._deeds[0][0] <= now:
            _, number, deed = heapq.heappop(self._deeds)
            if now < self.until_back:
                heapq.heappush(self._deeds, (self.until_back, number, deed))
                continue
            deed()
            acted = True
        return acted

    def _next(self) -> datetime:
        after = self.house.now.astimezone(UTC)
        chances = [self._wake(after)]
        if self._deeds:
            chances.append(self._deeds[0][0])
        if self.coming is not None:
            chances.append(self.coming)
        return max(min(chances), after)

    def _wake(self, after: datetime) -> datetime:
        """The next instant at which somebody's hour comes, or quiet hours end."""
        day = after.astimezone(OSLO).date()
        found = [at for on in (day, day + DAY) for at in self._hours(on) if at > after]
        return min(found)

    def _hours(self, day: date) -> set[datetime]:
        said = self.books.programme.reminders
        hours = {who.hour or said.hour for who in self.books.people.values()} | {said.quiet.to}
        return {datetime.combine(day, hour, OSLO).astimezone(UTC) for hour in hours}

    def _judged(self, now: datetime, *, everybody: bool) -> None:
        self.looks += 1
        expected = self._expected(now, everybody=everybody)
        foreseen = self.coming is not None and self.coming <= now
        if expected and self.coming is not None and now < self.coming:
            self.faults.append(f"{now}: nothing was to come before {self.coming}: {expected}")
        if expected or foreseen or self._looks_all_the_same(now):
            self._beats(now, expected)

    def _looks_all_the_same(self, now: datetime) -> bool:
        """Nothing is owed: all the more must nothing be said, soon after a change above all."""
        hour = now.astimezone(OSLO).time() == self.books.programme.reminders.hour
        seldom = LATER_BEATS if hour else IDLE_BEATS
        changed = hour and now - self.changed < ALERT
        return changed or self.dice.randrange(seldom) == 0

    def _expected(self, now: datetime, *, everybody: bool) -> dict[str, set[Thing]]:
        """What people are owed now; unless somebody did something, only an hour brings news."""
        said, wall = self.books.programme.reminders, now.astimezone(OSLO).time()
        everybody = everybody or wall in {said.hour, said.quiet.to}
        people = [one for one in self.books.people.values() if everybody or one.hour == wall]
        found = {who.key: {p.thing for p in owed(self.books, who, now)} for who in people}
        return {key: things for key, things in found.items() if things}

    def _beats(self, now: datetime, expected: dict[str, set[Thing]]) -> None:
        self.beats += 1
        self.coming = None
        if len(expected) > 3 and self.dice.randrange(SUDDEN_DEATHS) == 0:
            self.house.beats_and_dies(self.dice.randrange(2, 9))
            self.goes_away(now + timedelta(minutes=self.dice.choice([7, 35, 200])))
            return
        before = len(self.out)
        self.house.lives()
        self._compares(now, expected, self.out[before:])
        if self.foresees and self.dice.randrange(self.foresees) == 0:
            self.coming = self.house.commit(lambda unit: tick.next_instant(unit, now))

    def _compares(self, now: datetime, expected: dict[str, set[Thing]], out: list[Sent]) -> None:
        for who in self._not_there():
            expected.pop(who.key, None)
        pushes = [one for one in out if one.push is not None and not one.repeated]
        said = {one.key: set(one.things) for one in pushes}
        if len(said) < len(pushes):
            self.faults.append(f"{now}: two pushes at once")
        for key in sorted(expected.keys() | said.keys()):
            if expected.get(key) != said.get(key):
                local = now.astimezone(OSLO)
                who = self.books.people[key]
                self.faults.append(
                    f"{local:%a %Y-%m-%d %H:%M} {key} {who.role} {who.team}:"
                    f" owed {sorted(expected.get(key, ()))}, said {sorted(said.get(key, ()))}"
                )
        for one in pushes:
            who = self.books.people[one.key]
            done = frozenset(of for team, of in self.books.delivered if team == who.team)
            self.told.append(Told(one, self.books.programme, replace(who), done))
            tells(self.books, who, now, set(one.things))

    def _not_there(self) -> list[Who]:
        """Who turned out to have shut the door: from now on the house knows as well."""
        found = [self.books.people[key] for key in self.house.refused]
        self.house.refused.clear()
        for who in found:
            who.reached, who.tried = False, self.house.now.astimezone(OSLO).date()
        return found


def lived(folder: Path, seed: int = 2026, foresees: int = 60, deaths: int = 150) -> Life:
    """Live it; ``foresees`` is how seldom the house is asked what comes next, 0 for never."""
    dice = Random(seed)  # noqa: S311 - a crowd, no secret
    house = House(folder, BEGINS, Deaths(Random(seed + 1), deaths))  # noqa: S311
    life = Life(house, Books(read_programme(BASE)), dice, foresees)
    crowd = Crowd(house, life.books, seed, life.at)
    house.heard = crowd.hears
    crowd.gathers(BASE)
    for at, text in versions():
        life.at(at, lambda text=text: life.changes(crowd, text))  # type: ignore[misc]
    for start, end in AWAY:
        life.at(wall(start), lambda end=end: life.goes_away(wall(end)))  # type: ignore[misc]
    life.lives_until(ENDS)
    house.close()
    return life
