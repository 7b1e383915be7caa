"""The rest of a team is told once, and quietly, what one of them did for all."""

from collections.abc import Callable

from handlers.flow.party import party_of
from handlers.markup import Html
from handlers.post import Letter
from handlers.programme_file import ProgrammeFile
from handlers.tongue import Tongue
from handlers.turn import Turn


def tell_the_rest(
    turn: Turn, programme: ProgrammeFile, party: str, words: Callable[[Tongue], Html]
) -> None:
    """Tell everybody of the party but the speaker, each in their own language, silently."""
    me = turn.person.id if turn.person else None
    members = turn.unit.people.members(programme.id)
    team = {one.person: one for one in members if party_of(programme, one) == party}
    for person in (turn.unit.people.find(one) for one in team if one != me):
        if person is not None:
            turn.tell(person, Letter(words(turn.tongue_of(person)), silent=True))
