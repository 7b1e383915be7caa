"""A programme, its teams, the people in it, and where they are reached."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Role = Literal["participant", "facilitator", "organiser", "observer"]


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A programme as it stands: the JSON of its file, and how many times it was applied."""

    id: str
    version: int
    body: str


@dataclass(frozen=True, slots=True)
class Team:
    """A team's place in a programme; its name stands in the programme's file."""

    programme: str
    id: str
    generation: int
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True)
class Person:
    """Someone we talk with; ``name`` and ``language`` are None until they are told."""

    id: str
    name: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class AddressRow:
    """Where a person is reached, and since when they cannot be."""

    door: str
    key: str
    person: str
    unreachable_since: datetime | None


@dataclass(frozen=True, slots=True)
class Membership:
    """What a person is in a programme; ``job`` is their function in the team, if they told it."""

    person: str
    programme: str
    role: Role
    team: str | None
    job: str | None
    joined_at: datetime


@dataclass(frozen=True, slots=True)
class Invitation:
    """A single-use code for an organiser or a facilitator, known by its hash alone."""

    hash: str
    programme: str
    role: Role
    expires_at: datetime
    used_at: datetime | None
