"""Decides whom a milestone concerns."""

from handlers.programme_file import Milestone, ProgrammeFile
from handlers.programme_file.remembered import remembered
from handlers.programme_file.text import Text
from storage.records import Membership


def concerns(programme: ProgrammeFile, milestone: Milestone, member: Membership) -> bool:
    """Tell whether a milestone concerns a member of its programme.

    Those who lead the programme or watch it are concerned by everything, and nobody by what a
    withdrawn team would have had to do. Who never told their function is not left out for it.
    """
    if member.role != "participant":
        return True
    if not _stands(programme, member.team):
        return False
    wanted = milestone.concerns
    if wanted is None:
        return True
    if member.team is not None and not concerns_team(milestone, member.team):
        return False
    return not wanted.functions or member.job is None or member.job in _names(wanted.functions)


def concerns_team(milestone: Milestone, team: str) -> bool:
    """Tell whether a milestone concerns anybody of a team."""
    wanted = milestone.concerns
    return wanted is None or not wanted.teams or team in wanted.teams


def _stands(programme: ProgrammeFile, team: str | None) -> bool:
    return team is None or team in _standing_teams(programme)


@remembered
def _standing_teams(programme: ProgrammeFile) -> frozenset[str]:
    return frozenset(one.id for one in programme.team if not one.withdrawn)


def _names(functions: tuple[Text, ...]) -> set[str]:
    """Each function by each of its names: which language somebody chose it in does not matter."""
    return {name for one in functions for name in ([one] if isinstance(one, str) else one.values())}
