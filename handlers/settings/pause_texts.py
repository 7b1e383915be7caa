"""Every sentence of a pause, and of what is put off, a typed function each."""

from datetime import date, time

from handlers.markup import Html, bold, lines
from handlers.tongue import Tongue

# A pause


def summary(t: Tongue) -> Html:
    return t.say("No reminders for two weeks")


def paused(t: Tongue, until: date) -> Html:
    return bold(t.say("You have a pause until {day}.", day=t.day(until, year=True)))


def what_a_pause_is(t: Tongue) -> Html:
    return lines(
        t.say("Until then I do not remind you of anything."),
        t.say("What the organisers write, and changes of dates, reach you all the same."),
        t.say("Nobody is told that you have a pause, or why."),
        t.say("It ends by itself; what is still true then comes afterwards, all in one."),
    )


def for_longer(t: Tongue) -> Html:
    return t.say("For another length, write the number of weeks behind it: /pause 3")


def ended(t: Tongue) -> Html:
    return t.say("The pause is over. I remind you again as before.")


def none(t: Tongue) -> Html:
    return t.say("You have no pause.")


def weeks(t: Tongue, most: int) -> Html:
    return t.say("Write how many weeks, from 1 to {most}, such as /pause 3.", most=most)


def longest(t: Tongue, most: int) -> Html:
    return t.say(
        "A pause lasts {most} weeks at the most, so that you are not forgotten. You can have a new "
        "one when it is over.",
        most=most,
    )


def begin(t: Tongue) -> Html:
    """On a button."""
    return t.say("A pause of two weeks")


def end(t: Tongue) -> Html:
    return t.say("End the pause")


def prolong(t: Tongue) -> Html:
    return t.say("Two weeks more")


# What is put off


def ask_later(t: Tongue) -> Html:
    return bold(t.say("When shall I remind you again?"))


def tomorrow(t: Tongue) -> Html:
    """On a button."""
    return t.say("tomorrow")


def in_three_days(t: Tongue) -> Html:
    return t.say("in three days")


def next_week(t: Tongue) -> Html:
    return t.say("next week")


def comes(t: Tongue, day: date, hour: time) -> Html:
    return t.say(
        "Good. I remind you again {day}, at about {time}.",
        day=bold(t.day(day)),
        time=t.clock(hour),
    )


def not_the_day(t: Tongue) -> Html:
    """Why it is another day than the one that was asked for."""
    return t.say(
        "That is the first day on which I may: there are weekends, days off, your own days and "
        "pause, and never more than three reminders in fourteen days."
    )


def comes_anyway(t: Tongue) -> Html:
    """Why it is an earlier day: a later reminder of the same thing comes before."""
    return t.say("The next reminder of it comes then in any case.")


def over_by_then(t: Tongue, day: date) -> Html:
    """The only day that it could come is too late."""
    return t.say("I could not remind you before {day}, and then it is too late.", day=t.day(day))


def also_over(t: Tongue, titles: Html) -> Html:
    return t.say("This is over by then, and does not come again: {titles}.", titles=titles)


def rather(t: Tongue) -> Html:
    return t.say("Shall it be earlier?")


def no_earlier(t: Tongue) -> Html:
    return t.say("There is no earlier day either. /status always shows what waits for you.")


def nothing_left(t: Tongue) -> Html:
    return t.say("There is nothing left to remind you of here: it is done, or over.")


def not_yours(t: Tongue) -> Html:
    return t.say("That reminder was for somebody else.")
