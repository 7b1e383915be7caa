"""Who fills in a form together, and who reports: a team, or one person alone."""

from handlers.events import Address
from handlers.programme_file import ProgrammeFile, is_for_individuals
from handlers.tongue import Tongue
from handlers.turn import Turn
from storage.records import Membership
from storage.unit import Unit


def team_party(programme: str, team: str) -> str:
    return f"team:{programme}/{team}"


def person_party(person: str) -> str:
    return f"person:{person}"


def guest_party(address: Address) -> str:
    """Someone whom nobody knows yet: an address alone."""
    return f"guest:{address.door}/{address.key}"


def parties(turn: Turn) -> list[str]:
    """Every party that the speaker belongs to, as of this transaction; themselves first."""
    alone = [person_party(turn.person.id)] if turn.person else []
    teams = [party for m in turn.memberships if (party := own_team(m)) is not None]
    return [*alone, guest_party(turn.address), *teams]


def own_team(member: Membership) -> str | None:
    """The team that a membership takes part in; None for those who lead or take part alone."""
    if member.role != "participant" or member.team is None:
        return None
    return team_party(member.programme, member.team)


def party_of(programme: ProgrammeFile, member: Membership) -> str | None:
    """Whose report is a member's to fill in; None without a part in it, or a team that stands."""
    if member.programme != programme.id or member.role != "participant":
        return None
    if is_for_individuals(programme):
        return person_party(member.person)
    standing = {team.id for team in programme.team if not team.withdrawn}
    return team_party(programme.id, member.team) if member.team in standing else None


def owing(unit: Unit, programme: ProgrammeFile) -> set[str]:
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
