"""Every word in a calendar file, a typed function each."""

from typing import Literal, assert_never

from handlers.markup import Html
from handlers.tongue import Tongue

Kind = Literal["samling", "modul", "fase", "frist"]


def titled(t: Tongue, kind: Kind, title: str) -> Html:
    """What stands in the calendar: among everything else that somebody has there."""
    match kind:
        case "samling":
            return t.say("Gathering: {title}", title=title)
        case "modul":
            return t.say("Module: {title}", title=title)
        case "fase":
            return t.say("Phase: {title}", title=title)
        case "frist":
            return t.say("Deadline: {title}", title=title)
        case _:
            assert_never(kind)


def report_due(t: Tongue, title: str) -> Html:
    return t.say("Deadline: the report before “{title}”", title=title)


def sign_up_due(t: Tongue, title: str) -> Html:
    return t.say("Deadline: signing up for “{title}”", title=title)


def cancelled(t: Tongue, what: str) -> Html:
    return t.say("CANCELLED: {what}", what=what)


def date_to_come(t: Tongue, what: str) -> Html:
    """It had a day, and has none now."""
    return t.say("POSTPONED, date to come: {what}", what=what)


def no_longer(t: Tongue, what: str) -> Html:
    """A deadline that is none any more."""
    return t.say("NO LONGER: {what}", what=what)


def category(t: Tongue) -> Html:
    """What the calendar sorts all of it under."""
    return t.say("Programme")


def subject_to_change(t: Tongue) -> Html:
    return t.say("Subject to change.")


def themes(t: Tongue, names: Html) -> Html:
    return t.say("Themes: {names}", names=names)


def bring(t: Tongue, what: str) -> Html:
    return t.say("To do before this one: {what}", what=what)


def materials(t: Tongue, names: Html) -> Html:
    return t.say("Materials: {names}", names=names)


def online(t: Tongue) -> Html:
    """Where it is, with neither a place nor a link."""
    return t.say("online")


def the_link(t: Tongue, url: str) -> Html:
    return t.say("The meeting: {url}", url=url)


def write_it(t: Tongue) -> Html:
    return t.say("You write the report with Mellom: /report")


def delivered(t: Tongue) -> Html:
    return t.say("It is delivered.")


def say_whether(t: Tongue) -> Html:
    return t.say("You tell Mellom whether you come.")


def answered(t: Tongue) -> Html:
    return t.say("You have answered.")


def participant(t: Tongue) -> Html:
    """Whom an entry is for: nobody's name."""
    return t.say("Participant")


def feed_name(t: Tongue) -> Html:
    """The calendar of somebody who is in several programmes."""
    return t.say("My programmes")


def file_name(t: Tongue, programme: str) -> Html:
    return t.say("Calendar {programme}", programme=programme)
