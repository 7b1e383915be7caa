"""Decides who hears of changes, and from what: each person from what they knew."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.changed.facts import Facts, differ, facts_of
from handlers.changed.steps import Step
from handlers.concerned import concerns
from handlers.programme_file import ProgrammeFile, milestone
from handlers.timeline import in_time
from storage.records import Membership
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class News:
    """What is new to one person: a milestone as they know it, and as it stands now.

    ``member`` is the part in the programme by which it concerns them.
    """

    milestone: str
    was: Facts | None
    now: Facts | None
    member: Membership


@dataclass(frozen=True, slots=True)
class Reach:
    """How many people something is told to, and how many of them cannot be reached."""

    people: int
    missed: int


def audience(
    unit: Unit, programme: ProgrammeFile, changes: Sequence[Step]
) -> dict[str, list[News]]:
    """Everyone who has something to learn, by their id in order, with what it is."""
    places: dict[str, list[Membership]] = {}
    for member in unit.people.members(programme.id):
        places.setdefault(member.person, []).append(member)
    found = {person: news(programme, changes, places[person]) for person in sorted(places)}
    return {person: what for person, what in found.items() if what}


def reach(unit: Unit, programme_id: str, people: Sequence[str]) -> Reach:
    """How many these are, and how many of them no door reaches now."""
    reached = unit.people.reachable_in(programme_id)
    return Reach(len(people), sum(one not in reached for one in people))


def news(
    programme: ProgrammeFile, changes: Sequence[Step], places: Sequence[Membership]
) -> list[News]:
    """What one person has to learn of these changes; ``places`` are theirs in the programme."""
    found: list[News] = []
    for one in _in_order(programme, changes):
        mine = [step for step in changes if step.milestone == one]
        member = _concerned(programme, one, mine, places)
        since = _first_unknown(mine, member) if member else None
        now = facts_of(programme, one)
        if member is not None and since is not None and differ(since.was, now):
            found.append(News(one, since.was, now, member))
    return found


def _in_order(programme: ProgrammeFile, changes: Sequence[Step]) -> list[str]:
    """The changed milestones by time, and behind them what was taken out."""
    changed = dict.fromkeys(step.milestone for step in changes)
    standing = [one.id for one in in_time(programme) if one.id in changed]
    return [*standing, *sorted(changed.keys() - set(standing))]


def _concerned(
    programme: ProgrammeFile, milestone_id: str, mine: Sequence[Step], places: Sequence[Membership]
) -> Membership | None:
    """The part by which it concerns them, a participant's first; None if it does not."""
    one = milestone(programme, milestone_id)
    was = mine[0].was
    about = one or (was.as_milestone(milestone_id) if was else None)
    if about is None:
        return None
    theirs = [place for place in places if concerns(programme, about, place)]
    return min(theirs, key=lambda place: place.role != "participant", default=None)


def _first_unknown(mine: Sequence[Step], member: Membership) -> Step | None:
    """The first change that they do not know of.

    Whoever joined later saw how things stood then, and whoever made a change knows all before it.
    """
    ordered = sorted(mine, key=lambda step: step.version)
    own = max((step.version for step in ordered if step.by == member.person), default=0)
    unknown = (step for step in ordered if step.version > own and member.joined_at <= step.made_at)
    return next(unknown, None)
