"""What joining says to those who are at the page, and to those whom an organiser has listed."""

from handlers.join.texts import what_is_kept
from handlers.markup import Html, lines, paragraphs
from handlers.tongue import Tongue


def your_link(t: Tongue) -> Html:
    """In a letter to whoever asked for one; the mail door adds it, and says how long it is good."""
    return t.say("Here is your link to Mellom.")


def before_you_begin(t: Tongue, *, alone: bool) -> Html:
    """To a newcomer at the page, who is asked nothing about a phone."""
    return lines(t.say("Before you tell me anything:"), what_is_kept(t, alone=alone))


def you_are_listed(t: Tongue, programme: str, *, alone: bool) -> Html:
    """To somebody whom an organiser has entered, when they come in themselves."""
    return paragraphs(
        t.say("An organiser of {programme} has entered you here.", programme=programme),
        before_you_begin(t, alone=alone),
    )


def not_yours(t: Tongue) -> Html:
    """After a personal link that is for somebody else than the one who opens it."""
    return t.say(
        "That link is for one other person, and you are here already as yourself. Let them open "
        "it, or ask the organisers for one of your own."
    )


def told_by_mail(t: Tongue) -> Html:
    """To somebody at the page who has given no address."""
    return t.say(
        "I can remind you of what comes if you give me an e-mail address: write /settings. "
        "Without one, come by here now and then."
    )


def come_by(t: Tongue) -> Html:
    """The same where the house sends no mail."""
    return t.say("I cannot send you reminders: come by here now and then to see what is new.")


def told_there(t: Tongue, mail: str) -> Html:
    """An address is proven by one whom only the mail tells of what is new."""
    return t.say("Thank you! Reminders come to {mail} now.", mail=mail)


def is_proven(t: Tongue, mail: str) -> Html:
    """The same to one who has a chat, where reminders go."""
    return t.say("Thank you! {mail} is your address now.", mail=mail)


def came_in(t: Tongue) -> Html:
    """To a conversation that is open in one browser, when a link to it is used in another."""
    return t.say(
        "Somebody signed in here with a personal link just now. If it was not you, open "
        "«Sign-ins» on this page and sign the other browser out."
    )
