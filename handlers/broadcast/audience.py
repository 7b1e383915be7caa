"""Who sends and who gets a broadcast, read anew each time from who is in the programme now."""

from collections.abc import Sequence
from typing import Literal, get_args

from handlers.broadcast.compile import Sender
from handlers.programme_file import ProgrammeFile
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
    wanted = _mine(members, sender) if audience == "mine" else _all(members)
    everyone = unit.people.of_programme(programme)
    return [one for one in everyone if one.id in wanted and one.id != sender]


def out_of_reach(unit: Unit, programme: str, people: Sequence[Person]) -> int:
    """How many of these people no door reaches now."""
    reached = unit.people.reachable_in(programme)
    return sum(one.id not in reached for one in people)


def _all(members: Sequence[Membership]) -> set[str]:
    return {m.person for m in members if m.role in _EVERYBODY}


def _mine(members: Sequence[Membership], sender: str) -> set[str]:
    """The participants of the team that the sender is a facilitator of."""
    led = {m.team for m in members if m.person == sender and m.role == "facilitator" and m.team}
    return {m.person for m in members if m.role == "participant" and m.team in led}
