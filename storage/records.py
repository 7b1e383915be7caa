"""What storage hands out: frozen records, each a row as the rest of the house may see it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Role = Literal["participant", "facilitator", "organiser", "observer"]
AnswerState = Literal["open", "given", "skipped"]
Verb = Literal["send", "edit", "delete", "react", "menu"]
MeasureState = Literal["not-started", "under-way", "slow", "done", "dropped"]
AimState = Literal["not-started", "under-way", "partly", "reached"]
Sort = Literal["question", "measure", "note", "aim", "help", "score", "evidence", "share"]


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


@dataclass(frozen=True, slots=True)
class Reflection:
    """One reflection as it may be read: the question as it was worded, and the text."""

    milestone: str
    question: str
    wording: str
    shown: str


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


@dataclass(frozen=True, slots=True)
class Push:
    """What is said unasked to one person on one of their days."""

    id: str
    person: str
    local_date: date
    made_at: datetime


@dataclass(frozen=True, slots=True)
class PushPart:
    """One thing in a push; ``spoken`` is false where a nearer one speaks for it."""

    person: str
    programme: str
    kind: str
    milestone: str
    occasion: str
    push: str
    spoken: bool
    state: Literal["owed", "told", "moot"]


@dataclass(frozen=True, slots=True)
class Task:
    """Long work that is due; ``arguments`` is JSON."""

    id: str
    kind: str
    arguments: str
    tries: int
