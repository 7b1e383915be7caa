"""What a party is called."""

from handlers.flow.party import team_party
from handlers.programme_file import ProgrammeFile
from handlers.tongue import Tongue
from storage.unit import Unit


def name_of(unit: Unit, programme: ProgrammeFile, party: str, t: Tongue) -> str:
    """What a party is called; empty for one that is gone."""
    for team in programme.team:
        if team_party(programme.id, team.id) == party:
            return t.pick(team.name)
    person = unit.people.find(party.removeprefix("person:"))
    return (person.name or "") if person else ""
