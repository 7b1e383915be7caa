"""What an organiser reads of how many people a change concerns, and of when they hear of it."""

from datetime import datetime

from handlers.changed import texts
from handlers.changed.waiting import Foreseen
from handlers.markup import Html, joined
from handlers.programme_file import ProgrammeFile, zone
from handlers.tongue import Tongue


def how_many(t: Tongue, foreseen: Foreseen) -> Html:
    """To how many it is told, and how many of them no door reaches."""
    people, missed = foreseen.reach.people, foreseen.reach.missed
    if not people:
        return texts.concerns_nobody(t)
    return joined(" ", (texts.concerns(t, people), texts.missed(t, missed) if missed else ""))


def in_words(t: Tongue, programme: ProgrammeFile, foreseen: Foreseen, now: datetime) -> Html:
    """To how many, and when."""
    if foreseen.at is None:
        return texts.concerns_nobody(t)
    wall = foreseen.at.astimezone(zone(programme))
    when = texts.told_at_once(t) if foreseen.at <= now else texts.told_at(t, t.moment(wall))
    return joined(" ", (how_many(t, foreseen), when))
