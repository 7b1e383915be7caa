"""Every sentence about a person's own e-mail address, a typed function each."""

from handlers.markup import Html, bold, lines, paragraphs
from handlers.tongue import Tongue


def button(t: Tongue) -> Html:
    return t.say("E-mail")


def mail_line(t: Tongue, mail: str) -> Html:
    return t.say("• E-mail: {mail}", mail=mail)


def no_mail_line(t: Tongue) -> Html:
    return t.say("• E-mail: none")


def claimed_line(t: Tongue, mail: str) -> Html:
    return t.say("• E-mail that you have not confirmed yet: {mail}", mail=mail)


def ask(t: Tongue, held: str | None) -> Html:
    """What it is for, and what it is now."""
    asked = t.say("Write the address.") if held is None else t.say("Write the new address.")
    return paragraphs(
        lines(bold(t.say("Which is your e-mail address?")), mail_line(t, held) if held else None),
        t.say(
            "Reminders and messages go there for those who have no chat with me, and a link with "
            "which you sign in to the page. Use the one that you have at work; nobody else in the "
            "programme sees it but the organisers."
        ),
        asked,
    )


def remove(t: Tongue) -> Html:
    return t.say("Take it away")


def no_address(t: Tongue) -> Html:
    return t.say(
        "I see no e-mail address there. Write it like {example}. With /cancel everything stays as "
        "it was.",
        example="kari.nordmann@kommune.no",
    )


def is_yours(t: Tongue, mail: str) -> Html:
    return t.say("{mail} is your address already.", mail=mail)


def too_often(t: Tongue) -> Html:
    return t.say("You have given three addresses in the last hour. Try again a little later.")


def link_sent(t: Tongue, mail: str) -> Html:
    """The same whether or not somebody else has it."""
    return t.say(
        "I have written to {mail}. Open the link there within an hour, and it is yours; until then "
        "nothing else goes there. Nothing came? Look among the unwanted mail, and see that the "
        "address is right.",
        mail=mail,
    )


def removed(t: Tongue) -> Html:
    return t.say("Your address is taken away, and I write there no more.")


def nothing_tells_you(t: Tongue) -> Html:
    """To one who has the page alone."""
    return t.say(
        "Nothing tells you any longer when something is new: look in here, or ask an organiser."
    )


def no_mail_here(t: Tongue) -> Html:
    return t.say("I send no e-mail here.")


def prove(t: Tongue) -> Html:
    """The mail to an address that somebody gave."""
    return paragraphs(
        t.say("Somebody gave this address in Mellom, and wants to be reminded here."),
        t.say("Was it you? Then open the link, and it is yours."),
    )


def is_taken(t: Tongue) -> Html:
    """The mail to an address that is somebody's already, when another gives it."""
    return paragraphs(
        t.say(
            "Somebody gave this address in Mellom, but it belongs to another person there already, "
            "who goes on getting mail here."
        ),
        t.say(
            "Each needs an address of their own: do you share this mailbox, then give another one, "
            "or do without."
        ),
    )
