"""Decides what can be said of a person's reminders, and of a team's: rows in, values out."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from handlers.flow.words import folded
from handlers.programme_file import ProgrammeFile, Team
from handlers.remind.ladder import speaks
from handlers.remind.plan import Part
from handlers.remind.shifts import Shift, Unit
from storage.records import Membership, Push, PushPart

LAST = 2
"""So many of the last reminders are told of, and so many of the next."""
_SHIFT = re.compile(r"([+-]\d{1,4})([wm]?)", re.ASCII)
_UNITS: dict[str, Unit] = {"": "days", "w": "working", "m": "months"}
Audience = Literal["speakers", "everybody"]


@dataclass(frozen=True, slots=True)
class Told:
    """A reminder that somebody got: on which of their days, when, and what it spoke of."""

    day: date
    at: datetime
    parts: tuple[PushPart, ...]


@dataclass(frozen=True, slots=True)
class Ladder:
    """When a team's reminders of one report are due: the last, the next, and for whom they are.

    It says nothing of any person: neither hours, days and pauses that they chose, nor what else
    they were told, have a part in it.
    """

    milestone: str
    last: tuple[date, Audience] | None
    next: tuple[date, Audience] | None


@dataclass(frozen=True, slots=True)
class Crew:
    """How many of a team are here, how many cannot be reached, and how many speak for it."""

    members: int
    unreached: int
    speakers: int


def last_told(
    pushes: Iterable[Push], parts: Collection[PushPart], unsaid: Collection[str]
) -> list[Told]:
    """The last reminders that reached somebody, the newest first."""
    found = []
    for push in sorted(pushes, key=lambda one: one.local_date, reverse=True):
        said = tuple(p for p in parts if p.push == push.id and p.spoken and p.state == "told")
        if said and push.id not in unsaid:
            found.append(Told(push.local_date, push.made_at, said))
    return found[:LAST]


def shift_of(occasion: str) -> Shift | None:
    """What a part is remembered by («-7», «+2w»), read back; None for anything else."""
    found = _SHIFT.fullmatch(occasion)
    return Shift(int(found[1]), _UNITS[found[2]]) if found else None


def ladder_of(
    milestone: str, steps: Iterable[tuple[date, Part]], now: datetime, speakers: int
) -> Ladder:
    """Place a report's reminders around now; they go to those who speak for the team first.

    ``steps`` are the parts with their local days, in the order in which they come due.
    """
    mine = [(day, part) for day, part in steps if part.key.milestone == milestone]
    past = [step for step in mine if step[1].due <= now]
    ahead = [step for step in mine if step[1].due > now]
    return Ladder(
        milestone,
        _step(*past[-1], speakers) if past else None,
        _step(*ahead[0], speakers) if ahead else None,
    )


def crew_of(
    team: Team,
    members: Sequence[Membership],
    names: dict[str, str | None],
    reached: Collection[str],
) -> Crew:
    """Count a team; who speaks for it and cannot be reached is not counted as speaking for it."""
    there = [one for one in members if one.person in reached]
    speaking = [one for one in there if speaks(team, one, names.get(one.person))]
    return Crew(len(members), len(members) - len(there), len(speaking))


def teams_like(programme: ProgrammeFile, said: str) -> list[Team]:
    """The teams that a text may mean: by id or name, else by how a name begins, else by a part."""
    words = folded(said)
    standing = [one for one in programme.team if not one.withdrawn]
    for fits in (_is, _begins, _holds):
        found = [one for one in standing if words and any(fits(x, words) for x in _names(one))]
        if found:
            return found
    return []


def _step(day: date, part: Part, speakers: int) -> tuple[date, Audience]:
    first = speakers > 0 and not part.shift.is_behind
    return day, "speakers" if first else "everybody"


def _names(team: Team) -> list[str]:
    names = [team.name] if isinstance(team.name, str) else list(team.name.values())
    return [folded(one) for one in (team.id, *names)]


def _is(name: str, words: str) -> bool:
    return name == words


def _begins(name: str, words: str) -> bool:
    return name.startswith(words)


def _holds(name: str, words: str) -> bool:
    return words in name
