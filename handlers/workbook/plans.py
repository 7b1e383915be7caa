"""The sheets of a workbook, in the order in which people meet them."""

from handlers.workbook.milestone_plan import AGENDA, MILESTONES
from handlers.workbook.people_plan import CONTACTS, GROUPS, PEOPLE, TEAMS
from handlers.workbook.programme_plan import PROGRAMME
from handlers.workbook.question_plan import QUESTIONS
from handlers.workbook.settings_plan import SETTINGS

PLANS = (PROGRAMME, MILESTONES, AGENDA, TEAMS, PEOPLE, QUESTIONS, CONTACTS, GROUPS, SETTINGS)
