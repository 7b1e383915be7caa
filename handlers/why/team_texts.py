"""Every sentence of a team's reminders: counts, never a person or their reasons."""

from datetime import date

from handlers.markup import Html, bold, lines
from handlers.tongue import Tongue
from handlers.why.plan import Audience


def which(t: Tongue) -> Html:
    return bold(t.say("Which team do you want to know about?"))


def no_such(t: Tongue) -> Html:
    return t.say("I find no team of that name.")


def no_teams(t: Tongue) -> Html:
    return t.say("People take part alone here, and of single persons I tell nothing.")


def heading(t: Tongue, team: str) -> Html:
    return bold(t.say("Reminders to {team}", team=team))


def without_telegram(t: Tongue) -> Html:
    return t.say("The team is without Telegram, so I do not remind it.")


def nobody_here(t: Tongue) -> Html:
    return t.say("Nobody of the team has joined here yet.")


def members(t: Tongue, n: int, unreached: int) -> Html:
    said = t.many("{n} member has joined here.", "{n} members have joined here.", n)
    return lines(said, t.say("Not reached: {n}", n=t.number(unreached)))


def speakers(t: Tongue, n: int) -> Html:
    """How many hear of a report first."""
    if n == 0:
        return t.say("No contact person or deputy: everybody is reminded from the first on.")
    return t.many(
        "Contact person or deputy: {n}. They are reminded first.",
        "Contact person and deputy: {n}. They are reminded first.",
        n,
    )


def report(t: Tongue, title: str, due: date | None) -> Html:
    if due is None:
        return bold(t.say("The report before {title}", title=title))
    day = t.day(due, year=True)
    return bold(t.say("The report before {title}, due {day}", title=title, day=day))


def delivered(t: Tongue) -> Html:
    return t.say("It is delivered, so nobody is reminded of it.")


def taken_back(t: Tongue) -> Html:
    return t.say("It was delivered and taken back, so nobody is reminded of it.")


def no_deadline(t: Tongue) -> Html:
    return t.say("It has no deadline yet, so nobody is reminded of it.")


def last(t: Tongue, day: date, whom: Audience) -> Html:
    if whom == "speakers":
        return t.say(
            "The last reminder was due {day}, for contact person and deputy.", day=t.day(day)
        )
    return t.say("The last reminder was due {day}, for everybody in the team.", day=t.day(day))


def coming(t: Tongue, day: date, whom: Audience) -> Html:
    if whom == "speakers":
        return t.say(
            "The next reminder is due {day}, for contact person and deputy.", day=t.day(day)
        )
    return t.say("The next reminder is due {day}, for everybody in the team.", day=t.day(day))


def none_before(t: Tongue) -> Html:
    return t.say("No reminder of it has been due yet.")


def no_more(t: Tongue) -> Html:
    return t.say("No more reminders of it come.")


def no_report(t: Tongue) -> Html:
    return t.say("No report is open now.")


def not_single_persons(t: Tongue) -> Html:
    return t.say(
        "These are the programme's days. When a single person is reminded, and whether they want "
        "to be let be, is theirs alone: I tell nobody."
    )


def another(t: Tongue) -> Html:
    """On a button."""
    return t.say("Another team")
