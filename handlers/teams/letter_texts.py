"""The words of an invitation, on paper and in an e-mail: plain, and alike in both."""

from handlers.markup import Html
from handlers.tongue import Tongue


def subject(t: Tongue, programme: str) -> Html:
    return t.say("Welcome to {programme}", programme=programme)


def greeting(t: Tongue, team: str) -> Html:
    return t.say("Dear all in {team},", team=team) if team else t.say("Hello!")


def invitation_of(t: Tongue, team: str) -> Html:
    """On the sheet, under the programme's name."""
    return t.say("Invitation to {team}", team=team) if team else t.say("Invitation")


def helps(t: Tongue) -> Html:
    return t.say(
        "Mellom is the programme's helper between the gatherings: you are reminded of dates and of "
        "what is due."
    )


def report(t: Tongue, *, alone: bool) -> Html:
    if alone:
        return t.say(
            "Before each gathering you answer a few short questions. It takes some minutes."
        )
    return t.say(
        "Before each gathering your team answers a few short questions together. It takes some "
        "minutes."
    )


def reads(t: Tongue, *, alone: bool) -> Html:
    if alone:
        return t.say(
            "The organisers and facilitators can read what you deliver. You need not answer in "
            "your free time."
        )
    return t.say(
        "The team, the organisers and the facilitators can read what you deliver. You need not "
        "answer in your free time."
    )


def how(t: Tongue) -> Html:
    """A heading."""
    return t.say("How to begin")


def scan(t: Tongue) -> Html:
    return t.say("Point the camera of your phone at the square, or write the address:")


def find_us(t: Tongue) -> Html:
    """Where there is no link."""
    return t.say("Ask the organiser where to find Mellom, and write this code there:")


def open_it(t: Tongue, link: str) -> Html:
    return t.say("Open {link}", link=link)


def choose_there(t: Tongue) -> Html:
    """Where the page leads on to Telegram."""
    return t.say("There you choose yourself: in the browser, or in Telegram.")


def if_asked(t: Tongue, code: str) -> Html:
    return t.say("If you are asked for a code: {code}", code=code)


def not_to_write(t: Tongue) -> Html:
    """A heading."""
    return t.say("What not to write")


def nobody_recognised(t: Tongue) -> Html:
    return t.say(
        "Nothing about patients, users, next of kin or colleagues that can be recognised, and "
        "never a national identity number."
    )


def without(t: Tongue) -> Html:
    """A heading."""
    return t.say("Without Telegram")


def employer(t: Tongue) -> Html:
    return t.say("Many employers do not allow Telegram on a work phone. Then do not use it there.")


def by_browser(t: Tongue) -> Html:
    return t.say("Use the address above in a browser, on a phone or a computer. No app is needed.")


def by_hand(t: Tongue, whom: str) -> Html:
    return t.say("You take part all the same: get in touch with {whom}.", whom=whom)


def by_organiser(t: Tongue) -> Html:
    """Where the file names nobody who can be reached."""
    return t.say("You take part all the same: get in touch with those who arrange the programme.")


def questions(t: Tongue, whom: str) -> Html:
    return t.say("Questions? Get in touch with {whom}.", whom=whom)


def regards(t: Tongue, organisers: str) -> Html:
    return t.say("Kind regards from {organisers}", organisers=organisers)


def texts_for(t: Tongue, programme: str) -> Html:
    """The title of the document with all of them."""
    return t.say("Invitations to {programme}", programme=programme)


def how_to_use(t: Tongue) -> Html:
    return t.say(
        "One text for each team. Copy it into an e-mail to those who are in that team, and to "
        "nobody else: the link lets them in."
    )


def subject_line(t: Tongue, subject: str) -> Html:
    return t.say("Subject: {subject}", subject=subject)


def for_you(t: Tongue) -> Html:
    """At the foot of the sheet."""
    return t.say("The invitation is for those named above. Do not share the link with others.")
