"""What an organiser is asked when a team or a person is entered or changed."""

from typing import assert_never

from handlers.markup import Html, bold
from handlers.tongue import Tongue
from storage.records import Duty


def only_organisers(t: Tongue) -> Html:
    return t.say("Only those who organise the programme can change its teams.")


def no_name(t: Tongue) -> Html:
    return t.say("I see no name there. Write the name alone.")


def long_name(t: Tongue, limit: int) -> Html:
    return t.say("That is too long for a name here. Use at most {limit} letters.", limit=limit)


def name_is_taken(t: Tongue) -> Html:
    return t.say("Another has that name already. Choose one that tells them apart.")


def no_mail(t: Tongue) -> Html:
    return t.say("That is no e-mail address. It looks like name@municipality.no.")


# Changing a team


def change_title(t: Tongue, team: str) -> Html:
    return t.say("Changing {team}", team=bold(team))


def change_what(t: Tongue, team: str) -> Html:
    return t.say("What is to change for {team}?", team=team)


def the_name(t: Tongue) -> Html:
    return t.say("The name")


def the_municipality(t: Tongue) -> Html:
    return t.say("The municipality")


def the_contact(t: Tongue) -> Html:
    return t.say("Contact person")


def the_deputy(t: Tongue) -> Html:
    return t.say("Deputy")


def the_guide(t: Tongue) -> Html:
    return t.say("Facilitator")


def new_name(t: Tongue) -> Html:
    return t.say("What is the team called from now on?")


def which_municipality(t: Tongue) -> Html:
    return t.say("Which municipality is the team from?")


def who_has_duty(t: Tongue, duty: Duty, team: str) -> Html:
    match duty:
        case "contact":
            return t.say("Who is the contact person of {team}?", team=team)
        case "deputy":
            return t.say("Who is the deputy of {team}?", team=team)
        case _:
            assert_never(duty)


def who_guides(t: Tongue, team: str) -> Html:
    return t.say("Who is the facilitator of {team}?", team=team)


def who_hint(t: Tongue) -> Html:
    return t.say("Choose, or write the name of somebody who is not here yet.")


def nobody(t: Tongue) -> Html:
    """On a button."""
    return t.say("Nobody")


def changed(t: Tongue) -> Html:
    return t.say("Done.")


def you_speak_now(t: Tongue, duty: Duty, team: str) -> Html:
    """To the one whom an organiser chose."""
    match duty:
        case "contact":
            return t.say(
                "You are the contact person of {team} now; an organiser has entered it. Reminders "
                "of the report come to you and the deputy first. With /settings you can change it.",
                team=bold(team),
            )
        case "deputy":
            return t.say(
                "You are the deputy of {team} now; an organiser has entered it. Reminders of the "
                "report come to the contact person and you first. With /settings you can change "
                "it.",
                team=bold(team),
            )
        case _:
            assert_never(duty)


def you_spoke(t: Tongue, duty: Duty, team: str) -> Html:
    """To the one who had it until now."""
    match duty:
        case "contact":
            return t.say(
                "You are no longer the contact person of {team}; an organiser has changed it. "
                "Thank you for what you have done!",
                team=bold(team),
            )
        case "deputy":
            return t.say(
                "You are no longer the deputy of {team}; an organiser has changed it. Thank you "
                "for what you have done!",
                team=bold(team),
            )
        case _:
            assert_never(duty)


# A new team


def new_title(t: Tongue) -> Html:
    return t.say("A new team")


def what_is_it_called(t: Tongue) -> Html:
    return t.say("What is the new team called?")


def called_such_as(t: Tongue) -> Html:
    return t.say("Such as the municipality and the workplace: «Havnes, home care».")


def is_new(t: Tongue, team: str) -> Html:
    return t.say("The team {team} is in the programme now.", team=bold(team))


# A new person


def add_title(t: Tongue) -> Html:
    return t.say("A new person")


def who_is_it(t: Tongue, team: str) -> Html:
    if not team:
        return t.say("What is the name of the one who joins?")
    return t.say("What is the name of the one who joins {team}?", team=team)


def names_are_kept(t: Tongue) -> Html:
    return t.say("They are told what is kept of them when they come in.")


def which_job(t: Tongue) -> Html:
    return t.say("What is their function? You may leave it out.")


def which_mail(t: Tongue) -> Html:
    return t.say("What is their e-mail address at work? You may leave it out.")


def mail_is_for(t: Tongue) -> Html:
    return t.say("They get an invitation there, with a link of their own to the page.")


def is_entered(t: Tongue, name: str) -> Html:
    return t.say("{name} is entered.", name=bold(name))


def was_there(t: Tongue, name: str) -> Html:
    return t.say("{name} stands there already; I have made no second entry.", name=bold(name))


def is_invited(t: Tongue) -> Html:
    return t.say("The invitation goes out by e-mail now.")


def give_a_link(t: Tongue) -> Html:
    return t.say("Nobody has told them yet: give them a personal link, or the team's.")


def is_full(t: Tongue, team: str, most: int) -> Html:
    return t.many(
        "{team} is full: it can have {n} member.",
        "{team} is full: it can have {n} members.",
        most,
        team=bold(team),
    )
