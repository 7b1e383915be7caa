"""Every sentence of «what waits for me», a typed function each."""

from datetime import date

from handlers.markup import Html, bold, joined, lines
from handlers.tongue import Tongue
from handlers.when import When


def summary(t: Tongue) -> Html:
    """What the command is for, in the menu."""
    return t.say("What waits for me")


def heading(t: Tongue) -> Html:
    return bold(t.say("What waits for you"))


def programme(t: Tongue, name: str) -> Html:
    """Which programme this is about, for one who is in several."""
    return t.say("{name} (you are in several; /programme lets you choose)", name=name)


def report(t: Tongue, title: str, due: date | None) -> Html:
    if due is None:
        return bold(t.say("The report before “{title}”", title=title))
    day = t.day(due, year=True)
    return bold(t.say("The report before “{title}”, due {day}", title=title, day=day))


def overdue(t: Tongue) -> Html:
    return t.say("The deadline has passed. It is welcome all the same.")


def not_begun(t: Tongue) -> Html:
    return t.say("Not begun yet. You may stop on the way, and what you wrote is kept.")


def answers_so_far(t: Tongue, given: int) -> Html:
    return t.many("Begun, {n} answer so far.", "Begun, {n} answers so far.", given)


def withdrawn(t: Tongue) -> Html:
    return t.say("You have taken it back. It can be delivered anew.")


def write_report(t: Tongue) -> Html:
    """On the button that begins a report."""
    return t.say("Write the report")


def go_on_with_report(t: Tongue) -> Html:
    """On the button that opens a report that was begun."""
    return t.say("Continue the report")


def named(t: Tongue, button: Html, title: str) -> Html:
    """On a button, where there are several of its kind."""
    return t.say("{button}: {title}", button=button, title=title)


def delivered(t: Tongue, title: str) -> Html:
    return t.say(
        "The report before “{title}” is delivered. Thank you! /report shows it, if you want to "
        "change something.",
        title=title,
    )


def reflection(t: Tongue, title: str, last: date) -> Html:
    """``last`` is the last day on which it is open."""
    asked = bold(t.say("Your reflection after “{title}”", title=title))
    return lines(asked, t.say("Open until {day}.", day=t.day(last)))


def reflect(t: Tongue) -> Html:
    """On the button that begins a reflection."""
    return t.say("Reflect")


def nothing(t: Tongue) -> Html:
    return t.say("Nothing waits for you now.")


def samling(t: Tongue, title: str, when: When, place: Html) -> Html:
    about = joined(", ", (t.when(when, year=True), place))
    return lines(bold(t.say("Next gathering: “{title}”", title=title)), about)


def mode(t: Tongue, how: str) -> Html:
    match how:
        case "digital":
            return t.say("online")
        case "hybrid":
            return t.say("in person or online")
        case _:
            return Html("")


def teams_delivered(t: Tongue, title: str, delivered: int, of: int) -> Html:
    return t.many(
        "{delivered} of {n} team has delivered the report before “{title}”.",
        "{delivered} of {n} teams have delivered the report before “{title}”.",
        of,
        delivered=t.number(delivered),
        title=title,
    )


def people_delivered(t: Tongue, title: str, delivered: int, of: int) -> Html:
    """The same, where people take part alone."""
    return t.many(
        "{delivered} of {n} participant has delivered the report before “{title}”.",
        "{delivered} of {n} participants have delivered the report before “{title}”.",
        of,
        delivered=t.number(delivered),
        title=title,
    )


def sum_up(t: Tongue) -> Html:
    """On the button that opens the summary."""
    return t.say("Summary")


def no_programme(t: Tongue) -> Html:
    return t.say(
        "You are not in a programme yet. Open the link that you got from the organiser, or send me "
        "the code."
    )


def sign_up(t: Tongue, title: str, day: date) -> Html:
    return t.say(
        "Are you coming to the gathering “{title}”? Please answer by {day}.",
        title=bold(title),
        day=t.day(day),
    )


def say_whether(t: Tongue) -> Html:
    return t.say("Say whether you come")
