"""A whole programme played through: the clock jumps to whatever comes next, for the house or us."""

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from bot.rehearsal.agenda import Agenda
from bot.rehearsal.crowd import Someone, crowd
from bot.rehearsal.house import Delivery
from bot.rehearsal.life import Life
from bot.rehearsal.values import Rehearsal, Version
from bot.rehearsal.world import World
from handlers.programme_file import ProgrammeFile, first_day, samlinger, zone
from handlers.timeline import begins_at, over_at

SEED = 20260901
AHEAD = timedelta(days=60)
AHEAD_OF_A_MONTH = timedelta(days=200)  # the first question for its date comes half a year before
AFTERWARDS = timedelta(days=45)
MOST_INSTANTS = 100_000


def rehearse(programme: ProgrammeFile, seed: int | None = None) -> Rehearsal:
    """Play the programme through with a crowd; the same file and seed give the same rehearsal.

    Where nothing in it has a time, nobody comes.
    """
    seed = SEED if seed is None else seed
    start = _start(programme)
    if start is None:
        nothing = datetime(2026, 1, 1, tzinfo=UTC)
        return Rehearsal(seed, nothing, nothing, (Version(nothing, programme),))
    with tempfile.TemporaryDirectory(prefix="mellom-rehearsal-") as folder:
        return _Play(Path(folder), programme, start, seed).to_the_end()


class _Play:
    def __init__(self, folder: Path, programme: ProgrammeFile, start: datetime, seed: int) -> None:
        self._seed = seed
        self._start = start
        lots = Random(seed)  # noqa: S311 - nothing of it is secret
        self._world = World(folder, start, lots, self._arrives)
        self._agenda = Agenda(self._world.house)
        self._programme = programme
        self._crowd: list[Someone] = crowd(programme, start, lots)
        self._lives: dict[str, Life] = {one.key: Life(self._world, one) for one in self._crowd}

    def to_the_end(self) -> Rehearsal:
        world = self._world
        try:
            world.opens(self._programme)
            for life in self._lives.values():
                life.lives(_end(world.programme, self._start))
            self._plays()
        finally:
            world.house.close()
        return Rehearsal(
            self._seed,
            self._start,
            world.now,
            tuple(world.versions),
            world.players(self._crowd),
            tuple(world.messages),
            tuple(world.done),
            tuple(world.wishes),
            tuple(world.snoozes),
        )

    def _plays(self) -> None:
        world, house = self._world, self._world.house
        for _ in range(MOST_INSTANTS):
            if world.now > _end(world.programme, self._start):
                return
            world.acts()
            self._looks()
            found = [at for at in (self._agenda.next(), world.next_deed()) if at is not None]
            if not found:
                return
            house.move_to(min(found))
        raise RuntimeError("the rehearsal does not come to an end")

    def _looks(self) -> None:
        """Let the house do what is due by now."""
        world, agenda = self._world, self._agenda
        is_everybodys = agenda.is_for_all
        if agenda.is_due(world.acted, world.stirred) or world.is_changed:
            world.house.beats()
            agenda.is_served(is_changed=world.is_changed or is_everybodys)

    def _arrives(self, what: Delivery) -> None:
        if what.key in self._lives:
            self._lives[what.key].hears(what)


def _start(programme: ProgrammeFile) -> datetime | None:
    """Nine on a Monday, some weeks before the first samling; None where nothing has a time."""
    timed = [
        (at, first_day(one.when) is not None)
        for one in samlinger(programme) or programme.milestone
        if (at := begins_at(programme, one)) is not None
    ]
    if not timed:
        return None
    first, is_day = min(timed)
    day = (first - (AHEAD if is_day else AHEAD_OF_A_MONTH)).astimezone(zone(programme))
    monday = day - timedelta(days=day.weekday())
    return monday.replace(hour=9, minute=0, second=0, microsecond=0).astimezone(UTC)


def _end(programme: ProgrammeFile, start: datetime) -> datetime:
    over = [at for one in programme.milestone if (at := over_at(programme, one)) is not None]
    return max([*over, start]) + AFTERWARDS
