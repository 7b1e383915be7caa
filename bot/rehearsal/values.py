"""What a rehearsal leaves behind: who was there, what they got and did, and how the file stood."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from handlers.programme_file import ProgrammeFile
from storage.records import Role

Cause = Literal["push", "day", "notice", "colleague", "answer", "file"]
"""Why a message went out: a reminder, a samling's own day, a change, somebody else's deed, or what
the person did. The first four came unasked."""

UNASKED: tuple[Cause, ...] = ("push", "day", "notice", "colleague")
Deed = Literal["delivered", "signed up", "reflected", "was away", "was here"]


@dataclass(frozen=True, slots=True)
class Player:
    """One of the crowd; ``team`` is where they began, None where there are no teams, for leaders.

    ``joined_at`` is aware; None for somebody who never came in.
    """

    number: int
    name: str
    role: Role
    team: str | None
    joined_at: datetime | None


@dataclass(frozen=True, slots=True)
class Part:
    """What a message spoke of; ``offset`` is the reminder's own name for its occasion, or ""."""

    kind: str
    milestone: str
    offset: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """One message that went out: when (aware, UTC), to whom, why, and the text as it reads.

    ``team`` is the one that the person was in then; ``push`` is a reminder's own id.
    """

    at: datetime
    player: int
    team: str | None
    cause: Cause
    text: str
    parts: tuple[Part, ...] = ()
    push: str | None = None
    silent: bool = False
    file: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What somebody did about a milestone; ``team`` is theirs then, and what is theirs together."""

    at: datetime
    player: int
    team: str | None
    deed: Deed
    milestone: str


@dataclass(frozen=True, slots=True)
class Snooze:
    """Somebody put off what a reminder spoke of."""

    at: datetime
    player: int
    push: str


@dataclass(frozen=True, slots=True)
class Wish:
    """From when on somebody wants to be reminded how; None: as the programme says."""

    at: datetime
    player: int
    hour: time | None
    days: str | None
    paused_until: date | None


@dataclass(frozen=True, slots=True)
class Version:
    """How the programme stood from an instant (aware, UTC) on."""

    at: datetime
    programme: ProgrammeFile


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """All of it, each in the order in which it happened."""

    seed: int
    start: datetime
    end: datetime
    versions: tuple[Version, ...]
    players: tuple[Player, ...] = ()
    messages: tuple[Message, ...] = ()
    done: tuple[Done, ...] = ()
    wishes: tuple[Wish, ...] = ()
    snoozes: tuple[Snooze, ...] = ()

    @property
    def programme(self) -> ProgrammeFile:
        """As it stood in the end."""
        return self.versions[-1].programme

    def programme_at(self, moment: datetime) -> ProgrammeFile:
        """As it stood at an instant; a change of that very instant had been made."""
        known = [one for one in self.versions if one.at <= moment]
        return (known or self.versions[:1])[-1].programme
