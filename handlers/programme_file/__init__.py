"""Programme files: what an organiser writes, read, checked, kept and compared."""

from handlers.programme_file.changes import Change, changes
from handlers.programme_file.complaint import Complaint, ProgrammeErrors
from handlers.programme_file.course import (
    help_keys,
    is_for_individuals,
    milestone,
    reflection_closes,
    reflection_opens,
    report_due,
    reports_due,
    samlinger,
    sign_up_due,
    sign_up_is_binding,
    steps,
    takes,
)
from handlers.programme_file.fields import Offset
from handlers.programme_file.gathering import Gathering, SignUp, Step
from handlers.programme_file.json_schema import json_schema
from handlers.programme_file.phrases import Refused
from handlers.programme_file.question import Option, Question
from handlers.programme_file.read import read_programme
from handlers.programme_file.schema import Milestone, ProgrammeFile, Team
from handlers.programme_file.span import (
    begins_at,
    ends_at,
    first_day,
    instant,
    last_day,
    last_second,
    on_days,
    over_at,
    starts_at,
    yearly_next,
    zone,
)
from handlers.programme_file.store import dump, load
from handlers.programme_file.when import read_when, write_when

__all__ = [
    "Change",
    "Complaint",
    "Gathering",
    "Milestone",
    "Offset",
    "Option",
    "ProgrammeErrors",
    "ProgrammeFile",
    "Question",
    "Refused",
    "SignUp",
    "Step",
    "Team",
    "begins_at",
    "changes",
    "dump",
    "ends_at",
    "first_day",
    "help_keys",
    "instant",
    "is_for_individuals",
    "json_schema",
    "last_day",
    "last_second",
    "load",
    "milestone",
    "on_days",
    "over_at",
    "read_programme",
    "read_when",
    "reflection_closes",
    "reflection_opens",
    "report_due",
    "reports_due",
    "samlinger",
    "sign_up_due",
    "sign_up_is_binding",
    "starts_at",
    "steps",
    "takes",
    "write_when",
    "yearly_next",
    "zone",
]
