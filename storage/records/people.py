"""A programme, its teams, the people in it, and where they are reached."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Role = Literal["participant", "facilitator", "organiser", "observer"]
Duty = Literal["contact", "deputy"]


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
    """What a person is in a programme; ``job`` is their function in the team, if they told it.

    ``duty``: who speaks for a participant's team, and who does when they cannot. ``listed``: an
    organiser has entered them, and they have not come in themselves yet.
    """

    person: str
    programme: str
    role: Role
    team: str | None
    job: str | None
    joined_at: datetime
    duty: Duty | None = None
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Preference:
    """How a person wants to be reminded; None: as the programme says.

    ``hour`` is "HH:MM" on their wall, ``days`` the ISO weekdays that suit them, such as "12345".
    They are let be until the morning of ``paused_until``. ``feed`` is the generation of the
    private link to their calendar.
    """

    person: str
    hour: str | None = None
    days: str | None = None
    paused_until: date | None = None
    feed: int = 1


@dataclass(frozen=True, slots=True)
class Invitation:
    """A single-use code for an organiser or a facilitator, known by its hash alone."""

    hash: str
    programme: str
    role: Role
    expires_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class Pass:
    """A personal link, known by its hash: whom it lets in, once, and until when.

    ``mail`` is the address that opening it proves to be theirs.
    """

    hash: str
    person: str
    mail: str | None
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class Session:
    """A browser that is signed in, known by its token's hash: at which ``key`` of the door «page».

    ``label`` says in a word or two which browser it is.
    """

    hash: str
    key: str
    label: str
    made_at: datetime
    seen_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody sent in of a programme, until they say yes or no.

    ``seen`` is the version that it was compared with (0: none stood), ``body`` JSON.
    """

    person: str
    programme: str
    seen: int
    body: str
    made_at: datetime
