"""A log of deeds: who did what to what, and never a text."""

from dataclasses import dataclass
from datetime import datetime

from storage.instants import written
from storage.shelf import Shelf, every, statements


@dataclass(frozen=True, slots=True)
class Deed:
    """Something a person did, by the name of the deed and of what it was done to."""

    at: datetime
    programme: str | None
    what: str
    about: str


class Deeds(Shelf):
    """Kept for those who answer for the programme."""

    sql = statements("deeds")

    def note(
        self, what: str, about: str, now: datetime, programme: str | None, person: str | None
    ) -> None:
        self.sql.note(
            self.connection,
            at=written(now),
            programme=programme,
            person=person,
            what=what,
            about=about,
        )

    def by_person(self, person: str) -> list[Deed]:
        return every(Deed, self.sql.by_person(self.connection, person=person))
