"""How each person wants to be reminded."""

from storage.records import Preference
from storage.shelf import Shelf, one, statements


class Preferences(Shelf):
    """What nobody chose is as the programme says."""

    sql = statements("preferences")

    def of(self, person: str) -> Preference:
        found = one(Preference, self.sql.of(self.connection, person=person))
        return found or Preference(person)

    def keep(self, chosen: Preference) -> None:
        until = chosen.paused_until
        self.sql.keep(
            self.connection,
            person=chosen.person,
            hour=chosen.hour,
            days=chosen.days,
            paused_until=None if until is None else until.isoformat(),
            feed=chosen.feed,
        )

    def hours(self) -> list[str]:
        """Return every hour that anybody chose, "HH:MM"."""
        return [row["hour"] for row in self.sql.hours(self.connection)]
