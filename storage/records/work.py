"""Aims and measures with their history, calls for help, and scores."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

AimState = Literal["not-started", "under-way", "partly", "reached"]


MeasureState = Literal["not-started", "under-way", "slow", "done", "dropped"]


@dataclass(frozen=True, slots=True)
class Aim:
    """What a party works towards (delmål); ``number`` is its own within the party, for good.

    ``state`` is None until it is first told. ``given``: the programme's file sets it. A closed one
    is asked about no more.
    """

    id: str
    programme: str
    party: str
    number: int
    wording: str
    state: AimState | None
    given: bool
    closed_at: datetime | None

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


@dataclass(frozen=True, slots=True)
class Measure:
    """What a party tries (tiltak), perhaps towards an aim; done and dropped ones are closed.

    ``state`` is None until it is first told, and ``note`` the newest sentence about it.
    ``responsible`` is a function, not a name.
    """

    id: str
    programme: str
    party: str
    number: int
    aim: str | None
    wording: str
    state: MeasureState | None
    note: str | None
    due: date | None
    responsible: str | None

    @property
    def is_open(self) -> bool:
        return self.state not in ("done", "dropped")


@dataclass(frozen=True, slots=True)
class WorkChange:
    """One change of an aim or a measure: what of it, from what to what, when and by whom."""

    aim: str | None
    measure: str | None
    what: Literal["added", "wording", "state", "note", "aim", "due", "responsible", "closed"]
    was: str | None
    now: str | None
    at: datetime
    by: str | None


@dataclass(frozen=True, slots=True)
class Plea:
    """A call for help about a milestone's report (or "" for none), and whether it is answered."""

    id: str
    programme: str
    party: str
    about: str
    by: str | None
    raised_at: datetime
    answered_by: str | None
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class Assessment:
    """How far a facilitator thinks a party has come; ``score`` is canonical, such as ``2.5``.

    ``talked_at``: the facilitator says that the party knows, where no message reaches it.
    """

    id: str
    programme: str
    party: str
    milestone: str
    score: str
    by: str | None
    said_at: datetime
    talked_at: datetime | None
