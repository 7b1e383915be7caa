"""What was delivered, and what was reflected."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Sort = Literal["question", "measure", "note", "aim", "help", "score", "evidence", "share"]


@dataclass(frozen=True, slots=True)
class Report:
    """A party's report before a milestone; ``late`` is judged by when it was said.

    One that was withdrawn keeps every version, and is delivered again by sending it anew.
    """

    id: str
    programme: str
    party: str
    milestone: str
    version: int
    delivered_at: datetime
    late: bool
    withdrawn_at: datetime | None

    @property
    def stands(self) -> bool:
        return self.withdrawn_at is None


@dataclass(frozen=True, slots=True)
class ReportVersion:
    """One delivery of a report: when it was said, by whom, and whether on the party's behalf."""

    version: int
    said_at: datetime
    by: str | None
    on_behalf: bool


@dataclass(frozen=True, slots=True)
class ReportAnswer:
    """One answer as delivered, with the wording that it answered; ``sort`` is what it is about.

    A ``measure`` or an ``aim`` has its state as value and its own wording; a ``note`` is the
    sentence about the measure before it. ``share`` lists the keys that others may read.
    """

    key: str
    wording: str
    value: str | None
    shown: str
    sort: Sort = "question"


@dataclass(frozen=True, slots=True)
class Reflection:
    """One reflection as it may be read: the question as it was worded, and the text."""

    milestone: str
    question: str
    wording: str
    shown: str
