"""Everybody who takes part in a programme that is lived in: made-up people, in teams."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count

from bot.demo.seats import Place, places
from handlers.programme_file import ProgrammeFile, Team
from handlers.tongue import tongue
from storage.records import Duty, Role

SIZES = (4, 4, 3, 4, 3, 3, 4, 3, 3, 3, 3, 4)
ALONE = 11
_IN_TURN = (0, 3, 2, 5)
_NAMES = (
    "Hilde Aune, Thomas Eira, Fatima Ali, Bente Sørensen, Odd Arne Karlsen, Ida Moen, Yonas Tesfay,"
    "Marit Henriksen, Lena Solbakken, Trond Vik, Anne-Lise Bakke, Olena Koval, Jon Sara,"
    "Gunn Pedersen, Silje Antonsen, Arvid Kvam, Maria Santos, Elin Jakobsen, Kjell Rasmussen,"
    "Berit Nango, Aleksander Dahl, Wenche Larsson, Abdi Warsame, Ragnhild Foss, Inga Turi,"
    "Stian Eliassen, Grethe Myrvang, Ewa Nowak, Roger Olsen, Synnøve Hauge, Terje Longva,"
    "Oddny Sandvik, Rahel Haile, Torunn Brekke, Even Mathisen, Liv Marie Gaup, Bjørn Skog,"
    "Sunniva Lie, Mona Fjellheim, Hassan Omar, Vibeke Strand, Knut Johnsen, Kristin Bye,"
    "Nina Paulsen, Piotr Zielinski, Åse Hammer, Ellen Somby, Frode Lund, Tone Risvik, Leila Rahimi"
)
_FIRST = "Anna Mats Eva Ole Turid Ali Randi Per Sara Geir Maja Lars Tuva Emil Jorunn Mikkel".split()
_LAST = "Berg Hagen Nilsen Holm Bakken Vold Rød Aas Nygård Eide Sæther Wold Tangen".split()


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody who takes part; ``seat`` says that the visitor can sit down as them.

    ``team`` is an id or "", ``job`` a function of the programme's. Without ``reached`` no message
    reaches them.
    """

    key: str
    name: str
    role: Role
    team: str = ""
    job: str | None = None
    duty: Duty | None = None
    seat: bool = False
    reached: bool = True


def cast(programme: ProgrammeFile) -> list[Player]:
    """Everybody, those with a seat first; the same for the same programme."""
    seated = places(programme)
    numbers, names = count(len(seated) + 1), _names({one.name for one in seated})
    found = [_seated(programme, one, seated) for one in seated]
    teams = [one for one in programme.team if not one.withdrawn]
    for place, team in enumerate(teams):
        there = sum(one.team == team.id for one in seated)
        found += [
            _player(programme, team, number, f"x{next(numbers)}", names)
            for number in range(there, SIZES[place % len(SIZES)])
        ]
    if not teams:
        alone = [f"x{next(numbers)}" for _ in range(ALONE)]
        found += [Player(key, next(names), "participant") for key in alone]
    return found


def _seated(programme: ProgrammeFile, one: Place, seated: Sequence[Place]) -> Player:
    if one.role != "participant" or not one.team:
        return Player(one.key, one.name, one.role, seat=True)
    number = [other.key for other in seated if other.team == one.team].index(one.key)
    team = next(team for team in programme.team if team.id == one.team)
    job, duty = _job(programme, team, number), _duty(number)
    return Player(one.key, one.name, one.role, one.team, job, duty, seat=True)


def _player(
    programme: ProgrammeFile, team: Team, number: int, key: str, names: Iterator[str]
) -> Player:
    job, duty = _job(programme, team, number), _duty(number)
    return Player(key, next(names), "participant", team.id, job, duty, reached=team.telegram)


def _job(programme: ProgrammeFile, team: Team, number: int) -> str | None:
    """Each another function, the leader at its head."""
    common = programme.teams.functions if programme.teams else ()
    functions = team.functions or common
    t = tongue(programme.language)
    return t.pick(functions[_IN_TURN[number % 4] % len(functions)]) if functions else None


def _duty(number: int) -> Duty | None:
    return ("contact", "deputy")[number] if number < 2 else None  # noqa: PLR2004 - these two


def _names(taken: set[str]) -> Iterator[str]:
    """Everybody another name."""
    listed = [one.strip() for one in _NAMES.split(",")]
    more = (
        f"{_FIRST[n % len(_FIRST)]} {_LAST[(n * 5 + n // len(_FIRST)) % len(_LAST)]}"
        for n in count()
    )
    for name in chain(listed, more):
        if name not in taken:
            yield name
