"""Delivered reports: one a party and milestone, every version kept."""

from collections.abc import Sequence
from datetime import datetime

from storage.instants import written
from storage.records import Report, ReportAnswer, ReportVersion
from storage.shelf import Shelf, every, one, statements


class Reports(Shelf):
    """A report stands from the moment it was said; a change makes a new version of it."""

    sql = statements("reports")

    def of(self, programme: str, party: str, milestone: str) -> Report | None:
        row = self.sql.of(self.connection, programme=programme, party=party, milestone=milestone)
        return one(Report, row)

    def every(self, programme: str) -> list[Report]:
        return every(Report, self.sql.every(self.connection, programme=programme))

    def before(self, programme: str, milestone: str) -> list[Report]:
        """Return the reports delivered before one milestone."""
        rows = self.sql.before(self.connection, programme=programme, milestone=milestone)
        return every(Report, rows)

    def deliver(  # noqa: PLR0913 - a report's whole identity
        self,
        programme: str,
        party: str,
        milestone: str,
        answers: Sequence[ReportAnswer],
        by: str | None,
        said_at: datetime,
        *,
        late: bool,
        on_behalf: bool = False,
    ) -> Report:
        """Keep a first or a further version; when it was first said, and late, stays.

        A withdrawn report stands again by it.
        """
        report = self._next(programme, party, milestone, said_at, late=late)
        self.sql.keep_version(
            self.connection,
            report=report.id,
            version=report.version,
            said_at=written(said_at),
            by=by,
            on_behalf=int(on_behalf),
        )
        for position, answer in enumerate(answers):
            self.sql.keep_answer(
                self.connection,
                report=report.id,
                version=report.version,
                position=position,
                key=answer.key,
                wording=answer.wording,
                value=answer.value,
                shown=answer.shown,
                sort=answer.sort,
            )
        return report

    def withdraw(self, report: str, now: datetime) -> None:
        """Mark it; every version is kept."""
        self.sql.withdraw(self.connection, id=report, now=written(now))

    def versions(self, report: str) -> list[ReportVersion]:
        """Return every delivery, the first one first."""
        return every(ReportVersion, self.sql.versions(self.connection, report=report))

    def answers(self, report: Report) -> list[ReportAnswer]:
        rows = self.sql.answers(self.connection, report=report.id, version=report.version)
        return every(ReportAnswer, rows)

    def _next(
        self, programme: str, party: str, milestone: str, said_at: datetime, *, late: bool
    ) -> Report:
        before = self.of(programme, party, milestone)
        if before is not None:
            version = before.version + 1
            self.sql.next_version(self.connection, id=before.id, version=version)
        else:
            self.sql.first(
                self.connection,
                id=self.new_id(),
                programme=programme,
                party=party,
                milestone=milestone,
                said_at=written(said_at),
                late=int(late),
            )
        found = self.of(programme, party, milestone)
        assert found is not None  # noqa: S101 - written above, in this unit
        return found
