"""Who reports: a team, or each participant of a programme without teams."""

from handlers.flow.party import person_party, team_party
from handlers.programme_file import ProgrammeFile, is_for_individuals
from handlers.tongue import Tongue
from storage.records import Membership
from storage.unit import Unit


def party_of(programme: ProgrammeFile, member: Membership) -> str | None:
    """Whose report is a member's to fill in; None without a part in it, or a team that stands."""
    if member.programme != programme.id or member.role != "participant":
        return None
    if is_for_individuals(programme):
        return person_party(member.person)
    standing = {team.id for team in programme.team if not team.withdrawn}
    return team_party(programme.id, member.team) if member.team in standing else None


def parties(unit: Unit, programme: ProgrammeFile) -> set[str]:
    """Every party that owes reports."""
    if is_for_individuals(programme):
        found = (party_of(programme, one) for one in unit.people.members(programme.id))
        return {party for party in found if party is not None}
    return {team_party(programme.id, team.id) for team in programme.team if not team.withdrawn}


def name_of(unit: Unit, programme: ProgrammeFile, party: str, t: Tongue) -> str:
    """What a party is called; empty for one that is gone."""
    for team in programme.team:
        if team_party(programme.id, team.id) == party:
            return t.pick(team.name)
    person = unit.people.find(party.removeprefix("person:"))
    return (person.name or "") if person else ""
