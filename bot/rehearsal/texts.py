"""Every sentence of the rehearsal, a typed function each."""

from datetime import date

from bot.rehearsal.audit import FaultKind
from bot.rehearsal.values import Cause
from handlers.markup import Html
from handlers.tongue import Tongue


def nothing(t: Tongue) -> Html:
    return t.say("This programme sends nothing by itself: no milestone has a day.")


def title(t: Tongue, programme: str) -> Html:
    return t.say("A rehearsal of {programme}", programme=programme)


def crowd(t: Tongue, people: int, teams: int, first: date, last: date) -> Html:
    return t.many(
        "{people} invented people in {n} team, from {first} to {last}.",
        "{people} invented people in {n} teams, from {first} to {last}.",
        teams,
        people=t.number(people),
        first=t.day(first, year=True),
        last=t.day(last, year=True),
    )


def crowd_alone(t: Tongue, people: int, first: date, last: date) -> Html:
    """Where people take part without a team."""
    return t.say(
        "{people} invented people, from {first} to {last}.",
        people=t.number(people),
        first=t.day(first, year=True),
        last=t.day(last, year=True),
    )


def as_in_life(t: Tongue) -> Html:
    return t.say(
        "They answer at once, late or never; some pause, put off, chose the evening, joined late, "
        "changed team, or blocked Mellom for a month or for good."
    )


# Figures


def messages(t: Tongue, number: int) -> Html:
    return t.many("{n} message in all:", "{n} messages in all:", number)


def cause(t: Tongue, why: Cause, number: int) -> Html:
    """How many of the messages went out for one cause."""
    match why:
        case "push":
            said = t.say("reminders")
        case "day":
            said = t.say("on the day of a gathering")
        case "notice":
            said = t.say("about changes and new dates")
        case "colleague":
            said = t.say("because somebody else did something")
        case "answer":
            said = t.say("answers to what people wrote and tapped")
        case "file":
            said = t.say("files")
    return t.say("{number} {what}", number=t.number(number), what=said)


def a_month(t: Tongue, middle: float, of_95: int, most: int) -> Html:
    return t.say(
        "Reminders a person and month: median {median}, 95 % at most {of_95}, highest {most}.",
        median=t.number(middle),
        of_95=t.number(of_95),
        most=t.number(most),
    )


def goal(t: Tongue, most: int, *, met: bool) -> Html:
    if met:
        return t.say("The goal, a median of at most {goal}, is met.", goal=t.number(most))
    return t.say("The goal, a median of at most {goal}, is not met.", goal=t.number(most))


def when_any(t: Tongue, middle: float) -> Html:
    return t.say("In the months in which somebody got any: median {n}.", n=t.number(middle))


def in_fourteen_days(t: Tongue, most: int) -> Html:
    return t.say("The most that anybody got in fourteen days: {n}.", n=t.number(most))


def busiest_person(t: Tongue, who: str, reminders: int) -> Html:
    return t.say("Most reminders: {who}, {n} in all.", who=who, n=t.number(reminders))


def busiest_day(t: Tongue, day: date, number: int) -> Html:
    return t.many(
        "Busiest day: {day}, {n} message that nobody asked for.",
        "Busiest day: {day}, {n} messages that nobody asked for.",
        number,
        day=t.day(day, year=True),
    )


def faults(t: Tongue, kind: FaultKind, number: int) -> Html:
    match kind:
        case "duplicate":
            said = t.say("Said twice")
        case "stale":
            said = t.say("Too late to be true")
        case "out-of-hours":
            said = t.say("At a wrong time")
        case "after-delivery":
            said = t.say("After it was done")
        case "too-many":
            said = t.say("Too many")
    return t.say("{what}: {n}", what=said, n=t.number(number))


def heading_faults(t: Tongue) -> Html:
    return t.say("Faults that the auditor found")


# The calendar


def heading_table(t: Tongue) -> Html:
    return t.say("Reminders a person and month")


def table_legend(t: Tongue) -> Html:
    return t.say("A dot is none; empty is before they joined.")


def heading_month(t: Tongue, month: str) -> Html:
    return t.say("All that is sent in {month}", month=month)


def besides(t: Tongue, number: int) -> Html:
    return t.many(
        "Besides, {n} answer to what people wrote and tapped.",
        "Besides, {n} answers to what people wrote and tapped.",
        number,
    )


def heading_rest(t: Tongue) -> Html:
    return t.say("All the rest, in short")


def heading_all(t: Tongue) -> Html:
    return t.say("All that is sent")


def nothing_unasked(t: Tongue) -> Html:
    return t.say("Nothing that nobody asked for.")


# To whom


def of_team(t: Tongue, team: str) -> Html:
    return t.say("the participants in {team}", team=team)


def of_teams(t: Tongue, teams: int) -> Html:
    return t.say("the participants in {n} teams", n=t.number(teams))


def participants(t: Tongue) -> Html:
    return t.say("the participants")


def facilitators(t: Tongue) -> Html:
    return t.say("the facilitators")


def organisers(t: Tongue) -> Html:
    return t.say("the organisers")


def to_so_many(t: Tongue, whom: Html, number: int) -> Html:
    return t.many("{whom} ({n} person)", "{whom} ({n} people)", number, whom=whom)


def role(t: Tongue, of: str) -> Html:
    match of:
        case "organiser":
            return t.say("Organiser")
        case "facilitator":
            return t.say("Facilitator")
        case _:
            return t.say("Participant")


# The picture


def picture_axis(t: Tongue) -> Html:
    return t.say("Reminders a person")


def picture_band(t: Tongue) -> Html:
    return t.say("from the fewest to the most")


def picture_median(t: Tongue) -> Html:
    return t.say("the median")


def picture_most(t: Tongue) -> Html:
    return t.say("whoever got the most")


def picture_goal(t: Tongue, most: int) -> Html:
    return t.say("goal for the median: {n}", n=t.number(most))


def picture_gathering(t: Tongue) -> Html:
    return t.say("gathering")
