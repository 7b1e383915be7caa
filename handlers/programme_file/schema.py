"""The whole schema of a programme file, one class for each of its tables."""

from typing import Annotated, Literal

from pydantic import Field, StrictBool, StrictInt

from handlers.programme_file.fields import (
    Clock,
    Count,
    Day,
    DaysAround,
    DaySpan,
    Id,
    Line,
    Link,
    Table,
    Time,
    Zone,
)
from handlers.programme_file.gathering import Gathering, Step
from handlers.programme_file.question import Question
from handlers.programme_file.score import ScoreLabels
from handlers.programme_file.text import Text

Language = Literal["nb", "nn", "en"]
Texts = tuple[Text, ...]
Week = Annotated[StrictInt, Field(ge=1, le=53)]
Months = Annotated[StrictInt, Field(ge=1, le=24)]


class Privacy(Table):
    """What people are told on their data; needed before going live, in the controller's words."""

    controller: Text
    contact: Text
    ground: Text
    officer: Text | None = None
    retention: Text | None = None


class Contact(Table):
    """Whom to ring or write to, and about what."""

    role: Text
    name: Line | None = None
    reach: Text | None = None
    about: Text | None = None


class Group(Table):
    """A group beside the teams: a steering group, a reference group."""

    name: Text
    members: Texts = ()
    note: Text | None = None


class Size(Table):
    """How many a team has: outside it, ``should`` warns and ``must`` refuses."""

    min: Count
    max: Count
    rule: Literal["should", "must"] = "should"


class Teams(Table):
    """What holds for every team; without it and without a team, people take part alone."""

    size: Size | None = None
    functions: Texts = ()


class Team(Table):
    """One team. ``aims`` are given to it by the programme; ``telegram`` false: it has none.

    ``facilitator`` is the name of the one who helps it first.
    """

    id: Id
    name: Text
    municipality: Line | None = None
    language: Language | None = None
    contact: Line | None = None
    deputy: Line | None = None
    facilitator: Line | None = None
    functions: Texts = ()
    aims: Texts = ()
    telegram: StrictBool = True
    withdrawn: StrictBool = False


class AgendaItem(Table):
    """A point of the agenda; a wall-clock moment, a span, a day, or no time."""

    at: Time = Field(default="", validate_default=True)
    what: Text
    who: Text | None = None


class Concerns(Table):
    """Whom a milestone concerns: these teams, and in them these functions; left out: everybody.

    Who never told their function is concerned. Those who lead the programme always are.
    """

    teams: tuple[Id, ...] = ()
    functions: Texts = ()


class Milestone(Table):
    """What the programme moves towards.

    ``binding``: of a samling it is the sign-up that binds. ``cancelled``: it is not held, and
    nothing hangs on it any longer. ``without`` names the steps of [samling] that this one leaves
    out; ``sign_up_by`` and ``report_by`` are its own deadlines.
    """

    id: Id
    kind: Literal["samling", "modul", "fase", "frist"]
    title: Text
    when: Time = Field(default="", validate_default=True)
    place: Text | None = None
    mode: Literal["physical", "digital", "hybrid"] | None = None
    link: Link | None = None
    themes: Texts = ()
    homework: Text | None = None
    materials: Texts = ()
    agenda: tuple[AgendaItem, ...] = ()
    responsible: Texts = ()
    binding: StrictBool | None = None
    note: Text | None = None
    cancelled: StrictBool = False
    concerns: Concerns | None = None
    without: tuple[Step, ...] = ()
    sign_up_by: Day | None = None
    report_by: Day | None = None


class Score(Table):
    """How far a party has come, from 0.5 to 5.0; ``labels`` say otherwise what a step means."""

    labels: ScoreLabels = ()


class Report(Table):
    """The report of each party. ``before``: None is every samling but the first.

    ``attachments``: pictures and documents are kept with the report.
    """

    days_before: Annotated[Count, Field(description="The deadline: days before the milestone.")]
    before: tuple[Id, ...] | None = None
    measures: StrictBool = False
    attachments: StrictBool = False
    score: Score | None = None
    question: tuple[Question, ...] = ()


class Reflection(Table):
    """What each person is asked after a samling; ``open_days`` is how long it stays open."""

    open_days: Count = 7
    anonymous: StrictBool = True
    question: tuple[Question, ...] = ()


class Quiet(Table):
    """Hours without a push, in the programme's zone; usually past midnight."""

    from_: Clock = Field(alias="from")
    to: Clock


class Off(Table):
    """Days on which people are let be, besides weekends and public holidays.

    The weeks before Easter and between Christmas and New Year, the single working days between
    days off (inneklemte dager), and the common holiday (fellesferie): whole ISO weeks.
    """

    christmas: StrictBool = True
    easter: StrictBool = True
    squeezed: StrictBool = False
    common_holiday: tuple[Week, ...] = (28, 29, 30)


class Reminders(Table):
    """When people are reminded; every key has a default."""

    hour: Clock = Field(default="13:30", validate_default=True)
    quiet: Quiet = Field(default={"from": "15:00", "to": "09:00"}, validate_default=True)
    samling_days_before: DaysAround = Field(default=(14, 2), validate_default=True)
    module_days_before: DaysAround = Field(default=(7,), validate_default=True)
    deadline_days_before: DaysAround = Field(default=(14, 2), validate_default=True)
    report_days_before: DaysAround = Field(default=(7, 1), validate_default=True)
    report_days_after: DaysAround = Field(default=("2 working days",), validate_default=True)
    call_days_after: DaysAround = Field(default=("4 working days",), validate_default=True)
    date_months_before: tuple[Months, ...] = (6, 3)
    off: Off = Off()
    pauses: tuple[DaySpan, ...] = ()


class ProgrammeFile(Table):
    """An organiser's programme, as its file says it."""

    schema_: Literal[1] = Field(alias="schema")
    id: Id
    name: Text
    language: Language = "nb"
    timezone: Zone = "Europe/Oslo"
    organisers: Texts = ()
    subject_to_change: StrictBool = False
    purpose: Text | None = None
    note: Text | None = None
    privacy: Privacy | None = None
    contact: tuple[Contact, ...] = ()
    group: tuple[Group, ...] = ()
    teams: Teams | None = None
    team: tuple[Team, ...] = ()
    milestone: tuple[Milestone, ...] = ()
    report: Report | None = None
    reflection: Reflection | None = None
    samling: Gathering | None = None
    reminders: Reminders = Reminders()
