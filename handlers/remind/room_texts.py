"""What is said on the morning of a samling, a typed function each."""

from handlers.markup import Html, bold, link
from handlers.tongue import Tongue


def welcome(t: Tongue, title: str, *, later: bool, noted: bool) -> Html:
    """``later``: on another day than the first; ``noted``: they have said that they are there."""
    match later, noted:
        case True, True:
            return t.say("Today “{title}” goes on. Welcome back!", title=bold(title))
        case True, False:
            return t.say("Today “{title}” goes on. Welcome!", title=bold(title))
        case _:
            return t.say("Today: “{title}”. Welcome!", title=bold(title))


def in_a_room(t: Tongue, place: str) -> Html:
    return t.say("We meet in person: {place}.", place=place)


def at_a_link(t: Tongue, url: str) -> Html:
    return t.say("We meet online: {link}", link=link(url, url))


def sit_together(t: Tongue) -> Html:
    """A digital samling: the team shares a screen."""
    return t.say("Sit together as a team, if you can.")


def here_button(t: Tongue) -> Html:
    return t.say("I am here")


def absent_button(t: Tongue) -> Html:
    return t.say("I was not there")
