"""Every sentence of the reminders, a typed function each."""

from datetime import date

from handlers.markup import Html, bold, joined, lines, safe
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


def gathering(t: Tongue, about: Milestone, days: int, todo: str, *, together: bool = True) -> Html:
    """A samling that comes, and what to know beforehand.

    ``todo`` is to be done until then; ``together``: said to one of a team.
    """
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
        t.say("Sit together as a team, so book a room.")
        if about.mode == "digital" and together
        else None,
        homework(t, todo) if todo else None,
    )


def materials(t: Tongue, names: list[str]) -> Html | None:
    return t.say("Materials: {names}", names=", ".join(names)) if names else None


def module(t: Tongue, about: Milestone, days: int) -> Html:
    return lines(
        t.say(
            "{title} is {ahead}: {when}.",
            title=bold(t.pick(about.title)),
            ahead=ahead(t, days),
            when=t.when(about.when),
        ),
        t.say("Place: {place}", place=t.pick(about.place)) if about.place else None,
        t.say("Online: {link}", link=about.link) if about.link else None,
    )


def phase(t: Tongue, about: Milestone, days: int) -> Html:
    return t.say(
        "{title} begins {ahead}: {when}.",
        title=bold(t.pick(about.title)),
        ahead=ahead(t, days),
        when=t.when(about.when),
    )


def deadline(t: Tongue, about: Milestone, days: int, day: date) -> Html:
    """A deadline that is no report's: an application, a registration."""
    told = t.say(
        "Deadline {ahead}, {day}: {title}.",
        ahead=ahead(t, days),
        day=t.day(day),
        title=bold(t.pick(about.title)),
    )
    return lines(
        told,
        t.say("It is binding.") if about.binding else None,
        safe(t.pick(about.note)) if about.note else None,
    )


def sign_up(t: Tongue, about: Milestone, days: int, day: date) -> Html:
    """Asks whether somebody comes, until a day that is so many days away."""
    return t.say(
        "Are you coming to {title}, {when}? Please answer by {day} ({ahead}).",
        title=bold(t.pick(about.title)),
        when=t.when(about.when),
        day=t.day(day),
        ahead=ahead(t, days),
    )


def binding(t: Tongue) -> Html:
    return t.say("What you answer by then is binding.")


def so_many(t: Tongue, done: int, of: int) -> Html:
    """Among those who are late, how many are not: never who."""
    return t.many(
        "{n} of {of} teams has delivered.", "{n} of {of} teams have delivered.", done, of=of
    )


def call(t: Tongue, title: str, teams: list[str]) -> Html:
    """To those who help a team, once; after it nobody is reminded any more."""
    if len(teams) == 1:
        return t.say(
            "{team} has not delivered the report before {title} yet. I do not remind them of it "
            "any more. Perhaps they need help: will you give them a ring?",
            team=bold(teams[0]),
            title=bold(title),
        )
    return lines(
        t.say("These teams have not delivered the report before {title} yet:", title=bold(title)),
        *(joined(" ", ("•", one)) for one in teams),
        t.say(
            "I do not remind them of it any more. Perhaps they need help: will you give them a "
            "ring?"
        ),
    )


def thanks(t: Tongue, title: str) -> Html:
    return t.say("Thank you for last time: {title}", title=bold(title))


def homework_after(t: Tongue, title: str, text: str) -> Html:
    """To one who was not there."""
    return t.say("Until next time ({title}): {homework}", title=bold(title), homework=text)


def homework_until_next(t: Tongue, text: str) -> Html:
    return t.say("Until next time: {homework}", homework=text)


def next_time(t: Tongue, following: Milestone) -> Html:
    return t.say(
        "We meet again: {title}, {when}.",
        title=t.pick(following.title),
        when=t.when(following.when),
    )


def unset(t: Tongue, about: Milestone) -> Html:
    """To organisers alone."""
    return t.say(
        "{title} has no date yet: {when}. People make their shift plans months ahead. "
        "Can you set it now?",
        title=bold(t.pick(about.title)),
        when=t.when(about.when),
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


def as_last_button(t: Tongue) -> Html:
    return t.say("Everything as last time")


def reflect_button(t: Tongue) -> Html:
    return t.say("Write a reflection")


def sign_up_button(t: Tongue) -> Html:
    return t.say("Say whether you come")


def answers(t: Tongue) -> tuple[Html, Html, Html, Html]:
    """The four answers to whether somebody comes, in this order."""
    return (
        t.say("I am coming"),
        t.say("I am not coming"),
        t.say("Someone else comes instead"),
        t.say("I do not know yet"),
    )


def date_button(t: Tongue) -> Html:
    return t.say("Set the date")


def calendar_button(t: Tongue) -> Html:
    return t.say("Put it in my calendar")


def later_button(t: Tongue) -> Html:
    return t.say("Remind me later")


def bad_hour_button(t: Tongue) -> Html:
    return t.say("Is this a bad time of day?")


def about(t: Tongue, label: Html, title: str) -> Html:
    """A button's label where there are several alike."""
    return t.say("{label}: {title}", label=label, title=title)
