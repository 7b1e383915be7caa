"""A summary as values: what was delivered, who asks for help, and what may be read of reflections.

Names, questions and answers stand in the programme's language, as plain text.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from storage.records import MeasureState

State = Literal["delivered", "late", "begun", "missing", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Round:
    """A report round: the milestone that the report comes before, and its day of deadline."""

    milestone: str
    title: str
    due: date | None


@dataclass(frozen=True, slots=True)
class Column:
    """A question of the matrix."""

    key: str
    wording: str


@dataclass(frozen=True, slots=True)
class Cell:
    """An answer; ``shown`` is empty if it was skipped or never asked.

    ``wording`` is the question as it was answered, where that differs from the column's.
    """

    shown: str
    wording: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A team, or in a programme without teams a person who has delivered.

    ``name`` is None for someone who was erased. ``owes`` is false for a team that was withdrawn.
    ``unreached`` counts the members whom no message reaches. ``cells`` stand as the columns do,
    and are empty without a report that stands. A person counts no members. ``on_behalf``: an
    organiser delivered it for them.
    """

    party: str
    name: str | None
    municipality: str | None
    state: State
    owes: bool
    telegram: bool
    members: int
    unreached: int
    delivered_on: date | None
    version: int
    cells: tuple[Cell, ...]
    on_behalf: bool = False

    @property
    def delivered(self) -> bool:
        return self.state in ("delivered", "late")


@dataclass(frozen=True, slots=True)
class Plea:
    """A party asks for help: the ``question`` nearest to the asking, and their ``words`` there.

    ``before`` is the title of the round in which they asked, if it is not the one shown. What was
    asked outside a report has a day (``asked_on``), and no words: they are not kept.
    ``answered_on`` is the day on which somebody last answered; None: they wait.
    """

    party: str
    name: str | None
    question: str
    words: str
    before: str | None
    asked_on: date | None = None
    answered_on: date | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """An answer that differs from the party's report before."""

    party: str
    name: str | None
    question: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Work:
    """A measure of a team, towards an ``aim`` or none: its state, and the one reported before.

    ``now`` is what the report of the round says; where it says nothing yet and the round is the
    current one, what the team has put down since. ``responsible`` is a function, never a name.
    """

    party: str
    name: str | None
    aim: str | None
    measure: str
    now: MeasureState | None
    before: MeasureState | None
    note: str | None
    due: date | None
    responsible: str | None


@dataclass(frozen=True, slots=True)
class Move:
    """How many measures, in how many teams, went from one state to another since last time."""

    was: MeasureState
    now: MeasureState
    measures: int
    teams: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A team and its facilitator place it a whole step or more apart, and the team knows."""

    party: str
    name: str | None
    own: str
    facilitator: str


@dataclass(frozen=True, slots=True)
class Shared:
    """An answer that a party lets the others read."""

    party: str
    name: str | None
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """What people answered to one question, in an order that says nothing."""

    question: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reflected:
    """The reflections on a samling; while ``hidden``, the unsigned ones are left out: too few."""

    milestone: str
    title: str
    answered: int
    hidden: bool
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """Where a programme stands at ``generated`` (aware, UTC).

    ``timezone`` is the programme's. ``round`` is None without reports; ``others`` are the rounds
    that may be looked at instead.
    ``expected`` counts the parties that owe a report, ``delivered`` and ``begun`` those of them
    that have; ``members`` and ``unreached`` count participants. ``team`` is the one team that
    this reader may see, or None for everything. ``pleas`` that wait come before those that were
    answered. ``work`` has a team's measures together, and nothing where people take part alone.
    """

    programme: str
    name: str
    generated: datetime
    timezone: str
    individuals: bool
    team: str | None
    round: Round | None
    others: tuple[Round, ...]
    expected: int
    delivered: int
    begun: int
    members: int
    unreached: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    pleas: tuple[Plea, ...]
    changes: tuple[Change, ...]
    reflections: tuple[Reflected, ...]
    work: tuple[Work, ...] = ()
    moves: tuple[Move, ...] = ()
    gaps: tuple[Gap, ...] = ()
    shared: tuple[Shared, ...] = ()
