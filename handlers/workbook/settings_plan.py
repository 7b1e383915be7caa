"""The sheet «Innstillinger»: the report, the reflection, the life of a samling, reminders."""

from handlers.workbook.cells import Line, Number, Text, YesNo
from handlers.workbook.many import Choices, Counts, Labels, Offset, Offsets, Refs
from handlers.workbook.plan import Field, Path, Plan
from handlers.workbook.times import Clock, Spans
from handlers.workbook.vocabulary import MEALS, YES_NO, Words, nothing


def _yes_no(path: Path, heading: Words, told: Words, *, switch: bool = False) -> Field:
    return Field(path, YesNo(), heading, told, choices=YES_NO, switch=switch)


def _text(path: Path, heading: Words) -> Field:
    return Field(path, Text(), heading, lambda t: t.say("Your own words in it. May be empty."))


_REPORT = (
    _yes_no(
        ("report",),
        lambda t: t.say("The teams report"),
        lambda t: t.say("Yes: each team writes a short report before a gathering."),
        switch=True,
    ),
    Field(
        ("report", "days_before"),
        Number(),
        lambda t: t.say("The report is due, days before"),
        lambda t: t.say("Days before the gathering. Must be said where the teams report."),
    ),
    Field(
        ("report", "before"),
        Refs("milestone", nothing),
        lambda t: t.say("The report is due before"),
        lambda t: t.say("Titles, one a line. Empty: every gathering but the first."),
    ),
    _yes_no(
        ("report", "measures"),
        lambda t: t.say("Aims and measures in the report"),
        lambda t: t.say("Yes: the team says with one tap how each measure goes."),
    ),
    _yes_no(
        ("report", "attachments"),
        lambda t: t.say("Pictures and documents in the report"),
        lambda t: t.say("Yes: they are kept with it."),
    ),
    _yes_no(
        ("report", "score"),
        lambda t: t.say("The steps from 0.5 to 5"),
        lambda t: t.say("Yes: the team says how far it has come."),
        switch=True,
    ),
    Field(
        ("report", "score", "labels"),
        Labels(),
        lambda t: t.say("What the steps from 0.5 to 5 mean"),
        lambda t: t.say("Only where your words are others. One a line: 1 = in place."),
    ),
)
_REFLECTION = (
    _yes_no(
        ("reflection",),
        lambda t: t.say("Each one reflects afterwards"),
        lambda t: t.say("Yes: asked in the room, and once more the next working day."),
        switch=True,
    ),
    Field(
        ("reflection", "open_days"),
        Number(),
        lambda t: t.say("The reflection is open, days"),
        lambda t: t.say("After the gathering. Usual: 7."),
    ),
    _yes_no(
        ("reflection", "anonymous"),
        lambda t: t.say("The reflection is anonymous"),
        lambda t: t.say("Yes is usual: shown from four answers up, without names."),
    ),
)
_SAMLING = (
    _yes_no(
        ("samling", "hold_date"),
        lambda t: t.say("Hold the date"),
        lambda t: t.say("Yes: everybody hears of a date on the day it is set."),
        switch=True,
    ),
    _text(("samling", "hold_date", "text"), lambda t: t.say("Text: hold the date")),
    _yes_no(
        ("samling", "sign_up"),
        lambda t: t.say("Sign-up"),
        lambda t: t.say("Yes: people are asked whether they come."),
        switch=True,
    ),
    Field(
        ("samling", "sign_up", "days_before"),
        Number(),
        lambda t: t.say("Sign-up deadline, days before"),
        lambda t: t.say("Days before the gathering. Must be said where there is a sign-up."),
    ),
    Field(
        ("samling", "sign_up", "ask_days_before"),
        Offsets(),
        lambda t: t.say("People are asked, days before the deadline"),
        lambda t: t.say("Only those who have not answered. Usual: 14, 7, 2."),
    ),
    _yes_no(
        ("samling", "sign_up", "binding"),
        lambda t: t.say("The sign-up is binding"),
        lambda t: t.say("Yes: after the deadline it is changed with the organiser."),
    ),
    Field(
        ("samling", "sign_up", "meals"),
        Choices(MEALS, usual=True),
        lambda t: t.say("Meals that are asked about"),
        lambda t: t.say("lunch, dinner, both with a comma between, or none."),
    ),
    _yes_no(
        ("samling", "sign_up", "overnight"),
        lambda t: t.say("Nights are asked about"),
        lambda t: t.say("Yes: who needs a room says so."),
    ),
    Field(
        ("samling", "sign_up", "allergies"),
        Line(),
        lambda t: t.say("Form for allergies"),
        lambda t: t.say("A link to a form of your own: Mellom never asks about health."),
    ),
    _text(("samling", "sign_up", "text"), lambda t: t.say("Text: sign-up")),
    _yes_no(
        ("samling", "practicalities"),
        lambda t: t.say("Practical information"),
        lambda t: t.say("Yes: place or link, materials and agenda are sent shortly before."),
        switch=True,
    ),
    Field(
        ("samling", "practicalities", "before"),
        Offset(),
        lambda t: t.say("Practical information, days before"),
        lambda t: t.say("Such as 3, or 2 working days."),
    ),
    _text(("samling", "practicalities", "text"), lambda t: t.say("Text: practical information")),
    _yes_no(
        ("samling", "presence"),
        lambda t: t.say("Who is there"),
        lambda t: t.say("Yes: people say in the room that they are there, with a code word."),
        switch=True,
    ),
    _text(("samling", "presence", "text"), lambda t: t.say("Text: who is there")),
    _yes_no(
        ("samling", "thanks"),
        lambda t: t.say("Thanks afterwards"),
        lambda t: t.say("Yes: with what to do until next time."),
        switch=True,
    ),
    Field(
        ("samling", "thanks", "after"),
        Offset(),
        lambda t: t.say("Thanks, days after"),
        lambda t: t.say("Such as 2, or 1 working day."),
    ),
    _text(("samling", "thanks", "text"), lambda t: t.say("Text: thanks")),
)


def _offsets(path: Path, heading: Words, told: Words) -> Field:
    return Field(path, Offsets(), heading, told)


_REMINDERS = (
    Field(
        ("reminders", "hour"),
        Clock(),
        lambda t: t.say("Time of day of reminders"),
        lambda t: t.say("Usual: 13:30. Each one may choose another."),
    ),
    Field(
        ("reminders", "quiet", "from"),
        Clock(),
        lambda t: t.say("Quiet from"),
        lambda t: t.say("Nobody is reminded after this time of day. Usual: 15:00."),
    ),
    Field(
        ("reminders", "quiet", "to"),
        Clock(),
        lambda t: t.say("Quiet until"),
        lambda t: t.say("Nor before this one. Usual: 09:00."),
    ),
    _offsets(
        ("reminders", "samling_days_before"),
        lambda t: t.say("Reminder of a gathering, days before"),
        lambda t: t.say("Usual: 14, 2."),
    ),
    _offsets(
        ("reminders", "module_days_before"),
        lambda t: t.say("Reminder of a module or phase, days before"),
        lambda t: t.say("Usual: 7."),
    ),
    _offsets(
        ("reminders", "deadline_days_before"),
        lambda t: t.say("Reminder of a deadline, days before"),
        lambda t: t.say("Usual: 14, 2."),
    ),
    _offsets(
        ("reminders", "report_days_before"),
        lambda t: t.say("Reminder of the report, days before"),
        lambda t: t.say("To the contact person and the deputy. Usual: 7, 1."),
    ),
    _offsets(
        ("reminders", "report_days_after"),
        lambda t: t.say("Reminder of the report, days after"),
        lambda t: t.say("To the whole team. Usual: 2 working days."),
    ),
    _offsets(
        ("reminders", "call_days_after"),
        lambda t: t.say("The facilitator is asked to ring, days after"),
        lambda t: t.say("Where the report has not come. Usual: 4 working days."),
    ),
    Field(
        ("reminders", "date_months_before"),
        Counts(),
        lambda t: t.say("The organiser is asked for a date, months before"),
        lambda t: t.say("Of a month that has no day yet. Usual: 6, 3."),
    ),
    _yes_no(
        ("reminders", "off", "christmas"),
        lambda t: t.say("Off between Christmas and New Year"),
        lambda t: t.say("Yes: nobody is reminded then."),
    ),
    _yes_no(
        ("reminders", "off", "easter"),
        lambda t: t.say("Off in the week before Easter"),
        lambda t: t.say("Yes: nobody is reminded then."),
    ),
    _yes_no(
        ("reminders", "off", "squeezed"),
        lambda t: t.say("Off on single days between days off"),
        lambda t: t.say("Yes: nobody is reminded then."),
    ),
    Field(
        ("reminders", "off", "common_holiday"),
        Counts(),
        lambda t: t.say("Weeks of the common holiday"),
        lambda t: t.say("Numbers of weeks. Usual: 28, 29, 30."),
    ),
    Field(
        ("reminders", "pauses"),
        Spans(),
        lambda t: t.say("Other pauses"),
        lambda t: t.say("Days without reminders, one span a line: 28.06.2027 – 08.08.2027."),
    ),
)

SETTINGS = Plan(
    "settings",
    lambda t: t.say("Settings"),
    (*_REPORT, *_REFLECTION, *_SAMLING, *_REMINDERS),
    upright=True,
    sections=(
        (("report",), lambda t: t.say("The report before a gathering")),
        (("reflection",), lambda t: t.say("The reflection after a gathering")),
        (("samling", "hold_date"), lambda t: t.say("Around a gathering")),
        (("reminders", "hour"), lambda t: t.say("Reminders")),
    ),
)
