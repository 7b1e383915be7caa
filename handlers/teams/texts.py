"""Every sentence of the list of teams and of one team, a typed function each."""

from handlers.markup import Html, bold
from handlers.tongue import Tongue


def summary(t: Tongue) -> Html:
    """In the list of commands."""
    return t.say("Teams and people: change, move, add, hand a place on")


def not_yours(t: Tongue) -> Html:
    return t.say(
        "The teams are for the organisers, and for the contact person of a team. If you speak for "
        "your team, /settings lets you say so."
    )


def in_private(t: Tongue) -> Html:
    return t.say("Teams and people are for a chat with me alone. Write to me there.")


def gone(t: Tongue) -> Html:
    """A button about a team or a person that is no longer there, or not theirs."""
    return t.say("That is no longer there, or not yours to change. Write /teams to see how it is.")


# The list


def title(t: Tongue, programme: str) -> Html:
    return t.say("The teams of {programme}", programme=bold(programme))


def no_teams(t: Tongue) -> Html:
    return t.say("There is no team yet.")


def team(name: str) -> Html:
    return bold(name)


def where(t: Tongue, team: str, municipality: str) -> Html:
    return t.say("{team} ({municipality})", team=bold(team), municipality=municipality)


def people(t: Tongue, n: int) -> Html:
    return t.many("{n} person", "{n} people", n)


def nobody(t: Tongue) -> Html:
    return t.say("nobody yet")


def waiting(t: Tongue, n: int) -> Html:
    """Of a count: entered by an organiser, and not come in."""
    return t.many("{n} entered and not in yet", "{n} entered and not in yet", n)


def missed(t: Tongue, n: int) -> Html:
    return t.many("{n} not reached", "{n} not reached", n)


def contact(t: Tongue, name: str) -> Html:
    return t.say("contact person: {name}", name=name)


def deputy(t: Tongue, name: str) -> Html:
    return t.say("deputy: {name}", name=name)


def guide(t: Tongue, names: str) -> Html:
    return t.say("facilitator: {names}", names=names)


def without_telegram(t: Tongue) -> Html:
    return t.say("without Telegram")


def withdrawn(t: Tongue) -> Html:
    return t.say("withdrawn")


def no_contact(t: Tongue) -> Html:
    return t.say("no contact person yet")


# Buttons


def new_team(t: Tongue) -> Html:
    return t.say("New team")


def who_lead(t: Tongue) -> Html:
    return t.say("Organisers and facilitators")


def invite(t: Tongue) -> Html:
    return t.say("Invite")


def add_person(t: Tongue) -> Html:
    return t.say("Add a person")


def change_team(t: Tongue) -> Html:
    return t.say("Change the team")


def withdraw(t: Tongue) -> Html:
    return t.say("Withdraw the team")


def bring_back(t: Tongue) -> Html:
    return t.say("Bring the team back")


def all_teams(t: Tongue) -> Html:
    return t.say("All teams")


# One team


def nobody_here(t: Tongue) -> Html:
    return t.say("Nobody is in the team yet.")


def person(t: Tongue, name: str, about: str) -> Html:
    """A line of the team's people; ``about`` is what is known of them, or empty."""
    if not about:
        return t.say("• {name}", name=name)
    return t.say("• {name}: {about}", name=name, about=about)


def without_name(t: Tongue) -> Html:
    return t.say("without a name")


def the_contact(t: Tongue) -> Html:
    return t.say("contact person")


def the_deputy(t: Tongue) -> Html:
    return t.say("deputy")


def the_organiser(t: Tongue) -> Html:
    return t.say("organiser")


def the_facilitator(t: Tongue) -> Html:
    return t.say("facilitator")


def not_in_yet(t: Tongue) -> Html:
    return t.say("entered, not in yet")


def choose_a_person(t: Tongue) -> Html:
    return t.say("Choose a person to move them, or to say that they have left.")


def choose_who_left(t: Tongue) -> Html:
    return t.say("Has somebody left? Choose who.")


# Withdrawing, and back


def ask_withdraw(t: Tongue, team: str) -> Html:
    return t.say("Do you want to withdraw the team {team}?", team=bold(team))


def what_withdrawing_does(t: Tongue) -> Html:
    return t.say(
        "It no longer owes reports, is not reminded of anything, and its link lets nobody in. What "
        "it has delivered stands, and you can bring it back. I do not tell the team: that is yours "
        "to do."
    )


def yes_withdraw(t: Tongue) -> Html:
    return t.say("Yes, withdraw the team")


def no_let_be(t: Tongue) -> Html:
    return t.say("No, let it be")


def is_withdrawn(t: Tongue, team: str) -> Html:
    return t.say("The team {team} is withdrawn.", team=bold(team))


def is_back(t: Tongue, team: str) -> Html:
    return t.say(
        "The team {team} takes part again. The link it had is good again too.", team=bold(team)
    )


def let_be(t: Tongue) -> Html:
    return t.say("Then everything stays as it is.")
