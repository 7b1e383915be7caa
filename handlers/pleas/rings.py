"""Decides who helps a party: its own facilitators, else those of no team, else the organisers."""

from collections.abc import Callable, Collection, Iterable, Sequence

from handlers.flow.party import team_party
from handlers.post import Letter
from handlers.programme_file import ProgrammeFile
from handlers.tongue import Tongue
from handlers.turn import Turn
from storage.records import Membership
from storage.unit import Unit


def helpers(unit: Unit, programme: ProgrammeFile, party: str) -> list[Membership]:
    """Return the nearest of the three groups in which somebody can be reached.

    Where nobody can, it is the nearest that has anybody at all.
    """
    members = unit.people.members(programme.id)
    team = _team(programme, party)
    return nearest(members, unit.people.reachable_in(programme.id), team)


def nearest(
    members: Sequence[Membership], reachable: Collection[str], team: str | None
) -> list[Membership]:
    """Choose the nearest group of a programme's members in which somebody can be reached."""
    rings = [ring for ring in _rings(members, team) if ring]
    open_rings = (ring for ring in rings if any(one.person in reachable for one in ring))
    return next(open_rings, rings[0] if rings else [])


def may_help(unit: Unit, programme: ProgrammeFile, party: str, person: str) -> bool:
    """Whether a person is in any of the three groups now: the further ones can stand in."""
    team = _team(programme, party)
    rings = _rings(unit.people.members(programme.id), team)
    return any(one.person == person for ring in rings for one in ring)


def tell_each(
    turn: Turn, members: Iterable[Membership], letter: Callable[[Tongue], Letter]
) -> tuple[int, int]:
    """Tell everyone but the speaker, each in their language: how many, and how many «ikke nådd»."""
    me = turn.person.id if turn.person else None
    ids = dict.fromkeys(one.person for one in members if one.person != me)
    people = [person for one in ids if (person := turn.unit.people.find(one)) is not None]
    told = sum(turn.tell(person, letter(turn.tongue_of(person))) for person in people)
    return told, len(people) - told


def _rings(members: Sequence[Membership], team: str | None) -> list[list[Membership]]:
    facilitators = [one for one in members if one.role == "facilitator"]
    return [
        [one for one in facilitators if one.team is not None and one.team == team],
        [one for one in facilitators if one.team is None],
        [one for one in members if one.role == "organiser"],
    ]


def _team(programme: ProgrammeFile, party: str) -> str | None:
    return next((t.id for t in programme.team if team_party(programme.id, t.id) == party), None)
