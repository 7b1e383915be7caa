"""Every sentence of the report, a typed function each."""

from handlers.markup import Html, bold, lines, plain
from handlers.tongue import Tongue


def summary(t: Tongue) -> Html:
    """What the command is for, in the menu."""
    return t.say("The report")


def title(t: Tongue, milestone: str) -> Html:
    return t.say("The report before «{title}»", title=milestone)


def on_behalf(t: Tongue, team: str) -> Html:
    """Above everything that an organiser fills in for a team."""
    return t.say("On behalf of {team}", team=team)


# Several things, one a line


def lines_hint(t: Tongue, most: int, limit: int) -> Html:
    return t.say(
        "Write each on a line of its own, at most {most} lines of {limit} characters.",
        most=t.number(most),
        limit=t.number(limit),
    )


def too_many_lines(t: Tongue, count: int, most: int) -> Html:
    return t.say(
        "That is {count} lines, and there is room for {most}. Send the most important ones.",
        count=t.number(count),
        most=t.number(most),
    )


def too_long_line(t: Tongue, length: int, limit: int) -> Html:
    return t.say(
        "One line has {length} characters, and there is room for {limit} in each. Shorten it and "
        "send it all again.",
        length=t.number(length),
        limit=t.number(limit),
    )


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


def others(t: Tongue, milestone: str) -> Html:
    """To the rest of the team."""
    return t.say(
        "Your team's report before «{title}» is delivered. You need do nothing; /report shows it.",
        title=milestone,
    )


# On a team's behalf


def for_whom(t: Tongue) -> Html:
    return t.say("You can read a report, or write it on behalf of a team. Which one?")


def team_before(t: Tongue, team: str, milestone: str) -> str:
    """On the button that opens a team's report."""
    return plain(t.say("{team}: before «{title}»", team=team, title=milestone))


def team_delivered(t: Tongue, team: str, milestone: str) -> str:
    """The same, where it is delivered and may be read."""
    return plain(t.say("{team}: before «{title}», delivered", team=team, title=milestone))


def filed_on_behalf(t: Tongue) -> Html:
    """The mark on such a report."""
    return t.say("delivered on the team's behalf")


# Afterwards


def as_file(t: Tongue) -> Html:
    """On the button that gives the report as a file."""
    return t.say("Get the report as a file")


def withdraw(t: Tongue) -> Html:
    """On the button that takes a report back."""
    return t.say("Withdraw")


def ask_withdraw(t: Tongue, milestone: str) -> Html:
    return lines(
        bold(t.say("Withdraw the report before «{title}»?", title=milestone)),
        t.say(
            "It is marked as withdrawn, and counts as not delivered. Nothing is erased: what was "
            "delivered is a record already, and the organisers keep it. It can be delivered again."
        ),
    )


def yes_withdraw(t: Tongue) -> Html:
    return t.say("Yes, withdraw it")


def no_withdraw(t: Tongue) -> Html:
    return t.say("No, let it stand")


def is_withdrawn(t: Tongue, milestone: str) -> Html:
    return t.say(
        "The report before «{title}» is withdrawn. It can be delivered again.", title=milestone
    )


def stands(t: Tongue, milestone: str) -> Html:
    return t.say("The report before «{title}» stands.", title=milestone)


def others_withdrawn(t: Tongue, milestone: str) -> Html:
    """To the rest of the team."""
    return t.say(
        "Your team's report before «{title}» is withdrawn. /report opens it again.",
        title=milestone,
    )


def deliver_again(t: Tongue) -> Html:
    """On the button that opens a withdrawn report."""
    return t.say("Open it again")


def mark_withdrawn(t: Tongue) -> Html:
    """The mark on such a report."""
    return t.say("taken back")


def shared(t: Tongue) -> Html:
    """The mark on an answer that others may read."""
    return t.say("may be shared")
