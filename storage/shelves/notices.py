"""Changes to milestones, each told once to those whom it concerns."""

from datetime import datetime
from typing import Literal

from storage.instants import instant, written
from storage.records import Notice
from storage.shelf import Shelf, every, statements, text


class Notices(Shelf):
    """A change waits until it may be told, is told slice by slice, and ends."""

    sql = statements("notices")

    def add(  # noqa: PLR0913 - a row has its columns
        self,
        programme: str,
        milestone: str,
        was: str,
        by: str | None,
        not_before: datetime,
        now: datetime,
    ) -> str:
        notice = self.new_id()
        self.sql.add(
            self.connection,
            id=notice,
            programme=programme,
            milestone=milestone,
            was=was,
            made_at=written(now),
            not_before=written(not_before),
            by=by,
        )
        return notice

    def of_programme(self, programme: str) -> list[Notice]:
        """Return all that was told, is told or waits, the oldest first."""
        return every(Notice, self.sql.of_programme(self.connection, programme=programme))

    def of_milestone(self, programme: str, milestone: str) -> list[Notice]:
        rows = self.sql.of_milestone(self.connection, programme=programme, milestone=milestone)
        return every(Notice, rows)

    def due(self, now: datetime) -> list[Notice]:
        return every(Notice, self.sql.due(self.connection, now=written(now)))

    def next_due(self, now: datetime) -> datetime | None:
        due = text(self.sql.next_due(self.connection, now=written(now)))
        return None if due is None else instant(due)

    def postpone(self, notice: str, not_before: datetime) -> None:
        self.sql.postpone(self.connection, id=notice, not_before=written(not_before))

    def told_up_to(self, notice: str, person: str) -> None:
        self.sql.told_up_to(self.connection, id=notice, person=person)

    def end(self, notice: str, state: Literal["told", "dropped"], now: datetime) -> None:
        self.sql.end(self.connection, id=notice, state=state, now=written(now))
