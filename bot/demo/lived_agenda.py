"""When the house has something to say to those with a seat: nobody else is read, and none twice."""

from datetime import datetime

from bot.demo.read import SOURCE
from handlers.programme_file import ProgrammeFile
from handlers.remind.coming import coming
from handlers.remind.hours import local_day
from handlers.remind.room import asked, mornings
from handlers.remind.standing import Register, Standing, heard
from storage.unit import Unit


class Agenda:
    """Keeps each person's next push; what people do may take it away, and brings none before it."""

    def __init__(self, unit: Unit, programme: ProgrammeFile, until: datetime) -> None:
        """Nobody is in yet; nothing from ``until`` (aware) on is looked for."""
        self._unit = unit
        self._until = until
        self._pushes: dict[str, datetime | None] = {}
        self._said = [one.opens for one in (*asked(programme), *mornings(programme))]

    def comes_in(self, key: str, now: datetime) -> None:
        """Look at somebody from now on."""
        self._pushes[key] = self._next_push(key, now)

    def next(self, now: datetime) -> datetime | None:
        """The first instant after ``now`` at which anything may be said."""
        every = (*self._said, *self._pushes.values(), self._unit.outbox.next_due(now))
        return min((one for one in every if one is not None and now < one), default=None)

    def is_served(self, now: datetime) -> None:
        """After a beat: look anew at whoever may have been told something."""
        for key, at in self._pushes.items():
            if at is not None and at <= now:
                self._pushes[key] = self._next_push(key, now)

    def _next_push(self, key: str, now: datetime) -> datetime | None:
        person = self._unit.people.at(SOURCE, key)
        if person is None:
            return None

        def look(at: datetime) -> list[Standing]:
            return Register(self._unit, at).of(person.id)

        standings = look(now)
        if not standings:
            return None
        known = heard(self._unit, person.id, local_day(standings[0].rules, now))
        found = (one.at for one in coming(look, known, now, self._until) if one.at > now)
        return next(found, None)
