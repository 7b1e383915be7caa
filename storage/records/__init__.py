"""What storage hands out: frozen records, each a row as the rest of the house may see it."""

from storage.records.drafts import AnswerRow, AnswerState, Draft, Offer, Seat
from storage.records.gatherings import Notice, Presence, PresenceState, SignUp, SignUpAnswer
from storage.records.people import (
    AddressRow,
    Duty,
    Invitation,
    Membership,
    Person,
    Preference,
    ProgrammeRow,
    Role,
    Team,
)
from storage.records.post import Broadcast, File, InboxRow, OutboxRow, Push, PushPart, Task, Verb
from storage.records.reports import Reflection, Report, ReportAnswer, ReportVersion, Sort
from storage.records.work import Aim, AimState, Assessment, Measure, MeasureState, Plea, WorkChange

__all__ = [
    "AddressRow",
    "Aim",
    "AimState",
    "AnswerRow",
    "AnswerState",
    "Assessment",
    "Broadcast",
    "Draft",
    "Duty",
    "File",
    "InboxRow",
    "Invitation",
    "Measure",
    "MeasureState",
    "Membership",
    "Notice",
    "Offer",
    "OutboxRow",
    "Person",
    "Plea",
    "Preference",
    "Presence",
    "PresenceState",
    "ProgrammeRow",
    "Push",
    "PushPart",
    "Reflection",
    "Report",
    "ReportAnswer",
    "ReportVersion",
    "Role",
    "Seat",
    "SignUp",
    "SignUpAnswer",
    "Sort",
    "Task",
    "Team",
    "Verb",
    "WorkChange",
]
