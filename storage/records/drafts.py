"""What people fill in, what they have answered, and where they sit."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

AnswerState = Literal["open", "given", "skipped"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A form that a party (``team:…`` or ``person:…``) is filling in, about one thing."""

    id: str
    programme: str
    version: int
    form: str
    party: str
    about: str
    state: Literal["open", "finished"]
    started_by: str | None
    started_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer of a draft, with the revision that compare-and-swap goes by."""

    draft: str
    key: str
    state: AnswerState
    value: str | None
    revision: int
    by: str | None
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Offer:
    """What someone wrote while another answered: kept until they choose."""

    id: str
    draft: str
    question: str
    value: str
    by: str | None
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Seat:
    """Where someone sits: their programme, the draft in focus, and what they were last shown.

    ``question`` and ``revision`` are what was shown; ``waiting`` names a command that waits for
    a typed answer outside a form.
    """

    door: str
    key: str
    speaker: str
    programme: str | None
    draft: str | None
    question: str | None
    revision: int | None
    waiting: str | None
