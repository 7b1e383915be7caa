"""Every sentence of how a person wants to be reminded, a typed function each."""

from datetime import date, time

from handlers.markup import Html, bold, lines
from handlers.tongue import Tongue

# In the list of commands


def summary(t: Tongue) -> Html:
    return t.say("When and how I remind you")


def only_alone(t: Tongue) -> Html:
    return t.say("How you want to be reminded is between you and me: write to me alone.")


def not_joined(t: Tongue) -> Html:
    return t.say(
        "You are not in a programme yet. Open the link that you got from the organiser, or send me "
        "the code."
    )


# The page


def heading(t: Tongue) -> Html:
    return bold(t.say("This is how I remind you"))


def hour_line(t: Tongue, hour: time, *, own: bool) -> Html:
    if own:
        return t.say("• Time: {time}, your own choice", time=t.clock(hour))
    return t.say("• Time: {time}, as the programme says", time=t.clock(hour))


def days_line(t: Tongue, days: str, *, own: bool) -> Html:
    if own:
        return t.say("• Days: {days}, your own choice", days=listed(t, days))
    return t.say("• Days: {days}, as the programme says", days=listed(t, days))


def holidays(t: Tongue) -> Html:
    return t.say("Never on public holidays, nor when the programme has a break.")


def no_pause(t: Tongue) -> Html:
    return t.say("• Pause: none")


def pause_line(t: Tongue, until: date) -> Html:
    return t.say("• Pause: until {day}", day=t.day(until, year=True))


def language_line(t: Tongue, language: str) -> Html:
    return t.say("• Language: {language}", language=language)


def at_most(t: Tongue) -> Html:
    """The rules in one line."""
    return t.say("You get at most one reminder a day, and at most three in fourteen days.")


def why_line(t: Tongue) -> Html:
    return t.say("/why tells you why you got the last one, and what comes next.")


def button_hour(t: Tongue) -> Html:
    return t.say("Time of day")


def button_days(t: Tongue) -> Html:
    return t.say("Days of the week")


def button_language(t: Tongue) -> Html:
    return t.say("Language")


def button_duty(t: Tongue) -> Html:
    return t.say("Contact person")


def all_settings(t: Tongue) -> Html:
    """On a button, after one of them was changed."""
    return t.say("All my settings")


# The hour


def ask_hour(t: Tongue, hour: time) -> Html:
    said = bold(t.say("When does it suit you that I remind you?"))
    how = t.say("Now: {time}. You may also write a time, such as {example}.",
        time=t.clock(hour), example=t.clock(time(20, 15)))  # fmt: skip
    return lines(said, how)


def midday(t: Tongue) -> Html:
    return t.say("midday")


def afternoon(t: Tongue) -> Html:
    return t.say("afternoon")


def evening(t: Tongue) -> Html:
    return t.say("evening")


def as_programme(t: Tongue) -> Html:
    return t.say("as the programme says")


def hour_is(t: Tongue, hour: time) -> Html:
    return t.say("From now on I remind you at about {time}.", time=t.clock(hour))


def hour_as_programme(t: Tongue, hour: time) -> Html:
    return t.say(
        "From now on I remind you at about {time}, as the programme says.", time=t.clock(hour)
    )


def spare_time(t: Tongue) -> Html:
    """Kindly, to whoever chose an hour or a day that is not for work."""
    return t.say(
        "Nothing has to be answered in your spare time: it can wait until you are at work."
    )


def no_hour(t: Tongue, example: str) -> Html:
    return t.say(
        "I see no time of day there. Write it like {example}, or choose one of the buttons. "
        "With /cancel everything stays as it was.",
        example=example,
    )


def hour_outside(t: Tongue, first: str, last: str) -> Html:
    return t.say("Choose a time from {first} to {last}, so that I wake nobody.",
        first=first, last=last)  # fmt: skip


# The days


def ask_days(t: Tongue) -> Html:
    return t.say("On which days of the week may I remind you?")


def days_hint(t: Tongue) -> Html:
    return t.say(
        "Choose one or more. You may also write them, such as «Monday to Thursday». Those who work "
        "shifts may choose Saturday and Sunday, too."
    )


def days_title(t: Tongue) -> Html:
    return t.say("Days of the week")


def weekdays(t: Tongue) -> Html:
    """On the button for what holds where nobody chose."""
    return t.say("Monday to Friday")


def one_at_least(t: Tongue) -> Html:
    return t.say("Choose at least one day. With /pause you are let be altogether.")


def no_days(t: Tongue) -> Html:
    return t.say("I see no days there. Write them like «Monday, Wednesday and Friday».")


def days_are(t: Tongue, days: str) -> Html:
    return t.say("From now on I remind you on these days: {days}.", days=listed(t, days))


def listed(t: Tongue, days: str) -> Html:
    """ISO weekdays («12345») in words."""
    return weekdays(t) if days == "12345" else t.listed(weekday(t, int(day)) for day in days)


def weekday(t: Tongue, day: int) -> Html:
    """An ISO weekday, from 1 for Monday."""
    match day:
        case 1:
            return t.say("Monday")
        case 2:
            return t.say("Tuesday")
        case 3:
            return t.say("Wednesday")
        case 4:
            return t.say("Thursday")
        case 5:
            return t.say("Friday")
        case 6:
            return t.say("Saturday")
        case _:
            return t.say("Sunday")
