"""The sheets of who takes part and whom to ask: teams, people, contacts, groups."""

from handlers.workbook.cells import Choice, Line, Ref, Text, YesNo
from handlers.workbook.many import Texts
from handlers.workbook.own_id import own_id
from handlers.workbook.plan import Field, Plan
from handlers.workbook.vocabulary import DUTIES, LANGUAGE_WORDS, ROLES, YES_NO

TEAMS = Plan(
    "team",
    lambda t: t.say("Teams"),
    (
        Field(
            ("name",),
            Text(),
            lambda t: t.say("Team"),
            lambda t: t.say("The name of the team."),
            30,
        ),
        Field(
            ("municipality",),
            Line(),
            lambda t: t.say("Municipality"),
            lambda t: t.say("May be left empty."),
            18,
        ),
        Field(
            ("contact",),
            Line(),
            lambda t: t.say("Contact person"),
            lambda t: t.say("A name. Is reminded of the report first."),
            22,
        ),
        Field(
            ("deputy",),
            Line(),
            lambda t: t.say("Deputy"),
            lambda t: t.say("A name. Is reminded together with the contact person."),
            22,
        ),
        Field(
            ("facilitator",),
            Line(),
            lambda t: t.say("Facilitator"),
            lambda t: t.say("The name of the one who helps the team first."),
            22,
        ),
        Field(
            ("aims",),
            Texts(),
            lambda t: t.say("Aims given by the programme"),
            lambda t: t.say("One a line. The team sets others itself."),
            34,
        ),
        Field(
            ("functions",),
            Texts(),
            lambda t: t.say("Functions of its own"),
            lambda t: t.say("Only where they are others than those of all teams. One a line."),
            22,
        ),
        Field(
            ("telegram",),
            YesNo(),
            lambda t: t.say("May use Telegram"),
            lambda t: t.say("No: the organiser files for the team, or it uses the browser."),
            12,
            choices=YES_NO,
        ),
        Field(
            ("language",),
            Choice(LANGUAGE_WORDS),
            lambda t: t.say("Language of the team"),
            lambda t: t.say("Empty: as the programme."),
            12,
            choices=LANGUAGE_WORDS,
        ),
        Field(
            ("withdrawn",),
            YesNo(quiet=True),
            lambda t: t.say("Withdrawn"),
            lambda t: t.say("Yes: the team takes no part any more. What it delivered stays."),
            12,
            choices=YES_NO,
        ),
        own_id(),
    ),
)

PEOPLE = Plan(
    "people",
    lambda t: t.say("People"),
    (
        Field(
            ("name",),
            Line(),
            lambda t: t.say("Name"),
            lambda t: t.say("Never a national identity number, neither here nor elsewhere."),
            26,
        ),
        Field(
            ("role",),
            Choice(ROLES),
            lambda t: t.say("Role"),
            lambda t: t.say("Choose from the list. Empty: participant."),
            14,
            choices=ROLES,
        ),
        Field(
            ("team",),
            Ref("team"),
            lambda t: t.say("Team"),
            lambda t: t.say("The name of the team, as in the sheet with the teams."),
            30,
            refers="team",
        ),
        Field(
            ("mail",),
            Line(),
            lambda t: t.say("E-mail"),
            lambda t: t.say("For the invitation, and for who has no Telegram. May be left empty."),
            34,
        ),
        Field(
            ("job",),
            Line(),
            lambda t: t.say("Function"),
            lambda t: t.say("What the person is in the team. May be left empty."),
            22,
        ),
        Field(
            ("duty",),
            Choice(DUTIES),
            lambda t: t.say("Speaks for the team"),
            lambda t: t.say("At most one contact person and one deputy a team."),
            18,
            choices=DUTIES,
        ),
    ),
)

CONTACTS = Plan(
    "contact",
    lambda t: t.say("Contacts"),
    (
        Field(
            ("role",),
            Text(),
            lambda t: t.say("Contact for"),
            lambda t: t.say("Such as project leader, or practical matters."),
            26,
        ),
        Field(
            ("name",),
            Line(),
            lambda t: t.say("Name"),
            lambda t: t.say("May be left empty."),
            26,
        ),
        Field(
            ("reach",),
            Text(),
            lambda t: t.say("E-mail and telephone"),
            lambda t: t.say("As people will see it."),
            40,
        ),
        Field(
            ("about",),
            Text(),
            lambda t: t.say("Ask about"),
            lambda t: t.say("What one may ask this person."),
            40,
        ),
    ),
)

GROUPS = Plan(
    "group",
    lambda t: t.say("Groups"),
    (
        Field(
            ("name",),
            Text(),
            lambda t: t.say("Group"),
            lambda t: t.say("Such as steering group. This sheet may be empty."),
            30,
        ),
        Field(
            ("members",),
            Texts(),
            lambda t: t.say("Members"),
            lambda t: t.say("One a line."),
            50,
        ),
        Field(
            ("note",),
            Text(),
            lambda t: t.say("Note"),
            lambda t: t.say("What else people should know."),
            40,
        ),
    ),
)
