"""Who is in a team, and how many of them anything reaches: never who has answered, or is late."""

from dataclasses import dataclass

from handlers.codes import USERNAME
from handlers.pleas import guides
from handlers.post import hears
from handlers.programme_file import ProgrammeFile, Team
from handlers.programme_file.teams import room, size_of
from storage.records import Duty, Membership, Person
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of a programme, as what they are there."""

    person: Person
    member: Membership

    @property
    def name(self) -> str:
        return self.person.name or ""


@dataclass(frozen=True, slots=True)
class Row:
    """A team as the list has it; ``waiting`` are listed and not in yet, ``missed`` «ikke nådd».

    ``apart``: without Telegram, in a house where the others have it.
    """

    team: Team
    members: int
    waiting: int
    missed: int
    contact: str | None
    deputy: str | None
    guides: tuple[str, ...]
    apart: bool = False


def row(unit: Unit, programme: ProgrammeFile, team: Team) -> Row:
    here = entries(unit, programme, team.id)
    come = [one for one in here if not one.member.listed]
    return Row(
        team,
        len(here),
        len(here) - len(come),
        sum(not hears(unit, one.person) for one in come),
        speaker(here, team, "contact"),
        speaker(here, team, "deputy"),
        _guides(unit, programme, team),
        apart=not team.telegram and bool(unit.house.value(USERNAME)),
    )


def entries(unit: Unit, programme: ProgrammeFile, team: str) -> list[Entry]:
    """The participants of a team, or ("") those who take part alone; by when they joined."""
    members = [one for one in unit.people.members(programme.id) if one.role == "participant"]
    return _known(unit, [one for one in members if (one.team or "") == team])


def leaders(unit: Unit, programme: ProgrammeFile) -> list[Entry]:
    """The organisers and facilitators."""
    members = unit.people.members(programme.id)
    return _known(unit, [one for one in members if one.role in ("organiser", "facilitator")])


def speaker(here: list[Entry], team: Team, duty: Duty) -> str | None:
    """Who has a duty in a team: what its members said goes before what the file says."""
    for one in here:
        if one.member.duty == duty and one.name:
            return one.name
    return team.contact if duty == "contact" else team.deputy


def is_full(unit: Unit, programme: ProgrammeFile, team: str) -> bool:
    """Whether the programme lets nobody more into a team."""
    members = len(unit.people.team_members(programme.id, team)) + 1
    return team != "" and room(size_of(programme), members) == "full"


def _guides(unit: Unit, programme: ProgrammeFile, team: Team) -> tuple[str, ...]:
    """The names of a team's own facilitators; the file's, for one who is not here yet."""
    members = unit.people.members(programme.id)
    own = guides(unit, team, members)
    here = [one.name for one in leaders(unit, programme) if one.person.id in own and one.name]
    named = [team.facilitator] if team.facilitator and not here else []
    return tuple(dict.fromkeys((*here, *named)))


def _known(unit: Unit, members: list[Membership]) -> list[Entry]:
    people = [(unit.people.find(one.person), one) for one in members]
    return [Entry(person, member) for person, member in people if person is not None]
