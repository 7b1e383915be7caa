"""Every sentence on the way to the page."""

from handlers.markup import Html
from handlers.tongue import Tongue


def command_summary(t: Tongue) -> Html:
    """What the command is for."""
    return t.say("The overview on a page")


def way_in(t: Tongue, minutes: int) -> Html:
    return t.many(
        "The button signs you in at the page of those who lead: overview, teams, what is sent, and "
        "files. It works once, for {n} minute, and is for you alone: do not pass it on.",
        "The button signs you in at the page of those who lead: overview, teams, what is sent, and "
        "files. It works once, for {n} minutes, and is for you alone: do not pass it on.",
        minutes,
    )


def open_it(t: Tongue) -> Html:
    """On the button."""
    return t.say("Open the page")


def here(t: Tongue) -> Html:
    """To somebody who asks on the page."""
    return t.say("You are signed in here already.")


def not_yours(t: Tongue) -> Html:
    return t.say("That page is for organisers and facilitators of the programme.")


def only_alone(t: Tongue) -> Html:
    return t.say("Ask me for the page in a private chat, not in a group.")


def no_page(t: Tongue) -> Html:
    """The house has no web door."""
    return t.say(
        "There is no page here: it has to be switched on where Mellom runs (MELLOM_WEB_HOST). "
        "Everything is in the chat: try {command}.",
        command="/oppsummering" if t.language != "en" else "/summary",
    )
