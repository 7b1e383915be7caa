"""What an organiser reads while changing a milestone, a typed function each."""

from handlers.markup import Html, bold
from handlers.tongue import Tongue


def summary(t: Tongue) -> Html:
    """What the command is for, in the menu."""
    return t.say("Change a date or a place")


def in_private(t: Tongue) -> Html:
    return t.say("Write to me alone, not in a group, to change the programme.")


def which(t: Tongue) -> Html:
    return t.say("What do you want to change?")


def nothing_ahead(t: Tongue) -> Html:
    return t.say("Nothing in the programme lies ahead.")


def gone(t: Tongue) -> Html:
    return t.say("That is no longer in the programme, or it is over. Nothing was changed.")


def only_organisers(t: Tongue) -> Html:
    return t.say("Only organisers can change the programme. Nothing was changed.")


def title(t: Tongue, name: str) -> Html:
    """What the form is called."""
    return t.say("Change: “{title}”", title=name)


def what(t: Tongue, name: str) -> Html:
    return t.say("What is changed about “{title}”?", title=name)


def date_and_time(t: Tongue) -> Html:
    return t.say("Date and time")


def the_place(t: Tongue) -> Html:
    return t.say("The place")


def the_mode(t: Tongue) -> Html:
    return t.say("In person or online")


def the_link(t: Tongue) -> Html:
    return t.say("The link")


def is_cancelled(t: Tongue) -> Html:
    return t.say("It is cancelled")


def is_held(t: Tongue) -> Html:
    return t.say("Hold it after all")


def report_deadline(t: Tongue) -> Html:
    return t.say("The deadline of the report")


def sign_up_deadline(t: Tongue) -> Html:
    return t.say("The deadline for signing up")


def as_it_is(t: Tongue, value: Html) -> Html:
    """Under a question: how it stands now."""
    return t.say("Now: {value}", value=value)


def when(t: Tongue, name: str) -> Html:
    return t.say("When is “{title}” to be?", title=name)


def how_to_write_it(t: Tongue, moment: Html, days: Html, month: str) -> Html:
    """Three examples, each as it may be written."""
    return t.say("Such as: {moment}, or {days}, or {month}.", moment=moment, days=days, month=month)


def no_span(t: Tongue, moment: Html, days: Html, month: str) -> Html:
    return t.say(
        "I could not read that as a date. Write it as {moment}, or {days}, or {month}.",
        moment=moment,
        days=days,
        month=month,
    )


def is_past(t: Tongue) -> Html:
    return t.say("That day has passed. Write one that lies ahead.")


def is_so_already(t: Tongue) -> Html:
    return t.say("So it is already. Write something else, or /cancel.")


def where(t: Tongue, name: str) -> Html:
    return t.say("Where is “{title}” to be?", title=name)


def how(t: Tongue, name: str) -> Html:
    return t.say("How do people take part in “{title}”?", title=name)


def in_person(t: Tongue) -> Html:
    return t.say("in person")


def online(t: Tongue) -> Html:
    return t.say("online")


def both(t: Tongue) -> Html:
    return t.say("in person or online")


def link(t: Tongue) -> Html:
    return t.say("What is the link to the meeting?")


def no_link(t: Tongue) -> Html:
    return t.say("That is no link. It begins with https://")


def report_by(t: Tongue) -> Html:
    return t.say("When is the report before it to be delivered at the latest?")


def report_is_past(t: Tongue) -> Html:
    """Over the same question, where the moved date has left the deadline behind."""
    return t.say("With that date the deadline of the report has passed. What is the new one?")


def sign_up_by(t: Tongue) -> Html:
    return t.say("Until when can people say whether they come?")


def sign_up_is_past(t: Tongue) -> Html:
    return t.say("With that date the deadline for signing up has passed. What is the new one?")


def between(t: Tongue, last: str) -> Html:
    """Which days a deadline may have."""
    return t.say("From today on, and before {day}.", day=last)


def not_between(t: Tongue, last: str) -> Html:
    return t.say("The deadline must lie ahead, and before {day}. Write another day.", day=last)


def this_is_told(t: Tongue) -> Html:
    """Over what people will read."""
    return t.say("This is what people read. Shall it be so?")


def change_and_tell(t: Tongue, n: int) -> Html:
    return t.many("Change and tell one person", "Change and tell {n} people", n)


def change(t: Tongue) -> Html:
    """On the button, where nobody has to be told."""
    return t.say("Yes, change it")


def no(t: Tongue) -> Html:
    return t.say("No")


def is_day_off(t: Tongue, day: str) -> Html:
    """A warning, and no refusal: some gatherings are on a Saturday."""
    return t.say("Note: {day} is no ordinary working day.", day=day)


def report_on_day_off(t: Tongue, day: str) -> Html:
    return t.say(
        "Note: the deadline of the report is {day}, and that is no ordinary working day.", day=day
    )


def sign_up_on_day_off(t: Tongue, day: str) -> Html:
    return t.say(
        "Note: the deadline for signing up is {day}, and that is no ordinary working day.", day=day
    )


def marked_cancelled(t: Tongue, what: Html) -> Html:
    """On the button of what is cancelled, and may be held after all."""
    return t.say("{what} (cancelled)", what=what)


def agenda_is_lost(t: Tongue) -> Html:
    return t.say(
        "The times of the agenda no longer fit, and are left out until they are set anew in the "
        "programme file."
    )


def done(t: Tongue) -> Html:
    return bold(t.say("It is changed."))


def also_in_the_file(t: Tongue) -> Html:
    return t.say(
        "Change it in your programme file as well: the next import of the old file would set it "
        "back."
    )


def in_my_calendar(t: Tongue) -> Html:
    """On the button that sends the organiser their own calendar entry."""
    return t.say("Into my calendar")


def not_changed(t: Tongue) -> Html:
    return t.say("Fine, nothing was changed.")


def holds_no_longer(t: Tongue) -> Html:
    """Where somebody else changed the programme meanwhile; the reason stands below."""
    return t.say("The programme was changed meanwhile, and this no longer fits:")


def let_go(t: Tongue) -> Html:
    return t.say("Let it be")


def look_again(t: Tongue) -> Html:
    return t.say("Something was changed meanwhile. Look at it once more.")
