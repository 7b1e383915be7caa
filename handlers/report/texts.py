"""Every sentence of the report, a typed function each."""

from collections.abc import Iterable

from handlers.markup import Html, bold, lines, paragraphs, quote, safe
from handlers.tongue import Tongue


def summary(t: Tongue) -> Html:
    """What the command is for, in the menu."""
    return t.say("The report")


def title(t: Tongue, milestone: str) -> Html:
    return t.say("The report before «{title}»", title=milestone)


# Aims and measures


def ask_aims(t: Tongue) -> Html:
    return t.say("Which aims does the team work towards?")


def ask_my_aims(t: Tongue) -> Html:
    """The same, where people take part alone."""
    return t.say("Which aims do you work towards?")


def ask_measures(t: Tongue) -> Html:
    return t.say("Which measures does the team try, and how do they go?")


def ask_my_measures(t: Tongue) -> Html:
    return t.say("Which measures do you try, and how do they go?")


def ask_attainment(t: Tongue) -> Html:
    return t.say("How far has the team come towards its aims?")


def ask_my_attainment(t: Tongue) -> Html:
    return t.say("How far have you come towards your aims?")


# Opening one


def no_programme(t: Tongue) -> Html:
    return t.say(
        "You are not in a programme yet. Open the link that you got from the organiser, or send me "
        "the code."
    )


def no_reports(t: Tongue, programme: str) -> Html:
    return t.say("There are no reports in {programme}.", programme=programme)


def for_leaders(t: Tongue) -> Html:
    return t.say("The participants write the reports. /summary shows what they have delivered.")


def no_team(t: Tongue) -> Html:
    return t.say("You are in no team that writes reports. The organiser can give you a new code.")


def not_yours(t: Tongue) -> Html:
    return t.say("You no longer take part in this report, so nothing was changed.")


def not_asked(t: Tongue) -> Html:
    return t.say("The programme does not ask for that report any longer.")


def not_open(t: Tongue, milestone: str) -> Html:
    return t.say("The report before «{title}» is not open now.", title=milestone)


def nothing_waits(t: Tongue) -> Html:
    return t.say("No report waits for you.")


def opens(t: Tongue, milestone: str, day: str) -> Html:
    return t.say(
        "No report waits for you now. The next, before «{title}», opens {day}.",
        title=milestone,
        day=day,
    )


def which_one(t: Tongue) -> Html:
    return t.say("Several reports are open. Which one do you want to write?")


def due(t: Tongue, milestone: str, day: str) -> Html:
    return t.say("{title}: due {day}", title=bold(milestone), day=day)


def overdue(t: Tongue, milestone: str, day: str) -> Html:
    return t.say("{title}: was due {day}, and is still welcome", title=bold(milestone), day=day)


def without_deadline(t: Tongue, milestone: str) -> Html:
    return t.say("{title}: no deadline yet", title=bold(milestone))


# Delivered


def see(t: Tongue) -> Html:
    """On the button that shows a delivered report."""
    return t.say("See the answers")


def is_delivered(t: Tongue, milestone: str) -> Html:
    return t.say("The report before «{title}» is delivered. Thank you!", title=milestone)


def late(t: Tongue) -> Html:
    return t.say("delivered after the deadline")


def version(t: Tongue, number: int) -> Html:
    return t.say("Changed, version {number}", number=number)


def thanks(t: Tongue, milestone: str) -> Html:
    return bold(t.say("Thank you! The report before «{title}» is delivered.", title=milestone))


def marked_late(t: Tongue) -> Html:
    return t.say("It is marked «{mark}», and it is welcome all the same.", mark=late(t))


def thanks_for_change(t: Tongue, milestone: str, number: int) -> Html:
    return lines(
        bold(t.say("Thank you! The report before «{title}» is changed.", title=milestone)),
        t.say("This is version {number}. The one before it is kept.", number=number),
    )


def teams_delivered(t: Tongue, delivered: int, of: int) -> Html:
    return t.many(
        "{delivered} of {n} team has delivered.",
        "{delivered} of {n} teams have delivered.",
        of,
        delivered=t.number(delivered),
    )


def people_delivered(t: Tongue, delivered: int, of: int) -> Html:
    return t.many(
        "{delivered} of {n} participant has delivered.",
        "{delivered} of {n} participants have delivered.",
        of,
        delivered=t.number(delivered),
    )


def others(t: Tongue, milestone: str) -> Html:
    """To the rest of the team."""
    return t.say(
        "Your team's report before «{title}» is delivered. You need do nothing; /report shows it.",
        title=milestone,
    )


def somebody(t: Tongue) -> Html:
    return t.say("A participant")


def help_wanted(t: Tongue, who: object, milestone: str, words: Iterable[tuple[str, str]]) -> Html:
    """To those who help; ``words`` are wordings with their answers."""
    return paragraphs(
        bold(t.say("{who} asks for help", who=who)),
        t.say("In the report before «{title}».", title=milestone),
        *(lines(safe(asked), quote(said)) for asked, said in words),
    )
