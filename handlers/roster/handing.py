"""A place passes from one person to another, with all that was done in it."""

from handlers.flow.party import person_party
from storage.unit import Unit


def hand_on(unit: Unit, programme: str, was: str, becomes: str) -> None:
    """Let what one who takes part alone has done be another's, who has done nothing here yet.

    What a team has done stays the team's, whoever comes and goes.
    """
    new = person_party(becomes)
    if not unit.people.has_work(programme, new):
        unit.people.hand_on(programme, person_party(was), new)
