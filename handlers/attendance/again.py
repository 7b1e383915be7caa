"""Whether who does not know yet is going to be asked again, as the reminders have it."""

from handlers.programme_file import Milestone, ProgrammeFile
from handlers.remind.hours import is_paused, local_day
from handlers.remind.plan import parts
from handlers.remind.standing import Register
from handlers.turn import Turn


def asks_again(turn: Turn, programme: ProgrammeFile, one: Milestone) -> bool:
    """Whether a question about this sign-up still lies ahead of the speaker."""
    person = turn.person.id if turn.person else ""
    for standing in Register(turn.unit, turn.now).of(person):
        if standing.programme.id != programme.id:
            continue
        mine = [
            occasion
            for occasion in standing.occasions
            if (occasion.kind, occasion.milestone) == ("signup", one.id)
        ]
        return any(
            turn.now < part.due
            and not is_paused(standing.rules, local_day(standing.rules, part.due))
            for part in parts(standing.rules, mine)
        )
    return False
