"""Programmes: every version of the file, and the teams and milestones that rows point at."""

from collections.abc import Iterable
from datetime import datetime

from storage.instants import instant, written
from storage.records import ProgrammeRow, Proposal, Team
from storage.shelf import Shelf, every, one, statements


class Programmes(Shelf):
    """A programme's body is the JSON of its checked file; storage never looks inside."""

    sql = statements("programmes")

    def find(self, programme: str) -> ProgrammeRow | None:
        return one(ProgrammeRow, self.sql.find(self.connection, id=programme))

    def every(self) -> list[ProgrammeRow]:
        return every(ProgrammeRow, self.sql.every(self.connection))

    def versions(self, programme: str) -> list[tuple[str, datetime]]:
        """Return every body that was ever applied and when, the oldest first."""
        rows = self.sql.versions(self.connection, id=programme)
        return [(row["body"], instant(row["applied_at"])) for row in rows]

    def apply(
        self,
        programme: str,
        body: str,
        milestones: Iterable[str],
        teams: Iterable[str],
        now: datetime,
    ) -> ProgrammeRow:
        """Keep a new version, and let teams and milestones stand as it says."""
        before = self.find(programme)
        version = 1 if before is None else before.version + 1
        self.sql.stand_at(self.connection, id=programme, version=version)
        self.sql.keep_version(
            self.connection,
            programme=programme,
            version=version,
            body=body,
            applied_at=written(now),
        )
        self._place_milestones(programme, set(milestones), now)
        self._place_teams(programme, set(teams), now)
        return ProgrammeRow(programme, version, body)

    def teams(self, programme: str) -> list[Team]:
        return every(Team, self.sql.teams(self.connection, programme=programme))

    def renew(self, programme: str, team: str) -> None:
        """Give a team its next generation: the code of the one before opens nothing any more."""
        self.sql.renew_team(self.connection, programme=programme, id=team)

    def _place_milestones(self, programme: str, wanted: set[str], now: datetime) -> None:
        rows = self.sql.milestones(self.connection, programme=programme)
        for gone in {row["id"] for row in rows} - wanted:
            self.sql.remove_milestone(
                self.connection, programme=programme, id=gone, now=written(now)
            )
        for milestone in wanted:
            self.sql.place_milestone(self.connection, programme=programme, id=milestone)

    def _place_teams(self, programme: str, wanted: set[str], now: datetime) -> None:
        for gone in {team.id for team in self.teams(programme)} - wanted:
            self.sql.withdraw_team(self.connection, programme=programme, id=gone, now=written(now))
        for team in wanted:
            self.sql.place_team(self.connection, programme=programme, id=team)

    def propose(self, person: str, programme: str, seen: int, body: str, now: datetime) -> None:
        """Keep what somebody sent in until they say yes or no, in the place of the one before."""
        self.sql.propose(
            self.connection,
            person=person,
            programme=programme,
            seen=seen,
            body=body,
            now=written(now),
        )

    def proposal(self, person: str) -> Proposal | None:
        return one(Proposal, self.sql.proposal(self.connection, person=person))

    def drop_proposal(self, person: str) -> None:
        self.sql.drop_proposal(self.connection, person=person)

    def forget_proposals(self, before: datetime) -> None:
        self.sql.forget_proposals(self.connection, before=written(before))
