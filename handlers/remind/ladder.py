"""Who is told of a report that is not delivered: those who speak for the team, the team, a helper.

Nobody is told who is late but the team itself, and at last those who help it and may ring.
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from functools import cached_property

from handlers.concerned import concerns_team
from handlers.flow.party import team_party
from handlers.flow.words import folded
from handlers.pleas import guides, nearest
from handlers.programme_file import (
    Milestone,
    ProgrammeFile,
    Team,
    is_for_individuals,
    reports_due,
)
from handlers.remind.hours import local_day
from handlers.remind.occasions import rules
from handlers.timeline import begins_at
from storage.records import Membership
from storage.unit import Unit


def speaks(team: Team, member: Membership, name: str | None) -> bool:
    """Tell whether a member speaks for the team: they said so, or the file names them."""
    named = {folded(one) for one in (team.contact, team.deputy) if one is not None}
    return member.duty is not None or (bool(name) and folded(name or "") in named)


class Ladder:
    """Reads one programme's reports and people, each thing once, as of ``now``."""

    def __init__(self, unit: Unit, programme: ProgrammeFile, now: datetime) -> None:
        """Serve one unit of work at ``now`` (aware, UTC)."""
        self._unit = unit
        self._programme = programme
        self._now = now
        self._spoken_for: dict[str, set[str]] = {}

    def delivered(self, party: str) -> Collection[str]:
        """Before which milestones a party has delivered.

        Also a report that does not stand: who took it back knows of it, and is not nagged.
        """
        return self._delivered.get(party, frozenset())

    def hears_first(self, member: Membership) -> bool:
        """Tell whether a member hears of a report before its deadline, or only after it.

        The contact person and the deputy do, and everybody where neither can be told.
        """
        speakers = self._speakers(member.team or "")
        return not speakers or member.person in speakers

    def missing(self, helper: Membership) -> dict[str, list[Team]]:
        """The teams that a member helps and that have not delivered, by the report's milestone."""
        return self._missing.get(helper.person, {})

    def count(self, milestone: Milestone) -> tuple[int, int]:
        """How many teams have delivered the report before a milestone, and of how many."""
        parties = [
            team_party(self._programme.id, team.id)
            for team in self._programme.team
            if not team.withdrawn and concerns_team(milestone, team.id)
        ]
        return sum(milestone.id in self.delivered(one) for one in parties), len(parties)

    @cached_property
    def _members(self) -> list[Membership]:
        return self._unit.people.members(self._programme.id)

    @cached_property
    def _reachable(self) -> frozenset[str]:
        return self._unit.people.reachable_in(self._programme.id)

    @cached_property
    def _delivered(self) -> dict[str, set[str]]:
        found = defaultdict(set)
        for one in self._unit.reports.every(self._programme.id):
            found[one.party].add(one.milestone)
        return found

    def _speakers(self, of: str) -> set[str]:
        """Those who speak for a team and can be told now."""
        if of not in self._spoken_for:
            self._spoken_for[of] = self._who_speaks_for(of)
        return self._spoken_for[of]

    def _who_speaks_for(self, of: str) -> set[str]:
        team = next((one for one in self._programme.team if one.id == of), None)
        if team is None or team.withdrawn:
            return set()
        return {
            member.person
            for member in self._unit.people.team_members(self._programme.id, of)
            if speaks(team, member, self._name(member.person)) and self._can_be_told(member.person)
        }

    def _name(self, person: str) -> str | None:
        found = self._unit.people.find(person)
        return found.name if found is not None else None

    def _can_be_told(self, person: str) -> bool:
        if person not in self._reachable:
            return False
        mine = rules(self._programme)
        until = self._unit.preferences.of(person).paused_until
        return until is None or local_day(mine, self._now) >= until

    @cached_property
    def _missing(self) -> dict[str, dict[str, list[Team]]]:
        """By helper and milestone; nobody who takes part alone is named to others."""
        found: dict[str, dict[str, list[Team]]] = defaultdict(dict)
        if is_for_individuals(self._programme):
            return found
        ahead = [one for one, due in reports_due(self._programme) if due and self._waits(one)]
        for team in self._programme.team:
            done = self._delivered.get(team_party(self._programme.id, team.id), set())
            late = [one.id for one in ahead if one.id not in done and concerns_team(one, team.id)]
            late = [] if team.withdrawn else late
            for helper in self._helpers(team) if late else ():
                for of in late:
                    found[helper.person].setdefault(of, []).append(team)
        return found

    def _helpers(self, team: Team) -> list[Membership]:
        own = guides(self._unit, team, self._members)
        return nearest(self._members, self._reachable, own)

    def _waits(self, one: Milestone) -> bool:
        """Whether the samling that a report prepares has not begun."""
        begins = begins_at(self._programme, one)
        return begins is not None and self._now < begins
