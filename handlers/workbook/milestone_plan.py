"""The sheets «Samlinger og frister» and «Dagsplan»: what the programme moves towards."""

from handlers.workbook.cells import Choice, Line, Ref, Text, YesNo
from handlers.workbook.many import Choices, Refs, Texts
from handlers.workbook.own_id import own_id
from handlers.workbook.plan import Field, Plan
from handlers.workbook.times import Day, Whens
from handlers.workbook.vocabulary import KINDS, MODES, STEPS, YES_NO

MILESTONES = Plan(
    "milestone",
    lambda t: t.say("Gatherings and deadlines"),
    (
        Field(
            ("title",),
            Text(),
            lambda t: t.say("Title"),
            lambda t: t.say("What people will see."),
            30,
        ),
        Field(
            ("kind",),
            Choice(KINDS),
            lambda t: t.say("Kind"),
            lambda t: t.say("Choose from the list."),
            12,
            choices=KINDS,
        ),
        Field(
            ("when",),
            Whens(),
            lambda t: t.say("Start"),
            lambda t: t.say("Day and time: 14.01.2027 12:00. The day alone will do."),
            19,
        ),
        Field(
            ("place",),
            Text(),
            lambda t: t.say("Place"),
            lambda t: t.say("Where people meet."),
            18,
        ),
        Field(
            ("mode",),
            Choice(MODES),
            lambda t: t.say("How people meet"),
            lambda t: t.say("Choose from the list."),
            14,
            choices=MODES,
        ),
        Field(
            ("link",),
            Line(),
            lambda t: t.say("Link"),
            lambda t: t.say("To the online meeting. The whole address, from https://."),
            36,
        ),
        Field(
            ("themes",),
            Texts(),
            lambda t: t.say("Themes"),
            lambda t: t.say("One a line (Alt+Enter)."),
            34,
        ),
        Field(
            ("homework",),
            Text(),
            lambda t: t.say("Until next time"),
            lambda t: t.say("What the teams do at home afterwards."),
            34,
        ),
        Field(
            ("materials",),
            Texts(),
            lambda t: t.say("Materials"),
            lambda t: t.say("One a line."),
            26,
        ),
        Field(
            ("responsible",),
            Texts(),
            lambda t: t.say("Responsible"),
            lambda t: t.say("Who holds it. One a line."),
            20,
        ),
        Field(
            ("note",),
            Text(),
            lambda t: t.say("Note"),
            lambda t: t.say("What else people should know."),
            26,
        ),
        Field(
            ("report_by",),
            Day(),
            lambda t: t.say("Own deadline of the report"),
            lambda t: t.say("Only where it is another than the usual."),
            14,
        ),
        Field(
            ("sign_up_by",),
            Day(),
            lambda t: t.say("Own sign-up deadline"),
            lambda t: t.say("Only where it is another than the usual."),
            14,
        ),
        Field(
            ("binding",),
            YesNo(),
            lambda t: t.say("Binding"),
            lambda t: t.say("A deadline, or the sign-up to a gathering. Empty: as usual."),
            12,
            choices=YES_NO,
        ),
        Field(
            ("concerns", "teams"),
            Refs("team"),
            lambda t: t.say("Only for the teams"),
            lambda t: t.say("Empty: for everybody. Else names of teams, one a line."),
            20,
        ),
        Field(
            ("concerns", "functions"),
            Texts(),
            lambda t: t.say("Only for the functions"),
            lambda t: t.say("Empty: for everybody. Else functions, one a line."),
            20,
        ),
        Field(
            ("without",),
            Choices(STEPS),
            lambda t: t.say("Leave out"),
            lambda t: t.say(
                "What is not done around this gathering: hold the date, sign-up, practicalities, "
                "who is there, thanks afterwards. A comma between."
            ),
            22,
        ),
        Field(
            ("cancelled",),
            YesNo(quiet=True),
            lambda t: t.say("Cancelled"),
            lambda t: t.say("Yes: it is not held."),
            10,
            choices=YES_NO,
        ),
        own_id(),
    ),
)

AGENDA = Plan(
    "agenda",
    lambda t: t.say("Agenda"),
    (
        Field(
            ("milestone",),
            Ref("milestone"),
            lambda t: t.say("Gathering"),
            lambda t: t.say("Its title, as in the sheet with the gatherings."),
            30,
            refers="milestone",
        ),
        Field(
            ("at",),
            Whens(),
            lambda t: t.say("From"),
            lambda t: t.say("Day and time: 14.01.2027 12:00."),
            19,
        ),
        Field(
            ("what",),
            Text(),
            lambda t: t.say("What"),
            lambda t: t.say("The point of the agenda."),
            50,
        ),
        Field(
            ("who",),
            Text(),
            lambda t: t.say("Who"),
            lambda t: t.say("Who holds it. May be left empty."),
            26,
        ),
    ),
)
