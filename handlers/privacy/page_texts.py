"""What is otherwise for those who sit at the page than for those who write in Telegram."""

from handlers.markup import Html
from handlers.tongue import Tongue


def passes(t: Tongue) -> Html:
    """The line on whose hands all that is said goes through."""
    return t.say(
        "• What you write here goes encrypted to the machine that Mellom runs on, and to nobody "
        "else. If you gave an e-mail address, reminders go there too."
    )


def kept(t: Tongue) -> Html:
    return t.say(
        "Your name, language and function; a random key for your conversation here, which browsers "
        "you are signed in on and when, and your e-mail address if you or an organiser gave it; "
        "your role and your team; what you write and answer, and when; whether you come to a "
        "gathering, on which days, with which meals and overnight stay, and whether you were "
        "there; how you want to be reminded, and a pause; that you delivered a report, "
        "changed an aim or a measure, or asked for help; which reminders you got; and important "
        "things that you did, such as joining. National identity numbers are taken out before "
        "anything is kept."
    )


def anonymous(t: Tongue) -> Html:
    return t.say(
        "Reflections are anonymous: what you write is kept without name, team or time, apart from "
        "the note that you have answered, and is shown only once four have answered. So it cannot "
        "be found again, changed or erased afterwards. Until it is sent, those who run the machine "
        "can technically see it."
    )


def heading(t: Tongue) -> Html:
    return t.say("This page and e-mail")


def page(t: Tongue) -> Html:
    return t.say(
        "The page sets one cookie, which keeps you signed in, and nothing that follows you. It "
        "takes nothing from other sites. E-mail passes through the mail services of both sides, "
        "and is often not encrypted all the way: reminders hold what is to be done, and a link "
        "that signs you in once. You can have the address taken away in /settings."
    )


def outside(t: Tongue) -> Html:
    return t.say(
        "This is out of my reach: mails that you have got stay in your mailbox until you delete "
        "them there, and a backup that was taken before stays until those who run Mellom delete it."
    )


def goodbye(t: Tongue) -> Html:
    """The last word; it holds no name, and is not kept either."""
    return t.say(
        "Now everything about you is erased, you are signed out everywhere, and I shall not write "
        "to you again. If you change your mind one day, you are welcome with a new link from your "
        "organisers. Thank you for taking part!"
    )
