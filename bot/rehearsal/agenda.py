"""When the house may have something to say of itself: only whom a deed concerned is read anew.

``tick.next_instant`` finds the same by reading everybody, which a demo can afford, and a programme
that is played through from one instant to the next cannot.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from bot.rehearsal.house import DOOR, House
from handlers.post import address_of
from handlers.programme_file import ProgrammeFile, load
from handlers.remind.beat import due
from handlers.remind.hours import local_day
from handlers.remind.plan import next_instant
from handlers.remind.room import asked, mornings
from handlers.remind.standing import Register, Standing, heard
from handlers.timeline import over_at
from storage.unit import Unit


class Agenda:
    """Keeps each person's next chance of a reminder, and the first instant that is everybody's."""

    def __init__(self, house: House) -> None:
        """Nobody is known yet, and the house beats once."""
        self._house = house
        self._people: dict[str, datetime] = {}
        self._standings: dict[str, list[Standing]] = {}
        self._for_all: datetime | None = house.now

    def next(self) -> datetime | None:
        """The first instant (aware, UTC) at which anything may be due."""
        at = () if self._for_all is None else (self._for_all,)
        return min([*self._people.values(), *at], default=None)

    @property
    def is_for_all(self) -> bool:
        """Whether an instant has come that may open or close something for everybody."""
        return self._for_all is not None and self._for_all <= self._house.now

    def is_due(self, acted: Iterable[str], stirred: Iterable[str]) -> bool:
        """Whether the house has anything to say now.

        Where those stand who ``acted`` is read anew when their time comes; those who are
        ``stirred`` may be told something sooner, and are looked at now.
        """
        now = self._house.now
        for key in (*acted, *stirred):
            self._standings.pop(key, None)
        coming = {key for key, at in self._people.items() if at <= now}
        found = self._house.run(lambda unit: self._look(unit, sorted({*stirred, *coming})))
        return found or self.is_for_all

    def is_served(self, *, is_changed: bool) -> None:
        """After a beat; ``is_changed``: something opened, closed or moved, for everybody."""
        self._for_all = self._house.run(self._first_for_all)
        if is_changed:
            everybody = sorted(self._people)
            self._standings.clear()
            self._house.run(lambda unit: self._look(unit, everybody))

    def _look(self, unit: Unit, keys: Iterable[str]) -> bool:
        """Whether any of these is owed a push; when each of them may be next."""
        now, register, found = self._house.now, Register(unit, self._house.now), False
        for key in keys:
            self._people.pop(key, None)
            standings = self._standing(unit, register, key)
            if standings and not found:
                person = standings[0].member.person
                known = heard(unit, person, local_day(standings[0].rules, now))
                found = bool(due(standings, known, now))
            if (chance := _chance(standings, now)) is not None:
                self._people[key] = chance
        return found

    def _standing(self, unit: Unit, register: Register, key: str) -> list[Standing]:
        """Where somebody stands; nowhere, if nothing reaches them."""
        if key not in self._standings:
            person = unit.people.at(DOOR, key)
            is_there = person is not None and address_of(unit, person) is not None
            self._standings[key] = register.of(person.id) if person and is_there else []
        return self._standings[key]

    def _first_for_all(self, unit: Unit) -> datetime | None:
        """What a samling's day, something's end, or a message that waits gives an instant."""
        now = self._house.now
        programmes = [load(row.body) for row in unit.programmes.every()]
        known = [at for programme in programmes for at in _of_the_file(programme)]
        waiting = (unit.outbox.next_due(now), unit.notices.next_due(now))
        return min((at for at in (*known, *waiting) if at is not None and at > now), default=None)


def _of_the_file(programme: ProgrammeFile) -> Iterator[datetime | None]:
    """People are asked on the day; when something is over, other reports can be filled in."""
    yield from (one.opens for one in (*asked(programme), *mornings(programme)))
    yield from (over_at(programme, one) for one in programme.milestone)


def _chance(standings: Iterable[Standing], now: datetime) -> datetime | None:
    """The next instant at which a reminder may be due; None where there is no more."""
    found = (next_instant(one.rules, one.occasions, now) for one in standings)
    return min((at for at in found if at is not None), default=None)
