"""What those who come to a samling are told of signing up and of being there."""

from datetime import date
from typing import assert_never

from handlers.markup import Html, link
from handlers.tongue import Tongue
from handlers.when import When
from storage.records import SignUpAnswer


def summary(t: Tongue) -> Html:
    """What the command is for, in the menu."""
    return t.say("Say whether you come")


# The questions


def do_you_come(t: Tongue, title: str) -> Html:
    return t.say("Do you come to the gathering “{title}”?", title=title)


def answer(t: Tongue, said: SignUpAnswer) -> Html:
    """As it stands on the button, and in every list."""
    match said:
        case "coming":
            return t.say("I come")
        case "not-coming":
            return t.say("I do not come")
        case "substitute":
            return t.say("another comes in my place")
        case "unsure":
            return t.say("do not know yet")
        case _:
            assert_never(said)


def digital(t: Tongue) -> Html:
    return t.say("It is held online.")


def answer_by(t: Tongue, day: date, *, binding: bool) -> Html:
    if binding:
        return t.say("Answer by {day}. After that it is binding.", day=t.day(day))
    return t.say("Answer by {day}.", day=t.day(day))


def deadline_was(t: Tongue, day: date) -> Html:
    """In the place of ``answer_by``, once it is too late for that."""
    return t.say("The deadline was {day}, but tell me all the same.", day=t.day(day))


def which_days(t: Tongue) -> Html:
    return t.say("Which days?")


def both_days(t: Tongue) -> Html:
    return t.say("Both days")


def none_is_all(t: Tongue) -> Html:
    return t.say("Choose the days. If you choose none, I count you in on all of them.")


def lunch(t: Tongue) -> Html:
    return t.say("Lunch?")


def dinner(t: Tongue) -> Html:
    return t.say("Dinner?")


def overnight(t: Tongue) -> Html:
    return t.say("Overnight stay?")


def allergies_in_form(t: Tongue, url: str) -> Html:
    return t.say(
        "Write allergies in the organiser's form, not here: {link}", link=link(str(url), str(url))
    )


def allergies_to(t: Tongue, whom: str) -> Html:
    """``whom`` is "" where the programme has no contact."""
    if whom:
        return t.say("Do not write allergies here: tell {whom}.", whom=whom)
    return t.say("Do not write allergies here: tell the organisers.")


# Why not


def not_for_you(t: Tongue) -> Html:
    return t.say("That gathering is not one that you are asked to.")


def not_asked(t: Tongue) -> Html:
    return t.say("The sign-up is closed.")


def nothing_to_answer(t: Tongue) -> Html:
    return t.say("There is no gathering to sign up for now. I ask you when there is one.")


def is_cancelled(t: Tongue, title: str) -> Html:
    return t.say("“{title}” is cancelled, so there is nothing to sign up for.", title=title)


def has_moved(t: Tongue, title: str, when: When) -> Html:
    return t.say(
        "“{title}” has moved since I asked: now it is {when}. Write /signup, and I ask you anew.",
        title=title,
        when=t.when(when, year=True),
    )


def is_binding(t: Tongue, title: str, whom: str) -> Html:
    if whom:
        return t.say(
            "The sign-up for “{title}” is closed. Has something come up? Then tell {whom}.",
            title=title,
            whom=whom,
        )
    return t.say(
        "The sign-up for “{title}” is closed. Has something come up? Then tell the organisers.",
        title=title,
    )


def only_alone(t: Tongue) -> Html:
    return t.say("Let us do that in a chat with me alone.")


def no_programme(t: Tongue) -> Html:
    return t.say(
        "You are not in a programme yet. Open the link that you got from the organiser, or send me "
        "the code."
    )


# What was answered


def which_one(t: Tongue) -> Html:
    return t.say("Which gathering?")


def another_one(t: Tongue) -> Html:
    """On the button that leads to another samling."""
    return t.say("Another gathering")


def you_answered(t: Tongue, summary: Html) -> Html:
    return t.say("You have answered: {answer}", answer=summary)


def all_answered(t: Tongue) -> Html:
    return t.say("You have answered:")


def change_of(t: Tongue, title: str) -> Html:
    return t.say("Change: {title}", title=title)


def thanks(t: Tongue) -> Html:
    return t.say("Thank you, noted!")


def lunch_short(t: Tongue) -> Html:
    return t.say("lunch")


def dinner_short(t: Tongue) -> Html:
    return t.say("dinner")


def overnight_short(t: Tongue) -> Html:
    return t.say("overnight stay")


def neither(t: Tongue) -> Html:
    """No meal and no bed."""
    return t.say("no meals, no overnight stay")


def after_the_deadline(t: Tongue, day: date, *, binding: bool) -> Html:
    if binding:
        return t.say(
            "Your answer came after the deadline, {day}, so the organiser may have to rearrange a "
            "little. Good that you said so!",
            day=t.day(day),
        )
    return t.say("It came after the deadline, {day}, and is noted all the same.", day=t.day(day))


def how_another_gets_in(t: Tongue) -> Html:
    return t.say(
        "Should whoever comes get reminders of their own? Ask the organiser for the team's "
        "invitation link."
    )


def tell_us_when_you_know(t: Tongue) -> Html:
    return t.say("Tell me when you know: write /signup. I ask once more before the deadline.")


def tell_us_in_time(t: Tongue) -> Html:
    """Where nobody asks again."""
    return t.say("Tell me by the deadline: write /signup.")


def into_calendar(t: Tongue) -> Html:
    return t.say("Add to the calendar")


# On the day


def not_today(t: Tongue) -> Html:
    return t.say("You can say that you are here on the day of a gathering. There is none now.")


def which_word(t: Tongue) -> Html:
    return t.say("Welcome! Write the code word that hangs in the room.")


def wrong_word(t: Tongue) -> Html:
    return t.say("That is not today's code word. It is a word and two digits: look once more.")


def locked(t: Tongue, until: str) -> Html:
    return t.say(
        "That was too many wrong words. I look at no more until {until}. Tell those who lead the "
        "gathering that you are here.",
        until=until,
    )


def too_many(t: Tongue) -> Html:
    return t.say("Very many codes are being tried just now. Try again in a minute.")


def join_first(t: Tongue) -> Html:
    return t.say(
        "You are not in a programme yet, so I cannot note you. Ask those who lead the gathering "
        "for your team's invitation link, and try again afterwards."
    )


def welcome(t: Tongue, title: str) -> Html:
    return t.say("Welcome to “{title}”!", title=title)


def noted(t: Tongue) -> Html:
    return t.say("You are noted as present.")


def noted_already(t: Tongue) -> Html:
    return t.say("You are noted as present already. Have a good gathering!")
