"""Every sentence of who speaks for a team, a typed function each."""

from typing import assert_never

from handlers.markup import Html, bold
from handlers.tongue import Tongue
from storage.records import Duty


def duty_line(t: Tongue, duty: Duty, name: str) -> Html:
    match duty:
        case "contact":
            return t.say("• Contact person: {name}", name=name)
        case "deputy":
            return t.say("• Deputy: {name}", name=name)
        case _:
            assert_never(duty)


def you(t: Tongue) -> Html:
    return t.say("you")


def nobody_yet(t: Tongue) -> Html:
    return t.say("nobody yet")


def ask_duty(t: Tongue, team: str) -> Html:
    return t.say("Who speaks for {team}?", team=bold(team))


def what_duty_means(t: Tongue) -> Html:
    return t.say(
        "Reminders of the report come to the contact person and the deputy first. Everybody in the "
        "team can write and deliver it all the same."
    )


def i_am(t: Tongue, duty: Duty) -> Html:
    """On a button."""
    match duty:
        case "contact":
            return t.say("I am the contact person")
        case "deputy":
            return t.say("I am the deputy")
        case _:
            assert_never(duty)


def i_am_neither(t: Tongue) -> Html:
    return t.say("Neither of them")


def duty_taken(t: Tongue, duty: Duty, team: str) -> Html:
    match duty:
        case "contact":
            return t.say(
                "Thank you! You are the contact person of {team} now. Reminders of the report come "
                "to you and the deputy first.",
                team=bold(team),
            )
        case "deputy":
            return t.say(
                "Thank you! You are the deputy of {team} now. Reminders of the report come to the "
                "contact person and you first.",
                team=bold(team),
            )
        case _:
            assert_never(duty)


def duty_laid_down(t: Tongue, team: str) -> Html:
    return t.say(
        "You are neither contact person nor deputy of {team}. Where nobody is, reminders of the "
        "report come to everybody in the team.",
        team=bold(team),
    )


def duty_passed_on(t: Tongue, duty: Duty, name: str, team: str) -> Html:
    """To the one who had it until now."""
    match duty:
        case "contact":
            return t.say(
                "{name} is the contact person of {team} now, in your place. Thank you for what you "
                "have done! If this is a mistake, /settings lets you change it.",
                name=bold(name),
                team=bold(team),
            )
        case "deputy":
            return t.say(
                "{name} is the deputy of {team} now, in your place. Thank you for what you have "
                "done! If this is a mistake, /settings lets you change it.",
                name=bold(name),
                team=bold(team),
            )
        case _:
            assert_never(duty)


def a_colleague(t: Tongue) -> Html:
    """Somebody whose name is not known."""
    return t.say("A colleague")


def no_team(t: Tongue) -> Html:
    return t.say("Contact person and deputy are for those who take part in a team.")
