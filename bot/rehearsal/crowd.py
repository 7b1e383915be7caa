"""Who takes part in a rehearsal, and what sort of people they are: as many sorts as in life."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from typing import Literal

from handlers.programme_file import ProgrammeFile, Team, is_for_individuals
from storage.records import Duty, Role

Pace = Literal["at once", "late", "never"]
Trait = Literal["evening", "pauses", "snoozes", "blocks", "blocks a month", "moves", "joins late"]
# How many of a hundred participants have each; in a small crowd, at least one of each.
_TRAITS: dict[Trait, int] = {
    "evening": 15,
    "pauses": 15,
    "snoozes": 20,
    "blocks": 4,
    "blocks a month": 5,
    "moves": 4,
    "joins late": 8,
}
_PACES: tuple[Pace, ...] = ("at once", "late", "never")
_OF_TEN = (5, 3, 2)
_SILENT_TEAM = 8  # one team in so many never delivers
_SMALLEST, _LARGEST, _ALONE = 3, 5, 9
_TEAMS_A_FACILITATOR = 3
_FIRST_NAMES = (
    "Kari Amir Siri Nils Ingrid Jonas Marit Ola Aisha Per Sunniva Lars Berit Emil Ragnhild Tor "
    "Leila Henrik Astrid Mikkel Grete Yusuf Solveig Anders Inga Vegard Hilde Bjarne Maja Sindre"
).split()
_LAST_NAMES = (
    "Berg Hansen Utsi Nilsen Solli Larsen Johansen Mohamed Vik Haugen Moen Lie Dahl Strand Bakke "
    "Eira Lund Aas Holm Myhre Kvam Rud Foss Nygård Skar Tveit Hagen Ness Brekke Sand"
).split()


@dataclass(frozen=True, slots=True)
class Someone:
    """One of the crowd; ``team`` is None where there are no teams, and for those who lead.

    ``joins_at`` is aware.
    """

    number: int
    name: str
    role: Role
    team: str | None
    joins_at: datetime
    pace: Pace = "at once"
    duty: Duty | None = None
    traits: frozenset[Trait] = field(default_factory=frozenset)

    @property
    def key(self) -> str:
        """Where they are reached."""
        return f"p{self.number}"


def crowd(programme: ProgrammeFile, opens: datetime, random: Random) -> list[Someone]:
    """Everybody who will take part, from ``opens`` (aware) on: the organiser first."""
    teams = [one for one in programme.team if one.telegram and not one.withdrawn]
    names = _names(random)
    people = [Someone(0, next(names), "organiser", None, opens)]
    for number in range(max(1, -(-len(teams) // _TEAMS_A_FACILITATOR))):
        at = opens + timedelta(hours=1 + number)
        people.append(Someone(len(people), next(names), "facilitator", None, at))
    begin = len(people)
    for place, team in enumerate(teams):
        silent = place % _SILENT_TEAM == _SILENT_TEAM - 1
        for one in _members(team, names, opens, random, silent=silent):
            people.append(replace(one, number=len(people)))
    if is_for_individuals(programme):
        for _ in range(_ALONE):
            at = _soon(opens, random)
            pace = _pace(random)
            people.append(Someone(len(people), next(names), "participant", None, at, pace))
    return [*people[:begin], *_with_traits(people[begin:], opens, random)]


def _members(
    team: Team, names: Iterator[str], opens: datetime, random: Random, *, silent: bool
) -> Iterator[Someone]:
    duties: tuple[Duty | None, ...] = ("contact", "deputy", None, None, None)
    for duty in duties[: random.randint(_SMALLEST, _LARGEST)]:
        said = team.contact if duty == "contact" else team.deputy if duty == "deputy" else None
        pace = "never" if silent else _pace(random) if duty is None else _dutiful(random)
        at = _soon(opens, random)
        yield Someone(0, said or next(names), "participant", team.id, at, pace, duty)


def _with_traits(people: Sequence[Someone], opens: datetime, random: Random) -> list[Someone]:
    """Deal out the traits, so that a small crowd has each as well."""
    dealt: dict[int, set[Trait]] = {one.number: set() for one in people}
    for trait, of_hundred in _TRAITS.items():
        many = max(1, round(len(people) * of_hundred / 100))
        free = [one.number for one in people if not _clashes(trait, dealt[one.number])]
        for number in random.sample(free, min(many, len(free))):
            dealt[number].add(trait)
    return [_living(replace(one, traits=frozenset(dealt[one.number])), opens, random)
            for one in people]  # fmt: skip


def _clashes(trait: Trait, has: set[Trait]) -> bool:
    leaving: set[Trait] = {"blocks", "blocks a month", "moves"}
    return trait in leaving and bool(has & leaving)


def _living(one: Someone, opens: datetime, random: Random) -> Someone:
    """Who joins late joins after the first samling; who chose an hour or a snooze does answer."""
    if "joins late" in one.traits:
        one = replace(one, joins_at=opens + timedelta(days=random.randint(70, 160), hours=3))
    if one.traits & {"evening", "snoozes"} and one.pace == "never":
        return replace(one, pace="late")
    return one


def _pace(random: Random) -> Pace:
    return random.choices(_PACES, _OF_TEN)[0]


def _dutiful(random: Random) -> Pace:
    return random.choices(_PACES[:2], (7, 3))[0]


def _soon(opens: datetime, random: Random) -> datetime:
    """Within the first two weeks, by day."""
    return opens + timedelta(days=random.randint(1, 14), minutes=15 * random.randint(4, 24))


def _names(random: Random) -> Iterator[str]:
    """Everybody another name, as far as there are names."""
    found = [f"{first} {last}" for first in _FIRST_NAMES for last in _LAST_NAMES]
    random.shuffle(found)
    while True:
        yield from found
