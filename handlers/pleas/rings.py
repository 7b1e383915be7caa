"""Decides who helps a party: its own facilitators, else those of no team, else the organisers."""

from collections.abc import Callable, Collection, Iterable, Sequence

from handlers.flow.party import team_party
from handlers.flow.words import folded
from handlers.post import Letter
from handlers.programme_file import ProgrammeFile, Team
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
    own = guides(unit, team, members)
    return nearest(members, unit.people.reachable_in(programme.id), own)


def guides(unit: Unit, team: Team | None, members: Iterable[Membership]) -> set[str]:
    """The facilitators of one team: who joined as its own, and whom the file names."""
    if team is None:
        return set()
    ours = [one for one in members if one.role == "facilitator"]
    named = folded(team.facilitator) if team.facilitator else None
    return {one.person for one in ours if one.team == team.id or _is_called(unit, one, named)}


def nearest(
    members: Sequence[Membership], reachable: Collection[str], own: Collection[str]
) -> list[Membership]:
    """Choose the nearest group of a programme's members in which somebody can be reached.

    ``own`` are the people who guide the party.
    """
    rings = [ring for ring in _rings(members, own) if ring]
    open_rings = (ring for ring in rings if any(one.person in reachable for one in ring))
    return next(open_rings, rings[0] if rings else [])


def may_help(unit: Unit, programme: ProgrammeFile, party: str, person: str) -> bool:
    """Whether a person is in any of the three groups now: the further ones can stand in."""
    members = unit.people.members(programme.id)
    rings = _rings(members, guides(unit, _team(programme, party), members))
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


def _rings(members: Sequence[Membership], own: Collection[str]) -> list[list[Membership]]:
    facilitators = [one for one in members if one.role == "facilitator"]
    return [
        [one for one in facilitators if one.person in own],
        [one for one in facilitators if one.team is None],
        [one for one in members if one.role == "organiser"],
    ]


def _team(programme: ProgrammeFile, party: str) -> Team | None:
    return next((t for t in programme.team if team_party(programme.id, t.id) == party), None)


def _is_called(unit: Unit, member: Membership, named: str | None) -> bool:
    person = unit.people.find(member.person) if named else None
    return person is not None and person.name is not None and folded(person.name) == named
