"""What one person is told next, if nothing is done and nothing changes until then."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from handlers.programme_file import ProgrammeFile
from handlers.remind.beat import due
from handlers.remind.hours import local_day
from handlers.remind.plan import Owed, Part, next_instant
from handlers.remind.standing import Heard, Standing
from handlers.timeline import over_at

Look = Callable[[datetime], list[Standing]]
"""Reads where a person stands at an instant: when something is over, other reports open."""


@dataclass(frozen=True, slots=True)
class Coming:
    """A push that is to come: its instant (aware, UTC), their local day, and what it speaks of."""

    at: datetime
    day: date
    parts: tuple[tuple[Standing, Part], ...]


def coming(
    look: Look, known: Heard, now: datetime, until: datetime | None = None
) -> Iterator[Coming]:
    """Play what lies ahead by the rules themselves, push after push; ``now`` is aware.

    ``until`` is the last instant that is looked at; None: to the end.
    """
    standings = look(now)
    turns = turns_of(one.programme for one in standings)
    at: datetime | None = now
    while at is not None and standings and (until is None or at <= until):
        standings = look(at) if at in turns else standings
        found = due(standings, known, at) if standings else []
        spoken = tuple((one, part) for one, what in found for part in what.spoken)
        if spoken:
            day = local_day(standings[0].rules, at)
            yield Coming(at, day, spoken)
            known = _told(known, day, found)
        at = next_chance(standings, turns, at)


def _told(known: Heard, day: date, found: Sequence[tuple[Standing, Owed]]) -> Heard:
    said = {
        (one.programme.id, part.key)
        for one, what in found
        for part in (*what.spoken, *what.covered)
    }
    return replace(
        known,
        told={**known.told, **dict.fromkeys(said, day)},
        days=(*known.days, day),
        snoozed={key: until for key, until in known.snoozed.items() if key not in said},
    )


def turns_of(programmes: Iterable[ProgrammeFile]) -> set[datetime]:
    """When other reports can be filled in: each time something is over, a mere month too."""
    ends = (over_at(programme, one) for programme in programmes for one in programme.milestone)
    return {over for over in ends if over is not None}


def next_chance(
    standings: Sequence[Standing], turns: Iterable[datetime], after: datetime
) -> datetime | None:
    """The next instant at which anything may be owed to somebody."""
    found = [next_instant(one.rules, one.occasions, after) for one in standings]
    return min((at for at in (*found, *turns) if at is not None and at > after), default=None)
