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
    people, missed = foreseen.reach.people, foreseen.reach.missed
    if foreseen.at is None or not people:
        return texts.concerns_nobody(t)
    if missed == people:
        return how_many(t, foreseen)
    wall = foreseen.at.astimezone(zone(programme))
    at = None if foreseen.at <= now else t.moment(wall)
    if missed:
        told = texts.some_told(t, people - missed, at)
        return joined(" ", (texts.concerns(t, people), told, texts.others_missed(t, missed)))
    when = texts.told_at_once(t) if at is None else texts.told_at(t, at)
    return joined(" ", (texts.concerns(t, people), when))
