"""Telling people of what was changed for them: kindly, and at work."""

from collections.abc import Callable
from datetime import timedelta

from handlers.markup import Html
from handlers.post import Letter
from handlers.programme_file import ProgrammeFile
from handlers.remind.hours import next_open
from handlers.remind.standing import rules_of
from handlers.tongue import Tongue
from handlers.turn import Turn

TRUE_FOR = timedelta(days=14)


def tell(
    turn: Turn, programme: ProgrammeFile, person_id: str, words: Callable[[Tongue], Html],
    about: str = "",
) -> bool:  # fmt: skip
    """Tell one person when they are at work; false for the speaker, and for who is not reached.

    Of what is ``about`` the same, the newest alone is told.
    """
    person = turn.unit.people.find(person_id)
    if person is None or (turn.person is not None and person.id == turn.person.id):
        return False
    polite = next_open(rules_of(turn.unit, programme, person.id), turn.now)
    if about:
        turn.unit.outbox.moot_about(about, turn.now)
    letter = Letter(
        words(turn.tongue_of(person)),
        silent=True,
        about=about,
        not_before=polite,
        stale_after=polite + TRUE_FOR,
    )
    return turn.tell(person, letter)
