"""Which milestones are over, their order in time, and which one comes next."""

from datetime import UTC, datetime

from handlers.programme_file import Milestone, ProgrammeFile, begins_at, over_at
from handlers.when import Yearly

__all__ = ["begins_at", "coming", "in_time", "is_over", "over_at"]

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def is_over(programme: ProgrammeFile, milestone: Milestone, now: datetime) -> bool:
    over = over_at(programme, milestone)
    return over is not None and over <= now


def in_time(programme: ProgrammeFile) -> list[Milestone]:
    """The milestones by time; what has no time stays behind the one before it in the file."""
    order: list[tuple[datetime, Milestone]] = []
    latest = _LONG_AGO
    for one in programme.milestone:
        latest = begins_at(programme, one) or latest
        order.append((latest, one))
    return [one for _, one in sorted(order, key=lambda pair: pair[0])]


def coming(programme: ProgrammeFile, now: datetime, *kinds: str) -> Milestone | None:
    """What is under way or comes next (of these kinds, or of any), as far as the file says.

    Where nothing with a time lies ahead, it is the first without one after something that is over;
    where nothing at all has a time, nobody can tell. What is cancelled is never next.
    """
    line = [one for one in in_time(programme) if not kinds or one.kind in kinds]
    over = [is_over(programme, one, now) for one in line]
    for one, past in zip(line, over, strict=True):
        if not past and not one.cancelled and over_at(programme, one) is not None:
            return one
    last = max((place for place, past in enumerate(over) if past), default=len(line))
    return next((one for one in line[last + 1 :] if _may_come(one)), None)


def _may_come(one: Milestone) -> bool:
    return not one.cancelled and not isinstance(one.when, Yearly)
