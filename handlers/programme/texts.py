"""Every sentence about a programme as such, a typed function each."""

from typing import Literal, assert_never

from handlers.markup import Html, bold, link, safe
from handlers.tongue import Tongue

Mode = Literal["physical", "digital", "hybrid"]
Kind = Literal["samling", "modul", "fase", "frist"]


def summary(t: Tongue) -> Html:
    """What the command is for, in the menu."""
    return t.say("The programme, with dates and places")


def show_all(t: Tongue) -> Html:
    """On the button that shows every milestone in full."""
    return t.say("Show all")


def organisers(t: Tongue, names: Html) -> Html:
    return t.say("Organisers: {names}", names=names)


def subject_to_change(t: Tongue) -> Html:
    return t.say("Subject to change.")


def coming(t: Tongue, title: str) -> Html:
    """Over what comes next, so that it stands out without colour too."""
    return bold(t.say("Next: {title}", title=title))


def all_dates(t: Tongue) -> Html:
    return bold(t.say("All dates"))


def the_rest(t: Tongue) -> Html:
    """Over the other dates, when what comes next has been shown."""
    return bold(t.say("The other dates"))


def kind(t: Tongue, which: Kind) -> Html:
    match which:
        case "samling":
            return t.say("gathering")
        case "modul":
            return t.say("module")
        case "fase":
            return t.say("phase")
        case "frist":
            return t.say("deadline")
        case _:
            assert_never(which)


def over(t: Tongue) -> Html:
    """Behind a milestone that has been."""
    return t.say("over")


def cancelled(t: Tongue) -> Html:
    """Behind a milestone that is not held."""
    return t.say("cancelled")


def binding(t: Tongue) -> Html:
    """Behind a deadline that people are held to."""
    return t.say("binding")


def every_year(t: Tongue, every: Html, following: str) -> Html:
    """What comes back, with the day on which it does so next."""
    return t.say("{every}, next on {day}", every=every, day=following)


def sign_up_by(t: Tongue, last: str) -> Html:
    return t.say("Sign up by {day}", day=last)


def sign_up_is_over(t: Tongue, last: str) -> Html:
    return t.say("The deadline for signing up was {day}", day=last)


def concerns(t: Tongue, whom: Html) -> Html:
    return t.say("For: {whom}", whom=whom)


def mode(t: Tongue, how: Mode) -> Html:
    match how:
        case "physical":
            return t.say("in person")
        case "digital":
            return t.say("online")
        case "hybrid":
            return t.say("in person or online")
        case _:
            assert_never(how)


def meeting_link(t: Tongue, url: str) -> Html:
    return link(url, t.say("To the meeting"))


def themes(t: Tongue, names: Html) -> Html:
    return t.say("Themes: {names}", names=names)


def homework(t: Tongue, what: str) -> Html:
    """What a samling gives people to do afterwards."""
    return t.say("To do afterwards: {what}", what=what)


def until_then(t: Tongue, what: str) -> Html:
    """What the samling before gave people to do."""
    return t.say("To do before this one: {what}", what=what)


def materials(t: Tongue, names: Html) -> Html:
    return t.say("Materials: {names}", names=names)


def responsible(t: Tongue, names: Html) -> Html:
    return t.say("Responsible: {names}", names=names)


def contacts(t: Tongue) -> Html:
    return bold(t.say("Whom to ask"))


def asked_about(t: Tongue, who: Html, about: str) -> Html:
    return t.say("{who}: {about}", who=who, about=about)


def nothing_yet(t: Tongue) -> Html:
    return t.say("The programme has no dates yet. They will stand here when they are set.")


def no_programme(t: Tongue) -> Html:
    return t.say(
        "You are not in a programme yet. Open the link that you got from the organiser, or send me "
        "the code."
    )


def which_one(t: Tongue) -> Html:
    return t.say("You are in several programmes. Which one do you want to look at?")


def chosen(t: Tongue, name: str) -> Html:
    return t.say("From now on we talk about {name}.", name=bold(name))


def gone(t: Tongue) -> Html:
    return t.say("You are not in that programme any more.")


def team_withdrawn(t: Tongue, team: str, members: int) -> Html:
    return t.many(
        "The team {team} is withdrawn, and it has one member. Give them a new invitation.",
        "The team {team} is withdrawn, and it has {n} members. Give them a new invitation.",
        members,
        team=safe(team),
    )
