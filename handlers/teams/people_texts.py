"""What is said of one person's place: moving, leaving, handing it on, and a link of their own."""

from handlers.markup import Html, bold
from handlers.tongue import Tongue


def people_of(t: Tongue, programme: str) -> Html:
    return t.say("The people of {programme}", programme=bold(programme))


def leaders_of(t: Tongue, programme: str) -> Html:
    return t.say("Who organise and facilitate {programme}", programme=bold(programme))


def nobody_yet(t: Tongue) -> Html:
    return t.say("Nobody takes part yet.")


def everybody(t: Tongue) -> Html:
    """A button: back to the list of people."""
    return t.say("Everybody")


# Buttons


def move(t: Tongue) -> Html:
    return t.say("Move to another team")


def has_left(t: Tongue) -> Html:
    return t.say("Has left")


def personal_link(t: Tongue) -> Html:
    return t.say("Personal link")


# Moving


def move_where(t: Tongue, name: str) -> Html:
    return t.say("Which team does {name} move to?", name=bold(name))


def stays_there(t: Tongue, name: str, team: str) -> Html:
    return t.say("{name} is in {team} already.", name=bold(name), team=bold(team))


def moved(t: Tongue, name: str, team: str) -> Html:
    return t.say("{name} is in {team} now.", name=bold(name), team=bold(team))


def and_told(t: Tongue) -> Html:
    return t.say("They are told of it, in working hours.")


def not_told(t: Tongue) -> Html:
    return t.say("I cannot reach them: tell them yourself.")


def you_moved(t: Tongue, team: str) -> Html:
    """To the one who was moved."""
    return t.say(
        "An organiser has moved you: you are in the team {team} now. What you wrote with your "
        "earlier team stays there. If this is a mistake, tell the organiser.",
        team=bold(team),
    )


def outside_size(t: Tongue, now: int, least: int, most: int) -> Html:
    return t.many(
        "The team now has {n} member; it is meant to have {least} to {most}.",
        "The team now has {n} members; it is meant to have {least} to {most}.",
        now,
        least=least,
        most=most,
    )


# Leaving


def ask_left(t: Tongue, name: str, place: str) -> Html:
    return t.say("Has {name} left {place}?", name=bold(name), place=bold(place))


def what_leaving_does(t: Tongue) -> Html:
    return t.say(
        "They get no more from me about it, and can no longer read or write there. They are told "
        "kindly that the place is closed, and how they are erased altogether."
    )


def nobody_is_told(t: Tongue) -> Html:
    """Of one who was only ever entered."""
    return t.say("They have not come in yet, so I tell nobody: the name goes out of the list.")


def the_work_stays(t: Tongue) -> Html:
    return t.say("What the team has delivered stays.")


def yes_left(t: Tongue) -> Html:
    return t.say("Yes, they have left")


def no_stays(t: Tongue) -> Html:
    return t.say("No, they stay")


def ask_successor(t: Tongue) -> Html:
    return t.say("Does somebody take over the place?")


def with_history(t: Tongue) -> Html:
    """Where people take part alone."""
    return t.say("Whoever takes over has the reports, aims and measures of the place too.")


def nobody_takes_over(t: Tongue) -> Html:
    return t.say("Nobody takes over")


def somebody_takes_over(t: Tongue) -> Html:
    return t.say("Somebody takes over")


def last_organiser(t: Tongue) -> Html:
    return t.say(
        "That is the only organiser. Invite another first with /invite; when they are in, this one "
        "can leave."
    )


def left(t: Tongue, name: str, place: str) -> Html:
    return t.say("{name} is no longer in {place}.", name=bold(name), place=bold(place))


def you_left(t: Tongue) -> Html:
    """To one who ended their own place."""
    return t.say(
        "You are out now. Thank you for what you have done! What was delivered stays. With /forget "
        "everything that I hold about you yourself is erased."
    )


def your_place_is_closed(t: Tongue, place: str) -> Html:
    """To the one who has left."""
    return t.say(
        "Your place in {place} is closed, since you have left, and you hear no more from me about "
        "it. Thank you for what you have done! What was delivered stays; with /forget everything "
        "that I hold about you yourself is erased. If this is a mistake, tell the organiser.",
        place=bold(place),
    )


def invite_another(t: Tongue) -> Html:
    return t.say("With /invite you let another organiser or facilitator in.")


# Taking over


def successor_title(t: Tongue) -> Html:
    return t.say("Who takes over")


def who_takes_over(t: Tongue, name: str) -> Html:
    return t.say("What is the name of the one who takes over after {name}?", name=name)


def when_it_happens(t: Tongue, name: str) -> Html:
    return t.say("When you have answered, {name} is out and the place waits.", name=name)


def has_the_place(t: Tongue, name: str, before: str) -> Html:
    return t.say("The place of {before} waits for {name}.", name=bold(name), before=bold(before))


def link_for(t: Tongue, name: str) -> Html:
    return t.say("A link for {name} alone:", name=bold(name))


def link_web(t: Tongue, link: str) -> Html:
    return t.say("In a browser: {link}", link=link)


def link_telegram(t: Tongue, link: str) -> Html:
    return t.say("In Telegram: {link}", link=link)


def code_alone(t: Tongue, code: str) -> Html:
    """Where neither a page nor the bot's name is known."""
    return t.say("The code to send me in Telegram: {code}", code=code)


def link_is_once(t: Tongue, days: int) -> Html:
    return t.many(
        "It opens once, within {n} day. Give it to them alone: it opens their place. I forget it "
        "now.",
        "It opens once, within {n} days. Give it to them alone: it opens their place. I forget it "
        "now.",
        days,
    )


def has_own_door(t: Tongue, name: str) -> Html:
    """No personal link is made for one who has come in: it would open what is theirs alone."""
    return t.say(
        "{name} has come in already. A link that opens their place is theirs alone to ask for.",
        name=bold(name),
    )


def new_link_was_made(t: Tongue, name: str) -> Html:
    """To the one whose new link it is, in their own conversation."""
    return t.say("{name} has made a new link to this conversation for you.", name=name)


def an_organiser(t: Tongue) -> Html:
    return t.say("An organiser")
