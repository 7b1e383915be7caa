"""What comes in and goes out: messages, files, pushes, tasks."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Verb = Literal["send", "edit", "delete", "react", "menu"]


@dataclass(frozen=True, slots=True)
class Broadcast:
    """A message to many: ``audience`` is a word such as ``all`` or ``mine``."""

    id: str
    programme: str
    by: str | None
    audience: str
    text: str
    file: str | None
    state: Literal["draft", "sending", "done", "stopped", "dropped"]
    created_at: datetime
    confirmed_at: datetime | None
    counted: str


@dataclass(frozen=True, slots=True)
class File:
    """A file by the hash of its content (None until it has been fetched); size in bytes.

    ``source`` and ``ref`` say where a door can fetch it.
    """

    id: str
    hash: str | None
    name: str
    mime: str
    size: int
    source: str | None
    ref: str | None


@dataclass(frozen=True, slots=True)
class InboxRow:
    """An update as it came in, screened; ``screened`` counts what was taken out."""

    position: int
    source: str
    update_id: str
    payload: str | None
    screened: int
    received_at: datetime
    state: Literal["new", "settled", "parked"]
    tries: int
    door: str | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A message that is owed, or what became of it."""

    position: int
    door: str
    key: str
    priority: int
    verb: Verb
    text: str
    buttons: str
    file: str | None
    language: str
    silent: bool
    dedupe_key: str
    about: str
    target_row: int | None
    target_message: str | None
    push: str | None
    fleeting: bool
    state: Literal["waiting", "sending", "sent", "moot", "stale", "failed"]
    reason: str | None
    message: str | None
    tries: int
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Push:
    """What is said unasked to one person on one of their days."""

    id: str
    person: str
    local_date: date
    made_at: datetime


@dataclass(frozen=True, slots=True)
class PushPart:
    """One thing in a push; ``spoken`` is false where a nearer one speaks for it.

    ``snoozed_until``: the person asked to hear of it again on that day of theirs. ``day`` is the
    one that it was about as they were told.
    """

    person: str
    programme: str
    kind: str
    milestone: str
    occasion: str
    push: str
    spoken: bool
    state: Literal["owed", "told", "moot"]
    snoozed_until: date | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class HeardPart:
    """One thing that a person was told, on a day of theirs, and of which day it was."""

    programme: str
    kind: str
    milestone: str
    occasion: str
    snoozed_until: date | None
    day: date | None
    local_date: date


@dataclass(frozen=True, slots=True)
class Task:
    """Long work that is due; ``arguments`` is JSON."""

    id: str
    kind: str
    arguments: str
    tries: int
