"""A summary as values: what was delivered, who asks for help, and what may be read of reflections.

Names, questions and answers stand in the programme's language, as plain text.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

State = Literal["delivered", "late", "begun", "missing"]


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

    ``name`` is None for someone who was erased. ``owes`` is false for what was withdrawn since.
    ``unreached`` counts the members whom no message reaches. ``cells`` stand as the columns do,
    and are empty without a report. A person counts no members.
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

    @property
    def delivered(self) -> bool:
        return self.state in ("delivered", "late")


@dataclass(frozen=True, slots=True)
class Plea:
    """A party asks for help: the ``question`` nearest to the asking, and their ``words`` there.

    ``before`` is the title of the round in which they asked, if it is not the one shown.
    """

    party: str
    name: str | None
    question: str
    words: str
    before: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """An answer that differs from the party's report before."""

    party: str
    name: str | None
    question: str
    was: str
    now: str


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
    this reader may see, or None for everything.
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
