"""What an organiser's overview shows, as plain texts in the reader's language, ready to render."""

from dataclasses import dataclass
from typing import Literal

from handlers.summary.values import State


@dataclass(frozen=True, slots=True)
class Ask:
    """A party that asks for help: about what (``question``), in which ``words``, and since when.

    Where they left no words (``own_words``), ``words`` say what happened instead.
    """

    party: str
    version: str
    name: str
    question: str
    words: str
    own_words: bool
    since: str
    answered: bool
    status: str


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer of the matrix: in ``short``, and in full where that is more (else empty)."""

    label: str
    short: str
    full: str = ""
    asked_as: str = ""

    @property
    def is_empty(self) -> bool:
        return not self.short


@dataclass(frozen=True, slots=True)
class Heading:
    """A question over the matrix, and how much room its answers want."""

    label: str
    room: Literal["narrow", "usual", "wide"]


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the matrix; ``version`` is another one as soon as anything that it shows is."""

    party: str
    version: str
    name: str
    place: str
    state: State
    status: str
    marks: tuple[str, ...]
    asks: bool
    cells: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A measure: its ``state`` in words (with the one before, where it moved), and what is told."""

    wording: str
    aim: str
    state: str
    kind: str
    told: str


@dataclass(frozen=True, slots=True)
class TeamWork:
    """A team's measures: how many in each state, in words, and each of them."""

    party: str
    name: str
    counts: str
    measures: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class News:
    """Something that changed since last time, at somebody's or at several teams' (no ``who``).

    ``about`` is the question that they answer otherwise now, or empty.
    """

    who: str
    about: str
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """How many take part in a team, and how many no message reaches (empty: all are reached)."""

    party: str
    name: str
    members: str
    missed: str


@dataclass(frozen=True, slots=True)
class Said:
    """A question, and what was answered to it."""

    question: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A party, and the answers that others may read."""

    name: str
    answers: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Another round that may be looked at."""

    milestone: str
    title: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """The decision, then what it rests on; what is empty is not shown.

    ``dots`` are the states of all who owe a report, those who have delivered first and nobody
    named. ``spoken`` is the language of what people wrote. ``version`` is another
    one as soon as anything changed but the minute.
    """

    language: str
    spoken: str
    version: str
    programme: str
    name: str
    made: str
    scope: str
    asks: tuple[Ask, ...]
    nobody_asks: str
    round: str
    title: str
    due: str
    delivered: str
    also: str
    dots: tuple[State, ...]
    rounds: tuple[Choice, ...]
    columns: tuple[Heading, ...]
    lines: tuple[Line, ...]
    individuals: bool
    work: tuple[TeamWork, ...]
    news: tuple[News, ...]
    members: str
    missed: str
    places: tuple[Place, ...]
    empty: str
    reflected: str
    hidden: str
    reflections: tuple[Said, ...]
    earlier: tuple[str, ...]
    shared: tuple[Quoted, ...]
