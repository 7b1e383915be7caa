"""Programme files: what an organiser writes, read, checked, kept and compared."""

from handlers.programme_file.changes import Change, changes
from handlers.programme_file.complaint import Complaint, ProgrammeErrors
from handlers.programme_file.course import (
    ends_at,
    first_day,
    help_keys,
    instant,
    is_for_individuals,
    last_day,
    milestone,
    reflection_closes,
    reflection_opens,
    report_due,
    reports_due,
    samlinger,
    starts_at,
    steps,
    zone,
)
from handlers.programme_file.json_schema import json_schema
from handlers.programme_file.phrases import Refused
from handlers.programme_file.question import Option, Question
from handlers.programme_file.read import read_programme
from handlers.programme_file.schema import Milestone, ProgrammeFile, Team
from handlers.programme_file.store import dump, load
from handlers.programme_file.when import read_when, write_when

__all__ = [
    "Change",
    "Complaint",
    "Milestone",
    "Option",
    "ProgrammeErrors",
    "ProgrammeFile",
    "Question",
    "Refused",
    "Team",
    "changes",
    "dump",
    "ends_at",
    "first_day",
    "help_keys",
    "instant",
    "is_for_individuals",
    "json_schema",
    "last_day",
    "load",
    "milestone",
    "read_programme",
    "read_when",
    "reflection_closes",
    "reflection_opens",
    "report_due",
    "reports_due",
    "samlinger",
    "starts_at",
    "steps",
    "write_when",
    "zone",
]
