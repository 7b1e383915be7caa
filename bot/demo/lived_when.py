"""When a demo opens: some days before a samling that has one before it, with a report between."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from handlers.programme_file import (
    Milestone,
    ProgrammeFile,
    first_day,
    instant,
    last_day,
    report_due,
    samlinger,
    zone,
)
from handlers.remind.occasions import rules
from handlers.remind.shifts import before, due_day
from handlers.working_days import on_or_after, on_or_before

AHEAD = timedelta(days=14)
OPENS = time(8)
_JOINING = timedelta(days=33)
_DAY = timedelta(days=1)
_WANTED = 2  # of the samlinger from 0: what is told of two before it makes a history


@dataclass(frozen=True, slots=True)
class Course:
    """The samlinger ``behind`` and the one ``ahead``; when people came in, and when it opens.

    Instants are aware.
    """

    behind: tuple[Milestone, ...]
    ahead: Milestone
    begins: datetime
    opens: datetime


def course(programme: ProgrammeFile, today: date | None = None) -> Course | None:
    """Where in the programme to open; None where no samling with a day has one before it.

    With ``today``, before the first such that has not been held yet.
    """
    dated = [one for one in samlinger(programme) if not one.cancelled and first_day(one.when)]
    dated.sort(key=_first)
    if len(dated) < _WANTED or not _is_in_order(dated):
        return None
    place = min(_WANTED, len(dated) - 1)
    if today is not None:
        coming = [n for n, one in enumerate(dated) if n > 0 and _first(one) > today]
        place = coming[0] if coming else place
    behind, ahead = dated[:place], dated[place]
    first = _first(behind[0]) - _JOINING
    opens = max(_opening(programme, ahead), (last_day(behind[-1].when) or first) + _DAY)
    begins = on_or_after(first, rules(programme).calendar)
    return Course(tuple(behind), ahead, at(programme, begins, time(9)), at(programme, opens, OPENS))


def at_work(programme: ProgrammeFile, day: date, wall: time) -> datetime:
    """The same, on the last working day until then: nobody does this on a Sunday."""
    return at(programme, on_or_before(day, rules(programme).calendar), wall)


def local(programme: ProgrammeFile, moment: datetime) -> date:
    """The day on the wall at an instant."""
    return moment.astimezone(zone(programme)).date()


def at(programme: ProgrammeFile, day: date, wall: time) -> datetime:
    """The instant (UTC) of a wall-clock time where the programme is."""
    return instant(datetime.combine(day, wall), zone(programme)).astimezone(UTC)


def _opening(programme: ProgrammeFile, ahead: Milestone) -> date:
    """The day on which its report is first asked for: it comes with the first happening."""
    due = report_due(programme, ahead)
    offsets = before(*programme.reminders.report_days_before)
    if due is None or not offsets:
        return _first(ahead) - AHEAD
    day = local(programme, due)
    return min(due_day(rules(programme), day, one, due) for one in offsets)


def _first(one: Milestone) -> date:
    day = first_day(one.when)
    assert day is not None  # noqa: S101 - only those with a day are looked at
    return day


def _is_in_order(dated: list[Milestone]) -> bool:
    """Whether each is over before the next begins."""
    ends = [last_day(one.when) or _first(one) for one in dated]
    return all(end < _first(after) for end, after in zip(ends, dated[1:], strict=False))
