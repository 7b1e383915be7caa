"""What /invite says in the chat."""

from typing import assert_never

from handlers.markup import Html, bold
from handlers.tongue import Tongue
from storage.records import Role


def summary(t: Tongue) -> Html:
    """In the list of commands."""
    return t.say("Invite: links, QR codes, sheets to print, and texts for e-mail")


def not_yours(t: Tongue) -> Html:
    return t.say("Organisers invite to the programme, and the contact person to their own team.")


def whom(t: Tongue) -> Html:
    return t.say("Whom do you want to invite?")


def whom_to(t: Tongue, programme: str) -> Html:
    """To somebody who is in several programmes."""
    return t.say("Whom do you want to invite to {programme}?", programme=bold(programme))


def all_teams(t: Tongue) -> Html:
    return t.say("All teams at once")


def everybody(t: Tongue) -> Html:
    """Where people take part alone."""
    return t.say("Those who take part")


def a_leader(t: Tongue) -> Html:
    return t.say("Organiser or facilitator")


def an_organiser(t: Tongue) -> Html:
    return t.say("An organiser")


def a_facilitator(t: Tongue) -> Html:
    return t.say("A facilitator")


def which_leader(t: Tongue) -> Html:
    return t.say("What are they to be? Each link lets one person in.")


# The links


def links_of(t: Tongue, whose: str) -> Html:
    return t.say("The way into {whose}:", whose=bold(whose))


def browser(t: Tongue, link: str) -> Html:
    return t.say("In a browser, or on to Telegram: {link}", link=link)


def browser_alone(t: Tongue, link: str) -> Html:
    """In a house that has no bot."""
    return t.say("In a browser: {link}", link=link)


def telegram(t: Tongue, link: str) -> Html:
    return t.say("Straight to Telegram: {link}", link=link)


def the_code(t: Tongue, code: str) -> Html:
    return t.say("The code: {code}", code=code)


def line(t: Tongue, team: str, link: str) -> Html:
    return t.say("• {team}: {link}", team=bold(team), link=link)


def for_many(t: Tongue) -> Html:
    return t.say("The same link is good for everybody in the team. Share it with nobody else.")


def for_many_alone(t: Tongue) -> Html:
    """Where people take part alone."""
    return t.say("The same link is good for everybody who takes part. Share it with nobody else.")


def no_way(t: Tongue, team: str) -> Html:
    return t.say(
        "{team} is without Telegram, and I have no page on the web here. You can deliver its "
        "report on its behalf: write /report.",
        team=bold(team),
    )


def no_bot(t: Tongue) -> Html:
    return t.say(
        "I do not know my own name at Telegram yet, so there is no link and no QR code. Who has "
        "found me there can write the code to me."
    )


def paste_this(t: Tongue) -> Html:
    return t.say("A text for an e-mail. Tap it to copy:")


def what_more(t: Tongue, whose: str) -> Html:
    return t.say("What more do you want for {whose}?", whose=bold(whose))


# Buttons


def qr(t: Tongue) -> Html:
    return t.say("QR code")


def sheet(t: Tongue) -> Html:
    return t.say("Sheet to print")


def sheets(t: Tongue) -> Html:
    return t.say("Sheets to print")


def mails(t: Tongue) -> Html:
    return t.say("Texts for e-mail")


def new_link(t: Tongue) -> Html:
    return t.say("Make a new link")


def somebody_else(t: Tongue) -> Html:
    return t.say("Invite others")


# A new link


def ask_new_link(t: Tongue, team: str) -> Html:
    return t.say(
        "Do you want a new link for {team}? The old one, and the sheets and QR codes that hold it, "
        "let nobody in any more. Who is in already stays in.",
        team=bold(team),
    )


def yes_new_link(t: Tongue) -> Html:
    return t.say("Yes, a new link")


def no_new_link(t: Tongue) -> Html:
    return t.say("No, keep the old one")


def old_one_stands(t: Tongue) -> Html:
    return t.say("Then the old link stands.")


def is_new(t: Tongue, team: str) -> Html:
    return t.say("{team} has a new link. The old one lets nobody in any more.", team=bold(team))


# Files


def file_is_coming(t: Tongue) -> Html:
    return t.say("The file is on its way.")


def the_qr(t: Tongue, whose: str) -> Html:
    """Beside the picture."""
    return t.say("The QR code of {whose}", whose=bold(whose))


def the_sheet(t: Tongue, whose: str) -> Html:
    return t.say("The sheet of {whose}, A4, to print or to send along", whose=bold(whose))


def the_sheets(t: Tongue, n: int) -> Html:
    return t.many("A sheet for {n} team, A4", "A sheet for each of the {n} teams, A4", n)


def the_mails(t: Tongue, n: int) -> Html:
    return t.many(
        "The text for an e-mail to {n} team",
        "The texts for an e-mail to each of the {n} teams: copy one at a time",
        n,
    )


# Those who lead


def leader_link(t: Tongue, role: Role, programme: str) -> Html:
    """A text to forward, to an organiser or a facilitator."""
    match role:
        case "organiser":
            return t.say(
                "You are invited to organise {programme} in Mellom.", programme=bold(programme)
            )
        case "facilitator":
            return t.say(
                "You are invited to be a facilitator in {programme} in Mellom.",
                programme=bold(programme),
            )
        case "participant" | "observer":
            raise ValueError(role)
        case _:
            assert_never(role)


def leader_limits(t: Tongue, hours: int) -> Html:
    return t.many(
        "The link lets one person in, within {n} hour.",
        "The link lets one person in, within {n} hours.",
        hours,
    )


def forward_this(t: Tongue) -> Html:
    return t.say("Forward the next message to the one whom you invite, and to nobody else.")


def in_private(t: Tongue) -> Html:
    return t.say("Invitations are for a chat with me alone. Write to me there.")
