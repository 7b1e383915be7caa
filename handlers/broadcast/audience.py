"""Who sends and who gets a broadcast, read anew each time from who is in the programme now."""

from collections.abc import Sequence
from typing import Literal, get_args

from handlers.broadcast.compile import Sender
from handlers.pleas import guides
from handlers.post import has_neither
from handlers.programme_file import ProgrammeFile, load
from handlers.turn import LEADERS
from storage.records import Membership, Person, Role
from storage.unit import Unit

Audience = Literal["all", "mine"]
AUDIENCES: dict[str, Audience] = {word: word for word in get_args(Audience)}
_EVERYBODY: frozenset[Role] = frozenset({"participant", "facilitator", "organiser"})


def sender_of(unit: Unit, programme: ProgrammeFile, person: str | None) -> Sender | None:
    """Who sends, as they are now; None for one who is gone, or does not lead the programme."""
    found = unit.people.find(person) if person is not None else None
    if found is None:
        return None
    roles = {m.role for m in unit.people.memberships(found.id) if m.programme == programme.id}
    if not roles & LEADERS:
        return None
    role: Role = "organiser" if "organiser" in roles else "facilitator"
    return Sender(found.name, role, programme.name)


def recipients(unit: Unit, programme: str, sender: str, audience: str) -> list[Person]:
    """Everyone who gets it, by id, reachable or not: never the sender, never an observer."""
    members = unit.people.members(programme)
    wanted = _mine(unit, programme, sender) if audience == "mine" else _all(members)
    everyone = unit.people.of_programme(programme)
    return [one for one in everyone if one.id in wanted and one.id != sender]


def out_of_reach(unit: Unit, programme: str, people: Sequence[Person]) -> tuple[int, int]:
    """How many of these people shut the door or moved, and how many have neither chat nor mail."""
    reached = unit.people.reachable_in(programme)
    missed = [one for one in people if one.id not in reached]
    neither = sum(has_neither(unit, one.id) for one in missed)
    return len(missed) - neither, neither


def _all(members: Sequence[Membership]) -> set[str]:
    return {m.person for m in members if m.role in _EVERYBODY}


def _mine(unit: Unit, programme: str, sender: str) -> set[str]:
    """The participants of the teams that the sender is a facilitator of."""
    row, members = unit.programmes.find(programme), unit.people.members(programme)
    own = [m for m in members if m.person == sender and m.role == "facilitator"]
    teams = load(row.body).team if row else ()
    led = {team.id for team in teams if guides(unit, team, own)}
    return {m.person for m in members if m.role == "participant" and m.team in led}
