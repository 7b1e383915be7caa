"""Every sentence of a change as people are told of it, a typed function each."""

from typing import Literal, assert_never

from handlers.markup import Html, bold, link
from handlers.tongue import Tongue

Mode = Literal["physical", "digital", "hybrid"]


def moved(t: Tongue, title: str) -> Html:
    return t.say("“{title}” is moved.", title=bold(title))


def cancelled(t: Tongue, title: str) -> Html:
    return t.say("“{title}” is cancelled.", title=bold(title))


def held_after_all(t: Tongue, title: str) -> Html:
    return t.say("“{title}” is held after all.", title=bold(title))


def taken_out(t: Tongue, title: str) -> Html:
    return t.say("“{title}” is no longer in the programme.", title=bold(title))


def new(t: Tongue, title: str) -> Html:
    return t.say("New in the programme: “{title}”", title=bold(title))


def date_is_set(t: Tongue, title: str) -> Html:
    return t.say("The date of “{title}” is set.", title=bold(title))


def hold_the_date(t: Tongue, title: str) -> Html:
    return t.say("Hold the date: “{title}”", title=bold(title))


def changed(t: Tongue, title: str) -> Html:
    return t.say("Something is changed about “{title}”.", title=bold(title))


def before(t: Tongue, when: Html) -> Html:
    return t.say("Before: {when}", when=when)


def now(t: Tongue, when: Html) -> Html:
    return t.say("Now: {when}", when=when)


def was_to_be(t: Tongue, when: Html) -> Html:
    return t.say("It was to be {when}.", when=when)


def place(t: Tongue, where: str) -> Html:
    return t.say("Place: {where}", where=where)


def new_place(t: Tongue, where: str, old: str) -> Html:
    return t.say("Place: {where} (before: {old})", where=where, old=old)


def no_place(t: Tongue, old: str) -> Html:
    return t.say("The place {old} no longer holds.", old=old)


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


def how(t: Tongue, mode: Html) -> Html:
    return t.say("How: {mode}", mode=mode)


def new_mode(t: Tongue, mode: Html, old: Html) -> Html:
    return t.say("How: {mode} (before: {old})", mode=mode, old=old)


def to_the_meeting(t: Tongue, url: str) -> Html:
    return link(url, t.say("To the meeting"))


def new_link(t: Tongue, url: str) -> Html:
    return link(url, t.say("The new link to the meeting"))


def no_link(t: Tongue) -> Html:
    return t.say("The old link to the meeting no longer holds.")


def report_by(t: Tongue, day: str) -> Html:
    return t.say("The report before it is due by {day}.", day=day)


def report_now_by(t: Tongue, day: str, old: str) -> Html:
    return t.say("The report before it is now due by {day} (before: {old}).", day=day, old=old)


def no_report(t: Tongue) -> Html:
    """Where the report was owed before what is cancelled."""
    return t.say("You need not deliver the report before it.")


def sign_up_by(t: Tongue, day: str) -> Html:
    return t.say("Say by {day} whether you come.", day=day)


def for_the_shift_plan(t: Tongue) -> Html:
    """Said with a date to hold, where the programme has no words of its own for it."""
    return t.say("Say so at work now, so that it gets into the shift plan.")


def entry(t: Tongue) -> Html:
    """Under a date that was not known before."""
    return t.say("The calendar entry is attached.")


def entry_replaces(t: Tongue) -> Html:
    return t.say("The calendar entry is attached. Open it, and it takes the place of the old one.")


def entry_goes(t: Tongue) -> Html:
    return t.say("Open what is attached, and it goes from your calendar.")


def deadlines_anew(t: Tongue) -> Html:
    """Where a deadline fell on another day, or away: it has an entry of its own."""
    return t.say(
        "If you have put the deadlines into your calendar, you get them anew with /calendar."
    )


def do_you_come(t: Tongue) -> Html:
    """On the button that begins the sign-up."""
    return t.say("Do you come?")


def do_you_come_then(t: Tongue) -> Html:
    """On the button that begins the sign-up anew, for a day that was moved."""
    return t.say("Do you come on the new date?")


def do_you_come_to(t: Tongue, title: str) -> Html:
    """On the button, where the message is about several."""
    return t.say("Do you come? “{title}”", title=title)
