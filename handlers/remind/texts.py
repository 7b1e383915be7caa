"""Every sentence of the reminders, a typed function each."""

from datetime import date

from handlers.markup import Html, bold, lines
from handlers.programme_file import Milestone
from handlers.tongue import Tongue

# How far away a day is


def ahead(t: Tongue, days: int) -> Html:
    """The words for a day that comes, from 0 for today."""
    match days:
        case 0:
            return t.say("today")
        case 1:
            return t.say("tomorrow")
        case 2:
            return t.say("in two days")
        case 7:
            return t.say("in a week")
        case 14:
            return t.say("in two weeks")
        case _:
            return t.many("in {n} day", "in {n} days", days)


def ago(t: Tongue, days: int) -> Html:
    """The words for a day that has been, from 1 for yesterday."""
    match days:
        case 1:
            return t.say("yesterday")
        case 2:
            return t.say("two days ago")
        case _:
            return t.many("{n} day ago", "{n} days ago", days)


# What a push says


def gathering(t: Tongue, about: Milestone, days: int, todo: str) -> Html:
    """A samling that comes, and what to know beforehand; ``todo`` is to be done until then."""
    said = t.say(
        "The gathering {title} is {ahead}: {when}.",
        title=bold(t.pick(about.title)),
        ahead=ahead(t, days),
        when=t.when(about.when),
    )
    return lines(
        said,
        t.say("Place: {place}", place=t.pick(about.place)) if about.place else None,
        t.say("Online: {link}", link=about.link) if about.link else None,
        t.say("Feel free to sit together.") if about.mode == "digital" else None,
        homework(t, todo) if todo else None,
    )


def homework(t: Tongue, text: str) -> Html:
    return t.say("Before then: {homework}", homework=text)


def report(t: Tongue, title: str, days: int, day: date) -> Html:
    return t.say(
        "The report before {title} is due {ahead}, {day}.",
        title=bold(title),
        ahead=ahead(t, days),
        day=t.day(day),
    )


def overdue(t: Tongue, title: str, days: int, day: date) -> Html:
    return t.say(
        "The report before {title} was due {ago}, {day}. It can still be delivered.",
        title=bold(title),
        ago=ago(t, days),
        day=t.day(day),
    )


def reflect(t: Tongue, title: str, closes: date) -> Html:
    return t.say(
        "What do you take with you from {title}? You can answer until {day}.",
        title=bold(title),
        day=t.day(closes),
    )


def in_the_room(t: Tongue, title: str) -> Html:
    """Asked on the day itself, while people still sit there."""
    return t.say(
        "Thank you for being here today. What do you take with you from {title}?",
        title=bold(title),
    )


# Buttons


def report_button(t: Tongue) -> Html:
    return t.say("Write the report")


def reflect_button(t: Tongue) -> Html:
    return t.say("Write a reflection")


def about(t: Tongue, label: Html, title: str) -> Html:
    """A button's label where there are several alike."""
    return t.say("{label}: {title}", label=label, title=title)


# What comes next, for those who move the clock


def comes_gathering(t: Tongue, title: str) -> Html:
    return t.say("reminder of “{title}”", title=title)


def comes_report(t: Tongue, title: str) -> Html:
    return t.say("reminder of the report before “{title}”", title=title)


def comes_reflect(t: Tongue, title: str) -> Html:
    return t.say("reminder of the reflection on “{title}”", title=title)


def comes_room(t: Tongue, title: str) -> Html:
    return t.say("question in the room about “{title}”", title=title)


def comes_begins(t: Tongue, title: str) -> Html:
    return t.say("“{title}” begins", title=title)


def comes_ends(t: Tongue, title: str) -> Html:
    return t.say("“{title}” is over", title=title)


def comes_frist(t: Tongue, title: str) -> Html:
    return t.say("deadline: “{title}”", title=title)


def comes_deadline(t: Tongue, title: str) -> Html:
    return t.say("deadline of the report before “{title}”", title=title)


def comes_closes(t: Tongue, title: str) -> Html:
    return t.say("the reflection on “{title}” closes", title=title)


def comes_message(t: Tongue, _title: str) -> Html:
    return t.say("a message that waits is sent")
