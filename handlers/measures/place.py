"""Whose aims and measures somebody has before them, and whether they may change them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.flow.party import name_of, owing, party_of, team_party
from handlers.programme_file import ProgrammeFile, is_for_individuals
from handlers.turn import LEADERS, Turn
from storage.records import Aim, Measure


@dataclass(frozen=True, slots=True)
class Place:
    """A party in a programme; ``mine`` if the speaker is of it, else they only look on."""

    programme: ProgrammeFile
    party: str
    mine: bool


def own_place(turn: Turn) -> Place | None:
    """The speaker's own party in the programme where they sit, as of this transaction."""
    programme = turn.programme
    member = turn.membership("participant")
    party = party_of(programme, member) if programme and member else None
    return Place(programme, party, mine=True) if programme and party else None


def seen_places(turn: Turn) -> Sequence[Place]:
    """The teams that the speaker leads, by name; a facilitator with a team sees that one.

    Where people take part alone there is none: it would be a register of what each of them does.
    """
    programme = turn.programme
    if programme is None or is_for_individuals(programme) or not turn.roles & LEADERS:
        return ()
    guide = turn.membership("facilitator")
    only = guide.team if guide and "organiser" not in turn.roles else None
    parties = owing(turn.unit, programme)
    if only is not None:
        parties &= {team_party(programme.id, only)}
    named = sorted((name_of(turn.unit, programme, one, turn.tongue), one) for one in parties)
    return [Place(programme, party, mine=False) for _, party in named]


def place_of(turn: Turn, subject: Aim | Measure) -> Place | None:
    """Where an aim or a measure belongs, if the speaker may see it; they sit there from now on."""
    if turn.programme is None or turn.programme.id != subject.programme:
        if subject.programme not in {one.programme for one in turn.memberships}:
            return None
        turn.sit(replace(turn.seat, programme=subject.programme))
    return _among(turn, subject.party)


def place_by_key(turn: Turn, key: str) -> Place | None:
    """The team that a button names."""
    return _among(turn, team_party(turn.programme.id, key)) if turn.programme else None


def key_of(place: Place) -> str:
    """How a button names the party."""
    return place.party.removeprefix(f"team:{place.programme.id}/")


def _among(turn: Turn, party: str) -> Place | None:
    mine = own_place(turn)
    every = [*([mine] if mine else []), *seen_places(turn)]
    return next((one for one in every if one.party == party), None)
