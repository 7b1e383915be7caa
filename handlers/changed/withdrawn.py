"""Teams that a programme would let go although people are in them."""

from handlers.programme_file import ProgrammeFile
from storage.unit import Unit


def teams_let_go(unit: Unit, programme: ProgrammeFile) -> tuple[tuple[str, int], ...]:
    """The teams that stand, have members, and are not to stand any more: ids, and how many."""
    wanted = {team.id for team in programme.team if not team.withdrawn}
    counted = [
        (team.id, len(unit.people.team_members(programme.id, team.id)))
        for team in unit.programmes.teams(programme.id)
        if team.id not in wanted
    ]
    return tuple(one for one in counted if one[1])
