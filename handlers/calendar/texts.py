"""Every sentence about the calendar, a typed function each."""

from handlers.markup import Html, bold, code, lines, link
from handlers.tongue import Tongue


def command_summary(t: Tongue) -> Html:
    """What the command is for, in the menu."""
    return t.say("The dates, for your calendar")


def heading(t: Tongue, programme: str) -> Html:
    return bold(t.say("Your calendar: {programme}", programme=programme))


def holds(t: Tongue, n: int) -> Html:
    return t.many(
        "{n} date or deadline ahead concerns you. The file comes here in a moment.",
        "{n} dates and deadlines ahead concern you. The file comes here in a moment.",
        n,
    )


def how(t: Tongue) -> Html:
    return t.say(
        "Open it on your phone, or forward it by e-mail to your address at work and open it there. "
        "When a date changes, I send you its new entry by myself. The deadlines you fetch anew "
        "with /calendar."
    )


def one_by_one(t: Tongue) -> Html:
    """What Outlook does with a file of many entries, so that nobody gets everything twice."""
    return t.say(
        "If you use Outlook on a PC, take one gathering at a time, and nothing stands there twice."
    )


def on_the_web(t: Tongue, title: str, url: str) -> Html:
    told = t.say("Put “{title}” into Outlook on the web", title=title)
    return lines(link(url, told), t.say("The link opens Microsoft's page, and can be forwarded."))


def subscribe(t: Tongue, url: str) -> Html:
    return lines(
        t.say(
            "Or subscribe to your private address: then the calendar keeps itself up to date. "
            "Whoever has the address can read your calendar, so share it with nobody."
        ),
        code(url),
    )


def new_address(t: Tongue) -> Html:
    return t.say("New private address")


def sure(t: Tongue) -> Html:
    return t.say(
        "The old address stops working at once, and every calendar that subscribes to it must be "
        "given the new one. Do you want a new address?"
    )


def yes_renew(t: Tongue) -> Html:
    return t.say("Yes, give me a new one")


def no_renew(t: Tongue) -> Html:
    return t.say("No, keep it")


def renewed(t: Tongue, url: str) -> Html:
    return lines(t.say("This is your new private address. The old one is dead."), code(url))


def kept(t: Tongue) -> Html:
    return t.say("The address stays as it is.")


def no_address(t: Tongue) -> Html:
    return t.say("There is no private address here.")


def is_coming(t: Tongue) -> Html:
    return t.say("The calendar entry comes here in a moment.")


def the_file(t: Tongue, programme: str) -> Html:
    """Beside the file with everything."""
    return t.say("The calendar of “{programme}”", programme=programme)


def the_entry(t: Tongue, title: str) -> Html:
    """Beside the file with a single entry."""
    return lines(
        bold(title),
        t.say("Open the file to put it into your calendar. It replaces an older entry."),
    )


def the_end(t: Tongue, title: str) -> Html:
    """Beside the file that takes an entry out."""
    return lines(bold(title), t.say("Open the file to take it out of your calendar."))


def nothing_yet(t: Tongue) -> Html:
    return t.say("No date is set yet. You hear from me when there is one.")


def not_there(t: Tongue) -> Html:
    """What the button was about has no day, or does not concern them."""
    return t.say("That has no date that concerns you now.")


def no_programme(t: Tongue) -> Html:
    return t.say(
        "You are not in a programme yet. Open the link that you got from the organiser, or send me "
        "the code."
    )


def only_alone(t: Tongue) -> Html:
    return t.say("This is between you and me. Write it to me in a chat of our own.")
