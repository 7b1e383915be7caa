"""The sheet «Spørsmål»: what is asked in the report and in the reflection."""

from handlers.workbook.cells import Choice, Line, Number, Text, YesNo
from handlers.workbook.many import Labels, Options
from handlers.workbook.plan import Field, Plan
from handlers.workbook.vocabulary import FORMS, YES_NO
from handlers.workbook.vocabulary import QUESTIONS as KINDS

QUESTIONS = Plan(
    "question",
    lambda t: t.say("Questions"),
    (
        Field(
            ("form",),
            Choice(FORMS),
            lambda t: t.say("Where"),
            lambda t: t.say("The team's report, or each one's reflection."),
            14,
            choices=FORMS,
        ),
        Field(
            ("ask",),
            Text(),
            lambda t: t.say("Question"),
            lambda t: t.say("As people will see it."),
            44,
        ),
        Field(
            ("kind",),
            Choice(KINDS),
            lambda t: t.say("Answer"),
            lambda t: t.say("Choose from the list."),
            14,
            choices=KINDS,
        ),
        Field(
            ("options",),
            Options(),
            lambda t: t.say("Answers to choose"),
            lambda t: t.say("One a line. Of one answer or several answers only."),
            30,
        ),
        Field(
            ("optional",),
            YesNo(quiet=True),
            lambda t: t.say("May be skipped"),
            lambda t: t.say("Yes or no."),
            12,
            choices=YES_NO,
        ),
        Field(
            ("help",),
            YesNo(quiet=True),
            lambda t: t.say("Yes asks for help"),
            lambda t: t.say("Of yes or no only: who helps the team is told at once."),
            14,
            choices=YES_NO,
        ),
        Field(
            ("min",),
            Number(whole=False),
            lambda t: t.say("Lowest"),
            lambda t: t.say("Of a scale or a number."),
            10,
        ),
        Field(
            ("max",),
            Number(whole=False),
            lambda t: t.say("Highest"),
            lambda t: t.say("Of a scale or a number."),
            10,
        ),
        Field(
            ("labels",),
            Labels(),
            lambda t: t.say("What the steps mean"),
            lambda t: t.say("Of a scale. One a line: 1 = just begun."),
            30,
        ),
        Field(
            ("unit",),
            Text(),
            lambda t: t.say("Unit"),
            lambda t: t.say("Of a number, such as people."),
            14,
        ),
        Field(
            ("key",),
            Line(),
            lambda t: t.say("Id"),
            lambda t: t.say("Mellom's own. Do not change it; in a new row leave it empty."),
            14,
            ours=True,
        ),
    ),
)
