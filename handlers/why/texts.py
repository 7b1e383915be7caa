"""Every sentence of why somebody is reminded, a typed function each."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import assert_never

from handlers.markup import Html, bold, joined, lines
from handlers.remind.plan import Kind
from handlers.remind.shifts import Shift
from handlers.tongue import Tongue


def summary(t: Tongue) -> Html:
    return t.say("Why I reminded you, and what comes next")


def only_alone(t: Tongue) -> Html:
    return t.say("Why you are reminded is between you and me: ask me alone.")


def not_joined(t: Tongue) -> Html:
    return t.say(
        "You are not in a programme yet. Open the link that you got from the organiser, or send me "
        "the code."
    )


# What was told


def heading(t: Tongue) -> Html:
    return bold(t.say("Why I reminded you"))


def nothing_told(t: Tongue) -> Html:
    return t.say("I have not reminded you of anything yet.")


def told(t: Tongue, at: datetime, reasons: Sequence[Html]) -> Html:
    """One reminder: when it came (wall time), and why, a line for each thing in it."""
    return lines(bold(t.moment(at)), *(joined(" ", ["•", one]) for one in reasons))


def reason(t: Tongue, kind: Kind, title: str, shift: Shift | None, *, alone: bool) -> Html:
    """Why it was said; ``alone``: there are no teams."""
    because = _because(t, kind, title, behind=bool(shift and shift.is_behind), alone=alone)
    return joined(" ", [because, rhythm(t, shift) if shift else None])


def _because(  # noqa: C901 - a sentence a kind
    t: Tongue, kind: Kind, title: str, *, behind: bool, alone: bool
) -> Html:
    match kind:
        case "samling":
            return t.say("The gathering {title}, since it concerns you.", title=title)
        case "modul" | "fase":
            return t.say("{title}, since it concerns you.", title=title)
        case "frist":
            return t.say("The deadline {title}, since it concerns you.", title=title)
        case "signup":
            return t.say(
                "Signing up for {title}, since you had not said for certain whether you come.",
                title=title,
            )
        case "report" if alone:
            return t.say("The report before {title}, since you had not delivered it.", title=title)
        case "report" if behind:
            return t.say(
                "The report before {title}, since the deadline had passed and your team had not "
                "delivered it. Everybody in the team gets this one.",
                title=title,
            )
        case "report":
            return t.say(
                "The report before {title}, since your team had not delivered it. The contact "
                "person and the deputy get this first, where a team has them.",
                title=title,
            )
        case "call":
            return t.say(
                "The report before {title}, since a team that you help had not delivered it. The "
                "team itself is reminded no more.",
                title=title,
            )
        case "reflect":
            return t.say(
                "Your reflection on {title}, since you had not written one. I ask once, and not "
                "again.",
                title=title,
            )
        case "thanks":
            return t.say("Thanks after {title}, since it concerned you.", title=title)
        case "unset":
            return t.say("{title}, since it has no date yet and you are an organiser.", title=title)
        case _:
            assert_never(kind)


def rhythm(t: Tongue, shift: Shift) -> Html:
    """How far from the day the programme wants it said."""
    n = abs(shift.n)
    if n == 0:
        return t.say("The programme reminds on the day itself.")
    match shift.unit:
        case "days" if shift.is_behind:
            return t.many("The programme reminds {n} day after.",
                          "The programme reminds {n} days after.", n)  # fmt: skip
        case "working" if shift.is_behind:
            return t.many("The programme reminds {n} working day after.",
                          "The programme reminds {n} working days after.", n)  # fmt: skip
        case "days":
            return t.many("The programme reminds {n} day before.",
                          "The programme reminds {n} days before.", n)  # fmt: skip
        case "working":
            return t.many("The programme reminds {n} working day before.",
                          "The programme reminds {n} working days before.", n)  # fmt: skip
        case "months":
            return t.many("The programme reminds {n} month before.",
                          "The programme reminds {n} months before.", n)  # fmt: skip
        case _:
            assert_never(shift.unit)


def in_programme(t: Tongue, title: str, programme: str) -> Html:
    """For somebody who is in several."""
    return t.say("{title} ({programme})", title=title, programme=programme)


# What comes


def next_heading(t: Tongue) -> Html:
    return bold(t.say("What comes next"))


def nothing_next(t: Tongue) -> Html:
    return t.say("Nothing is planned that I would remind you of.")


def comes(t: Tongue, day: date, hour: time, what: Sequence[Html]) -> Html:
    return t.say(
        "• {day}, at about {time}: {what}",
        day=t.day(day, year=True),
        time=t.clock(hour),
        what=t.listed(what),
    )


def unless_done(t: Tongue) -> Html:
    return t.say("What is done by then is left out.")


def thing(t: Tongue, kind: Kind, title: str) -> Html:
    """What a reminder is about, in a few words."""
    match kind:
        case "samling":
            return t.say("the gathering {title}", title=title)
        case "modul" | "fase":
            return t.say("{title} begins", title=title)
        case "frist":
            return t.say("the deadline {title}", title=title)
        case "signup":
            return t.say("signing up for {title}", title=title)
        case "report":
            return t.say("the report before {title}", title=title)
        case "call":
            return t.say("teams without the report before {title}", title=title)
        case "reflect":
            return t.say("your reflection on {title}", title=title)
        case "thanks":
            return t.say("thanks after {title}", title=title)
        case "unset":
            return t.say("the date of {title}", title=title)
        case _:
            assert_never(kind)


# How to turn it down


def less_heading(t: Tongue) -> Html:
    return bold(t.say("If it is too much"))


def at_most(t: Tongue) -> Html:
    """The rules in one line."""
    return t.say("You get at most one reminder a day, and at most three in fourteen days.")


def less(t: Tongue) -> Html:
    return t.say(
        "/settings: your own hour and days. /pause: two weeks without. «Remind me later» stands "
        "under what is to be done. /forget: you leave, and are erased."
    )


def no_reminders(t: Tongue) -> Html:
    return t.say(
        "What the organisers write, changes of dates, and what is asked on the day of a gathering "
        "are no reminders, and come all the same."
    )


def paused(t: Tongue, until: date) -> Html:
    return t.say("You have a pause until {day}.", day=t.day(until, year=True))


def settings(t: Tongue) -> Html:
    """On a button."""
    return t.say("Change when I remind you")


def for_a_team(t: Tongue) -> Html:
    return t.say("A team's reminders")
