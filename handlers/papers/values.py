"""What papers are made of, as values: a report with all that it says, and what a team gets back."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date, datetime

from storage.records import MeasureState

Counts = tuple[tuple[MeasureState, int], ...]
"""How many measures stand so, in the order of the states, without those that no measure has."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was asked, and what was answered."""

    asked: str
    answer: str


@dataclass(frozen=True, slots=True)
class PaperMeasure:
    """A measure as delivered; "" for what was not told. ``responsible`` is a function."""

    wording: str
    state: str
    note: str = ""
    due: date | None = None
    responsible: str = ""


@dataclass(frozen=True, slots=True)
class PaperAim:
    """An aim with its measures; ``wording`` is None over those that belong to no aim."""

    wording: str | None
    state: str
    measures: tuple[PaperMeasure, ...]


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """One version of a report, as it goes into a record; moments are local to the programme.

    ``alone``: the party is one person. ``before`` is the milestone in short («samling 3»),
    ``title`` its title. ``changed_at`` is when this version was said, None for the first.
    ``shared`` holds the wordings of the answers that other teams may read.
    """

    programme: str
    party: str
    alone: bool
    municipality: str
    before: str
    title: str
    due: date | None
    delivered_at: datetime
    changed_at: datetime | None
    version: int
    late: bool
    on_behalf: bool
    withdrawn_at: datetime | None
    aims: tuple[PaperAim, ...]
    answers: tuple[Said, ...]
    help: tuple[Said, ...]
    score: tuple[Said, ...]
    shared: tuple[str, ...]
    attachments: tuple[str, ...]
    language: str

    @property
    def dated(self) -> datetime:
        """When this version was said."""
        return self.changed_at or self.delivered_at

    @property
    def fingerprint(self) -> str:
        """SHA-256, in hex, of every value here as JSON: two papers with the same say the same."""
        values = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False, default=_as_text)
        return hashlib.sha256(values.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Moved:
    """A measure now against last time; ``last`` is None for one that was not told then."""

    wording: str
    last: MeasureState | None
    now: MeasureState


@dataclass(frozen=True, slots=True)
class Shared:
    """An answer that another team lets others read; ``team`` is "" where it is one person's."""

    team: str
    asked: str
    words: str


@dataclass(frozen=True, slots=True)
class Back:
    """What a party gets back for its report before the milestone ``title``.

    ``party`` is the team's name, and "" for one person: no person is named here.
    ``last`` is None the first time. ``finished`` are the measures and ``reached`` the aims that
    came so far since then. ``delivered`` of ``expected`` parties have delivered this round.
    ``network`` is None while a single team could be read out of it.
    """

    party: str
    title: str
    measures: tuple[Moved, ...]
    last: Counts | None
    now: Counts
    finished: tuple[str, ...]
    reached: tuple[str, ...]
    delivered: int
    expected: int
    individuals: bool
    network: Counts | None
    shared: tuple[Shared, ...]


def _as_text(value: object) -> str:
    match value:
        case date():  # a datetime is one too
            return value.isoformat()
        case _:
            raise TypeError(type(value).__name__)
