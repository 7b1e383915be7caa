"""Around a samling: who comes, who was there, and what changed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

SignUpAnswer = Literal["coming", "not-coming", "substitute", "unsure"]
PresenceState = Literal["here", "absent"]


@dataclass(frozen=True, slots=True)
class SignUp:
    """Whether a person comes to a samling; the last four are None where they were not asked.

    ``asked_for`` are the days on which the samling was to be as they answered, "first/last": a day
    that moved since is asked about anew. ``days`` are ISO dates with commas between.
    """

    programme: str
    milestone: str
    person: str
    answer: SignUpAnswer
    asked_for: str
    days: str
    lunch: bool | None
    dinner: bool | None
    overnight: bool | None
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Presence:
    """Whether a person was at a samling, in their own words."""

    programme: str
    milestone: str
    person: str
    state: PresenceState
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Notice:
    """A change to a milestone that is told once, from ``not_before`` on.

    ``was`` is JSON: how it stood when people last knew. ``told_to`` is the last person id served.
    """

    id: str
    programme: str
    milestone: str
    was: str
    made_at: datetime
    not_before: datetime
    by: str | None
    state: Literal["waiting", "telling", "told", "dropped"]
    told_to: str
    told_at: datetime | None
