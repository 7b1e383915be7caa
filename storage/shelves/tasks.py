"""Long work that is due, and how often it was tried."""

from datetime import datetime
from typing import Literal

from storage.instants import written
from storage.records import Task
from storage.shelf import Shelf, every, number, statements


class Tasks(Shelf):
    """A task's id is its dedupe key: the same work is never listed twice."""

    sql = statements("tasks")

    def add(self, task: str, kind: str, arguments: str, not_before: datetime) -> None:
        self.sql.add(
            self.connection,
            id=task,
            kind=kind,
            arguments=arguments,
            not_before=written(not_before),
        )

    def due(self, now: datetime, most: int) -> list[Task]:
        return every(Task, self.sql.due(self.connection, now=written(now), most=most))

    def is_waiting(self, task: str) -> bool:
        """Whether the task is still wanted; whoever it was for may be gone."""
        return number(self.sql.waiting(self.connection, id=task)) > 0

    def how_many_due(self, now: datetime) -> int:
        return number(self.sql.how_many_due(self.connection, now=written(now)))

    def end(self, task: str, state: Literal["done", "failed"], reason: str | None = None) -> None:
        self.sql.end(self.connection, id=task, state=state, reason=reason)

    def begin(self, task: str, lease_until: datetime) -> None:
        """Count a try before it is made: it may be the one that kills the process."""
        self.sql.begin(self.connection, id=task, lease_until=written(lease_until))

    def wait(self, task: str, not_before: datetime) -> None:
        self.sql.wait(self.connection, id=task, not_before=written(not_before))

    def end_leases(self, now: datetime) -> None:
        """Let what an earlier life had begun be begun again."""
        self.sql.end_leases(self.connection, now=written(now))
