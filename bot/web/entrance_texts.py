"""Every sentence of the ways in and out."""

from bot.web.texts import Wrong
from handlers.markup import Html
from handlers.tongue import Tongue


def opens_nothing(t: Tongue) -> Wrong:
    """The same for what is wrong, spent, foreign or too old."""
    return Wrong(
        t.say("This link opens nothing"),
        t.say(
            "It may be used already, too old, or not quite copied. Ask for a new link where you "
            "sign in, or ask whoever gave it to you."
        ),
    )


# A personal link


def welcome_in(t: Tongue) -> Html:
    return t.say("Welcome to Mellom")


def good_once(t: Tongue) -> Html:
    return t.say(
        "This link is yours alone and works once. Afterwards this browser stays signed in for "
        "fourteen days after you last used it."
    )


def not_shared(t: Tongue) -> Html:
    return t.say("Is this a computer that others use too? Then sign out when you are done.")


def come_in(t: Tongue) -> Html:
    return t.say("Come in")


def my_address(t: Tongue) -> Html:
    """The same button, on a link that proves a mail address."""
    return t.say("Yes, this is my address")


# A team's link


def no_app(t: Tongue) -> Html:
    return t.say("Choose how you want to take part. You can do the same things in both ways.")


def in_the_browser(t: Tongue) -> Html:
    return t.say("Go on in the browser")


def browser_hint(t: Tongue, *, by_mail: bool) -> Html:
    if by_mail:
        return t.say("No app and no password. You are told of what is new by e-mail, if you like.")
    return t.say("No app and no password.")


def in_telegram(t: Tongue) -> Html:
    return t.say("Go on in Telegram")


def telegram_hint(t: Tongue) -> Html:
    return t.say(
        "You need the app. On a work phone you must not use Telegram unless your employer has "
        "said yes."
    )


# Signing in


def sign_in(t: Tongue) -> Html:
    return t.say("Sign in")


def link_by_mail(t: Tongue) -> Html:
    return t.say("Get a new link by e-mail")


def your_mail(t: Tongue) -> Html:
    return t.say("Your e-mail address")


def write_yours(t: Tongue) -> Html:
    return t.say("Write your e-mail address, and a link is sent to you.")


def send_me_one(t: Tongue) -> Html:
    return t.say("Send me a link")


def sent(t: Tongue) -> Html:
    """The same whether anybody has that address or not."""
    return t.say(
        "If somebody here has that address, a link is on its way there. It works once, for an "
        "hour. Nothing came? Look among unwanted mail, or ask the organisers for a link."
    )


def ask_the_organisers(t: Tongue) -> Html:
    return t.say("Have you lost your link? Ask the organisers for a new one.")


def with_a_code(t: Tongue) -> Html:
    return t.say("Join with a code")


def your_code(t: Tongue) -> Html:
    return t.say("The code, or the link that you were given")


def go_on(t: Tongue) -> Html:
    return t.say("Go on")


# Where one is signed in


def signed_in_on(t: Tongue) -> Html:
    return t.say("Where you are signed in")


def what_to_do(t: Tongue) -> Html:
    return t.say(
        "Sign out what you do not know or do not use. To come in again you need a new link."
    )


def unknown_browser(t: Tongue) -> Html:
    return t.say("A browser")


def this_one(t: Tongue) -> Html:
    return t.say("the one you use now")


def seen_last(t: Tongue, day: Html) -> Html:
    return t.say("last used {day}", day=day)


def sign_out_of(t: Tongue, name: str) -> Html:
    """What the button does, to those who hear it."""
    return t.say("Sign out: {name}", name=name)


def sign_out_everywhere(t: Tongue) -> Html:
    return t.say("Sign out everywhere")
