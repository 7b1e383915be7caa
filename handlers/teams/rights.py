"""What the speaker may do with a programme's teams, asked anew at every deed."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.markup import Html
from handlers.pleas import guides
from handlers.programme_file import ProgrammeFile, Team
from handlers.programme_file.teams import team_of
from handlers.remind.ladder import speaks
from handlers.teams import texts
from handlers.turn import Turn
from storage.records import Membership, Person
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Rights:
    """The teams that somebody ``sees``, by their ids, and the one that they speak for."""

    programme: ProgrammeFile
    organises: bool
    sees: frozenset[str]
    speaks_for: str | None

    def team(self, team: str) -> Team | None:
        """The team with this id, if they see it."""
        return team_of(self.programme, team) if team in self.sees else None

    def lets_go(self, member: Membership) -> bool:
        """Whether they may say that a member has left."""
        return self.organises or self.speaks_of(member)

    def speaks_of(self, member: Membership) -> bool:
        """Whether a member is of the team that they speak for."""
        return member.role == "participant" and member.team == self.speaks_for is not None

    def invites_to(self, team: str) -> bool:
        return self.organises or team == self.speaks_for


def rights(turn: Turn) -> Rights | None:
    """What the speaker may do here; None if they were told why nothing."""
    found = held(turn)
    if found is None:
        turn.say(refusal(turn))
    return found


def refusal(turn: Turn) -> Html:
    t = turn.tongue
    return texts.not_yours(t) if turn.event.private else texts.in_private(t)


def held(turn: Turn) -> Rights | None:
    """What the speaker may do in the programme where they sit; None for nothing."""
    programme = turn.programme
    if programme is None or not turn.event.private:
        return None
    every = frozenset(team.id for team in programme.team)
    if "organiser" in turn.roles:
        return Rights(programme, organises=True, sees=every, speaks_for=None)
    own = spoken_for(turn.unit, programme, turn.person)
    sees = _guided(turn, programme) | ({own} if own else set())
    if not programme.team or not (sees or "facilitator" in turn.roles):
        return None
    return Rights(programme, organises=False, sees=sees, speaks_for=own)


def _guided(turn: Turn, programme: ProgrammeFile) -> frozenset[str]:
    """The teams of a facilitator: their own, or all of them for one who has none in particular."""
    mine = turn.membership("facilitator")
    if mine is None:
        return frozenset()
    here: Sequence[Membership] = [mine]
    own = frozenset(team.id for team in programme.team if guides(turn.unit, team, here))
    return own or frozenset(team.id for team in programme.team if mine.team is None)


def spoken_for(unit: Unit, programme: ProgrammeFile, person: Person | None) -> str | None:
    """The team that somebody is contact person or deputy of, while it stands."""
    for mine in unit.people.memberships(person.id) if person else ():
        here = (mine.programme, mine.role) == (programme.id, "participant")
        team = team_of(programme, mine.team or "") if here else None
        stands = team is not None and not team.withdrawn
        if team and stands and speaks(team, mine, person.name if person else None):
            return team.id
    return None


def may_invite(unit: Unit, programme: ProgrammeFile, person: Person, team: str | None) -> bool:
    """Whether somebody may let others into a team (None: into every one), as they are now."""
    mine = unit.people.memberships(person.id)
    if any((one.programme, one.role) == (programme.id, "organiser") for one in mine):
        return True
    return team is not None and team == spoken_for(unit, programme, person)
