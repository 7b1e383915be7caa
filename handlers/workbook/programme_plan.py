"""The sheet «Program»: what the programme is called, who holds it, and whom to ask."""

from handlers.workbook.cells import Choice, Line, Number, Text, YesNo
from handlers.workbook.many import Texts
from handlers.workbook.plan import Field, Plan
from handlers.workbook.vocabulary import LANGUAGE_WORDS, RULES, YES_NO

_FIELDS = (
    Field(
        ("name",),
        Text(),
        lambda t: t.say("Name of the programme"),
        lambda t: t.say("As people know it."),
    ),
    Field(
        ("organisers",),
        Texts(),
        lambda t: t.say("Organisers"),
        lambda t: t.say("One a line in the cell (Alt+Enter gives a new line)."),
    ),
    Field(
        ("purpose",),
        Text(),
        lambda t: t.say("Purpose"),
        lambda t: t.say("In a sentence or two."),
    ),
    Field(
        ("note",),
        Text(),
        lambda t: t.say("What else all should know"),
        lambda t: t.say("Such as who pays, and that the work is done in working hours."),
    ),
    Field(
        ("subject_to_change",),
        YesNo(),
        lambda t: t.say("Subject to change"),
        lambda t: t.say("Yes: people are told that the dates may change."),
        choices=YES_NO,
    ),
    Field(
        ("language",),
        Choice(LANGUAGE_WORDS),
        lambda t: t.say("Language"),
        lambda t: t.say("The programme's own. A team and a person may choose another."),
        choices=LANGUAGE_WORDS,
    ),
    Field(
        ("timezone",),
        Line(),
        lambda t: t.say("Time zone"),
        lambda t: t.say("Europe/Oslo for all of Norway."),
    ),
    Field(
        ("privacy", "controller"),
        Text(),
        lambda t: t.say("Data controller"),
        lambda t: t.say("Who decides on people's data. Needed before anybody is written to."),
    ),
    Field(
        ("privacy", "contact"),
        Text(),
        lambda t: t.say("Contact on privacy"),
        lambda t: t.say("Where people ask about their data: an e-mail address, for instance."),
    ),
    Field(
        ("privacy", "ground"),
        Text(),
        lambda t: t.say("Legal ground"),
        lambda t: t.say("The data controller's own words."),
    ),
    Field(
        ("privacy", "officer"),
        Text(),
        lambda t: t.say("Data protection officer"),
        lambda t: t.say("Name and address. May be left empty."),
    ),
    Field(
        ("privacy", "retention"),
        Text(),
        lambda t: t.say("How long it is kept"),
        lambda t: t.say("When what people write is erased."),
    ),
    Field(
        ("teams",),
        YesNo(),
        lambda t: t.say("People take part in teams"),
        lambda t: t.say("No: everybody takes part alone, and the sheet of teams is empty."),
        choices=YES_NO,
        switch=True,
    ),
    Field(
        ("teams", "functions"),
        Texts(),
        lambda t: t.say("Functions in a team"),
        lambda t: t.say("Such as manager, union representative, mentor. One a line."),
    ),
    Field(
        ("teams", "size", "min"),
        Number(),
        lambda t: t.say("Fewest in a team"),
        lambda t: t.say("A number. Empty: there is no rule."),
    ),
    Field(
        ("teams", "size", "max"),
        Number(),
        lambda t: t.say("Most in a team"),
        lambda t: t.say("A number. Empty: there is no rule."),
    ),
    Field(
        ("teams", "size", "rule"),
        Choice(RULES),
        lambda t: t.say("If there are fewer or more"),
        lambda t: t.say("“warn” tells the organiser, “refuse” lets nobody in beyond the most."),
        choices=RULES,
    ),
    Field(
        ("id",),
        Line(),
        lambda t: t.say("Id of the programme"),
        lambda t: t.say("Mellom's own. Do not change it; in a new file leave it empty."),
        ours=True,
    ),
)

PROGRAMME = Plan(
    "programme",
    lambda t: t.say("Programme"),
    _FIELDS,
    upright=True,
    sections=(
        (("name",), lambda t: t.say("The programme")),
        (("privacy", "controller"), lambda t: t.say("Privacy")),
        (("teams",), lambda t: t.say("Teams")),
    ),
)
