"""What stands in a programme's calendar: what has a day, and the deadlines that hang on it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Literal

from handlers.programme_file import (
    Milestone,
    ProgrammeFile,
    begins_at,
    instant,
    over_at,
    reports_due,
    samlinger,
    sign_up_due,
    yearly_next,
    zone,
)
from handlers.programme_file.text import Text
from handlers.timeline import in_time
from handlers.when import At, Days, Yearly

Sort = Literal["milestone", "report", "sign-up"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: a milestone itself, or the deadline of its report or sign-up.

    ``key`` is its name for ever: the milestone's id, with a point and the year where it comes back
    each year, or with what it is where it is a deadline; an id has no point in it. ``bring`` is
    what the samling before gave people to do, ``said`` whatever else they read; ``zone`` is None
    where no time is stated. Entries are equal where people would read the same.
    """

    key: str
    sort: Sort
    when: At | Days
    zone: str | None
    said: tuple[object, ...]
    bring: Text | None = None
    milestone: Milestone = field(kw_only=True, compare=False)


def entries(programme: ProgrammeFile, now: datetime) -> dict[str, Entry]:
    """Every entry of a programme by its key, in the file's order; no day is made up.

    ``now`` matters only where a programme says nothing of when it begins or ends: then what comes
    back every year stands there once, for the next time.
    """
    found = [*_held(programme, now), *_reports(programme), *_sign_ups(programme)]
    return {entry.key: entry for entry in found}


def _held(programme: ProgrammeFile, now: datetime) -> Iterator[Entry]:
    for one in programme.milestone:
        if one.cancelled:
            continue
        match one.when:
            case At() | Days() as when:
                yield _own(programme, one, one.id, when)
            case Yearly():
                for day in _each_year(programme, one, now):
                    yield _own(programme, one, f"{one.id}.{day.first.year}", day)
            case _:
                pass


def _own(programme: ProgrammeFile, one: Milestone, key: str, when: At | Days) -> Entry:
    about = (one.kind, one.title, one.place, one.mode, one.link)
    more = (one.themes, one.materials, one.agenda, one.note)
    at = programme.timezone if isinstance(when, At) else None
    return Entry(
        key, "milestone", when, at, (*about, *more), _to_bring(programme, one), milestone=one
    )


def _reports(programme: ProgrammeFile) -> Iterator[Entry]:
    for one, due in reports_due(programme):
        if due is not None:
            yield _deadline(programme, one, "report", f"{one.id}.report", due)


def _sign_ups(programme: ProgrammeFile) -> Iterator[Entry]:
    for one in samlinger(programme):
        if (due := sign_up_due(programme, one)) is not None:
            yield _deadline(programme, one, "sign-up", f"{one.id}.sign-up", due)


def _deadline(
    programme: ProgrammeFile, one: Milestone, sort: Sort, key: str, due: datetime
) -> Entry:
    day = due.astimezone(zone(programme)).date()
    return Entry(key, sort, Days(day, day), None, (one.title,), milestone=one)


def _to_bring(programme: ProgrammeFile, one: Milestone) -> Text | None:
    """What the samlinger before this one gave people to do: the last that gave anything."""
    if one.kind != "samling":
        return None
    line = [each for each in in_time(programme) if each.kind == "samling"]
    before = line[: line.index(one)]
    given = [each.homework for each in before if each.homework and not each.cancelled]
    return given[-1] if given else None


def _each_year(programme: ProgrammeFile, one: Milestone, now: datetime) -> Iterator[Days]:
    """The days on which it comes back while the programme lasts."""
    standing = [each for each in programme.milestone if not each.cancelled]
    begun = [at for each in standing if (at := begins_at(programme, each)) is not None]
    ended = [at for each in standing if (at := over_at(programme, each)) is not None]
    moment = min(begun, default=now)
    while (day := yearly_next(programme, one, moment)) is not None:
        after = instant(datetime.combine(day + timedelta(days=1), time.min), zone(programme))
        if ended and after > max(ended):
            return
        yield Days(day, day)
        if not ended:
            return
        moment = after
