"""Every sentence around a mail, a typed function each; none of them says what it is about."""

from handlers.markup import Html
from handlers.post import CONFIRM, INVITATION, LINK, TAKEN
from handlers.tongue import Tongue

TRIAL = "trial"
"""What a mail is about that ``mellom setup`` sends, to see that mail leaves."""


def subject(t: Tongue, about: str) -> Html:
    """What stands in lists and on locked screens: no name, no programme, nothing of the text."""
    match _kind(about):
        case "invitation":
            return t.say("You are invited")
        case "link":
            return t.say("Your link to Mellom")
        case "confirm" | "taken":
            return t.say("Your e-mail address in Mellom")
        case _:
            return t.say("News from Mellom")


def open_it(t: Tongue, about: str) -> Html:
    """On the personal link."""
    match _kind(about):
        case "invitation":
            return t.say("Begin here")
        case "link":
            return t.say("Open Mellom")
        case "confirm":
            return t.say("Yes, this is my address")
        case _:
            return t.say("Read and answer here")


def about_the_link(t: Tongue, about: str) -> Html:
    """How long the link is good, and for whom."""
    match _kind(about):
        case "invitation":
            return t.say("The link is yours alone and works once, within thirty days.")
        case "link" | "confirm":
            return t.say("The link is yours alone and works once, within an hour.")
        case _:
            return t.say(
                "The link is yours alone and works once, within fourteen days. You can always ask "
                "for a new one on the page."
            )


def why(t: Tongue, about: str) -> Html:
    """Why it came, and what to do against it."""
    match _kind(about):
        case "invitation":
            return t.say(
                "This comes from Mellom, the assistant of a programme whose organiser has entered "
                "your address. If you do not want to be in it, tell the organiser, or open the "
                "link and write /forget. What is kept about you: /privacy."
            )
        case "link":
            return t.say("Did you not ask for a link? Then do nothing: it soon runs out.")
        case "confirm":
            return t.say(
                "Was it not you who gave this address? Then do nothing: it is forgotten in three "
                "days, and nothing more comes to it."
            )
        case "taken":
            return t.say("There is nothing that you must do.")
        case "trial":
            return t.say("Somebody who sets Mellom up asked for this mail.")
        case _:
            return t.say(
                "You get this since you are in a programme that Mellom assists. You need not "
                "answer in your spare time. To hear less, or at another hour, open the page and "
                "write /settings or /pause. What is kept about you: /privacy."
            )


def no_answers(t: Tongue) -> Html:
    """A mail that is sent back is read by nobody."""
    return t.say("Nobody reads what is sent to this address.")


def _kind(about: str) -> str:
    for kind in (CONFIRM, TAKEN):
        if about.startswith(kind):
            return kind.removesuffix(":")
    return about if about in (INVITATION, LINK, TRIAL) else ""
