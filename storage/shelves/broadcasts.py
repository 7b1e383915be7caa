"""Messages to many: from the draft that is shown to what became of each copy."""

from datetime import datetime
from typing import Literal

from storage.instants import written
from storage.records import Broadcast
from storage.shelf import Shelf, every, one, statements


class Broadcasts(Shelf):
    """The copies themselves are outbox rows about ``broadcast:<id>``."""

    sql = statements("broadcasts")

    def add(  # noqa: PLR0913 - what a broadcast is
        self,
        programme: str,
        by: str,
        audience: str,
        text: str,
        file: str | None,
        now: datetime,
    ) -> str:
        broadcast = self.new_id()
        self.sql.add(
            self.connection,
            id=broadcast,
            programme=programme,
            by=by,
            audience=audience,
            text=text,
            file=file,
            now=written(now),
        )
        return broadcast

    def find(self, broadcast: str) -> Broadcast | None:
        return one(Broadcast, self.sql.find(self.connection, id=broadcast))

    def aim(self, broadcast: str, audience: str) -> None:
        """Choose who gets it, while it is a draft."""
        self.sql.aim(self.connection, id=broadcast, audience=audience)

    def reword(self, broadcast: str, text: str) -> None:
        """Change what it says, while it is a draft."""
        self.sql.reword(self.connection, id=broadcast, text=text)

    def confirm(self, broadcast: str, now: datetime) -> bool:
        """Let it go out; false if it was confirmed or dropped before."""
        return bool(self.sql.confirm(self.connection, id=broadcast, now=written(now)) == 1)

    def end(self, broadcast: str, state: Literal["done", "stopped", "dropped"]) -> None:
        self.sql.end(self.connection, id=broadcast, state=state)

    def count(self, broadcast: str, counted: str) -> None:
        """Remember the count that was shown last, so that it is edited only when it moves."""
        self.sql.count(self.connection, id=broadcast, counted=counted)

    def under_way(self) -> list[Broadcast]:
        return every(Broadcast, self.sql.under_way(self.connection))

    def by_person(self, person: str) -> list[Broadcast]:
        return every(Broadcast, self.sql.by_person(self.connection, person=person))
