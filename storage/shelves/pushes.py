"""Pushes: one row a person and local date, with the parts that it spoke of."""

from datetime import date, datetime
from typing import Literal

from storage.instants import written
from storage.records import HeardPart, Push, PushPart
from storage.shelf import Shelf, every, one, statements


class Pushes(Shelf):
    """What was said unasked, so that nothing is said twice and nobody is disturbed too often."""

    sql = statements("pushes")

    def add(self, person: str, local_date: date, now: datetime) -> str:
        push = self.new_id()
        self.sql.add(
            self.connection,
            id=push,
            person=person,
            local_date=local_date.isoformat(),
            now=written(now),
        )
        return push

    def find(self, push: str) -> Push | None:
        return one(Push, self.sql.find(self.connection, id=push))

    def days_since(self, person: str, since: date) -> list[date]:
        rows = self.sql.days_since(self.connection, person=person, since=since.isoformat())
        return [date.fromisoformat(row["local_date"]) for row in rows]

    def add_part(self, part: PushPart) -> None:
        """Take a part up in a push; one that an earlier push took up moves to the newer one."""
        self.sql.add_part(
            self.connection,
            person=part.person,
            programme=part.programme,
            kind=part.kind,
            milestone=part.milestone,
            occasion=part.occasion,
            push=part.push,
            spoken=int(part.spoken),
            day=None if part.day is None else part.day.isoformat(),
        )

    def told(self, person: str) -> list[PushPart]:
        """Return every part that a push has taken up for a person, whatever became of it."""
        return every(PushPart, self.sql.parts_told(self.connection, person=person))

    def parts(self, push: str) -> list[PushPart]:
        return every(PushPart, self.sql.parts(self.connection, push=push))

    def end_parts(self, push: str, state: Literal["told", "moot"]) -> None:
        self.sql.end_parts(self.connection, push=push, state=state)

    def moot(self, programme: str, kind: str, milestone: str, person: str) -> None:
        """Let one thing be owed to a person no longer."""
        self.sql.moot(
            self.connection, programme=programme, kind=kind, milestone=milestone, person=person
        )

    def heard(self, person: str) -> list[HeardPart]:
        """Return what was said to a person and arrived, each part as it was said last."""
        return every(HeardPart, self.sql.heard(self.connection, person=person))

    def spent(self, person: str, since: date, today: date) -> list[date]:
        """Return the days with a push from a day on; one that never went out spends today alone."""
        rows = self.sql.spent(
            self.connection, person=person, since=since.isoformat(), today=today.isoformat()
        )
        return [date.fromisoformat(row["local_date"]) for row in rows]

    def snooze(self, push: str, until: date) -> bool:
        """Let what a push spoke of be said again that day; false where it says nothing now."""
        until_text = until.isoformat()
        return bool(self.sql.snooze(self.connection, push=push, until=until_text) > 0)

    def of_person(self, person: str) -> list[Push]:
        return every(Push, self.sql.of_person(self.connection, person=person))

    def unsaid(self, person: str) -> set[str]:
        """Return the ids of the pushes that ended without reaching the person."""
        return {row["id"] for row in self.sql.unsaid(self.connection, person=person)}
