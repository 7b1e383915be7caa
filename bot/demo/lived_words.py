"""What made-up people in a demo have tried, learnt and taken with them, as people write it."""

from dataclasses import dataclass

from storage.records import AimState, MeasureState


@dataclass(frozen=True, slots=True)
class Tried:
    """A measure: its aim's place (from 0), how it stood each time it was told, and why it is slow.

    The third state is what became of it after the last report, where that is told between reports.
    """

    wording: str
    aim: int
    states: tuple[MeasureState, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Sought:
    """An aim, and how far it was reached each time it was told."""

    wording: str
    states: tuple[AimState, ...]


@dataclass(frozen=True, slots=True)
class TeamWords:
    """What one team works with; ``learnt`` is told one a report, ``helped`` answers ``wanted``."""

    aims: tuple[Sought, ...]
    tried: tuple[Tried, ...]
    learnt: tuple[str, ...]
    step: int
    rooted: int  # the place of an option, from 0
    hindered: tuple[int, ...]
    many: int
    wanted: str = ""
    helped: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The teams' words, dealt out in the file's order, and what people take with them."""

    teams: tuple[TeamWords, ...]
    taken: tuple[tuple[str, ...], ...]  # one group a samling
    better: tuple[str, ...]
