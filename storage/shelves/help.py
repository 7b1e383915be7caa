"""Calls for help, and how far facilitators think that the parties have come."""

from datetime import datetime

from storage.instants import written
from storage.records import Assessment, Plea
from storage.shelf import Shelf, every, one, statements


class Help(Shelf):
    """What passes between a party and those who guide it; never a text."""

    sql = statements("help")

    def call(self, programme: str, party: str, about: str, by: str | None, at: datetime) -> Plea:
        """Keep that a party asks for help, about a milestone's report or ""."""
        plea = Plea(self.new_id(), programme, party, about, by, at, None, None)
        self.sql.raise_plea(
            self.connection,
            id=plea.id,
            programme=programme,
            party=party,
            about=about,
            by=by,
            at=written(at),
        )
        return plea

    def plea(self, plea: str) -> Plea | None:
        return one(Plea, self.sql.plea(self.connection, id=plea))

    def pleas(self, programme: str) -> list[Plea]:
        """Return every call in a programme, oldest first."""
        return every(Plea, self.sql.pleas(self.connection, programme=programme))

    def about(self, programme: str, party: str, about: str) -> list[Plea]:
        """Return a party's calls about one milestone, oldest first."""
        rows = self.sql.pleas_about(self.connection, programme=programme, party=party, about=about)
        return every(Plea, rows)

    def answer(self, plea: str, by: str | None, at: datetime) -> None:
        self.sql.answer_plea(self.connection, id=plea, by=by, at=written(at))

    def assess(  # noqa: PLR0913 - an assessment's whole identity
        self,
        programme: str,
        party: str,
        milestone: str,
        score: str,
        by: str | None,
        at: datetime,
    ) -> Assessment:
        """Keep a score in the place of an earlier one; it has not been talked about yet."""
        new = Assessment(self.new_id(), programme, party, milestone, score, by, at, None)
        self.sql.assess(
            self.connection,
            id=new.id,
            programme=programme,
            party=party,
            milestone=milestone,
            score=score,
            by=by,
            at=written(at),
        )
        return new

    def assessment(self, assessment: str) -> Assessment | None:
        return one(Assessment, self.sql.assessment(self.connection, id=assessment))

    def assessment_of(self, programme: str, party: str, milestone: str) -> Assessment | None:
        row = self.sql.assessment_of(
            self.connection, programme=programme, party=party, milestone=milestone
        )
        return one(Assessment, row)

    def assessments(self, programme: str) -> list[Assessment]:
        return every(Assessment, self.sql.assessments(self.connection, programme=programme))

    def talked(self, assessment: str, at: datetime) -> None:
        """Keep that the party knows, as the facilitator says."""
        self.sql.talked(self.connection, id=assessment, at=written(at))
