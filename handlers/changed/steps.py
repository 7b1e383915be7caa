"""What is different between two versions of a programme that people must be told of, and when."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.changed.facts import Facts, differ, facts_of
from handlers.programme_file import ProgrammeFile, first_day, milestone
from handlers.remind.hours import next_open
from handlers.remind.occasions import rules
from handlers.timeline import begins_at, is_over

SOON = timedelta(hours=48)
"""What begins so soon is told of at any hour."""


@dataclass(frozen=True, slots=True)
class Step:
    """One change of one milestone: how it was before, what made it, when and by whom.

    ``version`` is the programme's after the change; ``by`` is None for a file on the command line.
    """

    milestone: str
    was: Facts | None
    version: int
    made_at: datetime
    by: str | None = None


def steps(
    before: ProgrammeFile, after: ProgrammeFile, version: int, now: datetime, by: str | None = None
) -> list[Step]:
    """The changes to tell of, in the file's order, what was taken out last; none of what is over.

    ``version`` is that of ``after``.
    """
    ids = dict.fromkeys(one.id for one in (*after.milestone, *before.milestone))
    return [
        Step(one, facts_of(before, one), version, now, by)
        for one in ids
        if differ(facts_of(before, one), facts_of(after, one))
        and not (_is_past(before, one, now) and _is_past(after, one, now))
    ]


def told_from(
    before: ProgrammeFile, after: ProgrammeFile, milestone_id: str, now: datetime
) -> datetime:
    """The instant (UTC) from which a change may be told: politely, or at once where it is soon.

    It is soon where what was to be, or what is now, begins within 48 hours, or would have begun
    before people may be disturbed again.
    """
    polite = next_open(rules(after), now)
    begins = [_begins(one, milestone_id, now) for one in (before, after)]
    soon = max(now + SOON, polite)
    return now if any(at is not None and at <= soon for at in begins) else polite


def _is_past(programme: ProgrammeFile, milestone_id: str, now: datetime) -> bool:
    """Whether it is over, or is not there."""
    one = milestone(programme, milestone_id)
    return one is None or is_over(programme, one, now)


def _begins(programme: ProgrammeFile, milestone_id: str, now: datetime) -> datetime | None:
    """When it begins, where it has a day and is not over."""
    one = milestone(programme, milestone_id)
    if one is None or first_day(one.when) is None or is_over(programme, one, now):
        return None
    return begins_at(programme, one)
